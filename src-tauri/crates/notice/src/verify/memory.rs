//! What is remembered from one verification to the next. Where it is kept is the business of crate `app`.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::domain::is_within;
use crate::{Card, NoticeId, PublicKey};

/// A root that a person took for a domain. Only a person makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// The domain.
    pub domain: String,
    /// Its root, as it was taken; cards may have led to other roots since.
    pub root: PublicKey,
    /// Since when.
    pub since: Timestamp,
}

/// Under what a revision is remembered. The desk key is part of it: only what the desk keys of the current card
/// signed counts, so that a thief's revision 4,000,000,000 cannot stop readers beyond the next card.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeenKey {
    /// The root.
    pub root: PublicKey,
    /// The notice.
    pub id: NoticeId,
    /// The key that signed it.
    pub desk_key: PublicKey,
}

/// The highest revision that passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Its number.
    pub revision: u32,
    /// SHA-256 over its body.
    pub body: [u8; 32],
}

/// The last time that the site of a notice was asked for a newer statement, by hand or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// When.
    pub at: Timestamp,
    /// Whether anybody answered, with whatever.
    pub answered: bool,
}

/// All that is remembered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Memory {
    /// The pins.
    pub pins: Vec<Pin>,
    /// The last accepted card under each pinned root.
    pub accepted: BTreeMap<PublicKey, Card>,
    /// The highest revisions.
    pub seen: BTreeMap<SeenKey, Seen>,
    /// When each site was asked. No state depends on it.
    pub asked: BTreeMap<NoticeId, Asked>,
}

/// What a run that passed adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remember {
    /// The revision, under each root of its lineage.
    pub seen: Vec<(SeenKey, Seen)>,
    /// The card, under each pinned root.
    pub accepted: Vec<(PublicKey, Card)>,
}

impl Memory {
    /// The pin for a domain: its own, else the nearest above it.
    #[must_use]
    pub fn pin_of(&self, domain: &str) -> Option<&Pin> {
        self.pins.iter().filter(|pin| is_within(domain, &pin.domain)).max_by_key(|pin| pin.domain.len())
    }

    /// The highest revision of a notice that passed, under whatever keys: what a reader has read before.
    #[must_use]
    pub fn last_read(&self, id: &NoticeId) -> Option<u32> {
        self.seen.iter().filter(|(key, _)| key.id == *id).map(|(_, seen)| seen.revision).max()
    }

    /// Adds what passed. Returns whether anything changed. A lower revision or serial never takes the place of a
    /// higher one, so two programs that finish in either order leave the same.
    pub fn remember(&mut self, passed: &Remember) -> bool {
        let mut changed = false;
        for (key, seen) in &passed.seen {
            if self.seen.get(key).is_none_or(|former| former.revision < seen.revision) {
                self.seen.insert(key.clone(), *seen);
                changed = true;
            }
        }
        for (root, card) in &passed.accepted {
            if self.accepted.get(root).is_none_or(|former| former.serial < card.serial) {
                self.accepted.insert(*root, card.clone());
                changed = true;
            }
        }
        changed
    }

    /// Adds what is remembered elsewhere, as the newer word: its pins take the place of these.
    pub fn take_in(&mut self, other: Self) {
        for pin in other.pins {
            self.pin(&pin.domain, pin.root, pin.since);
        }
        let passed = Remember {
            seen: other.seen.into_iter().collect(),
            accepted: other.accepted.into_iter().collect(),
        };
        self.remember(&passed);
        self.asked.extend(other.asked);
    }

    /// Takes `root` for `domain` in place of any former pin of it. What was accepted under a former pin of the
    /// same domain is forgotten: it was another publisher's word.
    pub fn pin(&mut self, domain: &str, root: PublicKey, since: Timestamp) {
        if let Some(former) = self.unpin(domain).filter(|former| former.root == root) {
            self.pins.push(former);
            return;
        }
        self.pins.push(Pin { domain: domain.to_owned(), root, since });
        self.pins.sort_by(|a, b| a.domain.cmp(&b.domain));
    }

    /// Takes a pin away.
    pub fn unpin(&mut self, domain: &str) -> Option<Pin> {
        let at = self.pins.iter().position(|pin| pin.domain == domain)?;
        let pin = self.pins.remove(at);
        if !self.pins.iter().any(|other| other.root == pin.root) {
            self.accepted.remove(&pin.root);
        }
        Some(pin)
    }
}
