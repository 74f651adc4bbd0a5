//! `asks-for-secret`: whether a sentence asks its reader for a password, a code or money.
//!
//! "We will never ask for your password" and "messages that ask you for a code are false" ask for nothing; "reply
//! with your password", "confirm the code" and "pay the fee" do. A phisher who got at the desk would need such a
//! sentence, so it is an error and not a warning.

use super::language::{Language, in_list, language};
use super::texts::{sentences, words};
use super::{Code, Draft, Finding};

/// How far after its verb a thing is looked for, in words.
const REACH: usize = 9;
/// How far before a verb lead-ins ("and then please") are looked at, in words.
const MOST_LEAD_INS: usize = 32;

pub(super) fn look(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    for text in draft.texts {
        let Some(language) = language(&text.language) else { continue };
        for sentence in text.paragraphs.iter().flat_map(|paragraph| sentences(paragraph)) {
            if let Some(thing) = asks(sentence, language) {
                findings.push(draft.finding(Code::AsksForSecret, &text.field, Some(sentence), Some(thing)));
            }
        }
    }
}

/// What a sentence asks for, if it does.
fn asks(sentence: &str, language: &Language) -> Option<String> {
    let secret = &language.secret;
    let words = words(sentence);
    if words.iter().any(|word| in_list(&secret.negations, word)) {
        return None;
    }
    // Whether an earlier word names other people, and one tells what they do: kept along the way, for each is asked
    // about at every word.
    let (mut others, mut report) = (false, false);
    for (at, verb) in words.iter().enumerate() {
        if let Some(previous) = at.checked_sub(1).and_then(|at| words.get(at)) {
            others |= in_list(&secret.others, previous);
            report |= in_list(&secret.report, previous);
        }
        let before = words.get(..at).unwrap_or_default();
        let after = words.get(at + 1..).unwrap_or_default();
        let after = after.get(..REACH.min(after.len())).unwrap_or_default();
        let by_us = before.iter().rev().take(3).any(|word| word == "we" || word == "us");
        let asked_by_us = by_us && (in_list(&secret.we_need, verb) || in_list(&secret.we_ask, verb));
        let told = !(others && report) && requested(before, language);
        let thing =
            (asked_by_us || (told && in_list(&secret.verbs, verb))).then(|| thing(after, language)).flatten();
        let money = || (told && in_list(&secret.pay_verbs, verb)).then(|| money(after, language)).flatten();
        if let Some(found) = thing.or_else(money) {
            return Some(found);
        }
    }
    let question = ["what is your", "what's your", "what was your"];
    let joined = words.join(" ");
    question
        .iter()
        .find_map(|opening| joined.strip_prefix(opening))
        .and_then(|rest| thing(&rest.split_whitespace().map(str::to_owned).collect::<Vec<_>>(), language))
}

/// Whether a verb after these words is asked of the reader.
fn requested(before: &[String], language: &Language) -> bool {
    // A run of lead-ins that is longer than any sentence of people counts as a request.
    let Some(window) = before.len().checked_sub(MOST_LEAD_INS) else {
        return requested_near(before, language);
    };
    let near = before.get(window..).unwrap_or_default();
    near.iter().all(|word| in_list(&language.lead_ins, word)) || requested_near(near, language)
}

fn requested_near(before: &[String], language: &Language) -> bool {
    let mut before = before;
    while let [rest @ .., last] = before {
        if !in_list(&language.lead_ins, last) {
            break;
        }
        before = rest;
    }
    let Some((last, rest)) = before.split_last() else { return true };
    match last.as_str() {
        "," | ";" | ":" | "(" | ")" | "–" | "—" | "can" | "you" => true,
        "to" => rest.iter().rev().take(3).any(|word| {
            in_list(&language.must_to, word)
                || in_list(&language.secret.we_ask, word)
                || in_list(&language.secret.we_need, word)
                || word == "asked"
                || word == "required"
        }),
        word => in_list(&language.must, word) || in_list(&language.imperatives, word),
    }
}

/// The secret that stands among these words, unless another person gets it or another thing is meant.
fn thing(after: &[String], language: &Language) -> Option<String> {
    let secret = &language.secret;
    let joined = after.join(" ");
    for (at, word) in after.iter().enumerate() {
        if matches!(word.as_str(), ";" | ":") || in_list(&secret.to_others, word) {
            return None;
        }
        let previous = at.checked_sub(1).and_then(|at| after.get(at)).map_or("", String::as_str);
        let next = after.get(at + 1).map_or("", String::as_str);
        let pair = format!("{word} {next}");
        let meant = in_list(&secret.things, word)
            && !in_list(&secret.not_after, previous)
            && !in_list(&secret.not_before, next);
        if meant {
            return Some(word.clone());
        }
        if in_list(&secret.phrases, &pair) && joined.contains(&pair) {
            return Some(pair);
        }
    }
    None
}

fn money(after: &[String], language: &Language) -> Option<String> {
    let secret = &language.secret;
    let heard = after.iter().take_while(|word| !matches!(word.as_str(), ";" | ":"));
    let mut heard = heard.take_while(|word| !in_list(&secret.to_others, word));
    heard.find(|word| in_list(&secret.money, word)).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks_for(sentence: &str) -> Option<String> {
        asks(sentence, language("en").unwrap())
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
}
