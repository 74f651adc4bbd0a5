//! Commands about who vouches for a notice: looking at a link, fetching, pinning, and asking for an update.

use jiff::Timestamp;
use notice::Link;
use notice::verify::{Memory, Outcome, Reason, Site};
use selfcheck::data::DataDir;
use selfcheck::fetch::{Address, FetchError, Fetched, Fetcher};
use selfcheck::links;
use selfcheck::opening::Source;
use selfcheck::trust::TrustStore;
use selfcheck::walk::Session;
use tauri::State;

use crate::ipc::{IpcError, NoticeView, PreviewView};
use crate::state::{AppState, Opened, USER_AGENT, lock};

/// What an address or a link leads to. Nothing is fetched.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn preview_notice(text: String) -> Result<PreviewView, IpcError> {
    let (address, link) = read(&text)?;
    let domain = notice::domain::registrable(address.host());
    Ok(PreviewView {
        text: text.trim().to_owned(),
        host: address.host().to_owned(),
        domain: notice::likeness::readable(domain),
        is_link: link.is_some(),
        looks_like: looks_like(domain, &memory()),
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
            take(&state, &fetcher, source, tag).await
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
    let domain = domain.trim().to_ascii_lowercase();
    let (source, publisher, tag) = {
        let opened = state.opened();
        let opened = opened.as_ref().ok_or_else(|| IpcError::new("no_notice"))?;
        let publisher = opened.session.publisher().cloned();
        (opened.source.clone(), publisher, opened.tag.clone())
    };
    let (source, publisher) = source.zip(publisher).ok_or_else(|| IpcError::new("no_notice"))?;
    if !publisher.domains.contains(&domain) {
        return Err(IpcError::new("other_domain"));
    }
    let store = store().ok_or_else(|| IpcError::new("trust_not_kept"))?;
    let pinned =
        store.change(Timestamp::now(), |memory| memory.pin(&domain, publisher.root, Timestamp::now()));
    pinned.map_err(|_| IpcError::new("trust_not_kept"))?;
    show(&state, source, tag, Site::NotAsked)
}

/// Asks for a newer statement of the open notice; `None` if it is still the same.
#[tauri::command]
pub(crate) async fn update_notice(state: State<'_, AppState>) -> Result<Option<NoticeView>, IpcError> {
    let (source, tag) = {
        let opened = state.opened();
        let opened = opened.as_ref().ok_or_else(|| IpcError::new("no_notice"))?;
        (opened.source.clone(), opened.tag.clone())
    };
    let source = source.ok_or_else(|| IpcError::new("no_notice"))?;
    let address = source.address.clone().ok_or_else(|| IpcError::new("no_notice"))?;
    let fetcher = Fetcher::new(USER_AGENT).map_err(|error| failed(&error))?;
    match fetcher.get(&address, tag.as_deref()).await.map_err(|error| failed(&error))? {
        Fetched::NotModified => Ok(None),
        Fetched::File { bytes, tag } => {
            take(&state, &fetcher, Source { bytes, ..source }, tag).await.map(Some)
        }
    }
}

async fn take(
    state: &AppState,
    fetcher: &Fetcher,
    source: Source,
    tag: Option<String>,
) -> Result<NoticeView, IpcError> {
    let memory = memory();
    let outcome = source.verify_online(fetcher, Timestamp::now(), &memory).await;
    put(state, source, tag, &outcome, &memory)
}

/// Verifies a notice with what is here, and shows it as far as its state allows.
pub(super) fn show(
    state: &AppState,
    source: Source,
    tag: Option<String>,
    site: Site<'_>,
) -> Result<NoticeView, IpcError> {
    let memory = memory();
    let outcome = source.verify(site, Timestamp::now(), &memory);
    put(state, source, tag, &outcome, &memory)
}

/// Remembers what passed and takes it as the open notice. An older one than was read, or another text under the
/// same number, never takes the place of the copy that is open.
fn put(
    state: &AppState,
    source: Source,
    tag: Option<String>,
    outcome: &Outcome,
    memory: &Memory,
) -> Result<NoticeView, IpcError> {
    let code = outcome.reason.as_ref().map_or("request", Reason::code);
    let Some(mut fresh) = Session::verified(&source.bytes, outcome) else {
        return Err(match &outcome.reason {
            Some(Reason::Unreadable(error)) => error.clone().into(),
            // The desk says something else under this code.
            Some(Reason::DeskKeyNotInCard) => IpcError::new("unnamed_key"),
            _ => IpcError::new(code),
        });
    };
    fresh.set_language(&state.language());
    let id = fresh.notice().id.clone();
    let mut hold = lock(&state.household);
    let mut opened = state.opened();
    let same = opened.as_ref().is_some_and(|before| before.session.notice().id == id);
    let refused = matches!(outcome.reason, Some(Reason::Revision { .. } | Reason::SameRevision { .. }));
    if refused && same {
        return Err(IpcError::new(code));
    }
    if let (Some(passed), Some(store)) = (&outcome.remember, store()) {
        let kept = store.change(Timestamp::now(), |memory| memory.remember(passed));
        kept.map_err(|_| IpcError::new("trust_not_kept"))?;
    }
    let last_read = memory.last_read(&id).filter(|read| *read < fresh.notice().revision);
    let mut now = if let Some(mut before) = opened.take().filter(|_| same) {
        before.session.replace_verified(&source.bytes, outcome);
        if let Some(mut place) = hold.place() {
            place.follow(&before.session)?;
        }
        before
    } else {
        let last_read = match hold.place() {
            Some(mut place) => place.begin(&mut fresh, Timestamp::now())?,
            None => None,
        };
        Opened { last_read, ..Opened::new(fresh) }
    };
    hold.note_open(Some(&id.to_string()))?;
    now.last_read = last_read.or(now.last_read);
    now.looks_like = if outcome.state.pinned() { None } else { looks_like(&id.domain, memory) };
    now.late_since = outcome.fresh_until.filter(|_| outcome.fresh == Some(false));
    now.known = match &outcome.reason {
        Some(Reason::NoSuccession { pinned, since, .. }) => Some((*pinned, *since)),
        _ => None,
    };
    (now.source, now.tag) = (Some(source), tag);
    Ok(NoticeView::from(&*opened.insert(now)))
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

fn store() -> Option<TrustStore> {
    DataDir::find(None).map(TrustStore::new)
}

/// What is remembered; nothing where it cannot be read, so that everybody counts as new.
fn memory() -> Memory {
    let read = store().and_then(|store| store.read(Timestamp::now()).ok());
    read.map(|read| read.memory).unwrap_or_default()
}

fn looks_like(domain: &str, memory: &Memory) -> Option<String> {
    links::look_alike(domain, memory.pins.iter().map(|pin| pin.domain.as_str()))
}
