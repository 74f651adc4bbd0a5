//! Removing everything: the household, what stands beside it, what was set aside, and its key.
//!
//! What a disk or a backup still holds elsewhere, no program can reach; with the key gone it cannot be read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::lock::{self, KeyFile, LockedBy};
use crate::open::ASIDE;
use crate::{FILE, HouseholdError, KEY_FILE, Store, keyring};

/// What became of the key in the system's keyring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyringEntry {
    /// It was never there, or not any more.
    None,
    /// It was removed.
    Removed,
    /// The keyring could not be asked; an entry may be left in it that opens copies of the file.
    NotReached,
}

/// What was removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wiped {
    /// The files.
    pub files: Vec<PathBuf>,
    /// The key.
    pub keyring: KeyringEntry,
    /// How the key was kept; `None` if there was none, or if its file could not be understood.
    pub locked_by: Option<LockedBy>,
}

/// Removes the household of this folder. The key goes first: without it, the rest cannot be read by anybody.
///
/// # Errors
/// When a file could not be removed. What could be is gone then.
pub fn wipe(folder: &Path) -> Result<Wiped, HouseholdError> {
    let key = KeyFile::read(folder);
    let locked_by = key.as_ref().ok().and_then(Option::as_ref).map(KeyFile::locked_by);
    let keyring = match &key {
        Ok(Some(KeyFile::Keyring { id })) => match keyring::delete(id) {
            Ok(true) => KeyringEntry::Removed,
            // A service that has not opened its keyring says "no such entry" too.
            Ok(false) if keyring::is_usable().is_ok() => KeyringEntry::None,
            Ok(false) | Err(_) => KeyringEntry::NotReached,
        },
        Ok(_) => KeyringEntry::None,
        Err(_) => KeyringEntry::NotReached,
    };
    let mut wiped = Wiped { files: Vec::new(), keyring, locked_by };
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(wiped),
        entries => entries.map_err(HouseholdError::io(folder))?,
    };
    let ours: Vec<PathBuf> = lock::with_neighbours(&folder.join(FILE)).into();
    let mut paths = vec![folder.join(KEY_FILE)];
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if ours.contains(&path) || name.starts_with(ASIDE) || name.starts_with(".household-") {
            paths.push(path);
        }
    }
    let mut failed = None;
    for path in paths {
        match fs::remove_file(&path) {
            Ok(()) => wiped.files.push(path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => failed = failed.or(Some(HouseholdError::io(&path)(error))),
        }
    }
    lock::sync_folder(folder);
    failed.map_or(Ok(wiped), Err)
}

impl Store {
    /// Takes the log into the file and empties it, if nobody else reads just now.
    pub(crate) fn take_in_log(&mut self) -> Result<(), HouseholdError> {
        let path = self.path().map(Path::to_owned);
        let done = self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        match done.map_err(|error| HouseholdError::database(path.as_deref().unwrap_or(Path::new("")), error))
        {
            // The next one to close it does that.
            Err(HouseholdError::Busy { .. }) | Ok(()) => Ok(()),
            Err(error) => Err(error),
        }
    }
}
