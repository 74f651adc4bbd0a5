//! Fetches what the journal lacks: many at once, fewer while the service has trouble, failed ones again at the end.

use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::path::Path;
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use password::Prefix;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use super::journal::{Content, Journal, Record};
use super::tags::Tags;
use super::{DownloadError, DownloadOptions, DownloadProgress};
use crate::build::{aside, folder_of, stand_at};
use crate::disk::CountClass;
use crate::range::{Ask, Range, Reply};
use crate::{RangeClient, Reason, embedded};

/// Ranges from all over the list are fetched first, to know how much room all of them need.
const PROBES: u32 = 64;
/// How often everything that failed is tried again at the end.
const ROUNDS: u32 = 3;
/// Failures one after another, without one success, after which the service is taken to be gone.
const HOPELESS: u32 = 40;
/// Requests at the same time in the beginning.
const FIRST: usize = 8;

/// How many requests may be under way: one more after as many successes, half after trouble.
struct Pace {
    at_once: usize,
    most: usize,
    successes: usize,
}

impl Pace {
    fn good(&mut self) {
        self.successes += 1;
        if self.successes >= self.at_once {
            self.successes = 0;
            self.at_once = (self.at_once + 1).min(self.most);
        }
    }

    fn bad(&mut self) {
        self.successes = 0;
        self.at_once = (self.at_once / 2).max(1);
    }
}

pub(super) async fn all(
    client: &RangeClient,
    journal: &mut Journal,
    tags: Option<&Tags>,
    options: &DownloadOptions,
    progress: &mut impl FnMut(DownloadProgress),
    cancel: &CancellationToken,
) -> Result<(), DownloadError> {
    let before = journal.done();
    let most = options.jobs.max(1);
    let mut pace = Pace { at_once: FIRST.min(most), most, successes: 0 };
    let mut missing: BTreeMap<Prefix, Reason> = BTreeMap::new();
    for round in 0..=ROUNDS {
        let mut waiting: VecDeque<Prefix> =
            if round == 0 { wanted(journal, options.ranges) } else { missing.keys().copied().collect() };
        let mut under_way = FuturesUnordered::new();
        let (mut failures, mut measured) = (0_u32, round > 0 || before >= PROBES);
        let mut last = Reason::Unreachable;
        loop {
            while under_way.len() < pace.at_once && failures < HOPELESS {
                // Nothing more is begun before it is known that all of it fits.
                if !measured && under_way.len() + journal.done() as usize >= PROBES as usize {
                    break;
                }
                let Some(prefix) = waiting.pop_front() else { break };
                let tag = tags.and_then(|tags| tags.get(prefix.value()));
                under_way.push(async move {
                    (prefix, one(client, prefix, tag, options.keep_ranges.as_deref()).await)
                });
            }
            let next = tokio::select! {
                biased;
                () = cancel.cancelled() => return Err(DownloadError::Cancelled),
                next = under_way.next() => next,
            };
            let Some((prefix, outcome)) = next else {
                if failures >= HOPELESS {
                    for prefix in waiting.drain(..) {
                        missing.entry(prefix).or_insert(last);
                    }
                }
                if waiting.is_empty() {
                    break;
                }
                // All probes have come.
                check_room(journal, options)?;
                measured = true;
                continue;
            };
            match outcome {
                Ok(record) => {
                    journal.add(&record)?;
                    missing.remove(&prefix);
                    failures = 0;
                    pace.good();
                }
                Err(Fault::Keeping(error)) => return Err(error),
                Err(Fault::Service(reason)) => {
                    missing.insert(prefix, reason);
                    last = reason;
                    failures += 1;
                    pace.bad();
                    if let Some(seconds) = reason.retry_after_seconds() {
                        rest(seconds, cancel).await?;
                    }
                }
            }
            progress(DownloadProgress::Fetching {
                done: journal.done(),
                total: options.ranges,
                before,
                failed: u32::try_from(missing.len()).unwrap_or(u32::MAX),
                at_once: pace.at_once,
            });
        }
        if missing.is_empty() {
            return Ok(());
        }
        if failures >= HOPELESS {
            break;
        }
    }
    Err(DownloadError::Missing { ranges: missing.into_iter().collect() })
}

