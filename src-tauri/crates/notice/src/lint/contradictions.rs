//! `contradiction`: two places of a draft that cannot both be true.

use super::texts::sentences;
use super::{Code, Draft, Finding};
use crate::{Accounts, Certainty, Status};

/// What a text must not say beside a class of data that was taken.
const ALL_CLEAR: &[&str] = &[
    "nothing was taken",
    "nothing was stolen",
    "no data was taken",
    "no data were taken",
    "no data was stolen",
    "your data is safe",
    "your data is completely safe",
    "all data is safe",
    "completely safe",
    "nichts wurde gestohlen",
    "es wurde nichts gestohlen",
    "nichts wurde entwendet",
    "es wurde nichts entwendet",
    "keine daten wurden gestohlen",
    "es wurden keine daten gestohlen",
    "es wurden keine daten entwendet",
    "ihre daten sind sicher",
    "alle daten sind sicher",
    "völlig sicher",
];

/// What a text says of data that was certainly taken.
const CERTAIN: &[&str] = &[
    "were posted",
    "was posted",
    "were published",
    "was published",
    "have been published",
    "are for sale",
    "were sold",
    "wurden veröffentlicht",
    "wurde veröffentlicht",
    "werden verkauft",
    "wurden verkauft",
];

/// Before one of these phrases: the sentence does not say it.
const DENIES: &[&str] = &[
    "not", "cannot", "no", "never", "none", "if", "whether", "until", "nicht", "kein", "keine", "nie", "ob",
    "falls", "wenn",
];

/// After a number: it counts accounts.
const COUNTED: &[&str] = &[
    "account",
    "accounts",
    "member",
    "members",
    "user",
    "users",
    "people",
    "customers",
    "konto",
    "konten",
    "mitglied",
    "mitglieder",
    "mitgliedern",
    "nutzer",
    "nutzern",
    "personen",
    "kunden",
];

pub(super) fn look(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    all_clear(draft, findings);
    counts(draft, findings);
    status(draft, findings);
    email(draft, findings);
    questions(draft, findings);
}

fn finding(draft: &Draft<'_>, field: &str, text: Option<&str>, about: &str) -> Finding {
    draft.finding(Code::Contradiction, field, text, Some(about.to_owned()))
}

/// The one of these that a sentence of a text says, whole words only. A sentence that denies it or leaves it open does not.
fn said<'a>(text: &str, phrases: &[&'a str]) -> Option<&'a str> {
    sentences(text).into_iter().find_map(|sentence| {
        let words: Vec<String> = sentence
            .split(|character: char| !character.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let sentence = format!(" {} ", words.join(" "));
        phrases.iter().copied().find(|phrase| {
            let before = sentence.split_once(&format!(" {phrase} ")).map(|(before, _)| before);
            before.is_some_and(|before| !before.split(' ').any(|word| DENIES.contains(&word)))
        })
    })
}

fn all_clear(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let exposed = &draft.notice.exposed;
    let taken = exposed.iter().find(|exposed| exposed.certainty == Certainty::Confirmed);
    let possible = exposed.iter().find(|exposed| exposed.certainty == Certainty::Possible);
    for text in draft.texts.iter().filter(|text| text.on_the_page) {
        for paragraph in &text.paragraphs {
            if let (Some(taken), Some(phrase)) = (taken, said(paragraph, ALL_CLEAR)) {
                let about = format!("\"{phrase}\" and {} (confirmed)", taken.class);
                findings.push(finding(draft, &text.field, Some(paragraph), &about));
            }
            if let (None, Some(possible), Some(phrase)) = (taken, possible, said(paragraph, CERTAIN)) {
                let about = format!("\"{phrase}\" and {} (possible)", possible.class);
                findings.push(finding(draft, &text.field, Some(paragraph), &about));
            }
        }
    }
}

