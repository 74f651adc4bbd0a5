//! Texts and lists of a notice in several languages.

use std::collections::BTreeMap;

/// One text in several languages: code to Markdown subset.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Localised(pub BTreeMap<String, String>);

impl Localised {
    /// The text in `language`, else in `fallback`, else in the first language there is.
    #[must_use]
    pub fn get(&self, language: &str, fallback: &str) -> Option<&str> {
        let text = self.0.get(language).or_else(|| self.0.get(fallback)).or_else(|| self.0.values().next());
        text.map(String::as_str)
    }

    /// Whether there is no text in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|text| text.trim().is_empty())
    }
}

/// A list of short texts in several languages: code to items.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LocalisedList(pub BTreeMap<String, Vec<String>>);

impl LocalisedList {
    /// The items in `language`, else in `fallback`, else in the first language there is.
    #[must_use]
    pub fn get(&self, language: &str, fallback: &str) -> &[String] {
        let filled = |language: &str| self.0.get(language).filter(|items| !items.is_empty());
        filled(language)
            .or_else(|| filled(fallback))
            .or_else(|| self.0.values().next())
            .map_or(&[], Vec::as_slice)
    }
}

/// Where a text is that the notice's own language has under `field` and any other under `field_in`: `affects`,
/// `affects_in.de`.
#[must_use]
pub fn translated_field(field: &str, language: &str, original: &str) -> String {
    if language == original { field.to_owned() } else { format!("{field}_in.{language}") }
}
