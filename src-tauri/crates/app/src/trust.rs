//! What is remembered of publishers: pins, cards, revisions and when a site was asked, in one small file, `trust.json`.
//!
//! It holds nothing about a person but which sites they know or were told of. It is for this user alone, is written beside and renamed, and is changed
//! under a lock, so that two programs at once lose nothing. A damaged one is set aside, never overwritten. It
//! needs no keyring: a notice must be verifiable without one. The rules are in [`notice::verify`].

mod file;
pub mod pinning;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use household::{HouseholdError, waiting};
use jiff::Timestamp;
use notice::verify::Memory;

use crate::data::DataDir;

/// The file's name in the folder of what is kept.
pub const FILE: &str = "trust.json";
const LOCK: &str = "trust.lock";
/// How the name of a damaged one begins that was set aside.
const ASIDE: &str = "trust.json.damaged-";
/// How the name of one begins that is being written.
const PART: &str = ".trust-";
/// Some hundred thousand revisions.
const MAX_BYTES: u64 = 1 << 26;
/// After so many damaged files of one day the folder itself has trouble.
const MOST_ASIDE: u32 = 1_000;

/// Where it is kept.
#[derive(Debug, Clone)]
pub struct TrustStore {
    folder: DataDir,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// What is remembered, or nothing yet.
    pub memory: Memory,
    /// Where a file that could not be understood stands now. Whoever was pinned in it is not pinned any more.
    pub set_aside: Option<PathBuf>,
}

/// Why it could not be read or kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TrustError {
    /// A newer version wrote it. It is left as it is.
    #[error("{path} was written by a newer Selfcheck (format {format}) and was left as it is")]
    TooNew {
        /// Which file.
        path: PathBuf,
        /// Its format.
        format: u64,
    },
    /// Another program is writing to it and did not end in time.
    #[error("another Selfcheck is writing to {path} and does not end")]
    Busy {
        /// Which file.
        path: PathBuf,
    },
    /// No room on the disk.
    #[error("the disk of {path} is full")]
    Full {
        /// Which file.
        path: PathBuf,
    },
    /// The disk, or its rights, said no.
    #[error("{path}: {source}")]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl TrustError {
    fn io(path: PathBuf, source: io::Error) -> Self {
        if files::is_full(&source) { Self::Full { path } } else { Self::Io { path, source } }
    }

    /// As a failure of the household, of which it is a part when somebody is removed.
    pub(crate) fn of_the_household(self) -> HouseholdError {
        match self {
            Self::TooNew { path, format } => {
                HouseholdError::TooNew { path, version: u32::try_from(format).unwrap_or(u32::MAX) }
            }
            Self::Busy { path } => HouseholdError::Busy { path },
            Self::Full { path } => HouseholdError::Full { path },
            Self::Io { path, source } => HouseholdError::Io { path, source },
        }
    }
}

impl TrustStore {
    /// The store in this folder.
    #[must_use]
    pub fn new(folder: DataDir) -> Self {
        Self { folder }
    }

