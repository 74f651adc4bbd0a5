//! Files that are dropped on the window.
//!
//! The system tells this program where a dropped file is; the web view hears only that something hangs over the
//! window or was let go. It never gets the file, its name or its folder, and it cannot ask for one that was not
//! dropped.

use std::path::PathBuf;
use std::sync::Mutex;

use tauri::ipc::Channel;
use tauri::{DragDropEvent, Manager as _, WebviewWindow, WindowEvent};

use crate::audits::AuditState;
use crate::state::lock;

/// Where a dropped file waits, and who wants to hear of it.
#[derive(Default)]
pub(crate) struct Drops {
    /// The screen that takes files, while it is shown.
    listener: Mutex<Option<Channel<&'static str>>>,
    waiting: Mutex<Option<PathBuf>>,
}

/// Lets the screens hear of files over the window.
pub(crate) fn listen(window: &WebviewWindow) {
    let app = window.app_handle().clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(event) = event {
            app.state::<AuditState>().drops.hear(event);
        }
    });
}

impl Drops {
    /// From now on this one is told.
    pub(crate) fn tell(&self, listener: Channel<&'static str>) {
        *lock(&self.waiting) = None;
        *lock(&self.listener) = Some(listener);
    }

    /// No longer tells the one with this number. Another one may have taken its place already.
    pub(crate) fn tell_no_more(&self, number: u32) {
        let mut listener = lock(&self.listener);
        if listener.as_ref().is_some_and(|listener| listener.id() == number) {
            *listener = None;
        }
    }

    /// The file that was dropped last, once.
    pub(crate) fn take(&self) -> Option<PathBuf> {
        lock(&self.waiting).take()
    }

    fn hear(&self, event: &DragDropEvent) {
        let listener = lock(&self.listener);
        let Some(listener) = &*listener else { return };
        let said = match event {
            DragDropEvent::Enter { paths, .. } if !paths.is_empty() => "over",
            DragDropEvent::Leave => "gone",
            DragDropEvent::Drop { paths, .. } => match paths.as_slice() {
                [] => "gone",
                [one] => {
                    *lock(&self.waiting) = Some(one.clone());
                    "dropped"
                }
                _ => "several",
            },
            _ => return,
        };
        // A page that is gone hears nothing.
        let _ = listener.send(said);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tauri::PhysicalPosition;
    use tauri::ipc::InvokeResponseBody;

    use super::*;

    fn drop_of(paths: &[&str]) -> DragDropEvent {
        let paths = paths.iter().map(PathBuf::from).collect();
        DragDropEvent::Drop { paths, position: PhysicalPosition::new(1.0, 1.0) }
    }

    /// What the page heard, in order.
    fn heard(drops: &Drops) -> Arc<Mutex<Vec<String>>> {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&heard);
        drops.tell(Channel::new(move |body| {
            if let InvokeResponseBody::Json(text) = body {
                lock(&told).push(text);
            }
            Ok(())
        }));
        heard
    }

    #[test]
    fn one_file_waits_for_the_page_which_hears_no_path() {
        let drops = Drops::default();
        let heard = heard(&drops);
        let position = PhysicalPosition::new(1.0, 1.0);
        drops.hear(&DragDropEvent::Enter { paths: vec!["/home/ann/export.csv".into()], position });
        drops.hear(&DragDropEvent::Over { position });
        drops.hear(&drop_of(&["/home/ann/export.csv"]));
        assert_eq!(*lock(&heard), ["\"over\"", "\"dropped\""]);
        assert_eq!(drops.take(), Some(PathBuf::from("/home/ann/export.csv")));
        assert_eq!(drops.take(), None, "only once");
    }

    #[test]
    fn several_files_are_none() {
        let drops = Drops::default();
        let heard = heard(&drops);
        drops.hear(&drop_of(&["a.csv", "b.csv"]));
        drops.hear(&drop_of(&[]));
        drops.hear(&DragDropEvent::Leave);
        assert_eq!(*lock(&heard), ["\"several\"", "\"gone\"", "\"gone\""]);
        assert_eq!(drops.take(), None);
    }

    #[test]
    fn where_no_screen_takes_files_nothing_waits() {
        let drops = Drops::default();
        drops.hear(&drop_of(&["a.csv"]));
        assert_eq!(drops.take(), None);
        let before = heard(&drops);
        let number = lock(&drops.listener).as_ref().unwrap().id();
        let after = heard(&drops);
        // The screen before says goodbye only now.
        drops.tell_no_more(number);
        drops.hear(&drop_of(&["a.csv"]));
        assert_eq!((lock(&before).len(), lock(&after).len()), (0, 1));
        let number = lock(&drops.listener).as_ref().unwrap().id();
        drops.tell_no_more(number);
        drops.hear(&drop_of(&["b.csv"]));
        assert_eq!(drops.take(), Some(PathBuf::from("a.csv")));
    }
}
