//! Where a site lets its password be changed.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::RegistrableDomain;

/// An address at which a password may be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangePage {
    /// The address; always https.
    pub url: String,
    /// Whether it is on record. Else it is the address that a site ought to send on from
    /// (`/.well-known/change-password`): a try.
    pub known: bool,
}

/// The page of a site: the one on record for its host or a domain above it, else a try. `None` for what is no site.
#[must_use]
pub fn change_page(site: &RegistrableDomain) -> Option<ChangePage> {
    if !site.is_registrable() {
        return None;
    }
    let known = site.lookup_names().find_map(|name| pages().get(name));
    Some(match known {
        Some(url) => ChangePage { url: url.clone(), known: true },
        None => {
            ChangePage { url: format!("https://{}/.well-known/change-password", site.as_str()), known: false }
        }
    })
}

/// The hosts whose page is on record.
pub(crate) fn hosts() -> impl Iterator<Item = &'static str> {
    pages().keys().map(String::as_str)
}

fn pages() -> &'static HashMap<String, String> {
    static PAGES: OnceLock<HashMap<String, String>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let all: HashMap<String, String> = crate::shipped::json(
            "sites/data/change-password-urls.json",
            include_str!("../data/change-password-urls.json"),
        );
        all.into_iter().filter(|(_, url)| url.starts_with("https://")).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(address: &str) -> Option<ChangePage> {
        change_page(&RegistrableDomain::of(address)?)
    }

    #[test]
    fn every_page_on_record_is_https() {
        assert_eq!(pages().len(), 651);
    }

    #[test]
    fn the_nearest_page_on_record_comes_first() {
        assert_eq!(
            page("https://www.500px.com/login"),
            Some(ChangePage {
                url: "https://web.500px.com/settings/account/security".to_owned(),
                known: true
            })
        );
        assert_ne!(page("https://finance.yahoo.com/"), page("https://www.yahoo.com/"));
    }

    #[test]
    fn another_site_gets_the_address_that_sites_ought_to_have_and_no_site_none() {
        let tried = page("http://www.forum.example:8080/login").unwrap();
        assert_eq!(tried.url, "https://forum.example/.well-known/change-password");
        assert!(!tried.known);
        for none in ["http://192.168.1.1", "localhost", "android://abc==@com.example.app/", "my bank"] {
            assert_eq!(page(none), None, "{none}");
        }
    }
}
