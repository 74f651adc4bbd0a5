//! The range client against a real server on loopback that misbehaves in every way we could think of.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests read files and stop at what is wrong"
)]

use std::time::{Duration, Instant};

use lists::{Answer, Count, Limits, RangeClient, RangeResult, RangeUrl, Reason, embedded};
use password::{Digest, Password};
use range_faults::{Fault, List, Server};
use tokio_util::sync::CancellationToken;
use zeroize::Zeroizing;

/// Not on the embedded list; on the server's.
const LEAKED: &str = "plum-lantern-4477-canary";
/// On neither.
const FRESH: &str = "umber-violin-9031-canary";

fn digest(text: &str) -> Digest {
    Password::from_bytes(Zeroizing::new(text.as_bytes().to_vec())).ok().unwrap().digest()
}

/// A list that holds `LEAKED`, and all that the embedded list holds for either prefix, as a real one does.
fn list() -> List {
    let mut list = List::new();
    for text in [LEAKED, FRESH] {
        let prefix = digest(text).prefix();
        for start in embedded().expected_suffix_starts(prefix) {
            list.add_row(&format!("{prefix}{start:06X}{:029}:7", 0)).unwrap();
        }
    }
    let leaked = digest(LEAKED);
    list.with(&format!("{}{}", leaked.prefix(), leaked.suffix_hex().as_str()), 42)
}

fn quick() -> Limits {
    Limits {
        connect: Duration::from_millis(500),
        request: Duration::from_millis(900),
        check: Duration::from_secs(3),
        pause: Duration::from_millis(20),
        ..Limits::default()
    }
}

fn client(server: &Server, limits: Limits) -> RangeClient {
    let url: RangeUrl = server.base().parse().unwrap();
    RangeClient::with_limits(url, "selfcheck/test", limits).unwrap()
}

async fn ask(fault: Fault, text: &str) -> (RangeResult, Server) {
    let server = Server::start(fault, list()).unwrap();
    let result = client(&server, quick()).lookup(&digest(text), &CancellationToken::new()).await;
    (result, server)
}

