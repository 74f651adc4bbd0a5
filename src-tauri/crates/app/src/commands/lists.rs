//! Commands of *Settings › Lists*: which lists are asked, and what goes on with the full one in the background.

use std::path::PathBuf;
use std::sync::Arc;

use crate::platform::{Pick, SaveAs};
use crate::settings::BegunDownload;
use crate::transfer::{self, Transfer, TransferState};
use crate::verification::Verification;
use lists::RangeUrl;
use lists::disk::DiskList;

use crate::lock::lock;
use crate::state::{App, USER_AGENT};
use crate::views::{ErrorCode, Failure, OnlineCode, SettingsView};

/// The name that a new list is offered under.
const NAME: &str = "breached-passwords.list";

impl App {
    pub fn set_online(&self, choice: OnlineCode) -> Result<SettingsView, Failure> {
        let choice = choice.into();
        self.choices.change(|settings| settings.lists.online = choice)?;
        Ok(SettingsView::of(self))
    }

    /// Asks another address than the service of Have I Been Pwned; without one, that service again.
    pub fn set_mirror(&self, address: Option<String>) -> Result<SettingsView, Failure> {
        let mirror = address.map(|text| text.parse::<RangeUrl>()).transpose();
        let mirror = mirror.map_err(|_| Failure::new(ErrorCode::MirrorAddress))?;
        let changed = self.choices.change(|settings| settings.lists.mirror = mirror);
        self.forget_checker();
        changed?;
        Ok(SettingsView::of(self))
    }

    /// Lets the person pick a list file; `None` if they picked none. One that is no list is not taken.
    pub fn choose_list_file(&self) -> Result<Option<SettingsView>, Failure> {
        let Some(path) = self.platform.pick(Pick::List) else { return Ok(None) };
        DiskList::open(&path).map_err(|error| {
            Failure::new(match error {
                lists::disk::DiskError::Io { .. } => ErrorCode::ListUnreadable,
                lists::disk::DiskError::Length { .. } => ErrorCode::ListDamaged,
                _ => ErrorCode::ListForeign,
            })
        })?;
        self.use_file(Some(path))?;
        Ok(Some(SettingsView::of(self)))
    }

    /// No longer asks the list file. The file itself stays.
    pub fn forget_list_file(&self) -> Result<SettingsView, Failure> {
        self.use_file(None)?;
        Ok(SettingsView::of(self))
    }

    /// Reads all of the list file in the background.
    pub fn verify_list_file(&self) -> Result<SettingsView, Failure> {
        let file = self.choices.now().lists.file.ok_or_else(|| Failure::new(ErrorCode::NoListFile))?;
        self.forget_done();
        *lock(&self.verification) = Some(Verification::start(&file, Arc::clone(self.news())));
        Ok(SettingsView::of(self))
    }

    pub fn stop_verifying(&self) -> Result<SettingsView, Failure> {
        *lock(&self.verification) = None;
        Ok(SettingsView::of(self))
    }

    /// Lets the person say where the full list should be kept, and starts to download it; `None` if they said nothing.
    pub fn download_list(self: &Arc<Self>) -> Result<Option<SettingsView>, Failure> {
        let Some(file) = self.platform.place(SaveAs { name: NAME, extension: None }) else { return Ok(None) };
        let address = self.range_url().as_str().to_owned();
        self.begin(BegunDownload { file, address, update: false })?;
        Ok(Some(SettingsView::of(self)))
    }

    /// Asks for what changed since the list file was downloaded.
    pub fn update_list(self: &Arc<Self>) -> Result<SettingsView, Failure> {
        let chosen = self.choices.now();
        let file = chosen.lists.file.clone().ok_or_else(|| Failure::new(ErrorCode::NoListFile))?;
        self.begin(transfer::update_of(file, &self.range_url()))?;
        Ok(SettingsView::of(self))
    }

    /// Stops the download; what is complete stays for when it goes on.
    pub fn pause_download(&self) -> Result<SettingsView, Failure> {
        self.stop_transfer();
        Ok(SettingsView::of(self))
    }

    /// Goes on where it was, after a new start of the window too.
    pub fn resume_download(self: &Arc<Self>) -> Result<SettingsView, Failure> {
        let job = self.choices.now().lists.download.ok_or_else(|| Failure::new(ErrorCode::NoDownload))?;
        self.begin(job)?;
        Ok(SettingsView::of(self))
    }

    /// Throws away what has come. A list that stands at the place stays.
    pub fn cancel_download(&self) -> Result<SettingsView, Failure> {
        self.stop_transfer();
        *lock(&self.transfer) = None;
        if let Some(job) = self.choices.now().lists.download {
            transfer::forget(&job).map_err(|_| Failure::new(ErrorCode::DownloadNotRemoved))?;
        }
        self.choices.change(|settings| settings.lists.download = None)?;
        Ok(SettingsView::of(self))
    }

    fn use_file(&self, path: Option<PathBuf>) -> Result<(), Failure> {
        *lock(&self.verification) = None;
        self.forget_done();
        let changed = self.choices.change(|settings| settings.lists.file = path);
        self.forget_checker();
        Ok(changed?)
    }

    /// That a download is whole was said when it ended; from the next look at a file on, that look is the word.
    fn forget_done(&self) {
        lock(&self.transfer).take_if(|transfer| transfer.state() == TransferState::Done);
    }

    /// One at a time: two would be twice the load on the service.
    fn begin(self: &Arc<Self>, job: BegunDownload) -> Result<(), Failure> {
        let mut running = lock(&self.transfer);
        if running.as_ref().is_some_and(|transfer| transfer.is_running()) {
            return Err(Failure::new(ErrorCode::DownloadRunning));
        }
        // If it cannot be kept it goes on all the same, until the window is closed.
        let kept = self.choices.change(|settings| settings.lists.download = Some(job.clone()));
        let (app, file) = (Arc::downgrade(self), job.file.clone());
        let ended = move |last| {
            let Some(app) = app.upgrade() else { return };
            if last == TransferState::Done {
                // It is asked from now on; that it may not be kept beyond today is said at the next change.
                let _ = app.choices.change(|settings| {
                    settings.lists.download = None;
                    settings.lists.file = Some(file);
                });
                app.forget_checker();
                // What was verified was the file before.
                *lock(&app.verification) = None;
            }
        };
        *running = Some(Arc::new(Transfer::start(
            job,
            USER_AGENT,
            self.platform.ranges(),
            Arc::clone(self.news()),
            ended,
        )));
        Ok(kept?)
    }

    /// The lock is released before waiting, because the transfer changes the state when it ends.
    fn stop_transfer(&self) {
        let running = lock(&self.transfer).clone();
        if let Some(transfer) = running {
            transfer.stop();
        }
    }
}
