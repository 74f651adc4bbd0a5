//! Which second steps a site offers when signing in.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::RegistrableDomain;

/// Whose countries count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region<'a> {
    /// None was chosen: what is offered anywhere counts.
    All,
    /// One was chosen, by its two-letter code.
    Country(&'a str),
}

/// What a site offers.
#[derive(Debug, PartialEq, Eq)]
pub struct TwoStep {
    /// Its name for people.
    pub title: String,
    /// `sms`, `call`, `email`, `totp`, `u2f`, `custom-software`, `custom-hardware`.
    pub methods: Vec<String>,
    /// The page that explains it, if there is one; https.
    pub documentation: Option<String>,
    regions: Vec<String>,
}

#[derive(Deserialize)]
struct Raw {
    title: String,
    methods: Vec<String>,
    documentation: Option<String>,
    #[serde(default, rename = "additional-domains")]
    additional_domains: Vec<String>,
    #[serde(default)]
    regions: Vec<String>,
}

impl TwoStep {
    /// An entry may name the countries it is for, or, with a minus, those it is not for.
    fn counts_in(&self, region: Region<'_>) -> bool {
        let Region::Country(code) = region else { return true };
        let code = code.to_ascii_lowercase();
        let mut named = self.regions.iter().filter(|region| !region.starts_with('-')).peekable();
        if named.peek().is_some() {
            return named.any(|region| *region == code);
        }
        !self.regions.iter().any(|region| region.strip_prefix('-') == Some(&code))
    }
}

/// What the site of an address offers, by its host or the nearest domain above it.
#[must_use]
pub fn two_step(site: &RegistrableDomain, region: Region<'_>) -> Option<&'static TwoStep> {
    let (entries, by_domain) = directory();
    let index = site.lookup_names().find_map(|name| by_domain.get(name))?;
    entries.get(*index).filter(|entry| entry.counts_in(region))
}

/// The domains of the directory.
pub(crate) fn domains() -> impl Iterator<Item = &'static str> {
    directory().1.keys().map(String::as_str)
}

fn directory() -> &'static (Vec<TwoStep>, HashMap<String, usize>) {
    static DIRECTORY: OnceLock<(Vec<TwoStep>, HashMap<String, usize>)> = OnceLock::new();
    DIRECTORY.get_or_init(|| {
        let all: HashMap<String, Raw> =
            crate::shipped::json("sites/data/two-factor.json", include_str!("../data/two-factor.json"));
        let mut entries = Vec::with_capacity(all.len());
        let mut own = HashMap::with_capacity(all.len());
        let mut additional = HashMap::new();
        // The directory also records sites that offer nothing.
        for (domain, raw) in all.into_iter().filter(|(_, raw)| !raw.methods.is_empty()) {
            additional.extend(raw.additional_domains.into_iter().map(|domain| (domain, entries.len())));
            own.insert(domain, entries.len());
            entries.push(TwoStep {
                title: raw.title,
                methods: raw.methods,
                documentation: raw.documentation.filter(|url| url.starts_with("https://")),
                regions: raw.regions,
            });
        }
        // An entry of a domain's own is nearer than one that mentions it.
        additional.extend(own);
        (entries, additional)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(address: &str, region: Region<'_>) -> Option<&'static [String]> {
        let site = RegistrableDomain::of(address).unwrap();
        two_step(&site, region).map(|entry| entry.methods.as_slice())
    }

    #[test]
    fn the_directory_reads_whole() {
        assert!(directory().0.len() > 1800);
        assert!(directory().0.iter().all(|entry| !entry.methods.is_empty()));
    }

    #[test]
    fn a_site_and_its_additional_domains_offer_the_same() {
        let own = offered("https://start.1password.com/", Region::All).unwrap();
        assert!(own.contains(&"totp".to_owned()));
        assert_eq!(offered("1password.eu", Region::All), Some(own));
        assert_eq!(offered("https://forum.example", Region::All), None);
    }

    #[test]
    fn an_entry_for_countries_counts_for_all_or_for_its_own() {
        let german = "https://www.1822direkt.de/";
        assert!(offered(german, Region::All).is_some());
        assert!(offered(german, Region::Country("DE")).is_some());
        assert!(offered(german, Region::Country("gb")).is_none());
    }

    #[test]
    fn a_country_with_a_minus_is_the_only_one_it_does_not_count_for() {
        assert!(offered("changelly.com", Region::Country("gb")).is_some());
        assert!(offered("changelly.com", Region::Country("jp")).is_none());
    }
}
