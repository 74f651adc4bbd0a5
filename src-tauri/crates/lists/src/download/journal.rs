//! What is complete of a download: records appended as ranges come, each with its own checksum.
//!
//! After a kill at any moment the last record may be torn; opening cuts it off. Nothing is ever changed in place.
//!
//! A record, little-endian: prefix (u32), kind (u8: 0 entries, 1 not modified), length of the tag (u8), number of
//! entries (u32), the tag, the entries (first 44 bits of the suffix in six bytes, class of the count in one),
//! CRC-32 of all that.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufReader, BufWriter, Read, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use password::Prefix;

use super::DownloadError;
use crate::disk::CountClass;

const MAGIC: &[u8] = b"SELFLIST-JOURNAL-1\n";
/// Bytes before the tag.
const HEAD: usize = 10;
/// Bytes of an entry.
const ENTRY: usize = 7;
/// More entries than any range has; a length beyond is damage.
const MAX_ENTRIES: u32 = 1 << 16;

/// What a journal belongs to.
pub(super) struct Opening<'a> {
    /// The service.
    pub(super) address: &'a str,
    /// Ranges from 0 on.
    pub(super) ranges: u32,
    /// The identity of the list that is updated; 0 for none.
    pub(super) base: u32,
}

impl Opening<'_> {
    fn encode(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.ranges.to_le_bytes());
        bytes.extend(self.base.to_le_bytes());
        bytes.extend(u32::try_from(self.address.len()).unwrap_or(0).to_le_bytes());
        bytes.extend(self.address.as_bytes());
        bytes
    }
}

/// One complete range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) prefix: Prefix,
    pub(super) tag: Option<String>,
    pub(super) content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// The first 44 bits of each suffix and its class, in order.
    Entries(Vec<(u64, CountClass)>),
    /// As in the list that is updated.
    NotModified,
}

impl Record {
    fn encode(&self) -> Vec<u8> {
        let tag = self.tag.as_deref().unwrap_or_default().as_bytes();
        let (kind, entries): (u8, &[_]) = match &self.content {
            Content::Entries(entries) => (0, entries),
            Content::NotModified => (1, &[]),
        };
        let mut bytes = Vec::with_capacity(HEAD + tag.len() + entries.len() * ENTRY + 4);
        bytes.extend(self.prefix.value().to_le_bytes());
        bytes.push(kind);
        // Tags are shorter than 200 bytes, ranges shorter than 20,000 rows: see the client.
        bytes.push(u8::try_from(tag.len()).unwrap_or(0));
        bytes.extend(u32::try_from(entries.len()).unwrap_or(0).to_le_bytes());
        bytes.extend(tag);
        for (suffix, class) in entries {
            bytes.extend(suffix.to_le_bytes().iter().take(6));
            bytes.push(class.code());
        }
        let sum = crc32fast::hash(&bytes);
        bytes.extend(sum.to_le_bytes());
        bytes
    }

    /// The next record, and its bytes; `None` where there is none that is whole.
    fn read(from: &mut impl Read) -> io::Result<Option<(Self, u64)>> {
        let mut bytes = vec![0; HEAD];
        if !fill(from, &mut bytes)? {
            return Ok(None);
        }
        let field =
            |at: usize| bytes.get(at..).and_then(|rest| rest.first_chunk()).map(|b| u32::from_le_bytes(*b));
        let (Some(prefix), Some(entries), Some([kind, tag])) = (
            field(0).and_then(Prefix::new),
            field(6),
            bytes.get(4..6).and_then(<[u8]>::first_chunk::<2>).copied(),
        ) else {
            return Ok(None);
        };
        if entries > MAX_ENTRIES {
            return Ok(None);
        }
        let (tag, entries) = (usize::from(tag), entries as usize);
        bytes.resize(HEAD + tag + entries * ENTRY + 4, 0);
        if !fill(from, bytes.get_mut(HEAD..).unwrap_or_default())? {
            return Ok(None);
        }
        let Some((content, sum)) = bytes.split_last_chunk::<4>() else { return Ok(None) };
        if crc32fast::hash(content) != u32::from_le_bytes(*sum) {
            return Ok(None);
        }
        let (text, rest) = content.split_at(HEAD).1.split_at(tag);
        let tag = (tag > 0).then(|| String::from_utf8_lossy(text).into_owned());
        let content = match kind {
            0 => Content::Entries(rest.chunks_exact(ENTRY).map(entry).collect()),
            1 => Content::NotModified,
            _ => return Ok(None),
        };
        Ok(Some((Self { prefix, tag, content }, bytes.len() as u64)))
    }
}

