//! Values of the screen *Walk*: steps, contacts and questions.

use plan::{Difference, Plan, Step};
use serde::Serialize;
use ts_rs::TS;

use super::args::{GivenCode, MarkCode};
use super::words::{FromCode, HowCode, ToolCode, UrgencyCode};
use crate::shown;
use crate::walk::{Session, Standing, Tool, Tools};

/// The steps, with what is ticked.
#[derive(Serialize, TS)]
pub struct WalkView {
    notice_id: String,
    title: String,
    /// What to call the notice where its own words may not stand.
    domain: String,
    /// Whether words of the notice may stand on a page that has a field for a password.
    words_beside_passwords: bool,
    country: String,
    steps: Vec<StepView>,
    questions: Vec<QuestionView>,
    settled: u32,
    total: u32,
    minutes_left: u32,
    /// Of these, for the steps that cannot wait.
    urgent_minutes_left: u32,
    /// Whether paper leaves out the site unless the person asks for it.
    private: bool,
    /// The day by which the contacts were to be looked at again, once it has passed.
    contacts_overdue: Option<String>,
}

/// The walk after an answer, and what the answer changed.
#[derive(Serialize, TS)]
pub struct AnsweredView {
    walk: WalkView,
    /// Titles of steps that came.
    came: Vec<String>,
    /// Titles of steps that went.
    went: Vec<String>,
}

impl AnsweredView {
    pub(crate) fn new(walk: WalkView, changed: Difference) -> Self {
        let titles = |steps: Vec<Step>| steps.into_iter().map(|step| step.title).collect();
        Self { walk, came: titles(changed.came), went: titles(changed.went) }
    }
}

/// One step.
#[derive(Serialize, TS)]
pub struct StepView {
    id: String,
    kind: String,
    /// The tool that stands on the step's own page.
    tool: Option<ToolView>,
    /// The tool that stands on a page of its own, because this one has words of a publisher that is not pinned.
    tool_apart: Option<ToolView>,
    urgency: UrgencyCode,
    minutes: u32,
    cost: Option<CostView>,
    title: String,
    why: String,
    actions: Vec<String>,
    links: Vec<LinkView>,
    services: Vec<ServiceView>,
    /// Whether paper has the pages of the services too, and not only their names.
    prints_pages: bool,
    because: Vec<String>,
    from: FromCode,
    country: Option<String>,
    withdrawn: Option<String>,
    mark: Option<MarkCode>,
    how: Option<HowCode>,
    /// The day on which a step that was put off comes up again.
    remind_on: Option<String>,
}

/// What a step costs.
#[derive(Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CostView {
    /// Nothing.
    Free,
    /// At most this amount.
    UpTo {
        /// With its currency.
        amount: String,
    },
}

impl From<plan::Cost> for CostView {
    fn from(cost: plan::Cost) -> Self {
        match cost {
            plan::Cost::Free => Self::Free,
            plan::Cost::UpTo(amount) => Self::UpTo { amount },
        }
    }
}

/// A tool that takes or makes a password.
#[derive(Serialize, TS)]
pub struct ToolView {
    kind: ToolCode,
    /// Whether it may make a new password too.
    maker: bool,
}

impl From<Tool> for ToolView {
    fn from(tool: Tool) -> Self {
        let (kind, maker) = match tool {
            Tool::Check { maker } => (ToolCode::Check, maker),
            Tool::Export => (ToolCode::Export, false),
            Tool::Maker => (ToolCode::Maker, true),
        };
        Self { kind, maker }
    }
}

/// Whom to contact, or where to read on.
#[derive(Serialize, TS)]
pub struct LinkView {
    text: String,
    /// The name alone.
    name: String,
    ways: Vec<WayView>,
    /// Its page; none where no single body gives the advice.
    url: Option<String>,
    host: Option<String>,
    checked: String,
    note: Option<String>,
}

/// A number to call or to text, or an address to write to.
#[derive(Serialize, TS)]
pub struct WayView {
    /// As in "call 112".
    words: String,
    /// What is dialled or written to, to be copied.
    value: String,
}

impl From<plan::Way> for WayView {
    fn from(way: plan::Way) -> Self {
        let value = way.uri.split_once(':').map_or(way.uri.as_str(), |(_, value)| value).to_owned();
        Self { words: way.words, value }
    }
}

/// The pages of one service in a step.
#[derive(Serialize, TS)]
pub struct ServiceView {
    name: String,
    pages: Vec<LinkView>,
}

/// The links for everybody, and the pages of services.
fn links(links: Vec<plan::Link>) -> (Vec<LinkView>, Vec<ServiceView>) {
    let views = |links: Vec<plan::Link>| links.into_iter().map(LinkView::from).collect();
    let (contacts, services) = plan::by_service(links);
    let service = |pages: plan::ServicePages| ServiceView { name: pages.service, pages: views(pages.pages) };
    (views(contacts), services.into_iter().map(service).collect())
}

