//! What this computer has published and which cards it has made: `published.json`, so that no number comes twice and
//! none goes back, wherever the folder of the last run may be.
//!
//! A number counts for the roots of its card: another publisher's is another number. The body of the last statement is
//! kept too, as the next one names it and takes over its history; it is public.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _};
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use jiff::Timestamp;
use notice::{Card, NoticeId, PublicKey};
use serde::{Deserialize, Serialize};

use super::DeskError;
use crate::data::DataDir;
use crate::own_file::{self, Readers};

/// The file's name in the folder of what is kept.
pub const FILE: &str = "published.json";
const LOCK: &str = "published.lock";
/// The newest form that is understood.
const FORMAT: u32 = 1;
/// Some hundred statements of the greatest length.
const MAX_BYTES: u64 = 1 << 26;
/// How often another run that publishes is waited for, and how long each time: ten seconds in all.
const TRIES: u32 = 100;
const WAIT: Duration = Duration::from_millis(100);

/// Where it is kept.
#[derive(Debug, Clone)]
pub struct Numbers {
    folder: DataDir,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Whole {
    format: u32,
    notices: Vec<NoticeLine>,
    cards: Vec<CardLine>,
}

impl Default for Whole {
    fn default() -> Self {
        Self { format: FORMAT, notices: Vec::new(), cards: Vec::new() }
    }
}

/// The last statement of a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct NoticeLine {
    id: String,
    roots: Vec<String>,
    revision: u32,
    at: String,
    body: String,
}

/// The last card of a publisher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct CardLine {
    domains: Vec<String>,
    roots: Vec<String>,
    serial: u32,
}

#[derive(Deserialize)]
struct Versioned {
    format: u32,
}

/// What is known, as it was read.
#[derive(Debug, Default)]
pub(super) struct Known(Whole);

/// What is known, while no other run may change it.
pub(super) struct Held<'a> {
    numbers: &'a Numbers,
    known: Known,
    _lock: File,
}

/// The body that was published last.
pub(super) struct LastBody<'a> {
    pub(super) revision: u32,
    pub(super) body: &'a str,
}

fn names(keys: &[PublicKey]) -> Vec<String> {
    keys.iter().map(PublicKey::to_string).collect()
}

fn shares(one: &[String], other: &[String]) -> bool {
    one.iter().any(|name| other.contains(name))
}

impl Numbers {
    /// Those in the folder of what is kept.
    #[must_use]
    pub fn of(data: &DataDir) -> Self {
        Self { folder: data.clone() }
    }

    fn path(&self) -> PathBuf {
        self.folder.file(FILE)
    }

    /// Whether this computer has made or used a card with this root: whoever works here is its staff. `false` where what
    /// is kept cannot be read, as nothing but a reminder depends on it.
    #[must_use]
    pub fn knows(&self, root: &PublicKey) -> bool {
        self.read().is_ok_and(|known| known.serial(&[*root]).is_some())
    }

    /// Reads it. No file is no failure; one that is not understood is, and stays as it is.
    pub(super) fn read(&self) -> Result<Known, DeskError> {
        let path = self.path();
        let mut bytes = Vec::new();
        match ::files::open(&path).and_then(|file| file.take(MAX_BYTES).read_to_end(&mut bytes)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Known::default()),
            Err(source) => return Err(DeskError::File { path, source }),
            Ok(_) => {}
        }
        let newer = serde_json::from_slice::<Versioned>(&bytes).is_ok_and(|read| read.format > FORMAT);
        match serde_json::from_slice::<Whole>(&bytes) {
            Ok(whole) if whole.format == FORMAT => Ok(Known(whole)),
            _ => Err(DeskError::Numbers { path, newer }),
        }
    }

    /// Reads it and keeps other runs from changing it meanwhile.
    pub(super) fn hold(&self) -> Result<Held<'_>, DeskError> {
        let path = self.folder.file(LOCK);
        let failed = |source| DeskError::File { path: path.clone(), source };
        self.folder.create().map_err(failed)?;
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(failed)?;
        let mut tries = 0;
        while lock.try_lock().is_err() {
            tries += 1;
            if tries >= TRIES {
                return Err(DeskError::Busy { path });
            }
            thread::sleep(WAIT);
        }
        Ok(Held { numbers: self, known: self.read()?, _lock: lock })
    }
}

impl Known {
    /// The statement of this notice that a card with one of these roots was published with last.
    pub(super) fn last(&self, id: &NoticeId, roots: &[PublicKey]) -> Option<LastBody<'_>> {
        let (id, roots) = (id.to_string(), names(roots));
        let line = self.0.notices.iter().filter(|line| line.id == id && shares(&line.roots, &roots));
        let line = line.max_by_key(|line| line.revision)?;
        Some(LastBody { revision: line.revision, body: &line.body })
    }

    /// Every root of cards that name one of these.
    pub(super) fn roots_with(&self, roots: &[PublicKey]) -> Vec<PublicKey> {
        let mut all = names(roots);
        // A card may lead from one to the next.
        loop {
            let more: Vec<String> = self.0.cards.iter().filter(|line| shares(&line.roots, &all)).fold(
                Vec::new(),
                |mut more, line| {
                    more.extend(line.roots.iter().filter(|root| !all.contains(root)).cloned());
                    more
                },
            );
            if more.is_empty() {
                break;
            }
            all.extend(more);
            all.sort();
            all.dedup();
        }
        all.iter().filter_map(|root| root.parse().ok()).collect()
    }

    /// The highest serial of a card with one of these roots.
    pub(super) fn serial(&self, roots: &[PublicKey]) -> Option<u32> {
        let roots = names(roots);
        let lines = self.0.cards.iter().filter(|line| shares(&line.roots, &roots));
        lines.map(|line| line.serial).max()
    }
}

impl Held<'_> {
    pub(super) fn known(&self) -> &Known {
        &self.known
    }

    /// Keeps that this card was made or used, and the statement that was published with it.
    ///
    /// # Errors
    /// When the disk says no; what was kept before is still there.
    pub(super) fn keep(
        &mut self,
        card: &Card,
        statement: Option<(&NoticeId, u32, Timestamp, &str)>,
    ) -> Result<(), DeskError> {
        let before = self.known.0.clone();
        let whole = &mut self.known.0;
        let roots = names(&card.roots);
        match whole.cards.iter_mut().find(|line| line.roots == roots && line.domains == card.domains) {
            Some(line) => line.serial = line.serial.max(card.serial),
            None => whole.cards.push(CardLine {
                domains: card.domains.clone(),
                roots: roots.clone(),
                serial: card.serial,
            }),
        }
        if let Some((id, revision, at, body)) = statement {
            let id = id.to_string();
            whole.notices.retain(|line| line.id != id || !shares(&line.roots, &roots));
            let (at, body) = (at.to_string(), body.to_owned());
            whole.notices.push(NoticeLine { id, roots, revision, at, body });
        }
        if self.known.0 == before {
            return Ok(());
        }
        let path = self.numbers.path();
        let failed = |source| DeskError::File { path: path.clone(), source };
        let mut text = serde_json::to_vec_pretty(&self.known.0).map_err(io::Error::other).map_err(failed)?;
        text.push(b'\n');
        own_file::put(&path, Readers::Own, |to| to.write_all(&text)).map_err(failed)
    }
}
