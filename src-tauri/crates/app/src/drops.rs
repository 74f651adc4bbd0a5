//! Files that are dropped on the window.
//!
//! The system tells this program where a dropped file is; the web view is told only that something is over the window
//! or was dropped. It never gets the file, its name or its folder, and it cannot ask for one that was not dropped.

use std::path::PathBuf;
use std::sync::Mutex;

use serde::Serialize;
use ts_rs::TS;

use crate::lock::lock;

/// What the system says about files over the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DropEvent {
    /// They are over the window, and may be dropped.
    Over(Vec<PathBuf>),
    /// They have left it.
    Left,
    /// They were dropped.
    Dropped(Vec<PathBuf>),
}

/// What the web view is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DropNews {
    /// Something is over the window.
    Over,
    /// It has left.
    Gone,
    /// One file was dropped, and waits to be opened.
    Dropped,
    /// More than one file was dropped; none of them is taken.
    Several,
}

type Listener = (u32, Box<dyn Fn(DropNews) + Send>);

/// The dropped file that waits, and the screen that takes files, while it is shown.
#[derive(Default)]
pub struct Drops {
    listener: Mutex<Option<Listener>>,
    waiting: Mutex<Option<PathBuf>>,
}

impl Drops {
    /// From now on `listener`, known by `number`, is told.
    pub fn tell(&self, number: u32, listener: impl Fn(DropNews) + Send + 'static) {
        *lock(&self.waiting) = None;
        *lock(&self.listener) = Some((number, Box::new(listener)));
    }

    /// No longer tells the listener with this number. Another may have taken its place already.
    pub fn tell_no_more(&self, number: u32) {
        lock(&self.listener).take_if(|(listener, _)| *listener == number);
    }

    /// The file that was dropped last, once.
    pub(crate) fn take(&self) -> Option<PathBuf> {
        lock(&self.waiting).take()
    }

    /// Takes one file while a listener is there, and tells it.
    pub fn hear(&self, event: DropEvent) {
        let listener = lock(&self.listener);
        let Some((_, tell)) = &*listener else { return };
        tell(match event {
            DropEvent::Over(paths) if paths.is_empty() => return,
            DropEvent::Over(_) => DropNews::Over,
            DropEvent::Left => DropNews::Gone,
            DropEvent::Dropped(mut paths) => match (paths.pop(), paths.is_empty()) {
                (None, _) => DropNews::Gone,
                (Some(one), true) => {
                    *lock(&self.waiting) = Some(one);
                    DropNews::Dropped
                }
                (Some(_), false) => DropNews::Several,
            },
        });
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn drop_of(paths: &[&str]) -> DropEvent {
        DropEvent::Dropped(paths.iter().map(PathBuf::from).collect())
    }

    /// What a listener with this number is told, in order.
    fn listen(drops: &Drops, number: u32) -> Arc<Mutex<Vec<DropNews>>> {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&heard);
        drops.tell(number, move |news| lock(&told).push(news));
        heard
    }

    #[test]
    fn one_dropped_file_waits_and_no_path_is_told() {
        let drops = Drops::default();
        let heard = listen(&drops, 1);
        drops.hear(DropEvent::Over(vec!["/home/ann/export.csv".into()]));
        drops.hear(DropEvent::Over(Vec::new()));
        drops.hear(drop_of(&["/home/ann/export.csv"]));
        assert_eq!(*lock(&heard), [DropNews::Over, DropNews::Dropped]);
        assert_eq!(drops.take(), Some(PathBuf::from("/home/ann/export.csv")));
        assert_eq!(drops.take(), None, "only once");
    }

    #[test]
    fn several_dropped_files_are_not_taken() {
        let drops = Drops::default();
        let heard = listen(&drops, 1);
        drops.hear(drop_of(&["a.csv", "b.csv"]));
        drops.hear(drop_of(&[]));
        drops.hear(DropEvent::Left);
        assert_eq!(*lock(&heard), [DropNews::Several, DropNews::Gone, DropNews::Gone]);
        assert_eq!(drops.take(), None);
    }

    #[test]
    fn a_file_waits_only_while_a_screen_listens() {
        let drops = Drops::default();
        drops.hear(drop_of(&["a.csv"]));
        assert_eq!(drops.take(), None);
        let before = listen(&drops, 1);
        let after = listen(&drops, 2);
        // The former screen unsubscribes only now.
        drops.tell_no_more(1);
        drops.hear(drop_of(&["a.csv"]));
        assert_eq!((lock(&before).len(), lock(&after).len()), (0, 1));
        drops.tell_no_more(2);
        drops.hear(drop_of(&["b.csv"]));
        assert_eq!(drops.take(), Some(PathBuf::from("a.csv")));
    }
}
