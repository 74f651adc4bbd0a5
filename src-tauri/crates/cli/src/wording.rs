//! The program's sentences. Plain words, no blame, never "safe".

use app::check::Verdict;
use app::walk::Mark;
use lists::{Answer, Count, Rank, Reason};
use notice::Certainty;
use password::{PasswordError, Suggestion, Warning};
use texts::Texts;

/// A message that takes one number.
type Counted = fn(&Texts, u64) -> String;

pub(crate) fn password_error(texts: &Texts, error: &PasswordError) -> String {
    match error {
        PasswordError::Empty => texts.pw_empty(),
        PasswordError::TooLong { .. } => texts.pw_too_long(),
        PasswordError::LineBreak { .. } => texts.pw_line_break(),
        PasswordError::OtherEncoding { encoding } => texts.pw_other_encoding(&encoding.to_string()),
        PasswordError::Nul { offset } => texts.pw_zero_byte(number(*offset)),
        _ => texts.pw_not_text(),
    }
}

pub(crate) fn verdict(texts: &Texts, verdict: Verdict) -> String {
    match verdict {
        Verdict::Found => texts.pw_verdict_found(),
        Verdict::NotOnThisList => texts.pw_verdict_not_on_this_list(),
        Verdict::CouldNotCheck => texts.pw_verdict_could_not_check(),
        Verdict::NotAsked => texts.pw_verdict_not_asked(),
    }
}

pub(crate) fn answer(texts: &Texts, answer: &Answer) -> String {
    match answer {
        Answer::Found { rank: Some(Rank::Top1000), .. } => texts.pw_answer_top_1000(),
        Answer::Found { rank: Some(Rank::Top10000), .. } => texts.pw_answer_top_10000(),
        Answer::Found { rank: Some(Rank::TopMillion), .. } => texts.pw_answer_top_million(),
        Answer::Found { count: Count::Exact(n), .. } => texts.pw_answer_seen(*n),
        Answer::Found { count: Count::AtLeast(n), .. } => texts.pw_answer_seen_at_least(*n),
        Answer::Found { count: Count::Unknown, .. } => texts.pw_answer_found(),
        Answer::NotOnThisList => texts.pw_answer_not_on_this_list(),
        Answer::CouldNotCheck(why) => texts.pw_answer_could_not_check(&reason(texts, why)),
        Answer::NotAsked => texts.pw_answer_not_asked(),
    }
}

pub(crate) fn contacts_overdue(texts: &Texts) -> String {
    texts.prog_contacts_overdue(plan::authorities_review_by())
}

pub(crate) fn score(texts: &Texts, score: u8) -> String {
    match score {
        0 => texts.pw_score_0(),
        1 => texts.pw_score_1(),
        2 => texts.pw_score_2(),
        3 => texts.pw_score_3(),
        _ => texts.pw_score_4(),
    }
}

/// Seconds as people say them.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number up to 100")]
pub(crate) fn duration(texts: &Texts, seconds: f64) -> String {
    const STEPS: [(f64, f64, Counted); 6] = [
        (60.0, 1.0, Texts::prog_about_seconds),
        (3_600.0, 60.0, Texts::prog_about_minutes),
        (86_400.0, 3_600.0, Texts::prog_about_hours),
        (2_592_000.0, 86_400.0, Texts::prog_about_days),
        (31_536_000.0, 2_592_000.0, Texts::prog_about_months),
        (3_153_600_000.0, 31_536_000.0, Texts::prog_about_years),
    ];
    if seconds < 2.0 {
        return texts.prog_no_time();
    }
    for (below, unit, about) in STEPS {
        if seconds < below {
            return about(texts, (seconds / unit).round() as u64);
        }
    }
    texts.prog_centuries()
}

/// What was said of a step, after its title.
pub(crate) fn mark(texts: &Texts, mark: Mark) -> String {
    let said = match mark {
        Mark::Done => texts.prog_mark_done(),
        Mark::NotForMe => texts.prog_mark_not_for_me(),
        Mark::Later => texts.prog_mark_later(),
    };
    format!(": {said}")
}

pub(crate) fn certainty(texts: &Texts, certainty: Certainty) -> String {
    match certainty {
        Certainty::Confirmed => texts.prog_certainty_confirmed(),
        Certainty::Possible => texts.prog_certainty_possible(),
        Certainty::RuledOut => texts.prog_certainty_ruled_out(),
    }
}

/// What is wrong with a password, in one sentence.
pub(crate) fn warning(texts: &Texts, warning: Warning) -> String {
    match warning {
        Warning::FamiliarKeys => texts.strength_warning_familiar_keys(),
        Warning::FewGuesses => texts.strength_warning_few_guesses(),
        Warning::FamiliarWord => texts.strength_warning_familiar_word(),
        Warning::KeyboardRow => texts.strength_warning_keyboard_row(),
        Warning::KeyboardPattern => texts.strength_warning_keyboard_pattern(),
        Warning::RepeatedCharacter => texts.strength_warning_repeated_character(),
        Warning::RepeatedPart => texts.strength_warning_repeated_part(),
        Warning::Top10 => texts.strength_warning_top_10(),
        Warning::Top100 => texts.strength_warning_top_100(),
        Warning::Common => texts.pw_warning_common(),
        Warning::LikeCommon => texts.strength_warning_like_common(),
        Warning::Sequence => texts.strength_warning_sequence(),
        Warning::RecentYear => texts.strength_warning_recent_year(),
        Warning::SingleWord => texts.strength_warning_single_word(),
        Warning::Date => texts.strength_warning_date(),
        Warning::NameAlone => texts.strength_warning_name_alone(),
        Warning::CommonName => texts.strength_warning_common_name(),
    }
}

