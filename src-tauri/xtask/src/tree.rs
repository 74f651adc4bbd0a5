//! Which rooms this checkout has. A room that is not there yet is said aloud, never passed over in
//! silence; a room that is there only in part is a failure.

use std::fs;
use std::path::{Path, PathBuf};

use crate::tools::Failure;

/// The checkout and the rooms that may be missing from it.
pub(crate) struct Tree {
    root: PathBuf,
}

/// A room that may not be there yet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    /// The front: screens in Svelte.
    Front,
    /// The window's shell, package `selfcheck-desktop`.
    Window,
    /// The tests of the real window, package `acceptance`.
    Acceptance,
}

impl Room {
    /// The file whose presence means that the room is there.
    pub(crate) fn mark(self) -> &'static str {
        match self {
            Self::Front => "ui/package.json",
            Self::Window => "src-tauri/Cargo.toml",
            Self::Acceptance => "tests/Cargo.toml",
        }
    }

    /// The folder that has files only when the room is there.
    fn inside(self) -> &'static str {
        match self {
            Self::Front => "ui/src",
            Self::Window => "src-tauri/src",
            Self::Acceptance => "tests/tests",
        }
    }
}

impl Tree {
    /// The checkout this program was built from.
    pub(crate) fn find() -> Result<Self, Failure> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.ancestors().nth(2).unwrap_or(here).to_path_buf();
        if root.join("Cargo.lock").is_file() {
            Ok(Self { root })
        } else {
            Err(Failure::new(
                format!("{} is not the project's root any more", root.display()),
                "run `cargo xtask` inside the checkout; if it was moved, run `cargo clean -p xtask` first",
            ))
        }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn front(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// Whether the room is there. Half a room (files inside, but not the one that makes it a
    /// package) is a failure, so that a lost or renamed manifest does not switch its tests off.
    pub(crate) fn has(&self, room: Room) -> Result<bool, Failure> {
        if self.root.join(room.mark()).is_file() {
            return Ok(true);
        }
        let inside = self.root.join(room.inside());
        let has_files = fs::read_dir(&inside).is_ok_and(|mut entries| entries.next().is_some());
        if has_files {
            return Err(Failure::new(
                format!("{} has files, but {} is missing", room.inside(), room.mark()),
                "bring the file back: without it these tests would be left out in silence",
            ));
        }
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_room_is_a_failure_and_an_absent_one_is_not() {
        let root = std::env::temp_dir().join(format!("xtask-tree-{}", std::process::id()));
        let tree = Tree { root: root.clone() };
        assert!(!tree.has(Room::Front).unwrap());
        fs::create_dir_all(root.join("ui/src")).unwrap();
        assert!(!tree.has(Room::Front).unwrap());
        fs::write(root.join("ui/src/main.ts"), "").unwrap();
        assert!(tree.has(Room::Front).is_err());
        fs::write(root.join("ui/package.json"), "{}").unwrap();
        assert!(tree.has(Room::Front).unwrap());
        fs::remove_dir_all(root).unwrap();
    }
}
