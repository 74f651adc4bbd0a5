//! Parts of a password that many people choose and that `zxcvbn`, which knows English and American keyboards, takes for
//! random: runs of keys of other keyboards, and words, seasons, months and days of other languages with a number.
//!
//! What is found here is handed to `zxcvbn` as the user's own words, so the engine stays one. See [`strength`].
//!
//! [`strength`]: crate::strength()

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

/// A straight run along a row or a column of keys counts from so many keys on.
const STRAIGHT: usize = 4;
/// A run from any key to a neighbour of it counts from so many keys on. A random string has shorter ones by chance.
const ANY_WAY: usize = 6;
/// Digits before or after a word that belong to it: a year, a date.
const DIGITS: usize = 8;
/// A word of fewer letters counts only where the password has no other letters: it is part of many random strings.
const SHORT: usize = 4;

/// Rows of keys from the digits down, each with the keys as they are and with Shift. The first key of each of the four
/// rows is the one at the left edge (left of 1, Q, A, Z on a keyboard with 105 keys; a blank where there is none), so that
/// equal places are in a column that leans to the right. A blank is a key that types no character of its own.
const LAYOUTS: &[[&str; 8]] = &[
    // German
    [
        "^1234567890ß´",
        "°!\"§$%&/()=?`",
        " qwertzuiopü+",
        " QWERTZUIOPÜ*",
        " asdfghjklöä#",
        " ASDFGHJKLÖÄ'",
        "<yxcvbnm,.-",
        ">YXCVBNM;:_",
    ],
    // French
    [
        "²&é\"'(-è_çà)=",
        " 1234567890°+",
        " azertyuiop^$",
        " AZERTYUIOP¨£",
        " qsdfghjklmù*",
        " QSDFGHJKLM%µ",
        "<wxcvbn,;:!",
        ">WXCVBN?./§",
    ],
    // Spanish
    [
        "º1234567890'¡",
        "ª!\"·$%&/()=?¿",
        " qwertyuiop`+",
        " QWERTYUIOP^*",
        " asdfghjklñ´ç",
        " ASDFGHJKLÑ¨Ç",
        "<zxcvbnm,.-",
        ">ZXCVBNM;:_",
    ],
    // Italian
    [
        "\\1234567890'ì",
        "|!\"£$%&/()=?^",
        " qwertyuiopè+",
        " QWERTYUIOPé*",
        " asdfghjklòàù",
        " ASDFGHJKLç°§",
        "<zxcvbnm,.-",
        ">ZXCVBNM;:_",
    ],
    // Portuguese, and with ç the Brazilian letters
    [
        "\\1234567890'«",
        "|!\"#$%&/()=?»",
        " qwertyuiop+´",
        " QWERTYUIOP*`",
        " asdfghjklçº~",
        " ASDFGHJKLÇª^",
        "<zxcvbnm,.-",
        ">ZXCVBNM;:_",
    ],
    // British
    [
        "`1234567890-=",
        "¬!\"£$%^&*()_+",
        " qwertyuiop[]",
        " QWERTYUIOP{}",
        " asdfghjkl;'#",
        " ASDFGHJKL:@~",
        "\\zxcvbnm,./",
        "|ZXCVBNM<>?",
    ],
    // Swedish and Finnish; Danish and Norwegian differ in the last letters
    [
        "§1234567890+´",
        "½!\"#¤%&/()=?`",
        " qwertyuiopå¨",
        " QWERTYUIOPÅ^",
        " asdfghjklöä'",
        " ASDFGHJKLÖÄ*",
        "<zxcvbnm,.-",
        ">ZXCVBNM;:_",
    ],
    [
        "½1234567890+´",
        "§!\"#¤%&/()=?`",
        " qwertyuiopå¨",
        " QWERTYUIOPÅ^",
        " asdfghjklæø'",
        " ASDFGHJKLÆØ*",
        "<zxcvbnm,.-",
        ">ZXCVBNM;:_",
    ],
    // Turkish Q and F
    [
        "\"1234567890*-",
        "é!'^+%&/()=?_",
        " qwertyuıopğü",
        " QWERTYUIOPĞÜ",
        " asdfghjklşi,",
        " ASDFGHJKLŞİ;",
        "<zxcvbnmöç.",
        ">ZXCVBNMÖÇ:",
    ],
    [
        "+1234567890/-",
        "*!\"^$%&'()=?_",
        " fgğıodrnhpqw",
        " FGĞIODRNHPQW",
        " uieaütkmlyşx",
        " UİEAÜTKMLYŞX",
        "<jövcçzsb.,",
        ">JÖVCÇZSB:;",
    ],
    // Russian and Ukrainian
    [
        "ё1234567890-=",
        "Ё!\"№;%:?*()_+",
        " йцукенгшщзхъ",
        " ЙЦУКЕНГШЩЗХЪ",
        " фывапролджэ\\",
        " ФЫВАПРОЛДЖЭ/",
        " ячсмитьбю.",
        " ЯЧСМИТЬБЮ,",
    ],
    [
        "'1234567890-=",
        "₴!\"№;%:?*()_+",
        " йцукенгшщзхї",
        " ЙЦУКЕНГШЩЗХЇ",
        " фівапролджє\\",
        " ФІВАПРОЛДЖЄ/",
        "ґячсмитьбю.",
        "ҐЯЧСМИТЬБЮ,",
    ],
    // Arabic
    [
        "ذ1234567890-=",
        "ّ!@#$%^&*)(_+",
        " ضصثقفغعهخحجد",
        " َُِّْ            ",
        " شسيبلاتنمكط\\",
        "             ",
        " ئءؤرىةوزظ  ",
        "            ",
    ],
];

