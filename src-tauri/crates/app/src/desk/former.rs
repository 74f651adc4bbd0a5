//! Which statement the next one follows. A file is believed only if a desk key of this publisher signed it: the one
//! who attacked the web server may have put anything into the folder that staff publish from.

use std::path::{Path, PathBuf};

use notice::block::Trusted;
use notice::container::{Container, Signed, split};
use notice::{Card, NoticeId, PublicKey};

use super::numbers::Known;
use super::{DeskError, FormerFault, files};

/// Where a former statement is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The folder that is published into.
    Folder(PathBuf),
    /// It was given, as a file or from an address.
    Given(PathBuf),
    /// It is the text that is published, signed before.
    Draft(PathBuf),
    /// This computer published it.
    Remembered,
}

impl Origin {
    /// The file, where it is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Folder(path) | Self::Given(path) | Self::Draft(path) => Some(path),
            Self::Remembered => None,
        }
    }
}

/// A former statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Former {
    pub(super) body: String,
    pub(super) revision: u32,
    pub(super) origin: Origin,
    /// Whether the card in use names the key that signed it.
    current: bool,
}

/// Who is believed.
pub(super) struct Believed<'a> {
    pub(super) card: &'a Card,
    pub(super) known: &'a Known,
}

impl Believed<'_> {
    /// A signed file as the statement before.
    fn read(&self, bytes: &[u8], id: &NoticeId, origin: Origin) -> Result<Former, FormerFault> {
        let parts = match split(bytes) {
            Ok(Container::Signed(parts)) => parts,
            Ok(Container::Unsigned(_)) => return Err(FormerFault::Unsigned),
            Err(error) => return Err(FormerFault::Damaged(error)),
        };
        let current = self.signer(&parts).ok_or(FormerFault::Foreign)?;
        let notice = notice::read(parts.body.as_bytes()).map_err(FormerFault::Damaged)?;
        match parts.desk.trusted().map_err(FormerFault::Damaged)? {
            Trusted::Notice { id, revision } if id == notice.id && revision == notice.revision => {}
            _ => return Err(FormerFault::Comment),
        }
        if notice.id != *id {
            return Err(FormerFault::AnotherNotice(notice.id));
        }
        Ok(Former { body: parts.body.to_owned(), revision: notice.revision, origin, current })
    }

    /// Whether the card in use names the key that signed, or one before it did; `None` if neither.
    fn signer(&self, parts: &Signed<'_>) -> Option<bool> {
        let signed = |key: &PublicKey| key.verifies(parts.body, &parts.desk);
        if self.card.desk_keys.iter().any(signed) {
            return Some(true);
        }
        let before = parts.publisher.read_card().ok()?;
        // Its list of roots is the word of whoever made it. Ours are those of the card in use, and those of cards that
        // this computer has used.
        let ours = self.known.roots_with(&self.card.roots);
        let vouched = |root: &&PublicKey| {
            ours.contains(root)
                && parts.publisher.roots.iter().any(|block| root.verifies(parts.publisher.card, block))
        };
        before.roots.iter().find(vouched)?;
        before.desk_keys.iter().any(signed).then_some(false)
    }
}

/// What a former statement may be found in.
pub(super) struct Places<'a> {
    /// The draft.
    pub(super) name: &'a Path,
    /// The same.
    pub(super) draft: &'a [u8],
    /// The folder that is published into.
    pub(super) out: Option<&'a Path>,
    /// What was given, and its name.
    pub(super) given: Option<(&'a Path, &'a [u8])>,
}

/// The statement that the next one follows; `None` if none is known.
///
/// # Errors
/// When a file is not believed, or the numbers would go back or come twice.
pub(super) fn find(
    places: &Places<'_>,
    id: &NoticeId,
    by: &Believed<'_>,
) -> Result<Option<Former>, DeskError> {
    let believe = |bytes: &[u8], origin: Origin| {
        let path = origin.path().unwrap_or(Path::new("")).to_owned();
        by.read(bytes, id, origin).map_err(|fault| DeskError::Former { path, fault })
    };
    let remembered = by.known.last(id, &by.card.roots).map(|last| Former {
        body: last.body.to_owned(),
        revision: last.revision,
        origin: Origin::Remembered,
        current: true,
    });
    let given =
        places.given.map(|(path, bytes)| believe(bytes, Origin::Given(path.to_owned()))).transpose()?;
    let folder = match places.out.map(|out| out.join(format!("{}.notice", id.slug))) {
        Some(path) if path.symlink_metadata().is_ok() => {
            Some(believe(&files::read(&path)?, Origin::Folder(path))?)
        }
        _ => None,
    };
    let draft = match split(places.draft) {
        Ok(Container::Signed(_)) => Some(believe(places.draft, Origin::Draft(places.name.to_owned()))?),
        _ => None,
    };
    let mut all: Vec<Former> =
        [given.clone(), folder, draft.clone(), remembered].into_iter().flatten().collect();
    // A thief's number ends with the card that named the key; it must not keep staff from going on.
    let last = |former: &Former| former.revision == u32::MAX;
    if all.iter().any(|former| !last(former) || former.current) {
        all.retain(|former| !last(former) || former.current);
    }
    let Some(top) = all.iter().map(|former| former.revision).max() else { return Ok(None) };
    let mut highest: Vec<&Former> = all.iter().filter(|former| former.revision == top).collect();
    if let Some(former) = highest.iter().find(|former| last(former)) {
        let fault = if former.current { FormerFault::LastNumber } else { FormerFault::LastNumberOfFormerKey };
        let path = former.origin.path().unwrap_or(places.name).to_owned();
        return Err(DeskError::Former { path, fault });
    }
    match (&given, &draft) {
        (Some(given), _) if given.revision < top => {
            let path = given.origin.path().unwrap_or(places.name).to_owned();
            return Err(DeskError::GoesBack { path, revision: given.revision, known: top });
        }
        (None, Some(draft)) if draft.revision < top => {
            let path = places.name.to_owned();
            return Err(DeskError::GoesBack { path, revision: draft.revision, known: top });
        }
        _ => {}
    }
    // What was given says which of two is online.
    if given.as_ref().is_some_and(|given| given.revision == top) {
        highest.truncate(1);
    }
    match highest.as_slice() {
        [first, rest @ ..] if rest.iter().all(|other| other.body == first.body) => Ok(Some((*first).clone())),
        _ => Err(DeskError::TwoFormers { revision: top }),
    }
}
