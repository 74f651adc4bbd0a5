//! Values of the screens *Home* and *Notice*.

use super::ErrorCode;
use super::walk::{WalkView, field, shown_domain};
use super::words::{CertaintyCode, HeadingCode, StatusCode, TrustCode};
use crate::facts;
use crate::links::Target;
use crate::walk::{Session, Trust};
use notice::text::{self, Block, Inline};
use notice::{Accounts, Localised};
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

#[allow(clippy::cast_precision_loss, reason = "accounts are counted far below 2^53")]
fn number(count: u64) -> f64 {
    count as f64
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
