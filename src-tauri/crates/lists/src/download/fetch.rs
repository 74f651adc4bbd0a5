//! Fetches what the journal lacks: many at once, fewer while the service has trouble, failed ones again at the end.

use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::path::Path;
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use password::Prefix;
use tokio::time::{Instant, sleep_until};
use tokio_util::sync::CancellationToken;

use super::journal::{Content, Journal, Record};
use super::tags::Tags;
use super::{DownloadError, DownloadOptions, DownloadProgress};
use crate::disk::CountClass;
use crate::range::{Ask, Range, Reply};
use crate::{RangeClient, Reason, embedded};

/// Ranges from all over the list are fetched first, to know how much room all of them need.
const PROBES: u32 = 64;
/// How often everything that failed is tried again at the end.
const ROUNDS: u32 = 3;
/// Failures one after another, without one success, after which the service is taken to be gone.
const HOPELESS: u32 = 40;
/// So often a service that did answer before gets time to come back, each time twice as long.
const PAUSES: u32 = 5;
/// Seconds for which a service is left alone when it asks for that.
const LONGEST_QUIET: u64 = 60;
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

/// What has to be fetched, and where it goes.
pub(super) struct Fetch<'a> {
    pub(super) client: &'a RangeClient,
    pub(super) tags: Option<&'a Tags>,
    pub(super) options: &'a DownloadOptions,
    /// Bytes of the list that is updated.
    pub(super) old_bytes: u64,
}

impl Fetch<'_> {
    /// Fetches everything that the journal lacks.
    pub(super) async fn all(
        &self,
        journal: &mut Journal,
        progress: &mut impl FnMut(DownloadProgress),
        cancel: &CancellationToken,
    ) -> Result<(), DownloadError> {
        let mut run = Run::new(journal.done(), self.options.jobs);
        if run.before >= PROBES {
            self.check_room(journal)?;
        }
        for round in 0..=ROUNDS {
            let waiting =
                if round == 0 { self.wanted(journal) } else { run.missing.keys().copied().collect() };
            self.round(waiting, journal, &mut run, progress, cancel).await?;
            if run.missing.is_empty() {
                return Ok(());
            }
            if run.hopeless {
                break;
            }
        }
        Err(DownloadError::Missing { ranges: run.missing.into_iter().collect() })
    }

    /// Asks for each of these once. What fails stays in `run.missing`.
    async fn round(
        &self,
        mut waiting: VecDeque<Prefix>,
        journal: &mut Journal,
        run: &mut Run,
        progress: &mut impl FnMut(DownloadProgress),
        cancel: &CancellationToken,
    ) -> Result<(), DownloadError> {
        let mut under_way = FuturesUnordered::new();
        loop {
            while under_way.len() < run.pace.at_once && run.may_ask() {
                // Nothing more is begun before it is known that all of it fits.
                if !run.measured && under_way.len() + journal.done() as usize >= PROBES as usize {
                    break;
                }
                let Some(prefix) = waiting.pop_front() else { break };
                under_way.push(async move { (prefix, self.one(prefix).await) });
            }
            let quiet = !run.hopeless && !run.may_ask();
            let next = tokio::select! {
                biased;
                () = cancel.cancelled() => return Err(DownloadError::Cancelled),
                next = under_way.next(), if !(quiet && under_way.is_empty()) => next,
                () = sleep_until(run.quiet_until), if quiet => continue,
            };
            let Some((prefix, outcome)) = next else {
                if run.hopeless {
                    for prefix in waiting.drain(..) {
                        run.missing.entry(prefix).or_insert(run.last);
                    }
                }
                if waiting.is_empty() {
                    return Ok(());
                }
                // All probes have come.
                self.check_room(journal)?;
                run.measured = true;
                continue;
            };
            match outcome {
                Ok(record) => {
                    journal.add(&record)?;
                    run.good(prefix);
                }
                Err(Fault::Keeping(error)) => return Err(error),
                Err(Fault::Service(reason)) => run.bad(prefix, reason, self.client.pause()),
            }
            progress(DownloadProgress::Fetching {
                done: journal.done(),
                total: self.options.ranges,
                before: run.before,
                failed: u32::try_from(run.missing.len()).unwrap_or(u32::MAX),
                at_once: run.pace.at_once,
                list_bytes: self.list_bytes(journal),
            });
        }
    }

    /// What is not complete yet: some from all over the list, then in order, so that the journal is nearly in order.
    fn wanted(&self, journal: &Journal) -> VecDeque<Prefix> {
        let ranges = self.options.ranges;
        let step = (ranges / PROBES).max(1);
        let probes = (0..ranges).step_by(step as usize);
        let others = (0..ranges).filter(|number| !number.is_multiple_of(step));
        let complete = |prefix: &Prefix| journal.has(*prefix) && self.is_kept(*prefix);
        probes.chain(others).filter_map(Prefix::new).filter(|prefix| !complete(prefix)).collect()
    }

    /// Whether its text is where it should be kept, if anywhere.
    fn is_kept(&self, prefix: Prefix) -> bool {
        self.options.keep_ranges.as_ref().is_none_or(|folder| folder.join(prefix.to_string()).is_file())
    }

    /// About how long the finished list will be.
    fn list_bytes(&self, journal: &Journal) -> u64 {
        let (done, all) = (u64::from(journal.done().max(1)), u64::from(self.options.ranges));
        let whole = journal.bytes().saturating_mul(all) / done;
        // An entry has seven bytes in the journal and less than five in the list.
        (whole / 7).saturating_mul(5).max(self.old_bytes)
    }

    /// Whether all of it will fit on the disk.
    fn check_room(&self, journal: &Journal) -> Result<(), DownloadError> {
        let free_at = |path: &Path| {
            fs4::available_space(path).map_err(|source| DownloadError::Io { path: path.to_owned(), source })
        };
        let (done, all) = (u64::from(journal.done().max(1)), u64::from(self.options.ranges));
        let whole = journal.bytes().saturating_mul(all) / done;
        let to_come = ToCome {
            beside: whole.saturating_sub(journal.bytes()).saturating_add(self.list_bytes(journal)),
            // A row has about 40 bytes, and a file half a block that is not used.
            texts: (whole / 7).saturating_mul(40).saturating_add(all * 2_048) / all * (all - done.min(all)),
        };
        let kept_at = self.options.keep_ranges.as_deref().map(free_at).transpose()?;
        fits(&to_come, free_at(journal.folder())?, kept_at)
    }

    async fn one(&self, prefix: Prefix) -> Result<Record, Fault> {
        // Without its text an answer "not modified" would be of no use to whoever keeps the texts.
        let tag = self.tags.filter(|_| self.is_kept(prefix)).and_then(|tags| tags.get(prefix.value()));
        // Nothing is hidden by padding here: every range is asked for.
        match self.client.reply(Ask { prefix, padding: false, tag }).await.map_err(Fault::Service)? {
            Reply::NotModified => {
                Ok(Record { prefix, tag: tag.map(str::to_owned), content: Content::NotModified })
            }
            Reply::Range { text, tag } => {
                let range = Range::read(&text).map_err(Fault::Service)?;
                let expected: Vec<u32> = embedded().expected_suffix_starts(prefix).collect();
                if !range.is_reliable(&expected) {
                    return Err(Fault::Service(Reason::Unreliable));
                }
                if let Some(folder) = &self.options.keep_ranges {
                    save(folder, prefix, &text).map_err(Fault::Keeping)?;
                }
                let entries =
                    range.entries().into_iter().map(|(suffix, count)| (suffix, CountClass::of(count)));
                Ok(Record { prefix, tag, content: Content::Entries(entries.collect()) })
            }
        }
    }
}

