//! Changing one field of a draft without touching the rest of what was written.

mod parts;
mod rows;

pub use parts::{Part, Removed, put_back, take_out};
pub use rows::Rows;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, Value, value};

use crate::{NoticeError, edition, raw, translated_field};

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A text: `title.en`, `contact.name`, `affects`; an empty one is taken out.
    Text {
        /// Where.
        field: String,
        /// What.
        words: String,
    },
    /// A moment or a day: `next_update`, `discovered`, `occurred.from`; an empty one is taken out.
    Moment {
        /// Where.
        field: String,
        /// RFC 3339.
        time: String,
    },
    /// Yes or no: `audience.children`; `None` takes it out.
    Flag {
        /// Where.
        field: String,
        /// Which.
        value: Option<bool>,
    },
    /// A row of facts, with the text that it must have.
    AddRow {
        /// Of which kind.
        rows: Rows,
        /// The text.
        words: String,
    },
    /// A text or day of a row; an empty one is taken out.
    RowText {
        /// Of which kind.
        rows: Rows,
        /// Which, from 0.
        at: usize,
        /// Where, as in `what.en`, `on`.
        field: String,
        /// What.
        words: String,
    },
    /// A row is taken out.
    RemoveRow {
        /// Of which kind.
        rows: Rows,
        /// Which, from 0.
        at: usize,
    },
    /// How many accounts: a number, or anything else for "not known yet"; empty takes it out.
    Accounts(String),
    /// What the publisher never asks for, in one language.
    NeverAsks {
        /// Which language.
        language: String,
        /// One a line; none takes the list out.
        words: String,
    },
    /// A kind of attack is among those named, or not.
    Kind {
        /// Which.
        kind: String,
        /// Whether it is.
        named: bool,
    },
    /// A country's authorities are on the page, or not.
    Country {
        /// Its code, as in `gb`.
        country: String,
        /// Whether they are.
        named: bool,
    },
    /// A class of data, its certainty and its protection; no certainty takes it out.
    Class {
        /// Which.
        class: String,
        /// `confirmed`, `possible` or `ruled-out`.
        certainty: Option<String>,
        /// How it was kept.
        protection: String,
    },
    /// What is added to a class.
    ClassNote {
        /// Which class.
        class: String,
        /// In which language.
        language: String,
        /// What.
        words: String,
    },
    /// A translation says what the statement says that is published next; `false` begins one that does not yet.
    Translated {
        /// Its language.
        language: String,
        /// Whether it does.
        up_to_date: bool,
    },
    /// A step or a question, named after its first words.
    Add {
        /// Which of them.
        part: Part,
        /// The title, or the question.
        words: String,
        /// Names that mean something else already.
        taken: Vec<String>,
    },
    /// A text or word of a step or question: `title.en`, `kind`, `link`; an empty one is taken out.
    PartText {
        /// Which of them.
        part: Part,
        /// Its name.
        id: String,
        /// Where.
        field: String,
        /// What.
        words: String,
    },
    /// How long a step takes.
    Minutes {
        /// Its name.
        id: String,
        /// So many, or not said.
        minutes: Option<u32>,
    },
    /// Who asks for a step, or which step a question takes away.
    PartEntry {
        /// Which of them.
        part: Part,
        /// Its name.
        id: String,
        /// A class or kind; a step.
        entry: String,
        /// Whether it is among them.
        named: bool,
    },
    /// A step or question changes places with its neighbour.
    Shift {
        /// Which of them.
        part: Part,
        /// Its name.
        id: String,
        /// Towards the first.
        up: bool,
    },
}

fn document(text: &str) -> Result<DocumentMut, NoticeError> {
    text.parse().map_err(|_| NoticeError::Syntax { line: 1, column: 1 })
}

