//! The rules of English.

use std::sync::OnceLock;

use super::super::language::{Language, language};
use super::super::plainly::{BREAK, Words, words};
use super::Place;
use super::negation::{Negated, Negations};

/// How far after its verb a thing is looked for, in words.
const REACH: usize = 9;
/// How far before a verb lead-ins ("and then please") are looked at, in words.
const MOST_LEAD_INS: usize = 32;

/// The rules of English.
pub(super) struct English {
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
    entering: Words,
    to_stay: Words,
    to_sign_in: Words,
    once_we_have: Words,
    ready: Words,
    but: Words,
    not_verbs: Words,
    audience: String,
    who: String,
    about: String,
    your: String,
    please: String,
    have: Words,
    it: Words,
    asked_once: Words,
    after_which: Words,
    own_page: (String, String),
    lead_ins: Words,
    must: Words,
    must_to: Words,
    imperatives: Words,
    actions: Words,
    openings: Words,
    negated: Negations,
}

pub(super) fn english() -> &'static English {
    static ENGLISH: OnceLock<English> = OnceLock::new();
    ENGLISH.get_or_init(|| language("en").map_or_else(|| English::of(&Language::default()), English::of))
}

impl English {
    fn of(language: &Language) -> Self {
        let secret = &language.secret;
        let own = |list: &[&str]| Words::of(&list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        let one = |word: &str| words(word).concat();
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
            us: own(&["we", "us", "our", "we'd", "we've"]),
            entering: own(&["enter", "type"]),
            to_stay: Words::of(&secret.to_stay),
            to_sign_in: own(&["to sign in", "to log in", "to signin", "to login"]),
            once_we_have: Words::of(&secret.once_we_have),
            ready: own(&["ready", "at hand", "to hand"]),
            but: own(&["anything but", "everything but", "anything except", "everything except"]),
            not_verbs: own(&["read more", "read about", "read how", "read what", "read why"]),
            audience: one("members"),
            who: one("who"),
            about: one("about"),
            your: one("your"),
            please: one("please"),
            have: own(&["have", "keep"]),
            it: own(&["it", "them"]),
            asked_once: own(&["did", "have", "had"]),
            after_which: own(&[
                "after", "when", "before", "once", "if", "until", "while", "whenever", "where",
            ]),
            own_page: (one("own"), one("only")),
            lead_ins: Words::of(&[&language.lead_ins[..], &secret.lead_ins].concat()),
            must: Words::of(&language.must),
            must_to: Words::of(&language.must_to),
            imperatives: Words::of(&language.imperatives),
            actions: Words::of(&[&language.imperatives[..], &language.navigation].concat()),
            openings: own(&["what is your", "what's your", "what was your", "whats your"]),
            negated: Negations::of(&secret.negations, &secret.reassure, &secret.breaks),
        }
    }

    /// `place` tells whose addresses the sentence names.
    pub(super) fn asks(&self, words: &[String], place: &dyn Fn() -> Place) -> Option<String> {
        // Whether an earlier word names other people, and one tells what they do: kept along the way, for each is asked
        // about at every word. "Nobody will misuse it" is not about others.
        let (mut others, mut report) = (false, false);
        let mut negated = Negated::default();
        let mut thing_before: Option<String> = None;
        // Where somebody receives what is entered, nobody signs in.
        let received = words.iter().any(|word| self.receivers.has(word));
        for at in 0..words.len() {
            if let Some(previous) = at.checked_sub(1).and_then(|at| words.get(at)) {
                let object = report && self.it.has(previous);
                others |= self.others.has(previous) && !object && !self.is_audience(words, at - 1);
                report |= self.report.has(previous);
            }
            self.negated.pass(&mut negated, words, at);
            let harmless = negated.holds() || (others && report);
            if !harmless {
                let found = self.asked_at(words, at, received, place);
                let it = || thing_before.clone().filter(|_| !others && self.hands_it_over(words, at));
                if let Some(found) = found.or_else(it) {
                    return Some(found);
                }
            }
            // "It" is what a report was about.
            if thing_before.is_none()
                && let Some((found, _)) = self.thing_at(words, at)
            {
                thing_before = Some(found);
            }
        }
        self.politely(words).or_else(|| {
            let (_, length) = self.openings.begins(words)?;
            self.thing(words.get(length..)?)
        })
    }

