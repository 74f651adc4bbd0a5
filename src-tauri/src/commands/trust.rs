//! Commands about who vouches for a notice: looking at a link, fetching, pinning, and asking for an update by hand
//! or once a day.

use jiff::Timestamp;
use notice::verify::{Asked, Memory, Outcome, Reason, Site};
use notice::{Link, NoticeId};
use selfcheck::daily;
use selfcheck::data::DataDir;
use selfcheck::fetch::{Address, FetchError, Fetched, Fetcher};
use selfcheck::links;
use selfcheck::opening::Source;
use selfcheck::trust::pinning::{PinError, pin_publisher};
use selfcheck::trust::{TrustError, TrustStore};
use selfcheck::walk::Session;
use tauri::State;

use super::notice::settle;
use crate::ipc::{IpcError, NoticeView, PreviewView};
use crate::state::{AppState, Opened, USER_AGENT, lock};

/// What an address or a link leads to. Nothing is fetched.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn preview_notice(state: State<'_, AppState>, text: String) -> Result<PreviewView, IpcError> {
    let (address, link) = read(&text)?;
    let domain = notice::domain::registrable(address.host());
    let from = |opened: &Opened| opened.source.as_ref().is_some_and(|s| s.address.as_ref() == Some(&address));
    let is_open = state.opened().as_ref().is_some_and(from);
    Ok(PreviewView {
        text: text.trim().to_owned(),
        address: address.to_string(),
        host: address.host().to_owned(),
        domain: notice::likeness::readable(domain),
        is_link: link.is_some(),
        looks_like: looks_like(domain, &known(&state)?),
        is_open,
    })
}

/// Fetches what was looked at.
#[tauri::command]
pub(crate) async fn fetch_notice(state: State<'_, AppState>, text: String) -> Result<NoticeView, IpcError> {
    let (address, link) = read(&text)?;
    let fetcher = Fetcher::new(USER_AGENT).map_err(|error| failed(&error))?;
    match fetcher.get(&address, None).await.map_err(|error| failed(&error))? {
        Fetched::File { bytes, tag } => {
            let source = Source { bytes, address: Some(address), link, root: None };
            let memory = known(&state)?;
            let outcome = source.verify_online(&fetcher, Timestamp::now(), &memory).await;
            put(&state, source, tag, &outcome, &memory, Some(Asked { at: clock(), answered: true }))
        }
        Fetched::NotModified => Err(IpcError::new("fetch_failed")),
    }
}

/// A link that came from outside, once.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn pending_link(state: State<'_, AppState>) -> Option<String> {
    lock(&state.link).take()
}

/// Pins the publisher of the open notice for `domain`, which the person confirmed or typed.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn trust_publisher(state: State<'_, AppState>, domain: String) -> Result<NoticeView, IpcError> {
    let (source, tag) = {
        let opened = state.opened();
        let opened = opened.as_ref().ok_or_else(|| IpcError::new("no_notice"))?;
        (opened.source.clone(), opened.tag.clone())
    };
    let source = source.ok_or_else(|| IpcError::new("no_notice"))?;
    let memory = known(&state)?;
    let pinning =
        pin_publisher(&source, &domain, &memory, Timestamp::now()).map_err(|error| match error {
            PinError::NotPassed(outcome) => refusal(&outcome),
            _ => IpcError::new("other_domain"),
        })?;
    remember(&state, Keep::AskedFor, |memory| pinning.apply(memory))?;
    show(&state, source, tag, Site::NotAsked)
}

/// Asks for a newer statement of the open notice; `None` if it is still the same.
#[tauri::command]
pub(crate) async fn update_notice(state: State<'_, AppState>) -> Result<Option<NoticeView>, IpcError> {
    ask(&state, Wanted::ByHand).await
}

/// The same, if it is time for it and the person has agreed; `None` if not. Whatever comes of it stands in the view.
#[tauri::command]
pub(crate) async fn daily_update(state: State<'_, AppState>) -> Result<Option<NoticeView>, IpcError> {
    let consent = state.choices.now().check_for_updates;
    let due = state
        .opened()
        .as_ref()
        .is_some_and(|opened| opened.can_update() && daily::is_due(consent, opened.asked, clock()));
    if !due {
        return Ok(None);
    }
    let trouble = ask(&state, Wanted::ByTheClock).await.err();
    let mut opened = state.opened();
    Ok(opened.as_mut().map(|opened| {
        opened.trouble = trouble.map(|error| error.code().to_owned());
        NoticeView::from(&*opened)
    }))
}

