//! The advice library: data files, read once.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::country::Country;
use crate::step::{Cost, Kind, Urgency};
use crate::texts::Texts;

/// What does not depend on a language.
#[derive(Debug, Deserialize)]
pub(crate) struct Frame {
    pub(crate) harm: u32,
    kind: String,
    urgency: String,
    pub(crate) minutes: u32,
    cost: Option<Cost>,
    /// What it costs in one country, by its code.
    #[serde(default)]
    cost_in: BTreeMap<String, Cost>,
    pub(crate) authorities: Vec<String>,
    /// Purposes of `../data/services.toml`.
    #[serde(default)]
    pub(crate) services: Vec<String>,
    /// A purpose among `authorities` that is for these classes alone.
    #[serde(default)]
    pub(crate) only: BTreeMap<String, Vec<String>>,
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

    pub(crate) fn cost(&self, country: Country) -> Option<Cost> {
        self.cost_in.get(country.code()).or(self.cost.as_ref()).cloned()
    }
}

/// A step, and the classes and kinds that stop asking for it.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Lift {
    pub(crate) step: String,
    cause: Vec<String>,
}

impl Lift {
    /// Whether this class or kind stops asking.
    fn lifts(&self, asker: &str) -> bool {
        self.cause.iter().any(|cause| cause.eq_ignore_ascii_case(asker))
    }
}

/// What an answer does; `../advice/questions.toml` says it in words.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Effect {
    /// "No" takes every step of these kinds away.
    #[serde(default)]
    pub(crate) removes_kinds: Vec<String>,
    /// This step …
    pub(crate) step: Option<String>,
    /// … is no longer asked for by these classes after "no" …
    #[serde(default)]
    cause: Vec<String>,
    /// … and is asked for by these after "yes" or "not sure" only.
    #[serde(default)]
    pub(crate) asked_by: Vec<String>,
    /// More steps that "no" lifts.
    #[serde(default)]
    also: Vec<Lift>,
    /// Asked while one of these is in the plan, whatever "no" takes away.
    #[serde(default)]
    pub(crate) watches: Vec<String>,
}

impl Effect {
    /// Whether this class or kind stops asking for this step.
    pub(crate) fn lifts(&self, step: &str, asker: &str) -> bool {
        let here = self.step.as_deref() == Some(step)
            && self.cause.iter().chain(&self.asked_by).any(|cause| cause.eq_ignore_ascii_case(asker));
        here || self.also.iter().any(|lift| lift.step == step && lift.lifts(asker))
    }

    /// The steps that "no" may lift.
    pub(crate) fn lifted_steps(&self) -> impl Iterator<Item = &str> {
        self.step.as_deref().into_iter().chain(self.also.iter().map(|lift| lift.step.as_str()))
    }

    /// Every class and kind that it is about.
    #[cfg(test)]
    fn classes(&self) -> impl Iterator<Item = &String> {
        self.cause.iter().chain(&self.asked_by).chain(self.also.iter().flat_map(|lift| &lift.cause))
    }

    /// Whether this class asks for the step once the question was answered.
    pub(crate) fn is_asked_by(&self, class: &str) -> bool {
        self.asked_by.iter().any(|asker| asker.eq_ignore_ascii_case(class))
    }
}

/// A TOML file that is compiled into the program.
macro_rules! shipped {
    ($file:expr) => {
        crate::shipped::toml($file, include_str!($file))
    };
}

/// The texts of English, which names classes and contacts in the data itself; for other languages see [`translated`].
macro_rules! texts {
    ($language:literal) => {
        Texts {
            steps: shipped!(concat!("../advice/", $language, "/steps.toml")),
            questions: shipped!(concat!("../advice/", $language, "/questions.toml")),
            reasons: shipped!(concat!("../advice/", $language, "/reasons.toml")),
            leaflet: shipped!(concat!("../advice/", $language, "/leaflet.toml")),
            kinds: shipped!(concat!("../advice/", $language, "/kinds.toml")),
            words: shipped!(concat!("../advice/", $language, "/words.toml")),
            ..Texts::default()
        }
    };
}

