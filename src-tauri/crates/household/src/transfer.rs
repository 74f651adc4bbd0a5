//! One's own data as a file behind a passphrase: an `age` file with JSON inside.
//!
//! Taking it in merges: of two ticks or answers the newer one counts, so that taking the same file in twice, or in
//! another order, comes to the same.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{OptionalExtension as _, Transaction, params};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::key::{Passphrase, WORK_FACTOR};
use crate::record::{self, Answer, How, Kept, Mark, StepTitle, Tick};
use crate::store::{Change, Store};
use crate::{HouseholdError, Name, PersonId};

const FORMAT: u32 = 1;

/// What came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// People in the file.
    pub people: usize,
    /// Of them, who were not here before.
    pub new_people: usize,
}

#[derive(Serialize, Deserialize)]
struct Exported {
    format: u32,
    people: Vec<ExportedPerson>,
    notices: Vec<ExportedNotice>,
}

#[derive(Serialize, Deserialize)]
struct ExportedPerson {
    name: String,
    country: Option<String>,
    notices: BTreeMap<String, ExportedFollowing>,
}

#[derive(Serialize, Deserialize)]
struct ExportedFollowing {
    last_read: u32,
    steps: Vec<StepTitle>,
    ticks: Vec<ExportedTick>,
    answers: Vec<ExportedAnswer>,
}

#[derive(Serialize, Deserialize)]
struct ExportedTick {
    step: String,
    mark: String,
    how: String,
    at: Timestamp,
    remind_on: Option<Date>,
}

#[derive(Serialize, Deserialize)]
struct ExportedAnswer {
    question: String,
    answer: String,
    at: Timestamp,
}

#[derive(Serialize, Deserialize)]
struct ExportedNotice {
    id: String,
    revision: u32,
    trust: String,
    title: String,
    text: String,
    /// Files of before these were kept lack both.
    #[serde(default)]
    address: Option<String>,
    #[serde(default)]
    link: Option<String>,
}

/// Everything of everybody, not locked yet or not any more. Locking and unlocking take a second and need no open
/// household, so that nobody has to wait for them who only wants to tick something. Wiped when dropped.
pub struct Collected(Zeroizing<Vec<u8>>);

impl Collected {
    /// Locks it with this passphrase, as a file.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn lock(&self, passphrase: &Passphrase) -> Result<Vec<u8>, HouseholdError> {
        passphrase.encrypt(&self.0, WORK_FACTOR)
    }

    /// What is in a file.
    ///
    /// # Errors
    /// When it is no export, or the passphrase is another one.
    pub fn unlock(file: &[u8], passphrase: &Passphrase) -> Result<Self, HouseholdError> {
        passphrase.decrypt(file)?.map(Self).ok_or(HouseholdError::NotAnExport)
    }

    /// What was inside a file that is unlocked already.
    #[must_use]
    pub fn from_unlocked(inside: Zeroizing<Vec<u8>>) -> Self {
        Self(inside)
    }

    /// How many people are in it.
    ///
    /// # Errors
    /// When it is no export, or one of a newer format.
    pub fn people(&self) -> Result<usize, HouseholdError> {
        read(&self.0).map(|all| all.people.len())
    }
}

