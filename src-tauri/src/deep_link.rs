//! Links that arrive from outside. Any program may send one, so it waits here until somebody looks at it: nothing is
//! fetched, and no more than one waits. The first stays until it is looked at: a later one never takes the place of what
//! somebody is about to press.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use app::App;

use tauri::{AppHandle, Manager as _};
use tauri_plugin_deep_link::DeepLinkExt as _;

/// Links that come faster than this are somebody's flood, and are dropped.
const PAUSE: Duration = Duration::from_secs(1);

/// Lets one link in, and the next one only after a pause.
#[derive(Default)]
struct Gate {
    last: Option<Instant>,
}

impl Gate {
    fn lets_in(&mut self, now: Instant) -> bool {
        let lets_in = self.last.is_none_or(|last| now.saturating_duration_since(last) >= PAUSE);
        if lets_in {
            self.last = Some(now);
        }
        lets_in
    }
}

/// Takes the link of this start, and those that later starts hand over.
pub(crate) fn listen(app: &AppHandle) {
    let handle = app.clone();
    let gate = Mutex::new(Gate::default());
    app.deep_link().on_open_url(move |event| {
        if let Some(url) = event
            .urls()
            .first()
            .filter(|_| gate.lock().unwrap_or_else(PoisonError::into_inner).lets_in(Instant::now()))
        {
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

/// Hands over the first of these arguments that names a file: a notice that was opened by a double click. A file manager
/// gives a path, from the folder in which it started this program, or a `file:` address.
pub(crate) fn take_file(handle: &AppHandle, arguments: &[String], folder: &Path) {
    if let Some(path) = arguments.iter().skip(1).find_map(|argument| file_of(argument, folder)) {
        handle.state::<Arc<App>>().offer_file(path);
    }
}

fn file_of(argument: &str, folder: &Path) -> Option<PathBuf> {
    let path = match tauri::Url::parse(argument) {
        Ok(url) if url.scheme() == "file" => url.to_file_path().ok()?,
        // On Windows the letter of a drive looks like a scheme.
        Ok(url) if url.scheme().len() > 1 => return None,
        _ if argument.starts_with('-') => return None,
        _ => folder.join(argument),
    };
    path.is_file().then_some(path)
}

fn hand_over(handle: &AppHandle, url: &str) {
    if handle.state::<Arc<App>>().offer_link(url) {
        show(handle);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_comes_as_a_path_or_an_address_and_a_link_or_an_option_is_none() {
        let folder = std::env::temp_dir().join(format!("selfcheck-argument-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("forum 1.notice");
        std::fs::write(&path, "x").unwrap();
        let address = tauri::Url::from_file_path(&path).unwrap();
        assert_eq!(file_of("forum 1.notice", &folder).as_ref(), Some(&path));
        assert_eq!(file_of(path.to_str().unwrap(), Path::new("/")).as_ref(), Some(&path));
        assert_eq!(file_of(address.as_str(), Path::new("/")).as_ref(), Some(&path));
        for other in
            ["selfcheck://notice?u=x", "https://forum.example/a.notice", "--help", "no-such.notice", "."]
        {
            assert_eq!(file_of(other, &folder), None, "{other}");
        }
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn of_a_flood_of_links_one_a_second_comes_in() {
        let start = Instant::now();
        let mut gate = Gate::default();
        let at = |gate: &mut Gate, milliseconds| gate.lets_in(start + Duration::from_millis(milliseconds));
        assert!(at(&mut gate, 0));
        assert!((1..1_000).all(|time| !at(&mut gate, time)));
        assert!(at(&mut gate, 1_000) && !at(&mut gate, 1_999) && at(&mut gate, 2_000));
        let let_in = (3_000..13_000).filter(|time| at(&mut gate, *time)).count();
        assert_eq!(let_in, 10, "those that were dropped do not keep it shut");
    }
}
