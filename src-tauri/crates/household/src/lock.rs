//! The file `household.key`: how the key of the household is kept.
//!
//! A file of its own, so that a wrong passphrase and a damaged household can be told apart: to the database both
//! look alike, and a slip of the fingers must not set a good file aside.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::key::{Key, Passphrase, WORK_FACTOR};
use crate::{FILE, HouseholdError, KEY_FILE, keyring};

/// Larger than any key file.
const MAX_BYTES: u64 = 1 << 14;
const IN_KEYRING: &str = "selfcheck household key 1\nkeyring ";
const IN_AGE: &[u8] = b"age-encryption.org/";

/// How the key of a household is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockedBy {
    /// In the system's keyring.
    Keyring,
    /// Behind a passphrase.
    Passphrase,
}

/// What the key file says.
pub(crate) enum KeyFile {
    Keyring { id: String },
    Age { bytes: Vec<u8> },
}

impl KeyFile {
    /// Reads it; `None` if there is none.
    pub(crate) fn read(folder: &Path) -> Result<Option<Self>, HouseholdError> {
        let path = folder.join(KEY_FILE);
        let mut bytes = Vec::new();
        match files::open(&path).and_then(|file| file.take(MAX_BYTES).read_to_end(&mut bytes)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(HouseholdError::io(&path)(error)),
            Ok(_) => {}
        }
        if bytes.starts_with(IN_AGE) {
            return Ok(Some(Self::Age { bytes }));
        }
        let id =
            std::str::from_utf8(&bytes).ok().and_then(|text| text.strip_prefix(IN_KEYRING)).map(str::trim);
        match id {
            Some(id) if id.len() == 32 && id.bytes().all(|b| b.is_ascii_hexdigit()) => {
                Ok(Some(Self::Keyring { id: id.to_owned() }))
            }
            _ => Err(HouseholdError::KeyFileUnusable { path }),
        }
    }

    pub(crate) fn locked_by(&self) -> LockedBy {
        match self {
            Self::Keyring { .. } => LockedBy::Keyring,
            Self::Age { .. } => LockedBy::Passphrase,
        }
    }

    /// The key, or why it is not to be had.
    pub(crate) fn key(&self, folder: &Path, passphrase: Option<&Passphrase>) -> Result<Key, HouseholdError> {
        match (self, passphrase) {
            (Self::Keyring { id }, None) => {
                keyring::get(id)?.ok_or_else(|| HouseholdError::KeyGone { path: folder.join(FILE) })
            }
            (Self::Keyring { .. }, Some(_)) => Err(HouseholdError::KeyringNeeded),
            (Self::Age { .. }, None) => Err(HouseholdError::PassphraseNeeded),
            (Self::Age { bytes }, Some(passphrase)) => {
                let plain = passphrase.decrypt(bytes)?;
                plain
                    .and_then(|plain| Key::from_bytes(&plain))
                    .ok_or_else(|| HouseholdError::KeyFileUnusable { path: folder.join(KEY_FILE) })
            }
        }
    }
}

/// Makes a new key and keeps it. If another program made one meanwhile, that one counts.
pub(crate) fn make(folder: &Path, passphrase: Option<&Passphrase>) -> Result<Key, HouseholdError> {
    let key = Key::random()?;
    let (text, id) = if let Some(passphrase) = passphrase {
        (passphrase.encrypt(key.expose_bytes(), WORK_FACTOR)?, None)
    } else {
        let id = random_id()?;
        // The keyring first: if it says no, nothing was written.
        keyring::set(&id, &key)?;
        (format!("{IN_KEYRING}{id}\n").into_bytes(), Some(id))
    };
    let kept = create_folder(folder).and_then(|()| write_new(&folder.join(KEY_FILE), &text));
    match kept {
        Ok(true) => Ok(key),
        other => {
            if let Some(id) = id {
                // A key that opens nothing is only litter; failing to remove it changes nothing.
                let _ = keyring::delete(&id);
            }
            other?;
            let file = KeyFile::read(folder)?
                .ok_or_else(|| HouseholdError::KeyFileUnusable { path: folder.join(KEY_FILE) })?;
            file.key(folder, passphrase)
        }
    }
}

fn random_id() -> Result<String, HouseholdError> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| HouseholdError::NoRandomness)?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}

/// Makes the folder, for this user alone. One that is there keeps its rights.
pub(crate) fn create_folder(folder: &Path) -> Result<(), HouseholdError> {
    let mut making = fs::DirBuilder::new();
    making.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut making, 0o700);
    making.create(folder).map_err(HouseholdError::io(folder))
}

/// Writes a file that appears whole or not at all, for this user alone; `false` if there is one already.
fn write_new(path: &Path, bytes: &[u8]) -> Result<bool, HouseholdError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let written = (|| {
        let mut part = tempfile::Builder::new().prefix(".household-").suffix(".part").tempfile_in(folder)?;
        part.write_all(bytes)?;
        part.as_file().sync_all()?;
        match part.persist_noclobber(path) {
            Ok(_) => {
                sync_folder(folder);
                Ok(true)
            }
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
            Err(error) => Err(error.error),
        }
    })();
    written.map_err(HouseholdError::io(path))
}

/// So that a new name survives a loss of power; a system that cannot sync a folder does it by itself.
pub(crate) fn sync_folder(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

/// Whether anything stands at the path, be it a broken link.
pub(crate) fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The paths that belong to a database file: itself and what stands beside it while it is open.
pub(crate) fn with_neighbours(file: &Path) -> [PathBuf; 4] {
    ["", "-wal", "-shm", "-journal"].map(|end| {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        PathBuf::from(name)
    })
}
