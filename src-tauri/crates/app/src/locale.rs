//! The language of this computer, for a person who has chosen none.

use std::sync::OnceLock;

/// The first language that the system asks for and that there are texts in; else English.
pub(crate) fn language() -> &'static str {
    static LANGUAGE: OnceLock<&'static str> = OnceLock::new();
    LANGUAGE.get_or_init(|| of(sys_locale::get_locales()))
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