    /// What the word at this place asks for, if it is a verb that asks or the thing itself.
    fn asked_at(
        &self,
        words: &[String],
        at: usize,
        received: bool,
        place: &dyn Fn() -> Place,
    ) -> Option<String> {
        let before = words.get(..at).unwrap_or_default();
        let here = words.get(at..).unwrap_or_default();
        let verb = here.first()?;
        let after = near(here, 1);
        let by_us = before.iter().rev().take(4).any(|word| self.us.has(word));
        let wanted = self.we_need.begins(here).or_else(|| self.we_ask.begins(here)).filter(|_| by_us);
        if let Some((_, length)) = wanted.filter(|_| !self.wants_it_to_stay(after)) {
            let found = self.thing(near(here, length));
            if found.is_some() {
                return found;
            }
        }
        if let Some((_, length)) = self.once_we_have.begins(here) {
            let found = self.thing(clause(near(here, length)));
            if found.is_some() {
                return found;
            }
        }
        if let Some((_, length)) = self.verbs.begins(here).filter(|_| self.not_verbs.begins(here).is_none())
            && self.requested(before)
            && let Some(found) = self.thing(near(here, length))
            && (received || !self.signs_in(words, at, place))
        {
            return Some(found);
        }
        let money =
            || (self.pay_verbs.has(verb) && self.requested(before)).then(|| self.money(after)).flatten();
        let ready =
            || (self.have.has(verb) && self.requested(before)).then(|| self.held_ready(after)).flatten();
        money().or_else(ready).or_else(|| self.passive(words, at))
    }

    /// "Members who want to stay": those who are spoken to, and nobody else.
    fn is_audience(&self, words: &[String], at: usize) -> bool {
        let is = |at: Option<usize>, word: &String| at.and_then(|at| words.get(at)) == Some(word);
        (is(Some(at), &self.audience) && is(Some(at + 1), &self.who))
            || (is(Some(at), &self.who) && is(at.checked_sub(1), &self.audience))
    }

    /// Whether a password is entered at the site itself, or was entered: "Did you enter", "after you enter", "enter it
    /// at forum.example", "on the site's own page only". Nobody receives it then.
    fn signs_in(&self, words: &[String], at: usize, place: &dyn Fn() -> Place) -> bool {
        let before = words.get(..at).unwrap_or_default();
        if !words.get(at).is_some_and(|verb| self.entering.has(verb)) {
            return false;
        }
        let after = words.get(at..(at + 2 * REACH).min(words.len())).unwrap_or_default();
        if let [.., when, you] = before
            && is_you(you)
            && ((before.len() == 2 && self.asked_once.has(when)) || self.after_which.has(when))
        {
            return place() != Place::Foreign;
        }
        let (own, only) = &self.own_page;
        match place() {
            Place::Own => true,
            Place::Nowhere => after.contains(own) && after.contains(only),
            Place::Foreign => false,
        }
    }

    /// "We want your password to be safe."
    fn wants_it_to_stay(&self, after: &[String]) -> bool {
        (0..after.len()).any(|at| {
            let rest = self.thing_at(after, at).and_then(|(_, length)| after.get(at + length..));
            rest.is_some_and(|rest| self.to_stay.begins(rest).is_some())
        })
    }

