//! `postal-address`: a street with a house number in a text. That of a victim, or of somebody who is suspected, must
//! not be published; the publisher's own belongs into `contact.post`.

use std::sync::OnceLock;

use serde::Deserialize;

use super::language::{in_list, shipped};
use super::texts::elsewhere;
use super::{Code, Draft, Finding};

#[derive(Debug, Default, Deserialize)]
struct Streets {
    after_number: Vec<String>,
    before_number: Vec<String>,
    before_name: Vec<String>,
    between: Vec<String>,
}

fn streets() -> &'static Streets {
    static STREETS: OnceLock<Streets> = OnceLock::new();
    STREETS.get_or_init(|| shipped("streets.toml", include_str!("../../lint/streets.toml")))
}

/// The most words of a street's name.
const MOST_WORDS: usize = 4;

pub(super) fn look(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let elsewhere: Vec<_> = elsewhere(draft.notice).collect();
    let texts = draft
        .texts
        .iter()
        .flat_map(|text| text.paragraphs.iter().map(|paragraph| (text.field.as_str(), paragraph.as_str())))
        .chain(elsewhere.iter().map(|(field, _, text)| (field.as_str(), *text)));
    let mut named: Vec<String> = Vec::new();
    for (field, paragraph) in texts {
        if named.iter().any(|known| known == field) {
            continue;
        }
        if let Some(address) = address(paragraph) {
            named.push(field.to_owned());
            findings.push(draft.finding(Code::PostalAddress, field, Some(&address), Some(address.clone())));
        }
    }
}

/// The first street with a house number, as it is written.
fn address(text: &str) -> Option<String> {
    let words: Vec<Word<'_>> = text.split_whitespace().map(Word::of).collect();
    (0..words.len()).find_map(|at| {
        let rest = words.get(at..)?;
        let length = after_number(rest).or_else(|| before_number(rest)).or_else(|| before_name(rest))?;
        let written: Vec<&str> = rest.iter().take(length).map(|word| word.written).collect();
        Some(written.join(" ").trim_end_matches([',', '.', ';', ':', ')']).to_owned())
    })
}

struct Word<'a> {
    written: &'a str,
    /// Without the signs around it.
    bare: &'a str,
    small: String,
    /// Whether a sentence or an address may end behind it.
    ends: bool,
}

impl<'a> Word<'a> {
    fn of(written: &'a str) -> Self {
        let bare = written.trim_matches(|c: char| !c.is_alphanumeric());
        let ends = written.ends_with([',', '.', ';', '!', '?', ')', ':']);
        Self { written, bare, small: bare.to_lowercase(), ends }
    }

    /// A house number: up to four digits, and perhaps a letter or a range.
    fn is_number(&self) -> bool {
        let digits = self.bare.chars().take_while(char::is_ascii_digit).count();
        let rest = self.bare.get(digits..).unwrap_or_default();
        let single = |rest: &str| rest.chars().count() <= 1 && rest.chars().all(char::is_alphabetic);
        let range =
            |rest: &str| rest.starts_with(['-', '/', '–']) && rest.chars().skip(1).all(char::is_alphanumeric);
        (1..=4).contains(&digits) && (single(rest) || range(rest))
    }

    fn is_name(&self) -> bool {
        let first = self.bare.chars().next();
        // Letters without small and capital ones count as names.
        first.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
    }

    fn is_in(&self, list: &[String]) -> bool {
        in_list(list, &self.small)
    }
}

/// 12 Ash Road; 12 rue de la Paix. How many words it has.
fn after_number(words: &[Word<'_>]) -> Option<usize> {
    let (number, rest) = words.split_first()?;
    if !number.is_number() {
        return None;
    }
    let bis = usize::from(rest.first().is_some_and(|word| word.small == "bis" || word.small == "ter"));
    if rest.get(bis).is_some_and(|word| word.is_in(&streets().between)) {
        let name = rest.iter().skip(bis + 1).take(MOST_WORDS).position(Word::is_name)?;
        return Some(bis + name + 3);
    }
    let names = rest.iter().take(MOST_WORDS).take_while(|word| word.is_name());
    let at =
        names.enumerate().skip(1).find(|(_, word)| word.is_in(&streets().after_number)).map(|(at, _)| at)?;
    Some(at + 2)
}

/// Ahornstraße 12; Berliner Straße 5; Atatürk Caddesi No: 7.
fn before_number(words: &[Word<'_>]) -> Option<usize> {
    let first = words.first().filter(|word| word.is_name())?;
    let endings = &streets().before_number;
    let joined =
        endings.iter().any(|ending| first.small != *ending && first.small.ends_with(ending.as_str()));
    let apart = words.get(1).is_some_and(|word| word.is_name() && word.is_in(endings));
    let street = if apart { 2 } else { usize::from(joined) };
    let no = usize::from(words.get(street).is_some_and(|word| ["no", "nr"].contains(&word.small.as_str())));
    (street > 0 && words.get(street + no)?.is_number()).then_some(street + no + 1)
}

/// Via Roma 3; ul. Długa 5; 12 is not the number of "via Facebook 12 times".
fn before_name(words: &[Word<'_>]) -> Option<usize> {
    let (street, rest) = words.split_first()?;
    if !street.is_in(&streets().before_name) {
        return None;
    }
    let number = rest.iter().take(MOST_WORDS + 1).position(Word::is_number)?;
    let (name, after) = rest.split_at_checked(number)?;
    let next = after.get(1);
    let closed = after.first()?.ends || next.is_none_or(|word| word.is_name() || word.is_number());
    (name.iter().any(Word::is_name) && closed).then_some(number + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streets_with_a_number_are_found_in_many_languages() {
        for (text, found) in [
            ("They sent a pizza to 12 Ash Road, Leeds.", "12 Ash Road"),
            ("She lives at 4b Old Church Lane.", "4b Old Church Lane"),
            ("Er wohnt in der Ahornstraße 12 in Ulm.", "Ahornstraße 12"),
            ("Berliner Straße 5a", "Berliner Straße 5a"),
            ("Hauptstr. 7, 12345 Ort", "Hauptstr. 7"),
            ("Elle habite 12 bis rue de la Paix à Paris.", "12 bis rue de la Paix"),
            ("Abita in via Roma 3, Milano.", "via Roma 3"),
            ("Vive en la Calle de Alcalá, 25.", "Calle de Alcalá, 25"),
            ("Prinsengracht 263", "Prinsengracht 263"),
            ("Mieszka przy ul. Długiej 5.", "ul. Długiej 5"),
            ("Atatürk Caddesi No: 7", "Atatürk Caddesi No: 7"),
            ("Він живе на вул. Шевченка, 8.", "вул. Шевченка, 8"),
        ] {
            assert_eq!(address(text).as_deref(), Some(found), "{text}");
        }
    }

    #[test]
    fn counts_dates_and_ways_are_no_streets() {
        for text in [
            "On 11 March somebody took over our home page.",
            "The 12 members wrote to us via Facebook 12 times.",
            "There are 3 ways to reach us, and 2 Close friends helped.",
            "We closed 4 of our 7 rooms on the way.",
            "Version 12 Road of the program",
            "Wir haben den Weg 3 geschlossen.",
            "Call 555 0100 if the site is down.",
            "Il a écrit 12 rues.",
        ] {
            assert_eq!(address(text), None, "{text}");
        }
    }
}
