//! Reads an export of saved passwords, whichever of the known kinds it is.
//!
//! What is read is told from the file itself, never from its name.

mod aside;
mod bitwarden;
mod columns;
mod documents;
mod encoding;
mod error;
mod export;
mod fit;
mod form;
mod gathering;
mod input;
mod json;
mod kdbx;
mod kdbx_container;
mod kdbx_document;
mod kdbx_header;
mod kinds;
mod letters;
mod limits;
mod locked;
mod names;
mod not_logins;
mod onepux;
mod placeholders;
mod repair;
mod rows;
mod split;
mod table;
mod taking;
mod values;
mod warning;
mod whole;
mod wiped;
mod zipped;

use std::io::{Read, Seek};
use std::ops::ControlFlow;

use password::Password;

pub use columns::{Column, Columns, ColumnsError};
pub use encoding::Encoding;
pub use error::{Cost, ReadError};
pub use export::{Export, SkipReason, Skipped, Source};
pub use form::Form;
pub use limits::Limits;
pub use warning::{Warning, WarningKind};

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
    /// Whether a locked file is being opened: nothing else moves until that is done.
    pub unlocking: bool,
}

/// Told how far reading has come; says whether to go on.
pub type OnProgress<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;

/// Reads an export. `progress` is told at every 64 KiB or 256 entries, and forty times a second while a locked file
/// is opened, and says whether to go on. Opening cannot be broken off: who does not go on leaves it to a thread that
/// ends by itself. Only a zip file needs `Seek`.
///
/// # Errors
/// When it is no export, or not a whole one. What is wrong with single entries is among the skipped ones instead.
pub fn read<R: Read + Seek>(
    from: R,
    options: &Options<'_>,
    progress: OnProgress<'_>,
) -> Result<Export, ReadError> {
    let export = read_any(from, options, progress)?;
    if export.logins.is_empty() && export.skipped.is_empty() {
        return Err(ReadError::NoLogins);
    }
    Ok(export)
}

fn read_any<R: Read + Seek>(
    from: R,
    options: &Options<'_>,
    progress: OnProgress<'_>,
) -> Result<Export, ReadError> {
    let input = input::Input::open(from, options.limits.file, progress)?;
    if input.head().starts_with(b"PK\x03\x04") || input.head().starts_with(b"PK\x05\x06") {
        return zipped::read(input, options.limits, options.password);
    }
    if let Some(form) = form::of_head(input.head()) {
        return Err(ReadError::Form { form });
    }
    if input.head().starts_with(kdbx_header::MAGIC) {
        return kdbx::read(input, options.limits, options.password);
    }
    if options.columns.is_none() && json::is_json(input.head()) {
        return json::read(letters::Text::new(input), options.limits, options.password);
    }
    if options.columns.is_none() && form::is_labelled(input.head()) {
        return Err(ReadError::Form { form: Form::LabelledText });
    }
    table::read(letters::Text::new(input), options.limits, options.columns.as_ref())
}
