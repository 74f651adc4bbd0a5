//! One person's walk through a notice, kept in the household so that it goes on where it was.
//!
//! Not here: the file and its key (crate `household`), and who vouches for a notice ([`crate::walk`]).
//! What is said goes to the disk first and to the [`Session`] after, so that nothing looks kept that is not.

use std::collections::{BTreeMap, BTreeSet};

use household::{HouseholdError, Kept, PersonId, StepTitle, Store, Tick, Wiped};
use jiff::Timestamp;
use jiff::civil::Date;
use notice::NoticeId;
use plan::{Country, Difference, Given};

use crate::data::DataDir;
use crate::opening::Source;
use crate::trust::{TrustError, TrustStore};
use crate::walk::{How, Mark, Session, Trust};

/// Removes what tells of people and of what they read: the household with its key, and what is known of publishers.
///
/// # Errors
/// When a file could not be removed. What could be is gone then.
pub fn wipe(folder: &DataDir) -> Result<Wiped, HouseholdError> {
    let wiped = household::wipe(folder.path());
    let publishers = TrustStore::new(folder.clone()).wipe();
    let mut wiped = wiped?;
    wiped.files.extend(publishers.map_err(TrustError::of_the_household)?);
    Ok(wiped)
}

/// Takes somebody out with all that is kept of them. That includes which statements were read: a site that nobody
/// here follows any more leaves no name behind, unless somebody said that they know its publisher.
///
/// # Errors
/// When nobody is this person, or something could not be written. They are then in the household still.
pub fn remove(
    store: &mut Store,
    person: PersonId,
    folder: &DataDir,
    now: Timestamp,
) -> Result<(), HouseholdError> {
    let mut follow = BTreeSet::new();
    let people = store.people()?;
    for other in people.iter().filter(|other| other.id != person) {
        follow.extend(store.followed(other.id)?.into_iter().map(|followed| followed.id));
    }
    if people.iter().any(|each| each.id == person) && folder.file(crate::trust::FILE).exists() {
        let forgotten = TrustStore::new(folder.clone()).change(now, |memory| {
            let stays =
                |id: &NoticeId| follow.contains(&id.to_string()) || memory.pin_of(&id.domain).is_some();
            let read = memory.seen.keys().map(|key| &key.id).chain(memory.asked.keys());
            let gone: BTreeSet<NoticeId> = read.filter(|id| !stays(id)).cloned().collect();
            memory.seen.retain(|key, _| !gone.contains(&key.id));
            memory.asked.retain(|id, _| !gone.contains(id));
        });
        forgotten.map_err(TrustError::of_the_household)?;
    }
    store.remove(person)
}

/// The walks of one person, kept in the household.
pub struct KeptWalk<'a> {
    store: &'a mut Store,
    person: PersonId,
    address: Option<String>,
    link: Option<String>,
}

impl<'a> KeptWalk<'a> {
    /// Where this person's walks are kept.
    pub fn new(store: &'a mut Store, person: PersonId) -> Self {
        Self { store, person, address: None, link: None }
    }

    /// The notice that is kept next came from here.
    #[must_use]
    pub fn from_source(mut self, source: Option<&Source>) -> Self {
        let address = source.and_then(|source| source.address.as_ref());
        self.address = address.map(|address| address.as_str().to_owned());
        self.link = source.and_then(|source| source.link.as_ref()).map(ToString::to_string);
        self
    }

    /// Goes on where this person was: their ticks and answers come into the session. What was said in the session
    /// before, while nobody was chosen, is kept too and counts as the newer word. Gives the revision that they read
    /// last, if they followed the notice before.
    ///
    /// # Errors
    /// When the household cannot be read or written.
    pub fn begin(&mut self, session: &mut Session, now: Timestamp) -> Result<Option<u32>, HouseholdError> {
        let id = session.notice().id.to_string();
        let before = self.store.followed(self.person)?.into_iter().find(|followed| followed.id == id);
        self.follow(session)?;
        let said: Vec<Tick> = session
            .marks()
            .map(|(step, mark, how)| Tick {
                step: step.to_owned(),
                mark,
                how,
                at: now,
                remind_on: session.reminder_of(step),
            })
            .collect();
        for tick in &said {
            self.store.tick(self.person, &id, tick)?;
        }
        for (question, given) in session.answers() {
            self.store.answer(self.person, &id, question, Some(given_code(*given)), now)?;
        }
        look(self.store, self.person, session)?;
        // The answers that came in may ask for other steps.
        self.follow(session)?;
        Ok(before.map(|followed| followed.last_read))
    }