/// One part of the sheet for somebody without a computer.
#[derive(Serialize, TS)]
pub struct PartView {
    title: String,
    why: String,
    actions: Vec<String>,
    links: Vec<LinkView>,
    services: Vec<ServiceView>,
    prints_pages: bool,
}

impl From<plan::Part> for PartView {
    fn from(part: plan::Part) -> Self {
        let (links, services) = links(part.links);
        Self { title: part.title, why: part.why, actions: part.actions, links, services, prints_pages: true }
    }
}

impl From<Step> for PartView {
    fn from(step: Step) -> Self {
        let prints_pages = crate::sheet::prints_pages(&step);
        let (links, services) = links(step.links);
        Self { title: step.title, why: step.why, actions: step.actions, links, services, prints_pages }
    }
}

impl From<plan::Link> for LinkView {
    fn from(link: plan::Link) -> Self {
        Self {
            host: link.url.as_deref().map(host),
            text: link.text,
            name: link.name,
            ways: link.ways.into_iter().map(WayView::from).collect(),
            url: link.url,
            checked: link.checked,
            note: link.note,
        }
    }
}

/// A question that changes the steps.
#[derive(Serialize, TS)]
pub struct QuestionView {
    id: String,
    text: String,
    why: String,
    /// Whether a pending step depends on it.
    needed: bool,
    answer: Option<GivenCode>,
}

impl From<&Session> for WalkView {
    fn from(session: &Session) -> Self {
        let progress = session.progress();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let answered = |id: &str| session.answers().get(id).map(|given| (*given).into());
        Self {
            notice_id: session.notice().id.to_string(),
            title: title(session),
            domain: shown_domain(session),
            words_beside_passwords: session.words_beside_passwords(),
            country: session.country().code().to_owned(),
            steps: StepView::all(session.plan(), session),
            questions: session
                .all_questions()
                .into_iter()
                .map(|q| QuestionView {
                    answer: answered(&q.id),
                    needed: session.needs(&q.id),
                    id: q.id,
                    text: field(&q.text),
                    why: field(&q.why),
                })
                .collect(),
            settled: count(progress.settled),
            total: count(progress.total),
            minutes_left: progress.minutes_left,
            urgent_minutes_left: progress.urgent_minutes_left,
            private: session.is_private(),
            contacts_overdue: plan::authorities_overdue(jiff::ZonedDateTime::now().date())
                .then(|| plan::authorities_review_by().to_owned()),
        }
    }
}

impl StepView {
    pub(crate) fn all(plan: Plan, session: &Session) -> Vec<Self> {
        let tools = session.tools(&plan);
        plan.steps.into_iter().map(|step| Self::new(step, session, tools)).collect()
    }

    fn new(step: Step, session: &Session, tools: Tools) -> Self {
        let said = session.mark_of(&step.id);
        let found = tools.of(&step);
        let prints_pages = crate::sheet::prints_pages(&step);
        let (links, services) = links(step.links);
        let tool = |wanted| found.filter(|(_, standing)| *standing == wanted).map(|(tool, _)| tool.into());
        Self {
            mark: said.map(|(mark, _)| mark.into()),
            how: said.map(|(_, how)| how.into()),
            remind_on: session.reminder_of(&step.id).map(|day| day.to_string()),
            tool: tool(Standing::Beside),
            tool_apart: tool(Standing::Apart),
            kind: step.kind.code().to_owned(),
            urgency: step.urgency.into(),
            from: step.from.into(),
            country: step.country.map(|country| country.code().to_owned()),
            links,
            services,
            prints_pages,
            id: step.id,
            minutes: step.minutes,
            cost: step.cost.map(CostView::from),
            title: field(&step.title),
            why: field(&step.why),
            actions: step.actions.iter().map(|action| field(action)).collect(),
            because: step
                .because
                .iter()
                .map(|cause| plan::cause_name(cause, session.language()).to_owned())
                .collect(),
            withdrawn: step.withdrawn,
        }
    }
}

/// The registrable domain of whoever signed, else of whom the notice says that it is from.
pub(super) fn shown_domain(session: &Session) -> String {
    let domain = &session.notice().id.domain;
    notice::likeness::readable(notice::domain::registrable(domain))
}

/// The notice's title; its domain where none of its words may be shown.
pub(super) fn title(session: &Session) -> String {
    let title = session.words(&session.notice().title);
    if title.is_empty() { shown_domain(session) } else { title }
}

/// A field as it may be shown: one line, in which nothing is hidden.
pub(super) fn field(text: &str) -> String {
    shown::line(text).into_owned()
}

pub(super) fn host(address: &str) -> String {
    url::Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}
