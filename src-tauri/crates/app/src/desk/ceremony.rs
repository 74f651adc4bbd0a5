//! Making keys and a card step by step, for somebody without a command line: the folder, the keys in it, and the card
//! that names them. The rules are those of [`super::make_key`] and [`super::make_card`].

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use notice::{Card, PublicKey};
use zeroize::Zeroizing;

use super::card::signed_card;
use super::{
    CardPlace, CardRequest, DeskError, Hardness, KeyKind, MadeCard, Numbers, SigningKey, files, make_card,
    make_key,
};

/// The card's file.
const CARD: &str = "publisher";
/// After so many keys of one kind the folder is not the right one.
const MOST: u32 = 100;

/// A public key, and the file that it came from; `None` for one that the card so far names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedKey {
    /// The key.
    pub key: PublicKey,
    /// Its file's name.
    pub file: Option<String>,
}

/// What has been made and chosen so far. It holds no secret: those are opened when the card is signed.
#[derive(Debug, Default)]
pub struct Ceremony {
    folder: Option<PathBuf>,
    desk_keys: Vec<NamedKey>,
    roots: Vec<NamedKey>,
    signers: Vec<PathBuf>,
    previous: Option<(PathBuf, Vec<u8>, Card)>,
    hardness: Hardness,
}

/// What a card says beside its keys.
#[derive(Debug, Clone, Copy)]
pub struct CardWords<'a> {
    /// What the publisher calls itself.
    pub name: &'a str,
    /// The domains it speaks for.
    pub domains: &'a [String],
    /// How long it lives.
    pub days: i64,
    /// Domains and roots of the card before may be missing.
    pub leave_out: bool,
}

/// A key that was made.
#[derive(Debug)]
pub struct MadeKey {
    /// The secret file.
    pub path: PathBuf,
    /// Its public half.
    pub public: PublicKey,
}

impl Ceremony {
    /// One that makes keys as fast as it can, for tests.
    #[cfg(any(test, feature = "light-keys"))]
    #[must_use]
    pub fn light() -> Self {
        Self { hardness: Hardness::light(), ..Self::default() }
    }

    /// Where keys and card are written.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Keys that the card will name for notices, or for cards.
    #[must_use]
    pub fn keys(&self, kind: KeyKind) -> &[NamedKey] {
        match kind {
            KeyKind::Root => &self.roots,
            KeyKind::Desk => &self.desk_keys,
        }
    }

    /// The secret roots that will sign.
    #[must_use]
    pub fn signers(&self) -> &[PathBuf] {
        &self.signers
    }

    /// The card so far.
    #[must_use]
    pub fn previous(&self) -> Option<&Card> {
        self.previous.as_ref().map(|(_, _, card)| card)
    }

    /// Writes into another folder from now on.
    pub fn set_folder(&mut self, folder: PathBuf) {
        self.folder = Some(folder);
    }

    /// Makes a key under the first name that is free: `root-a`, `root-b`, `desk-1`. The card will name it, and the
    /// first root signs.
    ///
    /// # Errors
    /// As [`make_key`], and when no folder is chosen.
    pub fn make_key(&mut self, kind: KeyKind, passphrase: &[u8]) -> Result<MadeKey, DeskError> {
        let folder = self.folder.clone().ok_or(DeskError::NoFolder)?;
        let mut name = folder.clone();
        for number in 0..MOST {
            name = folder.join(key_name(kind, number));
            let free = |ending: &str| name.with_extension(ending).symlink_metadata().is_err();
            if free("key") && free("pub") {
                break;
            }
        }
        let (path, public) = make_key(kind, &name, passphrase, self.hardness)?;
        let file = name.with_extension("pub").file_name().map(|name| name.to_string_lossy().into_owned());
        self.name(kind, NamedKey { key: public, file });
        if kind == KeyKind::Root && self.signers.is_empty() {
            self.signers.push(path.clone());
        }
        Ok(MadeKey { path, public })
    }

