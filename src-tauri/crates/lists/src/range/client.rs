//! Asking a range service: time limits, retries, caps, cancelling.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use futures_util::StreamExt as _;
use futures_util::stream;
use password::{Digest, Prefix};
use rand::RngExt as _;
use rand::seq::SliceRandom as _;
use reqwest::header::{ETAG, HeaderName, HeaderValue, IF_NONE_MATCH, RETRY_AFTER};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};
use tokio::time::{Instant, sleep, timeout_at};
use tokio_util::sync::CancellationToken;

use super::address::RangeUrl;
use super::body::Range;
use crate::{Answer, Reason, embedded};

/// How long and how much a client puts up with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// For a connection.
    pub connect: Duration,
    /// For one request, from its start to its last byte.
    pub request: Duration,
    /// For one password, with all its retries; for many, for each prefix from its first request.
    pub check: Duration,
    /// Before the first retry; each next pause is twice as long. Up to half of it is added at random.
    pub pause: Duration,
    /// Attempts for one prefix.
    pub attempts: u32,
    /// Bytes of an answer after decompression. The public service's ranges are below 100 KiB.
    pub bytes: usize,
    /// Requests at the same time.
    pub at_once: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            request: Duration::from_secs(15),
            check: Duration::from_secs(45),
            pause: Duration::from_millis(500),
            attempts: 4,
            bytes: 1 << 20,
            at_once: 8,
        }
    }
}

/// Why a client could not be set up: no root certificates, or a user agent that is no header.
#[derive(Debug, thiserror::Error)]
#[error("no HTTP client can be set up on this computer")]
pub struct RangeClientError(#[source] reqwest::Error);

/// What became of one password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RangeResult {
    /// What the service said.
    pub answer: Answer,
    /// Requests that were made for it, refused ones too; 0 where another password's range served.
    pub requests: u32,
    /// Of these, the ones for which no connection was made, so that nothing left the computer.
    pub unsent: u32,
}

/// The requests for one range.
#[derive(Default)]
struct Made {
    requests: AtomicU32,
    unsent: AtomicU32,
}

impl Made {
    fn result(self, answer: Answer) -> RangeResult {
        RangeResult { answer, requests: self.requests.into_inner(), unsent: self.unsent.into_inner() }
    }
}

/// What is asked for beside the prefix.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ask<'a> {
    pub(crate) prefix: Prefix,
    /// Rows that carry nothing, so that the size of the answer says nothing.
    pub(crate) padding: bool,
    /// The tag of the answer that is already here.
    pub(crate) tag: Option<&'a str>,
}

/// What a service answered.
pub(crate) enum Reply {
    /// A range, and the tag under which it can be asked for again.
    Range { text: Vec<u8>, tag: Option<String> },
    /// The one with the tag that was given.
    NotModified,
}

/// Longest tag that is kept.
const MAX_TAG: usize = 200;

/// Asks one range service. Answers are not kept; until when the service wants to be left alone is.
pub struct RangeClient {
    url: RangeUrl,
    client: Client,
    limits: Limits,
    /// The service said by `retry-after` that it is not to be asked before this.
    quiet_until: Mutex<Option<Instant>>,
}

impl RangeClient {
    /// A client that names itself `user_agent`, with the usual limits.
    ///
    /// # Errors
    /// When no HTTP client can be set up.
    pub fn new(url: RangeUrl, user_agent: &str) -> Result<Self, RangeClientError> {
        Self::with_limits(url, user_agent, Limits::default())
    }

    /// A client with limits of its own.
    ///
    /// # Errors
    /// When no HTTP client can be set up.
    pub fn with_limits(url: RangeUrl, user_agent: &str, limits: Limits) -> Result<Self, RangeClientError> {
        let mut client = Client::builder()
            .user_agent(user_agent)
            .redirect(Policy::none())
            .referer(false)
            .connect_timeout(limits.connect)
            .https_only(!url.is_loopback());
        if url.is_loopback() {
            // A proxy would be another computer.
            client = client.no_proxy();
        }
        let client = client.build().map_err(RangeClientError)?;
        Ok(Self { client, url, limits, quiet_until: Mutex::default() })
    }

    /// Looks up one digest. Only its prefix leaves the computer.
    pub async fn lookup(&self, digest: &Digest, cancel: &CancellationToken) -> RangeResult {
        let (range, made) = self.fetch(digest.prefix(), cancel).await;
        made.result(judge(&range, digest))
    }

    /// Looks up one password by the digests of its spellings, in their order and until one is found, all within the time
    /// of one check. One result for each that was asked about.
    pub async fn lookup_spellings(&self, digests: &[Digest], cancel: &CancellationToken) -> Vec<RangeResult> {
        let end = Instant::now() + self.limits.check;
        let mut results = Vec::with_capacity(digests.len());
        for digest in digests {
            if Instant::now() >= end {
                let answer = Answer::CouldNotCheck(Reason::TimedOut);
                results.push(Made::default().result(answer));
                continue;
            }
            let (range, made) = self.fetch_until(end, digest.prefix(), cancel).await;
            let answer = judge(&range, digest);
            let over = matches!(answer, Answer::Found { .. } | Answer::CouldNotCheck(Reason::Cancelled));
            results.push(made.result(answer));
            if over {
                break;
            }
        }
        results
    }

