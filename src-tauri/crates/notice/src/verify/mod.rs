//! From bytes to a state: who vouches for a notice, whether it is current, and what may be shown of it.
//!
//! A pure state machine: bytes, what is remembered, the time and the origin come in; a state, its reason and what
//! is to be remembered come out. The first failure stops, in the order of `FORMAT.md`; nothing of a signed file
//! is used before it is verified. Not here: sentences (the shells), files and network (crate `app`).

mod card;
mod memory;
mod state;

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};

pub use memory::{Asked, Memory, Pin, Remember, Seen, SeenKey};
pub use state::{Reason, State};

use crate::container::{Container, Signed, split, split_publisher};
use crate::domain::is_within;
use crate::{Card, Link, Notice, NoticeError, PublicKey, Status, raw};
use card::{Checked, Stop};

/// How long an interim statement counts as current, at most.
const INTERIM: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long any other statement counts as current, at most.
const FINAL: SignedDuration = SignedDuration::from_hours(180 * 24);

/// What the publisher's own site says of its keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site<'a> {
    /// It was not asked.
    NotAsked,
    /// It was asked and gave no card.
    NotReached,
    /// Its `/.well-known/selfcheck/publisher`, fetched over TLS from the domain of the notice's id.
    Published(&'a [u8]),
}

/// Everything that a verification may look at.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The file.
    pub bytes: &'a [u8],
    /// The link that led to it.
    pub link: Option<&'a Link>,
    /// The host that it was fetched from.
    pub host: Option<&'a str>,
    /// What the publisher's site says.
    pub site: Site<'a>,
    /// A root that counts as pinned for this run.
    pub root: Option<PublicKey>,
    /// The time.
    pub now: Timestamp,
    /// Pins, cards and revisions of earlier runs.
    pub memory: &'a Memory,
}

/// Who signed, as far as a root vouches for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publisher {
    /// What it calls itself.
    pub name: String,
    /// The domains of its card.
    pub domains: Vec<String>,
    /// The root that vouches for the card: the pinned one, the link's, or the first that signed.
    pub root: PublicKey,
}

/// How the publisher's site agrees, for a publisher that is not pinned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SiteAnswer {
    /// It was not asked.
    NotAsked,
    /// It gave no card, or one that does not verify.
    NotReached,
    /// It has a card of the same root.
    SameRoot,
    /// It has a card of another root.
    OtherRoot,
}

/// What of a notice has passed. Only `next_update` is a promise; publishing sets `fresh_until` by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    /// The next statement was promised for then.
    Promised(Timestamp),
    /// It counted as current until then, and no next statement was promised for a moment that has passed.
    Current(Timestamp),
}

impl Late {
    /// A missed promise first; nothing is late in a notice that was taken back.
    fn of(notice: &Notice, now: Timestamp) -> Option<Self> {
        let current = fresh_until(notice).filter(|until| *until < now);
        notice
            .missed_promise(now)
            .map(Self::Promised)
            .or_else(|| current.map(Self::Current))
            .filter(|_| notice.status != Status::Withdrawn)
    }
}

/// What a verification found.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The state.
    pub state: State,
    /// Why, for every state that has a code.
    pub reason: Option<Reason>,
    /// Whether now is before [`Outcome::fresh_until`]; `None` where nothing is promised or nothing may be read.
    pub fresh: Option<bool>,
    /// What has passed by now, where any of the notice may be read.
    pub late: Option<Late>,
    /// Until when it may be taken as current, capped.
    pub fresh_until: Option<Timestamp>,
    /// Who signed the card.
    pub publisher: Option<Publisher>,
    /// The notice, where any of it may be shown. Its own steps count only if [`State::vouched`].
    pub notice: Option<Notice>,
    /// Whether the site agrees.
    pub site: SiteAnswer,
    /// Whether somebody beside the file itself says whose root it is: a pin, or the domain's own site. For a notice
    /// that was taken back the state does not tell.
    pub confirmed: bool,
    /// What to keep of a run that passed.
    pub remember: Option<Remember>,
}

impl Outcome {
    fn bare(state: State, reason: Option<Reason>) -> Self {
        Self {
            state,
            reason,
            fresh: None,
            late: None,
            fresh_until: None,
            publisher: None,
            notice: None,
            site: SiteAnswer::NotAsked,
            confirmed: false,
            remember: None,
        }
    }

    fn stopped(reason: Reason) -> Self {
        Self::bare(reason.state(), Some(reason))
    }

