//! Values of the screen *Saved passwords*. Rows carry no password and no hash.

use super::args::DecisionCode;
use super::words::{AnswerCode, EndingCode, FileEndCode, KindCode, PhaseCode, ReadingCode};
use crate::audit::compare::{Compared, Difference};
use crate::audit::wording::why_code;
use crate::shown;
use audit::{Examination, Finding, Lines, Row};
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
    pub(crate) kind: KindCode,
    pub(crate) count: u32,
}

/// What left the computer.
#[derive(Serialize, TS)]
pub struct AuditReceiptView {
    pub(crate) host: Option<String>,
    pub(crate) prefixes: u32,
    pub(crate) requests: u32,
    /// Of these, the ones for which no connection was made.
    pub(crate) unsent: u32,
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
    pub(crate) ending: EndingCode,
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
    pub(crate) phase: PhaseCode,
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
    pub(crate) end: FileEndCode,
}

/// How far the file is that is being read.
#[derive(Serialize, TS)]
pub struct ReadingView {
    pub(crate) doing: ReadingCode,
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

/// One finding of an audit.
#[derive(Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FindingView {
    /// An account at the site of the notice.
    IncidentSite,
    /// The password of such an account.
    IncidentPassword,
    /// The password that opens the file itself, or one like it.
    MasterPasswordReused {
        /// Whether it is one like it.
        nearly: bool,
    },
    /// A password on a list of leaked ones.
    Breached {
        /// The list, as results name it.
        list: String,
        /// How often it was seen, where the list tells.
        count: Option<f64>,
        /// Whether the count is the least that it can be.
        at_least: bool,
    },
    /// A password that other accounts have.
    Reused(OthersView),
    /// A password that is like others.
    Similar(OthersView),
    /// A password that is easy to guess.
    Weak {
        /// 0 to 2.
        score: u8,
    },
    /// A breach after the password was set.
    SiteBreachedSince(BreachView),
    /// A breach, where it is not known when the password was set.
    SiteBreachedChangeUnknown(BreachView),
    /// An address that begins with http.
    InsecureAddress,
    /// A second step that the site offers.
    TwoStepOffered {
        /// `sms`, `totp` and so on.
        methods: Vec<String>,
    },
    /// A password that is old.
    Old {
        /// The day of its last change.
        date: String,
    },
    /// Nothing that could be checked.
    NotChecked {
        /// Why.
        reason: NotCheckedCode,
    },
}

/// Other log-ins, the first by name.
#[derive(Serialize, TS)]
pub struct OthersView {
    others: Vec<OtherView>,
    others_more: u32,
}

/// A breach of a site.
#[derive(Serialize, TS)]
pub struct BreachView {
    breach: String,
    /// The day on which it happened.
    date: String,
}

/// Why a log-in was not checked.
#[derive(Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NotCheckedCode {
    /// It has no password.
    Empty,
    /// It has a PIN.
    Pin,
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
    lookup: AnswerCode,
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
    match why_code(row) {
        "extra" | "nothing" if !examination.is_judged(row.index) => "not_judged_yet",
        code => code,
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
            lookup: (&row.lookup).into(),
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
        match finding {
            Finding::IncidentSite => Self::IncidentSite,
            Finding::IncidentPassword => Self::IncidentPassword,
            Finding::MasterPasswordReused { nearly } => Self::MasterPasswordReused { nearly: *nearly },
            Finding::Breached { list, count, at_least } => Self::Breached {
                list: list.clone(),
                count: count.map(|count| count as f64),
                at_least: *at_least,
            },
            Finding::Reused { with } => Self::Reused(OthersView::new(with, examination)),
            Finding::Similar { with } => Self::Similar(OthersView::new(with, examination)),
            Finding::Weak { score } => Self::Weak { score: *score },
            Finding::SiteBreachedSince(breach) => Self::SiteBreachedSince(breach.into()),
            Finding::SiteBreachedChangeUnknown(breach) => Self::SiteBreachedChangeUnknown(breach.into()),
            Finding::InsecureAddress => Self::InsecureAddress,
            Finding::TwoStepOffered { methods, .. } => Self::TwoStepOffered { methods: methods.clone() },
            Finding::Old { changed } => Self::Old { date: changed.to_string() },
            Finding::NotChecked { reason } => Self::NotChecked { reason: (*reason).into() },
        }
    }
}

impl OthersView {
    fn new(with: &Lines, examination: &Examination) -> Self {
        let other = |line: &u64| {
            let (site, title, _) = examination.at_line(*line).and_then(|login| examination.names(login))?;
            let name = if site.is_empty() { title } else { site };
            Some(OtherView { name: name.to_owned(), line: small(*line) })
        };
        let others: Vec<_> = with.named.iter().take(NAMED).filter_map(other).collect();
        Self { others_more: small(with.count().saturating_sub(others.len())), others }
    }
}

impl From<&::audit::SiteBreach> for BreachView {
    fn from(breach: &::audit::SiteBreach) -> Self {
        Self { breach: breach.title.clone(), date: breach.date.to_string() }
    }
}

impl From<::audit::NotChecked> for NotCheckedCode {
    fn from(reason: ::audit::NotChecked) -> Self {
        match reason {
            ::audit::NotChecked::Empty => Self::Empty,
            ::audit::NotChecked::Pin => Self::Pin,
        }
    }
}
