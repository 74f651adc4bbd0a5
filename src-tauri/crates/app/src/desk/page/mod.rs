//! `index.html`, one more page for each other language, and `qr.svg`: all of a notice and of its advice for whoever has
//! no program, by templates that escape.

mod parts;
mod steps;
#[cfg(test)]
mod tests;
mod tongue;

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use notice::domain::registrable;
use notice::text;
use notice::{Accounts, Certainty, Localised, Notice, Status};

use super::{DeskError, qr};
use crate::facts::{self, Fact};
use crate::walk::Session;
use parts::{Blocks, parts};
use steps::{Countries, Entry};
use texts::Texts;
pub(super) use tongue::is_tag;
use tongue::{Items, Said, Tongue, name};

/// What stands around a notice on its pages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    /// What the publisher calls itself.
    pub(super) publisher: &'a str,
    /// The link that opens the notice in the program.
    pub(super) link: &'a str,
    /// The words of the root.
    pub(super) words: &'a str,
    /// The name of the notice's file, in the same folder.
    pub(super) file: &'a str,
    /// The address of the folder.
    pub(super) url: &'a str,
    /// Registrable domains of the shipped data.
    pub(super) listed: &'a BTreeSet<String>,
    /// The statement before, where it is known.
    pub(super) former: Option<&'a Notice>,
}

#[derive(Template)]
#[template(path = "notice/qr.svg")]
struct Svg {
    size: usize,
    path: String,
}

struct Section {
    heading: String,
    /// Whether the statement before said something else.
    changed: bool,
    lang: String,
    body: Blocks,
}

struct Taken {
    name: String,
    new: bool,
    certainty: String,
    protection: Option<String>,
    note: Option<(String, Blocks)>,
}

struct Question {
    text: Said,
    why: Option<Said>,
    steps: String,
}

struct Way {
    text: String,
    url: Option<String>,
    lang: String,
}

struct Change {
    revision: u32,
    when: String,
    summary: Said,
}

struct Language {
    code: String,
    name: String,
    file: String,
    /// Whether it is that of this page.
    own: bool,
}

/// What a page has of a translation that follows an older statement.
struct Behind {
    words: String,
    file: &'static str,
}

#[derive(Template)]
#[template(path = "notice/page.html")]
struct Whole<'a> {
    /// The attributes of the root element.
    root: String,
    /// What the page itself says, and the attributes where that is in another language.
    texts: &'static Texts,
    own: String,
    originally: String,
    title: Said,
    description: String,
    domain: &'a str,
    publisher: &'a str,
    status: String,
    languages: Vec<Language>,
    behind: Option<Behind>,
    withdrawn: Option<String>,
    /// What this statement changes, from the second on.
    newest: Option<Change>,
    new_in: String,
    affects: Option<Said>,
    accounts: Option<String>,
    next: Option<String>,
    apology: Option<(String, Blocks)>,
    facts: Vec<Fact>,
    sections: Vec<Section>,
    taken: Vec<Taken>,
    in_all: String,
    steps: Vec<Entry>,
    gone: Vec<Entry>,
    questions: Vec<Question>,
    never_asks: Items,
    contact: Vec<Way>,
    history: Vec<Change>,
    get_program: Option<String>,
    words: &'a str,
    link: &'a str,
    file: &'a str,
    url: &'a str,
}

/// `qr.svg`: an address as a code.
pub(super) fn svg(address: &str) -> Result<String, DeskError> {
    let code = qr::code(address).ok_or(DeskError::Page)?;
    Svg { size: code.size, path: code.path }.render().map_err(|_| DeskError::Page)
}

/// The file of the original page.
const ORIGINAL: &str = "index.html";

/// The pages: that of the original first, then one for each other language that the notice has, by file name. The
/// session is one in which the notice's own steps count.
///
/// # Errors
/// When a page cannot be put together; nothing in a notice can cause that.
pub(super) fn pages(session: &mut Session, around: &Around<'_>) -> Result<Vec<(String, String)>, DeskError> {
    let notice = session.notice().clone();
    let others = other_languages(&notice);
    let mut files = vec![(notice.language.clone(), ORIGINAL.to_owned())];
    files.extend(others.into_iter().map(|(file, language)| (language, file)));
    let mut pages = Vec::new();
    for (language, file) in &files {
        session.set_language(language);
        let steps = Countries::of(session);
        pages.push((file.clone(), page(&notice, language, &files, &steps, around)?));
    }
    session.set_language(&notice.language);
    Ok(pages)
}

