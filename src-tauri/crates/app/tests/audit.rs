//! An audit beside a range service that behaves and one that does not.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use jiff::civil::date;
use std::ops::ControlFlow;
use std::time::Duration;
use texts::Texts;

use app::audit::compare::Earlier;
use app::audit::report::{Format, Report};
use app::audit::{Asked, Audit, Service, today};
use app::check::{Checker, ListFile, Online, Verdict};
use audit::read::{Encoding, Export, Source};
use audit::{Context, Examination, Login};
use lists::build::{BuildOptions, build};
use lists::{Limits, Reason};
use password::Password;
use range_faults::{Fault, List, Server};
use sites::Region;
use tokio_util::sync::CancellationToken;

fn password(text: &str) -> Password {
    Password::from_bytes(text.as_bytes().to_vec().into()).ok().unwrap()
}

/// Made up, strong, unlike one another, and on no list.
fn secrets(count: u64) -> Vec<String> {
    (1..=count).map(|n| format!("canary-{:016x}", n.wrapping_mul(0x9E37_79B9_7F4A_7C15))).collect()
}

fn audit(secrets: &[String]) -> Audit {
    audit_with(secrets, &[])
}

fn audit_with(secrets: &[String], files: &[ListFile]) -> Audit {
    let logins = secrets.iter().zip(2..).map(|(secret, line)| Login {
        line,
        title: String::new(),
        urls: vec![format!("https://site{line}.example/")],
        username: format!("=ann{line}"),
        password: Some(password(secret)),
        changed: None,
        has_second_step: false,
        doubtful: false,
        like_master: None,
    });
    let export = Export {
        source: Source::Chrome,
        encoding: Encoding::Utf8,
        logins: logins.collect(),
        skipped: Vec::new(),
        warnings: Vec::new(),
    };
    let context =
        Context { today: today(), catalogue: sites::breaches(), region: Region::All, incident: None };
    match Audit::begin(Examination::new(export, &context), files, &mut |_, _| ControlFlow::Continue(())) {
        ControlFlow::Continue(audit) => audit,
        ControlFlow::Break(()) => panic!("stopped"),
    }
}

/// Knows the neighbours that every range should have, and these passwords.
fn server(fault: Fault, all: &[String], known: &[String]) -> Server {
    let mut list = List::new();
    for secret in all {
        let prefix = password(secret).digest().prefix();
        for start in lists::embedded().expected_suffix_starts(prefix) {
            list.add_row(&format!("{prefix}{start:06X}{:029}:3", 0)).unwrap();
        }
    }
    for secret in known {
        let digest = password(secret).digest();
        list.add_row(&format!("{}{}:42", digest.prefix(), digest.suffix_hex().as_str())).unwrap();
    }
    Server::start(fault, list).unwrap()
}

/// Time enough for any machine, so that nothing but a server that never answers ends by the clock.
fn service(server: &Server) -> Service {
    let long = Duration::from_secs(300);
    service_within(server, long, long)
}

fn service_within(server: &Server, request: Duration, check: Duration) -> Service {
    let limits = Limits {
        connect: check,
        pause: Duration::from_millis(1),
        request,
        check,
        attempts: 2,
        ..Limits::default()
    };
    Service::with_limits(server.base().parse().unwrap(), "selfcheck-tests", limits).unwrap()
}

/// Faults whose answer never ends, so that only the clock ends the request.
const WITHOUT_END: [Fault; 4] = [Fault::Stalled, Fault::StalledBody, Fault::Drip, Fault::EndlessHeaders];

async fn ask(audit: &Audit, server: &Server) -> Asked {
    audit.ask(&service(server), 0, &|_, _| {}, &CancellationToken::new()).await
}

fn lookups(audit: &Audit) -> Vec<&'static str> {
    let examination = audit.examination();
    (0..examination.len()).map(|login| examination.row(login).unwrap().lookup.code()).collect()
}

