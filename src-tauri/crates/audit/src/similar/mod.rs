//! Different passwords that whoever knows the one guesses from it.
//!
//! Alike are two that are the same after lower-casing and undoing leet, or have the same stem with another tail of
//! digits or symbols, or are at most two edits apart at 8 characters or more. The first two
//! are groups, counted exactly whatever their size; the third is found by parts, with bounds (see `edit`).

mod edit;
mod forms;

use std::collections::HashMap;
use std::ops::ControlFlow;

use password::Password;

use crate::distinct::{Distinct, is_pin};
use crate::heads::{Heads, Lines, NAMED, named};
use crate::{Likeness, Login};

/// How like `password` is to `master`, by the same rules as two passwords of an export.
pub(crate) fn likeness(master: &Password, password: &Password) -> Option<Likeness> {
    // Compared in one spelling, so that an accent written apart is no edit.
    let composed = [master.in_nfc(), password.in_nfc()];
    let [one, other] = [(&composed[0], master), (&composed[1], password)]
        .map(|(composed, written)| composed.as_ref().unwrap_or(written).expose_for_rating());
    if one == other {
        return Some(Likeness::Same);
    }
    let stem = forms::stem(one);
    let alike = forms::normal(one) == forms::normal(other)
        || (stem.is_some() && stem == forms::stem(other))
        || edit::few(one, other);
    (alike && !is_pin(other)).then_some(Likeness::Nearly)
}

/// Passwords of one form, by a number for each form that more than one of them has.
struct Classes {
    of_password: Vec<Option<u32>>,
    heads: Vec<Heads>,
}

impl Classes {
    /// `keys` has one for each password.
    fn of<K: std::hash::Hash + Eq + Copy>(keys: &[Option<K>], logins: &[Login], distinct: &Distinct) -> Self {
        let mut sizes: HashMap<K, u32> = HashMap::new();
        for key in keys.iter().flatten() {
            *sizes.entry(*key).or_default() += 1;
        }
        let mut numbers: HashMap<K, u32> = HashMap::new();
        let of_password: Vec<Option<u32>> = keys
            .iter()
            .map(|key| {
                let key = key.filter(|key| sizes.get(key).is_some_and(|size| *size > 1))?;
                let next = u32::try_from(numbers.len()).ok()?;
                Some(*numbers.entry(key).or_insert(next))
            })
            .collect();
        let mut heads: Vec<Heads> = numbers.iter().map(|_| Heads::default()).collect();
        for (index, login) in logins.iter().enumerate() {
            let Some(password) = distinct.of_login(index) else { continue };
            let class = of_password.get(password as usize).copied().flatten();
            if let Some(class) = class.and_then(|class| heads.get_mut(class as usize)) {
                class.add(login.line, password);
            }
        }
        Self { of_password, heads }
    }

    fn number(&self, password: u32) -> Option<u32> {
        self.of_password.get(password as usize).copied().flatten()
    }

    fn heads(&self, password: u32) -> Option<&Heads> {
        self.heads.get(self.number(password)? as usize)
    }

    fn together(&self, one: u32, other: u32) -> bool {
        self.number(one).is_some_and(|class| self.number(other) == Some(class))
    }
}

/// The password itself, as its first login has it.
fn first_with<'l>(password: u32, logins: &'l [Login], distinct: &Distinct) -> Option<&'l Password> {
    let first = distinct.members(password).first()?;
    logins.get(*first as usize)?.password.as_ref()
}

/// Which passwords are alike.
pub(crate) struct Similar {
    normal: Classes,
    stem: Classes,
    /// Both the same, so that nothing is counted twice.
    both: Classes,
    edits: Vec<(u32, u32)>,
    /// Those that nothing is like so far, and that were not compared with all.
    not_all_compared: Vec<u32>,
}

impl Similar {
    /// `progress` hears how many of how many passwords are done, and says whether to go on.
    pub(crate) fn of(
        logins: &[Login],
        distinct: &Distinct,
        progress: &(dyn Fn(usize, usize) -> ControlFlow<()> + Sync),
    ) -> ControlFlow<(), Self> {
        // Compared in one spelling, so that an accent written apart is no edit.
        let composed: Vec<Option<Password>> = (0_u32..)
            .take(distinct.len())
            .map(|password| first_with(password, logins, distinct)?.in_nfc())
            .collect();
        // Digits like a PIN are alike by chance.
        let texts = (0_u32..).zip(&composed).map(|(password, composed)| {
            if distinct.is_pin(password) {
                return "";
            }
            let password = composed.as_ref().or_else(|| first_with(password, logins, distinct));
            password.map_or("", Password::expose_for_rating)
        });
        progress(0, distinct.len())?;
        let normals: Vec<Option<u64>> =
            texts.clone().map(|text| (!text.is_empty()).then(|| forms::normal(text))).collect();
        let stems: Vec<Option<u64>> = texts.clone().map(forms::stem).collect();
        let both: Vec<Option<(u64, u64)>> =
            normals.iter().zip(&stems).map(|(normal, stem)| Some(((*normal)?, (*stem)?))).collect();
        progress(0, distinct.len())?;
        let normal = Classes::of(&normals, logins, distinct);
        let stem = Classes::of(&stems, logins, distinct);
        let both = Classes::of(&both, logins, distinct);
        let known = |one, other| normal.together(one, other) || stem.together(one, other);
        let edit::Found { pairs, cut_short } = edit::pairs(texts, known, progress)?;
        let mut similar = Self { normal, stem, both, edits: pairs, not_all_compared: Vec::new() };
        similar.not_all_compared = cut_short.into_iter().filter(|password| !similar.has(*password)).collect();
        ControlFlow::Continue(similar)
    }

    /// The first line with a password that nothing is like so far, and that was not compared with all.
    pub(crate) fn first_not_all_compared(&self, logins: &[Login], distinct: &Distinct) -> Option<u64> {
        let firsts = self.not_all_compared.iter().filter_map(|password| {
            let first = distinct.members(*password).first()?;
            Some(logins.get(*first as usize)?.line)
        });
        firsts.min()
    }

    fn neighbours(&self, password: u32) -> &[(u32, u32)] {
        let start = self.edits.partition_point(|(one, _)| *one < password);
        let rest = self.edits.get(start..).unwrap_or_default();
        rest.get(..rest.partition_point(|(one, _)| *one == password)).unwrap_or_default()
    }

    /// Whether any other is like it.
    pub(crate) fn has(&self, password: u32) -> bool {
        self.normal.number(password).is_some()
            || self.stem.number(password).is_some()
            || !self.neighbours(password).is_empty()
    }

    /// The log-ins whose passwords are like it.
    pub(crate) fn lines(&self, password: u32, logins: &[Login], distinct: &Distinct) -> Option<Lines> {
        if !self.has(password) {
            return None;
        }
        let own = distinct.members(password).len();
        let mut candidates = Vec::new();
        let mut total = 0;
        for heads in [self.normal.heads(password), self.stem.heads(password)].into_iter().flatten() {
            candidates.extend(heads.without(password));
            total += heads.total().saturating_sub(own);
        }
        // Who is in both groups was counted twice.
        total -= self.both.heads(password).map_or(0, |heads| heads.total().saturating_sub(own)).min(total);
        for (_, other) in self.neighbours(password) {
            let members = distinct.members(*other);
            total += members.len();
            let lines = members.iter().filter_map(|login| Some(logins.get(*login as usize)?.line));
            candidates.extend(lines.take(NAMED));
        }
        Some(named(candidates, total))
    }
}