/// Every language but the original in which the notice says something, by the name of its page. A code that is no
/// language tag has no page.
fn other_languages(notice: &Notice) -> BTreeMap<String, String> {
    let mut texts: Vec<&Localised> = vec![
        &notice.title,
        &notice.what_happened,
        &notice.consequences,
        &notice.what_we_do,
        &notice.not_exposed,
        &notice.not_known,
    ];
    texts.extend([&notice.affects, &notice.facts.apology]);
    texts.extend(notice.contact.iter().flat_map(|contact| [&contact.elsewhere, &contact.hours]));
    texts.extend(notice.facts.offers.iter().flat_map(|offer| [&offer.what, &offer.how]));
    texts.extend(notice.exposed.iter().map(|exposed| &exposed.note));
    texts.extend(notice.steps.iter().flat_map(|step| [&step.title, &step.why, &step.text, &step.withdrawn]));
    texts.extend(notice.questions.iter().flat_map(|question| [&question.text, &question.why]));
    texts.extend(notice.history.iter().map(|entry| &entry.summary));
    let said = texts.iter().flat_map(|text| &text.0).filter(|(_, words)| !words.trim().is_empty());
    let others = said.map(|(language, _)| language);
    let others = others.filter(|code| is_tag(code) && !code.eq_ignore_ascii_case(&notice.language));
    others.map(|code| (format!("index.{}.html", code.to_ascii_lowercase()), code.clone())).collect()
}

/// One page: every text of the notice and every step.
fn page(
    notice: &Notice,
    language: &str,
    files: &[(String, String)],
    steps: &Countries,
    page: &Around<'_>,
) -> Result<String, DeskError> {
    let tongue = Tongue { page: language, original: &notice.language };
    let texts = tongue.texts();
    let own = registrable(&notice.id.domain);
    let live = |url: &str| {
        let host = notice::host_of(url)?;
        let domain = registrable(host);
        (domain == own || page.listed.contains(domain)).then(|| host.to_owned())
    };
    let blocks = |words: &str, top: u8| Blocks { parts: parts(&text::parse(words), top, &live) };
    let plain = |said: Said| Said { words: text::plain(&text::parse(&said.words)), ..said };
    let say = |text: &Localised| tongue.say(text).map(plain);
    let empty = || Said { words: String::new(), lang: String::new() };
    let withdrawn = notice.status == Status::Withdrawn;
    let moment = notice.published.map(|time| texts.moment(time)).unwrap_or_default();
    let sections = SECTIONS.into_iter().filter_map(|(text, heading)| {
        let said = tongue.say(text(notice))?;
        let before = page.former.map(|former| tongue.say(text(former)).map(|said| said.words));
        let changed = before.is_some_and(|before| before.as_ref() != Some(&said.words));
        Some(Section { heading: heading(texts), changed, lang: said.lang, body: blocks(&said.words, 3) })
    });
    let taken = notice.exposed.iter().map(|exposed| Taken {
        name: plan::class_name(&exposed.class, language).to_owned(),
        new: page.former.is_some_and(|former| {
            !former.exposed.iter().any(|e| (&e.class, e.certainty) == (&exposed.class, exposed.certainty))
        }),
        certainty: match exposed.certainty {
            Certainty::Confirmed => texts.page_certainty_confirmed(),
            Certainty::Possible => texts.page_certainty_possible(),
            Certainty::RuledOut => texts.page_certainty_ruled_out(),
        },
        protection: exposed.protection.as_ref().map(|how| stored(texts, how)),
        note: tongue.say(&exposed.note).map(|said| (said.lang, blocks(&said.words, 3))),
    });
    let title = say(&notice.title)
        .unwrap_or_else(|| Said { words: notice.id.domain.clone(), lang: tongue.originally() });
    let title =
        if withdrawn { Said { words: texts.page_withdrawn_title(&title.words), ..title } } else { title };
    let (open, gone) = steps.entries(notice, tongue, page.former, &live);
    let minutes: u32 = open.iter().map(|step| step.minutes).sum();
    // On the page of a withdrawn notice they stand folded, elsewhere where they always stood.
    let (steps_there, gone) =
        if withdrawn { (open, gone) } else { (steps::in_order(open, gone), Vec::new()) };
    let history = history(notice, tongue, &plain);
    // What a message shows of the page may not repeat what was withdrawn.
    let of_now = notice.history.iter().find(|entry| entry.revision == notice.revision);
    let reason = of_now.filter(|_| withdrawn).map(|entry| &entry.summary);
    let description = if withdrawn { reason.and_then(&say) } else { say(&notice.what_happened) };
    let newest = notice.history.iter().any(|entry| entry.revision == notice.revision) && notice.revision > 1;
    let whole = Whole {
        root: tongue.root(),
        texts,
        own: tongue.own(),
        originally: tongue.originally(),
        description: description.map(|said| said.words).unwrap_or_default(),
        title,
        domain: &notice.id.domain,
        publisher: page.publisher,
        status: status(texts, notice, &moment),
        languages: languages(files, language),
        behind: behind(notice, tongue),
        withdrawn: withdrawn.then(|| texts.page_withdrawn_on(&moment)),
        newest: (newest || withdrawn).then(|| Change {
            revision: notice.revision,
            when: moment.clone(),
            summary: notice
                .history
                .iter()
                .find(|entry| entry.revision == notice.revision)
                .and_then(|entry| say(&entry.summary))
                .unwrap_or_else(empty),
        }),
        new_in: texts.page_new_in(&notice.revision.to_string()),
        affects: say(&notice.affects),
        accounts: notice.accounts_affected.map(|accounts| {
            self::accounts(texts, accounts, page.former.and_then(|former| former.accounts_affected))
        }),
        next: notice.promised().map(|next| texts.page_next(next, &notice.revision.to_string())),
        apology: tongue.say(&notice.facts.apology).map(|said| (said.lang, blocks(&said.words, 3))),
        facts: facts::lines(notice, language),
        sections: sections.collect(),
        taken: taken.collect(),
        in_all: texts.page_in_all(minutes.into()),
        questions: questions(notice, &steps_there, &say),
        steps: steps_there,
        gone,
        never_asks: tongue.list(&notice.never_asks),
        contact: contact(notice, tongue, &live),
        history,
        get_program: notice.get_program.clone().filter(|url| live(url).is_some()),
        words: page.words,
        link: page.link,
        file: page.file,
        url: page.url,
    };
    whole.render().map_err(|_| DeskError::Page)
}

