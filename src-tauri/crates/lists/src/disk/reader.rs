//! Opens a list file, looks hashes up in it, and verifies all of it.

use std::hint::black_box;
use std::io;
use std::path::{Path, PathBuf};

use password::Digest;

use super::bits;
use super::blocks::{Blocks, Group, ROOM, Trouble, Window, edge, read_at, record_at};
use super::layout::{BUCKETS_PER_GROUP, Facts, HEADER, RECORD, TAIL, UPPERS};
use super::{CountClass, LayoutError};
use crate::{Answer, Reason};

/// How many look-ups of a batch are under way at once: enough to hide the waiting for memory, few enough for
/// the processor's own limits on waiting loads.
const AHEAD: usize = 16;

/// Why a list file cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DiskError {
    /// It cannot be opened or read.
    #[error("{path} cannot be read: {source}")]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Its header is not one of ours, or damaged.
    #[error("{path}: {source}")]
    Layout {
        /// Which file.
        path: PathBuf,
        /// What is wrong.
        source: LayoutError,
    },
    /// It is shorter or longer than its header says.
    #[error("{path} {} at byte {}: its header promises {expected} bytes and there are {found}",
        if found < expected { "is cut off" } else { "has something after its end" }, found.min(expected))]
    Length {
        /// Which file.
        path: PathBuf,
        /// Its length in bytes.
        found: u64,
        /// The length it should have.
        expected: u64,
    },
    /// A part of it does not match its checksum.
    #[error("{path} is damaged between byte {from} and byte {to}")]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// First byte of the part.
        from: u64,
        /// First byte after the part.
        to: u64,
    },
    /// It is not the file any more that was opened: another program has cut or overwritten it.
    #[error("{path} was changed by another program while it was being read")]
    Changed {
        /// Which file.
        path: PathBuf,
    },
    /// Verification was stopped.
    #[error("verification of {path} was stopped")]
    Cancelled {
        /// Which file.
        path: PathBuf,
    },
}

/// A list file that is open. It may be replaced by a new one of the same name meanwhile: this one stays readable. One
/// that is cut or overwritten answers that it could not check.
pub struct DiskList {
    path: PathBuf,
    blocks: Blocks,
    facts: Facts,
    /// Checksum of the whole header as it was when the file was opened.
    header: u32,
}

/// Where one bucket of the file is.
#[derive(Clone, Copy)]
struct Place<'a> {
    bytes: &'a [u8],
    upper: u32,
    lower: u64,
}

impl DiskList {
    /// Opens a list file. Only its header is read.
    ///
    /// # Errors
    /// When it cannot be read, is no regular file or no list, or is not as long as its header says.
    pub fn open(path: &Path) -> Result<Self, DiskError> {
        Self::open_with(path, ROOM)
    }

    /// Opens a list file of which at most `room` bytes of groups are kept in memory.
    fn open_with(path: &Path, room: u64) -> Result<Self, DiskError> {
        let io = |source| DiskError::Io { path: path.to_owned(), source };
        let file = files::open(path).map_err(io)?;
        let found = file.metadata().map_err(io)?.len();
        let mut header = vec![0; HEADER.min(usize::try_from(found).unwrap_or(HEADER))];
        read_at(&file, &mut header, 0).map_err(io)?;
        let facts =
            Facts::decode(&header).map_err(|source| DiskError::Layout { path: path.to_owned(), source })?;
        let expected = facts.file_bytes();
        if found != expected {
            return Err(DiskError::Length { path: path.to_owned(), found, expected });
        }
        let header = crc32fast::hash(&header);
        Ok(Self { path: path.to_owned(), blocks: Blocks::new(file, &facts, room), facts, header })
    }

    /// What its header says.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The name of the file without its folder, as results name the list.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Looks one hash up. A part of the file that is damaged, or is not there any more, answers that it could not
    /// check.
    #[must_use]
    pub fn lookup(&self, digest: &Digest) -> Answer {
        answer(self.find(key(digest)))
    }

    /// Looks many hashes up. Answers come in the same order.
    #[must_use]
    pub fn lookup_many(&self, digests: &[Digest]) -> Vec<Answer> {
        let keys: Vec<u64> = digests.iter().map(key).collect();
        self.find_many(&keys).into_iter().map(answer).collect()
    }

    /// The class of the hash whose first eight bytes are `key`, if it is on the list.
    #[inline]
    pub(crate) fn find(&self, key: u64) -> Result<Option<CountClass>, Trouble> {
        let (number, _) = self.bucket_of(key);
        let mut window = Window::default();
        let group = match self.blocks.kept(number) {
            Some(group) => group,
            None => self.blocks.group(number, &mut window, std::iter::empty())?,
        };
        let place = self.place(key, group).ok_or(Trouble::Damaged(number))?;
        touch_lower(&place);
        Ok(self.find_in(&place))
    }

