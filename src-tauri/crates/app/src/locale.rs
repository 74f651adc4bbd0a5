//! The language of this computer, for whoever has chosen none.

use std::sync::OnceLock;

/// The language that the system asks for, if there are texts in it; else English.
pub(crate) fn language() -> &'static str {
    static LANGUAGE: OnceLock<&'static str> = OnceLock::new();
    LANGUAGE.get_or_init(|| of(|name| std::env::var(name).ok()))
}

/// The first of these that is set counts, as for every other program; a list of languages counts before it, unless the
/// system is set to none at all.
fn of(variable: impl Fn(&str) -> Option<String>) -> &'static str {
    let set = |name: &&str| variable(name).filter(|value| !value.is_empty());
    let Some(locale) = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set) else { return "en" };
    if ["C", "POSIX"].contains(&bare(&locale)) {
        return "en";
    }
    let wished = set(&"LANGUAGE").unwrap_or_default();
    wished.split(':').chain([locale.as_str()]).find_map(spoken).unwrap_or("en")
}

/// `de_AT.UTF-8@euro` without what stands after its country.
fn bare(locale: &str) -> &str {
    locale.split(['.', '@']).next().unwrap_or_default()
}

fn spoken(locale: &str) -> Option<&'static str> {
    let language = bare(locale).split(['_', '-']).next()?;
    plan::LANGUAGES.into_iter().find(|known| known.eq_ignore_ascii_case(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_the_one_that_other_programs_would_take() {
        for (set, expected) in [
            (&[][..], "en"),
            (&[("LANG", "de_DE.UTF-8")], "de"),
            (&[("LANG", "de")], "de"),
            (&[("LANG", "de_AT@euro")], "de"),
            (&[("LANG", "fr_FR.UTF-8")], "en"),
            (&[("LANG", "de_DE.UTF-8"), ("LC_MESSAGES", "en_GB.UTF-8")], "en"),
            (&[("LANG", "en_US.UTF-8"), ("LC_ALL", "de_CH.UTF-8")], "de"),
            (&[("LC_ALL", ""), ("LANG", "de_DE")], "de"),
            (&[("LANG", "en_GB.UTF-8"), ("LANGUAGE", "fr:de:en")], "de"),
            (&[("LANG", "C.UTF-8"), ("LANGUAGE", "de")], "en"),
            (&[("LANG", "derby")], "en"),
        ] {
            let of_set = |name: &str| set.iter().find(|(key, _)| *key == name).map(|(_, v)| (*v).to_owned());
            assert_eq!(of(of_set), expected, "{set:?}");
        }
    }
}
