//! The countries that have contacts of their own: rows of data.

use std::sync::OnceLock;

use serde::Deserialize;

#[derive(Deserialize)]
struct Countries {
    countries: Vec<String>,
    /// Parts of a country that a person can choose, as `GB-SCT`.
    regions: Vec<String>,
}

/// The codes of the countries, in lower case, each followed by its parts.
fn codes() -> &'static [String] {
    static CODES: OnceLock<Vec<String>> = OnceLock::new();
    CODES.get_or_init(|| {
        let data: Countries =
            crate::shipped::toml("../data/countries.toml", include_str!("../data/countries.toml"));
        let with_parts = data.countries.iter().flat_map(|code| {
            let of = move |part: &&String| {
                part.split_once('-').is_some_and(|(country, _)| country == code.as_str())
            };
            std::iter::once(code).chain(data.regions.iter().filter(of))
        });
        with_parts.map(|code| code.to_ascii_lowercase()).collect()
    })
}

/// Whose contacts are shown: one of the countries of `data/countries.toml` or a part of one, or what holds anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(&'static str);

impl Country {
    /// What holds anywhere.
    pub const GENERIC: Self = Self("generic");

    /// Each of them, in the order of the data; what holds anywhere is the last.
    pub fn all() -> impl Iterator<Item = Self> {
        codes().iter().map(|code| Self(code)).chain([Self::GENERIC])
    }

    /// Its word in files and in JSON: the code of ISO 3166-1 in lower case, or `generic`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0
    }

    /// The country of which it is a part, or itself.
    #[must_use]
    pub fn country(self) -> &'static str {
        self.0.split('-').next().unwrap_or(self.0)
    }

    /// The country with this code, in either case.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|each| each.0.eq_ignore_ascii_case(code))
    }
}
