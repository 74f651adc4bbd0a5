//! `selfcheck audit` as a script sees it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

mod said;

use std::path::PathBuf;

use range_faults::{Fault, List, Server};
use said::{Said, selfcheck};
use serde_json::json;

const CANARY: &str = "plum-lantern-4477-canary";

/// A folder with one export of Chrome.
struct Folder(tempfile::TempDir);

impl Folder {
    fn with(rows: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("export.csv"), format!("name,url,username,password,note\n{rows}"))
            .unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    fn audit(&self, arguments: &[&str]) -> Said {
        selfcheck(&[&["audit", &self.path("export.csv")], arguments].concat(), b"")
    }
}

fn planted() -> Folder {
    Folder::with(&format!(
        "forum,https://forum.example/,ann,{CANARY},\n\
         shop,https://shop.example/,ann,{CANARY},\n\
         adobe,https://www.adobe.com/,ann,marble+thicket+quarry+dune,\n\
         club,http://club.example/,ann,password1,\n\
         door,https://door.example/,,1234,\n"
    ))
}

fn server(fault: Fault) -> Server {
    let mut list = List::new();
    for (text, known) in [(CANARY, true), ("marble+thicket+quarry+dune", false)] {
        let digest = password::Password::from_bytes(text.as_bytes().to_vec().into()).ok().unwrap().digest();
        for start in lists::embedded().expected_suffix_starts(digest.prefix()) {
            list.add_row(&format!("{}{start:06X}{:029}:3", digest.prefix(), 0)).unwrap();
        }
        if known {
            list.add_row(&format!("{}{}:42", digest.prefix(), digest.suffix_hex().as_str())).unwrap();
        }
    }
    Server::start(fault, list).unwrap()
}

