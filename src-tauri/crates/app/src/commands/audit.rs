//! Commands of the screen *Saved passwords*, once a file is open. It stays in Rust: rows go over without passwords.

use std::io::Read as _;
use std::sync::Arc;
use texts::Texts;

use crate::audit::compare::{self, Earlier};
use crate::audit::report::{self, Format, Report};
use crate::audit::today;
use crate::catalogue::{self, Current};
use crate::own_file::Output;
use crate::walk::{How, Mark};
use ::audit::Finding;
use lists::RangeUrl;

use crate::open_audit::{Decided, OpenAudit};
use crate::platform::{Pick, SaveAs};
use crate::state::{App, USER_AGENT};
use crate::views::{
    AuditQuery, AuditView, ComparedView, DecisionCode, ErrorCode, Failure, ReportFormat, RowsView, SitePage,
    WalkView,
};

/// Rows that are handed over at once, at most.
const MOST_ROWS: usize = 500;
/// Characters of a reason that is kept.
const MOST_REASON: usize = 300;

impl App {
    pub fn stop_audit(&self) -> Result<(), Failure> {
        if let Some(open) = self.audits.open() {
            open.stop();
        }
        Ok(())
    }

    pub fn current_audit(&self) -> Result<Option<AuditView>, Failure> {
        let Some(open) = self.audits.open() else { return Ok(None) };
        self.follow_notice(&open);
        Ok(Some(self.audit_view(&open)))
    }

    pub fn close_audit(&self) -> Result<(), Failure> {
        self.audits.pick(None);
        self.audits.replace(None);
        Ok(())
    }

    /// Compares and rates what is left; returns at once.
    pub fn judge_export(&self) -> Result<(), Failure> {
        let open = self.audits.opened()?;
        if !open.is_busy() {
            self.start_judging(open);
        }
        Ok(())
    }

    /// Asks the service about what is left; returns at once. Calling it is the consent.
    pub fn ask_online(&self, decoys: u32) -> Result<(), Failure> {
        let open = self.audits.opened()?;
        if open.is_busy() {
            return Ok(());
        }
        if self.is_offline() {
            return Err(Failure::new(ErrorCode::Request));
        }
        let service = self.service().ok_or_else(|| Failure::new(ErrorCode::NoClient))?;
        self.runtime.spawn(async move { open.ask(&service, (decoys as usize).min(10)).await });
        Ok(())
    }

    pub async fn audit_rows(
        &self,
        query: AuditQuery,
        fresh: bool,
        from: u32,
        count: u32,
    ) -> Result<RowsView, Failure> {
        let open = self.audits.opened()?;
        let count = (count as usize).min(MOST_ROWS);
        self.in_background(move || open.rows(&query, fresh, from as usize, count)).await
    }

    /// What the person decided about a log-in; nothing takes it back.
    pub fn decide_login(
        &self,
        index: u32,
        mark: Option<DecisionCode>,
        reason: String,
    ) -> Result<(), Failure> {
        let decided = mark.map(|mark| match mark {
            DecisionCode::Changed => Decided::Changed,
            DecisionCode::Ignored => Decided::Ignored(reason.chars().take(MOST_REASON).collect()),
        });
        self.audits.opened()?.decide(index as usize, decided);
        Ok(())
    }

    /// Opens a page of a log-in's site in the system's browser: where to change the password, or how to set up the
    /// second step. The address comes from our records, never from the web view.
    pub fn open_site_page(&self, index: u32, what: SitePage) -> Result<(), Failure> {
        let open = self.audits.opened()?;
        let row =
            open.audit().examination().row(index as usize).ok_or_else(|| Failure::new(ErrorCode::Request))?;
        let url = match what {
            SitePage::Change => row.change_page.map(|page| page.url),
            SitePage::TwoStep => row.findings.into_iter().find_map(|finding| match finding {
                Finding::TwoStepOffered { documentation, .. } => documentation,
                _ => None,
            }),
        };
        self.open_https(&url.ok_or_else(|| Failure::new(ErrorCode::LinkRefused))?)
    }

    /// Lets the person say where a report goes; gives its name, or nothing if they did not.
    pub async fn save_report(&self, format: ReportFormat) -> Result<Option<String>, Failure> {
        let open = self.audits.opened()?;
        let extension = format.extension();
        let format = Format::from(format);
        // A report does not say that it is unfinished.
        if !open.is_judged() {
            return Err(Failure::new(ErrorCode::ReportTooEarly));
        }
        let name = format!("what-to-change.{extension}");
        let Some(path) = self.platform.place(SaveAs { name: &name, extension: Some(extension) }) else {
            return Ok(None);
        };
        let path = if path.extension().is_some() { path } else { path.with_extension(extension) };
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let read = self.audits.picked();
        let place = Output::new(&path, format.kind(), read.as_deref())?;
        let texts = Texts::of(&self.language());
        let save = move || {
            let compared = open.compared();
            report::save(
                &Report::of(open.audit(), compared.as_ref().map(|(_, made)| made)),
                format,
                texts,
                &place,
            )
        };
        self.in_background(save)
            .await?
            .map_err(|error| Failure::not_written(&error, ErrorCode::ReportNotWritten))?;
        Ok(Some(name))
    }