/// Who wants a newer statement. By the clock nothing takes the place of what is open unless it passes.
#[derive(PartialEq, Eq)]
enum Wanted {
    ByHand,
    ByTheClock,
}

async fn ask(state: &AppState, wanted: Wanted) -> Result<Option<NoticeView>, IpcError> {
    let (source, address, tag) = {
        let opened = state.opened();
        let opened = opened.as_ref().ok_or_else(|| IpcError::new("no_notice"))?;
        let source = opened.source.clone().ok_or_else(|| IpcError::new("no_notice"))?;
        let address = source.address.clone().ok_or_else(|| IpcError::new("no_notice"))?;
        (source, address, opened.tag.clone())
    };
    let fetcher = Fetcher::new(USER_AGENT).map_err(|error| failed(&error))?;
    let got = fetcher.get(&address, tag.as_deref()).await;
    let reached = got.as_ref().err().is_none_or(FetchError::reached_somebody);
    let (id, pinned, asked) = {
        let mut opened = state.opened();
        // Another notice may have been opened meanwhile; this answer is not for it.
        let same = |opened: &&mut Opened| {
            opened.source.as_ref().and_then(|now| now.address.as_ref()) == Some(&address)
        };
        let opened = opened.as_mut().filter(same).ok_or_else(|| IpcError::new("no_notice"))?;
        let asked = Asked { at: clock(), answered: reached };
        opened.asked = Some(asked);
        opened.trouble = None;
        (opened.session.notice().id.clone(), opened.session.trust().pinned(), asked)
    };
    keep_asked(state, &id, pinned, asked);
    match got.map_err(|error| failed(&error))? {
        Fetched::NotModified => Ok(None),
        Fetched::File { bytes, tag } => {
            let source = Source { bytes, ..source };
            let memory = known(state)?;
            let outcome = source.verify_online(&fetcher, Timestamp::now(), &memory).await;
            if wanted == Wanted::ByTheClock && !outcome.state.passed() {
                return Err(refusal(&outcome));
            }
            put(state, source, tag, &outcome, &memory, None).map(Some)
        }
    }
}

/// Verifies a notice with what is here, and shows it as far as its state allows.
pub(super) fn show(
    state: &AppState,
    source: Source,
    tag: Option<String>,
    site: Site<'_>,
) -> Result<NoticeView, IpcError> {
    let memory = known(state)?;
    let outcome = source.verify(site, Timestamp::now(), &memory);
    put(state, source, tag, &outcome, &memory, None)
}

/// Remembers what passed and takes it as the open notice. An older one than was read, or another text under the
/// same number, never takes the place of the copy that is open.
fn put(
    state: &AppState,
    source: Source,
    tag: Option<String>,
    outcome: &Outcome,
    memory: &Memory,
    asked: Option<Asked>,
) -> Result<NoticeView, IpcError> {
    let Some(mut fresh) = Session::verified(&source.bytes, outcome) else { return Err(refusal(outcome)) };
    fresh.set_pinned(memory.pins.iter().map(|pin| pin.domain.clone()).collect());
    let id = fresh.notice().id.clone();
    let open = state.opened().as_ref().is_some_and(|before| before.session.notice().id == id);
    if open && matches!(outcome.reason, Some(Reason::Revision { .. } | Reason::SameRevision { .. })) {
        return Err(refusal(outcome));
    }
    let pinned = outcome.state.pinned();
    if let Some(passed) = &outcome.remember {
        remember(state, Keep::read(pinned), |memory| memory.remember(passed))?;
    }
    if let Some(asked) = asked {
        keep_asked(state, &id, pinned, asked);
    }
    let before = memory.last_read(&id).filter(|read| *read < fresh.notice().revision);
    let aside = lock(&state.publishers_aside).clone();
    let from = source.clone();
    settle(state, fresh, Some(&from), |now| {
        // What the site was asked for by the clock is remembered too, so that this knows less than who is at the window.
        now.last_read = now.last_read.or(before);
        now.asked = asked.or(now.asked);
        now.publishers_aside = aside;
        now.was = None;
        now.found(source, tag, outcome, memory);
    })
}

/// Why nothing of a notice is shown, or why it does not take the place of the one that is open.
pub(crate) fn refusal(outcome: &Outcome) -> IpcError {
    match &outcome.reason {
        Some(Reason::Unreadable(error)) => error.clone().into(),
        // The desk says something else under this code.
        Some(Reason::DeskKeyNotInCard) => IpcError::new("unnamed_key"),
        Some(reason) => IpcError::new(reason.code()),
        None => IpcError::new("request"),
    }
}

