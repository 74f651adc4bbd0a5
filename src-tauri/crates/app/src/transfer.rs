//! A download or an update of a list that goes on in the background, with its state to be looked at from time to
//! time. What is complete stands in its journal: stopping it, or closing the window, loses nothing.
//!
//! Not here: how ranges are fetched (crate `lists`) and what is said about it (the shells).

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Instant;

use lists::download::{self, DownloadError, DownloadOptions, DownloadProgress};
use lists::{RangeClient, RangeUrl};
use tokio_util::sync::CancellationToken;

use crate::news::{News, NewsFeed};
use crate::settings::BegunDownload;

/// Why a transfer ended without its list. What is complete is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransferFault {
    /// So many ranges could not be had.
    Missing(u32),
    /// Something else was begun at the same place.
    OtherJournal,
    /// Another program is at work on the same file.
    InUse,
    /// The disk is too small.
    NoRoom {
        /// About so many bytes are needed.
        needed: u64,
        /// So many are free.
        free: u64,
    },
    /// The disk has become full.
    Full,
    /// There are more passwords than the file was made for.
    Outgrown,
    /// The list that should be updated cannot be read.
    List,
    /// A file cannot be read or written.
    Disk,
    /// No secure connection can be set up, or the address is none.
    NoClient,
}

impl TransferFault {
    /// A stable name for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing(_) => "missing",
            Self::OtherJournal => "other_journal",
            Self::InUse => "in_use",
            Self::NoRoom { .. } => "no_room",
            Self::Full => "full",
            Self::Outgrown => "outgrown",
            Self::List => "list",
            Self::Disk => "disk",
            Self::NoClient => "no_client",
        }
    }
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TransferState {
    /// Ranges are being fetched.
    Fetching {
        /// Complete, those of earlier runs too.
        done: u32,
        /// Of so many; 0 until the first has come.
        total: u32,
        /// To be tried again.
        failed: u32,
        /// About so long it will take, as far as can be said now.
        seconds_left: Option<f64>,
        /// About so long the list will be.
        list_bytes: u64,
    },
    /// The list is being written: ranges, of how many.
    Writing {
        /// So many.
        done: u32,
        /// Of so many.
        total: u32,
    },
    /// It was stopped.
    Stopped,
    /// The list is there.
    Done,
    /// It ended without its list.
    Failed(TransferFault),
}

/// A download or an update that was started.
pub struct Transfer {
    job: BegunDownload,
    state: Arc<Mutex<TransferState>>,
    stop: CancellationToken,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Transfer {
    /// Starts in a thread of its own, naming itself `user_agent`. `ranges` is `Prefix::COUNT` but in tests. `ended`
    /// hears how it ended, before its last state can be seen; `news` is told of each state.
    #[must_use]
    pub fn start(
        job: BegunDownload,
        user_agent: &'static str,
        ranges: u32,
        news: Arc<NewsFeed>,
        ended: impl FnOnce(TransferState) + Send + 'static,
    ) -> Self {
        let first =
            TransferState::Fetching { done: 0, total: 0, failed: 0, seconds_left: None, list_bytes: 0 };
        let state = Arc::new(Mutex::new(first));
        let stop = CancellationToken::new();
        let thread = {
            let (job, state, stop) = (job.clone(), Arc::clone(&state), stop.clone());
            thread::spawn(move || {
                let last = run(&job, user_agent, ranges, (&state, &news), &stop);
                ended(last);
                *lock(&state) = last;
                news.tell(News::Lists);
            })
        };
        Self { job, state, stop, thread: Mutex::new(Some(thread)) }
    }

    /// What is fetched.
    #[must_use]
    pub fn job(&self) -> &BegunDownload {
        &self.job
    }

    /// How far it has come.
    #[must_use]
    pub fn state(&self) -> TransferState {
        *lock(&self.state)
    }

    /// Whether it is at work.
    #[must_use]
    pub fn is_running(&self) -> bool {
        matches!(self.state(), TransferState::Fetching { .. } | TransferState::Writing { .. })
    }

    /// Stops it and waits until it has let go of its files.
    pub fn stop(&self) {
        self.stop.cancel();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            // A thread that panicked has let go too.
            let _ = thread.join();
        }
    }
}

/// Throws away what a stopped download left; the list that it would have replaced stays.
///
/// # Errors
/// When it cannot be removed.
pub fn forget(job: &BegunDownload) -> Result<(), TransferFault> {
    download::forget(&job.file).map_err(|_| TransferFault::Disk)
}

/// The update of a list: asked where it came from, if that is known, else at `otherwise`.
#[must_use]
pub fn update_of(file: PathBuf, otherwise: &RangeUrl) -> BegunDownload {
    let known = download::address_of(&file).ok().flatten();
    let address = known.unwrap_or_else(|| otherwise.as_str().to_owned());
    BegunDownload { file, address, update: true }
}

