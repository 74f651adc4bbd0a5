//! Plans as a person gets them, and rules that hold for all of them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests read files and stop at what is wrong"
)]

mod made;

use std::collections::{BTreeMap, BTreeSet};

use made::{Case, actions, ids, make, own, questions};
use plan::{
    Country, Exposed, From, Given, Kind, OwnQuestion, Plan, Request, Step, Urgency, difference, plan,
};
use proptest::prelude::*;

#[test]
fn only_a_confirmed_publisher_strikes_out_a_library_step_and_nobody_one_for_safety() {
    let back = |id: &str| Step { withdrawn: Some("Not needed".to_owned()), ..own(id) };
    let struck = |unconfirmed: bool| {
        let own_steps = ["stay-safe", "change-password-here", "ours"].map(back).to_vec();
        let made = make(&Case {
            classes: &["Passwords"],
            kinds: &["swatting"],
            own_steps,
            unconfirmed,
            ..Case::default()
        });
        let safe = made.steps.iter().find(|step| step.id == "stay-safe").unwrap();
        assert_eq!((safe.from, safe.withdrawn.as_ref()), (From::Library, None));
        let struck = made.steps.into_iter().filter(|step| step.withdrawn.is_some());
        struck.map(|step| step.id).collect::<Vec<_>>()
    };
    assert_eq!(struck(true), ["ours"]);
    assert_eq!(struck(false), ["change-password-here", "ours"]);
}

#[test]
fn any_notice_begins_with_doubt_and_ends_with_habits() {
    assert_eq!(ids(&make(&Case::default())), ["know-this-is-real", "everyday-protection"]);
}

#[test]
fn the_incident_of_2015_puts_bodies_before_e_mail_before_passwords() {
    let made = make(&Case {
        classes: &["Passwords", "Usernames", "Email addresses", "Private messages", "IP addresses"],
        kinds: &["denial-of-service", "phishing", "account-takeover", "swatting"],
        ..Case::default()
    });
    assert_eq!(
        ids(&made),
        [
            "stay-safe",
            "warn-about-hoax-calls",
            "know-this-is-real",
            "already-paid",
            "email-account-first",
            "locked-out",
            "change-password-here",
            "sign-out-everywhere",
            "audit-export",
            "private-messages",
            "keep-evidence",
            "watch-for-phishing",
            "user-name",
            "ip-address",
            "everyday-protection"
        ]
    );
    let change = made.steps.iter().find(|step| step.id == "change-password-here").unwrap();
    assert_eq!(change.because, ["Passwords", "phishing", "account-takeover"]);
    assert!(change.title.contains("forum.example"));
    let safe = made.steps.first().unwrap();
    assert_eq!(
        (safe.because.as_slice(), safe.country),
        (["swatting".to_owned()].as_slice(), Some(Country::from_code("gb").unwrap()))
    );
    assert!(safe.links.iter().any(|link| link.text.contains("999")), "{:?}", safe.links);
}

#[test]
fn what_was_ruled_out_asks_for_nothing() {
    assert_eq!(
        make(&Case { ruled_out: &["Passwords", "Credit cards"], ..Case::default() }),
        make(&Case::default())
    );
}

#[test]
fn a_class_that_asks_for_nothing_says_so_in_a_step() {
    let made = make(&Case { classes: &["Astrological signs"], ..Case::default() });
    let step = made.steps.iter().find(|step| step.id == "nothing-asked").unwrap();
    assert_eq!(
        (step.kind, step.because.as_slice()),
        (Kind::Read, ["Astrological signs".to_owned()].as_slice())
    );
}

#[test]
fn a_class_of_the_future_gets_general_advice_under_its_own_name() {
    let made = make(&Case { classes: &["Dream diaries"], ..Case::default() });
    assert!(made.steps.iter().any(|step| step.id == "other-data" && step.because == ["Dream diaries"]));
}

