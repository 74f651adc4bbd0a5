//! Reads inputs one after another: texts, compressed texts, folders of range files.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use password::{Digest, Password, Prefix};
use sha1::Digest as _;
use zeroize::Zeroizing;

use super::content::{self, Opened};
use super::plain::{self, Sample};
use super::{BuildError, LineFault};

/// Longest line: a password of 4,096 bytes and a line end; hashes are far shorter.
const MAX_LINE: u64 = Password::MAX_BYTES as u64 + 2;

/// One file to read, and the prefix that its lines leave out.
struct Part {
    path: PathBuf,
    prefix: Option<Prefix>,
}

/// Counts the bytes that come from the disk.
struct Counted {
    file: File,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let bytes = self.file.read(buffer)?;
        self.read.fetch_add(bytes as u64, Ordering::Relaxed);
        Ok(bytes)
    }
}

struct Open {
    part: Part,
    text: Box<dyn BufRead>,
    line: u64,
    sample: Sample,
    records: u64,
}

/// What is to be said about inputs that were read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notes {
    /// Range files without a row. No range is empty, so they count as missing.
    pub empty_ranges: Vec<PathBuf>,
    /// Files in folders that are no range files.
    pub passed_over: Vec<PathBuf>,
    /// With plain passwords: lines that are not UTF-8, and where the first one is. What is typed here is UTF-8, so it
    /// will not be found on them.
    pub not_utf8: u64,
    /// Where the first of them is.
    pub first_not_utf8: Option<(PathBuf, u64)>,
    /// With plain passwords: lines in the notation `$HEX[…]` that were undone.
    pub hex_undone: u64,
    /// With plain passwords: lines that end in a blank, which was kept.
    pub trailing_blanks: u64,
}

/// All inputs as one stream of records.
pub(crate) struct Inputs {
    waiting: VecDeque<Part>,
    open: Option<Open>,
    plain: bool,
    read: Arc<AtomicU64>,
    total: u64,
    ranges: u32,
    /// The last record, without its line end and as it is hashed.
    buffer: Zeroizing<Vec<u8>>,
    /// The same password in its composed form comes next.
    composed: Option<Digest>,
    /// The last record was that.
    was_composed: Option<Digest>,
    notes: Notes,
    /// Lines of plain passwords that are UTF-8 and not ASCII.
    beyond_ascii: u64,
}

impl Inputs {
    pub(crate) fn open(inputs: &[impl AsRef<Path>], plain: bool) -> Result<Self, BuildError> {
        let (mut waiting, mut total, mut ranges) = (VecDeque::new(), 0, 0_u32);
        let mut notes = Notes::default();
        for input in inputs {
            let path = input.as_ref();
            let io = |source| BuildError::Io { path: path.to_owned(), source };
            let facts = path.metadata().map_err(io)?;
            if !facts.is_dir() {
                // What cannot be read is said before anything is made.
                files::open(path).map_err(io)?;
                total += facts.len();
                waiting.push_back(Part { path: path.to_owned(), prefix: None });
                continue;
            }
            let parts = folder(path, &mut total, &mut notes)?;
            ranges = ranges.saturating_add(u32::try_from(parts.len()).unwrap_or(u32::MAX));
            waiting.extend(parts);
        }
        let buffer = Zeroizing::new(Vec::with_capacity(Password::MAX_BYTES + 8));
        Ok(Self {
            waiting,
            open: None,
            plain,
            read: Arc::default(),
            total,
            ranges,
            buffer,
            composed: None,
            was_composed: None,
            notes,
            beyond_ascii: 0,
        })
    }

