//! Inputs of `list lookup` and `list build` as shells and other programs write them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

mod said;

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use said::{Said, selfcheck, selfcheck_in};

fn lookup(input: &[u8]) -> Said {
    selfcheck(&["list", "lookup", "--embedded"], input)
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn a_look_up_takes_away_a_byte_order_mark_and_names_other_encodings() {
    let found = lookup(b"\xef\xbb\xbfpassword1\r\nletmein1\r\n");
    assert_eq!((found.code, found.out.as_str()), (1, "found ?\nfound ?\n"), "{}", found.err);
    let text = "password1\r\nletmein1\r\n";
    let marked = [&b"\xff\xfe"[..], &utf16(text, u16::to_le_bytes)].concat();
    let utf32: Vec<u8> = text.chars().map(u32::from).flat_map(u32::to_le_bytes).collect();
    for (input, named) in [
        (marked, "UTF-16"),
        (utf16(text, u16::to_le_bytes), "UTF-16"),
        (utf16(text, u16::to_be_bytes), "UTF-16"),
        (utf32, "UTF-32"),
        (b"password1\npass\0word\n".to_vec(), "zero byte"),
        (b"contrase\xf1a\n".to_vec(), "UTF-8"),
        (b"7z\xbc\xaf\x27\x1c rest".to_vec(), "7z"),
    ] {
        for arguments in [&["list", "lookup", "--embedded"][..], &["list", "lookup", "--embedded", "--sha1"]]
        {
            if arguments.len() > 3 && named == "UTF-8" || arguments.len() > 3 && named == "zero byte" {
                continue;
            }
            let said = selfcheck(arguments, &input);
            assert_eq!(said.code, 2, "{named}: {}", said.out);
            assert!(said.err.contains("line ") && said.err.contains(named), "{named}: {}", said.err);
            assert!(!said.out.contains("not_on_this_list"), "{named}: {}", said.out);
        }
    }
}

#[test]
fn an_answer_of_a_list_of_a_part_of_the_ranges_says_so_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    std::fs::create_dir(here.join("range")).unwrap();
    std::fs::write(here.join("range/00000"), format!("{}:3\r\n", "0".repeat(35))).unwrap();
    std::fs::write(here.join("hashes.txt"), format!("{}:3\n", "0".repeat(40))).unwrap();
    for (input, name, partial) in [("range", "part.list", true), ("hashes.txt", "all.list", false)] {
        let built = selfcheck_in(here, &["list", "build", "--out", name, input], b"");
        assert_eq!((built.code, built.err.contains("only 1 of 1,048,576")), (0, partial), "{}", built.err);
        for arguments in [
            &["list", "lookup", name][..],
            &["list", "lookup", name, "--json"],
            &["password", "--offline", "--list", name],
            &["password", "--offline", "--list", name, "--json"],
        ] {
            let said = selfcheck_in(here, arguments, b"plum lantern gravel sixty");
            let told = said.err.contains("part.list holds only 1 of 1,048,576 ranges");
            assert_eq!((said.code, told), (0, partial), "{arguments:?}: {}{}", said.out, said.err);
        }
    }
}

#[test]
fn a_look_up_finds_a_password_in_two_part_letters_and_answers_each_line_once() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    std::fs::write(here.join("in.txt"), "contraseña\nplain\n").unwrap();
    let built = selfcheck_in(here, &["list", "build", "--plain", "--out", "a.list", "in.txt"], b"");
    assert_eq!((built.code, built.err.as_str()), (0, ""));
    let lines = "contrasen\u{303}a\nother\ncontraseña\nplain\nother\u{303}\n";
    let said = selfcheck_in(here, &["list", "lookup", "a.list"], lines.as_bytes());
    let expected = "found 1\nnot_on_this_list\nfound 1\nfound 1\nnot_on_this_list\n";
    assert_eq!((said.code, said.out.as_str()), (1, expected));
    let json = selfcheck_in(here, &["list", "lookup", "a.list", "--json"], lines.as_bytes()).json();
    assert_eq!(json["answers"].as_array().unwrap().len(), 5);
}

#[test]
fn hashes_looked_up_as_passwords_are_noticed() {
    let hash = "E38AD214943DAAD1D64C102FAEC29DE4AFE9DA3D\n";
    let said = lookup(hash.as_bytes());
    assert!(said.err.contains("--sha1"), "{}", said.err);
    let said = selfcheck(&["list", "lookup", "--embedded", "--sha1"], format!("\u{feff}{hash}").as_bytes());
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (1, "found ?\n", ""));
}

