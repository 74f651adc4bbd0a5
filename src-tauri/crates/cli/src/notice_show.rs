//! `selfcheck notice show`: what a notice says, and who vouches for it.

use app::shown;
use app::walk::{Session, Trust};
use notice::verify::State;
use schemars::JsonSchema;
use serde::Serialize;
use texts::Texts;

use crate::notice_trust::PublisherJson;
use crate::notice_words as words;
use crate::terminal::{self, Failure, quote, say, say_json};
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
    #[serde(skip_serializing_if = "Option::is_none")]
    facts: Option<FactsJson>,
}

/// Facts of the notice as in the file; what it does not say is left out.
#[derive(Serialize, JsonSchema)]
struct FactsJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    occurred: Option<SpanJson>,
    /// A day, or a date and time.
    #[serde(skip_serializing_if = "Option::is_none")]
    discovered: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contained: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    records_affected: Option<CountJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    children: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    site_safe: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extortion_of: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reported: Vec<ReportedJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delayed_by_police: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    offers: Vec<OfferJson>,
    #[serde(skip_serializing_if = "String::is_empty")]
    apology: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    elsewhere: Vec<String>,
}

/// A number, or `"not known yet"`.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum CountJson {
    Number(u64),
    Words(&'static str),
}

#[derive(Serialize, JsonSchema)]
struct SpanJson {
    from: Option<String>,
    to: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct ReportedJson {
    authority: String,
    on: Option<String>,
    reference: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct OfferJson {
    what: String,
    until: Option<String>,
    how: String,
    url: Option<String>,
}

impl FactsJson {
    fn of(session: &Session) -> Self {
        let facts = &session.notice().facts;
        Self {
            occurred: facts.occurred.map(|occurred| SpanJson {
                from: occurred.from.map(|when| when.to_string()),
                to: occurred.to.map(|when| when.to_string()),
            }),
            discovered: facts.discovered.map(|when| when.to_string()),
            contained: facts.contained.map(|when| when.to_string()),
            records_affected: facts.records_affected.map(|records| match records {
                notice::Accounts::Number(number) => CountJson::Number(number),
                notice::Accounts::NotKnownYet => CountJson::Words("not known yet"),
            }),
            children: facts.children,
            site_safe: facts.site_safe.map(notice::SiteSafe::code),
            extortion_of: facts.extortion_of.map(notice::ExtortionOf::code),
            reported: facts
                .reported
                .iter()
                .map(|entry| ReportedJson {
                    authority: field(&entry.authority),
                    on: entry.on.map(|day| day.to_string()),
                    reference: entry.reference.as_deref().map(field),
                })
                .collect(),
            delayed_by_police: facts.delayed_by_police,
            offers: facts
                .offers
                .iter()
                .map(|offer| OfferJson {
                    what: field(session.words(&offer.what)),
                    until: offer.until.map(|day| day.to_string()),
                    how: text(session, &offer.how),
                    url: offer.url.as_deref().map(field),
                })
                .collect(),
            apology: text(session, &facts.apology),
            elsewhere: facts.elsewhere.iter().map(field).collect(),
        }
    }
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
        return Err(Failure::NotVerified(words::trust(terminal::texts(), session.trust())));
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
            facts: (notice.facts != notice::Facts::default()).then(|| FactsJson::of(session)),
        })?;
        return Ok(0);
    }
    say_trust(session)?;
    say_head(session)?;
    say_words(session)?;
    say_facts(session)?;
    say_exposed(session)?;
    say_contact(session)?;
    Ok(0)
}

