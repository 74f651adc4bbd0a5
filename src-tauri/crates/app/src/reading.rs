//! The file that is being read, and how far that is: it can be watched, and left at any moment.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex};

use audit::read::Progress;
use tokio_util::sync::CancellationToken;

use crate::lock::lock;
use crate::news::{News, NewsFeed};
use crate::views::{ReadingCode, ReadingView, small};

struct ReadingState {
    doing: ReadingCode,
    done: u64,
    total: u64,
    logins: u64,
}

/// One reading. A person who stops it does not wait for its end.
pub(crate) struct Reading {
    pub(crate) cancel: CancellationToken,
    far: Mutex<ReadingState>,
    pub(crate) news: Arc<NewsFeed>,
}

impl Reading {
    pub(crate) fn new(news: Arc<NewsFeed>) -> Self {
        let far = ReadingState { doing: ReadingCode::Reading, done: 0, total: 0, logins: 0 };
        Self { cancel: CancellationToken::new(), far: Mutex::new(far), news }
    }

    /// Hears how far the file is, and says whether to go on.
    pub(crate) fn read(&self, progress: Progress, bytes: u64) -> ControlFlow<()> {
        let doing = if progress.unlocking { ReadingCode::Unlocking } else { ReadingCode::Reading };
        *lock(&self.far) =
            ReadingState { doing, done: progress.bytes, total: bytes, logins: progress.logins };
        self.go_on()
    }

    /// Hears how far another kind of work is, and says whether to go on.
    pub(crate) fn at(&self, doing: ReadingCode, done: usize, total: usize) -> ControlFlow<()> {
        let mut far = lock(&self.far);
        (far.doing, far.done, far.total) = (doing, done as u64, total as u64);
        drop(far);
        self.go_on()
    }

    fn go_on(&self) -> ControlFlow<()> {
        self.news.progress(News::Reading);
        if self.cancel.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    pub(crate) fn view(&self) -> ReadingView {
        let far = lock(&self.far);
        ReadingView {
            doing: far.doing,
            done: small(far.done),
            total: small(far.total),
            logins: small(far.logins),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_how_far_it_is_until_it_is_stopped() {
        let reading = Reading::new(Arc::default());
        let progress = Progress { bytes: 7, logins: 2, ..Progress::default() };
        assert!(reading.read(progress, 9).is_continue());
        let view = reading.view();
        assert_eq!((view.doing, view.done, view.total, view.logins), (ReadingCode::Reading, 7, 9, 2));
        let unlocking = Progress { unlocking: true, ..progress };
        assert!(reading.read(unlocking, 9).is_continue());
        assert_eq!(reading.view().doing, ReadingCode::Unlocking);
        reading.cancel.cancel();
        assert!(reading.at(ReadingCode::Sorting, 1, 2).is_break());
    }
}
