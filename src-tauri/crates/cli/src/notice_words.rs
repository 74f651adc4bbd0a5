//! The sentences about who vouches for a notice. Each says what to do next.

use notice::NoticeError;
use notice::verify::{Late, Outcome, Publisher, Reason, SiteAnswer, State};

use app::links::LooksLike;
use app::shown;

/// What a state means, in one line.
pub(crate) fn state(state: State) -> &'static str {
    match state {
        State::Verified => "Signed by the publisher you know.",
        State::NewPublisher => {
            "First time here: signed by whoever runs this site. Is it the address that you normally use?"
        }
        State::Unconfirmed => {
            "Signed, but not confirmed: compare the six words with those on the site, and open the site as you always do."
        }
        State::Stale => {
            "Signed by the publisher you know, but out of date. Look for a newer one on the site."
        }
        State::ChangedKey => {
            "Stop: this is signed by somebody other than the publisher you know. Ask the site in another way before you do anything it says."
        }
        State::Older => "Older than what you have read before. Look for the newest one on the site.",
        State::Conflict => {
            "This says something else than what you have read under the same number. Keep to what you had, and ask the site."
        }
        State::Expired => {
            "This notice is out of date, so we cannot tell whether it still holds. Use only Selfcheck's own advice, and look for a newer notice on the site."
        }
        State::Withdrawn => {
            "Withdrawn: the site says that this notice no longer holds. If you have begun a step, finishing it does no harm."
        }
        State::Unsigned => UNSIGNED,
        State::Tampered => "This file was changed after it was signed. We are not showing any of it.",
        State::Damaged => "This file cannot be read.",
        State::TooNew => "This file needs a newer Selfcheck.",
    }
}

/// What is said of a file that nobody signed.
pub(crate) const UNSIGNED: &str =
    "We cannot tell who wrote this file. Its links and steps are not used, only Selfcheck's own advice.";

/// What is said in place of that of a notice that was taken back, where nobody has confirmed whose it is.
pub(crate) const WITHDRAWN_BY_A_STRANGER: &str = "It says that it was withdrawn, but nobody has confirmed who says so: compare the six words with those on the site. Only its own steps are struck out; Selfcheck's own advice still holds.";

/// Whom the file names as its publisher, with the words to compare. Whether that is true, the state says.
pub(crate) fn publisher(publisher: &Publisher) -> String {
    let domains: Vec<String> =
        publisher.domains.iter().map(|name| notice::likeness::readable(name)).collect();
    format!(
        "The file names {} ({}) as its publisher. Six words: {}",
        domains.join(", "),
        shown::line(&publisher.name),
        publisher.root.words()
    )
}

/// A domain that could be mistaken for another.
pub(crate) fn looks_like(like: &LooksLike) -> String {
    format!(
        "look twice: {} is not {}, though it looks like it. If you meant {}, do nothing that this notice says, and go to that site as you always do.",
        like.domain, like.known, like.known
    )
}

/// Why a notice is in its state, with its facts and what to do.
pub(crate) fn reason(outcome: &Outcome) -> String {
    let Some(reason) = &outcome.reason else {
        return match (outcome.state, outcome.site) {
            (State::Unconfirmed, SiteAnswer::OtherRoot) => {
                "it is signed, but the site itself names another key. Do not follow its links; ask the site in another way.".to_owned()
            }
            (State::Unconfirmed, SiteAnswer::NotReached) => {
                "it is signed, but the site did not say that the key is its own. Compare the six words with those on the site.".to_owned()
            }
            (state, _) => self::state(state).to_owned(),
        };
    };
    match reason {
        Reason::Unreadable(error) => unreadable(error),
        Reason::CardSignature => {
            "no root key vouches for the publisher in this file, or it was changed on its way. Get it again from the site itself.".to_owned()
        }
        Reason::LinkKey => {
            "the link asks for another key than this file is signed with. Get both again from the site itself.".to_owned()
        }
        Reason::ForeignHost { host } => format!(
            "it is offered by {host}, which is not a site of its publisher. Go to the site that you normally use."
        ),
        Reason::NoSuccession { domain, pinned, since, found, .. } => format!(
            "{} is known here by another key{}. Known words: {}. Words of this file: {}. Ask the site in another way; only if it says that its key was lost and replaced: selfcheck notice trust.",
            domain.as_deref().unwrap_or("this publisher"),
            since.map(|at| format!(", since {}", day(at))).unwrap_or_default(),
            pinned.words(),
            found.words()
        ),
        Reason::CardSerial { seen, found } => format!(
            "its publisher card is number {found}; number {seen} was seen before. Get the newest file from the site."
        ),
        Reason::CardExpired { expired } => format!(
            "the publisher's card ended on {}. Look for a newer file on the site, and check the date of this computer.",
            day(*expired)
        ),
        Reason::CardTooLong { issued, expires } => format!(
            "the publisher's card runs from {} to {}, longer than the 90 days that one may. Ask the site for another.",
            day(*issued),
            day(*expires)
        ),
        Reason::CardNotYet { issued } => format!(
            "the publisher's card begins on {}, which has not come yet. Check the date of this computer.",
            day(*issued)
        ),
        Reason::DeskKeyNotInCard => {
            "it is signed with a key that its publisher does not name. Get it again from the site itself.".to_owned()
        }
        Reason::BodySignature => {
            "its text is not what was signed. Get it again from the site itself.".to_owned()
        }
        Reason::TrustedComment => {
            "the signature is of another notice or revision. Get it again from the site itself.".to_owned()
        }
        Reason::ForeignDomain { domain } => format!(
            "it claims to speak for {domain}, but its signer does not speak for that site. Go to the site that you normally use."
        ),
        Reason::SignatureMissing { domain } => format!(
            "{domain} signs its notices, and this one is not signed. Get it from the site itself."
        ),
        Reason::Revision { seen, found } => format!(
            "it is revision {found}; revision {seen} was read before. Get the newest one from the site."
        ),
        Reason::SameRevision { revision } => format!(
            "revision {revision} was read before with another text. Keep to what you had, and ask the site which one holds."
        ),
        Reason::PastFreshUntil { until } => late(outcome.late.unwrap_or(Late::Current(*until))),
        Reason::Withdrawn if !outcome.confirmed => WITHDRAWN_BY_A_STRANGER.to_owned(),
        Reason::Withdrawn => state(outcome.state).to_owned(),
    }
}

/// What of a notice has passed, and what to do.
pub(crate) fn late(late: Late) -> String {
    match late {
        Late::Promised(at) => format!(
            "an update was promised by {} and is not in this file. Look for it on the site.",
            moment(at)
        ),
        Late::Current(until) => {
            format!("it was current until {}. Look for a newer update on the site.", moment(until))
        }
    }
}

fn moment(at: jiff::Timestamp) -> String {
    at.strftime("%-d %B %Y, %H:%M UTC").to_string()
}

fn unreadable(error: &NoticeError) -> String {
    let next = match error {
        NoticeError::TooNew { .. } => "Get the newest Selfcheck to read it.",
        NoticeError::Container { .. } => {
            "It is signed, or was, and nothing of it is shown. Get the file again from the site that published it."
        }
        _ => "Get the file again from the site that published it.",
    };
    format!("{error}. {next}")
}

fn day(at: jiff::Timestamp) -> String {
    at.strftime("%-d %B %Y").to_string()
}
