//! The export that is being audited while the window is open, and the work on it in the background.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Instant, SystemTime};

use crate::audit::compare::{Compared, Earlier};
use crate::audit::{Asked, Audit, Service, today};
use crate::catalogue::Current;
use audit::{Context, Kind, Stage};
use sites::{Region, RegistrableDomain};
use tokio_util::sync::CancellationToken;

use crate::drops::Drops;
use crate::lock::lock;
use crate::news::{News, NewsFeed};
use crate::reading::Reading;
use crate::views::{
    AuditQuery, AuditReceiptView, AuditSort, AuditView, CatalogueView, CountView, DecisionCode, ErrorCode,
    Failure, FileEndCode, PhaseCode, RowView, RowsView, SkippedView, WarningView, small,
};

/// Entries that were not read and are named one by one.
const LOST_NAMED: usize = 50;

struct Work {
    phase: PhaseCode,
    since: Instant,
    done: usize,
    total: usize,
    judged: bool,
    gave_up: Option<&'static str>,
    cancel: CancellationToken,
}

/// What the person decided about a log-in.
#[derive(Clone)]
pub(crate) enum Decided {
    Changed,
    Ignored(String),
}

/// An export in memory, and everything that is decided about it. Gone with the window.
pub(crate) struct OpenAudit {
    pub(crate) path: PathBuf,
    /// Length and day of the file as it was read: another one of the same name is not deleted.
    pub(crate) facts: Option<(u64, Option<SystemTime>)>,
    /// Whether the file needed a password of its own.
    locked: bool,
    audit: Audit,
    work: Mutex<Work>,
    decided: Mutex<BTreeMap<usize, Decided>>,
    shown: Mutex<(AuditQuery, Vec<usize>)>,
    deleted: Mutex<bool>,
    catalogue: Mutex<Fetched>,
    /// An earlier report and its name.
    earlier: Mutex<Option<(String, Earlier)>>,
    news: Arc<NewsFeed>,
}

/// Where the catalogue in use comes from.
struct Fetched {
    /// From which host; `None` for the one inside the program.
    from: Option<String>,
    /// Whether one was kept that cannot be read.
    kept_is_damaged: bool,
}

impl Fetched {
    fn of(current: &Current) -> Self {
        Self { from: current.from.clone(), kept_is_damaged: current.kept_is_damaged }
    }
}

impl OpenAudit {
    pub(crate) fn new(
        audit: Audit,
        path: PathBuf,
        locked: bool,
        breaches: &Current,
        news: Arc<NewsFeed>,
    ) -> Arc<Self> {
        let facts = std::fs::metadata(&path).ok().map(|facts| (facts.len(), facts.modified().ok()));
        let total = audit.examination().len();
        Arc::new(Self {
            path,
            facts,
            locked,
            audit,
            work: Mutex::new(Work {
                phase: PhaseCode::Comparing,
                since: Instant::now(),
                done: 0,
                total,
                judged: false,
                gave_up: None,
                cancel: CancellationToken::new(),
            }),
            decided: Mutex::default(),
            shown: Mutex::default(),
            deleted: Mutex::new(false),
            catalogue: Mutex::new(Fetched::of(breaches)),
            earlier: Mutex::default(),
            news,
        })
    }

    /// Holds the log-ins' sites against another catalogue.
    pub(crate) fn hold_against(&self, breaches: &Current, incident: Option<RegistrableDomain>) {
        let catalogue = breaches.catalogue();
        let context = Context { today: today(), catalogue, region: Region::All, incident };
        self.audit.examination().hold_against(&context);
        *lock(&self.shown) = <_>::default();
        *lock(&self.catalogue) = Fetched::of(breaches);
    }

    /// From now on this report is the earlier one.
    pub(crate) fn compare_with(&self, name: String, earlier: Earlier) {
        *lock(&self.earlier) = Some((name, earlier));
    }

