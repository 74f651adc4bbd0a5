//! Auditing an export of saved passwords: what this computer knows of them first, then, with consent, what a
//! range service knows.
//!
//! Not here: reading exports and finding reasons (crate `audit`), and how a list answers (crate `lists`).

pub mod compare;
mod file;
pub mod report;
pub mod wording;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::{Mutex, MutexGuard, PoisonError};

use ::audit::{Examination, Lookup};
use lists::{Answer, Count, RangeClient, RangeClientError, RangeUrl, Reason};
use password::{Digest, Prefix};
use rand::seq::SliceRandom as _;
use tokio_util::sync::CancellationToken;

pub use file::{AuditFileError, read_export, today};

use crate::check::ListFile;

/// Prefixes that are asked together. Between two batches what is known goes to the rows.
const BATCH: usize = 64;
/// Until one answer has come, few are asked together.
const FIRST_BATCH: usize = 8;
/// After so many prefixes in a row without any answer the service is left alone.
const PATIENCE: usize = 24;
/// Passwords that are looked up together on this computer.
const LOCAL_BATCH: usize = 4_096;

/// A range service that may be asked about many passwords.
pub struct Service {
    client: RangeClient,
    host: String,
}

impl Service {
    /// The service at `url`, which is told `user_agent`.
    ///
    /// # Errors
    /// When the HTTP client cannot be set up on this computer.
    pub fn new(url: RangeUrl, user_agent: &str) -> Result<Self, RangeClientError> {
        let host = url.host_label();
        Ok(Self { client: RangeClient::new(url, user_agent)?, host })
    }

    /// A service that is asked with limits of its own.
    ///
    /// # Errors
    /// When the HTTP client cannot be set up on this computer.
    pub fn with_limits(
        url: RangeUrl,
        user_agent: &str,
        limits: lists::Limits,
    ) -> Result<Self, RangeClientError> {
        let host = url.host_label();
        Ok(Self { client: RangeClient::with_limits(url, user_agent, limits)?, host })
    }

    /// Its host, as the receipt names it.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }
}

/// What left the computer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Receipt {
    /// Which host was asked, or tried; `None` where none was.
    pub host: Option<String>,
    /// Different prefixes.
    pub prefixes_sent: usize,
    /// Requests, refused ones and repetitions too.
    pub requests: u64,
    /// Of these, the ones for which no connection was made, so that nothing left the computer.
    pub unsent: u64,
}

/// How asking a service ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Each password that was left has its answer, be it that it could not be checked.
    All,
    /// It was stopped; what was not asked yet can be asked later.
    Stopped,
    /// Nothing that was asked for came, so the rest was not asked; each of them could not be checked.
    GaveUp(Reason),
}

/// What an audit comes to, by what is known now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Something asks for a change.
    ToChange,
    /// Nothing that was looked at asks for a change, but not everything could be read or looked up.
    NotAllChecked,
    /// No password could be looked at: no log-in was read, or none that was read has a password.
    NothingChecked,
    /// Everything was read and looked up, and nothing asks for a change.
    NothingFound,
}

/// An export that is being audited. Everything of it is in memory alone, and wiped at the end.
pub struct Audit {
    examination: Examination,
    /// Spellings of passwords that no list on this computer holds and that no service has answered about, each with
    /// what this computer knows of it.
    pending: Mutex<BTreeMap<u32, Lookup>>,
    receipt: Mutex<Receipt>,
    files: Vec<String>,
}

