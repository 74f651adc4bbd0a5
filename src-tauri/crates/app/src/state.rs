//! The state of one run of the window: the open notice with its marks, the running check, the open audit, the current
//! person, and background work on lists. Only settings and the household are kept on the disk.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::audit::Service;
use crate::check::{Checker, ListFile};
use crate::opening::Source;
use crate::settings::OnlineChoice;
use crate::transfer::Transfer;
use crate::trust::pinning::can_be_pinned;
use crate::verification::Verification;
use crate::walk::Session;
use jiff::Timestamp;
use lists::RangeUrl;
use notice::PublicKey;
use notice::verify::{Asked, Late, Memory, Outcome, Reason, State};
use sites::RegistrableDomain;
use tokio::runtime::Handle;
use tokio_util::sync::CancellationToken;

use crate::choices::Choices;
use crate::current_person::CurrentPerson;
use crate::data::DataDir;
use crate::desk::Preview;
use crate::desk_session::Desk;
use crate::drops::Drops;
use crate::open_audit::AuditState;
use crate::platform::Platform;
use crate::views::ErrorCode;

/// How the window names itself to a range service.
pub(crate) const USER_AGENT: &str = concat!("selfcheck/", env!("CARGO_PKG_VERSION"));

/// An open notice, which revision of it was read before, and what its verification found.
pub(crate) struct Opened {
    pub(crate) session: Session,
    pub(crate) last_read: Option<u32>,
    /// Whether the page of this revision was before somebody.
    pub(crate) shown: bool,
    /// Where it came from; `None` for the practice notice.
    pub(crate) source: Option<Source>,
    /// Its tag, to ask for it again.
    pub(crate) tag: Option<String>,
    pub(crate) looks_like: Option<String>,
    /// Whether its publisher may be pinned.
    pub(crate) can_trust: bool,
    pub(crate) late_since: Option<Timestamp>,
    /// Until when it was current, if that has passed and no promise has.
    pub(crate) current_until: Option<Timestamp>,
    pub(crate) known: Option<Known>,
    /// When its site was asked last.
    pub(crate) asked: Option<Asked>,
    /// Why that came to nothing, as a code.
    pub(crate) trouble: Option<ErrorCode>,
    /// Where the file with what is known of publishers stands, if it was damaged.
    pub(crate) publishers_aside: Option<String>,
    /// The state in which it was kept, if the one in which it was opened again is worse.
    pub(crate) was: Option<State>,
}

/// The root that is known in place of the one that signed.
pub(crate) struct Known {
    pub(crate) root: PublicKey,
    pub(crate) since: Option<Timestamp>,
    /// When the card of the one that signed was made.
    pub(crate) issued: Timestamp,
}

impl Opened {
    /// One that nothing else is known of.
    pub(crate) fn new(session: Session) -> Self {
        Self {
            session,
            last_read: None,
            shown: false,
            source: None,
            tag: None,
            looks_like: None,
            can_trust: false,
            late_since: None,
            current_until: None,
            known: None,
            asked: None,
            trouble: None,
            publishers_aside: None,
            was: None,
        }
    }

    /// Whether its site can be asked for a newer statement.
    pub(crate) fn can_update(&self) -> bool {
        self.source.as_ref().is_some_and(|source| source.address.is_some())
    }

    /// What its verification found, for the screens.
    pub(crate) fn found(
        &mut self,
        source: Source,
        tag: Option<String>,
        outcome: &Outcome,
        memory: &Memory,
        now: Timestamp,
    ) {
        let id = &self.session.notice().id;
        self.asked = self.asked.or_else(|| memory.asked.get(id).copied());
        let pinned: Vec<String> = memory.pins.iter().map(|pin| pin.domain.clone()).collect();
        self.looks_like = crate::links::looks_like(outcome, &pinned).map(|like| like.known);
        self.can_trust = can_be_pinned(&source, outcome, memory, now);
        self.late_since = match outcome.late {
            Some(Late::Promised(at)) => Some(at),
            _ => None,
        };
        self.current_until = match outcome.late {
            Some(Late::Current(at)) => Some(at),
            _ => None,
        };
        self.known = match &outcome.reason {
            Some(Reason::NoSuccession { pinned, since, issued, .. }) => {
                Some(Known { root: *pinned, since: *since, issued: *issued })
            }
            _ => None,
        };
        (self.source, self.tag) = (Some(source), tag);
    }
}

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
    /// The current person. Locked before `opened` where both are needed.
    pub(crate) household: Mutex<CurrentPerson>,
    /// The damaged file of known publishers that was quarantined.
    pub(crate) publishers_aside: Mutex<Option<String>>,
    /// What is known of publishers in this run only, where it may not be kept.
    pub(crate) known_for_now: Mutex<Memory>,
    /// A link from outside that waits to be looked at.
    link: Mutex<Option<String>>,
    /// The download or update that was started last.
    pub(crate) transfer: Mutex<Option<Arc<Transfer>>>,
    /// The verification that was started last.
    pub(crate) verification: Mutex<Option<Verification>>,
    pub(crate) audits: AuditState,
}

impl App {
    /// `runtime` runs background work. Everything is kept in the folder that `choices` were read from.
    #[must_use]
    pub fn new(choices: Choices, platform: Box<dyn Platform>, runtime: Handle) -> Arc<Self> {
        Arc::new(Self {
            platform,
            runtime,
            choices,
            checker: Mutex::default(),
            opened: Mutex::default(),
            desk: Desk::default(),
            running: Mutex::default(),
            household: Mutex::default(),
            publishers_aside: Mutex::default(),
            known_for_now: Mutex::default(),
            link: Mutex::default(),
            transfer: Mutex::default(),
            verification: Mutex::default(),
            audits: AuditState::default(),
        })
    }

    /// Where everything is kept; `None` where the system has no such folder.
    pub(crate) fn data(&self) -> Option<DataDir> {
        self.choices.folder()
    }

    /// Keeps a link until a person looks at it. A link that waits already is never replaced; returns whether this one
    /// was taken.
    pub fn offer_link(&self, url: &str) -> bool {
        take_in(&mut lock(&self.link), url)
    }

    /// The waiting link, once.
    pub(crate) fn take_link(&self) -> Option<String> {
        lock(&self.link).take()
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

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
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
