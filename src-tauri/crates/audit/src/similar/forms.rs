//! What two passwords of one family have in common: a normal form, and a stem.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// Fewer letters are no stem: too many passwords that have nothing to do with one another begin alike.
const LEAST_STEM: usize = 3;

/// A letter as one reads it: lower-case, and what stands for a letter in "leet" is that letter. What may stand for
/// either of `i` and `l` makes both one.
fn plain(letter: char) -> char {
    match letter {
        '@' | '4' => 'a',
        '8' => 'b',
        '(' => 'c',
        '3' | '€' => 'e',
        '6' | '9' => 'g',
        '1' | '!' | '|' | 'l' => 'i',
        '0' => 'o',
        '$' | '5' => 's',
        '7' | '+' => 't',
        '2' => 'z',
        other => other,
    }
}

fn hash(letters: impl Iterator<Item = char>) -> u64 {
    // Keys need to be equal within one run only, and not to be the text: a collision is one in 10^9 for a
    // hundred thousand passwords.
    let mut hasher = DefaultHasher::new();
    for letter in letters {
        letter.hash(&mut hasher);
    }
    hasher.finish()
}

/// A key that is the same for all passwords with the same normal form.
pub(super) fn normal(text: &str) -> u64 {
    hash(text.chars().flat_map(char::to_lowercase).map(plain))
}

/// A key that is the same for all passwords with the same stem: what is left without a tail of digits and symbols
/// (a year, a number, an exclamation mark), read as the normal form is. `None` where too little is left.
pub(super) fn stem(text: &str) -> Option<u64> {
    let stem = text.trim_end_matches(|c: char| !c.is_alphabetic());
    if stem.chars().count() < LEAST_STEM {
        return None;
    }
    Some(hash(stem.chars().flat_map(char::to_lowercase).map(plain)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_leet_make_no_difference() {
        for text in ["password", "PassWord", "p@ssw0rd", "P4$$W0RD", "pa55word"] {
            assert_eq!(normal(text), normal("password"), "{text}");
        }
        assert_ne!(normal("password"), normal("passwords"));
    }

    #[test]
    fn a_tail_of_digits_and_symbols_makes_no_difference_to_the_stem() {
        for text in ["Summer", "summer2019", "Summer2020!", "5ummer7", "summer___"] {
            assert_eq!(stem(text), stem("summer"), "{text}");
        }
        assert_ne!(stem("summer2019"), stem("winter2019"));
        assert_eq!(stem("19840312"), None);
        assert_eq!(stem("a1234567"), None);
    }
}