    /// Looks up many: each prefix once, in random order, some at the same time. Each has its own answer, in the
    /// order given. `progress` hears how many of how many prefixes are done.
    pub async fn lookup_many(
        &self,
        digests: &[Digest],
        mut progress: impl FnMut(usize, usize),
        cancel: &CancellationToken,
    ) -> Vec<RangeResult> {
        let mut wanted: BTreeMap<Prefix, Vec<usize>> = BTreeMap::new();
        for (index, digest) in digests.iter().enumerate() {
            wanted.entry(digest.prefix()).or_default().push(index);
        }
        let mut order: Vec<Prefix> = wanted.keys().copied().collect();
        order.shuffle(&mut rand::rng());
        let total = order.len();
        let mut ranges = stream::iter(order)
            .map(|prefix| async move { (prefix, self.fetch(prefix, cancel).await) })
            .buffer_unordered(self.limits.at_once.max(1));
        let none = Made::default().result(Answer::NotAsked);
        let mut results = vec![none; digests.len()];
        let mut done = 0;
        while let Some((prefix, (range, made))) = ranges.next().await {
            // The requests count for the first of those that they served.
            let mut made = Some(made);
            for index in wanted.get(&prefix).into_iter().flatten() {
                if let (Some(result), Some(digest)) = (results.get_mut(*index), digests.get(*index)) {
                    *result = made.take().unwrap_or_default().result(judge(&range, digest));
                }
            }
            done += 1;
            progress(done, total);
        }
        results
    }

    /// One range, with retries, within the time of a check. Also the requests that were made.
    async fn fetch(&self, prefix: Prefix, cancel: &CancellationToken) -> (Result<Range, Reason>, Made) {
        self.fetch_until(Instant::now() + self.limits.check, prefix, cancel).await
    }

    async fn fetch_until(
        &self,
        end: Instant,
        prefix: Prefix,
        cancel: &CancellationToken,
    ) -> (Result<Range, Reason>, Made) {
        let made = Made::default();
        let ask = Ask { prefix, padding: true, tag: None };
        let outcome = tokio::select! {
            biased;
            () = cancel.cancelled() => Err(Reason::Cancelled),
            outcome = timeout_at(end, self.retry(ask, end, &made)) => outcome.unwrap_or(Err(Reason::TimedOut)),
        };
        let range = outcome.and_then(|reply| match reply {
            Reply::Range { text, .. } => Range::read(&text),
            // Nobody asked for that.
            Reply::NotModified => Err(Reason::UnexpectedStatus { status: 304 }),
        });
        (range, made)
    }

    /// One range as it comes, with retries, within the time of a check.
    pub(crate) async fn reply(&self, ask: Ask<'_>) -> Result<Reply, Reason> {
        let end = Instant::now() + self.limits.check;
        timeout_at(end, self.retry(ask, end, &Made::default())).await.unwrap_or(Err(Reason::TimedOut))
    }

    /// Before the first retry.
    pub(crate) fn pause(&self) -> Duration {
        self.limits.pause
    }

    /// The address that is asked.
    pub(crate) fn url(&self) -> &RangeUrl {
        &self.url
    }

    async fn retry(&self, ask: Ask<'_>, end: Instant, made: &Made) -> Result<Reply, Reason> {
        let mut pause = self.limits.pause;
        loop {
            if let Some(quiet) = self.quiet_for() {
                // Waiting beyond the end would only say "time is up" instead of the true reason.
                if Instant::now().checked_add(quiet).is_none_or(|then| then >= end) {
                    return Err(Reason::RateLimited { retry_after_seconds: Some(whole_seconds(quiet)) });
                }
                sleep(quiet).await;
            }
            let tries = made.requests.fetch_add(1, Ordering::Relaxed) + 1;
            let last = Instant::now() + self.limits.request;
            let reason = match timeout_at(last.min(end), self.attempt(ask, made)).await {
                Ok(Ok(reply)) => return Ok(reply),
                Ok(Err(reason)) => reason,
                Err(_) => Reason::TimedOut,
            };
            let again = matches!(
                reason,
                Reason::RateLimited { .. }
                    | Reason::ServerError { .. }
                    | Reason::Unreachable
                    | Reason::Interrupted
                    | Reason::TimedOut
            );
            if !again || tries >= self.limits.attempts {
                return Err(reason);
            }
            let jitter = rand::rng().random_range(0.0..0.5);
            let own = pause.mul_f64(1.0 + jitter);
            // A service that says "now" is not asked faster than one that says nothing.
            let wait =
                reason.retry_after_seconds().map_or(own, |seconds| own.max(Duration::from_secs(seconds)));
            // Waiting beyond the end would only say "time is up" instead of the true reason.
            if Instant::now().checked_add(wait).is_none_or(|then| then >= end) {
                return Err(reason);
            }
            sleep(wait).await;
            pause *= 2;
        }
    }

