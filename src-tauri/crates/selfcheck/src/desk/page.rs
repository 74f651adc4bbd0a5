//! `index.html` and `qr.svg`: all of a notice and of its advice for whoever has no program, by templates that escape.

use std::collections::BTreeSet;

use askama::Template;
use notice::domain::registrable;
use notice::text::{self, Block, Inline};
use notice::{Accounts, Certainty, Localised, Notice, Status};
use plan::{Step, Urgency};

use super::page_words::Words;
use super::{DeskError, qr};
use crate::walk::Session;

/// What stands around a notice on its page.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// What the publisher calls itself.
    pub publisher: &'a str,
    /// The link that opens the notice in the program.
    pub link: &'a str,
    /// The words of the root.
    pub words: &'a str,
    /// The name of the notice's file, in the same folder.
    pub file: &'a str,
    /// Registrable domains of the shipped data.
    pub listed: &'a BTreeSet<String>,
}

enum Piece {
    Text(String),
    Code(String),
    Strong(Inlines),
    Emphasis(Inlines),
    Live { text: String, url: String, host: String },
    Dead { text: String, url: String },
}

#[derive(Template)]
#[template(path = "notice/inlines.html")]
struct Inlines {
    pieces: Vec<Piece>,
}

enum Part {
    Heading {
        level: u8,
        inlines: Inlines,
    },
    Paragraph(Inlines),
    /// The only paragraph of a list item.
    Bare(Inlines),
    List {
        ordered: bool,
        items: Vec<Blocks>,
    },
}

#[derive(Template)]
#[template(path = "notice/blocks.html")]
struct Blocks {
    parts: Vec<Part>,
}

#[derive(Template)]
#[template(path = "notice/qr.svg")]
struct Svg {
    size: usize,
    path: String,
}

struct Section {
    heading: &'static str,
    body: Blocks,
}

struct Taken {
    name: String,
    certainty: &'static str,
    protection: Option<String>,
    note: Option<Blocks>,
}

struct Place {
    text: String,
    url: String,
    host: String,
    live: bool,
    note: Option<String>,
}

struct Entry {
    title: String,
    when: &'static str,
    minutes: u32,
    why: String,
    /// All of its text, where the notice has one; else what to do.
    text: Option<Blocks>,
    actions: Vec<String>,
    links: Vec<Place>,
    withdrawn: Option<String>,
}

struct Question {
    text: String,
    why: String,
    steps: String,
}

struct Way {
    text: String,
    url: Option<String>,
}

struct Translation {
    language: String,
    title: String,
    sections: Vec<Blocks>,
}

#[derive(Template)]
#[template(path = "notice/page.html")]
struct Whole<'a> {
    language: &'a str,
    /// What the page itself says, and the attribute that says its language where that is another one.
    around: &'static Words,
    lang: String,
    title: String,
    domain: &'a str,
    publisher: &'a str,
    status: &'static str,
    revision: u32,
    published: String,
    facts: Vec<String>,
    taken_back: Option<&'static str>,
    sections: Vec<Section>,
    taken: Vec<Taken>,
    minutes: u32,
    steps: Vec<Entry>,
    questions: Vec<Question>,
    never_asks: &'a [String],
    contact: Vec<Way>,
    history: Vec<String>,
    translations: Vec<Translation>,
    words: &'a str,
    link: &'a str,
    file: &'a str,
}

/// `qr.svg`: the link as a code.
pub(super) fn svg(link: &str) -> Result<String, DeskError> {
    let code = qr::code(link).ok_or(DeskError::Page)?;
    Svg { size: code.size, path: code.path }.render().map_err(|_| DeskError::Page)
}

