//! Opens the files that a person names: regular files only.
//!
//! A named pipe would keep the program waiting without end, `/dev/zero` never ends, and a device may do something when it
//! is opened. Also here: whether a write failed for want of room ([`is_full`]). Not here: what is in a file, and writing.

use std::error::Error;
use std::fs::{File, FileType, OpenOptions};
use std::io::{self, Read as _};
use std::path::Path;

/// What was named instead of a regular file. It is the inner error of the [`io::Error`] that [`open`] gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotRegular {
    /// A directory.
    Folder,
    /// A named pipe, or the pipe of a shell's `<(…)`.
    Pipe,
    /// A Unix socket.
    Socket,
    /// A character or block device.
    Device,
}

impl NotRegular {
    fn of(kind: FileType) -> Option<Self> {
        if kind.is_file() {
            return None;
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::FileTypeExt as _;
            if kind.is_fifo() {
                return Some(Self::Pipe);
            }
            if kind.is_socket() {
                return Some(Self::Socket);
            }
        }
        Some(if kind.is_dir() { Self::Folder } else { Self::Device })
    }
}

impl std::fmt::Display for NotRegular {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Folder => "it is a folder, not a file",
            Self::Pipe => "it is a pipe, not a file; save what it gives in a file first",
            Self::Socket => "it is a socket, not a file",
            Self::Device => "it is a device, not a file",
        })
    }
}

impl Error for NotRegular {}

impl From<NotRegular> for io::Error {
    fn from(found: NotRegular) -> Self {
        let kind = match found {
            NotRegular::Folder => io::ErrorKind::IsADirectory,
            _ => io::ErrorKind::InvalidInput,
        };
        Self::new(kind, found)
    }
}

/// Opens a regular file for reading; links are followed. Never waits for another program.
///
/// # Errors
/// When it cannot be opened, or is no regular file ([`NotRegular`]).
pub fn open(path: &Path) -> io::Result<File> {
    // Asked before, because opening a device may do something.
    check(path.metadata()?.file_type())?;
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        // A pipe that took the file's place meanwhile does not keep us waiting. For a regular file it means nothing.
        options
            .custom_flags((rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY).bits().cast_signed());
    }
    let file = options.open(path)?;
    check(file.metadata()?.file_type())?;
    Ok(file)
}

/// The bytes of a regular file; `None` if there are more than `most`.
///
/// # Errors
/// When it cannot be opened or read, or is no regular file.
pub fn read(path: &Path, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}

/// Whether a write failed because there is no room: the disk or this user's share of it is full, or the file may not
/// become longer. The error itself, what it wraps and its causes are looked at.
#[must_use]
pub fn is_full(error: &(dyn Error + 'static)) -> bool {
    std::iter::successors(Some(error), |error| (*error).source())
        .filter_map(|error| error.downcast_ref::<io::Error>())
        .any(|error| {
            let inner = error.get_ref().map(|inner| inner as &(dyn Error + 'static));
            matches!(
                error.kind(),
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge
            ) || inner.is_some_and(is_full)
        })
}

fn check(kind: FileType) -> io::Result<()> {
    NotRegular::of(kind).map_or(Ok(()), |found| Err(found.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &Path) -> Option<NotRegular> {
        let error = open(path).unwrap_err();
        error.get_ref().and_then(|inner| inner.downcast_ref::<NotRegular>()).copied()
    }

    #[test]
    fn a_file_and_a_link_to_it_are_read_up_to_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        std::fs::write(&path, "0123456789").unwrap();
        assert_eq!(read(&path, 10).unwrap().unwrap(), b"0123456789");
        assert_eq!(read(&path, 9).unwrap(), None);
        assert_eq!(open(&folder.path().join("none")).unwrap_err().kind(), io::ErrorKind::NotFound);
        #[cfg(unix)]
        {
            let link = folder.path().join("link");
            std::os::unix::fs::symlink(&path, &link).unwrap();
            assert_eq!(read(&link, 10).unwrap().unwrap().len(), 10);
        }
    }

    #[derive(Debug)]
    struct Outer(io::Error);

    impl std::fmt::Display for Outer {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("the list could not be written")
        }
    }

    impl Error for Outer {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(&self.0)
        }
    }

    #[test]
    fn a_full_disk_is_seen_through_all_that_wraps_it() {
        use io::ErrorKind as Kind;
        for kind in [Kind::StorageFull, Kind::QuotaExceeded, Kind::FileTooLarge] {
            assert!(is_full(&io::Error::from(kind)), "{kind:?}");
            assert!(is_full(&Outer(io::Error::from(kind))), "{kind:?}");
            assert!(is_full(&io::Error::other(Outer(io::Error::from(kind)))), "{kind:?}");
        }
        for kind in [Kind::PermissionDenied, Kind::NotFound, Kind::ReadOnlyFilesystem, Kind::WriteZero] {
            assert!(!is_full(&Outer(io::Error::from(kind))), "{kind:?}");
        }
        assert!(!is_full(&NotRegular::Folder));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_the_system_says_of_a_full_device_is_taken_for_that() {
        use std::io::Write as _;
        let mut full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        assert!(is_full(&full.write_all(b"x").unwrap_err()));
    }

    #[test]
    fn a_folder_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(found(folder.path()), Some(NotRegular::Folder));
    }

    #[cfg(unix)]
    #[test]
    fn pipes_sockets_and_devices_are_refused_without_waiting() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        mknodat(CWD, &pipe, FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
        assert_eq!(found(&pipe), Some(NotRegular::Pipe));
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&pipe, &link).unwrap();
        assert_eq!(found(&link), Some(NotRegular::Pipe), "a link does not hide it");
        let socket = folder.path().join("socket");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert_eq!(found(&socket), Some(NotRegular::Socket));
        for device in ["/dev/zero", "/dev/null"] {
            assert_eq!(found(Path::new(device)), Some(NotRegular::Device), "{device}");
        }
        let said = open(&pipe).unwrap_err().to_string();
        assert_eq!(said, "it is a pipe, not a file; save what it gives in a file first");
    }
}
