//! Facts of a draft that come in rows: authorities that were told, help that is offered, other places of the notice.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::put;

/// A table that may be there several times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// An authority that was told.
    Reported,
    /// Help that is offered.
    Offer,
    /// Another place of the notice.
    Elsewhere,
}

impl Rows {
    fn key(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Offer => "offer",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// The field that a row must have.
    fn needed(self, language: &str) -> String {
        match self {
            Self::Reported => "authority".to_owned(),
            Self::Offer => format!("what.{language}"),
            Self::Elsewhere => "url".to_owned(),
        }
    }
}

/// The rows; a list that was written in one line becomes tables first.
fn tables(document: &mut DocumentMut, rows: Rows) -> Option<&mut ArrayOfTables> {
    let item = document.entry(rows.key()).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    if !item.is_array_of_tables() {
        *item = std::mem::take(item).into_array_of_tables().map_or_else(|same| same, Item::ArrayOfTables);
    }
    item.as_array_of_tables_mut()
}

/// Adds a row with the field that it must have, in the draft's own language.
pub(super) fn add(document: &mut DocumentMut, rows: Rows, words: &str, language: &str) {
    let mut table = Table::new();
    table.decor_mut().set_prefix("\n");
    put(&mut table, &rows.needed(language), Some(value(words.trim())));
    if let Some(below) = table.get_mut("what").and_then(Item::as_table_mut) {
        below.set_dotted(true);
    }
    if let Some(tables) = tables(document, rows) {
        tables.push(table);
    }
}

/// Writes a text of a row, or takes it out. What a row must have stays.
pub(super) fn text(document: &mut DocumentMut, rows: Rows, at: usize, field: &str, words: &str) {
    let Some(table) = tables(document, rows).and_then(|tables| tables.get_mut(at)) else { return };
    let new = (!words.trim().is_empty()).then(|| match words.trim().parse::<toml_edit::Datetime>() {
        Ok(day) if field == "on" || field == "until" => value(day),
        _ => value(words),
    });
    put(table, field, new);
    for name in ["what", "how"] {
        if let Some(below) = table.get_mut(name).and_then(Item::as_table_mut) {
            below.set_dotted(true);
        }
    }
}

/// Takes a row out.
pub(super) fn remove(document: &mut DocumentMut, rows: Rows, at: usize) {
    let Some(tables) = tables(document, rows) else { return };
    if at < tables.len() {
        tables.remove(at);
    }
    if tables.is_empty() {
        document.remove(rows.key());
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Change, change};
    use super::*;

    const DRAFT: &str = "format = 1\nid = \"forum.example/a\"\nrevision = 1\nstatus = \"final\"\noccurred = 2026-03-11\n\n[title]\nen = \"T\"\n";

    fn facts(changes: &[Change]) -> crate::Facts {
        let draft = changes.iter().fold(DRAFT.to_owned(), |draft, made| change(&draft, made).unwrap());
        crate::read(draft.as_bytes()).unwrap_or_else(|error| panic!("{error}: {draft}")).facts
    }

    fn add(rows: Rows, words: &str) -> Change {
        Change::AddRow { rows, words: words.to_owned() }
    }

    fn row(rows: Rows, at: usize, field: &str, words: &str) -> Change {
        Change::RowText { rows, at, field: field.to_owned(), words: words.to_owned() }
    }

    #[test]
    fn rows_are_added_changed_and_taken_out() {
        let read = facts(&[
            add(Rows::Reported, "The police"),
            add(Rows::Reported, "The ICO"),
            row(Rows::Reported, 1, "on", "2026-03-13"),
            row(Rows::Reported, 1, "reference", "7/26"),
            Change::RemoveRow { rows: Rows::Reported, at: 0 },
            add(Rows::Offer, "A lock"),
            row(Rows::Offer, 0, "what.de", "Eine Sperre"),
            row(Rows::Offer, 0, "how.en", "Write to us"),
            row(Rows::Offer, 0, "until", "2026-06-01"),
            add(Rows::Elsewhere, "https://status.example/"),
        ]);
        assert_eq!(read.reported.len(), 1);
        assert_eq!(read.reported[0].authority, "The ICO");
        assert_eq!(read.reported[0].on, Some("2026-03-13".parse().unwrap()));
        assert_eq!(read.offers[0].what.get("de", "en"), Some("Eine Sperre"));
        assert_eq!(read.offers[0].until, Some("2026-06-01".parse().unwrap()));
        assert_eq!(read.elsewhere, ["https://status.example/"]);
        let none = facts(&[add(Rows::Offer, "A"), Change::RemoveRow { rows: Rows::Offer, at: 0 }]);
        assert_eq!(none.offers, []);
    }

    #[test]
    fn what_a_row_must_have_cannot_be_taken_out_of_it() {
        let draft = change(DRAFT, &add(Rows::Elsewhere, "https://a.example/")).unwrap();
        assert!(change(&draft, &row(Rows::Elsewhere, 0, "url", " ")).is_err());
        assert!(
            change(&draft, &row(Rows::Reported, 0, "on", "2026-03-13")).is_ok(),
            "no such row, no change"
        );
    }

    #[test]
    fn one_day_becomes_the_beginning_when_the_end_is_added() {
        let moment = |field: &str, time: &str| Change::Moment { field: field.into(), time: time.into() };
        let occurred = facts(&[moment("occurred.to", "2026-03-12")]).occurred.unwrap();
        let said = [occurred.from, occurred.to].map(|when| when.unwrap().to_string());
        assert_eq!(said, ["2026-03-11", "2026-03-12"]);
        let flag = |value| Change::Flag { field: "audience.children".into(), value };
        assert_eq!(facts(&[flag(Some(false))]).children, Some(false));
        assert_eq!(facts(&[flag(Some(true)), flag(None)]).children, None);
    }
}
