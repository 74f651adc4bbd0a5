//! Values of the screens *Home*, *Notice* and *Walk*.

use super::ErrorCode;
use super::args::{GivenCode, MarkCode};
use super::words::{
    CertaintyCode, FromCode, HeadingCode, HowCode, StatusCode, ToolCode, TrustCode, UrgencyCode,
};
use crate::facts;
use crate::links::Target;
use crate::shown;
use crate::walk::{Session, Standing, Tool, Tools, Trust};
use notice::text::{self, Block, Inline};
use notice::{Accounts, Localised};
use plan::{Difference, Plan, Step};
use serde::Serialize;
use ts_rs::TS;

use crate::open_notice::Opened;

/// What the screens need to know at the start.
#[derive(Serialize, TS)]
pub struct Start {
    pub(crate) version: String,
    pub(crate) countries: Vec<String>,
    /// The country of this system, to begin the question for it with.
    pub(crate) country: Option<String>,
    pub(crate) languages: Vec<String>,
    pub(crate) range_host: String,
    pub(crate) notice: Option<NoticeView>,
    /// Where the file with what is known of publishers stands, if it was damaged.
    pub(crate) publishers_aside: Option<String>,
}

/// The version of this program, and the days of the data in it.
#[derive(Serialize, TS)]
pub struct AboutView {
    pub(crate) version: String,
    /// The day of the list inside the program, where it is known.
    pub(crate) list_as_of: String,
    /// The day of the catalogue of breaches that is in use.
    pub(crate) catalogue_as_of: String,
    /// The day on which the contacts were put together.
    pub(crate) contacts_as_of: String,
    /// The day by which they are to be looked at again.
    pub(crate) contacts_review_by: String,
}

/// A notice and the walk through it.
#[derive(Serialize, TS)]
#[allow(clippy::struct_excessive_bools, reason = "facts of a notice, of which each can stand beside each")]
pub struct NoticeView {
    trust: TrustCode,
    /// What it was when it was kept, if it has become worse since.
    was: Option<TrustCode>,
    publisher: Option<PublisherView>,
    /// Whether it says that it was taken back, and nobody has confirmed who says so.
    withdrawn_by_a_stranger: bool,
    /// Why its publisher withdrew it, where that is said and it is known who the publisher is.
    withdrawal: Option<String>,
    /// Whether its publisher may be taken for the one of its domain now, by whom is asked.
    can_trust: bool,
    /// A domain that is known and looks like this one.
    looks_like: Option<String>,
    /// The promise of an update that has passed.
    late_since: Option<String>,
    /// Until when it was current, if that has passed and no promise has.
    current_until: Option<String>,
    /// Whether the site can be asked for a newer statement.
    can_update: bool,
    /// When that was done last, and the code of why it came to nothing.
    asked: Option<String>,
    trouble: Option<ErrorCode>,
    /// Where the file with what is known of publishers stands, if it was damaged.
    publishers_aside: Option<String>,
    id: String,
    domain: String,
    revision: u32,
    latest_practice: Option<u32>,
    status: StatusCode,
    published: Option<String>,
    next_update: Option<String>,
    title: String,
    affects: Option<String>,
    accounts: Option<f64>,
    accounts_not_known: bool,
    never_asks: Vec<String>,
    apology: Vec<BlockView>,
    facts: Vec<FactView>,
    sections: Vec<SectionView>,
    exposed: Vec<ExposedView>,
    changes: Vec<String>,
    contact: Option<ContactView>,
    walk: WalkView,
}

/// Who signed a notice.
#[derive(Serialize, TS)]
pub struct PublisherView {
    name: String,
    domains: Vec<String>,
    words: String,
    /// For another key than the known one: the words of the known key.
    known_words: Option<String>,
    known_since: Option<String>,
    /// When the card of the other key was made.
    signed_since: Option<String>,
}

