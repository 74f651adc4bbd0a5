//! The four incidents that experts ordered: a forum with hoax calls, a telephone company, a dating site, toys of children.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

mod made;

use std::collections::BTreeSet;

use made::{Case, actions, ids, in_order, make, questions};
use plan::{Country, Given, Kind};

#[test]
fn forum_with_hoax_calls_puts_safety_first_and_survives_a_hijacked_page() {
    let made = make(&Case {
        classes: &["Email addresses", "Passwords", "Private messages", "IP addresses", "Usernames"],
        kinds: &["swatting", "threats", "defacement"],
        country: "gb-eng",
        ..Case::default()
    });
    in_order(
        &made,
        &[
            "stay-safe",
            "warn-about-hoax-calls",
            "know-this-is-real",
            "email-account-first",
            "change-password-here",
            "audit-export",
            "private-messages",
        ],
    );
    assert!(actions(&made, "know-this-is-real").contains("forum.example is down or looks wrong"));
    assert!(actions(&made, "warn-about-hoax-calls").contains("cameras, doorbells"));
    let scotland = made.steps.iter().flat_map(|step| &step.links).any(|link| link.name.contains("Scotland"));
    assert!(!scotland, "England has its own contacts alone");
}

#[test]
fn telephone_company_with_papers_speaks_of_no_password_and_leads_to_the_papers() {
    let made = make(&Case {
        classes: &[
            "Names",
            "Dates of birth",
            "Phone numbers",
            "Physical addresses",
            "Driver's licenses",
            "Passport numbers",
            "Email addresses",
        ],
        country: "au",
        ..Case::default()
    });
    in_order(&made, &["know-this-is-real", "identity-document", "phone-number", "watch-for-phishing"]);
    let all = ids(&made);
    for absent in ["stay-safe", "extortion", "change-password-here", "sign-out-everywhere"] {
        assert!(!all.contains(&absent), "{absent}");
    }
    assert!(actions(&made, "identity-document").contains("often still good, also for travel"));
    let papers = made.steps.iter().find(|step| step.id == "identity-document").unwrap();
    assert!(!papers.links.is_empty(), "Australia has offices for papers and freezes");
}

#[test]
fn dating_site_with_a_posted_list_asks_nobody_to_tell_others() {
    let made = make(&Case {
        classes: &["Sexual orientations", "Email addresses", "Passwords", "Partial credit card data"],
        kinds: &["doxxing", "extortion"],
        country: "us",
        ..Case::default()
    });
    in_order(
        &made,
        &[
            "stay-safe",
            "sensitive-data",
            "extortion",
            "posted-details",
            "email-account-first",
            "change-password-here",
        ],
    );
    assert!(!ids(&made).contains(&"warn-about-hoax-calls"));
    let said: Vec<&String> = made.steps.iter().flat_map(|step| &step.actions).collect();
    assert!(!said.iter().any(|action| action.contains("Tell the people you live with")), "{said:?}");
    assert!(actions(&made, "sensitive-data").contains("does not prove that somebody used the site"));
    assert!(ids(&made).contains(&"watch-card") && !ids(&made).contains(&"payment-card"));
}

#[test]
fn toys_of_children_put_the_child_second_once_it_is_said() {
    let classes = SCENARIOS[3].0;
    let asked = make(&Case { classes, country: "gb", ..Case::default() });
    assert_eq!(questions(&asked).first(), Some(&"under-18"));
    let made =
        make(&Case { classes, country: "gb", answers: &[("under-18", Given::Yes)], ..Case::default() });
    assert_eq!(ids(&made).get(1), Some(&"childrens-data"), "{:?}", ids(&made));
    in_order(&made, &["know-this-is-real", "childrens-data", "email-account-first", "private-messages"]);
    assert!(actions(&made, "childrens-data").contains("Switch off its chat and camera"));
}

/// The four incidents of the tests above: classes, kinds, answers, and steps in the order in which they have to come.
type Scenario = (
    &'static [&'static str],
    &'static [&'static str],
    &'static [(&'static str, Given)],
    &'static [&'static str],
);

const SCENARIOS: [Scenario; 4] = [
    (
        &["Email addresses", "Passwords", "Private messages", "IP addresses", "Usernames"],
        &["swatting", "threats", "defacement"],
        &[],
        &[
            "stay-safe",
            "warn-about-hoax-calls",
            "email-account-first",
            "change-password-here",
            "audit-export",
        ],
    ),
    (
        &[
            "Names",
            "Dates of birth",
            "Phone numbers",
            "Driver's licenses",
            "Passport numbers",
            "Email addresses",
        ],
        &[],
        &[],
        &["know-this-is-real", "identity-document", "phone-number", "watch-for-phishing"],
    ),
    (
        &["Sexual orientations", "Email addresses", "Passwords", "Partial credit card data"],
        &["doxxing", "extortion"],
        &[],
        &["stay-safe", "sensitive-data", "extortion", "email-account-first", "change-password-here"],
    ),
    (
        &[
            "Names",
            "Dates of birth",
            "Photos",
            "Audio recordings",
            "Chat logs",
            "Passwords",
            "Email addresses",
        ],
        &[],
        &[("under-18", Given::Yes)],
        &["know-this-is-real", "childrens-data", "email-account-first", "private-messages"],
    ),
];

#[test]
fn scenarios_have_the_same_order_and_contacts_of_their_own_in_six_countries() {
    for (classes, kinds, answers, order) in SCENARIOS {
        let plans = ["gb-eng", "ie", "us", "de", "au", "fr"]
            .map(|country| (country, make(&Case { classes, kinds, answers, country, ..Case::default() })));
        for (country, made) in &plans {
            in_order(made, order);
            assert_eq!(ids(made), ids(&plans[0].1), "{country}");
            for step in made.steps.iter().filter(|step| step.kind == Kind::ContactAuthority) {
                assert!(!step.links.is_empty(), "{country}: nobody to contact for {}", step.id);
            }
            for step in &made.steps {
                let different: BTreeSet<_> = step.links.iter().map(|link| (&link.text, &link.url)).collect();
                assert_eq!(different.len(), step.links.len(), "{country}: {} names one twice", step.id);
            }
            let mut shown = made.steps.iter().filter_map(|step| step.country).map(Country::code);
            assert!(shown.all(|shown| shown == *country), "{country}");
            if let Some(safety) = made.steps.iter().find(|step| step.id == "stay-safe") {
                let first = &safety.links[0];
                assert!(!first.ways.is_empty(), "{country}: {} has no number", first.name);
            }
        }
    }
}