#[test]
fn with_a_notice_its_site_comes_first_and_its_password_next() {
    let folder = planted();
    let notice = folder.path("forum.notice");
    let text = "format = 1\nid = \"forum.example/2026-03\"\nrevision = 1\nstatus = \"interim\"\n[title]\nen = \"News\"\n";
    std::fs::write(&notice, text).unwrap();
    let said = folder.audit(&["--offline", "--json", "--notice", &notice]);
    let kinds = |login: usize| {
        let findings = said.json()["logins"][login]["findings"].clone();
        findings
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["kind"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert!(kinds(0).contains(&"incident_site".to_owned()), "{}", said.out);
    assert!(kinds(1).contains(&"incident_password".to_owned()), "{}", said.out);
    assert_eq!(folder.audit(&["--offline", "--notice", "no-such.notice"]).code, 2);
}

#[test]
fn the_document_is_that_of_the_contract() {
    let said = planted().audit(&["--offline", "--json"]);
    assert_eq!(said.code, 1, "{}", said.err);
    let json = said.json();
    assert_eq!((json["source"].as_str(), json["read"].as_u64()), (Some("chrome"), Some(5)));
    let at =
        |line: u64| json["logins"].as_array().unwrap().iter().find(|login| login["line"] == line).unwrap();
    assert_eq!(
        at(2)["findings"],
        json!([{"kind": "reused", "with_lines": [3]}]),
        "nothing more, and no count of others where there are none"
    );
    assert_eq!(
        at(4)["findings"][0],
        json!({"kind": "site_breached_change_unknown", "breach": "Adobe", "breach_date": "2013-10-04"})
    );
    assert_eq!(at(5)["findings"][0], json!({"kind": "breached", "list": "embedded", "count": null}));
    assert_eq!((at(5)["site"].as_str(), at(5)["lookup"].as_str()), (Some("club.example"), Some("found")));
    assert_eq!(at(5)["change_password_url"], "https://club.example/.well-known/change-password");
    assert_eq!(
        at(6)["findings"][0],
        json!({"kind": "breached", "list": "embedded", "count": null}),
        "a PIN too"
    );
    assert_eq!(at(6)["lookup"], "found");
    assert_eq!(
        json["summary"],
        json!({"logins": 5, "distinct_passwords": 4, "breached": 2, "reused": 2, "similar": 0, "weak": 2,
               "could_not_check": 0, "requests": 0})
    );
    assert_eq!(json["receipt"], json!({"host": null, "prefixes_sent": 0}));
}

#[test]
fn without_consent_and_without_a_terminal_nobody_is_asked_and_that_is_said() {
    let server = server(Fault::None);
    let said = planted().audit(&["--json", "--range-url", &server.base()]);
    assert!(server.requests().is_empty());
    assert!(said.err.contains("2 requests") && said.err.contains("--yes"), "{}", said.err);
    assert_eq!(said.json()["receipt"]["host"], serde_json::Value::Null);
}

#[test]
fn with_consent_each_password_that_is_left_is_asked_once() {
    let server = server(Fault::None);
    let said = planted().audit(&["--json", "--yes", "--range-url", &server.base()]);
    let json = said.json();
    let host = server.address().to_string();
    assert_eq!(server.requests().len(), 2);
    assert_eq!(json["receipt"], json!({"host": host, "prefixes_sent": 2}));
    assert_eq!(
        (json["summary"]["requests"].as_u64(), json["summary"]["breached"].as_u64()),
        (Some(2), Some(4))
    );
    let first = &json["logins"][0];
    assert_eq!(
        first["findings"][0],
        json!({"kind": "breached", "list": format!("range:{host}"), "count": 42})
    );
}

#[test]
fn what_could_not_be_checked_is_said_and_never_an_all_clear() {
    let server = server(Fault::NotFound);
    let rows = format!("forum,https://forum.example/,ann,{CANARY},\n");
    let said = Folder::with(&rows).audit(&["--json", "--yes", "--range-url", &server.base()]);
    assert_eq!(said.code, 3);
    assert_eq!(said.json()["logins"][0]["lookup"], "could_not_check");
    assert!(said.err.contains("404"), "{}", said.err);
}

#[test]
fn nothing_found_is_zero() {
    let rows = format!("forum,https://forum.example/,ann,{CANARY},\n");
    assert_eq!(Folder::with(&rows).audit(&["--offline"]).code, 0);
}

#[test]
fn a_log_in_that_could_not_be_read_is_never_an_all_clear() {
    let rows = format!("forum,https://forum.example/,ann,{CANARY},\nshort,https://short.example/\n");
    let said = Folder::with(&rows).audit(&["--offline"]);
    assert!(said.out.contains("not read: Line 3"), "{}", said.out);
    assert_eq!(said.code, 3);
    let weak = Folder::with(&format!("{rows}club,https://club.example/,ann,password1,\n"));
    assert_eq!(weak.audit(&["--offline"]).code, 1, "what asks for a change comes first");
}

#[test]
fn a_report_is_written_in_each_form_and_no_output_holds_a_password() {
    let folder = planted();
    let server = server(Fault::None);
    let mut outputs: Vec<String> = Vec::new();
    for name in ["a.json", "a.csv", "a.html"] {
        let said = folder.audit(&["--yes", "--range-url", &server.base(), "--report", &folder.path(name)]);
        assert_eq!(said.code, 1, "{}", said.err);
        assert!(said.out.contains("Change first"), "{}", said.out);
        outputs.extend([said.out, said.err, std::fs::read_to_string(folder.path(name)).unwrap()]);
    }
    outputs.extend(server.requests().iter().map(range_faults::Request::text));
    let digest = password::Password::from_bytes(CANARY.as_bytes().to_vec().into()).ok().unwrap().digest();
    for output in outputs {
        assert!(!output.contains(CANARY), "{output}");
        assert!(!output.to_uppercase().contains(digest.suffix_hex().as_str()), "{output}");
    }
    let names: Vec<PathBuf> =
        std::fs::read_dir(folder.0.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(names.len(), 4, "nothing else is left: {names:?}");
}

#[test]
fn an_ending_that_is_no_report_is_wrong_use_before_anything_is_read() {
    let said = planted().audit(&["--offline", "--report", "a.pdf"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains(".html"));
}

#[test]
fn an_earlier_report_is_compared_with() {
    let folder = planted();
    folder.audit(&["--offline", "--report", &folder.path("before.json")]);
    let same = folder.audit(&["--offline", "--json", "--compare", &folder.path("before.json")]);
    assert_eq!(same.json()["compared"], json!({"fixed": [], "new": [], "not_checked_again": []}));
    let wrong = folder.audit(&["--offline", "--json", "--compare", &folder.path("export.csv")]);
    assert_eq!((wrong.code, wrong.out.as_str()), (2, ""));
}

#[test]
fn a_file_that_is_none_is_named_with_what_to_do() {
    let folder = planted();
    let said = selfcheck(&["audit", &folder.path("gone.csv"), "--offline"], b"");
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("gone.csv"), "{}", said.err);
    let said = selfcheck(&["audit", &folder.path(""), "--offline"], b"");
    assert_eq!(said.code, 2);
}

#[test]
fn a_password_database_is_kept_and_an_export_is_to_be_deleted() {
    let database = concat!(env!("CARGO_MANIFEST_DIR"), "/../audit/tests/exports/keepass.kdbx");
    let said = selfcheck(&["audit", database, "--offline"], b"correct horse\n");
    assert!(said.out.contains("from KeePass"), "{}{}", said.out, said.err);
    assert!(said.out.ends_with("your password database: keep it. Selfcheck changed nothing in it.\n"));
    assert!(!said.out.contains("delete the export"), "{}", said.out);
    assert!(planted().audit(&["--offline"]).out.contains("delete the export"));
}