type Part = (fn(&Notice) -> &Localised, fn(&Texts) -> String);

/// The texts of a notice with their headings, in the order of the page.
const SECTIONS: [Part; 5] = [
    (|notice| &notice.what_happened, Texts::page_section_happened),
    (|notice| &notice.consequences, Texts::page_section_consequences),
    (|notice| &notice.what_we_do, Texts::page_section_doing),
    (|notice| &notice.not_exposed, Texts::page_section_not_taken),
    (|notice| &notice.not_known, Texts::page_section_not_known),
];

/// What the header says of this revision.
fn status(texts: &Texts, notice: &Notice, when: &str) -> String {
    let number = notice.revision.to_string();
    match notice.status {
        Status::Interim => texts.page_status_interim(&number, when),
        Status::Final => texts.page_status_final(&number, when),
        Status::Withdrawn => texts.page_status_withdrawn(&number, when),
    }
}

/// How many accounts are affected, and how many the revision before said where that was another number.
fn accounts(texts: &Texts, accounts: Accounts, before: Option<Accounts>) -> String {
    let said = match accounts {
        Accounts::Number(number) => texts.page_accounts(number),
        Accounts::NotKnownYet => texts.page_accounts_unknown(),
    };
    match before {
        Some(Accounts::Number(number)) if accounts != Accounts::Number(number) => {
            format!("{said} {}", texts.page_accounts_before(number))
        }
        _ => said,
    }
}

/// How a class of data was stored.
fn stored(texts: &Texts, how: &str) -> String {
    match how.trim() {
        "plain" => texts.page_stored_plain(),
        "encrypted" => texts.page_stored_encrypted(),
        "unknown" => texts.page_stored_unknown(),
        how => texts.page_stored_as(how),
    }
}

fn languages(files: &[(String, String)], own: &str) -> Vec<Language> {
    let several = files.iter().filter(|_| files.len() > 1).filter(|(code, _)| is_tag(code));
    several
        .map(|(code, file)| Language {
            code: code.clone(),
            name: name(code).to_owned(),
            file: file.clone(),
            own: code == own,
        })
        .collect()
}

