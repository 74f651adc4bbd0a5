//! Reports of an audit: JSON (`docs/command-line.md`), a table, and a page to print. None holds a password or a hash.

use std::io::{self, Write};
use std::path::Path;

use ::audit::read::{Skipped, Warning};
use ::audit::{Finding, Kind, Lines, Row};
use askama::Template as _;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::ser::SerializeSeq as _;
use serde::{Serialize, Serializer};
use texts::Texts;

use super::compare::Compared;
use super::{Audit, wording};
use crate::own_file::{self, Output, Readers};
use crate::shown;

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The document of `--json`.
    Json,
    /// A row for each log-in, for spreadsheets.
    Csv,
    /// One page without scripts, to read and to print.
    Html,
}

impl Format {
    /// By the ending of a file's name, in either case.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "json" => Some(Self::Json),
            "csv" => Some(Self::Csv),
            "html" => Some(Self::Html),
            _ => None,
        }
    }

    /// What such a file is recognised by.
    #[must_use]
    pub fn kind(self) -> own_file::Kind {
        match self {
            Self::Json => own_file::Kind::ReportJson,
            Self::Csv => own_file::Kind::ReportCsv,
            Self::Html => own_file::Kind::ReportHtml,
        }
    }
}

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ReportError(#[from] io::Error);

/// The document that `selfcheck audit --json` prints. Its field names are a public interface.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AuditReport")]
pub struct Report<'a> {
    source: &'static str,
    read: usize,
    skipped: Vec<SkippedJson>,
    warnings: Vec<WarningJson>,
    #[schemars(with = "Vec<LoginJson>")]
    logins: Rows<'a>,
    summary: SummaryJson,
    receipt: ReceiptJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    compared: Option<&'a Compared>,
}

#[derive(Serialize, JsonSchema)]
struct SkippedJson {
    line: u64,
    /// The last line that was lost with it. Left out where that is the same line.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_line: Option<u64>,
    reason: String,
}

impl From<&Skipped> for SkippedJson {
    fn from(skipped: &Skipped) -> Self {
        let last_line = (skipped.last_line > skipped.line).then_some(skipped.last_line);
        Self { line: skipped.line, last_line, reason: skipped.reason.to_string() }
    }
}

#[derive(Serialize, JsonSchema)]
struct WarningJson {
    /// The line that it is about, or the first one where it is about the whole file.
    line: u64,
    code: &'static str,
    #[serde(skip)]
    text: String,
}

impl From<&Warning> for WarningJson {
    fn from(warning: &Warning) -> Self {
        Self { line: warning.line, code: warning.kind.code(), text: warning.kind.to_string() }
    }
}

/// The rows are made one after the other: a hundred thousand are never in memory at once.
struct Rows<'a>(&'a Audit);

impl Rows<'_> {
    fn iter(&self) -> impl Iterator<Item = Row> {
        let examination = self.0.examination();
        examination.order().into_iter().filter_map(|login| examination.row(login))
    }
}

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.examination().len()))?;
        for row in self.iter() {
            list.serialize_element(&LoginJson::from(row))?;
        }
        list.end()
    }
}

#[derive(Serialize, JsonSchema)]
struct LoginJson {
    line: u64,
    site: Option<String>,
    username: String,
    findings: Vec<FindingJson>,
    change_password_url: Option<String>,
    lookup: &'static str,
}

impl From<Row> for LoginJson {
    fn from(row: Row) -> Self {
        Self {
            line: row.line,
            site: row.site,
            username: row.username,
            findings: row.findings.into_iter().map(FindingJson::from).collect(),
            change_password_url: row.change_page.map(|page| page.url),
            lookup: row.lookup.code(),
        }
    }
}

