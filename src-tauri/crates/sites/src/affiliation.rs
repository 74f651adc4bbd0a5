//! Which domains share one log-in.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::RegistrableDomain;

#[derive(Deserialize)]
struct Group {
    #[serde(default)]
    shared: Vec<String>,
    #[serde(default)]
    from: Vec<String>,
    #[serde(default)]
    to: Vec<String>,
}

/// A name for the log-in that a site uses: the same for affiliated domains, else the registrable domain itself.
///
/// `from` and `to` of the record count in both directions, obsolete or not, and groups that have a domain in
/// common are one: an account may have moved along all of them. A host on record stands for its registrable domain,
/// which is one log-in anyway.
#[must_use]
pub fn log_in(site: &RegistrableDomain) -> &str {
    log_ins().get(site.as_str()).map_or(site.as_str(), String::as_str)
}

/// Whether an account at the one site is one at the other.
#[must_use]
pub fn affiliated(one: &RegistrableDomain, other: &RegistrableDomain) -> bool {
    log_in(one) == log_in(other)
}

fn log_ins() -> &'static HashMap<String, String> {
    static LOG_INS: OnceLock<HashMap<String, String>> = OnceLock::new();
    LOG_INS.get_or_init(|| {
        let groups: Vec<Group> = crate::shipped::json(
            "sites/data/shared-credentials.json",
            include_str!("../data/shared-credentials.json"),
        );
        let mut names: HashMap<String, String> = HashMap::new();
        for group in groups {
            let members = group.shared.iter().chain(&group.from).chain(&group.to);
            let members: Vec<String> = members
                .filter_map(|member| RegistrableDomain::of(member))
                .map(|site| site.as_str().to_owned())
                .collect();
            let Some(first) = members.first() else { continue };
            let name = names.get(first).unwrap_or(first).clone();
            for member in members {
                if let Some(former) = names.insert(member, name.clone()).filter(|former| *former != name) {
                    names
                        .values_mut()
                        .filter(|other| **other == former)
                        .for_each(|other| other.clone_from(&name));
                }
            }
        }
        names
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        affiliated(&RegistrableDomain::of(one).unwrap(), &RegistrableDomain::of(other).unwrap())
    }

    #[test]
    fn the_record_reads_whole() {
        assert!(log_ins().len() > 440);
    }

    #[test]
    fn domains_that_share_a_log_in_are_one_account() {
        assert!(same("https://audiojungle.net/", "https://www.themeforest.net/sign_in"));
        assert!(same("https://airbnb.de", "https://airbnb.com"));
        assert!(same("https://a.forum.example", "https://b.forum.example"));
        assert!(!same("https://airbnb.de", "https://forum.example"));
        assert!(!same("http://10.0.0.1", "http://10.0.0.2"));
    }

    #[test]
    fn a_log_in_that_moved_is_one_in_both_directions() {
        for (from, to) in [("angel.co", "wellfound.com"), ("behance.net", "adobe.com")] {
            assert!(same(from, to) && same(to, from), "{from} {to}");
        }
    }

    #[test]
    fn a_host_on_record_stands_for_its_registrable_domain() {
        assert!(same("https://gamefaqs.gamespot.com", "https://www.gamespot.com"));
        assert!(same("https://gamefaqs.com", "https://www.gamespot.com"));
        assert!(same("https://signin.costco.com", "https://www.costco.com"));
    }
}
