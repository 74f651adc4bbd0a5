//! Values of the screen *Saved passwords*. Rows current no password and no hash.

use super::args::DecisionCode;
use crate::audit::compare::{Compared, Difference};
use crate::shown;
use audit::{Examination, Finding, Lines, Lookup, Row, Urgency};
use serde::Serialize;
use ts_rs::TS;

/// Others that a finding names.
const NAMED: usize = 3;
/// Accounts that are named beside an earlier report, for each way in which they differ.
const DIFFERENCES: usize = 100;

/// What became of opening an export.
#[derive(Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ExportView {
    /// No file was picked.
    Nothing,
    /// It is being audited.
    Open {
        /// How far that is.
        audit: Box<AuditView>,
    },
    /// It is locked.
    NeedsPassword {
        /// Its name, without its folder.
        file: String,
        /// Whether a password was given that does not open it.
        wrong: bool,
    },
    /// It is a table of no known kind.
    NeedsColumns {
        /// Its name, without its folder.
        file: String,
        /// The names of its columns, where it has names.
        names: Option<Vec<String>>,
        /// How many columns it has.
        columns: u32,
    },
}

/// An entry that was not read.
#[derive(Serialize, TS)]
pub struct SkippedView {
    pub(crate) line: u32,
    /// The last line that was lost with it.
    pub(crate) last_line: u32,
    pub(crate) reason: String,
}

/// What is odd about a line of the file, or about the whole file from that line on.
#[derive(Serialize, TS)]
pub struct WarningView {
    pub(crate) line: u32,
    pub(crate) kind: String,
}

/// How many log-ins have a finding.
#[derive(Serialize, TS)]
pub struct CountView {
    pub(crate) kind: String,
    pub(crate) count: u32,
}

/// What left the computer.
#[derive(Serialize, TS)]
pub struct AuditReceiptView {
    pub(crate) host: Option<String>,
    pub(crate) prefixes: u32,
    pub(crate) requests: u32,
}

/// The catalogue of breaches that is in use.
#[derive(Serialize, TS)]
pub struct CatalogueView {
    /// Its day.
    pub(crate) day: String,
    /// The host that it was fetched from; nothing for the one inside the program.
    pub(crate) from: Option<String>,
    /// Whether a fetched one was kept that cannot be read.
    pub(crate) damaged: bool,
    /// Where a newer one would be fetched; nothing where the person has ruled that out.
    pub(crate) host: Option<String>,
}

/// An audit as it is now.
#[derive(Serialize, TS)]
pub struct AuditView {
    pub(crate) file: String,
    pub(crate) source: String,
    pub(crate) warnings: Vec<WarningView>,
    pub(crate) warnings_more: u32,
    /// What it comes to, by what is known now.
    #[ts(type = "\"to_change\" | \"not_all_checked\" | \"nothing_checked\" | \"nothing_found\"")]
    pub(crate) ending: &'static str,
    pub(crate) logins: u32,
    pub(crate) distinct: u32,
    pub(crate) to_change: u32,
    pub(crate) could_not_check: u32,
    pub(crate) marked_changed: u32,
    pub(crate) marked_ignored: u32,
    pub(crate) counts: Vec<CountView>,
    /// Those that may be log-ins.
    pub(crate) lost: Vec<SkippedView>,
    pub(crate) lost_more: u32,
    /// Notes, cards and the like.
    pub(crate) left_out: u32,
    #[ts(type = "\"comparing\" | \"rating\" | \"asking\" | \"resting\"")]
    pub(crate) phase: &'static str,
    pub(crate) done: u32,
    pub(crate) total: u32,
    pub(crate) seconds_left: Option<u32>,
    /// Whether every password was compared and rated.
    pub(crate) judged: bool,
    /// Requests that asking the service would take; none where the person has ruled that out.
    pub(crate) requests_needed: u32,
    /// Whether some are left that the person has ruled out to ask about.
    pub(crate) online_ruled_out: bool,
    pub(crate) host: String,
    pub(crate) gave_up: Option<String>,
    pub(crate) receipt: AuditReceiptView,
    pub(crate) catalogue: CatalogueView,
    /// What is to become of the file: a database of passwords is kept, an export is deleted.
    #[ts(type = "\"keep_it\" | \"delete_locked\" | \"delete_readable\" | \"deleted\"")]
    pub(crate) end: &'static str,
}

/// How far the file is that is being read.
#[derive(Serialize, TS)]
pub struct ReadingView {
    #[ts(type = "\"reading\" | \"unlocking\" | \"sorting\" | \"looking_up\"")]
    pub(crate) doing: &'static str,
    pub(crate) done: u32,
    pub(crate) total: u32,
    /// Log-ins so far.
    pub(crate) logins: u32,
}

/// One account that differs from an earlier report.
#[derive(Serialize, TS)]
pub struct DifferenceView {
    site: String,
    username: String,
    kinds: Vec<String>,
}

/// Accounts that differ in one way: the first of them, and how many there are.
#[derive(Serialize, TS)]
pub struct DifferencesView {
    total: u32,
    first: Vec<DifferenceView>,
}

/// An audit beside an earlier report.
#[derive(Serialize, TS)]
pub struct ComparedView {
    /// The report's name, without its folder.
    file: String,
    fixed: DifferencesView,
    new: DifferencesView,
    not_checked_again: DifferencesView,
}

