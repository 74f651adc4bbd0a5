//! The sentences of an audit's report, the same in a file and in the terminal.

use std::fmt::Display;

use ::audit::read::{Skipped, Warning};
use ::audit::{Finding, Kind, Lines, Lookup, NotChecked, Row, Urgency};
use texts::Texts;

use super::Ending;

/// A kind of finding, as a label of its number.
#[must_use]
pub fn kind(texts: &Texts, kind: Kind) -> String {
    texts.known("audit-kind-", kind.code()).unwrap_or_default()
}

/// Why a login is where it is in the order, as a code. Where nothing was found, a look-up that failed is said instead.
#[must_use]
pub fn why_code(row: &Row) -> &'static str {
    match row.urgency {
        Urgency::Extra | Urgency::Nothing => match row.lookup {
            Lookup::CouldNotCheck { reason: "doubtful" } => "doubtful",
            Lookup::CouldNotCheck { .. } => "could_not_check",
            _ => row.urgency.code(),
        },
        Urgency::Incident if !row.findings.contains(&Finding::IncidentSite) => "incident_password",
        urgency => urgency.code(),
    }
}

/// Why a login is where it is in the order, in one line.
#[must_use]
pub fn why(texts: &Texts, row: &Row) -> String {
    texts.known("audit-why-", why_code(row)).unwrap_or_default()
}

/// The last word of an audit, where nothing has to be changed.
#[must_use]
pub fn ending(texts: &Texts, ending: Ending) -> Option<String> {
    match ending {
        Ending::ToChange => None,
        Ending::NotAllChecked => Some(texts.report_ending_not_all_checked()),
        Ending::NothingChecked => Some(texts.report_ending_nothing_checked()),
        Ending::NothingFound => Some(texts.report_ending_nothing_found()),
    }
}

/// Where an entry is that was not read, and why.
#[must_use]
pub fn skipped(texts: &Texts, skipped: &Skipped) -> String {
    let reason = said(texts, "audit-skipped-", skipped.reason.code(), &skipped.reason);
    let (line, last) = (skipped.line.to_string(), skipped.last_line.to_string());
    if skipped.last_line > skipped.line {
        texts.audit_lost_lines(&line, &last, &reason)
    } else {
        texts.audit_lost_line(&line, &reason)
    }
}

/// What is odd about the file, and on which line.
#[must_use]
pub fn warning(texts: &Texts, warning: &Warning) -> String {
    let what = said(texts, "audit-warning-", warning.kind.code(), &warning.kind);
    texts.audit_warning_line(&warning.line.to_string(), &what)
}

/// By the code, else in the words of the reader of exports.
fn said(texts: &Texts, prefix: &str, code: &str, otherwise: &impl Display) -> String {
    texts.known(prefix, code).unwrap_or_else(|| otherwise.to_string())
}

/// A list of leaked passwords, by the name that results give it.
fn list(texts: &Texts, name: &str) -> String {
    match name.split_once(':') {
        Some(("file", file)) => texts.audit_list_file(file),
        Some(("range", host)) => texts.audit_list_range(host),
        _ => texts.audit_list_embedded(),
    }
}

/// A finding in a sentence or two.
#[must_use]
pub fn finding(texts: &Texts, finding: &Finding) -> String {
    match finding {
        Finding::IncidentSite => texts.audit_found_incident_site(),
        Finding::IncidentPassword => texts.audit_found_incident_password(),
        Finding::MasterPasswordReused { nearly: false } => texts.audit_found_master(),
        Finding::MasterPasswordReused { nearly: true } => texts.audit_found_master_nearly(),
        Finding::Breached { list: name, count, at_least } => {
            let list = list(texts, name);
            match (count, at_least) {
                (None, _) => texts.audit_found_breached(&list),
                (Some(count), true) => texts.audit_found_breached_at_least(&list, *count),
                (Some(count), false) => texts.audit_found_breached_seen(&list, *count),
            }
        }
        Finding::Reused { with } => texts.audit_found_reused(&lines(texts, with)),
        Finding::Similar { with } => texts.audit_found_similar(&lines(texts, with)),
        Finding::Weak { .. } => texts.audit_found_weak(),
        Finding::SiteBreachedSince(breach) => texts.audit_found_since(&breach.title, breach.date),
        Finding::SiteBreachedChangeUnknown(breach) => texts.audit_found_unknown(&breach.title, breach.date),
        Finding::InsecureAddress => texts.audit_found_insecure(),
        Finding::TwoStepOffered { methods, .. } => {
            let named =
                methods.iter().map(|code| texts.known("audit-method-", code).unwrap_or_else(|| code.clone()));
            texts.audit_found_two_step(&texts.listed(&named.collect::<Vec<_>>()))
        }
        Finding::Old { changed } => texts.audit_found_old(*changed),
        Finding::NotChecked { reason: NotChecked::Empty } => texts.audit_found_empty(),
        Finding::NotChecked { reason: NotChecked::Pin } => texts.audit_found_pin(),
    }
}

fn lines(texts: &Texts, lines: &Lines) -> String {
    let named: Vec<String> = lines.named.iter().map(u64::to_string).collect();
    let said = texts.report_lines(lines.count() as u64, &texts.listed(&named));
    if lines.others > 0 { texts.audit_others_more(&said, &lines.others.to_string()) } else { said }
}

#[cfg(test)]
mod tests {
    use ::audit::read::{SkipReason, WarningKind};

    use super::*;

    #[test]
    fn others_are_named_by_their_lines() {
        let some = |language: &str, named: &[u64], others| {
            lines(Texts::of(language), &Lines { named: named.to_vec(), others })
        };
        assert_eq!(some("en", &[5], 0), "line 5");
        assert_eq!(some("en", &[5, 7], 3), "lines 5, 7 and 3 more");
        assert_eq!(some("de", &[5, 7], 3), "Zeilen 5, 7 und 3 weiteren");
    }

    /// What [`why_code`] says beside the urgencies.
    const MORE_REASONS: [&str; 3] = ["doubtful", "could_not_check", "incident_password"];

    #[test]
    fn every_code_has_a_sentence_in_every_language() {
        for language in texts::LANGUAGES {
            let texts = Texts::of(language);
            let says = |prefix: &str, code: &str| {
                assert!(texts.known(prefix, code).is_some(), "{language}: {prefix}{code}");
            };
            for kind in Kind::ALL {
                says("audit-kind-", kind.code());
            }
            for code in Urgency::ALL.iter().map(|urgency| urgency.code()).chain(MORE_REASONS) {
                says("audit-why-", code);
            }
            for code in SkipReason::CODES {
                says("audit-skipped-", code);
            }
            for kind in WarningKind::ALL {
                says("audit-warning-", kind.code());
            }
        }
    }
}
