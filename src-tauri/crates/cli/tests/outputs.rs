//! What a command may write over: each command that writes, against everything that it must not replace.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

mod said;
mod staff;

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use said::selfcheck_in;
use staff::{DRAFT, Desk, PASSPHRASE};

/// A command, the option that names its output, the ending that this must have, and one of its inputs.
struct Writer {
    words: &'static [&'static str],
    option: &'static str,
    ending: &'static str,
    inputs: &'static [&'static str],
    input: &'static [u8],
}

const CARD: &[&str] = &[
    "notice",
    "card",
    "--name",
    "F",
    "--domain",
    "forum.example",
    "--desk-key",
    "desk.pub",
    "--root",
    "a.pub",
    "--key",
    "a.key",
    "--start-over",
];

const WRITERS: &[Writer] = &[
    Writer {
        words: CARD,
        option: "--out",
        ending: "",
        inputs: &["a.key", "a.pub", "desk.pub"],
        input: PASSPHRASE,
    },
    Writer {
        words: &["notice", "sign", "draft.toml", "--key", "desk.key", "--card", "publisher"],
        option: "--out",
        ending: "",
        inputs: &["draft.toml", "desk.key", "publisher"],
        input: PASSPHRASE,
    },
    Writer {
        words: &["audit", "export.csv", "--offline"],
        option: "--report",
        ending: ".html",
        inputs: &["export.csv"],
        input: b"",
    },
    Writer {
        words: &["audit", "export.csv", "--offline", "--compare", "earlier.json"],
        option: "--report",
        ending: ".json",
        inputs: &["export.csv", "earlier.json"],
        input: b"",
    },
    Writer {
        words: &["audit", "export.csv", "--offline", "--list", "known.list"],
        option: "--report",
        ending: ".csv",
        inputs: &["export.csv", "known.list"],
        input: b"",
    },
    Writer {
        words: &["list", "build", "--plain", "words.txt"],
        option: "--out",
        ending: "",
        inputs: &["words.txt"],
        input: b"",
    },
    Writer {
        words: &["list", "build", "--plain", "words.txt", "known.list"],
        option: "--out",
        ending: "",
        inputs: &["words.txt", "known.list"],
        input: b"",
    },
    Writer {
        words: &["list", "download", "--range-url", "http://127.0.0.1:9"],
        option: "--out",
        ending: "",
        inputs: &[],
        input: b"",
    },
    Writer {
        words: &["notice", "plan", "draft.toml", "--answers", "answers.json"],
        option: "--sheet",
        ending: "",
        inputs: &["draft.toml", "answers.json"],
        input: b"",
    },
    Writer { words: &["notice", "leaflet"], option: "--out", ending: "", inputs: &[], input: b"" },
    Writer {
        words: &["household", "sheet", "--store", "passphrase"],
        option: "--out",
        ending: "",
        inputs: &[],
        input: b"plum lantern gravel sixty\n",
    },
    Writer {
        words: &["household", "export", "--store", "passphrase"],
        option: "--out",
        ending: "",
        inputs: &[],
        input: b"plum lantern gravel sixty\n",
    },
    Writer {
        words: &["notice", "new", "--template", "forum-breach"],
        option: "--out",
        ending: "",
        inputs: &[],
        input: b"",
    },
    Writer {
        words: &["notice", "from-breach", "Adobe"],
        option: "--out",
        ending: "",
        inputs: &[],
        input: b"",
    },
];

fn ready() -> Desk {
    let desk = Desk::new().ready();
    desk.write("export.csv", "name,url,username,password\nForum,https://forum.example/,ann,Quartz-77-lamp\n");
    desk.write("words.txt", "alpha\nbeta\ngamma\n");
    desk.write("answers.json", "{}");
    let run = |words: &[&str]| selfcheck_in(desk.0.path(), words, b"");
    assert!(run(&["audit", "export.csv", "--offline", "--report", "earlier.json"]).code < 2);
    assert_eq!(run(&["list", "build", "--plain", "words.txt", "--out", "known.list"]).code, 0);
    desk
}

fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap()) {
        if entry.file_type().unwrap().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

/// Everything in a folder by its name: bytes of files, where links lead, and what else is there.
fn snapshot(folder: &Path) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let kind = entry.file_type().unwrap();
            let what = if kind.is_file() {
                format!("{:?}", fs::read(entry.path()).unwrap())
            } else if kind.is_symlink() {
                format!("to {}", fs::read_link(entry.path()).unwrap().display())
            } else {
                "special".to_owned()
            };
            (entry.file_name().into_string().unwrap(), what)
        })
        .filter(|(name, _)| name != "kept")
        .collect();
    all.sort();
    all
}