/// The texts of another language: those of English, and its names of classes and contacts.
macro_rules! translated {
    ($language:literal) => {
        Texts {
            classes: shipped!(concat!("../advice/", $language, "/classes.toml")),
            authorities: shipped!(concat!("../advice/", $language, "/authorities.toml")),
            ..texts!($language)
        }
    };
}

/// The sheet for somebody without a computer, without its texts.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Leaflet {
    pub(crate) part: Vec<LeafletFrame>,
}

/// One part of it.
#[derive(Debug, Deserialize)]
pub(crate) struct LeafletFrame {
    pub(crate) id: String,
    pub(crate) authorities: Vec<String>,
}

/// All of it.
#[derive(Debug, Default)]
pub(crate) struct Library {
    pub(crate) frames: BTreeMap<String, Frame>,
    pub(crate) classes: HashMap<String, Vec<String>>,
    pub(crate) kinds: HashMap<String, Vec<String>>,
    pub(crate) effects: BTreeMap<String, Effect>,
    /// Groups of classes that ask for nothing, for one reason each.
    pub(crate) reasons: BTreeMap<String, Vec<String>>,
    pub(crate) leaflet: Leaflet,
    english: Texts,
    /// By language.
    others: BTreeMap<&'static str, Texts>,
}

/// The languages in which all of the advice is there, English first.
pub const LANGUAGES: [&str; 2] = ["en", "de"];

impl Library {
    fn read() -> Self {
        Self {
            frames: shipped!("../advice/steps.toml"),
            classes: shipped!("../advice/classes.toml"),
            kinds: shipped!("../advice/kinds.toml"),
            effects: shipped!("../advice/questions.toml"),
            reasons: shipped!("../advice/reasons.toml"),
            leaflet: shipped!("../advice/leaflet.toml"),
            english: texts!("en"),
            others: BTreeMap::from([("de", translated!("de"))]),
        }
    }

    /// Texts in `language`; English where there are none.
    pub(crate) fn texts(&self, language: &str) -> &Texts {
        // Of `de-AT` the first part counts.
        language.split('-').next().and_then(|first| self.others.get(first)).unwrap_or(&self.english)
    }

    /// The steps of a class of this name, whatever its capitals.
    fn known(&self, class: &str) -> Option<&Vec<String>> {
        let alike = || self.classes.iter().find(|(name, _)| name.eq_ignore_ascii_case(class));
        self.classes.get(class).or_else(|| alike().map(|(_, steps)| steps))
    }

    /// The steps that a class asks for by itself.
    pub(crate) fn for_class(&self, class: &str) -> Vec<&str> {
        match self.known(class) {
            Some(steps) => steps.iter().map(String::as_str).collect(),
            None => vec!["other-data"],
        }
    }
}

/// The library. It panics if a file of the program is broken: without it there would be no advice, and no word of that.
pub(crate) fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(Library::read)
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

/// Every step of the library with its kind and the classes and kinds of attack that ask for it.
#[must_use]
pub fn askers_of_steps() -> Vec<(&'static str, Kind, Vec<&'static str>)> {
    let library = library();
    let asking = |id: &str| {
        let all = library.classes.iter().chain(&library.kinds);
        let mut askers: Vec<&str> = all
            .filter(|(_, steps)| steps.iter().any(|step| step == id))
            .map(|(asker, _)| asker.as_str())
            .collect();
        askers.sort_unstable();
        askers
    };
    library.frames.iter().map(|(id, frame)| (id.as_str(), frame.kind(), asking(id))).collect()
}

/// How soon and how long the library step of this id is, for a notice that replaces it and leaves that open.
#[must_use]
pub fn step_defaults(id: &str) -> Option<(Urgency, u32)> {
    library().frames.get(id).map(|frame| (frame.urgency(), frame.minutes))
}

/// What a text calls the site where it does not name it.
#[must_use]
pub fn the_site(language: &str) -> &'static str {
    &library().texts(language).words.the_site
}

/// What a class is called in `language`; a name that is not known stays as it is.
#[must_use]
pub fn class_name<'a>(class: &'a str, language: &str) -> &'a str {
    library().texts(language).classes.get(class).map_or(class, String::as_str)
}

/// What a class or a kind of attack is called in `language`; a name that is not known stays as it is.
#[must_use]
pub fn cause_name<'a>(cause: &'a str, language: &str) -> &'a str {
    library().texts(language).kinds.get(cause).map_or_else(|| class_name(cause, language), String::as_str)
}

