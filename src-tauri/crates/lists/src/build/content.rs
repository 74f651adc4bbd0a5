//! What a file is by its first bytes: a text, a compressed text that can be read, or something else that is refused.
//!
//! By content and not by name: a compressed file that is called `.txt` would else be read as passwords that nobody has.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read};

use password::OtherEncoding;

/// Bytes that decide.
const START: usize = 4_096;

/// What a file is that cannot be read as lines of UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Foreign {
    /// UTF-16, with a byte order mark or without.
    Utf16,
    /// UTF-32, with a byte order mark or without.
    Utf32,
    /// A zip archive, or a document in one (xlsx, odt).
    Zip,
    /// A 7z archive.
    SevenZip,
    /// A rar archive.
    Rar,
    /// Compressed with bzip2.
    Bzip2,
    /// Compressed with xz.
    Xz,
    /// Compressed with lz4, lzma, or Unix compress.
    OtherCompression,
    /// Compressed twice.
    Twice,
    /// A tar archive.
    Tar,
    /// A list file that is built already.
    List,
    /// A database file of the sqlite program.
    Sqlite,
    /// A PDF document.
    Pdf,
    /// A web page or XML.
    Markup,
}

impl Foreign {
    /// What a text is by its first bytes, if it is not lines of UTF-8.
    #[must_use]
    pub fn of(start: &[u8]) -> Option<Self> {
        match Content::of(start) {
            Content::Foreign(foreign) => Some(foreign),
            Content::Text { .. } | Content::Packed(_) => None,
        }
    }

    /// What to do instead.
    #[must_use]
    pub fn advice(self) -> &'static str {
        match self {
            Self::Utf16 | Self::Utf32 => {
                "Save it again as UTF-8: iconv -f UTF-16 -t UTF-8 IN > OUT, or in PowerShell Set-Content -Encoding utf8"
            }
            Self::Zip | Self::SevenZip | Self::Rar | Self::Tar => "Unpack it and give the text in it",
            Self::Bzip2 | Self::Xz | Self::OtherCompression | Self::Twice => {
                "Unpack it first; gzip and zstd are read as they are"
            }
            Self::List => "It can be used as it is: selfcheck list info FILE",
            Self::Sqlite | Self::Pdf | Self::Markup => "Give a text file with one entry a line",
        }
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf16 => "text in UTF-16, not UTF-8",
            Self::Utf32 => "text in UTF-32, not UTF-8",
            Self::Zip => "a zip archive or an office document",
            Self::SevenZip => "a 7z archive",
            Self::Rar => "a rar archive",
            Self::Bzip2 => "compressed with bzip2",
            Self::Xz => "compressed with xz",
            Self::OtherCompression => "compressed",
            Self::Twice => "compressed twice",
            Self::Tar => "a tar archive",
            Self::List => "a list file that is built already",
            Self::Sqlite => "a database",
            Self::Pdf => "a PDF document",
            Self::Markup => "a web page or XML",
        })
    }
}

/// Compression that is undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Packed {
    Gzip,
    Zstd,
}

/// What is at the start of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    /// Text after so many bytes of a byte order mark.
    Text {
        mark: usize,
    },
    Packed(Packed),
    Foreign(Foreign),
}

const MAGIC: &[(&[u8], Content)] = &[
    (b"\x1f\x8b", Content::Packed(Packed::Gzip)),
    (b"\x28\xb5\x2f\xfd", Content::Packed(Packed::Zstd)),
    (b"PK\x03\x04", Content::Foreign(Foreign::Zip)),
    (b"PK\x05\x06", Content::Foreign(Foreign::Zip)),
    (b"7z\xbc\xaf\x27\x1c", Content::Foreign(Foreign::SevenZip)),
    (b"Rar!\x1a\x07", Content::Foreign(Foreign::Rar)),
    (b"\xfd7zXZ\0", Content::Foreign(Foreign::Xz)),
    (b"\x04\x22\x4d\x18", Content::Foreign(Foreign::OtherCompression)),
    (b"\x1f\x9d", Content::Foreign(Foreign::OtherCompression)),
    (b"\x1f\xa0", Content::Foreign(Foreign::OtherCompression)),
    (b"\x5d\0\0", Content::Foreign(Foreign::OtherCompression)),
    (b"LZIP\x01", Content::Foreign(Foreign::OtherCompression)),
    (b"SELFLIST", Content::Foreign(Foreign::List)),
    (b"SQLite format 3\0", Content::Foreign(Foreign::Sqlite)),
    (b"%PDF-", Content::Foreign(Foreign::Pdf)),
];

