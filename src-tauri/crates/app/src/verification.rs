//! Reading a whole list file in the background to compare every checksum.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use lists::disk::{DiskError, DiskList};
use tokio_util::sync::CancellationToken;

use crate::news::{News, NewsFeed};

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum VerificationState {
    /// At work; the share that is done, 0 to 1.
    Running(f64),
    /// Every byte is what it should be.
    Whole,
    /// A part is not, between these two bytes.
    Damaged(u64, u64),
    /// It cannot be read, or is not a list.
    Unreadable,
    /// It was stopped.
    Stopped,
}

/// A verification that was started. It stops when it is dropped.
pub struct Verification {
    state: Arc<Mutex<VerificationState>>,
    stop: CancellationToken,
}

impl Verification {
    /// Starts in a thread of its own; `news` is told of each state.
    #[must_use]
    pub fn start(file: &Path, news: Arc<NewsFeed>) -> Self {
        let state = Arc::new(Mutex::new(VerificationState::Running(0.0)));
        let stop = CancellationToken::new();
        let (file, shared, stopped) = (file.to_owned(), Arc::clone(&state), stop.clone());
        thread::spawn(move || {
            let outcome = DiskList::open(&file).and_then(|list| {
                list.verify(|share| {
                    *lock(&shared) = VerificationState::Running(share);
                    news.progress(News::Lists);
                    !stopped.is_cancelled()
                })
            });
            *lock(&shared) = match outcome {
                Ok(()) => VerificationState::Whole,
                Err(DiskError::Damaged { from, to, .. }) => VerificationState::Damaged(from, to),
                Err(DiskError::Cancelled { .. }) => VerificationState::Stopped,
                Err(_) => VerificationState::Unreadable,
            };
            news.tell(News::Lists);
        });
        Self { state, stop }
    }

    /// How far it has come.
    #[must_use]
    pub fn state(&self) -> VerificationState {
        *lock(&self.state)
    }

    /// Whether it is at work.
    #[must_use]
    pub fn is_running(&self) -> bool {
        matches!(self.state(), VerificationState::Running(_))
    }

    /// Stops it.
    pub fn stop(&self) {
        self.stop.cancel();
    }
}

impl Drop for Verification {
    fn drop(&mut self) {
        self.stop();
    }
}

fn lock(state: &Mutex<VerificationState>) -> MutexGuard<'_, VerificationState> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::Duration;

    use lists::build::{BuildOptions, build};

    use super::*;

    fn end(file: &Path) -> VerificationState {
        let verification = Verification::start(file, Arc::default());
        while verification.is_running() {
            thread::sleep(Duration::from_millis(5));
        }
        verification.state()
    }

    #[test]
    fn a_whole_list_a_damaged_one_and_none_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let (input, out) = (folder.path().join("in.txt"), folder.path().join("a.list"));
        fs::write(&input, "alpha\nbeta\ngamma\n").unwrap();
        let options = BuildOptions {
            memory: 1 << 20,
            false_positive_exponent: 30,
            plain: true,
            source: String::new(),
            as_of: String::new(),
        };
        build(&[&input], &out, &options, |_| true).unwrap();
        assert_eq!(end(&out), VerificationState::Whole);
        let mut bytes = fs::read(&out).unwrap();
        let at = bytes.len() - 12;
        bytes[at] ^= 1;
        fs::write(&out, bytes).unwrap();
        assert!(matches!(end(&out), VerificationState::Damaged(from, to) if from < to));
        assert_eq!(end(&input), VerificationState::Unreadable);
    }
}
