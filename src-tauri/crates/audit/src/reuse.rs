//! The same password at more than one account.

use std::collections::HashMap;

use sites::RegistrableDomain;

use crate::Login;
use crate::distinct::Distinct;
use crate::heads::{Heads, Lines, named};

/// One account may be saved several times, once for each domain of a company, as a site and as an app, or with its
/// e-mail address here and its user name there: the same password on affiliated domains is no reuse, as long as
/// nothing shows that these are two accounts.
pub(crate) struct Reuse {
    /// For each password that more than one account has.
    groups: HashMap<u32, Heads>,
    /// For each log-in the account, named by its first log-in.
    account_of: Vec<u32>,
    sizes: HashMap<u32, usize>,
}

impl Reuse {
    pub(crate) fn of(logins: &[Login], sites: &[Vec<RegistrableDomain>], distinct: &Distinct) -> Self {
        let mut reuse = Self {
            groups: HashMap::new(),
            account_of: (0..u32::try_from(logins.len()).unwrap_or(u32::MAX)).collect(),
            sizes: HashMap::new(),
        };
        for password in (0_u32..).take(distinct.len()) {
            let members = distinct.members(password);
            if members.len() < 2 {
                continue;
            }
            reuse.tell_accounts_apart(logins, sites, members);
            let accounts: Vec<u32> = members.iter().map(|member| reuse.account(*member)).collect();
            let first = accounts.first().copied();
            if accounts.iter().all(|account| Some(*account) == first) {
                continue;
            }
            for account in &accounts {
                *reuse.sizes.entry(*account).or_default() += 1;
            }
            let lines = members.iter().filter_map(|member| Some(logins.get(*member as usize)?.line));
            reuse.groups.insert(password, Heads::of(lines.zip(accounts)));
        }
        reuse
    }

    /// Log-ins are one account if they share, by any of their addresses, a place to sign in, and their user names
    /// may belong to one person there.
    fn tell_accounts_apart(&mut self, logins: &[Login], sites: &[Vec<RegistrableDomain>], members: &[u32]) {
        let mut places: HashMap<&str, Vec<(u32, String)>> = HashMap::new();
        for member in members {
            let Some(login) = logins.get(*member as usize) else { continue };
            let user = login.username.trim().to_lowercase();
            let own = sites.get(*member as usize).map_or(&[] as &[RegistrableDomain], Vec::as_slice);
            let mut known = own.iter().flat_map(sites::log_ins).peekable();
            let is_placed = known.peek().is_some();
            let titles = Some(login.title.trim()).filter(|title| !is_placed && names_a_place(title));
            for place in known.chain(titles) {
                places.entry(place).or_default().push((*member, user.clone()));
            }
        }
        for there in places.values() {
            for (one, other) in same_accounts(there) {
                self.join(one, other);
            }
        }
    }

    fn account(&mut self, login: u32) -> u32 {
        let mut at = login;
        while let Some(above) = self.account_of.get(at as usize).copied().filter(|above| *above != at) {
            let next = self.account_of.get(above as usize).copied().unwrap_or(above);
            if let Some(place) = self.account_of.get_mut(at as usize) {
                *place = next;
            }
            at = above;
        }
        if let Some(place) = self.account_of.get_mut(login as usize) {
            *place = at;
        }
        at
    }

    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.account(one), self.account(other));
        if let Some(place) = self.account_of.get_mut(one.max(other) as usize) {
            *place = one.min(other);
        }
    }

    /// Whether other accounts have the password of this log-in.
    pub(crate) fn is_reused(&self, password: u32) -> bool {
        self.groups.contains_key(&password)
    }

    /// The log-ins of other accounts that have it.
    pub(crate) fn lines(&self, login: u32, password: u32) -> Option<Lines> {
        let heads = self.groups.get(&password)?;
        let account = self.account_of.get(login as usize).copied()?;
        let own = self.sizes.get(&account).copied().unwrap_or(1);
        Some(named(heads.without(account).collect(), heads.total().saturating_sub(own)))
    }
}

/// Whether a title says where a log-in without an address belongs. What is left of an address of which only the scheme
/// may be shown (`custom://`) does not.
fn names_a_place(title: &str) -> bool {
    !title.is_empty() && !title.ends_with(':') && !title.ends_with("://")
}

/// Which log-ins of one place and one password are one account. Those with the same user name are; an entry without
/// one is the same account saved twice; and an e-mail address and a name are, if there is no second of either, or
/// if the address begins with the name.
fn same_accounts(there: &[(u32, String)]) -> Vec<(u32, u32)> {
    let mut first_of: HashMap<&str, u32> = HashMap::new();
    let mut same = Vec::new();
    for (login, user) in there {
        match first_of.get(user.as_str()) {
            Some(first) => same.push((*first, *login)),
            None => {
                first_of.insert(user, *login);
            }
        }
    }
    let mut users: Vec<(&str, u32)> = first_of.into_iter().collect();
    users.sort_unstable_by_key(|(_, login)| *login);
    let without_name = users.iter().find(|(user, _)| user.is_empty()).copied();
    users.retain(|(user, _)| !user.is_empty());
    let (addresses, names): (Vec<_>, Vec<_>) =
        users.iter().copied().partition(|(user, _)| user.contains('@'));
    if let ([(_, one)], [(_, other)]) = (addresses.as_slice(), names.as_slice()) {
        same.push((*one, *other));
    }
    let by_name: HashMap<&str, u32> = names.into_iter().collect();
    for (address, one) in addresses {
        if let Some(other) = address.split('@').next().and_then(|local| by_name.get(local)) {
            same.push((one, *other));
        }
    }
    if let (Some((_, one)), Some((_, other))) = (without_name, users.first()) {
        same.push((one, *other));
    }
    same
}
