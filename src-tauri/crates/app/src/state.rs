//! The state of one run of the window: the open notice with its marks, the running check, the open audit, the current
//! person, and background work on lists. Only settings and the household are kept on the disk.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};

use crate::audit::Service;
use crate::check::{Checker, ListFile};
use crate::settings::OnlineChoice;
use crate::transfer::Transfer;
use crate::verification::Verification;
use lists::{RangeUrl, Reason};
use notice::verify::Memory;
use sites::RegistrableDomain;
use tokio::runtime::Handle;
use tokio_util::sync::CancellationToken;

use crate::choices::Choices;
use crate::current_person::CurrentPerson;
use crate::data::DataDir;
use crate::desk::Preview;
use crate::desk_session::Desk;
use crate::drops::Drops;
use crate::lock::lock;
use crate::news::{News, NewsFeed};
use crate::open_audit::AuditState;
use crate::open_notice::Opened;
use crate::platform::Platform;

/// How the window names itself to a range service.
pub(crate) const USER_AGENT: &str = concat!("selfcheck/", env!("CARGO_PKG_VERSION"));

/// The application behind the window. One method per command, in [`crate::commands`].
pub struct App {
    pub(crate) platform: Box<dyn Platform>,
    pub(crate) runtime: Handle,
    pub(crate) choices: Choices,
    /// Created at the first check, since loading root certificates takes time, and again after other lists are chosen.
    checker: Mutex<Option<Arc<Checker>>>,
    opened: Mutex<Option<Opened>>,
    /// The state of writing and publishing notices.
    pub(crate) desk: Desk,
    running: Mutex<CancellationToken>,
    /// Why the online list could not be reached when it was asked last in this run.
    pub(crate) unreachable: Mutex<Option<Reason>>,
    /// The current person. Locked before `opened` where both are needed.
    pub(crate) household: Mutex<CurrentPerson>,
    /// The damaged file of known publishers that was quarantined.
    pub(crate) publishers_aside: Mutex<Option<String>>,
    /// What is known of publishers in this run only, where it may not be kept.
    pub(crate) known_for_now: Mutex<Memory>,
    /// A link from outside that waits to be looked at.
    link: Mutex<Option<String>>,
    /// A file of a notice that was handed over from outside and waits to be opened.
    file: Mutex<Option<PathBuf>>,
    /// The download or update that was started last.
    pub(crate) transfer: Mutex<Option<Arc<Transfer>>>,
    /// The verification that was started last.
    pub(crate) verification: Mutex<Option<Verification>>,
    pub(crate) audits: AuditState,
    news: Arc<NewsFeed>,
}

impl App {
    /// `runtime` runs background work. Everything is kept in the folder that `choices` were read from.
    #[must_use]
    pub fn new(choices: Choices, platform: Box<dyn Platform>, runtime: Handle) -> Arc<Self> {
        let news = Arc::<NewsFeed>::default();
        Arc::new(Self {
            platform,
            runtime,
            choices,
            checker: Mutex::default(),
            opened: Mutex::default(),
            desk: Desk::default(),
            running: Mutex::default(),
            unreachable: Mutex::default(),
            household: Mutex::default(),
            publishers_aside: Mutex::default(),
            known_for_now: Mutex::default(),
            link: Mutex::default(),
            file: Mutex::default(),
            transfer: Mutex::default(),
            verification: Mutex::default(),
            audits: AuditState::new(&news),
            news,
        })
    }

    /// Where everything is kept; `None` where the system has no such folder.
    pub(crate) fn data(&self) -> Option<DataDir> {
        self.choices.folder()
    }

    /// Keeps a link until a person looks at it. A link that waits already is never replaced; returns whether this one
    /// was taken.
    pub fn offer_link(&self, url: &str) -> bool {
        let taken = take_in(&mut lock(&self.link), url);
        if taken {
            self.news.tell(News::Link);
        }
        taken
    }

    /// Keeps a file that the system or the person handed over, until it is opened or left. The newest one counts: the
    /// person has just chosen it.
    pub fn offer_file(&self, path: PathBuf) {
        *lock(&self.file) = Some(path);
        self.news.tell(News::Link);
    }

    /// The file that waits; it stays.
    pub(crate) fn file_that_waits(&self) -> Option<PathBuf> {
        // One that was dropped on a page that takes notices waits there.
        if let Some(dropped) = self.drops().take() {
            *lock(&self.file) = Some(dropped);
        }
        lock(&self.file).clone()
    }