#[tokio::test]
async fn each_prefix_leaves_once_and_a_password_of_the_embedded_list_never() {
    let mut all = secrets(20);
    all.extend(["password1".to_owned(), all[0].clone(), "123456789".to_owned()]);
    let server = server(Fault::None, &all, &all[3..4]);
    let audit = audit(&all);
    assert_eq!(audit.requests_needed(), 20);
    assert_eq!(ask(&audit, &server).await, Asked::All);
    let requests = server.requests();
    let mut prefixes: Vec<String> = requests.iter().map(range_faults::Request::prefix).collect();
    let in_order_of_file: Vec<String> =
        all[..20].iter().map(|secret| password(secret).digest().prefix().to_string()).collect();
    assert_ne!(prefixes, in_order_of_file, "shuffled");
    prefixes.sort();
    prefixes.dedup();
    assert_eq!((prefixes.len(), requests.len()), (20, 20));
    assert!(
        requests.iter().all(|request| !request.text().contains("canary") && !request.text().contains("ann"))
    );
    let receipt = audit.receipt();
    assert_eq!((receipt.prefixes_sent, receipt.requests), (20, 20));
    assert_eq!(receipt.host, Some(server.address().to_string()));
    let said = lookups(&audit);
    assert_eq!((said[3], said[20], said[0]), ("found", "found", "not_on_this_list"));
    assert_eq!(audit.requests_needed(), 0);
}

#[tokio::test]
async fn one_broken_range_leaves_the_rest_whole() {
    let all = secrets(30);
    let server = server(Fault::None, &all, &all[..5]);
    let broken = password(&all[0]).digest().prefix().to_string();
    server.break_ranges(&[&broken]);
    let audit = audit(&all);
    assert_eq!(ask(&audit, &server).await, Asked::All);
    let said = lookups(&audit);
    assert_eq!(said[0], "could_not_check");
    assert!(said[1..5].iter().all(|said| *said == "found"));
    assert!(said[5..].iter().all(|said| *said == "not_on_this_list"));
    server.break_ranges(&[]);
    assert_eq!((audit.requests_needed(), ask(&audit, &server).await), (1, Asked::All));
    assert_eq!(lookups(&audit)[0], "found");
}

#[tokio::test]
async fn a_service_that_is_down_is_left_alone_and_nothing_reads_as_clean() {
    let all = secrets(200);
    let server = server(Fault::Unavailable, &all, &[]);
    let audit = audit(&all);
    assert_eq!(ask(&audit, &server).await, Asked::GaveUp(Reason::ServerError { status: 503 }));
    assert!(lookups(&audit).iter().all(|said| *said == "could_not_check"));
    assert!(server.requests().len() <= 24 * 2, "{}", server.requests().len());
    assert_eq!(audit.examination().summary().could_not_check, 200);
    for format in [Format::Csv, Format::Html] {
        let report = written(&audit, format);
        assert!(report.contains("It could not be looked up,") && !report.contains("Nothing was found."));
    }
    server.set_fault(Fault::None);
    assert_eq!(ask(&audit, &server).await, Asked::All);
    assert!(lookups(&audit).iter().all(|said| *said == "not_on_this_list"));
}

#[tokio::test]
async fn no_fault_is_an_all_clear() {
    let all = secrets(2);
    for fault in Fault::ALL.iter().copied().filter(|fault| !fault.is_honest()) {
        let server = server(fault, &all, &all);
        let audit = audit(&all);
        if WITHOUT_END.contains(&fault) {
            let service = service_within(&server, Duration::from_millis(300), Duration::from_secs(1));
            audit.ask(&service, 0, &|_, _| {}, &CancellationToken::new()).await;
        } else {
            ask(&audit, &server).await;
        }
        // One that leaves out a single hit cannot be told from one that does not know it.
        if fault != Fault::HidesHits {
            assert!(lookups(&audit).iter().all(|said| *said != "not_on_this_list"), "{}", fault.name());
        }
    }
}