/// The time by which a day is counted; a test sets it forward by the seconds in a file.
fn clock() -> Timestamp {
    #[cfg(feature = "window-tests")]
    if let Some(path) = std::env::var_os("SELFCHECK_TEST_LATER") {
        let seconds = std::fs::read_to_string(path).ok().and_then(|text| text.trim().parse().ok());
        let later = jiff::SignedDuration::from_secs(seconds.unwrap_or(0));
        return Timestamp::now().saturating_add(later).unwrap_or(Timestamp::MAX);
    }
    Timestamp::now()
}

fn read(text: &str) -> Result<(Address, Option<Link>), IpcError> {
    let text = text.trim();
    if text.starts_with("selfcheck:") {
        let link: Link = text.parse().map_err(|_| IpcError::new("not_a_link"))?;
        let address = Address::parse(link.url()).map_err(|_| IpcError::new("not_a_link"))?;
        return Ok((address, Some(link)));
    }
    Address::parse(text).map(|address| (address, None)).map_err(|_| IpcError::new("not_an_address"))
}

fn failed(error: &FetchError) -> IpcError {
    match error {
        FetchError::Private => IpcError::new("fetch_private"),
        FetchError::Redirected => IpcError::new("fetch_redirected"),
        FetchError::TimedOut => IpcError::new("fetch_timed_out"),
        FetchError::TooLarge { .. } => IpcError::new("too_big"),
        FetchError::Status { status: 404 | 410 } => IpcError::new("fetch_not_there"),
        _ => IpcError::new("fetch_failed"),
    }
}

/// So that a new start of the window does not ask again on the same day. Where it cannot be kept a site is asked
/// once more than was said, which is no reason to stop anybody.
fn keep_asked(state: &AppState, id: &NoticeId, pinned: bool, asked: Asked) {
    let _ = remember(state, Keep::read(pinned), |memory| memory.asked.insert(id.clone(), asked));
}

/// Why something about a publisher may be kept beyond the life of the window.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keep {
    /// Somebody said so just now, or the publisher is one they said it of.
    AskedFor,
    /// Only if whoever is at the window is remembered.
    WithThePerson,
}

impl Keep {
    /// What follows from reading a statement.
    fn read(pinned: bool) -> Self {
        if pinned { Self::AskedFor } else { Self::WithThePerson }
    }
}

/// Changes what is known of publishers: on the disk where that may be kept, else in this window alone. The name of a
/// site that was attacked can tell of a person, so that nobody who is not to be remembered leaves one behind.
fn remember<T>(state: &AppState, keep: Keep, change: impl FnOnce(&mut Memory) -> T) -> Result<T, IpcError> {
    let may = {
        let hold = lock(&state.household);
        !hold.nothing && (keep == Keep::AskedFor || hold.who().is_some())
    };
    if !may {
        return Ok(change(&mut lock(&state.known_for_now)));
    }
    let store = store().ok_or_else(|| IpcError::new("trust_not_kept"))?;
    store.change(Timestamp::now(), change).map_err(|error| not_kept(&error))
}

fn not_kept(error: &TrustError) -> IpcError {
    match error {
        TrustError::TooNew { .. } => IpcError::new("trust_too_new"),
        TrustError::Busy { .. } => IpcError::new("household_busy"),
        TrustError::Full { .. } => IpcError::new("disk_full"),
        _ => IpcError::new("trust_not_kept"),
    }
}

fn not_read(error: &TrustError) -> IpcError {
    match error {
        TrustError::TooNew { .. } => IpcError::new("trust_too_new"),
        _ => IpcError::new("trust_unreadable"),
    }
}

fn store() -> Option<TrustStore> {
    DataDir::find(None).map(TrustStore::new)
}

/// What is known of publishers. A damaged file is set aside, and that is said; where one cannot be read nothing can
/// be verified, because whoever is known would count as new.
pub(crate) fn known(state: &AppState) -> Result<Memory, IpcError> {
    let for_now = lock(&state.known_for_now).clone();
    let Some(store) = store() else { return Ok(for_now) };
    let read = store.read(Timestamp::now()).map_err(|error| not_read(&error))?;
    if let Some(aside) = read.set_aside {
        *lock(&state.publishers_aside) = Some(aside.to_string_lossy().into_owned());
    }
    let mut memory = read.memory;
    memory.take_in(for_now);
    Ok(memory)
}

pub(crate) fn looks_like(domain: &str, memory: &Memory) -> Option<String> {
    links::look_alike(domain, memory.pins.iter().map(|pin| pin.domain.as_str()))
}
