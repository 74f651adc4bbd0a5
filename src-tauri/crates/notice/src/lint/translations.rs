//! Languages: translations that follow an older revision, and texts that one language has and another lacks.

use std::collections::BTreeSet;

use super::{Code, Draft, Finding, Reason, texts};

pub(super) fn look(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let texts = || draft.texts.iter().filter(|text| !text.paragraphs.is_empty());
    let mut written: Vec<(&str, &str)> =
        texts().map(|text| (text.base.as_str(), text.language.as_str())).collect();
    let never_asks = draft.notice.never_asks.0.iter().filter(|(_, items)| !items.is_empty());
    written.extend(never_asks.map(|(language, _)| ("never_asks", language.as_str())));
    let elsewhere: Vec<_> =
        texts::elsewhere(draft.notice).filter(|(_, _, words)| is_sentence(words)).collect();
    written.extend(elsewhere.iter().map(|(_, language, _)| ("contact.elsewhere", *language)));
    let languages: BTreeSet<&str> =
        texts().filter(|text| text.on_the_page).map(|text| text.language.as_str()).collect();
    old(draft, &languages, findings);
    incomplete(draft, &written, &languages, findings);
}

/// A translation follows the revision that `translated` says; one that says nothing is new with revision 1.
fn old(draft: &Draft<'_>, languages: &BTreeSet<&str>, findings: &mut Vec<Finding>) {
    let notice = draft.notice;
    for language in languages.iter().copied().filter(|language| *language != notice.language) {
        if notice.translated.get(language).copied().unwrap_or(1) < notice.revision {
            let field = format!("translated.{language}");
            findings.push(draft.finding(Code::OldTranslation, &field, None, Some(language.to_owned())));
        }
    }
}

/// One finding for each language that lacks a text which another one has.
fn incomplete(
    draft: &Draft<'_>,
    written: &[(&str, &str)],
    languages: &BTreeSet<&str>,
    findings: &mut Vec<Finding>,
) {
    if languages.iter().all(|language| *language == draft.notice.language) {
        return;
    }
    let asked = |field: &str| !is_written_by_publishing(draft, field) && !is_struck_out(draft, field);
    let mut fields: Vec<&str> = Vec::new();
    let mut known = BTreeSet::new();
    let mut there: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (field, language) in written {
        there.insert((field, language));
        if asked(field) && known.insert(*field) {
            fields.push(field);
        }
    }
    let original = draft.notice.language.as_str();
    for language in languages.iter().copied().chain((!languages.contains(original)).then_some(original)) {
        let missing: Vec<String> = fields
            .iter()
            .filter(|field| !there.contains(&(**field, language)))
            .map(|field| (*field).to_owned())
            .collect();
        if !missing.is_empty() {
            let place = if language == original { "language" } else { &format!("translated.{language}") };
            let reason = Reason::Missing { language: language.to_owned(), fields: missing };
            findings.push(draft.because(Code::IncompleteTranslation, place, None, reason));
        }
    }
}

/// Whether a text needs a translation: an address or a number alone is read in any language.
fn is_sentence(words: &str) -> bool {
    words.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)).count() > 1
}

/// The summary of the revision itself, as long as it is a draft: publishing writes it in one language.
fn is_written_by_publishing(draft: &Draft<'_>, field: &str) -> bool {
    let entry = index(field, "history[").and_then(|n| draft.notice.history.get(n));
    !draft.signed && entry.is_some_and(|entry| entry.revision == draft.notice.revision)
}

/// Of a step that was taken back, members read the title and the reason alone.
fn is_struck_out(draft: &Draft<'_>, field: &str) -> bool {
    let step = index(field, "step[").and_then(|n| draft.notice.steps.get(n));
    step.is_some_and(|step| !step.withdrawn.is_empty())
        && matches!(field.rsplit('.').next(), Some("why" | "text"))
}

/// The number of an entry in the name of its field.
fn index(field: &str, table: &str) -> Option<usize> {
    field.strip_prefix(table)?.split_once(']')?.0.parse().ok()
}
