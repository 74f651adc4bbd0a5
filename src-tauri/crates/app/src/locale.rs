//! The language of this computer, for a person who has chosen none.

use std::sync::OnceLock;

use plan::Country;

/// The first language that the system asks for and that there are texts in; else English.
#[must_use]
pub fn language() -> &'static str {
    static LANGUAGE: OnceLock<&'static str> = OnceLock::new();
    LANGUAGE.get_or_init(|| of(sys_locale::get_locales()))
}

/// The country that the system is set to, if it has contacts of its own. The language says nothing about it: German is
/// spoken in Austria too.
pub(crate) fn country() -> Option<Country> {
    country_of(sys_locale::get_locales())
}

fn country_of(locales: impl IntoIterator<Item = String>) -> Option<Country> {
    let first = locales.into_iter().next()?;
    let region = first.split(['-', '_', '.']).skip(1).find(|part| part.len() == 2)?;
    Country::from_code(region)
}

fn of(locales: impl IntoIterator<Item = String>) -> &'static str {
    locales.into_iter().find_map(|locale| supported(&locale)).unwrap_or("en")
}

/// The language of a BCP 47 tag such as `de-AT`, if there are texts in it.
fn supported(locale: &str) -> Option<&'static str> {
    let language = locale.split(['-', '_']).next()?;
    plan::LANGUAGES.into_iter().find(|known| known.eq_ignore_ascii_case(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn country_comes_from_the_region_and_never_from_the_language() {
        for (locales, expected) in [
            (&["de-AT"][..], Some("at")),
            (&["en_GB.UTF-8"], Some("gb")),
            (&["zh-Hant-TW"], None),
            (&["de"], None),
            (&["C"], None),
            (&[], None),
        ] {
            let found = country_of(locales.iter().map(|locale| (*locale).to_owned()));
            assert_eq!(found.map(Country::code), expected, "{locales:?}");
        }
    }

    #[test]
    fn of_takes_the_first_language_with_texts() {
        for (locales, expected) in [
            (&[][..], "en"),
            (&["de-DE"], "de"),
            (&["de"], "de"),
            (&["DE-at"], "de"),
            (&["fr-FR"], "en"),
            (&["fr", "de", "en"], "de"),
            (&["en-GB", "de-DE"], "en"),
            (&["derby"], "en"),
            (&["C"], "en"),
        ] {
            assert_eq!(of(locales.iter().map(|locale| (*locale).to_owned())), expected, "{locales:?}");
        }
    }
}