    /// Bytes that were read.
    pub(crate) fn read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }

    /// Bytes that there are.
    pub(crate) fn total(&self) -> u64 {
        self.total
    }

    /// How many range files there are; empty ones count as missing once they were read.
    pub(crate) fn ranges(&self) -> u32 {
        self.ranges.saturating_sub(u32::try_from(self.notes.empty_ranges.len()).unwrap_or(u32::MAX))
    }

    /// What is to be said about the inputs, once all were read.
    pub(crate) fn notes(&self) -> Notes {
        self.notes.clone()
    }

    /// The whole hash of the record that was read last.
    pub(crate) fn digest(&self) -> Option<Digest> {
        if let Some(composed) = &self.was_composed {
            return Some(Digest::from_bytes(*composed.expose_bytes()));
        }
        if self.plain {
            return Some(hash(&self.buffer));
        }
        let mut digits = Zeroizing::new(String::with_capacity(40));
        if let Some(prefix) = self.open.as_ref()?.part.prefix {
            digits.push_str(&prefix.to_string());
        }
        let rest = self.buffer.iter().take_while(|byte| byte.is_ascii_hexdigit());
        digits.extend(rest.map(|byte| char::from(*byte)));
        Digest::from_hex(&digits)
    }

    /// The first eight bytes of the next hash, and its count (0 if none is given).
    pub(crate) fn next_record(&mut self) -> Result<Option<(u64, u64)>, BuildError> {
        self.was_composed = self.composed.take();
        if let Some(composed) = &self.was_composed {
            return Ok(Some((start(composed), 1)));
        }
        loop {
            let Some(open) = &mut self.open else {
                let Some(part) = self.waiting.pop_front() else {
                    self.judge_encoding()?;
                    return Ok(None);
                };
                self.open = Some(opened(part, &self.read)?);
                continue;
            };
            self.buffer.clear();
            let path = &open.part.path;
            let bytes = open
                .text
                .by_ref()
                .take(MAX_LINE + 1)
                .read_until(b'\n', &mut self.buffer)
                .map_err(|source| BuildError::Io { path: path.clone(), source })?;
            let line = open.line + 1;
            let wrong = |fault| BuildError::Line { path: path.clone(), line, fault };
            if bytes == 0 {
                open.sample.judge().map_err(|fault| BuildError::Line {
                    path: path.clone(),
                    line: 1,
                    fault,
                })?;
                if open.part.prefix.is_some() && open.records == 0 {
                    self.notes.empty_ranges.push(path.clone());
                }
                self.open = None;
                continue;
            }
            open.line = line;
            let ended = self.buffer.ends_with(b"\n");
            if !ended && bytes as u64 > MAX_LINE {
                return Err(wrong(LineFault::TooLong));
            }
            if ended {
                self.buffer.pop();
            }
            if self.buffer.ends_with(b"\r") {
                self.buffer.pop();
            }
            if self.buffer.is_empty() {
                continue;
            }
            if self.buffer.contains(&0) {
                return Err(wrong(LineFault::ZeroByte));
            }
            if self.plain {
                open.sample.take(&self.buffer).map_err(wrong)?;
                if let Some(undone) = plain::undo_hex(&self.buffer) {
                    self.notes.hex_undone += 1;
                    self.buffer = undone;
                }
                if self.buffer.ends_with(b" ") || self.buffer.ends_with(b"\t") {
                    self.notes.trailing_blanks += 1;
                }
                if let Ok(text) = std::str::from_utf8(&self.buffer) {
                    self.beyond_ascii += u64::from(!text.is_ascii());
                } else {
                    self.notes.not_utf8 += 1;
                    self.notes.first_not_utf8.get_or_insert_with(|| (path.clone(), line));
                }
                self.composed = plain::composed(&self.buffer);
                return Ok(Some((start(&hash(&self.buffer)), 1)));
            }
            let record = match open.part.prefix {
                Some(prefix) => suffix(&self.buffer, prefix),
                None => whole(self.buffer.trim_ascii_end()),
            };
            return match record {
                // Padding of a range.
                Ok((_, 0)) if open.part.prefix.is_some() => continue,
                Ok(record) => {
                    open.records += 1;
                    Ok(Some(record))
                }
                Err(fault) => Err(wrong(fault)),
            };
        }
    }

    /// A file whose letters beyond ASCII are all in another encoding is refused; single lines are counted.
    fn judge_encoding(&self) -> Result<(), BuildError> {
        match &self.notes.first_not_utf8 {
            Some((path, line)) if self.beyond_ascii == 0 => {
                Err(BuildError::Line { path: path.clone(), line: *line, fault: LineFault::OtherEncoding })
            }
            _ => Ok(()),
        }
    }
}

