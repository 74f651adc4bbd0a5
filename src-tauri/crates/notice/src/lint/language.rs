//! What the rules know of a language: words and terms, from `lint/`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

/// The languages that have a file.
pub(super) const KNOWN: &[&str] = &["en"];

#[derive(Debug, Default, Deserialize)]
pub(super) struct Language {
    pub(super) hedges: Vec<String>,
    pub(super) hedge_verbs: Vec<String>,
    pub(super) hedged_by: Vec<String>,
    pub(super) explained_by: Vec<String>,
    pub(super) imperatives: Vec<String>,
    pub(super) navigation: Vec<String>,
    pub(super) lead_ins: Vec<String>,
    pub(super) must: Vec<String>,
    pub(super) must_to: Vec<String>,
    pub(super) secret: Secret,
    pub(super) term: Vec<Term>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Secret {
    pub(super) verbs: Vec<String>,
    pub(super) things: Vec<String>,
    pub(super) phrases: Vec<String>,
    pub(super) not_after: Vec<String>,
    pub(super) not_before: Vec<String>,
    pub(super) pay_verbs: Vec<String>,
    pub(super) money: Vec<String>,
    pub(super) to_others: Vec<String>,
    pub(super) negations: Vec<String>,
    pub(super) others: Vec<String>,
    pub(super) report: Vec<String>,
    pub(super) we_need: Vec<String>,
    pub(super) we_ask: Vec<String>,
    pub(super) reassure: Vec<String>,
    pub(super) lead_ins: Vec<String>,
    pub(super) request_to: Vec<String>,
    pub(super) harmless: Vec<String>,
    pub(super) passive_before: Vec<String>,
    pub(super) participles: Vec<String>,
    pub(super) needed: Vec<String>,
    pub(super) receivers: Vec<String>,
    pub(super) to_stay: Vec<String>,
    pub(super) once_we_have: Vec<String>,
    pub(super) breaks: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Term {
    pub(super) forms: Vec<String>,
}

/// The language with this code, if there is a file for it.
pub(super) fn language(code: &str) -> Option<&'static Language> {
    static ENGLISH: OnceLock<Language> = OnceLock::new();
    let english = || ENGLISH.get_or_init(|| shipped("en.toml", include_str!("../../lint/en.toml")));
    code.split(['-', '_']).next().filter(|main| *main == "en").map(|_| english())
}

/// Titles of steps, in every language that there is.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Steps {
    /// They ask for a new password.
    pub(super) new_password: Vec<String>,
    /// In such a title, the password of another place is meant.
    pub(super) elsewhere: Vec<String>,
}

/// The titles of steps.
pub(super) fn steps() -> &'static Steps {
    static STEPS: OnceLock<Steps> = OnceLock::new();
    STEPS.get_or_init(|| shipped("steps.toml", include_str!("../../lint/steps.toml")))
}

/// What texts claim about data.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Claims {
    /// After a number: it counts accounts.
    pub(super) counted: Vec<String>,
    /// Anywhere in a text: it apologises.
    pub(super) sorry: Vec<String>,
    pub(super) language: Vec<ClaimWords>,
}

#[derive(Debug, Deserialize)]
pub(super) struct ClaimWords {
    pub(super) all_clear: Vec<String>,
    pub(super) certain: Vec<String>,
    pub(super) taken: Vec<String>,
    pub(super) carries_on: Vec<String>,
    /// Class to how it begins in a text.
    #[serde(default)]
    pub(super) classes: BTreeMap<String, Vec<String>>,
    pub(super) doubts: Vec<String>,
}

/// The claims.
pub(super) fn claims() -> &'static Claims {
    static CLAIMS: OnceLock<Claims> = OnceLock::new();
    CLAIMS.get_or_init(|| shipped("claims.toml", include_str!("../../lint/claims.toml")))
}

/// Where stolen data is put, and how a text leads there.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Leaks {
    pub(super) hosts: Vec<String>,
    pub(super) language: Vec<LeakWords>,
}

#[derive(Debug, Deserialize)]
pub(super) struct LeakWords {
    pub(super) look: Vec<String>,
    pub(super) leaks: Vec<String>,
    pub(super) told: Vec<String>,
    pub(super) at: Vec<String>,
    pub(super) data: Vec<String>,
    pub(super) statements: Vec<String>,
    pub(super) others: Vec<String>,
    pub(super) denies: Vec<String>,
    pub(super) stops: Vec<String>,
}

/// The places and words.
pub(super) fn leaks() -> &'static Leaks {
    static LEAKS: OnceLock<Leaks> = OnceLock::new();
    LEAKS.get_or_init(|| shipped("leaks.toml", include_str!("../../lint/leaks.toml")))
}

/// The rules of a file that is compiled into the program. Without them a draft that asks for a password would pass, so a
/// broken build has to fail at once.
#[allow(clippy::panic, reason = "the file is part of the program; no input can cause this")]
pub(super) fn shipped<T: serde::de::DeserializeOwned>(name: &str, text: &str) -> T {
    match toml::from_str(text) {
        Ok(language) => language,
        Err(error) => panic!("the program's own file notice/lint/{name} cannot be read: {error}"),
    }
}

/// Whether `word` is in a list.
pub(super) fn in_list(list: &[String], word: &str) -> bool {
    list.iter().any(|each| each == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_every_known_language_reads() {
        for code in KNOWN {
            let language = language(code).unwrap();
            assert!(!language.term.is_empty() && !language.secret.verbs.is_empty(), "{code}");
        }
        assert_eq!((claims().language.len(), leaks().language.len()), (9, 2));
        assert!(!steps().new_password.is_empty() && !steps().elsewhere.is_empty());
        assert!(language("en-GB").is_some());
        assert!(language("de").is_none());
    }
}
