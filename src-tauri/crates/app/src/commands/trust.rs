//! Commands about who vouches for a notice: looking at a link, fetching, pinning, and asking for an update by hand
//! or once a day.

use crate::daily;
use crate::fetch::{Address, FetchError, Fetched, Fetcher};
use crate::links;
use crate::opening::Source;
use crate::trust::pinning::{PinError, pin_publisher};
use crate::trust::{TrustError, TrustStore};
use crate::walk::Session;
use notice::verify::{Asked, Memory, Outcome, Reason, Site};
use notice::{Link, NoticeId};

use crate::lock::lock;
use crate::open_notice::Opened;
use crate::state::{App, USER_AGENT};
use crate::views::{ErrorCode, Failure, NoticeView, PreviewView, refusal};

impl App {
    /// What an address or a link leads to. Nothing is fetched.
    pub fn preview_notice(&self, text: String) -> Result<PreviewView, Failure> {
        let (address, link) = read(&text)?;
        let domain = notice::domain::registrable(address.host());
        let from =
            |opened: &Opened| opened.source.as_ref().is_some_and(|s| s.address.as_ref() == Some(&address));
        let is_open = self.opened().as_ref().is_some_and(from);
        Ok(PreviewView {
            text: text.trim().to_owned(),
            address: address.to_string(),
            host: address.host().to_owned(),
            domain: notice::likeness::readable(domain),
            is_link: link.is_some(),
            looks_like: looks_like(domain, &self.known()?),
            is_open,
        })
    }

    /// Fetches what was looked at.
    pub async fn fetch_notice(&self, text: String) -> Result<NoticeView, Failure> {
        let (address, link) = read(&text)?;
        let fetcher = Fetcher::new(USER_AGENT).map_err(|error| failed(&error))?;
        match fetcher.get(&address, None).await.map_err(|error| failed(&error))? {
            Fetched::File { bytes, tag } => {
                let source = Source { bytes, address: Some(address), link, root: None };
                let memory = self.known()?;
                let outcome = source.verify_online(&fetcher, self.platform.now(), &memory).await;
                self.put(
                    source,
                    tag,
                    &outcome,
                    &memory,
                    Some(Asked { at: self.platform.now(), answered: true }),
                )
            }
            Fetched::NotModified => Err(Failure::new(ErrorCode::FetchFailed)),
        }
    }

    /// A link that came from outside, once.
    pub fn pending_link(&self) -> Result<Option<String>, Failure> {
        Ok(self.take_link())
    }

    /// Pins the publisher of the open notice for `domain`, which the person confirmed or typed.
    pub fn trust_publisher(&self, domain: String) -> Result<NoticeView, Failure> {
        let (source, tag) = {
            let opened = self.opened();
            let opened = opened.as_ref().ok_or_else(|| Failure::new(ErrorCode::NoNotice))?;
            (opened.source.clone(), opened.tag.clone())
        };
        let source = source.ok_or_else(|| Failure::new(ErrorCode::NoNotice))?;
        let memory = self.known()?;
        let pinning =
            pin_publisher(&source, &domain, &memory, self.platform.now()).map_err(|error| match error {
                PinError::NotPassed(outcome) => refusal(&outcome),
                _ => Failure::new(ErrorCode::OtherDomain),
            })?;
        self.remember(Keep::AskedFor, |memory| pinning.apply(memory))?;
        self.show(source, tag, Site::NotAsked)
    }

    /// Asks for a newer statement of the open notice; `None` if it is still the same.
    pub async fn update_notice(&self) -> Result<Option<NoticeView>, Failure> {
        self.ask(Wanted::ByHand).await
    }

    /// The same, if it is time for it and the person has agreed; `None` if not. Whatever comes of it stands in the view.
    pub async fn daily_update(&self) -> Result<Option<NoticeView>, Failure> {
        let consent = self.choices.now().check_for_updates;
        let due = self.opened().as_ref().is_some_and(|opened| {
            opened.can_update() && daily::is_due(consent, opened.asked, self.platform.now())
        });
        if !due {
            return Ok(None);
        }
        let trouble = self.ask(Wanted::ByTheClock).await.err();
        let mut opened = self.opened();
        Ok(opened.as_mut().map(|opened| {
            opened.trouble = trouble.map(|error| error.code());
            NoticeView::from(&*opened)
        }))
    }