#[test]
fn no_elsewhere_takes_the_audit_and_no_as_email_takes_the_mail_account() {
    let case = |answers| Case { classes: &["Passwords"], answers, ..Case::default() };
    let all = make(&case(&[]));
    assert!(
        questions(&all).contains(&"same-password-elsewhere")
            && questions(&all).contains(&"same-password-as-email")
    );
    let elsewhere = make(&case(&[("same-password-elsewhere", Given::No)]));
    assert!(!ids(&elsewhere).contains(&"audit-export"));
    assert!(!questions(&elsewhere).contains(&"same-password-elsewhere"), "no pending step depends on it");
    assert!(!ids(&make(&case(&[("same-password-as-email", Given::No)]))).contains(&"email-account-first"));
}

#[test]
fn an_old_password_keeps_the_audit_that_the_new_one_no_longer_asks_for() {
    let made = make(&Case {
        classes: &["Passwords", "Historical passwords"],
        answers: &[("same-password-elsewhere", Given::No)],
        ..Case::default()
    });
    let audit = made.steps.iter().find(|step| step.id == "audit-export").unwrap();
    assert_eq!(audit.because, ["Historical passwords"]);
}

#[test]
fn no_account_there_takes_changing_and_signing_out_away_whoever_asks_for_it() {
    let mut step = own("new-forum-password");
    step.kind = Kind::ChangePassword;
    let made = make(&Case {
        classes: &["Passwords", "Auth tokens"],
        answers: &[("account-there", Given::No)],
        own_steps: vec![step],
        ..Case::default()
    });
    assert!(made.steps.iter().all(|s| !matches!(s.kind, Kind::ChangePassword | Kind::SignOutEverywhere)));
}

#[test]
fn no_danger_never_takes_the_safety_step_of_a_notice_with_threats() {
    for kind in ["threats", "swatting", "doxxing"] {
        let made = make(&Case {
            classes: &["Physical addresses"],
            kinds: &[kind],
            answers: &[("in-danger-now", Given::No)],
            ..Case::default()
        });
        assert_eq!(ids(&made).first(), Some(&"stay-safe"));
        assert!(questions(&made).contains(&"in-danger-now"));
    }
    let address = make(&Case {
        classes: &["Physical addresses"],
        answers: &[("in-danger-now", Given::No)],
        ..Case::default()
    });
    assert!(!ids(&address).contains(&"stay-safe"));
}

#[test]
fn a_step_of_the_notice_replaces_the_library_step_of_its_id() {
    let mut step = own("change-password-here");
    step.title = "Choose a new one at our desk".to_owned();
    step.actions.clear();
    let made = make(&Case { classes: &["Passwords"], own_steps: vec![step], ..Case::default() });
    let found: Vec<&Step> = made.steps.iter().filter(|step| step.id == "change-password-here").collect();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].from, found[0].kind), (From::Notice, Kind::ChangePassword));
    assert_eq!(found[0].title, "Choose a new one at our desk");
    assert!(!found[0].actions.is_empty());
    assert_eq!(found[0].because, ["Passwords"]);
}

#[test]
fn a_question_of_the_notice_takes_its_steps_away_but_never_a_safety_step() {
    let question = OwnQuestion {
        id: "used-false-page".to_owned(),
        text: "Did you?".to_owned(),
        why: "Because.".to_owned(),
        steps: vec!["mine".to_owned(), "stay-safe".to_owned()],
    };
    let case = |answers| Case {
        kinds: &["threats"],
        own_steps: vec![own("mine")],
        own_questions: vec![question.clone()],
        answers,
        ..Case::default()
    };
    assert!(questions(&make(&case(&[]))).contains(&"used-false-page"));
    let no = make(&case(&[("used-false-page", Given::No)]));
    assert!(!ids(&no).contains(&"mine") && ids(&no).contains(&"stay-safe"));
}

