//! `selfcheck list info` and `selfcheck list lookup`.

use std::io::Write as _;
use std::path::Path;
use std::sync::MutexGuard;

use lists::build::{Foreign, LineFault, Sample};
use lists::disk::{DiskError, DiskList};
use lists::{Answer, Count};
use password::{Digest, Password};
use schemars::JsonSchema;
use serde::Serialize;
use texts::Texts;

use crate::args::LookupOptions;
use crate::input::StandardInput;
use crate::list_notes;
use crate::list_words::{self, decimal};
use crate::terminal::{Failure, answers, say, say_json, tell, texts};

#[derive(Serialize, JsonSchema)]
pub(crate) struct Info<'a> {
    entries: u64,
    bits_per_entry: f64,
    false_positive_rate: f64,
    counts: bool,
    source: &'a str,
    as_of: &'a str,
    bytes: u64,
    format: &'a str,
}

pub(crate) fn info(file: Option<&Path>, json: bool) -> Result<u8, Failure> {
    let opened = file.map(open).transpose()?;
    let embedded = lists::embedded();
    let info = match &opened {
        Some(list) => {
            let facts = list.facts();
            Info {
                entries: facts.parameters.entries,
                bits_per_entry: facts.bits_per_entry(),
                false_positive_rate: facts.false_positive_rate(),
                counts: facts.parameters.counts,
                source: &facts.parameters.source,
                as_of: &facts.parameters.as_of,
                bytes: facts.file_bytes(),
                format: "selflist-1",
            }
        }
        None => Info {
            entries: embedded.entries() as u64,
            bits_per_entry: embedded.bits_per_entry(),
            false_positive_rate: embedded.false_positive_rate(),
            counts: false,
            source: embedded.source(),
            as_of: embedded.as_of(),
            bytes: embedded.bytes() as u64,
            format: "embedded",
        },
    };
    if json {
        say_json(&info)?;
    } else {
        let (texts, entries) = (texts(), info.entries);
        say(&match (opened.is_some(), info.as_of) {
            (true, "") => texts.list_info_file_undated(entries),
            (true, day) => texts.list_info_file(entries, day),
            (false, day) => texts.list_info_embedded(entries, day),
        })?;
        let bits = decimal(texts, info.bits_per_entry, 1);
        say(&texts.list_info_size(&bits, one_in(info.false_positive_rate), info.counts, info.bytes))?;
        if !info.source.is_empty() {
            say(&texts.list_info_from(info.source))?;
        }
    }
    Ok(0)
}

/// Of so many passwords that are not on the list one reads as found.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rate lies between 0 and 1")]
fn one_in(rate: f64) -> u64 {
    (1.0 / rate).round() as u64
}

/// Opens a list file, or says what is wrong with it and what to do.
pub(crate) fn open(path: &Path) -> Result<DiskList, Failure> {
    DiskList::open(path).map_err(|error| not_opened(&error))
}

/// Why a list file could not be opened.
pub(crate) fn not_opened(error: &DiskError) -> Failure {
    let texts = texts();
    Failure::WrongUse(texts.list_not_opened(&list_words::disk(texts, error)))
}

/// Every answer, in the order of the lines.
#[derive(Serialize, JsonSchema)]
pub(crate) struct LookupJson {
    answers: Vec<AnswerJson>,
}

#[derive(Serialize, JsonSchema)]
struct AnswerJson {
    answer: &'static str,
    /// Null where no count was kept.
    count: Option<u64>,
    /// The count is the least that it can be.
    at_least: bool,
    reason: Option<&'static str>,
}

impl AnswerJson {
    fn of(answer: &Answer) -> Self {
        let (answer, count, reason, at_least) = match answer {
            Answer::Found { count: Count::Exact(number), .. } => ("found", Some(*number), None, false),
            Answer::Found { count: Count::AtLeast(number), .. } => ("found", Some(*number), None, true),
            Answer::Found { count: Count::Unknown, .. } => ("found", None, None, false),
            Answer::NotOnThisList => ("not_on_this_list", None, None, false),
            Answer::CouldNotCheck(reason) => ("could_not_check", None, Some(reason.code()), false),
            Answer::NotAsked => ("not_asked", None, None, false),
        };
        Self { answer, count, at_least, reason }
    }
}

/// How many lines are looked up together.
const BATCH: usize = 4_096;

enum Which {
    Embedded,
    File(DiskList),
}

impl Which {
    fn lookup(&self, digests: &[Digest]) -> Vec<Answer> {
        match self {
            Self::Embedded => digests.iter().map(|digest| lists::embedded().lookup(digest)).collect(),
            Self::File(list) => list.lookup_many(digests),
        }
    }
}

/// What was read of the lines and not yet answered.
#[derive(Default)]
struct Asked {
    digests: Vec<Digest>,
    /// Which digest is another form of the same password as the one before it.
    again: Vec<bool>,
}

impl Asked {
    fn push(&mut self, wanted: Wanted) {
        self.digests.push(wanted.digest);
        self.again.push(false);
        if let Some(composed) = wanted.composed {
            self.digests.push(composed);
            self.again.push(true);
        }
    }

