//! What is said about the inputs of a list: why one was refused, and what was noticed in those that were read.

use std::path::{Path, PathBuf};

use app::check::ListFile;
use lists::build::{BuildError, LineFault, Notes};
use lists::disk::{LayoutError, WriteError};

use crate::terminal::{Failure, tell};
use crate::wording::count;

/// Files that are named one by one.
const NAMED: usize = 5;

/// Says what was noticed in the inputs.
pub(crate) fn tell_notes(notes: &Notes) {
    if !notes.empty_ranges.is_empty() {
        tell(&format!(
            "{} without a row: {}. No range is empty, so they count as missing. Get them again.",
            count(notes.empty_ranges.len(), "range file", "range files"),
            named(&notes.empty_ranges)
        ));
    }
    if !notes.passed_over.is_empty() {
        tell(&format!(
            "{} passed over, because a range file is called ABCDE, ABCDE.txt, ABCDE.gz or ABCDE.zst: {}.",
            count(notes.passed_over.len(), "file was", "files were"),
            named(&notes.passed_over)
        ));
    }
    if let Some((path, line)) = &notes.first_not_utf8 {
        tell(&format!(
            "{} not UTF-8, the first one is line {line} of {}. Passwords are looked up in UTF-8, so nothing will be found on them.",
            lines(notes.not_utf8, "is", "are"),
            path.display()
        ));
    }
    if notes.hex_undone > 0 {
        tell(&format!("{} written as $HEX[…], which was undone.", lines(notes.hex_undone, "was", "were")));
    }
    if notes.trailing_blanks > 0 {
        tell(&format!(
            "{} in a blank, which was kept as part of the password. If it is none, remove it: sed 's/[[:blank:]]*$//' IN > OUT.",
            lines(notes.trailing_blanks, "ends", "end")
        ));
    }
}

/// Says that a list answers for a part of all passwords only. An answer of such a list is no answer about the others.
pub(crate) fn tell_part(name: &Path, ranges: Option<u32>) {
    if let Some(ranges) = ranges {
        tell(&format!(
            "{} holds only {ranges} of {} ranges: a password of the others reads as not on this list.",
            name.display(),
            password::Prefix::COUNT
        ));
    }
}

/// Opens the list files, and says of each whether it holds a part of the ranges only.
pub(crate) fn opened(lists: &[PathBuf]) -> Vec<ListFile> {
    let open = |path: &PathBuf| {
        let file = ListFile::open(path);
        tell_part(path, file.part_of_the_ranges());
        file
    };
    lists.iter().map(open).collect()
}

fn lines(number: u64, one: &str, many: &str) -> String {
    if number == 1 { format!("1 line {one}") } else { format!("{number} lines {many}") }
}

fn named(paths: &[PathBuf]) -> String {
    let names: Vec<String> = paths.iter().take(NAMED).map(|path| path.display().to_string()).collect();
    let more = paths.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    names.join(", ") + &more
}

/// Why no list or mirror was written, and what to do.
pub(crate) fn failed(error: &BuildError, outcome: &str) -> Failure {
    if files::is_full(error) {
        return Failure::WrongUse(format!("the disk is full: make room and try again. {outcome}"));
    }
    let next = match error {
        BuildError::Line { fault, .. } => advice(*fault),
        BuildError::Foreign { path, what } => {
            return Failure::WrongUse(format!("{} is {what}. {}. {outcome}", shown(path), what.advice()));
        }
        BuildError::Empty => "there is nothing to build a list from. Check the inputs",
        BuildError::RangeTwice { .. } => "remove one of the two",
        BuildError::NoRanges { .. } => "check that it is the folder with the range files",
        BuildError::Write(WriteError::Layout(LayoutError::TooRare { lowest, .. })) => {
            return Failure::WrongUse(format!(
                "{error}: say --false-positives 2^-{lowest} or more. {outcome}"
            ));
        }
        BuildError::Write(WriteError::Layout(LayoutError::LongText)) => "shorten what stands after --source",
        BuildError::Io { source, .. } if source.kind() == std::io::ErrorKind::NotFound => {
            "check the name: there is no such file or folder"
        }
        BuildError::Io { source, .. } if source.kind() == std::io::ErrorKind::PermissionDenied => {
            "check who may read and write it"
        }
        BuildError::Io { .. } | BuildError::Write(_) => "check that it can be read, and the room on the disk",
        _ => "start it again",
    };
    Failure::WrongUse(format!("{error}: {next}. {outcome}"))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn advice(fault: LineFault) -> &'static str {
    match fault {
        LineFault::Ntlm => {
            "it is a hash of 32 hexadecimal digits, NTLM or MD5. Lists are made of SHA-1 hashes: get the SHA-1 version"
        }
        LineFault::OtherHash => {
            "it is a longer hash than SHA-1, for example SHA-256. Lists are made of SHA-1 hashes: get the SHA-1 version"
        }
        LineFault::NotASuffix => {
            "it is not 35 hexadecimal digits, a colon and a count, as range files have. Get that range again"
        }
        LineFault::TooLong => "it is longer than any password or hash. Correct the file",
        LineFault::BrokenHash => {
            "it begins like a hash and is not 40 hexadecimal digits with a colon and a count. Correct that line"
        }
        LineFault::Separators => "its count has separators between the digits. Write 2401761 for 2,401,761",
        LineFault::Columns => {
            "its fields are not separated by a colon. Write each line as HASH:COUNT, without a header"
        }
        LineFault::ZeroByte => {
            "it has a zero byte, so the file is no text or is damaged. Get it again, as UTF-8"
        }
        LineFault::Hashes => {
            "nearly all lines of this file are hashes, not passwords. Leave out --plain if they are SHA-1; other hashes cannot be used"
        }
        LineFault::Pairs => {
            "nearly all lines of this file have another field beside the password, such as a user name. Keep the passwords alone, for example: cut -d: -f2- IN > OUT"
        }
        LineFault::Counted => {
            "nearly all lines of this file have a number beside the password. Keep the passwords alone, for example: sed 's/^ *[0-9]* //' IN > OUT"
        }
        LineFault::OtherEncoding => {
            "it is not UTF-8, and no other line of the file has a letter in UTF-8. Save the file as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8 IN > OUT"
        }
        _ => {
            "it is not 40 hexadecimal digits of a SHA-1 with a colon and a count. If these are passwords, say --plain"
        }
    }
}
