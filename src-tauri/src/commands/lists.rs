//! Commands of *Settings › Lists*: which lists are asked, and what goes on with the full one in the background.

use std::path::PathBuf;
use std::sync::Arc;

use lists::RangeUrl;
use lists::disk::DiskList;
use selfcheck::settings::{BegunDownload, OnlineChoice};
use selfcheck::transfer::{self, Transfer, TransferState};
use selfcheck::verification::Verification;
use tauri::{AppHandle, Manager as _, State};
use tauri_plugin_dialog::DialogExt as _;

use crate::ipc::{IpcError, SettingsView};
use crate::state::{AppState, USER_AGENT, lock, range_url};

/// The name that a new list is offered under.
const NAME: &str = "breached-passwords.list";

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn set_online(state: State<'_, AppState>, choice: String) -> Result<SettingsView, IpcError> {
    let choice = match choice.as_str() {
        "ask_me" => OnlineChoice::AskMe,
        "yes" => OnlineChoice::Yes,
        "never" => OnlineChoice::Never,
        _ => return Err(IpcError::new("request")),
    };
    state.choices.change(|settings| settings.lists.online = choice)?;
    Ok(SettingsView::of(&state))
}

/// Asks another address than the service of Have I Been Pwned; without one, that service again.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn set_mirror(
    state: State<'_, AppState>,
    address: Option<String>,
) -> Result<SettingsView, IpcError> {
    let mirror = address.map(|text| text.parse::<RangeUrl>()).transpose();
    let mirror = mirror.map_err(|_| IpcError::new("mirror_address"))?;
    let changed = state.choices.change(|settings| settings.lists.mirror = mirror);
    state.forget_checker();
    changed?;
    Ok(SettingsView::of(&state))
}

/// Lets the person pick a list file; `None` if they picked none. One that is no list is not taken.
#[tauri::command]
pub(crate) async fn choose_list_file(
    app: AppHandle,
    state: State<'_, AppState>,
) -> Result<Option<SettingsView>, IpcError> {
    let Some(path) = pick(&app) else { return Ok(None) };
    DiskList::open(&path).map_err(|error| {
        IpcError::new(match error {
            lists::disk::DiskError::Io { .. } => "list_unreadable",
            lists::disk::DiskError::Length { .. } => "list_damaged",
            _ => "list_foreign",
        })
    })?;
    use_file(&state, Some(path))?;
    Ok(Some(SettingsView::of(&state)))
}

/// No longer asks the list file. The file itself stays.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn forget_list_file(state: State<'_, AppState>) -> Result<SettingsView, IpcError> {
    use_file(&state, None)?;
    Ok(SettingsView::of(&state))
}

fn use_file(state: &AppState, path: Option<PathBuf>) -> Result<(), IpcError> {
    *lock(&state.verification) = None;
    forget_done(state);
    let changed = state.choices.change(|settings| settings.lists.file = path);
    state.forget_checker();
    Ok(changed?)
}

/// That a download is whole was said when it ended; from the next look at a file on, that look is the word.
fn forget_done(state: &AppState) {
    lock(&state.transfer).take_if(|transfer| transfer.state() == TransferState::Done);
}

/// Reads all of the list file in the background.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn verify_list_file(state: State<'_, AppState>) -> Result<SettingsView, IpcError> {
    let file = state.choices.now().lists.file.ok_or_else(|| IpcError::new("no_list_file"))?;
    forget_done(&state);
    *lock(&state.verification) = Some(Verification::start(&file));
    Ok(SettingsView::of(&state))
}

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn stop_verifying(state: State<'_, AppState>) -> SettingsView {
    *lock(&state.verification) = None;
    SettingsView::of(&state)
}

/// Lets the person say where the full list should be kept, and starts to download it; `None` if they said nothing.
#[tauri::command]
pub(crate) async fn download_list(
    app: AppHandle,
    state: State<'_, AppState>,
) -> Result<Option<SettingsView>, IpcError> {
    let Some(file) = place(&app) else { return Ok(None) };
    let address = range_url(&state.choices.now()).as_str().to_owned();
    begin(&app, &state, BegunDownload { file, address, update: false })?;
    Ok(Some(SettingsView::of(&state)))
}

