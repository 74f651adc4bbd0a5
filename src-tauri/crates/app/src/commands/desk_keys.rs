//! Commands of the screen *Keys and card*. Passphrases come as raw bytes and are wiped here.

use crate::desk::{CardWords, KeyKind};
use crate::platform::Pick;

use zeroize::Zeroizing;

use crate::lock::lock;
use crate::state::App;
use crate::views::{
    Failure, KeyFile, KeyListCode, KeysView, MadeCardView, MadeKeyView, MakeCardArgs, MakeKeyArgs,
};

impl App {
    /// What has been made and chosen so far.
    pub fn desk_keys(&self) -> Result<KeysView, Failure> {
        Ok(KeysView::from(&*lock(&self.desk.ceremony)))
    }

    /// Lets the person pick the folder, a public key, a root that signs, or the card so far.
    pub fn desk_keys_choose(&self, what: KeyFile) -> Result<KeysView, Failure> {
        let picked = self.platform.pick(Pick::Keys(what));
        let mut ceremony = lock(&self.desk.ceremony);
        if let Some(path) = picked {
            match what {
                KeyFile::KeysFolder => ceremony.set_folder(path),
                KeyFile::DeskPub => ceremony.add_key(KeyKind::Desk, &path)?,
                KeyFile::RootPub => ceremony.add_key(KeyKind::Root, &path)?,
                KeyFile::Signer => ceremony.add_signer(path),
                KeyFile::Previous => ceremony.renew(path)?,
            }
        }
        Ok(KeysView::from(&*ceremony))
    }

    /// Leaves one of the keys out again.
    pub fn desk_keys_drop(&self, what: KeyListCode, at: u32) -> Result<KeysView, Failure> {
        let mut ceremony = lock(&self.desk.ceremony);
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        match what {
            KeyListCode::DeskPub => ceremony.drop_key(KeyKind::Desk, at),
            KeyListCode::RootPub => ceremony.drop_key(KeyKind::Root, at),
            KeyListCode::Signer => ceremony.drop_signer(at),
        }
        Ok(KeysView::from(&*ceremony))
    }

    /// Makes a key. A desk key is chosen for publishing, too.
    pub fn desk_make_key(
        &self,
        secret: Zeroizing<Vec<u8>>,
        args: MakeKeyArgs,
    ) -> Result<MadeKeyView, Failure> {
        let kind = if args.root { KeyKind::Root } else { KeyKind::Desk };
        let mut ceremony = lock(&self.desk.ceremony);
        let made = ceremony.make_key(kind, &secret)?;
        if kind == KeyKind::Desk {
            lock(&self.desk.chosen).key = Some(made.path.clone());
        }
        Ok(MadeKeyView::new(&made, kind, &ceremony))
    }

    /// Signs and writes the card; it is chosen for publishing, too. The secret is one passphrase a line, as the program
    /// takes them.
    pub fn desk_make_card(
        &self,
        secret: Zeroizing<Vec<u8>>,
        args: MakeCardArgs,
    ) -> Result<MadeCardView, Failure> {
        let passphrases: Vec<Zeroizing<Vec<u8>>> =
            secret.split(|byte| *byte == b'\n').map(|line| Zeroizing::new(line.to_vec())).collect();
        let mut ceremony = lock(&self.desk.ceremony);
        let words = CardWords {
            name: &args.name,
            domains: &args.domains,
            days: args.days,
            leave_out: args.leave_out,
        };
        let made = ceremony.make_card(words, &passphrases, self.numbers().as_ref(), self.platform.now())?;
        lock(&self.desk.chosen).card = Some(made.path.clone());
        Ok(MadeCardView::new(&made, &ceremony))
    }
}