    /// Reads it. No file is no failure.
    ///
    /// # Errors
    /// When there is a file that cannot be read or set aside.
    pub fn read(&self, now: Timestamp) -> Result<Read, TrustError> {
        let path = self.folder.file(FILE);
        let failed = |source| TrustError::io(path.clone(), source);
        let mut bytes = Vec::new();
        match files::open(&path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Read { memory: Memory::default(), set_aside: None });
            }
            Err(error) => return Err(failed(error)),
            Ok(_) => {}
        }
        match file::parse(&bytes) {
            file::Parsed::Memory(memory) => Ok(Read { memory: *memory, set_aside: None }),
            file::Parsed::TooNew { format } => Err(TrustError::TooNew { path: path.clone(), format }),
            file::Parsed::Damaged => {
                Ok(Read { memory: Memory::default(), set_aside: Some(self.set_aside(now).map_err(failed)?) })
            }
        }
    }

    /// Changes what is remembered: read, changed and written while nobody else may.
    ///
    /// # Errors
    /// When the disk says no. What was kept before is still there.
    pub fn change<T>(&self, now: Timestamp, change: impl FnOnce(&mut Memory) -> T) -> Result<T, TrustError> {
        let at = |name: &str| {
            let path = self.folder.file(name);
            move |source| TrustError::io(path, source)
        };
        self.folder.create().map_err(at(FILE))?;
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(self.folder.file(LOCK));
        let lock = lock.map_err(at(LOCK))?;
        self.take(&lock)?;
        let mut memory = self.read(now)?.memory;
        let before = memory.clone();
        let result = change(&mut memory);
        if memory != before {
            self.write(&memory).map_err(at(FILE))?;
        }
        Ok(result)
    }

    /// Waits for another program that holds the lock, and gives up after a while.
    fn take(&self, lock: &File) -> Result<(), TrustError> {
        let mut tried = 0;
        loop {
            match lock.try_lock() {
                Ok(()) => return Ok(()),
                Err(TryLockError::WouldBlock) if waiting::pause(tried) => tried += 1,
                Err(TryLockError::WouldBlock) => {
                    return Err(TrustError::Busy { path: self.folder.file(FILE) });
                }
                Err(TryLockError::Error(source)) => {
                    return Err(TrustError::io(self.folder.file(LOCK), source));
                }
            }
        }
    }

    fn write(&self, memory: &Memory) -> io::Result<()> {
        // A temporary file is for its user alone.
        let mut part =
            tempfile::Builder::new().prefix(PART).suffix(".part").tempfile_in(self.folder.path())?;
        part.write_all(&file::text(memory)?)?;
        part.as_file().sync_all()?;
        part.persist(self.folder.file(FILE)).map_err(|error| error.error)?;
        // So that the new name survives a loss of power; a system that cannot sync a folder does it by itself.
        let _ = File::open(self.folder.path()).and_then(|folder| folder.sync_all());
        Ok(())
    }

    /// Removes all of it, with what was set aside. Gives the files that are gone. Whoever was known counts as new.
    ///
    /// # Errors
    /// When a file could not be removed. What could be is gone then.
    pub fn wipe(&self) -> Result<Vec<PathBuf>, TrustError> {
        let folder = self.folder.path();
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |source| TrustError::io(path, source)
        };
        let entries = match fs::read_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(failed(folder))?,
        };
        let (mut gone, mut trouble) = (Vec::new(), None);
        for entry in entries.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if !(name == FILE || name == LOCK || name.starts_with(ASIDE) || name.starts_with(PART)) {
                continue;
            }
            match fs::remove_file(entry.path()) {
                Ok(()) => gone.push(entry.path()),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => trouble = trouble.or(Some(failed(&entry.path())(error))),
            }
        }
        trouble.map_or(Ok(gone), Err)
    }

    /// Gives a file that cannot be understood a dated name that no other has.
    fn set_aside(&self, now: Timestamp) -> io::Result<PathBuf> {
        let day = now.strftime("%Y-%m-%d").to_string();
        for number in 1..=MOST_ASIDE {
            let aside = self.folder.file(&format!("{ASIDE}{day}-{number}"));
            if aside.symlink_metadata().is_err() {
                fs::rename(self.folder.file(FILE), &aside)?;
                return Ok(aside);
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

#[cfg(test)]
mod tests {
    use notice::verify::{Asked, Request, Site, verify};
    use notice_faults::{Body, Keys};

    use super::*;

    fn now() -> Timestamp {
        "2026-03-15T12:00:00Z".parse().unwrap()
    }

    fn store() -> (tempfile::TempDir, TrustStore) {
        let folder = tempfile::tempdir().unwrap();
        let data = DataDir::find(Some(folder.path().join("kept"))).unwrap();
        (folder, TrustStore::new(data))
    }

    /// A pin, its card, a revision, and when its site was asked.
    fn full() -> Memory {
        let keys = Keys::make().unwrap();
        let card = keys.card("forum.example").unwrap();
        let file = keys.notice(&Body::new("forum.example").unwrap(), &card).unwrap();
        let mut memory = Memory::default();
        memory.pin("forum.example", Keys::public(&keys.root_a).unwrap(), now());
        let request = Request {
            bytes: file.as_bytes(),
            link: None,
            host: None,
            site: Site::NotAsked,
            root: None,
            now: now(),
            memory: &memory,
        };
        let passed = verify(&request).remember.unwrap();
        memory.remember(&passed);
        memory.asked.insert("forum.example/2026-03".parse().unwrap(), Asked { at: now(), answered: false });
        memory
    }

    #[test]
    fn what_is_remembered_reads_back_and_is_for_its_user_alone() {
        let (_folder, store) = store();
        assert_eq!(store.read(now()).unwrap(), Read { memory: Memory::default(), set_aside: None });
        let memory = full();
        store.change(now(), |kept| *kept = memory.clone()).unwrap();
        assert_eq!(store.read(now()).unwrap(), Read { memory, set_aside: None });
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let rights = fs::metadata(store.folder.file(FILE)).unwrap().permissions();
            assert_eq!(rights.mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_file_from_before_sites_were_asked_by_the_clock_is_understood() {
        let (_folder, store) = store();
        store.folder.create().unwrap();
        let old = r#"{"format":1,"pins":[],"cards":[],"seen":[]}"#;
        fs::write(store.folder.file(FILE), old).unwrap();
        assert_eq!(store.read(now()).unwrap(), Read { memory: Memory::default(), set_aside: None });
    }

    #[test]
    fn a_damaged_file_is_set_aside_under_a_dated_name() {
        let (_folder, store) = store();
        store.folder.create().unwrap();
        for (text, number) in [("", 1), ("{\"format\":1}", 2), ("[]", 3), ("{\"format\":0}", 4)] {
            fs::write(store.folder.file(FILE), text).unwrap();
            let aside = store.folder.file(&format!("{FILE}.damaged-2026-03-15-{number}"));
            let read = store.read(now()).unwrap();
            assert_eq!(read, Read { memory: Memory::default(), set_aside: Some(aside.clone()) });
            assert_eq!(fs::read_to_string(aside).unwrap(), text);
        }
    }

    #[test]
    fn a_file_of_a_newer_version_is_left_as_it_is() {
        let (_folder, store) = store();
        store.folder.create().unwrap();
        for text in [
            "{\"format\":9}",
            "{\"format\":2,\"pins\":{\"a\":1}}",
            "{\"pins\":[],\"format\":18446744073709551615}",
        ] {
            fs::write(store.folder.file(FILE), text).unwrap();
            assert!(matches!(store.read(now()), Err(TrustError::TooNew { .. })), "{text}");
            let changed = store.change(now(), |memory| memory.pins.clear());
            assert!(matches!(changed, Err(TrustError::TooNew { .. })), "{text}");
            assert_eq!(fs::read_to_string(store.folder.file(FILE)).unwrap(), text);
        }
        let beside: Vec<_> = fs::read_dir(store.folder.path()).unwrap().flatten().collect();
        assert!(beside.iter().all(|entry| !entry.file_name().to_string_lossy().contains("damaged")));
    }

    #[test]
    fn a_lock_that_is_never_given_back_ends_the_wait() {
        let (_folder, store) = store();
        store.folder.create().unwrap();
        let held = File::create(store.folder.file(LOCK)).unwrap();
        held.lock().unwrap();
        let changed = store.change(now(), |_| ());
        assert!(matches!(changed, Err(TrustError::Busy { .. })), "{changed:?}");
        drop(held);
        store.change(now(), |_| ()).unwrap();
    }

    #[test]
    fn a_wipe_leaves_nothing_of_it_and_all_else() {
        let (_folder, store) = store();
        assert_eq!(store.wipe().unwrap(), Vec::<PathBuf>::new());
        store.change(now(), |kept| *kept = full()).unwrap();
        fs::write(store.folder.file(FILE), "{").unwrap();
        store.read(now()).unwrap();
        store.change(now(), |kept| *kept = full()).unwrap();
        for name in [".trust-x.part", "settings.json"] {
            fs::write(store.folder.file(name), "").unwrap();
        }
        assert_eq!(store.wipe().unwrap().len(), 4);
        let left: Vec<_> =
            fs::read_dir(store.folder.path()).unwrap().flatten().map(|e| e.file_name()).collect();
        assert_eq!(left, ["settings.json"]);
    }

    #[test]
    fn two_who_change_at_once_lose_nothing() {
        let (_folder, store) = store();
        let root = *full().accepted.keys().next().unwrap();
        let pin = |n: u32| {
            let store = store.clone();
            move || store.change(now(), |memory| memory.pin(&format!("f{n}.example"), root, now())).unwrap()
        };
        let threads: Vec<_> = (0..16).map(|n| std::thread::spawn(pin(n))).collect();
        for thread in threads {
            thread.join().unwrap();
        }
        assert_eq!(store.read(now()).unwrap().memory.pins.len(), 16);
    }
}
