//! Whether the English advice can be read at eleven.
//!
//! The measure is the Flesch–Kincaid grade, 0.39 × words per sentence + 11.8 × syllables per word − 15.59, plus five
//! for the age at which that grade is taught; the same as in the lint of notices.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests read files and stop at what is wrong"
)]

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Deserialize)]
struct Step {
    title: String,
    why: String,
    actions: Vec<String>,
}

#[derive(Deserialize)]
struct Question {
    text: String,
    why: String,
}

/// Below so many words a grade says nothing; the lint of notices has the same measure and the same limit.
const FEWEST_WORDS: usize = 20;

fn reading_age<'a>(texts: impl Iterator<Item = &'a str>) -> f64 {
    let ended = |text: &str| if text.ends_with(['.', '?']) { text.to_owned() } else { format!("{text}.") };
    let prose = texts.map(ended).collect::<Vec<_>>().join(" ");
    if textstat::lexicon_count(&prose) < FEWEST_WORDS {
        0.0
    } else {
        textstat::flesch_kincaid_grade(&prose) + 5.0
    }
}

#[test]
fn a_lawyers_sentence_is_not_for_children() {
    let text = "Notwithstanding the foregoing, unauthorised acquisition of personally identifiable information occurred, consequently necessitating precautionary reconfiguration of authentication credentials by affected individuals";
    assert!(reading_age([text].into_iter()) > 16.0);
    let plain = "Call the bank. Ask for a new card. Look at what was paid. Tell them what is not yours, and when it was.";
    assert!(reading_age([plain].into_iter()) < 8.0);
}

#[test]
fn every_english_step_can_be_read_at_ten() {
    let steps: BTreeMap<String, Step> = toml::from_str(include_str!("../advice/en/steps.toml")).unwrap();
    let hard: Vec<String> = steps
        .iter()
        .filter_map(|(id, step)| {
            let texts =
                step.actions.iter().chain([&step.title, &step.why]).map(|text| text.replace("{site}", "it"));
            let texts: Vec<String> = texts.collect();
            let age = reading_age(texts.iter().map(String::as_str));
            (age > 10.0).then(|| format!("{id}: {age:.1}"))
        })
        .collect();
    assert!(hard.is_empty(), "{hard:#?}");
}

#[test]
fn every_other_english_text_can_be_read_at_eleven() {
    let questions: BTreeMap<String, Question> =
        toml::from_str(include_str!("../advice/en/questions.toml")).unwrap();
    for (id, question) in &questions {
        let texts = [question.text.replace("{site}", "it"), question.why.replace("{site}", "it")];
        let age = reading_age(texts.iter().map(String::as_str));
        assert!(age <= 11.0, "{id}: {age:.1}");
    }
    let leaflet: BTreeMap<String, Step> = toml::from_str(include_str!("../advice/en/leaflet.toml")).unwrap();
    for (id, part) in &leaflet {
        let age = reading_age(part.actions.iter().chain([&part.title, &part.why]).map(String::as_str));
        assert!(age <= 11.0, "{id}: {age:.1}");
    }
    let reasons: BTreeMap<String, String> =
        toml::from_str(include_str!("../advice/en/reasons.toml")).unwrap();
    let age = reading_age(reasons.values().map(String::as_str));
    assert!(age <= 11.0, "reasons: {age:.1}");
}