/// Whether the translation says which older statement it follows.
fn behind(notice: &Notice, tongue: Tongue<'_>) -> Option<Behind> {
    let followed = notice.translated.get(tongue.page).copied().filter(|_| tongue.page != tongue.original)?;
    let words = tongue.texts().page_translation_behind(&followed.to_string(), &notice.revision.to_string());
    (followed < notice.revision).then_some(Behind { words, file: ORIGINAL })
}

/// The notice's questions that a step depends on which is still to be done.
fn questions(notice: &Notice, steps: &[Entry], say: &impl Fn(&Localised) -> Option<Said>) -> Vec<Question> {
    let asked = notice.questions.iter().filter_map(|question| {
        let open = steps.iter().filter(|step| step.withdrawn.is_none() && question.steps.contains(&step.id));
        let titles: Vec<&str> = open.map(|step| step.title.words.as_str()).collect();
        let (text, why) = (say(&question.text)?, say(&question.why));
        (!titles.is_empty()).then(|| Question { text, why, steps: titles.join("; ") })
    });
    asked.collect()
}

fn contact(notice: &Notice, tongue: Tongue<'_>, live: &impl Fn(&str) -> Option<String>) -> Vec<Way> {
    let contact = notice.contact.clone().unwrap_or_default();
    let filled = |text: &String| !text.trim().is_empty();
    let mut ways = Vec::new();
    let original = |text: String, url: Option<String>| Way { text, url, lang: tongue.originally() };
    ways.extend(contact.name.filter(filled).map(|text| original(text, None)));
    let email = contact.email.filter(filled);
    ways.extend(email.map(|text| {
        let url = mail_uri(&text);
        original(text, url)
    }));
    let phone = contact.phone.filter(filled);
    ways.extend(phone.map(|text| {
        let url = phone_uri(&text);
        original(text, url)
    }));
    ways.extend(tongue.say(&contact.hours).map(|Said { words: text, lang }| Way { text, url: None, lang }));
    let page = contact.url.filter(filled);
    ways.extend(page.map(|text| {
        let url = live(&text).map(|_| text.clone());
        original(text, url)
    }));
    ways.extend(tongue.say(&contact.elsewhere).map(|Said { words: text, lang }| {
        let page = live(text.trim()).map(|_| text.trim().to_owned());
        Way { url: page.or_else(|| phone_uri(&text)).or_else(|| mail_uri(&text)), text, lang }
    }));
    ways.extend(contact.post.filter(filled).map(|text| original(text, None)));
    ways
}

/// An address to write to, where the text is nothing else.
fn mail_uri(text: &str) -> Option<String> {
    let (name, domain) = text.trim().split_once('@')?;
    let fits = |c: char| c.is_ascii_alphanumeric() || "._+-".contains(c);
    let good = !name.is_empty() && name.chars().all(fits) && notice::domain::is_domain(domain);
    good.then(|| format!("mailto:{name}@{domain}"))
}

/// A number to call, where the text is nothing else.
fn phone_uri(text: &str) -> Option<String> {
    let text = text.trim();
    let number: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let digits = number.strip_prefix('+').unwrap_or(&number);
    let fits = |c: char| c.is_ascii_digit() || " +-()/.".contains(c);
    let good = (3..=15).contains(&digits.len())
        && digits.chars().all(|c| c.is_ascii_digit())
        && text.chars().all(fits);
    good.then(|| format!("tel:{number}"))
}

/// What changed, newest first.
fn history(notice: &Notice, tongue: Tongue<'_>, plain: &impl Fn(Said) -> Said) -> Vec<Change> {
    let texts = tongue.texts();
    let mut entries: Vec<_> = notice.history.iter().collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.revision));
    entries.dedup_by_key(|entry| entry.revision);
    let change = |entry: &notice::HistoryEntry| Change {
        revision: entry.revision,
        when: match (published(notice, entry), entry.date) {
            (Some(time), _) => texts.moment(time),
            (None, Some(day)) => texts.day(day),
            (None, None) => texts.page_new_in(&entry.revision.to_string()),
        },
        summary: tongue
            .say(&entry.summary)
            .map_or_else(|| Said { words: String::new(), lang: String::new() }, plain),
    };
    entries.into_iter().map(change).collect()
}

/// When a statement was published: the newest says it itself, an older one if its entry does.
pub(super) fn published(notice: &Notice, entry: &notice::HistoryEntry) -> Option<jiff::Timestamp> {
    notice.published.filter(|_| entry.revision == notice.revision).or(entry.published)
}
