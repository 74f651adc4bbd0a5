//! Whether the English advice can be read at eleven.
//!
//! The measure is the Flesch–Kincaid grade, 0.39 × words per sentence + 11.8 × syllables per word − 15.59, plus five
//! for the age at which that grade is taught. Syllables are counted by their vowel groups: a silent final "e" and the
//! endings "-ed" and "-es" that are not spoken do not count.
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

fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let mut groups = 0;
    let mut in_vowels = false;
    for letter in word.chars() {
        let vowel = "aeiouy".contains(letter);
        groups += usize::from(vowel && !in_vowels);
        in_vowels = vowel;
    }
    let mute_e = word.ends_with('e') && !word.ends_with("le");
    let mute_past = word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    let mute_plural = word.ends_with("es")
        && !["ses", "zes", "ces", "ges", "xes", "ches", "shes"].iter().any(|end| word.ends_with(end));
    if groups > 1 && (mute_e || mute_past || mute_plural) { groups - 1 } else { groups.max(1) }
}

#[allow(clippy::cast_precision_loss, reason = "a text has fewer than 2^52 words")]
fn reading_age<'a>(sentences: impl Iterator<Item = &'a str>) -> f64 {
    let (mut ends, mut words, mut beats) = (0_usize, 0_usize, 0_usize);
    for sentence in sentences.flat_map(|text| text.split(['.', '?', ':', ';'])) {
        let before = words;
        for word in sentence.split(|c: char| !c.is_alphanumeric() && c != '\'') {
            if word.chars().any(char::is_alphabetic) {
                words += 1;
                beats += syllables(word);
            }
        }
        ends += usize::from(words > before);
    }
    let (ends, words, beats) = (ends.max(1) as f64, words.max(1) as f64, beats as f64);
    0.39 * words / ends + 11.8 * beats / words - 15.59 + 5.0
}

#[test]
fn syllables_are_counted_as_they_are_spoken() {
    for (word, count) in
        [("password", 2), ("leaked", 1), ("name", 1), ("posted", 2), ("addresses", 3), ("table", 2)]
    {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn a_lawyers_sentence_is_not_for_children() {
    let text = "Notwithstanding the foregoing, unauthorised acquisition of personally identifiable information occurred";
    assert!(reading_age([text].into_iter()) > 16.0);
    assert!(reading_age(["Call the bank. Ask for a new card."].into_iter()) < 8.0);
}

#[test]
fn every_english_step_can_be_read_at_eleven() {
    let steps: BTreeMap<String, Step> = toml::from_str(include_str!("../advice/en/steps.toml")).unwrap();
    let hard: Vec<String> = steps
        .iter()
        .filter_map(|(id, step)| {
            let texts =
                step.actions.iter().chain([&step.title, &step.why]).map(|text| text.replace("{site}", "it"));
            let texts: Vec<String> = texts.collect();
            let age = reading_age(texts.iter().map(String::as_str));
            (age > 11.0).then(|| format!("{id}: {age:.1}"))
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