/// The draft with the change.
///
/// # Errors
/// When the draft cannot be read, or could not be after the change; it stays as it was then.
pub fn change(draft: &str, change: &Change) -> Result<String, NoticeError> {
    let read = raw::read_draft(draft)?;
    let mut document = document(draft)?;
    match change {
        Change::Text { field, words } => {
            let new = (!words.trim().is_empty()).then(|| value(words.as_str()));
            put(document.as_table_mut(), field, new);
        }
        Change::Moment { field, time } => {
            let parsed = time.trim().parse::<toml_edit::Datetime>();
            let new = (!time.trim().is_empty()).then(|| parsed.map_or_else(|_| value(time.trim()), value));
            if field.starts_with("occurred.") {
                begins(&mut document);
            }
            put(document.as_table_mut(), field, new);
        }
        Change::Flag { field, value: flag } => put(document.as_table_mut(), field, flag.map(value)),
        Change::AddRow { rows, words } => rows::add(&mut document, *rows, words, &read.language),
        Change::RowText { rows, at, field, words } => rows::text(&mut document, *rows, *at, field, words),
        Change::RemoveRow { rows, at } => rows::remove(&mut document, *rows, *at),
        Change::Accounts(text) => {
            let new = match text.trim() {
                "" => None,
                text => Some(text.parse::<i64>().map_or_else(|_| value("not known yet"), value)),
            };
            put(document.as_table_mut(), "accounts_affected", new);
        }
        Change::NeverAsks { language, words } => {
            let lines: Array = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let field = translated_field("never_asks", language, &read.language);
            put(document.as_table_mut(), &field, (!lines.is_empty()).then(|| value(lines)));
        }
        Change::Kind { kind, named } => {
            name_in(&mut document, "kinds", kind, *named);
        }
        Change::Country { country, named } => name_in(&mut document, "countries", country, *named),
        Change::Class { class, certainty, protection } => {
            set_class(&mut document, class, certainty.as_deref(), protection);
        }
        Change::ClassNote { class, language, words } => {
            if let Some(table) = class_table(&mut document, class) {
                let new = (!words.trim().is_empty()).then(|| value(words.as_str()));
                put(table, &format!("note.{language}"), new);
            }
        }
        Change::Translated { language, up_to_date } => {
            // One that has only begun follows none.
            let follows = if *up_to_date { edition::number(&read) } else { 0 };
            put(document.as_table_mut(), &format!("translated.{language}"), Some(value(i64::from(follows))));
        }
        Change::Add { part, words, taken } => parts::add(&mut document, *part, words, taken),
        Change::PartText { part, id, field, words } => parts::text(&mut document, *part, id, field, words),
        Change::Minutes { id, minutes } => parts::minutes(&mut document, id, *minutes),
        Change::PartEntry { part, id, entry, named } => {
            parts::entry(&mut document, *part, id, entry, *named);
        }
        Change::Shift { part, id, up } => parts::shift(&mut document, *part, id, *up),
    }
    let changed = document.to_string();
    raw::read_draft(&changed)?;
    Ok(changed)
}

/// The one time of `occurred` becomes that at which it began.
fn begins(document: &mut DocumentMut) {
    let one = document.get("occurred").and_then(Item::as_datetime).copied();
    if let Some(one) = one {
        let mut span = toml_edit::InlineTable::new();
        span.insert("from", one.into());
        document.insert("occurred", value(span));
    }
}

/// Writes a value below tables that are made where they are missing; one that is there keeps its place and comment.
fn put(table: &mut Table, field: &str, new: Option<Item>) {
    let Some((name, rest)) = field.split_once('.') else {
        match (table.get_mut(field).and_then(Item::as_value_mut), new) {
            (Some(there), Some(Item::Value(mut new))) => {
                *new.decor_mut() = there.decor().clone();
                *there = new;
            }
            (_, Some(item)) => {
                table.insert(field, item);
            }
            (_, None) => {
                table.remove(field);
            }
        }
        return;
    };
    let below = table.entry(name).or_insert_with(|| Item::Table(Table::new()));
    if let Some(below) = below.as_table_mut() {
        put(below, rest, new);
    } else if let Some(inline) = below.as_inline_table_mut() {
        match new.and_then(|item| item.into_value().ok()) {
            Some(new) => {
                inline.insert(rest, new);
            }
            None => {
                inline.remove(rest);
            }
        }
    }
}

/// Puts a name into a list of the document, or takes it out; an empty list is taken out.
fn name_in(document: &mut DocumentMut, list: &str, name: &str, named: bool) {
    let known = document.get(list).and_then(Item::as_array);
    let mut all: Vec<String> =
        known.into_iter().flatten().filter_map(|item| item.as_str().map(str::to_owned)).collect();
    all.retain(|known| known != name);
    if named {
        all.push(name.to_owned());
    }
    let new = (!all.is_empty()).then(|| value(all.into_iter().collect::<Array>()));
    put(document.as_table_mut(), list, new);
}

fn class_table<'a>(document: &'a mut DocumentMut, class: &str) -> Option<&'a mut Table> {
    let classes = document.get_mut("exposed")?.as_array_of_tables_mut()?;
    classes.iter_mut().find(|table| table.get("class").and_then(Item::as_str) == Some(class))
}