    /// Keys are asked about in ascending order, so that each group is read once and near ones together.
    pub(crate) fn find_many(&self, keys: &[u64]) -> Vec<Result<Option<CountClass>, Trouble>> {
        let mut window = Window::default();
        if keys.is_sorted() {
            return self.find_sorted(keys, &mut window);
        }
        let mut order: Vec<(u64, usize)> = keys.iter().copied().zip(0..).collect();
        order.sort_unstable();
        let sorted: Vec<u64> = order.iter().map(|(key, _)| *key).collect();
        let mut found = vec![Ok(None); keys.len()];
        for ((_, at), answer) in order.into_iter().zip(self.find_sorted(&sorted, &mut window)) {
            if let Some(place) = found.get_mut(at) {
                *place = answer;
            }
        }
        found
    }

    fn find_sorted(&self, keys: &[u64], window: &mut Window) -> Vec<Result<Option<CountClass>, Trouble>> {
        let mut found = Vec::with_capacity(keys.len());
        let mut places = Vec::with_capacity(AHEAD);
        let mut rest = keys;
        while let Some((keys, later)) =
            rest.split_at_checked(AHEAD.min(rest.len())).filter(|(now, _)| !now.is_empty())
        {
            // First ask memory for the directory records of all, then for the buckets, then read them: the processor
            // waits for all at once instead of for one after another.
            for key in keys {
                self.blocks.touch(self.bucket_of(*key).0);
            }
            places.clear();
            for key in keys {
                let place =
                    self.blocks.kept(self.bucket_of(*key).0).and_then(|group| self.place(*key, group));
                if let Some(place) = &place {
                    if let Some(first) = place.bytes.first() {
                        black_box(*first);
                    }
                    touch_lower(place);
                }
                places.push(place);
            }
            for ((key, place), at) in keys.iter().zip(&places).zip(1..) {
                found.push(if let Some(place) = place {
                    Ok(self.find_in(place))
                } else {
                    let (number, _) = self.bucket_of(*key);
                    let next = rest.get(at..).unwrap_or_default().iter().map(|key| self.bucket_of(*key).0);
                    self.blocks.group(number, window, next).and_then(|group| {
                        let place = self.place(*key, group).ok_or(Trouble::Damaged(number))?;
                        Ok(self.find_in(&place))
                    })
                });
            }
            rest = later;
        }
        found
    }

    /// Group and bucket within it of a key.
    #[inline]
    fn bucket_of(&self, key: u64) -> (u64, u64) {
        let bucket = (self.facts.value(key) >> self.facts.lower_bits()) / u64::from(UPPERS);
        (bucket / BUCKETS_PER_GROUP, bucket % BUCKETS_PER_GROUP)
    }