    async fn ask(&self, wanted: Wanted) -> Result<Option<NoticeView>, Failure> {
        let (source, address, tag) = {
            let opened = self.opened();
            let opened = opened.as_ref().ok_or_else(|| Failure::new(ErrorCode::NoNotice))?;
            let source = opened.source.clone().ok_or_else(|| Failure::new(ErrorCode::NoNotice))?;
            let address = source.address.clone().ok_or_else(|| Failure::new(ErrorCode::NoNotice))?;
            (source, address, opened.tag.clone())
        };
        let fetcher = Fetcher::new(USER_AGENT).map_err(|error| failed(&error))?;
        let got = fetcher.get(&address, tag.as_deref()).await;
        let reached = got.as_ref().err().is_none_or(FetchError::reached_somebody);
        let (id, pinned, asked) = {
            let mut opened = self.opened();
            // Another notice may have been opened meanwhile; this answer is not for it.
            let same = |opened: &&mut Opened| {
                opened.source.as_ref().and_then(|now| now.address.as_ref()) == Some(&address)
            };
            let opened = opened.as_mut().filter(same).ok_or_else(|| Failure::new(ErrorCode::NoNotice))?;
            let asked = Asked { at: self.platform.now(), answered: reached };
            opened.asked = Some(asked);
            opened.trouble = None;
            (opened.session.notice().id.clone(), opened.session.trust().pinned(), asked)
        };
        self.keep_asked(&id, pinned, asked);
        match got.map_err(|error| failed(&error))? {
            Fetched::NotModified => Ok(None),
            Fetched::File { bytes, tag } => {
                let source = Source { bytes, ..source };
                let memory = self.known()?;
                let outcome = source.verify_online(&fetcher, self.platform.now(), &memory).await;
                if wanted == Wanted::ByTheClock && !outcome.state.passed() {
                    return Err(refusal(&outcome));
                }
                self.put(source, tag, &outcome, &memory, None).map(Some)
            }
        }
    }

    /// Verifies a notice with what is here, and shows it as far as its state allows.
    pub(crate) fn show(
        &self,
        source: Source,
        tag: Option<String>,
        site: Site<'_>,
    ) -> Result<NoticeView, Failure> {
        let memory = self.known()?;
        let outcome = source.verify(site, self.platform.now(), &memory);
        self.put(source, tag, &outcome, &memory, None)
    }

    /// Remembers what passed and takes it as the open notice. An older one than was read, or another text under the
    /// same number, never takes the place of the copy that is open.
    fn put(
        &self,
        source: Source,
        tag: Option<String>,
        outcome: &Outcome,
        memory: &Memory,
        asked: Option<Asked>,
    ) -> Result<NoticeView, Failure> {
        let Some(mut fresh) = Session::verified(&source.bytes, outcome) else { return Err(refusal(outcome)) };
        fresh.set_pinned(memory.pins.iter().map(|pin| pin.domain.clone()).collect());
        let id = fresh.notice().id.clone();
        let open = self.opened().as_ref().is_some_and(|before| before.session.notice().id == id);
        if open && matches!(outcome.reason, Some(Reason::Revision { .. } | Reason::SameRevision { .. })) {
            return Err(refusal(outcome));
        }
        let pinned = outcome.state.pinned();
        if let Some(passed) = &outcome.remember {
            self.remember(Keep::read(pinned), |memory| memory.remember(passed))?;
        }
        if let Some(asked) = asked {
            self.keep_asked(&id, pinned, asked);
        }
        let before = memory.last_read(&id).filter(|read| *read < fresh.notice().revision);
        let aside = lock(&self.publishers_aside).clone();
        let from = source.clone();
        self.settle(fresh, Some(&from), |now| {
            // What the site was asked for by the clock is remembered too, so that this knows less than who is at the window.
            now.last_read = now.last_read.or(before);
            now.asked = asked.or(now.asked);
            now.publishers_aside = aside;
            now.was = None;
            now.found(source, tag, outcome, memory, self.platform.now());
        })
    }

