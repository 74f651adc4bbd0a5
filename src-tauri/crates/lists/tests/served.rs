//! A mirror as members meet it: written by `mirror`, served by the nginx of the system, asked by our own client.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "tests read files, stop at what is wrong and say what they leave out"
)]

use std::fs;

use lists::disk::DiskList;
use lists::download::{self, DownloadOptions};
use lists::mirror::{MirrorOptions, mirror};
use lists::{Answer, Count, RangeClient, embedded};
use password::{Digest, Prefix};
use range_faults::Nginx;
use tokio_util::sync::CancellationToken;

const RANGES: u32 = 64;

fn hash(prefix: Prefix, start: u32, rest: u32) -> String {
    format!("{prefix}{start:06X}{rest:029X}")
}

#[tokio::test]
async fn a_mirror_behind_a_stock_web_server_is_asked_downloaded_and_updated() {
    use std::os::unix::fs::PermissionsExt as _;
    let program = Nginx::program().unwrap();
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
    let nginx = Nginx::start(&program, &site, &place, None).unwrap();

    let base = format!("http://127.0.0.1:{}/range", nginx.port());
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
    let requests = nginx.requests().unwrap();
    let compressed =
        requests.iter().filter(|line| line.contains(" 200 ") && line.contains("\"gzip\"")).count();
    assert!(compressed >= RANGES as usize, "what is compressed already is handed out: {requests:?}");
    let same = download::update(&client, &out, &options, |_| {}, &stop).await.unwrap();
    assert_eq!((same.fetched, same.unchanged), (0, RANGES), "the web server's tags are used");

    // A new mirror takes the place of the old one under the running server.
    let added = hash(Prefix::new(9).unwrap(), 0x0012_3456, 4);
    rows.push(format!("{added}:1000"));
    fs::write(&input, rows.join("\n")).unwrap();
    let again = MirrorOptions { ranges: RANGES, gzip: true, pad_to: 30, plain: false };
    mirror(&[&input], &site, &again, |_| true).unwrap();
    let changed = download::update(&client, &out, &options, |_| {}, &stop).await.unwrap();
    assert_eq!(
        (changed.fetched, changed.unchanged),
        (1, RANGES - 1),
        "the others stayed the files they were"
    );
    let list = DiskList::open(&out).unwrap();
    list.verify(|_| true).unwrap();
    let answer = list.lookup(&Digest::from_hex(&added).unwrap());
    assert_eq!(answer, Answer::Found { count: Count::AtLeast(1_000), rank: None });
}
