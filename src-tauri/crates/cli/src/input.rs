//! Reading secrets, answers and files.
//!
//! Standard input is read past std's own buffer: that one is never wiped and would keep a clear copy of a password for
//! as long as the program runs. Whatever is not a terminal comes through one buffer here, which is wiped as it is used.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read as _};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use zeroize::{Zeroize as _, Zeroizing};

use crate::terminal::{Failure, texts, type_secret};

/// Bytes that are read at a time.
const CHUNK: usize = 1 << 16;
/// The longest line of a secret that is read, in bytes; more is wrong anyway.
const MAX_SECRET_LINE: usize = 8_192;

/// Standard input where it is no terminal. What was taken from it is wiped here at once.
pub(crate) struct StandardInput {
    file: Option<File>,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
}

static INPUT: Mutex<StandardInput> = Mutex::new(StandardInput::new());

impl StandardInput {
    const fn new() -> Self {
        Self { file: None, buffer: Vec::new(), start: 0, end: 0 }
    }

    /// The one that everything reads from, so that no reader takes what is another's.
    pub(crate) fn lock() -> MutexGuard<'static, Self> {
        INPUT.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether nothing was read yet: what comes next may begin with a byte order mark.
    fn is_untouched(&self) -> bool {
        self.file.is_none()
    }

    /// Whether nothing of what was read is left: the next line has to be waited for.
    pub(crate) fn is_drained(&self) -> bool {
        self.start == self.end
    }

    /// The next line with its end, or `most` bytes of it; `None` at the end of the input. The line is the only copy.
    pub(crate) fn line(&mut self, most: usize) -> io::Result<Option<Zeroizing<Vec<u8>>>> {
        // The capacity is set at once, so that no copy of a secret is left behind by growing.
        let mut line = Zeroizing::new(Vec::with_capacity(most));
        while line.len() < most && !line.ends_with(b"\n") {
            if self.is_drained() && !self.fill()? {
                break;
            }
            let there = self.buffer.get(self.start..self.end).unwrap_or_default();
            let wanted = there.len().min(most - line.len());
            let length =
                there.iter().take(wanted).position(|byte| *byte == b'\n').map_or(wanted, |at| at + 1);
            self.take(length, &mut line);
        }
        Ok((!line.is_empty()).then_some(line))
    }

    /// Everything that is left, up to `most` bytes, as the only copy.
    pub(crate) fn rest(&mut self, most: usize, bytes: &mut Vec<u8>) -> io::Result<()> {
        let mut left = most;
        while left > 0 && (!self.is_drained() || self.fill()?) {
            let length = left.min(self.end - self.start);
            self.take(length, bytes);
            left -= length;
        }
        Ok(())
    }

    fn take(&mut self, length: usize, into: &mut Vec<u8>) {
        if let Some(there) = self.buffer.get_mut(self.start..self.start + length) {
            into.extend_from_slice(there);
            there.zeroize();
        }
        self.start += length;
    }

