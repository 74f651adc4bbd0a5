//! The texts of the advice in one language, as its files have them.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

/// Texts of one language.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    pub(crate) steps: HashMap<String, StepText>,
    pub(crate) questions: HashMap<String, QuestionText>,
    /// Why a group of classes alone asks for nothing.
    pub(crate) reasons: BTreeMap<String, String>,
    /// Names of classes; English ones are the identifiers themselves.
    pub(crate) classes: HashMap<String, String>,
    /// Parts of the sheet for somebody without a computer.
    pub(crate) leaflet: HashMap<String, StepText>,
    /// Names of kinds of attack.
    pub(crate) kinds: HashMap<String, String>,
    /// What differs from English in the directory of contacts, by id.
    pub(crate) authorities: HashMap<String, EntryText>,
    pub(crate) words: Words,
}

/// The texts of a step in one language.
#[derive(Debug, Deserialize)]
pub(crate) struct StepText {
    pub(crate) title: String,
    pub(crate) why: String,
    pub(crate) actions: Vec<String>,
}

/// The texts of a question in one language.
#[derive(Debug, Deserialize)]
pub(crate) struct QuestionText {
    pub(crate) text: String,
    pub(crate) why: String,
}

/// What differs between languages in an entry; what is left out is the same.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct EntryText {
    pub(crate) name: Option<String>,
    pub(crate) note: Option<String>,
}

/// The words around a contact in one language.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Words {
    pub(crate) call: String,
    pub(crate) text: String,
    pub(crate) write: String,
    pub(crate) or: String,
    pub(crate) open: String,
    pub(crate) the_site: String,
    /// What the purposes of the directory of services are called.
    pub(crate) services: HashMap<String, String>,
    /// Whether these are the English words.
    #[serde(default)]
    pub(crate) is_english: bool,
    pub(crate) regions: HashMap<String, String>,
    /// What somebody in danger is told first in a step that another person could notice.
    pub(crate) in_danger: String,
    /// For somebody who answers day and night.
    pub(crate) always: String,
    /// With `{languages}`.
    pub(crate) answers_in: String,
    /// Days of the week by `mon` to `sun`.
    pub(crate) days: HashMap<String, String>,
    /// Languages by their codes.
    pub(crate) languages: HashMap<String, String>,
    /// Actions that need the program, and what is said instead where there is none.
    pub(crate) without_program: HashMap<String, String>,
}
