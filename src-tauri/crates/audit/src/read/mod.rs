//! Reads an export of saved passwords, whichever of the known kinds it is.
//!
//! What is read is told from the file itself, never from its name.

mod columns;
mod error;
mod export;
mod input;
mod kinds;
mod letters;
mod limits;
mod rows;
mod table;
mod values;
mod wiped;

use std::io::{Read, Seek};
use std::ops::ControlFlow;

use password::Password;

pub use columns::{Column, Columns, ColumnsError};
pub use error::{Cost, ReadError};
pub use export::{Encoding, Export, SkipReason, Skipped, Source};
pub use limits::Limits;

/// How an export is to be read.
#[derive(Default)]
pub struct Options<'a> {
    /// What is too much.
    pub limits: Limits,
    /// Which column is what, for a table of no known kind. Given, a table is read by it and by nothing else.
    pub columns: Option<Columns>,
    /// The password that opens the file itself (`.kdbx`, protected JSON).
    pub password: Option<&'a Password>,
}

/// How far reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Bytes of the input that were taken.
    pub bytes: u64,
    /// Log-ins that were read.
    pub logins: u64,
    /// Entries that were skipped.
    pub skipped: u64,
}

/// Told how far reading has come; says whether to go on.
pub type OnProgress<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;

/// Reads an export. `progress` is told at every 64 KiB and says whether to go on.
///
/// # Errors
/// When it is no export, or not a whole one. What is wrong with single entries is among the skipped ones instead.
pub fn read<R: Read + Seek>(
    from: R,
    options: &Options<'_>,
    progress: OnProgress<'_>,
) -> Result<Export, ReadError> {
    let input = input::Input::open(from, options.limits.file, progress)?;
    table::read(letters::Text::new(input), options.limits, options.columns.as_ref())
}
