//! Where people find passkeys, spare codes and the like in the services that most people use.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::step::Link;
use crate::texts::Texts;

/// One place, as `../data/services.toml` has it.
#[derive(Debug, Deserialize)]
struct Place {
    service: String,
    purpose: String,
    url: String,
    /// The menu path, in English.
    path: Option<String>,
    /// What people should know of it, in English.
    note: Option<String>,
    source: String,
    checked: String,
}

#[derive(Debug, Deserialize)]
struct Directory {
    place: Vec<Place>,
}

fn directory() -> &'static Directory {
    static DIRECTORY: OnceLock<Directory> = OnceLock::new();
    DIRECTORY
        .get_or_init(|| crate::shipped::toml("../data/services.toml", include_str!("../data/services.toml")))
}

/// Every address of the directory, with its source and the day on which it was seen.
pub fn service_pages() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    directory().place.iter().map(|place| (place.url.as_str(), place.source.as_str(), place.checked.as_str()))
}

/// The places for these purposes, service by service.
pub(crate) fn links(purposes: &[String], texts: &Texts) -> Vec<Link> {
    let wanted = |place: &&Place| purposes.contains(&place.purpose);
    let named = |purpose: &str| texts.words.services.get(purpose).map_or(purpose.to_owned(), Clone::clone);
    let link = |place: &Place| {
        let name = format!("{}: {}", place.service, named(&place.purpose));
        // Paths and notes are in the words of the English pages.
        let notes = [&place.path, &place.note].into_iter().flatten().map(String::as_str);
        let note = notes.collect::<Vec<_>>().join(". ");
        let note = Some(note).filter(|note| texts.words.is_english && !note.is_empty());
        Link {
            text: name.clone(),
            name,
            ways: Vec::new(),
            url: Some(place.url.clone()),
            generic: false,
            checked: place.checked.clone(),
            note,
            service: Some(place.service.clone()),
        }
    };
    directory().place.iter().filter(wanted).map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::library;

    #[test]
    fn every_place_has_an_address_a_source_a_day_and_a_purpose_that_has_a_name() {
        let mut seen = std::collections::BTreeSet::new();
        for place in &directory().place {
            assert!(place.url.starts_with("https://"), "{}", place.url);
            assert!(place.checked.parse::<jiff::civil::Date>().is_ok(), "{}", place.url);
            assert!(!place.source.is_empty(), "{}", place.url);
            assert!(seen.insert((&place.service, &place.purpose)), "{} twice", place.url);
            for language in crate::LANGUAGES {
                let words = &library().texts(language).words;
                assert!(words.services.contains_key(&place.purpose), "{language}: {}", place.purpose);
            }
        }
        let services: std::collections::BTreeSet<&str> =
            directory().place.iter().map(|place| place.service.as_str()).collect();
        assert!(services.len() >= 10, "{services:?}");
    }

    #[test]
    fn places_come_by_purpose_with_their_path_in_english_alone() {
        let wish = ["locked-out".to_owned()];
        let english = links(&wish, library().texts("en"));
        assert!(english.len() >= 10 && english.iter().all(|link| link.url.is_some()));
        assert_eq!(english[0].name, "Google: get back in");
        let german = links(&["sessions".to_owned()], library().texts("de"));
        assert!(german.iter().all(|link| link.note.is_none()), "{german:?}");
        assert!(links(&["nothing".to_owned()], library().texts("en")).is_empty());
    }
}
