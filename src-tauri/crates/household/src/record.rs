//! What a person follows, ticked and answered.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{OptionalExtension as _, Row, Transaction, params};
use serde::{Deserialize, Serialize};

use crate::store::{Change, Store};
use crate::{HouseholdError, PersonId};

/// What a person said of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It is done.
    Done,
    /// It does not apply to this person.
    NotForMe,
    /// Put off.
    Later,
}

impl Mark {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Done, Self::NotForMe, Self::Later];

    /// The word of the public JSON contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::NotForMe => "not_for_me",
            Self::Later => "later",
        }
    }

    /// From that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.code() == code)
    }
}

/// How we know that a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The person said so.
    YouToldUs,
    /// The program checked it.
    WeChecked,
}

impl How {
    /// The word of the public JSON contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::YouToldUs => "you_told_us",
            Self::WeChecked => "we_checked",
        }
    }

    /// From that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::YouToldUs, Self::WeChecked].into_iter().find(|how| how.code() == code)
    }
}

/// What was said of one step, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// The step's id.
    pub step: String,
    /// What was said.
    pub mark: Mark,
    /// How we know.
    pub how: How,
    /// When.
    pub at: Timestamp,
    /// The day on which a step that was put off comes up again.
    pub remind_on: Option<Date>,
}

/// A notice as it is kept, so that it can be opened again where its file is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// Its revision.
    pub revision: u32,
    /// Who vouched for it when it was opened; a word of whoever opened it.
    pub trust: String,
    /// Its title, for lists.
    pub title: String,
    /// Its whole text.
    pub text: String,
    /// Where it was fetched from. `None` of the same text leaves what is kept.
    pub address: Option<String>,
    /// The link that led to it. `None` of the same text leaves what is kept.
    pub link: Option<String>,
}

/// The columns of [`Kept`], in its order.
macro_rules! columns {
    () => {
        "notice.id, revision, trust, title, text, address, link"
    };
}
pub(crate) use columns;

/// A step that a plan asks for, with its title for lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTitle {
    /// The step's id.
    pub id: String,
    /// What it is called.
    pub title: String,
}

/// A notice that a person follows, and how far they have come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// The notice's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The newest revision that this person has seen.
    pub last_read: u32,
    /// What the plan asked for when it was last looked at.
    pub steps: Vec<StepTitle>,
    /// What was said of the steps, in the order of their ids.
    pub ticks: Vec<Tick>,
}

impl Followed {
    /// What was said of a step.
    #[must_use]
    pub fn tick(&self, step: &str) -> Option<&Tick> {
        self.ticks.iter().find(|tick| tick.step == step)
    }

    /// How many steps have this mark. One that the plan no longer asks for counts: it was done.
    #[must_use]
    pub fn marked(&self, mark: Mark) -> usize {
        self.ticks.iter().filter(|tick| tick.mark == mark).count()
    }

    /// How many steps the plan asks for that are neither done nor ruled out. One that was put off is open.
    #[must_use]
    pub fn open(&self) -> usize {
        let settled = |tick: &Tick| tick.mark != Mark::Later;
        self.steps.iter().filter(|step| !self.tick(&step.id).is_some_and(settled)).count()
    }
}

impl Store {
    /// Notes that a person follows a notice, which revision they have seen and what its plan asks for.
    ///
    /// # Errors
    /// When nobody is this person, or the file cannot be written.
    pub fn follow(
        &mut self,
        person: PersonId,
        notice: &Kept,
        steps: &[StepTitle],
    ) -> Result<(), HouseholdError> {
        self.write(|open| {
            need(open, person)?;
            keep_notice(open, notice)?;
            keep_following(open, person, &notice.id, notice.revision, steps)
        })
    }