    /// Keeps what a person said of a step; whether the step is one of the plan's.
    ///
    /// # Errors
    /// When it cannot be kept. The session is then as it was.
    pub fn mark(
        &mut self,
        session: &mut Session,
        step: &str,
        said: (Mark, How),
        remind_on: Option<Date>,
        now: Timestamp,
    ) -> Result<bool, HouseholdError> {
        let (mark, how) = said;
        if !session.plan().steps.iter().any(|each| each.id == step) {
            return Ok(false);
        }
        let tick = Tick { step: step.to_owned(), mark, how, at: now, remind_on };
        self.store.tick(self.person, &session.notice().id.to_string(), &tick)?;
        session.take_mark(step, mark, how, remind_on);
        Ok(true)
    }

    /// Takes back what was said of a step; whether there was anything.
    ///
    /// # Errors
    /// When that cannot be kept.
    pub fn unmark(&mut self, session: &mut Session, step: &str) -> Result<bool, HouseholdError> {
        let gone = self.store.untick(self.person, &session.notice().id.to_string(), step)?;
        session.unmark(step);
        Ok(gone)
    }

    /// Keeps an answer, or takes it back. Gives the steps that came and went with it.
    ///
    /// # Errors
    /// When that cannot be kept. The session is then as it was.
    pub fn answer(
        &mut self,
        session: &mut Session,
        question: &str,
        given: Option<Given>,
        now: Timestamp,
    ) -> Result<Difference, HouseholdError> {
        let id = session.notice().id.to_string();
        self.store.answer(self.person, &id, question, given.map(given_code), now)?;
        let difference = session.answer(question, given);
        self.follow(session)?;
        Ok(difference)
    }

    /// Keeps whose contacts this person wants to see.
    ///
    /// # Errors
    /// When that cannot be kept. The session is then as it was.
    pub fn set_country(&mut self, session: &mut Session, country: Country) -> Result<(), HouseholdError> {
        self.store.set_country(self.person, country.code())?;
        session.set_country(country);
        self.follow(session)
    }

    /// Keeps the notice with what its plan asks of this person.
    ///
    /// # Errors
    /// When that cannot be kept.
    pub fn follow(&mut self, session: &Session) -> Result<(), HouseholdError> {
        let steps: Vec<StepTitle> = session
            .plan()
            .steps
            .into_iter()
            .filter(|step| step.withdrawn.is_none())
            .map(|step| StepTitle { id: step.id, title: step.title })
            .collect();
        let notice = session.notice();
        let fresh = Kept {
            id: notice.id.to_string(),
            revision: notice.revision,
            trust: session.trust().code().to_owned(),
            title: session.words(&notice.title),
            text: String::from_utf8_lossy(session.text()).into_owned(),
            address: self.address.clone(),
            link: self.link.clone(),
        };
        let kept = self.store.kept(&fresh.id)?.filter(|kept| outranks(kept, session.trust()));
        self.store.follow(self.person, &kept.unwrap_or(fresh), &steps)
    }
}

/// The walk of the current person: kept in the household where they are remembered, else in the session alone. A change
/// is on the disk when a method returns, or the session is as it was.
pub struct Walk<'a>(Option<KeptWalk<'a>>);

impl<'a> Walk<'a> {
    /// A walk that lasts as long as the session.
    #[must_use]
    pub fn not_kept() -> Self {
        Self(None)
    }

    /// A walk that is kept.
    #[must_use]
    pub fn kept(walk: KeptWalk<'a>) -> Self {
        Self(Some(walk))
    }

    /// Continues where the person was, see [`KeptWalk::begin`].
    ///
    /// # Errors
    /// When the household cannot be read or written.
    pub fn begin(&mut self, session: &mut Session, now: Timestamp) -> Result<Option<u32>, HouseholdError> {
        self.0.as_mut().map_or(Ok(None), |walk| walk.begin(session, now))
    }

    /// Keeps the notice with what its plan asks of the person.
    ///
    /// # Errors
    /// When that cannot be kept.
    pub fn follow(&mut self, session: &Session) -> Result<(), HouseholdError> {
        self.0.as_mut().map_or(Ok(()), |walk| walk.follow(session))
    }

