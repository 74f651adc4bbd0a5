//! Who is at the window, and the household that is open. Gone when the window closes; what is kept, the store keeps.

use std::path::PathBuf;

use crate::household::{KeptWalk, Walk};
use crate::opening::Source;
use crate::reopening::reopen;
use crate::shared::{TypedHere, Typist};
use household::{HouseholdError, Kept, Opened, PersonId, Store};
use jiff::Timestamp;
use notice::verify::Memory;

use crate::open_notice::Opened as OpenNotice;
use crate::views::{Failure, refusal};

/// Seats of people begin here, above those of everybody who is not remembered.
const FIRST_PERSON: u32 = 1 << 20;

/// The household of this window. Nothing is kept before somebody has said so.
#[derive(Default)]
pub(crate) struct CurrentPerson {
    store: Option<Store>,
    who: Option<PersonId>,
    /// Somebody said that nothing is to be kept.
    pub(crate) nothing: bool,
    /// A damaged file that was set aside, until it has been said.
    pub(crate) set_aside: Option<PathBuf>,
    guest: u32,
    /// What was typed at this table.
    pub(crate) typed: TypedHere,
}

impl CurrentPerson {
    /// The open household.
    pub(crate) fn store(&self) -> Option<&Store> {
        self.store.as_ref()
    }

    /// The open household, to change it.
    pub(crate) fn store_mut(&mut self) -> Option<&mut Store> {
        self.store.as_mut()
    }

    /// Who is remembered at the window now.
    pub(crate) fn who(&self) -> Option<PersonId> {
        self.who
    }

    /// What they are called; `None` for somebody who is not remembered.
    pub(crate) fn who_is_called(&self) -> Result<Option<String>, HouseholdError> {
        let (Some(who), Some(store)) = (self.who, self.store()) else { return Ok(None) };
        let person = store.people()?.into_iter().find(|person| person.id == who);
        Ok(person.map(|person| person.name.as_str().to_owned()))
    }

    /// The walk of the current person; `source` is where the open notice came from.
    pub(crate) fn walk(&mut self, source: Option<&Source>) -> Walk<'_> {
        match (self.who, self.store.as_mut()) {
            (Some(who), Some(store)) => Walk::kept(KeptWalk::new(store, who).from_source(source)),
            _ => Walk::not_kept(),
        }
    }

    /// The typist of the current person.
    pub(crate) fn typist(&self) -> Typist {
        self.who.map_or(Typist(self.guest), typist_of)
    }

    /// A household was opened.
    pub(crate) fn take(&mut self, opened: Opened) {
        self.nothing = false;
        self.set_aside = opened.set_aside.or(self.set_aside.take());
        self.store = Some(opened.store);
    }

    /// Somebody says who they are. Marks of a person who was not remembered become theirs; what another
    /// person had open is closed. Gives why the notice that they had open may not be shown any more, if it may not.
    pub(crate) fn choose(
        &mut self,
        person: PersonId,
        notice: &mut Option<OpenNotice>,
        language: &str,
        known: Result<Memory, Failure>,
    ) -> Result<Option<Failure>, HouseholdError> {
        if self.who == Some(person) {
            return Ok(None);
        }
        if self.who.is_some() {
            *notice = None;
        } else {
            self.typed.move_to(Typist(self.guest), typist_of(person));
        }
        let Some(store) = self.store.as_mut() else { return Err(HouseholdError::Nobody) };
        let mut refused = None;
        if let Some(kept) = if notice.is_none() { store.open_notice(person)? } else { None } {
            match open_again(&kept, known) {
                Ok(opened) => *notice = Some(opened),
                Err(error) => refused = Some(error),
            }
        }
        if let Some(opened) = notice.as_mut() {
            go_on(store, person, opened, language)?;
        }
        self.who = Some(person);
        self.nothing = false;
        Ok(refused)
    }

    /// Opens another notice that the person at the window follows. Gives why it may not be shown, if it may not; what
    /// was open then stays.
    pub(crate) fn open_kept(
        &mut self,
        id: &str,
        notice: &mut Option<OpenNotice>,
        language: &str,
        known: Result<Memory, Failure>,
    ) -> Result<Option<Failure>, HouseholdError> {
        let (Some(who), Some(store)) = (self.who, self.store.as_mut()) else {
            return Err(HouseholdError::Nobody);
        };
        let follows = store.followed(who)?.iter().any(|followed| followed.id == id);
        let kept = store.kept(id)?.filter(|_| follows).ok_or(HouseholdError::Nobody)?;
        match open_again(&kept, known) {
            Ok(mut opened) => {
                go_on(store, who, &mut opened, language)?;
                *notice = Some(opened);
                Ok(None)
            }
            Err(error) => Ok(Some(error)),
        }
    }

    /// What is kept has changed beside the open notice: it is opened again with what is kept now.
    pub(crate) fn take_again(
        &mut self,
        notice: &mut Option<OpenNotice>,
        language: &str,
        known: Result<Memory, Failure>,
    ) -> Result<Option<Failure>, HouseholdError> {
        let Some(who) = self.who.take() else { return Ok(None) };
        *notice = None;
        self.choose(who, notice, language, known)
    }

    /// Somebody else sits down: nobody is known until they say who they are.
    pub(crate) fn hand_over(&mut self) {
        self.who = None;
        self.nothing = false;
        self.guest += 1;
    }

    /// The current person is not remembered from here on. What they see stays until they leave.
    pub(crate) fn forget_who(&mut self) {
        if let Some(who) = self.who.take() {
            self.guest += 1;
            self.typed.move_to(typist_of(who), Typist(self.guest));
        }
    }

    /// Lets go of the file.
    pub(crate) fn close(&mut self) {
        self.forget_who();
        self.store = None;
        self.set_aside = None;
    }

    /// Notes that the person at the window has this notice open, or none.
    pub(crate) fn note_open(&mut self, notice: Option<&str>) -> Result<(), HouseholdError> {
        match (self.who, self.store.as_mut()) {
            (Some(who), Some(store)) => store.set_open_notice(who, notice),
            _ => Ok(()),
        }
    }
}

/// The person's ticks and answers come into the notice that they have open now.
fn go_on(
    store: &mut Store,
    person: PersonId,
    opened: &mut OpenNotice,
    language: &str,
) -> Result<(), HouseholdError> {
    opened.session.set_language(language);
    let place = &mut KeptWalk::new(store, person).from_source(opened.source.as_ref());
    place.begin(&mut opened.session, Timestamp::now())?;
    store.set_open_notice(person, Some(&opened.session.notice().id.to_string()))
}

/// A notice from another day, verified again with what is known of publishers.
fn open_again(kept: &Kept, known: Result<Memory, Failure>) -> Result<OpenNotice, Failure> {
    let memory = known?;
    let reopened = reopen(kept, &memory, Timestamp::now()).map_err(|outcome| refusal(&outcome))?;
    let mut session = reopened.session;
    session.set_pinned(memory.pins.iter().map(|pin| pin.domain.clone()).collect());
    let mut opened = OpenNotice { was: reopened.was, ..OpenNotice::new(session) };
    if let Some((source, outcome)) = reopened.signed {
        opened.found(source, None, &outcome, &memory, Timestamp::now());
    }
    Ok(opened)
}

fn typist_of(person: PersonId) -> Typist {
    Typist(u32::try_from(person.number()).unwrap_or(u32::MAX).saturating_add(FIRST_PERSON))
}
