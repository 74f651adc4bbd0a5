//! Whom to contact: data with a source and a day for each.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::{Country, Link};

#[derive(Deserialize)]
struct Directory {
    compiled: String,
    review_by: String,
    entry: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
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
    fn names(&self) -> Vec<&str> {
        let codes: Vec<&str> = match self {
            Self::Several(codes) => codes.iter().map(String::as_str).collect(),
            Self::One(code) => code.split([',', ' ']).filter(|part| !part.is_empty()).collect(),
        };
        codes.into_iter().map(region).collect()
    }
}

/// ISO 3166-2 codes as people say them; another code is shown as it is.
fn region(code: &str) -> &str {
    match code {
        "GB-ENG" => "England",
        "GB-WLS" => "Wales",
        "GB-SCT" => "Scotland",
        "GB-NIR" => "Northern Ireland",
        other => other,
    }
}

fn directory() -> Option<&'static Directory> {
    static DIRECTORY: OnceLock<Option<Directory>> = OnceLock::new();
    DIRECTORY.get_or_init(|| toml::from_str(include_str!("../data/authorities.toml")).ok()).as_ref()
}

/// The day on which the directory was compiled.
#[must_use]
pub fn authorities_compiled() -> &'static str {
    directory().map_or("", |directory| &directory.compiled)
}

/// The day after which numbers may have changed.
#[must_use]
pub fn authorities_review_by() -> &'static str {
    directory().map_or("", |directory| &directory.review_by)
}

/// The entries for these purposes in `country`; where it has none, what holds anywhere. In the file's order,
/// each once. An entry without a page of its own is left out: the step's text says the same.
pub(crate) fn links(purposes: &[String], country: Country) -> Vec<Link> {
    let Some(directory) = directory() else { return Vec::new() };
    let code = match country {
        Country::Generic => "INT".to_owned(),
        other => other.code().to_ascii_uppercase(),
    };
    let mut links: Vec<Link> = Vec::new();
    for purpose in purposes {
        let of = |wanted: &str| -> Vec<Link> {
            let fits =
                |e: &&Entry| e.country == wanted && (e.purpose == *purpose || e.also.contains(purpose));
            directory.entry.iter().filter(fits).filter_map(link).collect()
        };
        let mut found = of(&code);
        if found.is_empty() {
            found = of("INT");
        }
        for link in found {
            if !links.contains(&link) {
                links.push(link);
            }
        }
    }
    links
}

/// A number that fails in an emergency does harm: an entry that is not confirmed shows its page alone.
fn link(entry: &Entry) -> Option<Link> {
    let mut text = entry.name.clone();
    if entry.confirmed {
        let mut ways = Vec::new();
        if let Some(number) = entry.dial.as_ref().or(entry.phone.as_ref()) {
            ways.push(format!("call {number}"));
        }
        if let Some(number) = &entry.sms {
            ways.push(format!("text {number}"));
        }
        if let Some(address) = &entry.email {
            ways.push(format!("write to {address}"));
        }
        if !ways.is_empty() {
            text = format!("{text}: {}", ways.join(", or "));
        }
    }
    let mut notes: Vec<String> = Vec::new();
    let regions = entry.region.names();
    if !regions.is_empty() {
        notes.push(format!("For {}.", regions.join(", ")));
    }
    if let Some(hours) = entry.hours.as_ref().filter(|_| entry.confirmed) {
        notes.push(format!("Open {hours}."));
    }
    // An unconfirmed note can hold the number that must not be shown.
    notes.extend(
        entry.note.clone().filter(|note| entry.confirmed || !note.contains(|c: char| c.is_ascii_digit())),
    );
    Some(Link {
        text,
        url: entry.url.clone()?,
        checked: entry.checked.clone(),
        note: (!notes.is_empty()).then(|| notes.join(" ")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_directory_reads_and_has_all_its_entries() {
        assert_eq!(directory().unwrap().entry.len(), 172);
        assert!(authorities_compiled() < authorities_review_by());
    }

    #[test]
    fn an_emergency_number_is_shown_for_every_country() {
        for country in Country::ALL {
            let links = links(&["emergency".to_owned()], *country);
            assert!(links.iter().any(|link| link.text.contains("call")), "{}", country.code());
        }
    }

    #[test]
    fn what_is_not_confirmed_is_shown_without_a_number() {
        for entry in directory().unwrap().entry.iter().filter(|entry| !entry.confirmed) {
            let Some(link) = link(entry) else { continue };
            for number in [&entry.dial, &entry.phone, &entry.sms].into_iter().flatten() {
                let shown = format!(
                    "{} {}",
                    link.text.replace(&entry.name, ""),
                    link.note.as_deref().unwrap_or_default()
                );
                assert!(!shown.contains(number.as_str()), "{}", entry.name);
            }
        }
    }

    #[test]
    fn every_link_is_https() {
        for entry in &directory().unwrap().entry {
            assert!(entry.url.as_ref().is_none_or(|url| url.starts_with("https://")), "{}", entry.name);
        }
    }
}