    #[inline]
    fn place<'a>(&self, key: u64, group: Group<'a>) -> Option<Place<'a>> {
        let value = self.facts.value(key);
        let uppers = value >> self.facts.lower_bits();
        let nth = (uppers / u64::from(UPPERS) % BUCKETS_PER_GROUP) as usize;
        Some(Place {
            bytes: bucket(group, nth)?,
            upper: (uppers % u64::from(UPPERS)) as u32,
            lower: value & ((1 << self.facts.lower_bits()) - 1),
        })
    }

    #[inline]
    fn find_in(&self, place: &Place<'_>) -> Option<CountClass> {
        let (width, lower_bits) = (self.facts.entry_bits(), self.facts.lower_bits());
        let entries = entries_in(place.bytes, width);
        if entries == 0 {
            return None;
        }
        // Entries with this upper part are the ones between zero number upper − 1 and zero number upper.
        let mut at = if place.upper == 0 { 0 } else { bits::nth_zero(place.bytes, place.upper - 1) + 1 };
        let mut entry = at - place.upper as usize;
        let entries_start = entries + UPPERS as usize;
        let mut best = None;
        while entry < entries && bits::get(place.bytes, at, 1) == 1 {
            let field = bits::get(place.bytes, entries_start + entry * width as usize, width);
            if field & ((1 << lower_bits) - 1) == place.lower {
                best = best.max(Some(CountClass::from_code(field >> lower_bits)));
            }
            at += 1;
            entry += 1;
        }
        best
    }

    /// Reads all of the file and compares every checksum, the order of all entries and their number.
    /// `progress` is given the share that is done and says whether to go on.
    ///
    /// # Errors
    /// The first place where the file is not what it should be, in bytes from its beginning.
    pub fn verify(&self, mut progress: impl FnMut(f64) -> bool) -> Result<(), DiskError> {
        let (mut entries, mut data) = (0, 0);
        let mut window = Window::default();
        let groups = self.blocks.groups();
        self.compare_header()?;
        for number in 0..groups {
            if number.is_multiple_of(1_024) && !progress(number as f64 / groups as f64) {
                return Err(DiskError::Cancelled { path: self.path.clone() });
            }
            let in_trouble = |trouble| self.in_trouble(trouble);
            if Blocks::begins_chunk(number) && !self.blocks.is_unchanged(number).map_err(in_trouble)? {
                return Err(DiskError::Changed { path: self.path.clone() });
            }
            let group = self.blocks.group_once(number, &mut window).map_err(in_trouble)?;
            let begin = group.record.first_chunk::<8>().map_or(0, |bytes| u64::from_le_bytes(*bytes));
            let mut own = 0;
            for nth in 0..BUCKETS_PER_GROUP {
                let values = self.values(group, number * BUCKETS_PER_GROUP + nth);
                own += values.ok_or_else(|| in_trouble(Trouble::Damaged(number)))?.len() as u64;
            }
            if begin != data {
                return Err(in_trouble(Trouble::Damaged(number)));
            }
            data += group.data.len() as u64;
            entries += own;
        }
        let tail = self.facts.data_start() + self.facts.data_bytes;
        let mut rest = [0; TAIL];
        self.blocks.read_at(&mut rest, tail).map_err(|error| self.in_trouble(error.into()))?;
        let whole =
            data == self.facts.data_bytes && entries == self.facts.parameters.entries && rest == [0; TAIL];
        if !whole {
            let to = self.facts.file_bytes();
            return Err(DiskError::Damaged { path: self.path.clone(), from: tail, to });
        }
        self.compare_header()?;
        progress(1.0);
        Ok(())
    }

    /// Whether the file has the header and the length that it had when it was opened.
    fn compare_header(&self) -> Result<(), DiskError> {
        let mut header = vec![0; HEADER];
        self.blocks.read_at(&mut header, 0).map_err(|error| self.in_trouble(error.into()))?;
        let length = self.blocks.file_bytes().map_err(|error| self.in_trouble(error.into()))?;
        if crc32fast::hash(&header) == self.header && length == self.facts.file_bytes() {
            return Ok(());
        }
        Err(DiskError::Changed { path: self.path.clone() })
    }

    /// What tells this list from any other: a checksum of its header and of its directory, which holds the
    /// checksums of all groups.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn identity(&self) -> Result<u32, DiskError> {
        let in_trouble = |error: io::Error| self.in_trouble(error.into());
        let mut sum = crc32fast::Hasher::new();
        let mut header = vec![0; HEADER];
        self.blocks.read_at(&mut header, 0).map_err(in_trouble)?;
        sum.update(&header);
        for first in (0..self.blocks.groups()).filter(|number| Blocks::begins_chunk(*number)) {
            sum.update(&self.blocks.records(first).map_err(in_trouble)?);
        }
        Ok(sum.finalize())
    }

    /// The entries of ranges, best asked for in ascending order.
    pub(crate) fn ranges(&self) -> Ranges<'_> {
        Ranges { list: self, window: Window::default() }
    }

    /// All entries of a bucket in order: the numbers that stand for their hashes, and their classes.
    fn values(&self, group: Group<'_>, number: u64) -> Option<Vec<(u64, CountClass)>> {
        let bytes = bucket(group, (number % BUCKETS_PER_GROUP) as usize)?;
        let (width, lower_bits) = (self.facts.entry_bits(), self.facts.lower_bits());
        let entries = entries_in(bytes, width);
        let used = entries * (width as usize + 1) + UPPERS as usize;
        if entries == 0 {
            return bytes.is_empty().then(Vec::new);
        }
        if used.div_ceil(8) != bytes.len() {
            return None;
        }
        let mut values = Vec::with_capacity(entries);
        let (mut upper, mut last) = (0_u64, 0);
        for at in 0..entries + UPPERS as usize {
            if bits::get(bytes, at, 1) == 0 {
                upper += 1;
                continue;
            }
            let field = bits::get(bytes, entries + UPPERS as usize + values.len() * width as usize, width);
            let value =
                ((number * u64::from(UPPERS) + upper) << lower_bits) | (field & ((1 << lower_bits) - 1));
            if value < last || values.len() == entries {
                return None;
            }
            last = value;
            values.push((value, CountClass::from_code(field >> lower_bits)));
        }
        (values.len() == entries).then_some(values)
    }

    fn in_trouble(&self, trouble: Trouble) -> DiskError {
        let path = self.path.clone();
        match trouble {
            Trouble::CutOff => DiskError::Changed { path },
            Trouble::Unreadable(kind) => DiskError::Io { path, source: kind.into() },
            Trouble::Damaged(number) => {
                let span = self.blocks.record(number).ok().and_then(|record| self.blocks.span(record));
                let at = record_at(number);
                let (from, to) = span.unwrap_or((at, at + RECORD as u64));
                DiskError::Damaged { path, from, to }
            }
        }
    }
}