    /// So that a new start of the window does not ask again on the same day. Where it cannot be kept a site is asked
    /// once more than was said, which is no reason to stop anybody.
    fn keep_asked(&self, id: &NoticeId, pinned: bool, asked: Asked) {
        let _ = self.remember(Keep::read(pinned), |memory| memory.asked.insert(id.clone(), asked));
    }

    /// Changes what is known of publishers: on the disk where that may be kept, else in this window alone. The name of a
    /// site that was attacked can tell of a person, so that nobody who is not to be remembered leaves one behind.
    fn remember<T>(&self, keep: Keep, change: impl FnOnce(&mut Memory) -> T) -> Result<T, Failure> {
        let may = {
            let current = lock(&self.household);
            !current.nothing && (keep == Keep::AskedFor || current.who().is_some())
        };
        if !may {
            return Ok(change(&mut lock(&self.known_for_now)));
        }
        let store = self.trust_store().ok_or_else(|| Failure::new(ErrorCode::TrustNotKept))?;
        store.change(self.platform.now(), change).map_err(|error| not_kept(&error))
    }

    fn trust_store(&self) -> Option<TrustStore> {
        self.data().map(TrustStore::new)
    }

    /// What is known of publishers. A damaged file is set aside, and that is said; where one cannot be read nothing can
    /// be verified, because a known publisher would count as new.
    pub(crate) fn known(&self) -> Result<Memory, Failure> {
        let for_now = lock(&self.known_for_now).clone();
        let Some(store) = self.trust_store() else { return Ok(for_now) };
        let read = store.read(self.platform.now()).map_err(|error| not_read(&error))?;
        if let Some(aside) = read.set_aside {
            *lock(&self.publishers_aside) = Some(aside.to_string_lossy().into_owned());
        }
        let mut memory = read.memory;
        memory.take_in(for_now);
        Ok(memory)
    }
}

/// Who wants a newer statement. By the clock nothing takes the place of what is open unless it passes.
#[derive(PartialEq, Eq)]
enum Wanted {
    ByHand,
    ByTheClock,
}

fn read(text: &str) -> Result<(Address, Option<Link>), Failure> {
    let text = text.trim();
    if text.starts_with("selfcheck:") {
        let link: Link = text.parse().map_err(|_| Failure::new(ErrorCode::NotALink))?;
        let address = Address::parse(link.url()).map_err(|_| Failure::new(ErrorCode::NotALink))?;
        return Ok((address, Some(link)));
    }
    Address::parse(text).map(|address| (address, None)).map_err(|_| Failure::new(ErrorCode::NotAnAddress))
}

fn failed(error: &FetchError) -> Failure {
    match error {
        FetchError::Private => Failure::new(ErrorCode::FetchPrivate),
        FetchError::Redirected => Failure::new(ErrorCode::FetchRedirected),
        FetchError::TimedOut => Failure::new(ErrorCode::FetchTimedOut),
        FetchError::TooLarge { .. } => Failure::new(ErrorCode::TooBig),
        FetchError::Status { status: 404 | 410 } => Failure::new(ErrorCode::FetchNotThere),
        _ => Failure::new(ErrorCode::FetchFailed),
    }
}

/// Why something about a publisher may be kept beyond the life of the window.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keep {
    /// Somebody said so just now, or the publisher is one they said it of.
    AskedFor,
    /// Only if the current person is remembered.
    WithThePerson,
}

impl Keep {
    /// What follows from reading a statement.
    fn read(pinned: bool) -> Self {
        if pinned { Self::AskedFor } else { Self::WithThePerson }
    }
}

fn not_kept(error: &TrustError) -> Failure {
    match error {
        TrustError::TooNew { .. } => Failure::new(ErrorCode::TrustTooNew),
        TrustError::Busy { .. } => Failure::new(ErrorCode::HouseholdBusy),
        TrustError::Full { .. } => Failure::new(ErrorCode::DiskFull),
        _ => Failure::new(ErrorCode::TrustNotKept),
    }
}

fn not_read(error: &TrustError) -> Failure {
    match error {
        TrustError::TooNew { .. } => Failure::new(ErrorCode::TrustTooNew),
        _ => Failure::new(ErrorCode::TrustUnreadable),
    }
}

pub(crate) fn looks_like(domain: &str, memory: &Memory) -> Option<String> {
    links::look_alike(domain, memory.pins.iter().map(|pin| pin.domain.as_str()))
}