#[test]
fn steps_of_the_notice_stand_in_its_own_order_where_nothing_else_tells_them_apart() {
    let mut urgent = own("z-now");
    urgent.urgency = Urgency::Now;
    let case = |names: [&str; 2]| Case {
        own_steps: vec![own(names[0]), own(names[1]), urgent.clone()],
        ..Case::default()
    };
    for names in [["a", "b"], ["b", "a"]] {
        let made = make(&case(names));
        let mine: Vec<_> = made.steps.iter().filter(|step| step.from == From::Notice).collect();
        let mine: Vec<_> = mine.iter().map(|step| step.id.as_str()).collect();
        assert_eq!(mine, ["z-now", names[0], names[1]]);
    }
}

#[test]
fn a_step_of_the_notice_that_does_the_same_goes_with_the_answer_too() {
    let mut audit = own("audit-export");
    audit.kind = Kind::AuditExport;
    audit.because = vec!["Passwords".to_owned()];
    let mut mine = own("look-at-your-vault");
    mine.kind = Kind::AuditExport;
    mine.because = vec!["Passwords".to_owned()];
    let mut everybody = own("for-everybody");
    everybody.kind = Kind::AuditExport;
    let case = |answers| Case {
        classes: &["Passwords"],
        own_steps: vec![audit.clone(), mine.clone(), everybody.clone()],
        answers,
        ..Case::default()
    };
    let unsure = make(&case(&[]));
    assert!(
        ["audit-export", "look-at-your-vault", "for-everybody"].iter().all(|id| ids(&unsure).contains(id))
    );
    let no = make(&case(&[("same-password-elsewhere", Given::No)]));
    assert!(
        no.steps.iter().all(|s| s.kind != Kind::AuditExport || !s.because.contains(&"Passwords".to_owned()))
    );
    assert!(ids(&no).contains(&"for-everybody"));
}

#[test]
fn a_replaced_step_that_names_no_cause_goes_with_the_cause_it_replaces() {
    let case = |answers| Case {
        classes: &["Passwords"],
        own_steps: vec![own("audit-export")],
        answers,
        ..Case::default()
    };
    assert!(ids(&make(&case(&[]))).contains(&"audit-export"));
    assert!(!ids(&make(&case(&[("same-password-elsewhere", Given::No)]))).contains(&"audit-export"));
}

#[test]
fn no_answer_takes_a_safety_step_of_the_notice_away() {
    let mut step = own("stay-with-a-neighbour");
    step.kind = Kind::Safety;
    step.because = vec!["Physical addresses".to_owned()];
    let made = make(&Case {
        classes: &["Physical addresses"],
        own_steps: vec![step],
        answers: &[("in-danger-now", Given::No), ("account-there", Given::No)],
        ..Case::default()
    });
    assert!(ids(&made).contains(&"stay-with-a-neighbour"));
}

#[test]
fn what_an_answer_changed_can_be_told() {
    let with = |answers| make(&Case { classes: &["Passwords"], answers, ..Case::default() });
    let (before, after) = (with(&[]), with(&[("account-there", Given::No)]));
    let changed = difference(&before, &after);
    let titles: Vec<&str> = changed.went.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(
        (changed.came.len(), titles),
        (0, vec!["email-account-first", "change-password-here", "sign-out-everywhere", "audit-export"])
    );
    assert_eq!(difference(&after, &before).came, changed.went);
    assert_eq!(difference(&before, &before), plan::Difference::default());
}

#[test]
fn several_reasons_to_do_nothing_are_each_given() {
    let made = make(&Case { classes: &["Avatars", "Time zones", "Job titles"], ..Case::default() });
    let step = made.steps.iter().find(|step| step.id == "nothing-asked").unwrap();
    assert_eq!(step.actions.len(), 4);
    assert!(
        step.actions.iter().take(3).all(|action| action.starts_with("Nothing to do:")),
        "{:?}",
        step.actions
    );
    let one = make(&Case { classes: &["Avatars"], ..Case::default() });
    let step = one.steps.iter().find(|step| step.id == "nothing-asked").unwrap();
    assert!(step.why.starts_with("Nothing to do:"), "{}", step.why);
}

