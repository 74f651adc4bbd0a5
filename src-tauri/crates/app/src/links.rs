//! Which addresses of a notice may be opened: those of its publisher, and those of sites this program knows.

use notice::domain::{has_public_suffix, registrable};
use notice::verify::{Outcome, Reason};
use sites::RegistrableDomain;
use url::Url;

/// Whether `url` is a plain https address whose registrable domain is one of the `publisher`'s, or in the
/// shipped data.
#[must_use]
pub fn may_open(url: &str, publisher: &[String]) -> bool {
    let Some(host) = notice::host_of(url) else { return false };
    let own = publisher.iter().any(|domain| registrable(domain) == registrable(host));
    own || is_shipped(host)
}

/// The registrable domains of a publisher whose addresses may be opened: all but those that could be mistaken for a
/// domain that is pinned or shipped. What somebody pinned is what it is.
#[must_use]
pub fn own_domains(publisher: &[String], pinned: &[String]) -> Vec<String> {
    let is_pinned = |domain: &str| pinned.iter().any(|pin| registrable(pin) == domain);
    let others = || pinned.iter().map(String::as_str);
    let own = publisher.iter().map(|domain| registrable(domain));
    own.filter(|domain| is_pinned(domain) || look_alike(domain, others()).is_none())
        .map(str::to_owned)
        .collect()
}

/// Where an address inside a notice leads, as a reader is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Whether it may be opened.
    pub live: bool,
    /// Its host, in a form that nothing else can be mistaken for; empty where it has none.
    pub host: String,
    /// The address to print and to copy: the host in ASCII, nothing before it.
    pub shown: String,
}

impl Target {
    /// Where `url` leads, whose words are `words`. It is live if `opens` says so and the words name no other site.
    #[must_use]
    pub fn new(words: &str, url: &str, opens: bool) -> Self {
        let read = Url::parse(url).ok().filter(|read| matches!(read.scheme(), "http" | "https"));
        let host = read.as_ref().and_then(Url::host_str).unwrap_or_default().to_owned();
        let plain = read.and_then(|mut read| {
            read.set_username("").ok()?;
            read.set_password(None).ok()?;
            Some(String::from(read))
        });
        Self {
            live: opens && agree(words, &host),
            host: notice::likeness::readable(&host),
            shown: plain.filter(|_| !opens).unwrap_or_else(|| url.to_owned()),
        }
    }
}

/// Whether no word names a site that `host` does not belong to.
fn agree(words: &str, host: &str) -> bool {
    words.split(|letter: char| letter.is_whitespace() || "/,;()<>\"'@".contains(letter)).all(|word| {
        let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        // Only a name that some registry gives out is one to a reader: not "step.by.step", not "3.5".
        match Url::parse(&format!("https://{word}/")).ok().and_then(|url| url.domain().map(str::to_owned)) {
            Some(named) if notice::domain::is_domain(&named) && has_public_suffix(&named) => {
                registrable(&named) == registrable(host)
            }
            _ => true,
        }
    })
}

/// The shipped or pinned domain that `domain` could be mistaken for.
#[must_use]
pub fn look_alike<'a>(domain: &str, pinned: impl IntoIterator<Item = &'a str>) -> Option<String> {
    if is_shipped(domain) {
        return None;
    }
    let known = sites::breaches().all().iter().filter_map(|breach| breach.domain.as_deref());
    let all = pinned.into_iter().map(str::to_owned).chain(known.map(str::to_owned)).collect::<Vec<_>>();
    notice::likeness::resembles(domain, all.iter().map(String::as_str))
        .or_else(|| notice::likeness::drawn_as(domain, sites::shipped_names()))
        .map(|known| registrable(known).to_owned())
}

/// A domain of a notice or of its publisher that could be mistaken for another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LooksLike {
    /// The domain, in a form that nothing else can be mistaken for.
    pub domain: String,
    /// The pinned or shipped one.
    pub known: String,
}