    /// The text of a notice that somebody follows.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn kept(&self, notice: &str) -> Result<Option<Kept>, HouseholdError> {
        self.read(|open| {
            let one = concat!("SELECT ", columns!(), " FROM notice WHERE id = ?1");
            Ok(open.query_row(one, [notice], kept).optional()?)
        })
    }

    /// The notice that a person had open last.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn open_notice(&self, person: PersonId) -> Result<Option<Kept>, HouseholdError> {
        self.read(|open| {
            let one = concat!(
                "SELECT ",
                columns!(),
                " FROM notice JOIN person ON person.open_notice = notice.id WHERE person.id = ?1"
            );
            Ok(open.query_row(one, [person.0], kept).optional()?)
        })
    }

    /// Notes which notice a person has open; `None` if they closed it.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_open_notice(&mut self, person: PersonId, notice: Option<&str>) -> Result<(), HouseholdError> {
        self.write(|open| {
            open.execute("UPDATE person SET open_notice = ?1 WHERE id = ?2", params![notice, person.0])?;
            Ok(())
        })
    }

    /// What a person follows, by the notices' ids.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn followed(&self, person: PersonId) -> Result<Vec<Followed>, HouseholdError> {
        self.read(|open| all_followed(open, person))
    }

    /// What a person said of the steps of a notice.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn ticks(&self, person: PersonId, notice: &str) -> Result<Vec<Tick>, HouseholdError> {
        self.read(|open| ticks(open, person, notice))
    }

    /// Keeps what a person said of a step of a notice that they follow.
    ///
    /// # Errors
    /// When they do not follow it, or the file cannot be written.
    pub fn tick(&mut self, person: PersonId, notice: &str, tick: &Tick) -> Result<(), HouseholdError> {
        self.write(|open| {
            need_following(open, person, notice)?;
            keep_tick(open, person, notice, tick)
        })
    }

    /// Takes back what a person said of a step; whether there was anything.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn untick(&mut self, person: PersonId, notice: &str, step: &str) -> Result<bool, HouseholdError> {
        self.write(|open| {
            let gone = open.execute(
                "DELETE FROM tick WHERE person = ?1 AND notice = ?2 AND step = ?3",
                params![person.0, notice, step],
            )?;
            Ok(gone > 0)
        })
    }

    /// What a person answered to the questions of a notice: `yes`, `no` or `not_sure` by question.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn answers(
        &self,
        person: PersonId,
        notice: &str,
    ) -> Result<BTreeMap<String, String>, HouseholdError> {
        self.read(|open| {
            let answers = answers(open, person, notice)?;
            Ok(answers.into_iter().map(|answer| (answer.question, answer.given)).collect())
        })
    }

    /// Keeps an answer, or takes it back with `None`.
    ///
    /// # Errors
    /// When they do not follow the notice, or the file cannot be written.
    pub fn answer(
        &mut self,
        person: PersonId,
        notice: &str,
        question: &str,
        answer: Option<&str>,
        at: Timestamp,
    ) -> Result<(), HouseholdError> {
        self.write(|open| {
            need_following(open, person, notice)?;
            if let Some(answer) = answer {
                let (question, given) = (question.to_owned(), answer.to_owned());
                return keep_answer(open, person, notice, &Answer { question, given, at });
            }
            open.execute(
                "DELETE FROM answer WHERE person = ?1 AND notice = ?2 AND question = ?3",
                params![person.0, notice, question],
            )?;
            Ok(())
        })
    }
}

/// An answer and when it was given.
pub(crate) struct Answer {
    pub(crate) question: String,
    pub(crate) given: String,
    pub(crate) at: Timestamp,
}

pub(crate) fn all_followed(open: &Transaction<'_>, person: PersonId) -> Result<Vec<Followed>, Change> {
    let mut all = open.prepare_cached(
        "SELECT notice.id, notice.title, last_read, steps FROM following
         JOIN notice ON notice.id = following.notice WHERE person = ?1 ORDER BY notice.id",
    )?;
    let rows = all.query_map([person.0], |row| {
        let steps: String = row.get(3)?;
        let steps = serde_json::from_str(&steps).map_err(|error| unreadable(3, error))?;
        Ok(Followed { id: row.get(0)?, title: row.get(1)?, last_read: row.get(2)?, steps, ticks: Vec::new() })
    })?;
    let mut followed = rows.collect::<Result<Vec<_>, _>>()?;
    for one in &mut followed {
        one.ticks = ticks(open, person, &one.id)?;
    }
    Ok(followed)
}