type Place = (i8, i8);

/// Where each character is on each layout that types it.
fn keys() -> &'static HashMap<char, Vec<(u8, Place)>> {
    static KEYS: OnceLock<HashMap<char, Vec<(u8, Place)>>> = OnceLock::new();
    KEYS.get_or_init(|| {
        let mut keys: HashMap<char, Vec<(u8, Place)>> = HashMap::new();
        for (layout, rows) in (0_u8..).zip(LAYOUTS) {
            for (row, chars) in (0_i8..).zip(rows) {
                for (column, key) in (0_i8..).zip(chars.chars()).filter(|(_, key)| *key != ' ') {
                    let places = keys.entry(key).or_default();
                    if places.last().is_none_or(|(last, _)| *last != layout) {
                        places.push((layout, (column, row / 2)));
                    }
                }
            }
        }
        keys
    })
}

fn words() -> &'static HashMap<char, Vec<Vec<char>>> {
    static WORDS: OnceLock<HashMap<char, Vec<Vec<char>>>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words: HashMap<char, Vec<Vec<char>>> = HashMap::new();
        let lines = include_str!("../words/common.txt").lines().filter(|line| !line.starts_with('#'));
        for word in lines.filter_map(|line| line.split_once(": ")).flat_map(|(_, words)| words.split(' ')) {
            let word: Vec<char> = word.chars().collect();
            if let Some(first) = word.first() {
                words.entry(*first).or_default().push(word);
            }
        }
        words
    })
}

/// What was found in a password.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Familiar {
    /// The parts as they are in the password, in lower case.
    pub(crate) parts: BTreeSet<String>,
    /// Whether one of them is a run of keys.
    pub(crate) keys: bool,
    /// Whether one of them is a word.
    pub(crate) word: bool,
}