impl Store {
    /// Everything of everybody.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn collect(&self) -> Result<Collected, HouseholdError> {
        let text = serde_json::to_vec(&self.exported()?).map_err(|_| HouseholdError::NotAnExport)?;
        Ok(Collected(Zeroizing::new(text)))
    }

    fn exported(&self) -> Result<Exported, HouseholdError> {
        let everybody = self.people()?;
        self.read(|open| {
            let mut people = Vec::with_capacity(everybody.len());
            for person in &everybody {
                let mut notices = BTreeMap::new();
                for followed in record::all_followed(open, person.id)? {
                    let answers = record::answers(open, person.id, &followed.id)?;
                    notices.insert(
                        followed.id,
                        ExportedFollowing {
                            last_read: followed.last_read,
                            steps: followed.steps,
                            ticks: followed.ticks.into_iter().map(ExportedTick::from).collect(),
                            answers: answers.into_iter().map(ExportedAnswer::from).collect(),
                        },
                    );
                }
                people.push(ExportedPerson {
                    name: person.name.as_str().to_owned(),
                    country: person.country.clone(),
                    notices,
                });
            }
            let mut all = open.prepare(concat!("SELECT ", record::columns!(), " FROM notice ORDER BY id"))?;
            let notices = all.query_map([], |row| record::kept(row).map(ExportedNotice::from))?;
            Ok(Exported { format: FORMAT, people, notices: notices.collect::<Result<_, _>>()? })
        })
    }

    /// Takes in what was exported, all of it or nothing.
    ///
    /// # Errors
    /// When it is no export, or the file cannot be written.
    pub fn take_in(&mut self, collected: &Collected) -> Result<Imported, HouseholdError> {
        let all = read(&collected.0)?;
        self.write(|open| {
            let mut imported = Imported { people: all.people.len(), new_people: 0 };
            for notice in &all.notices {
                take_notice(open, notice)?;
            }
            for person in &all.people {
                imported.new_people += usize::from(take_person(open, person)?);
            }
            Ok(imported)
        })
    }
}

/// Reads the inside of an export. A newer format is said before anything in it is looked at.
fn read(plain: &[u8]) -> Result<Exported, HouseholdError> {
    #[derive(Deserialize)]
    struct Head {
        format: u32,
    }
    let head: Head = serde_json::from_slice(plain).map_err(|_| HouseholdError::NotAnExport)?;
    if head.format > FORMAT {
        return Err(HouseholdError::ExportTooNew { format: head.format });
    }
    serde_json::from_slice(plain).map_err(|_| HouseholdError::NotAnExport)
}

/// The newer revision stays.
fn take_notice(open: &Transaction<'_>, notice: &ExportedNotice) -> Result<(), Change> {
    let here: Option<u32> = open
        .query_row("SELECT revision FROM notice WHERE id = ?1", [&notice.id], |row| row.get(0))
        .optional()?;
    if here.is_some_and(|revision| revision >= notice.revision) {
        return Ok(());
    }
    record::keep_notice(
        open,
        &Kept {
            id: notice.id.clone(),
            revision: notice.revision,
            trust: notice.trust.clone(),
            title: notice.title.clone(),
            text: notice.text.clone(),
            address: notice.address.clone(),
            link: notice.link.clone(),
        },
    )
}

/// Whether the person was not here before.
fn take_person(open: &Transaction<'_>, person: &ExportedPerson) -> Result<bool, Change> {
    let name = Name::new(&person.name).map_err(|_| HouseholdError::NotAnExport)?;
    let new = open.execute(
        "INSERT INTO person (name, name_key, country) VALUES (?1, ?2, ?3) ON CONFLICT (name_key) DO NOTHING",
        params![name.as_str(), name.key(), person.country],
    )? > 0;
    let id: i64 =
        open.query_row("SELECT id FROM person WHERE name_key = ?1", [name.key()], |row| row.get(0))?;
    open.execute(
        "UPDATE person SET country = coalesce(country, ?1) WHERE id = ?2",
        params![person.country, id],
    )?;
    for (notice, following) in &person.notices {
        take_following(open, PersonId(id), notice, following)?;
    }
    Ok(new)
}

