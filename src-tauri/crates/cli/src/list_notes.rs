//! What is said about the inputs of a list: why one was refused, and what was noticed in those that were read.

use std::path::{Path, PathBuf};

use app::check::ListFile;
use lists::build::{BuildError, Notes};
use lists::disk::{LayoutError, WriteError};
use texts::Texts;

use crate::list_words::{self, shown};
use crate::terminal::{Failure, tell, texts};
use crate::wording::number;

/// Files that are named one by one.
const NAMED: usize = 5;

/// Says what was noticed in the inputs.
pub(crate) fn tell_notes(notes: &Notes) {
    let texts = texts();
    if !notes.empty_ranges.is_empty() {
        let names = named(texts, &notes.empty_ranges);
        tell(&texts.list_empty_ranges(number(notes.empty_ranges.len()), &names));
    }
    if !notes.passed_over.is_empty() {
        let names = named(texts, &notes.passed_over);
        tell(&texts.list_passed_over(number(notes.passed_over.len()), &names));
    }
    if let Some((path, line)) = &notes.first_not_utf8 {
        tell(&texts.list_not_utf8(notes.not_utf8, &line.to_string(), &shown(path)));
    }
    if notes.hex_undone > 0 {
        tell(&texts.list_hex_undone(notes.hex_undone));
    }
    if notes.trailing_blanks > 0 {
        tell(&texts.list_trailing_blanks(notes.trailing_blanks));
    }
}

/// Says that a list answers for a part of all passwords only. An answer of such a list is no answer about the others.
pub(crate) fn tell_part(name: &Path, ranges: Option<u32>) {
    if let Some(ranges) = ranges {
        let all = u64::from(password::Prefix::COUNT);
        tell(&texts().list_part_of_ranges(&shown(name), u64::from(ranges), all));
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

fn named(texts: &Texts, paths: &[PathBuf]) -> String {
    let names: Vec<String> = paths.iter().take(NAMED).map(|path| shown(path)).collect();
    let said = texts.listed(&names);
    let more = paths.len().saturating_sub(NAMED);
    if more > 0 { texts.list_names_more(&said, number(more)) } else { said }
}

/// Why no list or mirror was written, and what to do. `outcome` is the sentence that says which of them.
pub(crate) fn failed(error: &BuildError, outcome: &str) -> Failure {
    let texts = texts();
    if files::is_full(error) {
        return Failure::WrongUse(texts.list_not_made_full(outcome));
    }
    Failure::WrongUse(match error {
        BuildError::Foreign { path, what } => {
            let (is, next) = (list_words::foreign(texts, *what), list_words::foreign_next(texts, *what));
            texts.list_foreign_file(&shown(path), &is, &next, outcome)
        }
        _ => texts.list_not_made(&list_words::build(texts, error), &next(texts, error), outcome),
    })
}

/// What to do where no list or mirror was written.
fn next(texts: &Texts, error: &BuildError) -> String {
    match error {
        BuildError::Line { fault, .. } => list_words::fault(texts, *fault),
        BuildError::Empty => texts.list_next_empty(),
        BuildError::RangeTwice { .. } => texts.list_next_twice(),
        BuildError::NoRanges { .. } => texts.list_next_no_ranges(),
        BuildError::Write(WriteError::Layout(LayoutError::TooRare { lowest, .. })) => {
            texts.list_next_too_rare(&lowest.to_string())
        }
        BuildError::Write(WriteError::Layout(LayoutError::LongText)) => texts.list_next_long_text(),
        BuildError::Io { source, .. } if source.kind() == std::io::ErrorKind::NotFound => {
            texts.list_next_not_found()
        }
        BuildError::Io { source, .. } if source.kind() == std::io::ErrorKind::PermissionDenied => {
            texts.list_next_permission()
        }
        BuildError::Io { .. } | BuildError::Write(_) => texts.list_next_disk(),
        _ => texts.list_next_start(),
    }
}
