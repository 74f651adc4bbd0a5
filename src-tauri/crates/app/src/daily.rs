//! When the site of an open notice is asked for a newer statement without anybody pressing anything.
//!
//! A pure decision: what the person said, when it was asked last, and the time come in. Not here: the asking
//! ([`crate::fetch`]), and what is done with what comes ([`crate::opening`]).

use jiff::{SignedDuration, Timestamp};
use notice::verify::Asked;

/// Between two questions that were answered.
const A_DAY: SignedDuration = SignedDuration::from_hours(24);
/// Until the next try after one that reached nobody.
const AGAIN: SignedDuration = SignedDuration::from_hours(1);

/// Whether the site is to be asked now. `consent` is what the person said, `None` where nothing was said yet.
///
/// The distance in time counts, not its direction: a clock that jumps back can make the site wait for a day, and
/// never for as long as the clock was wrong.
#[must_use]
pub fn is_due(consent: Option<bool>, asked: Option<Asked>, now: Timestamp) -> bool {
    let Some(asked) = asked else { return consent == Some(true) };
    let pause = if asked.answered { A_DAY } else { AGAIN };
    consent == Some(true) && now.duration_since(asked.at).abs() >= pause
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;

    use super::*;

    fn now() -> Timestamp {
        "2026-03-15T12:00:00Z".parse().unwrap()
    }

    fn asked(minutes_ago: i64, answered: bool) -> Asked {
        Asked { at: now().checked_sub(minutes_ago.minutes()).unwrap(), answered }
    }

    #[test]
    fn nobody_is_asked_before_the_person_has_said_yes() {
        for consent in [None, Some(false)] {
            for last in [asked(100_000, true), asked(100_000, false), asked(-100_000, true)] {
                assert!(!is_due(consent, None, now()) && !is_due(consent, Some(last), now()));
            }
        }
        assert!(is_due(Some(true), None, now()));
    }

    #[test]
    fn an_answer_is_enough_for_a_day_and_silence_for_an_hour() {
        for (minutes, answered, due) in [
            (0, true, false),
            (1_439, true, false),
            (1_440, true, true),
            (59, false, false),
            (60, false, true),
        ] {
            assert_eq!(
                is_due(Some(true), Some(asked(minutes, answered)), now()),
                due,
                "{minutes} {answered}"
            );
        }
    }

    #[test]
    fn a_clock_that_jumps_back_stops_nothing_for_good_and_floods_nobody() {
        assert!(!is_due(Some(true), Some(asked(-30, true)), now()), "a small step back asks nobody again");
        // By years: asked once with the right time, and not again before a day has passed.
        assert!(is_due(Some(true), Some(asked(-5_000_000, true)), now()));
        assert!(!is_due(Some(true), Some(asked(0, true)), now()));
        assert!(is_due(Some(true), Some(Asked { at: Timestamp::MAX, answered: true }), Timestamp::MIN));
    }

    #[test]
    fn looking_every_few_minutes_for_weeks_asks_once_a_day() {
        let (mut time, mut last, mut times) = (now(), None, Vec::new());
        for step in (1_i64..40).cycle().take(2_000) {
            time = time.checked_add(step.minutes()).unwrap();
            if is_due(Some(true), last, time) {
                last = Some(Asked { at: time, answered: true });
                times.push(time);
            }
        }
        assert!(times.len() > 20, "{}", times.len());
        assert!(times.windows(2).all(|pair| pair[1].duration_since(pair[0]) >= A_DAY));
    }
}