impl Audit {
    /// Asks the embedded list, then these files, about every password: all that can be learned without a request.
    /// `progress` hears how many of how many passwords are done, and says whether to go on.
    pub fn begin(
        examination: Examination,
        files: &[ListFile],
        progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    ) -> ControlFlow<(), Self> {
        let mut all: Vec<(Digest, u32)> = (0_u32..)
            .take(examination.spellings())
            .filter_map(|number| Some((examination.digest(number)?, number)))
            .collect();
        all.sort_unstable_by(|(one, _), (other, _)| one.expose_bytes().cmp(other.expose_bytes()));
        let (digests, numbers): (Vec<Digest>, Vec<u32>) = all.into_iter().unzip();
        let mut pending = BTreeMap::new();
        let (mut done, total) = (0, examination.spellings());
        for (digests, numbers) in digests.chunks(LOCAL_BATCH).zip(numbers.chunks(LOCAL_BATCH)) {
            let mut answers: Vec<Lookup> = digests
                .iter()
                .map(|digest| heard(Lookup::NotAsked, "embedded", &lists::embedded().lookup(digest)))
                .collect();
            for file in files {
                let label = file.label();
                for (lookup, answer) in answers.iter_mut().zip(file.lookup_many(digests)) {
                    *lookup = heard(std::mem::take(lookup), &label, &answer);
                }
            }
            let open = numbers
                .iter()
                .zip(&answers)
                .filter(|(number, lookup)| !is_found(lookup) && examination.may_be_asked_online(**number));
            pending.extend(open.map(|(number, lookup)| (*number, lookup.clone())));
            examination.answer(numbers.iter().copied().zip(answers));
            done += numbers.len();
            progress(done, total)?;
        }
        // One spelling that a list holds is enough.
        pending.retain(|spelling, _| !examination.is_known(*spelling));
        ControlFlow::Continue(Self {
            examination,
            pending: Mutex::new(pending),
            receipt: Mutex::new(Receipt::default()),
            files: files.iter().map(ListFile::label).collect(),
        })
    }

    /// The log-ins and what is known of them.
    #[must_use]
    pub fn examination(&self) -> &Examination {
        &self.examination
    }

    /// What it comes to. Both shells take their last word from here: a file in which something was lost, or nothing
    /// was understood, is never one in which nothing was found.
    #[must_use]
    pub fn ending(&self) -> Ending {
        let (examination, summary) = (&self.examination, self.examination.summary());
        if summary.to_change > 0 {
            return Ending::ToChange;
        }
        if summary.distinct_passwords == 0 {
            return Ending::NothingChecked;
        }
        let lost = examination.skipped().iter().any(|skipped| skipped.reason.may_be_a_login());
        if lost || summary.could_not_check > 0 { Ending::NotAllChecked } else { Ending::NothingFound }
    }

    /// Whether this list has been asked about this password and has answered. What waits for a service, or could not
    /// be said by it, has no answer of it.
    #[must_use]
    pub fn has_answered(&self, list: &str, password: u32) -> bool {
        if list == "embedded" || self.files.iter().any(|file| file == list) {
            return true;
        }
        let host = lock(&self.receipt).host.clone();
        let of_service = host.is_some_and(|host| list.strip_prefix("range:") == Some(&host));
        let pending = lock(&self.pending);
        of_service && !self.examination.spellings_of(password).any(|spelling| pending.contains_key(&spelling))
    }

    /// How many requests asking a service would take: one for each prefix, where nothing goes wrong.
    #[must_use]
    pub fn requests_needed(&self) -> usize {
        self.waiting().len()
    }

    /// What left the computer so far.
    #[must_use]
    pub fn receipt(&self) -> Receipt {
        lock(&self.receipt).clone()
    }

    /// Asks the service about every password that is left: each prefix once, in random order, a few at a time, and
    /// as many random prefixes again among them as `decoys` says for each. Each answer goes to its row as it comes.
    /// `progress` hears how many of how many prefixes are done.
    pub async fn ask(
        &self,
        service: &Service,
        decoys: usize,
        progress: &(dyn Fn(usize, usize) + Send + Sync),
        cancel: &CancellationToken,
    ) -> Asked {
        let mut waiting: Vec<(Prefix, Vec<(u32, Digest)>)> = self.waiting().into_iter().collect();
        let wanted = waiting.len().saturating_mul(decoys);
        waiting.extend((0..wanted).map(|_| {
            let decoy = Digest::from_bytes(rand::random());
            (decoy.prefix(), vec![(DECOY, decoy)])
        }));
        waiting.shuffle(&mut rand::rng());
        let total = waiting.len();
        let (mut done, mut in_vain) = (0, 0);
        progress(0, total);
        while !waiting.is_empty() {
            let size = if done > in_vain { BATCH } else { FIRST_BATCH };
            let batch = waiting.split_off(waiting.len().saturating_sub(size));
            let prefixes = batch.len();
            let (numbers, digests): (Vec<u32>, Vec<Digest>) =
                batch.into_iter().flat_map(|(_, passwords)| passwords).unzip();
            let before = done;
            let results = service
                .client
                .lookup_many(&digests, |finished, _| progress(before + finished, total), cancel)
                .await;
            done += prefixes;
            self.count(service, &results);
            if cancel.is_cancelled() {
                self.take(service, &numbers, &results, true);
                return Asked::Stopped;
            }
            self.take(service, &numbers, &results, false);
            let failed = |result: &lists::RangeResult| match result.answer {
                Answer::CouldNotCheck(reason) => Some(reason),
                _ => None,
            };
            let came = results.iter().any(|result| failed(result).is_none());
            in_vain = if came { 0 } else { in_vain + prefixes };
            if let (false, Some(reason)) = (came, results.iter().find_map(failed)) {
                let nobody_there = matches!(reason, Reason::Unreachable | Reason::TimedOut);
                if nobody_there || in_vain >= PATIENCE || waiting.is_empty() {
                    self.give_up(waiting, reason);
                    return Asked::GaveUp(reason);
                }
            }
        }
        Asked::All
    }

