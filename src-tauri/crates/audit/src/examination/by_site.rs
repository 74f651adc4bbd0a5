//! What follows from the sites of the log-ins: breaches, second steps, the incident.

use jiff::civil::Date;
use rayon::prelude::*;
use sites::{Catalogue, RegistrableDomain};

use super::Context;
use crate::distinct::Distinct;
use crate::finding::{Kind, Kinds, SiteBreach};
use crate::heads::NAMED;
use crate::{ChangeOf, Login, priority};

/// What depends on the catalogue alone, and the day of that.
pub(super) struct Settled {
    pub(super) catalogue: Date,
    pub(super) incident: Option<RegistrableDomain>,
    pub(super) logins: Vec<Known>,
}

#[derive(Default)]
pub(super) struct Known {
    pub(super) kinds: Kinds,
    pub(super) breaches: Vec<(bool, SiteBreach)>,
    pub(super) two_step: Option<&'static sites::TwoStep>,
    pub(super) email_account: bool,
}

pub(super) fn settle(
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