/// An address or link before anything is fetched.
#[derive(Serialize, TS)]
pub struct PreviewView {
    pub(crate) text: String,
    /// What would be fetched.
    pub(crate) address: String,
    pub(crate) host: String,
    pub(crate) domain: String,
    pub(crate) is_link: bool,
    pub(crate) looks_like: Option<String>,
    /// Whether the open notice came from there. A newer statement of it keeps its ticks.
    pub(crate) is_open: bool,
}

/// One part of what a notice says.
#[derive(Serialize, TS)]
pub struct SectionView {
    heading: HeadingCode,
    blocks: Vec<BlockView>,
}

/// A block of text.
#[derive(Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BlockView {
    Heading { inlines: Vec<InlineView> },
    Paragraph { inlines: Vec<InlineView> },
    List { ordered: bool, items: Vec<Vec<BlockView>> },
}

/// A piece of text.
#[derive(Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum InlineView {
    Text { text: String },
    Strong { inlines: Vec<InlineView> },
    Emphasis { inlines: Vec<InlineView> },
    Code { text: String },
    Link { inlines: Vec<InlineView>, place: PlaceView },
}

/// Where an address inside a notice leads.
#[derive(Serialize, TS)]
pub struct PlaceView {
    url: String,
    /// Whether it may be opened; else it is there to copy.
    live: bool,
    host: String,
    /// The address to print: its host in letters that nothing can be mistaken for.
    shown: String,
}

impl PlaceView {
    fn new(session: &Session, words: &str, url: &str) -> Self {
        let Target { live, host, shown } = session.target(words, url);
        Self { url: url.to_owned(), live, host, shown }
    }
}

/// One class of data.
#[derive(Serialize, TS)]
pub struct ExposedView {
    class: String,
    certainty: CertaintyCode,
    protection: Option<String>,
    note: Vec<BlockView>,
}

/// Whom to ask.
#[derive(Serialize, TS)]
pub struct ContactView {
    name: Option<String>,
    url: Option<PlaceView>,
    email: Option<String>,
    elsewhere: Option<String>,
    phone: Option<String>,
    hours: Option<String>,
    post: Option<String>,
}

/// A fact of the notice.
#[derive(Serialize, TS)]
pub struct FactView {
    label: String,
    text: String,
}

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

impl From<&Opened> for NoticeView {
    fn from(opened: &Opened) -> Self {
        let session = &opened.session;
        let notice = session.notice();
        // Of a notice by another key than the known one, nothing is shown but that.
        let stopped = session.is_silent();
        let section = |heading, text: &Localised| SectionView {
            heading,
            blocks: blocks(session, &session.blocks(text)),
        };
        let sections = vec![
            section(HeadingCode::Happened, &notice.what_happened),
            section(HeadingCode::Consequences, &notice.consequences),
            section(HeadingCode::Doing, &notice.what_we_do),
            section(HeadingCode::NotTaken, &notice.not_exposed),
            section(HeadingCode::NotKnown, &notice.not_known),
        ];
        Self {
            trust: session.trust().into(),
            was: opened.was.map(TrustCode::from),
            id: notice.id.to_string(),
            domain: shown_domain(session),
            publisher: publisher(opened),
            withdrawn_by_a_stranger: session.withdrawn_by_a_stranger(),
            withdrawal: session.withdrawal().filter(|_| session.is_withdrawn()).map(|reason| field(&reason)),
            can_trust: opened.can_trust,
            looks_like: opened.looks_like.clone(),
            late_since: opened.late_since.map(|time| time.to_string()),
            current_until: opened.current_until.map(|time| time.to_string()),
            can_update: opened.can_update(),
            asked: opened.asked.map(|asked| asked.at.to_string()),
            trouble: opened.trouble,
            publishers_aside: opened.publishers_aside.clone(),
            revision: notice.revision,
            latest_practice: (session.trust() == Trust::Practice).then_some(notice::practice::LATEST),
            status: notice.status.into(),
            published: notice.published.map(|time| time.to_string()),
            next_update: notice.next_update.map(|time| time.to_string()),
            title: field(&session.words(&notice.title)),
            affects: session.line(&notice.affects).map(field),
            accounts: session.accounts_affected().map(number),
            accounts_not_known: notice.accounts_affected == Some(Accounts::NotKnownYet),
            never_asks: session.never_asks().iter().map(|what| field(what)).collect(),
            apology: blocks(session, &session.blocks(&notice.facts.apology)),
            facts: if stopped {
                Vec::new()
            } else {
                let lines = facts::lines(notice, session.language()).into_iter();
                lines.map(|fact| FactView { label: fact.label, text: field(&fact.text) }).collect()
            },
            sections: sections.into_iter().filter(|section| !section.blocks.is_empty()).collect(),
            exposed: notice
                .exposed
                .iter()
                .filter(|e| !stopped || plan::knows_class(&e.class))
                .map(|e| ExposedView {
                    class: plan::class_name(&e.class, session.language()).to_owned(),
                    certainty: e.certainty.into(),
                    protection: e.protection.clone().filter(|_| !stopped),
                    note: blocks(session, &session.blocks(&e.note)),
                })
                .collect(),
            changes: opened.last_read.map(|read| session.changes_since(read)).unwrap_or_default(),
            contact: notice.contact.clone().filter(|_| !stopped).map(|c| ContactView {
                name: c.name,
                url: c.url.map(|url| PlaceView::new(session, "", &url)),
                email: c.email,
                elsewhere: session.line(&c.elsewhere).map(str::to_owned),
                phone: c.phone,
                hours: session.line(&c.hours).map(str::to_owned),
                post: c.post,
            }),
            walk: WalkView::from(session),
        }
    }
}

