//! Where a notice comes from, who vouches for it, and what is remembered of it.

use std::path::PathBuf;

use app::data::DataDir;
use app::fetch::{Address, Fetched, Fetcher};
use app::opening;
use app::trust::{TrustError, TrustStore};
use app::walk::Session;
use clap::Args;
use jiff::Timestamp;
use notice::verify::{Memory, Outcome, Site, State};
use notice::{Link, NotAKey, PublicKey};

use crate::args::Source;
use crate::notice_errors;
use crate::notice_words as words;
use crate::terminal::{Failure, read_source, tell, tell_always, texts};

const USER_AGENT: &str = concat!("selfcheck/", env!("CARGO_PKG_VERSION"));
/// The largest notice, in bytes; one more is read to notice a larger one.
const MAX_NOTICE: u64 = 262_144;
/// A public key file is far smaller.
const MAX_KEY: u64 = 4_096;

/// What counts for this run beside the notice itself.
#[derive(Args, Default)]
pub(crate) struct Checking {
    /// A root that counts as pinned for this run: 56 characters, or a .pub file
    #[arg(long, value_name = "KEY")]
    pub(crate) root: Option<String>,
    /// The link that led to the notice; its key and its host must fit
    #[arg(long, value_name = "LINK")]
    pub(crate) link: Option<String>,
    /// The time to judge by, as in 2026-03-14T18:00:00Z; else this computer's clock
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) now: Option<Timestamp>,
    /// Ask the publisher's own site for its card, also for a file
    #[arg(long)]
    pub(crate) online: bool,
}

impl Checking {
    pub(crate) fn now(&self) -> Timestamp {
        self.now.unwrap_or_else(Timestamp::now)
    }
}

fn time(text: &str) -> Result<Timestamp, String> {
    text.parse().map_err(|_| "it must be a time with its zone, as in 2026-03-14T18:00:00Z".to_owned())
}

/// A notice that was read and verified.
pub(crate) struct Found {
    pub(crate) name: String,
    pub(crate) outcome: Outcome,
    pub(crate) source: opening::Source,
    pub(crate) last_read: Option<u32>,
    pinned: Vec<String>,
}

impl Found {
    /// Its walk, where any of it may be shown.
    pub(crate) fn session(&self) -> Option<Session> {
        let mut session = Session::verified(&self.source.bytes, &self.outcome)?;
        session.set_last_read(self.last_read);
        session.set_pinned(self.pinned.clone());
        Some(session)
    }

    /// Why nothing of it is shown, with the exit code of its state.
    pub(crate) fn failure(&self) -> Failure {
        failure(&self.name, &self.outcome)
    }

    /// Warns of a domain that could be mistaken for a pinned or shipped one.
    pub(crate) fn tell_if_it_looks_like_another(&self) {
        if let Some(like) = app::links::looks_like(&self.outcome, &self.pinned) {
            tell_always(&words::looks_like(texts(), &like));
        }
    }
}

/// Why nothing of a notice is shown, with the exit code of its state.
pub(crate) fn failure(name: &str, outcome: &Outcome) -> Failure {
    let text = texts().notice_of_file(name, &words::reason(texts(), outcome));
    match exit_code(outcome.state) {
        2 => Failure::WrongUse(text),
        _ => Failure::NotVerified(text),
    }
}

/// The exit code of `notice verify` for a state.
pub(crate) fn exit_code(state: State) -> u8 {
    match state {
        State::Verified | State::NewPublisher | State::Unconfirmed | State::Stale | State::Unsigned => 0,
        State::Damaged | State::TooNew => 2,
        _ => 1,
    }
}

/// What is remembered, and where; without a folder nothing is.
pub(crate) struct Remembered {
    pub(crate) store: Option<TrustStore>,
    pub(crate) memory: Memory,
}

impl Remembered {
    pub(crate) fn read(data_dir: Option<PathBuf>, now: Timestamp) -> Result<Self, Failure> {
        let Some(folder) = DataDir::find(data_dir) else {
            return Ok(Self { store: None, memory: Memory::default() });
        };
        let store = TrustStore::new(folder);
        let read = store.read(now).map_err(|error| {
            let problem = notice_errors::memory(texts(), &error);
            Failure::CouldNotCheck(match error {
                TrustError::TooNew { .. } => texts().notice_memory_newer(&problem),
                _ => texts().notice_memory_unreadable(&problem),
            })
        })?;
        if let Some(aside) = read.set_aside {
            tell_always(&texts().notice_memory_set_aside(&aside.display().to_string()));
        }
        Ok(Self { store: Some(store), memory: read.memory })
    }

