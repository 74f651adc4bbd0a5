//! Why a list could not be built.

use std::io;
use std::path::PathBuf;

use super::Foreign;
use crate::disk::WriteError;

/// What is wrong with a line. The line itself may be a password and is never in an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum LineFault {
    /// 32 hexadecimal digits: an NTLM hash, which is another kind of list.
    Ntlm,
    /// Not 40 hexadecimal digits, and a colon and a count if there is one.
    NotAHash,
    /// In a range file: not 35 hexadecimal digits, a colon and a count.
    NotASuffix,
    /// 56, 64, 96 or 128 hexadecimal digits: SHA-256 or another long hash.
    OtherHash,
    /// A hash, and then something else than a colon and a count.
    BrokenHash,
    /// A hash whose count has thousands separators.
    Separators,
    /// Columns of a table, separated by a comma, a semicolon or a tab.
    Columns,
    /// Longer than any password or hash.
    TooLong,
    /// A zero byte: no text.
    ZeroByte,
    /// With plain passwords: nearly all lines of the file are hashes.
    Hashes,
    /// With plain passwords: nearly all lines of the file are a user name, a separator and a password.
    Pairs,
    /// With plain passwords: nearly all lines of the file have a count before or after the password.
    Counted,
    /// With plain passwords: no letter of the file that is not ASCII is UTF-8, so it is in another encoding.
    OtherEncoding,
}

/// Why a list could not be built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// A file or folder cannot be read or written.
    #[error("{path}: {source}")]
    Io {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A line is not what it should be.
    #[error("{path}, line {line}")]
    Line {
        /// In which file.
        path: PathBuf,
        /// Which line, from 1.
        line: u64,
        /// What is wrong with it.
        fault: LineFault,
    },
    /// A file is no text, or one in another encoding.
    #[error("{path} is {what}")]
    Foreign {
        /// Which file.
        path: PathBuf,
        /// What it is.
        what: Foreign,
    },
    /// A folder holds no range files.
    #[error("{path} holds no files named by five hexadecimal digits")]
    NoRanges {
        /// Which folder.
        path: PathBuf,
    },
    /// A folder holds the same range under two names, so that its counts would add up.
    #[error("{path} is there twice, as ABCDE and ABCDE.txt or in either case")]
    RangeTwice {
        /// The second one.
        path: PathBuf,
    },
    /// There is no line at all.
    #[error("there is not one line")]
    Empty,
    /// The list could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// It was stopped.
    #[error("stopped")]
    Cancelled,
}
