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

/// Hosts with a log-in of their own under another site's registrable domain, and why.
///
/// AWS keeps its own passwords since 2017, also for those whose account began at amazon.com: the same password at
/// both is a second use of it.
const OWN_LOG_IN: &[&str] = &["aws.amazon.com"];

/// Names for the log-ins that a site uses: one, the same for affiliated domains, else the registrable domain itself.
/// An app has two: that of the domain that its id names in reverse (`com.example.app`), and its id's own. Of a site
/// of which only the scheme is known there are none.
///
/// Two records count: the shipped one of Apple and a small one of ours with a reason for each group. `from` and `to`
/// count in both directions, obsolete or not, and groups that have a domain in common are one: an account may have
/// moved along all of them. A host on record stands for its registrable domain, which is one log-in anyway.
pub fn log_ins(site: &RegistrableDomain) -> impl Iterator<Item = &str> {
    let own = OWN_LOG_IN.iter().copied().find(|own| {
        site.host().strip_suffix(own).is_some_and(|before| before.is_empty() || before.ends_with('.'))
    });
    let of = |name| names().get(name).map_or(name, String::as_str);
    let owner = site.owner().map(of);
    let name = own.or_else(|| (!site.is_scheme_only()).then(|| of(site.as_str())));
    owner.into_iter().chain(name)
}

/// Whether an account at the one site is one at the other.
#[must_use]
pub fn affiliated(one: &RegistrableDomain, other: &RegistrableDomain) -> bool {
    let same_domain = one.is_registrable() && other.is_registrable() && one.as_str() == other.as_str();
    same_domain || log_ins(one).any(|log_in| log_ins(other).any(|there| there == log_in))
}

fn names() -> &'static HashMap<String, String> {
    static NAMES: OnceLock<HashMap<String, String>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let all: [Vec<Group>; 2] = [
            crate::shipped::json(
                "sites/data/shared-credentials.json",
                include_str!("../data/shared-credentials.json"),
            ),
            crate::shipped::json(
                "sites/data/own-shared-credentials.json",
                include_str!("../data/own-shared-credentials.json"),
            ),
        ];
        let mut names: HashMap<String, String> = HashMap::new();
        for group in all.into_iter().flatten() {
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
    fn both_records_read_whole() {
        assert!(names().len() > 560, "{}", names().len());
        let own: Vec<serde_json::Value> =
            serde_json::from_str(include_str!("../data/own-shared-credentials.json")).unwrap();
        for group in own {
            assert!(group["reason"].as_str().is_some_and(|reason| reason.len() > 20), "{group}");
            for member in group["shared"].as_array().unwrap() {
                let site = RegistrableDomain::of(member.as_str().unwrap()).unwrap();
                assert!(site.is_registrable(), "{member}");
            }
        }
    }

    #[test]
    fn one_account_under_several_names_of_a_company_is_one() {
        for (one, other) in [
            ("https://accounts.google.com", "https://youtube.com"),
            ("https://mail.google.com", "https://gmail.com"),
            ("https://apple.com", "https://www.icloud.com"),
            ("https://login.live.com", "https://outlook.com"),
            ("https://login.microsoftonline.com", "https://www.office.com"),
            ("https://hotmail.com", "https://xbox.com"),
            ("https://mojang.com", "https://www.minecraft.net"),
            ("https://minecraft.net", "https://login.live.com"),
            ("https://amazon.com", "https://www.amazon.de"),
            ("https://amazon.co.uk", "https://www.amazon.com.au"),
            ("https://www.netflix.com", "android://aGFzaA==@com.netflix.mediaclient/"),
            ("https://youtube.com", "androidapp://com.google.android.youtube"),
            ("https://x.com", "android://aGFzaA==@com.twitter.android/"),
            ("https://forum.example", "sftp://forum.example"),
            ("https://forum.example", "ios://forum.example"),
            ("http://192.168.1.1", "https://192.168.1.1:8443"),
        ] {
            assert!(same(one, other) && same(other, one), "{one} {other}");
        }
    }

    #[test]
    fn different_accounts_stay_different() {
        for (one, other) in [
            ("https://ann.github.io", "https://bob.github.io"),
            ("https://ann.github.io", "https://github.com"),
            ("https://a.blogspot.com", "https://b.blogspot.com"),
            ("https://a.blogspot.com", "https://blogger.com"),
            ("https://amazon.com", "https://ring.com"),
            ("https://amazon.com", "https://signin.aws.amazon.com"),
            ("https://s3.amazonaws.com/x", "https://amazon.com"),
            ("https://amazon.com", "https://amazon.com.evil.example"),
            ("https://github.com", "https://microsoft.com"),
            ("https://linkedin.com", "https://microsoft.com"),
            ("https://twitch.tv", "https://amazon.com"),
            ("https://facebook.com", "https://instagram.com"),
            ("https://gmx.net", "https://web.de"),
            ("https://flickr.com", "https://yahoo.com"),
            ("androidapp://com.netflix.mediaclient", "androidapp://com.forum.app"),
            ("custom://one", "custom://two"),
            ("mailto:ann@a.example", "mailto:ann@b.example"),
            ("http://192.168.1.1", "http://192.168.1.2"),
        ] {
            let (one, other) = (RegistrableDomain::of(one).unwrap(), RegistrableDomain::of(other).unwrap());
            let log_in = log_ins(&one).any(|log_in| log_ins(&other).any(|there| there == log_in));
            assert!(!log_in, "{one:?} {other:?}");
        }
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