    /// Passwords that are to be asked about, by prefix.
    fn waiting(&self) -> BTreeMap<Prefix, Vec<(u32, Digest)>> {
        let pending = lock(&self.pending);
        let mut waiting: BTreeMap<Prefix, Vec<(u32, Digest)>> = BTreeMap::new();
        for number in pending.keys() {
            if let Some(digest) = self.examination.digest(*number) {
                waiting.entry(digest.prefix()).or_default().push((*number, digest));
            }
        }
        waiting
    }

    fn count(&self, service: &Service, results: &[lists::RangeResult]) {
        let mut receipt = lock(&self.receipt);
        for result in results.iter().filter(|result| result.requests > 0) {
            receipt.host = Some(service.host.clone());
            receipt.prefixes_sent += usize::from(result.requests > result.unsent);
            receipt.requests += u64::from(result.requests);
            receipt.unsent += u64::from(result.unsent);
        }
    }

    /// Hands answers to the rows. What the service could not say stays to be asked again; where it was stopped, what
    /// did not come is as if it had not been asked.
    fn take(&self, service: &Service, numbers: &[u32], results: &[lists::RangeResult], stopped: bool) {
        let label = format!("range:{}", service.host);
        let mut pending = lock(&self.pending);
        let mut came = Vec::with_capacity(numbers.len());
        for (number, result) in numbers.iter().zip(results) {
            let Some(known) = pending.get(number) else { continue };
            if stopped && result.answer == Answer::CouldNotCheck(Reason::Cancelled) {
                continue;
            }
            came.push((*number, heard(known.clone(), &label, &result.answer)));
            if !matches!(result.answer, Answer::CouldNotCheck(_)) {
                pending.remove(number);
            }
        }
        self.examination.answer(came);
    }

    fn give_up(&self, rest: Vec<(Prefix, Vec<(u32, Digest)>)>, reason: Reason) {
        let answers = rest
            .into_iter()
            .flat_map(|(_, passwords)| passwords)
            .filter(|(number, _)| *number != DECOY)
            .map(|(number, _)| (number, Lookup::CouldNotCheck { reason: reason.code() }));
        self.examination.answer(answers);
    }
}

/// A number that no password has.
const DECOY: u32 = u32::MAX;

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn is_found(lookup: &Lookup) -> bool {
    matches!(lookup, Lookup::Found { .. })
}

/// What is known once one more list has answered: a hit outweighs a failure, a failure outweighs "not on this list".
fn heard(known: Lookup, list: &str, answer: &Answer) -> Lookup {
    match (known, answer) {
        (known @ Lookup::Found { .. }, _)
        | (known @ Lookup::CouldNotCheck { .. }, Answer::NotOnThisList)
        | (known, Answer::NotAsked) => known,
        (_, Answer::Found { count, .. }) => Lookup::Found {
            list: list.to_owned(),
            count: match count {
                Count::Exact(count) | Count::AtLeast(count) => Some(*count),
                Count::Unknown => None,
            },
            at_least: matches!(count, Count::AtLeast(_)),
        },
        (_, Answer::CouldNotCheck(reason)) => Lookup::CouldNotCheck { reason: reason.code() },
        (_, Answer::NotOnThisList) => Lookup::NotOnThisList,
    }
}
