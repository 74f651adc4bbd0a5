//! Steps and questions of a draft: added under a name that stays, changed, put in order, taken out and put back.

use std::collections::BTreeSet;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};

use super::put;
use crate::{NoticeError, edition, raw};

/// A kind of part that a notice may bring along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Something to do.
    Step,
    /// A question that takes steps away.
    Question,
}

impl Part {
    fn key(self) -> &'static str {
        match self {
            Self::Step => "step",
            Self::Question => "question",
        }
    }

    /// The list inside it: who asks for a step, and which steps a question takes away.
    fn list(self) -> &'static str {
        match self {
            Self::Step => "because",
            Self::Question => "steps",
        }
    }
}

/// A part that was taken out, so that it can be put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// What it is.
    pub part: Part,
    /// Its name.
    pub id: String,
    /// Its title, or the question.
    pub words: String,
    /// Itself, as a draft of nothing else.
    text: String,
    /// Where it stood among its kind.
    place: usize,
    /// The questions that took this step away.
    asked_by: Vec<String>,
}

/// The longest name that is made from words.
const LONGEST: usize = 40;

/// A name made from words: small letters, digits and hyphens; `fallback` where the words have none.
fn slug(words: &str, fallback: &str) -> String {
    let mut slug = String::new();
    for character in words.chars().flat_map(char::to_lowercase) {
        match character {
            'a'..='z' | '0'..='9' => slug.push(character),
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            '\'' | '’' => {}
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    if slug.len() > LONGEST {
        let end = slug.get(..LONGEST).and_then(|start| start.rfind('-')).unwrap_or(LONGEST);
        slug.truncate(end);
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { fallback.to_owned() } else { slug.to_owned() }
}

/// Adds a part, named after its first words. `taken` are names that mean something else already.
pub(super) fn add(document: &mut DocumentMut, part: Part, words: &str, taken: &[String]) {
    let draft = raw::read_draft(&document.to_string()).ok();
    let language = draft.as_ref().map_or_else(|| "en".to_owned(), |draft| draft.language.clone());
    let own: BTreeSet<String> = draft
        .iter()
        .flat_map(|draft| match part {
            Part::Step => draft.steps.iter().map(|step| step.id.clone()).collect::<Vec<_>>(),
            Part::Question => draft.questions.iter().map(|question| question.id.clone()).collect(),
        })
        .chain(taken.iter().cloned())
        .collect();
    let first = slug(words, part.key());
    let mut names = std::iter::once(first.clone()).chain((2_u32..).map(|number| format!("{first}-{number}")));
    let id = names.find(|name| !own.contains(name)).unwrap_or(first);
    let mut table = Table::new();
    table.decor_mut().set_prefix("\n");
    table.insert("id", value(id));
    match part {
        Part::Step => {
            table.insert("since", value(i64::from(draft.as_ref().map_or(1, edition::number))));
            table.insert("kind", value("read"));
            table.insert("urgency", value("today"));
            table.insert("minutes", value(5));
            set_text(&mut table, &format!("title.{language}"), words.trim());
            table.insert("because", value(Array::new()));
        }
        Part::Question => {
            set_text(&mut table, &format!("text.{language}"), words.trim());
            table.insert("steps", value(Array::new()));
        }
    }
    if let Some(tables) = tables(document, part) {
        let place = tables.len();
        insert(tables, place, table);
    }
}

/// Writes or takes out a text or word of a part, as in `title.en`, `kind`, `link`.
pub(super) fn text(document: &mut DocumentMut, part: Part, id: &str, field: &str, words: &str) {
    // A name that changed would lose the ticks of everybody who has read it.
    if field != "id"
        && let Some(table) = table(document, part, id)
    {
        set_text(table, field, words);
    }
}

/// How long a step takes; `None` leaves it open.
pub(super) fn minutes(document: &mut DocumentMut, id: &str, minutes: Option<u32>) {
    if let Some(table) = table(document, Part::Step, id) {
        put(table, "minutes", minutes.map(|minutes| value(i64::from(minutes))));
    }
}

/// Puts an entry into the list of a part, or takes it out.
pub(super) fn entry(document: &mut DocumentMut, part: Part, id: &str, entry: &str, named: bool) {
    let Some(table) = table(document, part, id) else { return };
    let entries = entries(table, part.list());
    let mut kept: Vec<String> = entries.into_iter().filter(|each| each != entry).collect();
    if named {
        kept.push(entry.to_owned());
    }
    put(table, part.list(), Some(value(kept.into_iter().collect::<Array>())));
}

/// Moves a part before the one above it, or behind the one below it.
pub(super) fn shift(document: &mut DocumentMut, part: Part, id: &str, up: bool) {
    let Some(tables) = tables(document, part) else { return };
    let Some(place) = tables.iter().position(|table| is(table, id)) else { return };
    let aim = if up { place.checked_sub(1) } else { Some(place + 1).filter(|aim| *aim < tables.len()) };
    if let Some(aim) = aim {
        let table = tables.remove(place);
        insert(tables, aim, table);
    }
}

/// The draft without a part, and what puts it back; `None` where there is no such part.
///
/// # Errors
/// When the draft cannot be read, or could not be without it.
pub fn take_out(draft: &str, part: Part, id: &str) -> Result<Option<(String, Removed)>, NoticeError> {
    let read = raw::read_draft(draft)?;
    let mut document = super::document(draft)?;
    let words = match part {
        Part::Step => read.steps.iter().find(|step| step.id == id).map(|step| &step.title),
        Part::Question => read.questions.iter().find(|question| question.id == id).map(|each| &each.text),
    };
    let words = words.and_then(|text| text.get(&read.language, &read.language)).unwrap_or(id).to_owned();
    let Some(tables) = tables(&mut document, part) else { return Ok(None) };
    let Some(place) = tables.iter().position(|table| is(table, id)) else { return Ok(None) };
    let taken = tables.remove(place);
    if tables.is_empty() {
        document.remove(part.key());
    }
    let mut asked_by = Vec::new();
    if part == Part::Step {
        let asks = read.questions.iter().filter(|question| question.steps.iter().any(|step| step == id));
        asked_by = asks.map(|question| question.id.clone()).collect();
        for question in &asked_by {
            entry(&mut document, Part::Question, question, id, false);
        }
    }
    let mut alone = DocumentMut::new();
    let mut one = ArrayOfTables::new();
    insert(&mut one, 0, taken);
    alone.insert(part.key(), Item::ArrayOfTables(one));
    let removed = Removed { part, id: id.to_owned(), words, text: alone.to_string(), place, asked_by };
    let changed = document.to_string();
    raw::read_draft(&changed)?;
    Ok(Some((changed, removed)))
}

/// The draft with a part that was taken out, where it stood. One that has its name by now stays alone.
///
/// # Errors
/// When the draft cannot be read, or could not be with it.
pub fn put_back(draft: &str, removed: &Removed) -> Result<String, NoticeError> {
    raw::read_draft(draft)?;
    let mut document = super::document(draft)?;
    let mut alone = super::document(&removed.text)?;
    let table = tables(&mut alone, removed.part).filter(|one| !one.is_empty()).map(|one| one.remove(0));
    if let (Some(table), Some(tables)) = (table, tables(&mut document, removed.part))
        && !tables.iter().any(|other| is(other, &removed.id))
    {
        let place = removed.place.min(tables.len());
        insert(tables, place, table);
        for question in &removed.asked_by {
            entry(&mut document, Part::Question, question, &removed.id, true);
        }
    }
    let changed = document.to_string();
    raw::read_draft(&changed)?;
    Ok(changed)
}

fn is(table: &Table, id: &str) -> bool {
    table.get("id").and_then(Item::as_str) == Some(id)
}

/// The parts of a kind; a list that was written in one line becomes tables first.
fn tables(document: &mut DocumentMut, part: Part) -> Option<&mut ArrayOfTables> {
    let item = document.entry(part.key()).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    if !item.is_array_of_tables() {
        *item = std::mem::take(item).into_array_of_tables().map_or_else(|same| same, Item::ArrayOfTables);
    }
    item.as_array_of_tables_mut()
}

fn table<'a>(document: &'a mut DocumentMut, part: Part, id: &str) -> Option<&'a mut Table> {
    document
        .contains_key(part.key())
        .then(|| tables(document, part))
        .flatten()?
        .iter_mut()
        .find(|t| is(t, id))
}

/// Every part stands where the first stood, in this order; tables inside a part stay behind it.
fn insert(tables: &mut ArrayOfTables, place: usize, table: Table) {
    let first = tables.iter().filter_map(Table::position).min();
    tables.insert(place, table);
    for table in tables.iter_mut() {
        set_place(table, first);
    }
}

fn set_place(table: &mut Table, place: Option<isize>) {
    table.set_position(place);
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(below) => set_place(below, place),
            Item::ArrayOfTables(several) => several.iter_mut().for_each(|below| set_place(below, place)),
            _ => {}
        }
    }
}

