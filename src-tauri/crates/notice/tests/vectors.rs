//! The files of `vectors/`, each with the result it is said to have.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests read files and stop at what is wrong"
)]

use std::fs;
use std::path::PathBuf;

use notice::{MAX_BYTES, NoticeError, read};
use proptest::prelude::*;

const MINIMAL: &str = "format = 1\nid = \"forum.example/a\"\nrevision = 1\nstatus = \"final\"\n";

fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors").join(folder);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

#[test]
fn valid_files_read() {
    for (path, text) in files("valid") {
        assert!(read(text.as_bytes()).is_ok(), "{}: {:?}", path.display(), read(text.as_bytes()).err());
    }
}

#[test]
fn broken_files_fail_with_the_state_the_code_and_the_place_they_announce() {
    for (path, text) in files("broken") {
        let expected = text.lines().next().unwrap().strip_prefix("# expect: ").unwrap();
        let error = read(text.as_bytes()).expect_err(&path.display().to_string());
        let mut said = format!("{} {}", error.state(), error.code());
        if expected.contains(':') {
            let (line, column) = error.place().unwrap();
            said = format!("{said} {line}:{column}");
        }
        assert_eq!(said, expected, "{}: {error}", path.display());
    }
}

#[test]
fn a_file_is_read_up_to_256_kibibytes() {
    let mut text = MINIMAL.to_owned();
    text.push_str(&"#".repeat(MAX_BYTES - text.len()));
    assert!(read(text.as_bytes()).is_ok());
    text.push('#');
    assert_eq!(read(text.as_bytes()), Err(NoticeError::TooBig { max: MAX_BYTES }));
}

#[test]
fn bytes_that_are_not_text_are_named_with_their_place() {
    assert_eq!(read(b"# \xff"), Err(NoticeError::NotUtf8 { offset: 2 }));
    assert_eq!(read(b"#\n# \0"), Err(NoticeError::Nul { line: 2, column: 3 }));
    for control in ["\u{061C}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}"] {
        let text = format!("# ä{control}");
        assert_eq!(read(text.as_bytes()), Err(NoticeError::BidiControl { line: 1, column: 4 }));
    }
}

proptest! {
    #[test]
    fn any_bytes_read_or_name_what_is_wrong(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Err(error) = read(&bytes) {
            prop_assert!(!error.code().is_empty());
        }
    }

    #[test]
    fn one_changed_byte_of_a_real_notice_never_panics(at in 0_usize..4_000, byte: u8) {
        let mut bytes = notice::practice::revision(3).unwrap().to_vec();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read(&bytes);
    }
}
