//! Inputs as people have them, of `tests/inputs` and made here: what a list is built from, what is refused, and what is
//! said. A file that is read as something else than it is would give a list on which nobody is ever found.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests read files and stop at what is wrong"
)]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use lists::build::{BuildError, BuildOptions, Foreign, LineFault, Notes, build_noting};
use lists::disk::{DiskList, Facts};
use lists::{Answer, Reason};
use password::{Digest, Password};

fn digest(text: &str) -> Digest {
    Password::from_bytes(text.as_bytes().to_vec().into()).ok().unwrap().digest()
}

fn options(plain: bool) -> BuildOptions {
    BuildOptions {
        memory: 1 << 20,
        false_positive_exponent: 30,
        plain,
        source: String::new(),
        as_of: String::new(),
    }
}

struct Built {
    facts: Facts,
    notes: Notes,
    list: DiskList,
    _folder: tempfile::TempDir,
}

impl Built {
    fn finds(&self, text: &str) -> bool {
        let answer = self.list.lookup(&digest(text));
        assert!(!matches!(answer, Answer::CouldNotCheck(Reason::FileDamaged)));
        matches!(answer, Answer::Found { .. })
    }
}

fn built(input: &Path, plain: bool) -> Result<Built, BuildError> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.list");
    let made = build_noting(&[input], &out, &options(plain), |_| true);
    assert_eq!(made.is_ok(), out.exists(), "a list is there only if it was built");
    let (facts, notes) = made?;
    Ok(Built { facts, notes, list: DiskList::open(&out).unwrap(), _folder: folder })
}

fn case(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inputs").join(name)
}

/// Builds from a file with these bytes and this name.
fn made(name: &str, bytes: &[u8], plain: bool) -> Result<Built, BuildError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    built(&path, plain)
}

fn fault(outcome: Result<Built, BuildError>, name: &str) -> (u64, LineFault) {
    match outcome.map(|_| ()) {
        Err(BuildError::Line { line, fault, .. }) => (line, fault),
        other => panic!("{name}: {other:?}"),
    }
}

