//! Sorts records in bounded memory: sorted runs in files without a name (nothing stays behind, whatever happens),
//! then a merge of all of them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};
use std::path::{Path, PathBuf};

use rayon::slice::ParallelSliceMut as _;

/// The first eight bytes of a hash, and its count, which stops at 2^32 - 1.
type Record = (u64, u32);
/// Bytes of a record in a run.
const BYTES: usize = 12;
/// Fewer records than this are never worth a file.
const LEAST: u64 = 1 << 12;

/// Takes records in any order.
pub(super) struct Sorter {
    room: usize,
    records: Vec<Record>,
    runs: Vec<File>,
    folder: PathBuf,
}

impl Sorter {
    /// Uses about `memory` bytes, and files in `folder`.
    pub(super) fn new(memory: u64, folder: &Path) -> Self {
        let room = (memory / size_of::<Record>() as u64).max(LEAST);
        Self {
            room: usize::try_from(room).unwrap_or(usize::MAX),
            records: Vec::new(),
            runs: Vec::new(),
            folder: folder.to_owned(),
        }
    }

    pub(super) fn push(&mut self, key: u64, count: u64) -> io::Result<()> {
        if self.records.len() >= self.room {
            self.write_run()?;
        }
        self.records.push((key, u32::try_from(count).unwrap_or(u32::MAX)));
        Ok(())
    }

    fn write_run(&mut self) -> io::Result<()> {
        self.records.par_sort_unstable();
        let mut run = BufWriter::with_capacity(1 << 18, tempfile::tempfile_in(&self.folder)?);
        for (key, count) in self.records.drain(..) {
            run.write_all(&key.to_le_bytes())?;
            run.write_all(&count.to_le_bytes())?;
        }
        self.runs.push(run.into_inner().map_err(io::IntoInnerError::into_error)?);
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<Sorted> {
        if !self.runs.is_empty() {
            self.write_run()?;
        }
        self.records.par_sort_unstable();
        let runs = self.runs.into_iter().map(|file| BufReader::with_capacity(1 << 18, file)).collect();
        let mut sorted = Sorted { records: self.records, at: 0, runs, heads: BinaryHeap::new() };
        sorted.start_over()?;
        Ok(sorted)
    }
}

/// All records in order; either all in memory or all in runs.
pub(super) struct Sorted {
    records: Vec<Record>,
    at: usize,
    runs: Vec<BufReader<File>>,
    heads: BinaryHeap<Reverse<(Record, usize)>>,
}

impl Sorted {
    /// Goes back to the first record.
    pub(super) fn start_over(&mut self) -> io::Result<()> {
        self.at = 0;
        self.heads.clear();
        for (number, run) in self.runs.iter_mut().enumerate() {
            run.rewind()?;
            self.heads.extend(read(run)?.map(|record| Reverse((record, number))));
        }
        Ok(())
    }

    fn next(&mut self) -> io::Result<Option<Record>> {
        if let Some(Reverse((record, number))) = self.heads.pop() {
            if let Some(run) = self.runs.get_mut(number) {
                self.heads.extend(read(run)?.map(|record| Reverse((record, number))));
            }
            return Ok(Some(record));
        }
        let record = self.records.get(self.at).copied();
        self.at += 1;
        Ok(record)
    }

    fn peek(&self) -> Option<u64> {
        match self.heads.peek() {
            Some(Reverse(((key, _), _))) => Some(*key),
            None => self.records.get(self.at).map(|(key, _)| *key),
        }
    }

    /// The next hash with the sum of its counts.
    pub(super) fn next_distinct(&mut self) -> io::Result<Option<(u64, u64)>> {
        let Some((key, count)) = self.next()? else { return Ok(None) };
        let mut sum = u64::from(count);
        while self.peek() == Some(key) {
            if let Some((_, more)) = self.next()? {
                sum += u64::from(more);
            }
        }
        Ok(Some((key, sum)))
    }

    /// How many different hashes there are.
    pub(super) fn count_distinct(&mut self) -> io::Result<u64> {
        self.start_over()?;
        let mut count = 0;
        while self.next_distinct()?.is_some() {
            count += 1;
        }
        Ok(count)
    }
}

fn read(run: &mut impl Read) -> io::Result<Option<Record>> {
    let mut bytes = [0; BYTES];
    match run.read_exact(&mut bytes) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error),
    }
    let (key, count) = bytes.split_at(8);
    let key = key.first_chunk().map_or(0, |key| u64::from_le_bytes(*key));
    let count = count.first_chunk().map_or(0, |count| u32::from_le_bytes(*count));
    Ok(Some((key, count)))
}
