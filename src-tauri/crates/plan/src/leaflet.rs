//! The sheet for somebody without a computer: what to do by phone and with a neighbour's help.

use crate::authority;
use crate::library::{Leaflet, library};
use crate::{Country, Link};

/// One part of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// A name that never changes.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Why it matters, one sentence.
    pub why: String,
    /// What to do.
    pub actions: Vec<String>,
    /// Whom to call: only those with a number, since a page is of no use here.
    pub links: Vec<Link>,
}

/// The sheet with the numbers of `country`, in `language`.
#[must_use]
pub fn leaflet(country: Country, language: &str) -> Vec<Part> {
    let library = library();
    let texts = library.texts(language);
    let Leaflet { part } = &library.leaflet;
    part.iter()
        .filter_map(|frame| {
            let text = texts.leaflet.get(&frame.id)?;
            let mut links = authority::links(frame.authorities.iter(), country, language).links;
            // On paper a page helps nobody: those that can be called, and the line that names several numbers.
            links.retain(|link| !link.ways.is_empty() || link.url.is_none());
            Some(Part {
                id: frame.id.clone(),
                title: text.title.clone(),
                why: text.why.clone(),
                actions: text.actions.clone(),
                links,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_begins_with_danger_and_names_only_who_can_be_called() {
        for country in Country::all() {
            let parts = leaflet(country, "en");
            let danger = parts.first().unwrap();
            assert_eq!(danger.id, "danger");
            // Without a country there is no single number to call, but a line that names several.
            let says_whom = |link: &Link| match country {
                Country::GENERIC => link.note.as_ref().is_some_and(|note| note.contains("112")),
                _ => link.text.contains("call"),
            };
            assert!(danger.links.iter().any(says_whom), "{}", country.code());
        }
    }

    #[test]
    fn every_part_has_its_text_in_every_language() {
        for language in crate::LANGUAGES {
            assert_eq!(
                leaflet(Country::from_code("gb").unwrap(), language).len(),
                library().leaflet.part.len(),
                "{language}"
            );
            assert_eq!(library().texts(language).leaflet.len(), library().leaflet.part.len(), "{language}");
        }
    }
}
