//! Planted reasons, and the exact set of findings that has to come of them.
#![allow(clippy::unwrap_used, reason = "a test stops at what is wrong")]

use std::ops::ControlFlow;

use audit::Kind as K;
use audit::read::{Encoding, Export, Source};
use audit::{
    ChangeOf, Changed, Context, Examination, Finding, Kind, Login, Lookup, NotChecked, Stage, Urgency,
};
use jiff::civil::{Date, date};
use password::Password;
use sites::{Region, RegistrableDomain};

const STRONG: &str = "plum-lantern-4477-canary";

fn login(line: u64, url: &str, username: &str, secret: &str) -> Login {
    Login {
        line,
        title: String::new(),
        urls: if url.is_empty() { Vec::new() } else { vec![url.to_owned()] },
        username: username.to_owned(),
        password: Password::from_bytes(secret.as_bytes().to_vec().into()).ok(),
        changed: None,
        has_second_step: false,
        doubtful: false,
        like_master: None,
    }
}

fn changed(mut login: Login, day: Date, of: ChangeOf) -> Login {
    login.changed = Some(Changed { day, of });
    login
}

fn examine_at(logins: Vec<Login>, incident: Option<&str>) -> Examination {
    let export = Export {
        source: Source::Firefox,
        encoding: Encoding::Utf8,
        logins,
        skipped: Vec::new(),
        warnings: Vec::new(),
    };
    let context = Context {
        today: date(2026, 11, 24),
        catalogue: sites::breaches(),
        region: Region::All,
        incident: incident.and_then(RegistrableDomain::of),
    };
    let examination = Examination::new(export, &context);
    assert!(examination.judge(&|_, _, _| ControlFlow::Continue(())).is_continue());
    examination
}

fn examine(logins: Vec<Login>) -> Examination {
    examine_at(logins, None)
}

fn kinds(examination: &Examination, login: usize) -> Vec<Kind> {
    let row = examination.row(login).unwrap();
    let kinds: Vec<Kind> = row.findings.iter().map(Finding::kind).collect();
    let mut once = kinds.clone();
    once.dedup();
    assert_eq!(
        once,
        examination.kinds(login).iter().collect::<Vec<_>>(),
        "what is counted is what is listed"
    );
    kinds
}

fn with(examination: &Examination, login: usize, kind: Kind) -> Option<(Vec<u64>, usize)> {
    examination.row(login).unwrap().findings.into_iter().find_map(|finding| match finding {
        Finding::Reused { with } | Finding::Similar { with }
            if kind == Kind::Reused || kind == Kind::Similar =>
        {
            Some((with.named, with.others))
        }
        _ => None,
    })
}

#[test]
fn each_planted_reason_is_found_and_nothing_else() {
    let examination = examine(vec![
        login(2, "https://forum.example/", "ann", STRONG),
        login(3, "https://shop.example/", "ann", STRONG),
        login(4, "http://club.example/", "ann", "velvet.orchard.skylight.92"),
        login(5, "https://garden.example/", "ann", "Velvet.Orchard.Skylight.17"),
        login(6, "https://choir.example/", "ann", "choir123"),
        login(7, "https://www.adobe.com/", "ann", "marble+thicket+quarry+dune"),
        login(8, "https://bank.example/", "ann", ""),
        login(9, "https://door.example/", "ann", "1234"),
        login(10, "", "", "umbrella/petal/granite/otter"),
    ]);
    let expected: [&[Kind]; 9] = [
        &[K::Reused],
        &[K::Reused],
        &[K::Similar, K::InsecureAddress],
        &[K::Similar],
        &[K::Weak],
        &[K::SiteBreachedChangeUnknown, K::TwoStepOffered],
        &[K::NotChecked],
        &[K::NotChecked],
        &[],
    ];
    for (index, kinds_expected) in expected.iter().enumerate() {
        assert_eq!(kinds(&examination, index), *kinds_expected, "line {}", index + 2);
    }
    assert_eq!(with(&examination, 0, K::Reused), Some((vec![3], 0)));
    assert_eq!(with(&examination, 2, K::Similar), Some((vec![5], 0)));
    let reasons: Vec<_> = (6..8).map(|index| examination.row(index).unwrap().findings.remove(0)).collect();
    assert_eq!(
        reasons,
        [Finding::NotChecked { reason: NotChecked::Empty }, Finding::NotChecked { reason: NotChecked::Pin }]
    );
    let summary = examination.summary();
    assert_eq!((summary.logins, summary.distinct_passwords, summary.to_change), (9, 6, 6));
    assert_eq!((summary.of(K::Reused), summary.of(K::Similar), summary.of(K::Weak)), (2, 2, 1));
}