/// The registrable domain of whoever signed, else of whom the notice says that it is from.
fn shown_domain(session: &Session) -> String {
    let domain = &session.notice().id.domain;
    notice::likeness::readable(notice::domain::registrable(domain))
}

/// The notice's title; its domain where none of its words may be shown.
fn title(session: &Session) -> String {
    let title = session.words(&session.notice().title);
    if title.is_empty() { shown_domain(session) } else { title }
}

/// A field as it may be shown: one line, in which nothing is hidden.
fn field(text: &str) -> String {
    shown::line(text).into_owned()
}

fn publisher(opened: &Opened) -> Option<PublisherView> {
    let publisher = opened.session.publisher()?;
    let known = opened.known.as_ref();
    Some(PublisherView {
        name: field(&publisher.name),
        domains: publisher.domains.clone(),
        words: publisher.root.words(),
        known_words: known.map(|known| known.root.words()),
        known_since: known.and_then(|known| known.since).map(|time| time.to_string()),
        signed_since: known.map(|known| known.issued.to_string()),
    })
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

#[allow(clippy::cast_precision_loss, reason = "accounts are counted far below 2^53")]
fn number(count: u64) -> f64 {
    count as f64
}

fn host(address: &str) -> String {
    url::Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

fn blocks(session: &Session, read: &[Block]) -> Vec<BlockView> {
    let inlines = |words: &[Inline]| inlines(session, words);
    read.iter()
        .map(|block| match block {
            Block::Heading { inlines: words, .. } => BlockView::Heading { inlines: inlines(words) },
            Block::Paragraph(words) => BlockView::Paragraph { inlines: inlines(words) },
            Block::List { ordered, items } => BlockView::List {
                ordered: *ordered,
                items: items.iter().map(|item| blocks(session, item)).collect(),
            },
        })
        .collect()
}

fn inlines(session: &Session, words: &[Inline]) -> Vec<InlineView> {
    let inner = |words: &[Inline]| inlines(session, words);
    words
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => InlineView::Text { text: text.clone() },
            Inline::Strong(words) => InlineView::Strong { inlines: inner(words) },
            Inline::Emphasis(words) => InlineView::Emphasis { inlines: inner(words) },
            Inline::Code(text) => InlineView::Code { text: text.clone() },
            Inline::Link { text: words, url } => InlineView::Link {
                place: PlaceView::new(session, &text::words(words), url),
                inlines: inner(words),
            },
        })
        .collect()
}
