//! Sentences about lists and their inputs: what is wrong with one, and numbers with decimals.

use std::io;
use std::path::Path;

use files::NotRegular;
use lists::build::{BuildError, Foreign, LineFault};
use lists::disk::{DiskError, LayoutError, WriteError};
use lists::download::DownloadError;
use texts::Texts;

use crate::wording::number;

/// A path as messages take it.
pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// A number with so many decimals, as the language writes it.
pub(crate) fn decimal(texts: &Texts, value: f64, decimals: usize) -> String {
    let plain = format!("{value:.decimals$}");
    match plain.split_once('.') {
        Some((whole, part)) => texts.prog_decimal(&texts.number(whole.parse().unwrap_or(u64::MAX)), part),
        None => plain,
    }
}

/// What the system said, in its own words; what was named instead of a file, in ours.
pub(crate) fn io(texts: &Texts, error: &io::Error) -> String {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<NotRegular>()) {
        Some(NotRegular::Folder) => texts.list_is_a_folder(),
        Some(NotRegular::Pipe) => texts.list_is_a_pipe(),
        Some(NotRegular::Socket) => texts.list_is_a_socket(),
        Some(NotRegular::Device) => texts.list_is_a_device(),
        _ => error.to_string(),
    }
}

/// Why a list file cannot be used.
pub(crate) fn disk(texts: &Texts, error: &DiskError) -> String {
    match error {
        DiskError::Io { path, source } => texts.list_unreadable(&shown(path), &io(texts, source)),
        DiskError::Layout { path, source } => texts.list_file_problem(&shown(path), &layout(texts, source)),
        DiskError::Length { path, found, expected } => {
            let (path, at) = (shown(path), found.min(expected).to_string());
            if found < expected {
                texts.list_cut_off(&path, &at, *expected, *found)
            } else {
                texts.list_something_after(&path, &at, *expected, *found)
            }
        }
        DiskError::Damaged { path, from, to } => {
            texts.list_damaged(&shown(path), &from.to_string(), &to.to_string())
        }
        DiskError::Changed { path } => texts.list_changed(&shown(path)),
        DiskError::Cancelled { path } => texts.list_verify_stopped(&shown(path)),
        other => other.to_string(),
    }
}

fn layout(texts: &Texts, error: &LayoutError) -> String {
    match error {
        LayoutError::Foreign => texts.list_not_ours(),
        LayoutError::TooNew { found } => texts.list_too_new(&found.to_string()),
        LayoutError::Short { at } => texts.list_header_short(&at.to_string()),
        LayoutError::Damaged { at } => texts.list_header_damaged(&at.to_string()),
        LayoutError::OutOfRange => texts.list_out_of_range(),
        LayoutError::TooRare { entries, lowest } => texts.list_too_rare(*entries, &lowest.to_string()),
        LayoutError::LongText => texts.list_long_text(),
        other => other.to_string(),
    }
}

fn write(texts: &Texts, error: &WriteError) -> String {
    match error {
        WriteError::Layout(error) => layout(texts, error),
        WriteError::Io(error) => texts.list_write_stopped(&io(texts, error)),
        WriteError::Stream { entry } => texts.list_out_of_order(*entry),
        other => other.to_string(),
    }
}

/// Why no list or mirror could be made. An input that is no text has a sentence of its own.
pub(crate) fn build(texts: &Texts, error: &BuildError) -> String {
    match error {
        BuildError::Io { path, source } => texts.list_file_problem(&shown(path), &io(texts, source)),
        BuildError::Line { path, line, .. } => texts.list_at_line(&shown(path), &line.to_string()),
        BuildError::NoRanges { path } => texts.list_no_ranges(&shown(path)),
        BuildError::RangeTwice { path } => texts.list_range_twice(&shown(path)),
        BuildError::Empty => texts.list_no_line(),
        BuildError::Write(error) => write(texts, error),
        BuildError::Cancelled => texts.list_stopped(),
        other => other.to_string(),
    }
}

/// Why a download stopped, without what to do.
fn stopped(texts: &Texts, error: &DownloadError) -> String {
    match error {
        DownloadError::Io { path, source } => texts.list_file_problem(&shown(path), &io(texts, source)),
        DownloadError::List(error) => disk(texts, error),
        DownloadError::Write(error) => write(texts, error),
        DownloadError::Cancelled => texts.list_stopped(),
        other => other.to_string(),
    }
}

/// Why a download could not be finished, and what to do.
pub(crate) fn download(texts: &Texts, error: &DownloadError) -> String {
    match error {
        DownloadError::Missing { ranges } => texts.list_missing(number(ranges.len())),
        DownloadError::OtherJournal { path } => texts.list_other_journal(&shown(path)),
        DownloadError::InUse { path } => texts.list_in_use(&shown(path)),
        DownloadError::NoRoom { needed, free } => {
            let size = |bytes| crate::wording::size(texts, bytes);
            texts.list_no_room(&size(*needed), &size(*free))
        }
        DownloadError::Outgrown { entries } => texts.list_outgrown(*entries),
        DownloadError::List(_) => texts.list_download_anew(&stopped(texts, error)),
        error if files::is_full(error) => texts.list_download_full(),
        DownloadError::Io { .. } | DownloadError::Write(_) => texts.list_disk_again(&stopped(texts, error)),
        _ => texts.list_start_again(&stopped(texts, error)),
    }
}

