//! Commands of the screen *Write a notice*: what is published with, and publishing.

use crate::desk::{self, Given, PublishRequest, SigningKey};
use crate::platform::Pick;
use zeroize::Zeroizing;

use crate::lock::lock;
use crate::state::App;
use crate::views::{ChosenFilesView, DeskFile, ErrorCode, Failure, PublishArgs, PublishedView};

impl App {
    /// Lets the person pick the key, the card or the folder to publish with; gives what is chosen now.
    pub fn desk_choose(&self, what: DeskFile) -> Result<ChosenFilesView, Failure> {
        let picked = self.platform.pick(Pick::Desk(what));
        let mut chosen = lock(&self.desk.chosen);
        let slot = match what {
            DeskFile::Key => &mut chosen.key,
            DeskFile::Card => &mut chosen.card,
            DeskFile::Folder => &mut chosen.folder,
            DeskFile::Former => &mut chosen.previous,
        };
        if picked.is_some() {
            *slot = picked;
        }
        Ok(ChosenFilesView::from(&*chosen))
    }

    /// What is chosen now.
    pub fn desk_chosen(&self) -> Result<ChosenFilesView, Failure> {
        Ok(ChosenFilesView::from(&*lock(&self.desk.chosen)))
    }

    /// The passphrase comes as raw bytes and is wiped here.
    pub fn desk_publish(
        &self,
        secret: Zeroizing<Vec<u8>>,
        args: PublishArgs,
    ) -> Result<PublishedView, Failure> {
        let chosen = lock(&self.desk.chosen).clone();
        let (Some(key), Some(card), Some(folder)) = (chosen.key, chosen.card, chosen.folder) else {
            return Err(Failure::new(ErrorCode::DeskNotChosen));
        };
        let _writing = lock(&self.desk.writing);
        let drafts = self.drafts()?;
        let draft = drafts.read(&args.name)?;
        let signing = SigningKey::open(&key, &secret)?;
        let previous = chosen.previous.as_deref().map(|path| desk::read(path).map(|bytes| (path, bytes)));
        let previous = previous.transpose()?;
        let numbers = self.numbers();
        let published = desk::publish(&PublishRequest {
            name: &drafts.path(&args.name),
            draft: draft.as_bytes(),
            key: &signing,
            card_name: &card,
            card: &desk::read(&card)?,
            url: &args.url,
            summary: &args.summary,
            now: self.platform.now(),
            out: &folder,
            previous: previous.as_ref().map(|(name, bytes)| Given { name, bytes }),
            numbers: numbers.as_ref(),
        })?;
        // The statement is out, whatever happens to the draft now; the folder holds it for the next one too.
        let _ = drafts.go_on_from(&args.name, &published.draft);
        // The next one follows the one that was just made.
        lock(&self.desk.chosen).previous = None;
        Ok(PublishedView::new(&published, &folder))
    }
}
