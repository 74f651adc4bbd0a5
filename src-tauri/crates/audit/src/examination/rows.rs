//! What was found of each log-in, their order, and how many there are of each kind.

use std::sync::PoisonError;

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};
use sites::ChangePage;

use super::Examination;
use super::by_site::Known;
use crate::Likeness;
use crate::finding::{Finding, Kind, Kinds, Lookup};
use crate::priority::Urgency;

/// Scores up to this are weak.
const WEAK: u8 = 2;
/// Years after which a password is old.
const OLD_YEARS: i64 = 5;

/// A log-in and all that can be said of it. Holds no password and no hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its place among the log-ins, from 0.
    pub index: usize,
    /// The line of the file on which it begins.
    pub line: u64,
    /// Its site; `None` where the export has no address.
    pub site: Option<String>,
    /// What its owner calls it.
    pub title: String,
    /// The user name.
    pub username: String,
    /// What was found.
    pub findings: Vec<Finding>,
    /// What the lists say.
    pub lookup: Lookup,
    /// Where its password may be changed.
    pub change_page: Option<ChangePage>,
    /// Why it stands where it does.
    pub urgency: Urgency,
}

/// How many log-ins have what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Log-ins that were read.
    pub logins: usize,
    /// Different passwords that were checked.
    pub distinct_passwords: usize,
    /// Log-ins whose password a list could not say anything about.
    pub could_not_check: usize,
    /// Log-ins for which something asks for a change.
    pub to_change: usize,
    of_kind: [usize; Kind::ALL.len()],
}

impl Summary {
    /// How many log-ins have a finding of that kind.
    #[must_use]
    pub fn of(&self, kind: Kind) -> usize {
        self.of_kind.get(kind as usize).copied().unwrap_or(0)
    }
}

impl Examination {
    /// Which kinds of findings a log-in has.
    #[must_use]
    pub fn kinds(&self, login: usize) -> Kinds {
        let found = |password: u32| {
            self.is_found(&self.answers.read().unwrap_or_else(PoisonError::into_inner), password)
        };
        self.settled().logins.get(login).map(|known| self.kinds_by(login, known, found)).unwrap_or_default()
    }

    fn kinds_by(&self, login: usize, known: &Known, found: impl Fn(u32) -> bool) -> Kinds {
        let Some(password) = self.distinct.of_login(login) else { return known.kinds };
        let found = found(password);
        if self.distinct.is_pin(password) && !found {
            return Kinds::default().with(Kind::NotChecked, true);
        }
        let kinds = known
            .kinds
            .with(Kind::Breached, found)
            .with(Kind::Reused, self.reuse.is_reused(password))
            .with(Kind::Similar, self.similar.get().is_some_and(|similar| similar.has(password)))
            .with(Kind::Weak, self.score(login).is_some_and(|score| score <= WEAK));
        let against = [Kind::Breached, Kind::Weak, Kind::SiteBreachedSince, Kind::SiteBreachedChangeUnknown];
        kinds.with(Kind::Old, self.old(login).is_some() && against.iter().any(|kind| kinds.has(*kind)))
    }

    fn old(&self, login: usize) -> Option<Date> {
        let changed = self.export.logins.get(login)?.changed?.day;
        let years: Span = OLD_YEARS.years();
        (changed < self.today.checked_sub(years).ok()?).then_some(changed)
    }

    /// A log-in with all that is known of it now.
    #[must_use]
    pub fn row(&self, login: usize) -> Option<Row> {
        let of = self.export.logins.get(login)?;
        let settled = self.settled();
        let known = settled.logins.get(login)?;
        let site = self.sites.get(login).and_then(|sites| sites.first());
        let lookup = self.lookup_of(login);
        let kinds = self.kinds_by(login, known, |_| matches!(lookup, Lookup::Found { .. }));
        let findings = kinds.iter().flat_map(|kind| self.findings(kind, login, known, &lookup)).collect();
        Some(Row {
            index: login,
            line: of.line,
            site: site.map(|site| site.as_str().to_owned()),
            title: of.title.clone(),
            username: of.username.clone(),
            findings,
            lookup,
            change_page: site.and_then(sites::change_page),
            urgency: Urgency::of(kinds, known.email_account),
        })
    }