/// How a run goes: what failed, how fast it may ask, and whether it should ask at all.
struct Run {
    /// Complete before it.
    before: u32,
    pace: Pace,
    missing: BTreeMap<Prefix, Reason>,
    /// Whether it is known that all of it fits.
    measured: bool,
    /// Whether anything came at all.
    any_good: bool,
    /// Failures since the last success.
    failures: u32,
    /// Pauses since the last success.
    pauses: u32,
    last: Reason,
    quiet_until: Instant,
    hopeless: bool,
}

impl Run {
    fn new(before: u32, jobs: usize) -> Self {
        let most = jobs.max(1);
        Self {
            before,
            pace: Pace { at_once: FIRST.min(most), most, successes: 0 },
            missing: BTreeMap::new(),
            measured: before >= PROBES,
            any_good: false,
            failures: 0,
            pauses: 0,
            last: Reason::Unreachable,
            quiet_until: Instant::now(),
            hopeless: false,
        }
    }

    fn may_ask(&self) -> bool {
        !self.hopeless && Instant::now() >= self.quiet_until
    }

    fn good(&mut self, prefix: Prefix) {
        self.missing.remove(&prefix);
        (self.any_good, self.failures, self.pauses) = (true, 0, 0);
        self.pace.good();
    }

    fn bad(&mut self, prefix: Prefix, reason: Reason, pause: Duration) {
        self.missing.insert(prefix, reason);
        self.last = reason;
        self.failures += 1;
        self.pace.bad();
        if let Some(seconds) = reason.retry_after_seconds() {
            // What waits longer is for the person to decide.
            self.hopeless |= seconds > LONGEST_QUIET;
            self.be_quiet(Duration::from_secs(seconds.min(LONGEST_QUIET)));
        }
        if self.failures < HOPELESS {
            return;
        }
        // A network that was there and is gone for a while may come back; a service that never answered will not.
        let passing = matches!(
            reason,
            Reason::Unreachable | Reason::Interrupted | Reason::TimedOut | Reason::ServerError { .. }
        );
        if !(passing && self.any_good && self.pauses < PAUSES) {
            self.hopeless = true;
        } else if self.may_ask() {
            self.be_quiet(pause * 10 * (1 << self.pauses));
            self.pauses += 1;
        }
        // Otherwise it is one that was under way when the pause began.
    }

