//! The range client against a real server on loopback that misbehaves in every way we could think of.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests read files and stop at what is wrong"
)]

use std::time::Duration;

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

/// Time enough for any machine, and a cap that is reached after little work: nothing but a server that never answers
/// ends by the clock.
fn patient() -> Limits {
    let long = Duration::from_secs(300);
    Limits {
        connect: long,
        request: long,
        check: long,
        pause: Duration::from_millis(1),
        bytes: 64 << 10,
        ..Limits::default()
    }
}

/// For faults whose answer never ends.
fn hasty() -> Limits {
    Limits { request: Duration::from_millis(300), check: Duration::from_secs(1), ..patient() }
}

/// Faults whose answer never ends, so that only the clock ends the request.
const WITHOUT_END: [Fault; 4] = [Fault::Stalled, Fault::StalledBody, Fault::Drip, Fault::EndlessHeaders];

fn client(server: &Server, limits: Limits) -> RangeClient {
    let url: RangeUrl = server.base().parse().unwrap();
    RangeClient::with_limits(url, "selfcheck/test", limits).unwrap()
}

async fn ask(fault: Fault, text: &str) -> (RangeResult, Server) {
    let server = Server::start(fault, list()).unwrap();
    let limits = if WITHOUT_END.contains(&fault) { hasty() } else { patient() };
    let result = client(&server, limits).lookup(&digest(text), &CancellationToken::new()).await;
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
async fn spellings_are_asked_in_their_order_until_one_is_found() {
    for (texts, answers) in [
        (&[LEAKED, FRESH][..], &["found"][..]),
        (&[FRESH, LEAKED], &["not", "found"]),
        (&[FRESH, FRESH], &["not", "not"]),
    ] {
        let server = Server::start(Fault::None, list()).unwrap();
        let digests: Vec<Digest> = texts.iter().map(|text| digest(text)).collect();
        let results = client(&server, patient()).lookup_spellings(&digests, &CancellationToken::new()).await;
        let said = |result: &RangeResult| match result.answer {
            Answer::Found { .. } => "found",
            Answer::NotOnThisList => "not",
            _ => "other",
        };
        assert_eq!(results.iter().map(said).collect::<Vec<_>>(), answers);
        assert_eq!(server.requests().len(), answers.len());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn spellings_share_the_time_of_one_check() {
    let server = Server::start(Fault::Stalled, list()).unwrap();
    let time = Duration::from_millis(300);
    let limits = Limits { request: time, check: time, ..patient() };
    let digests = [digest(FRESH), digest(LEAKED)];
    let results = client(&server, limits).lookup_spellings(&digests, &CancellationToken::new()).await;
    assert_eq!(results.iter().map(reason).collect::<Vec<_>>(), [Reason::TimedOut, Reason::TimedOut]);
    assert_eq!(results.iter().map(|result| result.requests).collect::<Vec<_>>(), [1, 0]);
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
    let (result, server) = ask(Fault::RateLimitedLong, FRESH).await;
    assert_eq!(reason(&result), Reason::RateLimited { retry_after_seconds: Some(3600) });
    assert_eq!((result.requests, server.requests().len()), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_date_and_a_number_beyond_all_limits_are_told_and_not_waited_for() {
    for (fault, least) in [(Fault::RateLimitedDate, 1 << 32), (Fault::RateLimitedHuge, u64::MAX)] {
        let (result, server) = ask(fault, FRESH).await;
        let Reason::RateLimited { retry_after_seconds: Some(seconds) } = reason(&result) else {
            panic!("{result:?}")
        };
        assert!(seconds >= least, "{}: {seconds}", fault.name());
        assert_eq!((result.requests, server.requests().len()), (1, 1), "{}", fault.name());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_says_now_or_nothing_useful_is_asked_at_most_four_times() {
    for (fault, said) in [
        (Fault::RateLimitedNow, Some(0)),
        (Fault::RateLimitedPast, Some(0)),
        (Fault::RateLimitedNonsense, None),
        (Fault::RateLimited, None),
    ] {
        let (result, server) = ask(fault, FRESH).await;
        assert_eq!(reason(&result), Reason::RateLimited { retry_after_seconds: said }, "{}", fault.name());
        assert_eq!((result.requests, server.requests().len()), (4, 4), "{}", fault.name());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_wants_to_be_left_alone_is_not_asked_by_the_next_check_either() {
    let server = Server::start(Fault::RateLimitedLong, list()).unwrap();
    let client = client(&server, patient());
    let stop = CancellationToken::new();
    let first = client.lookup(&digest(FRESH), &stop).await;
    assert_eq!(first.requests, 1);
    server.set_fault(Fault::None);
    let again = client.lookup(&digest(LEAKED), &stop).await;
    let Reason::RateLimited { retry_after_seconds: Some(seconds) } = reason(&again) else {
        panic!("{again:?}")
    };
    assert!((1..=3_600).contains(&seconds), "{seconds}");
    let many = client.lookup_many(&[digest(FRESH), digest(LEAKED)], |_, _| {}, &stop).await;
    assert!(many.iter().all(|result| matches!(reason(result), Reason::RateLimited { .. })));
    assert_eq!((again.requests, server.requests().len()), (0, 1));
}

/// The times at which requests come are the server's: none before the second that it asked for is over.
#[tokio::test(flavor = "multi_thread")]
async fn a_second_is_waited_for_before_the_next_request() {
    let server = Server::start(Fault::RateLimitedSecond, list()).unwrap();
    let limits = Limits { attempts: 2, ..patient() };
    let began = std::time::Instant::now();
    let result = client(&server, limits).lookup(&digest(FRESH), &CancellationToken::new()).await;
    assert!(began.elapsed() >= Duration::from_secs(1));
    assert_eq!(reason(&result), Reason::RateLimited { retry_after_seconds: Some(1) });
    assert_eq!((result.requests, server.requests().len()), (2, 2));
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
async fn stopping_ends_a_request_under_way_and_keeps_the_request_on_the_receipt() {
    let server = Server::start(Fault::Stalled, list()).unwrap();
    let cancel = CancellationToken::new();
    let client = client(&server, patient());
    let digest = digest(FRESH);
    let stopped = async {
        server.received(1).await;
        cancel.cancel();
    };
    // The server never answers and the limits are minutes: it ends because it was stopped.
    let (result, ()) = tokio::join!(client.lookup(&digest, &cancel), stopped);
    assert_eq!(
        result,
        RangeResult { answer: Answer::CouldNotCheck(Reason::Cancelled), requests: 1, unsent: 0 }
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_ends_in_its_time_whatever_the_server_does() {
    // No answer ends, one request may take minutes, and so many attempts never run out: each limit of time ends it.
    let long = Duration::from_secs(300);
    let (short, attempts) = (Duration::from_millis(500), u32::MAX);
    for fault in WITHOUT_END {
        for limits in [
            Limits { check: short, attempts, ..patient() },
            Limits { check: short, request: short / 10, attempts, ..patient() },
            Limits { check: long, request: short, attempts: 1, ..patient() },
        ] {
            let server = Server::start(fault, list()).unwrap();
            let result = client(&server, limits).lookup(&digest(FRESH), &CancellationToken::new()).await;
            // The HTTP library may give endless headers up by itself before that.
            let ended = reason(&result);
            let right =
                ended == Reason::TimedOut || (fault == Fault::EndlessHeaders && ended == Reason::Interrupted);
            assert!(right, "{}: {limits:?}: {ended:?}", fault.name());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_passwords_ask_each_prefix_once_and_at_most_eight_at_a_time() {
    let server = Server::start(Fault::None, list()).unwrap();
    let mut texts: Vec<String> = (0..40).map(|n| format!("canary-{n}-quince")).collect();
    texts.extend([LEAKED.to_owned(), FRESH.to_owned(), LEAKED.to_owned()]);
    let digests: Vec<Digest> = texts.iter().map(|text| digest(text)).collect();
    let mut heard = Vec::new();
    let results = client(&server, patient())
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
