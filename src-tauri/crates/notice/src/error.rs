//! What can be wrong with the bytes of a notice: facts, with a stable code.

/// Why bytes are not a notice that can be shown. Lines and columns count from 1, in characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoticeError {
    /// More bytes than [`crate::MAX_BYTES`].
    #[error("larger than {max} bytes")]
    TooBig {
        /// The most that is read.
        max: usize,
    },
    /// Not UTF-8.
    #[error("byte {offset} is not UTF-8 text")]
    NotUtf8 {
        /// Bytes before the first that does not fit.
        offset: usize,
    },
    /// A NUL inside.
    #[error("line {line}, column {column}: a NUL character")]
    Nul {
        /// Its line.
        line: u32,
        /// Its column.
        column: u32,
    },
    /// A control, an invisible character, or one that changes the direction of writing, as `FORMAT.md` lists them.
    #[error(
        "line {line}, column {column}: a hidden character: a control, an invisible one, or one that changes the direction of writing"
    )]
    BidiControl {
        /// Its line.
        line: u32,
        /// Its column.
        column: u32,
    },
    /// Lines of a signature that do not fit the container of a signed notice.
    #[error("line {line}: parts of a signature that do not fit together")]
    Container {
        /// The first such line.
        line: u32,
    },
    /// Not TOML.
    #[error(
        "line {line}, column {column}: this is not a notice: its text is not TOML, the format of notices"
    )]
    Syntax {
        /// The line.
        line: u32,
        /// The column.
        column: u32,
    },
    /// A text of several lines that does not end.
    #[error(
        "line {line}, column {column}: the text that begins here has no end: three quotation marks are missing after its last line"
    )]
    Unclosed {
        /// The line on which it begins.
        line: u32,
        /// The column at which it begins.
        column: u32,
    },
    /// A field is missing or has another type or a value that it cannot have.
    #[error("line {line}, column {column}: {what}")]
    WrongType {
        /// The line.
        line: u32,
        /// The column.
        column: u32,
        /// Which field should be what; never a value of the file.
        what: String,
    },
    /// A newer format than this program knows.
    #[error("format {found}; this program reads up to {known}")]
    TooNew {
        /// The format of the file.
        found: u32,
        /// The newest that is known.
        known: u32,
    },
}

impl NoticeError {
    /// The stable code, as `FORMAT.md` lists it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooBig { .. } => "too_big",
            Self::NotUtf8 { .. } => "not_utf8",
            Self::Nul { .. } => "nul",
            Self::BidiControl { .. } => "bidi_control",
            Self::Container { .. } => "container",
            Self::Syntax { .. } | Self::Unclosed { .. } => "syntax",
            Self::WrongType { .. } => "wrong_type",
            Self::TooNew { .. } => "format",
        }
    }

    /// `damaged`, or `too_new` for a format that a newer program reads.
    #[must_use]
    pub fn state(&self) -> &'static str {
        match self {
            Self::TooNew { .. } => "too_new",
            _ => "damaged",
        }
    }

    /// Line and column, where it has a place.
    #[must_use]
    pub fn place(&self) -> Option<(u32, u32)> {
        match *self {
            Self::Nul { line, column }
            | Self::BidiControl { line, column }
            | Self::Syntax { line, column }
            | Self::Unclosed { line, column }
            | Self::WrongType { line, column, .. } => Some((line, column)),
            Self::Container { line } => Some((line, 1)),
            _ => None,
        }
    }
    /// The same error in a part of a file with `lines` lines before it.
    pub(crate) fn below(mut self, lines: u32) -> Self {
        match &mut self {
            Self::Nul { line, .. }
            | Self::BidiControl { line, .. }
            | Self::Container { line }
            | Self::Syntax { line, .. }
            | Self::Unclosed { line, .. }
            | Self::WrongType { line, .. } => *line = line.saturating_add(lines),
            _ => {}
        }
        self
    }
}