    /// Takes a `.pub` file for the card.
    ///
    /// # Errors
    /// When it is none.
    pub fn add_key(&mut self, kind: KeyKind, path: &Path) -> Result<(), DeskError> {
        let text = files::read_text(path)?;
        let key = PublicKey::from_file_text(&text);
        let key = key.map_err(|_| DeskError::NotAKey { path: path.to_owned() })?;
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned());
        self.name(kind, NamedKey { key, file });
        Ok(())
    }

    /// A key stands in the card once.
    fn name(&mut self, kind: KeyKind, key: NamedKey) {
        let keys = self.list(kind);
        if !keys.iter().any(|known| known.key == key.key) {
            keys.push(key);
        }
    }

    fn list(&mut self, kind: KeyKind) -> &mut Vec<NamedKey> {
        match kind {
            KeyKind::Root => &mut self.roots,
            KeyKind::Desk => &mut self.desk_keys,
        }
    }

    /// Leaves a key out of the card.
    pub fn drop_key(&mut self, kind: KeyKind, at: usize) {
        let keys = self.list(kind);
        if at < keys.len() {
            keys.remove(at);
        }
    }

    /// A secret root signs, too.
    pub fn add_signer(&mut self, path: PathBuf) {
        if !self.signers.contains(&path) {
            self.signers.push(path);
        }
    }

    /// A secret root does not sign.
    pub fn drop_signer(&mut self, at: usize) {
        if at < self.signers.len() {
            self.signers.remove(at);
        }
    }

    /// Goes on from a card: the new one takes over its keys and counts on.
    ///
    /// # Errors
    /// When it is no card that one of its own roots signed.
    pub fn renew(&mut self, path: PathBuf) -> Result<(), DeskError> {
        let bytes = files::read(&path)?;
        let card = signed_card(&path, &bytes)?;
        for (kind, keys) in [(KeyKind::Desk, &card.desk_keys), (KeyKind::Root, &card.roots)] {
            for key in keys {
                self.name(kind, NamedKey { key: *key, file: None });
            }
        }
        if self.folder.is_none() {
            self.folder = path.parent().map(Path::to_owned);
        }
        self.previous = Some((path, bytes, card));
        Ok(())
    }

    /// Signs the card and writes it as `publisher`. One that stands there is kept under its number if this one renews
    /// it, and else is not touched. One passphrase for each signer, in their order.
    ///
    /// # Errors
    /// As [`make_card`], when no folder is chosen, or another card is there.
    pub fn make_card(
        &mut self,
        words: CardWords<'_>,
        passphrases: &[Zeroizing<Vec<u8>>],
        numbers: Option<&Numbers>,
        now: Timestamp,
    ) -> Result<MadeCard, DeskError> {
        let folder = self.folder.clone().ok_or(DeskError::NoFolder)?;
        let path = folder.join(CARD);
        let there = path.symlink_metadata().is_ok();
        let renews = self.previous.as_ref().is_some_and(|(previous, ..)| *previous == path);
        if there && !renews {
            return Err(DeskError::Exists { path });
        }
        let nothing = Zeroizing::new(Vec::new());
        let passphrases = passphrases.iter().chain(std::iter::repeat(&nothing));
        let signers = self.signers.iter().zip(passphrases);
        let signers =
            signers.map(|(path, passphrase)| Ok((path.clone(), SigningKey::open(path, passphrase)?)));
        let signers = signers.collect::<Result<Vec<_>, DeskError>>()?;
        let keys = |keys: &[NamedKey]| keys.iter().map(|named| named.key).collect();
        let request = CardRequest {
            name: words.name,
            domains: words.domains,
            desk_keys: keys(&self.desk_keys),
            roots: keys(&self.roots),
            signers: &signers,
            previous: self.previous.as_ref().map(|(path, bytes, _)| (path.clone(), bytes.clone())),
            days: words.days,
            now,
        };
        let made = make_card(
            &request,
            &CardPlace { out: &path, inputs: &[], numbers, start_over: false, leave_out: words.leave_out },
        )?;
        self.renew(path)?;
        Ok(made)
    }
}

