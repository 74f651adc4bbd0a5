//! The states and codes of a verification: stable words of the public contract.

use jiff::Timestamp;

use crate::{NoticeError, PublicKey};

/// What a reader is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A pinned publisher, all checks passed.
    Verified,
    /// Not pinned; the domain's own site vouches for the same root.
    NewPublisher,
    /// Not pinned, and the site does not vouch for it.
    Unconfirmed,
    /// Verified, and past the promise of the next statement.
    Stale,
    /// The domain is pinned to another root.
    ChangedKey,
    /// Older than what was seen.
    Older,
    /// Another text under a revision that was seen.
    Conflict,
    /// The card has ended, or is not one that may be used yet.
    Expired,
    /// Taken back by its publisher.
    Withdrawn,
    /// Nobody vouches for it.
    Unsigned,
    /// A signature does not fit.
    Tampered,
    /// Not readable.
    Damaged,
    /// Of a newer format.
    TooNew,
}

impl State {
    /// Every state.
    pub const ALL: &'static [Self] = &[
        Self::Verified,
        Self::NewPublisher,
        Self::Unconfirmed,
        Self::Stale,
        Self::ChangedKey,
        Self::Older,
        Self::Conflict,
        Self::Expired,
        Self::Withdrawn,
        Self::Unsigned,
        Self::Tampered,
        Self::Damaged,
        Self::TooNew,
    ];

    /// Its word.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::NewPublisher => "new_publisher",
            Self::Unconfirmed => "unconfirmed",
            Self::Stale => "stale",
            Self::ChangedKey => "changed_key",
            Self::Older => "older",
            Self::Conflict => "conflict",
            Self::Expired => "expired",
            Self::Withdrawn => "withdrawn",
            Self::Unsigned => "unsigned",
            Self::Tampered => "tampered",
            Self::Damaged => "damaged",
            Self::TooNew => "too_new",
        }
    }

    /// Whether all of steps 1 to 7 passed: such a run is remembered.
    #[must_use]
    pub fn passed(self) -> bool {
        matches!(
            self,
            Self::Verified | Self::NewPublisher | Self::Unconfirmed | Self::Stale | Self::Withdrawn
        )
    }

    /// Whether the notice's own steps, questions and words count.
    #[must_use]
    pub fn vouched(self) -> bool {
        self.passed()
    }

    /// Whether links of the notice may be opened, as far as the rules for links allow each.
    #[must_use]
    pub fn links_live(self) -> bool {
        matches!(self, Self::Verified | Self::NewPublisher | Self::Stale)
    }

    /// Whether the publisher is one that this reader pinned and that verifies now.
    #[must_use]
    pub fn pinned(self) -> bool {
        matches!(self, Self::Verified | Self::Stale)
    }
}

/// Why a notice is in its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// What is wrong with its bytes, and where.
    Unreadable(NoticeError),
    /// No root vouches for the card, or a block over it does not fit.
    CardSignature,
    /// The card is of another root than the link asks for.
    LinkKey,
    /// It came from a host that is not of its publisher.
    ForeignHost {
        /// That host.
        host: String,
    },
    /// The domain is pinned to another root, and nothing leads from that one to this.
    NoSuccession {
        /// The pinned domain; `None` for a root of this run.
        domain: Option<String>,
        /// The root by which it is known: the pinned one, or the first of the card that has left that one behind.
        pinned: PublicKey,
        /// Since when.
        since: Option<Timestamp>,
        /// The root that signed now.
        found: PublicKey,
        /// When its card was made.
        issued: Timestamp,
    },
    /// A card with a lower serial than was seen.
    CardSerial {
        /// The highest seen.
        seen: u32,
        /// The one of this file.
        found: u32,
    },
    /// The card has ended.
    CardExpired {
        /// When.
        expired: Timestamp,
    },
    /// The card would live longer than any may.
    CardTooLong {
        /// From.
        issued: Timestamp,
        /// To.
        expires: Timestamp,
    },
    /// The card is from the future.
    CardNotYet {
        /// When it says that it was made.
        issued: Timestamp,
    },
    /// The body is signed by a key that the card does not name.
    DeskKeyNotInCard,
    /// The body is not what was signed.
    BodySignature,
    /// The signed comment speaks of another notice or revision.
    TrustedComment,
    /// The id is of a domain that the card does not speak for.
    ForeignDomain {
        /// That domain.
        domain: String,
    },
    /// This publisher signs, and this file is not signed.
    SignatureMissing {
        /// The domain of its id.
        domain: String,
    },
    /// A lower revision than was seen.
    Revision {
        /// The highest seen.
        seen: u32,
        /// The one of this file.
        found: u32,
    },
    /// The same revision with another body.
    SameRevision {
        /// Its number.
        revision: u32,
    },
    /// Taken back.
    Withdrawn,
    /// The promise of a next statement has passed.
    PastFreshUntil {
        /// When it was due.
        until: Timestamp,
    },
}

impl Reason {
    /// Its word.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(error) => error.code(),
            Self::CardSignature => "card_signature",
            Self::LinkKey => "link_key",
            Self::ForeignHost { .. } => "foreign_host",
            Self::NoSuccession { .. } => "no_succession",
            Self::CardSerial { .. } => "card_serial",
            Self::CardExpired { .. } => "card_expired",
            Self::CardTooLong { .. } => "card_too_long",
            Self::CardNotYet { .. } => "card_not_yet",
            Self::DeskKeyNotInCard => "desk_key_not_in_card",
            Self::BodySignature => "body_signature",
            Self::TrustedComment => "trusted_comment",
            Self::ForeignDomain { .. } => "foreign_domain",
            Self::SignatureMissing { .. } => "signature_missing",
            Self::Revision { .. } => "revision",
            Self::SameRevision { .. } => "same_revision",
            Self::Withdrawn => "withdrawn",
            Self::PastFreshUntil { .. } => "past_fresh_until",
        }
    }

    /// The state that it leads to.
    #[must_use]
    pub fn state(&self) -> State {
        match self {
            Self::Unreadable(NoticeError::TooNew { .. }) => State::TooNew,
            Self::Unreadable(_) => State::Damaged,
            Self::CardSignature
            | Self::LinkKey
            | Self::ForeignHost { .. }
            | Self::DeskKeyNotInCard
            | Self::BodySignature
            | Self::TrustedComment
            | Self::ForeignDomain { .. }
            | Self::SignatureMissing { .. } => State::Tampered,
            Self::NoSuccession { .. } => State::ChangedKey,
            Self::CardSerial { .. } | Self::Revision { .. } => State::Older,
            Self::CardExpired { .. } | Self::CardTooLong { .. } | Self::CardNotYet { .. } => State::Expired,
            Self::SameRevision { .. } => State::Conflict,
            Self::Withdrawn => State::Withdrawn,
            Self::PastFreshUntil { .. } => State::Stale,
        }
    }
}