    /// The audit as it is now beside the earlier report, with that report's name.
    pub(crate) fn compared(&self) -> Option<(String, Compared)> {
        let earlier = lock(&self.earlier);
        earlier.as_ref().map(|(name, earlier)| (name.clone(), earlier.beside(&self.audit)))
    }

    pub(crate) fn audit(&self) -> &Audit {
        &self.audit
    }

    /// Compares and rates every password; the rows are there meanwhile.
    pub(crate) fn judge(&self) {
        let cancel = self.begin(PhaseCode::Comparing);
        let outcome = self.audit.examination().judge(&|stage, done, total| {
            let phase = match stage {
                Stage::Comparing => PhaseCode::Comparing,
                Stage::Rating => PhaseCode::Rating,
            };
            let mut work = lock(&self.work);
            if work.phase != phase {
                (work.phase, work.since, work.done) = (phase, Instant::now(), 0);
            }
            // Threads do not report in the order of their numbers.
            (work.done, work.total) = (done.max(work.done), total);
            drop(work);
            self.news.progress(News::Audit);
            if cancel.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        let mut work = lock(&self.work);
        work.judged = outcome.is_continue();
        work.phase = PhaseCode::Resting;
        drop(work);
        self.news.tell(News::Audit);
    }

    /// Asks the service about what is left.
    pub(crate) async fn ask(&self, service: &Service, decoys: usize) {
        let cancel = self.begin(PhaseCode::Asking);
        let progress = |done: usize, total: usize| {
            let mut work = lock(&self.work);
            (work.done, work.total) = (done, total);
            drop(work);
            self.news.progress(News::Audit);
        };
        let asked = self.audit.ask(service, decoys, &progress, &cancel).await;
        let mut work = lock(&self.work);
        if let Asked::GaveUp(reason) = asked {
            work.gave_up = Some(reason.code());
        }
        work.phase = PhaseCode::Resting;
        drop(work);
        self.news.tell(News::Audit);
    }

    fn begin(&self, phase: PhaseCode) -> CancellationToken {
        let mut work = lock(&self.work);
        work.cancel = CancellationToken::new();
        (work.phase, work.since, work.done, work.gave_up) = (phase, Instant::now(), 0, None);
        work.cancel.clone()
    }

    /// Stops what is under way. What is known stays; the rest can be asked for again.
    pub(crate) fn stop(&self) {
        lock(&self.work).cancel.cancel();
    }

    pub(crate) fn is_busy(&self) -> bool {
        lock(&self.work).phase != PhaseCode::Resting
    }

    pub(crate) fn is_judged(&self) -> bool {
        lock(&self.work).judged
    }

    /// Whether the file is where its owner keeps the passwords, so that it must not be deleted.
    pub(crate) fn is_database(&self) -> bool {
        self.audit.examination().source().is_database()
    }

    pub(crate) fn set_deleted(&self) {
        *lock(&self.deleted) = true;
    }

    pub(crate) fn decide(&self, login: usize, decided: Option<Decided>) {
        let mut all = lock(&self.decided);
        match decided {
            Some(decided) => all.insert(login, decided),
            None => all.remove(&login),
        };
    }

    pub(crate) fn file_name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// `catalogue_host` is where a newer catalogue would be fetched from.
    pub(crate) fn view(&self, host: String, catalogue_host: Option<String>, offline: bool) -> AuditView {
        let examination = self.audit.examination();
        let (summary, receipt) = (examination.summary(), self.audit.receipt());
        let lost: Vec<SkippedView> = examination
            .skipped()
            .iter()
            .filter(|skipped| skipped.reason.may_be_a_login())
            .map(|skipped| SkippedView {
                line: small(skipped.line),
                last_line: small(skipped.last_line),
                reason: skipped.reason.code().to_owned(),
            })
            .collect();
        let decided = lock(&self.decided);
        let changed = decided.values().filter(|decided| matches!(decided, Decided::Changed)).count();
        let (work, fetched) = (lock(&self.work), lock(&self.catalogue));
        AuditView {
            file: self.file_name(),
            source: examination.source().code().to_owned(),
            warnings: examination
                .warnings()
                .iter()
                .take(LOST_NAMED)
                .map(|warning| WarningView {
                    line: small(warning.line),
                    kind: warning.kind.code().to_owned(),
                })
                .collect(),
            warnings_more: small(examination.warnings().len().saturating_sub(LOST_NAMED)),
            ending: self.audit.ending().into(),
            logins: small(summary.logins),
            distinct: small(summary.distinct_passwords),
            to_change: small(summary.to_change),
            could_not_check: small(summary.could_not_check),
            marked_changed: small(changed),
            marked_ignored: small(decided.len() - changed),
            counts: Kind::ALL
                .iter()
                .map(|kind| CountView { kind: (*kind).into(), count: small(summary.of(*kind)) })
                .collect(),
            left_out: small(examination.skipped().len() - lost.len()),
            lost_more: small(lost.len().saturating_sub(LOST_NAMED)),
            lost: lost.into_iter().take(LOST_NAMED).collect(),
            phase: work.phase,
            done: small(work.done),
            total: small(work.total),
            seconds_left: seconds_left(&work),
            judged: work.judged,
            requests_needed: if offline { 0 } else { small(self.audit.requests_needed()) },
            online_ruled_out: offline && self.audit.requests_needed() > 0,
            host,
            gave_up: work.gave_up.map(str::to_owned),
            receipt: AuditReceiptView {
                host: receipt.host,
                prefixes: small(receipt.prefixes_sent),
                requests: small(receipt.requests),
                unsent: small(receipt.unsent),
            },
            catalogue: CatalogueView {
                day: examination.catalogue_day().to_string(),
                from: fetched.from.clone(),
                damaged: fetched.kept_is_damaged,
                host: catalogue_host.filter(|_| !offline),
            },
            end: match (*lock(&self.deleted), self.is_database(), self.locked) {
                (true, ..) => FileEndCode::Deleted,
                (false, true, _) => FileEndCode::KeepIt,
                (false, false, true) => FileEndCode::DeleteLocked,
                (false, false, false) => FileEndCode::DeleteReadable,
            },
        }
    }

    /// Some rows of a query. The order is computed again for another query or when `fresh` asks for it, so that rows do
    /// not move under the eyes while answers come in.
    pub(crate) fn rows(&self, query: &AuditQuery, fresh: bool, from: usize, count: usize) -> RowsView {
        let mut shown = lock(&self.shown);
        if fresh || shown.0 != *query {
            *shown = (query.clone(), self.select(query));
        }
        let examination = self.audit.examination();
        let decided = lock(&self.decided);
        let rows = shown.1.iter().skip(from).take(count).filter_map(|login| {
            let mut view = RowView::new(examination.row(*login)?, examination);
            match decided.get(login) {
                Some(Decided::Changed) => view.mark = Some(DecisionCode::Changed),
                Some(Decided::Ignored(reason)) => {
                    (view.mark, view.mark_reason) = (Some(DecisionCode::Ignored), Some(reason.clone()));
                }
                None => {}
            }
            Some(view)
        });
        RowsView { total: small(shown.1.len()), rows: rows.collect() }
    }

    fn select(&self, query: &AuditQuery) -> Vec<usize> {
        let examination = self.audit.examination();
        let decided = lock(&self.decided);
        let wanted = query.search.trim().to_lowercase();
        let names = |login: usize| examination.names(login).unwrap_or_default();
        let fits = |login: &usize| {
            let (site, title, username) = names(*login);
            let found = wanted.is_empty()
                || [site, title, username].iter().any(|text| text.to_lowercase().contains(&wanted));
            let of_group = query.group.is_none_or(|group| examination.password_of(*login) == Ok(group));
            let of_kind = match query.filter.as_deref() {
                None => true,
                Some("to_change") => {
                    examination.kinds(*login).ask_for_a_change() && !decided.contains_key(login)
                }
                Some("decided") => decided.contains_key(login),
                Some("could_not_check") => examination.lookup_of(*login).code() == "could_not_check",
                Some(kind) => Kind::from_code(kind).is_some_and(|kind| examination.kinds(*login).has(kind)),
            };
            found && of_group && of_kind
        };
        let mut order: Vec<usize> = match query.sort {
            AuditSort::Urgency => examination.order(),
            _ => (0..examination.len()).collect(),
        };
        order.retain(fits);
        match query.sort {
            AuditSort::Site => order.sort_by_cached_key(|login| {
                let (site, title, _) = names(*login);
                (if site.is_empty() { title } else { site }).to_lowercase()
            }),
            AuditSort::Username => order.sort_by_cached_key(|login| names(*login).2.to_lowercase()),
            AuditSort::Group => order.sort_by_key(|login| {
                let group = examination.password_of(*login).ok();
                let size = group.map_or(0, |group| examination.logins_with(group).len());
                (std::cmp::Reverse(size), group)
            }),
            AuditSort::Urgency | AuditSort::Line => {}
        }
        order
    }

    /// Whether we found that nothing asks for a change. What somebody says they changed or leave as it is, is their
    /// word; what could not be read or looked up, is nobody's.
    pub(crate) fn is_settled(&self) -> bool {
        self.is_judged() && self.audit.ending() == crate::audit::Ending::NothingFound
    }
}

#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "an estimate"
)]
fn seconds_left(work: &Work) -> Option<u32> {
    let spent = work.since.elapsed().as_secs_f64();
    if work.phase == PhaseCode::Resting || work.done == 0 || spent < 1.0 {
        return None;
    }
    let left = spent / work.done as f64 * work.total.saturating_sub(work.done) as f64;
    Some(left.ceil().min(1e9) as u32)
}

