//! `notice publish --previous URL` against a TLS server on loopback. Runs with the feature `loopback`.
#![cfg(feature = "loopback")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

mod said;
mod staff;

use std::fs;

use notice_faults::{Fault, Server};
use said::{Said, selfcheck_with};
use staff::{Desk, PASSPHRASE, URL};

const PATH: &str = "/incident/2026-03.notice";

/// Publishes into an empty folder, on a computer that knows of no statement before.
fn publish(desk: &Desk, server: &Server, out: &str) -> Said {
    let authority = desk.path("ca.pem");
    fs::write(&authority, server.authority()).unwrap();
    let previous = format!("https://forum.example:{}{PATH}", server.port());
    let place = format!("kept-{out}");
    let words = ["--data-dir", &place, "notice", "publish", "draft.toml", "--key", "desk.key"];
    let more = ["--card", "publisher", "--url", URL, "--summary", "News", "--now", "2026-03-15T18:00:00Z"];
    let last = ["--out", out, "--previous", &previous];
    let words = [&words[..], &more[..], &last[..]].concat();
    selfcheck_with(desk.0.path(), &[("SELFCHECK_TEST_CA", &authority)], &words, PASSPHRASE)
}

#[test]
fn statement_at_an_address_is_fetched_and_counted_on_from() {
    let server = Server::start(&["forum.example"]).unwrap();
    let desk = Desk::new().ready();
    assert_eq!(desk.publish(14, "First").code, 0);
    let first = desk.read("site/2026-03.notice");
    let body = first.split("untrusted comment:").next().unwrap();
    server.put(PATH, first.clone(), None);
    let said = publish(&desk, &server, "second");
    assert_eq!(said.code, 0, "{}", said.err);
    let second = desk.read("second/2026-03.notice");
    let second = notice::read(second.split("untrusted comment:").next().unwrap().as_bytes()).unwrap();
    assert_eq!(second.revision, 2);
    assert_eq!(second.previous, Some(notice::edition::fingerprint(body)));
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn address_that_gives_no_statement_of_this_publisher_changes_nothing() {
    let server = Server::start(&["forum.example"]).unwrap();
    let desk = Desk::new().ready();
    assert_eq!(desk.publish(14, "First").code, 0);
    let first = desk.read("site/2026-03.notice");
    server.put(PATH, first.split("untrusted comment:").next().unwrap().to_owned(), None);
    let unsigned = publish(&desk, &server, "unsigned");
    assert_ne!(unsigned.code, 0);
    assert!(unsigned.err.contains("nobody signed it"), "{}", unsigned.err);
    for (n, fault) in [Fault::Status(404), Fault::CutOff, Fault::TooLong].into_iter().enumerate() {
        server.set_fault(fault.clone());
        let out = format!("faulty-{n}");
        let said = publish(&desk, &server, &out);
        assert_ne!(said.code, 0, "{fault:?}");
        assert!(desk.files(&out).is_empty(), "{fault:?}");
    }
    assert!(desk.files("unsigned").is_empty());
}
