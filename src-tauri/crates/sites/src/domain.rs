//! The site an address belongs to.

use url::Host;

use crate::address::{Named, named};

/// The part of an address under which a site owns its log-in: `forum.example` for
/// `https://www.forum.example/login`. An IP address, `localhost` and the id of an app stay as they are. Of an address
/// whose host is not certain only the scheme is left, since everything else of it may be a secret.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RegistrableDomain {
    host: String,
    /// Where the registrable part begins in `host`; `None` where there is no such part.
    starts: Option<usize>,
    /// For an app, the domain that its id names in reverse, where that is a registrable one.
    owner: Option<String>,
    plain_http: bool,
    loopback: bool,
    is_scheme: bool,
}

impl RegistrableDomain {
    /// From an address as an export writes it, with or without its scheme. `None` if it is no address.
    ///
    /// Holds nothing of the address but its host or, where that is not certain, its scheme: no user part, path,
    /// query or fragment.
    #[must_use]
    pub fn of(address: &str) -> Option<Self> {
        Some(match named(address)? {
            Named::Host { host: Host::Domain(name), plain_http } => {
                let host = name.trim_end_matches('.').to_owned();
                let starts = psl::domain_str(&host).map(|site| host.len().saturating_sub(site.len()));
                let loopback = host == "localhost" || host.ends_with(".localhost");
                Self { starts, plain_http, loopback, ..Self::as_it_is(host) }
            }
            Named::Host { host: Host::Ipv4(ip), plain_http } => {
                Self { loopback: ip.is_loopback(), plain_http, ..Self::as_it_is(ip.to_string()) }
            }
            Named::Host { host: Host::Ipv6(ip), plain_http } => {
                Self { loopback: ip.is_loopback(), plain_http, ..Self::as_it_is(ip.to_string()) }
            }
            Named::App(id) => Self { owner: owner_of(&id), ..Self::as_it_is(id) },
            Named::Scheme(scheme) => Self { is_scheme: true, ..Self::as_it_is(scheme) },
        })
    }