#[test]
fn only_the_office_of_the_document_that_was_taken_is_named() {
    let texts = |class| {
        let made = make(&Case { classes: &[class], ..Case::default() });
        let step = made.steps.into_iter().find(|step| step.id == "identity-document").unwrap();
        step.links.into_iter().map(|link| link.text).collect::<String>()
    };
    assert!(
        texts("Passport numbers").contains("Passport Office") && !texts("Passport numbers").contains("DVLA")
    );
    assert!(texts("Driver's licenses").contains("DVLA") && !texts("Driver's licenses").contains("Passport"));
    assert!(texts("Government issued IDs").contains("DVLA"));
}

#[test]
fn the_mailbox_step_leads_to_the_providers_whatever_the_country() {
    let made = make(&Case { classes: &["Passwords"], ..Case::default() });
    let step = made.steps.iter().find(|step| step.id == "email-account-first").unwrap();
    assert!(step.links.iter().any(|link| link.url.as_ref().is_some_and(|url| url.contains("google"))));
    assert_eq!(step.country, None);
}

#[test]
fn every_class_in_every_country_gives_steps_that_a_person_can_use() {
    let catalogue = include_str!("../advice/classes.toml");
    let classes =
        catalogue.lines().filter_map(|line| line.strip_prefix('"')?.split_once("\" = ").map(|(c, _)| c));
    for class in classes {
        for country in Country::all() {
            let exposed = [Exposed { class: class.to_owned(), asks: true }];
            let made = plan(&Request {
                exposed: &exposed,
                kinds: &[],
                answers: &BTreeMap::new(),
                country,
                language: "en",
                own_steps: Vec::new(),
                strikes_out: true,
                own_questions: Vec::new(),
                site: plan::Site::Unnamed,
                elsewhere: &[],
            });
            let asked: Vec<&Step> = made.steps.iter().filter(|step| step.because == [class]).collect();
            assert!(!asked.is_empty(), "{class} asks for nothing, and nothing says so");
            for step in asked {
                let texts = step.actions.iter().chain([&step.title, &step.why]);
                assert!(
                    texts.clone().all(|text| !text.is_empty() && !text.contains(['{', '*', '`'])),
                    "{class}"
                );
                assert!(
                    step.links
                        .iter()
                        .all(|link| link.url.as_ref().is_none_or(|url| url.starts_with("https://"))),
                    "{class}"
                );
                assert!(step.country.is_none_or(|shown| shown == country), "{class}");
            }
        }
    }
}

#[test]
fn capitals_do_not_keep_a_class_from_its_steps_and_answers() {
    let made = make(&Case {
        classes: &["passwords"],
        answers: &[("same-password-elsewhere", Given::No)],
        ..Case::default()
    });
    assert!(ids(&made).contains(&"change-password-here") && !ids(&made).contains(&"audit-export"));
}

#[test]
fn yes_to_danger_warns_before_an_account_is_changed() {
    let case = |answer| {
        make(&Case {
            classes: &["Passwords", "Physical addresses"],
            answers: &[("in-danger-now", answer)],
            ..Case::default()
        })
    };
    let warned = "ask a helpline first: they may notice";
    assert!(actions(&case(Given::Yes), "change-password-here").contains(warned));
    assert!(!actions(&case(Given::NotSure), "change-password-here").contains(warned));
    assert_eq!(ids(&case(Given::NotSure)).first(), Some(&"stay-safe"));
    assert!(!ids(&case(Given::No)).contains(&"stay-safe"));
}

