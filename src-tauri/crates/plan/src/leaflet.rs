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
            links.retain(|link| !link.ways.is_empty());
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
        for country in Country::ALL {
            let parts = leaflet(*country, "en");
            let danger = parts.first().unwrap();
            assert_eq!(danger.id, "danger");
            assert!(danger.links.iter().any(|link| link.text.contains("call")), "{}", country.code());
            assert!(
                parts.iter().flat_map(|part| &part.links).all(|link| link.text.chars().any(char::is_numeric))
            );
        }
    }

    #[test]
    fn every_part_has_its_text_in_every_language() {
        for language in crate::LANGUAGES {
            assert_eq!(leaflet(Country::Gb, language).len(), library().leaflet.part.len(), "{language}");
            assert_eq!(library().texts(language).leaflet.len(), library().leaflet.part.len(), "{language}");
        }
    }
}
