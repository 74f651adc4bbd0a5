//! The program's sentences. Plain English, no blame, never "safe".

use app::check::Verdict;
use app::walk::{Mark, Trust};
use lists::{Answer, Count, Rank, Reason};
use notice::Certainty;
use password::{PasswordError, Suggestion, Warning};

pub(crate) fn password_error(error: &PasswordError) -> String {
    let text = match error {
        PasswordError::Empty => "nothing was typed. Type one password and press Enter.",
        PasswordError::TooLong { .. } => "this is longer than 4,096 bytes. Check that it is one password.",
        PasswordError::LineBreak { .. } => "there is a line break inside. Give one password at a time.",
        PasswordError::OtherEncoding { encoding } => {
            return format!(
                "this is {encoding} text, and lists hold passwords in UTF-8. Give the password as UTF-8."
            );
        }
        PasswordError::Nul { offset } => {
            return format!(
                "there is a zero byte after {offset} bytes, which no text has. Give the password as UTF-8."
            );
        }
        _ => "this is not UTF-8 text. Give the password as UTF-8.",
    };
    text.to_owned()
}

pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Found => "Found in leaked passwords. Change it wherever you use it.",
        Verdict::NotOnThisList => {
            "Not on the lists that were asked. That does not prove that nobody knows it."
        }
        Verdict::CouldNotCheck => "Could not check. Nothing is known about this password; try again later.",
        Verdict::NotAsked => "No list was asked.",
    }
}

pub(crate) fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Found { rank: Some(rank), .. } => {
            let among = match rank {
                Rank::Top1000 => "1,000",
                Rank::Top10000 => "10,000",
                Rank::TopMillion => "1,000,000",
            };
            format!("found, among the {among} most used")
        }
        Answer::Found { count: Count::Exact(1), .. } => "found, seen once".to_owned(),
        Answer::Found { count: Count::Exact(n), .. } => format!("found, seen {n} times"),
        Answer::Found { count: Count::AtLeast(1), .. } => "found, seen at least once".to_owned(),
        Answer::Found { count: Count::AtLeast(n), .. } => format!("found, seen at least {n} times"),
        Answer::Found { count: Count::Unknown, .. } => "found".to_owned(),
        Answer::NotOnThisList => "not on this list".to_owned(),
        Answer::CouldNotCheck(why) => format!("could not check; {}", reason(why)),
        Answer::NotAsked => "not asked".to_owned(),
    }
}

pub(crate) fn contacts_overdue() -> String {
    format!(
        "the contacts were to be looked at again by {}. Numbers may have changed since: look at each one's own page first.",
        plan::authorities_review_by()
    )
}

pub(crate) fn score(score: u8) -> &'static str {
    match score {
        0 => "very weak",
        1 => "weak",
        2 => "fair",
        3 => "good",
        _ => "strong",
    }
}

/// Seconds as people say them.
pub(crate) fn duration(seconds: f64) -> String {
    const STEPS: [(f64, f64, &str); 6] = [
        (60.0, 1.0, "seconds"),
        (3_600.0, 60.0, "minutes"),
        (86_400.0, 3_600.0, "hours"),
        (2_592_000.0, 86_400.0, "days"),
        (31_536_000.0, 2_592_000.0, "months"),
        (3_153_600_000.0, 31_536_000.0, "years"),
    ];
    if seconds < 2.0 {
        return "no time at all".to_owned();
    }
    for (below, unit, name) in STEPS {
        if seconds < below {
            let number = (seconds / unit).round();
            let name = if number < 1.5 { name.trim_end_matches('s') } else { name };
            return format!("about {number:.0} {name}");
        }
    }
    "more than a hundred years".to_owned()
}

pub(crate) fn trust(trust: Trust) -> &'static str {
    match trust {
        Trust::Unsigned => crate::notice_words::UNSIGNED,
        Trust::Practice => "Practice: this notice is made up, to try things out. Nothing here happened.",
        Trust::Signed(state) => crate::notice_words::state(state),
    }
}

/// What was said of a step, after its title.
pub(crate) fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Done => ": done",
        Mark::NotForMe => ": does not apply",
        Mark::Later => ": put off",
    }
}

pub(crate) fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Confirmed => "confirmed",
        Certainty::Possible => "possible",
        Certainty::RuledOut => "not taken",
    }
}

/// What is wrong with a password, in one sentence.
pub(crate) fn warning(warning: Warning) -> &'static str {
    match warning {
        Warning::FamiliarKeys => "Keys that are next to each other on a keyboard are guessed first.",
        Warning::FewGuesses => {
            "It is found with few guesses: it is short, or made of parts that are tried first."
        }
        Warning::FamiliarWord => {
            "Many people use this word, name, season, month or day, with a number or without. It is guessed first."
        }
        Warning::KeyboardRow => "A straight row of keys is guessed at once.",
        Warning::KeyboardPattern => "A short pattern of keys is easy to guess.",
        Warning::RepeatedCharacter => "One character again and again is easy to guess.",
        Warning::RepeatedPart => "Repeating a part adds hardly anything.",
        Warning::Top10 => "This is one of the ten most used passwords.",
        Warning::Top100 => "This is one of the hundred most used passwords.",
        Warning::Common => "This password is used by many people.",
        Warning::LikeCommon => "This is very like a password that many people use.",
        Warning::Sequence => "Sequences such as abc or 6543 are easy to guess.",
        Warning::RecentYear => "Recent years are easy to guess.",
        Warning::SingleWord => "One word alone is easy to guess.",
        Warning::Date => "Dates are easy to guess.",
        Warning::NameAlone => "A name alone is easy to guess.",
        Warning::CommonName => "Common names are easy to guess.",
    }
}

