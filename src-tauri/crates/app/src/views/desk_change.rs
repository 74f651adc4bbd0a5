//! Changes of a draft as the screens send them.

use crate::desk::addition;
use notice::draft::{Change, Part, Rows};
use serde::Deserialize;
use ts_rs::TS;

/// A step or a question of the notice's own.
#[derive(Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartArg {
    Step,
    Question,
}

impl From<PartArg> for Part {
    fn from(part: PartArg) -> Self {
        match part {
            PartArg::Step => Self::Step,
            PartArg::Question => Self::Question,
        }
    }
}

/// A kind of row.
#[derive(Deserialize, TS, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub enum RowsArg {
    Reported,
    Offer,
    Elsewhere,
}

impl From<RowsArg> for Rows {
    fn from(rows: RowsArg) -> Self {
        match rows {
            RowsArg::Reported => Self::Reported,
            RowsArg::Offer => Self::Offer,
            RowsArg::Elsewhere => Self::Elsewhere,
        }
    }
}

/// A change.
#[derive(Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ChangeArgs {
    Text {
        field: String,
        words: String,
    },
    Moment {
        field: String,
        time: String,
    },
    Flag {
        field: String,
        value: Option<bool>,
    },
    AddRow {
        rows: RowsArg,
        words: String,
    },
    RowText {
        rows: RowsArg,
        at: u32,
        field: String,
        words: String,
    },
    RemoveRow {
        rows: RowsArg,
        at: u32,
    },
    Accounts {
        words: String,
    },
    NeverAsks {
        language: String,
        words: String,
    },
    Attack {
        attack: String,
        named: bool,
    },
    /// A country whose authorities the page shows.
    Country {
        country: String,
        named: bool,
    },
    Class {
        class: String,
        certainty: Option<String>,
        protection: String,
    },
    ClassNote {
        class: String,
        language: String,
        words: String,
    },
    Translated {
        language: String,
        up_to_date: bool,
    },
    Add {
        part: PartArg,
        words: String,
    },
    PartText {
        part: PartArg,
        id: String,
        field: String,
        words: String,
    },
    Minutes {
        id: String,
        minutes: Option<u32>,
    },
    PartEntry {
        part: PartArg,
        id: String,
        entry: String,
        named: bool,
    },
    Shift {
        part: PartArg,
        id: String,
        up: bool,
    },
}

impl From<ChangeArgs> for Change {
    fn from(change: ChangeArgs) -> Self {
        use ChangeArgs as C;
        match change {
            C::Text { field, words } => Self::Text { field, words },
            C::Moment { field, time } => Self::Moment { field, time },
            C::Flag { field, value } => Self::Flag { field, value },
            C::AddRow { rows, words } => Self::AddRow { rows: rows.into(), words },
            C::RowText { rows, at, field, words } => {
                Self::RowText { rows: rows.into(), at: at as usize, field, words }
            }
            C::RemoveRow { rows, at } => Self::RemoveRow { rows: rows.into(), at: at as usize },
            C::Accounts { words } => Self::Accounts(words),
            C::NeverAsks { language, words } => Self::NeverAsks { language, words },
            C::Attack { attack, named } => Self::Kind { kind: attack, named },
            C::Country { country, named } => Self::Country { country, named },
            C::Class { class, certainty, protection } => Self::Class { class, certainty, protection },
            C::ClassNote { class, language, words } => Self::ClassNote { class, language, words },
            C::Translated { language, up_to_date } => Self::Translated { language, up_to_date },
            C::Add { part, words } => addition(part.into(), words),
            C::PartText { part, id, field, words } => Self::PartText { part: part.into(), id, field, words },
            C::Minutes { id, minutes } => Self::Minutes { id, minutes },
            C::PartEntry { part, id, entry, named } => {
                Self::PartEntry { part: part.into(), id, entry, named }
            }
            C::Shift { part, id, up } => Self::Shift { part: part.into(), id, up },
        }
    }
}
