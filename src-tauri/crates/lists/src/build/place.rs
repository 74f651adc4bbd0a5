//! Files and folders that are written aside and then take their place, whole or not at all.
//!
//! What is written aside is locked while its program lives. A killed one leaves it unlocked, and the next one that
//! writes in the same folder removes it.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::Duration;

use tempfile::{NamedTempFile, TempDir};

const PREFIX: &str = ".selfcheck-";
const SUFFIX: &str = ".part";
/// Younger ones may not have been locked yet.
const YOUNG: Duration = Duration::from_secs(5);

/// A file beside the one to be written. A list is no secret: whoever may read the folder's other files may read
/// it too.
pub(crate) fn aside(folder: &Path) -> io::Result<NamedTempFile> {
    sweep(folder);
    let mut part = tempfile::Builder::new();
    part.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    part.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let part = part.tempfile_in(folder)?;
    lock(part.as_file());
    Ok(part)
}

/// A folder beside the one to be written, and what keeps it from being taken for one that was left behind.
pub(crate) fn folder_aside(folder: &Path) -> io::Result<(TempDir, Option<File>)> {
    sweep(folder);
    let part = tempfile::Builder::new().prefix(PREFIX).suffix(SUFFIX).tempdir_in(folder)?;
    let held = File::open(part.path()).ok();
    if let Some(held) = &held {
        lock(held);
    }
    Ok((part, held))
}

/// Gives a finished file its name.
pub(crate) fn stand_at(part: NamedTempFile, out: &Path) -> io::Result<()> {
    part.persist(out).map_err(|error| error.error)?;
    // So that the new name survives a loss of power; a system that cannot sync a folder does it by itself.
    let _ = File::open(folder_of(out)).and_then(|folder| folder.sync_all());
    Ok(())
}

/// Puts a finished folder at its place. One that stood there goes to `former`. Where the system can, both change
/// places in one moment, so that whoever serves the folder always finds one.
pub(crate) fn swap_in(made: &Path, place: &Path, former: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    if place.is_dir() {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, made, CWD, place, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    match fs::rename(place, former) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fs::rename(made, place)
}

/// The folder in which a file stands.
pub(crate) fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Where a file cannot be locked nothing is swept either, so a failure does no harm.
fn lock(file: &File) {
    let _ = file.try_lock();
}

/// Removes what killed programs left. Whatever cannot be removed stays; it is in nobody's way.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        let path = entry.path();
        let Some(file) = ours.then(|| File::open(&path).ok()).flatten() else { continue };
        let old =
            file.metadata().and_then(|facts| facts.modified()).ok().and_then(|time| time.elapsed().ok());
        if old.is_none_or(|age| age < YOUNG) || file.try_lock().is_err() {
            continue;
        }
        let _ = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::time::SystemTime;

    use super::*;

    #[test]
    fn what_a_killed_program_left_is_removed_and_what_a_living_one_writes_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let long_ago = SystemTime::now() - Duration::from_secs(3_600);
        let living = aside(folder.path()).unwrap();
        let (living_folder, _held) = folder_aside(folder.path()).unwrap();
        let left = folder.path().join(".selfcheck-left.part");
        fs::write(&left, "half a list").unwrap();
        let left_folder = folder.path().join(".selfcheck-folder.part");
        fs::create_dir(&left_folder).unwrap();
        fs::write(left_folder.join("range"), "").unwrap();
        let other = folder.path().join("all.list");
        fs::write(&other, "").unwrap();
        for path in [living.path(), living_folder.path(), &left, &left_folder, &other] {
            File::open(path).unwrap().set_modified(long_ago).unwrap();
        }
        let young = folder.path().join(".selfcheck-young.part");
        fs::write(&young, "").unwrap();
        sweep(folder.path());
        for path in [living.path(), living_folder.path(), &other, &young] {
            assert!(path.exists(), "{}", path.display());
        }
        assert!(!left.exists() && !left_folder.exists());
    }

    #[test]
    fn a_folder_takes_the_place_of_another_or_of_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        for content in ["first", "second"] {
            fs::create_dir(path("made")).unwrap();
            fs::write(path("made").join("a"), content).unwrap();
            swap_in(&path("made"), &path("place"), &path("former")).unwrap();
            assert_eq!(fs::read_to_string(path("place").join("a")).unwrap(), content);
        }
    }
}