/// Which update it is, of when, and whom it concerns.
fn say_head(session: &Session) -> Result<(), Failure> {
    let texts = Texts::of(session.language());
    let notice = session.notice();
    say(&texts.notice_id_and_revision(&notice.id.to_string(), &notice.revision.to_string()))?;
    if let Some(published) = notice.published {
        say(&texts.notice_published(&published.to_string()))?;
    }
    if let Some(next) = notice.next_update {
        say(&texts.notice_next_update(&next.to_string()))?;
    }
    if let Some(affects) = session.line(&notice.affects) {
        say(&texts.notice_affects(affects))?;
    }
    match notice.accounts_affected {
        Some(notice::Accounts::Number(number)) => say(&texts.notice_accounts(number)),
        Some(notice::Accounts::NotKnownYet) => say(&texts.notice_accounts_not_known()),
        None => Ok(()),
    }
}

/// The publisher's own sentences.
fn say_words(session: &Session) -> Result<(), Failure> {
    let texts = Texts::of(session.language());
    let notice = session.notice();
    let title = text(session, &notice.title);
    if !title.is_empty() {
        say("")?;
        quote(&title)?;
    }
    let apology = text(session, &notice.facts.apology);
    if !apology.is_empty() {
        quote(&apology)?;
    }
    for (heading, body) in [
        (texts.page_section_happened(), &notice.what_happened),
        (texts.page_section_consequences(), &notice.consequences),
        (texts.notice_section_doing(), &notice.what_we_do),
        (texts.page_section_not_taken(), &notice.not_exposed),
        (texts.page_section_not_known(), &notice.not_known),
    ] {
        let body = text(session, body);
        if !body.is_empty() {
            say("")?;
            say(&heading)?;
            quote(&body)?;
        }
    }
    Ok(())
}

/// The kinds of data that were taken, and what nobody will ask for.
fn say_exposed(session: &Session) -> Result<(), Failure> {
    let texts = Texts::of(session.language());
    let notice = session.notice();
    if !notice.exposed.is_empty() {
        say("")?;
        say(&texts.page_taken())?;
    }
    for exposed in &notice.exposed {
        let name = plan::class_name(&exposed.class, session.language());
        say(&format!("- {} ({})", name, wording::certainty(texts, exposed.certainty)))?;
        let note = text(session, &exposed.note);
        if !note.is_empty() {
            quote(&note)?;
        }
    }
    if !session.never_asks().is_empty() {
        say("")?;
        say(&texts.notice_never_asks(&texts.listed(session.never_asks())))?;
    }
    Ok(())
}

fn say_contact(session: &Session) -> Result<(), Failure> {
    if let Some(contact) = &session.notice().contact {
        let texts = Texts::of(session.language());
        let ways = [&contact.name, &contact.url, &contact.email, &contact.phone].map(Option::as_deref);
        let localised = [session.line(&contact.hours), session.line(&contact.elsewhere)];
        let ways = ways.into_iter().chain(localised).chain([contact.post.as_deref()]);
        let ways: Vec<&str> = ways.flatten().collect();
        say("")?;
        say(&texts.notice_contact(&ways.join(", ")))?;
    }
    Ok(())
}

fn say_facts(session: &Session) -> Result<(), Failure> {
    let texts = Texts::of(session.language());
    let facts = app::facts::lines(session.notice(), session.language());
    if !facts.is_empty() {
        say("")?;
    }
    for fact in facts {
        if fact.label.ends_with('?') {
            say(&format!("{} {}", fact.label, fact.text))?;
        } else {
            say(&texts.notice_fact(&fact.label, &fact.text))?;
        }
    }
    Ok(())
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
    let texts = Texts::of(session.language());
    if session.withdrawn_by_a_stranger() {
        say(&texts.notice_withdrawn_by_a_stranger())?;
    } else {
        say(&words::trust(texts, session.trust()))?;
    }
    if let Some(publisher) = session.publisher() {
        say(&words::publisher(texts, publisher))?;
    }
    if let Some(late) = session.late() {
        say(&texts.notice_note(&words::late(texts, late)))?;
    }
    let changes = session.changes();
    if !changes.is_empty() {
        say(&texts.notice_changed(&changes.join("; ")))?;
    }
    Ok(())
}
