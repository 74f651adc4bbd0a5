//! What a notice says, as values that can only be valid.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::{Accounts, Facts, Localised, LocalisedList, NoticeId};

/// How far an incident has come (CSAF's tracking vocabulary).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// More is to come.
    Interim,
    /// All that there is to say.
    Final,
    /// Taken back by its publisher.
    Withdrawn,
}

impl Status {
    /// Its word in the file.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Interim => "interim",
            Self::Final => "final",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// How sure the publisher is that a class of data was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// It was.
    Confirmed,
    /// It may have been.
    Possible,
    /// It was not.
    RuledOut,
}

impl Certainty {
    /// Its word in the file.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Possible => "possible",
            Self::RuledOut => "ruled-out",
        }
    }
}

/// One class of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exposed {
    /// A data-class name of Have I Been Pwned, or any other.
    pub class: String,
    /// How sure.
    pub certainty: Certainty,
    /// How it was kept: `plain`, `encrypted`, an algorithm, `unknown`.
    pub protection: Option<String>,
    /// What the publisher adds.
    pub note: Localised,
}

/// A question that a notice brings along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnQuestion {
    /// Its id.
    pub id: String,
    /// The question.
    pub text: Localised,
    /// Why it is asked.
    pub why: Localised,
    /// The steps that the answer "no" takes away.
    pub steps: Vec<String>,
}

/// A step that a notice brings along, or a library step that it replaces or withdraws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnStep {
    /// Its id; that of a library step replaces it.
    pub id: String,
    /// The revision in which it first stood.
    pub since: Option<u32>,
    /// One of a closed set; any other reads as plain advice.
    pub kind: String,
    /// `now`, `today` or `this_week`.
    pub urgency: Option<String>,
    /// How long it takes.
    pub minutes: Option<u32>,
    /// Its title.
    pub title: Localised,
    /// Why it matters.
    pub why: Localised,
    /// What to do: list items or paragraphs.
    pub text: Localised,
    /// Where to do it.
    pub link: Option<String>,
    /// The classes that ask for it.
    pub because: Vec<String>,
    /// Why it was taken back; empty if it was not.
    pub withdrawn: Localised,
}

/// One line of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The revision it speaks of.
    pub revision: u32,
    /// Its day.
    pub date: Option<Date>,
    /// When it was published.
    pub published: Option<Timestamp>,
    /// What changed.
    pub summary: Localised,
}

/// Whom to ask.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// A person or a desk.
    pub name: Option<String>,
    /// Their page.
    pub url: Option<String>,
    /// Their address.
    pub email: Option<String>,
    /// Where to look if the site is down: `elsewhere`, and `elsewhere_in` for other languages.
    pub elsewhere: Localised,
    /// Their number.
    pub phone: Option<String>,
    /// When somebody answers.
    pub hours: Localised,
    /// Their postal address, in one line.
    pub post: Option<String>,
}

impl Notice {
    /// When the next statement is promised: only an interim one promises any.
    #[must_use]
    pub fn promised(&self) -> Option<Timestamp> {
        self.next_update.filter(|_| self.status == Status::Interim)
    }

    /// The promise that has passed without the next statement.
    #[must_use]
    pub fn missed_promise(&self, now: Timestamp) -> Option<Timestamp> {
        self.promised().filter(|promised| *promised < now)
    }
}

/// A whole notice.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// The format it is written in.
    pub format: u32,
    /// What it is called.
    pub id: NoticeId,
    /// Which statement of this incident it is, from 1.
    pub revision: u32,
    /// How far the incident has come.
    pub status: Status,
    /// When it was published.
    pub published: Option<Timestamp>,
    /// Until when it may be taken as current.
    pub fresh_until: Option<Timestamp>,
    /// When the next one is promised.
    pub next_update: Option<Timestamp>,
    /// SHA-256 of the former revision's body.
    pub previous: Option<String>,
    /// Who is affected, in words: `affects`, and `affects_in` for other languages.
    pub affects: Localised,
    /// How many accounts are affected.
    pub accounts_affected: Option<Accounts>,
    /// What the publisher will never ask for: `never_asks`, and `never_asks_in` for other languages.
    pub never_asks: LocalisedList,
    /// What kind of attack it was.
    pub kinds: Vec<String>,
    /// Countries whose authorities the page shows, as codes of two letters.
    pub countries: Vec<String>,
    /// Where members get the program, https.
    pub get_program: Option<String>,
    /// Facts as values.
    pub facts: Facts,
    /// The heading.
    pub title: Localised,
    /// What happened.
    pub what_happened: Localised,
    /// What the publisher does.
    pub what_we_do: Localised,
    /// What it can lead to.
    pub consequences: Localised,
    /// What was not taken, and why they think so.
    pub not_exposed: Localised,
    /// What is not known yet.
    pub not_known: Localised,
    /// Classes of data.
    pub exposed: Vec<Exposed>,
    /// Questions of its own.
    pub questions: Vec<OwnQuestion>,
    /// Steps of its own.
    pub steps: Vec<OwnStep>,
    /// Its history.
    pub history: Vec<HistoryEntry>,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// `catalogue` for one made from the public catalogue.
    pub origin: Option<String>,
    /// The language it was written in.
    pub language: String,
    /// Translation to the revision that it follows.
    pub translated: BTreeMap<String, u32>,
}