impl ComparedView {
    pub(crate) fn new(file: String, compared: &Compared) -> Self {
        let some = |all: &[Difference]| DifferencesView {
            total: small(all.len()),
            first: all.iter().take(DIFFERENCES).map(DifferenceView::new).collect(),
        };
        Self {
            file,
            fixed: some(&compared.fixed),
            new: some(&compared.new),
            not_checked_again: some(&compared.not_checked_again),
        }
    }
}

impl DifferenceView {
    fn new(difference: &Difference) -> Self {
        Self {
            site: difference.site().unwrap_or_default().to_owned(),
            username: shown::line(difference.username()).into_owned(),
            kinds: difference.kinds().to_vec(),
        }
    }
}

/// Another log-in that a finding names.
#[derive(Serialize, TS)]
pub struct OtherView {
    name: String,
    line: u32,
}

/// One finding. What its kind does not have is left out.
#[derive(Default, Serialize, TS)]
pub struct FindingView {
    kind: String,
    count: Option<f64>,
    /// Whether the count is the least that it can be.
    at_least: bool,
    /// The list, as results name it.
    list: Option<String>,
    others: Vec<OtherView>,
    others_more: u32,
    score: Option<u8>,
    breach: Option<String>,
    date: Option<String>,
    methods: Vec<String>,
    reason: Option<String>,
}

/// One log-in.
#[derive(Serialize, TS)]
pub struct RowView {
    index: u32,
    line: u32,
    site: Option<String>,
    title: String,
    username: String,
    /// Why it stands where it does; or why nothing can be said of it yet.
    why: &'static str,
    findings: Vec<FindingView>,
    #[ts(type = "AnswerCode")]
    lookup: &'static str,
    /// Whether it has a page to change the password at, and whether that page is on record.
    page: Option<bool>,
    two_step_page: bool,
    /// The number of its password, if others have it too.
    group: Option<u32>,
    group_size: u32,
    pub(crate) mark: Option<DecisionCode>,
    pub(crate) mark_reason: Option<String>,
}

/// Some of the rows, and how many there are.
#[derive(Serialize, TS)]
pub struct RowsView {
    pub(crate) total: u32,
    pub(crate) rows: Vec<RowView>,
}

pub(crate) fn small<T: TryInto<u32>>(number: T) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}

/// Nothing was found of it: that is said only when everything was looked at.
fn why(row: &Row, examination: &Examination) -> &'static str {
    match row.urgency {
        Urgency::Extra | Urgency::Nothing if matches!(row.lookup, Lookup::CouldNotCheck { .. }) => {
            "could_not_check"
        }
        Urgency::Extra | Urgency::Nothing if !examination.is_judged(row.index) => "not_judged_yet",
        urgency => urgency.code(),
    }
}

impl RowView {
    pub(crate) fn new(row: Row, examination: &Examination) -> Self {
        let group = examination.password_of(row.index).ok();
        let size = group.map_or(0, |group| examination.logins_with(group).len());
        Self {
            why: why(&row, examination),
            index: small(row.index),
            line: small(row.line),
            two_step_page: row
                .findings
                .iter()
                .any(|finding| matches!(finding, Finding::TwoStepOffered { documentation: Some(_), .. })),
            findings: row.findings.iter().map(|finding| FindingView::new(finding, examination)).collect(),
            site: row.site,
            title: shown::line(&row.title).into_owned(),
            username: shown::line(&row.username).into_owned(),
            lookup: row.lookup.code(),
            page: row.change_page.map(|page| page.known),
            group: group.filter(|_| size > 1),
            group_size: small(size),
            mark: None,
            mark_reason: None,
        }
    }
}

impl FindingView {
    #[allow(clippy::cast_precision_loss, reason = "counts that people read are far below 2^53")]
    fn new(finding: &Finding, examination: &Examination) -> Self {
        let mut view = Self { kind: finding.kind().code().to_owned(), ..Self::default() };
        match finding {
            Finding::Breached { list, count, at_least } => {
                view.count = count.map(|count| count as f64);
                (view.list, view.at_least) = (Some(list.clone()), *at_least);
            }
            Finding::Reused { with } | Finding::Similar { with } => view.name(with, examination),
            Finding::Weak { score } => view.score = Some(*score),
            Finding::SiteBreachedSince(breach) | Finding::SiteBreachedChangeUnknown(breach) => {
                (view.breach, view.date) = (Some(breach.title.clone()), Some(breach.date.to_string()));
            }
            Finding::TwoStepOffered { methods, .. } => view.methods.clone_from(methods),
            Finding::Old { changed } => view.date = Some(changed.to_string()),
            Finding::NotChecked { reason } => view.reason = Some(reason.code().to_owned()),
            Finding::IncidentSite | Finding::IncidentPassword | Finding::InsecureAddress => {}
        }
        view
    }

    fn name(&mut self, with: &Lines, examination: &Examination) {
        let other = |line: &u64| {
            let (site, title, _) = examination.at_line(*line).and_then(|login| examination.names(login))?;
            let name = if site.is_empty() { title } else { site };
            Some(OtherView { name: name.to_owned(), line: small(*line) })
        };
        self.others = with.named.iter().take(NAMED).filter_map(other).collect();
        self.others_more = small(with.count().saturating_sub(self.others.len()));
    }
}
