//! The bytes of a file: counted, bounded, and stoppable at every read.

use std::io::{self, Read, Seek, SeekFrom};

use super::aside::aside;
use super::wiped::Wiped;
use super::{OnProgress, Progress, ReadError};

/// Bytes that are asked for at a time.
const CHUNK: usize = 64 << 10;

/// A file that is being read.
pub(super) struct Input<'a, R> {
    from: R,
    /// What was read ahead to tell the kind of file, and how much of that was handed out.
    head: Wiped,
    handed: usize,
    taken: u64,
    limit: u64,
    ended: bool,
    progress: OnProgress<'a>,
    /// What has come of it so far; told together with the bytes.
    pub(super) logins: u64,
    /// As `logins`.
    pub(super) skipped: u64,
    unlocking: bool,
}

impl<'a, R: Read> Input<'a, R> {
    /// Reads the start of a file.
    pub(super) fn open(from: R, limit: u64, progress: OnProgress<'a>) -> Result<Self, ReadError> {
        let mut input = Self {
            from,
            head: Wiped::default(),
            handed: 0,
            taken: 0,
            limit,
            ended: false,
            progress,
            logins: 0,
            skipped: 0,
            unlocking: false,
        };
        let mut head = Wiped::zeros(CHUNK);
        let mut length = 0;
        while length < CHUNK {
            let Some(room) = head.as_mut().get_mut(length..) else { break };
            match input.read_some(room)? {
                0 => break,
                bytes => length += bytes,
            }
        }
        head.shorten_to(length);
        input.head = head;
        Ok(input)
    }

    /// What the file starts with: at most 64 KiB.
    pub(super) fn head(&self) -> &[u8] {
        &self.head
    }

    /// Passes over the first `count` bytes of the head.
    pub(super) fn skip(&mut self, count: usize) {
        self.handed = (self.handed + count).min(self.head.len());
    }

    /// Adds the next bytes to `to`. Adds none only at the end of the file.
    pub(super) fn fill(&mut self, to: &mut Wiped) -> Result<usize, ReadError> {
        self.tell()?;
        if let Some(rest) = self.head.get(self.handed..).filter(|rest| !rest.is_empty()) {
            to.extend(rest);
            let bytes = rest.len();
            self.handed = self.head.len();
            return Ok(bytes);
        }
        let before = to.len();
        to.grow_to(before + CHUNK);
        let room = to.as_mut().get_mut(before..).unwrap_or_default();
        let bytes = self.read_some(room)?;
        to.shorten_to(before + bytes);
        Ok(bytes)
    }

    /// Tells how far it has come, and asks whether to go on.
    pub(super) fn tell(&mut self) -> Result<(), ReadError> {
        let (logins, skipped, unlocking) = (self.logins, self.skipped, self.unlocking);
        tell(&mut self.progress, Progress { bytes: self.taken, logins, skipped, unlocking })
    }

    /// Does what opens a locked file, and can be left meanwhile. `None` where that panicked.
    pub(super) fn unlock<T: Send + 'static>(
        &mut self,
        open: impl FnOnce() -> T + Send + 'static,
    ) -> Result<Option<T>, ReadError> {
        self.unlocking = true;
        let outcome = aside(open, || self.tell());
        self.unlocking = false;
        outcome
    }

    fn read_some(&mut self, room: &mut [u8]) -> Result<usize, ReadError> {
        if self.ended {
            return Ok(0);
        }
        loop {
            match self.from.read(room) {
                Ok(bytes) => {
                    self.ended = bytes == 0;
                    self.taken += bytes as u64;
                    if self.taken > self.limit {
                        return Err(ReadError::TooLong { limit: self.limit });
                    }
                    return Ok(bytes);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(source) => return Err(ReadError::Io { offset: self.taken, source }),
            }
        }
    }
}

impl<R: Read + Seek> Input<'_, R> {
    /// The file itself, from its start, for a format that jumps about in it, and what asks whether to go on.
    pub(super) fn rewound(&mut self) -> Result<(&mut R, impl FnMut() -> Result<(), ReadError>), ReadError> {
        let io = |source| ReadError::Io { offset: 0, source };
        let length = self.from.seek(SeekFrom::End(0)).map_err(io)?;
        if length > self.limit {
            return Err(ReadError::TooLong { limit: self.limit });
        }
        self.from.rewind().map_err(io)?;
        let (from, progress) = (&mut self.from, &mut self.progress);
        Ok((from, move || tell(progress, Progress { bytes: length, ..Progress::default() })))
    }
}

fn tell(progress: &mut OnProgress<'_>, now: Progress) -> Result<(), ReadError> {
    if progress(now).is_break() { Err(ReadError::Cancelled) } else { Ok(()) }
}
