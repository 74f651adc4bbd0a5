//! The sentences about who vouches for a notice. Each says what to do next.

use app::links::LooksLike;
use app::shown;
use app::walk::Trust;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use notice::verify::{Late, Outcome, Publisher, Reason, SiteAnswer, State};
use texts::Texts;

use crate::notice_errors;

/// Who vouches for an open notice.
pub(crate) fn trust(texts: &Texts, trust: Trust) -> String {
    match trust {
        Trust::Unsigned => state(texts, State::Unsigned),
        Trust::Practice => texts.prog_practice(),
        Trust::Signed(found) => state(texts, found),
    }
}

/// What a state means, in one line.
pub(crate) fn state(texts: &Texts, state: State) -> String {
    match state {
        State::Verified => texts.notice_state_verified(),
        State::NewPublisher => texts.notice_state_new_publisher(),
        State::Unconfirmed => texts.notice_state_unconfirmed(),
        State::Stale => texts.notice_state_stale(),
        State::ChangedKey => texts.notice_state_changed_key(),
        State::Older => texts.notice_state_older(),
        State::Conflict => texts.notice_state_conflict(),
        State::Expired => texts.notice_state_expired(),
        State::Withdrawn => texts.notice_state_withdrawn(),
        State::Unsigned => unsigned(texts),
        State::Tampered => texts.notice_state_tampered(),
        State::Damaged => texts.notice_state_damaged(),
        State::TooNew => texts.notice_state_too_new(),
    }
}

/// What is said of a file that nobody signed.
pub(crate) fn unsigned(texts: &Texts) -> String {
    texts.notice_state_unsigned()
}

/// Whom the file names as its publisher, with the words to compare. Whether that is true, the state says.
pub(crate) fn publisher(texts: &Texts, publisher: &Publisher) -> String {
    let domains: Vec<String> =
        publisher.domains.iter().map(|name| notice::likeness::readable(name)).collect();
    texts.notice_publisher(&texts.listed(&domains), &shown::line(&publisher.name), &publisher.root.words())
}

/// A domain that could be mistaken for another.
pub(crate) fn looks_like(texts: &Texts, like: &LooksLike) -> String {
    texts.notice_looks_like(&like.domain, &like.known)
}

/// Why a notice is in its state, with its facts and what to do.
pub(crate) fn reason(texts: &Texts, outcome: &Outcome) -> String {
    let Some(reason) = &outcome.reason else {
        return match (outcome.state, outcome.site) {
            (State::Unconfirmed, SiteAnswer::OtherRoot) => texts.notice_reason_other_root(),
            (State::Unconfirmed, SiteAnswer::NotReached) => texts.notice_reason_not_reached(),
            (state, _) => self::state(texts, state),
        };
    };
    match reason {
        Reason::Unreadable(error) => notice_errors::unreadable(texts, error),
        Reason::CardSignature => texts.notice_reason_card_signature(),
        Reason::LinkKey => texts.notice_reason_link_key(),
        Reason::ForeignHost { host } => texts.notice_reason_foreign_host(host),
        Reason::NoSuccession { domain, pinned, since, found, .. } => {
            let (known, found) = (pinned.words(), found.words());
            match (domain, since) {
                (Some(domain), Some(since)) => {
                    texts.notice_reason_no_succession_since(domain, day(*since), &known, &found)
                }
                (Some(domain), None) => texts.notice_reason_no_succession(domain, &known, &found),
                (None, _) => texts.notice_reason_no_succession_unnamed(&known, &found),
            }
        }
        Reason::CardSerial { seen, found } => {
            texts.notice_reason_card_serial(&found.to_string(), &seen.to_string())
        }
        Reason::CardExpired { expired } => texts.notice_reason_card_expired(day(*expired)),
        Reason::CardTooLong { issued, expires } => {
            texts.notice_reason_card_too_long(day(*issued), day(*expires))
        }
        Reason::CardNotYet { issued } => texts.notice_reason_card_not_yet(day(*issued)),
        Reason::DeskKeyNotInCard => texts.notice_reason_desk_key(),
        Reason::BodySignature => texts.notice_reason_body_signature(),
        Reason::TrustedComment => texts.notice_reason_trusted_comment(),
        Reason::ForeignDomain { domain } => texts.notice_reason_foreign_domain(domain),
        Reason::SignatureMissing { domain } => texts.notice_reason_signature_missing(domain),
        Reason::Revision { seen, found } => {
            texts.notice_reason_revision(&found.to_string(), &seen.to_string())
        }
        Reason::SameRevision { revision } => texts.notice_reason_same_revision(&revision.to_string()),
        Reason::PastFreshUntil { until } => late(texts, outcome.late.unwrap_or(Late::Current(*until))),
        Reason::Withdrawn if !outcome.confirmed => texts.notice_withdrawn_by_a_stranger(),
        Reason::Withdrawn => state(texts, outcome.state),
    }
}

/// What of a notice has passed, and what to do.
pub(crate) fn late(texts: &Texts, late: Late) -> String {
    match late {
        Late::Promised(at) => texts.notice_late_promised(at),
        Late::Current(until) => texts.notice_late_current(until),
    }
}

fn day(at: jiff::Timestamp) -> Date {
    at.to_zoned_datetime(TimeZone::UTC).date()
}