fn take_following(
    open: &Transaction<'_>,
    person: PersonId,
    notice: &str,
    following: &ExportedFollowing,
) -> Result<(), Change> {
    let known: bool =
        open.query_row("SELECT EXISTS (SELECT 1 FROM notice WHERE id = ?1)", [notice], |row| row.get(0))?;
    if !known {
        return Err(HouseholdError::NotAnExport.into());
    }
    let here: Option<u32> = open
        .query_row(
            "SELECT last_read FROM following WHERE person = ?1 AND notice = ?2",
            params![person.0, notice],
            |row| row.get(0),
        )
        .optional()?;
    if here.is_none_or(|last_read| last_read < following.last_read) {
        record::keep_following(open, person, notice, following.last_read, &following.steps)?;
    }
    let newest = |table: &str, key: &str, value: &str| -> Result<Option<Timestamp>, Change> {
        let one = format!("SELECT at FROM {table} WHERE person = ?1 AND notice = ?2 AND {key} = ?3");
        let at: Option<String> =
            open.query_row(&one, params![person.0, notice, value], |row| row.get(0)).optional()?;
        Ok(at.and_then(|at| at.parse().ok()))
    };
    for tick in &following.ticks {
        if newest("tick", "step", &tick.step)?.is_none_or(|at| at < tick.at) {
            let read = || Some((Mark::from_code(&tick.mark)?, How::from_code(&tick.how)?));
            let (mark, how) = read().ok_or(HouseholdError::NotAnExport)?;
            let (step, at, remind_on) = (tick.step.clone(), tick.at, tick.remind_on);
            record::keep_tick(open, person, notice, &Tick { step, mark, how, at, remind_on })?;
        }
    }
    for answer in &following.answers {
        if !matches!(answer.answer.as_str(), "yes" | "no" | "not_sure") {
            return Err(HouseholdError::NotAnExport.into());
        }
        if newest("answer", "question", &answer.question)?.is_none_or(|at| at < answer.at) {
            let (question, given, at) = (answer.question.clone(), answer.answer.clone(), answer.at);
            record::keep_answer(open, person, notice, &Answer { question, given, at })?;
        }
    }
    Ok(())
}

impl From<Tick> for ExportedTick {
    fn from(tick: Tick) -> Self {
        Self {
            step: tick.step,
            mark: tick.mark.code().to_owned(),
            how: tick.how.code().to_owned(),
            at: tick.at,
            remind_on: tick.remind_on,
        }
    }
}

impl From<Answer> for ExportedAnswer {
    fn from(answer: Answer) -> Self {
        Self { question: answer.question, answer: answer.given, at: answer.at }
    }
}

