//! How it is written: reading age, one action at a time, no "might" about what is sure, terms explained.

use std::collections::BTreeSet;

use super::language::{Language, in_list, language};
use super::texts::{Text, sentences, words};
use super::{Code, Draft, Finding};
use crate::{Certainty, Notice};

/// The reading age that members of any community can be asked for.
const MOST_YEARS: f64 = 12.0;
/// A grade of an American school is read at this many years and its own number more.
const YEARS_BEFORE_SCHOOL: f64 = 5.0;
/// Below so many words a reading age says nothing.
const FEWEST_WORDS: usize = 20;
/// More classes of data than any breach has; more would only cost time.
const MOST_CLASSES: usize = 200;
/// More languages than any notice has; in more, terms are not looked for.
const MOST_LANGUAGES: usize = 64;

pub(super) fn look(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    for text in draft.texts {
        if let Some(language) = language(&text.language) {
            reading_age(draft, text, findings);
            many_actions(draft, text, language, findings);
            might_where_confirmed(draft, text, language, findings);
        }
    }
    text_not_in_walk(draft, findings);
    unexplained_terms(draft, findings);
}

/// A walk shows the actions of a step alone; the page shows all of its text.
fn text_not_in_walk(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    for (n, step) in draft.notice.steps.iter().enumerate() {
        for (language, words) in &step.text.0 {
            let beside = crate::text::beside_actions(words);
            if beside > 0 {
                let field = format!("step[{n}].text.{language}");
                findings.push(draft.finding(Code::TextNotInWalk, &field, None, Some(beside.to_string())));
            }
        }
    }
}

/// Flesch and Kincaid's grade of the whole text, as an age.
fn reading_age(draft: &Draft<'_>, text: &Text, findings: &mut Vec<Finding>) {
    let ended = |paragraph: &String| {
        let stop = if paragraph.ends_with(['.', '?', '!']) { "" } else { "." };
        format!("{paragraph}{stop}")
    };
    let prose: Vec<String> = text.paragraphs.iter().map(ended).collect();
    let prose = prose.join(" ");
    if textstat::lexicon_count(&prose) < FEWEST_WORDS || !text.on_the_page {
        return;
    }
    let age = textstat::flesch_kincaid_grade(&prose) + YEARS_BEFORE_SCHOOL;
    if age > MOST_YEARS {
        findings.push(draft.finding(Code::ReadingAge, &text.field, None, Some(format!("{age:.0}"))));
    }
}

fn many_actions(draft: &Draft<'_>, text: &Text, language: &Language, findings: &mut Vec<Finding>) {
    for paragraph in text.paragraphs.iter().filter(|_| text.on_the_page) {
        let actions: usize = sentences(paragraph).iter().map(|sentence| actions(sentence, language)).sum();
        if actions > 1 {
            let about = Some(actions.to_string());
            findings.push(draft.finding(Code::ManyActions, &text.field, Some(paragraph), about));
        }
    }
}

/// How many things a sentence asks to do. Verbs on the way (open, choose) make one action with each other.
fn actions(sentence: &str, language: &Language) -> usize {
    let words = words(sentence);
    let mut words = words.as_slice();
    // "If you used it elsewhere, change it there": the action begins after the condition.
    if words.first().is_some_and(|word| matches!(word.as_str(), "if" | "when" | "once" | "to" | "on" | "in"))
        && let Some(comma) = words.iter().position(|word| word == ",")
    {
        words = words.get(comma + 1..).unwrap_or_default();
    }
    let (mut count, mut on_the_way) = (0, false);
    let mut clause_begins = true;
    let mut past_must = false;
    // Whether only lead-ins stand before the word.
    let mut at_start = true;
    for (at, word) in words.iter().enumerate() {
        let previous = at.checked_sub(1).and_then(|at| words.get(at)).map_or("", String::as_str);
        let told = in_list(&language.must, previous)
            || (previous == "to"
                && at
                    .checked_sub(2)
                    .and_then(|at| words.get(at))
                    .is_some_and(|w| in_list(&language.must_to, w)));
        let negated = matches!(previous, "not" | "never" | "don't");
        let verb = in_list(&language.imperatives, word) || in_list(&language.navigation, word);
        if verb && !negated && (told || (clause_begins && (count > 0 || past_must || at_start))) {
            let way = in_list(&language.navigation, word);
            if !(way && on_the_way) {
                count += 1;
            }
            on_the_way = way;
            past_must |= told;
        }
        at_start &= word == "," || in_list(&language.lead_ins, word);
        clause_begins = matches!(word.as_str(), "and" | "then" | ";" | ":" | "–" | "—")
            || (clause_begins && in_list(&language.lead_ins, word));
    }
    count
}

