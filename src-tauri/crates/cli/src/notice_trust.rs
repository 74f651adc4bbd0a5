//! `selfcheck notice verify | trust`: the state of a notice, and pinning its publisher.

use std::path::PathBuf;

use clap::Args;
use notice::verify::{Publisher, Reason};
use schemars::JsonSchema;
use serde::Serialize;

use crate::args::Source;
use crate::notice_errors;
use crate::notice_source::{Remembered, exit_code, find, find_with};
use crate::notice_words as words;
use crate::terminal::{Failure, english, say, say_json, texts};
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
        return Err(Failure::WrongUse(texts().notice_verify_practice()));
    }
    let found = find(source, data_dir.clone(), true)?;
    let outcome = &found.outcome;
    if let Some(publisher) = &outcome.publisher {
        crate::desk::remind_staff(&found.source.bytes, &publisher.root, data_dir, source.checking.now());
    }
    let code = exit_code(outcome.state);
    if json {
        say_json(&VerifyJson {
            state: outcome.state.code(),
            code: outcome.reason.as_ref().map(Reason::code),
            reason: words::reason(english(), outcome),
            fresh: outcome.fresh,
            publisher: outcome.publisher.as_ref().map(PublisherJson::of),
            id: outcome.notice.as_ref().map(|notice| notice.id.to_string()),
            revision: outcome.notice.as_ref().map(|notice| notice.revision),
        })?;
        return Ok(code);
    }
    say(&texts().notice_of_file(outcome.state.code(), &words::reason(texts(), outcome)))?;
    if let Some(publisher) = &outcome.publisher {
        say(&words::publisher(texts(), publisher))?;
    }
    if let Some(notice) = &outcome.notice {
        say(&texts().notice_id_and_revision(&notice.id.to_string(), &notice.revision.to_string()))?;
    }
    if outcome.fresh == Some(false) && outcome.late.is_none() {
        say(&texts().notice_update_due())?;
    }
    Ok(code)
}

fn not_pinned(name: &str, error: PinError) -> Failure {
    match error {
        PinError::NotPassed(outcome) => crate::notice_source::failure(name, &outcome),
        error => Failure::WrongUse(notice_errors::not_pinned(texts(), &error)),
    }
}

pub(crate) fn trust(options: &TrustOptions, data_dir: Option<PathBuf>, json: bool) -> Result<u8, Failure> {
    let source = &options.source;
    if source.practice {
        return Err(Failure::WrongUse(texts().notice_trust_practice()));
    }
    let now = source.checking.now();
    let remembered = Remembered::read(data_dir, now)?;
    let Some(store) = &remembered.store else {
        return Err(Failure::CouldNotCheck(texts().notice_memory_no_folder()));
    };
    let found = find_with(source, &remembered.memory)?;
    let pinning = pin_publisher(&found.source, &options.domain, &remembered.memory, now)
        .map_err(|error| not_pinned(&found.name, error))?;
    found.tell_if_it_looks_like_another();
    store.change(now, |memory| pinning.apply(memory)).map_err(|error| {
        Failure::CouldNotCheck(texts().notice_memory_not_changed(&notice_errors::memory(texts(), &error)))
    })?;
    let Pinning { domain, root, replaced, .. } = pinning;
    if json {
        say_json(&TrustJson { domain, root: root.to_string(), words: root.words(), replaced })?;
        return Ok(0);
    }
    say(&texts().notice_trusted(&domain, &root.words()))?;
    say(&texts().notice_trusted_compare())?;
    if replaced {
        say(&texts().notice_trusted_replaced())?;
    }
    Ok(0)
}
