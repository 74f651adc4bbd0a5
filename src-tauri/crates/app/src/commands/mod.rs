//! The commands of the window, as methods of [`App`]. The table in [`crate::table`] says what each takes and returns.
#![allow(
    missing_docs,
    clippy::needless_pass_by_value,
    reason = "a method has the name and the arguments of its command, and is documented where they do not say all"
)]

mod audit;
mod desk;
mod desk_keys;
mod desk_page;
mod desk_publish;
mod export;
mod household;
mod lists;
mod notice;
mod password;
mod print;
mod settings;
mod take_along;
mod trust;

pub use desk_page::SCHEME as PAGE_SCHEME;

use ::password::passphrase::Language;
use plan::Country;

use crate::catalogue::Current;
use crate::lock::lock;
use crate::state::App;
use crate::views::{AboutView, ErrorCode, Failure, NoticeView, Start};

impl App {
    pub fn start(&self) -> Result<Start, Failure> {
        Ok(Start {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            countries: Country::all().map(|country| country.code().to_owned()).collect(),
            country: crate::locale::country().map(|country| country.code().to_owned()),
            languages: Language::ALL.iter().map(|language| language.code().to_owned()).collect(),
            range_host: self.range_host(),
            notice: self.opened().as_ref().map(NoticeView::from),
            publishers_aside: self.find_publishers_aside(),
        })
    }

    /// The version of this program, and the days of the data in it.
    pub fn about(&self) -> Result<AboutView, Failure> {
        let embedded = ::lists::embedded();
        Ok(AboutView {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            list_as_of: embedded.as_of().to_owned(),
            catalogue_as_of: Current::load(self.data().as_ref()).catalogue().as_of().to_string(),
            contacts_as_of: plan::authorities_compiled().to_owned(),
            contacts_review_by: plan::authorities_review_by().to_owned(),
        })
    }

    /// Reads what is known of publishers, so that a damaged file is reported before any publisher counts as new.
    fn find_publishers_aside(&self) -> Option<String> {
        // A file that cannot be read at all is reported when a notice is opened.
        let _ = self.known();
        lock(&self.publishers_aside).clone()
    }

    pub fn leave_quickly(&self) -> Result<(), Failure> {
        self.platform.quit();
        Ok(())
    }

    /// Copies a text that is no secret, such as a number to call.
    pub fn copy_text(&self, text: String) -> Result<(), Failure> {
        self.platform.copy_text(text).map_err(|_| Failure::new(ErrorCode::Clipboard))
    }

    /// Opens a link of the current plan, or of the texts of its notice. Any other address is refused.
    pub fn open_link(&self, url: String) -> Result<(), Failure> {
        let known = self.opened().as_ref().is_some_and(|opened| {
            opened
                .session
                .plan()
                .steps
                .iter()
                .any(|step| step.links.iter().any(|link| link.url.as_deref() == Some(url.as_str())))
                || opened.session.opens_from_text(&url)
        });
        if !known {
            return Err(Failure::new(ErrorCode::LinkRefused));
        }
        self.open_https(&url)
    }

    /// Opens an address of ours in the system's browser.
    pub(crate) fn open_https(&self, url: &str) -> Result<(), Failure> {
        if !url.starts_with("https://") {
            return Err(Failure::new(ErrorCode::LinkRefused));
        }
        if self.platform.browse(url) { Ok(()) } else { Err(Failure::new(ErrorCode::LinkNotOpened)) }
    }
}
