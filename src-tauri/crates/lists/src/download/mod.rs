//! Fetches every range of a service or mirror and makes a list file of them; later asks only for what changed.
//!
//! What is complete stands in a journal beside the file ([`journal`]), so that a download that was stopped, or
//! killed at any moment, goes on where it was. Tags of the answers stay beside the finished file ([`tags`]).
//! Nothing stands at the file's place before all is there. A range that cannot be had is named, never left out.

mod error;
mod fetch;
mod journal;
mod merge;
mod tags;

use std::fs;
use std::path::{Path, PathBuf};

use password::Prefix;
use tokio_util::sync::CancellationToken;

pub use error::DownloadError;

use crate::RangeClient;
use crate::build::folder_of;
use crate::disk::{DiskList, Facts};
use fetch::Fetch;
use journal::Journal;
use tags::Tags;

/// What is fetched, and how.
#[derive(Debug, Clone)]
pub struct DownloadOptions {
    /// Requests at the same time, at most; fewer while the service has trouble.
    pub jobs: usize,
    /// A folder that gets every range as it came, `ABCDE`.
    pub keep_ranges: Option<PathBuf>,
    /// As in [`crate::build::BuildOptions`].
    pub false_positive_exponent: u32,
    /// The day, for the file's header.
    pub as_of: String,
    /// Ranges from 0 on; all 1,048,576 but in tests.
    pub ranges: u32,
}

impl DownloadOptions {
    /// All ranges, at the usual rate, as of `day`.
    #[must_use]
    pub fn all(day: String) -> Self {
        Self { jobs: 64, keep_ranges: None, false_positive_exponent: 30, as_of: day, ranges: Prefix::COUNT }
    }
}

/// How far a download has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DownloadProgress {
    /// Ranges are being fetched.
    Fetching {
        /// Complete, those of an earlier run too.
        done: u32,
        /// Of so many.
        total: u32,
        /// Complete before this run.
        before: u32,
        /// Not to be had so far; they are tried again at the end.
        failed: u32,
        /// Requests that may be under way at the same time just now.
        at_once: usize,
        /// About so many bytes the finished list will have, as far as can be said now.
        list_bytes: u64,
    },
    /// The file is being written: ranges, of how many.
    Writing {
        /// So many.
        done: u32,
        /// Of so many.
        total: u32,
    },
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Downloaded {
    /// What the new file's header says.
    pub facts: Facts,
    /// Ranges whose text came over the network, in this and in earlier runs.
    pub fetched: u32,
    /// Ranges that had not changed.
    pub unchanged: u32,
}

/// Fetches all ranges into a list file at `out`. What was there stays until the new file is whole.
///
/// # Errors
/// [`DownloadError::Missing`] names the ranges that could not be had; what is complete is kept for the next run.
pub async fn download(
    client: &RangeClient,
    out: &Path,
    options: &DownloadOptions,
    progress: impl FnMut(DownloadProgress),
    cancel: &CancellationToken,
) -> Result<Downloaded, DownloadError> {
    run(client, out, None, options, progress, cancel).await
}

/// Asks again for what changed since `file` was downloaded, and puts a new file in its place; whoever has the old
/// one open goes on reading it. Without tags of that download everything is fetched.
///
/// # Errors
/// As [`download`]; and [`DownloadError::Outgrown`] when there are more hashes than the file has room for.
pub async fn update(
    client: &RangeClient,
    file: &Path,
    options: &DownloadOptions,
    progress: impl FnMut(DownloadProgress),
    cancel: &CancellationToken,
) -> Result<Downloaded, DownloadError> {
    let list = DiskList::open(file)?;
    // An update that was killed after its list stood at its place has nothing more to do.
    Journal::drop_finished(&journal_path(file), list.identity()?)?;
    let tags = Tags::of(file, &list)?.filter(|tags| tags.address == client.url().as_str());
    run(client, file, tags.map(|tags| (list, tags)), options, progress, cancel).await
}

/// The address from which a list file was downloaded, if its tags are still beside it.
///
/// # Errors
/// When the file cannot be read.
pub fn address_of(file: &Path) -> Result<Option<String>, DownloadError> {
    let list = DiskList::open(file)?;
    Ok(Tags::of(file, &list)?.map(|tags| tags.address))
}

/// Throws away what a stopped download left.
///
/// # Errors
/// When it cannot be removed.
pub fn forget(out: &Path) -> Result<(), DownloadError> {
    let path = journal_path(out);
    match fs::remove_file(&path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(DownloadError::Io { path, source })
        }
        _ => Ok(()),
    }
}

/// Whether a download of `out` was begun and not finished.
#[must_use]
pub fn is_begun(out: &Path) -> bool {
    journal_path(out).exists()
}

fn journal_path(out: &Path) -> PathBuf {
    let mut name = out.file_name().unwrap_or_default().to_owned();
    name.push(".download");
    folder_of(out).join(name)
}

async fn run(
    client: &RangeClient,
    out: &Path,
    old: Option<(DiskList, Tags)>,
    options: &DownloadOptions,
    mut progress: impl FnMut(DownloadProgress),
    cancel: &CancellationToken,
) -> Result<Downloaded, DownloadError> {
    let (list, tags) = old.unzip();
    let base = tags.as_ref().map_or(0, |tags| tags.list);
    let opening = journal::Opening { address: client.url().as_str(), ranges: options.ranges, base };
    let mut journal = Journal::open(journal_path(out), &opening)?;
    if let Some(folder) = &options.keep_ranges {
        fs::create_dir_all(folder).map_err(|source| DownloadError::Io { path: folder.clone(), source })?;
    }
    let old_bytes = list.as_ref().map_or(0, |list| list.facts().file_bytes());
    let fetch = Fetch { client, tags: tags.as_ref(), options, old_bytes };
    let outcome = fetch.all(&mut journal, &mut progress, cancel).await;
    journal.sync()?;
    outcome?;
    let done = merge::write(&journal, list.as_ref(), out, client.url(), options, &mut progress, cancel)?;
    journal.remove()?;
    Ok(done)
}
