//! The tags (`ETag`) of a finished download, in a file beside the list, so that an update asks only for changes.
//!
//! The file's name carries the identity of the list it belongs to, so that after a kill between the two renames
//! the list that stands there still has its own tags.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::build::{aside, folder_of, stand_at};
use crate::disk::DiskList;

use super::DownloadError;

/// Largest file that is read: 1,048,576 tags of 200 bytes.
const MAX: u64 = 1 << 28;

/// What was said of each range, by its number.
pub(super) struct Tags {
    /// The identity of the list.
    pub(super) list: u32,
    /// Where it came from.
    pub(super) address: String,
    by_range: Vec<Option<String>>,
}

impl Tags {
    pub(super) fn new(address: &str) -> Self {
        Self { list: 0, address: address.to_owned(), by_range: Vec::new() }
    }

    pub(super) fn push(&mut self, tag: Option<String>) {
        self.by_range.push(tag);
    }

    pub(super) fn get(&self, range: u32) -> Option<&str> {
        self.by_range.get(range as usize)?.as_deref()
    }

    fn path(file: &Path, list: u32) -> PathBuf {
        let mut name = file.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{list:08x}.tags"));
        folder_of(file).join(name)
    }

    /// The tags of this list, if they are there.
    pub(super) fn of(file: &Path, list: &DiskList) -> Result<Option<Self>, DownloadError> {
        let list = list.identity()?;
        let path = Self::path(file, list);
        let long = fs::metadata(&path).is_ok_and(|facts| facts.len() > MAX);
        let text = match fs::read_to_string(&path) {
            Ok(text) if !long => text,
            Err(source) if source.kind() != io::ErrorKind::NotFound => {
                return Err(DownloadError::Io { path, source });
            }
            _ => return Ok(None),
        };
        let mut lines = text.lines();
        let address = lines.next().unwrap_or_default().to_owned();
        let by_range = lines.map(|tag| (!tag.is_empty()).then(|| tag.to_owned())).collect();
        Ok(Some(Self { list, address, by_range }))
    }

    /// Writes them for the list with this identity.
    pub(super) fn write(&self, file: &Path, list: u32) -> Result<(), DownloadError> {
        let path = Self::path(file, list);
        let written = aside(folder_of(file)).and_then(|mut part| {
            let mut text = io::BufWriter::new(part.as_file_mut());
            writeln!(text, "{}", self.address)?;
            for tag in &self.by_range {
                writeln!(text, "{}", tag.as_deref().unwrap_or_default())?;
            }
            text.flush()?;
            drop(text);
            part.as_file().sync_all()?;
            stand_at(part, &path)
        });
        written.map_err(|source| DownloadError::Io { path, source })
    }

    /// Removes those of lists that stood here before, or never came to stand here.
    pub(super) fn keep_only(file: &Path, list: u32) {
        let own = Self::path(file, list);
        let stem = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for entry in fs::read_dir(folder_of(file)).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let identity = name
                .strip_prefix(&stem)
                .and_then(|rest| rest.strip_prefix('.')?.strip_suffix(".tags"))
                .filter(|identity| identity.len() == 8 && identity.bytes().all(|b| b.is_ascii_hexdigit()));
            if identity.is_some() && Some(entry.file_name().as_os_str()) != own.file_name() {
                // Left over, it is only a small file that belongs to nothing.
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}