/// Asks for what changed since the list file was downloaded.
#[tauri::command]
pub(crate) async fn update_list(
    app: AppHandle,
    state: State<'_, AppState>,
) -> Result<SettingsView, IpcError> {
    let chosen = state.choices.now();
    let file = chosen.lists.file.clone().ok_or_else(|| IpcError::new("no_list_file"))?;
    begin(&app, &state, transfer::update_of(file, &range_url(&chosen)))?;
    Ok(SettingsView::of(&state))
}

/// Stops the download; what is complete stays for when it goes on.
#[tauri::command]
pub(crate) async fn pause_download(state: State<'_, AppState>) -> Result<SettingsView, IpcError> {
    stop(&state);
    Ok(SettingsView::of(&state))
}

/// Goes on where it was, after a new start of the window too.
#[tauri::command]
pub(crate) async fn resume_download(
    app: AppHandle,
    state: State<'_, AppState>,
) -> Result<SettingsView, IpcError> {
    let job = state.choices.now().lists.download.ok_or_else(|| IpcError::new("no_download"))?;
    begin(&app, &state, job)?;
    Ok(SettingsView::of(&state))
}

/// Throws away what has come. A list that stands at the place stays.
#[tauri::command]
pub(crate) async fn cancel_download(state: State<'_, AppState>) -> Result<SettingsView, IpcError> {
    stop(&state);
    *lock(&state.transfer) = None;
    if let Some(job) = state.choices.now().lists.download {
        transfer::forget(&job).map_err(|_| IpcError::new("download_not_removed"))?;
    }
    state.choices.change(|settings| settings.lists.download = None)?;
    Ok(SettingsView::of(&state))
}

/// One at a time: two would be twice the load on the service.
fn begin(app: &AppHandle, state: &AppState, job: BegunDownload) -> Result<(), IpcError> {
    let mut running = lock(&state.transfer);
    if running.as_ref().is_some_and(|transfer| transfer.is_running()) {
        return Err(IpcError::new("download_running"));
    }
    // If it cannot be kept it goes on all the same, until the window is closed.
    let kept = state.choices.change(|settings| settings.lists.download = Some(job.clone()));
    let (app, file) = (app.clone(), job.file.clone());
    let ended = move |last| {
        let state = app.state::<AppState>();
        if last == TransferState::Done {
            // It is asked from now on; that it may not be kept beyond today is said at the next change.
            let _ = state.choices.change(|settings| {
                settings.lists.download = None;
                settings.lists.file = Some(file);
            });
            state.forget_checker();
            // What was verified was the file before.
            *lock(&state.verification) = None;
        }
    };
    *running = Some(Arc::new(Transfer::start(job, USER_AGENT, ranges(), ended)));
    Ok(kept?)
}

/// The lock is let go before waiting, because what ends looks at the state too.
fn stop(state: &AppState) {
    let running = lock(&state.transfer).clone();
    if let Some(transfer) = running {
        transfer.stop();
    }
}

/// All of them, but in tests of the window, which have no time for a million requests.
fn ranges() -> u32 {
    #[cfg(feature = "window-tests")]
    if let Some(fewer) = std::env::var("SELFCHECK_TEST_RANGES").ok().and_then(|text| text.parse().ok()) {
        return fewer;
    }
    password::Prefix::COUNT
}

fn pick(app: &AppHandle) -> Option<PathBuf> {
    #[cfg(feature = "window-tests")]
    if let Some(path) = std::env::var_os("SELFCHECK_TEST_LIST") {
        return (!path.is_empty()).then(|| PathBuf::from(path));
    }
    app.dialog().file().blocking_pick_file().and_then(|file| file.into_path().ok())
}

fn place(app: &AppHandle) -> Option<PathBuf> {
    #[cfg(feature = "window-tests")]
    if let Some(path) = std::env::var_os("SELFCHECK_TEST_PLACE") {
        return (!path.is_empty()).then(|| PathBuf::from(path));
    }
    app.dialog().file().set_file_name(NAME).blocking_save_file().and_then(|file| file.into_path().ok())
}
