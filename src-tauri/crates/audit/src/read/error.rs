//! Why an export could not be read.

use std::io;

use super::{Form, Source};

/// What opening a protected file would cost too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cost {
    /// Memory.
    Memory,
    /// Time.
    Time,
}

/// Why an export could not be read. Names places, never contents.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The input could not be read.
    #[error("at byte {offset}: {source}")]
    Io {
        /// Bytes that were read before.
        offset: u64,
        /// What the system said.
        source: io::Error,
    },
    /// The caller wanted no more.
    #[error("stopped")]
    Cancelled,
    /// There is nothing in it.
    #[error("there is nothing in it")]
    Empty,
    /// It is an export of a known kind, and there is no entry in it.
    #[error("there is no login in it")]
    NoLogins,
    /// It, or what is packed in it, is longer than may be.
    #[error("longer than {limit} bytes")]
    TooLong {
        /// How many bytes there may be.
        limit: u64,
    },
    /// It has more entries than may be.
    #[error("more than {limit} entries, at line {line}")]
    TooManyEntries {
        /// How many there may be.
        limit: u64,
        /// Where the first too many is.
        line: u64,
    },
    /// It is no text and no file of a known kind.
    #[error("no text: a zero byte at byte {offset}")]
    NotText {
        /// Where the first byte is that no text has, from 0, in the text as UTF-8.
        offset: u64,
    },
    /// Its first line is longer than a header may be.
    #[error("the first line is longer than {limit} bytes")]
    HeaderTooLong {
        /// How many bytes it may have.
        limit: usize,
    },
    /// Its header has more columns than may be.
    #[error("more than {limit} columns")]
    TooManyColumns {
        /// How many there may be.
        limit: usize,
    },
    /// A quote in its header is never closed.
    #[error("a quote in the first line is never closed")]
    UnclosedHeader,
    /// A table, but of no known kind.
    #[error("a table of {columns} columns of no known kind")]
    UnknownColumns {
        /// How many columns it has.
        columns: usize,
        /// Their names, if the first row surely holds names. A row of a file without a header holds passwords,
        /// and those must not get into a message.
        header: Option<Vec<String>>,
    },
    /// Several columns may hold the password, and looking at one would leave the others unchecked.
    #[error("columns {} may all hold passwords", .passwords.iter().map(usize::to_string).collect::<Vec<_>>().join(", "))]
    SeveralPasswordColumns {
        /// The names of all columns.
        header: Vec<String>,
        /// The numbers of those that may hold passwords, from 1.
        passwords: Vec<usize>,
    },
    /// Several columns have the name that was asked for.
    #[error("several columns are named {wanted}")]
    AmbiguousColumn {
        /// The name that was asked for.
        wanted: String,
    },
    /// A column of passwords was also chosen for something that is shown.
    #[error("column {column} holds passwords and would be shown")]
    PasswordShown {
        /// Its number, from 1.
        column: usize,
    },
    /// Each row names its own fields (label, value, label, value), so no column holds the passwords.
    #[error("a table whose rows name their own fields")]
    LabelledValues,
    /// The wanted column is not there.
    #[error("no column {wanted}")]
    NoSuchColumn {
        /// The name or number that was asked for.
        wanted: String,
    },
    /// So many rows have a quote that is never closed that reading them would take too long.
    #[error("{rows} rows with a quote that is missing or too many, the last at line {line}")]
    TooDamaged {
        /// How many.
        rows: u32,
        /// Where the last is.
        line: u64,
    },
    /// JSON, and broken.
    #[error("broken JSON at line {line}, column {column}")]
    Json {
        /// On which line, from 1.
        line: usize,
        /// At which column.
        column: usize,
    },
    /// Sound JSON, but no export of a known kind.
    #[error("JSON of no known kind")]
    UnknownJson,
    /// A file of a kind that is not read.
    #[error("{form}")]
    Form {
        /// Of which kind.
        form: Form,
    },
    /// A zip file without an export in it.
    #[error("a zip file without export.data")]
    NoExportInZip,
    /// Locked with the account's own key, which only the vendor's app has.
    #[error("locked to the {} account", .format.name())]
    LockedToAccount {
        /// Whose format it is.
        format: Source,
    },
    /// It is protected, and no password was given.
    #[error("protected by a password")]
    NeedsPassword {
        /// Whose format it is.
        format: Source,
    },
    /// The password does not open it. A database may also need a key file, which looks the same.
    #[error("the password does not open it")]
    WrongPassword {
        /// Whose format it is.
        format: Source,
    },
    /// Opening it would take more than may be.
    #[error("opening it would take too much {what:?}")]
    TooCostly {
        /// Of what.
        what: Cost,
    },
    /// It is of a version that cannot be read.
    #[error("a version of {} files that cannot be read", .format.name())]
    Version {
        /// Whose format it is.
        format: Source,
    },
    /// It is cut off or altered.
    #[error("a damaged file of {}", .format.name())]
    Damaged {
        /// Whose format it is.
        format: Source,
    },
}

impl ReadError {
    /// A stable name for it, to look up a text by.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io { .. } => "io",
            Self::Cancelled => "cancelled",
            Self::Empty => "empty",
            Self::NoLogins => "no-logins",
            Self::TooLong { .. } => "too-long",
            Self::TooManyEntries { .. } => "too-many-entries",
            Self::NotText { .. } => "not-text",
            Self::HeaderTooLong { .. } => "header-too-long",
            Self::TooManyColumns { .. } => "too-many-columns",
            Self::UnclosedHeader => "unclosed-header",
            Self::UnknownColumns { .. } => "unknown-columns",
            Self::SeveralPasswordColumns { .. } => "several-password-columns",
            Self::AmbiguousColumn { .. } => "ambiguous-column",
            Self::PasswordShown { .. } => "password-shown",
            Self::LabelledValues => "labelled-values",
            Self::NoSuchColumn { .. } => "no-such-column",
            Self::TooDamaged { .. } => "too-damaged",
            Self::Json { .. } => "json",
            Self::UnknownJson => "unknown-json",
            Self::Form { form } => form.code(),
            Self::NoExportInZip => "no-export-in-zip",
            Self::LockedToAccount { .. } => "locked-to-account",
            Self::NeedsPassword { .. } => "needs-password",
            Self::WrongPassword { .. } => "wrong-password",
            Self::TooCostly { .. } => "too-costly",
            Self::Version { .. } => "version",
            Self::Damaged { .. } => "damaged",
        }
    }
}
