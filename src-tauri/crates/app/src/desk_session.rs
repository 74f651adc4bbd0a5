//! What the desk holds while the window is open; drafts themselves are on the disk.

use std::path::PathBuf;
use std::sync::Mutex;

use crate::desk::{Ceremony, Preview};
use notice::draft::Removed;

/// Gone when the window closes.
pub(crate) struct Desk {
    /// Held while a draft is read, changed and written, so that no change is lost between two.
    pub(crate) writing: Mutex<()>,
    /// The step or question that was taken out last, and the draft that it was in.
    pub(crate) removed: Mutex<Option<(String, Removed)>>,
    /// What is published with.
    pub(crate) chosen: Mutex<Chosen>,
    /// Keys and card that are being made.
    pub(crate) ceremony: Mutex<Ceremony>,
    /// The page that is looked at before it is published.
    pub(crate) page: Mutex<Option<Preview>>,
}

impl Default for Desk {
    fn default() -> Self {
        // Tests make many keys, and a key as hard as those of stock minisign takes seconds and 1 GiB.
        #[cfg(feature = "light-keys")]
        let ceremony = Ceremony::light();
        #[cfg(not(feature = "light-keys"))]
        let ceremony = Ceremony::default();
        Self {
            writing: Mutex::default(),
            removed: Mutex::default(),
            chosen: Mutex::default(),
            ceremony: Mutex::new(ceremony),
            page: Mutex::default(),
        }
    }
}

/// What was chosen to publish with.
#[derive(Default, Clone)]
pub(crate) struct Chosen {
    pub(crate) key: Option<PathBuf>,
    pub(crate) card: Option<PathBuf>,
    pub(crate) folder: Option<PathBuf>,
    /// The statement before, where the folder does not current it.
    pub(crate) previous: Option<PathBuf>,
}
