//! Files that are broken, or made to break the reader: each ends in bounded time and memory with a reason.
#![allow(clippy::unwrap_used, reason = "tests stop at what is wrong")]

use std::io::{self, Cursor, Read, Seek, SeekFrom, Write as _};
use std::ops::ControlFlow;

use audit::read::{Cost, Export, Form, Limits, Options, Progress, ReadError, SkipReason, read};
use password::Password;
use sha2::Digest as _;
use zeroize::Zeroizing;

const HEADER: &str = "name,url,username,password,note\n";

fn key(text: &str) -> Password {
    Password::from_bytes(Zeroizing::new(text.as_bytes().to_vec())).ok().unwrap()
}

fn read_bytes(bytes: &[u8]) -> Result<Export, ReadError> {
    read(Cursor::new(bytes), &Options::default(), &mut |_| ControlFlow::Continue(()))
}

fn unlock(bytes: &[u8]) -> ReadError {
    let key = key("correct horse");
    let options = Options { password: Some(&key), ..Options::default() };
    read(Cursor::new(bytes), &options, &mut |_| ControlFlow::Continue(())).err().unwrap()
}

/// What is skipped, when the one sound log-in after it is read all the same.
fn skipped_before_a_sound_row(row: &[u8]) -> Vec<SkipReason> {
    let mut file = HEADER.as_bytes().to_vec();
    file.extend_from_slice(row);
    file.extend_from_slice(b"\nforum,https://forum.example,ann,sound,\n");
    let export = read_bytes(&file).unwrap();
    assert_eq!(export.logins.len(), 1);
    assert_eq!(export.logins.first().unwrap().username, "ann");
    export.skipped.iter().map(|skipped| skipped.reason).collect()
}

/// A file of one byte again and again, as long as is asked.
struct Endless {
    start: Vec<u8>,
    byte: u8,
    at: u64,
    length: u64,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.length - self.at).unwrap().min(buffer.len());
        let room = buffer.get_mut(..left).unwrap();
        room.fill(self.byte);
        if let Some(start) = self.start.get(usize::try_from(self.at).unwrap()..) {
            let count = start.len().min(left);
            room.get_mut(..count).unwrap().copy_from_slice(start.get(..count).unwrap());
        }
        self.at += left as u64;
        Ok(left)
    }
}

impl Seek for Endless {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(_) => self.length,
            SeekFrom::Current(_) => self.at,
        };
        Ok(self.at)
    }
}

#[test]
fn a_cell_of_64_megabytes_costs_its_row_only() {
    let mut row = b"forum,https://forum.example,ann,\"".to_vec();
    row.resize(64 << 20, b'x');
    row.extend_from_slice(b"\",");
    assert_eq!(skipped_before_a_sound_row(&row), [SkipReason::CellTooLong { limit: 256 << 10 }]);
    let mut row = b"forum,https://forum.example,".to_vec();
    row.resize(300 << 10, b'x');
    row.extend_from_slice(b",pw,");
    assert_eq!(skipped_before_a_sound_row(&row), [SkipReason::CellTooLong { limit: 256 << 10 }]);
}

#[test]
fn a_hundred_thousand_columns_are_too_many() {
    let wide = ",".repeat(100_000);
    assert_eq!(skipped_before_a_sound_row(wide.as_bytes()), [SkipReason::TooManyCells { limit: 1_000 }]);
    let error = read_bytes(wide.as_bytes()).err().unwrap();
    assert!(matches!(error, ReadError::TooManyColumns { limit: 1_000 }), "{error:?}");
}

#[test]
fn zero_bytes_are_no_text() {
    assert_eq!(skipped_before_a_sound_row(b"f,https://f.example,ann,a\0b,"), [SkipReason::ZeroByte]);
    let error = read_bytes(b"\x7fELF\x02\x01\x01\0\0\0").err().unwrap();
    assert!(matches!(error, ReadError::NotText { offset: 7 }), "{error:?}");
}

#[test]
fn an_unclosed_quote_does_not_swallow_the_rest() {
    assert_eq!(skipped_before_a_sound_row(b"f,https://f.example,ann,\"open,"), [SkipReason::UnclosedQuote]);
    let error = read_bytes(b"name,\"url,username,password\nx").err().unwrap();
    assert!(matches!(error, ReadError::UnclosedHeader), "{error:?}");
}

#[test]
fn nothing_is_said_to_be_nothing() {
    for nothing in ["", "\n\r\n", "\u{feff}", "\u{feff}\r\n"] {
        let error = read_bytes(nothing.as_bytes()).err().unwrap();
        assert!(matches!(error, ReadError::Empty), "{nothing:?}: {error:?}");
    }
    for empty in [HEADER, "name,url,username,password\r\n\r\n"] {
        let error = read_bytes(empty.as_bytes()).err().unwrap();
        assert!(matches!(error, ReadError::NoLogins), "{empty:?}: {error:?}");
    }
}

