//! The directory and the groups of a list file, read by position and compared with their checksums.
//!
//! The file is not mapped: reading a mapped file that another program cuts ends this program by a signal. A group that
//! was read is kept in memory up to [`ROOM`] bytes in all, so that what was compared cannot change any more; beyond
//! that it is read and compared each time. What it costs: `README.md` of this crate.

use std::fs::File;
use std::hint::black_box;
use std::io;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use super::layout::{BUCKETS_PER_GROUP, Facts, HEADER, RECORD};
use super::writer::group_sum;

/// Bytes of groups that are kept in memory at most. The directory of the parts that were used comes to it: a fiftieth
/// of the file at most.
pub(super) const ROOM: u64 = 512 << 20;
/// Directory records that are read together.
const CHUNK: u64 = 128;
/// Bytes that a sequence of groups is read ahead at most.
const AHEAD: u64 = 256 << 10;
/// Groups that nobody asked for are read over up to so many bytes, instead of in another read.
const GAP: u64 = 16 << 10;

/// Why a group cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It does not match its checksum.
    Damaged(u64),
    /// The file ends before it: somebody has cut it since it was opened.
    CutOff,
    /// The system cannot read it.
    Unreadable(io::ErrorKind),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => Self::CutOff,
            kind => Self::Unreadable(kind),
        }
    }
}

/// Some records of the directory, and the groups of them that are kept.
struct Chunk {
    records: Vec<u8>,
    kept: Vec<OnceLock<Box<[u8]>>>,
}

/// One group whose checksum was right.
#[derive(Clone, Copy)]
pub(super) struct Group<'a> {
    pub(super) record: &'a [u8; RECORD],
    pub(super) data: &'a [u8],
}

pub(super) struct Blocks {
    file: File,
    data_start: u64,
    data_bytes: u64,
    groups: u64,
    room: u64,
    used: AtomicU64,
    directory: Vec<OnceLock<Box<Chunk>>>,
}

impl Blocks {
    pub(super) fn new(file: File, facts: &Facts, room: u64) -> Self {
        let groups = facts.groups();
        let chunks = usize::try_from(groups.div_ceil(CHUNK)).unwrap_or(0);
        Self {
            file,
            data_start: facts.data_start(),
            data_bytes: facts.data_bytes,
            groups,
            room,
            used: AtomicU64::new(0),
            directory: std::iter::repeat_with(OnceLock::new).take(chunks).collect(),
        }
    }

    pub(super) fn groups(&self) -> u64 {
        self.groups
    }

    /// Bytes of the file now.
    pub(super) fn file_bytes(&self) -> io::Result<u64> {
        Ok(self.file.metadata()?.len())
    }

    /// Fills `bytes` from the position `at` of the file.
    pub(super) fn read_at(&self, bytes: &mut [u8], at: u64) -> io::Result<()> {
        read_at(&self.file, bytes, at)
    }

