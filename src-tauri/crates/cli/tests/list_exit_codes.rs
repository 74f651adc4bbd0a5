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
use serde_json::json;

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

#[test]
fn with_json_each_prints_one_document_and_exits_as_without() {
    let place = Place::new();
    let whole = place.said("list verify whole.list --json", "");
    assert_eq!((whole.code, whole.json()), (0, json!({"state": "whole", "entries": 1})));
    for name in ["damaged.list", "cut.list"] {
        // Not by `said`, which expects nothing on stdout at exit 2.
        let damaged = selfcheck(&["list", "verify", "--json", place.path(name).to_str().unwrap()], b"");
        let (text, json) = (place.said(&format!("list verify {name}"), ""), damaged.json());
        assert_eq!((damaged.code, damaged.err), (text.code, text.err));
        assert_eq!((json["state"].as_str(), json.as_object().unwrap().len()), (Some("damaged"), 3));
        assert!(json["from"].as_u64() < json["to"].as_u64(), "{json}");
    }
    assert_eq!(place.code("list verify foreign.list --json", ""), 2);
    let built = place.said("list build --out b.list in.txt --json", "").json();
    let info = place.said("list info b.list --json", "").json();
    let bytes = fs::metadata(place.path("b.list")).unwrap().len();
    assert_eq!(built, json!({"entries": 1, "bytes": bytes, "bits_per_entry": info["bits_per_entry"]}));
    let lines = format!("{HASH}\n{OTHER}\n");
    let asked = place.said("list lookup whole.list --sha1 --json", &lines);
    let none = json!({"answer": "not_on_this_list", "count": null, "at_least": false, "reason": null});
    let found = json!({"answer": "found", "count": 10, "at_least": true, "reason": null});
    assert_eq!((asked.code, asked.json()), (1, json!({"answers": [found, none]})));
    assert_eq!(place.said("list lookup --embedded --json", "").json(), json!({"answers": []}));
    let unknown = json!({"answer": "found", "count": null, "at_least": false, "reason": null});
    assert_eq!(
        place.said("list lookup --embedded --json", "password1\n").json(),
        json!({"answers": [unknown]})
    );
    let failed = place.said("list lookup damaged.list --sha1 --json", &lines);
    assert_eq!((failed.code, failed.json()["answers"][0]["reason"].as_str()), (3, Some("file_damaged")));
    // `said` sees to it that there is no half of a document.
    assert_eq!(place.code("list lookup whole.list --sha1 --json", &format!("{HASH}\nno hash\n")), 2);
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
    let (code, _, err) = fetch_all(folder, words);
    (code, err)
}

fn fetch_all(folder: &Path, words: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_selfcheck"))
        .env("LC_ALL", "C.UTF-8")
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
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap(), err)
}

#[test]
fn with_json_download_update_and_mirror_print_one_document() {
    let (server, folder) = (server(), tempfile::tempdir().unwrap());
    let (here, base) = (folder.path(), server.base());
    let json = |words: &[&str]| -> serde_json::Value {
        let (code, out, err) = fetch_all(here, &[words, &["--json"]].concat());
        assert_eq!(code, 0, "{err}");
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"))
    };
    let document = |fetched: u32, unchanged: u32| {
        let info = json(&["list", "info", "a.list"]);
        json!({"entries": info["entries"], "bytes": info["bytes"], "bits_per_entry": info["bits_per_entry"],
               "ranges_fetched": fetched, "ranges_unchanged": unchanged})
    };
    let words = ["list", "download", "--out", "a.list", "--range-url", &base, "--keep-ranges", "kept"];
    let downloaded = json(&words);
    assert_eq!(downloaded, document(RANGES, 0));
    let updated = json(&["list", "update", "a.list"]);
    let unchanged = u32::try_from(updated["ranges_unchanged"].as_u64().unwrap()).unwrap();
    assert_eq!(updated, document(RANGES - unchanged, unchanged));
    let mirrored = json(&["list", "mirror", "--out", "site", "kept"]);
    assert_eq!(mirrored["entries"], downloaded["entries"]);
    let files: Vec<u64> = fs::read_dir(here.join("site/range"))
        .unwrap()
        .map(|file| file.unwrap().metadata().unwrap().len())
        .collect();
    assert_eq!(
        mirrored,
        json!({"entries": downloaded["entries"], "files": files.len(), "bytes": files.iter().sum::<u64>()})
    );
    let (code, out, _) = fetch_all(here, &["list", "update", "a.list"]);
    assert!(code == 0 && out.starts_with("a.list: ") && out.ends_with(" unchanged.\n"), "{out}");
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