    /// Lets the person pick an earlier report and holds the audit against it; `None` if they picked none.
    pub async fn compare_report(&self) -> Result<Option<ComparedView>, Failure> {
        let open = self.audits.opened()?;
        let Some(path) = self.platform.pick(Pick::Report) else { return Ok(None) };
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let read = move || -> Result<_, Failure> {
            let file = files::open(&path).map_err(|_| Failure::new(ErrorCode::FileUnreadable))?;
            let mut bytes = Vec::new();
            let most = compare::MAX_BYTES + 1;
            file.take(most).read_to_end(&mut bytes).map_err(|_| Failure::new(ErrorCode::FileUnreadable))?;
            let earlier = Earlier::read(&bytes).map_err(|_| Failure::new(ErrorCode::ReportForeign))?;
            open.compare_with(name, earlier);
            Ok(compared_view(&open))
        };
        self.in_background(read).await?
    }

    /// The audit as it is now beside the report that was picked, if one was.
    pub async fn compared(&self) -> Result<Option<ComparedView>, Failure> {
        let open = self.audits.opened()?;
        self.in_background(move || compared_view(&open)).await
    }

    /// Fetches the catalogue of breaches again, keeps it, and compares the open audit with it. The call is the consent.
    pub async fn update_catalogue(&self) -> Result<AuditView, Failure> {
        let open = self.audits.opened()?;
        if self.is_offline() {
            return Err(Failure::new(ErrorCode::Request));
        }
        let data = self.data().ok_or_else(|| Failure::new(ErrorCode::CatalogueNotKept))?;
        catalogue::update(&self.catalogue_url()?, USER_AGENT, &data, today()).await?;
        let incident = self.incident();
        let held = Arc::clone(&open);
        self.in_background(move || held.hold_against(&Current::load(Some(&data)), incident)).await?;
        Ok(self.audit_view(&open))
    }

    /// Deletes the export from the folder where it was picked, if it is still the file that was read. A database of
    /// passwords is never deleted: it may be the only place where they are.
    pub fn delete_export(&self) -> Result<AuditView, Failure> {
        let open = self.audits.opened()?;
        if open.is_database() {
            return Err(Failure::new(ErrorCode::ExportIsDatabase));
        }
        let now = std::fs::symlink_metadata(&open.path).ok().filter(std::fs::Metadata::is_file);
        let same =
            now.map(|facts| (facts.len(), facts.modified().ok())) == open.facts && open.facts.is_some();
        if !same {
            return Err(Failure::new(ErrorCode::ExportIsAnother));
        }
        std::fs::remove_file(&open.path).map_err(|_| Failure::new(ErrorCode::ExportNotDeleted))?;
        open.set_deleted();
        Ok(self.audit_view(&open))
    }

    /// Ticks the step of the walk that this audit is for. It counts as checked by the program only when everything was
    /// rated and nothing that asks for a change is left undecided.
    pub fn finish_audit_step(&self, step: String) -> Result<WalkView, Failure> {
        let open = self.audits.opened()?;
        self.follow_notice(&open);
        let how = if open.is_settled() { How::WeChecked } else { How::YouToldUs };
        let now = self.platform.now();
        self.walk(|session, walk| {
            walk.mark(session, &step, (Mark::Done, how), None, now)?;
            Ok(())
        })
    }

    /// Compares the logins with the site of the notice that is open now: another may have been open when they were read.
    fn follow_notice(&self, open: &OpenAudit) {
        let incident = self.incident();
        if open.audit().examination().incident() != incident {
            open.hold_against(&Current::load(self.data().as_ref()), incident);
        }
    }

    pub(crate) fn audit_view(&self, open: &OpenAudit) -> AuditView {
        let catalogue_host = self.catalogue_url().ok().map(|url| url.host_label());
        open.view(self.range_host(), catalogue_host, self.is_offline())
    }

    /// Where the catalogue is fetched from.
    fn catalogue_url(&self) -> Result<RangeUrl, Failure> {
        match self.platform.catalogue_service() {
            Some(service) => Ok(service),
            None => catalogue::DEFAULT_URL.parse().map_err(|_| Failure::new(ErrorCode::Request)),
        }
    }

    pub(crate) fn start_judging(&self, open: Arc<OpenAudit>) {
        self.runtime.spawn_blocking(move || open.judge());
    }

    pub(crate) async fn in_background<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Failure> {
        self.runtime.spawn_blocking(work).await.map_err(|_| Failure::new(ErrorCode::Request))
    }
}

fn compared_view(open: &OpenAudit) -> Option<ComparedView> {
    open.compared().map(|(file, compared)| ComparedView::new(file, &compared))
}
