//! Making keys and signing with them, by minisign's own crate.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minisign::{KeyPair, SecretKey, SecretKeyBox};
use notice::PublicKey;
use notice::block::{Role, Trusted};
use zeroize::Zeroizing;

use super::{DeskError, files};
use crate::passphrase::NEEDED_SCORE;

/// The longest passphrase that minisign takes whole, in bytes.
const MOST_PASSPHRASE: usize = 1_024;

/// What a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyKind {
    /// Signs cards; stays offline.
    Root,
    /// Signs notices; in daily use.
    Desk,
}

impl KeyKind {
    fn comment(self) -> &'static str {
        match self {
            Self::Root => "selfcheck root key",
            Self::Desk => "selfcheck desk key",
        }
    }
}

/// An opened secret key. It is never shown, copied or written.
pub struct SigningKey {
    secret: SecretKey,
    public: PublicKey,
}

/// How long a guess at a passphrase takes: the parameters of scrypt that are written into the key file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hardness {
    /// libsodium's `opslimit`.
    operations: u64,
    /// libsodium's `memlimit`, in bytes.
    memory: u64,
    /// What libsodium makes of both.
    log_n: u8,
}

/// With [`Hardness`]: scrypt's block size and lanes, as libsodium takes them for these limits.
const BLOCK: u32 = 8;
const LANES: u32 = 1;

impl Hardness {
    /// What stock minisign writes: libsodium's "sensitive" limits, 1 GiB and some seconds a guess. The crate `minisign`
    /// writes its "interactive" ones, 32 MiB.
    pub const STOCK: Self = Self { operations: 1 << 25, memory: 1 << 30, log_n: 20 };

    /// As little as is read, for tests that make many keys.
    #[cfg(any(test, feature = "light-keys"))]
    #[must_use]
    pub fn light() -> Self {
        Self { operations: 1 << 15, memory: 1 << 24, log_n: 10 }
    }
}

impl Default for Hardness {
    fn default() -> Self {
        Self::STOCK
    }
}

/// Where the parts of a secret key begin in the bytes that minisign defines: signature algorithm, key derivation,
/// checksum algorithm, salt, limits; from there on encrypted: key number, key, checksum.
const DERIVATION: usize = 2;
const SALT: usize = 6;
const LIMITS: usize = 38;
const ENCRYPTED: usize = 54;
const BYTES: usize = 158;

/// The two lines of a key file. The crate `minisign` can write 32 MiB alone and gives no other way, so the one step
/// that holds the limits is done here: the output of scrypt over the encrypted part, as minisign's format has it. That
/// it is right is tested with stock minisign.
fn encrypted(
    pair: &KeyPair,
    comment: &str,
    passphrase: &str,
    hardness: Hardness,
) -> Option<Zeroizing<String>> {
    let mut bytes = Zeroizing::new(pair.sk.to_bytes());
    if bytes.len() != BYTES {
        return None;
    }
    let mut salt = [0; LIMITS - SALT];
    getrandom::fill(&mut salt).ok()?;
    let mut stream = Zeroizing::new([0; BYTES - ENCRYPTED]);
    // The length in these is for written hashes; what is derived is as long as `stream`.
    let parameters =
        scrypt::Params::new(hardness.log_n, BLOCK, LANES, scrypt::Params::RECOMMENDED_LEN).ok()?;
    scrypt::scrypt(passphrase.as_bytes(), &salt, &parameters, stream.as_mut_slice()).ok()?;
    let head = [&salt[..], &hardness.operations.to_le_bytes(), &hardness.memory.to_le_bytes()].concat();
    bytes.get_mut(DERIVATION..DERIVATION + 2)?.copy_from_slice(b"Sc");
    bytes.get_mut(SALT..ENCRYPTED)?.copy_from_slice(&head);
    bytes.iter_mut().skip(ENCRYPTED).zip(stream.iter()).for_each(|(byte, mask)| *byte ^= mask);
    Some(Zeroizing::new(format!("untrusted comment: {comment}\n{}\n", STANDARD.encode(bytes.as_slice()))))
}

/// Makes `NAME.key`, encrypted and for this user alone, and `NAME.pub`. Neither may be there yet.
///
/// # Errors
/// When a file is there or cannot be written, or the passphrase will not do.
pub fn make_key(
    kind: KeyKind,
    name: &Path,
    passphrase: &[u8],
    hardness: Hardness,
) -> Result<(PathBuf, PublicKey), DeskError> {
    let with = |ending: &str| {
        let mut path = name.as_os_str().to_owned();
        path.push(ending);
        PathBuf::from(path)
    };
    let (secret_path, public_path) = (with(".key"), with(".pub"));
    for path in [&secret_path, &public_path] {
        if path.symlink_metadata().is_ok() {
            return Err(DeskError::Exists { path: path.clone() });
        }
    }
    let passphrase = passphrase_text(passphrase)?;
    rated(&passphrase)?;
    let pair = KeyPair::generate_unencrypted_keypair().map_err(|_| DeskError::KeyNotMade)?;
    let public: PublicKey = pair.pk.to_base64().parse().map_err(|_| DeskError::KeyNotMade)?;
    let comment = format!("{}, encrypted", kind.comment());
    let secret = encrypted(&pair, &comment, &passphrase, hardness).ok_or(DeskError::KeyNotMade)?;
    files::write_new(&secret_path, secret.as_bytes(), true)?;
    files::write_new(&public_path, public.file_text(kind.comment()).as_bytes(), false)?;
    Ok((secret_path, public))
}

