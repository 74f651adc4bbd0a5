//! Commands of the screen *Write a notice*: drafts and their changes. Each works apart from the window's own thread,
//! which goes on taking what is typed.

use std::path::Path;

use jiff::Timestamp;
use selfcheck::data::DataDir;
use selfcheck::desk::{self, Drafts, Numbers};
use tauri::{AppHandle, Manager as _};

use crate::ipc::{ChangeArgs, ClassView, DeskView, DraftLineView, DraftView, IpcError, PartArg};
use crate::state::{AppState, lock};

/// Runs what may take a while on a thread of its own.
pub(super) async fn apart<T: Send + 'static>(
    app: &AppHandle,
    work: impl FnOnce(&AppState) -> Result<T, IpcError> + Send + 'static,
) -> Result<T, IpcError> {
    let app = app.clone();
    let done = tauri::async_runtime::spawn_blocking(move || work(&app.state::<AppState>())).await;
    done.unwrap_or_else(|_| Err(IpcError::new("request")))
}

/// What this computer has published; `None` where nothing can be kept.
pub(super) fn numbers() -> Option<Numbers> {
    DataDir::find(None).map(|data| Numbers::of(&data))
}

pub(super) fn drafts() -> Result<Drafts, IpcError> {
    DataDir::find(None).map(|data| Drafts::of(&data)).ok_or_else(|| IpcError::new("desk_file"))
}

#[tauri::command]
pub(crate) async fn desk_home(app: AppHandle) -> Result<DeskView, IpcError> {
    apart(&app, home).await
}

fn home(state: &AppState) -> Result<DeskView, IpcError> {
    let drafts = drafts()?;
    let line = |name: String| {
        let text = drafts.read(&name).ok();
        let read = text.and_then(|text| notice::read_draft(text.as_bytes()).ok());
        DraftLineView::new(name, read.as_ref())
    };
    Ok(DeskView {
        templates: notice::template::ALL.iter().map(|template| template.name.to_owned()).collect(),
        drafts: drafts.names()?.into_iter().map(line).collect(),
        classes: ClassView::all(&state.language()),
        kinds: plan::Kind::ALL.iter().map(|kind| kind.code().to_owned()).collect(),
    })
}

#[tauri::command]
pub(crate) async fn desk_start(app: AppHandle, template: String) -> Result<DraftView, IpcError> {
    apart(&app, move |state| {
        let template = notice::template::named(&template).ok_or_else(|| IpcError::new("request"))?;
        view(state, &drafts()?.add(template.text)?)
    })
    .await
}

/// Lets the person pick a notice, signed or not, to write the next one from.
#[tauri::command]
pub(crate) async fn desk_start_from_file(app: AppHandle) -> Result<Option<DraftView>, IpcError> {
    let Some(path) = super::notice::pick(&app) else { return Ok(None) };
    apart(&app, move |state| {
        let bytes = desk::read(&path)?;
        let text = desk::draft_of(&path, &bytes)?;
        view(state, &drafts()?.add(text)?).map(Some)
    })
    .await
}

#[tauri::command]
pub(crate) async fn desk_open(app: AppHandle, name: String) -> Result<DraftView, IpcError> {
    apart(&app, move |state| view(state, &name)).await
}

#[tauri::command]
pub(crate) async fn desk_delete(app: AppHandle, name: String) -> Result<DeskView, IpcError> {
    apart(&app, move |state| {
        drafts()?.delete(&name)?;
        home(state)
    })
    .await
}

/// Once this returns, the change is on the disk.
#[tauri::command]
pub(crate) async fn desk_change(
    app: AppHandle,
    name: String,
    change: ChangeArgs,
) -> Result<DraftView, IpcError> {
    apart(&app, move |state| {
        let _writing = lock(&state.desk.writing);
        drafts()?.change(&name, &change.into())?;
        view(state, &name)
    })
    .await
}

/// Takes a step or question out; it can be put back until another one is taken out.
#[tauri::command]
pub(crate) async fn desk_take_out(
    app: AppHandle,
    name: String,
    part: PartArg,
    id: String,
) -> Result<DraftView, IpcError> {
    apart(&app, move |state| {
        let _writing = lock(&state.desk.writing);
        let removed = drafts()?.take_out(&name, part.into(), &id)?;
        *lock(&state.desk.removed) = removed.map(|removed| (name.clone(), removed));
        view(state, &name)
    })
    .await
}

#[tauri::command]
pub(crate) async fn desk_put_back(app: AppHandle, name: String) -> Result<DraftView, IpcError> {
    apart(&app, move |state| {
        let _writing = lock(&state.desk.writing);
        let mut removed = lock(&state.desk.removed);
        if let Some((_, part)) = removed.take_if(|(of, _)| *of == name) {
            drafts()?.put_back(&name, &part)?;
        }
        drop(removed);
        view(state, &name)
    })
    .await
}

/// The draft as it stands on the disk, and as it would be published now.
pub(super) fn view(state: &AppState, name: &str) -> Result<DraftView, IpcError> {
    let text = drafts()?.read(name)?;
    let draft = notice::read_draft(text.as_bytes())?;
    let edition = desk::edition(Path::new(name), text.as_bytes(), "-", Timestamp::now(), None)?;
    let removed = lock(&state.desk.removed);
    let removed = removed.as_ref().filter(|(of, _)| of == name).map(|(_, part)| part.words.clone());
    DraftView::new(name, &draft, &edition, removed, &state.language())
}