fn might_where_confirmed(draft: &Draft<'_>, text: &Text, language: &Language, findings: &mut Vec<Finding>) {
    let tells = matches!(text.field.split('.').next(), Some("what_happened" | "consequences" | "title"));
    let note_of = text.field.strip_prefix("exposed[").and_then(|rest| rest.split_once(']')?.0.parse().ok());
    let own_note = note_of
        .and_then(|n: usize| draft.notice.exposed.get(n))
        .is_some_and(|exposed| exposed.certainty == Certainty::Confirmed);
    if !(tells || own_note) {
        return;
    }
    for sentence in text.paragraphs.iter().flat_map(|paragraph| sentences(paragraph)) {
        // Elsewhere than in its note, a sentence counts that names the class.
        let small = sentence.to_lowercase();
        let names_one = || draft.confirmed.iter().any(|class| small.contains(class.as_str()));
        if let Some(hedge) = hedge(sentence, language)
            && (own_note || (of_being_taken(sentence) && names_one()))
        {
            findings.push(draft.finding(Code::MightWhereConfirmed, &text.field, Some(sentence), Some(hedge)));
        }
    }
}

/// The names by which a text speaks of classes that are confirmed: small letters, singular, each once.
pub(super) fn confirmed(notice: &Notice) -> BTreeSet<String> {
    let confirmed = notice.exposed.iter().filter(|exposed| exposed.certainty == Certainty::Confirmed);
    confirmed.map(|exposed| singular(&exposed.class)).take(MOST_CLASSES).collect()
}

/// A class as a text may name it: small letters, singular.
pub(super) fn singular(class: &str) -> String {
    class.to_lowercase().trim_end_matches('s').trim_end_matches("sse").to_owned()
}

/// Whether a sentence tells of data that somebody got at.
fn of_being_taken(sentence: &str) -> bool {
    let taken = [
        "taken",
        "stolen",
        "copied",
        "read",
        "seen",
        "exposed",
        "leaked",
        "accessed",
        "posted",
        "published",
        "affected",
        "viewed",
        "obtained",
        "lost",
        "included",
        "involved",
        "compromised",
    ];
    words(sentence).iter().any(|word| taken.contains(&word.as_str()))
}

fn hedge(sentence: &str, language: &Language) -> Option<String> {
    let words = words(sentence);
    words.iter().enumerate().find_map(|(at, word)| {
        let next = words.get(at + 1).map_or("", String::as_str);
        let verb = in_list(&language.hedge_verbs, word) && in_list(&language.hedged_by, next);
        (verb || in_list(&language.hedges, word)).then(|| word.clone())
    })
}

/// Each term once a language, at its first use.
fn unexplained_terms(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let mut languages: Vec<&str> = draft.texts.iter().map(|text| text.language.as_str()).collect();
    languages.sort_unstable();
    languages.dedup();
    for code in languages.into_iter().take(MOST_LANGUAGES) {
        let Some(language) = language(code) else { continue };
        for term in &language.term {
            let texts = draft.texts.iter().filter(|text| text.language == code && text.on_the_page);
            let mut uses = texts.flat_map(|text| {
                let all = text.paragraphs.iter().map(String::as_str).flat_map(sentences);
                all.filter_map(move |sentence| Some((text, sentence, first_use(sentence, &term.forms)?)))
            });
            let Some((text, sentence, found)) = uses.next() else { continue };
            if !explained(sentence, &found, language) {
                let about = Some(found.word.clone());
                findings.push(draft.finding(
                    Code::UnexplainedTerm,
                    &text.field,
                    Some(&found.as_written),
                    about,
                ));
            }
        }
    }
}

