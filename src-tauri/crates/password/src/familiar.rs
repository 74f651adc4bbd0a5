//! Parts of a password that many people choose and that `zxcvbn`, which knows English and American keyboards, takes for
//! random: runs of keys of other keyboards, and words, seasons, months and days of other languages with a number.
//!
//! What is found here is handed to `zxcvbn` as the user's own words, so the engine stays one. See [`strength`].
//!
//! [`strength`]: crate::strength()

use std::collections::HashMap;
use std::sync::OnceLock;

use zeroize::Zeroizing;

use crate::keyboards::{on_latin_keys, runs};

/// Digits before or after a word that belong to it: a year, a date.
const DIGITS: usize = 8;
/// A word of fewer letters counts only where the password has no other letters: it is part of many random strings.
const SHORT: usize = 4;

/// The words by their first three letters.
struct Words {
    of: HashMap<[char; 3], Vec<Vec<char>>>,
    /// A bit for each beginning, told by [`bit`]: most that are looked up are none, and that is known at once.
    begins: Vec<u64>,
}

/// Bits in which beginnings are noted, as a power of two; there are about 1,500 beginnings.
const BITS: u32 = 16;

/// The place of the bit for a beginning.
fn bit([one, two, three]: [char; 3]) -> (usize, u64) {
    let mixed = [one, two, three]
        .iter()
        .fold(0_u64, |mixed, char| (mixed ^ u64::from(u32::from(*char))).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let number = mixed >> (64 - BITS);
    (usize::try_from(number / 64).unwrap_or(0), 1 << (number % 64))
}

impl Words {
    /// Russian and Ukrainian words also as they come out on a Latin keyboard.
    fn read() -> Self {
        let mut words = Self { of: HashMap::new(), begins: vec![0; 1 << (BITS - 6)] };
        let lines = include_str!("../words/common.txt").lines().filter(|line| !line.starts_with('#'));
        for word in lines.filter_map(|line| line.split_once(": ")).flat_map(|(_, words)| words.split(' ')) {
            words.add(word);
            if let Some(latin) = on_latin_keys(word) {
                words.add(&latin);
            }
        }
        words
    }

    fn add(&mut self, word: &str) {
        let word: Vec<char> = word.chars().collect();
        let Some(begin) = word.first_chunk::<3>() else { return };
        let (place, bit) = bit(*begin);
        if let Some(bits) = self.begins.get_mut(place) {
            *bits |= bit;
        }
        self.of.entry(*begin).or_default().push(word);
    }

    fn that_begin(&self, begin: [char; 3]) -> &[Vec<char>] {
        let (place, bit) = bit(begin);
        if self.begins.get(place).is_none_or(|bits| bits & bit == 0) {
            return &[];
        }
        self.of.get(&begin).map_or(&[], Vec::as_slice)
    }
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(Words::read)
}

/// What was found in a password.
#[derive(Default)]
pub(crate) struct Familiar {
    /// The parts as they are in the password, in lower case.
    pub(crate) parts: Vec<Zeroizing<String>>,
    /// Whether one of them is a run of keys.
    pub(crate) keys: bool,
    /// Whether one of them is a word.
    pub(crate) word: bool,
}

/// Looks for such parts.
pub(crate) fn familiar(text: &str) -> Familiar {
    // With the room given at once no copy is left behind by growing.
    let mut chars = Zeroizing::new(Vec::with_capacity(text.len()));
    chars.extend(text.chars());
    let mut found = Familiar::default();
    for (start, end) in runs(&chars) {
        found.keys = true;
        found.take(&chars, start, end);
    }
    for (start, end) in words_in(&chars) {
        found.word = true;
        found.take(&chars, start, end);
    }
    found
}

impl Familiar {
    /// Takes a part with the digits around it, and a sign between it and them.
    fn take(&mut self, chars: &[char], start: usize, end: usize) {
        let end = end + number(chars.iter().skip(end));
        let start = start - number(chars.iter().take(start).rev());
        let part = chars.get(start..end).unwrap_or_default();
        let mut lower = Zeroizing::new(String::with_capacity(4 * part.len()));
        lower.extend(part.iter().flat_map(|char| char.to_lowercase()));
        if !self.parts.contains(&lower) {
            self.parts.push(lower);
        }
    }
}

/// How many characters a number takes that begins here, with a sign before it; 0 where there is none.
fn number<'a>(mut chars: impl Iterator<Item = &'a char> + Clone) -> usize {
    let sign = usize::from(chars.clone().next().is_some_and(|char| !char.is_alphanumeric()));
    if sign == 1 {
        chars.next();
    }
    let digits = chars.take_while(|char| char.is_ascii_digit()).count();
    if (1..=DIGITS).contains(&digits) { sign + digits } else { 0 }
}

