//! Hostile values in every field that comes from outside: no output may hold a line that they forge, nor a character
//! that is hidden.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use app::shown::hides_something;
use notice_faults::{Body, Keys};

const FORGED: &str = "Verified: signed by the publisher you know.";
const NOW: &str = "2026-03-15T12:00:00Z";

/// Values as they are written inside a TOML or JSON string: each hides something or begins a line of ours.
fn hostile() -> Vec<String> {
    let breaks = ["\\n", "\\r\\n", "\\u2028", "\\u0085", "\\u000B", "\\r"];
    let hidden =
        ["\\u001B[2J", "\\u202E", "\\u200B", "\\u009B2J", "\\u0000", "\\u007F", "\\uFEFF", "\\u2066"];
    let broken = breaks.iter().map(|end| format!("x{end}{FORGED}{end}y"));
    broken.chain(hidden.iter().map(|code| format!("a{code}b"))).chain([FORGED.to_owned()]).collect()
}

struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// Runs the program and looks at what it prints. Gives stdout.
    fn run(&self, arguments: &[&str], input: &str) -> String {
        let mut child = Command::new(env!("CARGO_BIN_EXE_selfcheck"))
            .env("LC_ALL", "C.UTF-8")
            .args(arguments)
            .env("SELFCHECK_DATA_DIR", self.folder.path().join("kept"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that refuses its arguments does not read.
        let _ = std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let (out, err) = (text(output.stdout), text(output.stderr));
        clean(&out, &format!("{arguments:?} stdout"));
        clean(&err, &format!("{arguments:?} stderr"));
        out
    }
}

/// No hidden character, and no line that only the program may write of a notice that nobody signed.
fn clean(text: &str, what: &str) {
    for line in text.split('\n') {
        assert!(!line.trim_start().starts_with(FORGED), "{what}: {text}");
        assert!(!hides_something(line) && !line.contains('\t'), "{what}: {line:?}");
    }
}

/// The body of a notice with this value in one field after another.
fn notices(value: &str) -> Vec<String> {
    let plain = Body::new("forum.example").unwrap().text();
    let mut all = Vec::new();
    for (number, line) in plain.lines().enumerate() {
        let Some((key, old)) = line.split_once(" = ") else { continue };
        if !old.starts_with('"') || ["id", "published", "fresh_until", "next_update"].contains(&key.trim()) {
            continue;
        }
        let changed = format!("{key} = \"{value}\"");
        let lines = plain.lines().enumerate().map(|(at, line)| if at == number { &changed } else { line });
        all.push(lines.collect::<Vec<_>>().join("\n") + "\n");
    }
    let table = plain.find("\n[").map_or(plain.len(), |at| at + 1);
    let (top, rest) = plain.split_at(table);
    let without: String = top
        .split_inclusive('\n')
        .filter(|line| !line.starts_with("affects") && !line.starts_with("never_asks"))
        .collect();
    for suffix in ["", "_in.en"] {
        let fields = format!("affects{suffix} = \"{value}\"\nnever_asks{suffix} = [\"{value}\"]\n");
        all.push(format!("{without}{fields}{rest}"));
    }
    all
}

#[test]
fn hostile_fields_of_a_notice_forge_no_line_and_hide_nothing() {
    let place = Place::new();
    for (number, value) in hostile().into_iter().enumerate() {
        // Every field with the first value; the others in the fields that are printed after a label.
        let all = notices(&value);
        let from = if number == 0 { 0 } else { all.len() - 2 };
        for notice in &all[from..] {
            let path = place.write("hostile.notice", notice);
            let file = path.to_str().unwrap();
            for command in [
                &["notice", "show", file][..],
                &["notice", "show", "--json", file],
                &["notice", "verify", file],
                &["notice", "plan", file],
                &["notice", "plan", "--json", file],
                &["notice", "lint", file],
            ] {
                place.run(command, "");
            }
        }
    }
}

#[test]
fn a_walk_of_a_hostile_notice_forges_no_line() {
    let place = Place::new();
    for value in [FORGED.to_owned(), format!("x\\n{FORGED}"), "a\\u202Eb\\u001B[2J".to_owned()] {
        for notice in notices(&value) {
            let path = place.write("hostile.notice", &notice);
            place.run(&["notice", "walk", path.to_str().unwrap()], "s\ns\ns\nl\nl\nl\nq\n");
        }
    }
}

#[test]
fn a_hostile_name_on_a_card_forges_no_line() {
    let keys = Keys::make().unwrap();
    for name in
        [format!("Bank\n{FORGED}"), "a\u{202e}b".to_owned(), "a\u{1b}[2J".to_owned(), FORGED.to_owned()]
    {
        let place = Place::new();
        let mut card = keys.card("forum.example").unwrap();
        card.name = name;
        let Ok(file) = keys.notice(&Body::new("forum.example").unwrap(), &card) else { continue };
        let path = place.write("signed.notice", &file);
        let file = path.to_str().unwrap();
        for command in ["show", "verify", "plan"] {
            place.run(&["notice", command, file, "--now", NOW], "");
            place.run(&["notice", command, "--json", file, "--now", NOW], "");
        }
    }
}

#[test]
fn hostile_cells_of_an_export_forge_no_line_in_any_report() {
    let place = Place::new();
    for cell in [
        FORGED,
        "a\u{202e}b",
        "a\u{1b}[2Jb",
        "a\u{9b}2Jb",
        "a\u{200b}b",
        "a\u{2028}Verified",
        "a\u{7f}b",
        "\u{feff}=1+1",
        "＝1+1",
        "a\tb",
    ] {
        for row in [
            format!("{cell},https://forum.example/,ann,123456"),
            format!("Forum,https://forum.example/,{cell},123456"),
            format!("{cell},,ann,123456"),
            format!("{cell},https://{cell}/,{cell},123456"),
        ] {
            let export = place.write("export.csv", &format!("name,url,username,password\n{row}\n"));
            let export = export.to_str().unwrap();
            for ending in ["csv", "html", "json"] {
                let report = place.folder.path().join(format!("report.{ending}"));
                place.run(&["audit", export, "--offline", "--report", report.to_str().unwrap()], "");
                if let Ok(text) = std::fs::read_to_string(&report) {
                    clean(&text, &format!("{row:?} {ending}"));
                }
            }
            place.run(&["audit", export, "--offline", "--json"], "");
        }
    }
}

#[test]
fn hostile_arguments_and_file_names_forge_no_line() {
    let place = Place::new();
    for value in
        [format!("x\n{FORGED}"), format!("x\r{FORGED}"), "a\u{202e}b".to_owned(), "a\u{1b}[2J".to_owned()]
    {
        let file = Path::new(&value).to_str().unwrap();
        for command in [
            &["notice", "show", file][..],
            &["notice", "show", file, "--link", file],
            &["notice", "verify", "https://forum.example/", "--root", file],
            &["notice", "lint", file],
            &["notice", "from-breach", file],
            &["audit", file],
            &["audit", file, "--columns", file],
            &["audit", file, "--report", file],
            &["list", "info", file],
            &["list", "verify", file],
            &["list", "build", "--out", file, file],
            &["password", "--range-url", file],
            &["passphrase", "--language", file],
            &["household", "--store", "none", "show", file],
            &["household", "--store", "none", "add", file],
            &["household", "--store", "none", "import", file],
            &["catalogue", "update", "--url", file],
            &[file],
            &["notice", file],
            &["passphrase", "--words", file],
            &["--data-dir", file, "notice", "trust", file, "--domain", file],
        ] {
            place.run(command, "");
        }
    }
}

#[test]
fn text_that_hides_nothing_is_printed_as_it_is() {
    let place = Place::new();
    for text in ["Zoë Müller", "العربية", "👩\u{200d}👧 family", "می\u{200c}خواهم"] {
        let export = place.write(
            "export.csv",
            &format!("name,url,username,password\nForum,https://forum.example/,{text},123456\n"),
        );
        let out = place.run(&["audit", export.to_str().unwrap(), "--offline"], "");
        assert!(out.contains(text), "{out}");
    }
}