/// What an input is that is no text, after "is".
pub(crate) fn foreign(texts: &Texts, what: Foreign) -> String {
    match what {
        Foreign::Utf16 => texts.list_foreign_utf16(),
        Foreign::Utf32 => texts.list_foreign_utf32(),
        Foreign::Zip => texts.list_foreign_zip(),
        Foreign::SevenZip => texts.list_foreign_7z(),
        Foreign::Rar => texts.list_foreign_rar(),
        Foreign::Bzip2 => texts.list_foreign_bzip2(),
        Foreign::Xz => texts.list_foreign_xz(),
        Foreign::OtherCompression => texts.list_foreign_compressed(),
        Foreign::Twice => texts.list_foreign_twice(),
        Foreign::Tar => texts.list_foreign_tar(),
        Foreign::List => texts.list_foreign_list(),
        Foreign::Sqlite => texts.list_foreign_database(),
        Foreign::Pdf => texts.list_foreign_pdf(),
        Foreign::Markup => texts.list_foreign_markup(),
        other => other.to_string(),
    }
}

/// What to do with an input that is no text.
pub(crate) fn foreign_next(texts: &Texts, what: Foreign) -> String {
    match what {
        Foreign::Utf16 | Foreign::Utf32 => texts.list_foreign_next_encoding(),
        Foreign::Zip | Foreign::SevenZip | Foreign::Rar | Foreign::Tar => texts.list_foreign_next_unpack(),
        Foreign::Bzip2 | Foreign::Xz | Foreign::OtherCompression | Foreign::Twice => {
            texts.list_foreign_next_unpack_first()
        }
        Foreign::List => texts.list_foreign_next_list(),
        _ => texts.list_foreign_next_text(),
    }
}

/// What is wrong with a line of an input, and what to do.
pub(crate) fn fault(texts: &Texts, fault: LineFault) -> String {
    match fault {
        LineFault::Ntlm => texts.list_fault_ntlm(),
        LineFault::OtherHash => texts.list_fault_other_hash(),
        LineFault::NotASuffix => texts.list_fault_not_a_suffix(),
        LineFault::TooLong => texts.list_fault_too_long(),
        LineFault::BrokenHash => texts.list_fault_broken_hash(),
        LineFault::Separators => texts.list_fault_separators(),
        LineFault::Columns => texts.list_fault_columns(),
        LineFault::ZeroByte => texts.list_fault_zero_byte(),
        LineFault::Hashes => texts.list_fault_hashes(),
        LineFault::Pairs => texts.list_fault_pairs(),
        LineFault::Counted => texts.list_fault_counted(),
        LineFault::OtherEncoding => texts.list_fault_other_encoding(),
        _ => texts.list_fault_not_a_hash(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::terminal::english;

    #[test]
    fn the_english_sentences_are_those_of_the_errors() {
        let path = || PathBuf::from("a.list");
        let system = || io::Error::from(io::ErrorKind::NotFound);
        let disks = [
            DiskError::Io { path: path(), source: system() },
            DiskError::Io { path: path(), source: NotRegular::Folder.into() },
            DiskError::Layout { path: path(), source: LayoutError::Foreign },
            DiskError::Layout { path: path(), source: LayoutError::TooNew { found: 2 } },
            DiskError::Layout { path: path(), source: LayoutError::Short { at: 3_000 } },
            DiskError::Layout { path: path(), source: LayoutError::Damaged { at: 4_092 } },
            DiskError::Layout { path: path(), source: LayoutError::OutOfRange },
            DiskError::Layout { path: path(), source: LayoutError::TooRare { entries: 2, lowest: 30 } },
            DiskError::Layout { path: path(), source: LayoutError::LongText },
            DiskError::Length { path: path(), found: 1, expected: 2 },
            DiskError::Length { path: path(), found: 3, expected: 2 },
            DiskError::Damaged { path: path(), from: 4_000, to: 5_000 },
            DiskError::Changed { path: path() },
            DiskError::Cancelled { path: path() },
        ];
        for error in &disks {
            assert_eq!(disk(english(), error), error.to_string());
        }
        let builds = [
            BuildError::Io { path: path(), source: system() },
            BuildError::Line { path: path(), line: 7, fault: LineFault::Ntlm },
            BuildError::NoRanges { path: path() },
            BuildError::RangeTwice { path: path() },
            BuildError::Empty,
            BuildError::Write(WriteError::Layout(LayoutError::LongText)),
            BuildError::Write(WriteError::Io(system())),
            BuildError::Write(WriteError::Stream { entry: 9 }),
            BuildError::Cancelled,
        ];
        for error in &builds {
            assert_eq!(build(english(), error), error.to_string());
        }
        for what in [Foreign::Utf16, Foreign::Zip, Foreign::Bzip2, Foreign::List, Foreign::Markup] {
            assert_eq!(foreign(english(), what), what.to_string());
            assert_eq!(foreign_next(english(), what), what.advice());
        }
    }

    #[test]
    fn decimals_are_written_as_the_language_does() {
        let said = |language, value| decimal(Texts::of(language), value, 1);
        assert_eq!([said("en", 315.84), said("de", 11_117.33)], ["315.8", "11.117,3"]);
    }
}