impl Content {
    fn of(start: &[u8]) -> Self {
        if let Some((_, content)) = MAGIC.iter().find(|(magic, _)| start.starts_with(magic)) {
            return *content;
        }
        // "BZh", a level, and the mark of a block or of the end; "BZh9" alone may be a password.
        let bzip2 = start.strip_prefix(b"BZh").and_then(|rest| rest.get(1..7));
        if bzip2.is_some_and(|mark| mark == b"1AY&SY" || mark == b"\x17\x72\x45\x38\x50\x90") {
            return Self::Foreign(Foreign::Bzip2);
        }
        if start.get(257..262) == Some(b"ustar") {
            return Self::Foreign(Foreign::Tar);
        }
        match password::other_encoding(start) {
            Some(OtherEncoding::Utf16Le | OtherEncoding::Utf16Be) => return Self::Foreign(Foreign::Utf16),
            Some(OtherEncoding::Utf32Le | OtherEncoding::Utf32Be) => return Self::Foreign(Foreign::Utf32),
            None => {}
        }
        let mark = if start.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        let text = start.get(mark..).unwrap_or_default().trim_ascii_start();
        let small: Vec<u8> = text.iter().take(16).map(u8::to_ascii_lowercase).collect();
        if [b"<!doctype ".as_slice(), b"<html", b"<?xml "].iter().any(|tag| small.starts_with(tag)) {
            return Self::Foreign(Foreign::Markup);
        }
        Self::Text { mark }
    }
}

/// What a reader was given.
pub(super) enum Opened {
    /// Lines, without a byte order mark.
    Text(Box<dyn BufRead>),
    Foreign(Foreign),
}

/// Looks at the start of a file and undoes gzip or zstd. A byte order mark is left out where `strip` says so: files of a
/// range service have none.
pub(super) fn open(file: impl Read + 'static, strip: bool) -> io::Result<Opened> {
    const BUFFER: usize = 1 << 18;
    let (start, file) = peek(file)?;
    let packed = match Content::of(&start) {
        Content::Text { mark } => return Ok(text(if strip { mark } else { 0 }, start, file, BUFFER)),
        Content::Foreign(foreign) => return Ok(Opened::Foreign(foreign)),
        Content::Packed(packed) => packed,
    };
    let whole = io::Cursor::new(start).chain(file);
    let unpacked: Box<dyn Read> = match packed {
        Packed::Gzip => Box::new(flate2::read::MultiGzDecoder::new(BufReader::with_capacity(BUFFER, whole))),
        Packed::Zstd => Box::new(zstd::stream::read::Decoder::new(whole)?),
    };
    let (start, unpacked) = peek(unpacked)?;
    Ok(match Content::of(&start) {
        Content::Text { mark } => text(if strip { mark } else { 0 }, start, unpacked, BUFFER),
        Content::Foreign(foreign) => Opened::Foreign(foreign),
        Content::Packed(_) => Opened::Foreign(Foreign::Twice),
    })
}

fn text(mark: usize, start: Vec<u8>, rest: impl Read + 'static, buffer: usize) -> Opened {
    let mut start = io::Cursor::new(start);
    start.set_position(mark as u64);
    Opened::Text(Box::new(BufReader::with_capacity(buffer, start.chain(rest))))
}

/// The first bytes, and the reader behind them.
fn peek<R: Read>(mut reader: R) -> io::Result<(Vec<u8>, R)> {
    let mut start = Vec::with_capacity(START);
    reader.by_ref().take(START as u64).read_to_end(&mut start)?;
    Ok((start, reader))
}
