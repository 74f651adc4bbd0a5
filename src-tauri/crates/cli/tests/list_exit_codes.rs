//! The exit codes of `selfcheck list …`, each subcommand against the contract: 0 nothing found or done, 1 found,
//! 2 wrong use or an input that is not what it should be, 3 could not check.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

mod said;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use password::Prefix;
use range_faults::{Fault, List, Server};
use said::selfcheck;

const HASH: &str = "0123456789ABCDEF0123456789ABCDEF01234567";
const OTHER: &str = "89ABCDEF0123456789ABCDEF0123456789ABCDEF";

/// A folder with a whole list and one of each kind that is not.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        place.write("in.txt", format!("{HASH}:42\n"));
        place.write("empty.txt", "");
        place.write("passwords.txt", "alpha\nbeta\n");
        place.write("ntlm.txt", "00112233445566778899AABBCCDDEEFF:3\n");
        place.write("second-line.txt", format!("{HASH}:42\n{HASH}:many\n"));
        assert_eq!(place.code("list build --out whole.list in.txt", ""), 0);
        let whole = fs::read(place.path("whole.list")).unwrap();
        let mut damaged = whole.clone();
        damaged[whole.len() - 20] ^= 1;
        place.write("damaged.list", damaged);
        place.write("cut.list", &whole[..whole.len() - 1]);
        place.write("foreign.list", "not a list at all ".repeat(1_000));
        let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("../lists/vectors/broken");
        fs::copy(vectors.join("too-new.list"), place.path("too-new.list")).unwrap();
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).unwrap();
    }

    /// Runs it with names of files as they stand in the folder.
    fn said(&self, words: &str, input: &str) -> said::Said {
        let named: Vec<String> = words
            .split(' ')
            .map(|word| match word.rsplit_once('.') {
                Some((_, "txt" | "list")) => self.path(word).to_str().unwrap().to_owned(),
                _ => word.to_owned(),
            })
            .collect();
        let words: Vec<&str> = named.iter().map(String::as_str).collect();
        let said = selfcheck(&words, input.as_bytes());
        if said.code == 2 {
            assert!(said.out.is_empty(), "nothing on stdout: {}", said.out);
            assert!(
                said.err.contains(". ") || said.err.contains("tip") || said.err.contains("For more"),
                "{}",
                said.err
            );
        }
        said
    }

    fn code(&self, words: &str, input: &str) -> i32 {
        self.said(words, input).code
    }
}

/// What is no whole list, and what is said of it.
const BROKEN: [(&str, &str); 5] = [
    ("missing.list", "cannot be read"),
    ("cut.list", "at byte"),
    ("foreign.list", "not a list file of Selfcheck (byte 0)"),
    ("too-new.list", "format 2"),
    ("empty.txt", "not a list file"),
];

#[test]
fn info_is_0_for_a_list_and_2_for_what_is_none() {
    let place = Place::new();
    assert_eq!(place.code("list info", ""), 0);
    assert_eq!(place.code("list info whole.list", ""), 0);
    for (name, words) in BROKEN {
        let said = place.said(&format!("list info {name}"), "");
        assert!(said.code == 2 && said.err.contains(words), "{name}: {} {}", said.code, said.err);
    }
}

#[test]
fn lookup_is_1_if_any_is_found_0_if_none_is_and_3_if_one_could_not_be_checked() {
    let place = Place::new();
    let (found, none) = (format!("{HASH}\n"), format!("{OTHER}\n"));
    let both = format!("{none}{found}");
    assert_eq!(place.code("list lookup whole.list --sha1", &found), 1);
    assert_eq!(place.code("list lookup whole.list --sha1", &both), 1);
    assert_eq!(place.code("list lookup whole.list --sha1", &none), 0);
    assert_eq!(place.code("list lookup whole.list", ""), 0);
    assert_eq!(place.code("list lookup --embedded", "password1\n"), 1);
    let damaged = place.said("list lookup damaged.list --sha1", &both);
    assert_eq!(damaged.code, 3);
    assert!(damaged.out.contains("could_not_check file_damaged"), "{}", damaged.out);
    assert!(!damaged.out.contains("found 10+"), "{}", damaged.out);
    for (name, words) in BROKEN {
        let said = place.said(&format!("list lookup {name} --sha1"), &found);
        assert!(said.code == 2 && said.err.contains(words), "{name}: {} {}", said.code, said.err);
    }
    let bad = place.said("list lookup whole.list --sha1", "password1\n");
    assert!(bad.code == 2 && bad.err.contains("line 1"), "{}", bad.err);
    for wrong in ["list lookup", "list lookup whole.list --embedded", "list lookup whole.list --nosuch"] {
        assert_eq!(place.code(wrong, ""), 2, "{wrong}");
    }
}

