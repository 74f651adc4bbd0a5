//! The commands that the screens may call. Each is a few lines: value in, use case, value out.

pub(crate) mod audit;
pub(crate) mod desk;
pub(crate) mod desk_keys;
pub(crate) mod desk_page;
pub(crate) mod desk_publish;
pub(crate) mod export;
pub(crate) mod household;
pub(crate) mod lists;
pub(crate) mod notice;
pub(crate) mod password;
pub(crate) mod print;
pub(crate) mod settings;
pub(crate) mod take_along;
pub(crate) mod trust;

use ::password::passphrase::Language;
use plan::Country;
use tauri::{AppHandle, State};

use crate::ipc::{IpcError, NoticeView, Start};
use crate::state::{AppState, lock};

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn start(state: State<'_, AppState>) -> Start {
    Start {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        countries: Country::ALL.iter().map(|country| country.code().to_owned()).collect(),
        languages: Language::ALL.iter().map(|language| language.code().to_owned()).collect(),
        range_host: state.range_host(),
        notice: state.opened().as_ref().map(NoticeView::from),
        publishers_aside: publishers_aside(&state),
    }
}

/// Looks at what is known of publishers, so that a damaged file is said before anybody counts as new.
fn publishers_aside(state: &AppState) -> Option<String> {
    // What cannot be read at all is said when a notice is opened.
    let _ = trust::known(state);
    lock(&state.publishers_aside).clone()
}

/// Closes at once.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its handle over by value")]
pub(crate) fn leave_quickly(app: AppHandle) {
    // A test that looks at one page after another counts how often it would have closed.
    #[cfg(feature = "window-tests")]
    if let Some(path) = std::env::var_os("SELFCHECK_TEST_LEFT") {
        let count = std::fs::read_to_string(&path).map_or(0, |text| text.len());
        let _ = std::fs::write(path, "x".repeat(count + 1));
        return;
    }
    app.exit(0);
}

/// Opens a link of the current plan, or of the texts of its notice, in the system's browser. Any other address is refused.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn open_link(state: State<'_, AppState>, url: String) -> Result<(), IpcError> {
    let known = state.opened().as_ref().is_some_and(|opened| {
        opened.session.plan().steps.iter().any(|step| step.links.iter().any(|link| link.url == url))
            || opened.session.opens_from_text(&url)
    });
    if !known {
        return Err(IpcError::new("link_refused"));
    }
    open_https(&url)
}

/// Opens an address of ours in the system's browser.
fn open_https(url: &str) -> Result<(), IpcError> {
    if !url.starts_with("https://") {
        return Err(IpcError::new("link_refused"));
    }
    #[cfg(feature = "window-tests")]
    if let Some(path) = std::env::var_os("SELFCHECK_TEST_OPENED") {
        return std::fs::write(path, url).map_err(|_| IpcError::new("link_not_opened"));
    }
    open::that_detached(url).map_err(|_| IpcError::new("link_not_opened"))
}
