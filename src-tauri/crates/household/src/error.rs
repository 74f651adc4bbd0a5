//! Why the household could not be opened, read or written: facts, never a name or a key.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// What went wrong. Nothing that was kept before is lost by any of these.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum HouseholdError {
    /// This computer has no keyring that answers.
    #[error("no keyring answers")]
    KeyringAbsent,
    /// There is a keyring, and it is locked or not set up.
    #[error("the keyring is locked")]
    KeyringLocked,
    /// The keyring answers, and the key of this household is not in it.
    #[error("the keyring does not hold the key of {path}")]
    KeyGone {
        /// The file that it opens.
        path: PathBuf,
    },
    /// There is a household file, and nothing beside it says how its key is kept.
    #[error("{path} is missing or damaged")]
    KeyFileUnusable {
        /// The key file.
        path: PathBuf,
    },
    /// The household is locked with a passphrase, and none was given.
    #[error("locked with a passphrase")]
    PassphraseNeeded,
    /// The household is locked by the keyring, and a passphrase was given.
    #[error("locked by the keyring")]
    KeyringNeeded,
    /// The passphrase is another one.
    #[error("not this passphrase")]
    WrongPassphrase,
    /// The file is damaged.
    #[error("{path} is damaged")]
    Damaged {
        /// Which file.
        path: PathBuf,
    },
    /// A newer version wrote the file.
    #[error("{path} is of version {version}")]
    TooNew {
        /// Which file.
        path: PathBuf,
        /// Its version.
        version: u32,
    },
    /// Another program is writing to it just now.
    #[error("another program is writing to {path}")]
    Busy {
        /// Which file.
        path: PathBuf,
    },
    /// The file was removed or replaced while it was open.
    #[error("{path} was removed while it was open")]
    Gone {
        /// Which file.
        path: PathBuf,
    },
    /// No room on the disk.
    #[error("the disk of {path} is full")]
    Full {
        /// Which file.
        path: PathBuf,
    },
    /// The disk, or its rights, said no.
    #[error("{path}: {source}")]
    Io {
        /// Which file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Nobody in the household is called so.
    #[error("nobody is called so")]
    Nobody,
    /// Somebody in the household is called so already.
    #[error("the name is taken")]
    NameTaken,
    /// These bytes are no export of a household.
    #[error("not an export of a household")]
    NotAnExport,
    /// A newer version made this export.
    #[error("an export of format {format}")]
    ExportTooNew {
        /// Its format.
        format: u32,
    },
    /// Anything else that the database said.
    #[error("{path}: {source}")]
    Database {
        /// Which file.
        path: PathBuf,
        /// What it said.
        source: rusqlite::Error,
    },
    /// The system gave no random numbers.
    #[error("no random numbers")]
    NoRandomness,
}

impl HouseholdError {
    pub(crate) fn io(path: &Path) -> impl Fn(io::Error) -> Self {
        let path = path.to_owned();
        move |source| {
            if files::is_full(&source) {
                return Self::Full { path: path.clone() };
            }
            Self::Io { path: path.clone(), source }
        }
    }

    /// What the database said, as one of ours.
    pub(crate) fn database(path: &Path, source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let path = path.to_owned();
        let denied = |kind: io::ErrorKind, path| Self::Io { path, source: kind.into() };
        match source.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged { path },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { path },
            Some(ErrorCode::DiskFull) => Self::Full { path },
            // The database tells a full disk apart only where it writes pages, not where it needs a file beside them.
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) if disk_is_full(&path) => {
                Self::Full { path }
            }
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
                denied(io::ErrorKind::PermissionDenied, path)
            }
            _ => Self::Database { path, source },
        }
    }
}

/// As much as the database needs beside its file.
static PROBE: [u8; 65_536] = [0; 65_536];

/// Whether there is no room for a little more in the folder of this file.
fn disk_is_full(path: &Path) -> bool {
    let folder = path.parent().unwrap_or(Path::new("."));
    let probe = tempfile::tempfile_in(folder)
        .and_then(|mut file| file.write_all(&PROBE).and_then(|()| file.sync_all()));
    probe.is_err_and(|error| files::is_full(&error))
}
