//! An address that may be fetched, and what a build for tests allows beside it.

use std::fmt;

use reqwest::ClientBuilder;
use url::Url;

use super::FetchError;

/// Where a publisher's own card stands.
const PUBLISHER: &str = "/.well-known/selfcheck/publisher";

/// An https address with a name of the public net; no user, port or fragment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    url: Url,
    host: String,
}

/// The text is no address that may be fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an https address with a name, without user, port or fragment")]
pub struct NotAnAddress;

impl Address {
    /// Reads one.
    ///
    /// # Errors
    /// For http, a number in place of a name, `localhost`, a user, a port or a fragment.
    pub fn parse(text: &str) -> Result<Self, NotAnAddress> {
        let url = Url::parse(text).map_err(|_| NotAnAddress)?;
        let host = url.host_str().unwrap_or_default().to_owned();
        // Two readers must agree on the host, or a text that one of them misreads would get past.
        let public = notice::host_of(text) == Some(host.as_str());
        if public || for_tests(&url) { Ok(Self { url, host }) } else { Err(NotAnAddress) }
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.url.as_str()
    }

    /// Its host.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    pub(super) fn url(&self) -> Url {
        self.url.clone()
    }

    /// Where `domain` publishes its card; in a build for tests on the port of the notice `beside` it.
    pub(super) fn of_publisher(domain: &str, beside: Option<&Self>) -> Option<Self> {
        let port = beside.filter(|beside| beside.host == domain).and_then(|beside| beside.url.port());
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        Self::parse(&format!("https://{domain}{port}{PUBLISHER}")).ok()
    }

    /// Where a redirect leads, if that is the same host.
    pub(super) fn redirected(&self, to: &str) -> Option<Self> {
        let next = self.url.join(to).ok()?;
        let same = next.host_str() == self.url.host_str() && next.port() == self.url.port();
        let address = Self::parse(next.as_str()).ok()?;
        same.then_some(address)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.url.as_str())
    }
}

#[cfg(not(feature = "loopback"))]
fn for_tests(_: &Url) -> bool {
    false
}

/// In a build for tests: https with a port, and this computer.
#[cfg(feature = "loopback")]
fn for_tests(url: &Url) -> bool {
    url.scheme() == "https"
        && url.username().is_empty()
        && url.password().is_none()
        && url.fragment().is_none()
        && url.host_str().is_some_and(|host| !host.is_empty())
}

#[cfg(not(feature = "loopback"))]
#[allow(clippy::unnecessary_wraps, reason = "the build for tests reads a file here")]
pub(super) fn with_test_authority(client: ClientBuilder) -> Result<ClientBuilder, FetchError> {
    Ok(client)
}

/// In a build for tests: the authority in the file that `SELFCHECK_TEST_CA` names.
#[cfg(feature = "loopback")]
pub(super) fn with_test_authority(client: ClientBuilder) -> Result<ClientBuilder, FetchError> {
    let Some(path) = std::env::var_os("SELFCHECK_TEST_CA") else { return Ok(client) };
    let pem = std::fs::read(path).map_err(|_| FetchError::NoClient)?;
    let authority = reqwest::Certificate::from_pem(&pem).map_err(|_| FetchError::NoClient)?;
    Ok(client.tls_certs_only([authority]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_https_address_with_a_name_may_be_fetched() {
        let address = Address::parse("https://forum.example/incident/2026-03.notice?a=b").unwrap();
        assert_eq!(address.host(), "forum.example");
        assert_eq!(
            Address::of_publisher("forum.example", Some(&address)).unwrap().to_string(),
            "https://forum.example/.well-known/selfcheck/publisher"
        );
    }

    #[test]
    fn a_redirect_may_not_leave_its_host() {
        let address = Address::parse("https://forum.example/a/b").unwrap();
        assert_eq!(address.redirected("c").unwrap().to_string(), "https://forum.example/a/c");
        for to in [
            "https://evil.example/",
            "http://forum.example/",
            "//evil.example/x",
            "https://forum.example:8443/",
        ] {
            assert_eq!(address.redirected(to), None, "{to}");
        }
    }

    #[cfg(not(feature = "loopback"))]
    #[test]
    fn a_release_refuses_everything_else_at_once() {
        for text in [
            "http://forum.example/",
            "https://localhost/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://10.0.0.1/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://forum.example:8443/",
            "https://forum.example:443/",
            "https://user@forum.example/",
            "https://forum.example/#a",
            "https://forum.example\\@evil.example/",
            "https://FORUM.example/",
            "file:///etc/passwd",
            "",
        ] {
            assert_eq!(Address::parse(text), Err(NotAnAddress), "{text}");
        }
    }
}
