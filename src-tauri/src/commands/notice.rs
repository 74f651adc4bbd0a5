//! Commands of the screens *Notice* and *Walk*.

use std::io::Read as _;
use std::path::PathBuf;

use household::HouseholdError;
use jiff::{Timestamp, ZonedDateTime};
use notice::practice;
use notice::verify::Site;
use plan::{Country, Difference, Given};
use selfcheck::household::{Place, PutOff};
use selfcheck::opening::Source;
use selfcheck::walk::{How, Mark, Session, Trust};
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt as _;

use crate::ipc::{AnsweredView, IpcError, NoticeView, WalkView};
use crate::state::{AppState, Opened, lock};

/// Lets the person pick a file; `None` if they picked none. What was open stays open if the file cannot be read.
#[tauri::command]
pub(crate) async fn open_notice_file(
    app: AppHandle,
    state: State<'_, AppState>,
) -> Result<Option<NoticeView>, IpcError> {
    let Some(path) = pick(&app) else { return Ok(None) };
    let mut bytes = Vec::new();
    let file = files::open(&path).map_err(|_| IpcError::new("file_unreadable"))?;
    let read = file.take(notice::MAX_BYTES as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|_| IpcError::new("file_unreadable"))?;
    super::trust::show(&state, Source::file(bytes), None, Site::NotAsked).map(Some)
}

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn open_practice(
    state: State<'_, AppState>,
    revision: Option<u32>,
) -> Result<NoticeView, IpcError> {
    let bytes = practice::revision(revision.unwrap_or(practice::LATEST))
        .ok_or_else(|| IpcError::new("no_such_revision"))?;
    settle(&state, Session::open(bytes, Trust::Practice)?, None, |_| ())
}

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn current_notice(state: State<'_, AppState>) -> Option<NoticeView> {
    state.opened().as_ref().map(NoticeView::from)
}

/// The page of this revision is before somebody.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn notice_shown(state: State<'_, AppState>, revision: u32) {
    if let Some(opened) = state.opened().as_mut() {
        // Another may have come meanwhile.
        opened.shown |= opened.session.notice().revision == revision;
    }
}

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn close_notice(state: State<'_, AppState>) -> Result<(), IpcError> {
    let mut hold = lock(&state.household);
    *state.opened() = None;
    Ok(hold.note_open(None)?)
}

/// `checked` says that the program found it out, not the person. `until` is for a step that is put off: `tomorrow`,
/// `week` or a day.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn mark_step(
    state: State<'_, AppState>,
    step: String,
    mark: Option<String>,
    checked: bool,
    until: Option<String>,
) -> Result<WalkView, IpcError> {
    let how = if checked { How::WeChecked } else { How::YouToldUs };
    let mark = mark.map(|code| Mark::from_code(&code).ok_or_else(|| IpcError::new("request"))).transpose()?;
    let until = match until.as_deref() {
        None => PutOff::Open,
        Some("tomorrow") => PutOff::Tomorrow,
        Some("week") => PutOff::InAWeek,
        Some(day) => PutOff::On(day.parse().map_err(|_| IpcError::new("day_past"))?),
    };
    let day = until.day(ZonedDateTime::now().date()).map_err(|_| IpcError::new("day_past"))?;
    walk(&state, |session, place| {
        match (mark, place) {
            (Some(mark), Some(mut place)) => {
                place.mark(session, &step, (mark, how), day, Timestamp::now())?;
            }
            (Some(mark), None) => {
                session.mark(&step, mark, how);
            }
            (None, Some(mut place)) => {
                place.unmark(session, &step)?;
            }
            (None, None) => session.unmark(&step),
        }
        Ok(())
    })
}

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn answer_question(
    state: State<'_, AppState>,
    id: String,
    answer: Option<String>,
) -> Result<AnsweredView, IpcError> {
    let given = match answer.as_deref() {
        None => None,
        Some("yes") => Some(Given::Yes),
        Some("no") => Some(Given::No),
        Some("not_sure") => Some(Given::NotSure),
        Some(_) => return Err(IpcError::new("request")),
    };
    let mut changed = Difference::default();
    let walk = walk(&state, |session, place| {
        changed = match place {
            Some(mut place) => place.answer(session, &id, given, Timestamp::now())?,
            None => session.answer(&id, given),
        };
        Ok(())
    })?;
    Ok(AnsweredView::new(walk, changed))
}

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn set_country(state: State<'_, AppState>, country: String) -> Result<WalkView, IpcError> {
    let country = Country::from_code(&country).unwrap_or(Country::Generic);
    walk(&state, |session, place| {
        if let Some(mut place) = place {
            return place.set_country(session, country);
        }
        session.set_country(country);
        Ok(())
    })
}

