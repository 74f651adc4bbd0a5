//! The page that a draft would become, looked at before it is published.
//!
//! It is shown in a frame of its own in the window, from a scheme that only this program answers and from memory alone:
//! nothing is written to the disk, and no other program is started. The frame is sandboxed, so that nothing in it runs
//! or leads anywhere; its origin is the scheme's own; and the policy of the window allows frames from this scheme only.

use std::path::Path;

use crate::desk::{self, Given, PreviewRequest};
use jiff::Timestamp;

use crate::lock::lock;
use crate::state::App;
use crate::views::{ErrorCode, Failure};

impl App {
    /// Makes the page; gives the address at which the frame finds it.
    pub fn desk_page(&self, name: String, url: String, summary: String) -> Result<String, Failure> {
        let chosen = lock(&self.desk.chosen).clone();
        let card =
            chosen.card.filter(|_| !url.is_empty()).ok_or_else(|| Failure::new(ErrorCode::DeskNoPage))?;
        let drafts = self.drafts()?;
        let draft = drafts.read(&name)?;
        let previous = chosen.previous.as_deref().map(|path| desk::read(path).map(|bytes| (path, bytes)));
        let previous = previous.transpose()?;
        let numbers = self.numbers();
        let page = desk::preview(&PreviewRequest {
            name: Path::new(&name),
            draft: draft.as_bytes(),
            card_name: &card,
            card: &desk::read(&card)?,
            url: &url,
            summary: &summary,
            now: self.platform.now(),
            out: chosen.folder.as_deref(),
            previous: previous.as_ref().map(|(name, bytes)| Given { name, bytes }),
            numbers: numbers.as_ref(),
        })?;
        *lock(&self.desk.page) = Some(page);
        Ok(address(self.platform.now()))
    }
}

/// The scheme of the page.
pub const SCHEME: &str = "selfcheck-page";

/// A frame asks again when its address has changed.
fn address(now: Timestamp) -> String {
    let now = now.as_millisecond();
    if cfg!(any(windows, target_os = "android")) {
        format!("http://{SCHEME}.localhost/index.html?{now}")
    } else {
        format!("{SCHEME}://localhost/index.html?{now}")
    }
}