/// The range files of a folder and of the folders in it, in order.
fn folder(path: &Path, total: &mut u64, notes: &mut Notes) -> Result<Vec<Part>, BuildError> {
    let mut parts = Vec::new();
    let mut folders = vec![path.to_owned()];
    while let Some(folder) = folders.pop() {
        let at = |source| BuildError::Io { path: folder.clone(), source };
        for entry in folder.read_dir().map_err(at)? {
            let entry = entry.map_err(at)?;
            // A link to a folder could lead round in a circle.
            if entry.file_type().map_err(at)?.is_dir() {
                folders.push(entry.path());
            } else if let Some(prefix) = range_name(&entry.path()) {
                *total += entry.metadata().map_err(at)?.len();
                parts.push(Part { path: entry.path(), prefix: Some(prefix) });
            } else {
                notes.passed_over.push(entry.path());
            }
        }
    }
    if parts.is_empty() {
        return Err(BuildError::NoRanges { path: path.to_owned() });
    }
    // Of a range that is there as it is and compressed, as a mirror has it, the first is taken.
    parts.sort_by(|a, b| {
        (a.prefix, is_packed(&a.path), &a.path).cmp(&(b.prefix, is_packed(&b.path), &b.path))
    });
    parts.dedup_by(|later, first| {
        later.prefix == first.prefix && is_packed(&later.path) && !is_packed(&first.path)
    });
    if let Some(two) = parts.windows(2).find(|two| matches!(two, [a, b] if a.prefix == b.prefix)) {
        let path = two.last().map_or_else(|| path.to_owned(), |part| part.path.clone());
        return Err(BuildError::RangeTwice { path });
    }
    notes.passed_over.sort();
    Ok(parts)
}

fn opened(part: Part, read: &Arc<AtomicU64>) -> Result<Open, BuildError> {
    let io = |source| BuildError::Io { path: part.path.clone(), source };
    let file = files::open(&part.path).map_err(io)?;
    match content::open(Counted { file, read: Arc::clone(read) }, part.prefix.is_none()).map_err(io)? {
        Opened::Text(text) => Ok(Open { part, text, line: 0, sample: Sample::default(), records: 0 }),
        Opened::Foreign(what) => Err(BuildError::Foreign { path: part.path, what }),
    }
}

/// `ABCDE`, or with `.txt`, `.gz` or `.zst` behind it, in either case.
fn range_name(path: &Path) -> Option<Prefix> {
    let name = path.file_name()?.to_str()?.to_ascii_lowercase();
    let digits = [".txt", ".gz", ".zst"]
        .iter()
        .fold(name.as_str(), |name, end| name.strip_suffix(end).unwrap_or(name));
    let hex = digits.len() == 5 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    hex.then(|| u32::from_str_radix(digits, 16).ok()).flatten().and_then(Prefix::new)
}

fn is_packed(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("gz") || end.eq_ignore_ascii_case("zst"))
}

/// When an input was changed; of a folder, its range files.
pub(super) fn newest(input: &Path) -> Option<SystemTime> {
    let facts = input.metadata().ok()?;
    if !facts.is_dir() {
        return facts.modified().ok();
    }
    let entries = input.read_dir().ok()?.flatten().filter(|entry| range_name(&entry.path()).is_some());
    entries.filter_map(|entry| entry.metadata().ok()?.modified().ok()).max()
}

fn hash(line: &[u8]) -> Digest {
    Digest::from_bytes(sha1::Sha1::digest(line).into())
}

fn start(digest: &Digest) -> u64 {
    digest.expose_bytes().first_chunk().map_or(0, |bytes| u64::from_be_bytes(*bytes))
}

/// `HASH:COUNT` or `HASH`; blanks around the colon do no harm.
fn whole(line: &[u8]) -> Result<(u64, u64), LineFault> {
    let (digits, rest) = line.split_at(line.iter().take_while(|byte| byte.is_ascii_hexdigit()).count());
    let rest = rest.get(rest.iter().take_while(|byte| **byte == b' ').count()..).unwrap_or_default();
    let separator = rest.first().copied();
    match (digits.len(), separator) {
        (40, _) => {}
        (32, None | Some(b':')) => return Err(LineFault::Ntlm),
        (56 | 64 | 96 | 128, None | Some(b':')) => return Err(LineFault::OtherHash),
        (16.., _) => return Err(LineFault::BrokenHash),
        _ => return Err(LineFault::NotAHash),
    }
    let key = digits.get(..16).and_then(hex).ok_or(LineFault::BrokenHash)?;
    let count = match separator {
        None => return Ok((key, 0)),
        Some(b':') => rest.get(1..).unwrap_or_default().trim_ascii(),
        Some(b',' | b';' | b'\t') => return Err(LineFault::Columns),
        Some(_) => return Err(LineFault::BrokenHash),
    };
    let separated =
        count.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b'\'' | b' '));
    match number(count) {
        Some(count) => Ok((key, count)),
        None if separated
            && count.first().is_some_and(u8::is_ascii_digit)
            && !count.iter().all(u8::is_ascii_digit) =>
        {
            Err(LineFault::Separators)
        }
        None => Err(LineFault::BrokenHash),
    }
}

