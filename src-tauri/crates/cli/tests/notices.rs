//! Who vouches for a notice, from the outside: states, exit codes, pins, and what is remembered between runs.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::path::{Path, PathBuf};
use std::process::Command;

use notice_faults::{Body, Keys};
use serde_json::Value;

const NOW: &str = "2026-03-15T12:00:00Z";

struct Place {
    folder: tempfile::TempDir,
    keys: Keys,
}

struct Said {
    code: i32,
    out: String,
    err: String,
}

impl Said {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|_| panic!("{} {}", self.out, self.err))
    }
}

fn place() -> Place {
    Place { folder: tempfile::tempdir().unwrap(), keys: Keys::make().unwrap() }
}

impl Place {
    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// Revision `revision`, signed.
    fn notice(&self, revision: u32) -> PathBuf {
        let card = self.keys.card("forum.example").unwrap();
        let body = Body::new("forum.example").unwrap().revision(revision);
        self.write(&format!("r{revision}.notice"), &self.keys.notice(&body, &card).unwrap())
    }

    fn run(&self, what: &[&str], file: &Path, more: &[&str]) -> Said {
        let kept = self.folder.path().join("kept");
        let output = Command::new(env!("CARGO_BIN_EXE_selfcheck"))
            .env("LC_ALL", "C.UTF-8")
            .arg("notice")
            .args(what)
            .arg(file)
            .args(["--now", NOW])
            .args(more)
            .env("SELFCHECK_DATA_DIR", kept)
            .output()
            .unwrap();
        Said {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// State, code and exit code of `verify`.
    fn state(&self, file: &Path, more: &[&str]) -> (String, Option<String>, i32) {
        let said = self.run(&["verify", "--json"], file, more);
        let json = said.json();
        let text = |name: &str| json[name].as_str().map(str::to_owned);
        assert!(json["reason"].as_str().is_some_and(|reason| reason.ends_with(['.', '?'])));
        (text("state").unwrap(), text("code"), said.code)
    }
}

fn is(state: &str, code: Option<&str>, exit: i32) -> (String, Option<String>, i32) {
    (state.to_owned(), code.map(str::to_owned), exit)
}

#[test]
fn a_publisher_is_unconfirmed_until_somebody_trusts_it_and_its_older_notices_are_refused() {
    let place = place();
    let (one, two) = (place.notice(1), place.notice(2));
    assert_eq!(place.state(&one, &[]), is("unconfirmed", None, 0));
    let trusted = place.run(&["trust"], &one, &["--domain", "forum.example"]);
    assert_eq!(trusted.code, 0, "{}", trusted.err);
    assert!(trusted.out.contains(&Keys::public(&place.keys.root_a).unwrap().words()));
    assert_eq!(place.state(&one, &[]), is("verified", None, 0));
    let plan = place.run(&["plan", "--json"], &two, &[]).json();
    assert_eq!((&plan["state"], &plan["revision"]), (&"verified".into(), &2.into()));
    assert_eq!(plan["changes"], serde_json::json!(["Statement 2"]));
    assert_eq!(plan["publisher"]["domains"], serde_json::json!(["forum.example"]));
    let own = plan["steps"].as_array().unwrap().iter().find(|step| step["from"] == "notice").unwrap();
    assert_eq!(own["links"][0]["url"], "https://forum.example/settings");
    assert_eq!(place.state(&one, &[]), is("older", Some("revision"), 1));
}

#[test]
fn another_key_for_a_trusted_domain_stops_until_somebody_replaces_it() {
    let (place, thief) = (place(), self::place());
    place.run(&["trust"], &place.notice(1), &["--domain", "forum.example"]);
    let forged = thief.notice(9);
    assert_eq!(place.state(&forged, &[]), is("changed_key", Some("no_succession"), 1));
    let shown = place.run(&["show"], &forged, &[]);
    assert!(shown.code == 1 && shown.out.is_empty(), "{}", shown.out);
    let plan = place.run(&["plan", "--json"], &forged, &[]);
    assert_eq!(plan.code, 0);
    assert!(plan.json()["steps"].as_array().unwrap().iter().all(|step| step["from"] == "library"));
    let wrong = place.run(&["trust"], &forged, &["--domain", "forum.exampel"]);
    assert_eq!((wrong.code, place.state(&forged, &[]).2), (1, 1), "another domain replaces nothing");
    let replaced = place.run(&["trust", "--json"], &forged, &["--domain", "forum.example"]).json();
    assert_eq!(replaced["replaced"], true);
    assert_eq!(place.state(&forged, &[]), is("verified", None, 0));
}

#[test]
fn a_tampered_file_shows_nothing_of_its_content() {
    let place = place();
    let file = std::fs::read_to_string(place.notice(1)).unwrap();
    let changed = place.write("changed.notice", &file.replace("Somebody", "Nobody"));
    for pin in [false, true] {
        if pin {
            place.run(&["trust"], &place.notice(1), &["--domain", "forum.example"]);
        }
        assert_eq!(place.state(&changed, &[]), is("tampered", Some("body_signature"), 1));
        let plan = place.run(&["plan", "--json"], &changed, &[]);
        assert_eq!((plan.code, plan.json()["steps"].as_array().unwrap().len()), (1, 0));
        let show = place.run(&["show", "--json"], &changed, &[]);
        assert_eq!((show.code, show.out.as_str()), (1, ""));
        assert!(!show.err.contains("Nobody copied"));
    }
    let unsigned = place.write("unsigned.notice", &Body::new("forum.example").unwrap().text());
    assert_eq!(place.state(&unsigned, &[]), is("tampered", Some("signature_missing"), 1));
}

#[test]
fn a_notice_withdrawn_by_a_stranger_says_that_nobody_has_confirmed_it() {
    let place = place();
    let mut body = Body::new("forum.example").unwrap();
    "withdrawn".clone_into(&mut body.status);
    let card = place.keys.card("forum.example").unwrap();
    let file = place.write("back.notice", &place.keys.notice(&body, &card).unwrap());
    let unconfirmed = "nobody has confirmed who says so";
    for command in [&["verify"][..], &["show"], &["plan"]] {
        let said = place.run(command, &file, &[]);
        assert!(said.out.contains(unconfirmed), "{command:?}: {}", said.out);
    }
    let steps = |said: Said| said.json()["steps"].as_array().unwrap().clone();
    let struck = steps(place.run(&["plan", "--json"], &file, &[]));
    assert!(
        struck.iter().all(|step| step["withdrawn"].is_null() == (step["from"] == "library")),
        "{struck:?}"
    );
    assert_eq!(place.run(&["trust"], &file, &["--domain", "forum.example"]).code, 0);
    let said = place.run(&["show"], &file, &[]);
    assert!(said.out.starts_with("Withdrawn: the site says") && !said.out.contains(unconfirmed));
}

#[test]
fn root_link_and_time_count_for_one_run() {
    let place = place();
    let file = place.notice(1);
    let root = Keys::public(&place.keys.root_a).unwrap();
    let key_file = place.write("root.pub", &root.file_text("root key A"));
    let link = notice::Link::new("https://forum.example/a", &root.link_code()).unwrap().to_string();
    assert_eq!(place.state(&file, &["--root", &root.to_string()]), is("verified", None, 0));
    assert_eq!(place.state(&file, &["--root", key_file.to_str().unwrap()]), is("verified", None, 0));
    assert_eq!(place.state(&file, &["--link", &link]), is("unconfirmed", None, 0));
    let other = Keys::public(&place.keys.root_b).unwrap();
    assert_eq!(
        place.state(&file, &["--root", &other.to_string()]),
        is("changed_key", Some("no_succession"), 1)
    );
    let link = notice::Link::new("https://forum.example/a", &other.link_code()).unwrap().to_string();
    assert_eq!(place.state(&file, &["--link", &link]), is("tampered", Some("link_key"), 1));
    for wrong in [["--root", "RWQ"], ["--link", "selfcheck://notice"]] {
        assert_eq!(place.run(&["verify"], &file, &wrong).code, 2, "{wrong:?}");
    }
}

#[test]
fn what_may_not_be_fetched_is_refused_at_once() {
    let place = place();
    for address in [
        "http://forum.example/a.notice",
        "https://localhost/a.notice",
        "https://127.0.0.1/a.notice",
        "https://user@forum.example/a.notice",
        "ftp://forum.example/a.notice",
        "selfcheck://notice?u=https%3A%2F%2F127.0.0.1%2F&k=abcdefghijklmnopqrstuvwxyz",
        "selfcheck:notice",
    ] {
        let said = place.run(&["verify"], Path::new(address), &[]);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{address}: {}", said.err);
    }
}

#[test]
fn damaged_and_too_new_are_exit_two_and_still_json() {
    let place = place();
    let damaged = place.write("damaged.notice", "format = \n");
    assert_eq!(place.state(&damaged, &[]), is("damaged", Some("syntax"), 2));
    let newer = place.write("newer.notice", "format = 2\n");
    assert_eq!(place.state(&newer, &[]), is("too_new", Some("format"), 2));
    let unsigned = place.write("unsigned.notice", &Body::new("forum.example").unwrap().text());
    assert_eq!(place.state(&unsigned, &[]), is("unsigned", None, 0));
}

#[test]
fn whoever_wants_nothing_kept_leaves_no_name_of_the_site() {
    let place = place();
    let file = place.notice(1);
    let kept = place.folder.path().join("kept/trust.json");
    for command in [&["plan"][..], &["walk"]] {
        assert_eq!(place.run(command, &file, &["--store", "none"]).code, 0);
        assert!(!kept.exists(), "{command:?}");
    }
    assert_eq!(place.run(&["plan"], &file, &[]).code, 0);
    assert!(kept.exists());
}

#[test]
fn a_damaged_memory_is_set_aside_and_said() {
    let place = place();
    let file = place.notice(1);
    place.run(&["trust"], &file, &["--domain", "forum.example"]);
    let kept = place.folder.path().join("kept");
    std::fs::write(kept.join("trust.json"), "{").unwrap();
    let said = place.run(&["verify"], &file, &[]);
    assert!(said.err.contains("trust.json.damaged-"), "{}", said.err);
    assert!(said.out.starts_with("unconfirmed"), "{}", said.out);
}