/// The service asks to be left alone; what waits longer than a minute is for the user to decide.
async fn rest(seconds: u64, cancel: &CancellationToken) -> Result<(), DownloadError> {
    tokio::select! {
        () = cancel.cancelled() => Err(DownloadError::Cancelled),
        () = sleep(Duration::from_secs(seconds.min(60))) => Ok(()),
    }
}

/// What is not complete yet: some from all over the list, then in order, so that the journal is nearly in order.
fn wanted(journal: &Journal, ranges: u32) -> VecDeque<Prefix> {
    let step = (ranges / PROBES).max(1);
    let probes = (0..ranges).step_by(step as usize);
    let others = (0..ranges).filter(|number| !number.is_multiple_of(step));
    probes.chain(others).filter_map(Prefix::new).filter(|prefix| !journal.has(*prefix)).collect()
}

/// Whether all of it will fit on the disk.
fn check_room(journal: &Journal, options: &DownloadOptions) -> Result<(), DownloadError> {
    let path = journal.folder();
    let free =
        fs4::available_space(path).map_err(|source| DownloadError::Io { path: path.to_owned(), source })?;
    let (done, all) = (u64::from(journal.done().max(1)), u64::from(options.ranges));
    // An entry has seven bytes in the journal and less than five in the list.
    let whole = journal.bytes() * all / done;
    let needed = whole.saturating_sub(journal.bytes()) + whole * 5 / 7;
    if needed > free {
        return Err(DownloadError::NoRoom { needed, free });
    }
    Ok(())
}

enum Fault {
    Service(Reason),
    Keeping(DownloadError),
}

async fn one(
    client: &RangeClient,
    prefix: Prefix,
    tag: Option<&str>,
    keep: Option<&Path>,
) -> Result<Record, Fault> {
    // Nothing is hidden by padding here: every range is asked for.
    match client.reply(Ask { prefix, padding: false, tag }).await.map_err(Fault::Service)? {
        Reply::NotModified => {
            Ok(Record { prefix, tag: tag.map(str::to_owned), content: Content::NotModified })
        }
        Reply::Range { text, tag } => {
            let range = Range::read(&text).map_err(Fault::Service)?;
            let expected: Vec<u32> = embedded().expected_suffix_starts(prefix).collect();
            if !range.is_reliable(&expected) {
                return Err(Fault::Service(Reason::Unreliable));
            }
            if let Some(folder) = keep {
                save(folder, prefix, &text).map_err(Fault::Keeping)?;
            }
            let entries = range.entries().into_iter().map(|(suffix, count)| (suffix, CountClass::of(count)));
            Ok(Record { prefix, tag, content: Content::Entries(entries.collect()) })
        }
    }
}

fn save(folder: &Path, prefix: Prefix, text: &[u8]) -> Result<(), DownloadError> {
    let path = folder.join(prefix.to_string());
    let written = aside(folder_of(&path)).and_then(|part| {
        fs::write(part.path(), text)?;
        stand_at(part, &path)
    });
    written.map_err(|source| DownloadError::Io { path, source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trouble_halves_the_pace_and_success_raises_it_slowly_again() {
        let mut pace = Pace { at_once: 8, most: 10, successes: 0 };
        pace.bad();
        assert_eq!(pace.at_once, 4);
        (0..4).for_each(|_| pace.good());
        assert_eq!(pace.at_once, 5);
        (0..1_000).for_each(|_| pace.good());
        assert_eq!(pace.at_once, 10);
        (0..10).for_each(|_| pace.bad());
        assert_eq!(pace.at_once, 1);
    }
}
