//! What the window holds while it is open: the open notice with its ticks, the check that is running, and what goes
//! on with lists in the background.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use lists::RangeUrl;
use notice::PublicKey;
use notice::verify::{Asked, Late, Memory, Outcome, Reason, State};
use selfcheck::audit::Service;
use selfcheck::check::{Checker, ListFile};
use selfcheck::opening::Source;
use selfcheck::settings::{OnlineChoice, Settings};
use selfcheck::transfer::Transfer;
use selfcheck::trust::pinning::can_be_pinned;
use selfcheck::verification::Verification;
use selfcheck::walk::Session;
use sites::RegistrableDomain;
use tokio_util::sync::CancellationToken;

use crate::desk::Desk;
use crate::household::Hold;
use crate::kept::Choices;

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
    pub(crate) trouble: Option<String>,
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
    pub(crate) fn found(&mut self, source: Source, tag: Option<String>, outcome: &Outcome, memory: &Memory) {
        let id = &self.session.notice().id;
        self.asked = self.asked.or_else(|| memory.asked.get(id).copied());
        let pinned: Vec<String> = memory.pins.iter().map(|pin| pin.domain.clone()).collect();
        self.looks_like = selfcheck::links::looks_like(outcome, &pinned).map(|like| like.known);
        self.can_trust = can_be_pinned(&source, outcome, memory, Timestamp::now());
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

/// Gone when the window closes; of all this only the choices are kept.
pub(crate) struct AppState {
    pub(crate) choices: Choices,
    /// Made at the first check, because loading root certificates would only make the start slower, and anew when
    /// other lists are chosen.
    checker: Mutex<Option<Arc<Checker>>>,
    opened: Mutex<Option<Opened>>,
    /// Where staff write a notice.
    pub(crate) desk: Desk,
    running: Mutex<CancellationToken>,
    /// Who is at the window. Locked before `opened` where both are.
    pub(crate) household: Mutex<Hold>,
    /// Where the file with what is known of publishers stands, if it was damaged.
    pub(crate) publishers_aside: Mutex<Option<String>>,
    /// What is known of publishers in this window alone, where nobody said that it may be kept.
    pub(crate) known_for_now: Mutex<Memory>,
    /// A link that was handed over from outside and not looked at yet.
    pub(crate) link: Mutex<Option<String>>,
    /// The download or update that was started last in this window.
    pub(crate) transfer: Mutex<Option<Arc<Transfer>>>,
    /// The verification that was started last.
    pub(crate) verification: Mutex<Option<Verification>>,
}

impl Default for AppState {
    fn default() -> Self {
        Self {
            choices: Choices::read(),
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
        }
    }
}

impl AppState {
    /// Asks the lists that are chosen now. `None` if no HTTP client can be set up on this computer.
    pub(crate) fn checker(&self) -> Option<Arc<Checker>> {
        let mut checker = lock(&self.checker);
        if checker.is_none() {
            let chosen = self.choices.now().lists;
            let files = chosen.file.iter().map(|path| ListFile::open(path)).collect();
            let made = Checker::new(range_url(&self.choices.now()), USER_AGENT).ok()?;
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
        Service::new(range_url(&self.choices.now()), USER_AGENT).ok()
    }

    /// The list file that is chosen.
    pub(crate) fn list_files(&self) -> Vec<ListFile> {
        self.choices.now().lists.file.iter().map(|path| ListFile::open(path)).collect()
    }

    /// Host of the range service, as the receipt names it.
    pub(crate) fn range_host(&self) -> String {
        range_url(&self.choices.now()).host_label()
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

    pub(crate) fn cancel_check(&self) {
        lock(&self.running).cancel();
    }
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The service or mirror that is chosen.
pub(crate) fn range_url(settings: &Settings) -> RangeUrl {
    #[cfg(feature = "window-tests")]
    if let Some(url) = std::env::var("SELFCHECK_TEST_RANGE_URL").ok().and_then(|text| text.parse().ok()) {
        return settings.lists.mirror.clone().unwrap_or(url);
    }
    settings.lists.range_url()
}