/// `index.html`: every text of the notice and every step, for the generic country. The session is one in which the
/// notice's own steps count.
///
/// # Errors
/// When the page cannot be put together; nothing in a notice can cause that.
pub fn page(session: &Session, page: &Page<'_>) -> Result<String, DeskError> {
    let notice = session.notice();
    let around = Words::of(&notice.language);
    let own = registrable(&notice.id.domain);
    let live = |url: &str| {
        let host = notice::host_of(url)?;
        let domain = registrable(host);
        (domain == own || page.listed.contains(domain)).then(|| host.to_owned())
    };
    let in_own = |text: &Localised| text.get(&notice.language, &notice.language).map(str::to_owned);
    let plain =
        |text: &Localised| in_own(text).map(|words| text::plain(&text::parse(&words))).unwrap_or_default();
    let blocks = |words: &str, top: u8| Blocks { parts: parts(&text::parse(words), top, &live) };
    let mut sections = Vec::new();
    for (heading, text) in sections_of(notice, around) {
        if let Some(words) = in_own(text).filter(|words| !words.trim().is_empty()) {
            sections.push(Section { heading, body: blocks(&words, 3) });
        }
    }
    let taken = notice.exposed.iter().map(|exposed| Taken {
        name: plan::class_name(&exposed.class, &notice.language).to_owned(),
        certainty: match (exposed.certainty, around.certainty) {
            (Certainty::Confirmed, [words, ..])
            | (Certainty::Possible, [_, words, _])
            | (Certainty::RuledOut, [.., words]) => words,
        },
        protection: exposed.protection.as_ref().map(|how| format!("{} {how}.", around.stored)),
        note: in_own(&exposed.note).filter(|words| !words.trim().is_empty()).map(|words| blocks(&words, 3)),
    });
    let steps = session.plan().steps;
    let titles = |ids: &[String]| {
        let named = steps.iter().filter(|step| ids.contains(&step.id)).map(|step| step.title.clone());
        named.collect::<Vec<_>>().join(", ")
    };
    let questions = notice.questions.iter().map(|question| Question {
        text: plain(&question.text),
        why: plain(&question.why),
        steps: titles(&question.steps),
    });
    let minutes = steps.iter().filter(|step| step.withdrawn.is_none()).map(|step| step.minutes).sum();
    let own_of = |step: &Step| notice.steps.iter().find(|own| own.id == step.id);
    let written = |step: &Step| Written {
        link: own_of(step).and_then(|own| own.link.as_deref()),
        text: own_of(step)
            .and_then(|own| in_own(&own.text))
            .map(|words| text::parse(&words))
            .unwrap_or_default(),
    };
    let whole = Whole {
        language: &notice.language,
        around,
        lang: if notice.language.split('-').next() == Some(around.code) {
            String::new()
        } else {
            format!(" lang=\"{}\"", around.code)
        },
        title: plain(&notice.title),
        domain: &notice.id.domain,
        publisher: page.publisher,
        status: match (notice.status, around.status) {
            (Status::Interim, [words, ..])
            | (Status::Final, [_, words, _])
            | (Status::Withdrawn, [.., words]) => words,
        },
        revision: notice.revision,
        published: notice.published.map(|time| around.moment(time)).unwrap_or_default(),
        facts: facts(notice, around),
        taken_back: (notice.status == Status::Withdrawn).then_some(around.taken_back_whole),
        sections,
        taken: taken.collect(),
        minutes,
        steps: steps.iter().map(|step| entry(step, &written(step), &live, around)).collect(),
        questions: questions.collect(),
        never_asks: &notice.never_asks,
        contact: contact(notice, &live),
        history: history(notice, &plain, around),
        translations: translations(notice, &blocks),
        words: page.words,
        link: page.link,
        file: page.file,
    };
    whole.render().map_err(|_| DeskError::Page)
}

fn sections_of<'a>(notice: &'a Notice, around: &Words) -> [(&'static str, &'a Localised); 5] {
    let [happened, leads_to, we_do, not_taken, not_known] = around.sections;
    [
        (happened, &notice.what_happened),
        (leads_to, &notice.consequences),
        (we_do, &notice.what_we_do),
        (not_taken, &notice.not_exposed),
        (not_known, &notice.not_known),
    ]
}

fn facts(notice: &Notice, around: &Words) -> Vec<String> {
    let mut facts = Vec::new();
    if let Some(affects) = &notice.affects {
        facts.push(format!("{} {affects}", around.concerns));
    }
    match notice.accounts_affected {
        Some(Accounts::Number(number)) => facts.push(format!("{} {number}", around.accounts)),
        Some(Accounts::NotKnownYet) => facts.push(format!("{} {}", around.accounts, around.accounts_unknown)),
        None => {}
    }
    if let Some(next) = notice.next_update {
        facts.push(format!("{} {}.", around.next, around.moment(next)));
    }
    facts
}

/// What the notice itself has for a step.
struct Written<'a> {
    link: Option<&'a str>,
    text: Vec<Block>,
}

/// The actions of a step are an extract of its text; a page that is all that somebody has prints the whole.
fn entry(
    step: &Step,
    written: &Written<'_>,
    live: &impl Fn(&str) -> Option<String>,
    around: &Words,
) -> Entry {
    let place = |text: &str, url: &str, note: Option<String>| {
        let host = live(url);
        Place {
            text: text.to_owned(),
            url: url.to_owned(),
            live: host.is_some(),
            host: host.unwrap_or_default(),
            note,
        }
    };
    let link = written.link;
    // What the text itself leads to stands in it.
    let in_text = text::links(&written.text);
    let own = |url: &str| link == Some(url) || in_text.iter().any(|(_, known)| known == url);
    let others = step.links.iter().filter(|other| !own(&other.url));
    let others = others.map(|link| place(&link.text, &link.url, link.note.clone()));
    let links = link.iter().map(|url: &&str| place(around.here, url, None)).chain(others).collect();
    Entry {
        title: step.title.clone(),
        when: match (step.urgency, around.urgency) {
            (Urgency::Now, [words, ..])
            | (Urgency::Today, [_, words, _])
            | (Urgency::ThisWeek, [.., words]) => words,
        },
        minutes: step.minutes,
        why: step.why.clone(),
        text: (!written.text.is_empty()).then(|| Blocks { parts: parts(&written.text, 4, live) }),
        actions: step.actions.clone(),
        links,
        withdrawn: step.withdrawn.clone(),
    }
}

