//! A file that somebody takes along: for this user alone, whole or not at all, and not read beyond its limit.

use std::io::{self, Write as _};
use std::path::Path;

/// The longest export of a household that is read.
pub const MAX_EXPORT: u64 = 64 << 20;

/// Puts these bytes there. A former file of this name is replaced only by the whole new one.
///
/// # Errors
/// When the folder or the disk says no; a former file of this name is still there then.
pub fn save(bytes: &[u8], path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // A temporary file is for its user alone.
    let mut part = tempfile::Builder::new().prefix(".selfcheck-").suffix(".part").tempfile_in(folder)?;
    part.write_all(bytes)?;
    part.as_file().sync_all()?;
    part.persist(path).map_err(|error| error.error)?;
    Ok(())
}

pub use files::read;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_whole_for_its_user_alone_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.html");
        save(b"one", &path).unwrap();
        save(b"two", &path).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "two");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert!(save(b"three", &folder.path().join("no/such/folder.html")).is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing half written is left");
    }

    #[test]
    fn a_file_beyond_its_limit_is_not_taken() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export");
        save(&[7; 10], &path).unwrap();
        assert_eq!(read(&path, 10).unwrap(), Some(vec![7; 10]));
        assert_eq!(read(&path, 9).unwrap(), None);
        assert!(read(&folder.path().join("none"), 9).is_err());
    }
}
