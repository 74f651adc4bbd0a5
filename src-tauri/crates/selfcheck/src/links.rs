//! Which addresses of a notice may be opened: those of its publisher, and those of sites this program knows.

use notice::domain::registrable;
use sites::RegistrableDomain;

/// Whether `url` is a plain https address whose registrable domain is one of the `publisher`'s, or in the
/// shipped data.
#[must_use]
pub fn may_open(url: &str, publisher: &[String]) -> bool {
    let Some(host) = notice::host_of(url) else { return false };
    let own = publisher.iter().any(|domain| registrable(domain) == registrable(host));
    own || is_shipped(host)
}

/// The shipped or pinned domain that `domain` could be mistaken for.
#[must_use]
pub fn look_alike<'a>(domain: &str, pinned: impl IntoIterator<Item = &'a str>) -> Option<String> {
    if is_shipped(domain) {
        return None;
    }
    let known = sites::breaches().all().iter().filter_map(|breach| breach.domain.as_deref());
    let all = pinned.into_iter().map(str::to_owned).chain(known.map(str::to_owned)).collect::<Vec<_>>();
    notice::likeness::resembles(domain, all.iter().map(String::as_str)).map(str::to_owned)
}

fn is_shipped(host: &str) -> bool {
    RegistrableDomain::of(host).is_some_and(|site| {
        sites::change_page(&site).is_some_and(|page| page.known)
            || sites::breaches().by_domain(&site).next().is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_publishers_and_known_sites_may_be_opened() {
        let own = ["forum.example".to_owned()];
        for url in ["https://forum.example/a", "https://help.forum.example/", "https://www.adobe.com/"] {
            assert!(may_open(url, &own), "{url}");
        }
        for url in [
            "http://forum.example/a",
            "https://forum.example.evil.example/",
            "https://elsewhere.example/",
            "https://forum.example@evil.example/",
            "javascript:alert(1)",
            "https://127.0.0.1/",
        ] {
            assert!(!may_open(url, &own), "{url}");
        }
    }

    #[test]
    fn a_domain_like_a_pinned_or_a_known_one_is_noticed() {
        assert_eq!(look_alike("f0rum.example", ["forum.example"]), Some("forum.example".to_owned()));
        assert_eq!(look_alike("ad0be.com", []), Some("adobe.com".to_owned()));
        assert_eq!(look_alike("adobe.com", ["forum.example"]), None);
    }
}
