//! Commands that bring an export in: picked or dropped, locked or of unknown columns, read in the background.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ::audit::read::{Column, Columns, Options, ReadError};
use ::audit::{Context, Examination};
use password::Password;
use selfcheck::audit::{Audit, AuditFileError, read_export, today};
use selfcheck::catalogue::Current;
use selfcheck::check::ListFile;
use sites::{Region, RegistrableDomain};
use tauri::ipc::{Channel, Request};
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt as _;

use super::audit::{in_background, start_judging, view};
use super::password::secret;
use crate::audits::{AuditState, OpenAudit};
use crate::ipc::{ExportView, IpcError, ReadingView, small};
use crate::reading::{Doing, Reading};
use crate::state::AppState;

/// Lets the person pick an export and begins to audit it.
#[tauri::command]
pub(crate) async fn open_export(
    app: AppHandle,
    state: State<'_, AppState>,
    audits: State<'_, AuditState>,
) -> Result<ExportView, IpcError> {
    // So that nobody takes how far the last one was for how far this one is.
    audits.new_reading();
    let Some(path) = pick(&app) else { return Ok(ExportView::Nothing) };
    audits.pick(Some(path.clone()));
    read(&state, &audits, path, None, None).await
}

/// Begins to audit the file that was dropped on the window last. The page does not say which that is.
#[tauri::command]
pub(crate) async fn open_dropped(
    state: State<'_, AppState>,
    audits: State<'_, AuditState>,
) -> Result<ExportView, IpcError> {
    let Some(path) = audits.drops.take() else { return Ok(ExportView::Nothing) };
    audits.pick(Some(path.clone()));
    read(&state, &audits, path, None, None).await
}

/// Tells the page when a file hangs over the window, is let go of, or leaves again.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn watch_drops(audits: State<'_, AuditState>, channel: Channel<&'static str>) {
    audits.drops.tell(channel);
}

/// The screen that took files is left.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn ignore_drops(audits: State<'_, AuditState>, channel: u32) {
    audits.drops.tell_no_more(channel);
}

/// Opens the picked file with its own password.
#[tauri::command]
pub(crate) async fn unlock_export(
    state: State<'_, AppState>,
    audits: State<'_, AuditState>,
    request: Request<'_>,
) -> Result<ExportView, IpcError> {
    let password = Password::from_bytes(secret(&request)?)?;
    let path = audits.picked().ok_or_else(|| IpcError::new("no_export"))?;
    read(&state, &audits, path, Some(password), None).await
}

/// Reads the picked table with these columns, by their numbers from 1.
#[tauri::command]
pub(crate) async fn choose_columns(
    state: State<'_, AppState>,
    audits: State<'_, AuditState>,
    password: u32,
    username: Option<u32>,
    url: Option<u32>,
    header: bool,
) -> Result<ExportView, IpcError> {
    let column = |number: u32| Column::Number(number as usize);
    let columns = Columns {
        password: column(password),
        username: username.map(column),
        url: url.map(column),
        title: None,
        changed: None,
        header,
    };
    let path = audits.picked().ok_or_else(|| IpcError::new("no_export"))?;
    read(&state, &audits, path, None, Some(columns)).await
}

/// How far the file is that is being read.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn reading_progress(audits: State<'_, AuditState>) -> ReadingView {
    audits.reading().view()
}

/// Leaves the file that is being read. What was open before stays open.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn stop_reading(audits: State<'_, AuditState>) {
    audits.reading().cancel.cancel();
}

async fn read(
    state: &AppState,
    audits: &AuditState,
    path: PathBuf,
    password: Option<Password>,
    columns: Option<Columns>,
) -> Result<ExportView, IpcError> {
    let (files, incident) = (state.list_files(), state.incident());
    let breaches = Current::load(state.choices.folder().as_ref());
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let given = password.is_some();
    let reading = audits.new_reading();
    let work = {
        let reading = Arc::clone(&reading);
        in_background(move || {
            begin(&path, password.as_ref(), columns, (breaches, incident), &files, &reading)
        })
    };
    // Whoever stops it does not wait until the background has noticed.
    let Some(outcome) = reading.cancel.run_until_cancelled(work).await else {
        return Ok(ExportView::Nothing);
    };
    match outcome? {
        Ok(open) => {
            audits.replace(Some(Arc::clone(&open)));
            let view = view(state, &open);
            start_judging(open);
            Ok(ExportView::Open { audit: Box::new(view) })
        }
        Err(AuditFileError::Read(ReadError::NeedsPassword { .. })) => {
            Ok(ExportView::NeedsPassword { file, wrong: false })
        }
        Err(AuditFileError::Read(ReadError::WrongPassword { .. })) if given => {
            Ok(ExportView::NeedsPassword { file, wrong: true })
        }
        Err(AuditFileError::Read(ReadError::UnknownColumns { columns, header })) => {
            Ok(ExportView::NeedsColumns { file, names: header, columns: small(columns) })
        }
        Err(AuditFileError::Read(ReadError::SeveralPasswordColumns { header, .. })) => {
            Ok(ExportView::NeedsColumns { file, columns: small(header.len()), names: Some(header) })
        }
        Err(AuditFileError::Read(ReadError::Cancelled)) => Ok(ExportView::Nothing),
        Err(AuditFileError::Read(error)) => {
            Err(IpcError::new(&format!("export_{}", error.code().replace('-', "_"))))
        }
        Err(_) => Err(IpcError::new("file_unreadable")),
    }
}

fn begin(
    path: &Path,
    password: Option<&Password>,
    columns: Option<Columns>,
    (breaches, incident): (Current, Option<RegistrableDomain>),
    files: &[ListFile],
    reading: &Reading,
) -> Result<Arc<OpenAudit>, AuditFileError> {
    let options = Options { columns, password, ..Options::default() };
    let export = read_export(path, &options, &mut |progress, bytes| reading.read(progress, bytes))?;
    let logins = export.logins.len();
    if reading.at(Doing::Sorting, 0, logins).is_break() {
        return Err(AuditFileError::Read(ReadError::Cancelled));
    }
    let catalogue = breaches.catalogue();
    let context = Context { today: today(), catalogue, region: Region::All, incident };
    let examination = Examination::new(export, &context);
    let looked_up = &mut |done, total| reading.at(Doing::LookingUp, done, total);
    match Audit::begin(examination, files, looked_up) {
        ControlFlow::Continue(audit) => {
            Ok(OpenAudit::new(audit, path.to_path_buf(), password.is_some(), &breaches))
        }
        ControlFlow::Break(()) => Err(AuditFileError::Read(ReadError::Cancelled)),
    }
}

fn pick(app: &AppHandle) -> Option<PathBuf> {
    #[cfg(feature = "window-tests")]
    if let Some(path) = std::env::var_os("SELFCHECK_TEST_PICK_EXPORT") {
        return (!path.is_empty()).then(|| PathBuf::from(path));
    }
    let picked = app
        .dialog()
        .file()
        .add_filter("Export", &["csv", "json", "txt", "kdbx", "1pux"])
        .blocking_pick_file();
    picked.and_then(|file| file.into_path().ok())
}
