//! Why a download could not be finished.

use std::io;
use std::path::PathBuf;

use password::Prefix;

use crate::Reason;
use crate::disk::{DiskError, WriteError};

/// Why a download could not be finished. What is complete is kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DownloadError {
    /// A file or folder cannot be read or written.
    #[error("{path}: {source}")]
    Io {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The list to be updated cannot be read.
    #[error(transparent)]
    List(#[from] DiskError),
    /// The list could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// These ranges could not be had.
    #[error("{} ranges could not be had", ranges.len())]
    Missing {
        /// Which, and why, in ascending order.
        ranges: Vec<(Prefix, Reason)>,
    },
    /// A download of another address, or of another state of the file, was begun here.
    #[error("{path} belongs to another download")]
    OtherJournal {
        /// Its journal.
        path: PathBuf,
    },
    /// Another run is at work on the same file.
    #[error("{path} is in use")]
    InUse {
        /// Its journal.
        path: PathBuf,
    },
    /// The disk is too small.
    #[error("about {needed} bytes are needed and {free} are free")]
    NoRoom {
        /// About so many bytes.
        needed: u64,
        /// There are so many.
        free: u64,
    },
    /// An update would have more hashes than the file has room for at its rate of wrong hits.
    #[error("{entries} hashes are more than this file was made for")]
    Outgrown {
        /// So many there would be.
        entries: u64,
    },
    /// It was stopped.
    #[error("stopped")]
    Cancelled,
}
