//! Values of the page *Settings*.
#![allow(clippy::cast_precision_loss, reason = "sizes and numbers that people read are far below 2^53")]

use std::path::Path;

use crate::settings::{BegunDownload, TextSize};
use crate::transfer::{Transfer, TransferFault, TransferState};
use crate::verification::VerificationState;
use lists::disk::{DiskError, DiskList};
use serde::Serialize;
use ts_rs::TS;

use super::OnlineCode;
use super::words::{ListProblemCode, NotKeptCode, TransferCode, VerificationCode};
use crate::locale;
use crate::lock::lock;
use crate::state::App;

/// A list file and what its header says; or why nothing can be said of it.
#[derive(Serialize, TS)]
pub struct ListFileView {
    name: String,
    folder: String,
    problem: Option<ListProblemCode>,
    entries: f64,
    bytes: f64,
    as_of: String,
    source: String,
    one_wrong_in: f64,
    /// How many of all ranges it was made from, if these are not all.
    part_of_ranges: Option<u32>,
}

/// A download or an update.
#[derive(Serialize, TS)]
pub struct TransferView {
    name: String,
    folder: String,
    host: String,
    update: bool,
    state: TransferCode,
    done: u32,
    total: u32,
    failed: u32,
    seconds_left: Option<f64>,
    list_bytes: Option<f64>,
    reason: Option<String>,
    missing: u32,
    needed_bytes: Option<f64>,
    free_bytes: Option<f64>,
}

/// Reading all of the list file.
#[derive(Serialize, TS)]
pub struct VerificationView {
    state: VerificationCode,
    share: f64,
    from: f64,
    to: f64,
}

/// What is asked, in its order.
#[derive(Serialize, TS)]
pub struct ListsView {
    embedded_entries: f64,
    embedded_as_of: String,
    file: Option<ListFileView>,
    verification: Option<VerificationView>,
    transfer: Option<TransferView>,
    online: OnlineCode,
    mirror: Option<String>,
    host: String,
}

/// Everything that the page shows.
#[derive(Serialize, TS)]
pub struct SettingsView {
    /// Whether the window says nothing of what it is for.
    neutral_title: bool,
    /// What the window is called then, or by our own name.
    window_title: &'static str,
    text_size: u16,
    text_sizes: Vec<u16>,
    /// The one that is in use.
    language: String,
    /// The one that was chosen; `None` follows the computer.
    chosen_language: Option<String>,
    /// The one of the computer.
    system_language: &'static str,
    languages: Vec<String>,
    set_aside: Option<String>,
    /// Why no change is kept beyond the life of the window.
    not_kept: Option<NotKeptCode>,
    /// Whether the site of an open notice is asked for a newer statement once a day.
    updates: OnlineCode,
    lists: ListsView,
}

impl SettingsView {
    pub(crate) fn of(state: &App) -> Self {
        let settings = state.choices.now();
        let (set_aside, not_kept) = {
            let kept = state.choices.lock();
            (kept.set_aside.as_ref().map(|path| path.to_string_lossy().into_owned()), kept.not_kept())
        };
        let embedded = lists::embedded();
        let running = lock(&state.transfer).clone();
        let transfer = match (running, &settings.lists.download) {
            (Some(running), _) => Some(TransferView::running(&running)),
            (None, Some(begun)) => Some(TransferView::paused(begun)),
            (None, None) => None,
        };
        Self {
            neutral_title: settings.neutral_title,
            window_title: state.platform.title(settings.neutral_title),
            text_size: settings.text_size.percent(),
            text_sizes: TextSize::ALL.iter().map(|size| size.percent()).collect(),
            language: state.language(),
            chosen_language: settings.language.clone(),
            system_language: locale::language(),
            languages: plan::LANGUAGES.map(str::to_owned).to_vec(),
            set_aside,
            not_kept,
            updates: OnlineCode::of_permission(settings.check_for_updates),
            lists: ListsView {
                embedded_entries: embedded.entries() as f64,
                embedded_as_of: embedded.as_of().to_owned(),
                file: settings.lists.file.as_deref().map(ListFileView::new),
                verification: lock(&state.verification).as_ref().map(|it| VerificationView::new(it.state())),
                transfer,
                online: settings.lists.online.into(),
                mirror: settings.lists.mirror.as_ref().map(|mirror| mirror.as_str().to_owned()),
                host: state.range_host(),
            },
        }
    }
}

