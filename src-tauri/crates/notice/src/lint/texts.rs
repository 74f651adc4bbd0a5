//! Every text of a notice that a member reads, with the name of its field, in the order in which it is read.

use crate::text::{self, Block};
use crate::{Localised, Notice, translated_field};

/// One text in one language.
pub(super) struct Text {
    /// Its field without the language, as in `step[0].text`.
    pub(super) base: String,
    /// Its field, as in `step[0].text.en`.
    pub(super) field: String,
    /// Its language.
    pub(super) language: String,
    /// Its nodes.
    pub(super) blocks: Vec<Block>,
    /// Whether members read it on the page, and not only in the list of changes.
    pub(super) on_the_page: bool,
    /// Each paragraph and list item, Markdown taken off.
    pub(super) paragraphs: Vec<String>,
}

pub(super) fn of(notice: &Notice) -> Vec<Text> {
    let mut texts = Vec::new();
    let mut add = |field: String, text: &Localised| {
        for (language, words) in &text.0 {
            texts.push(one(&field, format!("{field}.{language}"), language, words));
        }
    };
    for (field, text) in [
        ("title", &notice.title),
        ("what_happened", &notice.what_happened),
        ("consequences", &notice.consequences),
        ("what_we_do", &notice.what_we_do),
        ("not_exposed", &notice.not_exposed),
        ("not_known", &notice.not_known),
        ("apology", &notice.facts.apology),
    ] {
        add(field.to_owned(), text);
    }
    for (n, exposed) in notice.exposed.iter().enumerate() {
        add(format!("exposed[{n}].note"), &exposed.note);
    }
    for (n, step) in notice.steps.iter().enumerate() {
        let fields = [
            ("title", &step.title),
            ("why", &step.why),
            ("text", &step.text),
            ("withdrawn", &step.withdrawn),
        ];
        for (field, text) in fields {
            add(format!("step[{n}].{field}"), text);
        }
    }
    for (n, question) in notice.questions.iter().enumerate() {
        add(format!("question[{n}].text"), &question.text);
        add(format!("question[{n}].why"), &question.why);
    }
    for (n, offer) in notice.facts.offers.iter().enumerate() {
        add(format!("offer[{n}].what"), &offer.what);
        add(format!("offer[{n}].how"), &offer.how);
    }
    if let Some(contact) = &notice.contact {
        add("contact.hours".to_owned(), &contact.hours);
    }
    for (n, entry) in notice.history.iter().enumerate() {
        add(format!("history[{n}].summary"), &entry.summary);
    }
    for (language, words) in &notice.affects.0 {
        let field = translated_field("affects", language, &notice.language);
        texts.push(one("affects", field, language, words));
    }
    texts
}

/// Where members look if the site is down, in every language, with the name of its field. Many are an address or a
/// number alone, so the rules of style do not read them.
pub(super) fn elsewhere(notice: &Notice) -> impl Iterator<Item = (String, &str, &str)> {
    notice.contact.iter().flat_map(|contact| &contact.elsewhere.0).map(|(language, words)| {
        (translated_field("contact.elsewhere", language, &notice.language), language.as_str(), words.as_str())
    })
}

fn one(base: &str, field: String, language: &str, words: &str) -> Text {
    let blocks = text::parse(words);
    let on_the_page = !field.starts_with("history");
    let mut paragraphs = Vec::new();
    gather(&blocks, &mut paragraphs);
    Text { base: base.to_owned(), field, language: language.to_owned(), blocks, on_the_page, paragraphs }
}

fn gather(blocks: &[Block], paragraphs: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::List { items, .. } => items.iter().for_each(|item| gather(item, paragraphs)),
            single => {
                let text = text::plain(std::slice::from_ref(single));
                if !text.is_empty() {
                    paragraphs.push(text);
                }
            }
        }
    }
}

/// The sentences of a paragraph.
pub(super) fn sentences(paragraph: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut rest = paragraph;
    let ends = |character: char| matches!(character, '.' | '?' | '!');
    let mut from = 0;
    while let Some(end) = rest.get(from..).and_then(|tail| tail.find(ends)).map(|at| from + at + 1) {
        let after = rest.get(end..).unwrap_or_default();
        let closes = after.starts_with(char::is_whitespace)
            && after.trim_start().chars().next().is_none_or(|c| !c.is_lowercase());
        if closes {
            sentences.push(rest.get(..end).unwrap_or_default().trim());
            rest = after.trim_start();
            from = 0;
        } else {
            from = end;
        }
    }
    if !rest.trim().is_empty() {
        sentences.push(rest.trim());
    }
    sentences
}

/// Words in small letters; commas and their like stand as words of their own.
pub(super) fn words(sentence: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut close = |word: &mut String| {
        let trimmed = word.trim_matches(['-', '\'', '.']);
        if !trimmed.is_empty() {
            words.push(trimmed.to_owned());
        }
        word.clear();
    };
    for character in sentence.chars() {
        match character {
            '’' | '\'' => word.push('\''),
            '-' | '.' | '@' | '/' => word.push(character),
            c if c.is_alphanumeric() => word.extend(c.to_lowercase()),
            ',' | ';' | ':' | '(' | ')' | '–' | '—' => {
                close(&mut word);
                word.push(character);
                close(&mut word);
            }
            _ => close(&mut word),
        }
    }
    close(&mut word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_falls_into_sentences_and_a_domain_into_none() {
        assert_eq!(
            sentences("Open forum.example now. Is it up? Yes"),
            ["Open forum.example now.", "Is it up?", "Yes"]
        );
        assert_eq!(sentences("e.g. this one stays whole"), ["e.g. this one stays whole"]);
        assert!(sentences("  ").is_empty());
    }

    #[test]
    fn words_are_small_and_commas_stand_alone() {
        assert_eq!(
            words("Don’t pay, (ever) two-factor."),
            ["don't", "pay", ",", "(", "ever", ")", "two-factor"]
        );
    }
}
