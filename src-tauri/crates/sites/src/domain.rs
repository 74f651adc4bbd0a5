//! The site an address belongs to.

use url::{Host, Url};

/// The part of an address under which a site owns its log-in: `forum.example` for
/// `https://www.forum.example/login`. An IP address, `localhost` and the id of an app stay as they are.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RegistrableDomain {
    host: String,
    /// Where the registrable part begins in `host`; `None` where there is no such part.
    starts: Option<usize>,
    plain_http: bool,
    loopback: bool,
}

impl RegistrableDomain {
    /// From an address as an export writes it, with or without its scheme. `None` if there is nothing in it.
    #[must_use]
    pub fn of(address: &str) -> Option<Self> {
        let address = address.trim();
        if address.is_empty() {
            return None;
        }
        let parsed = if address.contains("://") {
            Url::parse(address)
                .ok()
                .filter(|url| matches!(url.scheme(), "http" | "https" | "ftp" | "ws" | "wss"))
        } else {
            Url::parse(&format!("https://{address}")).ok()
        };
        let Some(url) = parsed else {
            return Some(Self::as_it_is(app_id(address).unwrap_or(address).to_owned()));
        };
        let plain_http = url.scheme() == "http";
        let read = match url.host() {
            Some(Host::Domain(name)) if !name.trim_end_matches('.').is_empty() => {
                let host = name.trim_end_matches('.').to_owned();
                let starts = psl::domain_str(&host).map(|site| host.len().saturating_sub(site.len()));
                let loopback = host == "localhost" || host.ends_with(".localhost");
                Self { host, starts, plain_http, loopback }
            }
            Some(Host::Ipv4(ip)) => {
                Self { loopback: ip.is_loopback(), plain_http, ..Self::as_it_is(ip.to_string()) }
            }
            Some(Host::Ipv6(ip)) => {
                Self { loopback: ip.is_loopback(), plain_http, ..Self::as_it_is(ip.to_string()) }
            }
            _ => Self::as_it_is(address.to_owned()),
        };
        Some(read)
    }

    fn as_it_is(host: String) -> Self {
        Self { host, starts: None, plain_http: false, loopback: false }
    }

    /// The registrable domain, or what stands for it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.host.get(self.starts.unwrap_or(0)..).unwrap_or(&self.host)
    }

    /// The whole host, lower-case; a name in other letters as `xn--…`.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether it is a domain that somebody registered, not an IP address, an app or a name of the local network.
    #[must_use]
    pub fn is_registrable(&self) -> bool {
        self.starts.is_some()
    }

    /// Whether the address says http, so that a password typed there can be read on the way. An address of this
    /// computer itself has no way on which it could be.
    #[must_use]
    pub fn is_insecure(&self) -> bool {
        self.plain_http && !self.loopback
    }

    /// The host, then the domains above it, down to the registrable one.
    pub(crate) fn lookup_names(&self) -> impl Iterator<Item = &str> {
        let least = self.as_str().len();
        let mut next = Some(self.host.as_str());
        std::iter::from_fn(move || {
            let now = next?;
            next = now.split_once('.').map(|(_, above)| above).filter(|above| above.len() >= least);
            Some(now)
        })
    }
}

/// The id of an app in `android://SIGNATURE@com.example.app/` or `androidapp://com.example.app`: the same app, so
/// the same site. `None` for every other address.
fn app_id(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("android://").or_else(|| address.strip_prefix("androidapp://"))?;
    let rest = rest.rsplit_once('@').map_or(rest, |(_, id)| id).trim_end_matches('/');
    let id =
        |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c));
    Some(rest).filter(|rest| id(rest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn site(address: &str) -> String {
        RegistrableDomain::of(address).unwrap().as_str().to_owned()
    }

    #[test]
    fn an_address_belongs_to_the_domain_that_was_registered() {
        for (address, expected) in [
            ("https://www.forum.example/login?next=/", "forum.example"),
            ("forum.example", "forum.example"),
            ("HTTPS://Accounts.Shop.Co.UK:8443/", "shop.co.uk"),
            ("https://ann.github.io/", "ann.github.io"),
            ("https://forum.example./", "forum.example"),
            ("https://user:word@forum.example/", "forum.example"),
            ("https://münchen.example/", "xn--mnchen-3ya.example"),
            ("forum.example/login", "forum.example"),
        ] {
            assert_eq!(site(address), expected, "{address}");
        }
    }

    #[test]
    fn what_has_no_registrable_domain_stays_as_it_is() {
        for (address, expected) in [
            ("http://192.168.1.1/", "192.168.1.1"),
            ("http://[2001:db8::1]:8080/", "2001:db8::1"),
            ("http://localhost:3000", "localhost"),
            ("https://intranet/", "intranet"),
            ("https://co.uk/", "co.uk"),
            ("android://abc==@com.example.app/", "com.example.app"),
            ("android://not an id/", "android://not an id/"),
            ("androidapp://com.example", "com.example"),
            ("my bank", "my bank"),
            (".?", ".?"),
        ] {
            assert_eq!(site(address), expected, "{address}");
            assert!(!RegistrableDomain::of(address).unwrap().is_registrable(), "{address}");
        }
        assert_eq!(RegistrableDomain::of("  "), None);
    }

    #[test]
    fn only_http_to_another_computer_is_insecure() {
        let insecure = |address: &str| RegistrableDomain::of(address).unwrap().is_insecure();
        assert!(insecure("http://forum.example/") && insecure("http://192.168.1.1/"));
        for fine in ["https://forum.example", "forum.example", "http://localhost", "http://127.0.0.1:8080"] {
            assert!(!insecure(fine), "{fine}");
        }
    }

    #[test]
    fn names_to_look_up_end_at_the_registrable_domain() {
        let site = RegistrableDomain::of("https://a.b.shop.co.uk/").unwrap();
        assert_eq!(site.lookup_names().collect::<Vec<_>>(), ["a.b.shop.co.uk", "b.shop.co.uk", "shop.co.uk"]);
        let ip = RegistrableDomain::of("http://10.0.0.1/").unwrap();
        assert_eq!(ip.lookup_names().collect::<Vec<_>>(), ["10.0.0.1"]);
    }

    proptest! {
        #[test]
        fn any_text_has_a_site_that_ends_its_host(text in "\\PC{0,60}") {
            if let Some(read) = RegistrableDomain::of(&text) {
                prop_assert!(!read.as_str().is_empty());
                prop_assert!(read.host().ends_with(read.as_str()));
                prop_assert!(read.lookup_names().count() >= 1);
            }
        }
    }
}