    /// Marks a step; returns whether it is one of the plan's. `remind_on` is the day until which it is put off.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn mark(
        &mut self,
        session: &mut Session,
        step: &str,
        said: (Mark, How),
        remind_on: Option<Date>,
        now: Timestamp,
    ) -> Result<bool, HouseholdError> {
        if let Some(walk) = &mut self.0 {
            return walk.mark(session, step, said, remind_on, now);
        }
        let known = session.mark(step, said.0, said.1);
        if known {
            session.remind(step, remind_on);
        }
        Ok(known)
    }

    /// Takes a mark back; returns whether there was one.
    ///
    /// # Errors
    /// When that cannot be kept.
    pub fn unmark(&mut self, session: &mut Session, step: &str) -> Result<bool, HouseholdError> {
        if let Some(walk) = &mut self.0 {
            return walk.unmark(session, step);
        }
        let marked = session.mark_of(step).is_some();
        session.unmark(step);
        Ok(marked)
    }

    /// Answers a question, or takes the answer back. Returns the steps that came and went with it.
    ///
    /// # Errors
    /// When that cannot be kept.
    pub fn answer(
        &mut self,
        session: &mut Session,
        question: &str,
        given: Option<Given>,
        now: Timestamp,
    ) -> Result<Difference, HouseholdError> {
        match &mut self.0 {
            Some(walk) => walk.answer(session, question, given, now),
            None => Ok(session.answer(question, given)),
        }
    }

    /// Sets the country whose contacts the person wants to see.
    ///
    /// # Errors
    /// When that cannot be kept.
    pub fn set_country(&mut self, session: &mut Session, country: Country) -> Result<(), HouseholdError> {
        if let Some(walk) = &mut self.0 {
            return walk.set_country(session, country);
        }
        session.set_country(country);
        Ok(())
    }
}

/// Whether what is kept stays although another text with the same id was opened: nobody vouches for the other one.
fn outranks(kept: &Kept, trust: Trust) -> bool {
    !trust.vouched() && kept.trust != Trust::Unsigned.code()
}

/// Brings a person's ticks, answers and country into a session without keeping anything. What the session has
/// already stays as it is.
///
/// # Errors
/// When the household cannot be read.
pub fn look(store: &Store, person: PersonId, session: &mut Session) -> Result<(), HouseholdError> {
    let id = session.notice().id.to_string();
    let known = store.answers(person, &id)?.into_iter();
    let mut answers: BTreeMap<String, Given> =
        known.filter_map(|(question, code)| Some((question, given_from_code(&code)?))).collect();
    answers.extend(session.answers().clone());
    session.set_answers(answers);
    for tick in store.ticks(person, &id)? {
        if session.mark_of(&tick.step).is_none() {
            session.take_mark(&tick.step, tick.mark, tick.how, tick.remind_on);
        }
    }
    let known = store.people()?.into_iter().find(|each| each.id == person);
    if let Some(country) = known.and_then(|each| Country::from_code(&each.country?)) {
        session.set_country(country);
    }
    Ok(())
}

/// When a step that is put off comes up again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PutOff {
    /// Nothing was said.
    Open,
    /// Tomorrow.
    Tomorrow,
    /// In seven days.
    InAWeek,
    /// On this day.
    On(Date),
}

impl PutOff {
    /// The day, seen from `today`; `None` for an open end.
    ///
    /// # Errors
    /// With the day itself when it does not lie after `today`.
    pub fn day(self, today: Date) -> Result<Option<Date>, Date> {
        let after = |days: i32| today.saturating_add(jiff::Span::new().days(days));
        match self {
            Self::Open => Ok(None),
            Self::Tomorrow => Ok(Some(after(1))),
            Self::InAWeek => Ok(Some(after(7))),
            Self::On(day) if day > today => Ok(Some(day)),
            Self::On(day) => Err(day),
        }
    }
}

/// A step that was put off until a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Of which notice.
    pub notice: String,
    /// The step's id.
    pub step: String,
    /// What it is called.
    pub title: String,
    /// The day.
    pub on: Date,
}

/// What a person put off until `today` or earlier, the oldest first.
///
/// # Errors
/// When the household cannot be read.
pub fn due(store: &Store, person: PersonId, today: Date) -> Result<Vec<Reminder>, HouseholdError> {
    let mut due = Vec::new();
    for followed in store.followed(person)? {
        for step in &followed.steps {
            let on = followed
                .tick(&step.id)
                .filter(|tick| tick.mark == Mark::Later)
                .and_then(|tick| tick.remind_on);
            if let Some(on) = on.filter(|on| *on <= today) {
                let (notice, step, title) = (followed.id.clone(), step.id.clone(), step.title.clone());
                due.push(Reminder { notice, step, title, on });
            }
        }
    }
    due.sort_by_key(|reminder| reminder.on);
    Ok(due)
}