impl From<Kept> for ExportedNotice {
    fn from(kept: Kept) -> Self {
        let Kept { id, revision, trust, title, text, address, link } = kept;
        Self { id, revision, trust, title, text, address, link }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn passphrase(text: &str) -> Passphrase {
        Passphrase::from_bytes(&Zeroizing::new(text.as_bytes().to_vec())).unwrap()
    }

    fn seconds(at: i64) -> Timestamp {
        Timestamp::from_second(at).unwrap()
    }

    fn kept(id: &str, revision: u32) -> Kept {
        let title = format!("Title of {id}");
        Kept {
            id: id.to_owned(),
            revision,
            trust: "practice".to_owned(),
            title,
            text: "format = 1".to_owned(),
            address: Some(format!("https://{id}")),
            link: None,
        }
    }

    /// Who ticked what in which notice, at which second, until when put off; and who answered.
    type Story = Vec<(u8, u8, u8, u8, i64, Option<i8>)>;

    fn story() -> impl Strategy<Value = Story> {
        prop::collection::vec(
            (0..4_u8, 0..3_u8, 0..6_u8, 0..4_u8, 0..2_000_000_000_i64, any::<Option<i8>>()),
            0..40,
        )
    }

    fn live(store: &mut Store, told: &Story) {
        for &(who, notice, step, what, at, days) in told {
            let name = Name::new(&format!("Persón {who}")).unwrap();
            let person = store.person(&name).or_else(|_| store.add(&name)).unwrap();
            let notice = kept(&format!("site-{notice}.example/1"), u32::from(what) + 1);
            let step = format!("step-{step}");
            let steps = [StepTitle { id: step.clone(), title: "Do it".to_owned() }];
            store.follow(person.id, &notice, &steps).unwrap();
            let remind_on = days.map(|days| jiff::civil::date(2026, 11, 24) + jiff::Span::new().days(days));
            match Mark::ALL.get(usize::from(what)) {
                Some(&mark) => {
                    let tick = Tick { step, mark, how: How::YouToldUs, at: seconds(at), remind_on };
                    store.tick(person.id, &notice.id, &tick).unwrap();
                }
                None => store.answer(person.id, &notice.id, &step, Some("no"), seconds(at)).unwrap(),
            }
        }
    }

    /// With little work, because the tests of this make many files.
    fn export(store: &Store, text: &str) -> Vec<u8> {
        passphrase(text).encrypt(&store.collect().unwrap().0, 2).unwrap()
    }

    fn import(store: &mut Store, file: &[u8], text: &str) -> Result<Imported, HouseholdError> {
        store.take_in(&Collected::unlock(file, &passphrase(text))?)
    }

    fn all_of(store: &Store) -> serde_json::Value {
        serde_json::to_value(store.exported().unwrap()).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn what_was_taken_out_comes_in_again_whole_and_twice_is_once(first in story()) {
            let mut here = Store::in_memory().unwrap();
            live(&mut here, &first);
            let file = export(&here, "plum");
            let mut there = Store::in_memory().unwrap();
            import(&mut there, &file, "plum").unwrap();
            prop_assert_eq!(all_of(&there), all_of(&here));
            let again = import(&mut there, &file, "plum").unwrap();
            prop_assert_eq!(again.new_people, 0);
            prop_assert_eq!(all_of(&there), all_of(&here));
        }

        #[test]
        fn of_two_households_no_tick_is_lost_and_the_newer_one_counts(first in story(), second in story()) {
            let (mut one, mut two) = (Store::in_memory().unwrap(), Store::in_memory().unwrap());
            live(&mut one, &first);
            live(&mut two, &second);
            let before = one.exported().unwrap();
            import(&mut one, &export(&two, "plum"), "plum").unwrap();
            for person in &before.people {
                let now = one.person(&Name::new(&person.name).unwrap()).unwrap();
                for (notice, following) in &person.notices {
                    let ticks = one.ticks(now.id, notice).unwrap();
                    for tick in &following.ticks {
                        prop_assert!(ticks.iter().any(|t| t.step == tick.step && t.at >= tick.at));
                    }
                }
            }
        }
    }

    #[test]
    fn a_wrong_passphrase_or_a_broken_file_changes_nothing() {
        let mut store = Store::in_memory().unwrap();
        live(&mut store, &vec![(0, 0, 0, 0, 1, None)]);
        let before = all_of(&store);
        let file = export(&store, "plum");
        let wrong = import(&mut store, &file, "pear");
        assert!(matches!(wrong, Err(HouseholdError::WrongPassphrase)));
        for broken in [&file[..file.len() - 1], b"", b"age-encryption.org/v1\n"] {
            assert!(matches!(import(&mut store, broken, "plum"), Err(HouseholdError::NotAnExport)));
        }
        for inside in [
            r#"{"format":1,"people":[{"name":"","country":null,"notices":{}}],"notices":[]}"#,
            r#"{"format":1,"people":[{"name":"A","country":null,"notices":{"no/such":{"last_read":1,"steps":[],"ticks":[],"answers":[]}}}],"notices":[]}"#,
            r#"{"format":1}"#,
            "7",
        ] {
            let file = passphrase("plum").encrypt(inside.as_bytes(), 2).unwrap();
            assert!(matches!(import(&mut store, &file, "plum"), Err(HouseholdError::NotAnExport)));
        }
        let newer = passphrase("plum").encrypt(br#"{"format":2,"new":true}"#, 2).unwrap();
        let said = import(&mut store, &newer, "plum");
        assert!(matches!(said, Err(HouseholdError::ExportTooNew { format: 2 })));
        assert_eq!(all_of(&store), before);
    }
}
