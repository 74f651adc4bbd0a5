//! How hard a password is to guess, by `zxcvbn`, as facts and codes.

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::Password;
use crate::familiar::{Familiar, familiar};
use crate::keyboards::on_latin_keys;

/// How many characters are rated.
///
/// `zxcvbn` advises to bound its input, because its time grows faster than the length; it looks at the first 100
/// at most. Its guesses saturate at 2^64 (10^19.3), which is far beyond its best score, and 64 characters reach
/// that bound unless they are one repeated thing. What comes after is left out and can only make the password
/// look weaker than it is, never stronger.
pub const RATED_CHARACTERS: usize = 64;

/// Of the user's own words, this many are used …
const WORDS: usize = 100;
/// … each to this many characters.
const WORD_CHARACTERS: usize = 100;

/// How hard a password is to guess.
#[derive(Debug, Clone, PartialEq)]
pub struct Strength {
    /// 0 (very weak) to 4 (strong), as `zxcvbn` scores.
    pub score: u8,
    /// Decimal logarithm of the guesses that are needed.
    pub guesses_log10: f64,
    /// Seconds at 10,000 guesses a second: a stolen list with a slow hash such as bcrypt.
    pub offline_slow_hash_seconds: f64,
    /// Seconds at 100 guesses an hour: at a log-in page that slows guessing down.
    pub online_throttled_seconds: f64,
    /// What is wrong with it, if something stands out.
    pub warning: Option<Warning>,
    /// What would make it better.
    pub suggestions: Vec<Suggestion>,
}

/// Guesses for a word, a date or a run of keys that many people use: there are some hundred of each, in some variants.
/// `zxcvbn` takes 1 for a word that it is told of.
const FAMILIAR: f64 = 1_000.0;

/// Scores up to this are weak, and have a warning.
const WEAK: u8 = 2;

/// Fewer guesses than these give the scores 0, 1, 2 and 3, as in `zxcvbn`.
const SCORES: [f64; 4] = [1e3 + 5.0, 1e6 + 5.0, 1e8 + 5.0, 1e10 + 5.0];

/// Rates `password`. The words in `about` (forum, names, dates) count as easily guessed.
///
/// `zxcvbn` knows English and American keyboards. Where a password holds a run of keys of another keyboard, or a word of
/// another language with a number, it is rated once more with these parts as words of the user's own; each then counts
/// for 1,000 guesses. One with letters beyond ASCII is also rated in Unicode's forms C and KC (full-width letters,
/// ligatures) and, if they are Cyrillic, as the same keys type it in Latin letters. The lowest of the ratings is taken, so
/// all this can only lower one.
#[must_use]
pub fn strength(password: &Password, about: &[String]) -> Strength {
    let text = first(password.expose_for_rating(), RATED_CHARACTERS);
    let words: Vec<&str> = about
        .iter()
        .take(WORDS)
        .map(|word| first(word.trim(), WORD_CHARACTERS))
        .filter(|w| !w.is_empty())
        .collect();
    let mut lowest = rated(text, &words);
    for reading in readings(text) {
        let other = rated(first(&reading, RATED_CHARACTERS), &words);
        if other.guesses_log10 < lowest.guesses_log10 {
            lowest = other;
        }
    }
    if lowest.score <= WEAK && lowest.warning.is_none() {
        lowest.warning = Some(Warning::FewGuesses);
    }
    lowest
}