/// Reads ranges one after another.
pub(crate) struct Ranges<'a> {
    list: &'a DiskList,
    window: Window,
}

impl Ranges<'_> {
    /// All entries of one of the 1,048,576 ranges in order, by the numbers that stand for their hashes.
    ///
    /// # Errors
    /// When that part of the file is damaged or cannot be read.
    pub(crate) fn read(&mut self, number: u32) -> Result<Vec<(u64, CountClass)>, DiskError> {
        let list = self.list;
        // The universe is a multiple of the number of ranges: no value lies in two of them.
        let width = list.facts.universe / u64::from(password::Prefix::COUNT);
        let (from, to) = (u64::from(number) * width, (u64::from(number) + 1) * width);
        let bucket = u64::from(UPPERS) << list.facts.lower_bits();
        let mut entries = Vec::new();
        for bucket in from / bucket..=(to - 1) / bucket {
            let number = bucket / BUCKETS_PER_GROUP;
            let group = list.blocks.group_once(number, &mut self.window);
            let values = group.and_then(|group| list.values(group, bucket).ok_or(Trouble::Damaged(number)));
            let values = values.map_err(|trouble| list.in_trouble(trouble))?;
            entries.extend(values.into_iter().filter(|(value, _)| (from..to).contains(value)));
        }
        Ok(entries)
    }
}

/// The first eight bytes of a hash.
fn key(digest: &Digest) -> u64 {
    digest.expose_bytes().first_chunk::<8>().map_or(0, |bytes| u64::from_be_bytes(*bytes))
}

fn answer(found: Result<Option<CountClass>, Trouble>) -> Answer {
    match found {
        Ok(Some(class)) => Answer::Found { count: class.count(), rank: None },
        Ok(None) => Answer::NotOnThisList,
        Err(Trouble::Damaged(_) | Trouble::CutOff) => Answer::CouldNotCheck(Reason::FileDamaged),
        Err(Trouble::Unreadable(_)) => Answer::CouldNotCheck(Reason::FileUnreadable),
    }
}

/// The bytes of bucket `nth` of a group.
#[inline]
fn bucket(group: Group<'_>, nth: usize) -> Option<&[u8]> {
    let start = if nth == 0 { 0 } else { edge(group.record, nth - 1)? };
    group.data.get(start..edge(group.record, nth)?)
}

/// How many entries a bucket of this length holds: each takes one bit in the upper part and `width` more.
#[inline]
fn entries_in(bytes: &[u8], width: u32) -> usize {
    (bytes.len() * 8).saturating_sub(UPPERS as usize) / (width as usize + 1)
}

/// Reads a byte near where the entry must be, so that memory brings it while the upper part is searched.
#[inline]
fn touch_lower(place: &Place<'_>) {
    let near = place.bytes.len() * (place.upper as usize + 2) / (UPPERS as usize + 2);
    if let Some(byte) = place.bytes.get(near) {
        black_box(*byte);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::{Parameters, Writer};

    #[test]
    fn a_list_with_and_without_room_in_memory_gives_the_same_answers() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.list");
        std::fs::write(&path, []).unwrap();
        let keys: Vec<u64> = (1..=60_000_u64).map(|n| n * 300_000_000_000_000).collect();
        let parameters = Parameters {
            entries: keys.len() as u64,
            false_positive_exponent: 20,
            source: String::new(),
            as_of: String::new(),
            ranges: 0,
            counts: true,
        };
        let open = || std::fs::OpenOptions::new().read(true).write(true).open(&path);
        let mut writer = Writer::new(parameters, open).unwrap();
        for key in &keys {
            writer.push(*key, CountClass::of(*key % 50)).unwrap();
        }
        writer.finish().unwrap();
        // Members and others, in no order.
        let asked: Vec<u64> =
            (0..120_000_u64).map(|n| (n * 77_777 % 120_000) * 150_000_000_000_000).collect();
        let whole = DiskList::open(&path).unwrap();
        let expected: Vec<_> = asked.iter().map(|key| whole.find(*key)).collect();
        assert!(expected.iter().filter(|found| matches!(found, Ok(Some(_)))).count() >= keys.len() - 1);
        for room in [0, 5_000, 100_000, ROOM] {
            let list = DiskList::open_with(&path, room).unwrap();
            assert!(list.find_many(&asked) == expected, "{room}");
            assert!(
                asked.iter().zip(&expected).all(|(key, expected)| list.find(*key) == *expected),
                "{room}"
            );
        }
    }
}
