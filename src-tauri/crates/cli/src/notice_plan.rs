//! `selfcheck notice plan`: the steps that a notice asks for, as text or JSON.

use app::walk::Session;
use plan::{Country, Step};
use schemars::JsonSchema;
use serde::Serialize;
use texts::Texts;

use crate::notice_show::{field, say_trust};
use crate::notice_trust::PublisherJson;
use crate::terminal::{Failure, say, say_json};
use crate::wording;

#[derive(Serialize, JsonSchema)]
pub(crate) struct PlanJson {
    state: &'static str,
    publisher: Option<PublisherJson>,
    id: Option<String>,
    revision: Option<u32>,
    changes: Vec<String>,
    steps: Vec<StepJson>,
    questions: Vec<QuestionJson>,
}

impl PlanJson {
    /// Of a notice of which nothing may be shown: its state alone.
    pub(crate) fn of_nothing(state: &'static str, publisher: Option<PublisherJson>) -> Self {
        Self {
            state,
            publisher,
            id: None,
            revision: None,
            changes: Vec::new(),
            steps: Vec::new(),
            questions: Vec::new(),
        }
    }
}

#[derive(Serialize, JsonSchema)]
struct StepJson {
    id: String,
    kind: &'static str,
    urgency: &'static str,
    minutes: u32,
    /// `free`, or the most that it costs with its currency; left out where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    cost: Option<String>,
    title: String,
    why: String,
    actions: Vec<String>,
    links: Vec<LinkJson>,
    because: Vec<String>,
    from: &'static str,
    country: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    withdrawn: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct LinkJson {
    text: String,
    /// `null` where no single body gives the advice.
    url: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct QuestionJson {
    id: String,
    text: String,
    why: String,
    answers: [&'static str; 3],
}

pub(crate) fn plan(session: &Session, json: bool) -> Result<u8, Failure> {
    let plan = session.plan();
    if json {
        say_json(&PlanJson {
            state: session.trust().code(),
            publisher: session.publisher().map(PublisherJson::of),
            id: Some(session.notice().id.to_string()),
            revision: Some(session.notice().revision),
            changes: session.changes().iter().map(field).collect(),
            steps: plan.steps.into_iter().map(step_json).collect(),
            questions: plan
                .questions
                .into_iter()
                .map(|q| QuestionJson {
                    id: q.id,
                    text: field(&q.text),
                    why: field(&q.why),
                    answers: ["yes", "no", "not_sure"],
                })
                .collect(),
        })?;
        return Ok(0);
    }
    say_trust(session)?;
    let texts = Texts::of(session.language());
    if session.is_withdrawn() {
        return say(&texts.notice_steps_not_listed()).map(|()| 0);
    }
    for (n, step) in plan.steps.iter().enumerate() {
        let said = session.mark_of(&step.id).map(|(mark, _)| wording::mark(texts, mark)).unwrap_or_default();
        say("")?;
        say(&format!("{}. {}{said}", n + 1, heading(step, texts)))?;
        body(step, texts)?;
    }
    Ok(0)
}

fn step_json(step: Step) -> StepJson {
    StepJson {
        id: step.id,
        kind: step.kind.code(),
        urgency: step.urgency.code(),
        minutes: step.minutes,
        cost: step.cost.map(|cost| cost.code().to_owned()),
        title: field(&step.title),
        why: field(&step.why),
        actions: step.actions.iter().map(field).collect(),
        links: step
            .links
            .iter()
            .map(|l| LinkJson { text: field(&l.text), url: l.url.as_ref().map(field) })
            .collect(),
        because: step.because.iter().map(field).collect(),
        from: step.from.code(),
        country: step.country.map(Country::code),
        withdrawn: step.withdrawn.as_ref().map(field),
    }
}

/// More contacts than this are only counted: a long list is not read.
const OPEN_CONTACTS: usize = 5;

pub(crate) fn heading(step: &Step, texts: &Texts) -> String {
    format!("{} ({})", step.title, app::sheet::when(texts, step))
}

pub(crate) fn body(step: &Step, texts: &Texts) -> Result<(), Failure> {
    if let Some(reason) = &step.withdrawn {
        return say(&format!("   {}", texts.notice_step_withdrawn(reason)));
    }
    say(&format!("   {}", step.why))?;
    for action in &step.actions {
        say(&format!("   - {action}"))?;
    }
    if let Some(country) = step.country {
        say(&format!("   {}", texts.contacts_for(&app::sheet::country_name(texts, country))))?;
    }
    let (contacts, services) = plan::by_service(step.links.clone());
    for link in contacts.iter().take(OPEN_CONTACTS) {
        say(&format!("   * {}", link.text))?;
        if let Some(note) = &link.note {
            say(&format!("     {note}"))?;
        }
        if let Some(url) = &link.url {
            let checked = match link.checked.parse() {
                Ok(day) => format!(" ({})", texts.sheet_checked_on(day)),
                Err(_) => String::new(),
            };
            say(&format!("     {url}{checked}"))?;
        }
    }
    let more = contacts.len().saturating_sub(OPEN_CONTACTS);
    if more > 0 {
        say(&format!("   {}", texts.more_contacts(&more.to_string())))?;
    }
    if !services.is_empty() {
        say(&format!("   {}:", texts.services()))?;
    }
    for of in services {
        let page = |page: &plan::Link| page.url.as_ref().map(|url| format!("{}, {url}", page.text));
        let pages: Vec<String> = of.pages.iter().filter_map(page).collect();
        say(&format!("   * {}: {}", of.service, pages.join("; ")))?;
    }
    Ok(())
}
