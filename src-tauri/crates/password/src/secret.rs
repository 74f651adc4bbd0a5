//! The password itself.

use sha1::{Digest as _, Sha1};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};
use zeroize::Zeroizing;

use crate::Digest;
use crate::encoding::{OtherEncoding, other_encoding};

/// Why some bytes are not one password. Carries facts about the bytes, never the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PasswordError {
    /// There are no bytes.
    #[error("the password is empty")]
    Empty,
    /// More bytes than [`Password::MAX_BYTES`].
    #[error("{bytes} bytes, more than {max}")]
    TooLong {
        /// How many there are.
        bytes: usize,
        /// How many there may be.
        max: usize,
    },
    /// Not UTF-8.
    #[error("not UTF-8 at byte {offset}")]
    NotUtf8 {
        /// Bytes before the first that does not fit.
        offset: usize,
    },
    /// A text in another encoding, as PowerShell's `>` and Excel's "Unicode text" write it.
    #[error("{encoding}, not UTF-8")]
    OtherEncoding {
        /// Which.
        encoding: OtherEncoding,
    },
    /// A zero byte: no text has one.
    #[error("a zero byte at byte {offset}")]
    Nul {
        /// Bytes before it.
        offset: usize,
    },
    /// A carriage return or line feed inside.
    #[error("a line break at byte {offset}")]
    LineBreak {
        /// Bytes before it.
        offset: usize,
    },
}

/// One password. Wiped from memory when dropped; cannot be printed, compared, cloned or serialised.
///
/// ```compile_fail
/// fn shown(password: password::Password) -> String { format!("{password:?}") }
/// ```
/// ```compile_fail
/// fn copied(password: &password::Password) -> password::Password { password.clone() }
/// ```
pub struct Password(Zeroizing<Vec<u8>>);

impl Password {
    /// The longest password, in bytes of UTF-8 (`docs/command-line.md`).
    pub const MAX_BYTES: usize = 4096;

