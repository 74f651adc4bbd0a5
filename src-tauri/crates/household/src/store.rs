//! The open file.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::key::Key;
use crate::{HouseholdError, lock, schema, waiting};

/// An open household. Each change is one transaction: when a method returns, it is on the disk.
pub struct Store {
    pub(crate) db: Connection,
    /// `None` in memory.
    path: Option<PathBuf>,
    /// Why the file could only be opened to be read.
    only_read: Option<OnlyRead>,
}

/// Why a file takes no change.
#[derive(Clone, Copy)]
enum OnlyRead {
    /// The disk is full.
    Full,
    /// The folder or the file may not be written.
    Denied,
}

impl OnlyRead {
    /// For the failures that reading can do without.
    fn of(error: &HouseholdError) -> Option<Self> {
        match error {
            HouseholdError::Full { .. } => Some(Self::Full),
            HouseholdError::Io { source, .. } if source.kind() == io::ErrorKind::PermissionDenied => {
                Some(Self::Denied)
            }
            HouseholdError::Database { source, .. } => {
                let denied = source.sqlite_error_code() == Some(rusqlite::ErrorCode::CannotOpen);
                denied.then_some(Self::Denied)
            }
            _ => None,
        }
    }

    fn error(self, path: &Path) -> HouseholdError {
        match self {
            Self::Full => HouseholdError::Full { path: path.to_owned() },
            Self::Denied => HouseholdError::io(path)(io::ErrorKind::PermissionDenied.into()),
        }
    }
}

impl Store {
    /// A household that is kept nowhere and gone when dropped.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn in_memory() -> Result<Self, HouseholdError> {
        let made = Connection::open_in_memory().and_then(|mut db| {
            settle(&mut db)?;
            schema::migrate(&mut db)?;
            Ok(db)
        });
        made.map(|db| Self { db, path: None, only_read: None })
            .map_err(|error| HouseholdError::database(Path::new(":memory:"), error))
    }

    /// Makes a new file and gives it its name only when it is whole. One that appeared meanwhile stays.
    pub(crate) fn make(path: &Path, key: &Key) -> Result<(), HouseholdError> {
        let folder = path.parent().unwrap_or(Path::new("."));
        let place = tempfile::Builder::new().prefix(".household-").suffix(".part").tempfile_in(folder);
        // An empty file of mode 0600, which the database then fills under its present name.
        let place = place.map_err(HouseholdError::io(path))?.into_temp_path();
        let filled = unlock(&place, key, Access::Write).and_then(|mut db| {
            schema::migrate(&mut db)?;
            // Without a log beside it: the log would keep the present name.
            db.close().map_err(|(_, error)| error)
        });
        filled.map_err(|error| HouseholdError::database(path, error))?;
        match place.persist_noclobber(path) {
            Err(error) if error.error.kind() != std::io::ErrorKind::AlreadyExists => {
                Err(HouseholdError::io(path)(error.error))
            }
            _ => {
                lock::sync_folder(folder);
                Ok(())
            }
        }
    }

    /// Opens a file that is there, looks at every page of it, and brings it to the newest version. Where the disk is
    /// full or the folder may not be written, a file of this version is opened to be read.
    pub(crate) fn open_file(path: &Path, key: &Key) -> Result<Self, HouseholdError> {
        let error = match Self::open_with(path, key, Access::Write) {
            Err(error) => error,
            opened => return opened,
        };
        let Some(only_read) = OnlyRead::of(&error) else { return Err(error) };
        // What the log still holds is read with the log; without one nothing is needed beside the file.
        let [_, log, ..] = lock::with_neighbours(path);
        let has_log = log.metadata().is_ok_and(|log| log.len() > 0);
        let access = if has_log { Access::Alone } else { Access::Unchanging };
        match Self::open_with(path, key, access) {
            Ok(store) => Ok(Self { only_read: Some(only_read), ..store }),
            Err(_) => Err(error),
        }
    }

    fn open_with(path: &Path, key: &Key, access: Access) -> Result<Self, HouseholdError> {
        let failed = |error| HouseholdError::database(path, error);
        let mut db = unlock(path, key, access).map_err(failed)?;
        let whole: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(failed)?;
        // A file gets its name only with its tables in it; an empty one was emptied.
        if whole != "ok" || schema::version(&db).map_err(failed)? == 0 {
            return Err(HouseholdError::Damaged { path: path.to_owned() });
        }
        if let Some(version) = schema::migrate(&mut db).map_err(failed)? {
            return Err(HouseholdError::TooNew { path: path.to_owned(), version });
        }
        // The log holds pages as the file does: encrypted. A change is then one sequential write and one sync.
        if access == Access::Write {
            db.pragma_update(None, "journal_mode", "WAL").map_err(failed)?;
        }
        Ok(Self { db, path: Some(path.to_owned()), only_read: None })
    }

    /// Where it is kept; `None` in memory.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// One transaction.
    pub(crate) fn write<T>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, Change>,
    ) -> Result<T, HouseholdError> {
        // A file that was wiped by another program still takes writes, and forgets them.
        if let Some(path) = self.path.as_deref().filter(|path| !lock::is_there(path)) {
            return Err(HouseholdError::Gone { path: path.to_owned() });
        }
        if let (Some(path), Some(only_read)) = (self.path.as_deref(), self.only_read) {
            return Err(only_read.error(path));
        }
        let done = (|| {
            let open = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = change(&open)?;
            open.commit()?;
            Ok(value)
        })();
        done.map_err(|failure| self.failed(failure))
    }

    /// A look that changes nothing, at one moment.
    pub(crate) fn read<T>(
        &self,
        look: impl FnOnce(&Transaction<'_>) -> Result<T, Change>,
    ) -> Result<T, HouseholdError> {
        let done = self.db.unchecked_transaction().map_err(Change::from).and_then(|open| look(&open));
        done.map_err(|failure| self.failed(failure))
    }

    fn failed(&self, failure: Change) -> HouseholdError {
        match failure {
            Change::Refused(error) => error,
            Change::Database(error) => {
                HouseholdError::database(self.path.as_deref().unwrap_or(Path::new(":memory:")), error)
            }
        }
    }
}

