//! Log-ins of a file without lines: counted by their place, bounded, and reported as they come.

use std::io::Read;

use super::input::Input;
use super::{Encoding, Export, Limits, ReadError, SkipReason, Skipped, Source};
use crate::Login;

/// How many entries are taken between two looks at whether to go on.
const STEP: u64 = 256;

/// What was taken so far.
pub(super) struct Gathering<'g, 'a, R> {
    input: &'g mut Input<'a, R>,
    limits: Limits,
    place: u64,
    logins: Vec<Login>,
    skipped: Vec<Skipped>,
}

impl<'g, 'a, R: Read> Gathering<'g, 'a, R> {
    pub(super) fn new(input: &'g mut Input<'a, R>, limits: Limits) -> Self {
        Self { input, limits, place: 0, logins: Vec::new(), skipped: Vec::new() }
    }

    /// Takes the next entry; `read` is told its place.
    pub(super) fn take(
        &mut self,
        read: impl FnOnce(u64) -> Result<Login, SkipReason>,
    ) -> Result<(), ReadError> {
        self.place += 1;
        let line = self.place;
        if line > self.limits.entries {
            return Err(ReadError::TooManyEntries { limit: self.limits.entries, line });
        }
        match read(line) {
            Ok(login) => self.logins.push(login),
            Err(reason) => self.skipped.push(Skipped::at(line, reason)),
        }
        if line.is_multiple_of(STEP) {
            self.input.logins = self.logins.len() as u64;
            self.input.skipped = self.skipped.len() as u64;
            self.input.tell()?;
        }
        Ok(())
    }

    pub(super) fn export(self, source: Source, encoding: Encoding) -> Export {
        Export { source, encoding, logins: self.logins, skipped: self.skipped, warnings: Vec::new() }
    }
}
