//! From TOML to a [`Notice`]: unknown fields are left alone, wrong types are an error with its place.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::facts::{RawFacts, Texts};
use crate::source::{Source, syntax, wrong_type};
use crate::{
    Accounts, Certainty, Contact, Exposed, FORMAT, HistoryEntry, Localised, LocalisedList, Notice,
    NoticeError, OwnQuestion, OwnStep, Status,
};

#[derive(Deserialize)]
struct Versioned {
    format: Option<Spanned<toml::Value>>,
}

#[derive(Deserialize)]
struct RawNotice {
    format: u32,
    id: Spanned<String>,
    revision: Option<Spanned<i64>>,
    status: Spanned<String>,
    published: Option<Spanned<toml::value::Datetime>>,
    fresh_until: Option<Spanned<toml::value::Datetime>>,
    next_update: Option<Spanned<toml::value::Datetime>>,
    previous: Option<String>,
    affects: Option<String>,
    #[serde(default)]
    affects_in: Texts,
    accounts_affected: Option<Spanned<toml::Value>>,
    records_affected: Option<Spanned<toml::Value>>,
    #[serde(default)]
    never_asks: Vec<String>,
    #[serde(default)]
    never_asks_in: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    kinds: Vec<String>,
    #[serde(default)]
    countries: Vec<String>,
    get_program: Option<String>,
    #[serde(default)]
    title: Texts,
    #[serde(default)]
    what_happened: Texts,
    #[serde(default)]
    what_we_do: Texts,
    #[serde(default)]
    consequences: Texts,
    #[serde(default)]
    not_exposed: Texts,
    #[serde(default)]
    not_known: Texts,
    #[serde(default)]
    exposed: Vec<RawExposed>,
    #[serde(default)]
    question: Vec<RawQuestion>,
    #[serde(default)]
    step: Vec<RawStep>,
    #[serde(default)]
    history: Vec<RawHistory>,
    contact: Option<RawContact>,
    origin: Option<String>,
    language: Option<String>,
    #[serde(default)]
    translated: BTreeMap<String, u32>,
}

#[derive(Deserialize)]
struct RawExposed {
    class: String,
    certainty: Spanned<String>,
    protection: Option<String>,
    #[serde(default)]
    note: Texts,
}

#[derive(Deserialize)]
struct RawQuestion {
    id: String,
    #[serde(default)]
    text: Texts,
    #[serde(default)]
    why: Texts,
    #[serde(default)]
    steps: Vec<String>,
}

#[derive(Deserialize)]
struct RawStep {
    id: String,
    since: Option<u32>,
    #[serde(default)]
    kind: String,
    urgency: Option<String>,
    minutes: Option<u32>,
    #[serde(default)]
    title: Texts,
    #[serde(default)]
    why: Texts,
    #[serde(default)]
    text: Texts,
    link: Option<String>,
    #[serde(default)]
    because: Vec<String>,
    #[serde(default)]
    withdrawn: Texts,
}

#[derive(Deserialize)]
struct RawHistory {
    revision: u32,
    date: Option<Spanned<toml::value::Datetime>>,
    published: Option<Spanned<toml::value::Datetime>>,
    #[serde(default)]
    summary: Texts,
}

#[derive(Deserialize)]
struct RawContact {
    name: Option<String>,
    url: Option<String>,
    email: Option<String>,
    elsewhere: Option<String>,
    #[serde(default)]
    elsewhere_in: Texts,
    phone: Option<String>,
    #[serde(default)]
    hours: Texts,
    post: Option<String>,
}

pub(crate) fn read(text: &str) -> Result<Notice, NoticeError> {
    parse(text, false)
}

/// Like [`read`], but the revision may be missing; it is 0 then.
pub(crate) fn read_draft(text: &str) -> Result<Notice, NoticeError> {
    parse(text, true)
}

fn parse(text: &str, draft: bool) -> Result<Notice, NoticeError> {
    let source = Source(text);
    // The format is looked at first: a newer one may have other types elsewhere.
    let table: Spanned<toml::Table> = toml::from_str(text).map_err(|error| syntax(&source, &error))?;
    let versioned: Versioned = toml::from_str(text).map_err(|error| wrong_type(&source, &error))?;
    drop(table);
    if let Some(value) = versioned.format {
        match value.get_ref().as_integer() {
            Some(found) if found > i64::from(FORMAT) => {
                return Err(NoticeError::TooNew {
                    found: u32::try_from(found).unwrap_or(u32::MAX),
                    known: FORMAT,
                });
            }
            Some(found) if found == i64::from(FORMAT) => {}
            _ => return Err(source.wrong(value.span().start, "format must be the number 1")),
        }
    }
    crate::hidden::check(text)?;
    crate::fields::check(&source)?;
    let raw: RawNotice = toml::from_str(text).map_err(|error| wrong_type(&source, &error))?;
    let facts: RawFacts = toml::from_str(text).map_err(|error| wrong_type(&source, &error))?;
    finish(&source, raw, facts, draft)
}