/// The words, as ranges of characters: forwards and backwards, with signs in the place of letters too.
fn words_in(chars: &[char]) -> Vec<(usize, usize)> {
    let lower = |char: &char| char.to_lowercase().next().unwrap_or(*char);
    let written: Zeroizing<Vec<char>> = Zeroizing::new(chars.iter().map(lower).collect());
    let read = |one: char| -> Zeroizing<Vec<char>> {
        Zeroizing::new(written.iter().map(|char| letter_for(*char, one)).collect())
    };
    let (i, l) = (read('i'), read('l'));
    let mut forms = vec![written];
    for form in [i, l] {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    let mut found = Vec::new();
    for mut form in forms {
        found.extend(matches(&form));
        form.reverse();
        found.extend(matches(&form).into_iter().map(|(start, end)| (form.len() - end, form.len() - start)));
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn matches(text: &[char]) -> Vec<(usize, usize)> {
    let letters = |text: &[char]| text.iter().filter(|char| char.is_alphabetic()).count();
    let words = words();
    let mut found = Vec::new();
    for start in 0..text.len() {
        let Some(rest) = text.get(start..) else { continue };
        let Some(begin) = rest.first_chunk::<3>() else { break };
        let fits = |word: &&Vec<char>| {
            rest.starts_with(word) && (word.len() >= SHORT || letters(word) == letters(text))
        };
        if let Some(longest) = words.that_begin(*begin).iter().filter(fits).map(Vec::len).max() {
            found.push((start, start + longest));
        }
    }
    found
}

/// The letter for which a sign is put; `one` is what 1 and ! are read as.
fn letter_for(char: char, one: char) -> char {
    match char {
        '4' | '@' => 'a',
        '8' => 'b',
        '(' | '{' | '[' | '<' => 'c',
        '3' | '€' => 'e',
        '6' | '9' => 'g',
        '1' | '!' | '|' => one,
        '0' => 'o',
        '$' | '5' => 's',
        '7' | '+' => 't',
        '2' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<String> {
        familiar(text).parts.iter().map(|part| part.to_string()).collect()
    }

    #[test]
    fn every_word_of_the_list_is_found_alone() {
        let lines = include_str!("../words/common.txt").lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            let (_, words) = line.split_once(": ").unwrap();
            for word in words.split(' ') {
                assert!(parts(word).contains(&word.to_lowercase()), "{word}: {:?}", parts(word));
            }
        }
    }

    #[test]
    fn words_of_other_languages_are_found_with_their_numbers() {
        for (text, part) in [
            ("Sommer2024!", "sommer2024"),
            ("Winter23", "winter23"),
            ("Januar2025", "januar2025"),
            ("été2024", "été2024"),
            ("mai2024", "mai2024"),
            ("hallo123", "hallo123"),
            ("H4llo123", "h4llo123"),
            ("123passwort", "123passwort"),
            ("Herbst.2022", "herbst.2022"),
            ("2024_Ete!", "2024_ete"),
            ("ПРИВЕТ1", "привет1"),
            ("gfhjkm", "gfhjkm"),
            ("C0ntr4s3ñ4", "c0ntr4s3ñ4"),
            ("1234motdepasse", "1234motdepasse"),
            ("Leto2024!", "leto2024"),
            ("Dez.2023", "dez.2023"),
            ("yfnfif1", "yfnfif1"),
        ] {
            assert!(parts(text).contains(&part.to_owned()), "{text}: {:?}", parts(text));
        }
    }

    #[test]
    fn short_words_inside_other_text_are_not_found() {
        for text in ["xkmai7Qp", "Q7-mdp-x", "aslxkq"] {
            assert_eq!(parts(text), Vec::<String>::new(), "{text}");
        }
    }
}
