//! Commands of the screen *Saved passwords*. The export stays in Rust: rows go over without passwords.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ::audit::read::{Column, Columns, Options, ReadError};
use ::audit::{Context, Examination, Finding};
use jiff::Timestamp;
use password::Password;
use selfcheck::audit::report::{self, Format, Report};
use selfcheck::audit::{Audit, AuditFileError, read_export, today};
use selfcheck::check::ListFile;
use selfcheck::walk::{How, Mark};
use sites::{Region, RegistrableDomain};
use tauri::ipc::Request;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt as _;
use tokio_util::sync::CancellationToken;

use super::password::secret;
use crate::audits::{AuditState, Decided, OpenAudit, Query};
use crate::ipc::{AuditView, ExportView, IpcError, RowsView, WalkView, small};
use crate::state::AppState;

/// Rows that are handed over at once, at most.
const MOST_ROWS: usize = 500;
/// Characters of a reason that is kept.
const MOST_REASON: usize = 300;

/// Lets the person pick an export and begins to audit it.
#[tauri::command]
pub(crate) async fn open_export(
    app: AppHandle,
    state: State<'_, AppState>,
    audits: State<'_, AuditState>,
) -> Result<ExportView, IpcError> {
    let Some(path) = pick(&app) else { return Ok(ExportView::Nothing) };
    audits.pick(Some(path.clone()));
    read(&state, &audits, path, None, None).await
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

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn stop_audit(audits: State<'_, AuditState>) {
    audits.stop_reading();
    if let Some(open) = audits.open() {
        open.stop();
    }
}

#[tauri::command(async)]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn current_audit(state: State<'_, AppState>, audits: State<'_, AuditState>) -> Option<AuditView> {
    audits.open().map(|open| view(&state, &open))
}

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn close_audit(audits: State<'_, AuditState>) {
    audits.pick(None);
    audits.replace(None);
}

/// Compares and rates what is left; returns at once.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn judge_export(audits: State<'_, AuditState>) -> Result<(), IpcError> {
    let open = opened(&audits)?;
    if !open.is_busy() {
        start_judging(open);
    }
    Ok(())
}

/// Asks the service about what is left; returns at once. Calling it is the consent.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn ask_online(
    state: State<'_, AppState>,
    audits: State<'_, AuditState>,
    decoys: u32,
) -> Result<(), IpcError> {
    let open = opened(&audits)?;
    if open.is_busy() {
        return Ok(());
    }
    if state.is_offline() {
        return Err(IpcError::new("request"));
    }
    let service = state.service().ok_or_else(|| IpcError::new("no_client"))?;
    tauri::async_runtime::spawn(async move { open.ask(&service, (decoys as usize).min(10)).await });
    Ok(())
}

#[tauri::command]
pub(crate) async fn audit_rows(
    audits: State<'_, AuditState>,
    query: Query,
    fresh: bool,
    from: u32,
    count: u32,
) -> Result<RowsView, IpcError> {
    let open = opened(&audits)?;
    let count = (count as usize).min(MOST_ROWS);
    in_background(move || open.rows(&query, fresh, from as usize, count)).await
}

/// What the person decided about a log-in; nothing takes it back.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn decide_login(
    audits: State<'_, AuditState>,
    index: u32,
    mark: Option<String>,
    reason: String,
) -> Result<(), IpcError> {
    let decided = match mark.as_deref() {
        None => None,
        Some("changed") => Some(Decided::Changed),
        Some("ignored") => Some(Decided::Ignored(reason.chars().take(MOST_REASON).collect())),
        Some(_) => return Err(IpcError::new("request")),
    };
    opened(&audits)?.decide(index as usize, decided);
    Ok(())
}

/// Opens a page of a log-in's site in the system's browser: where to change the password, or how to set up the
/// second step. The address comes from our records, never from the web view.
#[tauri::command(async)]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn open_site_page(
    audits: State<'_, AuditState>,
    index: u32,
    what: String,
) -> Result<(), IpcError> {
    let open = opened(&audits)?;
    let row = open.audit().examination().row(index as usize).ok_or_else(|| IpcError::new("request"))?;
    let url = match what.as_str() {
        "change" => row.change_page.map(|page| page.url),
        "two_step" => row.findings.into_iter().find_map(|finding| match finding {
            Finding::TwoStepOffered { documentation, .. } => documentation,
            _ => None,
        }),
        _ => None,
    };
    super::open_https(&url.ok_or_else(|| IpcError::new("link_refused"))?)
}

