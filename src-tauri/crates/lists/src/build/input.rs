//! Reads inputs one after another: texts, compressed texts, folders of range files.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use password::{Digest, Password, Prefix};
use sha1::Digest as _;
use zeroize::Zeroizing;

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
}

/// All inputs as one stream of records.
pub(crate) struct Inputs {
    waiting: VecDeque<Part>,
    open: Option<Open>,
    plain: bool,
    read: Arc<AtomicU64>,
    total: u64,
    ranges: u32,
    buffer: Zeroizing<Vec<u8>>,
}

impl Inputs {
    pub(crate) fn open(inputs: &[impl AsRef<Path>], plain: bool) -> Result<Self, BuildError> {
        let (mut waiting, mut total, mut ranges) = (VecDeque::new(), 0, 0_u32);
        for input in inputs {
            let path = input.as_ref();
            let at = |source| BuildError::Io { path: path.to_owned(), source };
            let facts = path.metadata().map_err(at)?;
            if !facts.is_dir() {
                total += facts.len();
                waiting.push_back(Part { path: path.to_owned(), prefix: None });
                continue;
            }
            let mut parts = Vec::new();
            for entry in path.read_dir().map_err(at)? {
                let entry = entry.map_err(at)?;
                if let Some(prefix) = range_name(&entry.path()) {
                    total += entry.metadata().map_err(at)?.len();
                    parts.push(Part { path: entry.path(), prefix: Some(prefix) });
                }
            }
            if parts.is_empty() {
                return Err(BuildError::NoRanges { path: path.to_owned() });
            }
            parts.sort_by(|a, b| (a.prefix, &a.path).cmp(&(b.prefix, &b.path)));
            if let Some(two) = parts.windows(2).find(|two| matches!(two, [a, b] if a.prefix == b.prefix)) {
                let path = two.last().map_or_else(|| path.to_owned(), |part| part.path.clone());
                return Err(BuildError::RangeTwice { path });
            }
            ranges = ranges.saturating_add(u32::try_from(parts.len()).unwrap_or(u32::MAX));
            waiting.extend(parts);
        }
        let buffer = Zeroizing::new(Vec::with_capacity(Password::MAX_BYTES + 8));
        Ok(Self { waiting, open: None, plain, read: Arc::default(), total, ranges, buffer })
    }

    /// Bytes that were read.
    pub(crate) fn read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }

    /// Bytes that there are.
    pub(crate) fn total(&self) -> u64 {
        self.total
    }

    /// How many range files there are.
    pub(crate) fn ranges(&self) -> u32 {
        self.ranges
    }

    /// The whole hash of the record that was read last.
    pub(crate) fn digest(&self) -> Option<Digest> {
        let line = self.buffer.strip_suffix(b"\n").unwrap_or(&self.buffer);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if self.plain {
            return Some(hash(line));
        }
        let mut digits = Zeroizing::new(String::with_capacity(40));
        if let Some(prefix) = self.open.as_ref()?.part.prefix {
            digits.push_str(&prefix.to_string());
        }
        let rest = line.iter().take_while(|byte| byte.is_ascii_hexdigit());
        digits.extend(rest.map(|byte| char::from(*byte)));
        Digest::from_hex(&digits)
    }

    /// The first eight bytes of the next hash, and its count (0 if none is given).
    pub(crate) fn next_record(&mut self) -> Result<Option<(u64, u64)>, BuildError> {
        loop {
            let Some(open) = &mut self.open else {
                let Some(part) = self.waiting.pop_front() else { return Ok(None) };
                let text = reader(&part.path, &self.read)
                    .map_err(|source| BuildError::Io { path: part.path.clone(), source })?;
                self.open = Some(Open { part, text, line: 0 });
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
            if bytes == 0 {
                self.open = None;
                continue;
            }
            open.line += 1;
            let wrong = |fault| BuildError::Line { path: path.clone(), line: open.line, fault };
            let ended = self.buffer.last() == Some(&b'\n');
            if !ended && bytes as u64 > MAX_LINE {
                return Err(wrong(LineFault::TooLong));
            }
            let line = self.buffer.strip_suffix(b"\n").unwrap_or(&self.buffer);
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if line.is_empty() {
                continue;
            }
            let record = match (self.plain, open.part.prefix) {
                (true, _) => Ok((start(&hash(line)), 1)),
                (false, Some(prefix)) => suffix(line, prefix),
                (false, None) => whole(line),
            };
            return match record {
                // Padding of a range.
                Ok((_, 0)) if open.part.prefix.is_some() => continue,
                Ok(record) => Ok(Some(record)),
                Err(fault) => Err(wrong(fault)),
            };
        }
    }
}

/// `ABCDE` or `ABCDE.txt`, in either case.
fn range_name(path: &Path) -> Option<Prefix> {
    let name = path.file_name()?.to_str()?;
    let digits = name.strip_suffix(".txt").unwrap_or(name);
    let hex = digits.len() == 5 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    hex.then(|| u32::from_str_radix(digits, 16).ok()).flatten().and_then(Prefix::new)
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

fn reader(path: &Path, read: &Arc<AtomicU64>) -> io::Result<Box<dyn BufRead>> {
    const BUFFER: usize = 1 << 18;
    let counted = Counted { file: files::open(path)?, read: Arc::clone(read) };
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    Ok(match ending {
        "gz" => Box::new(BufReader::with_capacity(BUFFER, flate2::read::MultiGzDecoder::new(counted))),
        "zst" => Box::new(BufReader::with_capacity(BUFFER, zstd::stream::read::Decoder::new(counted)?)),
        _ => Box::new(BufReader::with_capacity(BUFFER, counted)),
    })
}

fn hash(line: &[u8]) -> Digest {
    Digest::from_bytes(sha1::Sha1::digest(line).into())
}

fn start(digest: &Digest) -> u64 {
    digest.expose_bytes().first_chunk().map_or(0, |bytes| u64::from_be_bytes(*bytes))
}

/// `HASH:COUNT` or `HASH`.
fn whole(line: &[u8]) -> Result<(u64, u64), LineFault> {
    let (digits, rest) = line.split_at(line.iter().take_while(|byte| byte.is_ascii_hexdigit()).count());
    if digits.len() == 32 && (rest.is_empty() || rest.starts_with(b":")) {
        return Err(LineFault::Ntlm);
    }
    let count = match rest.split_first() {
        None => Some(0),
        Some((b':', count)) => number(count),
        Some(_) => None,
    };
    match (digits.len(), count, digits.get(..16).and_then(hex)) {
        (40, Some(count), Some(key)) => Ok((key, count)),
        _ => Err(LineFault::NotAHash),
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
        for line in [
            "password",
            "0011:2",
            &format!("{HASH}:"),
            &format!("{HASH}:-1"),
            &format!("{HASH} 3"),
            &format!("{HASH}0:1"),
        ] {
            assert_eq!(whole(line.as_bytes()), Err(LineFault::NotAHash), "{line}");
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
