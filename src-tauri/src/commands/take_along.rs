//! Commands for one's own data in a file that a passphrase locks: taking it along, and bringing it in.

use std::path::PathBuf;

use household::{Collected, HouseholdError, Passphrase};
use selfcheck::own_file::{self, Kind, Output, Readers};
use tauri::ipc::Request;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt as _;

use super::password::{secret, typed_twice};
use super::print::{file_name, place};
use super::trust::known;
use crate::household::open;
use crate::ipc::{HouseholdView, ImportedView, IpcError, NoticeView};
use crate::state::{AppState, lock};

/// The ending of such a file: it is one of `age`.
const ENDING: &str = "age";

/// Asks where to put everything of everybody, and writes it there, locked. What comes in is the passphrase and, on a
/// second line, the same again. Gives the file's name, or nothing if no place was chosen.
#[tauri::command]
pub(crate) async fn export_household(
    app: AppHandle,
    state: State<'_, AppState>,
    request: Request<'_>,
) -> Result<Option<String>, IpcError> {
    let passphrase = Passphrase::from_bytes(&typed_twice(&secret(&request)?)?)?;
    let collected = lock(&state.household).store().ok_or(HouseholdError::Nobody)?.collect()?;
    let Some(path) = place(&app, "selfcheck-household.age", ENDING) else { return Ok(None) };
    let output = Output::new(&path, Kind::Export, [])?;
    // Locking takes a second on purpose.
    let locking = tauri::async_runtime::spawn_blocking(move || collected.lock(&passphrase));
    let bytes = locking.await.unwrap_or(Err(HouseholdError::NoRandomness))?;
    output.write(&bytes, Readers::Own).map_err(|_| IpcError::new("household_export_not_written"))?;
    Ok(Some(file_name(&path)))
}

/// Lets somebody choose such a file, and takes in what it holds. Nothing that is here is removed. Begins a household if
/// there is none.
#[tauri::command]
pub(crate) async fn import_household(
    app: AppHandle,
    state: State<'_, AppState>,
    request: Request<'_>,
) -> Result<Option<ImportedView>, IpcError> {
    let passphrase = Passphrase::from_bytes(&secret(&request)?)?;
    let Some(path) = pick(&app) else { return Ok(None) };
    let unlocking = tauri::async_runtime::spawn_blocking(move || {
        let file =
            own_file::read(&path, own_file::MAX_EXPORT).map_err(|_| IpcError::new("file_unreadable"))?;
        let file = file.ok_or(HouseholdError::NotAnExport)?;
        Ok::<_, IpcError>(Collected::unlock(&file, &passphrase)?)
    });
    let collected = unlocking.await.unwrap_or_else(|_| Err(IpcError::new("request")))?;
    if lock(&state.household).store().is_none() {
        let opened = open(None).await?;
        lock(&state.household).take(opened);
    }
    let mut hold = lock(&state.household);
    let imported = hold.store_mut().ok_or(HouseholdError::Nobody)?.take_in(&collected)?;
    let mut opened = state.opened();
    let refused = hold.take_again(&mut opened, &state.language(), known(&state))?;
    let notice = opened.as_ref().map(NoticeView::from);
    Ok(Some(ImportedView::new(imported, HouseholdView::of(&hold)?, notice, refused)))
}

fn pick(app: &AppHandle) -> Option<PathBuf> {
    #[cfg(feature = "window-tests")]
    if let Some(path) = std::env::var_os("SELFCHECK_TEST_PICK") {
        return (!path.is_empty()).then(|| PathBuf::from(path));
    }
    let picked = app.dialog().file().add_filter(ENDING, &[ENDING]).blocking_pick_file();
    picked.and_then(|file| file.into_path().ok())
}