/// The audit of this session, the file that is being read, and those that are dropped on the window.
pub(crate) struct AuditState {
    open: Mutex<Option<Arc<OpenAudit>>>,
    /// The file whose columns or password are being asked for.
    picked: Mutex<Option<PathBuf>>,
    reading: Mutex<Arc<Reading>>,
    pub(crate) drops: Drops,
    news: Arc<NewsFeed>,
}

impl Default for AuditState {
    fn default() -> Self {
        Self::new(&Arc::default())
    }
}

impl AuditState {
    pub(crate) fn new(news: &Arc<NewsFeed>) -> Self {
        let reading = Mutex::new(Arc::new(Reading::new(Arc::clone(news))));
        let news = Arc::clone(news);
        Self { open: Mutex::default(), picked: Mutex::default(), reading, drops: Drops::default(), news }
    }

    pub(crate) fn open(&self) -> Option<Arc<OpenAudit>> {
        lock(&self.open).clone()
    }

    /// The open audit, which a command needs.
    pub(crate) fn opened(&self) -> Result<Arc<OpenAudit>, Failure> {
        self.open().ok_or_else(|| Failure::new(ErrorCode::NoExport))
    }

    /// Puts another in its place, or none; what the former was doing stops.
    pub(crate) fn replace(&self, audit: Option<Arc<OpenAudit>>) {
        if let Some(before) = std::mem::replace(&mut *lock(&self.open), audit) {
            before.stop();
        }
    }

    pub(crate) fn pick(&self, path: Option<PathBuf>) {
        *lock(&self.picked) = path;
    }

    /// Somebody else sits down: nothing of this is for them, and nothing goes on.
    pub(crate) fn forget(&self) {
        self.reading().cancel.cancel();
        self.drops.take();
        self.pick(None);
        self.replace(None);
    }

    pub(crate) fn picked(&self) -> Option<PathBuf> {
        lock(&self.picked).clone()
    }

    /// The reading that was begun last.
    pub(crate) fn reading(&self) -> Arc<Reading> {
        Arc::clone(&lock(&self.reading))
    }

    /// Begins another; the one before is left.
    pub(crate) fn new_reading(&self) -> Arc<Reading> {
        let mut reading = lock(&self.reading);
        reading.cancel.cancel();
        *reading = Arc::new(Reading::new(Arc::clone(&self.news)));
        Arc::clone(&reading)
    }
}