#[test]
fn a_build_refuses_or_says_what_would_never_be_found() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let build = |name: &str, bytes: &[u8], plain: bool| {
        std::fs::write(here.join(name), bytes).unwrap();
        let mut arguments = vec!["list", "build", "--out", "a.list", name];
        if plain {
            arguments.push("--plain");
        }
        let said = selfcheck_in(here, &arguments, b"");
        let made = std::fs::remove_file(here.join("a.list")).is_ok();
        assert_eq!(made, said.code == 0, "{name}: {}", said.err);
        said
    };
    let hash = "E38AD214943DAAD1D64C102FAEC29DE4AFE9DA3D";
    for (name, bytes, plain, words) in [
        ("utf16.txt", [&b"\xff\xfe"[..], &utf16("password1\n", u16::to_le_bytes)].concat(), true, "UTF-16"),
        ("latin.txt", b"contrase\xf1a\n".to_vec(), true, "iconv"),
        ("hashes.txt", format!("{hash}:3\n").into_bytes(), true, "Leave out --plain"),
        ("pairs.txt", b"ann@mail.example:password1\n".to_vec(), true, "cut -d:"),
        ("counts.txt", b"  12 password1\n  3 letmein1\n".to_vec(), true, "number beside"),
        ("a.zip", b"PK\x03\x04rest".to_vec(), true, "zip archive"),
        ("thousands.txt", format!("{hash}:2,401,761\n").into_bytes(), false, "2401761"),
        ("table.csv", format!("{hash},3\n").into_bytes(), false, "HASH:COUNT"),
        ("short.txt", format!("{}:3\n", "a".repeat(39)).into_bytes(), false, "Correct that line"),
    ] {
        let said = build(name, &bytes, plain);
        assert_eq!(said.code, 2, "{name}");
        assert!(said.err.contains(words) && said.err.contains(name), "{name}: {}", said.err);
        assert!(plain || !said.err.contains("--plain"), "{name}: {}", said.err);
    }
    for (name, bytes, words) in [
        ("hex.txt", &b"$HEX[70617373]\nletmein1\n"[..], "1 line was written as $HEX"),
        ("blanks.txt", b"password1 \nletmein1\n", "1 line ends in a blank"),
        (
            "mixed.txt",
            b"se\xf1or\ncontrase\xc3\xb1a\nletmein1\n",
            "1 line is not UTF-8, the first one is line 1",
        ),
    ] {
        let said = build(name, bytes, true);
        assert_eq!(said.code, 0, "{name}: {}", said.err);
        assert!(said.err.contains(words), "{name}: {}", said.err);
    }
}

#[test]
fn a_list_cut_while_it_is_asked_could_not_be_checked() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let words: Vec<String> = (0..5_000).map(|n| format!("canary-{n}-quince")).collect();
    std::fs::write(here.join("in.txt"), words.join("\n")).unwrap();
    let built = selfcheck_in(here, &["list", "build", "--plain", "--out", "a.list", "in.txt"], b"");
    assert_eq!(built.code, 0, "{}", built.err);
    let mut child = Command::new(env!("CARGO_BIN_EXE_selfcheck"))
        .env("LC_ALL", "C.UTF-8")
        .args(["list", "lookup", "a.list"])
        .current_dir(here)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut answer = || {
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        line
    };
    input.write_all(b"canary-7-quince\n").unwrap();
    assert_eq!(answer(), "found 1\n");
    std::fs::OpenOptions::new().write(true).open(here.join("a.list")).unwrap().set_len(4_200).unwrap();
    let mut failed = 0;
    for word in &words[..200] {
        input.write_all(format!("{word}\n").as_bytes()).unwrap();
        match answer().as_str() {
            "found 1\n" => {}
            "could_not_check file_damaged\n" => failed += 1,
            other => panic!("{other}"),
        }
    }
    assert!(failed > 100, "{failed}");
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(3));
    let verified = selfcheck_in(here, &["list", "verify", "a.list"], b"");
    assert_eq!(verified.code, 2, "cut before it was opened: {}", verified.err);
}

#[test]
fn an_empty_range_is_named_and_counts_as_missing() {
    let folder = tempfile::tempdir().unwrap();
    let ranges = folder.path().join("ranges");
    std::fs::create_dir(&ranges).unwrap();
    std::fs::write(ranges.join("00001.txt"), format!("{}:3\r\n", "0".repeat(35))).unwrap();
    std::fs::write(ranges.join("E38AD.txt"), "").unwrap();
    std::fs::write(ranges.join("notes.md"), "").unwrap();
    let said = selfcheck_in(folder.path(), &["list", "build", "--out", "a.list", "ranges"], b"");
    assert_eq!(said.code, 0, "{}", said.err);
    for words in ["E38AD.txt", "No range is empty", "notes.md", "only 1 of 1,048,576 ranges"] {
        assert!(said.err.contains(words), "{words}: {}", said.err);
    }
}