/// A key file is copied and printed, so its passphrase is all that holds.
fn rated(passphrase: &str) -> Result<(), DeskError> {
    let bytes = Zeroizing::new(passphrase.as_bytes().to_vec());
    let score = crate::passphrase::score(bytes).map_err(|_| DeskError::PassphraseNotText)?;
    if score < NEEDED_SCORE {
        return Err(DeskError::WeakPassphrase { score, needed: NEEDED_SCORE });
    }
    Ok(())
}

fn passphrase_text(passphrase: &[u8]) -> Result<Zeroizing<String>, DeskError> {
    if passphrase.is_empty() {
        return Err(DeskError::NoPassphrase);
    }
    let text = std::str::from_utf8(passphrase).ok().filter(|text| text.len() <= MOST_PASSPHRASE);
    text.map(|text| Zeroizing::new(text.to_owned())).ok_or(DeskError::PassphraseNotText)
}

impl SigningKey {
    /// Opens a key file.
    ///
    /// # Errors
    /// When it is no encrypted minisign key, or the passphrase is another.
    pub fn open(path: &Path, passphrase: &[u8]) -> Result<Self, DeskError> {
        let not_a_key = || DeskError::NotAKey { path: path.to_owned() };
        let text = Zeroizing::new(files::read_text(path)?);
        let passphrase = passphrase_text(passphrase)?;
        let secret = SecretKeyBox::from(text.as_str().to_owned());
        let opened = secret.into_secret_key(Some(passphrase.as_str().to_owned()));
        let secret = opened.map_err(|error| match error.kind() {
            minisign::ErrorKind::Verify => DeskError::WrongPassphrase { path: path.to_owned() },
            _ => not_a_key(),
        })?;
        let public = minisign::PublicKey::from_secret_key(&secret).map_err(|_| not_a_key())?;
        let public = public.to_base64().parse().map_err(|_| not_a_key())?;
        Ok(Self { secret, public })
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        self.public
    }

    /// A signature block over `text`.
    pub(super) fn block(&self, text: &str, role: Role, trusted: &Trusted) -> Result<String, DeskError> {
        let comment = trusted.text();
        let signed =
            minisign::sign(None, &self.secret, Cursor::new(text), Some(&comment), Some(role.comment()));
        signed.map(minisign::SignatureBox::into_string).map_err(|_| DeskError::KeyNotMade)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &[u8] = b"plum lantern gravel sixty";

    #[test]
    fn a_weak_passphrase_makes_no_key() {
        let place = tempfile::tempdir().unwrap();
        let make = |kind, passphrase: &[u8]| {
            make_key(kind, &place.path().join("k"), passphrase, Hardness::light()).map(|_| ())
        };
        for kind in [KeyKind::Root, KeyKind::Desk] {
            for passphrase in ["a", "password", "qwerty123", "selfcheck", "2026-11-26", "aaaaaaaaaaaaaaaa"] {
                match make(kind, passphrase.as_bytes()) {
                    Err(DeskError::WeakPassphrase { score, needed: 3 }) => assert!(score < 3, "{passphrase}"),
                    other => panic!("{passphrase}: {other:?}"),
                }
            }
        }
        assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 0);
        make(KeyKind::Root, GOOD).unwrap();
    }

    #[test]
    fn a_key_opens_with_its_passphrase_whatever_its_limits() {
        let place = tempfile::tempdir().unwrap();
        let (path, public) =
            make_key(KeyKind::Desk, &place.path().join("new"), GOOD, Hardness::light()).unwrap();
        assert_eq!(SigningKey::open(&path, GOOD).unwrap().public(), public);
        let wrong = SigningKey::open(&path, b"other");
        assert!(matches!(wrong, Err(DeskError::WrongPassphrase { .. })));
        // As versions before this one wrote them, with the crate's own limits and no rating.
        let old = KeyPair::generate_encrypted_keypair(Some("a".to_owned())).unwrap();
        let path = place.path().join("old.key");
        std::fs::write(&path, old.sk.to_box(None).unwrap().into_string()).unwrap();
        let opened = SigningKey::open(&path, b"a").unwrap();
        assert_eq!(opened.public().to_string(), old.pk.to_base64());
    }
}
