//! What the use cases need from the program around them: dialogs, the browser, the clipboard, the window and the clock.
//!
//! The shell of the window implements it; unit tests implement it with answers that are fixed beforehand.

use std::path::PathBuf;

use jiff::Timestamp;
use lists::RangeUrl;
use zeroize::Zeroizing;

use crate::views::{DeskFile, KeyFile};

/// What a person is asked to pick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// A notice, signed or not.
    Notice,
    /// An export of a password manager.
    Export,
    /// An earlier report of an audit, as JSON.
    Report,
    /// An encrypted copy of a household.
    HouseholdExport,
    /// A list of leaked passwords.
    List,
    /// What a notice is published with.
    Desk(DeskFile),
    /// What keys and a card are made with.
    Keys(KeyFile),
}

impl Pick {
    /// Whether it is a folder.
    #[must_use]
    pub fn is_folder(self) -> bool {
        matches!(self, Self::Desk(DeskFile::Folder) | Self::Keys(KeyFile::KeysFolder))
    }

    /// A name for the kind of file and its extensions; `None` for any file.
    #[must_use]
    pub fn filter(self) -> Option<(&'static str, &'static [&'static str])> {
        match self {
            Self::Notice => Some(("Notice", &["notice", "toml", "txt"])),
            Self::Export => Some(("Export", &["csv", "json", "txt", "kdbx", "1pux"])),
            Self::Report => Some(("JSON", &["json"])),
            Self::HouseholdExport => Some(("age", &["age"])),
            Self::List | Self::Desk(_) | Self::Keys(_) => None,
        }
    }
}

/// Where a person is asked to save something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SaveAs<'a> {
    /// The name that is offered.
    pub name: &'a str,
    /// The extension of such files, without its dot; `None` if any will do.
    pub extension: Option<&'a str>,
}

/// The clipboard could not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClipboardUnavailable;

/// The program around the use cases.
pub trait Platform: Send + Sync + 'static {
    /// Lets the person pick a file or folder; `None` if they picked none.
    fn pick(&self, what: Pick) -> Option<PathBuf>;
    /// Lets the person say where something is saved; `None` if they cancelled.
    fn place(&self, what: SaveAs<'_>) -> Option<PathBuf>;
    /// Opens an https address in the system's browser; whether that worked.
    fn browse(&self, url: &str) -> bool;
    /// Copies a secret and removes it from the clipboard after the seconds that this returns.
    fn copy_secret(&self, text: Zeroizing<String>) -> Result<u32, ClipboardUnavailable>;
    /// Copies a text that is no secret, such as a telephone number. It stays until something else is copied.
    fn copy_text(&self, text: String) -> Result<(), ClipboardUnavailable>;
    /// Opens the system's print dialog for the current page; whether that worked.
    fn print(&self) -> bool;
    /// Gives the window a neutral title and icon, or the program's own.
    fn set_neutral(&self, neutral: bool);
    /// The title of the window, neutral or not.
    fn title(&self, neutral: bool) -> &'static str;
    /// Closes the program at once.
    fn quit(&self);
    /// The present time.
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
    /// Asked in place of the default service while no mirror is chosen.
    fn range_service(&self) -> Option<RangeUrl> {
        None
    }
    /// Asked for the catalogue of breaches in place of the default address.
    fn catalogue_service(&self) -> Option<RangeUrl> {
        None
    }
    /// How many ranges a full download has.
    fn ranges(&self) -> u32 {
        password::Prefix::COUNT
    }
}
