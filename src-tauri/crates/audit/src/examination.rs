//! An export with everything that is found out about it.

use std::borrow::Cow;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::sync::{OnceLock, PoisonError, RwLock, RwLockReadGuard};

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};
use password::Digest;
use rayon::prelude::*;
use sites::{Catalogue, ChangePage, Region, RegistrableDomain};

use crate::distinct::{Distinct, NotChecked};
use crate::finding::{Finding, Kind, Kinds, Lookup, SiteBreach};
use crate::heads::NAMED;
use crate::priority::{self, Urgency};
use crate::read::{Export, Skipped, Source, Warning, WarningKind};
use crate::reuse::Reuse;
use crate::similar::Similar;
use crate::{ChangeOf, Likeness, Login};

/// Scores up to this are weak.
const WEAK: u8 = 2;
/// A password that is not rated yet.
const UNRATED: u8 = u8::MAX;
/// Years after which a password is old.
const OLD_YEARS: i64 = 5;

/// What an export is held against.
pub struct Context<'a> {
    /// The day.
    pub today: Date,
    /// The breaches that are known.
    pub catalogue: &'a Catalogue,
    /// Whose offers of a second step count.
    pub region: Region<'a>,
    /// The site of the notice that is open.
    pub incident: Option<RegistrableDomain>,
}

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

/// What is done with the passwords, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Which of them are alike.
    Comparing,
    /// How hard each is to guess.
    Rating,
}

/// Told how many of how many are done in a stage; says whether to go on.
pub type OnStage<'a> = &'a (dyn Fn(Stage, usize, usize) -> ControlFlow<()> + Sync);

/// An export, sorted out. Likeness, ratings and answers of lists come in later, from any thread, while rows are
/// looked at.
pub struct Examination {
    export: Export,
    today: Date,
    sites: Vec<Vec<RegistrableDomain>>,
    distinct: Distinct,
    reuse: Reuse,
    similar: OnceLock<Similar>,
    /// What is known of their sites.
    settled: RwLock<Settled>,
    scores: Vec<AtomicU8>,
    answers: RwLock<Vec<Lookup>>,
}

/// What depends on the catalogue alone, and the day of that.
struct Settled {
    catalogue: Date,
    incident: Option<RegistrableDomain>,
    logins: Vec<Known>,
}

#[derive(Default)]
struct Known {
    kinds: Kinds,
    breaches: Vec<(bool, SiteBreach)>,
    two_step: Option<&'static sites::TwoStep>,
    email_account: bool,
}

impl Examination {
    /// Sorts the log-ins out by password and site, in a moment. Nothing is compared, rated or looked up yet.
    #[must_use]
    pub fn new(mut export: Export, context: &Context<'_>) -> Self {
        export.logins.par_iter_mut().for_each(show_sites_only);
        let of = |login: &Login| {
            let mut all: Vec<_> = login.urls.iter().filter_map(|url| RegistrableDomain::of(url)).collect();
            // The first one stands for the log-in.
            all.sort_by_key(RegistrableDomain::is_scheme_only);
            all
        };
        let (sites, distinct): (Vec<Vec<RegistrableDomain>>, Distinct) =
            rayon::join(|| export.logins.par_iter().map(of).collect(), || Distinct::of(&export.logins));
        let (reuse, settled) = rayon::join(
            || Reuse::of(&export.logins, &sites, &distinct),
            || settle(&export.logins, &sites, &distinct, context),
        );
        Self {
            scores: export.logins.iter().map(|_| AtomicU8::new(UNRATED)).collect(),
            answers: RwLock::new(vec![Lookup::NotAsked; distinct.spellings()]),
            today: context.today,
            export,
            sites,
            distinct,
            reuse,
            similar: OnceLock::new(),
            settled: RwLock::new(settled),
        }
    }

    /// Holds the sites against another catalogue. All else that is known stays.
    pub fn hold_against(&self, context: &Context<'_>) {
        let settled = settle(&self.export.logins, &self.sites, &self.distinct, context);
        *self.settled.write().unwrap_or_else(PoisonError::into_inner) = settled;
    }

    /// The day of the catalogue that the sites are held against.
    #[must_use]
    pub fn catalogue_day(&self) -> Date {
        self.settled().catalogue
    }

    /// The site of the notice that the log-ins are held against.
    #[must_use]
    pub fn incident(&self) -> Option<RegistrableDomain> {
        self.settled().incident.clone()
    }

