//! `asks-for-secret`: whether a sentence asks its reader for a password, a code or money.
//!
//! "We will never ask for your password" and "messages that ask you for a code are false" ask for nothing; "reply
//! with your password", "confirm the code" and "pay the fee" do. A phisher who got at the desk would need such a
//! sentence, so it is an error and not a warning.
//!
//! All rules are applied to every text, whatever its language is said to be. Words are compared as a person sees them
//! ([`super::plainly`]), and each sentence is brought into that form once.

mod english;
mod negation;
mod others;

use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::OnceLock;

use super::language::language;
use super::links::{domains_of, own, registered};
use super::plainly::words;
use super::texts::{Text, elsewhere, sentences};
use super::{Code, Draft, Finding};
use crate::translated_field;
use english::english;
use others::{others, shipped_others};

/// How many list items and paragraphs after "Send us:" are read with it.
const MOST_ITEMS: usize = 6;

pub(super) fn look(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let own = own(draft);
    for text in draft.texts {
        if let Some((sentence, thing)) = of_text(text, own) {
            findings.push(draft.finding(Code::AsksForSecret, &text.field, Some(sentence), Some(thing)));
        }
    }
    let notice = draft.notice;
    let contact = notice.contact.iter().flat_map(|contact| {
        let fields = [
            ("contact.name", &contact.name),
            ("contact.url", &contact.url),
            ("contact.email", &contact.email),
            ("contact.phone", &contact.phone),
            ("contact.post", &contact.post),
        ];
        fields.into_iter().filter_map(|(field, words)| Some((field.to_owned(), words.as_deref()?)))
    });
    let exposed = notice.exposed.iter().enumerate().flat_map(|(n, exposed)| {
        let protection =
            exposed.protection.as_deref().map(|words| (format!("exposed[{n}].protection"), words));
        std::iter::once((format!("exposed[{n}].class"), exposed.class.as_str())).chain(protection)
    });
    let elsewhere = elsewhere(notice).map(|(field, _, text)| (field, text));
    let asks = notice.never_asks.0.iter().flat_map(|(language, items)| {
        let field = translated_field("never_asks", language, &notice.language);
        items.iter().enumerate().map(move |(n, words)| (format!("{field}[{n}]"), words.as_str()))
    });
    let reported = notice.facts.reported.iter().enumerate().flat_map(|(n, entry)| {
        let reference =
            entry.reference.iter().map(move |words| (format!("reported[{n}].reference"), words.as_str()));
        std::iter::once((format!("reported[{n}].authority"), entry.authority.as_str())).chain(reference)
    });
    let officer =
        notice.facts.dpo.iter().filter_map(|dpo| Some(("dpo.name".to_owned(), dpo.name.as_deref()?)));
    for (field, text) in contact.chain(reported).chain(officer).chain(elsewhere).chain(exposed).chain(asks) {
        let all = sentences(text).into_iter().map(Sentence::of);
        if let Some((sentence, thing)) =
            all.into_iter().find_map(|one| Some((one.text, asks_for(&one.words, one.text, own)?)))
        {
            findings.push(draft.finding(Code::AsksForSecret, &field, Some(sentence), Some(thing)));
        }
    }
}

/// A sentence and its words as a person sees them.
struct Sentence<'a> {
    text: &'a str,
    words: Vec<String>,
}

impl<'a> Sentence<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, words: words(text) }
    }
}

/// The first sentence of a text that asks for a secret, and the secret.
fn of_text<'a>(text: &'a Text, own: &str) -> Option<(&'a str, String)> {
    let paragraphs: Vec<Vec<Sentence<'a>>> = text
        .paragraphs
        .iter()
        .map(|paragraph| sentences(paragraph).into_iter().map(Sentence::of).collect())
        .collect();
    for (at, all) in paragraphs.iter().enumerate() {
        let found = all.iter().find_map(|one| Some((one.text, asks_for(&one.words, one.text, own)?)));
        if found.is_some() {
            return found;
        }
        // "Send us:" and "What we need from you", with what comes below.
        let Some(last) = all.last().filter(|last| !last.text.ends_with(['.', '?', '!'])) else { continue };
        let lead = last.text.trim_end_matches([':', ' ', '–', '—', '-']);
        let items = if lead.len() < last.text.len() { MOST_ITEMS } else { 1 };
        let lead = words(lead);
        for item in paragraphs.iter().skip(at + 1).take(items) {
            let Some(first) = item.first().filter(|first| may_ask(&first.words) || may_ask(&lead)) else {
                continue;
            };
            let both = [lead.as_slice(), &first.words].concat();
            if let Some(thing) = asks_for(&both, first.text, own) {
                return Some((first.text, thing));
            }
        }
    }
    None
}