    fn as_it_is(host: String) -> Self {
        Self { host, starts: None, owner: None, plain_http: false, loopback: false, is_scheme: false }
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

    /// Whether nothing but the scheme of its address is known (`mailto:`, `custom://`): two of them are not the same
    /// place because they look the same.
    #[must_use]
    pub fn is_scheme_only(&self) -> bool {
        self.is_scheme
    }

    /// For an app, the registrable domain that its id names in reverse (`com.example.app`: `example.com`).
    pub(crate) fn owner(&self) -> Option<&str> {
        self.owner.as_deref()
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

/// The registrable domain that the id of an app names in reverse, as the rules for such ids ask.
fn owner_of(id: &str) -> Option<String> {
    let reversed = id.rsplit('.').collect::<Vec<_>>().join(".").to_ascii_lowercase();
    let site = psl::domain_str(&reversed)?;
    psl::suffix(site.as_bytes())?.is_known().then(|| site.to_owned())
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
    fn an_address_without_a_registrable_domain_keeps_its_host_or_app() {
        for (address, expected) in [
            ("http://192.168.1.1/", "192.168.1.1"),
            ("http://[2001:db8::1]:8080/", "2001:db8::1"),
            ("[2001:db8::1]:8080", "2001:db8::1"),
            ("http://localhost:3000", "localhost"),
            ("localhost:8080", "localhost"),
            ("https://intranet/", "intranet"),
            ("realm-name", "realm-name"),
            ("https://co.uk/", "co.uk"),
            ("android://abc==@com.example.app/", "com.example.app"),
            ("android://ab/c+d==@com.example.app/", "com.example.app"),
            ("androidapp://com.example", "com.example"),
            ("iosapp://com.forum.app", "com.forum.app"),
            ("postgres://ann:word@db:5432/x", "db"),
        ] {
            assert_eq!(site(address), expected, "{address}");
            let read = RegistrableDomain::of(address).unwrap();
            assert!(!read.is_registrable() && !read.is_scheme_only(), "{address}");
        }
    }

    #[test]
    fn an_address_of_any_scheme_gives_its_host_only() {
        for (address, expected) in [
            ("ssh://root:LEAK@server.example", "server.example"),
            ("ftps://ann:LEAK@ftp.shop.example/LEAK", "shop.example"),
            ("postgres://admin:LEAK@db.local/LEAK?sslkey=LEAK", "db.local"),
            ("mongodb+srv://u:LEAK@c.example/?x=LEAK", "c.example"),
            ("mongodb://u:LEAK@a.example:27017,b.example:27017/LEAK", "a.example"),
            ("jdbc:postgresql://db.example/LEAK?user=ann&password=LEAK", "db.example"),
            ("jdbc:sqlserver://db.example:1433;user=LEAK;password=LEAK", "db.example"),
            ("view-source:https://forum.example/LEAK", "forum.example"),
            ("sftp://forum.example", "forum.example"),
            ("https:forum.example", "forum.example"),
            ("https://https://forum.example/LEAK", "forum.example"),
            ("http://https:forum.example", "forum.example"),
            ("custom://server.example/LEAK", "server.example"),
            ("ann:LEAK@forum.example", "forum.example"),
            ("git@forum.example:LEAK/x.git", "forum.example"),
            ("ann@forum.example", "forum.example"),
            ("//forum.example/LEAK", "forum.example"),
            ("forum.example:22", "forum.example"),
            ("*.forum.example", "forum.example"),
            ("\u{feff}https://forum.example", "forum.example"),
            ("HTTPS://FORUM.EXAMPLE?LEAK", "forum.example"),
            ("https://medium.com/@LEAK", "medium.com"),
        ] {
            assert_eq!(site(address), expected, "{address}");
        }
    }

    #[test]
    fn an_address_without_a_certain_host_is_its_scheme_only() {
        for (address, expected) in [
            ("custom://reset?token=LEAK", "custom://"),
            ("custom://LEAK", "custom://"),
            ("custom://eyJhbGciOi.eyJzdWIi.SflKxwRJSMeKKF2QT4fwpMeJf36", "custom://"),
            ("cmd://ssh ann:LEAK@host", "cmd://"),
            ("CMD://ssh ann:LEAK@host", "cmd://"),
            ("https://ann:LEAK@exa mple/", "https://"),
            ("https://ann:LE/AK@forum.example/", "https://"),
            ("https://ann:1?LEAK@forum.example/", "https://"),
            ("https://ann#LEAK@forum.example/", "https://"),
            ("ssh://ann:1/LEAK@forum.example", "ssh://"),
            ("https://", "https://"),
            ("android://not an id/", "android://"),
            ("mailto:ann@mail.example?subject=LEAK", "mailto:"),
            ("javascript:alert('LEAK')", "javascript:"),
            ("data:text/plain,LEAK", "data:"),
            ("file:///home/ann/LEAK", "file://"),
            ("otpauth://totp/x?secret=LEAK", "otpauth://"),
            ("jdbc:oracle:thin:ann/LEAK@host", "jdbc:"),
            ("chrome-extension://abcdefghijklmnop/popup.html", "chrome-extension://"),
        ] {
            assert_eq!(site(address), expected, "{address}");
            assert!(RegistrableDomain::of(address).unwrap().is_scheme_only(), "{address}");
        }
    }

    #[test]
    fn a_text_that_is_no_address_has_no_site() {
        for text in [
            "  ",
            "my bank",
            "my pin is LEAK",
            "C:\\Users\\ann\\LEAK",
            "D:/LEAK",
            "/home/ann/LEAK",
            "~/LEAK",
            ".?",
            "ann:LE/AK@x",
            "ann:12/LEAK@forum.example",
            "123456",
            "word:LEAK",
            "see https://forum.example",
            "<a href=LEAK>",
            "{URL}",
        ] {
            assert_eq!(RegistrableDomain::of(text), None, "{text}");
        }
    }

    #[test]
    fn the_id_of_an_app_names_the_domain_of_its_owner_in_reverse() {
        let owner = |address: &str| RegistrableDomain::of(address).unwrap().owner().map(str::to_owned);
        assert_eq!(owner("android://aGFzaA==@com.netflix.mediaclient/").as_deref(), Some("netflix.com"));
        assert_eq!(owner("androidapp://uk.co.shop.app").as_deref(), Some("shop.co.uk"));
        assert_eq!(owner("androidapp://io.github.ann.app").as_deref(), Some("ann.github.io"));
        assert_eq!(owner("androidapp://nowhere.app_x"), None);
        assert_eq!(owner("https://netflix.com"), None);
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

    /// Parts that must never be seen again, each with a mark.
    fn address_with_secrets() -> impl Strategy<Value = String> {
        let scheme = "[a-zA-Z][a-z0-9+.-]{1,9}://|https?://|https?:|ssh://|postgres://|mailto:|cmd://|custom://|jdbc:mysql://||";
        let secret = "[a-zA-Z0-9!$&'()*+,;=:?/#@ %_.~-]{0,6}QSECRETQ[a-zA-Z0-9!$&'()*+,;=:?/#@ %_.~-]{0,6}";
        let host = "[a-z]{1,8}(\\.(example|com|co\\.uk|local))?(:[0-9]{1,5})?";
        (
            scheme,
            proptest::option::of(secret),
            host,
            proptest::option::of(secret),
            proptest::option::of(secret),
        )
            .prop_map(|(scheme, user, host, path, query)| {
                let user = user.map(|user| format!("ann:{user}@")).unwrap_or_default();
                let path = path.map(|path| format!("/{path}")).unwrap_or_default();
                let query = query.map(|query| format!("?{query}")).unwrap_or_default();
                format!("{scheme}{user}{host}{path}{query}")
            })
    }

    proptest! {
        #[test]
        fn no_user_part_path_or_query_is_in_a_site(address in address_with_secrets()) {
            if let Some(read) = RegistrableDomain::of(&address) {
                prop_assert!(!read.host().to_lowercase().contains("qsecretq"), "{address}: {read:?}");
            }
        }

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