    /// The domain whose site should be asked for its card, if asking could change anything.
    #[must_use]
    pub fn site_to_ask(&self) -> Option<&str> {
        let unconfirmed = matches!(self.state, State::Unconfirmed | State::Withdrawn) && !self.confirmed;
        let asks = self.site == SiteAnswer::NotAsked && unconfirmed;
        self.notice.as_ref().filter(|_| asks).map(|notice| notice.id.domain.as_str())
    }

    fn with_notice(mut self, notice: Notice, now: Timestamp) -> Self {
        self.fresh_until = fresh_until(&notice);
        self.fresh = self.fresh_until.map(|until| now <= until);
        self.late = Late::of(&notice, now);
        self.notice = Some(notice);
        self
    }
}

/// Verifies a notice.
#[must_use]
pub fn verify(request: &Request<'_>) -> Outcome {
    match split(request.bytes) {
        Err(error) => Outcome::stopped(Reason::Unreadable(error)),
        Ok(Container::Unsigned(body)) => unsigned(request, body),
        Ok(Container::Signed(parts)) => signed(request, &parts),
    }
}

fn unsigned(request: &Request<'_>, body: &str) -> Outcome {
    let notice = match raw::read(body) {
        Ok(notice) => notice,
        // A link asks for a signature whatever the format is.
        Err(NoticeError::TooNew { .. }) if request.link.is_some() => {
            return Outcome::stopped(Reason::LinkKey);
        }
        Err(error) => return Outcome::stopped(Reason::Unreadable(error)),
    };
    let domain = &notice.id.domain;
    if request.link.is_some() {
        return Outcome::stopped(Reason::LinkKey);
    }
    let pinned = request.memory.pins.iter().any(|pin| is_within(domain, &pin.domain));
    if request.root.is_some() || pinned {
        return Outcome::stopped(Reason::SignatureMissing { domain: domain.clone() });
    }
    Outcome::bare(State::Unsigned, None).with_notice(notice, request.now)
}

fn signed(request: &Request<'_>, parts: &Signed<'_>) -> Outcome {
    let checked = match card::check(request, parts) {
        Ok(checked) => checked,
        Err(stop) => return card_stopped(request, parts, *stop),
    };
    let (notice, desk_key) = match body(parts, &checked.card) {
        Ok(found) => found,
        Err(reason) => return Outcome::stopped(*reason),
    };
    let lineage = checked.lineage();
    let id = &notice.id;
    let key = |root: PublicKey| SeenKey { root, id: id.clone(), desk_key };
    // Only what a desk key of this card signed counts: what a stolen key signed ends with the card that named it.
    let counts = |key: &SeenKey| {
        key.id == *id && lineage.contains(&key.root) && checked.card.desk_keys.contains(&key.desk_key)
    };
    let all = || request.memory.seen.iter().filter(|(key, _)| counts(key)).map(|(_, seen)| seen);
    let seen = all().max_by_key(|seen| seen.revision);
    let now_seen = Seen { revision: notice.revision, body: Sha256::digest(parts.body).into() };
    let refused = seen.and_then(|seen| {
        if notice.revision < seen.revision {
            Some(Reason::Revision { seen: seen.revision, found: notice.revision })
        } else if notice.revision == seen.revision && !all().any(|seen| *seen == now_seen) {
            Some(Reason::SameRevision { revision: notice.revision })
        } else {
            None
        }
    });
    let site = site_answer(request, &checked);
    let confirmed = !checked.pins.is_empty() || site == SiteAnswer::SameRoot;
    let until = fresh_until(&notice);
    let late = until.is_some_and(|until| request.now > until);
    let (state, reason) = if let Some(reason) = refused {
        (reason.state(), Some(reason))
    } else if notice.status == Status::Withdrawn {
        (State::Withdrawn, Some(Reason::Withdrawn))
    } else if checked.pins.is_empty() {
        (if confirmed { State::NewPublisher } else { State::Unconfirmed }, None)
    } else if let Some(until) = until.filter(|_| late) {
        (State::Stale, Some(Reason::PastFreshUntil { until }))
    } else {
        (State::Verified, None)
    };
    let remember = state.passed().then(|| Remember {
        seen: lineage.iter().map(|root| (key(*root), now_seen)).collect(),
        accepted: checked.pins.iter().map(|pin| (pin.root, checked.card.clone())).collect(),
    });
    let publisher = Some(checked.publisher);
    Outcome {
        publisher,
        site,
        confirmed,
        remember,
        ..Outcome::bare(state, reason).with_notice(notice, request.now)
    }
}