fn finish(source: &Source<'_>, raw: RawNotice, facts: RawFacts, draft: bool) -> Result<Notice, NoticeError> {
    let id = raw.id.get_ref().parse().map_err(|_| {
        source.wrong(
            raw.id.span().start,
            "id must be a domain of one's own, a slash and a short name in small letters, as in forum.example/2026-03",
        )
    })?;
    let revision = match &raw.revision {
        None if draft => 0,
        None => return Err(source.wrong(0, "missing field `revision`")),
        Some(value) => {
            let number = u32::try_from(*value.get_ref()).ok().filter(|number| draft || *number > 0);
            number.ok_or_else(|| {
                source.wrong(value.span().start, "revision must be a whole number from 1 to 4294967295")
            })?
        }
    };
    let status = match raw.status.get_ref().as_str() {
        "interim" => Status::Interim,
        "final" => Status::Final,
        "withdrawn" => Status::Withdrawn,
        _ => return Err(source.wrong(raw.status.span().start, "status must be interim, final or withdrawn")),
    };
    let accounts_affected = count(source, raw.accounts_affected, "accounts_affected")?;
    let records_affected = count(source, raw.records_affected, "records_affected")?;
    let exposed = raw.exposed.into_iter().map(|entry| exposed(source, entry)).collect::<Result<_, _>>()?;
    let history = raw.history.into_iter().map(|entry| history(source, entry)).collect::<Result<_, _>>()?;
    let language = raw.language.unwrap_or_else(|| "en".to_owned());
    let never_asks = (!raw.never_asks.is_empty()).then_some(raw.never_asks);
    Ok(Notice {
        format: raw.format,
        id,
        revision,
        status,
        published: source.time(raw.published, "published")?,
        fresh_until: source.time(raw.fresh_until, "fresh_until")?,
        next_update: source.time(raw.next_update, "next_update")?,
        previous: raw.previous,
        affects: Localised(all_languages(&language, raw.affects, raw.affects_in)),
        accounts_affected,
        never_asks: LocalisedList(all_languages(&language, never_asks, raw.never_asks_in)),
        kinds: raw.kinds,
        countries: raw.countries,
        get_program: raw.get_program,
        title: Localised(raw.title),
        what_happened: Localised(raw.what_happened),
        what_we_do: Localised(raw.what_we_do),
        consequences: Localised(raw.consequences),
        not_exposed: Localised(raw.not_exposed),
        not_known: Localised(raw.not_known),
        exposed,
        questions: raw
            .question
            .into_iter()
            .map(|q| OwnQuestion { id: q.id, text: Localised(q.text), why: Localised(q.why), steps: q.steps })
            .collect(),
        steps: raw.step.into_iter().map(step).collect(),
        history,
        contact: raw.contact.map(|c| Contact {
            name: c.name,
            url: c.url,
            email: c.email,
            elsewhere: Localised(all_languages(&language, c.elsewhere, c.elsewhere_in)),
            phone: c.phone,
            hours: Localised(c.hours),
            post: c.post,
        }),
        origin: raw.origin,
        language,
        facts: facts.finish(source, records_affected)?,
        translated: raw.translated,
    })
}

/// A text that was written for one language at first: the notice's own has it under its plain name.
fn all_languages<T>(original: &str, text: Option<T>, others: BTreeMap<String, T>) -> BTreeMap<String, T> {
    let mut all = others;
    if let Some(text) = text {
        all.insert(original.to_owned(), text);
    }
    all
}

fn count(
    source: &Source<'_>,
    value: Option<Spanned<toml::Value>>,
    field: &str,
) -> Result<Option<Accounts>, NoticeError> {
    let Some(value) = value else { return Ok(None) };
    accounts(value.get_ref()).map(Some).ok_or_else(|| {
        source.wrong(value.span().start, format!("{field} must be a whole number or \"not known yet\""))
    })
}

fn accounts(value: &toml::Value) -> Option<Accounts> {
    match value {
        toml::Value::Integer(number) => u64::try_from(*number).ok().map(Accounts::Number),
        toml::Value::String(text) if text == "not known yet" => Some(Accounts::NotKnownYet),
        _ => None,
    }
}

fn exposed(source: &Source<'_>, raw: RawExposed) -> Result<Exposed, NoticeError> {
    let certainty = match raw.certainty.get_ref().as_str() {
        "confirmed" => Certainty::Confirmed,
        "possible" => Certainty::Possible,
        "ruled-out" => Certainty::RuledOut,
        _ => {
            return Err(source
                .wrong(raw.certainty.span().start, "certainty must be confirmed, possible or ruled-out"));
        }
    };
    Ok(Exposed { class: raw.class, certainty, protection: raw.protection, note: Localised(raw.note) })
}

fn history(source: &Source<'_>, raw: RawHistory) -> Result<HistoryEntry, NoticeError> {
    let date = match raw.date {
        None => None,
        Some(value) => Some(source.day(&value, "date")?),
    };
    let published = source.time(raw.published, "published")?;
    Ok(HistoryEntry { revision: raw.revision, date, published, summary: Localised(raw.summary) })
}

fn step(raw: RawStep) -> OwnStep {
    OwnStep {
        id: raw.id,
        since: raw.since,
        kind: raw.kind,
        urgency: raw.urgency,
        minutes: raw.minutes,
        title: Localised(raw.title),
        why: Localised(raw.why),
        text: Localised(raw.text),
        link: raw.link,
        because: raw.because,
        withdrawn: Localised(raw.withdrawn),
    }
}
