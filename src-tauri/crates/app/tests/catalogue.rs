//! Fetching a newer catalogue from a server on this computer that answers well, badly or not at all.
#![allow(clippy::unwrap_used, reason = "tests stop at what is wrong")]

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::Path;
use std::thread;

use app::catalogue::{Current, FILE, UpdateError, update};
use app::data::DataDir;
use jiff::civil::{Date, date};

const SHIPPED: &str = include_str!("../../sites/data/breach-catalogue.json");
const TODAY: Date = date(2026, 11, 25);

/// Answers one request with these bytes, then closes. Gives its address.
fn server(answer: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 4096];
        let _ = stream.read(&mut request).unwrap();
        // Whoever has had enough closes first.
        let _ = stream.write_all(&answer);
    });
    format!("http://{address}/breaches")
}

fn answer(status: &str, body: &[u8]) -> Vec<u8> {
    let mut answer = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n\r\n", body.len()).into_bytes();
    answer.extend_from_slice(body);
    answer
}

fn fetch(answer: Vec<u8>, folder: &Path) -> Result<usize, UpdateError> {
    let data = DataDir::find(Some(folder.to_owned())).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(update(&server(answer).parse().unwrap(), "selfcheck-test", &data, TODAY))
}

fn current(folder: &Path) -> Current {
    Current::load(DataDir::find(Some(folder.to_owned())).as_ref())
}

#[test]
fn a_newer_catalogue_is_kept_with_its_day_and_host() {
    let folder = tempfile::tempdir().unwrap();
    assert!(current(folder.path()).from.is_none());
    let entries = fetch(answer("200 OK", SHIPPED.as_bytes()), folder.path()).unwrap();
    let now = current(folder.path());
    assert_eq!((now.catalogue().as_of(), now.catalogue().all().len()), (TODAY, entries));
    assert!(now.from.as_deref().unwrap().starts_with("127.0.0.1:"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_is_no_catalogue_leaves_everything_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    fetch(answer("200 OK", SHIPPED.as_bytes()), folder.path()).unwrap();
    let before = std::fs::read(folder.path().join(FILE)).unwrap();
    let mut cut = answer("200 OK", SHIPPED.as_bytes());
    cut.truncate(cut.len() / 2);
    let endless = answer("200 OK", &vec![b' '; sites::Catalogue::MAX_BYTES + 2]);
    let moved = b"HTTP/1.1 302 Found\r\nlocation: https://example.com/\r\ncontent-length: 0\r\n\r\n".to_vec();
    for (name, bad) in [
        ("captive portal", answer("200 OK", b"<html>log in</html>")),
        ("empty list", answer("200 OK", b"[]")),
        ("missing", answer("404 Not Found", SHIPPED.as_bytes())),
        ("broken off", cut),
        ("endless", endless),
        ("moved", moved),
        ("no answer", Vec::new()),
    ] {
        let error = fetch(bad, folder.path()).unwrap_err();
        let right = match name {
            "captive portal" | "empty list" => matches!(error, UpdateError::NotACatalogue { .. }),
            "missing" => matches!(error, UpdateError::Status { status: 404, .. }),
            "moved" => matches!(error, UpdateError::Status { status: 302, .. }),
            "endless" => matches!(error, UpdateError::TooLong { .. }),
            _ => matches!(error, UpdateError::Unreachable { .. }),
        };
        assert!(right, "{name}: {error:?}");
        assert_eq!(std::fs::read(folder.path().join(FILE)).unwrap(), before, "{name}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_damaged_or_older_one_does_not_stand_in_the_way() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(FILE), "{\"as_of\":").unwrap();
    let now = current(folder.path());
    assert!(now.kept_is_damaged && now.from.is_none());
    assert_eq!(now.catalogue().as_of(), sites::breaches().as_of());
    let old = format!("{{\"as_of\":\"2020-01-01\",\"host\":\"h\",\"breaches\":{SHIPPED}}}");
    std::fs::write(folder.path().join(FILE), old).unwrap();
    assert_eq!(current(folder.path()).catalogue().as_of(), sites::breaches().as_of());
}