#[test]
fn no_command_replaces_its_input_a_key_a_foreign_file_a_folder_a_pipe_or_a_link() {
    let made = ready();
    for writer in WRITERS {
        let place = tempfile::tempdir().unwrap();
        copied(made.0.path(), place.path());
        let here = |name: &str| place.path().join(name);
        let with = |name: &str| format!("{name}{}", writer.ending);
        fs::copy(here("a.key"), here(&with("secret"))).unwrap();
        fs::write(here(&with("photo")), [0xFF, 0xD8, 0xFF, 0xE0]).unwrap();
        fs::write(here(&with("foreign")), DRAFT).unwrap();
        fs::create_dir(here(&with("folder"))).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(here(&with("pipe"))).status().unwrap().success());
        symlink(here("a.key"), here(&with("to-key"))).unwrap();
        symlink(here("nowhere"), here(&with("dangling"))).unwrap();
        let mut targets: Vec<String> =
            ["secret", "photo", "foreign", "folder", "pipe", "to-key", "dangling"].map(with).to_vec();
        for (number, input) in writer.inputs.iter().enumerate() {
            // By its name where the ending allows it, and by others always.
            if input.ends_with(writer.ending) {
                targets.extend([
                    (*input).to_owned(),
                    format!("./{input}"),
                    format!("folder{}/../{input}", writer.ending),
                ]);
            }
            fs::hard_link(here(input), here(&with(&format!("hard-{number}")))).unwrap();
            symlink(here(input), here(&with(&format!("soft-{number}")))).unwrap();
            targets.extend([with(&format!("hard-{number}")), with(&format!("soft-{number}"))]);
        }
        let before = snapshot(place.path());
        for target in &targets {
            let kept = place.path().join("kept").display().to_string();
            let words = [writer.words, &[writer.option, target, "--data-dir", &kept]].concat();
            let said = selfcheck_in(place.path(), &words, writer.input);
            assert_eq!(said.code, 2, "{words:?}: {}{}", said.out, said.err);
            assert!(said.out.is_empty() && !said.err.is_empty(), "{words:?}: {}", said.out);
            assert_eq!(snapshot(place.path()), before, "{words:?}");
        }
    }
}

#[test]
fn a_file_of_the_same_kind_and_an_empty_one_are_replaced() {
    let desk = ready();
    let kept = desk.path("kept").display().to_string();
    for (words, option, ending) in [
        (&["audit", "export.csv", "--offline"][..], "--report", ".html"),
        (&["audit", "export.csv", "--offline"], "--report", ".json"),
        (&["audit", "export.csv", "--offline"], "--report", ".csv"),
        (&["list", "build", "--plain", "words.txt"], "--out", ""),
        (&["notice", "leaflet"], "--out", ""),
        (&["notice", "plan", "draft.toml"], "--sheet", ""),
        (&["notice", "sign", "draft.toml", "--key", "desk.key", "--card", "publisher"], "--out", ""),
    ] {
        let name = format!("made{ending}");
        desk.write(&name, "");
        for _ in 0..2 {
            let said = selfcheck_in(
                desk.0.path(),
                &[words, &[option, &name, "--data-dir", &kept]].concat(),
                PASSPHRASE,
            );
            assert!(said.code < 2, "{words:?}: {}", said.err);
            assert!(fs::metadata(desk.path(&name)).unwrap().len() > 0);
        }
        fs::remove_file(desk.path(&name)).unwrap();
    }
}

#[test]
fn a_mirror_takes_the_place_of_ranges_alone() {
    let desk = ready();
    let run = |words: &[&str]| {
        std::process::Command::new(env!("CARGO_BIN_EXE_selfcheck"))
            .current_dir(desk.0.path())
            .args(words)
            .env("SELFCHECK_TEST_RANGES", "20")
            .output()
            .unwrap()
    };
    desk.write("hashes.txt", &format!("{:040X}:7\n", 5));
    let mirror = |input: &str| run(&["list", "mirror", "--out", "site", input]).status.code();
    assert_eq!(mirror("hashes.txt"), Some(0));
    assert_eq!(mirror("hashes.txt"), Some(0), "ranges are replaced");
    assert_eq!(mirror("site/range"), Some(2), "an input is not");
    fs::write(desk.path("site/range/holiday.jpg"), "mine").unwrap();
    assert_eq!(mirror("hashes.txt"), Some(2));
    assert_eq!(desk.read("site/range/holiday.jpg"), "mine");
}

#[test]
fn manual_pages_replace_manual_pages_alone() {
    let desk = Desk::new();
    fs::create_dir(desk.path("man")).unwrap();
    let run = || selfcheck_in(desk.0.path(), &["man", "--out", "man"], b"");
    assert_eq!(run().code, 0);
    assert_eq!(run().code, 0, "{}", run().err);
    desk.write("man/selfcheck.1", "my diary\n");
    assert_eq!(run().code, 2);
    assert_eq!(desk.read("man/selfcheck.1"), "my diary\n");
}