/// A refused card: where our own advice may still be given, the body is read as if nobody had signed it. A body that
/// the card's desk keys did not sign is not read, and its publisher is not named: anybody can put a text of their own
/// before an old card.
fn card_stopped(request: &Request<'_>, parts: &Signed<'_>, stop: Stop) -> Outcome {
    let outcome = Outcome::stopped(stop.reason);
    let Some((card, publisher)) = stop.vouched else { return outcome };
    match body(parts, &card) {
        Ok((notice, _)) => Outcome { publisher: Some(publisher), ..outcome }.with_notice(notice, request.now),
        Err(_) => outcome,
    }
}

/// The body and the key that signed it.
fn body(parts: &Signed<'_>, card: &Card) -> Result<(Notice, PublicKey), Box<Reason>> {
    let named = |key: &&PublicKey| key.number() == parts.desk.key_number;
    if !card.desk_keys.iter().any(|key| named(&key)) {
        return Err(Box::new(Reason::DeskKeyNotInCard));
    }
    let key = card.desk_keys.iter().find(|key| key.verifies(parts.body, &parts.desk));
    let key = *key.ok_or_else(|| Box::new(Reason::BodySignature))?;
    let notice = raw::read(parts.body).map_err(|error| Box::new(Reason::Unreadable(error)))?;
    if notice.id != parts.id || notice.revision != parts.revision {
        return Err(Box::new(Reason::TrustedComment));
    }
    if !card.domains.contains(&notice.id.domain) {
        return Err(Box::new(Reason::ForeignDomain { domain: notice.id.domain }));
    }
    Ok((notice, key))
}

fn site_answer(request: &Request<'_>, checked: &Checked) -> SiteAnswer {
    let bytes = match request.site {
        Site::NotAsked => return SiteAnswer::NotAsked,
        Site::NotReached => return SiteAnswer::NotReached,
        Site::Published(bytes) => bytes,
    };
    let Ok(published) = split_publisher(bytes) else { return SiteAnswer::NotReached };
    let Ok(card) = published.read_card() else { return SiteAnswer::NotReached };
    match card::signers(&published, &card.roots) {
        Some(signers) if signers.iter().any(|root| checked.signers.contains(root)) => SiteAnswer::SameRoot,
        Some(signers) if !signers.is_empty() => SiteAnswer::OtherRoot,
        _ => SiteAnswer::NotReached,
    }
}

/// Until when a notice counts as current, at the latest 7 days after an interim one and 180 after any other.
fn fresh_until(notice: &Notice) -> Option<Timestamp> {
    let most = if notice.status == Status::Interim { INTERIM } else { FINAL };
    let cap = notice.published.map(|at| at.saturating_add(most).unwrap_or(Timestamp::MAX));
    notice.fresh_until.into_iter().chain(cap).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn late(fields: &str, now: &str) -> Option<Late> {
        let text = format!(
            "format = 1\nid = \"forum.example/a\"\nrevision = 1\npublished = 2026-11-25T18:00:00Z\n{fields}\n"
        );
        Late::of(&raw::read(&text).unwrap(), now.parse().unwrap())
    }

    #[test]
    fn missed_promise_is_that_of_next_update_before_and_after_fresh_until() {
        let promised = Some(Late::Promised("2026-11-27T18:00:00Z".parse().unwrap()));
        let fields =
            "status = \"interim\"\nnext_update = 2026-11-27T18:00:00Z\nfresh_until = 2026-11-29T18:00:00Z";
        assert_eq!(late(fields, "2026-11-27T18:00:00Z"), None);
        assert_eq!(late(fields, "2026-11-28T00:00:00Z"), promised);
        assert_eq!(late(fields, "2026-11-30T00:00:00Z"), promised);
    }

    #[test]
    fn fresh_until_that_has_passed_is_never_a_promise() {
        let current = Some(Late::Current("2026-11-29T18:00:00Z".parse().unwrap()));
        let after = "2026-11-30T00:00:00Z";
        let fields = "fresh_until = 2026-11-29T18:00:00Z";
        assert_eq!(late(&format!("status = \"interim\"\n{fields}"), after), current);
        let final_one = format!("status = \"final\"\nnext_update = 2026-11-27T18:00:00Z\n{fields}");
        assert_eq!(late(&final_one, after), current);
        let to_come = format!("status = \"interim\"\nnext_update = 2026-12-01T18:00:00Z\n{fields}");
        assert_eq!(late(&to_come, after), current);
        let withdrawn = format!("status = \"withdrawn\"\n{fields}");
        assert_eq!(late(&withdrawn, after), None);
    }
}
