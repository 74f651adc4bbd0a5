//! Files that appear whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use super::DeskError;
use crate::own_file::{self, Readers};

/// No file that the desk reads is larger: a notice has the most.
const MAX_BYTES: u64 = 262_144;

fn failed(path: &Path) -> impl FnOnce(io::Error) -> DeskError + '_ {
    |source| DeskError::File { path: path.to_owned(), source }
}

/// The bytes of a file; one that is too large comes with one byte too many.
///
/// # Errors
/// When it cannot be read, or is no regular file.
pub fn read(path: &Path) -> Result<Vec<u8>, DeskError> {
    let mut bytes = Vec::new();
    let file = ::files::open(path).map_err(failed(path))?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(failed(path))?;
    Ok(bytes)
}

/// The text of a file.
///
/// # Errors
/// When it cannot be read, or is no text.
pub fn read_text(path: &Path) -> Result<String, DeskError> {
    let not_text = || DeskError::NotText { path: path.to_owned() };
    let bytes = read(path)?;
    let small = u64::try_from(bytes.len()).is_ok_and(|length| length <= MAX_BYTES);
    if small { String::from_utf8(bytes).map_err(|_| not_text()) } else { Err(not_text()) }
}

/// Writes a file that must not be there yet; `secret` makes it readable for this user alone.
///
/// # Errors
/// When it is there, or cannot be written; then nothing is left of it.
pub fn write_new(path: &Path, bytes: &[u8], secret: bool) -> Result<(), DeskError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if secret {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = secret;
    let mut file = options.open(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => DeskError::Exists { path: path.to_owned() },
        _ => failed(path)(error),
    })?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a file would keep the next try from writing a whole one.
        let _ = fs::remove_file(path);
    }
    written.map_err(failed(path))
}

/// Writes a file of the desk's own in the place of the former one, for this user alone.
///
/// # Errors
/// When it cannot be written; the former one is there then.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), DeskError> {
    own_file::put(path, Readers::Own, |to| to.write_all(bytes)).map_err(failed(path))
}
