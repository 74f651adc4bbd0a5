//! Sorts records in bounded memory: sorted runs in files without a name (nothing stays behind, whatever happens),
//! then a merge of all of them. Many runs are merged to one before, so that neither open files nor buffers grow
//! with the input.

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
const LEAST: usize = 1 << 12;
/// So many runs of the same size are merged to one of the next size.
const FAN: usize = 32;
/// Bytes that are read of a run at a time: all runs together have a few megabytes.
const BUFFER: usize = 1 << 16;

/// Takes records in any order.
pub(super) struct Sorter {
    room: usize,
    records: Vec<Record>,
    /// Runs by size: those of the first level came from memory, each of the next holds [`FAN`] of the one before.
    levels: Vec<Vec<File>>,
    folder: PathBuf,
}

impl Sorter {
    /// Uses about `memory` bytes, and files in `folder`.
    pub(super) fn new(memory: u64, folder: &Path) -> Self {
        let room = usize::try_from(memory / size_of::<Record>() as u64).unwrap_or(usize::MAX);
        Self { room: room.max(LEAST), records: Vec::new(), levels: Vec::new(), folder: folder.to_owned() }
    }

    pub(super) fn push(&mut self, key: u64, count: u64) -> io::Result<()> {
        if self.records.len() >= self.room {
            self.write_run()?;
        }
        if self.records.len() == self.records.capacity() {
            // Doubled as usual, but never beyond what was allowed.
            let more = self.records.len().max(LEAST).min(self.room - self.records.len());
            self.records.reserve_exact(more);
        }
        self.records.push((key, u32::try_from(count).unwrap_or(u32::MAX)));
        Ok(())
    }

    fn write_run(&mut self) -> io::Result<()> {
        self.records.par_sort_unstable();
        let mut run = self.new_run()?;
        for record in self.records.drain(..) {
            write(&mut run, record)?;
        }
        self.add_run(done(run)?, 0)
    }

    /// Adds a run, and merges its level if that is full now.
    fn add_run(&mut self, run: File, level: usize) -> io::Result<()> {
        if self.levels.len() <= level {
            self.levels.resize_with(level + 1, Vec::new);
        }
        let Some(runs) = self.levels.get_mut(level) else { return Ok(()) };
        runs.push(run);
        if runs.len() < FAN {
            return Ok(());
        }
        let mut sorted = Sorted::new(Vec::new(), std::mem::take(runs));
        sorted.start_over()?;
        let mut merged = self.new_run()?;
        while let Some(record) = sorted.next()? {
            write(&mut merged, record)?;
        }
        self.add_run(done(merged)?, level + 1)
    }

    fn new_run(&self) -> io::Result<BufWriter<File>> {
        Ok(BufWriter::with_capacity(BUFFER, tempfile::tempfile_in(&self.folder)?))
    }

    pub(super) fn finish(mut self) -> io::Result<Sorted> {
        if !self.levels.is_empty() {
            self.write_run()?;
            // The merge needs no room for records.
            self.records = Vec::new();
        }
        self.records.par_sort_unstable();
        let mut sorted = Sorted::new(self.records, self.levels.into_iter().flatten().collect());
        sorted.start_over()?;
        Ok(sorted)
    }
}

fn write(run: &mut impl Write, (key, count): Record) -> io::Result<()> {
    run.write_all(&key.to_le_bytes())?;
    run.write_all(&count.to_le_bytes())
}

fn done(run: BufWriter<File>) -> io::Result<File> {
    run.into_inner().map_err(io::IntoInnerError::into_error)
}

/// All records in order; either all in memory or all in runs.
pub(super) struct Sorted {
    records: Vec<Record>,
    at: usize,
    runs: Vec<BufReader<File>>,
    heads: BinaryHeap<Reverse<(Record, usize)>>,
}

impl Sorted {
    fn new(records: Vec<Record>, runs: Vec<File>) -> Self {
        let runs = runs.into_iter().map(|file| BufReader::with_capacity(BUFFER, file)).collect();
        Self { records, at: 0, runs, heads: BinaryHeap::new() }
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_runs_than_are_merged_at_once_give_every_record_once_and_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let mut sorter = Sorter::new(0, folder.path());
        let all = LEAST as u64 * (FAN as u64 * 2 + 3) + 17;
        for number in 0..all {
            // An odd factor visits every number below 2^64 once.
            sorter.push(number.wrapping_mul(0x9E37_79B9_7F4A_7C15), number % 5).unwrap();
            assert!(sorter.levels.iter().all(|runs| runs.len() < FAN));
        }
        let mut merged = sorter.finish().unwrap();
        assert!(merged.runs.len() < 2 * FAN, "{}", merged.runs.len());
        assert_eq!(merged.count_distinct().unwrap(), all);
        merged.start_over().unwrap();
        let (mut last, mut sum) = (None, 0);
        while let Some((key, count)) = merged.next_distinct().unwrap() {
            assert!(last < Some(key));
            last = Some(key);
            sum += count;
        }
        assert_eq!(sum, (0..all).map(|number| number % 5).sum::<u64>());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "runs have no name");
    }
}