#[test]
fn one_account_under_several_domains_is_not_reused() {
    let one = examine(vec![
        login(2, "https://themeforest.net/", "Ann", STRONG),
        login(3, "https://audiojungle.net/", "ann", STRONG),
        login(4, "https://m.audiojungle.net/", "ann", STRONG),
    ]);
    assert!((0..3).all(|index| kinds(&one, index).iter().all(|kind| *kind != Kind::Reused)));
    let two = examine(vec![
        login(2, "https://themeforest.net/", "ann", STRONG),
        login(3, "https://audiojungle.net/", "ben", STRONG),
        login(4, "https://audiojungle.net/", "ann", STRONG),
    ]);
    assert_eq!(with(&two, 0, Kind::Reused), Some((vec![3], 0)));
    assert_eq!(with(&two, 1, Kind::Reused), Some((vec![2, 4], 0)));
}

#[test]
fn a_crowd_is_named_by_its_first_twenty_and_counted() {
    let site = |line: u64| format!("https://site{line}.example/");
    let reused = examine((2..102).map(|line| login(line, &site(line), "ann", STRONG)).collect());
    assert_eq!(with(&reused, 0, Kind::Reused), Some(((3..23).collect(), 79)));
    assert_eq!(with(&reused, 5, Kind::Reused), Some(((2..23).filter(|line| *line != 7).collect(), 79)));
    let family = |line: u64| format!("Velvet.Orchard.{line}");
    let similar = examine((2..102).map(|line| login(line, &site(line), "ann", &family(line))).collect());
    assert_eq!(with(&similar, 99, Kind::Similar), Some(((2..22).collect(), 79)));
}

#[test]
fn whoever_is_alike_in_two_ways_is_counted_once() {
    let examination = examine(vec![
        login(2, "https://a.example/", "ann", "Velvet.Orchard.7"),
        login(3, "https://b.example/", "ann", "velvet.orchard.7"),
        login(4, "https://c.example/", "ann", "velvet.orchard.8"),
        login(5, "https://d.example/", "ann", "velvet.orchards!"),
    ]);
    // Line 5 has another stem and is two edits from lines 3 and 4, three from line 2.
    assert_eq!(with(&examination, 0, Kind::Similar), Some((vec![3, 4], 0)));
    assert_eq!(with(&examination, 1, Kind::Similar), Some((vec![2, 4, 5], 0)));
}

#[test]
fn a_breach_counts_by_the_day_on_which_the_password_was_changed() {
    let at = |day: Date, of| changed(login(2, "https://www.adobe.com/", "ann", STRONG), day, of);
    let kind = |login: Login| {
        kinds(&examine(vec![login]), 0)
            .into_iter()
            .filter(|kind| *kind != Kind::TwoStepOffered)
            .collect::<Vec<_>>()
    };
    let (before, after) = (date(2013, 10, 3), date(2023, 10, 5));
    assert_eq!(kind(at(before, ChangeOf::Password)), [Kind::SiteBreachedSince, Kind::Old]);
    assert_eq!(kind(at(before, ChangeOf::Entry)), [Kind::SiteBreachedSince, Kind::Old]);
    assert_eq!(kind(at(after, ChangeOf::Password)), []);
    assert_eq!(kind(at(after, ChangeOf::Entry)), [Kind::SiteBreachedChangeUnknown]);
    let row = examine(vec![at(before, ChangeOf::Password)]).row(0).unwrap();
    let Some(Finding::SiteBreachedSince(breach)) = row.findings.first() else { panic!("{:?}", row.findings) };
    assert_eq!((breach.name.as_str(), breach.date), ("Adobe", date(2013, 10, 4)));
}

