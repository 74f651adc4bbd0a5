//! Commands about people: who is at the window, the household, and the table where everybody ticks for themselves.

use crate::household::KeptWalk;
use crate::walk::How;
use household::{HouseholdError, Mark, Name, Opened, Passphrase, PersonId, Store, Unlock};
use notice::verify::Memory;
use zeroize::Zeroizing;

use super::password::typed_twice;
use crate::current_person::CurrentPerson;
use crate::lock::lock;
use crate::state::App;
use crate::views::{
    ChosenView, ErrorCode, Failure, HouseholdView, MarkCode, NoticeView, TogetherView, WipedView,
};

impl App {
    pub fn household(&self) -> Result<HouseholdView, Failure> {
        Ok(self.household_view(&lock(&self.household))?)
    }

    /// Opens the household that is there, with the key in the keyring.
    pub async fn open_household(&self) -> Result<HouseholdView, Failure> {
        let opened = self.open_store(None).await?;
        lock(&self.household).take(opened);
        Ok(self.household_view(&lock(&self.household))?)
    }

    /// Opens the household with a passphrase, or begins one that is locked with it: then it was typed twice, because a
    /// slip would lock everybody out for good.
    pub async fn unlock_household(&self, secret: Zeroizing<Vec<u8>>) -> Result<HouseholdView, Failure> {
        let typed = secret;
        let begins = self.data().is_some_and(|data| matches!(Store::locked_by(data.path()), Ok(None)));
        let passphrase = Passphrase::from_bytes(&if begins { typed_twice(&typed)? } else { typed })?;
        let opened = self.open_store(Some(passphrase)).await?;
        lock(&self.household).take(opened);
        Ok(self.household_view(&lock(&self.household))?)
    }

    /// The current person is not to be remembered.
    pub fn keep_nothing(&self) -> Result<HouseholdView, Failure> {
        self.audits.forget();
        let mut current = lock(&self.household);
        current.close();
        current.nothing = true;
        Ok(self.household_view(&current)?)
    }

    /// The current person may be remembered after all, and is asked again. Their marks stay with them.
    pub fn ask_who_again(&self) -> Result<HouseholdView, Failure> {
        let mut current = lock(&self.household);
        current.nothing = false;
        Ok(self.household_view(&current)?)
    }

    /// Adds somebody, and begins a household for them if there is none. With `choose` they are at the window from now on.
    pub async fn add_person(&self, name: String, choose: bool) -> Result<ChosenView, Failure> {
        let name = Name::new(&name)?;
        if lock(&self.household).store().is_none() {
            let opened = self.open_store(None).await?;
            lock(&self.household).take(opened);
        }
        let mut current = lock(&self.household);
        let added = current.store_mut().ok_or(HouseholdError::Nobody)?.add(&name)?;
        self.chosen(&mut current, choose.then_some(added.id))
    }

    pub fn choose_person(&self, id: u32) -> Result<ChosenView, Failure> {
        let mut current = lock(&self.household);
        self.chosen(&mut current, Some(PersonId::from_number(id.into())))
    }

    /// Opens again what the person at the window follows.
    pub fn open_kept_notice(&self, id: String) -> Result<ChosenView, Failure> {
        let known = self.known();
        let mut current = lock(&self.household);
        let mut opened = self.opened();
        let refused = current.open_kept(&id, &mut opened, &self.language(), known)?;
        let notice = opened.as_ref().map(NoticeView::from);
        Ok(ChosenView { household: self.household_view(&current)?, notice, refused })
    }

    /// Closes everything that the last person had open, for the next one.
    pub fn hand_over(&self) -> Result<HouseholdView, Failure> {
        self.audits.forget();
        let mut current = lock(&self.household);
        current.hand_over();
        *self.opened() = None;
        Ok(self.household_view(&current)?)
    }

    pub fn rename_person(&self, id: u32, name: String) -> Result<HouseholdView, Failure> {
        let name = Name::new(&name)?;
        let mut current = lock(&self.household);
        let store = current.store_mut().ok_or(HouseholdError::Nobody)?;
        store.rename(PersonId::from_number(id.into()), &name)?;
        Ok(self.household_view(&current)?)
    }

