//! An audit as text for people.

use std::path::Path;

use ::audit::Kind;
use app::audit::compare::Compared;
use app::audit::{Audit, wording};
use texts::Texts;

use crate::audit_errors::source_name;
use crate::terminal::{self, Failure, say};
use crate::wording::number;

/// Log-ins that are shown one by one; a report has them all.
const SHOWN: usize = 20;

pub(crate) fn print(
    audit: &Audit,
    compared: Option<&Compared>,
    report: Option<&Path>,
) -> Result<(), Failure> {
    let texts = terminal::texts();
    let (examination, receipt) = (audit.examination(), audit.receipt());
    let summary = examination.summary();
    say(&texts.audit_was_read(
        number(summary.logins),
        &source_name(texts, examination.source()),
        number(summary.distinct_passwords),
    ))?;
    about_file(texts, audit)?;
    for kind in Kind::ALL.iter().copied().filter(|kind| summary.of(*kind) > 0) {
        count(texts, summary.of(kind), &wording::kind(texts, kind))?;
    }
    if summary.could_not_check > 0 {
        count(texts, summary.could_not_check, &texts.audit_none_known())?;
    }
    rows(texts, audit, summary.to_change)?;
    if let Some(compared) = compared {
        say(&texts.audit_since_earlier(
            number(compared.fixed.len()),
            number(compared.new.len()),
            number(compared.not_checked_again.len()),
        ))?;
    }
    if let Some(path) = report {
        say(&texts.audit_report_in(&path.display().to_string()))?;
    }
    say(&match &receipt.host {
        None => texts.pw_left_nothing(),
        Some(host) if receipt.prefixes_sent == 0 => texts.pw_unsent(receipt.requests, host),
        Some(host) => {
            texts.audit_sent(number(receipt.prefixes_sent), host, receipt.requests - receipt.unsent)
        }
    })?;
    if examination.source().is_database() {
        return say(&texts.audit_keep_database());
    }
    say(&texts.audit_delete_export())
}

/// What was not read of the file, and what is odd about it.
fn about_file(texts: &Texts, audit: &Audit) -> Result<(), Failure> {
    let examination = audit.examination();
    let lost = examination.skipped().iter().filter(|skipped| skipped.reason.may_be_a_login());
    for skipped in lost.clone().take(SHOWN) {
        say(&format!("  {}", texts.audit_not_read(&wording::skipped(texts, skipped))))?;
    }
    let more = lost.count().saturating_sub(SHOWN);
    if more > 0 {
        say(&format!("  {}", texts.audit_not_read_more(number(more))))?;
    }
    let warnings = examination.warnings();
    for warning in warnings.iter().take(SHOWN) {
        say(&format!("  {}", texts.audit_look_at(&wording::warning(texts, warning))))?;
    }
    let more = warnings.len().saturating_sub(SHOWN);
    if more > 0 {
        say(&format!("  {}", texts.audit_look_at_more(number(more))))?;
    }
    Ok(())
}

/// A row of the table of counts.
fn count(texts: &Texts, logins: usize, what: &str) -> Result<(), Failure> {
    say(&format!("  {:>6} {what}", texts.number(number(logins))))
}

fn rows(texts: &Texts, audit: &Audit, to_change: usize) -> Result<(), Failure> {
    let examination = audit.examination();
    if let Some(ending) = wording::ending(texts, audit.ending()) {
        return say(&ending);
    }
    say("")?;
    say(&texts.audit_change_first())?;
    let rows = examination.order().into_iter().take(to_change.min(SHOWN));
    for row in rows.filter_map(|login| examination.row(login)) {
        let name = row.site.as_deref().unwrap_or(&row.title);
        say("")?;
        let user = if row.username.is_empty() { String::new() } else { format!(" ({})", row.username) };
        say(&texts.audit_warning_line(&row.line.to_string(), &format!("{name}{user}")))?;
        say(&format!("  {}", wording::why(texts, &row)))?;
        for finding in row.findings.iter().filter(|finding| finding.kind().asks_for_a_change()) {
            say(&format!("  - {}", wording::finding(texts, finding)))?;
        }
        if let Some(page) = &row.change_page {
            let url = &page.url;
            let said = if page.known { texts.audit_change_at(url) } else { texts.audit_try_at(url) };
            say(&format!("  {said}"))?;
        }
    }
    let more = to_change.saturating_sub(SHOWN);
    if more > 0 {
        say("")?;
        say(&texts.audit_more_rows(number(more)))?;
    }
    say("")
}