#[test]
fn age_alone_is_no_reason() {
    let long_ago = date(2016, 3, 1);
    let old = |secret| {
        let login = changed(login(2, "https://forum.example/", "ann", secret), long_ago, ChangeOf::Password);
        kinds(&examine(vec![login]), 0)
    };
    assert_eq!(old(STRONG), []);
    assert_eq!(old("forum2016"), [Kind::Weak, Kind::Old]);
}

#[test]
fn what_a_list_says_comes_in_later_and_moves_the_log_in_up() {
    let examination = examine(vec![
        login(2, "https://forum.example/", "ann", STRONG),
        login(3, "https://shop.example/", "ann", "velvet.orchard.skylight.92"),
        login(4, "https://accounts.google.com/", "ann", "velvet.orchard.skylight.92"),
        login(5, "https://club.example/", "ann", "marble+thicket+quarry+dune"),
    ]);
    let number = |login: usize| examination.password_of(login).unwrap();
    examination.answer([
        (number(0), Lookup::Found { list: "embedded".to_owned(), count: None, at_least: false }),
        (number(1), Lookup::Found { list: "embedded".to_owned(), count: Some(3), at_least: false }),
        (number(3), Lookup::CouldNotCheck { reason: "timed_out" }),
    ]);
    assert_eq!(examination.order(), [2, 1, 0, 3]);
    let urgency: Vec<Urgency> =
        examination.order().into_iter().map(|login| examination.row(login).unwrap().urgency).collect();
    assert_eq!(
        urgency,
        [Urgency::EmailAccount, Urgency::BreachedAndReused, Urgency::Breached, Urgency::Nothing]
    );
    assert_eq!((examination.summary().of(Kind::Breached), examination.summary().could_not_check), (3, 1));
    assert_eq!(examination.row(3).unwrap().lookup.code(), "could_not_check");
}

#[test]
fn an_open_notice_puts_its_site_and_its_password_in_front() {
    let examination = examine_at(
        vec![
            login(2, "https://forum.example/", "ann", "password1"),
            login(3, "https://www.willow.example/", "ann", STRONG),
            login(4, "https://shop.example/", "ann", STRONG),
        ],
        Some("willow.example"),
    );
    assert_eq!(kinds(&examination, 1), [Kind::IncidentSite, Kind::Reused]);
    assert_eq!(kinds(&examination, 2), [Kind::IncidentPassword, Kind::Reused]);
    assert_eq!(examination.order(), [1, 2, 0]);
}

#[test]
fn who_has_a_second_step_already_is_not_told_to_set_it_up() {
    let mut own = login(2, "https://www.dropbox.com/", "ann", STRONG);
    own.has_second_step = true;
    let other = login(3, "https://www.dropbox.com/", "ben", "marble+thicket+quarry+dune");
    let examination = examine(vec![own, other]);
    assert!(!kinds(&examination, 0).contains(&Kind::TwoStepOffered));
    assert!(kinds(&examination, 1).contains(&Kind::TwoStepOffered));
}