fn entry(bytes: &[u8]) -> (u64, CountClass) {
    let suffix = bytes.iter().take(6).rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte));
    (suffix, CountClass::from_code(u64::from(bytes.last().copied().unwrap_or(0))))
}

/// Whether there were enough bytes.
fn fill(from: &mut impl Read, bytes: &mut [u8]) -> io::Result<bool> {
    match from.read_exact(bytes) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

/// A journal that is open for one run.
pub(super) struct Journal {
    path: PathBuf,
    file: BufWriter<File>,
    /// Where the record of each range begins; 0 for none.
    places: Vec<u64>,
    end: u64,
    done: u32,
}

impl Journal {
    /// Opens the journal at `path`, or begins it.
    pub(super) fn open(path: PathBuf, opening: &Opening<'_>) -> Result<Self, DownloadError> {
        let io = |source| DownloadError::Io { path: path.clone(), source };
        let file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(io)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(DownloadError::InUse { path }),
            Err(TryLockError::Error(source)) => return Err(io(source)),
        }
        let wanted = opening.encode();
        let mut reader = BufReader::with_capacity(1 << 18, &file);
        let mut found = vec![0; wanted.len()];
        let length = file.metadata().map_err(io)?.len();
        let begun = length >= wanted.len() as u64;
        if !begun {
            // One that was killed while it was being begun.
            found.truncate(usize::try_from(length).unwrap_or(0));
        }
        reader.read_exact(&mut found).map_err(io)?;
        if !wanted.starts_with(&found) {
            return Err(DownloadError::OtherJournal { path });
        }
        let mut places = vec![0; opening.ranges as usize];
        let (mut end, mut done) = (wanted.len() as u64, 0);
        while let Some((record, bytes)) = Record::read(&mut reader).map_err(io)? {
            if let Some(place) = places.get_mut(record.prefix.value() as usize) {
                done += u32::from(*place == 0);
                *place = end;
            }
            end += bytes;
        }
        drop(reader);
        let mut file = file;
        if !begun {
            file.set_len(0)
                .and_then(|()| file.rewind())
                .and_then(|()| file.write_all(&wanted))
                .map_err(io)?;
        }
        file.set_len(end).and_then(|()| file.seek(SeekFrom::Start(end))).map_err(io)?;
        Ok(Self { file: BufWriter::new(file), path, places, end, done })
    }

    /// Removes a journal that belongs to an update of another list than the one with this identity: that list is
    /// gone, so what the journal says of it is of no use.
    pub(super) fn drop_finished(path: &Path, list: u32) -> Result<(), DownloadError> {
        let io = |source| DownloadError::Io { path: path.to_owned(), source };
        let file = match File::open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            file => file.map_err(io)?,
        };
        if file.try_lock().is_err() {
            return Err(DownloadError::InUse { path: path.to_owned() });
        }
        let mut head = Vec::new();
        (&file).take(MAGIC.len() as u64 + 8).read_to_end(&mut head).map_err(io)?;
        let base =
            head.strip_prefix(MAGIC).and_then(<[u8]>::last_chunk).map(|base| u32::from_le_bytes(*base));
        match base {
            Some(base) if base != 0 && base != list => fs::remove_file(path).map_err(io),
            _ => Ok(()),
        }
    }

    /// How many ranges are complete.
    pub(super) fn done(&self) -> u32 {
        self.done
    }

    pub(super) fn has(&self, prefix: Prefix) -> bool {
        self.places.get(prefix.value() as usize).is_some_and(|place| *place > 0)
    }

    /// Adds a complete range. It is with the system when this returns.
    pub(super) fn add(&mut self, record: &Record) -> Result<(), DownloadError> {
        let bytes = record.encode();
        self.file.write_all(&bytes).and_then(|()| self.file.flush()).map_err(|e| self.failed(e))?;
        if let Some(place) = self.places.get_mut(record.prefix.value() as usize) {
            self.done += u32::from(*place == 0);
            *place = self.end;
        }
        self.end += bytes.len() as u64;
        Ok(())
    }

    /// The folder in which it stands.
    pub(super) fn folder(&self) -> &Path {
        crate::build::folder_of(&self.path)
    }

    /// Bytes so far.
    pub(super) fn bytes(&self) -> u64 {
        self.end
    }

    pub(super) fn sync(&mut self) -> Result<(), DownloadError> {
        self.file.flush().and_then(|()| self.file.get_ref().sync_data()).map_err(|e| self.failed(e))
    }

    /// Every range from 0 on, in order; an error where one is missing or can no longer be read.
    pub(super) fn in_order(
        &self,
    ) -> Result<impl Iterator<Item = Result<Record, DownloadError>>, DownloadError> {
        let mut reader =
            BufReader::with_capacity(1 << 16, File::open(&self.path).map_err(|e| self.failed(e))?);
        let mut at = 0_u64;
        Ok(self.places.iter().map(move |place| {
            let read = (|| {
                // Ranges come nearly in order: a relative seek keeps what is already in the buffer.
                let step = i64::try_from(*place).unwrap_or(0) - i64::try_from(at).unwrap_or(0);
                reader.seek_relative(step)?;
                let (record, bytes) = Record::read(&mut reader)?.ok_or(io::ErrorKind::InvalidData)?;
                at = place + bytes;
                Ok(record)
            })();
            read.map_err(|e| self.failed(e))
        }))
    }

    /// The download is finished.
    pub(super) fn remove(self) -> Result<(), DownloadError> {
        fs::remove_file(&self.path).map_err(|e| self.failed(e))
    }

    fn failed(&self, source: io::Error) -> DownloadError {
        DownloadError::Io { path: self.path.clone(), source }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn opening(address: &str) -> Opening<'_> {
        Opening { address, ranges: 64, base: 7 }
    }

    fn record() -> impl Strategy<Value = Record> {
        let entry =
            (0_u64..1 << 44, 0_u64..8).prop_map(|(suffix, code)| (suffix, CountClass::from_code(code)));
        let content = prop_oneof![
            proptest::collection::vec(entry, 0..20).prop_map(Content::Entries),
            Just(Content::NotModified)
        ];
        (0_u32..64, proptest::option::of("\"[a-z0-9]{1,20}\""), content)
            .prop_map(|(prefix, tag, content)| Record { prefix: Prefix::new(prefix).unwrap(), tag, content })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn whatever_is_cut_off_only_the_last_record_is_lost(records in proptest::collection::vec(record(), 1..8), cut in 0_u64..2_000) {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.download");
            let mut ends = Vec::new();
            let mut journal = Journal::open(path.clone(), &opening("https://a.example/")).unwrap();
            for record in &records {
                journal.add(record).unwrap();
                ends.push(journal.bytes());
            }
            drop(journal);
            let length = std::fs::metadata(&path).unwrap().len();
            let left = length.saturating_sub(cut);
            OpenOptions::new().write(true).open(&path).unwrap().set_len(left).unwrap();
            let journal = Journal::open(path, &opening("https://a.example/")).unwrap();
            for (at, (record, end)) in records.iter().zip(&ends).enumerate() {
                let later = records.iter().zip(&ends).skip(at).any(|(r, e)| r.prefix == record.prefix && *e <= left);
                prop_assert_eq!(journal.has(record.prefix), later || records.iter().zip(&ends).take(at).any(|(r, e)| r.prefix == record.prefix && *e <= left), "{}", end);
            }
        }

        #[test]
        fn records_read_back_as_they_were_written(record in record()) {
            let bytes = record.encode();
            let (read, length) = Record::read(&mut bytes.as_slice()).unwrap().unwrap();
            prop_assert_eq!(length, bytes.len() as u64);
            prop_assert_eq!(read, record);
        }
    }

    #[test]
    fn a_journal_of_another_service_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.download");
        drop(Journal::open(path.clone(), &opening("https://a.example/")).unwrap());
        let other = Journal::open(path.clone(), &opening("https://b.example/"));
        assert!(matches!(other, Err(DownloadError::OtherJournal { .. })));
        assert!(Journal::open(path, &opening("https://a.example/")).is_ok());
    }

    #[test]
    fn two_runs_at_once_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.download");
        let first = Journal::open(path.clone(), &opening("https://a.example/")).unwrap();
        let second = Journal::open(path, &opening("https://a.example/"));
        assert!(matches!(second, Err(DownloadError::InUse { .. })));
        drop(first);
    }
}