fn contact(notice: &Notice, live: &impl Fn(&str) -> Option<String>) -> Vec<Way> {
    let contact = notice.contact.clone().unwrap_or_default();
    let mut ways = Vec::new();
    ways.extend(contact.name.map(|text| Way { text, url: None }));
    ways.extend(contact.url.map(|text| Way { url: live(&text).map(|_| text.clone()), text }));
    ways.extend(contact.email.map(|text| Way { text, url: None }));
    ways.extend(contact.elsewhere.map(|text| Way { text, url: None }));
    ways
}

fn history(notice: &Notice, plain: &impl Fn(&Localised) -> String, around: &Words) -> Vec<String> {
    let mut entries: Vec<_> = notice.history.iter().collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.revision));
    let line = |entry: &notice::HistoryEntry| {
        let day = entry.date.map(|day| format!("{}: ", around.day(day))).unwrap_or_default();
        format!("{day}{}", plain(&entry.summary))
    };
    entries.into_iter().map(line).collect()
}

/// Every text in every other language: whoever reads that one finds all of it in one place.
fn translations(notice: &Notice, blocks: &impl Fn(&str, u8) -> Blocks) -> Vec<Translation> {
    let mut texts: Vec<&Localised> =
        sections_of(notice, Words::of(&notice.language)).map(|(_, text)| text).to_vec();
    texts.extend(notice.exposed.iter().map(|exposed| &exposed.note));
    texts.extend(notice.steps.iter().flat_map(|step| [&step.title, &step.why, &step.text, &step.withdrawn]));
    texts.extend(notice.questions.iter().flat_map(|question| [&question.text, &question.why]));
    texts.extend(notice.history.iter().map(|entry| &entry.summary));
    let mut languages: Vec<&String> = texts.iter().flat_map(|text| text.0.keys()).collect();
    languages.extend(notice.title.0.keys());
    languages.sort_unstable();
    languages.dedup();
    let others = languages.into_iter().filter(|language| **language != notice.language);
    others
        .map(|language| Translation {
            language: language.clone(),
            title: notice.title.0.get(language).unwrap_or(language).clone(),
            sections: texts
                .iter()
                .filter_map(|text| text.0.get(language))
                .map(|words| blocks(words, 3))
                .collect(),
        })
        .collect()
}

/// Nodes with headings that begin at `top` and skip no level.
fn parts(blocks: &[Block], top: u8, live: &impl Fn(&str) -> Option<String>) -> Vec<Part> {
    let highest = blocks.iter().filter_map(|block| match block {
        Block::Heading { level, .. } => Some(*level),
        _ => None,
    });
    let highest = highest.min().unwrap_or(1);
    let mut before = top - 1;
    let mut parts = Vec::new();
    for block in blocks {
        parts.push(match block {
            Block::Heading { level, inlines } => {
                before = (top + (level - highest)).min(before + 1).min(6);
                Part::Heading { level: before, inlines: pieces(inlines, live) }
            }
            Block::Paragraph(inlines) => Part::Paragraph(pieces(inlines, live)),
            Block::List { ordered, items } => {
                let below = (before + 1).min(6);
                let item = |item: &Vec<Block>| match item.as_slice() {
                    [Block::Paragraph(inlines)] => Blocks { parts: vec![Part::Bare(pieces(inlines, live))] },
                    several => Blocks { parts: parts_of_item(several, below, live) },
                };
                Part::List { ordered: *ordered, items: items.iter().map(item).collect() }
            }
        });
    }
    parts
}

fn parts_of_item(blocks: &[Block], top: u8, live: &impl Fn(&str) -> Option<String>) -> Vec<Part> {
    parts(blocks, top, live)
}

fn pieces(inlines: &[Inline], live: &impl Fn(&str) -> Option<String>) -> Inlines {
    let piece = |inline: &Inline| match inline {
        Inline::Text(words) => Piece::Text(words.clone()),
        Inline::Code(words) => Piece::Code(words.clone()),
        Inline::Strong(inner) => Piece::Strong(pieces(inner, live)),
        Inline::Emphasis(inner) => Piece::Emphasis(pieces(inner, live)),
        Inline::Link { text, url } => {
            let shown = text::plain(&[Block::Paragraph(text.clone())]);
            match live(url) {
                Some(host) => Piece::Live { text: shown, url: url.clone(), host },
                None => Piece::Dead { text: shown, url: url.clone() },
            }
        }
    };
    Inlines { pieces: inlines.iter().map(piece).collect() }
}