fn name_and_folder(path: &Path) -> (String, String) {
    let text = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    (text(path.file_name()), text(path.parent().map(Path::as_os_str)))
}

impl ListFileView {
    fn new(path: &Path) -> Self {
        let (name, folder) = name_and_folder(path);
        let (problem, facts) = match DiskList::open(path) {
            Ok(list) => (None, Some(list.facts().clone())),
            Err(DiskError::Io { .. }) => (Some(ListProblemCode::Unreadable), None),
            Err(DiskError::Layout { source: lists::disk::LayoutError::Foreign, .. }) => {
                (Some(ListProblemCode::Foreign), None)
            }
            Err(_) => (Some(ListProblemCode::Damaged), None),
        };
        let facts = facts.as_ref();
        Self {
            name,
            folder,
            problem,
            entries: facts.map_or(0.0, |facts| facts.parameters.entries as f64),
            bytes: facts.map_or(0.0, |facts| facts.file_bytes() as f64),
            as_of: facts.map_or_else(String::new, |facts| facts.parameters.as_of.clone()),
            source: facts.map_or_else(String::new, |facts| facts.parameters.source.clone()),
            one_wrong_in: facts.map_or(0.0, |facts| 1.0 / facts.false_positive_rate()),
            part_of_ranges: facts.and_then(lists::disk::Facts::part_of_the_ranges),
        }
    }
}

impl TransferView {
    fn paused(job: &BegunDownload) -> Self {
        let (name, folder) = name_and_folder(&job.file);
        let host = job
            .address
            .parse::<lists::RangeUrl>()
            .map_or_else(|_| job.address.clone(), |url| url.host_label());
        Self {
            name,
            folder,
            host,
            update: job.update,
            state: TransferCode::Paused,
            done: 0,
            total: 0,
            failed: 0,
            seconds_left: None,
            list_bytes: None,
            reason: None,
            missing: 0,
            needed_bytes: None,
            free_bytes: None,
        }
    }

    fn running(transfer: &Transfer) -> Self {
        let mut view = Self::paused(transfer.job());
        match transfer.state() {
            TransferState::Fetching { done, total, failed, seconds_left, list_bytes } => {
                view.state = TransferCode::Fetching;
                (view.done, view.total, view.failed, view.seconds_left) = (done, total, failed, seconds_left);
                view.list_bytes = (list_bytes > 0).then_some(list_bytes as f64);
            }
            TransferState::Writing { done, total } => {
                view.state = TransferCode::Writing;
                (view.done, view.total) = (done, total);
            }
            TransferState::Stopped => {}
            TransferState::Done => view.state = TransferCode::Done,
            TransferState::Failed(fault) => {
                view.state = TransferCode::Failed;
                view.reason = Some(fault.code().to_owned());
                match fault {
                    TransferFault::Missing(ranges) => view.missing = ranges,
                    TransferFault::NoRoom { needed, free } => {
                        view.needed_bytes = Some(needed as f64);
                        view.free_bytes = Some(free as f64);
                    }
                    _ => {}
                }
            }
        }
        view
    }
}

impl VerificationView {
    fn new(state: VerificationState) -> Self {
        let mut view = Self { state: VerificationCode::Running, share: 0.0, from: 0.0, to: 0.0 };
        match state {
            VerificationState::Running(share) => view.share = share,
            VerificationState::Whole => view.state = VerificationCode::Whole,
            VerificationState::Damaged(from, to) => {
                view.state = VerificationCode::Damaged;
                (view.from, view.to) = (from as f64, to as f64);
            }
            VerificationState::Unreadable => view.state = VerificationCode::Unreadable,
            VerificationState::Stopped => view.state = VerificationCode::Stopped,
        }
        view
    }
}
