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
    region: Vec<String>,
    purpose: String,
    #[serde(default)]
    also: Vec<String>,
    name: String,
    phone: Option<String>,
    dial: Option<String>,
    sms: Option<String>,
    email: Option<String>,
    url: Option<String>,
    hours: Option<Hours>,
    /// In which it answers; empty where those are the languages of the country.
    #[serde(default)]
    languages: Vec<String>,
    note: Option<String>,
    #[serde(default)]
    generic: bool,
    /// Where it was read.
    source: Option<String>,
    checked: String,
    confirmed: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Always {
    Always,
}

/// When somebody answers, in local time.
#[derive(Deserialize)]
#[serde(untagged)]
enum Hours {
    /// Day and night.
    Always(Always),
    /// Spans such as `mon-fri 08:00-20:00`.
    Spans(Vec<String>),
}

impl Hours {
    fn said(&self, words: &Words) -> String {
        match self {
            Self::Always(Always::Always) => words.always.clone(),
            Self::Spans(spans) => {
                spans.iter().map(|span| said_span(span, words)).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

/// `mon-fri 08:00-20:00` as people write it: `Mon–Fri 8:00–20:00`.
fn said_span(span: &str, words: &Words) -> String {
    let (days, times) = span.split_once(' ').unwrap_or((span, ""));
    let name = |day: &str| words.days.get(day).cloned().unwrap_or_else(|| day.to_owned());
    let days: Vec<String> = days.split('-').map(name).collect();
    let hour = |time: &str| time.strip_prefix('0').unwrap_or(time).to_owned();
    let times: Vec<String> = times.split('-').map(hour).collect();
    format!("{} {}", days.join("–"), times.join("–"))
}

/// The names of parts of a country as people of this language say them; a code without a name is shown as it is.
fn region_names<'a>(codes: &'a [String], names: &'a HashMap<String, String>) -> Vec<&'a str> {
    codes.iter().map(|code| names.get(code).unwrap_or(code).as_str()).collect()
}

impl Entry {
    /// Whether it is for somebody there: a part of a country has its own contacts and those of the whole.
    fn is_for(&self, country: Country) -> bool {
        let (code, part) = match country {
            Country::GENERIC => (ANYWHERE.to_owned(), None),
            other => {
                let code = other.code().to_ascii_uppercase();
                (other.country().to_ascii_uppercase(), code.contains('-').then_some(code))
            }
        };
        self.country == code
            && (self.region.is_empty() || part.is_none_or(|part| self.region.contains(&part)))
    }

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

/// The code of the rows that hold anywhere.
const ANYWHERE: &str = "INT";

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
    /// Its country, `GB` or `INT`.
    pub country: &'static str,
    /// What it is for.
    pub purposes: Vec<&'static str>,
    /// Where it was read.
    pub source: Option<&'static str>,
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
        country: &entry.country,
        purposes: std::iter::once(&entry.purpose).chain(&entry.also).map(String::as_str).collect(),
        name: &entry.name,
        source: entry.source.as_deref(),
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
/// of one entry. In the file's order, each once.
pub(crate) fn links<'a>(wishes: impl Iterator<Item = &'a String>, country: Country, language: &str) -> Found {
    let directory = directory();
    let texts = library().texts(language);
    let mut found = Found::default();
    let mut taken: Vec<&str> = Vec::new();
    for wish in wishes {
        let of = |wanted: Country| -> Vec<&Entry> {
            directory.entry.iter().filter(|entry| entry.is_for(wanted) && entry.serves(wish)).collect()
        };
        let mut entries: Vec<&Entry> = directory.entry.iter().filter(|entry| entry.id == *wish).collect();
        if entries.is_empty() {
            entries = of(country);
            if entries.is_empty() {
                entries = of(Country::GENERIC);
            }
            // Somebody who has chosen no country has to see where to choose one.
            found.by_country |= directory.entry.iter().any(|e| e.country != ANYWHERE && e.serves(wish));
        }
        for entry in entries {
            if !taken.contains(&entry.id.as_str()) {
                taken.push(&entry.id);
                let new = link(entry, texts, language, &directory.compiled);
                // Two entries may lead to the same body.
                if !found.links.iter().any(|known| (&known.text, &known.url) == (&new.text, &new.url)) {
                    found.links.push(new);
                }
            }
        }
    }
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

/// Entries of this purpose are pages of services, and their names begin with the service: `Google: Security Checkup`.
const EMAIL_PROVIDER: &str = "email-provider";

fn service(name: &str) -> Option<String> {
    name.split_once(": ").map(|(service, _)| service.to_owned())
}

fn link(entry: &Entry, texts: &Texts, language: &str, compiled: &str) -> Link {
    let words = &texts.words;
    let own = texts.authorities.get(&entry.id);
    let shows_number = entry.shows_number(compiled);
    let mut text = own.and_then(|own| own.name.as_ref()).unwrap_or(&entry.name).clone();
    let mut regions = region_names(&entry.region, &words.regions);
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
        notes.push(words.open.replace("{hours}", &hours.said(words)));
    }
    // A note beside a number that is not shown can hold that number.
    let note = own.and_then(|own| own.note.as_ref()).or(entry.note.as_ref());
    notes.extend(note.filter(|note| shows_number || !note.contains(|c: char| c.is_ascii_digit())).cloned());
    let reads = |code: &String| code.eq_ignore_ascii_case(language.split('-').next().unwrap_or_default());
    if !entry.languages.is_empty() && !entry.languages.iter().any(reads) {
        let named = entry.languages.iter().map(|code| words.languages.get(code).unwrap_or(code).as_str());
        notes.push(words.answers_in.replace("{languages}", &named.collect::<Vec<_>>().join(", ")));
    }
    Link {
        text,
        name,
        ways,
        url: entry.url.clone(),
        generic: entry.generic,
        checked: entry.checked.clone(),
        note: (!notes.is_empty()).then(|| notes.join(" ")),
        service: entry.serves(EMAIL_PROVIDER).then(|| service(&entry.name)).flatten(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(purpose: &str, country: Country) -> Vec<Link> {
        links([purpose.to_owned()].iter(), country, "en").links
    }

    #[test]
    fn the_directory_reads_and_has_all_its_entries() {
        assert!(authorities_compiled() < authorities_review_by());
        let ids: std::collections::BTreeSet<_> = contacts().iter().map(|contact| contact.id).collect();
        assert_eq!(ids.len(), directory().entry.len(), "each id once");
        for entry in &directory().entry {
            let code = entry.country.to_ascii_lowercase();
            assert!(entry.country == ANYWHERE || Country::from_code(&code).is_some(), "{}", entry.id);
            assert!(entry.checked.parse::<Date>().is_ok(), "{}", entry.id);
            assert!(
                entry.url.as_ref().map_or(entry.generic, |url| url.starts_with("https://")),
                "{}",
                entry.id
            );
            assert_eq!(
                entry.serves(EMAIL_PROVIDER),
                entry.id.starts_with("mail."),
                "{} is the page of a service",
                entry.id
            );
            if entry.serves(EMAIL_PROVIDER) {
                let service = service(&entry.name).unwrap();
                for language in crate::LANGUAGES {
                    let name = link(entry, library().texts(language), language, "2026-11-24").name;
                    assert!(name.starts_with(&format!("{service}: ")), "{language}: {name}");
                }
            }
            let number =
                [&entry.dial, &entry.phone, &entry.sms, &entry.email].into_iter().any(Option::is_some);
            assert!(!number || !entry.confirmed || entry.source.is_some(), "{} has no source", entry.id);
        }
    }

    #[test]
    fn every_country_has_contacts_for_what_cannot_wait() {
        for country in Country::all().filter(|country| *country != Country::GENERIC) {
            for purpose in [
                "emergency",
                "fraud-report",
                "card-loss",
                "data-protection",
                "domestic-abuse",
                "emotional-support",
            ] {
                let own = directory().entry.iter().filter(|entry| entry.is_for(country));
                assert!(own.into_iter().any(|entry| entry.serves(purpose)), "{}: {purpose}", country.code());
            }
        }
    }

    #[test]
    fn hours_are_written_as_people_write_them() {
        let says = |language: &str, hours: &[&str]| {
            let spans = hours.iter().map(|span| (*span).to_owned()).collect();
            Hours::Spans(spans).said(&library().texts(language).words)
        };
        let hours = ["mon-fri 08:00-20:30", "sat 10:00-14:00"];
        assert_eq!(says("en", &hours), "Mon–Fri 8:00–20:30, Sat 10:00–14:00");
        assert_eq!(says("de", &hours), "Mo–Fr 8:00–20:30, Sa 10:00–14:00");
        for entry in &directory().entry {
            for language in crate::LANGUAGES {
                let words = &library().texts(language).words;
                if let Some(spans @ Hours::Spans(_)) = &entry.hours {
                    let said = spans.said(words);
                    assert!(
                        !said.contains(|c: char| c.is_ascii_lowercase() && said.starts_with(c)),
                        "{said}"
                    );
                    assert!(said.contains('–'), "{}: {said}", entry.id);
                }
                for code in &entry.languages {
                    assert!(words.languages.contains_key(code), "{language}: {code}");
                }
                for code in &entry.region {
                    assert!(words.regions.contains_key(code), "{language}: {code}");
                }
            }
        }
    }

    #[test]
    fn an_emergency_number_is_shown_for_every_country() {
        for country in Country::all() {
            let links = wish("emergency", country);
            let named = country == Country::GENERIC && links.iter().any(|link| link.note.is_some());
            assert!(named || links.iter().any(|link| link.text.contains("call")), "{}", country.code());
        }
    }

    #[test]
    fn what_is_not_confirmed_or_was_read_long_ago_is_shown_without_a_number() {
        let directory = directory();
        let mut hidden = 0;
        for entry in directory.entry.iter().filter(|entry| !entry.shows_number(&directory.compiled)) {
            let link = link(entry, library().texts("en"), "en", &directory.compiled);
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
    }

    #[test]
    fn a_contact_says_where_it_holds_when_and_as_of_which_day() {
        let fraud = wish("fraud-report", Country::from_code("gb").unwrap());
        let first = fraud.first().unwrap();
        assert_eq!(first.text, "Report Fraud (England, Wales, Northern Ireland): call 0300 123 2040");
        assert!(first.note.as_deref().unwrap().starts_with("Hours: Mon–Fri 8:00–20:00"), "{first:?}");
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
        let emergency = wish("emergency", Country::GENERIC);
        let first = emergency.first().unwrap();
        assert!(first.ways.is_empty() && first.generic, "no number is right everywhere: {first:?}");
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