#[tokio::test]
async fn stopping_ends_the_requests_under_way_and_what_was_left_can_be_asked_later() {
    let all = secrets(40);
    let server = server(Fault::Stalled, &all, &all);
    let (audit, cancel) = (audit(&all), CancellationToken::new());
    let service = service(&server);
    let stopped = async {
        server.received(1).await;
        cancel.cancel();
    };
    // The server never answers and the limits are minutes: it ends because it was stopped.
    let (asked, ()) = tokio::join!(audit.ask(&service, 0, &|_, _| {}, &cancel), stopped);
    assert_eq!(asked, Asked::Stopped);
    assert!(server.requests().len() <= 8, "no further request after the stop");
    assert_eq!(audit.requests_needed(), 40);
    server.set_fault(Fault::None);
    assert_eq!(ask(&audit, &server).await, Asked::All);
    assert!(lookups(&audit).iter().all(|said| *said == "found"));
}

#[tokio::test]
async fn decoys_are_asked_among_the_true_ones() {
    let all = secrets(10);
    let server = server(Fault::None, &all, &[]);
    let audit = audit(&all);
    audit.ask(&service(&server), 2, &|_, _| {}, &CancellationToken::new()).await;
    assert!((28..=30).contains(&audit.receipt().prefixes_sent), "{:?}", audit.receipt());
    assert_eq!(audit.examination().summary().logins, 10);
}

