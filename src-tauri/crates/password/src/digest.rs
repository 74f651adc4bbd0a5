//! SHA-1 digests and the two parts of one that k-anonymity knows: prefix and suffix.

use std::fmt;

use zeroize::{Zeroize as _, ZeroizeOnDrop, Zeroizing};

/// The SHA-1 of a password: as secret as the password, because it can be guessed from.
#[derive(ZeroizeOnDrop)]
pub struct Digest([u8; 20]);

impl Digest {
    /// From 40 hexadecimal digits of either case.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        if digits.len() != 40 {
            return None;
        }
        let mut bytes = [0_u8; 20];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let value = |digit: u8| char::from(digit).to_digit(16);
            let [high, low] = [value(*pair.first()?)?, value(*pair.last()?)?];
            *byte = u8::try_from(high << 4 | low).ok()?;
        }
        let digest = Self(bytes);
        bytes.zeroize();
        Some(digest)
    }

    /// From its 20 bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 20]) -> Self {
        Self(bytes)
    }

    /// The 20 bytes, for looking them up in a list.
    #[must_use]
    pub fn expose_bytes(&self) -> &[u8; 20] {
        &self.0
    }

    /// The first 20 bits: all that a range service is told.
    #[must_use]
    pub fn prefix(&self) -> Prefix {
        let [a, b, c, ..] = self.0;
        Prefix(u32::from(a) << 12 | u32::from(b) << 4 | u32::from(c) >> 4)
    }

    /// The other 35 hexadecimal digits, upper-case, as a range service writes them.
    #[must_use]
    pub fn suffix_hex(&self) -> Zeroizing<String> {
        const DIGITS: [char; 16] =
            ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
        // One allocation: growing would leave copies behind.
        let mut text = Zeroizing::new(String::with_capacity(40));
        for nibble in self.0.iter().flat_map(|byte| [byte >> 4, byte & 0x0F]).skip(5) {
            text.extend(DIGITS.get(usize::from(nibble)));
        }
        text
    }
}

/// The first 20 bits of a digest; prints as five upper-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Prefix(u32);

impl Prefix {
    /// How many there are: 2^20.
    pub const COUNT: u32 = 1 << 20;

    /// From its number, if it has at most 20 bits.
    #[must_use]
    pub fn new(value: u32) -> Option<Self> {
        (value < Self::COUNT).then_some(Self(value))
    }

    /// Its number, below [`Self::COUNT`].
    #[must_use]
    pub fn value(self) -> u32 {
        self.0
    }
}

impl fmt::Display for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:05X}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn prefix_and_suffix_are_the_whole_digest_in_either_case(bytes: [u8; 20]) {
            let digest = Digest::from_bytes(bytes);
            let hex = format!("{}{}", digest.prefix(), digest.suffix_hex().as_str());
            for text in [hex.to_lowercase(), hex] {
                let read = Digest::from_hex(&text).unwrap();
                prop_assert_eq!(read.expose_bytes(), &bytes);
            }
        }

        #[test]
        fn no_other_text_is_a_digest(text in "\\PC{0,60}") {
            let fits = text.len() == 40 && text.bytes().all(|b| b.is_ascii_hexdigit());
            prop_assert_eq!(Digest::from_hex(&text).is_some(), fits);
        }
    }

    #[test]
    fn a_prefix_has_twenty_bits() {
        assert!(Prefix::new(0x10_0000).is_none());
        assert_eq!(Prefix::new(0xFFFFF).unwrap().to_string(), "FFFFF");
        assert_eq!(Prefix::new(1).unwrap().to_string(), "00001");
    }
}
