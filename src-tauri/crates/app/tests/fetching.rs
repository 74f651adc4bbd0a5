//! Fetching from a TLS server on loopback that misbehaves. Runs with the feature `loopback`.
#![cfg(feature = "loopback")]
#![allow(clippy::unwrap_used, unsafe_code, reason = "a test sets its environment before anything else runs")]

use std::time::Duration;

use app::fetch::{Address, FetchError, Fetched, Fetcher};
use app::opening::Source;
use notice::verify::{Memory, SiteAnswer};
use notice_faults::{Body, Fault, Keys, Server};

const PATH: &str = "/incident/2026-03.notice";

fn address(server: &Server, host: &str) -> Address {
    Address::parse(&format!("https://{host}:{}{PATH}", server.port())).unwrap()
}

/// One test, because the authority is taken from the environment of the whole process.
#[test]
fn nothing_but_an_honest_answer_is_taken() {
    let server = Server::start(&["forum.example", "evil.example"]).unwrap();
    let other = Server::start(&["forum.example"]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let authority = folder.path().join("ca.pem");
    std::fs::write(&authority, server.authority()).unwrap();
    // SAFETY: no other thread reads the environment yet.
    unsafe { std::env::set_var("SELFCHECK_TEST_CA", &authority) };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    // Long enough for any machine: only what never answers is to end by the clock.
    let fetcher = Fetcher::within("selfcheck test", Duration::from_secs(300)).unwrap();
    let get = |address: &Address, tag: Option<&str>| runtime.block_on(fetcher.get(address, tag));

    let keys = Keys::make().unwrap();
    let card = keys.card("forum.example").unwrap();
    let file = keys.notice(&Body::new("forum.example").unwrap(), &card).unwrap();
    server.put(PATH, file.clone(), Some("\"r1\""));
    let at = address(&server, "forum.example");
    let came = get(&at, None).unwrap();
    assert_eq!(came, Fetched::File { bytes: file.clone().into_bytes(), tag: Some("\"r1\"".to_owned()) });
    assert_eq!(get(&at, Some("\"r1\"")).unwrap(), Fetched::NotModified);
    assert!(server.requests().iter().all(|head| !head.to_lowercase().contains("cookie")));

    // A certificate of an authority that nobody trusts, and one for another name.
    assert_eq!(get(&address(&other, "forum.example"), None), Err(FetchError::NoConnection));
    assert_eq!(get(&address(&server, "third.example"), None), Err(FetchError::NoConnection));

    for (fault, expected) in [
        (Fault::Redirect("https://evil.example/x".to_owned()), FetchError::Redirected),
        (Fault::Redirect("http://forum.example/x".to_owned()), FetchError::Redirected),
        (Fault::Redirect("https://127.0.0.1/x".to_owned()), FetchError::Redirected),
        (Fault::Redirect(PATH.to_owned()), FetchError::Redirected),
        (Fault::Bomb, FetchError::TooLarge { max: 262_144 }),
        (Fault::TooLong, FetchError::TooLarge { max: 262_144 }),
        (Fault::CutOff, FetchError::Interrupted),
        (Fault::Status(404), FetchError::Status { status: 404 }),
        (Fault::Status(500), FetchError::Status { status: 500 }),
        (Fault::Status(206), FetchError::Status { status: 206 }),
    ] {
        server.set_fault(fault.clone());
        assert_eq!(get(&at, None), Err(expected), "{fault:?}");
    }
    // Neither answer ever ends, so it is the fetcher that gives up.
    let hasty = Fetcher::within("selfcheck test", Duration::from_millis(500)).unwrap();
    for fault in [Fault::Stall, Fault::Drip] {
        server.set_fault(fault.clone());
        assert_eq!(runtime.block_on(hasty.get(&at, None)), Err(FetchError::TimedOut), "{fault:?}");
    }

    server.set_fault(Fault::None);
    let now = "2026-03-15T12:00:00Z".parse().unwrap();
    let source = Source { address: Some(at), ..Source::file(file.into_bytes()) };
    let memory = Memory::default();
    let outcome = || runtime.block_on(source.verify_online(&fetcher, now, &memory));
    assert_eq!((outcome().state.code(), outcome().site), ("unconfirmed", SiteAnswer::NotReached));
    let own = Keys::publish(&card, &[&keys.root_a]).unwrap();
    server.put("/.well-known/selfcheck/publisher", own, None);
    assert_eq!((outcome().state.code(), outcome().site), ("new_publisher", SiteAnswer::SameRoot));
}
