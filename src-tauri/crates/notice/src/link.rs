//! The link of an incident page: `selfcheck://notice?u=…&k=…`.
//!
//! Any program may hand one over, so its grammar is exact: a link has one written form, and a text that is not
//! that form is no link. Reading one fetches nothing.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use crate::domain::is_domain;
use crate::key::LINK_CODE_LENGTH;

/// The longest link, in bytes.
pub const MAX_LINK_BYTES: usize = 2_048;
const START: &str = "selfcheck://notice?u=";
const MIDDLE: &str = "&k=";
const HTTPS: &str = "https://";

/// A link: where the notice is, and which root its card must be signed by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    url: String,
    host: String,
    code: String,
}

/// Why a text is no link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotALink {
    /// More bytes than [`MAX_LINK_BYTES`].
    #[error("a link has at most {MAX_LINK_BYTES} bytes")]
    TooLong,
    /// Not `selfcheck://notice?u=…&k=…` with these two, in this order.
    #[error("a link has the form selfcheck://notice?u=…&k=… and nothing else")]
    Form,
    /// The address in it is not written as it must be.
    #[error(
        "the address in it must be https with a name, without user, port or fragment, and percent-encoded"
    )]
    Address,
    /// The key code in it is not 26 characters of base32.
    #[error("the key code in it must be 26 small letters and digits 2 to 7")]
    Code,
}

impl Link {
    /// A link to `url` with the key code `code`.
    ///
    /// # Errors
    /// When one of the two may not stand in a link.
    pub fn new(url: &str, code: &str) -> Result<Self, NotALink> {
        let host = host_of(url).ok_or(NotALink::Address)?.to_owned();
        let good =
            code.len() == LINK_CODE_LENGTH && code.bytes().all(|b| matches!(b, b'a'..=b'z' | b'2'..=b'7'));
        if !good {
            return Err(NotALink::Code);
        }
        let link = Self { url: url.to_owned(), host, code: code.to_owned() };
        if link.to_string().len() > MAX_LINK_BYTES { Err(NotALink::TooLong) } else { Ok(link) }
    }

    /// The address of the notice.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The host of that address.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The code of the root.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{START}{}{MIDDLE}{}", encode(&self.url), self.code)
    }
}

impl FromStr for Link {
    type Err = NotALink;

    fn from_str(text: &str) -> Result<Self, NotALink> {
        if text.len() > MAX_LINK_BYTES {
            return Err(NotALink::TooLong);
        }
        let rest = text.strip_prefix(START).ok_or(NotALink::Form)?;
        let (encoded, code) = rest.split_once(MIDDLE).ok_or(NotALink::Form)?;
        let link = Self::new(&decode(encoded).ok_or(NotALink::Address)?, code)?;
        // One written form only: whatever would read the same but be written otherwise is refused.
        if link.to_string() == text { Ok(link) } else { Err(NotALink::Address) }
    }
}

/// The host of an address that a link may carry: https, a name of the public net in small letters, no user, no
/// port, no fragment, ASCII that may stand in an address.
#[must_use]
pub fn host_of(url: &str) -> Option<&str> {
    let rest = url.strip_prefix(HTTPS)?;
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (host, path) = (rest.get(..end)?, rest.get(end..)?);
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        let fits = match byte {
            b'%' => {
                let digit = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_hexdigit());
                digit(bytes.next()) && digit(bytes.next())
            }
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => true,
            _ => b"-._~!$&'()*+,;=:@/?".contains(&byte),
        };
        if !fits {
            return None;
        }
    }
    is_domain(host).then_some(host)
}

fn encode(url: &str) -> String {
    let mut text = String::with_capacity(url.len());
    for byte in url.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
            let value = digit(bytes.next())? * 16 + digit(bytes.next())?;
            decoded.push(u8::try_from(value).ok()?);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const GOOD: &str = "selfcheck://notice?u=https%3A%2F%2Fforum.example%2Fincident%2F2026-03.notice&k=abcdefghijklmnopqrstuvwxyz";

    #[test]
    fn a_link_is_read_as_it_is_written() {
        let link: Link = GOOD.parse().unwrap();
        assert_eq!(link.url(), "https://forum.example/incident/2026-03.notice");
        assert_eq!((link.host(), link.code()), ("forum.example", "abcdefghijklmnopqrstuvwxyz"));
        assert_eq!(link.to_string(), GOOD);
    }

    #[test]
    fn whatever_is_not_exactly_a_link_is_refused() {
        let with = |url: &str| format!("selfcheck://notice?u={}&k=abcdefghijklmnopqrstuvwxyz", encode(url));
        let bad = [
            GOOD.replace("selfcheck:", "Selfcheck:"),
            GOOD.replace("notice?", "notice/?"),
            GOOD.replace("%3A", "%3a"),
            GOOD.replace("%2F", "/"),
            GOOD.replace("forum", "%66orum"),
            format!("{GOOD}a"),
            format!("{GOOD}&x=1"),
            format!("{GOOD}\n"),
            format!(" {GOOD}"),
            GOOD.replace("abcdefg", "ABCDEFG"),
            GOOD.replace("abcdefg", "0bcdefg"),
            "selfcheck://notice?k=abcdefghijklmnopqrstuvwxyz&u=https%3A%2F%2Fforum.example%2F".to_owned(),
            "selfcheck://notice?u=&k=abcdefghijklmnopqrstuvwxyz".to_owned(),
            String::new(),
            with("http://forum.example/"),
            with("https://forum.example:443/"),
            with("https://user@forum.example/"),
            with("https://forum.example/#a"),
            with("https://10.0.0.1/"),
            with("https://[::1]/"),
            with("https://127.1/"),
            with("https://localhost/"),
            with("https://forum.example\\@evil.example/"),
            with("https://forum.example./"),
            with("https://forum.example/ä"),
            with("https://forum.example/%2"),
            with("https://forum.example/a b"),
            with("file:///etc/passwd"),
            with("javascript:alert(1)"),
        ];
        for text in bad {
            assert!(text.parse::<Link>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_link_has_at_most_2048_bytes() {
        let link =
            |path: usize| Link::new(&format!("https://forum.example/{}", "a".repeat(path)), &"a".repeat(26));
        let fits = MAX_LINK_BYTES - link(0).unwrap().to_string().len();
        assert_eq!(link(fits).unwrap().to_string().len(), MAX_LINK_BYTES);
        assert_eq!(link(fits + 1), Err(NotALink::TooLong));
    }

    proptest! {
        #[test]
        fn what_reads_is_written_the_same(text in "selfcheck://notice\\?u=(https%3A%2F%2F)?[a-z.%/A-F0-9]{0,60}&k=[a-z2-7]{25,27}") {
            if let Ok(link) = text.parse::<Link>() {
                prop_assert_eq!(link.to_string(), text);
            }
        }

        #[test]
        fn any_text_is_a_link_or_not(text in "\\PC{0,120}") {
            let _ = text.parse::<Link>();
        }
    }
}