#[derive(Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum FindingJson {
    IncidentSite,
    IncidentPassword,
    MasterPasswordReused {
        /// Whether it is one like it and not the same.
        nearly: bool,
    },
    Breached {
        list: String,
        count: Option<u64>,
        /// The count is the least that it can be. Left out where it is exact.
        #[serde(skip_serializing_if = "std::ops::Not::not", default)]
        at_least: bool,
    },
    Reused(LinesJson),
    Similar(LinesJson),
    Weak {
        score: u8,
    },
    SiteBreachedSince(BreachJson),
    SiteBreachedChangeUnknown(BreachJson),
    InsecureAddress,
    TwoStepOffered {
        methods: Vec<String>,
    },
    Old {
        changed: String,
    },
    NotChecked {
        reason: &'static str,
    },
}

#[derive(Serialize, JsonSchema)]
struct LinesJson {
    with_lines: Vec<u64>,
    #[serde(default, skip_serializing_if = "is_zero")]
    others: usize,
}

#[derive(Serialize, JsonSchema)]
struct BreachJson {
    breach: String,
    breach_date: String,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference over")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl From<Lines> for LinesJson {
    fn from(lines: Lines) -> Self {
        Self { with_lines: lines.named, others: lines.others }
    }
}

impl From<audit::SiteBreach> for BreachJson {
    fn from(breach: audit::SiteBreach) -> Self {
        Self { breach: breach.name, breach_date: breach.date.to_string() }
    }
}

impl From<Finding> for FindingJson {
    fn from(finding: Finding) -> Self {
        match finding {
            Finding::IncidentSite => Self::IncidentSite,
            Finding::IncidentPassword => Self::IncidentPassword,
            Finding::MasterPasswordReused { nearly } => Self::MasterPasswordReused { nearly },
            Finding::Breached { list, count, at_least } => Self::Breached { list, count, at_least },
            Finding::Reused { with } => Self::Reused(with.into()),
            Finding::Similar { with } => Self::Similar(with.into()),
            Finding::Weak { score } => Self::Weak { score },
            Finding::SiteBreachedSince(breach) => Self::SiteBreachedSince(breach.into()),
            Finding::SiteBreachedChangeUnknown(breach) => Self::SiteBreachedChangeUnknown(breach.into()),
            Finding::InsecureAddress => Self::InsecureAddress,
            Finding::TwoStepOffered { methods, .. } => Self::TwoStepOffered { methods },
            Finding::Old { changed } => Self::Old { changed: changed.to_string() },
            Finding::NotChecked { reason } => Self::NotChecked { reason: reason.code() },
        }
    }
}

#[derive(Serialize, JsonSchema)]
struct SummaryJson {
    logins: usize,
    distinct_passwords: usize,
    breached: usize,
    reused: usize,
    similar: usize,
    weak: usize,
    could_not_check: usize,
    requests: u64,
}

#[derive(Serialize, JsonSchema)]
struct ReceiptJson {
    host: Option<String>,
    prefixes_sent: usize,
}

impl<'a> Report<'a> {
    /// Of an audit as it is now.
    #[must_use]
    pub fn of(audit: &'a Audit, compared: Option<&'a Compared>) -> Self {
        let (examination, receipt) = (audit.examination(), audit.receipt());
        let summary = examination.summary();
        Self {
            source: examination.source().code(),
            read: examination.len(),
            skipped: examination.skipped().iter().map(SkippedJson::from).collect(),
            warnings: examination.warnings().iter().map(WarningJson::from).collect(),
            logins: Rows(audit),
            summary: SummaryJson {
                logins: summary.logins,
                distinct_passwords: summary.distinct_passwords,
                breached: summary.of(Kind::Breached),
                reused: summary.of(Kind::Reused),
                similar: summary.of(Kind::Similar),
                weak: summary.of(Kind::Weak),
                could_not_check: summary.could_not_check,
                requests: receipt.requests,
            },
            receipt: ReceiptJson {
                // A host that could only be tried got nothing.
                host: receipt.host.filter(|_| receipt.prefixes_sent > 0),
                prefixes_sent: receipt.prefixes_sent,
            },
            compared,
        }
    }

