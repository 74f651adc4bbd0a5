//! Who is at the window, and the household that is open. Gone when the window closes; what is kept, the store keeps.

use std::path::PathBuf;

use household::{HouseholdError, Opened, PersonId, Store, Unlock};
use jiff::Timestamp;
use selfcheck::data::DataDir;
use selfcheck::household::{Place, reopen};
use selfcheck::shared::{Seat, TypedHere};

use crate::state::Opened as OpenNotice;

/// Seats of people begin here, above those of everybody who is not remembered.
const FIRST_PERSON: u32 = 1 << 20;

/// The household of this window. Nothing is kept before somebody has said so.
#[derive(Default)]
pub(crate) struct Hold {
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

impl Hold {
    /// The folder of the household; `None` where the system has none.
    pub(crate) fn folder() -> Option<PathBuf> {
        DataDir::find(None).map(|folder| folder.path().to_owned())
    }

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

    /// Where the ticks of whoever is at the window are kept; `None` if they are not.
    pub(crate) fn place(&mut self) -> Option<Place<'_>> {
        let who = self.who?;
        self.store.as_mut().map(|store| Place::new(store, who))
    }

    /// The seat of whoever is at the window.
    pub(crate) fn seat(&self) -> Seat {
        self.who.map_or(Seat(self.guest), seat_of)
    }

    /// A household was opened.
    pub(crate) fn take(&mut self, opened: Opened) {
        self.nothing = false;
        self.set_aside = opened.set_aside.or(self.set_aside.take());
        self.store = Some(opened.store);
    }

    /// Somebody says who they are. What was ticked before by whoever was not remembered becomes theirs; what another
    /// person had open is closed.
    pub(crate) fn choose(
        &mut self,
        person: PersonId,
        notice: &mut Option<OpenNotice>,
        language: &str,
    ) -> Result<(), HouseholdError> {
        if self.who == Some(person) {
            return Ok(());
        }
        if self.who.is_some() {
            *notice = None;
        } else {
            self.typed.move_to(Seat(self.guest), seat_of(person));
        }
        let Some(store) = self.store.as_mut() else { return Err(HouseholdError::Nobody) };
        if notice.is_none() {
            let session = store.open_notice(person)?.and_then(|kept| reopen(&kept));
            *notice = session.map(OpenNotice::new);
        }
        if let Some(opened) = notice.as_mut() {
            opened.session.set_language(language);
            Place::new(store, person).begin(&mut opened.session, Timestamp::now())?;
            store.set_open_notice(person, Some(&opened.session.notice().id.to_string()))?;
        }
        self.who = Some(person);
        self.nothing = false;
        Ok(())
    }

    /// Somebody else sits down: nobody is known until they say who they are.
    pub(crate) fn hand_over(&mut self) {
        self.who = None;
        self.guest += 1;
    }

    /// Whoever is at the window is not remembered from here on. What they see stays until they leave.
    pub(crate) fn forget_who(&mut self) {
        if let Some(who) = self.who.take() {
            self.guest += 1;
            self.typed.move_to(seat_of(who), Seat(self.guest));
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

fn seat_of(person: PersonId) -> Seat {
    Seat(u32::try_from(person.number()).unwrap_or(u32::MAX).saturating_add(FIRST_PERSON))
}

/// Opens the household of this computer away from the window's own thread: a keyring may ask its user first.
pub(crate) async fn open(passphrase: Option<household::Passphrase>) -> Result<Opened, HouseholdError> {
    let folder = Hold::folder().ok_or(HouseholdError::KeyringAbsent)?;
    let opening = tauri::async_runtime::spawn_blocking(move || {
        let unlock = passphrase.as_ref().map_or(Unlock::Keyring, Unlock::Passphrase);
        Store::open(&folder, unlock, Timestamp::now())
    });
    opening.await.unwrap_or(Err(HouseholdError::KeyringAbsent))
}