/// Why a transaction was not carried out.
pub(crate) enum Change {
    Refused(HouseholdError),
    Database(rusqlite::Error),
}

impl From<rusqlite::Error> for Change {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
    }
}

impl From<HouseholdError> for Change {
    fn from(error: HouseholdError) -> Self {
        Self::Refused(error)
    }
}

/// How a file is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    /// To be read and changed, beside other programs.
    Write,
    /// To be read with its log, without the shared memory that other programs would need.
    Alone,
    /// To be read as it is, with no file beside it.
    Unchanging,
}

fn unlock(path: &Path, key: &Key, access: Access) -> rusqlite::Result<Connection> {
    let mut db = match access {
        Access::Write | Access::Alone => {
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            Connection::open_with_flags(path, flags)?
        }
        Access::Unchanging => {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            Connection::open_with_flags(address(path)?, flags | OpenFlags::SQLITE_OPEN_URI)?
        }
    };
    // It writes to stderr by itself otherwise, beside our own message.
    db.query_row("PRAGMA cipher_log_level = NONE", [], |_| Ok(())).or_else(nothing_said)?;
    db.key(None::<&str>, key.expose_to_database().as_bytes(), false)?;
    if access == Access::Alone {
        db.query_row("PRAGMA locking_mode = EXCLUSIVE", [], |_| Ok(())).or_else(nothing_said)?;
    }
    settle(&mut db)?;
    Ok(db)
}

/// The file's address with the promise that nothing changes it.
fn address(path: &Path) -> rusqlite::Result<String> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let text = path.to_str().ok_or_else(|| rusqlite::Error::InvalidPath(path.clone()))?;
    let escaped = text.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    Ok(format!("file:{escaped}?immutable=1"))
}

fn settle(db: &mut Connection) -> rusqlite::Result<()> {
    db.busy_handler(Some(|tried: i32| waiting::pause(u32::try_from(tried).unwrap_or(u32::MAX))))?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "foreign_keys", true)?;
    // Whoever was removed is overwritten, not only unlinked.
    db.query_row("PRAGMA secure_delete = ON", [], |_| Ok(())).or_else(nothing_said)
}

fn nothing_said(error: rusqlite::Error) -> rusqlite::Result<()> {
    match error {
        rusqlite::Error::QueryReturnedNoRows => Ok(()),
        error => Err(error),
    }
}

#[cfg(test)]
mod tests;
