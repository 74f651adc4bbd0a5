//! The notice that is open in the window: its marks, and what its verification found.

use jiff::Timestamp;
use notice::PublicKey;
use notice::verify::{Asked, Late, Memory, Outcome, Reason, State};

use crate::opening::Source;
use crate::trust::pinning::can_be_pinned;
use crate::views::ErrorCode;
use crate::walk::Session;

/// An open notice, which revision of it was read before, and what its verification found.
pub(crate) struct Opened {
    pub(crate) session: Session,
    pub(crate) last_read: Option<u32>,
    /// Whether the page of this revision was before somebody.
    pub(crate) shown: bool,
    /// Where it came from; `None` for the practice notice.
    pub(crate) source: Option<Source>,
    /// Its tag, to ask for it again.
    pub(crate) tag: Option<String>,
    pub(crate) looks_like: Option<String>,
    /// Whether its publisher may be pinned.
    pub(crate) can_trust: bool,
    pub(crate) late_since: Option<Timestamp>,
    /// Until when it was current, if that has passed and no promise has.
    pub(crate) current_until: Option<Timestamp>,
    pub(crate) known: Option<Known>,
    /// When its site was asked last.
    pub(crate) asked: Option<Asked>,
    /// Why that came to nothing, as a code.
    pub(crate) trouble: Option<ErrorCode>,
    /// Where the file with what is known of publishers stands, if it was damaged.
    pub(crate) publishers_aside: Option<String>,
    /// The state in which it was kept, if the one in which it was opened again is worse.
    pub(crate) was: Option<State>,
}

/// The root that is known in place of the one that signed.
pub(crate) struct Known {
    pub(crate) root: PublicKey,
    pub(crate) since: Option<Timestamp>,
    /// When the card of the one that signed was made.
    pub(crate) issued: Timestamp,
}

impl Opened {
    /// One that nothing else is known of.
    pub(crate) fn new(session: Session) -> Self {
        Self {
            session,
            last_read: None,
            shown: false,
            source: None,
            tag: None,
            looks_like: None,
            can_trust: false,
            late_since: None,
            current_until: None,
            known: None,
            asked: None,
            trouble: None,
            publishers_aside: None,
            was: None,
        }
    }

    /// Whether its site can be asked for a newer statement.
    pub(crate) fn can_update(&self) -> bool {
        self.source.as_ref().is_some_and(|source| source.address.is_some())
    }

    /// What its verification found, for the screens.
    pub(crate) fn found(
        &mut self,
        source: Source,
        tag: Option<String>,
        outcome: &Outcome,
        memory: &Memory,
        now: Timestamp,
    ) {
        let id = &self.session.notice().id;
        self.asked = self.asked.or_else(|| memory.asked.get(id).copied());
        let pinned: Vec<String> = memory.pins.iter().map(|pin| pin.domain.clone()).collect();
        self.looks_like = crate::links::looks_like(outcome, &pinned).map(|like| like.known);
        self.can_trust = can_be_pinned(&source, outcome, memory, now);
        self.late_since = match outcome.late {
            Some(Late::Promised(at)) => Some(at),
            _ => None,
        };
        self.current_until = match outcome.late {
            Some(Late::Current(at)) => Some(at),
            _ => None,
        };
        self.known = match &outcome.reason {
            Some(Reason::NoSuccession { pinned, since, issued, .. }) => {
                Some(Known { root: *pinned, since: *since, issued: *issued })
            }
            _ => None,
        };
        (self.source, self.tag) = (Some(source), tag);
    }
}