    fn findings(&self, kind: Kind, login: usize, known: &Known, lookup: &Lookup) -> Vec<Finding> {
        let password = self.password_of(login);
        let breaches = |since: bool| {
            let of = known.breaches.iter().filter(move |(sure, _)| *sure == since);
            of.map(|(_, breach)| breach.clone())
        };
        let one = match kind {
            Kind::IncidentSite => Some(Finding::IncidentSite),
            Kind::IncidentPassword => Some(Finding::IncidentPassword),
            Kind::MasterPasswordReused => {
                let like = self.export.logins.get(login).and_then(|of| of.like_master);
                like.map(|like| Finding::MasterPasswordReused { nearly: like == Likeness::Nearly })
            }
            Kind::Breached => match lookup {
                Lookup::Found { list, count, at_least } => {
                    Some(Finding::Breached { list: list.clone(), count: *count, at_least: *at_least })
                }
                _ => None,
            },
            Kind::Reused => password
                .ok()
                .and_then(|password| self.reuse.lines(u32::try_from(login).ok()?, password))
                .map(|with| Finding::Reused { with }),
            Kind::Similar => password
                .ok()
                .and_then(|password| self.similar.get()?.lines(password, &self.export.logins, &self.distinct))
                .map(|with| Finding::Similar { with }),
            Kind::Weak => self.score(login).map(|score| Finding::Weak { score }),
            Kind::SiteBreachedSince => return breaches(true).map(Finding::SiteBreachedSince).collect(),
            Kind::SiteBreachedChangeUnknown => {
                return breaches(false).map(Finding::SiteBreachedChangeUnknown).collect();
            }
            Kind::InsecureAddress => Some(Finding::InsecureAddress),
            Kind::Old => self.old(login).map(|changed| Finding::Old { changed }),
            Kind::TwoStepOffered => known.two_step.map(|offer| Finding::TwoStepOffered {
                methods: offer.methods.clone(),
                documentation: offer.documentation.clone(),
            }),
            Kind::NotChecked => password.err().map(|reason| Finding::NotChecked { reason }),
        };
        one.into_iter().collect()
    }

    /// The log-ins, those to change first in front; among equals in the order of the file.
    #[must_use]
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<(Urgency, usize)> =
            self.survey(|login, kinds, email| (Urgency::of(kinds, email), login));
        order.sort_unstable();
        order.into_iter().map(|(_, login)| login).collect()
    }

    /// How many log-ins have what, as far as it is known now.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let mut summary = Summary { logins: self.len(), ..Summary::default() };
        for kinds in self.survey(|_, kinds, _| kinds) {
            summary.to_change += usize::from(kinds.ask_for_a_change());
            for kind in kinds.iter() {
                if let Some(number) = summary.of_kind.get_mut(kind as usize) {
                    *number += 1;
                }
            }
        }
        let answers = self.answers.read().unwrap_or_else(PoisonError::into_inner);
        let doubtful =
            |login: &&u32| self.export.logins.get(**login as usize).is_some_and(|login| login.doubtful);
        for password in (0_u32..).take(self.distinct.len()) {
            if self.is_unknown_pin(&answers, password) {
                continue;
            }
            summary.distinct_passwords += 1;
            let members = self.distinct.members(password).iter();
            summary.could_not_check += match self.answer_in(&answers, password) {
                Lookup::CouldNotCheck { .. } => members.len(),
                Lookup::NotOnThisList => members.filter(doubtful).count(),
                Lookup::Found { .. } | Lookup::NotAsked => 0,
            };
        }
        summary
    }

    /// Looks at every log-in at one moment of the answers.
    fn survey<T>(&self, mut look: impl FnMut(usize, Kinds, bool) -> T) -> Vec<T> {
        let answers = self.answers.read().unwrap_or_else(PoisonError::into_inner);
        let found = |password: u32| self.is_found(&answers, password);
        let settled = self.settled();
        let known = settled.logins.iter().enumerate();
        known
            .map(|(login, known)| look(login, self.kinds_by(login, known, found), known.email_account))
            .collect()
    }
}