    /// "Have your code ready when our team calls."
    fn held_ready(&self, after: &[String]) -> Option<String> {
        let (at, (found, length)) = (0..3).find_map(|at| Some((at, self.thing_at(after, at)?)))?;
        let rest = after.get(at + length..)?;
        let ready = (0..2).any(|at| rest.get(at..).is_some_and(|rest| self.ready.begins(rest).is_some()));
        (ready && rest.iter().any(|word| self.receivers.has(word))).then_some(found)
    }

    /// "Without your password we can do nothing, so send it to us."
    fn hands_it_over(&self, words: &[String], at: usize) -> bool {
        let here = words.get(at..).unwrap_or_default();
        let [verb, it, rest @ ..] = here else { return false };
        self.verbs.has(verb)
            && self.it.has(it)
            && rest.iter().take(2).any(|word| self.us.has(word))
            && self.requested(words.get(..at).unwrap_or_default())
    }

    /// "Your password, please."
    fn politely(&self, words: &[String]) -> Option<String> {
        let [first, rest @ .., last] = words else { return None };
        if *first != self.your || *last != self.please {
            return None;
        }
        let (found, length) =
            (0..2).find_map(|at| Some((self.thing_at(rest, at)?, at))).map(|((f, l), at)| (f, at + l))?;
        rest.get(length..)?.iter().all(|word| word == BREAK).then_some(found)
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
        let signing_in = rest.get(1..).is_some_and(|rest| self.to_sign_in.begins(rest).is_some());
        if signing_in && rest.first().is_some_and(|word| self.needed.has(word)) {
            return None;
        }
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
            || is_can_or_you(last)
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

    /// The secret among these words, unless another person gets it or another thing is meant.
    fn thing(&self, after: &[String]) -> Option<String> {
        for (at, word) in after.iter().enumerate() {
            let thing = self.thing_at(after, at);
            let stops = self.to_others.has(word) || self.harmless.has(word) || self.negated.words.has(word);
            let but = || after.get(at..).is_some_and(|rest| self.but.begins(rest).is_some());
            if (stops || self.speaks_about(after, at) || but()) && thing.is_none() {
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

    /// "About" something that is not the secret itself.
    fn speaks_about(&self, words: &[String], at: usize) -> bool {
        if words.get(at) != Some(&self.about) {
            return false;
        }
        let next = at + 1 + usize::from(words.get(at + 1) == Some(&self.your));
        self.thing_at(words, next).is_none() || next == at + 1
    }

    /// The secret that begins at this word.
    fn thing_at(&self, words: &[String], at: usize) -> Option<(String, usize)> {
        let (found, length) = self.things.begins(words.get(at..)?)?;
        let previous = at.checked_sub(1).and_then(|at| words.get(at)).map_or("", String::as_str);
        let next = words.get(at + length).map_or("", String::as_str);
        // "The CVV of your card" is one, "a code of conduct" is none.
        let yours = words.get(at + length + 1) == Some(&self.your);
        let ends =
            self.not_before.has(next) && length == 1 && !yours && !self.becomes_passive(words, at + length);
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

/// The words that a verb reaches, after so many.
fn near(words: &[String], from: usize) -> &[String] {
    let rest = words.get(from..).unwrap_or_default();
    rest.get(..REACH.min(rest.len())).unwrap_or_default()
}

/// The words up to the next comma.
fn clause(words: &[String]) -> &[String] {
    words.split(|word| word == BREAK).next().unwrap_or_default()
}

fn is_can_or_you(word: &str) -> bool {
    asked().1.has(word)
}

fn is_you(word: &str) -> bool {
    static YOU: OnceLock<String> = OnceLock::new();
    YOU.get_or_init(|| words("you").concat()) == word
}

/// "asked"; "can" and "you"; "is" and "are": as [`words`] writes them.
fn asked() -> &'static (String, Words, Words) {
    static ASKED: OnceLock<(String, Words, Words)> = OnceLock::new();
    ASKED.get_or_init(|| {
        let list = |list: &[&str]| Words::of(&list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        (words("asked").concat(), list(&["can", "you"]), list(&["is", "are"]))
    })
}
