//! Passphrases of random words, with their entropy.
//!
//! Lists of 7,776 words (five dice a word): EFF's large list for English, Diceware lists for German, Spanish and
//! French. NIST SP 800-63B-4 asks for length, not composition; the NCSC advises three random words (about 39 bits
//! from these lists, enough online), and five or six are right for an e-mail or master password.

use rand::CryptoRng;
use rand::seq::IndexedRandom as _;
use zeroize::Zeroizing;

const EN: &str = include_str!("../words/en.txt");
const DE: &str = include_str!("../words/de.txt");
const ES: &str = include_str!("../words/es.txt");
const FR: &str = include_str!("../words/fr.txt");

/// The language of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    En,
    /// German.
    De,
    /// Spanish.
    Es,
    /// French.
    Fr,
}

impl Language {
    /// Every language there are words in.
    pub const ALL: &'static [Self] = &[Self::En, Self::De, Self::Es, Self::Fr];

    /// Its ISO 639-1 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Es => "es",
            Self::Fr => "fr",
        }
    }

    /// The language with this ISO 639-1 code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.code() == code)
    }

    /// Its words, in the order of the dice.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        let list = match self {
            Self::En => EN,
            Self::De => DE,
            Self::Es => ES,
            Self::Fr => FR,
        };
        list.lines().collect()
    }
}

/// Fewer or more words than make sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{words} is not a number of words that can be had; there can be {min} to {max}")]
pub struct PassphraseError {
    /// How many were asked for.
    pub words: usize,
    /// The fewest.
    pub min: usize,
    /// The most.
    pub max: usize,
}

/// The fewest words: fewer would be guessed online.
pub const MIN_WORDS: usize = 3;
/// The most words: more than 256 bits are of no use.
pub const MAX_WORDS: usize = 20;

/// Random words, a blank between them. Wiped when dropped.
pub struct Passphrase {
    text: Zeroizing<String>,
    words: usize,
    entropy_bits: f64,
    language: Language,
}

impl Passphrase {
    /// The words, to show them to the person who asked for them.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.text
    }

    /// How many words.
    #[must_use]
    pub fn words(&self) -> usize {
        self.words
    }

    /// Bits of entropy: words × log2 of the list's length.
    #[must_use]
    pub fn entropy_bits(&self) -> f64 {
        self.entropy_bits
    }

    /// The language of its words.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }
}

/// Draws `words` words, each with equal chance, from `random` (the operating system's, in the product).
///
/// # Errors
/// When `words` is below [`MIN_WORDS`] or above [`MAX_WORDS`].
#[allow(clippy::cast_precision_loss, reason = "20 words and 7,776 entries are exact in a double")]
pub fn make(
    words: usize,
    language: Language,
    random: &mut impl CryptoRng,
) -> Result<Passphrase, PassphraseError> {
    if !(MIN_WORDS..=MAX_WORDS).contains(&words) {
        return Err(PassphraseError { words, min: MIN_WORDS, max: MAX_WORDS });
    }
    let list = language.words();
    // Room for the longest words at once: growing would leave copies behind.
    let longest = list.iter().map(|word| word.len()).max().unwrap_or(0);
    let mut text = Zeroizing::new(String::with_capacity(words * (longest + 1)));
    for number in 0..words {
        if number > 0 {
            text.push(' ');
        }
        text.push_str(list.choose(random).copied().unwrap_or_default());
    }
    Ok(Passphrase { text, words, entropy_bits: words as f64 * (list.len() as f64).log2(), language })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    use super::*;

    #[test]
    fn every_list_has_7776_different_words_without_blanks() {
        for language in Language::ALL {
            let words = language.words();
            assert_eq!(words.len(), 7776, "{}", language.code());
            assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), 7776, "{}", language.code());
            assert!(words.iter().all(|w| !w.is_empty() && !w.contains(char::is_whitespace)));
        }
    }

    #[test]
    fn five_words_have_64_point_6_bits() {
        let made = make(5, Language::En, &mut StdRng::seed_from_u64(1)).unwrap();
        assert_eq!(made.expose().split(' ').count(), 5);
        assert!((made.entropy_bits() - 64.6).abs() < 0.05);
        let words = Language::En.words();
        assert!(made.expose().split(' ').all(|word| words.contains(&word)));
    }

    #[test]
    fn each_word_of_the_list_can_be_drawn() {
        let mut random = StdRng::seed_from_u64(7);
        let mut seen = BTreeSet::new();
        for _ in 0..6_000 {
            seen.extend(make(20, Language::De, &mut random).unwrap().expose().split(' ').map(str::to_owned));
        }
        assert_eq!(seen.len(), 7776);
    }

    #[test]
    fn too_few_and_too_many_words_are_refused() {
        assert!(make(2, Language::Fr, &mut StdRng::seed_from_u64(1)).is_err());
        assert!(make(21, Language::Es, &mut StdRng::seed_from_u64(1)).is_err());
    }
}