    /// Whether every password was compared and rated.
    #[must_use]
    pub fn is_all_judged(&self) -> bool {
        (0..self.len()).all(|login| self.is_judged(login))
    }

    fn settled(&self) -> RwLockReadGuard<'_, Settled> {
        self.settled.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where the export comes from.
    #[must_use]
    pub fn source(&self) -> Source {
        self.export.source
    }

    /// How its letters are written.
    #[must_use]
    pub fn encoding(&self) -> crate::read::Encoding {
        self.export.encoding
    }

    /// What was not taken from it.
    #[must_use]
    pub fn skipped(&self) -> &[Skipped] {
        &self.export.skipped
    }

    /// What its owner has to know about the file, and about what was left undone with it.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let similar = self.similar.get();
        let line = similar.and_then(|of| of.first_not_all_compared(&self.export.logins, &self.distinct));
        let left_undone = line.map(|line| Warning { line, kind: WarningKind::NotAllCompared });
        self.export.warnings.iter().copied().chain(left_undone).collect()
    }

    /// How many log-ins there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.export.logins.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.export.logins.is_empty()
    }

    /// How many spellings there are to be looked up, numbered from 0. A password that is written in more than one
    /// Unicode form, or not in form C, has several; every other has one.
    #[must_use]
    pub fn spellings(&self) -> usize {
        self.distinct.spellings()
    }

    /// The digest of a spelling.
    #[must_use]
    pub fn digest(&self, spelling: u32) -> Option<Digest> {
        let (login, composed) = self.distinct.spelled(spelling)?;
        let password = self.export.logins.get(login as usize)?.password.as_ref()?;
        Some(if composed { password.in_nfc()?.digest() } else { password.digest() })
    }

    /// Whether a service may be asked about a spelling: not about one that is like a PIN, where five characters of a
    /// hash would nearly give it away.
    #[must_use]
    pub fn may_be_asked_online(&self, spelling: u32) -> bool {
        self.distinct.of_spelling(spelling).is_some_and(|password| !self.distinct.is_pin(password))
    }

    /// The spellings of a password.
    pub fn spellings_of(&self, password: u32) -> impl Iterator<Item = u32> {
        self.distinct.spellings_of(password).filter_map(|spelling| u32::try_from(spelling).ok())
    }

    /// Whether a list holds the password that has this spelling, in any of its spellings.
    #[must_use]
    pub fn is_known(&self, spelling: u32) -> bool {
        let all = self.answers.read().unwrap_or_else(PoisonError::into_inner);
        self.distinct.of_spelling(spelling).is_some_and(|password| self.is_found(&all, password))
    }

    /// Takes what lists say of some spellings.
    pub fn answer(&self, answers: impl IntoIterator<Item = (u32, Lookup)>) {
        let mut all = self.answers.write().unwrap_or_else(PoisonError::into_inner);
        for (spelling, answer) in answers {
            if let Some(place) = all.get_mut(spelling as usize) {
                *place = answer;
            }
        }
    }

    /// What lists say of a password in any of its spellings: a hit outweighs a failure, a failure outweighs that one
    /// was not asked about, and only what was answered for each is not on these lists.
    #[must_use]
    pub fn answer_of(&self, password: u32) -> Lookup {
        let all = self.answers.read().unwrap_or_else(PoisonError::into_inner);
        self.answer_in(&all, password).clone()
    }

    fn answer_in<'a>(&self, all: &'a [Lookup], password: u32) -> &'a Lookup {
        let weight = |lookup: &&Lookup| match lookup {
            Lookup::Found { .. } => 3,
            Lookup::CouldNotCheck { .. } => 2,
            Lookup::NotAsked => 1,
            Lookup::NotOnThisList => 0,
        };
        let answers = self.distinct.spellings_of(password).filter_map(|spelling| all.get(spelling));
        answers.max_by_key(weight).unwrap_or(&Lookup::NotAsked)
    }

    fn is_found(&self, all: &[Lookup], password: u32) -> bool {
        matches!(self.answer_in(all, password), Lookup::Found { .. })
    }

    /// Whether a password is like a PIN and no list holds it.
    fn is_unknown_pin(&self, all: &[Lookup], password: u32) -> bool {
        self.distinct.is_pin(password) && !self.is_found(all, password)
    }

    /// What lists say of a log-in's password. That a list does not hold a doubtful one says nothing about the real one.
    #[must_use]
    pub fn lookup_of(&self, login: usize) -> Lookup {
        let Ok(password) = self.password_of(login) else { return Lookup::NotAsked };
        self.export.logins.get(login).map_or(Lookup::NotAsked, |of| believed(self.answer_of(password), of))
    }

    /// Finds out what takes longer, on all processors: which passwords are alike, then how hard each is to guess.
    /// What was done before a stop is not done again; only the comparing begins anew.
    pub fn judge(&self, progress: OnStage<'_>) -> ControlFlow<()> {
        if self.similar.get().is_none() {
            let comparing = |done, total| progress(Stage::Comparing, done, total);
            let similar = Similar::of(&self.export.logins, &self.distinct, &comparing)?;
            // Where two threads did it, both found the same.
            let _ = self.similar.set(similar);
        }
        self.rate(&|done, total| progress(Stage::Rating, done, total))
    }

    /// Equal passwords of the same site and user name are rated once.
    fn rate(&self, progress: &(dyn Fn(usize, usize) -> ControlFlow<()> + Sync)) -> ControlFlow<()> {
        let logins = &self.export.logins;
        let site = |index: usize| self.sites.get(index).and_then(|sites| sites.first());
        let mut order: Vec<(u32, &str, &str, u32)> = Vec::with_capacity(logins.len());
        for ((index, login), score) in (0_u32..).zip(logins).zip(&self.scores) {
            let rated = score.load(Ordering::Relaxed) != UNRATED;
            if let (false, Some(password)) = (rated, self.distinct.of_login(index as usize)) {
                let host = site(index as usize).map_or("", RegistrableDomain::as_str);
                order.push((password, host, login.username.as_str(), index));
            }
        }
        order.par_sort_unstable();
        let (total, done) = (order.len(), AtomicUsize::new(0));
        let groups: Vec<&[(u32, &str, &str, u32)]> =
            order.chunk_by(|a, b| (a.0, a.1, a.2) == (b.0, b.1, b.2)).collect();
        let stopped = groups.par_iter().try_for_each(|group| {
            let Some((_, site, username, first)) = group.first() else { return Some(()) };
            let password = logins.get(*first as usize).and_then(|login| login.password.as_ref())?;
            let score = password::strength(password, &about(site, username)).score;
            for (.., index) in *group {
                if let Some(place) = self.scores.get(*index as usize) {
                    place.store(score, Ordering::Relaxed);
                }
            }
            let done = done.fetch_add(group.len(), Ordering::Relaxed) + group.len();
            progress(done, total).is_continue().then_some(())
        });
        if stopped.is_some() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }

    fn score(&self, login: usize) -> Option<u8> {
        self.scores.get(login).map(|score| score.load(Ordering::Relaxed)).filter(|score| *score != UNRATED)
    }

    /// Whether a log-in was compared and rated, where its password is checked at all.
    #[must_use]
    pub fn is_judged(&self, login: usize) -> bool {
        self.distinct.of_login(login).is_none()
            || (self.similar.get().is_some() && self.score(login).is_some())
    }

    /// The number of a log-in's password, the same for equal ones, or why it is not checked.
    pub fn password_of(&self, login: usize) -> Result<u32, NotChecked> {
        let password = self.distinct.of_login(login).ok_or(NotChecked::Empty)?;
        let all = self.answers.read().unwrap_or_else(PoisonError::into_inner);
        if self.is_unknown_pin(&all, password) { Err(NotChecked::Pin) } else { Ok(password) }
    }

    /// The log-ins with this password, in the order of the file.
    #[must_use]
    pub fn logins_with(&self, password: u32) -> &[u32] {
        self.distinct.members(password)
    }

    /// The site, title and user name of a log-in, for searching and sorting.
    #[must_use]
    pub fn names(&self, login: usize) -> Option<(&str, &str, &str)> {
        let of = self.export.logins.get(login)?;
        let site =
            self.sites.get(login).and_then(|sites| sites.first()).map_or("", RegistrableDomain::as_str);
        Some((site, &of.title, &of.username))
    }

    /// The log-in that begins on this line.
    #[must_use]
    pub fn at_line(&self, line: u64) -> Option<usize> {
        let index = self.export.logins.partition_point(|login| login.line < line);
        self.export.logins.get(index).filter(|login| login.line == line).map(|_| index)
    }

    /// Whether the site of a log-in belongs to this domain.
    #[must_use]
    pub fn is_at(&self, login: usize, site: &RegistrableDomain) -> bool {
        self.sites.get(login).is_some_and(|sites| sites.iter().any(|own| sites::affiliated(own, site)))
    }

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