/// The word of the public JSON contract for an answer.
#[must_use]
pub fn given_code(given: Given) -> &'static str {
    match given {
        Given::Yes => "yes",
        Given::No => "no",
        Given::NotSure => "not_sure",
    }
}

/// An answer from that word.
#[must_use]
pub fn given_from_code(code: &str) -> Option<Given> {
    [Given::Yes, Given::No, Given::NotSure].into_iter().find(|given| given_code(*given) == code)
}

#[cfg(test)]
mod tests {
    use household::Name;
    use notice::verify::{Asked, Memory, Seen, SeenKey};
    use notice_faults::Keys;

    use super::*;

    fn practice(revision: u32) -> Session {
        Session::open(notice::practice::revision(revision).unwrap(), Trust::Practice).unwrap()
    }

    fn person(store: &mut Store, name: &str) -> PersonId {
        store.add(&Name::new(name).unwrap()).unwrap().id
    }

    const DONE: (Mark, How) = (Mark::Done, How::YouToldUs);
    const THEN: Timestamp = Timestamp::UNIX_EPOCH;

    #[test]
    fn a_walk_goes_on_where_it_was_after_a_newer_statement() {
        let mut store = Store::in_memory().unwrap();
        let ann = person(&mut store, "Ann");
        let mut session = practice(1);
        let mut place = KeptWalk::new(&mut store, ann);
        assert_eq!(place.begin(&mut session, THEN).unwrap(), None);
        assert!(place.mark(&mut session, "new-forum-password", DONE, None, THEN).unwrap());
        let day = jiff::civil::date(2026, 12, 1);
        let later = (Mark::Later, How::YouToldUs);
        assert!(place.mark(&mut session, "user-name", later, Some(day), THEN).unwrap());
        assert!(!place.mark(&mut session, "no-such-step", DONE, None, THEN).unwrap());
        place.answer(&mut session, "same-password-elsewhere", Some(Given::No), THEN).unwrap();
        place.set_country(&mut session, Country::from_code("gb").unwrap()).unwrap();

        let mut again = practice(3);
        assert_eq!(KeptWalk::new(&mut store, ann).begin(&mut again, THEN).unwrap(), Some(1));
        assert_eq!(again.mark_of("new-forum-password"), Some(DONE));
        assert_eq!(again.reminder_of("user-name"), Some(day));
        assert_eq!(again.answers().get("same-password-elsewhere"), Some(&Given::No));
        assert_eq!(again.country(), Country::from_code("gb").unwrap());
        assert_eq!(store.kept("willow.example/practice").unwrap().unwrap().revision, 3);
    }

    #[test]
    fn what_was_ticked_before_somebody_said_who_they_are_becomes_theirs() {
        let mut store = Store::in_memory().unwrap();
        let ann = person(&mut store, "Ann");
        let mut session = practice(3);
        session.mark("user-name", Mark::NotForMe, How::YouToldUs);
        session.answer("under-18", Some(Given::Yes));
        KeptWalk::new(&mut store, ann).begin(&mut session, THEN).unwrap();
        let mut again = practice(3);
        look(&store, ann, &mut again).unwrap();
        assert_eq!(again.mark_of("user-name"), Some((Mark::NotForMe, How::YouToldUs)));
        assert_eq!(again.answers().get("under-18"), Some(&Given::Yes));
    }

    #[test]
    fn whoever_is_removed_leaves_no_name_of_a_site_that_nobody_else_follows_or_knows() {
        let place = tempfile::tempdir().unwrap();
        let folder = DataDir::find(Some(place.path().join("kept"))).unwrap();
        let mut store = Store::in_memory().unwrap();
        let (ann, ben) = (person(&mut store, "Ann"), person(&mut store, "Ben"));
        for who in [ann, ben] {
            KeptWalk::new(&mut store, who).begin(&mut practice(3), THEN).unwrap();
        }
        let root = Keys::public(&Keys::make().unwrap().root_a).unwrap();
        let [theirs, known, both] = ["forum.example/1", "www.bank.example/1", "willow.example/practice"]
            .map(|id| id.parse().unwrap());
        let publishers = TrustStore::new(folder.clone());
        let read = |memory: &mut Memory| {
            memory.pin("bank.example", root, THEN);
            for id in [&theirs, &known, &both] {
                let key = SeenKey { root, id: NoticeId::clone(id), desk_key: root };
                memory.seen.insert(key, Seen { revision: 1, body: [0; 32] });
                memory.asked.insert(id.clone(), Asked { at: THEN, answered: true });
            }
        };
        publishers.change(THEN, read).unwrap();
        let left = || {
            let memory = publishers.read(THEN).unwrap().memory;
            let seen: Vec<NoticeId> = memory.seen.into_keys().map(|key| key.id).collect();
            assert_eq!(seen, memory.asked.into_keys().collect::<Vec<_>>());
            assert_eq!(memory.pins.len(), 1);
            seen
        };
        remove(&mut store, ann, &folder, THEN).unwrap();
        assert_eq!(left(), [both, known.clone()]);
        assert!(remove(&mut store, ann, &folder, THEN).is_err());
        assert_eq!(left().len(), 2, "nobody was removed, so nothing is forgotten");
        remove(&mut store, ben, &folder, THEN).unwrap();
        assert_eq!(left(), [known]);
        assert!(store.people().unwrap().is_empty());
    }

