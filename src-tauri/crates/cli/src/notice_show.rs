//! `selfcheck notice show`: what a notice says, and who vouches for it.

use app::shown;
use app::walk::{Session, Trust};
use notice::verify::State;
use schemars::JsonSchema;
use serde::Serialize;

use crate::notice_trust::PublisherJson;
use crate::terminal::{Failure, quote, say, say_json};
use crate::wording;

#[derive(Serialize, JsonSchema)]
pub(crate) struct ShowJson {
    state: &'static str,
    publisher: Option<PublisherJson>,
    id: String,
    revision: u32,
    status: &'static str,
    published: Option<String>,
    next_update: Option<String>,
    title: String,
    what_happened: String,
    consequences: String,
    what_we_do: String,
    not_exposed: String,
    not_known: String,
    exposed: Vec<ExposedJson>,
    affects: Option<String>,
    accounts_affected: Option<u64>,
    never_asks: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
struct ExposedJson {
    class: String,
    certainty: &'static str,
    protection: Option<String>,
}

pub(crate) fn show(session: &Session, json: bool) -> Result<u8, Failure> {
    let notice = session.notice();
    if session.trust() == Trust::Signed(State::ChangedKey) {
        return Err(Failure::NotVerified(wording::trust(session.trust()).to_owned()));
    }
    if json {
        say_json(&ShowJson {
            state: session.trust().code(),
            publisher: session.publisher().map(PublisherJson::of),
            id: notice.id.to_string(),
            revision: notice.revision,
            status: notice.status.code(),
            published: notice.published.map(|time| time.to_string()),
            next_update: notice.next_update.map(|time| time.to_string()),
            title: field(session.words(&notice.title)),
            what_happened: text(session, &notice.what_happened),
            consequences: text(session, &notice.consequences),
            what_we_do: text(session, &notice.what_we_do),
            not_exposed: text(session, &notice.not_exposed),
            not_known: text(session, &notice.not_known),
            exposed: notice
                .exposed
                .iter()
                .map(|e| ExposedJson {
                    class: field(&e.class),
                    certainty: e.certainty.code(),
                    protection: e.protection.as_deref().map(field),
                })
                .collect(),
            affects: session.line(&notice.affects).map(field),
            accounts_affected: session.accounts_affected(),
            never_asks: session.never_asks().iter().map(field).collect(),
        })?;
        return Ok(0);
    }
    say_trust(session)?;
    say(&format!("{}, revision {}", notice.id, notice.revision))?;
    if let Some(published) = notice.published {
        say(&format!("Published {published}"))?;
    }
    if let Some(next) = notice.next_update {
        say(&format!("Next update promised for {next}"))?;
    }
    if let Some(affects) = session.line(&notice.affects) {
        say(&format!("Whom it concerns: {affects}"))?;
    }
    match notice.accounts_affected {
        Some(notice::Accounts::Number(number)) => say(&format!("Accounts: {number}"))?,
        Some(notice::Accounts::NotKnownYet) => say("Accounts: not known yet")?,
        None => {}
    }
    let title = text(session, &notice.title);
    if !title.is_empty() {
        say("")?;
        quote(&title)?;
    }
    for (heading, body) in [
        ("What happened", &notice.what_happened),
        ("What it can lead to", &notice.consequences),
        ("What is being done", &notice.what_we_do),
        ("What was not taken", &notice.not_exposed),
        ("What is not known yet", &notice.not_known),
    ] {
        let body = text(session, body);
        if !body.is_empty() {
            say("")?;
            say(heading)?;
            quote(&body)?;
        }
    }
    if !notice.exposed.is_empty() {
        say("")?;
        say("What was taken")?;
    }
    for exposed in &notice.exposed {
        let name = plan::class_name(&exposed.class, session.language());
        say(&format!("- {} ({})", name, wording::certainty(exposed.certainty)))?;
        let note = text(session, &exposed.note);
        if !note.is_empty() {
            quote(&note)?;
        }
    }
    if !session.never_asks().is_empty() {
        say("")?;
        say(&format!("They will never ask for: {}", session.never_asks().join(", ")))?;
    }
    if let Some(contact) = &notice.contact {
        let ways = [&contact.name, &contact.url, &contact.email].map(Option::as_deref);
        let ways: Vec<&str> = ways.into_iter().chain([session.line(&contact.elsewhere)]).flatten().collect();
        say("")?;
        say(&format!("Contact: {}", ways.join(", ")))?;
    }
    Ok(0)
}

pub(crate) fn text(session: &Session, text: &notice::Localised) -> String {
    shown::text(&session.words(text)).into_owned()
}

/// A field of a JSON document that is one line.
pub(crate) fn field(text: impl AsRef<str>) -> String {
    shown::line(text.as_ref()).into_owned()
}

/// Who vouches for it, and what changed since it was read before.
pub(crate) fn say_trust(session: &Session) -> Result<(), Failure> {
    say(if session.withdrawn_by_a_stranger() {
        crate::notice_words::WITHDRAWN_BY_A_STRANGER
    } else {
        wording::trust(session.trust())
    })?;
    if let Some(publisher) = session.publisher() {
        say(&crate::notice_words::publisher(publisher))?;
    }
    if let Some(late) = session.late() {
        say(&format!("Note: {}", crate::notice_words::late(late)))?;
    }
    let changes = session.changes();
    if !changes.is_empty() {
        say(&format!("Changed since you last read it: {}", changes.join("; ")))?;
    }
    Ok(())
}