#[test]
fn judging_stops_when_it_is_told_to_and_goes_on_where_it_was() {
    let logins =
        (0..50).map(|n: u64| login(n + 2, "https://forum.example/", "ann", &format!("forum{n:02}x")));
    let export = Export {
        source: Source::Chrome,
        encoding: Encoding::Utf8,
        logins: logins.collect(),
        skipped: Vec::new(),
        warnings: Vec::new(),
    };
    let context = Context {
        today: date(2026, 11, 24),
        catalogue: sites::breaches(),
        region: Region::All,
        incident: None,
    };
    let examination = Examination::new(export, &context);
    let until = |stage: Stage, most: usize| {
        move |now: Stage, done: usize, _: usize| {
            if now == stage && done >= most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }
    };
    assert!(examination.judge(&until(Stage::Comparing, 0)).is_break());
    assert_eq!((examination.summary().of(Kind::Similar), examination.summary().of(Kind::Weak)), (0, 0));
    assert!(examination.judge(&until(Stage::Rating, 1)).is_break());
    assert_eq!(examination.summary().of(Kind::Similar), 50);
    let weak = examination.summary().of(Kind::Weak);
    assert!((1..50).contains(&weak), "{weak}");
    let only_the_rest = |stage: Stage, _: usize, total: usize| {
        let rest = stage == Stage::Rating && total == 50 - weak;
        if rest { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    assert!(examination.judge(&only_the_rest).is_continue());
    assert_eq!(examination.summary().of(Kind::Weak), 50);
}

#[test]
fn a_newer_catalogue_changes_what_is_said_of_sites_and_nothing_else() {
    let examination = examine(vec![
        login(2, "https://forum.example/", "ann", "forum2016"),
        login(3, "https://www.adobe.com/", "ann", STRONG),
    ]);
    assert_eq!(examination.catalogue_day(), sites::breaches().as_of());
    assert_eq!(kinds(&examination, 0), [Kind::Weak]);
    // As if what happened at Adobe had been at the forum.
    let newer =
        include_str!("../../sites/data/breach-catalogue.json").replace("\"adobe.com\"", "\"forum.example\"");
    let newer = sites::Catalogue::read(newer.as_bytes(), date(2026, 11, 20)).unwrap();
    examination.hold_against(&Context {
        today: date(2026, 11, 24),
        catalogue: &newer,
        region: Region::All,
        incident: None,
    });
    assert_eq!(examination.catalogue_day(), date(2026, 11, 20));
    assert_eq!(kinds(&examination, 0), [Kind::Weak, Kind::SiteBreachedChangeUnknown]);
    assert!(!kinds(&examination, 1).contains(&Kind::SiteBreachedChangeUnknown));
}

/// For each pair of addresses the same user name and password; which of them are one account.
#[test]
fn one_account_at_affiliated_names_and_apps_is_not_reused_and_two_accounts_are() {
    let reused = |one: (&str, &str), other: (&str, &str)| {
        let both = examine(vec![login(2, one.0, one.1, STRONG), login(3, other.0, other.1, STRONG)]);
        both.kinds(0).has(Kind::Reused)
    };
    for (one, other) in [
        ("https://mojang.com", "https://www.minecraft.net"),
        ("https://amazon.com", "https://www.amazon.de"),
        ("https://login.live.com", "https://outlook.com"),
        ("https://login.microsoftonline.com", "https://www.office.com"),
        ("https://accounts.google.com", "https://youtube.com"),
        ("https://apple.com", "https://icloud.com"),
        ("https://www.netflix.com", "android://aGFzaA==@com.netflix.mediaclient/"),
        ("https://forum.example", "sftp://forum.example"),
        ("https://forum.example", "https://forum.example:8443"),
        ("http://192.168.1.1", "https://192.168.1.1:8443"),
    ] {
        assert!(!reused((one, "ann"), (other, "ann")), "{one} {other}");
        assert!(reused((one, "ann"), (other, "bob")), "{one} {other}");
    }
    for (one, other) in [
        ("https://amazon.com", "https://ring.com"),
        ("https://amazon.com", "https://signin.aws.amazon.com"),
        ("https://ann.github.io", "https://github.com"),
        ("https://ann.blogspot.com", "https://bob.blogspot.com"),
        ("https://flickr.com", "https://yahoo.com"),
        ("http://fritz.box", "http://192.168.178.1"),
        ("custom://one", "custom://two"),
        ("https://forum.example/share?via=x,adobe.com", "https://adobe.com"),
    ] {
        assert!(reused((one, "ann"), (other, "ann")), "{one} {other}");
    }
}

#[test]
fn one_site_saved_twice_is_one_account_unless_the_names_say_two() {
    let reused = |names: &[&str]| {
        let logins =
            (2..).zip(names).map(|(line, name)| login(line, "https://forum.example/x", name, STRONG));
        examine(logins.collect()).kinds(0).has(Kind::Reused)
    };
    for one in [
        &["ann@mail.example", "ann", ""][..],
        &["ann", ""],
        &["", ""],
        &["Ann", "ann "],
        &["ann@mail.example", "annie82"],
    ] {
        assert!(!reused(one), "{one:?}");
    }
    for two in [&["ann", "bob"][..], &["ann@a.example", "ann@b.example"], &["ann", "bob", ""]] {
        assert!(reused(two), "{two:?}");
    }
    let names = examine(vec![
        login(2, "https://forum.example", "ann@mail.example", STRONG),
        login(3, "https://forum.example", "bob", STRONG),
        login(4, "https://forum.example", "ann", STRONG),
    ]);
    assert_eq!(with(&names, 0, Kind::Reused), Some((vec![3], 0)));
    assert_eq!(with(&names, 1, Kind::Reused), Some((vec![2, 4], 0)));
}

#[test]
fn two_addresses_of_which_only_the_scheme_is_shown_are_two_accounts() {
    let titled = |line, address: &str| {
        let mut login = login(line, address, "ann", STRONG);
        login.title = address.to_owned();
        login
    };
    let both = examine(vec![titled(2, "custom://one"), titled(3, "custom://two")]);
    assert!(both.kinds(0).has(Kind::Reused));
    assert_eq!(both.names(0), Some(("custom://", "custom://", "ann")));
}

#[test]
fn a_host_stands_for_a_log_in_before_a_scheme_does() {
    let mut entry = login(2, "cmd://ssh ann@host", "ann", STRONG);
    entry.urls.push("https://forum.example/x".to_owned());
    assert_eq!(examine(vec![entry]).names(0), Some(("forum.example", "", "ann")));
}

#[test]
fn pin_that_a_list_holds_has_the_findings_of_any_password_and_an_unknown_one_none() {
    let examination = examine(vec![
        login(2, "https://forum.example/", "ann", "12345"),
        login(3, "https://shop.example/", "ann", "12345"),
        login(4, "https://door.example/", "ann", "90731"),
        login(5, "https://gate.example/", "ann", "90732"),
    ]);
    assert!((0..4).all(|index| kinds(&examination, index) == [K::NotChecked]));
    assert_eq!(examination.summary().distinct_passwords, 0);
    let number = examination.spellings_of(0).next().unwrap();
    examination
        .answer([(number, Lookup::Found { list: "embedded".to_owned(), count: None, at_least: false })]);
    for index in [0, 1] {
        assert_eq!(kinds(&examination, index), [K::Breached, K::Reused, K::Weak]);
        assert_eq!(examination.row(index).unwrap().lookup.code(), "found");
    }
    for index in [2, 3] {
        assert_eq!(kinds(&examination, index), [K::NotChecked]);
        assert_eq!(examination.row(index).unwrap().lookup, Lookup::NotAsked);
        assert_eq!(examination.password_of(index), Err(NotChecked::Pin));
    }
    assert_eq!(examination.summary().distinct_passwords, 1);
}

#[test]
fn passwords_alike_but_for_their_unicode_form_are_similar() {
    let examination = examine(vec![
        login(2, "https://forum.example/", "ann", "umbrella-contrase\u{f1}a-4471"),
        login(3, "https://shop.example/", "ann", "umbrella-contrasen\u{303}a-4482"),
        login(4, "https://bank.example/", "ann", "plum-Scho\u{308}nbrunn-x7k"),
        login(5, "https://post.example/", "ann", "plum-Sch\u{f6}nbrunn-x9q"),
    ]);
    for (index, line) in [(0, 3), (1, 2), (2, 5), (3, 4)] {
        assert_eq!(with(&examination, index, Kind::Similar), Some((vec![line], 0)), "{index}");
    }
    assert!(examination.warnings().is_empty());
}

#[test]
fn password_that_was_not_compared_with_all_is_said() {
    // They share their first third, and are otherwise as different as can be.
    let logins = |count: u64| {
        (0..count)
            .map(|number| {
                let mut rest = number.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
                let tail: String = (0..12_u64)
                    .map(|_| {
                        rest = rest
                            .wrapping_mul(6_364_136_223_846_793_005)
                            .wrapping_add(1_442_695_040_888_963_407);
                        char::from(b'a' + u8::try_from((rest >> 40) % 26).unwrap())
                    })
                    .collect();
                login(number + 2, "https://forum.example/", &number.to_string(), &format!("lanter{tail}"))
            })
            .collect()
    };
    for (count, said) in [(200, None), (400, Some(audit::read::WarningKind::NotAllCompared))] {
        let examination = examine(logins(count));
        let warnings: Vec<_> = examination.warnings().iter().map(|warning| warning.kind).collect();
        assert_eq!(warnings, said.into_iter().collect::<Vec<_>>(), "{count}");
    }
}