    /// Reads more; `false` at the end of the input.
    fn fill(&mut self) -> io::Result<bool> {
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(own_handle()?),
        };
        self.buffer.resize(CHUNK, 0);
        loop {
            match file.read(&mut self.buffer) {
                Ok(read) => {
                    (self.start, self.end) = (0, read);
                    return Ok(read > 0);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

/// Standard input as a file of its own, without a buffer.
fn own_handle() -> io::Result<File> {
    #[cfg(unix)]
    let handle = std::os::fd::AsFd::as_fd(&io::stdin()).try_clone_to_owned()?;
    #[cfg(windows)]
    let handle = std::os::windows::io::AsHandle::as_handle(&io::stdin()).try_clone_to_owned()?;
    Ok(File::from(handle))
}

/// Removes one line end.
fn without_end(bytes: &mut Vec<u8>) {
    if bytes.ends_with(b"\n") {
        bytes.pop();
        if bytes.ends_with(b"\r") {
            bytes.pop();
        }
    }
}

/// What was typed, without another copy.
fn typed(prompt: &str) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let mut text = type_secret(prompt)?;
    Ok(Zeroizing::new(std::mem::take(&mut *text).into_bytes()))
}

/// Reads a secret: from the terminal without echo, else at most `limit` bytes and a few more of standard input, without
/// its byte order mark and its line end.
pub(crate) fn read_secret(prompt: &str, limit: usize) -> Result<Zeroizing<Vec<u8>>, Failure> {
    if io::stdin().is_terminal() {
        return typed(prompt);
    }
    // The mark, two bytes for a line end, one to notice that it is too long.
    let most = password::UTF8_MARK.len() + limit + 3;
    let mut bytes = Zeroizing::new(Vec::with_capacity(most));
    let mut input = StandardInput::lock();
    let first = input.is_untouched();
    input.rest(most, &mut bytes)?;
    if first {
        password::without_mark(&mut bytes);
    }
    without_end(&mut bytes);
    Ok(bytes)
}

/// Reads one secret line: from the terminal without echo, else the next line of standard input, the first one without a
/// byte order mark; `None` at its end.
/// What follows the line stays to be read.
pub(crate) fn read_secret_line(prompt: &str) -> Result<Option<Zeroizing<Vec<u8>>>, Failure> {
    if io::stdin().is_terminal() {
        return typed(prompt).map(Some);
    }
    let mut input = StandardInput::lock();
    let first = input.is_untouched();
    let mut line = input.line(MAX_SECRET_LINE)?;
    if let Some(line) = &mut line {
        if first {
            password::without_mark(line);
        }
        without_end(line);
    }
    Ok(line)
}

/// Reads one line that is no secret, trimmed and in lower case; `None` at the end of the input.
pub(crate) fn read_answer() -> Result<Option<String>, Failure> {
    if io::stdin().is_terminal() {
        let mut line = String::new();
        let read = io::stdin().read_line(&mut line)?;
        return Ok((read > 0).then(|| line.trim().to_lowercase()));
    }
    let line = StandardInput::lock().line(MAX_SECRET_LINE)?;
    Ok(line.map(|line| String::from_utf8_lossy(&line).trim().to_lowercase()))
}

/// Reads a regular file, or standard input for `-`, up to one byte beyond `limit`.
pub(crate) fn read_source(source: &str, limit: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let outcome = if source != "-" {
        files::open(Path::new(source))
            .and_then(|file| file.take(limit.saturating_add(1)).read_to_end(&mut bytes))
            .map(|_| ())
    } else if io::stdin().is_terminal() {
        io::stdin().lock().take(limit.saturating_add(1)).read_to_end(&mut bytes).map(|_| ())
    } else {
        let most = usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1);
        StandardInput::lock().rest(most, &mut bytes)
    };
    outcome.map_err(|error| Failure::WrongUse(texts().prog_unreadable(source, &error.to_string())))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::io::{Seek as _, Write as _};

    use super::*;

    fn input(text: &[u8]) -> StandardInput {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(text).unwrap();
        file.rewind().unwrap();
        StandardInput { file: Some(file), ..StandardInput::new() }
    }

    #[test]
    fn lines_and_the_rest_come_in_order_and_leave_nothing_in_the_buffer() {
        let mut input = input(b"first\r\nsecond\nthe rest\nof it");
        let mut line = || input.line(100).unwrap().map(|line| line.to_vec());
        assert_eq!((line().unwrap(), line().unwrap()), (b"first\r\n".to_vec(), b"second\n".to_vec()));
        assert!(input.buffer.iter().take(input.start).all(|byte| *byte == 0), "what was taken is wiped");
        let mut rest = Vec::new();
        input.rest(4, &mut rest).unwrap();
        assert_eq!(rest, b"the ");
        input.rest(100, &mut rest).unwrap();
        assert_eq!(rest, b"the rest\nof it");
        assert!(input.is_drained() && input.buffer.iter().all(|byte| *byte == 0));
        assert!(input.line(100).unwrap().is_none());
    }

    #[test]
    fn a_long_line_comes_in_parts_and_across_the_end_of_the_buffer() {
        let long = vec![b'a'; CHUNK + 10];
        let mut input = input(&[long.as_slice(), b"\nb"].concat());
        assert_eq!(input.line(7).unwrap().unwrap().len(), 7);
        assert_eq!(input.line(2 * CHUNK).unwrap().unwrap().len(), CHUNK + 4);
        assert_eq!(*input.line(2).unwrap().unwrap(), b"b");
    }
}