    /// Writes it.
    ///
    /// # Errors
    /// What the system said.
    pub fn write(
        &self,
        format: Format,
        texts: &Texts,
        day: Date,
        to: &mut dyn Write,
    ) -> Result<(), ReportError> {
        match format {
            Format::Json => {
                shown::write_json(self, to)?;
                to.write_all(b"\n")?;
            }
            Format::Csv => self.table(texts, to)?,
            Format::Html => {
                let examination = self.logins.0.examination();
                let page = Page {
                    report: self,
                    texts,
                    day,
                    counts: self.counts(texts),
                    ending: wording::ending(texts, self.logins.0.ending()),
                    catalogue: examination.catalogue_day(),
                    warnings: examination.warnings().iter().map(|one| wording::warning(texts, one)).collect(),
                    not_read: examination.skipped().iter().map(|one| wording::skipped(texts, one)).collect(),
                };
                page.write_into(to)?;
            }
        }
        to.flush()?;
        Ok(())
    }

    fn table(&self, texts: &Texts, to: &mut dyn Write) -> Result<(), ReportError> {
        let mut table = csv::Writer::from_writer(to);
        let head = ["line", "site", "username", "findings", "why", "change_password_url", "lookup"];
        table.write_record(head).map_err(io::Error::from)?;
        for row in self.logins.iter() {
            let why = wording::why(texts, &row);
            let kinds: Vec<&str> = row.findings.iter().map(|finding| finding.kind().code()).collect();
            let cells = [
                row.line.to_string(),
                row.site.unwrap_or_default(),
                row.username,
                kinds.join(" "),
                why,
                row.change_page.map(|page| page.url).unwrap_or_default(),
                row.lookup.code().to_owned(),
            ];
            table.write_record(cells.iter().map(|cell| inert(cell))).map_err(io::Error::from)?;
        }
        // What is not about one log-in comes after them.
        for skipped in &self.skipped {
            let cells = [&skipped.line.to_string(), "", "", "not_read", &skipped.reason, "", ""];
            table.write_record(cells).map_err(io::Error::from)?;
        }
        for warning in &self.warnings {
            let cells = [&warning.line.to_string(), "", "", warning.code, &warning.text, "", ""];
            table.write_record(cells).map_err(io::Error::from)?;
        }
        table.flush()?;
        Ok(())
    }

    fn counts(&self, texts: &Texts) -> Vec<Bar> {
        let audit = self.logins.0;
        let summary = audit.examination().summary();
        let kinds = Kind::ALL.iter().copied().filter(|kind| summary.of(*kind) > 0);
        kinds
            .map(|kind| {
                let (count, of) = (summary.of(kind), summary.logins.max(1));
                Bar {
                    text: wording::kind(texts, kind),
                    count,
                    of,
                    number: texts.number(count as u64),
                    share: texts.report_share(count as u64, of as u64),
                }
            })
            .collect()
    }
}

/// Writes a report to a file: whole or not at all, for this user alone.
///
/// # Errors
/// What the system said.
pub fn save(report: &Report<'_>, format: Format, texts: &Texts, to: &Output) -> Result<(), ReportError> {
    to.write_with(Readers::Own, |to| report.write(format, texts, super::today(), to))
}

/// A cell that a spreadsheet would run stays text with an apostrophe before it; what is hidden in it becomes a mark.
/// Some spreadsheets take the wide forms of East Asian keyboards for the same signs.
fn inert(cell: &str) -> String {
    const RUN: [char; 9] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\u{2212}'];
    let shown = shown::line(cell);
    // Blanks and what is hidden may be dropped before the first sign is looked at.
    let first = cell.chars().find(|character| {
        !character.is_whitespace() && !shown::hides_something(character.encode_utf8(&mut [0; 4]))
    });
    let runs = first.is_some_and(|first| RUN.contains(&first));
    if runs || cell.starts_with(['\t', '\r', '\n']) { format!("'{shown}") } else { shown.into_owned() }
}

struct Bar {
    text: String,
    count: usize,
    of: usize,
    /// Both as the language writes them.
    number: String,
    share: String,
}

