//! Words of the contract: a closed set each, so that Rust and TypeScript find a forgotten one when they compile.

use crate::audit::Ending;
use crate::check::Verdict;
use crate::walk::Trust;
use audit::{Kind, Lookup};
use lists::{Answer, Rank};
use serde::Serialize;
use ts_rs::TS;

/// A set of words, and the domain type that it says with the same names.
macro_rules! words {
    (@set $(#[$doc:meta])* $name:ident { $($variant:ident),+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($variant),+ }
    };
    (@from $name:ident, $theirs:path, { $($variant:ident),+ }) => {
        impl From<$theirs> for $name {
            fn from(theirs: $theirs) -> Self {
                use $theirs as Theirs;
                match theirs { $(Theirs::$variant => Self::$variant),+ }
            }
        }
    };
    ($($(#[$doc:meta])* $name:ident $(from $theirs:path)? { $($variants:tt)+ })+) => {$(
        words!(@set $(#[$doc])* $name { $($variants)+ });
        words!(@maybe $name, $($theirs)?, { $($variants)+ });
    )+};
    (@maybe $name:ident, , $body:tt) => {};
    (@maybe $name:ident, $theirs:path, $body:tt) => { words!(@from $name, $theirs, $body); };
}

words! {
    /// What a list said of a password.
    AnswerCode from Verdict { Found, NotOnThisList, CouldNotCheck, NotAsked }
    /// Who vouches for a notice.
    TrustCode {
        Practice, Unsigned, Verified, NewPublisher, Unconfirmed, Stale, ChangedKey, Older, Conflict, Expired, Withdrawn
    }
    /// Whether more is to come.
    StatusCode from notice::Status { Interim, Final, Withdrawn }
    /// One part of what a notice says.
    HeadingCode { Happened, Consequences, Doing, NotTaken, NotKnown }
    /// How soon a step should be done.
    UrgencyCode from plan::Urgency { Now, Today, ThisWeek }
    /// Who gives the advice.
    FromCode from plan::From { Library, Notice }
    /// Who said that a step is done.
    HowCode from household::How { YouToldUs, WeChecked }
    /// A tool of a step.
    ToolCode { Check, Export, Maker }
    /// A kind of finding.
    KindCode from Kind {
        IncidentSite, IncidentPassword, MasterPasswordReused, Breached, Reused, Similar, Weak, SiteBreachedSince,
        SiteBreachedChangeUnknown, InsecureAddress, Old, TwoStepOffered, NotChecked
    }
    /// What an audit comes to.
    EndingCode from Ending { ToChange, NotAllChecked, NothingChecked, NothingFound }
    /// What an audit is doing.
    PhaseCode { Comparing, Rating, Asking, Resting }
    /// What is done with a file that is being read.
    ReadingCode { Reading, Unlocking, Sorting, LookingUp }
    /// What is to become of the file of an audit.
    FileEndCode { KeepIt, DeleteLocked, DeleteReadable, Deleted }
    /// What is kept of people on this computer.
    HouseholdCode { None, Closed, Open, Nothing }
    /// What opens the household.
    LockedByCode from household::LockedBy { Keyring, Passphrase }
    /// What became of the key of a household that was wiped.
    WipedKeyCode { Removed, None, NotReached, Passphrase, Unknown }
    /// What is wrong with a list file.
    ListProblemCode { Unreadable, Foreign, Damaged }
    /// How far a download is.
    TransferCode { Fetching, Writing, Paused, Done, Failed }
    /// How far reading a list file is.
    VerificationCode { Running, Whole, Damaged, Unreadable, Stopped }
    /// Why no change of the settings is kept.
    NotKeptCode { NoPlace, Unreadable }
}

/// How sure it is that data was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CertaintyCode {
    Confirmed,
    Possible,
    RuledOut,
}

impl From<notice::Certainty> for CertaintyCode {
    fn from(certainty: notice::Certainty) -> Self {
        match certainty {
            notice::Certainty::Confirmed => Self::Confirmed,
            notice::Certainty::Possible => Self::Possible,
            notice::Certainty::RuledOut => Self::RuledOut,
        }
    }
}

/// Among how many of the most used passwords one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub enum RankCode {
    #[serde(rename = "top_1000")]
    Top1000,
    #[serde(rename = "top_10000")]
    Top10000,
    #[serde(rename = "top_million")]
    TopMillion,
}

impl From<Trust> for TrustCode {
    fn from(trust: Trust) -> Self {
        match trust {
            Trust::Practice => Self::Practice,
            Trust::Unsigned => Self::Unsigned,
            Trust::Signed(state) => state.into(),
        }
    }
}

impl From<notice::verify::State> for TrustCode {
    fn from(state: notice::verify::State) -> Self {
        use notice::verify::State;
        match state {
            State::Verified => Self::Verified,
            State::NewPublisher => Self::NewPublisher,
            State::Unconfirmed => Self::Unconfirmed,
            State::Stale => Self::Stale,
            State::ChangedKey => Self::ChangedKey,
            State::Older => Self::Older,
            State::Conflict => Self::Conflict,
            State::Expired => Self::Expired,
            State::Withdrawn => Self::Withdrawn,
            // Nothing of the last three is ever shown; nobody vouches for it.
            State::Unsigned | State::Tampered | State::Damaged | State::TooNew => Self::Unsigned,
        }
    }
}

impl From<&Answer> for AnswerCode {
    fn from(answer: &Answer) -> Self {
        match answer {
            Answer::Found { .. } => Self::Found,
            Answer::NotOnThisList => Self::NotOnThisList,
            Answer::CouldNotCheck(_) => Self::CouldNotCheck,
            Answer::NotAsked => Self::NotAsked,
        }
    }
}

impl From<&Lookup> for AnswerCode {
    fn from(lookup: &Lookup) -> Self {
        match lookup {
            Lookup::Found { .. } => Self::Found,
            Lookup::NotOnThisList => Self::NotOnThisList,
            Lookup::CouldNotCheck { .. } => Self::CouldNotCheck,
            Lookup::NotAsked => Self::NotAsked,
        }
    }
}

impl From<Rank> for RankCode {
    fn from(rank: Rank) -> Self {
        match rank {
            Rank::Top1000 => Self::Top1000,
            Rank::Top10000 => Self::Top10000,
            Rank::TopMillion => Self::TopMillion,
        }
    }
}