    #[test]
    fn one_persons_ticks_are_not_anothers() {
        let mut store = Store::in_memory().unwrap();
        let (ann, ben) = (person(&mut store, "Ann"), person(&mut store, "Ben"));
        let mut session = practice(3);
        let mut place = KeptWalk::new(&mut store, ann);
        place.begin(&mut session, THEN).unwrap();
        place.mark(&mut session, "user-name", DONE, None, THEN).unwrap();
        let mut other = practice(3);
        KeptWalk::new(&mut store, ben).begin(&mut other, THEN).unwrap();
        assert_eq!(other.marks().count(), 0);
        let total = other.progress().total;
        let counts =
            |person| store.followed(person).map(|all| (all[0].marked(Mark::Done), all[0].open())).unwrap();
        assert_eq!((counts(ann), counts(ben)), ((1, total - 1), (0, total)));
    }

    #[test]
    fn a_file_that_nobody_vouches_for_does_not_take_the_place_of_one_that_somebody_does() {
        let mut store = Store::in_memory().unwrap();
        let ann = person(&mut store, "Ann");
        KeptWalk::new(&mut store, ann).begin(&mut practice(3), THEN).unwrap();
        let mut forged = Session::open(notice::practice::revision(2).unwrap(), Trust::Unsigned).unwrap();
        KeptWalk::new(&mut store, ann).begin(&mut forged, THEN).unwrap();
        let kept = store.kept("willow.example/practice").unwrap().unwrap();
        assert_eq!((kept.trust.as_str(), kept.revision), ("practice", 3));
    }

    #[test]
    fn what_is_put_off_comes_up_on_its_day_and_not_before() {
        let mut store = Store::in_memory().unwrap();
        let ann = person(&mut store, "Ann");
        let mut session = practice(3);
        let mut place = KeptWalk::new(&mut store, ann);
        place.begin(&mut session, THEN).unwrap();
        let today = jiff::civil::date(2026, 11, 25);
        let week = PutOff::InAWeek.day(today).unwrap();
        let later = (Mark::Later, How::YouToldUs);
        place.mark(&mut session, "user-name", later, week, THEN).unwrap();
        place.mark(&mut session, "ip-address", later, PutOff::Open.day(today).unwrap(), THEN).unwrap();
        assert!(due(&store, ann, jiff::civil::date(2026, 12, 1)).unwrap().is_empty());
        let then = due(&store, ann, jiff::civil::date(2026, 12, 2)).unwrap();
        assert_eq!(then.iter().map(|r| r.step.as_str()).collect::<Vec<_>>(), ["user-name"]);
        KeptWalk::new(&mut store, ann).mark(&mut session, "user-name", DONE, None, THEN).unwrap();
        assert!(due(&store, ann, jiff::civil::date(2027, 1, 1)).unwrap().is_empty());
        assert_eq!(PutOff::On(today).day(today), Err(today));
        assert_eq!(PutOff::Tomorrow.day(today), Ok(Some(jiff::civil::date(2026, 11, 26))));
    }

    #[test]
    fn a_store_that_says_no_leaves_the_session_as_it_was() {
        let mut store = Store::in_memory().unwrap();
        let ann = person(&mut store, "Ann");
        let mut session = practice(3);
        KeptWalk::new(&mut store, ann).begin(&mut session, THEN).unwrap();
        store.remove(ann).unwrap();
        let mut place = KeptWalk::new(&mut store, ann);
        assert!(place.mark(&mut session, "user-name", DONE, None, THEN).is_err());
        assert!(place.answer(&mut session, "under-18", Some(Given::Yes), THEN).is_err());
        assert_eq!((session.marks().count(), session.answers().len()), (0, 0));
    }
}
