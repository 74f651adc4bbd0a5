//! `selfcheck list info` and `selfcheck list lookup`.

use std::io::{self, BufRead, Read as _, Write as _};
use std::path::Path;

use lists::disk::{DiskError, DiskList};
use lists::{Answer, Count};
use password::{Digest, Password};
use schemars::JsonSchema;
use serde::Serialize;
use zeroize::Zeroizing;

use crate::args::LookupOptions;
use crate::terminal::{Failure, answers, say, say_json};

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
        let which = if opened.is_some() { "The list file" } else { "The list inside this program" };
        let as_of = if info.as_of.is_empty() { "an unknown day" } else { info.as_of };
        let counts = if info.counts { "classes of counts" } else { "no counts" };
        say(&format!("{which}: {} passwords, as of {as_of}.", info.entries))?;
        say(&format!(
            "{:.1} bits each; one wrong hit in {:.0}; {counts}; {} bytes.",
            info.bits_per_entry,
            1.0 / info.false_positive_rate,
            info.bytes,
        ))?;
        if !info.source.is_empty() {
            say(&format!("From: {}", info.source))?;
        }
    }
    Ok(0)
}

/// Opens a list file, or says what is wrong with it and what to do.
pub(crate) fn open(path: &Path) -> Result<DiskList, Failure> {
    DiskList::open(path).map_err(|error| not_opened(&error))
}

/// Why a list file could not be opened.
pub(crate) fn not_opened(error: &DiskError) -> Failure {
    Failure::WrongUse(format!("{error}. Check the name, or get the file again."))
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

/// With `json` nothing is printed before the last line was read: a document is whole or not there.
pub(crate) fn lookup(options: &LookupOptions, json: bool) -> Result<u8, Failure> {
    let list = match &options.file {
        Some(path) => Which::File(open(path)?),
        None => Which::Embedded,
    };
    let mut input = io::BufReader::with_capacity(1 << 16, io::stdin().lock());
    let mut out = answers();
    let mut digests = Vec::with_capacity(BATCH);
    let mut looked_up = Vec::new();
    let (mut found, mut failed) = (false, false);
    let mut number = 0_u64;
    loop {
        let next = next_digest(&mut input, options.sha1);
        number += 1;
        let ended = !matches!(next, Ok(Some(_)));
        if let Ok(Some(digest)) = &next {
            digests.push(Digest::from_bytes(*digest.expose_bytes()));
        }
        // Whoever writes a line at a time gets an answer at a time.
        if ended || digests.len() == BATCH || input.buffer().is_empty() {
            for answer in list.lookup(&digests) {
                found |= matches!(answer, Answer::Found { .. });
                failed |= matches!(answer, Answer::CouldNotCheck(_));
                if json {
                    looked_up.push(AnswerJson::of(&answer));
                } else {
                    writeln!(out, "{}", line(&answer))?;
                }
            }
            digests.clear();
            out.flush()?;
        }
        match next {
            Ok(Some(_)) => {}
            Ok(None) => break,
            Err(Fault::Io(error)) => return Err(error.into()),
            Err(Fault::Line(what)) => {
                return Err(Failure::WrongUse(format!("line {number} is {what}. Mend it and start again.")));
            }
        }
    }
    // The document goes out by the same lock.
    drop(out);
    if json {
        say_json(&LookupJson { answers: looked_up })?;
    }
    Ok(if failed { 3 } else { u8::from(found) })
}

enum Fault {
    Io(io::Error),
    Line(&'static str),
}

fn next_digest(input: &mut impl BufRead, sha1: bool) -> Result<Option<Digest>, Fault> {
    let mut line = Zeroizing::new(Vec::with_capacity(Password::MAX_BYTES + 8));
    let most = Password::MAX_BYTES as u64 + 3;
    if input.by_ref().take(most).read_until(b'\n', &mut line).map_err(Fault::Io)? == 0 {
        return Ok(None);
    }
    if line.ends_with(b"\n") {
        line.pop();
    }
    if line.ends_with(b"\r") {
        line.pop();
    }
    if sha1 {
        let digest = std::str::from_utf8(&line).ok().and_then(Digest::from_hex);
        return digest.map(Some).ok_or(Fault::Line("no SHA-1 of 40 hexadecimal digits"));
    }
    match Password::from_bytes(line) {
        Ok(password) => Ok(Some(password.digest())),
        Err(_) => Err(Fault::Line("no password of 1 to 4,096 bytes of UTF-8")),
    }
}

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
