//! `selfcheck list build`, `mirror` and `verify`.

use std::path::{Path, PathBuf};

use app::own_file::{self, Kind};
use indicatif::{ProgressBar, ProgressStyle};
use lists::build::{self, Progress};
use lists::disk::{DiskError, DiskList, Facts, LayoutError};
use schemars::JsonSchema;
use serde::Serialize;

use crate::args::{BuildOptions, MirrorOptions};
use crate::list::not_opened;
use crate::list_download::ranges;
use crate::list_notes;
use crate::list_words::{self, decimal, shown};
use crate::output;
use crate::terminal::{self, Failure, say, say_json, tell, texts};

/// A list file that was written.
#[derive(Serialize, JsonSchema)]
pub(crate) struct WrittenJson {
    entries: u64,
    bytes: u64,
    bits_per_entry: f64,
}

impl WrittenJson {
    pub(crate) fn of(facts: &Facts) -> Self {
        Self {
            entries: facts.parameters.entries,
            bytes: facts.file_bytes(),
            bits_per_entry: facts.bits_per_entry(),
        }
    }
}

/// A mirror that was written.
#[derive(Serialize, JsonSchema)]
pub(crate) struct MirrorJson {
    entries: u64,
    /// One for each range, without the compressed ones.
    files: u32,
    /// Of these files together.
    bytes: u64,
}

/// What reading a whole list file found.
#[derive(Serialize, JsonSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub(crate) enum VerifyJson {
    /// Every checksum is right.
    Whole { entries: u64 },
    /// The first part that is not as it was written, in bytes from the beginning of the file.
    Damaged {
        from: u64,
        /// The first byte after it; of damage in the header only the beginning is known.
        to: u64,
    },
}

impl VerifyJson {
    /// Damage with its place. Anything else is a failure without a document.
    fn of(error: &DiskError) -> Option<Self> {
        match *error {
            DiskError::Damaged { from, to, .. } => Some(Self::Damaged { from, to }),
            DiskError::Length { found, expected, .. } => {
                Some(Self::Damaged { from: found.min(expected), to: found.max(expected) })
            }
            DiskError::Layout { source: LayoutError::Damaged { at }, .. } => {
                Some(Self::Damaged { from: at, to: at + 1 })
            }
            _ => None,
        }
    }
}

pub(crate) fn build(options: &BuildOptions, json: bool) -> Result<u8, Failure> {
    let as_of = match &options.as_of {
        Some(day) => day
            .parse::<jiff::civil::Date>()
            .map(|day| day.to_string())
            .map_err(|_| Failure::WrongUse(texts().list_as_of_wrong()))?,
        None => newest_day(&options.input),
    };
    let asked = build::BuildOptions {
        memory: options.memory,
        false_positive_exponent: options.false_positives,
        plain: options.plain,
        source: options.source.clone(),
        as_of,
    };
    output::place(&options.out, Kind::List, options.input.iter().map(PathBuf::as_path))?;
    let bar = bar();
    let made = build::build_noting(&options.input, &options.out, &asked, |progress| {
        show(&bar, progress, texts().list_bar_writing_hashes());
        true
    });
    bar.finish_and_clear();
    let (facts, notes) = made.map_err(|error| list_notes::failed(&error, &texts().list_no_list()))?;
    list_notes::tell_notes(&notes);
    if let Some(ranges) = facts.part_of_the_ranges() {
        let all = u64::from(password::Prefix::COUNT);
        tell(&texts().list_only_ranges(u64::from(ranges), all));
    }
    if json {
        say_json(&WrittenJson::of(&facts))?;
        return Ok(0);
    }
    let bits = decimal(texts(), facts.bits_per_entry(), 2);
    let entries = facts.parameters.entries;
    say(&texts().list_written(&shown(&options.out), entries, facts.file_bytes(), &bits))?;
    Ok(0)
}