struct Use {
    /// The term, in small letters.
    word: String,
    /// As the text has it.
    as_written: String,
    /// Bytes of the sentence after it.
    end: usize,
    /// Whether it stands inside brackets, after its explanation.
    bracketed: bool,
}

fn first_use(sentence: &str, forms: &[String]) -> Option<Use> {
    let small = sentence.to_lowercase();
    // Small letters of another length would shift every place: such a sentence is only looked at as a whole.
    let comparable = if small.len() == sentence.len() { small.as_str() } else { sentence };
    let part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut uses: Vec<Use> = forms
        .iter()
        .filter_map(|form| {
            let (start, _) = comparable.match_indices(form.as_str()).find(|(start, _)| {
                let before = comparable.get(..*start).unwrap_or_default().chars().next_back();
                let after = comparable.get(start + form.len()..).unwrap_or_default().chars().next();
                !part(before) && !part(after)
            })?;
            let end = start + form.len();
            let before = comparable.get(..start).unwrap_or_default();
            let bracketed =
                before.rfind('(').is_some_and(|open| before.rfind(')').is_none_or(|shut| shut < open));
            let as_written = sentence.get(start..end).unwrap_or_default().to_owned();
            Some(Use { word: form.clone(), as_written, end, bracketed })
        })
        .collect();
    uses.sort_by_key(|found| (found.end, std::cmp::Reverse(found.word.len())));
    uses.into_iter().next()
}

/// Brackets or words of explanation within the next few words of the sentence, or brackets around the term itself
/// (an explanation with the term behind it).
fn explained(sentence: &str, found: &Use, language: &Language) -> bool {
    const NEAR: usize = 60;
    if found.bracketed {
        return true;
    }
    let rest: String = sentence.get(found.end..).unwrap_or_default().chars().take(NEAR).collect();
    let rest = rest.to_lowercase();
    rest.contains('(') || language.explained_by.iter().any(|words| rest.contains(words.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> &'static Language {
        language("en").unwrap()
    }

    #[test]
    fn a_sentence_with_two_things_to_do_counts_two() {
        for (sentence, count) in [
            ("Change your password and tell your bank.", 2),
            ("Change your password, then call your bank.", 2),
            ("You should change your password and check your account.", 2),
            ("Open your profile and choose My posts.", 1),
            ("Go to Settings, then choose Password.", 1),
            ("Choose a new password that you use nowhere else.", 1),
            ("If you used it elsewhere, change it there.", 1),
            ("Do not answer whoever threatens you.", 0),
            ("We have reset all passwords and check every log.", 0),
            ("Please keep screenshots.", 1),
        ] {
            assert_eq!(actions(sentence, english()), count, "{sentence}");
        }
    }

    #[test]
    fn the_month_of_may_is_no_hedge() {
        assert_eq!(hedge("They were taken in May 2026.", english()), None);
        assert_eq!(hedge("They may have been taken.", english()).as_deref(), Some("may"));
        assert_eq!(hedge("They might be.", english()).as_deref(), Some("might"));
        assert_eq!(hedge("You may use it again.", english()), None);
    }

    #[test]
    fn a_term_is_looked_for_as_a_whole_word() {
        let forms = ["hash".to_owned(), "hashes".to_owned()];
        assert!(first_use("rehashed ideas", &forms).is_none());
        assert_eq!(first_use("Two HASHES leaked", &forms).unwrap().as_written, "HASHES");
    }
}
