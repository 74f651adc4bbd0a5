//! Whom to contact: data with a source and a day for each.

use std::collections::HashMap;
use std::sync::OnceLock;

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Deserialize;

use crate::library::library;
use crate::texts::{Texts, Words};
use crate::{Country, Link, Way};

/// A public service keeps its number for years, so that a source of up to this age still shows it, with its day.
/// What was read longer ago shows the page alone.
const OLD_AFTER_YEARS: i32 = 5;

#[derive(Deserialize)]
struct Directory {
    compiled: String,
    review_by: String,
    entry: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    country: String,
    #[serde(default)]
    region: Regions,
    purpose: String,
    #[serde(default)]
    also: Vec<String>,
    name: String,
    phone: Option<String>,
    dial: Option<String>,
    sms: Option<String>,
    email: Option<String>,
    url: Option<String>,
    hours: Option<String>,
    note: Option<String>,
    #[serde(default)]
    generic: bool,
    checked: String,
    confirmed: bool,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Regions {
    Several(Vec<String>),
    One(String),
}

impl Default for Regions {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

impl Regions {
    /// As people of this language say them; a code without a name is shown as it is.
    fn names<'a>(&'a self, names: &'a HashMap<String, String>) -> Vec<&'a str> {
        let codes: Vec<&str> = match self {
            Self::Several(codes) => codes.iter().map(String::as_str).collect(),
            Self::One(code) => code.split([',', ' ']).filter(|part| !part.is_empty()).collect(),
        };
        codes.into_iter().map(|code| names.get(code).map_or(code, String::as_str)).collect()
    }
}

impl Entry {
    fn serves(&self, purpose: &str) -> bool {
        self.purpose == purpose || self.also.iter().any(|other| other == purpose)
    }

    fn is_old(&self, compiled: &str) -> bool {
        let limit =
            compiled.parse::<Date>().ok().and_then(|day| day.checked_sub(OLD_AFTER_YEARS.years()).ok());
        match (self.checked.parse::<Date>(), limit) {
            (Ok(checked), Some(limit)) => checked < limit,
            _ => true,
        }
    }

    /// A number that fails in an emergency does harm: it is shown only if it was confirmed, and not long ago.
    fn shows_number(&self, compiled: &str) -> bool {
        self.confirmed && !self.is_old(compiled)
    }
}

fn directory() -> &'static Directory {
    static DIRECTORY: OnceLock<Directory> = OnceLock::new();
    DIRECTORY.get_or_init(|| {
        crate::shipped::toml("../data/authorities.toml", include_str!("../data/authorities.toml"))
    })
}

/// The day on which the directory was compiled.
#[must_use]
pub fn authorities_compiled() -> &'static str {
    &directory().compiled
}

/// The day after which numbers may have changed.
#[must_use]
pub fn authorities_review_by() -> &'static str {
    &directory().review_by
}

/// Whether numbers may have changed by `today`; if in doubt, they may.
#[must_use]
pub fn authorities_overdue(today: Date) -> bool {
    authorities_review_by().parse::<Date>().map_or(true, |review_by| today > review_by)
}

/// One entry of the directory, for those who keep it current.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its id in the file.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its page; an entry without one is advice that no single body gives.
    pub url: Option<&'static str>,
    /// The day of its source, `2026-11-24`.
    pub checked: &'static str,
    /// Whether it was confirmed.
    pub confirmed: bool,
    /// Whether it has a number or an address that is shown.
    pub shows_number: bool,
}

/// Every entry, in the file's order.
#[must_use]
pub fn contacts() -> Vec<Contact> {
    let directory = directory();
    let contact = |entry: &'static Entry| Contact {
        id: &entry.id,
        name: &entry.name,
        url: entry.url.as_deref(),
        checked: &entry.checked,
        confirmed: entry.confirmed,
        shows_number: entry.shows_number(&directory.compiled)
            && [&entry.dial, &entry.phone, &entry.sms, &entry.email].into_iter().any(Option::is_some),
    };
    directory.entry.iter().map(contact).collect()
}

