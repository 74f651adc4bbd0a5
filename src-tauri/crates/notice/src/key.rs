//! Public keys: their written form, the fingerprint that a link carries, and the six words for people.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minisign_verify::Signature;
use password::passphrase::Language;
use sha2::{Digest as _, Sha256};

use crate::block::{Block, decode};

/// Algorithm, key number, key.
const BYTES: usize = 42;
/// Characters of [`PublicKey::link_code`].
pub const LINK_CODE_LENGTH: usize = 26;
/// Words of [`PublicKey::words`].
pub const WORDS: usize = 6;
/// RFC 4648, in small letters.
const BASE32: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// A minisign public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey([u8; BYTES]);

/// The text is no public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a minisign public key")]
pub struct NotAKey;

impl FromStr for PublicKey {
    type Err = NotAKey;

    /// The 56 characters of the second line of a `.pub` file.
    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let bytes: [u8; BYTES] = decode(text).ok_or(NotAKey)?;
        if bytes.starts_with(b"Ed") { Ok(Self(bytes)) } else { Err(NotAKey) }
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&STANDARD.encode(self.0))
    }
}

impl PublicKey {
    /// Reads a `.pub` file: a comment, then the key. The key's line alone is taken too.
    ///
    /// # Errors
    /// When there is no key in it.
    pub fn from_file_text(text: &str) -> Result<Self, NotAKey> {
        let mut lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
        let first = lines.next().ok_or(NotAKey)?;
        if first.starts_with("untrusted comment:") {
            lines.next().ok_or(NotAKey)?.parse()
        } else {
            first.parse()
        }
    }

    /// A `.pub` file of this key, as stock `minisign` reads it.
    #[must_use]
    pub fn file_text(&self, comment: &str) -> String {
        format!("untrusted comment: {comment}\n{self}\n")
    }

    /// The number by which a signature names its key.
    #[must_use]
    pub fn number(&self) -> [u8; 8] {
        let mut number = [0; 8];
        number.iter_mut().zip(self.0.iter().skip(2)).for_each(|(to, from)| *to = *from);
        number
    }

    /// SHA-256 over the 42 bytes.
    #[must_use]
    pub fn fingerprint(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }

    /// The `k` of a link: the first 130 bits of the fingerprint in base32.
    #[must_use]
    pub fn link_code(&self) -> String {
        self.digits().map(|digit| char::from(*BASE32.get(usize::from(digit)).unwrap_or(&b'a'))).collect()
    }

    /// The same 130 bits to say aloud: six words of EFF's large list (77 bits of them).
    #[must_use]
    pub fn words(&self) -> String {
        let list = Language::En.words();
        let base = list.len() as u128;
        let most = base.pow(6);
        let mut number = self.digits().fold(0_u128, |sum, digit| (sum * 32 + u128::from(digit)) % most);
        let mut words = [""; WORDS];
        for word in words.iter_mut().rev() {
            let digit = usize::try_from(number % base).unwrap_or_default();
            *word = list.get(digit).copied().unwrap_or_default();
            number /= base;
        }
        words.join(" ")
    }

    /// The first 130 bits of the fingerprint, five at a time.
    fn digits(&self) -> impl Iterator<Item = u8> {
        let bytes = self.fingerprint();
        (0..LINK_CODE_LENGTH).map(move |at| {
            let bit = |of: usize| bytes.get(of / 8).map_or(0, |byte| byte >> (7 - of % 8) & 1);
            (0..5).fold(0, |digit, offset| digit << 1 | bit(at * 5 + offset))
        })
    }

    /// Whether `block` is this key's prehashed signature over `signed` and over its own trusted comment.
    #[must_use]
    pub fn verifies(&self, signed: &str, block: &Block<'_>) -> bool {
        block.prehashed && self.number() == block.key_number && self.signed(signed, block)
    }

    /// Whether the number in `block` is this key's but for what one changed character of base64 can change: two
    /// bytes. By chance that happens once in 2^43.
    #[must_use]
    pub(crate) fn nearly_named_by(&self, block: &Block<'_>) -> bool {
        self.number().iter().zip(block.key_number).filter(|(own, named)| *own != named).count() <= 2
    }

    fn signed(&self, signed: &str, block: &Block<'_>) -> bool {
        let key = minisign_verify::PublicKey::from_base64(&self.to_string());
        let signature = Signature::decode(&block.text);
        match (key, signature) {
            (Ok(key), Ok(signature)) => key.verify(signed.as_bytes(), &signature, false).is_ok(),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key of minisign's own documentation.
    const KEY: &str = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";

    #[test]
    fn a_key_is_read_from_its_line_and_from_its_file() {
        let key: PublicKey = KEY.parse().unwrap();
        assert_eq!(key.to_string(), KEY);
        assert_eq!(PublicKey::from_file_text(&key.file_text("root key A")), Ok(key));
        assert_eq!(PublicKey::from_file_text(&format!("untrusted comment: x\r\n{KEY}\r\n")), Ok(key));
        assert_eq!(PublicKey::from_file_text(&format!("{KEY}\n")), Ok(key));
        for text in ["", "untrusted comment: x\n", "RWQf6LRC", &KEY.replace("RW", "RU"), &format!(" {KEY}")] {
            assert!(PublicKey::from_file_text(text).is_err(), "{text}");
        }
    }

    /// Worked out once with Python's hashlib, base64 and integers, from the rule alone.
    #[test]
    fn the_code_of_a_link_and_the_six_words_are_the_same_130_bits() {
        let key: PublicKey = KEY.parse().unwrap();
        assert_eq!(key.link_code(), "roodqudpuwktt3yndusyrhgbtu");
        assert_eq!(key.words(), "ream small preoccupy grasp flame overload");
    }
}