/// What would make a password better, in one sentence.
pub(crate) fn suggestion(texts: &Texts, suggestion: Suggestion) -> String {
    match suggestion {
        Suggestion::FewWords => texts.strength_suggestion_few_words(),
        Suggestion::NoSymbolsNeeded => texts.strength_suggestion_no_symbols_needed(),
        Suggestion::MoreWords => texts.strength_suggestion_more_words(),
        Suggestion::CapitalsHelpLittle => texts.strength_suggestion_capitals_help_little(),
        Suggestion::AllCapitalsHelpLittle => texts.strength_suggestion_all_capitals_help_little(),
        Suggestion::ReversedHelpsLittle => texts.strength_suggestion_reversed_helps_little(),
        Suggestion::SwapsHelpLittle => texts.strength_suggestion_swaps_help_little(),
        Suggestion::LongerPattern => texts.strength_suggestion_longer_pattern(),
        Suggestion::AvoidRepeats => texts.strength_suggestion_avoid_repeats(),
        Suggestion::AvoidSequences => texts.strength_suggestion_avoid_sequences(),
        Suggestion::AvoidRecentYears => texts.strength_suggestion_avoid_recent_years(),
        Suggestion::AvoidOwnYears => texts.strength_suggestion_avoid_own_years(),
        Suggestion::AvoidOwnDates => texts.strength_suggestion_avoid_own_dates(),
    }
}

/// Bytes as people say them.
pub(crate) fn size(texts: &Texts, bytes: u64) -> String {
    match bytes {
        0..1_000_000 => texts.prog_size_kb(bytes.div_ceil(1_000)),
        1_000_000..1_000_000_000 => texts.prog_size_mb(bytes / 1_000_000),
        _ => {
            let whole = texts.number(bytes / 1_000_000_000);
            let tenth = bytes % 1_000_000_000 / 100_000_000;
            texts.prog_size_gb(&texts.prog_decimal(&whole, &tenth.to_string()))
        }
    }
}

/// A count as messages take it.
pub(crate) fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// Why a list could not answer, and what to do.
pub(crate) fn reason(texts: &Texts, reason: &Reason) -> String {
    match reason {
        Reason::Unreachable => texts.prog_reason_unreachable(),
        Reason::Interrupted => texts.prog_reason_interrupted(),
        Reason::TimedOut => texts.prog_reason_timed_out(),
        Reason::RateLimited { retry_after_seconds: Some(seconds) } => {
            texts.prog_reason_busy_until(&again(texts, *seconds))
        }
        Reason::RateLimited { .. } => texts.prog_reason_busy(),
        Reason::ServerError { status } => texts.prog_reason_server(&status.to_string()),
        Reason::UnexpectedStatus { status } => texts.prog_reason_status(&status.to_string()),
        Reason::Redirected { .. } => texts.prog_reason_redirected(),
        Reason::EmptyAnswer | Reason::NotAList { .. } | Reason::TooLarge => texts.prog_reason_not_a_list(),
        Reason::Unreliable => texts.prog_reason_unreliable(),
        Reason::Cancelled => texts.prog_reason_cancelled(),
        Reason::FileUnreadable => texts.prog_reason_file_unreadable(),
        Reason::FileForeign => texts.prog_reason_file_foreign(),
        Reason::FileDamaged => texts.prog_reason_file_damaged(),
        _ => texts.prog_reason_unknown(),
    }
}

/// When a service that asked for so many seconds may be asked again; rounded up.
fn again(texts: &Texts, seconds: u64) -> String {
    const STEPS: [(u64, u64, Counted); 4] = [
        (120, 1, Texts::prog_when_seconds),
        (7_200, 60, Texts::prog_when_minutes),
        (172_800, 3_600, Texts::prog_when_hours),
        (31_536_000, 86_400, Texts::prog_when_days),
    ];
    if seconds == 0 {
        return texts.prog_when_now();
    }
    if seconds == 3_600 {
        return texts.prog_when_hours(1);
    }
    for (below, unit, within) in STEPS {
        if seconds < below {
            return within(texts, seconds.div_ceil(unit));
        }
    }
    texts.prog_when_years()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::english;

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
            assert_eq!(again(english(), seconds), said, "{seconds}");
        }
        assert_eq!(duration(english(), 3_600.0), "about 1 hour");
        assert_eq!(duration(english(), 5_400.0), "about 2 hours");
    }

    #[test]
    fn sizes_are_said_in_the_unit_that_people_use_for_them() {
        let said =
            [900, 31_440_896, 437_633_826, 1_000_000_000, 7_460_000_000].map(|bytes| size(english(), bytes));
        assert_eq!(said, ["1 kB", "31 MB", "437 MB", "1.0 GB", "7.4 GB"]);
    }
}
