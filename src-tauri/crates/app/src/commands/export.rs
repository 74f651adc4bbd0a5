//! Commands that bring an export in: picked or dropped, locked or of unknown columns, read in the background.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::audit::{self as audits, Audit, AuditFileError, today};
use crate::catalogue::Current;
use crate::check::ListFile;
use ::audit::read::{Column, Columns, Options, ReadError};
use ::audit::{Context, Examination};
use password::Password;
use sites::{Region, RegistrableDomain};
use zeroize::Zeroizing;

use crate::open_audit::OpenAudit;
use crate::platform::Pick;
use crate::reading::Reading;
use crate::state::App;
use crate::views::{ErrorCode, ExportView, Failure, ReadingCode, ReadingView, small};

impl App {
    /// Lets the person pick an export and begins to audit it.
    pub async fn open_export(&self) -> Result<ExportView, Failure> {
        // So that nobody takes how far the last one was for how far this one is.
        self.audits.new_reading();
        let Some(path) = self.platform.pick(Pick::Export) else { return Ok(ExportView::Nothing) };
        self.audits.pick(Some(path.clone()));
        self.read_export(path, None, None).await
    }

    /// Begins to audit the file that was dropped on the window last. The page does not say which that is.
    pub async fn open_dropped(&self) -> Result<ExportView, Failure> {
        let Some(path) = self.audits.drops.take() else { return Ok(ExportView::Nothing) };
        self.audits.pick(Some(path.clone()));
        self.read_export(path, None, None).await
    }

    /// The screen that took files is left.
    pub fn ignore_drops(&self, channel: u32) -> Result<(), Failure> {
        self.audits.drops.tell_no_more(channel);
        Ok(())
    }

    /// Opens the picked file with its own password.
    pub async fn unlock_export(&self, secret: Zeroizing<Vec<u8>>) -> Result<ExportView, Failure> {
        let password = Password::from_bytes(secret)?;
        let path = self.audits.picked().ok_or_else(|| Failure::new(ErrorCode::NoExport))?;
        self.read_export(path, Some(password), None).await
    }

    /// Reads the picked table with these columns, by their numbers from 1.
    pub async fn choose_columns(
        &self,
        password: u32,
        username: Option<u32>,
        url: Option<u32>,
        header: bool,
    ) -> Result<ExportView, Failure> {
        let column = |number: u32| Column::Number(number as usize);
        let columns = Columns {
            password: column(password),
            username: username.map(column),
            url: url.map(column),
            title: None,
            changed: None,
            header,
        };
        let path = self.audits.picked().ok_or_else(|| Failure::new(ErrorCode::NoExport))?;
        self.read_export(path, None, Some(columns)).await
    }

    /// How far the file is that is being read.
    pub fn reading_progress(&self) -> Result<ReadingView, Failure> {
        Ok(self.audits.reading().view())
    }

    /// Leaves the file that is being read. What was open before stays open.
    pub fn stop_reading(&self) -> Result<(), Failure> {
        self.audits.reading().cancel.cancel();
        Ok(())
    }

    async fn read_export(
        &self,
        path: PathBuf,
        password: Option<Password>,
        columns: Option<Columns>,
    ) -> Result<ExportView, Failure> {
        let (files, incident) = (self.list_files(), self.incident());
        let breaches = Current::load(self.data().as_ref());
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let given = password.is_some();
        let reading = self.audits.new_reading();
        let work = {
            let reading = Arc::clone(&reading);
            self.in_background(move || {
                begin(&path, password.as_ref(), columns, (breaches, incident), &files, &reading)
            })
        };
        // A person who stops it does not wait until the background has noticed.
        let Some(outcome) = reading.cancel.run_until_cancelled(work).await else {
            return Ok(ExportView::Nothing);
        };
        match outcome? {
            Ok(open) => {
                self.audits.replace(Some(Arc::clone(&open)));
                let view = self.audit_view(&open);
                self.start_judging(open);
                Ok(ExportView::Open { audit: Box::new(view) })
            }
            Err(AuditFileError::Read(ReadError::NeedsPassword { .. })) => {
                Ok(ExportView::NeedsPassword { file, wrong: false })
            }
            Err(AuditFileError::Read(ReadError::WrongPassword { .. })) if given => {
                Ok(ExportView::NeedsPassword { file, wrong: true })
            }
            Err(AuditFileError::Read(ReadError::UnknownColumns { columns, header })) => {
                Ok(ExportView::NeedsColumns { file, names: header, columns: small(columns) })
            }
            Err(AuditFileError::Read(ReadError::SeveralPasswordColumns { header, .. })) => {
                Ok(ExportView::NeedsColumns { file, columns: small(header.len()), names: Some(header) })
            }
            Err(AuditFileError::Read(ReadError::Cancelled)) => Ok(ExportView::Nothing),
            Err(AuditFileError::Read(error)) => Err(Failure::new((&error).into())),
            Err(_) => Err(Failure::new(ErrorCode::FileUnreadable)),
        }
    }
}

fn begin(
    path: &Path,
    password: Option<&Password>,
    columns: Option<Columns>,
    (breaches, incident): (Current, Option<RegistrableDomain>),
    files: &[ListFile],
    reading: &Reading,
) -> Result<Arc<OpenAudit>, AuditFileError> {
    let options = Options { columns, password, ..Options::default() };
    let export = audits::read_export(path, &options, &mut |progress, bytes| reading.read(progress, bytes))?;
    let logins = export.logins.len();
    if reading.at(ReadingCode::Sorting, 0, logins).is_break() {
        return Err(AuditFileError::Read(ReadError::Cancelled));
    }
    let catalogue = breaches.catalogue();
    let context = Context { today: today(), catalogue, region: Region::All, incident };
    let examination = Examination::new(export, &context);
    let looked_up = &mut |done, total| reading.at(ReadingCode::LookingUp, done, total);
    match Audit::begin(examination, files, looked_up) {
        ControlFlow::Continue(audit) => {
            let news = Arc::clone(&reading.news);
            Ok(OpenAudit::new(audit, path.to_path_buf(), password.is_some(), &breaches, news))
        }
        ControlFlow::Break(()) => Err(AuditFileError::Read(ReadError::Cancelled)),
    }
}
