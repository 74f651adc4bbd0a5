//! `selfcheck list info` and `selfcheck list lookup`.

use std::io::{self, BufRead};

use lists::{Answer, Count};
use password::{Digest, Password};
use schemars::JsonSchema;
use serde::Serialize;
use zeroize::Zeroizing;

use crate::args::LookupOptions;
use crate::terminal::{Failure, say, say_json};

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

pub(crate) fn info(json: bool) -> Result<u8, Failure> {
    let list = lists::embedded();
    let info = Info {
        entries: list.entries() as u64,
        bits_per_entry: list.bits_per_entry(),
        false_positive_rate: list.false_positive_rate(),
        counts: false,
        source: list.source(),
        as_of: list.as_of(),
        bytes: list.bytes() as u64,
        format: "embedded",
    };
    if json {
        say_json(&info)?;
    } else {
        say(&format!(
            "The list inside this program: {} passwords, as of {}.\n{:.1} bits each; one wrong hit in {:.0}; no counts.\nFrom: {}",
            info.entries,
            info.as_of,
            info.bits_per_entry,
            1.0 / info.false_positive_rate,
            info.source
        ))?;
    }
    Ok(0)
}

pub(crate) fn lookup(options: &LookupOptions) -> Result<u8, Failure> {
    let list = lists::embedded();
    let mut input = io::stdin().lock();
    let (mut found, mut failed) = (false, false);
    for number in 1_u64.. {
        let mut line = Zeroizing::new(Vec::new());
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.ends_with(b"\n") {
            line.pop();
        }
        if line.ends_with(b"\r") {
            line.pop();
        }
        let wrong =
            |what: &str| Failure::WrongUse(format!("line {number} is {what}. Mend it and start again."));
        let digest = if options.sha1 {
            std::str::from_utf8(&line)
                .ok()
                .and_then(Digest::from_hex)
                .ok_or_else(|| wrong("no SHA-1 of 40 hexadecimal digits"))?
        } else {
            Password::from_bytes(line)
                .map_err(|_| wrong("no password of 1 to 4,096 bytes of UTF-8"))?
                .digest()
        };
        let text = match list.lookup(&digest) {
            Answer::Found { count, .. } => {
                found = true;
                match count {
                    Count::Exact(n) => format!("found {n}"),
                    Count::AtLeast(n) => format!("found {n}+"),
                    Count::Unknown => "found ?".to_owned(),
                }
            }
            Answer::NotOnThisList => "not_on_this_list".to_owned(),
            Answer::CouldNotCheck(reason) => {
                failed = true;
                format!("could_not_check {}", reason.code())
            }
            Answer::NotAsked => "not_asked".to_owned(),
        };
        say(&text)?;
    }
    Ok(if failed { 3 } else { u8::from(found) })
}