/// Contacts of a step, and whether they depend on the country.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) links: Vec<Link>,
    pub(crate) by_country: bool,
}

/// The entries for these purposes in `country`; where it has none, what holds anywhere. A wish can also be the id
/// of one entry. In the file's order, each once. An entry without a page of its own is left out: the step's text
/// says the same.
pub(crate) fn links<'a>(wishes: impl Iterator<Item = &'a String>, country: Country, language: &str) -> Found {
    let directory = directory();
    let texts = library().texts(language);
    let code = match country {
        Country::Generic => "INT".to_owned(),
        other => other.code().to_ascii_uppercase(),
    };
    let mut found = Found::default();
    let mut taken: Vec<&str> = Vec::new();
    for wish in wishes {
        let of = |wanted: &str| -> Vec<&Entry> {
            directory.entry.iter().filter(|entry| entry.country == wanted && entry.serves(wish)).collect()
        };
        let mut entries: Vec<&Entry> = directory.entry.iter().filter(|entry| entry.id == *wish).collect();
        if entries.is_empty() {
            entries = of(&code);
            if entries.is_empty() {
                entries = of("INT");
            }
            found.by_country |= !entries.is_empty();
        }
        for entry in entries {
            if !taken.contains(&entry.id.as_str()) {
                taken.push(&entry.id);
                found.links.extend(link(entry, texts, &directory.compiled));
            }
        }
    }
    found.by_country &= !found.links.is_empty();
    found
}

/// A number as a telephone takes it. What is dialled is what is shown: the form for calls from abroad may fail at home.
fn dialled(number: &str) -> String {
    number.chars().filter(|character| character.is_ascii_digit() || *character == '+').collect()
}

fn ways(entry: &Entry, words: &Words) -> Vec<Way> {
    let mut ways = Vec::new();
    if let Some(number) = entry.dial.as_ref().or(entry.phone.as_ref()) {
        let uri = format!("tel:{}", dialled(number));
        ways.push(Way { words: words.call.replace("{number}", number), uri });
    }
    if let Some(number) = &entry.sms {
        let uri = format!("sms:{}", dialled(number));
        ways.push(Way { words: words.text.replace("{number}", number), uri });
    }
    if let Some(address) = &entry.email {
        let uri = format!("mailto:{address}");
        ways.push(Way { words: words.write.replace("{address}", address), uri });
    }
    ways
}

