//! Opens a list file, looks hashes up in it, and verifies all of it.

use std::fs::File;
use std::hint::black_box;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use memmap2::{Advice, Mmap};
use password::Digest;

use super::bits;
use super::layout::{BUCKETS_PER_GROUP, Facts, HEADER, RECORD, UPPERS};
use super::writer::group_sum;
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
    /// Verification was stopped.
    #[error("verification of {path} was stopped")]
    Cancelled {
        /// Which file.
        path: PathBuf,
    },
}

/// A part of the file that does not match its checksum: the number of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Broken(u64);

/// A list file, mapped into memory.
pub struct DiskList {
    path: PathBuf,
    map: Mmap,
    facts: Facts,
    groups: u64,
    /// One bit a group: its checksum has been compared since the file was opened.
    checked: Vec<AtomicU64>,
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
    /// When it cannot be read, is no list file, or is not as long as its header says.
    pub fn open(path: &Path) -> Result<Self, DiskError> {
        let io = |source| DiskError::Io { path: path.to_owned(), source };
        let file = File::open(path).map_err(io)?;
        #[allow(
            unsafe_code,
            reason = "mapping is safe while nobody shortens the file. Our own commands never change a list in \
                      place: they write a new file and rename it, so a mapped one stays whole. Reading by system \
                      calls instead is five times slower (`cargo xtask bench lists`)."
        )]
        // SAFETY: see the reason above; the bytes are only read, and every length is checked against the map.
        let map = unsafe { Mmap::map(&file) }.map_err(io)?;
        let facts =
            Facts::decode(&map).map_err(|source| DiskError::Layout { path: path.to_owned(), source })?;
        let (found, expected) = (map.len() as u64, facts.file_bytes());
        if found != expected {
            return Err(DiskError::Length { path: path.to_owned(), found, expected });
        }
        // Look-ups are at random: reading ahead would only cost. A system that cannot be told is no harm.
        let _ = map.advise(Advice::Random);
        let groups = facts.groups();
        let words = usize::try_from(groups.div_ceil(64)).unwrap_or(0);
        let checked = std::iter::repeat_with(AtomicU64::default).take(words).collect();
        Ok(Self { path: path.to_owned(), map, facts, groups, checked })
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

    /// Looks one hash up. A damaged part of the file answers that it could not check.
    #[must_use]
    pub fn lookup(&self, digest: &Digest) -> Answer {
        answer(self.find(key(digest)))
    }

    /// Looks many hashes up, several at once; fastest if they are sorted. Answers come in the same order.
    #[must_use]
    pub fn lookup_many(&self, digests: &[Digest]) -> Vec<Answer> {
        let keys: Vec<u64> = digests.iter().map(key).collect();
        self.find_many(&keys).into_iter().map(answer).collect()
    }

    /// The class of the hash whose first eight bytes are `key`, if it is on the list.
    #[inline]
    pub(crate) fn find(&self, key: u64) -> Result<Option<CountClass>, Broken> {
        let place = self.place(key)?;
        touch_lower(&place);
        Ok(self.find_in(&place))
    }

    pub(crate) fn find_many(&self, keys: &[u64]) -> Vec<Result<Option<CountClass>, Broken>> {
        let mut found = Vec::with_capacity(keys.len());
        let mut places = Vec::with_capacity(AHEAD);
        for keys in keys.chunks(AHEAD) {
            // First ask memory for the directory records of all, then for the buckets, then read them:
            // the processor waits for all at once instead of for one after another.
            for key in keys {
                let (group, _) = self.bucket_of(*key);
                black_box(self.map.get(record_at(group)));
                if let Some(first) = self.map.get(record_at(group)) {
                    black_box(*first);
                }
            }
            places.clear();
            for key in keys {
                let place = self.place(*key);
                if let Ok(place) = &place {
                    if let Some(first) = place.bytes.first() {
                        black_box(*first);
                    }
                    touch_lower(place);
                }
                places.push(place);
            }
            found.extend(places.iter().map(|place| match place {
                Ok(place) => Ok(self.find_in(place)),
                Err(broken) => Err(*broken),
            }));
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
    fn place(&self, key: u64) -> Result<Place<'_>, Broken> {
        let value = self.facts.value(key);
        let uppers = value >> self.facts.lower_bits();
        let bucket = uppers / u64::from(UPPERS);
        let (group, nth) = (bucket / BUCKETS_PER_GROUP, (bucket % BUCKETS_PER_GROUP) as usize);
        let broken = Broken(group);
        self.check_once(group)?;
        let record = self.record(group).ok_or(broken)?;
        let data = self.group_bytes(record).ok_or(broken)?;
        let start = if nth == 0 { 0 } else { edge(record, nth - 1).ok_or(broken)? };
        let end = edge(record, nth).ok_or(broken)?;
        Ok(Place {
            bytes: data.get(start..end).ok_or(broken)?,
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

    /// Compares the checksum of a group the first time it is needed.
    #[inline]
    fn check_once(&self, group: u64) -> Result<(), Broken> {
        let (word, bit) = ((group / 64) as usize, 1 << (group % 64));
        let word = self.checked.get(word).ok_or(Broken(group))?;
        if word.load(Ordering::Relaxed) & bit != 0 {
            return Ok(());
        }
        self.check(group)?;
        word.fetch_or(bit, Ordering::Relaxed);
        Ok(())
    }

    #[cold]
    fn check(&self, group: u64) -> Result<(), Broken> {
        let broken = Broken(group);
        let record = self.record(group).ok_or(broken)?;
        let data = self.group_bytes(record).ok_or(broken)?;
        let (said, sum) = record.split_at_checked(RECORD - 4).ok_or(broken)?;
        if group_sum(group, said, data).to_le_bytes() == *sum { Ok(()) } else { Err(broken) }
    }

    #[inline]
    fn record(&self, group: u64) -> Option<&[u8]> {
        let at = record_at(group);
        self.map.get(at..at.checked_add(RECORD)?)
    }

    #[inline]
    fn group_bytes(&self, record: &[u8]) -> Option<&[u8]> {
        let start = self.facts.data_start().checked_add(u64::from_le_bytes(*record.first_chunk::<8>()?))?;
        let start = usize::try_from(start).ok()?;
        let end = start.checked_add(edge(record, BUCKETS_PER_GROUP as usize - 1)?)?;
        self.map.get(start..end)
    }

    /// Reads all of the file and compares every checksum, the order of all entries and their number.
    /// `progress` is given the share that is done and says whether to go on.
    ///
    /// # Errors
    /// The first place where the file is not what it should be, in bytes from its beginning.
    pub fn verify(&self, mut progress: impl FnMut(f64) -> bool) -> Result<(), DiskError> {
        // From here on the file is read from beginning to end.
        let _ = self.map.advise(Advice::Sequential);
        let outcome = self.verify_groups(&mut progress);
        let _ = self.map.advise(Advice::Random);
        outcome
    }

    fn verify_groups(&self, progress: &mut dyn FnMut(f64) -> bool) -> Result<(), DiskError> {
        let (mut entries, mut data) = (0, 0);
        for group in 0..self.groups {
            if group.is_multiple_of(1_024) && !progress(group as f64 / self.groups as f64) {
                return Err(DiskError::Cancelled { path: self.path.clone() });
            }
            self.check(group).map_err(|broken| self.damaged(broken))?;
            let counted = self.walk_group(group).ok_or_else(|| self.damaged(Broken(group)))?;
            if counted.starts_at != data {
                return Err(self.damaged(Broken(group)));
            }
            data += counted.bytes;
            entries += counted.entries;
        }
        let tail = self.facts.data_start() + self.facts.data_bytes;
        let rest = usize::try_from(tail).ok().and_then(|tail| self.map.get(tail..)).unwrap_or_default();
        let whole = data == self.facts.data_bytes
            && entries == self.facts.parameters.entries
            && rest.iter().all(|byte| *byte == 0);
        if !whole {
            return Err(DiskError::Damaged {
                path: self.path.clone(),
                from: tail,
                to: self.map.len() as u64,
            });
        }
        progress(1.0);
        Ok(())
    }

    /// Counts a group and compares its order; `None` where something does not fit.
    fn walk_group(&self, group: u64) -> Option<Counted> {
        let record = self.record(group)?;
        let mut counted = Counted {
            starts_at: u64::from_le_bytes(*record.first_chunk::<8>()?),
            bytes: edge(record, BUCKETS_PER_GROUP as usize - 1)? as u64,
            entries: 0,
        };
        for nth in 0..BUCKETS_PER_GROUP {
            counted.entries += self.values(group * BUCKETS_PER_GROUP + nth)?.len() as u64;
        }
        Some(counted)
    }

    /// What tells this list from any other: a checksum of its header and of its directory, which holds the
    /// checksums of all groups.
    #[must_use]
    pub fn identity(&self) -> u32 {
        let end = usize::try_from(self.facts.data_start()).unwrap_or(usize::MAX);
        crc32fast::hash(self.map.get(..end).unwrap_or(&self.map))
    }

    /// All entries of one of the 1,048,576 ranges in order, by the numbers that stand for their hashes.
    ///
    /// # Errors
    /// When that part of the file is damaged.
    pub(crate) fn range(&self, number: u32) -> Result<Vec<(u64, CountClass)>, DiskError> {
        // The universe is a multiple of the number of ranges: no value lies in two of them.
        let width = self.facts.universe / u64::from(password::Prefix::COUNT);
        let (from, to) = (u64::from(number) * width, (u64::from(number) + 1) * width);
        let bucket = u64::from(UPPERS) << self.facts.lower_bits();
        let mut entries = Vec::new();
        for bucket in from / bucket..=(to - 1) / bucket {
            let group = bucket / BUCKETS_PER_GROUP;
            self.check_once(group).map_err(|broken| self.damaged(broken))?;
            let values = self.values(bucket).ok_or_else(|| self.damaged(Broken(group)))?;
            entries.extend(values.into_iter().filter(|(value, _)| (from..to).contains(value)));
        }
        Ok(entries)
    }

    /// All entries of a bucket in order: the numbers that stand for their hashes, and their classes.
    pub(crate) fn values(&self, bucket: u64) -> Option<Vec<(u64, CountClass)>> {
        let record = self.record(bucket / BUCKETS_PER_GROUP)?;
        let data = self.group_bytes(record)?;
        let nth = (bucket % BUCKETS_PER_GROUP) as usize;
        let start = if nth == 0 { 0 } else { edge(record, nth - 1)? };
        let bytes = data.get(start..edge(record, nth)?)?;
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
                ((bucket * u64::from(UPPERS) + upper) << lower_bits) | (field & ((1 << lower_bits) - 1));
            if value < last || values.len() == entries {
                return None;
            }
            last = value;
            values.push((value, CountClass::from_code(field >> lower_bits)));
        }
        (values.len() == entries).then_some(values)
    }

    fn damaged(&self, Broken(group): Broken) -> DiskError {
        let (from, to) = self
            .record(group)
            .and_then(|record| {
                let begin = u64::from_le_bytes(*record.first_chunk::<8>()?);
                let start = self.facts.data_start().checked_add(begin)?;
                Some((start, start.checked_add(edge(record, BUCKETS_PER_GROUP as usize - 1)? as u64)?))
            })
            .filter(|(_, to)| *to <= self.map.len() as u64)
            .unwrap_or((record_at(group) as u64, (record_at(group) + RECORD) as u64));
        DiskError::Damaged { path: self.path.clone(), from, to }
    }
}

/// What verification counts in a group.
struct Counted {
    starts_at: u64,
    bytes: u64,
    entries: u64,
}

/// The first eight bytes of a hash.
fn key(digest: &Digest) -> u64 {
    digest.expose_bytes().first_chunk::<8>().map_or(0, |bytes| u64::from_be_bytes(*bytes))
}

fn answer(found: Result<Option<CountClass>, Broken>) -> Answer {
    match found {
        Ok(Some(class)) => Answer::Found { count: class.count(), rank: None },
        Ok(None) => Answer::NotOnThisList,
        Err(_) => Answer::CouldNotCheck(Reason::FileDamaged),
    }
}

#[inline]
fn record_at(group: u64) -> usize {
    usize::try_from(group)
        .unwrap_or(usize::MAX / RECORD - HEADER)
        .saturating_mul(RECORD)
        .saturating_add(HEADER)
}

/// Where bucket `nth` ends within its group, in bytes.
#[inline]
fn edge(record: &[u8], nth: usize) -> Option<usize> {
    record.get(8 + nth * 4..)?.first_chunk::<4>().map(|bytes| u32::from_le_bytes(*bytes) as usize)
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