    /// How long the service still wants to be left alone.
    fn quiet_for(&self) -> Option<Duration> {
        let until = *self.quiet_until.lock().unwrap_or_else(PoisonError::into_inner);
        until?.checked_duration_since(Instant::now()).filter(|left| !left.is_zero())
    }

    /// Remembers for the life of this client that the service wants to be left alone for so many seconds.
    fn be_quiet(&self, seconds: u64) {
        // Beyond what a clock can count there is no difference to a year.
        let until = Instant::now().checked_add(Duration::from_secs(seconds.min(MOST_QUIET)));
        let mut quiet = self.quiet_until.lock().unwrap_or_else(PoisonError::into_inner);
        *quiet = (*quiet).max(until);
    }

    async fn attempt(&self, ask: Ask<'_>, made: &Made) -> Result<Reply, Reason> {
        const ADD_PADDING: HeaderName = HeaderName::from_static("add-padding");
        let mut request = self.client.get(self.url.range(ask.prefix));
        if ask.padding {
            request = request.header(ADD_PADDING, HeaderValue::from_static("true"));
        }
        if let Some(tag) = ask.tag.and_then(|tag| HeaderValue::from_str(tag).ok()) {
            request = request.header(IF_NONE_MATCH, tag);
        }
        // Errors of the HTTP library carry the address with its prefix: only their kind goes on.
        let mut response = request.send().await.map_err(|error| {
            if error.is_connect() {
                made.unsent.fetch_add(1, Ordering::Relaxed);
            }
            if error.is_timeout() {
                Reason::TimedOut
            } else if error.is_connect() {
                Reason::Unreachable
            } else {
                Reason::Interrupted
            }
        })?;
        let status = response.status();
        match status.as_u16() {
            200 => {}
            304 if ask.tag.is_some() => return Ok(Reply::NotModified),
            429 => {
                let after = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
                let seconds = after.and_then(|text| retry_after(text, SystemTime::now()));
                if let Some(seconds) = seconds {
                    self.be_quiet(seconds);
                }
                return Err(Reason::RateLimited { retry_after_seconds: seconds });
            }
            code if status.is_redirection() && status != StatusCode::NOT_MODIFIED => {
                return Err(Reason::Redirected { status: code });
            }
            code if status.is_server_error() => return Err(Reason::ServerError { status: code }),
            code => return Err(Reason::UnexpectedStatus { status: code }),
        }
        let tag = response.headers().get(ETAG).and_then(|tag| tag.to_str().ok());
        let tag =
            tag.filter(|tag| tag.len() <= MAX_TAG && !tag.contains(char::is_whitespace)).map(str::to_owned);
        let mut text = Vec::new();
        while let Some(part) = response.chunk().await.map_err(|_| Reason::Interrupted)? {
            if text.len() + part.len() > self.limits.bytes {
                return Err(Reason::TooLarge);
            }
            text.extend_from_slice(&part);
        }
        Ok(Reply::Range { text, tag })
    }
}

/// The longest time for which a service is left alone without being asked again, in seconds: a year.
const MOST_QUIET: u64 = 31_536_000;

/// The seconds of a `retry-after`: a number, or an HTTP date, of which a past one is now. `None` for anything else.
fn retry_after(text: &str, now: SystemTime) -> Option<u64> {
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(text.parse().unwrap_or(u64::MAX));
    }
    let then = httpdate::parse_http_date(text).ok()?;
    Some(then.duration_since(now).map_or(0, whole_seconds))
}

/// Rounded up: who waits so long comes no second too early.
fn whole_seconds(time: Duration) -> u64 {
    time.as_secs().saturating_add(u64::from(time.subsec_nanos() > 0))
}

fn judge(range: &Result<Range, Reason>, digest: &Digest) -> Answer {
    match range {
        Ok(range) => {
            let expected: Vec<u32> = embedded().expected_suffix_starts(digest.prefix()).collect();
            range.answer(digest, &expected)
        }
        Err(reason) => Answer::CouldNotCheck(*reason),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_retry_after_is_a_number_or_a_date() {
        let now = httpdate::parse_http_date("Thu, 26 Nov 2026 12:00:00 GMT").unwrap();
        for (text, seconds) in [
            ("0", Some(0)),
            ("1", Some(1)),
            (" 3600 ", Some(3_600)),
            ("99999999999999999999999", Some(u64::MAX)),
            ("Thu, 26 Nov 2026 13:00:00 GMT", Some(3_600)),
            ("Thursday, 26-Nov-26 12:00:01 GMT", Some(1)),
            ("Thu Nov 26 12:02:00 2026", Some(120)),
            ("Thu, 26 Nov 2026 11:59:59 GMT", Some(0)),
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some(0)),
            ("-1", None),
            ("+5", None),
            ("1.5", None),
            ("soon", None),
            ("", None),
            ("2026-11-26T13:00:00Z", None),
        ] {
            assert_eq!(retry_after(text, now), seconds, "{text:?}");
        }
    }
}
