//! Links that arrive from outside. Any program may send one, so it waits here until somebody looks at it: nothing is
//! fetched, and no more than one waits.

use std::time::{Duration, Instant};

use tauri::{AppHandle, Manager as _};
use tauri_plugin_deep_link::DeepLinkExt as _;

use crate::state::{AppState, lock};

/// Links that come faster than this are somebody's flood, and are dropped.
const PAUSE: Duration = Duration::from_secs(1);

/// Takes the link of this start, and those that later starts hand over.
pub(crate) fn listen(app: &AppHandle) {
    let handle = app.clone();
    let last = std::sync::Mutex::new(None::<Instant>);
    app.deep_link().on_open_url(move |event| {
        let mut last = lock(&last);
        let soon = last.is_some_and(|at| at.elapsed() < PAUSE);
        if let Some(url) = event.urls().first().filter(|_| !soon) {
            *last = Some(Instant::now());
            hand_over(&handle, url.as_str());
        }
    });
    if let Ok(Some(urls)) = app.deep_link().get_current()
        && let Some(url) = urls.first()
    {
        hand_over(app, url.as_str());
    }
}

/// Brings the window to the front, because somebody started it again.
pub(crate) fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        // A window manager may refuse; the link waits all the same.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

fn hand_over(app: &AppHandle, url: &str) {
    if url.len() <= notice::MAX_LINK_BYTES {
        *lock(&app.state::<AppState>().link) = Some(url.to_owned());
        show(app);
    }
}