    /// An answer for each line: found in either form is found, and a failure outweighs "not on this list".
    fn answers(&mut self, list: &Which) -> Vec<Answer> {
        let mut answers: Vec<Answer> = Vec::with_capacity(self.digests.len());
        for (answer, again) in list.lookup(&self.digests).into_iter().zip(&self.again) {
            match answers.last_mut().filter(|_| *again) {
                None => answers.push(answer),
                Some(Answer::Found { .. }) => {}
                Some(before)
                    if *before == Answer::NotOnThisList || matches!(answer, Answer::Found { .. }) =>
                {
                    *before = answer;
                }
                Some(_) => {}
            }
        }
        self.digests.clear();
        self.again.clear();
        answers
    }
}

/// With `json` nothing is printed before the last line was read: a document is whole or not there.
pub(crate) fn lookup(options: &LookupOptions, json: bool) -> Result<u8, Failure> {
    let list = match &options.file {
        Some(path) => Which::File(open(path)?),
        None => Which::Embedded,
    };
    let mut input = Lines::new(options.sha1);
    let mut out = answers();
    let mut asked = Asked::default();
    let mut answered = Vec::new();
    let (mut found, mut failed) = (false, false);
    loop {
        let next = input.next_wanted();
        let more = matches!(next, Ok(Some(_)));
        let outcome = next.map(|next| next.map(|wanted| asked.push(wanted)));
        // Whoever writes a line at a time gets an answer at a time.
        if !more || asked.digests.len() >= BATCH || input.input.is_drained() {
            for answer in asked.answers(&list) {
                found |= matches!(answer, Answer::Found { .. });
                failed |= matches!(answer, Answer::CouldNotCheck(_));
                if json {
                    answered.push(AnswerJson::of(&answer));
                } else {
                    writeln!(out, "{}", line(&answer))?;
                }
            }
            out.flush()?;
        }
        if outcome?.is_none() {
            break;
        }
    }
    // The document goes out by the same lock.
    drop(out);
    if let (Some(path), Which::File(list)) = (&options.file, &list) {
        list_notes::tell_part(path, list.facts().part_of_the_ranges());
    }
    if json {
        say_json(&LookupJson { answers: answered })?;
    }
    if !options.sha1 && input.sample.judge() == Err(LineFault::Hashes) {
        tell(&texts().list_look_like_hashes());
    }
    Ok(if failed { 3 } else { u8::from(found) })
}

/// One line: its hash, and that of its composed form (NFC) if it has another one.
struct Wanted {
    digest: Digest,
    composed: Option<Digest>,
}

/// The lines of standard input.
struct Lines {
    input: MutexGuard<'static, StandardInput>,
    sha1: bool,
    number: u64,
    sample: Sample,
}

impl Lines {
    fn new(sha1: bool) -> Self {
        Self { input: StandardInput::lock(), sha1, number: 0, sample: Sample::default() }
    }

    /// What is wrong with the line that was read last.
    fn wrong(&self, said: impl FnOnce(&Texts, &str) -> String) -> Failure {
        Failure::WrongUse(said(texts(), &self.number.to_string()))
    }

    fn next_wanted(&mut self) -> Result<Option<Wanted>, Failure> {
        let Some(mut line) = self.input.line(Password::MAX_BYTES + 6)? else { return Ok(None) };
        self.number += 1;
        if self.number == 1 {
            if let Some(what) = Foreign::of(&line) {
                return Err(self.wrong(|texts, line| {
                    let (is, next) =
                        (list_words::foreign(texts, what), list_words::foreign_next(texts, what));
                    texts.list_line_foreign(line, &is, &next)
                }));
            }
            if line.starts_with(BYTE_ORDER_MARK) {
                line.drain(..BYTE_ORDER_MARK.len());
            }
        }
        if line.ends_with(b"\n") {
            line.pop();
        }
        if line.ends_with(b"\r") {
            line.pop();
        }
        if line.contains(&0) {
            return Err(self.wrong(Texts::list_line_zero_byte));
        }
        if self.sha1 {
            let digest = std::str::from_utf8(&line).ok().and_then(|text| Digest::from_hex(text.trim_end()));
            let wrong = || self.wrong(Texts::list_line_no_sha1);
            return digest.map(|digest| Some(Wanted { digest, composed: None })).ok_or_else(wrong);
        }
        // Only what the end of the input says is of interest.
        let _ = self.sample.take(&line);
        match Password::from_bytes(line) {
            Ok(password) => {
                let composed = password.in_nfc().map(|composed| composed.digest());
                Ok(Some(Wanted { digest: password.digest(), composed }))
            }
            Err(_) => Err(self.wrong(Texts::list_line_no_password)),
        }
    }
}

/// What Windows puts before a text.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

fn line(answer: &Answer) -> String {
    match answer {
        Answer::Found { count: Count::Exact(number), .. } => format!("found {number}"),
        Answer::Found { count: Count::AtLeast(number), .. } => format!("found {number}+"),
        Answer::Found { count: Count::Unknown, .. } => "found ?".to_owned(),
        Answer::NotOnThisList => "not_on_this_list".to_owned(),
        Answer::CouldNotCheck(reason) => format!("could_not_check {}", reason.code()),
        Answer::NotAsked => "not_asked".to_owned(),
    }
}
