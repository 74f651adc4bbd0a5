//! `selfcheck notice verify | trust`: the state of a notice, and pinning its publisher.

use std::path::PathBuf;

use clap::Args;
use notice::verify::{Publisher, Reason};
use schemars::JsonSchema;
use serde::Serialize;

use crate::args::Source;
use crate::notice_source::{Remembered, exit_code, find, find_with};
use crate::notice_words as words;
use crate::terminal::{Failure, say, say_json};
use app::shown;
use app::trust::pinning::{PinError, Pinning, pin_publisher};

#[derive(Serialize, JsonSchema)]
pub(crate) struct VerifyJson {
    state: &'static str,
    code: Option<&'static str>,
    reason: String,
    fresh: Option<bool>,
    publisher: Option<PublisherJson>,
    id: Option<String>,
    revision: Option<u32>,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct PublisherJson {
    name: String,
    domains: Vec<String>,
    root: String,
    words: String,
}

impl PublisherJson {
    pub(crate) fn of(publisher: &Publisher) -> Self {
        Self {
            name: shown::line(&publisher.name).into_owned(),
            domains: publisher.domains.clone(),
            root: publisher.root.to_string(),
            words: publisher.root.words(),
        }
    }
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct TrustJson {
    domain: String,
    root: String,
    words: String,
    replaced: bool,
}

#[derive(Args)]
pub(crate) struct TrustOptions {
    #[command(flatten)]
    source: Source,
    /// The domain, typed out: the address that you normally use
    #[arg(long, value_name = "DOMAIN")]
    domain: String,
}

pub(crate) fn verify(source: &Source, data_dir: Option<PathBuf>, json: bool) -> Result<u8, Failure> {
    if source.practice {
        return Err(Failure::WrongUse(
            "the practice notice is part of this program; give a notice.".to_owned(),
        ));
    }
    let found = find(source, data_dir.clone(), true)?;
    let outcome = &found.outcome;
    if let Some(publisher) = &outcome.publisher {
        crate::desk::remind_staff(&found.source.bytes, &publisher.root, data_dir, source.checking.now());
    }
    let code = exit_code(outcome.state);
    let reason = words::reason(outcome);
    if json {
        say_json(&VerifyJson {
            state: outcome.state.code(),
            code: outcome.reason.as_ref().map(Reason::code),
            reason,
            fresh: outcome.fresh,
            publisher: outcome.publisher.as_ref().map(PublisherJson::of),
            id: outcome.notice.as_ref().map(|notice| notice.id.to_string()),
            revision: outcome.notice.as_ref().map(|notice| notice.revision),
        })?;
        return Ok(code);
    }
    say(&format!("{}: {reason}", outcome.state.code()))?;
    if let Some(publisher) = &outcome.publisher {
        say(&words::publisher(publisher))?;
    }
    if let Some(notice) = &outcome.notice {
        say(&format!("{}, revision {}", notice.id, notice.revision))?;
    }
    if outcome.fresh == Some(false) && outcome.late.is_none() {
        say("An update is due that is not in this file.")?;
    }
    Ok(code)
}

fn not_pinned(name: &str, error: PinError) -> Failure {
    match error {
        PinError::NotPassed(outcome) => crate::notice_source::failure(name, &outcome),
        PinError::OtherDomain { domain, domains } => Failure::WrongUse(format!(
            "this notice is of {}, not of {domain}. Nothing was changed. Type the address that you normally use, and if it is not the same, do not trust the notice.",
            domains.join(", ")
        )),
        error => Failure::WrongUse(format!(
            "{error}. Nothing was changed. Type the domain of the site itself, as in forum.example."
        )),
    }
}

pub(crate) fn trust(options: &TrustOptions, data_dir: Option<PathBuf>, json: bool) -> Result<u8, Failure> {
    let source = &options.source;
    if source.practice {
        return Err(Failure::WrongUse("the practice notice needs no trust; give a notice.".to_owned()));
    }
    let now = source.checking.now();
    let remembered = Remembered::read(data_dir, now)?;
    let Some(store) = &remembered.store else {
        return Err(Failure::CouldNotCheck(
            "there is no folder to keep it in. Name one with --data-dir.".to_owned(),
        ));
    };
    let found = find_with(source, &remembered.memory)?;
    let pinning = pin_publisher(&found.source, &options.domain, &remembered.memory, now)
        .map_err(|error| not_pinned(&found.name, error))?;
    found.tell_if_it_looks_like_another();
    store.change(now, |memory| pinning.apply(memory)).map_err(|error| {
        Failure::CouldNotCheck(format!(
            "{error}. Nothing was changed. Check the folder and the room on its disk, and try again."
        ))
    })?;
    let Pinning { domain, root, replaced, .. } = pinning;
    if json {
        say_json(&TrustJson { domain, root: root.to_string(), words: root.words(), replaced })?;
        return Ok(0);
    }
    say(&format!("{domain} is the one with these six words from now on: {}", root.words()))?;
    say("Compare them with the words on the site itself. If they differ, somebody else signed this notice.")?;
    if replaced {
        say("The key that was known before is not trusted any more.")?;
    }
    Ok(0)
}