/// Lets the person say where a report goes; gives its name, or nothing if they did not.
#[tauri::command]
pub(crate) async fn save_report(
    app: AppHandle,
    audits: State<'_, AuditState>,
    format: String,
) -> Result<Option<String>, IpcError> {
    let open = opened(&audits)?;
    let (format, ending) = match format.as_str() {
        "html" => (Format::Html, "html"),
        "csv" => (Format::Csv, "csv"),
        "json" => (Format::Json, "json"),
        _ => return Err(IpcError::new("request")),
    };
    let Some(path) = pick_to_save(&app, ending) else { return Ok(None) };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    in_background(move || report::save(&Report::of(open.audit(), None), format, &path))
        .await?
        .map_err(|_| IpcError::new("report_not_written"))?;
    Ok(Some(name))
}

/// Deletes the export from the folder where it was picked, if it is still the file that was read.
#[tauri::command(async)]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn delete_export(
    state: State<'_, AppState>,
    audits: State<'_, AuditState>,
) -> Result<AuditView, IpcError> {
    let open = opened(&audits)?;
    let now = std::fs::symlink_metadata(&open.path).ok().filter(std::fs::Metadata::is_file);
    let same = now.map(|facts| (facts.len(), facts.modified().ok())) == open.facts && open.facts.is_some();
    if !same {
        return Err(IpcError::new("export_is_another"));
    }
    std::fs::remove_file(&open.path).map_err(|_| IpcError::new("export_not_deleted"))?;
    open.set_deleted();
    Ok(view(&state, &open))
}

/// Ticks the step of the walk that this audit is for. It counts as checked by the program only when everything was
/// rated and nothing that asks for a change is left undecided.
#[tauri::command(async)]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn finish_audit_step(
    state: State<'_, AppState>,
    audits: State<'_, AuditState>,
    step: String,
) -> Result<WalkView, IpcError> {
    let how = if opened(&audits)?.is_settled() { How::WeChecked } else { How::YouToldUs };
    super::notice::walk(&state, |session, place| {
        match place {
            Some(mut place) => place.mark(session, &step, (Mark::Done, how), None, Timestamp::now())?,
            None => session.mark(&step, Mark::Done, how),
        };
        Ok(())
    })
}

fn opened(audits: &AuditState) -> Result<Arc<OpenAudit>, IpcError> {
    audits.open().ok_or_else(|| IpcError::new("no_export"))
}

fn view(state: &AppState, open: &OpenAudit) -> AuditView {
    open.view(state.range_host(), state.is_offline())
}

fn start_judging(open: Arc<OpenAudit>) {
    tauri::async_runtime::spawn_blocking(move || open.judge());
}

async fn in_background<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, IpcError> {
    tauri::async_runtime::spawn_blocking(work).await.map_err(|_| IpcError::new("request"))
}

async fn read(
    state: &AppState,
    audits: &AuditState,
    path: PathBuf,
    password: Option<Password>,
    columns: Option<Columns>,
) -> Result<ExportView, IpcError> {
    let incident =
        state.opened().as_ref().and_then(|opened| RegistrableDomain::of(&opened.session.notice().id.domain));
    let (files, cancel) = (state.list_files(), audits.new_reading());
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let given = password.is_some();
    let outcome =
        in_background(move || begin(&path, password.as_ref(), columns, incident, &files, &cancel)).await?;
    match outcome {
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
    incident: Option<RegistrableDomain>,
    files: &[ListFile],
    cancel: &CancellationToken,
) -> Result<Arc<OpenAudit>, AuditFileError> {
    let on = || if cancel.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
    let options = Options { columns, password, ..Options::default() };
    let export = read_export(path, &options, &mut |_, _| on())?;
    let context = Context { today: today(), catalogue: sites::breaches(), region: Region::All, incident };
    let examination = Examination::new(export, &context);
    match Audit::begin(examination, files, &mut |_, _| on()) {
        ControlFlow::Continue(audit) => Ok(OpenAudit::new(audit, path.to_path_buf())),
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

fn pick_to_save(app: &AppHandle, ending: &str) -> Option<PathBuf> {
    #[cfg(feature = "window-tests")]
    if let Some(path) = std::env::var_os("SELFCHECK_TEST_SAVE") {
        return (!path.is_empty()).then(|| PathBuf::from(path).with_extension(ending));
    }
    let dialog = app.dialog().file().set_file_name(format!("what-to-change.{ending}"));
    let picked = dialog.add_filter(ending, &[ending]).blocking_save_file();
    picked
        .and_then(|file| file.into_path().ok())
        .map(|path| if path.extension().is_some() { path } else { path.with_extension(ending) })
}
