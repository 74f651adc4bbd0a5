//! `asks-for-secret`: whether a sentence asks its reader for a password, a code or money.
//!
//! "We will never ask for your password" and "messages that ask you for a code are false" ask for nothing; "reply
//! with your password", "confirm the code" and "pay the fee" do. A phisher who got at the desk would need such a
//! sentence, so it is an error and not a warning.
//!
//! All rules are applied to every text, whatever its language is said to be. Words are compared as a person sees them
//! ([`super::plainly`]).

use std::sync::OnceLock;

use serde::Deserialize;

use super::language::{Language, language, shipped};
use super::plainly::{BREAK, Words, words};
use super::texts::{Text, sentences};
use super::{Code, Draft, Finding};

/// How far after its verb a thing is looked for, in words.
const REACH: usize = 9;
/// How far before a verb lead-ins ("and then please") are looked at, in words.
const MOST_LEAD_INS: usize = 32;
/// How many list items and paragraphs after "Send us:" are read with it.
const MOST_ITEMS: usize = 6;
/// A clause of so few words before a comma ("Never, ever") belongs to the next.
const SHORT_CLAUSE: usize = 3;

pub(super) fn look(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    for text in draft.texts {
        if let Some((sentence, thing)) = of_text(text) {
            findings.push(draft.finding(Code::AsksForSecret, &text.field, Some(sentence), Some(thing)));
        }
    }
    let notice = draft.notice;
    let contact = notice.contact.iter().flat_map(|contact| {
        let fields = [
            ("contact.name", &contact.name),
            ("contact.url", &contact.url),
            ("contact.email", &contact.email),
            ("contact.elsewhere", &contact.elsewhere),
        ];
        fields.into_iter().filter_map(|(field, words)| Some((field.to_owned(), words.as_deref()?)))
    });
    let exposed = notice.exposed.iter().enumerate().flat_map(|(n, exposed)| {
        let protection =
            exposed.protection.as_deref().map(|words| (format!("exposed[{n}].protection"), words));
        std::iter::once((format!("exposed[{n}].class"), exposed.class.as_str())).chain(protection)
    });
    let asks =
        notice.never_asks.iter().enumerate().map(|(n, words)| (format!("never_asks[{n}]"), words.as_str()));
    for (field, text) in contact.chain(exposed).chain(asks) {
        if let Some((sentence, thing)) =
            sentences(text).into_iter().find_map(|one| Some((one, asks_for(one)?)))
        {
            findings.push(draft.finding(Code::AsksForSecret, &field, Some(sentence), Some(thing)));
        }
    }
}

/// The first sentence of a text that asks for a secret, and the secret.
fn of_text(text: &Text) -> Option<(&str, String)> {
    for (at, paragraph) in text.paragraphs.iter().enumerate() {
        let all = sentences(paragraph);
        if let Some(found) = all.iter().find_map(|sentence| Some((*sentence, asks_for(sentence)?))) {
            return Some(found);
        }
        // "Send us:" and "What we need from you", with what comes below.
        let Some(last) = all.last().filter(|last| !last.ends_with(['.', '?', '!'])) else { continue };
        let lead = last.trim_end_matches([':', ' ', '–', '—', '-']);
        let items = if lead.len() < last.len() { MOST_ITEMS } else { 1 };
        for item in text.paragraphs.iter().skip(at + 1).take(items) {
            let first = sentences(item).into_iter().next().unwrap_or_default();
            if let Some(thing) = asks_for(&format!("{lead} {first}")) {
                return Some((first, thing));
            }
        }
    }
    None
}

/// What a sentence asks for, if it does.
fn asks_for(sentence: &str) -> Option<String> {
    let words = words(sentence);
    let found = english().asks(&words).or_else(|| others().iter().find_map(|rules| rules.asks(&words)));
    // The form in which look-alikes are equal is no word to show.
    found.map(|found| readable(&found))
}

/// A thing as the lists write it.
fn readable(found: &str) -> String {
    let lists = language("en").into_iter().flat_map(|language| {
        let secret = &language.secret;
        [&secret.things, &secret.phrases, &secret.money].into_iter().flatten()
    });
    let others = shipped_others().language.iter().flat_map(|language| &language.things);
    let mut entries = lists.chain(others);
    entries.find(|entry| words(entry).join(" ") == found).cloned().unwrap_or_else(|| found.to_owned())
}