/// `SUFFIX:COUNT` of a range file.
fn suffix(line: &[u8], prefix: Prefix) -> Result<(u64, u64), LineFault> {
    let digits = line.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
    if digits == 27 && line.get(27) == Some(&b':') {
        return Err(LineFault::Ntlm);
    }
    let read = || {
        let (digits, rest) = line.split_at_checked(35)?;
        if !digits.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        let start = hex(digits.get(..11)?)?;
        Some((u64::from(prefix.value()) << 44 | start, number(rest.strip_prefix(b":")?)?))
    };
    read().ok_or(LineFault::NotASuffix)
}

/// At most sixteen hexadecimal digits.
fn hex(digits: &[u8]) -> Option<u64> {
    digits.iter().try_fold(0, |sum, digit| Some(sum << 4 | u64::from(char::from(*digit).to_digit(16)?)))
}

fn number(digits: &[u8]) -> Option<u64> {
    if digits.is_empty() {
        return None;
    }
    digits.iter().try_fold(0_u64, |sum, digit| {
        let value = char::from(*digit).to_digit(10)?;
        sum.checked_mul(10)?.checked_add(u64::from(value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "00112233445566778899aabbccddeeff00112233";

    #[test]
    fn a_hash_has_either_case_and_may_have_a_count() {
        let key = 0x0011_2233_4455_6677;
        assert_eq!(whole(HASH.as_bytes()), Ok((key, 0)));
        assert_eq!(whole(format!("{}:42", HASH.to_uppercase()).as_bytes()), Ok((key, 42)));
    }

    #[test]
    fn foreign_lines_are_told_apart() {
        assert_eq!(whole(b"00112233445566778899aabbccddeeff:7"), Err(LineFault::Ntlm));
        for (line, fault) in [
            ("password", LineFault::NotAHash),
            ("0011:2", LineFault::NotAHash),
            (&*format!("{HASH}:"), LineFault::BrokenHash),
            (&format!("{HASH}:-1"), LineFault::BrokenHash),
            (&format!("{HASH} 3"), LineFault::BrokenHash),
            (&format!("{HASH}0:1"), LineFault::BrokenHash),
            (&format!("{HASH}:2,401,761"), LineFault::Separators),
            (&format!("{HASH}:2.401"), LineFault::Separators),
            (&format!("{HASH},3"), LineFault::Columns),
            (&format!("{HASH};3"), LineFault::Columns),
            (&format!("{HASH}\t3"), LineFault::Columns),
            (&"a".repeat(64), LineFault::OtherHash),
            (&format!("{HASH}:99999999999999999999"), LineFault::BrokenHash),
        ] {
            assert_eq!(whole(line.as_bytes()), Err(fault), "{line}");
        }
        for line in [format!("{HASH} : 12"), format!("{HASH}: 12"), format!("{HASH} :12")] {
            assert_eq!(whole(line.as_bytes()), Ok((0x0011_2233_4455_6677, 12)), "{line}");
        }
    }

    #[test]
    fn a_row_of_a_range_gets_its_prefix_back() {
        let prefix = Prefix::new(0x00112).unwrap();
        let row = format!("{}:9", HASH.get(5..).unwrap());
        assert_eq!(suffix(row.as_bytes(), prefix), Ok((0x0011_2233_4455_6677, 9)));
        assert_eq!(suffix(b"0:1", prefix), Err(LineFault::NotASuffix));
        assert_eq!(suffix(b"00112233445566778899aabbccd:7", prefix), Err(LineFault::Ntlm));
    }
}