/// Texts in languages are written in the table itself, as in `title.en = "…"`.
fn set_text(table: &mut Table, field: &str, words: &str) {
    let new = (!words.trim().is_empty()).then(|| value(words));
    if let Some((name, _)) = field.split_once('.')
        && !table.contains_key(name)
    {
        if new.is_none() {
            return;
        }
        let mut texts = Table::new();
        texts.set_dotted(true);
        table.insert(name, Item::Table(texts));
    }
    put(table, field, new);
}

fn entries(table: &Table, list: &str) -> Vec<String> {
    let array = table.get(list).and_then(Item::as_array);
    array.into_iter().flatten().filter_map(|each| each.as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Change, change};
    use super::*;
    use crate::Notice;

    const DRAFT: &str = "format = 1\nid = \"forum.example/a\"\nrevision = 1\nstatus = \"final\"\n\n[title]\nen = \"T\"\n\n[[question]]\nid = \"asked\"\ntext.en = \"Did you?\"\nsteps = [\"one\", \"two\"]\n\n# The first.\n[[step]]\nid = \"one\"\nsince = 1\ntitle.en = \"One\" # said\n\n[[step]]\nid = \"two\"\n[step.title]\nen = \"Two\"\n\n[[history]]\nrevision = 1\nsummary.en = \"S\"\n";

    fn ids(draft: &str) -> Vec<String> {
        read(draft).steps.into_iter().map(|step| step.id).collect()
    }

    fn read(draft: &str) -> Notice {
        crate::read(draft.as_bytes()).unwrap()
    }

    fn add(draft: &str, part: Part, words: &str, taken: &[&str]) -> String {
        let taken = taken.iter().map(|name| (*name).to_owned()).collect();
        change(draft, &Change::Add { part, words: words.to_owned(), taken }).unwrap()
    }

    fn set(draft: &str, id: &str, field: &str, words: &str) -> String {
        let made = Change::PartText {
            part: Part::Step,
            id: id.to_owned(),
            field: field.to_owned(),
            words: words.to_owned(),
        };
        change(draft, &made).unwrap()
    }

    #[test]
    fn a_new_step_is_named_once_and_its_title_may_change_afterwards() {
        let draft = add(DRAFT, Part::Step, "Zwei Schlüssel prüfen, sofort!", &[]);
        assert_eq!(ids(&draft), ["one", "two", "zwei-schluessel-pruefen-sofort"]);
        let step = &read(&draft).steps[2];
        assert_eq!(
            (step.since, step.urgency.as_deref(), step.kind.as_str()),
            (Some(1), Some("today"), "read")
        );
        let renamed = set(&draft, &step.id, "title.en", "Another title");
        assert_eq!(ids(&renamed), ids(&draft));
        assert_eq!(read(&renamed).steps[2].title.get("en", "en"), Some("Another title"));
        assert_eq!(ids(&set(&draft, "one", "id", "other")), ids(&draft), "a name never changes");
        assert!(draft.starts_with(DRAFT.split("[[history]]").next().unwrap()), "{draft}");
    }

    #[test]
    fn names_that_mean_something_already_get_a_number() {
        let draft = add(DRAFT, Part::Step, "One", &["one-2"]);
        assert_eq!(ids(&draft)[2], "one-3");
        assert_eq!(ids(&add(&draft, Part::Step, "пароль", &[]))[3], "step");
        let long = ids(&add(DRAFT, Part::Step, &"word ".repeat(30), &[]))[2].clone();
        assert!(long.len() <= LONGEST && long.ends_with("word"), "{long}");
        let asked = add(DRAFT, Part::Question, "Did you pay?", &[]);
        assert_eq!(read(&asked).questions[1].id, "did-you-pay");
    }

    #[test]
    fn a_step_that_comes_after_a_statement_says_since_which_one() {
        let published = DRAFT.replace("status", "published = 2026-03-14T18:00:00Z\nstatus");
        assert_eq!(read(&add(&published, Part::Step, "New", &[])).steps[2].since, Some(2));
    }

    #[test]
    fn a_step_is_withdrawn_with_a_reason_and_taken_back_again() {
        let draft = set(DRAFT, "one", "withdrawn.en", "It is over.");
        assert!(draft.contains("title.en = \"One\" # said\nwithdrawn.en = \"It is over.\""), "{draft}");
        assert_eq!(read(&set(&draft, "one", "withdrawn.en", "")).steps, read(DRAFT).steps);
        let minutes = Change::Minutes { id: "two".to_owned(), minutes: Some(7) };
        assert_eq!(read(&change(DRAFT, &minutes).unwrap()).steps[1].minutes, Some(7));
    }

    #[test]
    fn steps_change_places_and_take_the_tables_inside_them_along() {
        let shift = |draft: &str, id: &str, up: bool| {
            change(draft, &Change::Shift { part: Part::Step, id: id.to_owned(), up }).unwrap()
        };
        let draft = shift(DRAFT, "two", true);
        assert_eq!(ids(&draft), ["two", "one"]);
        assert_eq!(read(&draft).steps[0].title.get("en", "en"), Some("Two"), "{draft}");
        assert!(draft.contains("# The first.\n[[step]]\nid = \"one\""), "{draft}");
        assert_eq!(ids(&shift(&draft, "two", true)), ["two", "one"], "there is nothing above the first");
        assert_eq!(read(&shift(&draft, "two", false)), read(DRAFT));
    }

    #[test]
    fn what_was_taken_out_can_be_put_back_with_everything_about_it() {
        let (without, removed) = take_out(DRAFT, Part::Step, "one").unwrap().unwrap();
        assert_eq!((ids(&without), removed.words.as_str()), (vec!["two".to_owned()], "One"));
        assert_eq!(read(&without).questions[0].steps, ["two"]);
        let edited = set(&without, "two", "why.en", "Because");
        let back = put_back(&edited, &removed).unwrap();
        assert_eq!(ids(&back), ["one", "two"]);
        assert!(back.contains("title.en = \"One\" # said"), "{back}");
        assert_eq!(read(&back).steps[1].why.get("en", "en"), Some("Because"), "what was typed since stays");
        assert_eq!(read(&back).questions[0].steps, ["two", "one"]);
        assert_eq!(put_back(&back, &removed).unwrap(), back, "twice is once");
        assert!(take_out(DRAFT, Part::Step, "none").unwrap().is_none());
        let (last, removed) = take_out(&without, Part::Step, "two").unwrap().unwrap();
        assert_eq!(ids(&last).len(), 0);
        assert_eq!(ids(&put_back(&last, &removed).unwrap()), ["two"]);
    }

    #[test]
    fn askers_and_steps_of_a_question_are_named_and_taken_off() {
        let entry = |part, id: &str, entry: &str, named| {
            let made = Change::PartEntry { part, id: id.to_owned(), entry: entry.to_owned(), named };
            read(&change(DRAFT, &made).unwrap())
        };
        assert_eq!(entry(Part::Step, "one", "Passwords", true).steps[0].because, ["Passwords"]);
        assert_eq!(entry(Part::Question, "asked", "two", false).questions[0].steps, ["one"]);
    }

    #[test]
    fn steps_written_in_one_line_can_be_changed_too() {
        let draft = "format = 1\nid = \"forum.example/a\"\nrevision = 1\nstatus = \"final\"\nstep = [{ id = \"one\", title = { en = \"One\" } }]\n";
        assert_eq!(ids(&add(draft, Part::Step, "Two", &[])), ["one", "two"]);
        let changed = set(draft, "one", "title.en", "Uno");
        assert_eq!(read(&changed).steps[0].title.get("en", "en"), Some("Uno"), "{changed}");
    }
}
