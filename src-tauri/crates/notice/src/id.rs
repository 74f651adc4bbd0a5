//! What a notice is called: the domain of its publisher and a name of its own.

use std::fmt;
use std::str::FromStr;

use crate::domain::{is_domain, is_public_suffix};

/// `forum.example/2026-03`: a domain in lower-case ASCII and a slug.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoticeId {
    /// The domain, lower-case ASCII (A-labels).
    pub domain: String,
    /// `[a-z0-9][a-z0-9._-]{0,63}`.
    pub slug: String,
}

impl fmt::Display for NoticeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.domain, self.slug)
    }
}

/// The text is no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a domain, a slash and a short name")]
pub struct NotAnId;

impl FromStr for NoticeId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (domain, slug) = text.split_once('/').ok_or(NotAnId)?;
        let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let fits = is_domain(domain)
            && !is_public_suffix(domain)
            && (1..=64).contains(&slug.len())
            && slug.bytes().next().is_some_and(inner)
            && slug.bytes().all(|byte| inner(byte) || matches!(byte, b'.' | b'_' | b'-'));
        fits.then(|| Self { domain: domain.to_owned(), slug: slug.to_owned() }).ok_or(NotAnId)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_a_slash_and_a_slug_are_an_id() {
        for text in ["forum.example/2026-03", "a.b.example/x", "xn--bcher-kva.example/1._-"] {
            assert_eq!(text.parse::<NoticeId>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "forum.example",
            "forum.example/",
            "Forum.example/a",
            "forum/a",
            "forum.example/A",
            "forum.example/-a",
            "bücher.example/a",
            "-a.example/a",
            "a..example/a",
            "10.0.0.1/a",
            "forum.example/a/b",
            "co.uk/a",
            "github.io/a",
            "example/a",
        ] {
            assert!(text.parse::<NoticeId>().is_err(), "{text}");
        }
    }
}
