//! An audit as text for people, and why a file could not be read.

use std::path::Path;

use ::audit::Kind;
use ::audit::read::{Cost, ReadError, Source};
use app::audit::compare::Compared;
use app::audit::{Audit, AuditFileError, wording};
use texts::Texts;

use crate::other_forms;
use crate::terminal::{Failure, say};
use crate::wording::count;

/// Log-ins that are shown one by one; a report has them all.
const SHOWN: usize = 20;

pub(crate) fn print(
    audit: &Audit,
    compared: Option<&Compared>,
    report: Option<&Path>,
) -> Result<(), Failure> {
    let texts = Texts::of("en");
    let (examination, receipt) = (audit.examination(), audit.receipt());
    let summary = examination.summary();
    say(&format!(
        "{} read, from {}; {}.",
        count(summary.logins, "log-in", "log-ins"),
        examination.source().name(),
        count(summary.distinct_passwords, "different password", "different passwords")
    ))?;
    let lost = examination.skipped().iter().filter(|skipped| skipped.reason.may_be_a_login());
    for skipped in lost.clone().take(SHOWN) {
        say(&format!("  not read: {}", wording::skipped(texts, skipped)))?;
    }
    let more = lost.count().saturating_sub(SHOWN);
    if more > 0 {
        say(&format!("  not read: {more} more"))?;
    }
    let warnings = examination.warnings();
    for warning in warnings.iter().take(SHOWN) {
        say(&format!("  look at this: {}", wording::warning(texts, warning)))?;
    }
    let more = warnings.len().saturating_sub(SHOWN);
    if more > 0 {
        say(&format!("  look at {more} more lines; --report names them all"))?;
    }
    for kind in Kind::ALL.iter().copied().filter(|kind| summary.of(*kind) > 0) {
        say(&format!("  {:>6} {}", summary.of(kind), wording::kind(texts, kind)))?;
    }
    if summary.could_not_check > 0 {
        say(&format!(
            "  {:>6} could not be looked up; nothing is known about them",
            summary.could_not_check
        ))?;
    }
    rows(audit, summary.to_change)?;
    if let Some(compared) = compared {
        say(&format!(
            "Since the earlier report: {} accounts with something fixed, {} with something new, {} not checked again.",
            compared.fixed.len(),
            compared.new.len(),
            compared.not_checked_again.len()
        ))?;
    }
    if let Some(path) = report {
        say(&format!(
            "The report is in {}. It says where you have accounts: delete it when you are done.",
            path.display()
        ))?;
    }
    say(&match receipt.host {
        None => "What left this computer: nothing.".to_owned(),
        Some(host) => format!(
            "What left this computer: the first five characters of {} hashes, to {host}, in {} requests.",
            receipt.prefixes_sent, receipt.requests
        ),
    })?;
    if examination.source().is_database() {
        return say("This is your password database: keep it. Selfcheck changed nothing in it.");
    }
    say("When you are done: delete the export, empty the bin, and look for a copy in the cloud.")
}

fn rows(audit: &Audit, to_change: usize) -> Result<(), Failure> {
    let texts = Texts::of("en");
    let examination = audit.examination();
    if let Some(ending) = wording::ending(texts, audit.ending()) {
        return say(&ending);
    }
    say("")?;
    say("Change first:")?;
    let rows = examination.order().into_iter().take(to_change.min(SHOWN));
    for row in rows.filter_map(|login| examination.row(login)) {
        let name = row.site.as_deref().unwrap_or(&row.title);
        say("")?;
        let user = if row.username.is_empty() { String::new() } else { format!(" ({})", row.username) };
        say(&format!("Line {}: {name}{user}", row.line))?;
        say(&format!("  {}", wording::why(texts, &row)))?;
        for finding in row.findings.iter().filter(|finding| finding.kind().asks_for_a_change()) {
            say(&format!("  - {}", wording::finding(texts, finding)))?;
        }
        if let Some(page) = &row.change_page {
            say(&format!("  {} {}", if page.known { "Change it at" } else { "Try" }, page.url))?;
        }
    }
    let more = to_change.saturating_sub(SHOWN);
    if more > 0 {
        say("")?;
        say(&format!("And {more} more. To see them all: --report what-to-change.html"))?;
    }
    say("")
}

/// Why an export could not be read, and what to do.
pub(crate) fn read_failure(path: &Path, error: &AuditFileError) -> String {
    let next = match error {
        AuditFileError::Open(_) => "Check the name.",
        AuditFileError::Read(error) => next(error),
        _ => "Give the file of an export.",
    };
    let columns = match error {
        AuditFileError::Read(
            ReadError::UnknownColumns { header: Some(names), .. }
            | ReadError::SeveralPasswordColumns { header: names, .. },
        ) => format!(": {}", names.join(", ")),
        _ => String::new(),
    };
    format!("{}: {error}{columns}. {next}", path.display())
}

fn next(error: &ReadError) -> &'static str {
    match error {
        ReadError::Empty | ReadError::NoLogins => {
            "Export again, and check that your passwords are in the file."
        }
        ReadError::NotText { .. } => "Give the export itself: a .csv, .json, .kdbx or .1pux file.",
        ReadError::UnknownColumns { .. } | ReadError::NoSuchColumn { .. } => {
            "Say which column is what, as in --columns password=Secret,username=Login,url=3."
        }
        ReadError::SeveralPasswordColumns { .. } => {
            "Say which of them to check, as in --columns password=4,username=3,url=2, and check the others in another run."
        }
        ReadError::AmbiguousColumn { .. } => "Give its number instead, counted from 1.",
        ReadError::PasswordShown { .. } => {
            "User names, addresses and titles are printed: choose another column for them."
        }
        ReadError::LabelledValues => {
            "It cannot be read by columns. Import it into another password manager, and export from there."
        }
        ReadError::NoExportInZip => {
            "Give the .1pux file as it is, or unpack the zip and give the export in it."
        }
        ReadError::Form { form } => other_forms::next(*form),
        ReadError::UnknownJson => "Give an unencrypted or password-protected export of Bitwarden, or a CSV.",
        ReadError::LockedToAccount { .. } => "Export again, as a file with a password or without one.",
        ReadError::NeedsPassword { .. } => {
            "Type its password when asked, or send it as the first line of standard input."
        }
        ReadError::WrongPassword { format: Source::Kdbx } => {
            "Try again. A database that also needs a key file cannot be opened here: export it as CSV."
        }
        ReadError::WrongPassword { .. } => "Try again.",
        ReadError::TooCostly { what: Cost::Memory | Cost::Time } | ReadError::Version { .. } => {
            "Export from that program as CSV instead."
        }
        ReadError::TooLong { .. } | ReadError::TooManyEntries { .. } => "Split it into several exports.",
        _ => "Export again, and check that the file is whole.",
    }
}
