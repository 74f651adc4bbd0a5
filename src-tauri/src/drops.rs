//! Files that are dropped on the window, passed on from the framework's events.

use std::sync::Arc;

use app::App;
use app::drops::DropEvent;
use tauri::{DragDropEvent, Manager as _, WebviewWindow, WindowEvent};

/// Passes on what happens with files over the window.
pub(crate) fn listen(window: &WebviewWindow) {
    let handle = window.app_handle().clone();
    window.on_window_event(move |event| {
        let WindowEvent::DragDrop(event) = event else { return };
        let event = match event {
            DragDropEvent::Enter { paths, .. } => DropEvent::Over(paths.clone()),
            DragDropEvent::Drop { paths, .. } => DropEvent::Dropped(paths.clone()),
            DragDropEvent::Leave => DropEvent::Left,
            _ => return,
        };
        handle.state::<Arc<App>>().drops().hear(event);
    });
}