    fn be_quiet(&mut self, time: Duration) {
        self.quiet_until = self.quiet_until.max(Instant::now() + time);
    }
}

enum Fault {
    Service(Reason),
    Keeping(DownloadError),
}

/// Bytes that are still to be written.
struct ToCome {
    /// Beside the list: the rest of the journal, and the list itself.
    beside: u64,
    /// Where the texts of ranges are kept.
    texts: u64,
}

/// Whether that much is free beside the list and, if texts are kept, where they are. Two places with the same number
/// of free bytes are one disk.
fn fits(to_come: &ToCome, here: u64, there: Option<u64>) -> Result<(), DownloadError> {
    let mut needed = to_come.beside;
    match there {
        Some(free) if free == here => needed = needed.saturating_add(to_come.texts),
        Some(free) if to_come.texts > free => {
            return Err(DownloadError::NoRoom { needed: to_come.texts, free });
        }
        _ => {}
    }
    if needed > here {
        return Err(DownloadError::NoRoom { needed, free: here });
    }
    Ok(())
}

/// Whole or not at all. Not synced: a million files would take hours, and what a loss of power takes is fetched
/// again, because a text that is not there is not complete.
fn save(folder: &Path, prefix: Prefix, text: &[u8]) -> Result<(), DownloadError> {
    let path = folder.join(prefix.to_string());
    let part = folder.join(format!(".{prefix}.part"));
    let written = fs::write(&part, text).and_then(|()| fs::rename(&part, &path));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written.map_err(|source| DownloadError::Io { path, source })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prefix(number: u32) -> Prefix {
        Prefix::new(number).unwrap()
    }

    #[test]
    fn a_service_that_goes_away_for_a_while_is_waited_for_and_one_that_never_answered_is_not() {
        let pause = Duration::from_millis(500);
        let mut never = Run::new(0, 8);
        (0..HOPELESS).for_each(|number| never.bad(prefix(number), Reason::Unreachable, pause));
        assert!(never.hopeless);
        let mut gone = Run::new(0, 8);
        gone.good(prefix(0));
        (1..=HOPELESS).for_each(|number| gone.bad(prefix(number), Reason::Unreachable, pause));
        assert!(!gone.hopeless && !gone.may_ask());
        gone.good(prefix(1));
        assert_eq!((gone.failures, gone.pauses), (0, 0));
    }

    #[test]
    fn a_service_that_asks_for_an_hour_gets_it_from_the_person_and_not_from_us() {
        let mut run = Run::new(0, 8);
        run.bad(prefix(0), Reason::RateLimited { retry_after_seconds: Some(2) }, Duration::ZERO);
        assert!(!run.hopeless && !run.may_ask());
        run.bad(prefix(1), Reason::RateLimited { retry_after_seconds: Some(3_600) }, Duration::ZERO);
        assert!(run.hopeless);
    }

    #[test]
    fn a_disk_that_is_too_small_is_said_with_what_is_needed_and_what_is_free() {
        let to_come = ToCome { beside: 700, texts: 4_000 };
        let short = |here, there| match fits(&to_come, here, there) {
            Err(DownloadError::NoRoom { needed, free }) => Some((needed, free)),
            _ => None,
        };
        assert_eq!(short(700, None), None);
        assert_eq!(short(699, None), Some((700, 699)));
        // On the same disk both must fit, on another one each by itself.
        assert_eq!(short(4_699, Some(4_699)), Some((4_700, 4_699)));
        assert_eq!(short(4_700, Some(4_700)), None);
        assert_eq!(short(700, Some(4_000)), None);
        assert_eq!(short(700, Some(3_999)), Some((4_000, 3_999)));
        assert_eq!(short(699, Some(4_000)), Some((700, 699)));
    }

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