/// The rules of English.
struct English {
    verbs: Words,
    things: Words,
    not_after: Words,
    not_before: Words,
    pay_verbs: Words,
    money: Words,
    to_others: Words,
    others: Words,
    report: Words,
    we_need: Words,
    we_ask: Words,
    request_to: Words,
    harmless: Words,
    passive_before: Words,
    participles: Words,
    needed: Words,
    receivers: Words,
    us: Words,
    lead_ins: Words,
    must: Words,
    must_to: Words,
    imperatives: Words,
    actions: Words,
    openings: Words,
    negated: Negations,
}

fn english() -> &'static English {
    static ENGLISH: OnceLock<English> = OnceLock::new();
    ENGLISH.get_or_init(|| language("en").map_or_else(|| English::of(&Language::default()), English::of))
}

impl English {
    fn of(language: &Language) -> Self {
        let secret = &language.secret;
        let own = |list: &[&str]| Words::of(&list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        Self {
            verbs: Words::of(&secret.verbs),
            things: Words::of(&[&secret.things[..], &secret.phrases].concat()),
            not_after: Words::of(&secret.not_after),
            not_before: Words::of(&secret.not_before),
            pay_verbs: Words::of(&secret.pay_verbs),
            money: Words::of(&secret.money),
            to_others: Words::of(&secret.to_others),
            others: Words::of(&secret.others),
            report: Words::of(&secret.report),
            we_need: Words::of(&secret.we_need),
            we_ask: Words::of(&secret.we_ask),
            request_to: Words::of(&secret.request_to),
            harmless: Words::of(&secret.harmless),
            passive_before: Words::of(&secret.passive_before),
            participles: Words::of(&secret.participles),
            needed: Words::of(&secret.needed),
            receivers: Words::of(&secret.receivers),
            us: own(&["we", "us", "our"]),
            lead_ins: Words::of(&[&language.lead_ins[..], &secret.lead_ins].concat()),
            must: Words::of(&language.must),
            must_to: Words::of(&language.must_to),
            imperatives: Words::of(&language.imperatives),
            actions: Words::of(&[&language.imperatives[..], &language.navigation].concat()),
            openings: own(&["what is your", "what's your", "what was your", "whats your"]),
            negated: Negations::of(&secret.negations, &secret.reassure, &secret.breaks),
        }
    }

    fn asks(&self, words: &[String]) -> Option<String> {
        // Whether an earlier word names other people, and one tells what they do: kept along the way, for each is asked
        // about at every word.
        let (mut others, mut report) = (false, false);
        let mut negated = Negated::default();
        for (at, verb) in words.iter().enumerate() {
            if let Some(previous) = at.checked_sub(1).and_then(|at| words.get(at)) {
                others |= self.others.has(previous);
                report |= self.report.has(previous);
            }
            self.negated.pass(&mut negated, words, at);
            if negated.holds() {
                continue;
            }
            let before = words.get(..at).unwrap_or_default();
            let after = words.get(at + 1..).unwrap_or_default();
            let after = after.get(..REACH.min(after.len())).unwrap_or_default();
            let by_us = before.iter().rev().take(4).any(|word| self.us.has(word));
            let asked_by_us =
                by_us && !(others && report) && (self.we_need.has(verb) || self.we_ask.has(verb));
            let told = !(others && report) && self.requested(before);
            let thing = (asked_by_us || (told && self.verbs.has(verb))).then(|| self.thing(after)).flatten();
            let money = || (told && self.pay_verbs.has(verb)).then(|| self.money(after)).flatten();
            let passive = || (!(others && report)).then(|| self.passive(words, at)).flatten();
            if let Some(found) = thing.or_else(money).or_else(passive) {
                return Some(found);
            }
        }
        let (_, length) = self.openings.begins(words)?;
        self.thing(words.get(length..)?)
    }

    /// "Your password must be sent to us": a thing, then a participle, then who gets it.
    fn passive(&self, words: &[String], at: usize) -> Option<String> {
        let (found, length) = self.thing_at(words, at)?;
        let after = words.get(at + length..).unwrap_or_default();
        let after = after.get(..(2 * REACH).min(after.len())).unwrap_or_default();
        let clause = after.split(|word| word == BREAK).next().unwrap_or_default();
        let place =
            clause.iter().take(REACH).position(|word| self.participles.has(word) || self.needed.has(word))?;
        let (between, rest) = clause.split_at(place);
        if between.iter().any(|word| self.negated.words.has(word)) {
            return None;
        }
        let told = between.iter().any(|word| self.passive_before.has(word))
            || rest.first().is_some_and(|word| self.needed.has(word));
        let around = words.get(at.saturating_sub(REACH)..at).unwrap_or_default();
        let receives =
            rest.iter().any(|word| self.receivers.has(word)) || around.iter().any(|word| self.us.has(word));
        (told && receives).then_some(found)
    }

    /// Whether a verb after these words is asked of the reader.
    fn requested(&self, before: &[String]) -> bool {
        // A run of lead-ins that is longer than any sentence of people counts as a request.
        let Some(window) = before.len().checked_sub(MOST_LEAD_INS) else {
            return self.requested_near(before);
        };
        let near = before.get(window..).unwrap_or_default();
        near.iter().all(|word| self.lead_ins.has(word)) || self.requested_near(near)
    }

    fn requested_near(&self, before: &[String]) -> bool {
        let mut before = before;
        let mut joined = false;
        while let [rest @ .., last] = before {
            if !self.lead_ins.has(last) {
                break;
            }
            joined = true;
            before = rest;
        }
        let Some((last, rest)) = before.split_last() else { return true };
        // "Open the form and enter …"
        let clause = before.rsplit(|word| word == BREAK).next().unwrap_or_default();
        let continues = joined && clause.first().is_some_and(|first| self.actions.has(first));
        if continues
            || last == BREAK
            || self.negated.breaks.has(last)
            || self.imperatives.has(last)
            || self.must.has(last)
            || self.can_or_you(last)
        {
            return true;
        }
        last == "to"
            && rest.iter().rev().take(3).any(|word| {
                self.must_to.has(word)
                    || self.we_ask.has(word)
                    || self.we_need.has(word)
                    || self.request_to.has(word)
                    || self.needed.has(word)
                    || word == &asked().0
            })
    }

    fn can_or_you(&self, word: &str) -> bool {
        let _ = self;
        asked().1.has(word)
    }

    /// The secret among these words, unless another person gets it or another thing is meant.
    fn thing(&self, after: &[String]) -> Option<String> {
        for (at, word) in after.iter().enumerate() {
            let thing = self.thing_at(after, at);
            let stops = self.to_others.has(word) || self.harmless.has(word) || self.negated.words.has(word);
            if stops && thing.is_none() {
                return None;
            }
            if let Some((found, length)) = thing {
                // "Send your password to nobody."
                let next = after.get(at + length..).unwrap_or_default();
                let refused = next.iter().take(2).any(|word| self.negated.words.has(word));
                return (!refused).then_some(found);
            }
        }
        None
    }

    /// The secret that begins at this word.
    fn thing_at(&self, words: &[String], at: usize) -> Option<(String, usize)> {
        let (found, length) = self.things.begins(words.get(at..)?)?;
        let previous = at.checked_sub(1).and_then(|at| words.get(at)).map_or("", String::as_str);
        let next = words.get(at + length).map_or("", String::as_str);
        let ends = self.not_before.has(next) && length == 1 && !self.becomes_passive(words, at + length);
        (!self.not_after.has(previous) && !ends).then_some((found, length))
    }

    /// Whether "is", "has" or "are" after a thing leads to a participle that asks for it.
    fn becomes_passive(&self, words: &[String], at: usize) -> bool {
        words
            .get(at..)
            .unwrap_or_default()
            .iter()
            .take(4)
            .any(|word| self.participles.has(word) || self.needed.has(word))
            && words.get(at).is_some_and(|word| self.passive_before.has(word) || asked().2.has(word))
    }

    fn money(&self, after: &[String]) -> Option<String> {
        let mut heard = after.iter().take_while(|word| !self.to_others.has(word));
        heard.find(|word| self.money.has(word)).cloned()
    }
}

/// "asked"; "can" and "you"; "is" and "are": as [`words`] writes them.
fn asked() -> &'static (String, Words, Words) {
    static ASKED: OnceLock<(String, Words, Words)> = OnceLock::new();
    ASKED.get_or_init(|| {
        let list = |list: &[&str]| Words::of(&list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        (words("asked").concat(), list(&["can", "you"]), list(&["is", "are"]))
    })
}

/// Words that deny, and what makes them harmless.
struct Negations {
    words: Words,
    reassure: Words,
    breaks: Words,
    joins: Words,
    opens: Words,
}

/// Whether what comes next in a sentence is denied. Kept along the way, so that each word is looked at once.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own about the words so far")]
struct Negated {
    /// In this clause.
    here: bool,
    /// Words of this clause so far, and whether it begins with "under no circumstances" or the like.
    length: usize,
    opens: bool,
    /// In an earlier clause, which is short or begins like that.
    binding: bool,
    /// In an earlier clause of another kind.
    earlier: bool,
    /// After that, "or" continues what is denied.
    joined: bool,
}

impl Negated {
    fn holds(&self) -> bool {
        self.here || self.binding || (self.earlier && self.joined)
    }
}

impl Negations {
    fn of(words: &[String], reassure: &[String], breaks: &[String]) -> Self {
        let own = |list: &[&str]| Words::of(&list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        Self {
            words: Words::of(words),
            reassure: Words::of(reassure),
            breaks: Words::of(breaks),
            joins: own(&["or", "nor", "oder", "noch", "ou", "ni", "o", "of", "veya", "lub", "ani"]),
            opens: own(&["under", "in", "at", "unter", "en", "em", "onder"]),
        }
    }

    /// Takes the word at this place into account.
    fn pass(&self, state: &mut Negated, words: &[String], at: usize) {
        let Some(word) = words.get(at) else { return };
        if self.breaks.has(word) {
            *state = Negated::default();
            return;
        }
        if word == BREAK {
            if state.here {
                state.earlier = true;
                state.binding |= state.length <= SHORT_CLAUSE || state.opens;
            }
            (state.here, state.length, state.opens) = (false, 0, false);
            return;
        }
        if state.length == 0 {
            state.opens = self.opens.has(word);
        }
        state.length += 1;
        if self.joins.has(word) {
            state.joined |= state.earlier;
        }
        if self.words.has(word) {
            let near = words.iter().skip(at + 1).take(4).take_while(|word| *word != BREAK);
            let mut near = near.chain(words.get(at.saturating_sub(3)..at).unwrap_or_default());
            state.here |= !near.any(|word| self.reassure.has(word));
        }
    }
}

/// The rules of another language: what a clause must have, and what it must not have.
struct Other {
    verbs: Words,
    to_us: Words,
    things: Words,
    not_after: Words,
    receivers: Words,
    others: Words,
    negated: Negations,
}

#[derive(Debug, Default, Deserialize)]
struct Others {
    language: Vec<OtherWords>,
}

#[derive(Debug, Deserialize)]
struct OtherWords {
    verbs: Vec<String>,
    #[serde(default)]
    to_us: Vec<String>,
    things: Vec<String>,
    not_after: Vec<String>,
    receivers: Vec<String>,
    negations: Vec<String>,
    reassure: Vec<String>,
    others: Vec<String>,
    breaks: Vec<String>,
}

fn shipped_others() -> &'static Others {
    static SHIPPED: OnceLock<Others> = OnceLock::new();
    SHIPPED.get_or_init(|| shipped("other-secrets.toml", include_str!("../../lint/other-secrets.toml")))
}

fn others() -> &'static [Other] {
    static OTHERS: OnceLock<Vec<Other>> = OnceLock::new();
    OTHERS.get_or_init(|| shipped_others().language.iter().map(Other::of).collect())
}