#[derive(askama::Template)]
#[template(path = "audit-report.html")]
struct Page<'a> {
    report: &'a Report<'a>,
    texts: &'a Texts,
    day: Date,
    counts: Vec<Bar>,
    ending: Option<String>,
    catalogue: Date,
    warnings: Vec<String>,
    not_read: Vec<String>,
}

impl Page<'_> {
    fn made_on(&self) -> String {
        self.texts.report_made_on(self.day)
    }

    fn read(&self) -> String {
        let distinct = self.texts.number(self.report.summary.distinct_passwords as u64);
        self.texts.report_read(self.report.read as u64, &distinct)
    }

    fn not_looked_up(&self) -> String {
        self.texts.report_not_looked_up(self.report.summary.could_not_check as u64)
    }

    fn left(&self) -> String {
        let receipt = &self.report.receipt;
        match &receipt.host {
            Some(host) => self.texts.report_left(receipt.prefixes_sent as u64, host),
            None => self.texts.report_nothing_left(),
        }
    }

    fn since(&self, compared: &Compared) -> String {
        let (fixed, new) = (compared.fixed.len() as u64, compared.new.len() as u64);
        let again = compared.not_checked_again.len() as u64;
        let mut said = vec![self.texts.report_since_fixed(fixed), self.texts.report_since_new(new)];
        said.extend((again > 0).then(|| self.texts.report_since_not_checked(again)));
        said.join(" ")
    }

    fn sources(&self) -> String {
        self.texts.report_sources_text(self.catalogue)
    }

    fn rows(&self) -> impl Iterator<Item = PageRow<'_>> {
        self.report.logins.iter().map(|row| PageRow { row, texts: self.texts })
    }
}

struct PageRow<'a> {
    row: Row,
    texts: &'a Texts,
}

impl PageRow<'_> {
    fn name(&self) -> String {
        match (&self.row.site, self.row.title.as_str()) {
            (Some(site), _) => site.clone(),
            (None, "") => self.texts.report_no_address(),
            (None, title) => title.to_owned(),
        }
    }

    fn findings(&self) -> Vec<String> {
        self.row.findings.iter().map(|finding| wording::finding(self.texts, finding)).collect()
    }

    fn line(&self) -> String {
        self.texts.report_line(&self.row.line.to_string())
    }

    fn why(&self) -> String {
        wording::why(self.texts, &self.row)
    }

    fn page(&self) -> Option<&str> {
        let asks = self.row.findings.iter().any(|finding| finding.kind().asks_for_a_change());
        self.row.change_page.as_ref().filter(|_| asks).map(|page| page.url.as_str())
    }

    fn unchecked(&self) -> bool {
        self.row.lookup.code() == "could_not_check"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_stays_text() {
        for active in
            ["=1+1", "+1", "-1", "@sum", " =1", "＝1+1", "＋1", "－1", "＠sum", "\u{3000}=1", "\u{2212}1"]
        {
            assert_eq!(inert(active), format!("'{active}"));
        }
        for (active, written) in [
            ("\t=1", "' =1"),
            ("\r1", "'‹U+000D›1"),
            ("\n=1", "'‹U+000A›=1"),
            ("\u{feff}=1", "'‹U+FEFF›=1"),
            ("\u{200b}+1", "'‹U+200B›+1"),
            ("\0@x", "'‹U+0000›@x"),
        ] {
            assert_eq!(inert(active), written);
        }
        assert_eq!(inert("ann\u{202e}moc\u{1b}[2J"), "ann‹U+202E›moc‹U+001B›[2J");
        assert_eq!(inert("ann=1"), "ann=1");
    }

    #[test]
    fn a_format_is_told_by_the_ending() {
        assert_eq!(Format::of("a/b.HTML".as_ref()), Some(Format::Html));
        assert_eq!(Format::of("a.json".as_ref()), Some(Format::Json));
        assert_eq!(Format::of("a.pdf".as_ref()), None);
        assert_eq!(Format::of("csv".as_ref()), None);
    }
}