/// What a sentence asks for, if it does. `own` is the domain that the site registered.
fn asks_for(words: &[String], text: &str, own: &str) -> Option<String> {
    if !may_ask(words) {
        return None;
    }
    #[cfg(test)]
    tests::READ.with(|read| read.set(read.get() + words.len()));
    let known = OnceCell::new();
    let english = || english().asks(words, &|| *known.get_or_init(|| place(text, own)));
    let found = english().or_else(|| others().iter().find_map(|rules| rules.asks(words)));
    // The form in which look-alikes are equal is no word to show.
    found.map(|found| readable(&found))
}

/// Whether any word is one with which a secret or money begins. It spares most sentences the rules.
fn may_ask(words: &[String]) -> bool {
    static FIRST: OnceLock<HashSet<String>> = OnceLock::new();
    let first =
        FIRST.get_or_init(|| secrets().filter_map(|entry| self::words(entry).into_iter().next()).collect());
    words.iter().any(|word| first.contains(word))
}

/// Each secret and kind of money of the lists.
fn secrets() -> impl Iterator<Item = &'static String> {
    let lists = language("en").into_iter().flat_map(|language| {
        let secret = &language.secret;
        [&secret.things, &secret.phrases, &secret.money].into_iter().flatten()
    });
    let others = shipped_others().language.iter();
    lists.chain(others.flat_map(|language| language.things.iter().chain(&language.money)))
}

/// A thing as the lists write it.
fn readable(found: &str) -> String {
    let entry = secrets().find(|entry| words(entry).join(" ") == found);
    entry.cloned().unwrap_or_else(|| found.to_owned())
}

/// Whose addresses a sentence names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// None.
    Nowhere,
    /// Those of the site alone.
    Own,
    /// Another's.
    Foreign,
}

fn place(text: &str, own: &str) -> Place {
    let hosts = domains_of(text);
    if hosts.is_empty() {
        return Place::Nowhere;
    }
    let all_own = hosts.iter().all(|host| registered(host) == Some(own));
    if all_own { Place::Own } else { Place::Foreign }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    thread_local! {
        /// Words to which the rules were applied.
        pub(super) static READ: Cell<usize> = const { Cell::new(0) };
    }

    fn asks_for(sentence: &str) -> Option<String> {
        super::asks_for(&words(sentence), sentence, "forum.example")
    }

    #[test]
    fn a_sentence_that_asks_for_a_password_a_code_or_money_is_found() {
        for sentence in [
            "Send us your password.",
            "Please reply with your old password.",
            "To stay a member, confirm your password on this page.",
            "You must enter the code that we texted you.",
            "You need to tell us your PIN.",
            "We ask you to give us your passphrase.",
            "We need your password to check your account.",
            "What is your password?",
            "Then type your current password into the form.",
            "Pay a fee of 20 euros to unlock your account.",
            "Please transfer the money to our new account.",
            "Buy a gift card and send us the code.",
            "Provide your card number so that we can check it.",
            "Could you send us the one-time code?",
            "Share your passcode with our help desk.",
        ] {
            assert!(asks_for(sentence).is_some(), "{sentence}");
        }
    }

    #[test]
    fn a_sentence_that_warns_of_asking_or_speaks_of_passwords_asks_for_nothing() {
        for sentence in [
            "We will never ask for your password.",
            "Do not send your password to anyone.",
            "Don’t pay the ransom.",
            "Nobody here will ask you for a code.",
            "Messages that look like ours may ask you to enter your password.",
            "They ask you to confirm your password or to pay a fee.",
            "Whoever asks you to send money is not one of us.",
            "Some members typed their user name and password there.",
            "Choose a new password that you use nowhere else.",
            "Change your password.",
            "Tell your bank that your PIN has leaked.",
            "Tell us if your password was changed by somebody else.",
            "Give each account its own password.",
            "Use a password manager.",
            "Pay attention to what comes by post.",
            "Every password has been reset.",
            "Read our code of conduct.",
            "Type willow.example into your browser yourself.",
            "If anyone asks you to share your password, tell us.",
            "Scan the QR code with your phone.",
        ] {
            assert_eq!(asks_for(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn rules_are_applied_to_no_more_words_than_grow_with_the_text() {
        let read = |unit: &str, times: usize| {
            let draft = format!(
                "format = 1\nid = \"forum.example/a\"\nstatus = \"final\"\n[what_happened]\nen = '''\n{}'''\n",
                unit.repeat(times)
            );
            let before = READ.get();
            crate::lint::lint(draft.as_bytes(), &crate::lint::Surroundings::default()).unwrap();
            READ.get() - before
        };
        // Without a secret in it, no sentence is read twice or at all.
        assert_eq!(read("Send us this:\n\n", 1_000), 0);
        assert_eq!(read("Send us this: ", 1_000), 0);
        for unit in ["We never ask for a code:\n\n", "Never send a code: ", "- We never ask for a code\n"] {
            let (half, whole) = (read(unit, 300), read(unit, 600));
            assert!(half > 0 && whole <= 2 * half + 400, "{unit}: {half} words, then {whole}");
        }
    }
}