/// The other ways to read a text.
fn readings(text: &str) -> Vec<Zeroizing<String>> {
    if text.is_ascii() {
        return Vec::new();
    }
    // A character becomes 18 at most in form KC; with the room given at once no copy is left behind.
    let room = || Zeroizing::new(String::with_capacity(18 * text.len()));
    let (mut composed, mut compatible) = (room(), room());
    composed.extend(text.nfc());
    compatible.extend(text.nfkc());
    let mut readings: Vec<Zeroizing<String>> = Vec::new();
    for reading in [Some(composed), Some(compatible), on_latin_keys(text)].into_iter().flatten() {
        if reading.as_str() != text && !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    readings
}

/// By `zxcvbn`, and once more with the familiar parts as words of the user's own.
fn rated(text: &str, words: &[&str]) -> Strength {
    let plain = by_zxcvbn(text, words);
    if plain.guesses_log10 <= FAMILIAR.log10() {
        return plain;
    }
    let found = familiar(text);
    if found.parts.is_empty() {
        return plain;
    }
    let with_parts: Vec<&str> =
        found.parts.iter().map(|part| part.as_str()).chain(words.iter().copied()).collect();
    let lower = by_zxcvbn(text, &with_parts);
    let guesses = 10_f64.powf(lower.guesses_log10) * FAMILIAR;
    if guesses.log10() >= plain.guesses_log10 {
        return plain;
    }
    let score = SCORES.iter().take_while(|limit| guesses >= **limit).count();
    with_advice(
        Strength {
            score: u8::try_from(score).unwrap_or(plain.score).min(plain.score),
            guesses_log10: guesses.log10(),
            offline_slow_hash_seconds: guesses / 10_000.0,
            online_throttled_seconds: guesses * 36.0,
            ..plain
        },
        &found,
    )
}

/// Says what was found where that makes a password weak.
fn with_advice(mut rated: Strength, found: &Familiar) -> Strength {
    if rated.score > WEAK {
        return rated;
    }
    rated.warning = Some(if found.word { Warning::FamiliarWord } else { Warning::FamiliarKeys });
    if rated.suggestions.is_empty() {
        rated.suggestions = vec![Suggestion::FewWords, Suggestion::NoSymbolsNeeded];
    }
    rated
}

#[allow(
    clippy::cast_precision_loss,
    reason = "an estimate of guesses; its order of magnitude is what counts"
)]
fn by_zxcvbn(rated: &str, words: &[&str]) -> Strength {
    let entropy = zxcvbn::zxcvbn(rated, words);
    let guesses = entropy.guesses() as f64;
    let feedback = entropy.feedback();
    Strength {
        score: u8::from(entropy.score()),
        guesses_log10: entropy.guesses_log10(),
        offline_slow_hash_seconds: guesses / 10_000.0,
        online_throttled_seconds: guesses * 36.0,
        warning: feedback.and_then(zxcvbn::feedback::Feedback::warning).map(Warning::from),
        suggestions: feedback
            .map(|f| f.suggestions().iter().map(|s| Suggestion::from(*s)).collect())
            .unwrap_or_default(),
    }
}

/// The first `count` characters.
fn first(text: &str, count: usize) -> &str {
    match text.char_indices().nth(count) {
        Some((end, _)) => text.get(..end).unwrap_or(text),
        None => text,
    }
}

