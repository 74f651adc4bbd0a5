//! What became of an earlier report: what is fixed, what is new, and what cannot be told.

use std::collections::{BTreeMap, BTreeSet};

use ::audit::{Kind, Row};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Audit;

/// Largest earlier report that is read.
pub const MAX_BYTES: u64 = 512 << 20;

/// Why some bytes are no earlier report. Facts only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a JSON report of an audit, at line {line}, column {column}")]
pub struct CompareError {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// The findings of one account that differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Difference {
    site: Option<String>,
    username: String,
    kinds: Vec<String>,
}

impl Difference {
    /// The site; `None` where the export has no address.
    #[must_use]
    pub fn site(&self) -> Option<&str> {
        self.site.as_deref()
    }

    /// The user name.
    #[must_use]
    pub fn username(&self) -> &str {
        &self.username
    }

    /// The codes of the findings.
    #[must_use]
    pub fn kinds(&self) -> &[String] {
        &self.kinds
    }
}

/// An audit beside an earlier one. Accounts are told by site and user name, because lines move.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Compared {
    /// Found then, and looked for and not found now, in an account that is in this file too.
    pub fixed: Vec<Difference>,
    /// Found now, and not then.
    pub new: Vec<Difference>,
    /// Found then, and not looked for now: on a list that was not asked or could not answer, of a notice that is not
    /// open, while passwords were not compared and rated yet, or in an account that this file does not hold.
    pub not_checked_again: Vec<Difference>,
}

/// An earlier JSON report: what was found then, by account.
pub struct Earlier(BTreeMap<Account, Known>);

#[derive(Deserialize)]
struct EarlierReport {
    logins: Vec<EarlierLogin>,
}

#[derive(Deserialize)]
struct EarlierLogin {
    site: Option<String>,
    username: String,
    findings: Vec<EarlierFinding>,
}

#[derive(Deserialize)]
struct EarlierFinding {
    kind: String,
    list: Option<String>,
}

type Account = (Option<String>, String);

#[derive(Default)]
struct Known {
    kinds: BTreeSet<Kind>,
    /// The list on which it was found.
    list: Option<String>,
    unchecked: bool,
    /// The passwords, by their numbers.
    passwords: Vec<u32>,
}

impl Earlier {
    /// Reads the bytes of a report. Kinds that ask for no change are left out.
    ///
    /// # Errors
    /// When the bytes are no such report.
    pub fn read(report: &[u8]) -> Result<Self, CompareError> {
        let report: EarlierReport = serde_json::from_slice(report)
            .map_err(|error| CompareError { line: error.line(), column: error.column() })?;
        let mut then: BTreeMap<Account, Known> = BTreeMap::new();
        for login in report.logins {
            let known = then.entry((login.site, login.username)).or_default();
            for finding in login.findings {
                let kind = Kind::from_code(&finding.kind).filter(|kind| kind.asks_for_a_change());
                known.kinds.extend(kind);
                known.list = known.list.take().or(finding.list);
            }
        }
        Ok(Self(then))
    }

    /// Holds an audit, as it is now, against it.
    #[must_use]
    pub fn beside(&self, audit: &Audit) -> Compared {
        let then = &self.0;
        let examination = audit.examination();
        let mut now: BTreeMap<Account, Known> = BTreeMap::new();
        for row in (0..examination.len()).filter_map(|login| examination.row(login)) {
            let Row { index, site, username, findings, lookup, .. } = row;
            let known = now.entry((site, username)).or_default();
            known
                .kinds
                .extend(findings.iter().map(::audit::Finding::kind).filter(|kind| kind.asks_for_a_change()));
            known.unchecked |= lookup.code() == "could_not_check";
            known.passwords.extend(examination.password_of(index));
        }
        let (judged, incident) = (examination.is_all_judged(), examination.incident().is_some());
        let mut compared = Compared::default();
        let nothing = Known::default();
        for (account, before) in then {
            let Some(after) = now.get(account) else {
                let kinds: Vec<Kind> = before.kinds.iter().copied().collect();
                compared.not_checked_again.extend(difference(account, &kinds));
                continue;
            };
            let answered =
                |list: &str| after.passwords.iter().all(|number| audit.has_answered(list, *number));
            let looked_for = |kind: &Kind| match kind {
                Kind::Breached => !after.unchecked && before.list.as_deref().is_none_or(answered),
                Kind::Similar | Kind::Weak | Kind::Old => judged,
                Kind::IncidentSite | Kind::IncidentPassword => incident,
                // What the file and the program's own data tell is known at once.
                Kind::MasterPasswordReused
                | Kind::Reused
                | Kind::SiteBreachedSince
                | Kind::SiteBreachedChangeUnknown
                | Kind::InsecureAddress
                | Kind::TwoStepOffered
                | Kind::NotChecked => true,
            };
            let (fixed, unsure): (Vec<Kind>, Vec<Kind>) =
                before.kinds.difference(&after.kinds).copied().partition(looked_for);
            compared.fixed.extend(difference(account, &fixed));
            compared.not_checked_again.extend(difference(account, &unsure));
        }
        for (account, after) in &now {
            let before = then.get(account).unwrap_or(&nothing);
            let new: Vec<Kind> = after.kinds.difference(&before.kinds).copied().collect();
            compared.new.extend(difference(account, &new));
        }
        compared
    }
}

fn difference(account: &Account, kinds: &[Kind]) -> Option<Difference> {
    let (site, username) = account.clone();
    let kinds: Vec<String> = kinds.iter().map(|kind| kind.code().to_owned()).collect();
    (!kinds.is_empty()).then_some(Difference { site, username, kinds })
}
