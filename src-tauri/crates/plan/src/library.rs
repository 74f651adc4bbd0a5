//! The advice library: data files, read once.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::step::{Kind, Urgency};

/// What does not depend on a language.
#[derive(Debug, Deserialize)]
pub(crate) struct Frame {
    pub(crate) harm: u32,
    kind: String,
    urgency: String,
    pub(crate) minutes: u32,
    pub(crate) authorities: Vec<String>,
    /// Whether it belongs to every notice.
    #[serde(default)]
    pub(crate) any: bool,
}

impl Frame {
    pub(crate) fn kind(&self) -> Kind {
        Kind::from_code(&self.kind)
    }

    pub(crate) fn urgency(&self) -> Urgency {
        Urgency::from_code(&self.urgency).unwrap_or(Urgency::ThisWeek)
    }
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

/// What "no" takes away.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Effect {
    /// Every step of these kinds.
    #[serde(default)]
    pub(crate) removes_kinds: Vec<String>,
    /// This step …
    pub(crate) step: Option<String>,
    /// … as far as these classes ask for it.
    #[serde(default)]
    pub(crate) cause: Vec<String>,
    /// Asked while one of these is in the plan, whatever "no" takes away.
    #[serde(default)]
    pub(crate) watches: Vec<String>,
}

/// Texts of one language.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    pub(crate) steps: HashMap<String, StepText>,
    pub(crate) questions: HashMap<String, QuestionText>,
}

/// All of it.
#[derive(Debug, Default)]
pub(crate) struct Library {
    pub(crate) frames: BTreeMap<String, Frame>,
    pub(crate) classes: HashMap<String, Vec<String>>,
    pub(crate) kinds: HashMap<String, Vec<String>>,
    pub(crate) effects: BTreeMap<String, Effect>,
    english: Texts,
}

impl Library {
    fn read() -> Result<Self, toml::de::Error> {
        Ok(Self {
            frames: toml::from_str(include_str!("../advice/steps.toml"))?,
            classes: toml::from_str(include_str!("../advice/classes.toml"))?,
            kinds: toml::from_str(include_str!("../advice/kinds.toml"))?,
            effects: toml::from_str(include_str!("../advice/questions.toml"))?,
            english: Texts {
                steps: toml::from_str(include_str!("../advice/en/steps.toml"))?,
                questions: toml::from_str(include_str!("../advice/en/questions.toml"))?,
            },
        })
    }

    /// Texts in `language`; English where there are none.
    pub(crate) fn texts(&self, _language: &str) -> &Texts {
        &self.english
    }

    /// The steps that a class asks for by itself.
    pub(crate) fn for_class(&self, class: &str) -> Vec<&str> {
        match self.classes.get(class) {
            Some(steps) => steps.iter().map(String::as_str).collect(),
            None => vec!["other-data"],
        }
    }
}

/// The library. A test keeps the shipped files readable; files that were not would give no advice at all.
pub(crate) fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::read().unwrap_or_default())
}

/// The ids of every question of the library.
#[must_use]
pub fn question_ids() -> Vec<&'static str> {
    library().effects.keys().map(String::as_str).collect()
}

/// The ids of every step of the library.
#[must_use]
pub fn step_ids() -> Vec<&'static str> {
    library().frames.keys().map(String::as_str).collect()
}

/// Whether there is advice for a class of this name.
#[must_use]
pub fn knows_class(class: &str) -> bool {
    library().classes.contains_key(class)
}

/// Whether a class of this name asks for nothing by itself.
#[must_use]
pub fn asks_for_nothing(class: &str) -> bool {
    library().classes.get(class).is_some_and(|steps| steps.iter().all(|step| step == "nothing-asked"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_reads_and_names_only_what_there_is() {
        let library = Library::read().unwrap();
        let texts = library.texts("en");
        for (id, frame) in &library.frames {
            let text = texts.steps.get(id).unwrap_or_else(|| panic!("{id} has no text"));
            assert!(text.title.chars().count() <= 80, "{id}");
            assert!((1..=6).contains(&text.actions.len()), "{id}");
            assert_eq!(frame.kind().code(), frame.kind, "{id}");
            assert!(Urgency::from_code(&frame.urgency).is_some(), "{id}");
            assert!((1..=60).contains(&frame.minutes), "{id}");
        }
        for (asker, steps) in library.classes.iter().chain(&library.kinds) {
            assert!(steps.iter().all(|step| library.frames.contains_key(step)), "{asker}");
        }
        for (id, effect) in &library.effects {
            assert!(texts.questions.contains_key(id), "{id}");
            let known =
                effect.step.iter().chain(&effect.watches).all(|step| library.frames.contains_key(step));
            assert!(known, "{id}");
            assert!(effect.removes_kinds.iter().all(|kind| Kind::from_code(kind).code() == kind), "{id}");
            assert!(effect.cause.iter().all(|class| library.classes.contains_key(class)), "{id}");
        }
        assert_eq!(texts.steps.len(), library.frames.len());
    }

    #[test]
    fn all_146_classes_of_the_catalogue_are_known() {
        assert_eq!(library().classes.len(), 146);
        assert!(library().classes.values().all(|steps| !steps.is_empty()));
    }

    #[test]
    fn every_id_ever_shipped_is_still_there() {
        for id in include_str!("../advice/ids.txt").lines() {
            assert!(library().frames.contains_key(id), "{id} is gone: ticks of people hang on it");
        }
        assert_eq!(include_str!("../advice/ids.txt").lines().count(), library().frames.len());
    }

    #[test]
    fn texts_blame_nobody_and_promise_nothing() {
        for file in [include_str!("../advice/en/steps.toml"), include_str!("../advice/en/questions.toml")] {
            let text: String = file
                .lines()
                .filter(|line| !line.starts_with('#'))
                .collect::<Vec<_>>()
                .join("\n")
                .to_lowercase();
            for word in ["sorry", "oops", "invalid", "!", "you are safe", "you're fine"] {
                assert!(!text.contains(word), "{word}");
            }
        }
    }
}