#[test]
fn pages_of_services_come_service_by_service_without_its_name_again() {
    let made = make(&Case { classes: &["Passwords"], ..Case::default() });
    let step = made.steps.iter().find(|step| step.id == "email-account-first").unwrap();
    let (contacts, services) = plan::by_service(step.links.clone());
    assert!(contacts.is_empty(), "{contacts:?}");
    assert_eq!(services[0].service, "Google");
    assert_eq!(services[0].pages[0].text, "Security Checkup");
    let names: BTreeSet<&str> = services.iter().map(|of| of.service.as_str()).collect();
    assert_eq!(names.len(), services.len(), "each once");
    let pages: usize = services.iter().map(|of| of.pages.len()).sum();
    assert_eq!(pages, step.links.len());

    let made = make(&Case { classes: &["Passwords", "Phone numbers"], ..Case::default() });
    let step = made.steps.iter().find(|step| step.id == "phone-number").unwrap();
    assert!(plan::by_service(step.links.clone()).1.is_empty(), "who helps is no service");
}

const CLASSES: &[&str] = &[
    "Passwords",
    "Email addresses",
    "Physical addresses",
    "Credit cards",
    "Names",
    "Family structure",
    "Auth tokens",
    "Historical passwords",
    "HIV statuses",
    "Avatars",
    "Something new",
    "Private messages",
    "PINs",
    "Photos",
];
const KINDS: &[&str] = &["swatting", "phishing", "extortion", "malware", "unheard-of", "credential-stuffing"];

proptest! {
    #[test]
    fn another_class_never_takes_a_step_away(
        classes in proptest::sample::subsequence(CLASSES, 0..CLASSES.len()),
        kinds in proptest::sample::subsequence(KINDS, 0..KINDS.len()),
        more in proptest::sample::select(CLASSES),
    ) {
        let before = make(&Case { classes: &classes, kinds: &kinds, ..Case::default() });
        let mut with = classes.clone();
        with.push(more);
        let after = make(&Case { classes: &with, kinds: &kinds, ..Case::default() });
        let after: BTreeSet<&str> = ids(&after).into_iter().collect();
        prop_assert!(ids(&before).iter().all(|id| after.contains(id)));
    }

    #[test]
    fn two_steps_stand_in_the_same_order_in_every_plan(
        classes in proptest::sample::subsequence(CLASSES, 0..CLASSES.len()),
        kinds in proptest::sample::subsequence(KINDS, 0..KINDS.len()),
    ) {
        let all = make(&Case { classes: CLASSES, kinds: KINDS, ..Case::default() });
        let some = make(&Case { classes: &classes, kinds: &kinds, ..Case::default() });
        let kept: BTreeSet<&str> = ids(&some).into_iter().collect();
        let as_in_all: Vec<&str> = ids(&all).into_iter().filter(|id| kept.contains(id)).collect();
        prop_assert_eq!(ids(&some), as_in_all);
    }

    #[test]
    fn the_superset_holds_with_steps_of_the_notice_too(
        classes in proptest::sample::subsequence(CLASSES, 0..CLASSES.len()),
        question in proptest::sample::select(plan::question_ids()),
        id in proptest::sample::select(plan::step_ids()),
        kind in proptest::sample::select(Kind::ALL),
        because in proptest::sample::subsequence(CLASSES, 0..3),
    ) {
        let mut step = own(id);
        step.kind = kind;
        step.because = because.iter().map(|class| (*class).to_owned()).collect();
        let with = |given| make(&Case {
            classes: &classes, answers: &[(question, given)], own_steps: vec![step.clone()], ..Case::default()
        });
        let unsure = with(Given::NotSure);
        let kept: BTreeSet<&str> = ids(&unsure).into_iter().collect();
        prop_assert!(kept.contains(id), "a step of the notice is there until an answer takes it");
        prop_assert!(ids(&with(Given::No)).iter().all(|id| kept.contains(id)));
        let sure = with(Given::Yes);
        prop_assert_eq!(ids(&sure), ids(&unsure));
    }

    #[test]
    fn not_sure_keeps_every_step_that_yes_or_no_would_keep(
        classes in proptest::sample::subsequence(CLASSES, 0..CLASSES.len()),
        kinds in proptest::sample::subsequence(KINDS, 0..KINDS.len()),
        question in proptest::sample::select(plan::question_ids()),
    ) {
        let with = |given| make(&Case { classes: &classes, kinds: &kinds, answers: &[(question, given)], ..Case::default() });
        let unsure = with(Given::NotSure);
        let kept: BTreeSet<&str> = ids(&unsure).into_iter().collect();
        for given in [Given::Yes, Given::No] {
            prop_assert!(ids(&with(given)).iter().all(|id| kept.contains(id)));
        }
        let unanswered = make(&Case { classes: &classes, kinds: &kinds, ..Case::default() });
        prop_assert!(ids(&unanswered).iter().all(|id| kept.contains(id)));
        // What is only asked about is not in the plan before an answer; the question is.
        let asked = unanswered.questions.iter().any(|asked| asked.id == question);
        prop_assert!(asked || ids(&unanswered) == ids(&unsure));
    }

    #[test]
    fn the_order_does_not_depend_on_the_order_of_the_notice_and_no_step_stands_twice(
        classes in proptest::sample::subsequence(CLASSES, 0..CLASSES.len()).prop_shuffle(),
    ) {
        let made = make(&Case { classes: &classes, ..Case::default() });
        let mut sorted = classes.clone();
        sorted.sort_unstable();
        let again = make(&Case { classes: &sorted, ..Case::default() });
        prop_assert_eq!(ids(&made), ids(&again));
        let once: BTreeSet<&str> = ids(&made).into_iter().collect();
        prop_assert_eq!(once.len(), made.steps.len());
        for step in &made.steps {
            prop_assert!(step.because.iter().all(|class| classes.contains(&class.as_str())));
        }
    }
}