fn written(audit: &Audit, format: Format) -> String {
    let mut bytes = Vec::new();
    Report::of(audit, None).write(format, Texts::of("en"), date(2026, 11, 24), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[tokio::test]
async fn no_report_holds_a_password_or_a_hash_or_a_cell_that_runs() {
    let all = [secrets(3), secrets(1)].concat();
    let server = server(Fault::None, &all, &all);
    let audit = audit(&all);
    ask(&audit, &server).await;
    for format in [Format::Json, Format::Csv, Format::Html] {
        let text = written(&audit, format).to_lowercase();
        assert!(!text.contains("canary"), "{format:?}");
        for secret in &all {
            let digest = password(secret).digest();
            assert!(!text.contains(&digest.suffix_hex().to_lowercase()), "{format:?}");
            assert!(!text.contains(&digest.prefix().to_string().to_lowercase()), "{format:?}");
        }
    }
    let table = written(&audit, Format::Csv);
    assert!(table.contains(",'=ann2,"), "{table}");
    let page = written(&audit, Format::Html);
    assert!(!page.contains("<script") && page.contains("default-src 'none'"));
}

#[tokio::test]
async fn an_earlier_report_tells_what_is_fixed_and_never_claims_more_than_was_asked() {
    let before = [secrets(2), secrets(1)].concat();
    let server = server(Fault::None, &secrets(5), &before[1..2]);
    let first = audit(&before);
    ask(&first, &server).await;
    let earlier = written(&first, Format::Json);
    // The third account has a password of its own now. The second has its old one, and nobody was asked online.
    let now = secrets(4);
    let second = audit(&[now[0].clone(), now[1].clone(), now[3].clone()]);
    let compared = Earlier::read(earlier.as_bytes()).unwrap().beside(&second);
    assert_eq!((compared.fixed.len(), compared.new.len(), compared.not_checked_again.len()), (2, 0, 1));
    ask(&second, &server).await;
    let compared = Earlier::read(earlier.as_bytes()).unwrap().beside(&second);
    assert_eq!((compared.fixed.len(), compared.not_checked_again.len()), (2, 0));
    assert!(Earlier::read(b"line,site\n").is_err());
}

/// An earlier report of `willow.example` with these findings.
fn earlier(site: &str, findings: &str) -> Earlier {
    let login = format!(r#"{{"site": "{site}", "username": "=ann2", "findings": [{findings}]}}"#);
    Earlier::read(format!(r#"{{"logins": [{login}]}}"#).as_bytes()).unwrap()
}

#[tokio::test]
async fn nothing_counts_as_fixed_that_was_not_looked_for() {
    let all = secrets(3);
    let audit = audit(&all);
    let told = |audit: &Audit, site: &str, findings: &str| {
        let compared = earlier(site, findings).beside(audit);
        (compared.fixed.len(), compared.not_checked_again.len())
    };
    let on_a_list = r#"{"kind": "breached", "list": "embedded"}"#;
    assert_eq!(told(&audit, "site2.example", on_a_list), (1, 0));
    assert_eq!(told(&audit, "elsewhere.example", on_a_list), (0, 1), "another file");
    for kind in ["incident_site", "incident_password"] {
        assert_eq!(told(&audit, "site2.example", &format!(r#"{{"kind": "{kind}"}}"#)), (0, 1), "no notice");
    }
    let incident = sites::RegistrableDomain::of("willow.example");
    let context = Context { today: today(), catalogue: sites::breaches(), region: Region::All, incident };
    audit.examination().hold_against(&context);
    assert_eq!(told(&audit, "site2.example", r#"{"kind": "incident_password"}"#), (1, 0));
    for kind in ["weak", "similar", "old"] {
        let kind = format!(r#"{{"kind": "{kind}"}}"#);
        assert_eq!(told(&audit, "site2.example", &kind), (0, 1), "not compared and rated yet");
    }
    assert!(audit.examination().judge(&|_, _, _| ControlFlow::Continue(())).is_continue());
    for kind in ["weak", "similar", "old"] {
        assert_eq!(told(&audit, "site2.example", &format!(r#"{{"kind": "{kind}"}}"#)), (1, 0));
    }
    // The service has answered for the others, and not for this one.
    let server = server(Fault::None, &all, &[]);
    server.break_ranges(&[&password(&all[0]).digest().prefix().to_string()]);
    assert_eq!(ask(&audit, &server).await, Asked::All);
    let online = format!(r#"{{"kind": "breached", "list": "range:{}"}}"#, server.address());
    assert_eq!(told(&audit, "site2.example", &online), (0, 1));
    server.break_ranges(&[]);
    assert_eq!(ask(&audit, &server).await, Asked::All);
    assert_eq!(told(&audit, "site2.example", &online), (1, 0));
}

/// A list file of these passwords, as the window keeps it open.
fn list_of(folder: &std::path::Path, all: &[String]) -> std::path::PathBuf {
    let (input, out) = (folder.join("plain.txt"), folder.join("open.list"));
    std::fs::write(&input, all.join("\n")).unwrap();
    let options = BuildOptions {
        memory: 1 << 20,
        false_positive_exponent: 30,
        plain: true,
        source: String::new(),
        as_of: String::new(),
    };
    build(&[input], &out, &options, |_| true).unwrap();
    out
}

#[tokio::test]
async fn a_list_file_cut_while_it_is_open_is_could_not_check_in_an_audit_and_in_a_check() {
    let folder = tempfile::tempdir().unwrap();
    let all = secrets(3_000);
    let out = list_of(folder.path(), &all);
    let files = [ListFile::open(&out)];
    let checker = Checker::new(lists::RangeUrl::default(), "selfcheck-tests").unwrap();
    let checker = checker.with_files(vec![ListFile::open(&out)]);
    std::fs::OpenOptions::new().write(true).open(&out).unwrap().set_len(4_500).unwrap();
    let audit = audit_with(&all[..40], &files);
    assert!(lookups(&audit).iter().all(|said| *said == "could_not_check"), "{:?}", lookups(&audit));
    let begun = checker.begin(&password(&all[7]), &[]);
    let result = checker.finish(&begun, Online::No, &CancellationToken::new()).await;
    assert_eq!(result.verdict, Verdict::CouldNotCheck);
    assert_eq!(result.lists[1].answer, lists::Answer::CouldNotCheck(Reason::FileDamaged));
}

#[test]
fn a_list_of_classes_is_named_and_its_count_is_said_to_be_the_least() {
    let folder = tempfile::tempdir().unwrap();
    let (input, out) = (folder.path().join("in.txt"), folder.path().join("ours.list"));
    let all = secrets(2);
    let digest = password(&all[0]).digest();
    std::fs::write(&input, format!("{}{}:57\n", digest.prefix(), digest.suffix_hex().as_str())).unwrap();
    let options = BuildOptions {
        memory: 1 << 20,
        false_positive_exponent: 30,
        plain: false,
        source: "a test".to_owned(),
        as_of: "2026-03-14".to_owned(),
    };
    build(&[input], &out, &options, |_| true).unwrap();
    let files = [ListFile::open(&out)];
    let audit = audit_with(&all, &files);
    let page = written(&audit, Format::Html);
    assert!(page.contains("on the list file ours.list, seen at least 10 times"), "{page}");
    let json: serde_json::Value = serde_json::from_str(&written(&audit, Format::Json)).unwrap();
    let found = &json["logins"][0]["findings"][0];
    assert_eq!(
        (&found["list"], &found["count"], &found["at_least"]),
        (&"file:ours.list".into(), &10.into(), &true.into())
    );
}

#[tokio::test]
async fn pin_is_asked_of_this_computers_lists_only_and_reported_where_one_holds_it() {
    // Found in the embedded list; on none; digits of another script; a sixth digit makes it a password.
    let all = ["12345", "1234", "00000", "90731", "٩٠٧٣١", "907318"].map(str::to_owned);
    let server = server(Fault::None, &all, &all);
    let audit = audit(&all);
    assert_eq!(audit.requests_needed(), 1, "only the six digits");
    assert_eq!(ask(&audit, &server).await, Asked::All);
    assert_eq!(server.requests().len(), 1);
    let examination = audit.examination();
    let kinds = |login: usize| examination.kinds(login).iter().collect::<Vec<_>>();
    for login in [0, 1, 2, 5] {
        assert!(kinds(login).contains(&::audit::Kind::Breached), "{}", all[login]);
    }
    for login in [3, 4] {
        assert_eq!(kinds(login), [::audit::Kind::NotChecked], "{}", all[login]);
    }
    assert_eq!(lookups(&audit), ["found", "found", "found", "not_asked", "not_asked", "found"]);
    assert_eq!(examination.summary().distinct_passwords, 4);
}

#[tokio::test]
async fn password_in_either_unicode_form_is_one_and_found_in_either() {
    let (composed, decomposed) = ("contraseña-8812-zebra", "contrasen\u{303}a-8812-zebra");
    for (held, saved) in [
        (composed, vec![decomposed]),
        (decomposed, vec![decomposed]),
        (composed, vec![composed, decomposed]),
        (decomposed, vec![decomposed, composed]),
        (composed, vec![composed]),
    ] {
        let both = [composed.to_owned(), decomposed.to_owned()];
        let server = server(Fault::None, &both, &[held.to_owned()]);
        let saved: Vec<String> = saved.into_iter().map(str::to_owned).collect();
        let audit = audit(&saved);
        assert_eq!(ask(&audit, &server).await, Asked::All);
        assert_eq!(lookups(&audit), vec!["found"; saved.len()], "{held:?} held, {saved:?} saved");
        let summary = audit.examination().summary();
        assert_eq!(summary.distinct_passwords, 1);
        assert_eq!(summary.of(::audit::Kind::Reused), if saved.len() > 1 { 2 } else { 0 });
    }
}

#[tokio::test]
async fn password_in_two_unicode_forms_is_not_cleared_while_one_could_not_be_asked() {
    let decomposed = "contrasen\u{303}a-8812-zebra".to_owned();
    let server = server(Fault::None, &[], &[]);
    let audit = audit(&[decomposed]);
    // Neither range has the entries that it should have, so that neither answer proves anything.
    let _ = ask(&audit, &server).await;
    assert_eq!(lookups(&audit), ["could_not_check"]);
}
