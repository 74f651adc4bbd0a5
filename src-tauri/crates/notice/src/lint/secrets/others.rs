//! The rules of other languages.

use std::sync::OnceLock;

use serde::Deserialize;

use super::super::language::shipped;
use super::super::plainly::{BREAK, Words};
use super::negation::{Negated, Negations};

/// The rules of another language: what a clause must have, and what it must not have.
pub(super) struct Other {
    verbs: Words,
    to_us: Words,
    things: Words,
    not_after: Words,
    receivers: Words,
    others: Words,
    must: Words,
    participles: Words,
    openings: Words,
    closings: Words,
    about: Words,
    it: Words,
    pay_verbs: Words,
    money: Words,
    negated: Negations,
}

/// What was met in a clause.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own about the words so far")]
struct Met {
    verb: bool,
    receiver: bool,
    others: bool,
    denied: bool,
    must: bool,
    participle: bool,
    it: bool,
    pays: bool,
    thing: Option<String>,
    money: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Others {
    pub(super) language: Vec<OtherWords>,
}

#[derive(Debug, Deserialize)]
pub(super) struct OtherWords {
    verbs: Vec<String>,
    #[serde(default)]
    to_us: Vec<String>,
    pub(super) things: Vec<String>,
    not_after: Vec<String>,
    receivers: Vec<String>,
    negations: Vec<String>,
    reassure: Vec<String>,
    others: Vec<String>,
    breaks: Vec<String>,
    /// "Must", which makes a request of a participle.
    #[serde(default)]
    must: Vec<String>,
    #[serde(default)]
    participles: Vec<String>,
    /// Before a thing, a question for it; after one, too.
    #[serde(default)]
    openings: Vec<String>,
    #[serde(default)]
    closings: Vec<String>,
    /// Before a thing, or one word before that: it is what something is about.
    #[serde(default)]
    about: Vec<String>,
    /// They stand for a thing of an earlier clause.
    #[serde(default)]
    it: Vec<String>,
    #[serde(default)]
    pay_verbs: Vec<String>,
    #[serde(default)]
    pub(super) money: Vec<String>,
}

pub(super) fn shipped_others() -> &'static Others {
    static SHIPPED: OnceLock<Others> = OnceLock::new();
    SHIPPED.get_or_init(|| shipped("other-secrets.toml", include_str!("../../../lint/other-secrets.toml")))
}

pub(super) fn others() -> &'static [Other] {
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
            must: Words::of(&words.must),
            participles: Words::of(&words.participles),
            openings: Words::of(&words.openings),
            closings: Words::of(&words.closings),
            about: Words::of(&words.about),
            it: Words::of(&words.it),
            pay_verbs: Words::of(&words.pay_verbs),
            money: Words::of(&words.money),
            negated: Negations::of(&words.negations, &words.reassure, &words.breaks),
        }
    }

    pub(super) fn asks(&self, words: &[String]) -> Option<String> {
        let mut negated = Negated::default();
        let mut at = 0;
        let mut others = false;
        let mut thing_before: Option<String> = None;
        for clause in words.split(|word| word == BREAK || self.negated.breaks.has(word)) {
            let mut met = Met { denied: negated.holds(), ..Met::default() };
            for place in 0..clause.len() {
                self.negated.pass(&mut negated, words, at + place);
                met.denied |= negated.holds();
                self.meet(&mut met, clause, place);
            }
            at += clause.len();
            self.negated.pass(&mut negated, words, at);
            at += 1;
            others |= met.others;
            let asks = met.receiver && !met.others && !met.denied;
            let verb = met.verb || (met.must && met.participle);
            let it = || thing_before.take().filter(|_| met.it && !others);
            let found = if asks && verb { met.thing.clone().or_else(it) } else { None };
            let money = || met.money.filter(|_| asks && met.pays);
            if let Some(found) = found.or_else(money) {
                return Some(found);
            }
            thing_before = met.thing.or(thing_before);
        }
        self.question(words)
    }

    /// Takes the word at this place of a clause into account.
    fn meet(&self, met: &mut Met, clause: &[String], place: usize) {
        let here = clause.get(place..).unwrap_or_default();
        let Some(word) = here.first() else { return };
        met.others |= self.others.has(word);
        met.verb |= self.verbs.begins(here).is_some();
        met.receiver |= self.receivers.has(word);
        met.must |= self.must.has(word);
        met.participle |= self.participles.has(word);
        met.it |= self.it.has(word);
        met.pays |= self.pay_verbs.begins(here).is_some();
        if self.to_us.has(word) {
            (met.verb, met.receiver) = (true, true);
        }
        let before = |words: usize| place.checked_sub(words).and_then(|place| clause.get(place));
        let is_topic = before(1).is_some_and(|word| self.not_after.has(word) || self.about.has(word))
            || before(2).is_some_and(|word| self.about.has(word));
        if met.thing.is_none() && !is_topic {
            met.thing = self.things.begins(here).map(|(found, _)| found);
        }
        if met.money.is_none() {
            met.money = self.money.begins(here).map(|(found, _)| found);
        }
    }

    /// "Wie lautet Ihr Passwort?": a question for a thing and nothing more.
    fn question(&self, words: &[String]) -> Option<String> {
        if let Some((_, length)) = self.openings.begins(words) {
            let rest = words.get(length..)?;
            let (found, length) = self.things.begins(rest)?;
            return (rest.len() <= length + 1).then_some(found);
        }
        let (found, length) = self.things.begins(words)?;
        let rest = words.get(length..)?;
        let (_, closing) = self.closings.begins(rest)?;
        (rest.len() == closing).then_some(found)
    }
}