/// Every class that there is advice for, in the order of the alphabet, with the titles of the steps that it asks for.
#[must_use]
pub fn classes(language: &str) -> Vec<(&'static str, Vec<&'static str>)> {
    let texts = library().texts(language);
    let title = |step: &String| texts.steps.get(step).map(|text| text.title.as_str());
    let mut classes: Vec<(&str, Vec<&str>)> = library()
        .classes
        .iter()
        .map(|(class, steps)| (class.as_str(), steps.iter().filter_map(title).collect()))
        .collect();
    classes.sort_unstable();
    classes
}

/// Whether there is advice for a class of this name.
#[must_use]
pub fn knows_class(class: &str) -> bool {
    library().known(class).is_some()
}

/// Whether a class or a kind of attack of this name is one of ours, so that its name is no word of a notice.
#[must_use]
pub fn knows_cause(cause: &str) -> bool {
    library().kinds.contains_key(cause) || knows_class(cause)
}

/// Whether a class of this name asks for nothing by itself.
#[must_use]
pub fn asks_for_nothing(class: &str) -> bool {
    library().known(class).is_some_and(|steps| steps.iter().all(|step| step == "nothing-asked"))
}

/// Actions for a page or a sheet of paper, where no field of the program stands beside them.
#[must_use]
pub fn without_program(actions: &[String], language: &str) -> Vec<String> {
    let instead = &library().texts(language).words.without_program;
    let said = actions.iter().map(|action| instead.get(action).unwrap_or(action));
    said.filter(|action| !action.is_empty()).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::StepText;

    #[test]
    fn every_file_reads_and_names_only_what_there_is() {
        let library = Library::read();
        for (id, frame) in &library.frames {
            assert_eq!(frame.kind().code(), frame.kind, "{id}");
            assert!(Urgency::from_code(&frame.urgency).is_some(), "{id}");
            assert!((1..=60).contains(&frame.minutes), "{id}");
            for (purpose, classes) in &frame.only {
                assert!(frame.authorities.contains(purpose), "{id}");
                assert!(classes.iter().all(|class| library.classes.contains_key(class)), "{id}");
            }
        }
        for (asker, steps) in library.classes.iter().chain(&library.kinds) {
            assert!(steps.iter().all(|step| library.frames.contains_key(step)), "{asker}");
        }
        for (id, effect) in &library.effects {
            let known = effect
                .lifted_steps()
                .chain(effect.watches.iter().map(String::as_str))
                .all(|step| library.frames.contains_key(step));
            assert!(known, "{id}");
            assert!(effect.removes_kinds.iter().all(|kind| Kind::from_code(kind).code() == kind), "{id}");
            let known =
                |cause: &String| library.classes.contains_key(cause) || library.kinds.contains_key(cause);
            assert!(effect.classes().all(known), "{id}");
        }
    }

    #[test]
    fn every_language_has_each_text_and_no_other() {
        let library = Library::read();
        for language in LANGUAGES {
            let texts = library.texts(language);
            for id in library.frames.keys() {
                let text = texts.steps.get(id).unwrap_or_else(|| panic!("{language}: {id} has no text"));
                assert!((1..=80).contains(&text.title.chars().count()), "{language}: {id}");
                assert!((1..=6).contains(&text.actions.len()), "{language}: {id}");
                assert!(text.actions.iter().all(|action| action.ends_with('.')), "{language}: {id}");
                assert_eq!(sentences(&text.why), 1, "{language}: {id}: a why is one sentence");
            }
            assert_eq!(texts.steps.len(), library.frames.len(), "{language}");
            let asked: Vec<_> =
                library.effects.keys().filter(|id| texts.questions.contains_key(*id)).collect();
            assert_eq!((asked.len(), texts.questions.len()), (library.effects.len(), library.effects.len()));
            assert!(library.reasons.keys().eq(texts.reasons.keys()), "{language}");
            let named = library.kinds.keys().filter(|kind| texts.kinds.contains_key(*kind)).count();
            assert_eq!((named, texts.kinds.len()), (library.kinds.len(), library.kinds.len()), "{language}");
            assert!(texts.reasons.values().all(|reason| sentences(reason) == 1), "{language}");
        }
    }

    #[test]
    fn german_has_a_name_for_each_class_and_its_own_words_for_each_contact() {
        let german = library().texts("de");
        for class in library().classes.keys() {
            assert!(german.classes.contains_key(class), "{class}");
        }
        assert_eq!(german.classes.len(), library().classes.len());
        let ids: Vec<&str> = crate::contacts().iter().map(|contact| contact.id).collect();
        for id in &ids {
            assert!(german.authorities.contains_key(*id), "{id}");
        }
        assert_eq!(german.authorities.len(), ids.len());
        assert_eq!(class_name("Passwords", "de"), "Passwörter");
        assert_eq!(class_name("Dream diaries", "de"), "Dream diaries");
    }

    #[test]
    fn a_translation_names_the_site_where_the_english_does_and_nothing_else_stands_open() {
        let library = Library::read();
        for (id, english) in &library.english.steps {
            let german = &library.texts("de").steps[id];
            let site = |text: &StepText| {
                text.actions.iter().chain([&text.title, &text.why]).filter(|t| t.contains("{site}")).count()
            };
            assert_eq!(site(english) > 0, site(german) > 0, "{id}");
            assert_eq!(english.actions.len(), german.actions.len(), "{id}: one action for one action");
            assert_ne!(english.title, german.title, "{id}");
            for text in german.actions.iter().chain([&german.title, &german.why]) {
                assert!(
                    !text.replace("{site}", "").replace("{elsewhere}", "").contains(['{', '}', '!']),
                    "{id}: {text}"
                );
            }
        }
    }

    /// How many sentences a text has, by its ends.
    fn sentences(text: &str) -> usize {
        text.split(['.', '?']).filter(|part| !part.trim().is_empty()).count()
    }

    #[test]
    fn each_class_that_asks_for_nothing_has_one_reason() {
        let library = Library::read();
        let mut given: Vec<&String> = library.reasons.values().flatten().collect();
        given.sort_unstable();
        let mut silent: Vec<&String> =
            library.classes.keys().filter(|class| asks_for_nothing(class)).collect();
        silent.sort_unstable();
        assert_eq!(given, silent);
        assert!(library.reasons.len() <= 5, "with the last action there are at most six");
    }

    #[test]
    fn a_class_is_known_whatever_its_capitals() {
        assert_eq!(library().for_class("passwords"), library().for_class("Passwords"));
        assert!(knows_class("EMAIL ADDRESSES") && !knows_class("Dream diaries"));
    }

    #[test]
    fn every_class_of_the_catalogue_is_known() {
        assert_eq!(library().classes.len(), 168);
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

    #[test]
    fn every_language_is_a_folder_of_advice_and_has_texts_of_its_own() {
        let advice = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("advice");
        let mut folders: Vec<String> = std::fs::read_dir(advice)
            .unwrap()
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.path().is_dir())
            .map(|entry| entry.file_name().into_string().unwrap())
            .collect();
        folders.sort();
        let mut languages = LANGUAGES.map(str::to_owned).to_vec();
        languages.sort();
        assert_eq!(folders, languages);
        for language in LANGUAGES.into_iter().filter(|language| *language != "en") {
            assert!(!std::ptr::eq(library().texts(language), library().texts("en")), "{language} is English");
        }
    }

    #[test]
    fn what_needs_the_program_has_other_words_for_paper_and_no_step_is_left_empty() {
        for (language, program) in [("en", [" here", "Selfcheck"]), ("de", [" hier", "Selfcheck"])] {
            let texts = library().texts(language);
            let all: Vec<&String> = texts.steps.values().flat_map(|step| &step.actions).collect();
            for action in texts.words.without_program.keys() {
                assert!(all.contains(&action), "{language}: no step says: {action}");
            }
            for (id, step) in &texts.steps {
                let said = without_program(&step.actions, language);
                assert!(!said.is_empty(), "{language}: {id}");
                // "Leave this here for later" and "stop here" speak of where the reader is.
                for action in said.iter().filter(|_| id != "stay-safe") {
                    assert!(!program.iter().any(|word| action.contains(word)), "{language}: {id}: {action}");
                }
            }
        }
    }
}