/// Leaves of addresses in a title and a user name what may be shown: managers write the address as the title, with
/// the password in it, and everything that is looked at, printed or reported comes from here.
fn show_sites_only(login: &mut Login) {
    if let Cow::Owned(title) = sites::shown(&login.title) {
        login.title = title;
    }
    if let Cow::Owned(username) = sites::shown(&login.username) {
        login.username = username;
    }
}

/// What an answer about the password as it was read says about a log-in.
fn believed(answer: Lookup, login: &Login) -> Lookup {
    match answer {
        Lookup::NotOnThisList if login.doubtful => Lookup::CouldNotCheck { reason: "doubtful" },
        answer => answer,
    }
}

/// The words that count against a password: its site, the site's own name, the user name and its first part.
fn about(site: &str, username: &str) -> Vec<String> {
    let name = site.split('.').next().filter(|name| *name != site);
    let local = username.split('@').next().filter(|local| *local != username);
    [Some(site), name, Some(username), local]
        .into_iter()
        .flatten()
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn settle(
    logins: &[Login],
    sites: &[Vec<RegistrableDomain>],
    distinct: &Distinct,
    context: &Context<'_>,
) -> Settled {
    let at_incident: Vec<bool> = sites
        .iter()
        .map(|own| {
            let there = |site| own.iter().any(|own| sites::affiliated(own, site));
            context.incident.as_ref().is_some_and(there)
        })
        .collect();
    let mut incident_password = vec![false; distinct.len()];
    for (login, _) in at_incident.iter().enumerate().filter(|(_, there)| **there) {
        if let Some(place) =
            distinct.of_login(login).and_then(|password| incident_password.get_mut(password as usize))
        {
            *place = true;
        }
    }
    let known = |(index, login): (usize, &Login)| {
        let sites = sites.get(index).map_or(&[] as &[RegistrableDomain], Vec::as_slice);
        let email_account =
            sites.first().is_some_and(|site| priority::is_email_account(site, &login.username));
        let Some(password) = distinct.of_login(index) else {
            let kinds = Kinds::default().with(Kind::NotChecked, true);
            return Known { kinds, email_account, ..Known::default() };
        };
        let there = at_incident.get(index).copied().unwrap_or(false);
        let same = !there && incident_password.get(password as usize).copied().unwrap_or(false);
        let breaches = breaches(login, sites, context.catalogue);
        let two_step = sites
            .iter()
            .filter(|_| !login.has_second_step)
            .find_map(|site| sites::two_step(site, context.region));
        let kinds = Kinds::default()
            .with(Kind::IncidentSite, there)
            .with(Kind::IncidentPassword, same)
            .with(Kind::MasterPasswordReused, login.like_master.is_some())
            .with(Kind::SiteBreachedSince, breaches.iter().any(|(since, _)| *since))
            .with(Kind::SiteBreachedChangeUnknown, breaches.iter().any(|(since, _)| !*since))
            .with(Kind::InsecureAddress, sites.iter().any(RegistrableDomain::is_insecure))
            .with(Kind::TwoStepOffered, two_step.is_some());
        Known { kinds, breaches, two_step, email_account }
    };
    let known = logins.par_iter().enumerate().map(known).collect();
    Settled { catalogue: context.catalogue.as_of(), incident: context.incident.clone(), logins: known }
}

/// The breaches of passwords at a log-in's sites, except those before a change of the password that is on record;
/// with each, whether the password is known to be older. One that was set on the day of the breach may be either.
fn breaches(login: &Login, sites: &[RegistrableDomain], catalogue: &Catalogue) -> Vec<(bool, SiteBreach)> {
    let mut found: Vec<(bool, SiteBreach)> = Vec::new();
    for breach in sites.iter().flat_map(|site| catalogue.by_domain(site)).filter(|b| b.exposed_passwords()) {
        let since = match login.changed {
            Some(changed) if changed.day < breach.date => true,
            Some(changed) if changed.of == ChangeOf::Password => continue,
            _ => false,
        };
        if found.len() < NAMED && !found.iter().any(|(_, other)| other.name == breach.name) {
            let (name, title) = (breach.name.clone(), breach.title.clone());
            found.push((since, SiteBreach { name, title, date: breach.date }));
        }
    }
    found
}
