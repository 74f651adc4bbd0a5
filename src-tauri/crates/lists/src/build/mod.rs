//! Builds a list file from other people's texts: read, sorted in bounded memory, merged, written aside, renamed.
//!
//! The result does not depend on the order of the input: counts of equal hashes add up, and entries stand in order.

mod content;
mod error;
mod input;
mod place;
mod plain;
mod sort;

use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

pub use content::Foreign;
pub use error::{BuildError, LineFault};
pub use input::Notes;
pub use plain::Sample;

use crate::disk::{CountClass, Facts, Parameters, Writer};
pub(crate) use input::Inputs;
pub(crate) use place::{aside, folder_aside, folder_of, stand_at, swap_in};
use sort::Sorter;

/// What a list is built with.
#[derive(Debug, Clone)]
pub struct BuildOptions {
    /// Bytes of memory for sorting; a few more are used for buffers.
    pub memory: u64,
    /// A hash that is not on the list reads as found with a probability of at most 2 to the minus this.
    pub false_positive_exponent: u32,
    /// Each line is a password, not a hash.
    pub plain: bool,
    /// Where it comes from, for people.
    pub source: String,
    /// As of when.
    pub as_of: String,
}

/// How far a build has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Bytes of the inputs that were read, of how many.
    Reading {
        /// So many.
        done: u64,
        /// Of so many; compressed files count as they are on the disk.
        total: u64,
    },
    /// Hashes that were written, of how many.
    Writing {
        /// So many.
        done: u64,
        /// Of so many.
        total: u64,
    },
}

/// How often progress is told: every so many lines or hashes.
const STEP: u64 = 1 << 16;

/// Builds `out` from `inputs`: files (`.gz` and `.zst` too) and folders of range files. `progress` says whether
/// to go on. `out` appears whole or not at all; what stood there before stays until then.
///
/// # Errors
/// The first line that is not what it should be, or what the disk said.
pub fn build(
    inputs: &[impl AsRef<Path>],
    out: &Path,
    options: &BuildOptions,
    progress: impl FnMut(Progress) -> bool,
) -> Result<Facts, BuildError> {
    build_noting(inputs, out, options, progress).map(|(facts, _)| facts)
}

/// As [`build`], with what is to be said about the inputs.
///
/// # Errors
/// As [`build`].
pub fn build_noting(
    inputs: &[impl AsRef<Path>],
    out: &Path,
    options: &BuildOptions,
    mut progress: impl FnMut(Progress) -> bool,
) -> Result<(Facts, Notes), BuildError> {
    check_place(out)?;
    let folder = folder_of(out);
    let at = |path: &Path| {
        let path = path.to_owned();
        move |source| BuildError::Io { path, source }
    };
    let mut taken = Sorter::new(options.memory, folder);
    let mut inputs = Inputs::open(inputs, options.plain)?;
    let (mut lines, mut counts) = (0_u64, false);
    while let Some((key, count)) = inputs.next_record()? {
        counts |= count > 0;
        taken.push(key, count).map_err(at(folder))?;
        lines += 1;
        if lines.is_multiple_of(STEP)
            && !progress(Progress::Reading { done: inputs.read(), total: inputs.total() })
        {
            return Err(BuildError::Cancelled);
        }
    }
    let ranges = inputs.ranges();
    let notes = inputs.notes();
    let mut sorted = taken.finish().map_err(at(folder))?;
    let entries = sorted.count_distinct().map_err(at(folder))?;
    if entries == 0 {
        return Err(BuildError::Empty);
    }
    let parameters = Parameters {
        entries,
        false_positive_exponent: options.false_positive_exponent,
        source: options.source.clone(),
        as_of: options.as_of.clone(),
        ranges,
        counts,
    };
    let part = aside(folder).map_err(at(folder))?;
    let mut writer = Writer::new(parameters, || OpenOptions::new().read(true).write(true).open(part.path()))?;
    let mut written = 0_u64;
    sorted.start_over().map_err(at(folder))?;
    while let Some((key, count)) = sorted.next_distinct().map_err(at(folder))? {
        writer.push(key, CountClass::of(count))?;
        written += 1;
        if written.is_multiple_of(STEP) && !progress(Progress::Writing { done: written, total: entries }) {
            return Err(BuildError::Cancelled);
        }
    }
    let facts = writer.finish()?;
    stand_at(part, out).map_err(at(out))?;
    Ok((facts, notes))
}

/// When the newest of the inputs was changed; of a folder its range files count. `None` if the system does not say.
#[must_use]
pub fn newest(inputs: &[impl AsRef<Path>]) -> Option<SystemTime> {
    inputs.iter().filter_map(|input| input::newest(input.as_ref())).max()
}

/// A place where nothing can be written in the end is said at once, not after hours.
fn check_place(out: &Path) -> Result<(), BuildError> {
    let io = |path: &Path, kind: io::ErrorKind| BuildError::Io { path: path.to_owned(), source: kind.into() };
    if out.is_dir() {
        return Err(io(out, io::ErrorKind::IsADirectory));
    }
    let folder = folder_of(out);
    match folder.metadata() {
        Ok(facts) if facts.is_dir() => Ok(()),
        Ok(_) => Err(io(folder, io::ErrorKind::NotADirectory)),
        Err(source) => Err(BuildError::Io { path: PathBuf::from(folder), source }),
    }
}