fn lock(state: &Mutex<TransferState>) -> MutexGuard<'_, TransferState> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn run(
    job: &BegunDownload,
    user_agent: &str,
    ranges: u32,
    (state, news): (&Mutex<TransferState>, &NewsFeed),
    stop: &CancellationToken,
) -> TransferState {
    let today: String = jiff::Timestamp::now().to_string().chars().take(10).collect();
    let options = DownloadOptions { ranges, ..DownloadOptions::all(today) };
    let client = job.address.parse().ok().and_then(|url| RangeClient::new(url, user_agent).ok());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let (Some(client), Ok(runtime)) = (client, runtime) else {
        return TransferState::Failed(TransferFault::NoClient);
    };
    let begun = Instant::now();
    let progress = |progress| {
        *lock(state) = seen(progress, begun);
        news.progress(News::Lists);
    };
    let outcome = runtime.block_on(async {
        if job.update {
            download::update(&client, &job.file, &options, progress, stop).await
        } else {
            download::download(&client, &job.file, &options, progress, stop).await
        }
    });
    match outcome {
        Ok(_) => TransferState::Done,
        Err(DownloadError::Cancelled) => TransferState::Stopped,
        Err(error) => TransferState::Failed(fault(&error)),
    }
}

fn seen(progress: DownloadProgress, begun: Instant) -> TransferState {
    match progress {
        DownloadProgress::Fetching { done, total, before, failed, list_bytes, .. } => {
            let own = f64::from(done.saturating_sub(before));
            let left = f64::from(total.saturating_sub(done));
            // The first few say nothing about the rest.
            let seconds_left = (own >= 32.0).then(|| begun.elapsed().as_secs_f64() / own * left);
            TransferState::Fetching { done, total, failed, seconds_left, list_bytes }
        }
        DownloadProgress::Writing { done, total } => TransferState::Writing { done, total },
    }
}

fn fault(error: &DownloadError) -> TransferFault {
    match error {
        DownloadError::Missing { ranges } => {
            TransferFault::Missing(u32::try_from(ranges.len()).unwrap_or(u32::MAX))
        }
        DownloadError::OtherJournal { .. } => TransferFault::OtherJournal,
        DownloadError::InUse { .. } => TransferFault::InUse,
        DownloadError::NoRoom { needed, free } => TransferFault::NoRoom { needed: *needed, free: *free },
        DownloadError::Outgrown { .. } => TransferFault::Outgrown,
        DownloadError::List(_) => TransferFault::List,
        error if files::is_full(error) => TransferFault::Full,
        _ => TransferFault::Disk,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use range_faults::{Fault, List, Server};

    use super::*;

    const RANGES: u32 = 200;

    fn server() -> Server {
        let mut list = List::new();
        for prefix in (0..RANGES).filter_map(password::Prefix::new) {
            for start in lists::embedded().expected_suffix_starts(prefix) {
                list.add_row(&format!("{prefix}{start:06X}{:029}:5", 0)).unwrap();
            }
        }
        Server::start(Fault::None, list).unwrap()
    }

    fn start(job: &BegunDownload) -> (Transfer, mpsc::Receiver<TransferState>) {
        let (tell, heard) = mpsc::channel();
        let transfer = Transfer::start(job.clone(), "selfcheck/test", RANGES, Arc::default(), move |last| {
            let _ = tell.send(last);
        });
        (transfer, heard)
    }

    #[test]
    fn a_download_ends_with_its_list_goes_on_after_a_stop_and_is_updated() {
        let server = server();
        let folder = tempfile::tempdir().unwrap();
        let job =
            BegunDownload { file: folder.path().join("all.list"), address: server.base(), update: false };
        let (first, heard) = start(&job);
        first.stop();
        let ended = heard.recv_timeout(Duration::from_secs(60)).unwrap();
        assert!(matches!(ended, TransferState::Stopped | TransferState::Done), "{ended:?}");
        assert_eq!(first.state(), ended);
        let (second, heard) = start(&job);
        assert_eq!(heard.recv_timeout(Duration::from_secs(60)).unwrap(), TransferState::Done);
        second.stop();
        assert!(!second.is_running() && job.file.is_file());
        let update = update_of(job.file.clone(), &RangeUrl::default());
        assert_eq!((update.address.as_str(), update.update), (server.base().as_str(), true));
        let (_third, heard) = start(&update);
        assert_eq!(heard.recv_timeout(Duration::from_secs(60)).unwrap(), TransferState::Done);
    }

    #[test]
    fn a_disk_that_becomes_full_is_told_apart_from_other_trouble() {
        let of = |kind: std::io::ErrorKind| {
            let path = PathBuf::from("all.list");
            [
                fault(&DownloadError::Io { path, source: kind.into() }),
                fault(&DownloadError::Write(lists::disk::WriteError::Io(kind.into()))),
            ]
        };
        assert_eq!(of(std::io::ErrorKind::StorageFull), [TransferFault::Full; 2]);
        assert_eq!(of(std::io::ErrorKind::PermissionDenied), [TransferFault::Disk; 2]);
    }

    #[test]
    fn what_failed_has_a_name_and_can_be_thrown_away() {
        let server = server();
        server.break_ranges(&["00007"]);
        let folder = tempfile::tempdir().unwrap();
        let job =
            BegunDownload { file: folder.path().join("all.list"), address: server.base(), update: true };
        let (_transfer, heard) = start(&job);
        let ended = heard.recv_timeout(Duration::from_secs(60)).unwrap();
        assert_eq!(ended, TransferState::Failed(TransferFault::List), "there is no list to update");
        let nowhere = BegunDownload { address: "http://elsewhere.example/".to_owned(), ..job.clone() };
        let (_transfer, heard) = start(&nowhere);
        let ended = heard.recv_timeout(Duration::from_secs(60)).unwrap();
        assert_eq!(ended, TransferState::Failed(TransferFault::NoClient));
        std::fs::write(folder.path().join("all.list.download"), "half").unwrap();
        forget(&job).unwrap();
        forget(&job).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
