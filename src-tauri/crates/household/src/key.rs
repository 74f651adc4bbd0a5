//! The key of the file, and the passphrase that may stand before it.

use age::secrecy::{ExposeSecret as _, SecretString};
use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::HouseholdError;

/// The scrypt work factor as a power of two: 128 MiB and well under a second. Fixed, because `age` measures the
/// computer otherwise, and a slow moment would make a weak file.
pub(crate) const WORK_FACTOR: u8 = 17;
/// The largest work factor that is done for a file from elsewhere: half a gibibyte.
const MOST_WORK: u8 = 19;

/// Why some bytes are no passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PassphraseError {
    /// There are no bytes.
    #[error("the passphrase is empty")]
    Empty,
    /// Not UTF-8, or a line break inside, or longer than [`Passphrase::MAX_BYTES`].
    #[error("not one line of text")]
    NotALine,
}

/// A passphrase. Wiped when dropped; cannot be printed, compared, cloned or serialised.
pub struct Passphrase(SecretString);

impl Passphrase {
    /// The longest passphrase, in bytes.
    pub const MAX_BYTES: usize = 1024;

    /// Takes the bytes of one passphrase without its line end. Nothing is trimmed.
    ///
    /// # Errors
    /// When they are not one line of text.
    pub fn from_bytes(bytes: &Zeroizing<Vec<u8>>) -> Result<Self, PassphraseError> {
        let text = std::str::from_utf8(bytes).map_err(|_| PassphraseError::NotALine)?;
        if text.is_empty() {
            return Err(PassphraseError::Empty);
        }
        if text.len() > Self::MAX_BYTES || text.contains(['\n', '\r', '\0']) {
            return Err(PassphraseError::NotALine);
        }
        Ok(Self(SecretString::from(text.to_owned())))
    }

    /// `plain` inside an `age` file that only this passphrase opens.
    pub(crate) fn encrypt(&self, plain: &[u8], work_factor: u8) -> Result<Vec<u8>, HouseholdError> {
        // The library wants a text of its own; both are wiped.
        let mut recipient =
            age::scrypt::Recipient::new(SecretString::from(self.0.expose_secret().to_owned()));
        recipient.set_work_factor(work_factor);
        age::encrypt(&recipient, plain).map_err(|_| HouseholdError::NoRandomness)
    }

    /// What is inside an `age` file; `None` if it is none, or is damaged.
    pub(crate) fn decrypt(&self, file: &[u8]) -> Result<Option<Zeroizing<Vec<u8>>>, HouseholdError> {
        let mut identity = age::scrypt::Identity::new(SecretString::from(self.0.expose_secret().to_owned()));
        identity.set_max_work_factor(MOST_WORK);
        match age::decrypt(&identity, file) {
            Ok(plain) => Ok(Some(Zeroizing::new(plain))),
            Err(
                age::DecryptError::DecryptionFailed
                | age::DecryptError::KeyDecryptionFailed
                | age::DecryptError::NoMatchingKeys,
            ) => Err(HouseholdError::WrongPassphrase),
            Err(_) => Ok(None),
        }
    }
}

/// The key of the file. Wiped when dropped; cannot be printed, compared, cloned or serialised.
#[derive(ZeroizeOnDrop)]
pub(crate) struct Key([u8; 32]);

impl Key {
    /// A new one, from the operating system's random numbers.
    pub(crate) fn random() -> Result<Self, HouseholdError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|_| HouseholdError::NoRandomness)?;
        Ok(Self(bytes))
    }

    /// From what the keyring or the key file held, if it has the right length.
    pub(crate) fn from_bytes(bytes: &Zeroizing<Vec<u8>>) -> Option<Self> {
        <[u8; 32]>::try_from(bytes.as_slice()).ok().map(Self)
    }

    /// The bytes, for the keyring and the key file.
    pub(crate) fn expose_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key as the database wants a raw one, which it uses without deriving anything from it: `x'…'`.
    pub(crate) fn expose_to_database(&self) -> Zeroizing<String> {
        // One allocation: growing would leave copies behind.
        let mut text = Zeroizing::new(String::with_capacity(80));
        text.push_str("x'");
        for nibble in self.0.iter().flat_map(|byte| [byte >> 4, byte & 0x0F]) {
            text.extend(char::from_digit(u32::from(nibble), 16));
        }
        text.push('\'');
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passphrase(text: &str) -> Passphrase {
        Passphrase::from_bytes(&Zeroizing::new(text.as_bytes().to_vec())).unwrap()
    }

    #[test]
    fn only_the_same_passphrase_opens_what_it_locked() {
        let file = passphrase("plum lantern").encrypt(b"inside", 4).unwrap();
        assert_eq!(passphrase("plum lantern").decrypt(&file).unwrap().unwrap().as_slice(), b"inside");
        assert!(matches!(passphrase("plum lanterN").decrypt(&file), Err(HouseholdError::WrongPassphrase)));
    }

    #[test]
    fn a_damaged_or_monstrous_file_is_neither_opened_nor_called_a_wrong_passphrase() {
        let file = passphrase("a").encrypt(b"inside", 4).unwrap();
        let mut broken = file.clone();
        *broken.last_mut().unwrap() ^= 1;
        assert!(passphrase("a").decrypt(&broken).unwrap().is_none());
        assert!(passphrase("a").decrypt(b"no age file").unwrap().is_none());
        let monstrous = String::from_utf8_lossy(&file).replacen(" 4\n", " 40\n", 1);
        assert!(passphrase("a").decrypt(monstrous.as_bytes()).unwrap().is_none());
    }

    #[test]
    fn the_key_is_handed_over_as_sixty_four_digits() {
        let text = Key([0xAB; 32]).expose_to_database();
        assert_eq!(text.as_str(), format!("x'{}'", "ab".repeat(32)));
    }

    #[test]
    fn a_passphrase_is_one_line_of_text() {
        for (bytes, why) in [
            (&b""[..], PassphraseError::Empty),
            (b"two\nlines", PassphraseError::NotALine),
            (b"\xff", PassphraseError::NotALine),
            (&[b'a'; 1025], PassphraseError::NotALine),
        ] {
            assert_eq!(Passphrase::from_bytes(&Zeroizing::new(bytes.to_vec())).err(), Some(why));
        }
    }
}