fn counts(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let Some(Accounts::Number(count)) = draft.notice.accounts_affected else { return };
    if count == 0 && draft.notice.exposed.iter().any(|exposed| exposed.certainty == Certainty::Confirmed) {
        findings.push(finding(draft, "accounts_affected", None, "accounts_affected = 0 and confirmed data"));
    }
    let counting = ["what_happened", "title", "affects"];
    for text in draft.texts.iter().filter(|text| counting.iter().any(|field| text.field.starts_with(field))) {
        for paragraph in &text.paragraphs {
            if let Some(other) = numbers(paragraph).into_iter().find(|number| *number != count) {
                let about = format!("{other} and accounts_affected = {count}");
                findings.push(finding(draft, &text.field, Some(paragraph), &about));
            }
        }
    }
}

/// Numbers of accounts in a text, with separators of thousands or without.
fn numbers(text: &str) -> Vec<u64> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let counted = |word: &&str| {
        let bare = word.trim_matches(|character: char| !character.is_alphanumeric()).to_lowercase();
        COUNTED.contains(&bare.as_str())
    };
    words
        .iter()
        .enumerate()
        .filter(|(at, _)| words.iter().skip(at + 1).take(2).any(counted))
        .filter_map(|(_, word)| {
            let word = word.trim_matches(|character: char| !character.is_ascii_digit());
            let groups: Vec<&str> = word.split([',', '.', '\'', '’', '\u{a0}', '\u{202f}']).collect();
            let (first, rest) = groups.split_first()?;
            // A year is no count.
            let is_year =
                rest.is_empty() && first.len() == 4 && (first.starts_with("19") || first.starts_with("20"));
            let is_number = !is_year && !first.is_empty() && rest.iter().all(|group| group.len() == 3);
            is_number.then(|| groups.concat().parse().ok()).flatten()
        })
        .collect()
}

fn status(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    if draft.notice.status == Status::Final && !draft.notice.not_known.is_empty() {
        findings.push(finding(draft, "not_known", None, "status = \"final\" and not_known"));
    }
}

fn email(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let address = draft.notice.contact.as_ref().and_then(|contact| contact.email.as_deref());
    let is_address = |text: &str| {
        text.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty()
                && host.contains('.')
                && !host.starts_with('.')
                && !text.contains(char::is_whitespace)
        })
    };
    if let Some(address) = address.filter(|address| super::gap(address).is_none() && !is_address(address)) {
        findings.push(finding(
            draft,
            "contact.email",
            Some(address),
            "contact.email and a text that is no e-mail address",
        ));
    }
}

/// A question that takes away only steps that were withdrawn asks for nothing.
fn questions(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let withdrawn =
        |id: &String| draft.notice.steps.iter().any(|step| step.id == *id && !step.withdrawn.is_empty());
    for (n, question) in draft.notice.questions.iter().enumerate() {
        if !question.steps.is_empty() && question.steps.iter().all(withdrawn) {
            let about = format!("question {} and its withdrawn steps", question.id);
            findings.push(finding(draft, &format!("question[{n}]"), None, &about));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_accounts_with_any_separator() {
        assert_eq!(numbers("About 3,000 members of 12 boards were affected."), [3000]);
        assert_eq!(numbers("3.000 Konten, 2980 accounts, 1’234 registered users"), [3000, 2980, 1234]);
        for other in ["On 14 March at 18.30 some accounts", "In 2026 some members", "Since 1999 members"] {
            assert_eq!(numbers(other), Vec::<u64>::new(), "{other}");
        }
    }

    #[test]
    fn said_finds_whole_words_only() {
        assert_eq!(said("Good news: Nothing was taken!", ALL_CLEAR), Some("nothing was taken"));
        assert_eq!(said("Es wurde nichts gestohlen.", ALL_CLEAR), Some("es wurde nichts gestohlen"));
        assert_eq!(said("Nothing was takeneth", ALL_CLEAR), None);
        assert_eq!(said("We cannot say that your data is safe.", ALL_CLEAR), None);
        assert_eq!(said("No passwords were posted.", CERTAIN), None);
        assert_eq!(said("We do not know more. They were posted.", CERTAIN), Some("were posted"));
    }
}