    /// Takes somebody out with all that was kept of them. If it is who sits here, they are not remembered any more.
    pub fn remove_person(&self, id: u32) -> Result<HouseholdView, Failure> {
        let person = PersonId::from_number(id.into());
        let mut current = lock(&self.household);
        let folder = self.data().ok_or(HouseholdError::Nobody)?;
        let store = current.store_mut().ok_or(HouseholdError::Nobody)?;
        crate::household::remove(store, person, &folder, self.platform.now())?;
        if current.who() == Some(person) {
            current.forget_who();
        }
        Ok(self.household_view(&current)?)
    }

    /// Removes the household, its key, what is known of publishers, and what this session knows of anybody.
    pub async fn wipe_household(&self) -> Result<WipedView, Failure> {
        self.audits.forget();
        {
            let mut current = lock(&self.household);
            current.close();
            current.typed.forget();
            *self.opened() = None;
            *lock(&self.known_for_now) = Memory::default();
        }
        let folder = self.data().ok_or(HouseholdError::Nobody)?;
        let wiping = self.runtime.spawn_blocking(move || crate::household::wipe(&folder));
        match wiping.await {
            Ok(Ok(wiped)) => Ok(wiped.into()),
            _ => Err(Failure::new(ErrorCode::WipeUnfinished)),
        }
    }

    /// The open notice with a tick for each person of the household.
    pub fn together(&self) -> Result<TogetherView, Failure> {
        self.view_together(&lock(&self.household))
    }

    /// One person's tick at the table.
    pub fn mark_together(
        &self,
        person: u32,
        step: String,
        mark: Option<MarkCode>,
    ) -> Result<TogetherView, Failure> {
        let mark = mark.map(Mark::from);
        let person = PersonId::from_number(person.into());
        let mut current = lock(&self.household);
        {
            let mut opened = self.opened();
            let session = &mut opened.as_mut().ok_or_else(|| Failure::new(ErrorCode::NoNotice))?.session;
            let who = current.who();
            let mut walk = KeptWalk::new(current.store_mut().ok_or(HouseholdError::Nobody)?, person);
            let now = self.platform.now();
            let mut theirs = session.for_another();
            let session = if who == Some(person) { session } else { &mut theirs };
            if who != Some(person) {
                walk.begin(session, now)?;
            }
            match mark {
                Some(mark) => walk.mark(session, &step, (mark, How::YouToldUs), None, now)?,
                None => walk.unmark(session, &step)?,
            };
        }
        self.view_together(&current)
    }

    fn view_together(&self, current: &CurrentPerson) -> Result<TogetherView, Failure> {
        let opened = self.opened();
        let opened = opened.as_ref().ok_or_else(|| Failure::new(ErrorCode::NoNotice))?;
        let store = current.store().ok_or(HouseholdError::Nobody)?;
        Ok(TogetherView::of(store, &opened.session)?)
    }

    fn chosen(&self, current: &mut CurrentPerson, person: Option<PersonId>) -> Result<ChosenView, Failure> {
        let mut opened = self.opened();
        let refused = match person {
            Some(person) => current.choose(person, &mut opened, &self.language(), self.known())?,
            None => None,
        };
        if let Some(opened) = opened.as_mut() {
            opened.publishers_aside.clone_from(&lock(&self.publishers_aside));
        }
        let notice = opened.as_ref().map(NoticeView::from);
        Ok(ChosenView { household: self.household_view(current)?, notice, refused })
    }

    pub(crate) fn household_view(&self, current: &CurrentPerson) -> Result<HouseholdView, HouseholdError> {
        HouseholdView::of(current, self.data().as_ref())
    }

    /// Opens the household of this computer on a thread of its own: a keyring may ask its user first.
    pub(crate) async fn open_store(&self, passphrase: Option<Passphrase>) -> Result<Opened, HouseholdError> {
        let folder = self.data().ok_or(HouseholdError::KeyringAbsent)?;
        let now = self.platform.now();
        let opening = self.runtime.spawn_blocking(move || {
            let unlock = passphrase.as_ref().map_or(Unlock::Keyring, Unlock::Passphrase);
            Store::open(folder.path(), unlock, now)
        });
        opening.await.unwrap_or(Err(HouseholdError::KeyringAbsent))
    }
}