    /// Takes the bytes of one password, without its line end. Nothing is trimmed.
    ///
    /// # Errors
    /// When they are not 1 to [`Self::MAX_BYTES`] bytes of UTF-8 without a line break or a zero byte. The bytes are
    /// wiped then too.
    pub fn from_bytes(bytes: Zeroizing<Vec<u8>>) -> Result<Self, PasswordError> {
        if bytes.is_empty() {
            return Err(PasswordError::Empty);
        }
        // First: in another encoding the number of bytes says nothing.
        if let Some(encoding) = other_encoding(&bytes) {
            return Err(PasswordError::OtherEncoding { encoding });
        }
        if bytes.len() > Self::MAX_BYTES {
            return Err(PasswordError::TooLong { bytes: bytes.len(), max: Self::MAX_BYTES });
        }
        if let Err(error) = std::str::from_utf8(&bytes) {
            return Err(PasswordError::NotUtf8 { offset: error.valid_up_to() });
        }
        if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
            return Err(PasswordError::Nul { offset });
        }
        match bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            Some(offset) => Err(PasswordError::LineBreak { offset }),
            None => Ok(Self(bytes)),
        }
    }

    /// The same password in Unicode's normalization form C, where it is written otherwise: a letter and its accent
    /// as two characters, as macOS writes them. Lists of leaked passwords mostly hold the composed form. `None` where
    /// it is in that form already. Compatibility forms (full-width letters, ligatures) are other characters for a
    /// site too and stay as they are.
    #[must_use]
    pub fn in_nfc(&self) -> Option<Self> {
        let text = self.expose_for_rating();
        if text.is_ascii() || is_nfc(text) {
            return None;
        }
        // Composing never takes more than three times the bytes; with the room given at once no copy is left behind.
        let mut composed = Zeroizing::new(String::with_capacity(3 * text.len()));
        composed.extend(text.nfc());
        Some(Self(Zeroizing::new(std::mem::take(&mut *composed).into_bytes())))
    }

    /// The text, for whatever has to look at its characters (strength, likeness). Never to show, log or keep it.
    #[must_use]
    pub fn expose_for_rating(&self) -> &str {
        // Checked in `from_bytes`; an empty text could only say "very weak".
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The bytes, to make the key of a file from that its owner locked with it. Never to show, log or keep them.
    #[must_use]
    pub fn expose_for_unlocking(&self) -> &[u8] {
        &self.0
    }

    /// SHA-1 of its bytes, as every published list of breached passwords has it.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::from_bytes(Sha1::digest(&self.0).into())
    }

    /// The digests under which lists may hold it: as it is written, then in form C where that is another spelling.
    #[must_use]
    pub fn digests(&self) -> Vec<Digest> {
        std::iter::once(self.digest()).chain(self.in_nfc().map(|composed| composed.digest())).collect()
    }

    /// A digest that is the same for every spelling of one password in Unicode: that of form C.
    #[must_use]
    pub fn digest_of_any_spelling(&self) -> Digest {
        self.in_nfc().map_or_else(|| self.digest(), |composed| composed.digest())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static_assertions::assert_not_impl_any!(Password: std::fmt::Debug, std::fmt::Display, Clone, PartialEq, ToString);
    static_assertions::assert_not_impl_any!(Digest: std::fmt::Debug, std::fmt::Display, Clone, ToString);

    fn read(bytes: &[u8]) -> Result<Password, PasswordError> {
        Password::from_bytes(Zeroizing::new(bytes.to_vec()))
    }

    #[test]
    fn blanks_at_both_ends_belong_to_a_password() {
        assert_eq!(read(b" a ").ok().unwrap().expose_for_rating(), " a ");
    }

    #[test]
    fn four_thousand_and_ninety_six_bytes_are_the_most() {
        assert!(read(&[b'a'; 4096]).is_ok());
        assert_eq!(read(&[b'a'; 4097]).err(), Some(PasswordError::TooLong { bytes: 4097, max: 4096 }));
    }

    #[test]
    fn what_is_not_one_password_is_refused_with_its_place() {
        assert_eq!(read(b"").err(), Some(PasswordError::Empty));
        assert_eq!(read(b"a\nb").err(), Some(PasswordError::LineBreak { offset: 1 }));
        assert_eq!(read(b"ab\rc").err(), Some(PasswordError::LineBreak { offset: 2 }));
        assert_eq!(read(b"abc\xff").err(), Some(PasswordError::NotUtf8 { offset: 3 }));
        assert_eq!(read(b"a\0bc").err(), Some(PasswordError::Nul { offset: 1 }));
    }

    #[test]
    fn another_encoding_is_named_however_long_it_is() {
        let long: Vec<u8> = "a".repeat(4096).encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(
            read(&long).err(),
            Some(PasswordError::OtherEncoding { encoding: OtherEncoding::Utf16Le })
        );
    }

    #[test]
    fn digests_are_one_for_each_spelling() {
        let of = |text: &str| {
            let hex = |digest: &Digest| format!("{}{}", digest.prefix(), digest.suffix_hex().as_str());
            let password = read(text.as_bytes()).ok().unwrap();
            (password.digests().iter().map(hex).collect::<Vec<_>>(), hex(&password.digest_of_any_spelling()))
        };
        let (composed, any) = of("contraseña");
        assert_eq!(composed, std::slice::from_ref(&any));
        let (decomposed, same) = of("contrasen\u{303}a");
        assert_eq!((decomposed.len(), &decomposed[1], &same), (2, &any, &any));
    }

    #[test]
    fn in_nfc_is_there_only_for_a_password_in_another_form() {
        for (text, composed) in [
            ("contrasen\u{303}a", Some("contraseña")),
            ("Scho\u{308}n", Some("Schön")),
            ("\u{1112}\u{1161}\u{11AB}", Some("한")),
            ("A\u{30A}\u{327}", Some("Å\u{327}")),
            ("\u{212B}", Some("Å")),
            ("Schön", None),
            ("plain", None),
            ("ｐａｓｓ", None),
            ("ﬁne", None),
        ] {
            let password = read(text.as_bytes()).ok().unwrap();
            let form = password.in_nfc();
            assert_eq!(form.as_ref().map(Password::expose_for_rating), composed, "{text:?}");
        }
    }

    #[test]
    fn the_bytes_are_wiped_when_it_is_dropped() {
        fn wipes<T: zeroize::ZeroizeOnDrop>(_: &T) {}
        let password = read(b"canary").ok().unwrap();
        wipes(&password.0);
        wipes(&password.digest().suffix_hex());
    }

    #[test]
    fn the_digest_is_sha1_of_the_bytes() {
        let digest = read(b"password").ok().unwrap().digest();
        assert_eq!(digest.prefix().to_string(), "5BAA6");
        assert_eq!(digest.suffix_hex().as_str(), "1E4C9B93F3F0682250B6CF8331B7EE68FD8");
    }
}
