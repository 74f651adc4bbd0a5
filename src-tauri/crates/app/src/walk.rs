//! A notice and the place in its walk: what is ticked, what is left, how long it takes.
//!
//! Not here: the grammar of a notice (crate `notice`), which steps follow from it (crate `plan`).
//! Ticks live as long as the [`Session`]; [`crate::household`] keeps them for longer.

mod places;
mod planning;
mod tool;
mod trust;

use std::collections::BTreeMap;

pub use household::{How, Mark};
use jiff::civil::Date;
use notice::verify::{Late, Outcome, Publisher, State};
use notice::{Accounts, Notice, NoticeError, Status};
use plan::{Country, Difference, Given, Urgency};

use places::own_domains;
pub use tool::{Standing, Tool, Tools};
pub use trust::Trust;

/// How far a walk has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Steps that are done or do not apply.
    pub settled: usize,
    /// All steps.
    pub total: usize,
    /// Minutes of the steps that are not settled.
    pub minutes_left: u32,
    /// Of these, minutes for the steps that cannot wait.
    pub urgent_minutes_left: u32,
}

/// An opened notice, its plan, and what was ticked in this session.
pub struct Session {
    text: Vec<u8>,
    notice: Notice,
    trust: Trust,
    /// Whether somebody confirmed whose it is; for a notice that was taken back its state does not tell.
    confirmed: bool,
    late: Option<Late>,
    publisher: Option<Publisher>,
    /// Domains that somebody pinned here, and those of the publisher whose addresses may be opened.
    pinned: Vec<String>,
    own: Vec<String>,
    last_read: Option<u32>,
    answers: BTreeMap<String, Given>,
    country: Country,
    language: String,
    marks: BTreeMap<String, (Mark, How)>,
    reminders: BTreeMap<String, Date>,
}

impl Session {
    /// Reads the bytes of a notice.
    ///
    /// # Errors
    /// When the bytes are not a notice; the error says what is wrong and where.
    pub fn open(bytes: &[u8], trust: Trust) -> Result<Self, NoticeError> {
        let confirmed = match trust {
            Trust::Practice => true,
            Trust::Signed(state) => state.pinned() || state == State::NewPublisher,
            Trust::Unsigned => false,
        };
        Ok(Self { confirmed, ..Self::of(bytes, notice::read(bytes)?, trust, None) })
    }

    /// Takes what a verification found; `None` where nothing of the notice may be shown.
    #[must_use]
    pub fn verified(bytes: &[u8], outcome: &Outcome) -> Option<Self> {
        let notice = outcome.notice.clone()?;
        let session = Self::of(bytes, notice, outcome.state.into(), outcome.publisher.clone());
        Some(Self { confirmed: outcome.confirmed, late: outcome.late, ..session })
    }

    /// The body of a notice as a reader will see it who has pinned its publisher; for whoever is about to sign it.
    ///
    /// # Errors
    /// When the bytes are not a notice; the error says what is wrong and where.
    pub fn to_be_signed(body: &[u8], publisher: Publisher) -> Result<Self, NoticeError> {
        let notice = notice::read(body)?;
        let taken_back = notice.status == Status::Withdrawn;
        let state = if taken_back { State::Withdrawn } else { State::Verified };
        Ok(Self { confirmed: true, ..Self::of(body, notice, Trust::Signed(state), Some(publisher)) })
    }

    fn of(bytes: &[u8], notice: Notice, trust: Trust, publisher: Option<Publisher>) -> Self {
        let own = own_domains(publisher.as_ref(), &[]);
        Self {
            text: bytes.to_owned(),
            notice,
            trust,
            confirmed: false,
            late: None,
            publisher,
            pinned: Vec::new(),
            own,
            last_read: None,
            answers: BTreeMap::new(),
            country: Country::GENERIC,
            language: "en".to_owned(),
            marks: BTreeMap::new(),
            reminders: BTreeMap::new(),
        }
    }

    /// The same notice for somebody else: nothing answered, nothing ticked.
    #[must_use]
    pub fn for_another(&self) -> Self {
        Self {
            text: self.text.clone(),
            notice: self.notice.clone(),
            trust: self.trust,
            confirmed: self.confirmed,
            late: self.late,
            publisher: self.publisher.clone(),
            pinned: self.pinned.clone(),
            own: self.own.clone(),
            last_read: None,
            answers: BTreeMap::new(),
            country: self.country,
            language: self.language.clone(),
            marks: BTreeMap::new(),
            reminders: BTreeMap::new(),
        }
    }

