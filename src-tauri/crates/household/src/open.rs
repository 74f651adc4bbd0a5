//! Opening the household of a folder, or beginning one.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::key::{Key, Passphrase};
use crate::lock::{self, KeyFile, LockedBy};
use crate::store::Store;
use crate::{FILE, HouseholdError, KEY_FILE, keyring};

/// After so many damaged files of one day the folder itself has trouble.
const MOST_ASIDE: u32 = 100;
/// How the name of a damaged file begins that was set aside.
pub(crate) const ASIDE: &str = "household.damaged-";

/// With what to unlock it.
#[derive(Clone, Copy)]
pub enum Unlock<'a> {
    /// The system's keyring.
    Keyring,
    /// A passphrase.
    Passphrase(&'a Passphrase),
}

impl<'a> Unlock<'a> {
    fn passphrase(self) -> Option<&'a Passphrase> {
        match self {
            Self::Keyring => None,
            Self::Passphrase(passphrase) => Some(passphrase),
        }
    }
}

/// An opened household.
pub struct Opened {
    /// The open file.
    pub store: Store,
    /// Where a damaged file stands now, in whose place a new one was begun.
    pub set_aside: Option<PathBuf>,
}

impl Store {
    /// How the household of this folder is locked; `None` if there is none. Asks neither keyring nor person.
    ///
    /// # Errors
    /// When that cannot be read.
    pub fn locked_by(folder: &Path) -> Result<Option<LockedBy>, HouseholdError> {
        match KeyFile::read(folder)? {
            Some(file) => Ok(lock::is_there(&folder.join(FILE)).then(|| file.locked_by())),
            None => no_file_without_a_key(folder).map(|()| None),
        }
    }

    /// Opens the household of this folder, if there is one. Without one, only whether it could be kept is found out.
    ///
    /// # Errors
    /// When it cannot be opened, or no keyring answers. Nothing is written then.
    pub fn open_existing(
        folder: &Path,
        unlock: Unlock<'_>,
        now: Timestamp,
    ) -> Result<Option<Opened>, HouseholdError> {
        match Self::locked_by(folder)? {
            Some(_) => Self::open(folder, unlock, now).map(Some),
            None if unlock.passphrase().is_none() => keyring::is_usable().map(|()| None),
            None => Ok(None),
        }
    }

    /// Opens the household of this folder, or begins one. A damaged file is set aside under the date of `now`.
    ///
    /// # Errors
    /// When it cannot be opened or begun. A file that is there is then as it was.
    pub fn open(folder: &Path, unlock: Unlock<'_>, now: Timestamp) -> Result<Opened, HouseholdError> {
        let path = folder.join(FILE);
        let found = KeyFile::read(folder)?;
        if found.is_none() {
            no_file_without_a_key(folder)?;
        }
        let key = match found.map(|file| file.key(folder, unlock.passphrase())) {
            None => lock::make(folder, unlock.passphrase())?,
            // Between the key and the household: there is nothing yet that the lost key could open.
            Some(Err(HouseholdError::KeyGone { .. })) if !lock::is_there(&path) => {
                remove_key_file(folder)?;
                lock::make(folder, unlock.passphrase())?
            }
            Some(key) => key?,
        };
        open_or_make(&path, &key, now)
    }
}

fn open_or_make(path: &Path, key: &Key, now: Timestamp) -> Result<Opened, HouseholdError> {
    if !lock::is_there(path) {
        Store::make(path, key)?;
    }
    match Store::open_file(path, key) {
        Ok(store) => Ok(Opened { store, set_aside: None }),
        Err(HouseholdError::Damaged { .. }) => {
            let aside = set_aside(path, now)?;
            Store::make(path, key)?;
            Ok(Opened { store: Store::open_file(path, key)?, set_aside: Some(aside) })
        }
        Err(error) => Err(error),
    }
}

/// A household whose key file is missing must not be taken for none at all.
fn no_file_without_a_key(folder: &Path) -> Result<(), HouseholdError> {
    if lock::is_there(&folder.join(FILE)) {
        return Err(HouseholdError::KeyFileUnusable { path: folder.join(KEY_FILE) });
    }
    Ok(())
}

fn remove_key_file(folder: &Path) -> Result<(), HouseholdError> {
    let path = folder.join(KEY_FILE);
    fs::remove_file(&path).map_err(HouseholdError::io(&path))
}

/// Gives a damaged file and its log a dated name that no other has. Its key stays, so that it can still be looked at.
fn set_aside(path: &Path, now: Timestamp) -> Result<PathBuf, HouseholdError> {
    let date = now.strftime("%Y-%m-%d");
    for number in 1..=MOST_ASIDE {
        let more = if number == 1 { String::new() } else { format!("-{number}") };
        let aside = path.with_file_name(format!("{ASIDE}{date}{more}.db"));
        if lock::is_there(&aside) {
            continue;
        }
        let moves = lock::with_neighbours(path).into_iter().zip(lock::with_neighbours(&aside));
        for (from, to) in moves.filter(|(from, _)| lock::is_there(from)) {
            fs::rename(&from, to).map_err(HouseholdError::io(&from))?;
        }
        return Ok(aside);
    }
    Err(HouseholdError::Damaged { path: path.to_owned() })
}