macro_rules! codes {
    (
        $(#[$doc:meta])* $name:ident from $theirs:path { $($variant:ident = $code:literal, $source:ident, $what:literal;)+ }
        $(of_our_own { $($own:ident = $own_code:literal, $own_what:literal;)+ })?
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $(#[doc = $what] $variant,)+ $($(#[doc = $own_what] $own,)+)? }

        impl $name {
            /// Each of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+ $($(Self::$own,)+)?];

            /// A stable name for it, to look up a text by.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ $($(Self::$own => $own_code,)+)? }
            }
        }

        impl From<$theirs> for $name {
            fn from(theirs: $theirs) -> Self {
                use $theirs as Theirs;
                match theirs { $(Theirs::$source => Self::$variant,)+ }
            }
        }
    };
}

codes! {
    /// What makes a password easy to guess.
    Warning from zxcvbn::feedback::Warning {
        KeyboardRow = "keyboard-row", StraightRowsOfKeysAreEasyToGuess, "A straight row of keys.";
        KeyboardPattern = "keyboard-pattern", ShortKeyboardPatternsAreEasyToGuess, "A short pattern of keys.";
        RepeatedCharacter = "repeated-character", RepeatsLikeAaaAreEasyToGuess, "One character again and again.";
        RepeatedPart = "repeated-part", RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess, "One part again and again.";
        Top10 = "top-10", ThisIsATop10Password, "Among the ten most used.";
        Top100 = "top-100", ThisIsATop100Password, "Among the hundred most used.";
        Common = "common", ThisIsACommonPassword, "Often used.";
        LikeCommon = "like-common", ThisIsSimilarToACommonlyUsedPassword, "Like one that is often used.";
        Sequence = "sequence", SequencesLikeAbcAreEasyToGuess, "A sequence such as abc or 6543.";
        RecentYear = "recent-year", RecentYearsAreEasyToGuess, "A recent year.";
        SingleWord = "single-word", AWordByItselfIsEasyToGuess, "One word alone.";
        Date = "date", DatesAreOftenEasyToGuess, "A date.";
        NameAlone = "name-alone", NamesAndSurnamesByThemselvesAreEasyToGuess, "A name alone.";
        CommonName = "common-name", CommonNamesAndSurnamesAreEasyToGuess, "A common name.";
    }
    of_our_own {
        FamiliarKeys = "familiar-keys", "Keys that are next to each other on a keyboard.";
        FewGuesses = "few-guesses", "Found with few guesses, for no reason that stands out.";
        FamiliarWord = "familiar-word", "A word, name, season, month or day that many people use, with or without a number.";
    }
}

codes! {
    /// What would make a password harder to guess.
    Suggestion from zxcvbn::feedback::Suggestion {
        FewWords = "few-words", UseAFewWordsAvoidCommonPhrases, "A few words that do not belong together.";
        NoSymbolsNeeded = "no-symbols-needed", NoNeedForSymbolsDigitsOrUppercaseLetters, "Symbols are not needed.";
        MoreWords = "more-words", AddAnotherWordOrTwo, "Another word or two.";
        CapitalsHelpLittle = "capitals-help-little", CapitalizationDoesntHelpVeryMuch, "A capital adds little.";
        AllCapitalsHelpLittle = "all-capitals-help-little", AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase, "Capitals throughout add little.";
        ReversedHelpsLittle = "reversed-helps-little", ReversedWordsArentMuchHarderToGuess, "Writing backwards adds little.";
        SwapsHelpLittle = "swaps-help-little", PredictableSubstitutionsDontHelpVeryMuch, "@ for a adds little.";
        LongerPattern = "longer-pattern", UseALongerKeyboardPatternWithMoreTurns, "A longer pattern with more turns.";
        AvoidRepeats = "avoid-repeats", AvoidRepeatedWordsAndCharacters, "No repeats.";
        AvoidSequences = "avoid-sequences", AvoidSequences, "No sequences.";
        AvoidRecentYears = "avoid-recent-years", AvoidRecentYears, "No recent years.";
        AvoidOwnYears = "avoid-own-years", AvoidYearsThatAreAssociatedWithYou, "No years that others connect with you.";
        AvoidOwnDates = "avoid-own-dates", AvoidDatesAndYearsThatAreAssociatedWithYou, "No dates that others connect with you.";
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::SeedableRng as _;
    use rand::seq::IndexedRandom as _;

    use super::*;

    fn rate(text: &str, about: &[&str]) -> Strength {
        let password = Password::from_bytes(Zeroizing::new(text.as_bytes().to_vec())).ok().unwrap();
        strength(&password, &about.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn the_most_used_password_is_very_weak_and_says_why() {
        let rated = rate("password", &[]);
        assert_eq!((rated.score, rated.warning), (0, Some(Warning::Top10)));
        assert!(!rated.suggestions.is_empty());
    }

    #[test]
    fn words_about_the_user_count_against_it() {
        assert!(
            rate("gransnetfan1952", &["gransnet", "fan", "1952"]).guesses_log10
                < rate("gransnetfan1952", &[]).guesses_log10
        );
    }

    #[test]
    fn five_random_words_are_strong_without_any_symbol() {
        let rated = rate("correct horse battery staple lantern", &[]);
        assert_eq!(rated.score, 4);
        assert_eq!(rated.warning, None);
    }

    /// Those that zxcvbn took for good ones, with what is said of each.
    #[test]
    fn passwords_of_other_languages_and_keyboards_are_weak_for_their_reason() {
        for (text, warning) in [
            ("!\"§$%&/()=", Warning::FamiliarKeys),
            ("qayxswedc", Warning::FamiliarKeys),
            ("yaqxswcde", Warning::FamiliarKeys),
            ("&é\"'(-è_çà", Warning::FamiliarKeys),
            ("qwertzuiopü", Warning::FamiliarKeys),
            ("фывапролджэ", Warning::FamiliarKeys),
            ("йфяцычувс", Warning::Common),
            ("a1z2e3r4t5", Warning::FamiliarKeys),
            ("asdfghjklñ", Warning::FamiliarKeys),
            ("!\"£$%^&*()", Warning::FamiliarKeys),
            ("Sommer2024!", Warning::FamiliarWord),
            ("$ommer2024", Warning::FamiliarWord),
            ("Été2024!", Warning::FamiliarWord),
            ("Verano2023!", Warning::FamiliarWord),
            ("Herbst.2022", Warning::FamiliarWord),
            ("Лето2024!", Warning::FamiliarWord),
            ("Leto2024!", Warning::FamiliarWord),
            ("Fall2024!", Warning::FamiliarWord),
            ("Mittwoch2024!", Warning::FamiliarWord),
            ("contraseña1", Warning::FamiliarWord),
            ("contrasen\u{303}a1", Warning::FamiliarWord),
            ("gfhjkm123", Warning::FamiliarWord),
            ("P4sswort2024", Warning::FamiliarWord),
            ("зфыыцщкв", Warning::Top10),
            ("ｐａｓｓｗｏｒｄ", Warning::Top10),
            ("kX9!v", Warning::FewGuesses),
        ] {
            let rated = rate(text, &[]);
            assert!(rated.score <= 2, "{text}: {rated:?}");
            assert_eq!(rated.warning, Some(warning), "{text}: {rated:?}");
        }
    }

    #[test]
    fn passwords_that_many_people_choose_are_weak_with_a_warning() {
        let all = include_str!("../tests/weak.txt").lines().filter(|line| !line.starts_with("# "));
        for text in all {
            let rated = rate(text, &[]);
            assert!(rated.score <= 2 && rated.warning.is_some(), "{text}: {rated:?}");
            assert!(!rated.suggestions.is_empty(), "{text}: {rated:?}");
        }
    }

    #[test]
    fn every_low_score_has_a_warning_and_something_to_do() {
        let mut random = rand::rngs::StdRng::seed_from_u64(11);
        let signs: Vec<char> = ('a'..='z').chain('A'..='Z').chain('0'..='9').collect();
        for _ in 0..500 {
            let text: String = (0..6).map(|_| *signs.choose(&mut random).unwrap()).collect();
            let rated = rate(&text, &[]);
            assert!(
                rated.score > 2 || (rated.warning.is_some() && !rated.suggestions.is_empty()),
                "{rated:?}"
            );
        }
    }

    #[test]
    fn of_ten_thousand_random_strings_none_loses_a_score() {
        let mut random = rand::rngs::StdRng::seed_from_u64(13);
        let letters: Vec<char> = ('a'..='z').collect();
        let (mut lower, mut weaker) = (0, 0);
        for _ in 0..10_000 {
            let text: String = (0..12).map(|_| *letters.choose(&mut random).unwrap()).collect();
            let (plain, rated) = (by_zxcvbn(&text, &[]), rate(&text, &[]));
            lower += u32::from(rated.guesses_log10 < plain.guesses_log10);
            weaker += u32::from(rated.score < plain.score);
        }
        assert_eq!(weaker, 0);
        // A word of four letters is in one of some hundred by chance; that takes guesses away, and no score.
        assert!(lower <= 100, "{lower}");
    }

    #[test]
    fn random_passwords_and_passphrases_keep_their_score() {
        let mut random = rand::rngs::StdRng::seed_from_u64(7);
        let signs: Vec<char> =
            ('a'..='z').chain('A'..='Z').chain('0'..='9').chain("!\"§$%&/()=?".chars()).collect();
        let mut weaker = 0;
        for length in [10, 12, 16] {
            for _ in 0..700 {
                let text: String = (0..length).map(|_| *signs.choose(&mut random).unwrap()).collect();
                let plain = by_zxcvbn(&text, &[]);
                weaker += u32::from(rate(&text, &[]).score < plain.score);
            }
        }
        assert_eq!(weaker, 0, "of 2,100 random passwords");
        for language in ["en", "de", "es", "fr"] {
            let language = crate::passphrase::Language::from_code(language).unwrap();
            for _ in 0..50 {
                let made = crate::passphrase::make(5, language, &mut random).ok().unwrap();
                let rated = rate(made.expose(), &[]);
                assert_eq!(rated.score, by_zxcvbn(made.expose(), &[]).score);
            }
        }
    }

    #[test]
    fn times_follow_from_the_guesses() {
        let rated = rate("gh7Rk!2", &[]);
        let guesses = 10_f64.powf(rated.guesses_log10);
        assert!((rated.offline_slow_hash_seconds * 10_000.0 / guesses - 1.0).abs() < 1e-6);
        assert!((rated.online_throttled_seconds / 36.0 / guesses - 1.0).abs() < 1e-6);
    }

    #[test]
    fn what_comes_after_the_cap_never_makes_it_weaker() {
        let long: String = "kX9!".repeat(16) + &"q".repeat(3_000);
        assert_eq!(rate(&long, &[]), rate(&"kX9!".repeat(16), &[]));
    }

    #[test]
    fn codes_are_all_different() {
        let mut codes: Vec<_> = Warning::ALL.iter().map(|w| w.code()).collect();
        codes.extend(Suggestion::ALL.iter().map(|s| s.code()));
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn what_we_add_to_zxcvbn_only_lowers(text in "\\PC{1,40}") {
            let (plain, rated) = (by_zxcvbn(&text, &[]), rate(&text, &[]));
            prop_assert!(rated.score <= plain.score && rated.guesses_log10 <= plain.guesses_log10);
        }

        #[test]
        fn any_text_gets_a_score(text in "\\PC{1,80}", about in proptest::collection::vec("\\PC{0,20}", 0..4)) {
            let about: Vec<&str> = about.iter().map(String::as_str).collect();
            let rated = rate(&text, &about);
            prop_assert!(rated.score <= 4);
            prop_assert!(rated.guesses_log10.is_finite());
        }
    }
}