#[test]
fn a_file_of_one_endless_line_ends_early() {
    let one = Endless { start: Vec::new(), byte: b'x', at: 0, length: 2 << 30 };
    let error = read(one, &Options::default(), &mut |_| ControlFlow::Continue(())).err().unwrap();
    assert!(matches!(error, ReadError::HeaderTooLong { .. } | ReadError::TooLong { .. }), "{error:?}");
    let limits = Limits { file: 32 << 20, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    for byte in [b'x', b'"', b','] {
        let two = Endless { start: HEADER.as_bytes().to_vec(), byte, at: 0, length: 2 << 30 };
        let error = read(two, &options, &mut |_| ControlFlow::Continue(())).err().unwrap();
        assert!(matches!(error, ReadError::TooLong { limit: 0x200_0000 }), "{error:?}");
    }
}

#[test]
fn no_more_entries_are_kept_than_may_be() {
    let limits = Limits { entries: 10, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let csv = format!("{HEADER}{}", "f,https://f.example,ann,pw,\n".repeat(11));
    let json = format!("{{\"encrypted\": false, \"items\": [{}{{}}]}}", "{},".repeat(10));
    for file in [csv, json] {
        let error = read(Cursor::new(file), &options, &mut |_| ControlFlow::Continue(())).err().unwrap();
        assert!(matches!(error, ReadError::TooManyEntries { limit: 10, .. }), "{error:?}");
    }
}

#[test]
fn it_stops_when_it_is_told_to() {
    let csv = format!("{HEADER}{}", "f,https://f.example,ann,pw,\n".repeat(50_000));
    let mut last = Progress::default();
    let error = read(Cursor::new(csv), &Options::default(), &mut |now| {
        last = now;
        if now.logins > 10_000 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(matches!(error.err().unwrap(), ReadError::Cancelled));
    assert!(last.logins < 15_000 && last.bytes < 600_000, "{last:?}");
}

/// Ends a reading while the file is being unlocked: after the first word of that, at the second.
fn leave_while_unlocking(file: &[u8]) {
    let key = key("correct horse");
    let options = Options { password: Some(&key), ..Options::default() };
    let (mut begun, mut left_while) = (false, None);
    let error = read(Cursor::new(file), &options, &mut |now| {
        if begun {
            left_while = Some(now.unlocking);
            return ControlFlow::Break(());
        }
        begun = now.unlocking;
        ControlFlow::Continue(())
    });
    assert!(matches!(error.err().unwrap(), ReadError::Cancelled));
    assert_eq!(left_while, Some(true), "the key was not made yet");
}

#[test]
fn locked_file_that_takes_long_can_be_left_while_its_key_is_made() {
    // Each of these would take the better part of a minute.
    let rounds = "{\"encrypted\":true,\"passwordProtected\":true,\"salt\":\"AAAA\",\"kdfType\":0,\
        \"kdfIterations\":10000000,\"encKeyValidation_DO_NOT_EDIT\":\"2.a|b|c\",\"data\":\"2.a|b|c\"}";
    leave_while_unlocking(rounds.as_bytes());
    let mut database = include_bytes!("exports/keepass.kdbx").to_vec();
    let sought = [1, 0, 0, 0, b'R', 8, 0, 0, 0];
    let at = database.windows(sought.len()).position(|part| part == sought).unwrap() + sought.len();
    let rounds = Limits::default().kdf_rounds.to_le_bytes();
    database.get_mut(at..at + rounds.len()).unwrap().copy_from_slice(&rounds);
    // The digest that follows the header has to fit, or nobody would try.
    let last = b"\0\x04\0\0\0\r\n\r\n";
    let end = database.windows(last.len()).position(|part| part == last).unwrap() + last.len();
    let digest = sha2::Sha256::digest(database.get(..end).unwrap());
    database.get_mut(end..end + digest.len()).unwrap().copy_from_slice(&digest);
    leave_while_unlocking(&database);
}

#[test]
fn a_zip_file_can_be_left_while_it_is_unpacked() {
    let packed = zipped("export.data", &vec![b' '; 8 << 20]);
    let mut told = 0;
    let error = read(Cursor::new(packed), &Options::default(), &mut |_| {
        told += 1;
        if told > 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(matches!(error.err().unwrap(), ReadError::Cancelled));
}

#[test]
fn a_zip_file_called_csv_is_told_by_what_it_is() {
    let error = read_bytes(&zipped("export.csv", b"name,url")).err().unwrap();
    assert!(matches!(error, ReadError::NoExportInZip), "{error:?}");
    let mut cut = zipped("export.data", b"{}");
    cut.truncate(cut.len() / 2);
    let error = read_bytes(&cut).err().unwrap();
    assert!(matches!(error, ReadError::Damaged { .. }), "{error:?}");
}

#[test]
fn a_zip_bomb_is_not_unpacked() {
    let limits = Limits { document: 1 << 20, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let bomb = zipped("export.data", &vec![b' '; 16 << 20]);
    assert!(bomb.len() < 64 << 10);
    let error = read(Cursor::new(bomb), &options, &mut |_| ControlFlow::Continue(())).err().unwrap();
    assert!(matches!(error, ReadError::TooLong { limit: 0x10_0000 }), "{error:?}");
}

fn zipped(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(bytes).unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_database_that_wants_all_memory_or_all_day_is_not_opened() {
    let argon2 = |memory: u64, passes: u64, lanes: u32| {
        let mut parameters = vec![0, 1];
        let mut number = |sort: u8, name: &[u8], value: &[u8]| {
            parameters.push(sort);
            for part in [name, value] {
                parameters.extend_from_slice(&u32::try_from(part.len()).unwrap().to_le_bytes());
                parameters.extend_from_slice(part);
            }
        };
        number(0x05, b"M", &memory.to_le_bytes());
        number(0x05, b"I", &passes.to_le_bytes());
        number(0x04, b"P", &lanes.to_le_bytes());
        parameters.push(0);
        database(4, &[(11, &parameters)])
    };
    let costly = |bytes: &[u8], expected: Cost| {
        let error = unlock(bytes);
        assert!(matches!(error, ReadError::TooCostly { what } if what == expected), "{error:?}");
    };
    costly(&argon2(1 << 40, 1, 1), Cost::Memory);
    costly(&argon2(1 << 30, 1_000_000, 1), Cost::Time);
    costly(&argon2(1 << 20, 1, 1_000_000), Cost::Time);
    costly(&database(3, &[(6, &u64::MAX.to_le_bytes())]), Cost::Time);
}

#[test]
fn a_database_with_a_field_too_short_for_its_type_is_damaged() {
    for (version, field, value) in
        [(4, 3, &b"\x01"[..]), (3, 6, b"\x01\x02"), (3, 10, b""), (4, 11, b"\0\x01\x04")]
    {
        let error = unlock(&database(version, &[(field, value)]));
        assert!(matches!(error, ReadError::Damaged { .. }), "{version} {field}: {error:?}");
    }
    let error = unlock(b"\x03\xd9\xa2\x9a\x65\xfb\x4b\xb5\x01\0\x01\0");
    assert!(matches!(error, ReadError::Form { form: Form::KeePass1 }), "{error:?}");
    let error = unlock(b"\x03\xd9\xa2\x9a\x66\xfb\x4b\xb5\x01\0\x01\0");
    assert!(matches!(error, ReadError::Version { .. }), "{error:?}");
}

/// The start of a database with these fields in its header.
fn database(version: u16, fields: &[(u8, &[u8])]) -> Vec<u8> {
    let mut bytes = b"\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5\x01\0".to_vec();
    bytes.extend_from_slice(&version.to_le_bytes());
    for (field, value) in fields.iter().chain(&[(0, &b""[..])]) {
        bytes.push(*field);
        let length = u32::try_from(value.len()).unwrap().to_le_bytes();
        bytes.extend_from_slice(if version == 4 { &length } else { &length[..2] });
        bytes.extend_from_slice(value);
    }
    bytes
}

#[test]
fn every_cut_of_a_database_is_an_error_and_no_panic() {
    let whole = include_bytes!("exports/keepass.kdbx");
    for end in 0..400.min(whole.len()) {
        assert!(read_bytes(&whole[..end]).is_err(), "{end}");
    }
}

#[test]
fn a_locked_document_that_wants_all_memory_is_not_opened() {
    let lock = |kind: &str| {
        format!(
            "{{\"encrypted\":true,\"passwordProtected\":true,\"salt\":\"AAAA\",{kind},\
             \"encKeyValidation_DO_NOT_EDIT\":\"2.a|b|c\",\"data\":\"2.a|b|c\"}}"
        )
    };
    let memory = lock("\"kdfType\":1,\"kdfIterations\":1,\"kdfMemory\":4000000,\"kdfParallelism\":1");
    assert!(matches!(unlock(memory.as_bytes()), ReadError::TooCostly { what: Cost::Memory }));
    let rounds = lock("\"kdfType\":0,\"kdfIterations\":4000000000");
    assert!(matches!(unlock(rounds.as_bytes()), ReadError::TooCostly { what: Cost::Time }));
    let account = b"{\"encrypted\":true,\"encKeyValidation_DO_NOT_EDIT\":\"2.a|b|c\",\"items\":[]}";
    assert!(matches!(unlock(account), ReadError::LockedToAccount { .. }));
    assert!(matches!(unlock(b"{\"a\":1}"), ReadError::UnknownJson));
    assert!(matches!(unlock(b"{\"items\":[1,\n}"), ReadError::Json { line: 2, column: 1 }));
}

#[test]
fn a_password_is_in_no_error() {
    // A table without a header: its first row looks like names to nobody but a careless program.
    let error = read_bytes(b"https://forum.example,ann,canary\n").err().unwrap();
    assert!(matches!(error, ReadError::UnknownColumns { columns: 3, header: None }), "{error:?}");
    for file in [&b"https://forum.example,ann,canary\n"[..], b"{\"items\":[{\"a\":\"canary\"}", b"\"canary"] {
        let error = read_bytes(file).err().unwrap();
        assert!(!format!("{error:?} {error}").contains("canary"), "{error:?}");
    }
}