/// Looks for such parts.
pub(crate) fn familiar(text: &str) -> Familiar {
    let chars: Vec<char> = text.chars().collect();
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
        let part = chars.iter().skip(start).take(end - start);
        self.parts.insert(part.flat_map(|char| char.to_lowercase()).collect());
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

/// The runs of keys, as ranges of characters.
fn runs(chars: &[char]) -> Vec<(usize, usize)> {
    let mut found: Vec<(u8, usize, usize)> = Vec::new();
    for layout in (0_u8..).take(LAYOUTS.len()) {
        let place = |char: &char| {
            let places = keys().get(char)?;
            places.iter().find(|(of, _)| *of == layout).map(|(_, place)| *place)
        };
        let places: Vec<Option<Place>> = chars.iter().map(place).collect();
        let is_next = |step: Place| matches!(step, (-1..=1, 0) | (0, 1 | -1) | (1, -1) | (-1, 1));
        let straight = |before: Option<Place>, step: Place| {
            step != (0, 0) && is_next(step) && before.is_none_or(|before| before == step)
        };
        let mut here = stretches(&places, STRAIGHT, straight);
        here.extend(stretches(&places, ANY_WAY, |_, step| is_next(step)));
        here.sort_unstable();
        // Runs that touch are one: a column of keys, then the next column.
        for (start, end) in here {
            match found.last_mut() {
                Some((of, _, last)) if *of == layout && start <= *last => *last = end.max(*last),
                _ => found.push((layout, start, end)),
            }
        }
    }
    let mut found: Vec<(usize, usize)> = found.into_iter().map(|(_, start, end)| (start, end)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The longest stretches of at least `least` keys in which `goes_on` holds for each step, given the step before it.
fn stretches(
    places: &[Option<Place>],
    least: usize,
    goes_on: impl Fn(Option<Place>, Place) -> bool,
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut before: Option<Place> = None;
    for end in 1..=places.len() {
        let step = match (places.get(end - 1), places.get(end)) {
            (Some(Some((x, y))), Some(Some((to_x, to_y)))) => Some((to_x - x, to_y - y)),
            _ => None,
        };
        if let Some(step) = step.filter(|step| goes_on(before, *step)) {
            before = Some(step);
            continue;
        }
        if end - start >= least {
            found.push((start, end));
        }
        // A step in another direction may begin a run of its own with the key before it.
        let turns = step.is_some_and(|step| goes_on(None, step));
        start = if turns { end - 1 } else { end };
        before = if turns { step } else { None };
    }
    found
}

/// The words, as ranges of characters: forwards and backwards, with signs in the place of letters too.
fn words_in(chars: &[char]) -> Vec<(usize, usize)> {
    let lower: Vec<char> = chars.iter().map(|char| char.to_lowercase().next().unwrap_or(*char)).collect();
    let read = |one: char| -> Vec<char> { lower.iter().map(|char| letter_for(*char, one)).collect() };
    let mut forms = vec![lower.clone(), read('i'), read('l')];
    forms.dedup();
    let mut found = Vec::new();
    for form in &forms {
        found.extend(matches(form));
        let backwards: Vec<char> = form.iter().rev().copied().collect();
        found.extend(
            matches(&backwards).into_iter().map(|(start, end)| (form.len() - end, form.len() - start)),
        );
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn matches(text: &[char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for start in 0..text.len() {
        let Some(rest) = text.get(start..) else { continue };
        let Some(words) = rest.first().and_then(|first| words().get(first)) else { continue };
        let is_letter = |char: &&char| char.is_alphabetic();
        let letters = text.iter().filter(is_letter).count();
        let fits = |word: &&Vec<char>| {
            rest.starts_with(word)
                && (word.len() >= SHORT || word.iter().filter(is_letter).count() == letters)
        };
        if let Some(longest) = words.iter().filter(fits).map(Vec::len).max() {
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
        familiar(text).parts.into_iter().collect()
    }

    #[test]
    fn runs_of_keys_of_other_keyboards_are_found() {
        for text in [
            "!\"§$%&/()=",
            "qayxswedc",
            "йцукенгшщз",
            "йцукен",
            "azertyuiop",
            "&é\"'(-è_çà",
            "qwertzuiop",
            "yxcvbnm",
            "asdfghjklöä",
            "üpoiuztrewq",
            "фывапролдж",
            "ячсмить",
            "qwertyuıopğü",
            "1qay2wsx",
            "1234567890ß´",
            "!\"·$%&/()",
            "asdfghjklñ",
            "wxcvbn",
            "qsdfghjklm",
        ] {
            let found = familiar(text);
            assert!(found.keys && found.parts.contains(&text.to_lowercase()), "{text}: {found:?}");
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