/// What would make a password better, in one sentence.
pub(crate) fn suggestion(suggestion: Suggestion) -> &'static str {
    match suggestion {
        Suggestion::FewWords => "Use a few words that do not belong together.",
        Suggestion::NoSymbolsNeeded => "Symbols, digits and capitals are not needed.",
        Suggestion::MoreWords => "Add another word or two, the rarer the better.",
        Suggestion::CapitalsHelpLittle => "A capital letter helps only a little.",
        Suggestion::AllCapitalsHelpLittle => "Capitals throughout help only a little.",
        Suggestion::ReversedHelpsLittle => "Writing a word backwards helps only a little.",
        Suggestion::SwapsHelpLittle => "Swaps such as @ for a help only a little.",
        Suggestion::LongerPattern => "Use a longer pattern of keys with more turns.",
        Suggestion::AvoidRepeats => "Leave out repeated words and characters.",
        Suggestion::AvoidSequences => "Leave out sequences.",
        Suggestion::AvoidRecentYears => "Leave out recent years.",
        Suggestion::AvoidOwnYears => "Leave out years that others connect with you.",
        Suggestion::AvoidOwnDates => "Leave out dates that others connect with you.",
    }
}

/// Bytes as people say them.
pub(crate) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        1_000_000..1_000_000_000 => format!("{} MB", bytes / 1_000_000),
        _ => format!("{}.{} GB", bytes / 1_000_000_000, bytes % 1_000_000_000 / 100_000_000),
    }
}

/// A number and what there is of it.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Why a list could not answer, and what to do.
pub(crate) fn reason(reason: &Reason) -> String {
    let text = match reason {
        Reason::Unreachable => "the service cannot be reached. Check your connection and try again",
        Reason::Interrupted => "the connection broke off. Try again",
        Reason::TimedOut => "the service did not answer in time. Try again later",
        Reason::RateLimited { retry_after_seconds: Some(seconds) } => {
            return format!(
                "the service is being asked too often. It can be asked again {}.",
                again(*seconds)
            );
        }
        Reason::RateLimited { .. } => "the service is being asked too often. Try again in some minutes",
        Reason::ServerError { status } => {
            return format!("the service has trouble (status {status}). Try again later.");
        }
        Reason::UnexpectedStatus { status } => {
            return format!(
                "the service did not give the list (status {status}). Check its address, or try again later."
            );
        }
        Reason::Redirected { .. } => {
            "something on the way sent us elsewhere, as a log-in page of a public network does. Log in there or use another network"
        }
        Reason::EmptyAnswer | Reason::NotAList { .. } | Reason::TooLarge => {
            "the answer is not a list of passwords; something on the way may have replaced it. Use another network, or try again later"
        }
        Reason::Unreliable => {
            "the answer lacks entries that it should have, so it proves nothing. Ask another service, or try again later"
        }
        Reason::Cancelled => "stopped before it was done. Start it again when you like",
        Reason::FileUnreadable => "the file cannot be opened. Check its name and that you may read it",
        Reason::FileForeign => {
            "the file is not a list that this program reads. Make one with `selfcheck list build`"
        }
        Reason::FileDamaged => "the file is damaged. Get it again",
        _ => "the list could not answer. Try again later",
    };
    format!("{text}.")
}

/// When a service that asked for so many seconds may be asked again; rounded up.
fn again(seconds: u64) -> String {
    const STEPS: [(u64, u64, &str, &str); 4] = [
        (120, 1, "second", "seconds"),
        (7_200, 60, "minute", "minutes"),
        (172_800, 3_600, "hour", "hours"),
        (31_536_000, 86_400, "day", "days"),
    ];
    if seconds == 0 {
        return "now".to_owned();
    }
    if seconds == 3_600 {
        return "in 1 hour".to_owned();
    }
    for (below, unit, one, many) in STEPS {
        if seconds < below {
            return format!(
                "in {}",
                count(usize::try_from(seconds.div_ceil(unit)).unwrap_or(usize::MAX), one, many)
            );
        }
    }
    "in a year or later".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_times_are_said_with_the_right_plural() {
        for (seconds, said) in [
            (0, "now"),
            (1, "in 1 second"),
            (2, "in 2 seconds"),
            (60, "in 60 seconds"),
            (121, "in 3 minutes"),
            (3_600, "in 1 hour"),
            (5_400, "in 90 minutes"),
            (7_200, "in 2 hours"),
            (172_800, "in 2 days"),
            (u64::MAX, "in a year or later"),
        ] {
            assert_eq!(again(seconds), said, "{seconds}");
        }
        assert_eq!(duration(3_600.0), "about 1 hour");
        assert_eq!(duration(5_400.0), "about 2 hours");
    }

    #[test]
    fn sizes_are_said_in_the_unit_that_people_use_for_them() {
        let said = [900, 31_440_896, 437_633_826, 1_000_000_000, 7_460_000_000].map(size);
        assert_eq!(said, ["1 kB", "31 MB", "437 MB", "1.0 GB", "7.4 GB"]);
    }
}
