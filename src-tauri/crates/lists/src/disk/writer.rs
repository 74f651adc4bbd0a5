//! Writes a list file from a stream of hashes in ascending order.

use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};

use super::bits::BitWriter;
use super::layout::{BUCKETS_PER_GROUP, Facts, HEADER, TAIL, UPPERS};
use super::{CountClass, LayoutError, Parameters};

/// Why a list file could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// The parameters cannot be met.
    #[error(transparent)]
    Layout(#[from] LayoutError),
    /// The disk said no.
    #[error("writing the list stopped: {0}")]
    Io(#[from] io::Error),
    /// The stream was not in ascending order, or not as long as announced.
    #[error("entry {entry} is out of order, or the number of hashes is not the one announced")]
    Stream {
        /// Which entry, from 0.
        entry: u64,
    },
}

/// One bucket that is being filled.
#[derive(Default)]
struct Bucket {
    /// Upper part, lower part and class of each entry, in order.
    entries: Vec<(u32, u64, CountClass)>,
}

/// Writes one list file. Directory and data are written as they come, so memory does not grow with the list.
pub struct Writer {
    facts: Facts,
    header: File,
    directory: BufWriter<File>,
    data: BufWriter<File>,
    bucket: Bucket,
    at_bucket: u64,
    group: Vec<u8>,
    starts: Vec<u32>,
    written: u64,
    last: u64,
    bits: BitWriter,
}

impl Writer {
    /// Begins a list in an empty file that can be opened three times: `open` gives a new handle each time.
    ///
    /// # Errors
    /// When the parameters cannot be met, or the file cannot be written.
    pub fn new(
        parameters: Parameters,
        mut open: impl FnMut() -> io::Result<File>,
    ) -> Result<Self, WriteError> {
        let facts = Facts::new(parameters)?;
        Self::with_facts(facts, &mut open)
    }

    /// As [`Writer::new`], keeping the universe of an older list, so that its values can be copied.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(crate) fn with_facts(
        facts: Facts,
        open: &mut dyn FnMut() -> io::Result<File>,
    ) -> Result<Self, WriteError> {
        let (mut directory, mut data) = (open()?, open()?);
        directory.seek(SeekFrom::Start(HEADER as u64))?;
        data.seek(SeekFrom::Start(facts.data_start()))?;
        Ok(Self {
            facts,
            header: open()?,
            directory: BufWriter::with_capacity(1 << 16, directory),
            data: BufWriter::with_capacity(1 << 20, data),
            bucket: Bucket::default(),
            at_bucket: 0,
            group: Vec::new(),
            starts: Vec::new(),
            written: 0,
            last: 0,
            bits: BitWriter::default(),
        })
    }

    /// Adds the hash whose first eight bytes are `key`. Keys come in ascending order.
    ///
    /// # Errors
    /// When it is out of order or the disk is full.
    pub fn push(&mut self, key: u64, class: CountClass) -> Result<(), WriteError> {
        let value = self.facts.value(key);
        self.push_value(value, class)
    }

    /// Adds an entry by the number that stands for its hash in this list's universe.
    pub(crate) fn push_value(&mut self, value: u64, class: CountClass) -> Result<(), WriteError> {
        if value < self.last || self.written == self.facts.parameters.entries {
            return Err(WriteError::Stream { entry: self.written });
        }
        self.last = value;
        self.written += 1;
        let lower_bits = self.facts.lower_bits();
        let uppers = value >> lower_bits;
        self.go_to(uppers / u64::from(UPPERS))?;
        let upper = (uppers % u64::from(UPPERS)) as u32;
        self.bucket.entries.push((upper, value & ((1 << lower_bits) - 1), class));
        Ok(())
    }

    /// Completes the file and syncs it to the disk. The header is written last: a file without one is foreign.
    ///
    /// # Errors
    /// When fewer entries came than were announced, or the disk is full.
    pub fn finish(mut self) -> Result<Facts, WriteError> {
        if self.written != self.facts.parameters.entries {
            return Err(WriteError::Stream { entry: self.written });
        }
        self.go_to(self.facts.groups() * BUCKETS_PER_GROUP)?;
        self.data.write_all(&[0; TAIL])?;
        self.data.flush()?;
        self.directory.flush()?;
        self.data.get_ref().sync_data()?;
        self.header.seek(SeekFrom::Start(0))?;
        self.header.write_all(&self.facts.encode())?;
        self.header.sync_all()?;
        Ok(self.facts)
    }

    fn go_to(&mut self, bucket: u64) -> Result<(), WriteError> {
        while self.at_bucket < bucket {
            self.starts.push(offset(self.group.len())?);
            self.close_bucket();
            self.at_bucket += 1;
            if self.at_bucket.is_multiple_of(BUCKETS_PER_GROUP) {
                self.close_group()?;
            }
        }
        Ok(())
    }

    /// Upper parts in unary, then lower part and class of each entry; an empty bucket has no bytes.
    fn close_bucket(&mut self) {
        if self.bucket.entries.is_empty() {
            return;
        }
        let mut upper = 0;
        for (own, _, _) in &self.bucket.entries {
            for _ in upper..*own {
                self.bits.put(0, 1);
            }
            upper = *own;
            self.bits.put(1, 1);
        }
        for _ in upper..UPPERS {
            self.bits.put(0, 1);
        }
        let lower_bits = self.facts.lower_bits();
        for (_, lower, class) in self.bucket.entries.drain(..) {
            self.bits.put(lower, lower_bits);
            self.bits.put(u64::from(class.code()), CountClass::BITS);
        }
        self.group.append(&mut self.bits.take());
    }

    fn close_group(&mut self) -> Result<(), WriteError> {
        let number = self.at_bucket / BUCKETS_PER_GROUP - 1;
        let mut record = Vec::with_capacity(super::layout::RECORD);
        record.extend(self.facts.data_bytes.to_le_bytes());
        for start in self.starts.drain(..).skip(1) {
            record.extend(start.to_le_bytes());
        }
        record.extend(offset(self.group.len())?.to_le_bytes());
        let sum = group_sum(number, &record, &self.group);
        record.extend(sum.to_le_bytes());
        self.directory.write_all(&record)?;
        self.data.write_all(&self.group)?;
        self.facts.data_bytes += self.group.len() as u64;
        self.group.clear();
        Ok(())
    }
}

/// The checksum of a group: CRC-32 over its number, its directory record without the checksum, and its bytes.
pub(super) fn group_sum(number: u64, record: &[u8], group: &[u8]) -> u32 {
    let mut sum = crc32fast::Hasher::new();
    sum.update(&number.to_le_bytes());
    sum.update(record);
    sum.update(group);
    sum.finalize()
}

fn offset(length: usize) -> Result<u32, WriteError> {
    u32::try_from(length).map_err(|_| WriteError::Layout(LayoutError::OutOfRange))
}
