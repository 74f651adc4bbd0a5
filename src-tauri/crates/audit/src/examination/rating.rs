//! What takes longer: which passwords are alike, and how hard each is to guess.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use sites::RegistrableDomain;

use super::Examination;
use crate::similar::Similar;

/// A password that is not rated yet.
pub(super) const UNRATED: u8 = u8::MAX;

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

impl Examination {
    /// Finds out what takes longer, on all processors: which passwords are alike, then how hard each is to guess.
    /// After a stop, ratings that are done are kept; the comparison starts from the beginning.
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

    pub(super) fn score(&self, login: usize) -> Option<u8> {
        self.scores.get(login).map(|score| score.load(Ordering::Relaxed)).filter(|score| *score != UNRATED)
    }

    /// Whether a log-in was compared and rated, where its password is checked at all.
    #[must_use]
    pub fn is_judged(&self, login: usize) -> bool {
        self.distinct.of_login(login).is_none()
            || (self.similar.get().is_some() && self.score(login).is_some())
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