/// Takes `fresh`, which came from `source`, as the open notice; `note` says what else is known of it. Another statement
/// of the notice that is open takes its place and keeps its ticks.
pub(super) fn settle(
    state: &AppState,
    mut fresh: Session,
    source: Option<&Source>,
    note: impl FnOnce(&mut Opened),
) -> Result<NoticeView, IpcError> {
    fresh.set_language(&state.language());
    let practice = |session: &Session| session.trust() == Trust::Practice;
    let mut hold = lock(&state.household);
    let mut opened = state.opened();
    let id = fresh.notice().id.to_string();
    let before = opened.as_mut().filter(|before| {
        before.session.notice().id == fresh.notice().id && practice(&before.session) == practice(&fresh)
    });
    if let Some(before) = before {
        let read = before.session.notice().revision;
        if read < fresh.notice().revision {
            before.last_read = read_before(before.last_read, read, before.shown);
            before.shown = false;
        }
        before.session.take_over(fresh);
        if let Some(place) = hold.place() {
            place.from_source(source).follow(&before.session)?;
        }
    } else {
        let last_read = match hold.place() {
            Some(place) => place.from_source(source).begin(&mut fresh, Timestamp::now())?,
            None => None,
        };
        *opened = Some(Opened { last_read, ..Opened::new(fresh) });
    }
    // Only what is kept can be noted.
    hold.note_open(Some(&id))?;
    let now = opened.as_mut().ok_or_else(|| IpcError::new("no_notice"))?;
    note(now);
    Ok(NoticeView::from(&*now))
}

/// Which revision counts as read when another takes the place of `open`: what came by itself and was never looked at
/// does not, so that what changed in it is still told.
fn read_before(last_read: Option<u32>, open: u32, shown: bool) -> Option<u32> {
    last_read.filter(|read| !shown && *read < open).or(Some(open))
}

/// A change of the walk, kept for whoever is remembered.
pub(super) fn walk(
    state: &AppState,
    change: impl FnOnce(&mut Session, Option<Place<'_>>) -> Result<(), HouseholdError>,
) -> Result<WalkView, IpcError> {
    let mut hold = lock(&state.household);
    let mut opened = state.opened();
    let session = &mut opened.as_mut().ok_or_else(|| IpcError::new("no_notice"))?.session;
    change(session, hold.place())?;
    Ok(WalkView::from(&*session))
}

pub(crate) fn pick(app: &AppHandle) -> Option<PathBuf> {
    #[cfg(feature = "window-tests")]
    if let Some(path) = std::env::var_os("SELFCHECK_TEST_PICK") {
        return (!path.is_empty()).then(|| PathBuf::from(path));
    }
    let picked = app.dialog().file().add_filter("Notice", &["notice", "toml", "txt"]).blocking_pick_file();
    picked.and_then(|file| file.into_path().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_looked_at_does_not_count_as_read() {
        // 4 was read, 5 came by itself, then 6.
        assert_eq!(read_before(None, 4, true), Some(4));
        assert_eq!(read_before(Some(4), 5, false), Some(4));
        assert_eq!(read_before(Some(4), 5, true), Some(5));
        // Opened again from another day: which one was read then is not known here.
        assert_eq!(read_before(None, 4, false), Some(4));
        // An older one was opened on purpose.
        assert_eq!(read_before(Some(6), 5, false), Some(5));
    }
}
