//! What the screen *Keys and card* shows. No secret is among it.

use std::path::{Path, PathBuf};

use crate::desk::{Ceremony, KeyKind, MadeCard, MadeKey, NamedKey};
use serde::Serialize;
use ts_rs::TS;

/// What has been made and chosen so far.
#[derive(Serialize, TS)]
pub struct KeysView {
    folder: Option<String>,
    desk_keys: Vec<KeyView>,
    roots: Vec<KeyView>,
    /// The secret roots that will sign.
    signers: Vec<String>,
    previous: Option<PreviousView>,
}

/// A public key.
#[derive(Serialize, TS)]
pub struct KeyView {
    key: String,
    /// `None` for one that the card so far names.
    file: Option<String>,
}

/// The card so far.
#[derive(Serialize, TS)]
pub struct PreviousView {
    serial: u32,
    expires: String,
    name: String,
    domains: Vec<String>,
}

/// A key that was made.
#[derive(Serialize, TS)]
pub struct MadeKeyView {
    path: String,
    root: bool,
    words: String,
    keys: KeysView,
}

/// A card that was made.
#[derive(Serialize, TS)]
pub struct MadeCardView {
    path: String,
    serial: u32,
    expires: String,
    /// The words of every root, the one that signed first.
    words: Vec<String>,
    follows: bool,
    former: Option<String>,
    /// The calendar file that reminds of its end.
    calendar: Option<String>,
    keys: KeysView,
}

impl From<&Ceremony> for KeysView {
    fn from(ceremony: &Ceremony) -> Self {
        let key = |named: &NamedKey| KeyView { key: named.key.to_string(), file: named.file.clone() };
        let keys = |kind| ceremony.keys(kind).iter().map(key).collect();
        Self {
            folder: ceremony.folder().map(shown),
            desk_keys: keys(KeyKind::Desk),
            roots: keys(KeyKind::Root),
            signers: ceremony.signers().iter().map(|path| name(path)).collect(),
            previous: ceremony.previous().map(|card| PreviousView {
                serial: card.serial,
                expires: card.expires.to_string(),
                name: card.name.clone(),
                domains: card.domains.clone(),
            }),
        }
    }
}

impl MadeKeyView {
    pub(crate) fn new(made: &MadeKey, kind: KeyKind, ceremony: &Ceremony) -> Self {
        Self {
            path: shown(&made.path),
            root: kind == KeyKind::Root,
            words: made.public.words(),
            keys: KeysView::from(ceremony),
        }
    }
}

impl MadeCardView {
    pub(crate) fn new(made: &MadeCard, ceremony: &Ceremony) -> Self {
        Self {
            path: shown(&made.path),
            serial: made.card.serial,
            expires: made.card.expires.to_string(),
            words: std::iter::once(made.root)
                .chain(made.card.roots.iter().copied().filter(|root| *root != made.root))
                .map(|root| root.words())
                .collect(),
            follows: made.follows,
            former: made.former.as_ref().map(|path: &PathBuf| name(path)),
            calendar: made.calendar.as_ref().map(|path: &PathBuf| name(path)),
            keys: KeysView::from(ceremony),
        }
    }
}

fn shown(path: impl AsRef<Path>) -> String {
    path.as_ref().display().to_string()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
