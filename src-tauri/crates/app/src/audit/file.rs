//! The file of an export: opened, read once, never copied.

use std::io;
use std::ops::ControlFlow;
use std::path::Path;

use ::audit::read::{self, Export, Options, Progress, ReadError};
use jiff::civil::Date;

/// Why an export could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AuditFileError {
    /// It cannot be opened, or is no regular file.
    #[error("{0}")]
    Open(#[source] io::Error),
    /// It is no export that can be read.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// Reads an export. `progress` hears how far of how many bytes it is, and says whether to go on.
///
/// # Errors
/// When the file cannot be opened, or is no export.
pub fn read_export(
    path: &Path,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress, u64) -> ControlFlow<()>,
) -> Result<Export, AuditFileError> {
    let file = files::open(path).map_err(AuditFileError::Open)?;
    let bytes = file.metadata().map_err(AuditFileError::Open)?.len();
    Ok(read::read(file, options, &mut |so_far| progress(so_far, bytes))?)
}

/// The day on which passwords are held against breaches.
#[must_use]
pub fn today() -> Date {
    jiff::ZonedDateTime::now().date()
}
