//! Commands about people: who is at the window, the household, and the table where everybody ticks for themselves.

use household::{HouseholdError, Mark, Name, Passphrase, PersonId, Store};
use jiff::Timestamp;
use notice::verify::Memory;
use selfcheck::data::DataDir;
use selfcheck::household::Place;
use selfcheck::walk::How;
use tauri::State;
use tauri::ipc::Request;

use super::password::{secret, typed_twice};
use super::trust::known;
use crate::audits::AuditState;
use crate::household::{Hold, open};
use crate::ipc::{ChosenView, HouseholdView, IpcError, NoticeView, TogetherView, WipedView};
use crate::state::{AppState, lock};

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn household(state: State<'_, AppState>) -> Result<HouseholdView, IpcError> {
    Ok(HouseholdView::of(&lock(&state.household))?)
}

/// Opens the household that is there, with the key in the keyring.
#[tauri::command]
pub(crate) async fn open_household(state: State<'_, AppState>) -> Result<HouseholdView, IpcError> {
    let opened = open(None).await?;
    lock(&state.household).take(opened);
    Ok(HouseholdView::of(&lock(&state.household))?)
}

/// Opens the household with a passphrase, or begins one that is locked with it: then it was typed twice, because a
/// slip would lock everybody out for good.
#[tauri::command]
pub(crate) async fn unlock_household(
    state: State<'_, AppState>,
    request: Request<'_>,
) -> Result<HouseholdView, IpcError> {
    let typed = secret(&request)?;
    let begins = Hold::folder().is_some_and(|folder| matches!(Store::locked_by(&folder), Ok(None)));
    let passphrase = Passphrase::from_bytes(&if begins { typed_twice(&typed)? } else { typed })?;
    let opened = open(Some(passphrase)).await?;
    lock(&state.household).take(opened);
    Ok(HouseholdView::of(&lock(&state.household))?)
}

/// Whoever is at the window is not to be remembered.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn keep_nothing(
    state: State<'_, AppState>,
    audits: State<'_, AuditState>,
) -> Result<HouseholdView, IpcError> {
    audits.forget();
    let mut hold = lock(&state.household);
    hold.close();
    hold.nothing = true;
    Ok(HouseholdView::of(&hold)?)
}

/// The same person may be remembered after all, and is asked anew. What they ticked stays with them.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn ask_who_again(state: State<'_, AppState>) -> Result<HouseholdView, IpcError> {
    let mut hold = lock(&state.household);
    hold.nothing = false;
    Ok(HouseholdView::of(&hold)?)
}

/// Adds somebody, and begins a household for them if there is none. With `choose` they are at the window from now on.
#[tauri::command]
pub(crate) async fn add_person(
    state: State<'_, AppState>,
    name: String,
    choose: bool,
) -> Result<ChosenView, IpcError> {
    let name = Name::new(&name)?;
    if lock(&state.household).store().is_none() {
        let opened = open(None).await?;
        lock(&state.household).take(opened);
    }
    let mut hold = lock(&state.household);
    let added = hold.store_mut().ok_or(HouseholdError::Nobody)?.add(&name)?;
    chosen(&state, &mut hold, choose.then_some(added.id))
}

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn choose_person(state: State<'_, AppState>, id: u32) -> Result<ChosenView, IpcError> {
    let mut hold = lock(&state.household);
    chosen(&state, &mut hold, Some(PersonId::from_number(id.into())))
}

/// Opens again what the person at the window follows.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn open_kept_notice(state: State<'_, AppState>, id: String) -> Result<ChosenView, IpcError> {
    let known = known(&state);
    let mut hold = lock(&state.household);
    let mut opened = state.opened();
    let refused = hold.open_kept(&id, &mut opened, &state.language(), known)?;
    let notice = opened.as_ref().map(NoticeView::from);
    Ok(ChosenView { household: HouseholdView::of(&hold)?, notice, refused })
}

