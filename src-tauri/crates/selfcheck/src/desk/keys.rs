//! Making keys and signing with them, by minisign's own crate.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use minisign::{KeyPair, SecretKey, SecretKeyBox};
use notice::PublicKey;
use notice::block::{Role, Trusted};
use zeroize::Zeroizing;

use super::{DeskError, files};

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

/// Makes `NAME.key`, encrypted and for this user alone, and `NAME.pub`. Neither may be there yet.
///
/// # Errors
/// When a file is there or cannot be written, or the passphrase will not do.
pub fn make_key(kind: KeyKind, name: &Path, passphrase: &[u8]) -> Result<(PathBuf, PublicKey), DeskError> {
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
    // The crate takes the passphrase by value and drops it unwiped; ours is wiped.
    let pair = KeyPair::generate_encrypted_keypair(Some(passphrase.as_str().to_owned()))
        .map_err(|_| DeskError::KeyNotMade)?;
    let public: PublicKey = pair.pk.to_base64().parse().map_err(|_| DeskError::KeyNotMade)?;
    let comment = format!("{}, encrypted", kind.comment());
    let secret = pair.sk.to_box(Some(&comment)).map_err(|_| DeskError::KeyNotMade)?;
    let secret = Zeroizing::new(secret.into_string());
    files::write_new(&secret_path, secret.as_bytes(), true)?;
    files::write_new(&public_path, public.file_text(kind.comment()).as_bytes(), false)?;
    Ok((secret_path, public))
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
