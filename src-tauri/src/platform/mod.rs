//! What the use cases need from this window and its system.

mod clipboard;
#[cfg(feature = "window-tests")]
mod scripted;

use std::path::PathBuf;

use app::platform::{ClipboardUnavailable, Pick, Platform, SaveAs};
use tauri::{AppHandle, Manager as _, WebviewWindow};
use tauri_plugin_dialog::DialogExt as _;
use zeroize::Zeroizing;

use crate::neutral;

/// The platform of this build.
pub(crate) fn platform(app: &AppHandle) -> Box<dyn Platform> {
    let system = System { app: app.clone() };
    #[cfg(feature = "window-tests")]
    let system = scripted::Scripted { system };
    Box::new(system)
}

/// The system's own dialogs, browser and clipboard.
pub(crate) struct System {
    app: AppHandle,
}

impl System {
    fn window(&self) -> Option<WebviewWindow> {
        self.app.get_webview_window("main")
    }
}

impl Platform for System {
    fn pick(&self, what: Pick) -> Option<PathBuf> {
        let mut dialog = self.app.dialog().file();
        if let Some((name, extensions)) = what.filter() {
            dialog = dialog.add_filter(name, extensions);
        }
        let picked =
            if what.is_folder() { dialog.blocking_pick_folder() } else { dialog.blocking_pick_file() };
        picked.and_then(|file| file.into_path().ok())
    }

    fn place(&self, what: SaveAs<'_>) -> Option<PathBuf> {
        let mut dialog = self.app.dialog().file().set_file_name(what.name);
        if let Some(extension) = what.extension {
            dialog = dialog.add_filter(extension, &[extension]);
        }
        dialog.blocking_save_file().and_then(|file| file.into_path().ok())
    }

    fn browse(&self, url: &str) -> bool {
        open::that_detached(url).is_ok()
    }

    fn copy_secret(&self, text: Zeroizing<String>) -> Result<u32, ClipboardUnavailable> {
        clipboard::copy(text)
    }

    fn copy_text(&self, text: String) -> Result<(), ClipboardUnavailable> {
        clipboard::copy_text(text)
    }

    fn print(&self) -> bool {
        self.window().is_some_and(|window| window.print().is_ok())
    }

    fn set_neutral(&self, neutral: bool) {
        if let Some(window) = self.window() {
            neutral::show(&window, neutral);
        }
    }

    fn title(&self, neutral: bool) -> &'static str {
        neutral::title(neutral)
    }

    fn quit(&self) {
        self.app.exit(0);
    }
}