/// Whether a domain that a verified or unsigned notice speaks for could be mistaken for one that is pinned or shipped.
/// A publisher that is pinned and verifies has been looked at.
#[must_use]
pub fn looks_like(outcome: &Outcome, pinned: &[String]) -> Option<LooksLike> {
    if outcome.state.pinned() {
        return None;
    }
    let own = outcome.notice.iter().map(|notice| notice.id.domain.as_str());
    let card = outcome.publisher.iter().flat_map(|publisher| publisher.domains.iter().map(String::as_str));
    let reason = match &outcome.reason {
        Some(Reason::ForeignDomain { domain } | Reason::SignatureMissing { domain }) => Some(domain.as_str()),
        _ => None,
    };
    own.chain(card).chain(reason).find_map(|domain| {
        let domain = registrable(domain);
        if pinned.iter().any(|pin| registrable(pin) == domain) {
            return None;
        }
        let known = look_alike(domain, pinned.iter().map(String::as_str))?;
        Some(LooksLike { domain: notice::likeness::readable(domain), known })
    })
}

fn is_shipped(host: &str) -> bool {
    let domain = registrable(host);
    RegistrableDomain::of(host).is_some_and(|site| {
        sites::change_page(&site).is_some_and(|page| page.known)
            || sites::breaches().by_domain(&site).next().is_some()
            || sites::shipped_names().any(|name| registrable(name) == domain)
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
    fn a_look_alike_in_the_publishers_own_card_is_not_opened() {
        let card =
            ["forum.example", "f0rum.example", "xn--frum-55d.example", "ad0be.com", "help.forum.example"];
        let card = card.map(str::to_owned);
        let pinned = ["forum.example".to_owned()];
        assert_eq!(own_domains(&card, &pinned), ["forum.example", "forum.example"]);
        // Whoever pinned one of them has looked at it.
        assert_eq!(own_domains(&card[1..2], &card[1..2]), ["f0rum.example"]);
    }

    #[test]
    fn words_that_name_another_site_switch_a_link_off() {
        let live = |words: &str| Target::new(words, "https://forum.example/help", true).live;
        for words in ["our page", "forum.example", "www.forum.example/login", "3.5 steps", "e.g. here", ""] {
            assert!(live(words), "{words}");
        }
        for words in
            ["https://bank.com", "bank.com", "log in at bank.com.", "<p\u{430}ypal.com>", "me@bank.com"]
        {
            assert!(!live(words), "{words}");
        }
        assert!(!Target::new("our page", "https://forum.example/help", false).live);
    }

    #[test]
    fn the_real_host_is_what_is_printed() {
        let target = |url: &str| Target::new("x", url, false);
        let disguised = target("https://bank.example:secret@evil.example/a");
        assert_eq!(
            (disguised.host.as_str(), disguised.shown.as_str()),
            ("evil.example", "https://evil.example/a")
        );
        let cyrillic = target("https://p\u{430}ypal.com/");
        assert!(
            cyrillic.host.starts_with("xn--") && cyrillic.shown.starts_with("https://xn--"),
            "{cyrillic:?}"
        );
        let script = target("javascript:alert(1)");
        assert_eq!((script.host.as_str(), script.shown.as_str()), ("", "javascript:alert(1)"));
    }

    #[test]
    fn a_domain_like_a_pinned_or_a_known_one_is_noticed() {
        assert_eq!(look_alike("f0rum.example", ["forum.example"]), Some("forum.example".to_owned()));
        assert_eq!(look_alike("ad0be.com", []), Some("adobe.com".to_owned()));
        assert_eq!(look_alike("adobe.com", ["forum.example"]), None);
        assert_eq!(look_alike("paypa1.com", []), Some("paypal.com".to_owned()));
        assert_eq!(look_alike("xn--80ak6aa92e.com", []), Some("apple.com".to_owned()));
        assert_eq!(
            look_alike("forum-exarnple.com", ["forum-example.com"]),
            Some("forum-example.com".to_owned())
        );
        for shipped in ["paypal.com", "apple.com"] {
            assert_eq!(look_alike(shipped, []), None);
        }
    }
}
