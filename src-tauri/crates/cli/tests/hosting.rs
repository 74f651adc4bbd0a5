//! A published folder as members meet it: served by the nginx of the system with the lines of `HOSTING.md`.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "tests stop at what is wrong and say what they leave out"
)]

mod said;

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use app::desk::{Hardness, KeyKind, make_key};
use said::selfcheck_in;

const HOSTING: &str = include_str!("../../notice/HOSTING.md");
const PASSPHRASE: &[u8] = b"plum lantern gravel sixty\n";

/// Ended by its id when the test is over.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What the page of hosting advice says for nginx.
fn advised() -> String {
    let block = HOSTING.split("## nginx").nth(1).unwrap().split("```").nth(1).unwrap();
    block.to_owned()
}

fn serve(program: &Path, www: &Path, place: &Path) -> (Server, u16) {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let advised = advised().replace("/srv/www", www.to_str().unwrap());
    let at = place.display();
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("{name}_temp_path {at}/{name};"))
        .concat();
    let config = format!(
        "daemon off; master_process off; pid {at}/pid; error_log {at}/error.log;\nevents {{}}\nhttp {{ access_log off; {temporary}\nserver {{ listen 127.0.0.1:{port};\n{advised}\n}} }}\n"
    );
    fs::write(place.join("nginx.conf"), config).unwrap();
    let mut command = Command::new(program);
    command.arg("-p").arg(place).arg("-c").arg(place.join("nginx.conf"));
    command.arg("-e").arg(place.join("error.log")).stdout(Stdio::null()).stderr(Stdio::null());
    let server = Server(command.spawn().unwrap());
    for _ in 0..200 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return (server, port);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("nginx does not answer: {}", fs::read_to_string(place.join("error.log")).unwrap_or_default());
}

/// The head in small letters, and the body.
fn ask(port: u16, path: &str, more: &str) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: forum.example\r\nConnection: close\r\n{more}\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    (String::from_utf8(answer[..end].to_vec()).unwrap().to_lowercase(), answer[end + 4..].to_vec())
}

#[test]
fn a_published_folder_behind_a_stock_web_server_has_the_advised_headers_and_is_asked_cheaply_again() {
    let program = range_faults::Nginx::program().unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let done = |arguments: &[&str]| {
        let said = selfcheck_in(folder.path(), arguments, PASSPHRASE);
        assert_eq!(said.code, 0, "{arguments:?}: {}{}", said.out, said.err);
    };
    for (kind, name) in [(KeyKind::Root, "root-a"), (KeyKind::Desk, "desk")] {
        make_key(kind, &folder.path().join(name), PASSPHRASE.trim_ascii_end(), Hardness::light()).unwrap();
    }
    let card = "notice card --name Forum --domain forum.example --desk-key desk.pub --root root-a.pub \
        --key root-a.key --out publisher";
    done(&card.split_whitespace().collect::<Vec<_>>());
    done(&["notice", "new", "--template", "forum-breach", "--out", "draft.toml"]);
    let draft = fs::read_to_string(folder.path().join("draft.toml")).unwrap();
    let mut parts = draft.split("{{");
    let first = parts.next().unwrap().to_owned();
    let filled = parts.fold(first, |text, part| text + "Monday" + part.split_once("}}").unwrap().1);
    fs::write(folder.path().join("draft.toml"), filled).unwrap();
    let publish = "notice publish draft.toml --key desk.key --card publisher --summary First \
        --url https://forum.example/incident/ --out www/incident";
    done(&publish.split_whitespace().collect::<Vec<_>>());
    let www = folder.path().join("www");
    fs::create_dir_all(www.join(".well-known/selfcheck")).unwrap();
    fs::copy(
        www.join("incident/.well-known/selfcheck/publisher"),
        www.join(".well-known/selfcheck/publisher"),
    )
    .unwrap();
    let place = folder.path().join("nginx");
    fs::create_dir(&place).unwrap();
    let (_server, port) = serve(&program, &www, &place);

    for (file, kind) in [
        ("year-month.notice", "text/plain; charset=utf-8"),
        ("index.html", "text/html; charset=utf-8"),
        ("feed.json", "application/feed+json"),
        ("qr.svg", "image/svg+xml"),
        ("publisher", "text/plain; charset=utf-8"),
    ] {
        let (head, body) = ask(port, &format!("/incident/{file}"), "");
        assert!(head.starts_with("http/1.1 200 "), "{file}: {head}");
        assert_eq!(body, fs::read(www.join("incident").join(file)).unwrap(), "{file}");
        for wanted in [
            format!("content-type: {kind}"),
            "cache-control: max-age=300, stale-if-error=86400, stale-while-revalidate=600".to_owned(),
            "content-security-policy: default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"
                .to_owned(),
            "referrer-policy: no-referrer".to_owned(),
            "x-content-type-options: nosniff".to_owned(),
            "strict-transport-security: max-age=31536000".to_owned(),
        ] {
            assert!(head.lines().any(|line| line == wanted), "{file} lacks {wanted}: {head}");
        }
        let tag = head.lines().find_map(|line| line.strip_prefix("etag: ")).unwrap();
        let (head, body) = ask(port, &format!("/incident/{file}"), &format!("If-None-Match: {tag}\r\n"));
        assert!(head.starts_with("http/1.1 304 ") && body.is_empty(), "{file}: {head}");
    }
    let (head, _) = ask(port, "/incident", "");
    assert!(head.starts_with("http/1.1 301 ") && head.contains("location: /incident/"), "{head}");
    let (head, packed) = ask(port, "/incident/index.html", "Accept-Encoding: gzip\r\n");
    let whole = fs::metadata(www.join("incident/index.html")).unwrap().len();
    assert!(head.contains("content-encoding: gzip") && packed.len() as u64 * 2 < whole, "{head}");
    assert!(head.contains("access-control-allow-origin: *"), "{head}");
    // The same rules for Apache, which needs no change for another folder.
    let rules = fs::read_to_string(www.join("incident/.htaccess")).unwrap();
    assert!(rules.starts_with("# Written by Selfcheck"), "{rules}");
    for wanted in head
        .lines()
        .filter(|line| ["content-sec", "referrer", "x-content", "strict"].iter().any(|h| line.starts_with(h)))
    {
        let value = wanted.split_once(": ").unwrap().1;
        assert!(rules.to_lowercase().contains(value), "{wanted}");
    }
    let (head, body) = ask(port, "/incident/", "");
    assert!(head.starts_with("http/1.1 200 ") && body.starts_with(b"<!DOCTYPE html>"), "{head}");
    let (head, _) = ask(port, "/.well-known/selfcheck/publisher", "");
    let card = ["http/1.1 200 ok", "content-type: text/plain; charset=utf-8", "cache-control: max-age=3600"];
    for wanted in card {
        assert!(head.lines().any(|line| line == wanted), "the card lacks {wanted}: {head}");
    }
}