fn set_class(document: &mut DocumentMut, class: &str, certainty: Option<&str>, protection: &str) {
    let Some(certainty) = certainty else {
        if let Some(classes) = document.get_mut("exposed").and_then(Item::as_array_of_tables_mut) {
            classes.retain(|table| table.get("class").and_then(Item::as_str) != Some(class));
        }
        return;
    };
    if class_table(document, class).is_none() {
        let mut table = Table::new();
        table.decor_mut().set_prefix("\n");
        table.insert("class", Item::Value(Value::from(class)));
        let classes = document.entry("exposed").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        if let Some(classes) = classes.as_array_of_tables_mut() {
            classes.push(table);
        }
    }
    if let Some(table) = class_table(document, class) {
        put(table, "certainty", Some(value(certainty)));
        put(table, "protection", (!protection.trim().is_empty()).then(|| value(protection.trim())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAFT: &str = "# ours\nformat = 1\nid = \"forum.example/a\" # id\nrevision = 1\nstatus = \"final\"\n\n[title]\nen = \"T\" # said\n\n[[exposed]]\nclass = \"Passwords\"\ncertainty = \"possible\"\n";

    fn changed(made: &Change) -> String {
        change(DRAFT, made).unwrap()
    }

    fn text(field: &str, words: &str) -> Change {
        Change::Text { field: field.to_owned(), words: words.to_owned() }
    }

    #[test]
    fn a_changed_text_leaves_the_rest_as_it_was() {
        assert_eq!(changed(&text("title.en", "U")), DRAFT.replace("\"T\"", "\"U\""));
        let read = crate::read(changed(&text("what_happened.en", "One\n\nTwo \"x\"")).as_bytes()).unwrap();
        assert_eq!(read.what_happened.get("en", "en"), Some("One\n\nTwo \"x\""));
        assert!(crate::read(changed(&text("title.en", " ")).as_bytes()).unwrap().title.is_empty());
        let both = change(&changed(&text("affects", "All")), &text("affects_in.de", "Alle")).unwrap();
        let affects = crate::read(both.as_bytes()).unwrap().affects;
        assert_eq!((affects.get("de", "en"), affects.get("fr", "en")), (Some("Alle"), Some("All")), "{both}");
        let german = text("contact.elsewhere_in.de", "Rufen Sie an");
        let elsewhere = crate::read(changed(&german).as_bytes()).unwrap().contact.unwrap().elsewhere;
        assert_eq!(elsewhere.get("en", "en"), Some("Rufen Sie an"), "better than nothing");
    }

    #[test]
    fn classes_kinds_counts_and_moments_change() {
        let class = |class: &str, certainty: Option<&str>| Change::Class {
            class: class.to_owned(),
            certainty: certainty.map(str::to_owned),
            protection: "bcrypt".to_owned(),
        };
        let read = |made: &Change| crate::read(changed(made).as_bytes()).unwrap();
        assert_eq!(read(&class("Names", Some("confirmed"))).exposed.len(), 2);
        assert_eq!(
            read(&class("Passwords", Some("confirmed"))).exposed[0].protection.as_deref(),
            Some("bcrypt")
        );
        assert_eq!(read(&class("Passwords", None)).exposed.len(), 0);
        let note = Change::ClassNote { class: "Passwords".into(), language: "en".into(), words: "N".into() };
        assert_eq!(read(&note).exposed[0].note.get("en", "en"), Some("N"));
        assert_eq!(read(&Change::Kind { kind: "swatting".into(), named: true }).kinds, ["swatting"]);
        let country = |named| Change::Country { country: "ie".into(), named };
        assert_eq!(read(&country(true)).countries, ["ie"]);
        assert_eq!(read(&country(false)).countries, [""; 0]);
        assert_eq!(read(&Change::Accounts("11".into())).accounts_affected, Some(crate::Accounts::Number(11)));
        let asks = |language: &str| {
            let draft =
                changed(&Change::NeverAsks { language: language.into(), words: " a code \n\nmoney".into() });
            crate::read(draft.as_bytes()).unwrap().never_asks.0
        };
        let items = || vec!["a code".to_owned(), "money".to_owned()];
        assert_eq!(asks("en"), [("en".to_owned(), items())].into());
        assert_eq!(asks("de"), [("de".to_owned(), items())].into());
        let moment = Change::Moment { field: "next_update".into(), time: "2026-03-15T18:00:00Z".into() };
        assert!(read(&moment).next_update.is_some());
    }

    #[test]
    fn a_translation_follows_the_statement_that_is_published_next() {
        let translated = |draft: &str, up_to_date: bool| {
            let made = Change::Translated { language: "de".to_owned(), up_to_date };
            crate::read(change(draft, &made).unwrap().as_bytes()).unwrap().translated["de"]
        };
        assert_eq!((translated(DRAFT, true), translated(DRAFT, false)), (1, 0));
        let third = DRAFT
            .replace("revision = 1", "revision = 3")
            .replace("status", "published = 2026-03-14T18:00:00Z\nstatus");
        assert_eq!(translated(&third, true), 4);
    }

    #[test]
    fn a_change_that_would_make_it_unreadable_is_refused() {
        assert!(change(DRAFT, &text("id", "no id")).is_err());
        assert!(change(DRAFT, &text("status", "over")).is_err());
        let moment = Change::Moment { field: "next_update".into(), time: "tomorrow".into() };
        assert!(change(DRAFT, &moment).is_err());
    }
}