    fn keep(&self, outcome: &Outcome, now: Timestamp) {
        let (Some(store), Some(passed)) = (&self.store, &outcome.remember) else { return };
        let kept = store.change(now, |memory| memory.remember(passed));
        if let Err(error) = kept {
            tell_always(&texts().notice_memory_not_kept(&notice_errors::memory(texts(), &error)));
        }
    }
}

/// Reads a notice from wherever it is, verifies it and, with `keep`, remembers what passed.
pub(crate) fn find(source: &Source, data_dir: Option<PathBuf>, keep: bool) -> Result<Found, Failure> {
    let now = source.checking.now();
    let remembered = Remembered::read(data_dir, now)?;
    let found = find_with(source, &remembered.memory)?;
    found.tell_if_it_looks_like_another();
    if keep {
        remembered.keep(&found.outcome, now);
    }
    Ok(found)
}

/// The same with this memory; nothing is kept.
pub(crate) fn find_with(source: &Source, memory: &Memory) -> Result<Found, Failure> {
    let checking = &source.checking;
    let name = source.source.clone().unwrap_or_default();
    let now = checking.now();
    let link = link(&name, checking)?;
    let root = checking.root.as_deref().map(root).transpose()?;
    let is_link = name.starts_with("selfcheck:");
    let wanted = if is_link { link.as_ref().map(|link| link.url().to_owned()) } else { address(&name) };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let Some(url) = wanted else {
        let bytes = read_source(&name, MAX_NOTICE)?;
        let source = opening::Source { bytes, address: None, link, root };
        let outcome = if checking.online {
            runtime.block_on(source.verify_online(&fetcher()?, now, memory))
        } else {
            source.verify(Site::NotAsked, now, memory)
        };
        return Ok(found(name, source, outcome, memory));
    };
    let fetcher = fetcher()?;
    let (address, bytes) = fetch(&url, &fetcher, &runtime)?;
    let source = opening::Source { bytes, address: Some(address), link, root };
    let outcome = runtime.block_on(source.verify_online(&fetcher, now, memory));
    Ok(found(name, source, outcome, memory))
}

/// Asks an address for what it publishes.
fn fetch(
    url: &str,
    fetcher: &Fetcher,
    runtime: &tokio::runtime::Runtime,
) -> Result<(Address, Vec<u8>), Failure> {
    let address = Address::parse(url).map_err(|_| Failure::WrongUse(texts().notice_address_refused(url)))?;
    tell(&texts().notice_asking(address.host()));
    match runtime.block_on(fetcher.get(&address, None)) {
        Ok(Fetched::File { bytes, .. }) => Ok((address, bytes)),
        Ok(Fetched::NotModified) => Ok((address, Vec::new())),
        Err(error) => {
            Err(Failure::CouldNotCheck(notice_errors::not_fetched(texts(), address.host(), &error)))
        }
    }
}

/// The bytes of a notice at an address, as they are.
pub(crate) fn fetch_bytes(url: &str) -> Result<Vec<u8>, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    fetch(url, &fetcher()?, &runtime).map(|(_, bytes)| bytes)
}

fn found(name: String, source: opening::Source, outcome: Outcome, memory: &Memory) -> Found {
    let last_read = outcome.notice.as_ref().and_then(|notice| memory.last_read(&notice.id));
    let pinned = memory.pins.iter().map(|pin| pin.domain.clone()).collect();
    Found { name, outcome, source, last_read, pinned }
}

fn fetcher() -> Result<Fetcher, Failure> {
    Fetcher::new(USER_AGENT).map_err(|error| {
        Failure::CouldNotCheck(texts().notice_no_client(&notice_errors::fetch(texts(), &error)))
    })
}

/// Whatever looks like an address is one, so that `http:` is refused and not looked for as a file.
fn address(name: &str) -> Option<String> {
    name.contains("://").then(|| name.to_owned())
}

fn link(name: &str, checking: &Checking) -> Result<Option<Link>, Failure> {
    let read = |text: &str| {
        text.parse::<Link>().map_err(|error| {
            Failure::WrongUse(texts().notice_link_refused(&notice_errors::link(texts(), error)))
        })
    };
    match (&checking.link, name.starts_with("selfcheck:")) {
        (Some(text), false) => read(text).map(Some),
        (None, true) => read(name).map(Some),
        (Some(_), true) => Err(Failure::WrongUse(texts().notice_link_twice())),
        (None, false) => Ok(None),
    }
}

fn root(text: &str) -> Result<PublicKey, Failure> {
    if let Ok(key) = text.parse() {
        return Ok(key);
    }
    let bytes = read_source(text, MAX_KEY)?;
    PublicKey::from_file_text(&String::from_utf8_lossy(&bytes))
        .map_err(|NotAKey| Failure::WrongUse(texts().notice_not_a_key(text)))
}
