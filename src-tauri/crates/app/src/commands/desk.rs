//! Commands of the screen *Write a notice*: drafts and their changes. They are called on a thread other than the
//! window's own, which goes on taking input.

use std::path::Path;

use crate::desk::{self, Drafts, Numbers};
use crate::platform::Pick;

use crate::lock::lock;
use crate::state::App;
use crate::views::{ChangeArgs, ClassView, DeskView, DraftLineView, DraftView, ErrorCode, Failure, PartArg};

impl App {
    pub fn desk_home(&self) -> Result<DeskView, Failure> {
        self.desk_home_view()
    }

    pub fn desk_start(&self, template: String) -> Result<DraftView, Failure> {
        let template = notice::template::named(&template).ok_or_else(|| Failure::new(ErrorCode::Request))?;
        self.draft_view(&self.drafts()?.add(template.text)?)
    }

    /// Lets the person pick a notice, signed or not, to write the next one from.
    pub fn desk_start_from_file(&self) -> Result<Option<DraftView>, Failure> {
        let Some(path) = self.platform.pick(Pick::Notice) else { return Ok(None) };
        let bytes = desk::read(&path)?;
        let text = desk::draft_of(&path, &bytes)?;
        self.draft_view(&self.drafts()?.add(text)?).map(Some)
    }

    pub fn desk_open(&self, name: String) -> Result<DraftView, Failure> {
        self.draft_view(&name)
    }

    pub fn desk_delete(&self, name: String) -> Result<DeskView, Failure> {
        self.drafts()?.delete(&name)?;
        self.desk_home_view()
    }

    /// Once this returns, the change is on the disk.
    pub fn desk_change(&self, name: String, change: ChangeArgs) -> Result<DraftView, Failure> {
        let _writing = lock(&self.desk.writing);
        self.drafts()?.change(&name, &change.into())?;
        self.draft_view(&name)
    }

    /// Takes a step or question out; it can be put back until another one is taken out.
    pub fn desk_take_out(&self, name: String, part: PartArg, id: String) -> Result<DraftView, Failure> {
        let _writing = lock(&self.desk.writing);
        let removed = self.drafts()?.take_out(&name, part.into(), &id)?;
        *lock(&self.desk.removed) = removed.map(|removed| (name.clone(), removed));
        self.draft_view(&name)
    }

    pub fn desk_put_back(&self, name: String) -> Result<DraftView, Failure> {
        let _writing = lock(&self.desk.writing);
        let mut removed = lock(&self.desk.removed);
        if let Some((_, part)) = removed.take_if(|(of, _)| *of == name) {
            self.drafts()?.put_back(&name, &part)?;
        }
        drop(removed);
        self.draft_view(&name)
    }

    /// What this computer has published; `None` where nothing can be kept.
    pub(crate) fn numbers(&self) -> Option<Numbers> {
        self.data().map(|data| Numbers::of(&data))
    }

    pub(crate) fn drafts(&self) -> Result<Drafts, Failure> {
        self.data().map(|data| Drafts::of(&data)).ok_or_else(|| Failure::new(ErrorCode::DeskFile))
    }

    fn desk_home_view(&self) -> Result<DeskView, Failure> {
        let drafts = self.drafts()?;
        let line = |name: String| {
            let text = drafts.read(&name).ok();
            let read = text.and_then(|text| notice::read_draft(text.as_bytes()).ok());
            DraftLineView::new(name, read.as_ref())
        };
        Ok(DeskView {
            templates: notice::template::ALL.iter().map(|template| template.name.to_owned()).collect(),
            drafts: drafts.names()?.into_iter().map(line).collect(),
            classes: ClassView::all(&self.language()),
            kinds: plan::Kind::ALL.iter().map(|kind| kind.code().to_owned()).collect(),
        })
    }

    /// The draft as it is on the disk, and as it would be published now.
    fn draft_view(&self, name: &str) -> Result<DraftView, Failure> {
        let text = self.drafts()?.read(name)?;
        let draft = notice::read_draft(text.as_bytes())?;
        let edition = desk::edition(Path::new(name), text.as_bytes(), "-", self.platform.now(), None)?;
        let removed = lock(&self.desk.removed);
        let removed = removed.as_ref().filter(|(of, _)| of == name).map(|(_, part)| part.words.clone());
        DraftView::new(name, &draft, &edition, removed, &self.language())
    }
}