/// `root-a`, `root-b` … `root-z`, `root-27`; `desk-1`, `desk-2`.
fn key_name(kind: KeyKind, number: u32) -> String {
    let letter =
        u8::try_from(number).ok().filter(|number| *number < 26).map(|number| char::from(b'a' + number));
    match (kind, letter) {
        (KeyKind::Root, Some(letter)) => format!("root-{letter}"),
        (KeyKind::Root, None) => format!("root-{}", number + 1),
        (KeyKind::Desk, _) => format!("desk-{}", number + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSPHRASE: &[u8] = b"plum lantern gravel sixty";

    fn secret() -> Zeroizing<Vec<u8>> {
        Zeroizing::new(PASSPHRASE.to_vec())
    }

    fn at(time: &str) -> Timestamp {
        time.parse().unwrap()
    }

    fn words<'a>(name: &'a str, domains: &'a [String]) -> CardWords<'a> {
        CardWords { name, domains, days: 90, leave_out: false }
    }

    fn domains() -> Vec<String> {
        vec!["forum.example".to_owned()]
    }

    #[test]
    fn from_an_empty_folder_to_a_card_and_the_next() {
        let place = tempfile::tempdir().unwrap();
        let mut ceremony = Ceremony::light();
        assert!(matches!(ceremony.make_key(KeyKind::Root, PASSPHRASE), Err(DeskError::NoFolder)));
        ceremony.set_folder(place.path().to_owned());
        let root = ceremony.make_key(KeyKind::Root, PASSPHRASE).unwrap();
        let second = ceremony.make_key(KeyKind::Root, PASSPHRASE).unwrap();
        ceremony.make_key(KeyKind::Desk, PASSPHRASE).unwrap();
        let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
        assert_eq!(
            (name(&root.path), name(&second.path)),
            ("root-a.key".to_owned(), "root-b.key".to_owned())
        );
        assert_eq!(ceremony.signers(), std::slice::from_ref(&root.path));

        let sign = |ceremony: &mut Ceremony, now: &str| {
            let domains = domains();
            ceremony.make_card(words("Example Forum", &domains), &[secret()], None, at(now))
        };
        let made = sign(&mut ceremony, "2026-03-01T00:00:00Z").unwrap();
        assert_eq!((made.card.serial, made.root, made.follows), (1, root.public, true));
        assert_eq!((made.card.roots.len(), made.card.desk_keys.len()), (2, 1));

        // Three months later, from the card and the first root alone.
        let first = std::fs::read(&made.path).unwrap();
        let mut later = Ceremony::light();
        later.renew(made.path.clone()).unwrap();
        later.add_signer(root.path);
        let renewed = sign(&mut later, "2026-05-25T00:00:00Z").unwrap();
        assert_eq!((renewed.card.serial, renewed.follows), (2, true));
        assert_eq!(renewed.card.desk_keys, made.card.desk_keys);
        assert_eq!(std::fs::read(renewed.former.unwrap()).unwrap(), first);
        // And once more by the same person, who has just made one.
        assert_eq!(sign(&mut later, "2026-08-20T00:00:00Z").unwrap().card.serial, 3);
    }

    #[test]
    fn nothing_that_is_there_is_overwritten() {
        let place = tempfile::tempdir().unwrap();
        std::fs::write(place.path().join("root-a.pub"), "theirs").unwrap();
        std::fs::write(place.path().join(CARD), "theirs").unwrap();
        let mut ceremony = Ceremony::light();
        ceremony.set_folder(place.path().to_owned());
        let root = ceremony.make_key(KeyKind::Root, PASSPHRASE).unwrap();
        assert!(root.path.ends_with("root-b.key"));
        let made = ceremony.make_card(words("F", &domains()), &[secret()], None, at("2026-03-01T00:00:00Z"));
        assert!(matches!(made, Err(DeskError::Exists { .. })));
        for file in ["root-a.pub", CARD] {
            assert_eq!(std::fs::read_to_string(place.path().join(file)).unwrap(), "theirs");
        }
        assert!(ceremony.renew(place.path().join(CARD)).is_err(), "that is no card");
    }

    #[test]
    fn keys_are_named_once_and_left_out_again_and_a_wrong_passphrase_writes_nothing() {
        let place = tempfile::tempdir().unwrap();
        let mut ceremony = Ceremony::light();
        ceremony.set_folder(place.path().to_owned());
        ceremony.make_key(KeyKind::Root, PASSPHRASE).unwrap();
        ceremony.add_key(KeyKind::Root, &place.path().join("root-a.pub")).unwrap();
        assert_eq!(ceremony.keys(KeyKind::Root).len(), 1);
        assert!(ceremony.add_key(KeyKind::Desk, &place.path().join("root-a.key")).is_err());
        let wrong = [Zeroizing::new(b"other".to_vec())];
        let made = ceremony.make_card(words("F", &domains()), &wrong, None, at("2026-03-01T00:00:00Z"));
        assert!(matches!(made, Err(DeskError::WrongPassphrase { .. })));
        assert!(!place.path().join(CARD).exists());
        ceremony.drop_key(KeyKind::Root, 0);
        ceremony.drop_key(KeyKind::Root, 0);
        assert!(ceremony.keys(KeyKind::Root).is_empty());
    }
}
