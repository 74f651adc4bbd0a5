//! Commands of the screen *Saved passwords*, once a file is open. It stays in Rust: rows go over without passwords.

use std::io::Read as _;
use std::path::PathBuf;
use std::sync::Arc;

use ::audit::Finding;
use jiff::Timestamp;
use lists::RangeUrl;
use selfcheck::audit::compare::{self, Earlier};
use selfcheck::audit::report::{self, Format, Report};
use selfcheck::audit::today;
use selfcheck::catalogue::{self, Current};
use selfcheck::own_file::Output;
use selfcheck::walk::{How, Mark};
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt as _;

use crate::audits::{AuditState, Decided, OpenAudit, Query};
use crate::ipc::{AuditView, ComparedView, IpcError, RowsView, WalkView};
use crate::state::{AppState, USER_AGENT};

/// Rows that are handed over at once, at most.
const MOST_ROWS: usize = 500;
/// Characters of a reason that is kept.
const MOST_REASON: usize = 300;

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn stop_audit(audits: State<'_, AuditState>) {
    if let Some(open) = audits.open() {
        open.stop();
    }
}

#[tauri::command(async)]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn current_audit(state: State<'_, AppState>, audits: State<'_, AuditState>) -> Option<AuditView> {
    let open = audits.open()?;
    follow_notice(&state, &open);
    Some(view(&state, &open))
}

/// Holds the log-ins against the site of the notice that is open now: another may have been open when they were read.
fn follow_notice(state: &AppState, open: &OpenAudit) {
    let incident = state.incident();
    if open.audit().examination().incident() != incident {
        open.hold_against(&Current::load(state.choices.folder().as_ref()), incident);
    }
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
    // A report does not say that it is unfinished.
    if !open.is_judged() {
        return Err(IpcError::new("report_too_early"));
    }
    let Some(path) = pick_to_save(&app, ending) else { return Ok(None) };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let read = audits.picked();
    let place = Output::new(&path, format.kind(), read.as_deref())?;
    let save = move || {
        let compared = open.compared();
        report::save(&Report::of(open.audit(), compared.as_ref().map(|(_, made)| made)), format, &place)
    };
    in_background(save).await?.map_err(|_| IpcError::new("report_not_written"))?;
    Ok(Some(name))
}

/// Lets the person pick an earlier report and holds the audit against it; `None` if they picked none.
#[tauri::command]
pub(crate) async fn compare_report(
    app: AppHandle,
    audits: State<'_, AuditState>,
) -> Result<Option<ComparedView>, IpcError> {
    let open = opened(&audits)?;
    let Some(path) = pick_report(&app) else { return Ok(None) };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let read = move || -> Result<_, IpcError> {
        let file = files::open(&path).map_err(|_| IpcError::new("file_unreadable"))?;
        let mut bytes = Vec::new();
        let most = compare::MAX_BYTES + 1;
        file.take(most).read_to_end(&mut bytes).map_err(|_| IpcError::new("file_unreadable"))?;
        let earlier = Earlier::read(&bytes).map_err(|_| IpcError::new("report_foreign"))?;
        open.compare_with(name, earlier);
        Ok(compared_view(&open))
    };
    in_background(read).await?
}

/// The audit as it is now beside the report that was picked, if one was.
#[tauri::command]
pub(crate) async fn compared(audits: State<'_, AuditState>) -> Result<Option<ComparedView>, IpcError> {
    let open = opened(&audits)?;
    in_background(move || compared_view(&open)).await
}

fn compared_view(open: &OpenAudit) -> Option<ComparedView> {
    open.compared().map(|(file, compared)| ComparedView::new(file, &compared))
}

/// Fetches the catalogue of breaches anew, keeps it, and holds the open audit against it. Calling it is the consent.
#[tauri::command]
pub(crate) async fn update_catalogue(
    state: State<'_, AppState>,
    audits: State<'_, AuditState>,
) -> Result<AuditView, IpcError> {
    let open = opened(&audits)?;
    if state.is_offline() {
        return Err(IpcError::new("request"));
    }
    let data = state.choices.folder().ok_or_else(|| IpcError::new("catalogue_not_kept"))?;
    catalogue::update(&catalogue_url()?, USER_AGENT, &data, today()).await?;
    let incident = state.incident();
    let held = Arc::clone(&open);
    in_background(move || held.hold_against(&Current::load(Some(&data)), incident)).await?;
    Ok(view(&state, &open))
}

/// Deletes the export from the folder where it was picked, if it is still the file that was read. A database of
/// passwords is never deleted: it may be the only place where they are.
#[tauri::command(async)]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn delete_export(
    state: State<'_, AppState>,
    audits: State<'_, AuditState>,
) -> Result<AuditView, IpcError> {
    let open = opened(&audits)?;
    if open.is_database() {
        return Err(IpcError::new("export_is_database"));
    }
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
    let open = opened(&audits)?;
    follow_notice(&state, &open);
    let how = if open.is_settled() { How::WeChecked } else { How::YouToldUs };
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

pub(super) fn view(state: &AppState, open: &OpenAudit) -> AuditView {
    let catalogue_host = catalogue_url().ok().map(|url| url.host_label());
    open.view(state.range_host(), catalogue_host, state.is_offline())
}

/// Where the catalogue is fetched from.
fn catalogue_url() -> Result<RangeUrl, IpcError> {
    #[cfg(feature = "window-tests")]
    if let Some(url) = std::env::var("SELFCHECK_TEST_CATALOGUE_URL").ok().and_then(|text| text.parse().ok()) {
        return Ok(url);
    }
    catalogue::DEFAULT_URL.parse().map_err(|_| IpcError::new("request"))
}

pub(super) fn start_judging(open: Arc<OpenAudit>) {
    tauri::async_runtime::spawn_blocking(move || open.judge());
}

pub(super) async fn in_background<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, IpcError> {
    tauri::async_runtime::spawn_blocking(work).await.map_err(|_| IpcError::new("request"))
}

fn pick_report(app: &AppHandle) -> Option<PathBuf> {
    #[cfg(feature = "window-tests")]
    if let Some(path) = std::env::var_os("SELFCHECK_TEST_PICK_REPORT") {
        return (!path.is_empty()).then(|| PathBuf::from(path));
    }
    let picked = app.dialog().file().add_filter("JSON", &["json"]).blocking_pick_file();
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