fn foreign(outcome: Result<Built, BuildError>, name: &str) -> Foreign {
    match outcome.map(|_| ()) {
        Err(BuildError::Foreign { what, .. }) => what,
        other => panic!("{name}: {other:?}"),
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn utf32(text: &str, bytes: fn(u32) -> [u8; 4]) -> Vec<u8> {
    text.chars().map(u32::from).flat_map(bytes).collect()
}

#[test]
fn good_inputs_of_every_style_are_found() {
    for name in [
        "80-hash-plain.txt",
        "81-hash-crlf-nofinal.txt",
        "82-hash-lower.txt",
        "83-hash-bom.txt",
        "85-hash-trailing-spaces.txt",
        "87-hash-space-colon.txt",
        "91-ordered-by-count.txt",
        "92-no-counts.txt",
        "105-range-folder",
        "106-range-gz-mixed",
        "107-range-tree",
        "107b-range-tree-plain",
        "113-range-lower-name",
    ] {
        let built = built(&case(name), false).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(built.finds("password1") || built.finds("letmein1"), "{name}: nothing is found");
        assert!(!built.finds("umber-violin-9031-canary"));
        assert_eq!(built.notes, Notes::default(), "{name}");
    }
    for name in ["94-plain-utf8.txt", "98-plain-crlf.txt"] {
        let built = built(&case(name), true).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(built.finds("password1") && built.finds("letmein1"), "{name}");
        assert_eq!(built.notes, Notes::default(), "{name}");
    }
}

#[test]
fn inputs_that_are_something_else_are_refused_with_what_they_are() {
    for (name, plain, expected) in [
        ("84-hash-utf16.txt", false, Foreign::Utf16),
        ("95-plain-utf16.txt", true, Foreign::Utf16),
        ("100-7z.7z", true, Foreign::SevenZip),
        ("100-7z.7z", false, Foreign::SevenZip),
        ("110-range-html", false, Foreign::Markup),
    ] {
        assert_eq!(foreign(built(&case(name), plain), name), expected, "{name}");
    }
    let text = "password1\nletmein1\ncontraseña\n";
    let zip = [b"PK\x03\x04".as_slice(), &[0; 40]].concat();
    let tar = [b"list.txt".as_slice(), &[0; 249], b"ustar\0"].concat();
    for (what, bytes, expected) in [
        ("utf-16le", [&b"\xff\xfe"[..], &utf16(text, u16::to_le_bytes)].concat(), Foreign::Utf16),
        ("utf-16be", [&b"\xfe\xff"[..], &utf16(text, u16::to_be_bytes)].concat(), Foreign::Utf16),
        ("utf-16le without a mark", utf16(text, u16::to_le_bytes), Foreign::Utf16),
        ("utf-16be without a mark", utf16(text, u16::to_be_bytes), Foreign::Utf16),
        ("utf-32le", [&b"\xff\xfe\0\0"[..], &utf32(text, u32::to_le_bytes)].concat(), Foreign::Utf32),
        ("utf-32be", [&b"\0\0\xfe\xff"[..], &utf32(text, u32::to_be_bytes)].concat(), Foreign::Utf32),
        ("utf-32le without a mark", utf32(text, u32::to_le_bytes), Foreign::Utf32),
        ("utf-32be without a mark", utf32(text, u32::to_be_bytes), Foreign::Utf32),
        ("gzip in gzip", gzip(&gzip(text.as_bytes())), Foreign::Twice),
        (
            "utf-16 in gzip",
            gzip(&[&b"\xff\xfe"[..], &utf16(text, u16::to_le_bytes)].concat()),
            Foreign::Utf16,
        ),
        ("zip", zip, Foreign::Zip),
        ("tar", tar.clone(), Foreign::Tar),
        ("tar.gz", gzip(&tar), Foreign::Tar),
        ("rar", b"Rar!\x1a\x07\x01\0rest".to_vec(), Foreign::Rar),
        ("bzip2", b"BZh91AY&SY\x01\x02".to_vec(), Foreign::Bzip2),
        ("xz", b"\xfd7zXZ\0\0\x04".to_vec(), Foreign::Xz),
        ("lz4", b"\x04\x22\x4d\x18rest".to_vec(), Foreign::OtherCompression),
        (
            "list",
            fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/small.list")).unwrap(),
            Foreign::List,
        ),
        ("sqlite", b"SQLite format 3\0rest".to_vec(), Foreign::Sqlite),
        ("pdf", b"%PDF-1.7\n".to_vec(), Foreign::Pdf),
        ("html", b"  <!DOCTYPE html>\n<p>Log in</p>\n".to_vec(), Foreign::Markup),
    ] {
        for (name, plain) in [("in.txt", true), ("in.txt", false), ("in.gz", true), ("in", false)] {
            assert_eq!(foreign(made(name, &bytes, plain), what), expected, "{what} as {name}");
        }
    }
}

#[test]
fn compressed_texts_are_read_by_content_whatever_their_name() {
    let text = b"\xef\xbb\xbfpassword1\nletmein1\n";
    let zstd = zstd::encode_all(text.as_slice(), 1).unwrap();
    for bytes in [gzip(text), [gzip(b"password1\n"), gzip(b"letmein1\n")].concat(), zstd, text.to_vec()] {
        for name in ["in.txt", "in.gz", "in.zst", "in"] {
            let built = made(name, &bytes, true).unwrap();
            assert!(built.finds("password1") && built.finds("letmein1"), "{name}");
            assert_eq!(built.facts.parameters.entries, 2);
        }
    }
    assert!(built(&case("101-gz-named-txt.txt"), true).unwrap().finds("password1"));
    assert!(matches!(built(&case("102-truncated.gz"), false), Err(BuildError::Io { .. })));
    assert!(matches!(built(&case("102-truncated.gz"), true), Err(BuildError::Io { .. })));
}

#[test]
fn bad_lines_of_hashes_are_named_with_what_is_wrong() {
    for (name, line, expected) in [
        ("86-hash-thousands.txt", 1, LineFault::Separators),
        ("88-hash-mixed-ntlm.txt", 4, LineFault::Ntlm),
        ("89-hash-nul.txt", 4, LineFault::ZeroByte),
        ("90-hash-nul-tail.txt", 4, LineFault::ZeroByte),
        ("93-comma-csv.csv", 1, LineFault::NotAHash),
        ("94-plain-utf8.txt", 1, LineFault::NotAHash),
    ] {
        let found = fault(built(&case(name), false), name);
        assert_eq!(found, (line, expected), "{name}");
    }
    let hash = "E38AD214943DAAD1D64C102FAEC29DE4AFE9DA3D";
    for (second, expected) in [
        (format!("{hash},3"), LineFault::Columns),
        (format!("{hash}:1.024"), LineFault::Separators),
        (format!("{hash}:x"), LineFault::BrokenHash),
        ("a".repeat(64), LineFault::OtherHash),
        ("password1".to_owned(), LineFault::NotAHash),
    ] {
        let text = format!("{hash}:3\n{second}\n");
        assert_eq!(fault(made("in.txt", text.as_bytes(), false), &second), (2, expected), "{second}");
    }
    assert!(matches!(built(&case("104-empty.txt"), false), Err(BuildError::Empty)));
}

#[test]
fn plain_inputs_that_are_no_passwords_are_refused() {
    for (name, expected) in [
        ("97-plain-latin1.txt", LineFault::OtherEncoding),
        ("99-plain-user-colon-pass.txt", LineFault::Pairs),
        ("99d-hashes-as-plain.txt", LineFault::Hashes),
        ("99f-count-rank-prefix.txt", LineFault::Counted),
        ("80-hash-plain.txt", LineFault::Hashes),
        ("92-no-counts.txt", LineFault::Hashes),
    ] {
        assert_eq!(fault(built(&case(name), true), name).1, expected, "{name}");
    }
    // Encodings of one byte a letter, and a zero byte in the middle of a long text.
    for bytes in [&b"gr\xfc\xdfe1\npassword1\n"[..], b"\x8fber\npassword1\n", b"\xef\xf0\xe8\xe2\xe5\xf2\n"] {
        assert_eq!(fault(made("in.txt", bytes, true), "latin").1, LineFault::OtherEncoding);
    }
    let late = [b"password1\n".repeat(1_000), b"pass\0word\n".to_vec()].concat();
    assert_eq!(fault(made("in.txt", &late, true), "late"), (1_001, LineFault::ZeroByte));
    let binary = b"pass\x01\0\x02\x03\0\0word\n";
    assert_eq!(fault(made("in.txt", binary, true), "binary"), (1, LineFault::ZeroByte));
}

#[test]
fn what_is_undone_kept_or_never_found_in_plain_inputs_is_said() {
    let hex = built(&case("99e-plain-hexnotation.txt"), true).unwrap();
    assert!(hex.finds("passwor d1") || hex.notes.hex_undone == 1);
    assert_eq!(hex.notes.hex_undone, 1);
    assert!(hex.finds("letmein1"));
    let blanks = built(&case("99c-plain-trailing-space.txt"), true).unwrap();
    assert_eq!(blanks.notes.trailing_blanks, 2);
    assert!(blanks.finds("password1 ") && !blanks.finds("password1"), "blanks belong to a password");
    // A few broken lines among good ones, as in lists that were joined from many sources.
    let mixed = made("in.txt", b"password1\nse\xf1or\ncontrase\xc3\xb1a\n", true).unwrap();
    assert_eq!((mixed.notes.not_utf8, mixed.notes.first_not_utf8.clone().unwrap().1), (1, 2));
    assert!(mixed.finds("contraseña") && mixed.finds("password1"));
}

#[test]
fn a_password_in_two_part_letters_is_found_in_both_forms() {
    let built = made("in.txt", "contrasen\u{303}a\n".as_bytes(), true).unwrap();
    assert!(built.finds("contraseña") && built.finds("contrasen\u{303}a"));
    assert_eq!(built.facts.parameters.entries, 2);
}

#[test]
fn an_empty_range_is_a_missing_one_and_named() {
    let empty = built(&case("111-range-empty-file"), false).unwrap();
    let names: Vec<_> =
        empty.notes.empty_ranges.iter().map(|path| path.file_name().unwrap().to_owned()).collect();
    assert_eq!((names.len(), empty.facts.parameters.ranges), (1, 1), "{names:?}");
    // Padding alone, line ends alone and a compressed nothing are empty too.
    let suffix = "0".repeat(35);
    for bytes in [Vec::new(), b"\r\n\n".to_vec(), format!("{suffix}:0\r\n{suffix}:0").into_bytes()] {
        for (name, bytes) in [("00002", bytes.clone()), ("00002.gz", gzip(&bytes))] {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join("00001"), format!("{suffix}:3")).unwrap();
            fs::write(folder.path().join(name), bytes).unwrap();
            fs::write(folder.path().join("README.md"), "what this is").unwrap();
            let built = built(folder.path(), false).unwrap();
            assert_eq!(built.facts.parameters.ranges, 1);
            assert_eq!(built.notes.empty_ranges, [folder.path().join(name)]);
            assert_eq!(built.notes.passed_over, [folder.path().join("README.md")]);
        }
    }
}

#[test]
fn a_range_that_is_there_plain_and_compressed_is_read_once() {
    let folder = tempfile::tempdir().unwrap();
    let row = format!("{}:3", "0".repeat(35));
    fs::write(folder.path().join("00001"), &row).unwrap();
    fs::write(folder.path().join("00001.gz"), gzip(row.as_bytes())).unwrap();
    let built = built(folder.path(), false).unwrap();
    assert_eq!((built.facts.parameters.entries, built.facts.parameters.ranges), (1, 1));
    fs::create_dir(folder.path().join("more")).unwrap();
    fs::write(folder.path().join("more/00001.TXT"), &row).unwrap();
    assert!(matches!(self::built(folder.path(), false), Err(BuildError::RangeTwice { .. })));
}

#[test]
fn broken_ranges_are_refused_and_named() {
    for name in [
        "108-range-bom",
        "109-range-fullhash",
        "112-range-truncated",
        "114-range-ntlm",
        "115-range-truncated-count",
    ] {
        assert!(matches!(built(&case(name), false), Err(BuildError::Line { .. })), "{name}");
    }
}
