//! The signed files of `vectors/signed`, each with the state and the code that its manifest announces.
//!
//! The files stay as they are: readers of other makers test themselves with them. A new case stands in `signing`, and
//! `SELFCHECK_WRITE_VECTORS=1 cargo test -p notice --test signed_vectors` writes the manifest and the files that are
//! missing.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests read files and stop at what is wrong"
)]

mod signing;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use jiff::Timestamp;
use notice::container::{Container, split};
use notice::verify::{Memory, Reason, Request, Site, State, verify};
use notice::{Link, PublicKey};
use serde::Deserialize;

const DOMAIN: &str = "forum.example";

#[derive(Deserialize)]
struct Manifest {
    case: Vec<Case>,
}

/// One reading of one file.
#[derive(Deserialize)]
struct Case {
    file: String,
    now: String,
    pin: Option<String>,
    #[serde(default)]
    after: Vec<String>,
    link: Option<String>,
    host: Option<String>,
    site: Option<String>,
    state: String,
    code: Option<String>,
    fresh: Option<bool>,
    stock: bool,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/signed")
}

fn cases() -> Vec<Case> {
    signing::write_if_asked(&folder());
    let text = fs::read_to_string(folder().join("manifest.toml")).unwrap();
    let cases = toml::from_str::<Manifest>(&text).unwrap().case;
    assert!(cases.len() > 30, "{}", cases.len());
    cases
}

fn bytes(file: &str) -> Vec<u8> {
    fs::read(folder().join(file)).unwrap()
}

fn key(name: &str) -> PublicKey {
    PublicKey::from_file_text(&fs::read_to_string(folder().join(format!("{name}.pub"))).unwrap()).unwrap()
}

/// The state, the code and the freshness that a reader of the case comes to.
fn read(case: &Case) -> (String, Option<String>, Option<bool>) {
    let now: Timestamp = case.now.parse().unwrap();
    let mut memory = Memory::default();
    if let Some(pin) = &case.pin {
        memory.pin(DOMAIN, key(pin), now);
    }
    let link: Option<Link> = case.link.as_ref().map(|link| link.parse().unwrap());
    let site = case.site.as_ref().map(|file| bytes(file));
    let outcome = |file: &str, memory: &Memory| {
        verify(&Request {
            bytes: &bytes(file),
            link: link.as_ref(),
            host: case.host.as_deref(),
            site: site.as_deref().map_or(Site::NotAsked, Site::Published),
            root: None,
            now,
            memory,
        })
    };
    for former in &case.after {
        let passed = outcome(former, &memory).remember.unwrap();
        memory.remember(&passed);
    }
    let outcome = outcome(&case.file, &memory);
    let code = outcome.reason.as_ref().map(Reason::code).map(str::to_owned);
    (outcome.state.code().to_owned(), code, outcome.fresh)
}

#[test]
fn each_file_comes_to_the_state_and_the_code_that_are_announced() {
    for case in cases() {
        let (state, code, fresh) = read(&case);
        let about = format!("{} at {} after {:?}, pin {:?}", case.file, case.now, case.after, case.pin);
        assert_eq!((state, code), (case.state.clone(), case.code.clone()), "{about}");
        assert!(case.fresh.is_none() || case.fresh == fresh, "{about}: {fresh:?}");
    }
}

#[test]
fn every_state_is_among_them_and_every_code_stands_in_the_table_of_the_format() {
    let cases = cases();
    let states: BTreeSet<&str> = cases.iter().map(|case| case.state.as_str()).collect();
    let all: BTreeSet<&str> = State::ALL.iter().map(|state| state.code()).collect();
    assert_eq!(states, all);
    let table = include_str!("../FORMAT.md");
    for case in &cases {
        assert!(table.contains(&format!("| `{}`", case.state)), "{}", case.state);
        if let Some(code) = &case.code {
            assert!(table.contains(&format!("`{code}`")), "{code}");
        }
    }
}

/// Stock `minisign` reads the same signatures, and comes to the same answer about each.
#[test]
fn stock_minisign_agrees() {
    let scratch = tempfile::tempdir().unwrap();
    let at = scratch.path().join("text");
    let fits = |text: &str, block: &str, key: &PublicKey| {
        fs::write(&at, text).unwrap();
        fs::write(scratch.path().join("text.minisig"), block).unwrap();
        let said = Command::new("minisign")
            .args(["-V", "-P", &key.to_string(), "-m"])
            .arg(&at)
            .output()
            .expect("minisign is installed (apt-get install minisign)");
        said.status.success()
    };
    let keys: Vec<PublicKey> =
        signing::NAMES.iter().filter(|name| !name.contains("thief")).map(|name| key(name)).collect();
    for case in cases() {
        let bytes = bytes(&case.file);
        let Ok(Container::Signed(parts)) = split(&bytes) else {
            assert!(!case.stock, "{}", case.file);
            continue;
        };
        let any = |text: &str, block: &String| keys.iter().any(|key| fits(text, block, key));
        let body = any(parts.body, &parts.desk.text);
        let card = parts.publisher.roots.iter().all(|root| any(parts.publisher.card, &root.text));
        assert_eq!(body && card, case.stock, "{}: body {body}, card {card}", case.file);
    }
}

#[test]
fn the_keys_say_that_they_are_for_tests() {
    for name in signing::NAMES {
        let text = fs::read_to_string(folder().join(format!("{name}.key"))).unwrap();
        assert!(text.starts_with("untrusted comment: TEST KEY, known to everybody"), "{name}");
    }
}