fn link(entry: &Entry, texts: &Texts, compiled: &str) -> Option<Link> {
    let words = &texts.words;
    let own = texts.authorities.get(&entry.id);
    let shows_number = entry.shows_number(compiled);
    let mut text = own.and_then(|own| own.name.as_ref()).unwrap_or(&entry.name).clone();
    let mut regions = entry.region.names(&words.regions);
    regions.retain(|region| !text.contains(*region));
    if !regions.is_empty() {
        text = format!("{text} ({})", regions.join(", "));
    }
    let name = text.clone();
    let ways = if shows_number { ways(entry, words) } else { Vec::new() };
    if !ways.is_empty() {
        let said: Vec<&str> = ways.iter().map(|way| way.words.as_str()).collect();
        text = format!("{text}: {}", said.join(&words.or));
    }
    let mut notes: Vec<String> = Vec::new();
    if let Some(hours) = entry.hours.as_ref().filter(|_| shows_number) {
        notes.push(words.open.replace("{hours}", words.hours.get(hours).unwrap_or(hours)));
    }
    // A note beside a number that is not shown can hold that number.
    let note = own.and_then(|own| own.note.as_ref()).or(entry.note.as_ref());
    notes.extend(note.filter(|note| shows_number || !note.contains(|c: char| c.is_ascii_digit())).cloned());
    Some(Link {
        text,
        name,
        ways,
        url: entry.url.clone()?,
        generic: entry.generic,
        checked: entry.checked.clone(),
        note: (!notes.is_empty()).then(|| notes.join(" ")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(purpose: &str, country: Country) -> Vec<Link> {
        links([purpose.to_owned()].iter(), country, "en").links
    }

    #[test]
    fn the_directory_reads_and_has_all_its_entries() {
        assert_eq!(directory().entry.len(), 172);
        assert!(authorities_compiled() < authorities_review_by());
        let ids: std::collections::BTreeSet<_> = contacts().iter().map(|contact| contact.id).collect();
        assert_eq!(ids.len(), 172);
    }

    #[test]
    fn an_emergency_number_is_shown_for_every_country() {
        for country in Country::ALL {
            let links = wish("emergency", *country);
            assert!(links.iter().any(|link| link.text.contains("call")), "{}", country.code());
        }
    }

    #[test]
    fn what_is_not_confirmed_or_was_read_long_ago_is_shown_without_a_number() {
        let directory = directory();
        let mut hidden = 0;
        for entry in directory.entry.iter().filter(|entry| !entry.shows_number(&directory.compiled)) {
            let Some(link) = link(entry, library().texts("en"), &directory.compiled) else { continue };
            for number in [&entry.dial, &entry.phone, &entry.sms, &entry.email].into_iter().flatten() {
                let shown = format!(
                    "{} {}",
                    link.text.replace(&entry.name, ""),
                    link.note.as_deref().unwrap_or_default()
                );
                assert!(!shown.contains(number.as_str()), "{}", entry.name);
                hidden += 1;
            }
        }
        assert!(hidden > 5);
        let passport = wish("passport", Country::Gb);
        assert!(passport.iter().all(|link| !link.text.contains("0300")), "read in 2014: {passport:?}");
    }

    #[test]
    fn a_contact_says_where_it_holds_when_and_as_of_which_day() {
        let fraud = wish("fraud-report", Country::Gb);
        let first = fraud.first().unwrap();
        assert_eq!(first.text, "Report Fraud (England, Wales, Northern Ireland): call 0300 123 2040");
        assert!(first.note.as_deref().unwrap().starts_with("Hours: phone Mon-Fri 8:00-20:00"), "{first:?}");
        assert_eq!(first.checked, "2025-12-04");
        assert!(fraud.iter().any(|link| link.text == "Police Scotland: call 101"));
    }

    #[test]
    fn every_number_and_address_of_the_directory_can_be_dialled_or_written_to() {
        for entry in &directory().entry {
            for way in ways(entry, &library().texts("en").words) {
                let (scheme, to) = way.uri.split_once(':').unwrap();
                let good = match scheme {
                    "tel" | "sms" => {
                        let digits = to.strip_prefix('+').unwrap_or(to);
                        (2..=15).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_digit())
                    }
                    "mailto" => to.split('@').count() == 2 && !to.contains(|c: char| !c.is_ascii_graphic()),
                    _ => false,
                };
                assert!(good, "{}: {}", entry.id, way.uri);
            }
            for number in [&entry.dial, &entry.phone, &entry.sms].into_iter().flatten() {
                let other = number.chars().find(|c| !c.is_ascii_digit() && !" +-()".contains(*c));
                assert_eq!(other, None, "{}: {number} is more than one number", entry.id);
            }
        }
        let emergency = wish("emergency", Country::Generic);
        assert_eq!(emergency.first().unwrap().ways.first().unwrap().uri, "tel:112");
        assert!(emergency.first().unwrap().generic, "its page is about the number");
    }

    #[test]
    fn past_the_day_of_review_numbers_may_have_changed() {
        let review_by: Date = authorities_review_by().parse().unwrap();
        assert!(!authorities_overdue(review_by));
        assert!(authorities_overdue(review_by.tomorrow().unwrap()));
    }

    #[test]
    fn every_link_is_https_and_every_day_is_a_day() {
        for contact in contacts() {
            assert!(contact.url.is_none_or(|url| url.starts_with("https://")), "{}", contact.id);
            assert!(contact.checked.parse::<Date>().is_ok(), "{}", contact.id);
        }
    }
}