/// Hides everything of whoever was at the window, for the next person.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn hand_over(
    state: State<'_, AppState>,
    audits: State<'_, AuditState>,
) -> Result<HouseholdView, IpcError> {
    audits.forget();
    let mut hold = lock(&state.household);
    hold.hand_over();
    *state.opened() = None;
    Ok(HouseholdView::of(&hold)?)
}

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn rename_person(
    state: State<'_, AppState>,
    id: u32,
    name: String,
) -> Result<HouseholdView, IpcError> {
    let name = Name::new(&name)?;
    let mut hold = lock(&state.household);
    let store = hold.store_mut().ok_or(HouseholdError::Nobody)?;
    store.rename(PersonId::from_number(id.into()), &name)?;
    Ok(HouseholdView::of(&hold)?)
}

/// Takes somebody out with all that was kept of them. If it is who sits here, they are not remembered any more.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn remove_person(state: State<'_, AppState>, id: u32) -> Result<HouseholdView, IpcError> {
    let person = PersonId::from_number(id.into());
    let mut hold = lock(&state.household);
    let folder = DataDir::find(None).ok_or(HouseholdError::Nobody)?;
    let store = hold.store_mut().ok_or(HouseholdError::Nobody)?;
    selfcheck::household::remove(store, person, &folder, Timestamp::now())?;
    if hold.who() == Some(person) {
        hold.forget_who();
    }
    Ok(HouseholdView::of(&hold)?)
}

/// Removes the household, its key, what is known of publishers, and what this session knows of anybody.
#[tauri::command]
pub(crate) async fn wipe_household(
    state: State<'_, AppState>,
    audits: State<'_, AuditState>,
) -> Result<WipedView, IpcError> {
    audits.forget();
    {
        let mut hold = lock(&state.household);
        hold.close();
        hold.typed.forget();
        *state.opened() = None;
        *lock(&state.known_for_now) = Memory::default();
    }
    let folder = DataDir::find(None).ok_or(HouseholdError::Nobody)?;
    let wiping = tauri::async_runtime::spawn_blocking(move || selfcheck::household::wipe(&folder));
    match wiping.await {
        Ok(Ok(wiped)) => Ok(wiped.into()),
        _ => Err(IpcError::new("wipe_unfinished")),
    }
}

/// The open notice with a tick for each person of the household.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn together(state: State<'_, AppState>) -> Result<TogetherView, IpcError> {
    view_together(&state, &lock(&state.household))
}

/// One person's tick at the table.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn mark_together(
    state: State<'_, AppState>,
    person: u32,
    step: String,
    mark: Option<String>,
) -> Result<TogetherView, IpcError> {
    let mark = mark.map(|code| Mark::from_code(&code).ok_or_else(|| IpcError::new("request"))).transpose()?;
    let person = PersonId::from_number(person.into());
    let mut hold = lock(&state.household);
    {
        let mut opened = state.opened();
        let session = &mut opened.as_mut().ok_or_else(|| IpcError::new("no_notice"))?.session;
        let who = hold.who();
        let mut place = Place::new(hold.store_mut().ok_or(HouseholdError::Nobody)?, person);
        let now = Timestamp::now();
        let mut theirs = session.for_another();
        let session = if who == Some(person) { session } else { &mut theirs };
        if who != Some(person) {
            place.begin(session, now)?;
        }
        match mark {
            Some(mark) => place.mark(session, &step, (mark, How::YouToldUs), None, now)?,
            None => place.unmark(session, &step)?,
        };
    }
    view_together(&state, &hold)
}

fn view_together(state: &AppState, hold: &Hold) -> Result<TogetherView, IpcError> {
    let opened = state.opened();
    let opened = opened.as_ref().ok_or_else(|| IpcError::new("no_notice"))?;
    let store = hold.store().ok_or(HouseholdError::Nobody)?;
    Ok(TogetherView::of(store, &opened.session)?)
}

fn chosen(state: &AppState, hold: &mut Hold, person: Option<PersonId>) -> Result<ChosenView, IpcError> {
    let mut opened = state.opened();
    let refused = match person {
        Some(person) => hold.choose(person, &mut opened, &state.language(), known(state))?,
        None => None,
    };
    if let Some(opened) = opened.as_mut() {
        opened.publishers_aside.clone_from(&lock(&state.publishers_aside));
    }
    let notice = opened.as_ref().map(NoticeView::from);
    Ok(ChosenView { household: HouseholdView::of(hold)?, notice, refused })
}
