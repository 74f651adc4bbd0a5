//! A mirror as members meet it: written by `mirror`, served by the nginx of the system, asked by our own client.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "tests read files, stop at what is wrong and say what they leave out"
)]

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use lists::disk::DiskList;
use lists::download::{self, DownloadOptions};
use lists::mirror::{MirrorOptions, mirror};
use lists::{Answer, Count, RangeClient, embedded};
use password::{Digest, Prefix};
use tokio_util::sync::CancellationToken;

const RANGES: u32 = 64;

/// Ended by its process id when dropped.
struct Nginx {
    child: Child,
    port: u16,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // The master ends its workers when it is asked to end; killed, it would leave them.
        let _ = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        let _ = self.child.wait();
    }
}

fn program() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain([PathBuf::from("/usr/sbin")]);
    folders.map(|folder| folder.join("nginx")).find(|program| program.is_file())
}

/// The configuration of `HOSTING.md`, without TLS, on this computer. Its worker runs as another user, if it can.
fn serve(program: &Path, site: &Path, place: &Path) -> Nginx {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let (place_text, site) = (place.display(), site.display());
    let user = if rustix::process::geteuid().is_root() { "user www-data;" } else { "" };
    let config = format!(
        "{user} daemon off; worker_processes 1; pid {place_text}/pid; error_log {place_text}/errors;
        events {{ worker_connections 64; }}
        http {{
            access_log off; client_body_temp_path {place_text}/a; proxy_temp_path {place_text}/b;
            fastcgi_temp_path {place_text}/c; uwsgi_temp_path {place_text}/d; scgi_temp_path {place_text}/e;
            server {{
                listen 127.0.0.1:{port};
                location /range/ {{
                    root {site}; default_type text/plain; gzip_static on;
                    add_header Cache-Control \"public, max-age=86400\";
                }}
            }}
        }}"
    );
    let file = place.join("nginx.conf");
    fs::write(&file, config).unwrap();
    let log = fs::File::create(place.join("log")).unwrap();
    let child = Command::new(program)
        .arg("-p")
        .arg(place)
        .arg("-c")
        .arg(&file)
        .stdin(Stdio::null())
        .stdout(log.try_clone().unwrap())
        .stderr(log)
        .spawn()
        .unwrap();
    let nginx = Nginx { child, port };
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        let log = fs::read_to_string(place.join("log")).unwrap_or_default();
        assert!(begun.elapsed() < Duration::from_secs(20), "nginx does not listen: {log}");
        std::thread::sleep(Duration::from_millis(20));
    }
    nginx
}

fn hash(prefix: Prefix, start: u32, rest: u32) -> String {
    format!("{prefix}{start:06X}{rest:029X}")
}

#[tokio::test]
async fn a_mirror_behind_a_stock_web_server_is_asked_downloaded_and_updated() {
    use std::os::unix::fs::PermissionsExt as _;
    let Some(program) = program() else {
        eprintln!("LEFT OUT: nginx is not installed (apt-get install nginx-light), so no mirror was served.");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    // A web server is another user: it must be able to walk to the folder.
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let (input, site, place) =
        (folder.path().join("rows.txt"), folder.path().join("site"), folder.path().join("nginx"));
    fs::create_dir(&place).unwrap();
    let mut rows = Vec::new();
    for prefix in (0..RANGES).filter_map(Prefix::new) {
        for start in embedded().expected_suffix_starts(prefix) {
            rows.push(format!("{}:5", hash(prefix, start, 9)));
        }
    }
    let known = hash(Prefix::new(7).unwrap(), 0x00AB_CDEF, 3);
    rows.push(format!("{known}:42"));
    fs::write(&input, rows.join("\n")).unwrap();
    let options = MirrorOptions { ranges: RANGES, gzip: true, pad_to: 30, plain: false };
    mirror(&[&input], &site, &options, |_| true).unwrap();
    let nginx = serve(&program, &site, &place);

    let base = format!("http://127.0.0.1:{}/range", nginx.port);
    let client = RangeClient::new(base.parse().unwrap(), "selfcheck/test").unwrap();
    let stop = CancellationToken::new();
    let ask = async |hash: &str| client.lookup(&Digest::from_hex(hash).unwrap(), &stop).await.answer;
    assert_eq!(ask(&known).await, Answer::Found { count: Count::Exact(42), rank: None });
    assert_eq!(ask(&hash(Prefix::new(7).unwrap(), 1, 1)).await, Answer::NotOnThisList);
    let beyond = ask(&hash(Prefix::new(RANGES).unwrap(), 1, 1)).await;
    assert!(matches!(beyond, Answer::CouldNotCheck(_)), "404 is no all-clear: {beyond:?}");

    let out = folder.path().join("all.list");
    let options = DownloadOptions { ranges: RANGES, ..DownloadOptions::all("2026-03-14".to_owned()) };
    let first = download::download(&client, &out, &options, |_| {}, &stop).await.unwrap();
    assert_eq!((first.fetched, first.unchanged), (RANGES, 0));
    let same = download::update(&client, &out, &options, |_| {}, &stop).await.unwrap();
    assert_eq!((same.fetched, same.unchanged), (0, RANGES), "the web server's tags are used");

    // A new mirror takes the place of the old one under the running server.
    let added = hash(Prefix::new(9).unwrap(), 0x0012_3456, 4);
    rows.push(format!("{added}:1000"));
    fs::write(&input, rows.join("\n")).unwrap();
    let again = MirrorOptions { ranges: RANGES, gzip: true, pad_to: 30, plain: false };
    mirror(&[&input], &site, &again, |_| true).unwrap();
    download::update(&client, &out, &options, |_| {}, &stop).await.unwrap();
    let list = DiskList::open(&out).unwrap();
    list.verify(|_| true).unwrap();
    let answer = list.lookup(&Digest::from_hex(&added).unwrap());
    assert_eq!(answer, Answer::Found { count: Count::AtLeast(1_000), rank: None });
}