#[test]
fn who_paid_or_is_locked_out_is_asked_and_no_takes_the_step_away() {
    const KINDS: &[&str] = &["phishing", "account-takeover"];
    fn with(kinds: &'static [&'static str], class: &'static str, answers: &[(&str, Given)]) -> Plan {
        make(&Case { classes: &[class], kinds, answers, ..Case::default() })
    }
    let with_kinds = |answers: &[(&str, Given)]| with(KINDS, "Passwords", answers);
    let unasked = with_kinds(&[]);
    assert!(questions(&unasked).iter().all(|id| *id != "other-sign-in"));
    for id in ["already-paid", "locked-out"] {
        assert!(questions(&unasked).contains(&id) && ids(&unasked).contains(&id), "{id}");
        assert!(!ids(&with_kinds(&[(id, Given::No)])).contains(&id), "{id}");
    }
    // Signing in with another account is asked about only where tokens were taken; the step appears only after "yes".
    let tokens = |answers: &[(&str, Given)]| with(&[], "Auth tokens", answers);
    assert!(questions(&tokens(&[])).contains(&"other-sign-in"));
    assert!(!ids(&tokens(&[])).contains(&"other-sign-in"));
    assert!(ids(&tokens(&[("other-sign-in", Given::Yes)])).contains(&"other-sign-in"));
    let plain = make(&Case { classes: &["Passwords"], ..Case::default() });
    assert!(!questions(&plain).contains(&"locked-out") && !questions(&plain).contains(&"already-paid"));
}

#[test]
fn steps_name_where_big_services_have_passkeys_spare_codes_and_the_way_back_in() {
    let made = make(&Case { classes: &["Passwords"], kinds: &["account-takeover"], ..Case::default() });
    let links = |id: &str| -> Vec<String> {
        let step = made.steps.iter().find(|step| step.id == id).unwrap();
        assert_eq!(step.country, None, "{id} does not depend on the country");
        step.links.iter().map(|link| link.name.clone()).collect()
    };
    let back_in = links("locked-out");
    assert!(back_in.len() >= 10 && back_in.contains(&"Google: get back in".to_owned()), "{back_in:?}");
    let habits = links("everyday-protection");
    assert!(habits.contains(&"Apple: passkeys".to_owned()), "{habits:?}");
    assert!(habits.contains(&"Discord: spare codes".to_owned()), "{habits:?}");
}