    pub(crate) fn take_file(&self) -> Option<PathBuf> {
        lock(&self.file).take()
    }

    /// The waiting link, once.
    pub(crate) fn take_link(&self) -> Option<String> {
        lock(&self.link).take()
    }

    /// What the window is told without asking.
    #[must_use]
    pub fn news(&self) -> &Arc<NewsFeed> {
        &self.news
    }

    /// Tells the window each time a file is waited for that another program is writing to. For the start of a program.
    pub fn tell_of_waits(&self) {
        let news = Arc::clone(&self.news);
        household::waiting::on_wait(move || news.tell(News::Waiting));
    }

    /// Files that are dropped on the window.
    #[must_use]
    pub fn drops(&self) -> &Drops {
        &self.audits.drops
    }

    /// The preview of a draft's page that was made last.
    #[must_use]
    pub fn preview(&self) -> Option<Preview> {
        lock(&self.desk.page).clone()
    }

    /// Asks the lists that are chosen now. `None` if no HTTP client can be set up on this computer.
    pub(crate) fn checker(&self) -> Option<Arc<Checker>> {
        let mut checker = lock(&self.checker);
        if checker.is_none() {
            let chosen = self.choices.now().lists;
            let files = chosen.file.iter().map(|path| ListFile::open(path)).collect();
            let made = Checker::new(self.range_url(), USER_AGENT).ok()?;
            *checker = Some(Arc::new(made.with_files(files)));
        }
        checker.clone()
    }

    /// Other lists were chosen, or a file has changed.
    pub(crate) fn forget_checker(&self) {
        *lock(&self.checker) = None;
        *lock(&self.unreachable) = None;
    }

    /// The language of texts and advice.
    pub(crate) fn language(&self) -> String {
        self.choices.now().language.unwrap_or_else(|| crate::locale::language().to_owned())
    }

    /// The service that an audit may ask; `None` if no HTTP client can be set up on this computer.
    pub(crate) fn service(&self) -> Option<Service> {
        Service::new(self.range_url(), USER_AGENT).ok()
    }

    /// The list file that is chosen.
    pub(crate) fn list_files(&self) -> Vec<ListFile> {
        self.choices.now().lists.file.iter().map(|path| ListFile::open(path)).collect()
    }

    /// The service or mirror that is chosen.
    pub(crate) fn range_url(&self) -> RangeUrl {
        let chosen = self.choices.now();
        match (&chosen.lists.mirror, self.platform.range_service()) {
            (None, Some(service)) => service,
            _ => chosen.lists.range_url(),
        }
    }

    /// Host of the range service, as the receipt names it.
    pub(crate) fn range_host(&self) -> String {
        self.range_url().host_label()
    }

    /// Whether the person has ruled out that any service is asked.
    pub(crate) fn is_offline(&self) -> bool {
        self.choices.now().lists.online == OnlineChoice::Never
    }

    /// The site of the notice that is open.
    pub(crate) fn incident(&self) -> Option<RegistrableDomain> {
        let opened = self.opened();
        opened.as_ref().and_then(|opened| RegistrableDomain::of(&opened.session.notice().id.domain))
    }

    pub(crate) fn opened(&self) -> MutexGuard<'_, Option<Opened>> {
        lock(&self.opened)
    }

    /// A new check stops the one before.
    pub(crate) fn new_check(&self) -> CancellationToken {
        let mut running = lock(&self.running);
        running.cancel();
        *running = CancellationToken::new();
        running.clone()
    }

    pub(crate) fn cancel_running_check(&self) {
        lock(&self.running).cancel();
    }
}

/// Lets a link wait if none does; returns whether it was taken.
fn take_in(waiting: &mut Option<String>, url: &str) -> bool {
    let taken = waiting.is_none() && url.len() <= notice::MAX_LINK_BYTES;
    if taken {
        *waiting = Some(url.to_owned());
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn take_in_keeps_the_first_link_until_it_is_taken() {
        let mut waiting = None;
        assert!(!take_in(&mut waiting, &"x".repeat(notice::MAX_LINK_BYTES + 1)));
        assert!(take_in(&mut waiting, "selfcheck://notice?first"));
        assert!(!take_in(&mut waiting, "selfcheck://notice?second"));
        assert_eq!(waiting.take().as_deref(), Some("selfcheck://notice?first"));
        assert!(take_in(&mut waiting, "selfcheck://notice?third"), "once looked at, the next may come");
    }
}
