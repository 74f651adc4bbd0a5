//! The person's choices while the window is open: read at the start, changed here, kept on the disk.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::data::DataDir;
use crate::settings::{Settings, SettingsError};
use crate::views::NotKeptCode;

/// Settings and what became of their file.
pub(crate) struct Kept {
    /// `None` where the system has no folder for them.
    folder: Option<DataDir>,
    settings: Settings,
    /// Where a file that could not be understood stands now.
    pub(crate) set_aside: Option<PathBuf>,
    /// There is a file that cannot be read: it must not be written over.
    unreadable: bool,
}

/// [`Kept`], for every command.
pub struct Choices(Mutex<Kept>);

/// A change holds until the window is closed, but could not be kept beyond that.
pub struct NotKept {
    /// Whether that is because the disk is full.
    pub(crate) full: bool,
}

impl Choices {
    /// Reads what was chosen before. Without a folder nothing can be kept.
    #[must_use]
    pub fn read(folder: Option<DataDir>) -> Self {
        let read = folder.as_ref().map(Settings::read);
        let (settings, set_aside, unreadable) = match read {
            Some(Ok(read)) => (read.settings, read.set_aside, false),
            Some(Err(_)) => (Settings::default(), None, true),
            None => (Settings::default(), None, false),
        };
        Self(Mutex::new(Kept { folder, settings, set_aside, unreadable }))
    }

    /// The choices as they are now.
    #[must_use]
    pub fn now(&self) -> Settings {
        self.lock().settings.clone()
    }

    /// The folder of what is kept; `None` where the system has none.
    pub(crate) fn folder(&self) -> Option<DataDir> {
        self.lock().folder.clone()
    }

    /// Whether changes can be kept, and the file that was set aside.
    pub(crate) fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes them and keeps them.
    pub(crate) fn change(&self, change: impl FnOnce(&mut Settings)) -> Result<(), NotKept> {
        let mut kept = self.lock();
        change(&mut kept.settings);
        let written = match &kept.folder {
            Some(folder) if !kept.unreadable => kept.settings.write(folder),
            _ => return Err(NotKept { full: false }),
        };
        written.map_err(|error: SettingsError| NotKept { full: files::is_full(&error) })
    }
}

impl Kept {
    /// Why no change would be kept beyond the life of the window; `None` where each is.
    pub(crate) fn not_kept(&self) -> Option<NotKeptCode> {
        match (&self.folder, self.unreadable) {
            (None, _) => Some(NotKeptCode::NoPlace),
            (Some(_), true) => Some(NotKeptCode::Unreadable),
            (Some(_), false) => None,
        }
    }
}
