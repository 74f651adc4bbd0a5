//! The address of a range service or mirror.

use std::fmt;
use std::str::FromStr;

use password::Prefix;
use url::{Host, Url};

/// Why a text is not the address of a range service. Says nothing of the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RangeUrlError {
    /// Not an address, or one without a host, with a user, a query or a fragment.
    #[error("not an https address")]
    NotAnAddress,
    /// Another scheme than https, or http to another computer.
    #[error("not https; http is for this computer only")]
    NotHttps,
}

/// The base to which `/ABCDE` is appended: https, or http to this computer.
#[derive(Clone, PartialEq, Eq)]
pub struct RangeUrl(Url);

impl RangeUrl {
    /// The service of Have I Been Pwned.
    pub const DEFAULT: &'static str = "https://api.pwnedpasswords.com/range";

    /// Its host, with the port if that is not the scheme's own.
    #[must_use]
    pub fn host_label(&self) -> String {
        let host = self.0.host_str().unwrap_or_default();
        match self.0.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        }
    }

    /// `https` or `http`.
    #[must_use]
    pub fn scheme(&self) -> &str {
        self.0.scheme()
    }

    /// The whole address, as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether it is on this computer.
    pub(crate) fn is_loopback(&self) -> bool {
        match self.0.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        }
    }

    /// The address of one range.
    pub(crate) fn range(&self, prefix: Prefix) -> Url {
        let mut url = self.0.clone();
        let base = url.path().trim_end_matches('/').to_owned();
        url.set_path(&format!("{base}/{prefix}"));
        url
    }
}

impl FromStr for RangeUrl {
    type Err = RangeUrlError;

    fn from_str(text: &str) -> Result<Self, RangeUrlError> {
        let url = Url::parse(text.trim()).map_err(|_| RangeUrlError::NotAnAddress)?;
        let plain = url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none();
        let read = Self(url);
        match read.scheme() {
            "https" | "http" if !plain || read.0.host().is_none() => Err(RangeUrlError::NotAnAddress),
            "https" => Ok(read),
            "http" if read.is_loopback() => Ok(read),
            _ => Err(RangeUrlError::NotHttps),
        }
    }
}

impl Default for RangeUrl {
    #[allow(clippy::expect_used, reason = "a constant that a test reads")]
    fn default() -> Self {
        Self(Url::parse(Self::DEFAULT).expect("the default address is an address"))
    }
}

impl fmt::Debug for RangeUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RangeUrl({})", self.host_label())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<RangeUrl, RangeUrlError> {
        text.parse()
    }

    #[test]
    fn the_prefix_is_appended_after_one_slash() {
        for base in ["https://mirror.example/a/range", "https://mirror.example/a/range/"] {
            let url = read(base).unwrap().range(Prefix::new(0xABCDE).unwrap());
            assert_eq!(url.as_str(), "https://mirror.example/a/range/ABCDE");
        }
        let bare = read("https://mirror.example").unwrap().range(Prefix::new(1).unwrap());
        assert_eq!(bare.as_str(), "https://mirror.example/00001");
    }

    #[test]
    fn plain_http_is_for_this_computer_only() {
        for text in ["http://127.0.0.1:81/range", "http://[::1]/range", "http://localhost/range"] {
            assert!(read(text).is_ok(), "{text}");
        }
        for text in [
            "http://mirror.example/range",
            "http://127.0.0.1.mirror.example/",
            "ftp://127.0.0.1/",
            "file:///range",
        ] {
            assert_eq!(read(text), Err(RangeUrlError::NotHttps), "{text}");
        }
    }

    #[test]
    fn users_queries_and_fragments_are_refused() {
        for text in [
            "https://a:b@mirror.example/",
            "https://a@mirror.example/",
            "https://mirror.example/?q=",
            "https://mirror.example/#x",
            "mirror.example",
            "",
        ] {
            assert_eq!(read(text), Err(RangeUrlError::NotAnAddress), "{text}");
        }
    }

    #[test]
    fn the_host_is_named_with_its_port_only_if_it_is_another() {
        assert_eq!(read(RangeUrl::DEFAULT).unwrap().host_label(), "api.pwnedpasswords.com");
        assert_eq!(read("https://mirror.example:443/").unwrap().host_label(), "mirror.example");
        assert_eq!(read("http://127.0.0.1:8080/").unwrap().host_label(), "127.0.0.1:8080");
    }
}