impl Other {
    fn of(words: &OtherWords) -> Self {
        Self {
            verbs: Words::of(&words.verbs),
            to_us: Words::of(&words.to_us),
            things: Words::of(&words.things),
            not_after: Words::of(&words.not_after),
            receivers: Words::of(&words.receivers),
            others: Words::of(&words.others),
            negated: Negations::of(&words.negations, &words.reassure, &words.breaks),
        }
    }

    fn asks(&self, words: &[String]) -> Option<String> {
        let mut negated = Negated::default();
        let mut at = 0;
        for clause in words.split(|word| word == BREAK || self.negated.breaks.has(word)) {
            let denied_before = negated.holds();
            let (mut verb, mut receiver, mut others, mut denied) = (false, false, false, denied_before);
            let mut thing = None;
            for (place, word) in clause.iter().enumerate() {
                self.negated.pass(&mut negated, words, at + place);
                denied |= negated.holds();
                others |= self.others.has(word);
                verb |= self.verbs.has(word);
                receiver |= self.receivers.has(word);
                if self.to_us.has(word) {
                    (verb, receiver) = (true, true);
                }
                let previous =
                    place.checked_sub(1).and_then(|place| clause.get(place)).map_or("", String::as_str);
                if thing.is_none() && !self.not_after.has(previous) {
                    thing =
                        self.things.begins(clause.get(place..).unwrap_or_default()).map(|(found, _)| found);
                }
            }
            at += clause.len();
            self.negated.pass(&mut negated, words, at);
            at += 1;
            if let Some(found) = thing.filter(|_| verb && receiver && !others && !denied) {
                return Some(found);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
