//! An export with everything that is found out about it.

mod by_site;
mod rating;
mod rows;

use std::borrow::Cow;
use std::sync::atomic::AtomicU8;
use std::sync::{OnceLock, PoisonError, RwLock, RwLockReadGuard};

use jiff::civil::Date;
use password::Digest;
use rayon::prelude::*;
use sites::{Catalogue, Region, RegistrableDomain};

use crate::Login;
use crate::distinct::{Distinct, NotChecked};
use crate::finding::Lookup;
use crate::read::{Export, Skipped, Source, Warning, WarningKind};
use crate::reuse::Reuse;
use crate::similar::Similar;

use self::by_site::{Settled, settle};
use self::rating::UNRATED;
pub use self::rating::{OnStage, Stage};
pub use self::rows::{Row, Summary};

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
