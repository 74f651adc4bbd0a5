//! A pipe, a device or a folder where a file belongs: every command that takes a file refuses it and ends.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

mod said;

use std::fs;
use std::path::Path;

use rustix::fs::{CWD, FileType, Mode, mknodat};
use said::selfcheck_in;

/// Every place of a command where a file is read, as `FILE`. What else it needs is there.
const COMMANDS: &[&str] = &[
    "audit FILE --offline",
    "audit export.csv --offline --compare FILE",
    "audit export.csv --offline --notice FILE",
    "audit FILE --offline --columns password=1,header=no",
    "list info FILE",
    "list info FILE --json",
    "list lookup FILE",
    "list lookup FILE --sha1 --json",
    "list verify FILE",
    "list verify FILE --json",
    "list update FILE --range-url http://127.0.0.1:9/range",
    "list build --out new.list FILE",
    "list build --plain --out new.list FILE",
    "list mirror --out site FILE",
    "notice show FILE",
    "notice verify FILE",
    "notice plan FILE",
    "notice walk FILE --store none",
    "notice plan --practice --answers FILE",
    "notice verify notice.txt --root FILE",
    "notice lint FILE",
    "notice sign FILE --key FILE --card FILE --out signed.notice",
    "notice publish FILE --key FILE --card FILE --summary New --out public --url https://forum.example/a.notice",
    "notice link FILE --url https://forum.example/a.notice",
    "notice card --name X --domain forum.example --desk-key FILE --root FILE --key FILE --out card",
    "household import FILE --store none",
    "household done FILE change-password --person Ann --store none",
];

/// A list file that is none of these is not one that could be checked.
const ANSWERED: &[&str] = &["password --offline --list FILE", "audit export.csv --offline --list FILE"];

fn places(folder: &Path) -> Vec<String> {
    let pipe = folder.join("pipe");
    mknodat(CWD, &pipe, FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
    let link = folder.join("link.csv");
    std::os::unix::fs::symlink(&pipe, &link).unwrap();
    fs::create_dir(folder.join("folder.toml")).unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    vec![path("pipe"), path("link.csv"), path("folder.toml"), "/dev/zero".to_owned(), "/dev/null".to_owned()]
}

#[test]
fn every_command_that_takes_a_file_refuses_what_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::write(here.join("export.csv"), "name,url,username,password\nA,https://a.example,ann,Zq1x!mork\n")
        .unwrap();
    fs::write(here.join("notice.txt"), "format = 1\n").unwrap();
    let before = fs::read_dir(here).unwrap().count();
    let places = places(here);
    let made = 3;
    for command in COMMANDS {
        for place in &places {
            // A folder is an input of these.
            if place.ends_with("folder.toml") && (command.contains("build") || command.contains("mirror")) {
                continue;
            }
            let arguments: Vec<&str> =
                command.split(' ').map(|word| if word == "FILE" { place } else { word }).collect();
            let said = selfcheck_in(here, &arguments, b"passphrase\npassphrase\n");
            assert_eq!(said.code, 2, "{command} with {place}: {} {}", said.out, said.err);
            assert!(!said.err.is_empty() && !said.err.contains("panicked"), "{command} with {place}");
        }
    }
    for command in ANSWERED {
        for place in &places {
            let arguments: Vec<&str> =
                command.split(' ').map(|word| if word == "FILE" { place } else { word }).collect();
            let said = selfcheck_in(here, &arguments, b"umber-violin-9031-canary");
            assert_eq!(said.code, 3, "{command} with {place}: {} {}", said.out, said.err);
        }
    }
    let after: Vec<_> = fs::read_dir(here).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(after.len(), before + made, "nothing was written: {after:?}");
}

#[test]
fn a_refused_pipe_is_named_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let place = places(folder.path()).remove(0);
    for command in ["audit", "list info", "notice show"] {
        let arguments: Vec<&str> = command.split(' ').chain([place.as_str()]).collect();
        let said = selfcheck_in(folder.path(), &arguments, b"");
        assert!(
            said.err.contains("it is a pipe, not a file; save what it gives in a file first"),
            "{}",
            said.err
        );
        assert!(said.err.contains("pipe"), "{}", said.err);
    }
}

#[test]
fn standard_input_is_still_read_where_a_dash_is_given() {
    let said = selfcheck_in(Path::new("."), &["notice", "verify", "-"], b"format = 1\n");
    assert!(said.code != 2 || !said.err.contains("not a file"), "{}", said.err);
}