    /// Takes a newer revision of the same notice; ticks stay, because step ids are stable.
    ///
    /// # Errors
    /// When the bytes are not a notice; nothing changes then.
    pub fn replace(&mut self, bytes: &[u8]) -> Result<(), NoticeError> {
        let newer = notice::read(bytes)?;
        self.take(bytes, newer);
        Ok(())
    }

    /// Takes the place of another statement, or of another verification, of the same notice: its ticks and answers
    /// stay, all else is the newer one's.
    pub fn take_over(&mut self, newer: Self) {
        self.take(&newer.text, newer.notice);
        (self.trust, self.confirmed, self.late) = (newer.trust, newer.confirmed, newer.late);
        self.publisher = newer.publisher;
        (self.pinned, self.own) = (newer.pinned, newer.own);
    }

    fn take(&mut self, bytes: &[u8], newer: Notice) {
        if newer.id != self.notice.id {
            self.marks.clear();
            self.reminders.clear();
            self.answers.clear();
        }
        bytes.clone_into(&mut self.text);
        self.notice = newer;
        self.late = None;
    }

    /// What of it had passed when it was verified: a promised statement, else the time for which it was current.
    #[must_use]
    pub fn late(&self) -> Option<Late> {
        self.late
    }

    /// Whether none of the notice's own words may be shown: another key than the known one has signed it.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.trust == Trust::Signed(State::ChangedKey)
    }

    /// Who signed it, as far as its verification vouches for that.
    #[must_use]
    pub fn publisher(&self) -> Option<&Publisher> {
        self.publisher.as_ref()
    }

    /// The notice itself.
    #[must_use]
    pub fn notice(&self) -> &Notice {
        &self.notice
    }

    /// The notice as it came, byte for byte.
    #[must_use]
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    /// Who vouches for it.
    #[must_use]
    pub fn trust(&self) -> Trust {
        self.trust
    }

    /// Whether it says that it was taken back, and nobody has confirmed who says so.
    #[must_use]
    pub fn withdrawn_by_a_stranger(&self) -> bool {
        self.trust == Trust::Signed(State::Withdrawn) && !self.confirmed
    }

    /// Whether its publisher took it back, and it is known who that is: its steps are not needed any more.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        self.trust == Trust::Signed(State::Withdrawn) && self.confirmed
    }

    /// The country whose links and authorities are shown.
    #[must_use]
    pub fn country(&self) -> Country {
        self.country
    }

    /// Shows the links and authorities of another country.
    pub fn set_country(&mut self, country: Country) {
        self.country = country;
    }

    /// Answers to questions, by question id; a question that is not answered counts as not sure.
    pub fn set_answers(&mut self, answers: BTreeMap<String, Given>) {
        self.answers = answers;
    }

    /// What was answered so far.
    #[must_use]
    pub fn answers(&self) -> &BTreeMap<String, Given> {
        &self.answers
    }

    /// Answers one question, or takes its answer back. Gives the steps that came and went with it.
    pub fn answer(&mut self, question: &str, given: Option<Given>) -> Difference {
        let before = self.plan();
        match given {
            Some(given) => self.answers.insert(question.to_owned(), given),
            None => self.answers.remove(question),
        };
        plan::difference(&before, &self.plan())
    }

    /// Shows advice, and the notice where it has them, in the texts of another language.
    pub fn set_language(&mut self, language: &str) {
        language.clone_into(&mut self.language);
    }

    /// The language of the texts.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The ids of every question that there is: the library's, and those of the notice.
    #[must_use]
    pub fn question_ids(&self) -> Vec<String> {
        let own = self.notice.questions.iter().map(|question| question.id.clone());
        plan::question_ids().into_iter().map(str::to_owned).chain(own).collect()
    }

    /// Every question worth asking, whatever was answered so far, so that an answer can be looked at and changed.
    #[must_use]
    pub fn all_questions(&self) -> Vec<plan::Question> {
        self.plan_with(&BTreeMap::new(), true).questions
    }

    /// Whether a pending step depends on this question, after what was answered to the others.
    #[must_use]
    pub fn needs(&self, question: &str) -> bool {
        let mut others = self.answers.clone();
        others.remove(question);
        self.plan_with(&others, true).questions.iter().any(|q| q.id == question)
    }

    /// Says which revision was read before this one.
    pub fn set_last_read(&mut self, revision: Option<u32>) {
        self.last_read = revision;
    }

    /// What changed since it was read before, newest first; nothing for whoever reads it for the first time.
    #[must_use]
    pub fn changes(&self) -> Vec<String> {
        self.last_read.map(|revision| self.changes_since(revision)).unwrap_or_default()
    }

    /// What changed after revision `last_read`, newest first.
    #[must_use]
    pub fn changes_since(&self, last_read: u32) -> Vec<String> {
        if self.is_silent() {
            return Vec::new();
        }
        notice::changes_since(&self.notice, last_read, &self.language)
    }

    /// Says something of a step. A step that is not in the plan is not marked.
    ///
    /// Returns whether the step is in the plan.
    pub fn mark(&mut self, step: &str, mark: Mark, how: How) -> bool {
        let known = self.plan().steps.iter().any(|s| s.id == step);
        if known {
            self.take_mark(step, mark, how, None);
        }
        known
    }

    /// Takes over what was said of a step earlier, whether the plan asks for it now or not.
    pub(crate) fn take_mark(&mut self, step: &str, mark: Mark, how: How, remind_on: Option<Date>) {
        self.marks.insert(step.to_owned(), (mark, how));
        self.remind(step, remind_on);
    }

    /// Takes back what was said of a step.
    pub fn unmark(&mut self, step: &str) {
        self.marks.remove(step);
        self.reminders.remove(step);
    }

    /// Everything that was said, by step.
    pub fn marks(&self) -> impl Iterator<Item = (&str, Mark, How)> {
        self.marks.iter().map(|(step, (mark, how))| (step.as_str(), *mark, *how))
    }

    /// Until when a step is put off.
    pub fn remind(&mut self, step: &str, on: Option<Date>) {
        match on {
            Some(on) => self.reminders.insert(step.to_owned(), on),
            None => self.reminders.remove(step),
        };
    }

    /// Until when a step was put off, if a day was said.
    #[must_use]
    pub fn reminder_of(&self, step: &str) -> Option<Date> {
        self.reminders.get(step).copied()
    }

    /// What was said of a step.
    #[must_use]
    pub fn mark_of(&self, step: &str) -> Option<(Mark, How)> {
        self.marks.get(step).copied()
    }

    /// How far the walk has come. A step withdrawn by its publisher asks for nothing and is not counted.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let mut progress = Progress { settled: 0, total: 0, minutes_left: 0, urgent_minutes_left: 0 };
        for step in self.plan().steps.iter().filter(|s| s.withdrawn.is_none()) {
            progress.total += 1;
            if matches!(self.mark_of(&step.id), Some((Mark::Done | Mark::NotForMe, _))) {
                progress.settled += 1;
            } else {
                progress.minutes_left = progress.minutes_left.saturating_add(step.minutes);
                if step.urgency == Urgency::Now {
                    progress.urgent_minutes_left = progress.urgent_minutes_left.saturating_add(step.minutes);
                }
            }
        }
        progress
    }

    /// How many accounts are affected, where the notice gives a number.
    #[must_use]
    pub fn accounts_affected(&self) -> Option<u64> {
        match self.notice.accounts_affected {
            Some(Accounts::Number(n)) => Some(n),
            _ => None,
        }
    }

    /// A text of the notice in the person's language, else in the notice's own, Markdown taken off.
    #[must_use]
    pub fn words(&self, text: &notice::Localised) -> String {
        text.get(&self.language, &self.notice.language)
            .filter(|_| !self.is_silent())
            .map(|t| notice::text::plain(&notice::text::parse(t)))
            .unwrap_or_default()
    }

    /// A text of one line, as it was written, in the person's language, else in the notice's own.
    #[must_use]
    pub fn line<'a>(&self, text: &'a notice::Localised) -> Option<&'a str> {
        text.get(&self.language, &self.notice.language).filter(|_| !self.is_silent())
    }

    /// What the publisher will never ask for, in the person's language, else in the notice's own.
    #[must_use]
    pub fn never_asks(&self) -> &[String] {
        if self.is_silent() { &[] } else { self.notice.never_asks.get(&self.language, &self.notice.language) }
    }
}

#[cfg(test)]
mod tests;
