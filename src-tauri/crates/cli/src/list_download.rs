//! `selfcheck list download` and `selfcheck list update`.

use std::path::Path;

use app::data::DataDir;
use app::own_file::Kind;
use indicatif::ProgressBar;
use lists::download::{self, DownloadError, DownloadOptions, DownloadProgress, Downloaded};
use lists::{Limits, RangeClient, RangeUrl};
use schemars::JsonSchema;
use serde::Serialize;
use tokio_util::sync::CancellationToken;

use crate::args::{self, Fetching, UpdateOptions};
use crate::chosen::{fetched_from, range_url};
use crate::list_file::{WrittenJson, bar};
use crate::list_words::{self, decimal, shown};
use crate::output;
use crate::password_check::USER_AGENT;
use crate::terminal::{Failure, say, say_json, tell, tell_always, texts};
use crate::wording::{self, number};

/// Missing ranges that are named one by one.
const NAMED: usize = 20;

/// A list file that was fetched.
#[derive(Serialize, JsonSchema)]
pub(crate) struct FetchedJson {
    #[serde(flatten)]
    list: WrittenJson,
    ranges_fetched: u32,
    ranges_unchanged: u32,
}

pub(crate) fn download(
    options: &args::DownloadOptions,
    data: Option<&DataDir>,
    json: bool,
) -> Result<u8, Failure> {
    output::place(&options.out, Kind::List, [])?;
    let address = match &options.fetching.range_url {
        Some(address) => range_url(address)?,
        None => fetched_from(data)?,
    };
    if options.anew {
        download::forget(&options.out).map_err(|error| failed(&error))?;
    }
    let asked =
        DownloadOptions { false_positive_exponent: options.false_positives, ..asked(&options.fetching) };
    let done = run(address, |client, progress| {
        let stop = CancellationToken::new();
        Box::pin(async move { download::download(client, &options.out, &asked, progress, &stop).await })
    })?;
    finished(&options.out, &done, json)
}

pub(crate) fn update(options: &UpdateOptions, data: Option<&DataDir>, json: bool) -> Result<u8, Failure> {
    let Some(file) = options.file.as_ref().or(options.out.as_ref()) else {
        return Err(Failure::WrongUse(texts().list_which_update()));
    };
    if options.anew {
        download::forget(file).map_err(|error| failed(&error))?;
    }
    let known = download::address_of(file).map_err(|error| failed(&error))?;
    if known.is_none() {
        tell(&texts().list_origin_unknown());
    }
    let address = match options.fetching.range_url.as_ref().or(known.as_ref()) {
        Some(address) => range_url(address)?,
        None => fetched_from(data)?,
    };
    let asked = asked(&options.fetching);
    let done = run(address, |client, progress| {
        let stop = CancellationToken::new();
        Box::pin(async move { download::update(client, file, &asked, progress, &stop).await })
    })?;
    finished(file, &done, json)
}

fn asked(fetching: &Fetching) -> DownloadOptions {
    let today = jiff::Timestamp::now().to_string().chars().take(10).collect();
    DownloadOptions {
        jobs: usize::from(fetching.jobs),
        keep_ranges: fetching.keep_ranges.clone(),
        ranges: ranges(),
        ..DownloadOptions::all(today)
    }
}

/// All of them. A test of the program has no time for a million requests, so a build that is none for release takes
/// fewer.
pub(crate) fn ranges() -> u32 {
    #[cfg(debug_assertions)]
    if let Some(fewer) = std::env::var("SELFCHECK_TEST_RANGES").ok().and_then(|text| text.parse().ok()) {
        return fewer;
    }
    password::Prefix::COUNT
}

type Work<'a> = std::pin::Pin<Box<dyn Future<Output = Result<Downloaded, DownloadError>> + 'a>>;

fn run<'a>(
    address: RangeUrl,
    work: impl FnOnce(&'a RangeClient, Box<dyn FnMut(DownloadProgress) + 'a>) -> Work<'a>,
) -> Result<Downloaded, Failure> {
    let client = RangeClient::with_limits(address, USER_AGENT, Limits::default())
        .map_err(|_| Failure::CouldNotCheck(texts().list_no_connection()))?;
    // One client for the life of the program: the work borrows it.
    let client: &'a RangeClient = Box::leak(Box::new(client));
    let bar = bar();
    let shown = bar.clone();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let outcome = runtime.block_on(work(client, Box::new(move |progress| show(&shown, progress))));
    bar.finish_and_clear();
    outcome.map_err(|error| failed(&error))
}

fn show(bar: &ProgressBar, progress: DownloadProgress) {
    match progress {
        DownloadProgress::Fetching { done, total, before, failed, at_once, .. } => {
            if bar.position() == 0 {
                bar.set_position(u64::from(before));
                // What an earlier run fetched says nothing about the rate of this one.
                bar.reset_eta();
            }
            let jobs = number(at_once);
            bar.set_message(if failed > 0 {
                texts().list_bar_fetching_again(jobs, u64::from(failed))
            } else {
                texts().list_bar_fetching(jobs)
            });
            bar.set_length(u64::from(total));
            bar.set_position(u64::from(done));
        }
        DownloadProgress::Writing { done, total } => {
            bar.set_message(texts().list_bar_writing_ranges());
            bar.set_length(u64::from(total));
            bar.set_position(u64::from(done));
        }
    }
}

fn finished(out: &Path, done: &Downloaded, json: bool) -> Result<u8, Failure> {
    if json {
        let list = WrittenJson::of(&done.facts);
        say_json(&FetchedJson { list, ranges_fetched: done.fetched, ranges_unchanged: done.unchanged })?;
        return Ok(0);
    }
    let facts = &done.facts;
    say(&texts().list_downloaded(
        &shown(out),
        facts.parameters.entries,
        facts.file_bytes(),
        &decimal(texts(), facts.bits_per_entry(), 2),
        u64::from(done.fetched),
        u64::from(done.unchanged),
    ))?;
    Ok(0)
}

fn failed(error: &DownloadError) -> Failure {
    let texts = texts();
    let said = list_words::download(texts, error);
    match error {
        DownloadError::Missing { ranges } => {
            for (prefix, reason) in ranges.iter().take(NAMED) {
                let reason = wording::reason(texts, reason);
                tell_always(&format!("  {}", texts.list_range_missing(&prefix.to_string(), &reason)));
            }
            let more = ranges.len().saturating_sub(NAMED);
            if more > 0 {
                tell_always(&format!("  {}", texts.list_ranges_more(number(more))));
            }
            Failure::CouldNotCheck(said)
        }
        DownloadError::OtherJournal { .. }
        | DownloadError::InUse { .. }
        | DownloadError::NoRoom { .. }
        | DownloadError::Outgrown { .. }
        | DownloadError::List(_)
        | DownloadError::Io { .. }
        | DownloadError::Write(_) => Failure::WrongUse(said),
        _ => Failure::CouldNotCheck(said),
    }
}
