//! Commands for what is taken away on paper: the system's print dialog, and the same sheets as files.

use std::path::{Path, PathBuf};

use household::HouseholdError;
use jiff::Timestamp;
use jiff::civil::Date;
use plan::Country;
use selfcheck::everybody::{Everybody, everybody};
use selfcheck::own_file::{Kind, Output, Readers};
use selfcheck::sheet;
use tauri::{AppHandle, State, WebviewWindow};
use tauri_plugin_dialog::DialogExt as _;

use crate::commands::trust;
use crate::ipc::{EverybodyView, IpcError, PartView};
use crate::state::{AppState, lock};

/// The sheet for somebody without a computer, to look at before it is printed.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn leaflet(country: String, language: String) -> Vec<PartView> {
    plan::leaflet(known(&country), &language).into_iter().map(PartView::from).collect()
}

/// Opens the system's print dialog for what is on the screen.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its window over by value")]
pub(crate) fn print_page(window: WebviewWindow) -> Result<(), IpcError> {
    // A test cannot answer the system's dialog; it looks at what would be printed instead.
    #[cfg(feature = "window-tests")]
    if let Some(path) = std::env::var_os("SELFCHECK_TEST_PRINTED") {
        return std::fs::write(path, "printed").map_err(|_| IpcError::new("print"));
    }
    window.print().map_err(|_| IpcError::new("print"))
}

/// Asks where to put the plan that is open, and writes it there. Gives the file's name, or nothing if no place was
/// chosen.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) async fn save_plan(
    app: AppHandle,
    state: State<'_, AppState>,
) -> Result<Option<String>, IpcError> {
    let html = {
        let person = lock(&state.household).who_is_called()?;
        let opened = state.opened();
        let session = &opened.as_ref().ok_or_else(|| IpcError::new("no_notice"))?.session;
        sheet::of_plan(session, person.as_deref(), today()).map_err(|_| IpcError::new("request"))?
    };
    save(&app, &html, "selfcheck-plan.html")
}

/// The plans of everybody in the household, to look at before they are printed.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn household_plans(state: State<'_, AppState>) -> Result<EverybodyView, IpcError> {
    Ok(EverybodyView::of(plans(&state)?, today()))
}

/// Asks where to put them, and writes them there.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) async fn save_household_plans(
    app: AppHandle,
    state: State<'_, AppState>,
) -> Result<Option<String>, IpcError> {
    let html = sheet::of_everybody(&plans(&state)?, &state.language(), today());
    save(&app, &html.map_err(|_| IpcError::new("request"))?, "selfcheck-plans.html")
}

fn plans(state: &AppState) -> Result<Everybody, IpcError> {
    let memory = trust::known(state)?;
    let hold = lock(&state.household);
    let store = hold.store().ok_or(HouseholdError::Nobody)?;
    Ok(everybody(store, &memory, &state.language(), Timestamp::now())?)
}

/// The same for the sheet for somebody without a computer.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) async fn save_leaflet(
    app: AppHandle,
    country: String,
    language: String,
) -> Result<Option<String>, IpcError> {
    let html = sheet::without_computer(known(&country), &language, today());
    save(&app, &html.map_err(|_| IpcError::new("request"))?, "selfcheck-sheet.html")
}

fn known(country: &str) -> Country {
    Country::from_code(country).unwrap_or(Country::Generic)
}

fn today() -> Date {
    jiff::ZonedDateTime::now().date()
}

fn save(app: &AppHandle, html: &str, name: &str) -> Result<Option<String>, IpcError> {
    let Some(path) = place(app, name, "html") else { return Ok(None) };
    let output = Output::new(&path, Kind::Sheet, [])?;
    output.write(html.as_bytes(), Readers::Own).map_err(|_| IpcError::new("sheet_not_written"))?;
    Ok(Some(file_name(&path)))
}

pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Where somebody wants to put a file of this kind.
pub(super) fn place(app: &AppHandle, name: &str, ending: &str) -> Option<PathBuf> {
    #[cfg(feature = "window-tests")]
    if let Some(path) = std::env::var_os("SELFCHECK_TEST_SAVE") {
        return (!path.is_empty()).then(|| PathBuf::from(path));
    }
    let picked = app.dialog().file().add_filter(ending, &[ending]).set_file_name(name).blocking_save_file();
    picked.and_then(|file| file.into_path().ok())
}
