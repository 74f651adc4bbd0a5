//! The one folder in which everything stands that is kept.

use std::io;
use std::path::{Path, PathBuf};

/// The environment variable that moves it.
pub const VARIABLE: &str = "SELFCHECK_DATA_DIR";

/// The folder of what is kept. Both shells use the same one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataDir(PathBuf);

impl DataDir {
    /// The folder that was asked for, else the one that [`VARIABLE`] names, else `selfcheck` in the system's
    /// folder for the data of this user. `None` where the system has none.
    #[must_use]
    pub fn find(asked: Option<PathBuf>) -> Option<Self> {
        let named = || std::env::var_os(VARIABLE).filter(|path| !path.is_empty()).map(PathBuf::from);
        asked.or_else(named).or_else(|| dirs::data_dir().map(|folder| folder.join("selfcheck"))).map(Self)
    }

    /// The folder; it may not be there yet.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Where a file of this name stands or would stand.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Makes the folder, for this user alone. One that is there keeps its rights.
    ///
    /// # Errors
    /// What the system said.
    pub fn create(&self) -> io::Result<()> {
        let mut folder = std::fs::DirBuilder::new();
        folder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
        folder.create(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_that_was_asked_for_comes_first() {
        let folder = DataDir::find(Some(PathBuf::from("kept-here"))).unwrap();
        assert_eq!(folder.file("a"), Path::new("kept-here").join("a"));
    }

    #[cfg(unix)]
    #[test]
    fn a_new_folder_is_for_its_user_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let place = tempfile::tempdir().unwrap();
        let folder = DataDir::find(Some(place.path().join("a/b"))).unwrap();
        folder.create().unwrap();
        folder.create().unwrap();
        assert_eq!(std::fs::metadata(folder.path()).unwrap().permissions().mode() & 0o777, 0o700);
    }
}