    /// A group that is kept in memory.
    #[inline]
    pub(super) fn kept(&self, number: u64) -> Option<Group<'_>> {
        let chunk = self.directory.get((number / CHUNK) as usize)?.get()?;
        let data = chunk.kept.get((number % CHUNK) as usize)?.get()?;
        Some(Group { record: record(&chunk.records, number)?, data })
    }

    /// Reads a byte of a group's directory record and of its place, so that memory brings both.
    #[inline]
    pub(super) fn touch(&self, number: u64) {
        if let Some(chunk) = self.directory.get((number / CHUNK) as usize).and_then(OnceLock::get) {
            let nth = (number % CHUNK) as usize;
            black_box(chunk.records.get(nth * RECORD));
            black_box(chunk.kept.get(nth).is_some_and(|place| place.get().is_some()));
        }
    }

    /// The directory record of a group, as it was when its part of the directory was first read.
    pub(super) fn record(&self, number: u64) -> Result<&[u8; RECORD], Trouble> {
        record(&self.chunk(number)?.records, number).ok_or(Trouble::Damaged(number))
    }

    /// A group: kept, or in `window`, or read into it. `more` are the numbers of groups that are wanted next, in
    /// ascending order; those that lie near are read along.
    pub(super) fn group<'a>(
        &'a self,
        number: u64,
        window: &'a mut Window,
        more: impl Iterator<Item = u64>,
    ) -> Result<Group<'a>, Trouble> {
        if let Some(group) = self.kept(number) {
            return Ok(group);
        }
        let chunk = self.chunk(number)?;
        let record = record(&chunk.records, number).ok_or(Trouble::Damaged(number))?;
        let (start, end) = self.span(record).ok_or(Trouble::Damaged(number))?;
        if !window.holds(start, end) {
            let mut last = end;
            for next in more {
                let span =
                    if next == number { None } else { self.record(next).ok().and_then(|r| self.span(r)) };
                match span {
                    None => {}
                    Some((from, to)) if from >= last && from - last <= GAP && to - start <= AHEAD => {
                        last = to;
                    }
                    Some(_) => break,
                }
            }
            // What was cut off behind it does not take this one along.
            if last == end || window.read(self, start, last).is_err() {
                window.read(self, start, end)?;
            }
        }
        let data = window.part(start, end).ok_or(Trouble::CutOff)?;
        compare(number, record, data)?;
        let Some(place) = chunk.kept.get((number % CHUNK) as usize).filter(|_| self.has_room(end - start))
        else {
            return Ok(Group { record, data });
        };
        // Two threads may read the same group; the first one's bytes are kept.
        Ok(Group { record, data: place.get_or_init(|| Box::from(data)) })
    }

    /// As [`Blocks::group`], and nothing is kept: for reading all of the file once.
    pub(super) fn group_once<'a>(
        &'a self,
        number: u64,
        window: &'a mut Window,
    ) -> Result<Group<'a>, Trouble> {
        let record = self.record(number)?;
        let (start, end) = self.span(record).ok_or(Trouble::Damaged(number))?;
        if !window.holds(start, end) {
            window.read(self, start, end.max((start + AHEAD).min(self.data_start + self.data_bytes)))?;
        }
        let data = window.part(start, end).ok_or(Trouble::CutOff)?;
        compare(number, record, data)?;
        Ok(Group { record, data })
    }

    /// Where the bytes of a group begin and end in the file; `None` if that is not within the data.
    pub(super) fn span(&self, record: &[u8; RECORD]) -> Option<(u64, u64)> {
        let begin = u64::from_le_bytes(*record.first_chunk::<8>()?);
        let end = begin.checked_add(edge(record, BUCKETS_PER_GROUP as usize - 1)? as u64)?;
        (end <= self.data_bytes).then(|| (self.data_start + begin, self.data_start + end))
    }

    /// Reads the directory records from `first` on, as the file has them now.
    pub(super) fn records(&self, first: u64) -> io::Result<Vec<u8>> {
        let count = (self.groups - first.min(self.groups)).min(CHUNK);
        let mut records = vec![0; count as usize * RECORD];
        self.read_at(&mut records, record_at(first))?;
        Ok(records)
    }

    /// Whether the directory that is kept is the one in the file now.
    pub(super) fn is_unchanged(&self, number: u64) -> Result<bool, Trouble> {
        let chunk = self.chunk(number)?;
        Ok(self.records(number / CHUNK * CHUNK)? == chunk.records)
    }

    /// Groups whose records are read together.
    pub(super) fn begins_chunk(number: u64) -> bool {
        number.is_multiple_of(CHUNK)
    }

    #[inline]
    fn chunk(&self, number: u64) -> Result<&Chunk, Trouble> {
        let place = self.directory.get((number / CHUNK) as usize).ok_or(Trouble::Damaged(number))?;
        if let Some(chunk) = place.get() {
            return Ok(chunk);
        }
        let records = self.records(number / CHUNK * CHUNK)?;
        let kept = std::iter::repeat_with(OnceLock::new).take(records.len() / RECORD).collect();
        Ok(place.get_or_init(|| Box::new(Chunk { records, kept })))
    }

    fn has_room(&self, bytes: u64) -> bool {
        if self.used.load(Ordering::Relaxed) + bytes > self.room {
            return false;
        }
        self.used.fetch_add(bytes, Ordering::Relaxed);
        true
    }
}

/// A part of the file that was read last.
#[derive(Default)]
pub(super) struct Window {
    start: u64,
    bytes: Vec<u8>,
}

impl Window {
    fn holds(&self, start: u64, end: u64) -> bool {
        self.start <= start && end <= self.start + self.bytes.len() as u64
    }

    fn part(&self, start: u64, end: u64) -> Option<&[u8]> {
        let from = usize::try_from(start.checked_sub(self.start)?).ok()?;
        self.bytes.get(from..from.checked_add(usize::try_from(end.checked_sub(start)?).ok()?)?)
    }

    fn read(&mut self, blocks: &Blocks, start: u64, end: u64) -> Result<(), Trouble> {
        self.bytes.clear();
        self.start = start;
        let length = usize::try_from(end.saturating_sub(start)).unwrap_or(usize::MAX);
        // A list with all its hashes in a few ranges has groups as long as the file.
        self.bytes.try_reserve(length).map_err(|_| Trouble::Unreadable(io::ErrorKind::OutOfMemory))?;
        self.bytes.resize(length, 0);
        let outcome = blocks.read_at(&mut self.bytes, start);
        if outcome.is_err() {
            self.bytes.clear();
        }
        Ok(outcome?)
    }
}

fn compare(number: u64, record: &[u8; RECORD], data: &[u8]) -> Result<(), Trouble> {
    let (said, sum) = record.split_at(RECORD - 4);
    if group_sum(number, said, data).to_le_bytes() == *sum { Ok(()) } else { Err(Trouble::Damaged(number)) }
}

#[inline]
fn record(records: &[u8], number: u64) -> Option<&[u8; RECORD]> {
    records.get((number % CHUNK) as usize * RECORD..)?.first_chunk()
}

/// Where the directory record of a group is in the file.
#[inline]
pub(super) fn record_at(group: u64) -> u64 {
    group.saturating_mul(RECORD as u64).saturating_add(HEADER as u64)
}

/// Where bucket `nth` ends within its group, in bytes.
#[inline]
pub(super) fn edge(record: &[u8; RECORD], nth: usize) -> Option<usize> {
    record.get(8 + nth * 4..)?.first_chunk::<4>().map(|bytes| u32::from_le_bytes(*bytes) as usize)
}

#[cfg(unix)]
pub(super) fn read_at(file: &File, bytes: &mut [u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, at)
}

#[cfg(windows)]
pub(super) fn read_at(file: &File, mut bytes: &mut [u8], mut at: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        match std::os::windows::fs::FileExt::seek_read(file, bytes, at)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            read => {
                bytes = bytes.get_mut(read..).unwrap_or_default();
                at += read as u64;
            }
        }
    }
    Ok(())
}