fn reason(result: &RangeResult) -> Reason {
    match result.answer {
        Answer::CouldNotCheck(reason) => reason,
        ref other => panic!("{other:?} is not a failure"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn honest_servers_of_every_style_are_understood() {
    for fault in Fault::ALL.iter().copied().filter(|fault| fault.is_honest()) {
        let (found, _server) = ask(fault, LEAKED).await;
        assert_eq!(found.answer, Answer::Found { count: Count::Exact(42), rank: None }, "{}", fault.name());
        let (not, _server) = ask(fault, FRESH).await;
        assert_eq!(not.answer, Answer::NotOnThisList, "{}", fault.name());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_fault_reads_as_not_on_this_list() {
    let faults = Fault::ALL.iter().copied().filter(|fault| !fault.is_honest());
    let asked = faults.map(|fault| async move { (fault, ask(fault, FRESH).await) });
    for (fault, (result, _server)) in futures_util::future::join_all(asked).await {
        assert!(matches!(result.answer, Answer::CouldNotCheck(_)), "{}: {:?}", fault.name(), result.answer);
        assert!(result.requests >= 1, "{}: the request must be on the receipt", fault.name());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_fault_has_its_own_reason() {
    type Expected = fn(Reason) -> bool;
    let expected: [(Fault, Expected); 14] = [
        (Fault::NotFound, |r| r == Reason::UnexpectedStatus { status: 404 }),
        (Fault::Forbidden, |r| r == Reason::UnexpectedStatus { status: 403 }),
        (Fault::Unavailable, |r| r == Reason::ServerError { status: 503 }),
        (Fault::Redirect, |r| r == Reason::Redirected { status: 302 }),
        (Fault::Html, |r| r == Reason::NotAList { line: 1 }),
        (Fault::Empty, |r| r == Reason::EmptyAnswer),
        (Fault::TruncatedLine, |r| matches!(r, Reason::NotAList { .. })),
        (Fault::PaddingOnly, |r| r == Reason::Unreliable),
        (Fault::HidesHits, |r| r == Reason::Unreliable),
        (Fault::Refused, |r| r == Reason::Unreachable),
        (Fault::Reset, |r| r == Reason::Interrupted),
        (Fault::Stalled, |r| r == Reason::TimedOut),
        (Fault::GzipBomb, |r| r == Reason::TooLarge),
        (Fault::Endless, |r| r == Reason::TooLarge),
    ];
    for (fault, test) in expected {
        let (result, _server) = ask(fault, FRESH).await;
        assert!(test(reason(&result)), "{}: {:?}", fault.name(), result.answer);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_hour_of_retry_after_is_told_and_not_waited_for() {
    let start = Instant::now();
    let (result, server) = ask(Fault::RateLimitedLong, FRESH).await;
    assert_eq!(reason(&result), Reason::RateLimited { retry_after_seconds: Some(3600) });
    assert_eq!((result.requests, server.requests().len()), (1, 1));
    assert!(start.elapsed() < Duration::from_secs(3));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirect_is_not_followed_and_a_wrong_answer_not_asked_again() {
    for fault in [Fault::Redirect, Fault::NotFound, Fault::Html, Fault::HidesHits] {
        let (result, server) = ask(fault, FRESH).await;
        assert_eq!((result.requests, server.requests().len()), (1, 1), "{}", fault.name());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_server_is_asked_at_most_four_times() {
    let (result, server) = ask(Fault::Unavailable, FRESH).await;
    assert_eq!((result.requests, server.requests().len()), (4, 4));
}

#[tokio::test(flavor = "multi_thread")]
async fn five_digits_padding_and_the_name_are_all_that_is_sent() {
    let (_, server) = ask(Fault::None, LEAKED).await;
    let seen = server.requests();
    let leaked = digest(LEAKED);
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].method(), "GET");
    assert_eq!(seen[0].path(), format!("/range/{}", leaked.prefix()));
    let mut names: Vec<String> = seen[0].headers().into_iter().map(|(name, _)| name).collect();
    names.sort();
    assert_eq!(names, ["accept", "accept-encoding", "add-padding", "host", "user-agent"]);
    assert_eq!(seen[0].header("add-padding").as_deref(), Some("true"));
    assert_eq!(seen[0].header("user-agent").as_deref(), Some("selfcheck/test"));
    let text = seen[0].text().to_ascii_uppercase();
    assert!(!text.contains(leaked.suffix_hex().as_str()));
    assert!(!text.contains(&LEAKED.to_ascii_uppercase()));
}

#[tokio::test(flavor = "multi_thread")]
async fn stopping_answers_at_once_and_keeps_the_request_on_the_receipt() {
    let server = Server::start(Fault::Stalled, list()).unwrap();
    let cancel = CancellationToken::new();
    let stop = cancel.clone();
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(200)).await;
        stop.cancel();
    });
    let start = Instant::now();
    let result = client(&server, Limits::default()).lookup(&digest(FRESH), &cancel).await;
    assert_eq!(result, RangeResult { answer: Answer::CouldNotCheck(Reason::Cancelled), requests: 1 });
    assert!(start.elapsed() < Duration::from_millis(400), "{:?}", start.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_ends_in_its_time_whatever_the_server_does() {
    for fault in [Fault::Stalled, Fault::StalledBody, Fault::Drip, Fault::EndlessHeaders] {
        let start = Instant::now();
        let (result, _server) = ask(fault, FRESH).await;
        assert!(matches!(result.answer, Answer::CouldNotCheck(_)), "{}", fault.name());
        assert!(start.elapsed() < Duration::from_secs(4), "{}: {:?}", fault.name(), start.elapsed());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_passwords_ask_each_prefix_once_and_at_most_eight_at_a_time() {
    let server = Server::start(Fault::None, list()).unwrap();
    let mut texts: Vec<String> = (0..40).map(|n| format!("canary-{n}-quince")).collect();
    texts.extend([LEAKED.to_owned(), FRESH.to_owned(), LEAKED.to_owned()]);
    let digests: Vec<Digest> = texts.iter().map(|text| digest(text)).collect();
    let mut heard = Vec::new();
    let results = client(&server, quick())
        .lookup_many(&digests, |done, total| heard.push((done, total)), &CancellationToken::new())
        .await;
    assert_eq!(results.len(), 43);
    assert_eq!(results[40].answer, Answer::Found { count: Count::Exact(42), rank: None });
    assert_eq!(results[41].answer, Answer::NotOnThisList);
    assert_eq!(results[42].answer, results[40].answer);
    assert_eq!(server.requests().len(), 42);
    assert_eq!(results.iter().map(|r| r.requests).sum::<u32>(), 42);
    assert!(server.most_at_once() <= 8, "{}", server.most_at_once());
    assert_eq!(heard.last(), Some(&(42, 42)));
    let mut sorted: Vec<String> = server.requests().iter().map(range_faults::Request::prefix).collect();
    let asked = sorted.clone();
    sorted.sort();
    assert_ne!(asked, sorted, "the order must say nothing");
}