fn show(bar: &ProgressBar, progress: Progress, writing: String) {
    let (what, done, total) = match progress {
        Progress::Reading { done, total } => (texts().list_bar_reading(), done, total),
        Progress::Writing { done, total } => (writing, done, total),
    };
    bar.set_message(what);
    bar.set_length(total);
    bar.set_position(done);
}

pub(crate) fn mirror(options: &MirrorOptions, json: bool) -> Result<u8, Failure> {
    let asked = lists::mirror::MirrorOptions {
        plain: options.plain,
        pad_to: usize::from(options.pad_to),
        gzip: options.gzip,
        ranges: ranges(),
    };
    let inputs = options.input.iter().map(PathBuf::as_path);
    own_file::ranges_may_go(&options.out.join("range"), inputs)
        .map_err(|error| Failure::WrongUse(output::sentence(&error)))?;
    let bar = bar();
    let facts = lists::mirror::mirror(&options.input, &options.out, &asked, |progress| {
        show(&bar, progress, texts().list_bar_writing_ranges());
        true
    });
    bar.finish_and_clear();
    let facts = facts.map_err(|error| list_notes::failed(&error, &texts().list_no_mirror()))?;
    let files = asked.ranges;
    if facts.ranges < files {
        let empty = files - facts.ranges;
        tell(&texts().list_ranges_empty(u64::from(empty), u64::from(files)));
    }
    if facts.unreliable > 0 {
        tell(&texts().list_ranges_unreliable(u64::from(facts.unreliable)));
    }
    if json {
        say_json(&MirrorJson { entries: facts.entries, files, bytes: facts.bytes })?;
        return Ok(0);
    }
    let folder = shown(&options.out.join("range"));
    say(&texts().list_mirrored(&folder, facts.entries, u64::from(files), facts.bytes))?;
    Ok(0)
}

pub(crate) fn verify(file: &Path, json: bool) -> Result<u8, Failure> {
    let list = DiskList::open(file).or_else(|error| not_whole(&error, json, not_opened(&error)))?;
    let bar = bar();
    bar.set_message(texts().list_bar_verifying());
    bar.set_length(1_000);
    let outcome = list.verify(|share| {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share between 0 and 1"
        )]
        bar.set_position((share * 1_000.0) as u64);
        true
    });
    bar.finish_and_clear();
    outcome.or_else(|error| {
        let problem = list_words::disk(texts(), &error);
        let failure = match &error {
            DiskError::Damaged { .. } => Failure::WrongUse(texts().list_get_again(&problem)),
            _ => Failure::CouldNotCheck(texts().list_try_again(&problem)),
        };
        not_whole(&error, json, failure)
    })?;
    let entries = list.facts().parameters.entries;
    if json {
        say_json(&VerifyJson::Whole { entries })?;
    } else {
        say(&texts().list_whole(entries, &shown(file)))?;
    }
    Ok(0)
}

/// Damage is a result: with `json` it has a document beside the message.
fn not_whole<T>(error: &DiskError, json: bool, failure: Failure) -> Result<T, Failure> {
    if let (true, Some(damage)) = (json, VerifyJson::of(error)) {
        say_json(&damage)?;
    }
    Err(failure)
}

/// Progress with rate and time left, on a terminal only.
pub(crate) fn bar() -> ProgressBar {
    if terminal::is_quiet() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0);
    let left = texts().list_bar_left("{eta}");
    let template = format!("{{msg}} {{bar:30}} {{human_pos}}/{{human_len}} {{per_sec}} {left}");
    if let Ok(style) = ProgressStyle::with_template(&template) {
        bar.set_style(style);
    }
    bar
}

/// The day of `SOURCE_DATE_EPOCH`, else of the newest input; empty if neither says.
fn newest_day(inputs: &[PathBuf]) -> String {
    // A timestamp prints in UTC, its day first.
    let day = |time: jiff::Timestamp| time.to_string().chars().take(10).collect::<String>();
    let epoch = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse().ok());
    if let Some(time) = epoch.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok()) {
        return day(time);
    }
    build::newest(inputs).and_then(|time| jiff::Timestamp::try_from(time).ok()).map(day).unwrap_or_default()
}