#[test]
fn verify_is_0_for_a_whole_list_and_2_for_any_other_with_the_place() {
    let place = Place::new();
    assert_eq!(place.code("list verify whole.list", ""), 0);
    let damaged = place.said("list verify damaged.list", "");
    assert!(damaged.code == 2 && damaged.err.contains("damaged between byte"), "{}", damaged.err);
    for (name, words) in BROKEN {
        let said = place.said(&format!("list verify {name}"), "");
        assert!(said.code == 2 && said.err.contains(words), "{name}: {} {}", said.code, said.err);
    }
}

#[test]
fn build_and_mirror_are_2_for_inputs_that_are_not_what_they_should_be_and_leave_nothing() {
    let place = Place::new();
    for (input, words) in [
        ("second-line.txt", "line 2"),
        ("ntlm.txt", "NTLM"),
        ("passwords.txt", "--plain"),
        ("empty.txt", "not one line"),
        ("missing.txt", "missing.txt"),
    ] {
        for command in ["build --out new.list", "mirror --out site"] {
            let said = place.said(&format!("list {command} {input}"), "");
            assert!(
                said.code == 2 && said.err.contains(words),
                "{command} {input}: {} {}",
                said.code,
                said.err
            );
            assert!(
                !place.path("new.list").exists() && !place.path("site/range").exists(),
                "{command} {input}"
            );
        }
    }
    for wrong in [
        "list build in.txt",
        "list build --out new.list",
        "list build --out new.list --false-positives 2^-40 in.txt",
        "list build --out new.list --memory 3 in.txt",
        "list build --out new.list --as-of yesterday in.txt",
        "list build --out nowhere/new.list in.txt",
        "list mirror in.txt",
    ] {
        assert_eq!(place.code(wrong, ""), 2, "{wrong}");
    }
    assert_eq!(place.code("list build --plain --out new2.list passwords.txt", ""), 0);
}

const RANGES: u32 = 24;

fn server() -> Server {
    let mut list = List::new();
    for prefix in (0..RANGES).filter_map(Prefix::new) {
        for start in lists::embedded().expected_suffix_starts(prefix) {
            list.add_row(&format!("{prefix}{start:06X}{:029}:5", 0)).unwrap();
        }
    }
    Server::start(Fault::None, list).unwrap()
}

fn fetch(folder: &Path, words: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_selfcheck"))
        .current_dir(folder)
        .args(words)
        .env("SELFCHECK_TEST_RANGES", RANGES.to_string())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    if matches!(output.status.code(), Some(2 | 3)) {
        assert!(output.stdout.is_empty());
    }
    (output.status.code().unwrap(), err)
}

#[test]
fn download_and_update_are_0_when_all_is_there_and_3_with_the_ranges_named_that_could_not_be_had() {
    let (server, folder) = (server(), tempfile::tempdir().unwrap());
    let (here, base) = (folder.path(), server.base());
    let download = ["list", "download", "--out", "a.list", "--range-url", &base];
    server.break_ranges(&["00005", "00011"]);
    let (code, err) = fetch(here, &download);
    assert_eq!(code, 3, "{err}");
    assert!(err.contains("00005: ") && err.contains("00011: ") && err.contains("2 ranges"), "{err}");
    assert!(!here.join("a.list").exists());
    server.break_ranges(&[]);
    assert_eq!(fetch(here, &download).0, 0);
    assert_eq!(fetch(here, &["list", "update", "a.list"]).0, 0);
    let before = fs::read(here.join("a.list")).unwrap();
    server.break_ranges(&["00005"]);
    let (code, err) = fetch(here, &["list", "update", "a.list"]);
    assert!(code == 3 && err.contains("00005: "), "{code} {err}");
    assert_eq!(fs::read(here.join("a.list")).unwrap(), before, "the old list stays");
}

#[test]
fn download_and_update_are_2_for_wrong_use() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::write(here.join("foreign.list"), "not a list").unwrap();
    for (words, part) in [
        (&["list", "download", "--out", "a.list", "--range-url", "http://mirror.example/range"][..], "https"),
        (&["list", "download", "--out", "a.list", "--range-url", "mirror"], "https"),
        (&["list", "download", "--out", "a.list", "--jobs", "0"], "--jobs"),
        (&["list", "download"], "--out"),
        (&["list", "update", "missing.list"], "missing.list"),
        (&["list", "update", "foreign.list"], "not a list file"),
        (&["list", "update"], "FILE"),
    ] {
        let (code, err) = fetch(here, words);
        assert!(code == 2 && err.contains(part), "{words:?}: {code} {err}");
    }
    assert!(!here.join("a.list").exists());
}
