//! Whether one domain looks like another without being it.

use unicode_security::mixed_script::AugmentedScriptSet;
use unicode_security::{RestrictionLevel, RestrictionLevelDetection as _, skeleton};

use crate::domain::registrable;

/// Shorter names are near to each other by chance.
const LONG_ENOUGH: usize = 6;

/// Whether somebody could take `domain` for `known` while it is another: letters that look alike, one letter more,
/// less or other, or the whole of `known` inside its name. Both are registrable domains in ASCII form.
#[must_use]
pub fn looks_like(domain: &str, known: &str) -> bool {
    if domain == known {
        return false;
    }
    let (one, other) = (drawn(domain), drawn(known));
    if one == other {
        return true;
    }
    let label = |domain: &str| domain.split('.').next().unwrap_or_default().to_owned();
    let (name, known_name) = (label(&one), label(&other));
    let joined = [other.replace('.', "-"), other.replace('.', "")];
    if joined.iter().any(|joined| name.contains(joined.as_str())) {
        return true;
    }
    known_name.chars().count() >= LONG_ENOUGH && name != known_name && one_letter_apart(&name, &known_name)
}

/// Whether a name mixes scripts, as in `pаypal` with a Cyrillic letter.
#[must_use]
pub fn mixes_scripts(domain: &str) -> bool {
    let (unicode, _) = idna::domain_to_unicode(domain);
    unicode.split('.').any(|label| AugmentedScriptSet::for_str(label).is_empty())
}

/// The first of `known` that the registrable part of `domain` could be taken for.
#[must_use]
pub fn resembles<'a>(domain: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let own = registrable(domain);
    known.into_iter().find(|other| looks_like(own, registrable(other)))
}

/// The first of `known` that is another domain than the registrable part of `domain` and looks the same, letter by
/// letter. For long lists of known domains, of which many are one letter from some other.
#[must_use]
pub fn drawn_as<'a>(domain: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let own = registrable(domain);
    let look = drawn(own);
    known.into_iter().map(registrable).find(|other| *other != own && drawn(other) == look)
}

/// A domain as a person may read it: in Unicode if each label is of one script and cannot pass for ASCII letters, else
/// in the ASCII form (`xn--…`) that nothing can be mistaken for.
#[must_use]
pub fn readable(domain: &str) -> String {
    let (unicode, sound) = idna::domain_to_unicode(domain);
    let plain = |label: &str| {
        label.check_restriction_level(RestrictionLevel::SingleScript) && !passes_for_ascii(label)
    };
    if sound.is_ok() && unicode.split('.').all(plain) { unicode } else { domain.to_owned() }
}

/// Whether a label that is not ASCII looks as if it were: each of its letters has the shape of an ASCII one
/// (`аррӏе` in Cyrillic), or, in another script than Latin, of one with an accent.
fn passes_for_ascii(label: &str) -> bool {
    if label.is_ascii() {
        return false;
    }
    let shapes: String = skeleton(label).collect();
    if shapes.is_ascii() {
        return true;
    }
    let is_latin = |letter: char| {
        letter.is_ascii_alphabetic() || matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
    };
    // A skeleton is decomposed: an accent is a character of its own.
    let is_accent = |shape: char| matches!(shape, '\u{300}'..='\u{36f}');
    !label.chars().any(is_latin) && shapes.chars().all(|shape| shape.is_ascii() || is_accent(shape))
}

/// What a reader sees: the skeleton of the Unicode form, with the digits that pass for letters.
fn drawn(domain: &str) -> String {
    let (unicode, _) = idna::domain_to_unicode(domain);
    let small = skeleton(&unicode).flat_map(char::to_lowercase);
    let drawn: String = small
        .map(|character| match character {
            '0' => 'o',
            '1' | 'i' | '|' => 'l',
            '5' => 's',
            '3' => 'e',
            other => other,
        })
        .collect();
    drawn.replace("rn", "m").replace("vv", "w").replace("cl", "d")
}

/// One letter more, less or other, or two neighbours swapped.
fn one_letter_apart(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let start = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(start..).unwrap_or_default(), other.get(start..).unwrap_or_default());
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let rest = |letters: &[char]| letters.len().saturating_sub(end);
    match (rest(one), rest(other)) {
        (0 | 1, 0 | 1) => true,
        (2, 2) => one.first() == other.get(1) && one.get(1) == other.first(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_are_found_and_others_are_not() {
        for domain in [
            "f0rum.example",
            "forurn.example",
            "forum-example.com",
            "login-forumexample.org",
            "fоrum.example",
        ] {
            let domain = idna::domain_to_ascii(domain).unwrap();
            assert!(looks_like(&domain, "forum.example"), "{domain}");
        }
        for (domain, known) in
            [("paypa1.com", "paypal.com"), ("payypal.com", "paypal.com"), ("papyal.net", "paypal.com")]
        {
            assert!(looks_like(domain, known), "{domain}");
        }
        for (domain, known) in [
            ("forum.example", "forum.example"),
            ("garden.example", "forum.example"),
            ("fora.com", "form.com"),
        ] {
            assert!(!looks_like(domain, known), "{domain}");
        }
    }

    #[test]
    fn a_name_below_a_likeness_is_found_too_and_a_domain_is_not_its_own_likeness() {
        let known = ["forum.example", "paypal.com"];
        assert_eq!(resembles("login.paypa1.com", known), Some("paypal.com"));
        assert_eq!(resembles("www.paypal.com", known), None);
    }

    #[test]
    fn a_domain_drawn_as_a_known_one_is_found_and_one_letter_apart_is_not() {
        let known = ["paypal.com", "apple.com", "modern.example"];
        let drawn = |domain: &str| drawn_as(&idna::domain_to_ascii(domain).unwrap(), known);
        for (domain, like) in [
            ("paypa1.com", "paypal.com"),
            ("аррӏе.com", "apple.com"),
            ("app1e.com", "apple.com"),
            ("rnodern.example", "modern.example"),
            ("modem.example", "modern.example"),
        ] {
            assert_eq!(drawn(domain), Some(like), "{domain}");
        }
        for domain in ["paypal.com", "www.paypal.com", "paypals.com", "apples.com"] {
            assert_eq!(drawn(domain), None, "{domain}");
        }
    }

    #[test]
    fn unicode_is_shown_only_in_one_script() {
        assert_eq!(readable("xn--bcher-kva.example"), "bücher.example");
        let mixed = idna::domain_to_ascii("pаypal.com").unwrap();
        assert_eq!(readable(&mixed), mixed);
        assert_eq!(readable("my-forum.example"), "my-forum.example");
        for whole_script in ["аррӏе.com", "рауса.example", "ѕсоре.example", "ɡoogle.com", "сосё.example"]
        {
            let ascii = idna::domain_to_ascii(whole_script).unwrap();
            assert!(ascii.starts_with("xn--"), "{ascii}");
            assert_eq!(readable(&ascii), ascii, "{whole_script}");
        }
        for own_letters in
            ["пример.example", "παράδειγμα.example", "bücher.example", "zürich.example", "日本.example"]
        {
            assert_eq!(readable(&idna::domain_to_ascii(own_letters).unwrap()), own_letters);
        }
    }

    #[test]
    fn a_name_of_two_scripts_is_noticed() {
        assert!(mixes_scripts(&idna::domain_to_ascii("pаypal.com").unwrap()));
        assert!(!mixes_scripts("xn--bcher-kva.example"));
    }
}