pub(crate) fn ticks(open: &Transaction<'_>, person: PersonId, notice: &str) -> Result<Vec<Tick>, Change> {
    let mut all = open.prepare_cached(
        "SELECT step, mark, how, at, remind_on FROM tick WHERE person = ?1 AND notice = ?2 ORDER BY step",
    )?;
    let rows = all.query_map(params![person.0, notice], |row| {
        let (mark, how): (String, String) = (row.get(1)?, row.get(2)?);
        let remind_on: Option<String> = row.get(4)?;
        Ok(Tick {
            step: row.get(0)?,
            mark: Mark::from_code(&mark).ok_or(rusqlite::Error::InvalidQuery)?,
            how: How::from_code(&how).ok_or(rusqlite::Error::InvalidQuery)?,
            at: time(row, 3)?,
            remind_on: remind_on.map(|day| day.parse().map_err(|error| unreadable(4, error))).transpose()?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(crate) fn answers(open: &Transaction<'_>, person: PersonId, notice: &str) -> Result<Vec<Answer>, Change> {
    let mut all = open.prepare_cached(
        "SELECT question, answer, at FROM answer WHERE person = ?1 AND notice = ?2 ORDER BY question",
    )?;
    let rows = all.query_map(params![person.0, notice], |row| {
        Ok(Answer { question: row.get(0)?, given: row.get(1)?, at: time(row, 2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(crate) fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept {
        id: row.get(0)?,
        revision: row.get(1)?,
        trust: row.get(2)?,
        title: row.get(3)?,
        text: row.get(4)?,
        address: row.get(5)?,
        link: row.get(6)?,
    })
}

pub(crate) fn keep_notice(open: &Transaction<'_>, notice: &Kept) -> Result<(), Change> {
    open.prepare_cached(
        "INSERT INTO notice (id, revision, trust, title, text, address, link)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET revision = ?2, trust = ?3, title = ?4, text = ?5,
           address = CASE WHEN text = ?5 THEN coalesce(?6, address) ELSE ?6 END,
           link = CASE WHEN text = ?5 THEN coalesce(?7, link) ELSE ?7 END",
    )?
    .execute(params![
        notice.id,
        notice.revision,
        notice.trust,
        notice.title,
        notice.text,
        notice.address,
        notice.link
    ])?;
    Ok(())
}

pub(crate) fn keep_following(
    open: &Transaction<'_>,
    person: PersonId,
    notice: &str,
    last_read: u32,
    steps: &[StepTitle],
) -> Result<(), Change> {
    let steps = serde_json::to_string(steps).map_err(|error| unreadable(4, error))?;
    open.prepare_cached(
        "INSERT INTO following (person, notice, last_read, steps) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (person, notice) DO UPDATE SET last_read = max(last_read, ?3), steps = ?4",
    )?
    .execute(params![person.0, notice, last_read, steps])?;
    Ok(())
}

pub(crate) fn keep_tick(
    open: &Transaction<'_>,
    person: PersonId,
    notice: &str,
    tick: &Tick,
) -> Result<(), Change> {
    open.prepare_cached(
        "INSERT OR REPLACE INTO tick (person, notice, step, mark, how, at, remind_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        person.0,
        notice,
        tick.step,
        tick.mark.code(),
        tick.how.code(),
        tick.at.to_string(),
        tick.remind_on.map(|day| day.to_string())
    ])?;
    Ok(())
}

pub(crate) fn keep_answer(
    open: &Transaction<'_>,
    person: PersonId,
    notice: &str,
    answer: &Answer,
) -> Result<(), Change> {
    open.prepare_cached(
        "INSERT OR REPLACE INTO answer (person, notice, question, answer, at) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![person.0, notice, answer.question, answer.given, answer.at.to_string()])?;
    Ok(())
}

fn need(open: &Transaction<'_>, person: PersonId) -> Result<(), Change> {
    let mut one = open.prepare_cached("SELECT 1 FROM person WHERE id = ?1")?;
    if one.exists([person.0])? { Ok(()) } else { Err(HouseholdError::Nobody.into()) }
}

fn need_following(open: &Transaction<'_>, person: PersonId, notice: &str) -> Result<(), Change> {
    let mut one = open.prepare_cached("SELECT 1 FROM following WHERE person = ?1 AND notice = ?2")?;
    if one.exists(params![person.0, notice])? { Ok(()) } else { Err(HouseholdError::Nobody.into()) }
}

fn time(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    let text: String = row.get(column)?;
    text.parse().map_err(|error| unreadable(column, error))
}

fn unreadable(column: usize, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
}
