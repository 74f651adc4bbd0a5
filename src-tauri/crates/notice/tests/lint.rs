//! Every code of the lint: a draft that has the fault, and the same draft without it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::collections::BTreeSet;

use notice::lint::{Code, Finding, Level, LibraryStep, Reason, Surroundings, lint};

/// A draft in which there is nothing to find.
const GOOD: &str = r#"format = 1
id = "forum.example/2026-03"
revision = 2
status = "interim"
published = 2026-03-14T18:00:00Z
fresh_until = 2026-03-16T18:00:00Z
next_update = 2026-03-15T18:00:00Z
accounts_affected = 11
never_asks = ["your password", "a code", "money"]
kinds = ["phishing"]
occurred = { from = 2026-03-11, to = 2026-03-12 }
discovered = 2026-03-12
site_safe = "yes"
audience.children = false
apology.en = "We are sorry."

[title]
en = "What happened at the forum, and what to do"

[what_happened]
en = """
On 11 March somebody took over our home page. For a day it showed a false page to log in.
Some members typed their password there. We took the page down on 12 March."""

[consequences]
en = "Somebody may try your old password on other sites. Messages in our name may ask you to pay. They are false."

[what_we_do]
en = "We reset every password. We told the police."

[not_exposed]
en = "No card details were taken, as we never had any."

[not_known]
en = "We do not know yet who did it."

[[exposed]]
class = "Passwords"
certainty = "confirmed"
note.en = "They were kept as a hash (a scrambled form)."

[[step]]
id = "new-password"
kind = "change-password"
urgency = "now"
title.en = "Choose a new password"
why.en = "The old one is known to others."
text.en = """
- Open forum.example and choose *Log in*.
- Choose a password that you use nowhere else."""
link = "https://forum.example/settings"

[[reported]]
authority = "The police"
on = 2026-03-12

[[offer]]
what.en = "A talk with our staff"
how.en = "Write to Ann Ash."

[[history]]
revision = 1
date = 2026-03-13
summary.en = "First statement"

[[history]]
revision = 2
date = 2026-03-14
summary.en = "The page is down"

[contact]
name = "Ann Ash"
url = "https://www.forum.example/help"
email = "help@forum.example"
elsewhere = "Call 555 0100 if the site is down."
"#;

fn listed() -> Surroundings {
    let countries = ["gb", "ie", "us", "de"].map(str::to_owned).into();
    Surroundings {
        countries,
        ..Surroundings::of(["police.example", "bigbank.example"].map(str::to_owned).into())
    }
}

/// An hour after the good draft was published, with a library of two steps.
fn everything() -> Surroundings {
    let step = |id: &str, kind: &str, asked_by: &[&str]| LibraryStep {
        id: id.to_owned(),
        kind: kind.to_owned(),
        asked_by: asked_by.iter().map(|asker| (*asker).to_owned()).collect(),
    };
    let library = vec![
        step("change-password-here", "change-password", &["Passwords", "credential-stuffing"]),
        step("everyday-protection", "enable-2fa", &[]),
    ];
    Surroundings { now: Some("2026-03-14T19:00:00Z".parse().unwrap()), library, ..listed() }
}

fn found_in(draft: &str, surroundings: &Surroundings) -> Vec<Finding> {
    lint(draft.as_bytes(), surroundings).unwrap_or_else(|error| panic!("{error}: {draft}"))
}

fn findings(draft: &str) -> Vec<Finding> {
    found_in(draft, &listed())
}

/// The good draft without its own step, which the library has too.
fn without_double() -> String {
    GOOD.replace("id = \"new-password\"", "id = \"change-password-here\"")
}

/// Changes the good draft and gives what is found then.
fn changed(from: &str, to: &str) -> Vec<Finding> {
    assert!(GOOD.contains(from), "{from}");
    findings(&GOOD.replacen(from, to, 1))
}

/// The one finding with this code.
fn only(code: Code, found: &[Finding]) -> &Finding {
    let of_code: Vec<_> = found.iter().filter(|finding| finding.code == code).collect();
    assert_eq!(of_code.len(), 1, "{code:?} in {found:?}");
    of_code[0]
}

fn alone(code: Code, found: &[Finding]) -> Finding {
    assert_eq!(found.len(), 1, "{found:?}");
    only(code, found).clone()
}

fn line_of(text: &str) -> u32 {
    let at = GOOD.lines().position(|line| line.contains(text)).unwrap();
    u32::try_from(at).unwrap() + 1
}

#[test]
fn nothing_is_found_in_a_good_draft() {
    assert_eq!(findings(GOOD), []);
}

#[test]
fn codes_are_15_errors_and_30_warnings_and_none_twice() {
    let codes: BTreeSet<_> = Code::ALL.iter().map(|code| code.code()).collect();
    assert_eq!(codes.len(), Code::ALL.len());
    let errors = Code::ALL.iter().filter(|code| code.level() == Level::Error).count();
    assert_eq!((errors, Code::ALL.len() - errors), (15, 30));
}

#[test]
fn no_nature() {
    assert_eq!(
        alone(Code::NoNature, &changed("[what_happened]\nen", "[what_happen]\nen")).field,
        "what_happened"
    );
    let gap = changed("On 11 March", "On {{the day}}");
    assert_eq!(alone(Code::NoNature, &gap).about.as_deref(), Some("the day"));
    assert_eq!(gap[0].line, line_of("On 11 March"));
}

#[test]
fn gap_in_any_text_is_an_error_with_its_place() {
    for (from, to) in [
        ("name = \"Ann Ash\"", "name = \"{{who}}\""),
        ("Call 555 0100 if the site is down.", "Call {{number}}."),
        ("summary.en = \"The page is down\"", "summary.en = \"{{what is new}}\""),
        ("[contact]", "[[question]]\nid = \"q\"\ntext.en = \"Was it {{day}}?\"\nwhy.en = \"a\"\n[contact]"),
        ("[contact]", "[[question]]\nid = \"q\"\ntext.en = \"a\"\nwhy.en = \"{{why}}\"\n[contact]"),
        ("[contact]", "[later]\nunknown = [[\"\\u007B{hint}}\"]]\n[contact]"),
        ("[contact]", "[contact]\nphone = \"{{number}}\""),
    ] {
        let found = changed(from, to);
        let open = found.iter().filter(|f| f.code.level() == Level::Error && f.about.is_some());
        assert_eq!(open.count(), 1, "{to}: {found:?}");
    }
    assert_eq!(changed("[contact]", "# {{a comment}}\n[contact]"), []);
    let found = changed("Call 555 0100 if the site is down.", "Call {{number}}.");
    assert_eq!(only(Code::OpenGap, &found).line, line_of("elsewhere"));
}

#[test]
fn no_contact() {
    let nameless = alone(Code::NoContact, &changed("name = \"Ann Ash\"\n", ""));
    assert_eq!((nameless.field.as_str(), nameless.line), ("contact.name", line_of("[contact]")));
    let draft =
        GOOD.replace("url = \"https://www.forum.example/help\"\nemail = \"help@forum.example\"\n", "");
    assert_eq!(alone(Code::NoContact, &findings(&draft)).field, "contact.email");
    assert_eq!(changed("email = \"help@forum.example\"\n", ""), []);
}

#[test]
fn no_consequences_and_no_measures() {
    alone(Code::NoConsequences, &changed("[consequences]", "[consequence]"));
    alone(Code::NoMeasures, &changed("[what_we_do]", "[what_we_did]"));
}

#[test]
fn nothing_to_do() {
    let without_class = GOOD.replace("[[exposed]]", "[[taken]]");
    assert_eq!(findings(&without_class), []);
    alone(Code::NothingToDo, &findings(&without_class.replace("[[step]]", "[[steps]]")));
    assert_eq!(findings(&GOOD.replace("[[step]]", "[[steps]]")), []);
}

#[test]
fn unknowns_not_said_while_interim() {
    alone(Code::UnknownsNotSaid, &changed("[not_known]", "[unknown]"));
    let settled = GOOD.replace("[not_known]", "[unknown]").replace("\"interim\"", "\"final\"");
    assert_eq!(findings(&settled), []);
}

#[test]
fn dates_out_of_order() {
    let found = changed("fresh_until = 2026-03-16", "fresh_until = 2026-03-13");
    let found = alone(Code::DatesOutOfOrder, &found);
    assert_eq!((found.field.as_str(), found.line, found.column), ("fresh_until", line_of("fresh_until"), 15));
    alone(Code::DatesOutOfOrder, &changed("next_update = 2026-03-15", "next_update = 2026-03-14"));
    let found = alone(Code::DatesOutOfOrder, &changed("date = 2026-03-13", "date = 2026-03-15"));
    assert_eq!(found.field, "history[1].date");
    alone(Code::DatesOutOfOrder, &changed("date = 2026-03-14", "date = 2026-03-20"));
    assert_eq!(changed("date = 2026-03-14", "date = 2026-03-15"), []);
}

#[test]
fn link_not_https() {
    let found = alone(Code::LinkNotHttps, &changed("link = \"https:", "link = \"http:"));
    assert_eq!((found.field.as_str(), found.line), ("step[0].link", line_of("link = ")));
    alone(Code::LinkNotHttps, &changed("We told the police.", "We told [them](javascript:alert)."));
    assert_eq!(changed("We told the police.", "We told [them](https://a.forum.example/x)."), []);
}

#[test]
fn link_foreign_domain() {
    let found = changed("We told the police.", "We told [them](https://shop.example/x).");
    let found = alone(Code::LinkForeignDomain, &found);
    assert_eq!((found.about.as_deref(), found.line), (Some("shop.example"), line_of("We told")));
    alone(Code::LinkForeignDomain, &changed("https://forum.example/settings", "https://10.0.0.1/settings"));
    alone(
        Code::LinkForeignDomain,
        &changed("https://www.forum.example", "https://forum.example@shop.example"),
    );
    assert_eq!(changed("We told the police.", "We told [them](https://www.police.example/x)."), []);
}

#[test]
fn asks_for_secret() {
    let asking = "Reply with your old password.";
    let found = alone(Code::AsksForSecret, &changed("We told the police.", asking));
    assert_eq!((found.field.as_str(), found.about.as_deref()), ("what_we_do.en", Some("password")));
    assert_eq!((found.line, found.column), (line_of("We told"), 32));
    alone(Code::AsksForSecret, &changed("Choose a password that", "Pay a fee so that"));
    assert_eq!(changed("We told the police.", "We will never ask for your password."), []);
}

#[test]
fn no_revision_and_no_history() {
    let found = changed("revision = 2\n", "");
    assert_eq!(only(Code::NoRevision, &found).field, "revision");
    assert_eq!(found.len(), 2, "no history for it either: {found:?}");
    assert!(changed("revision = 2\n", "revision = 0\n").iter().any(|f| f.code == Code::NoRevision));
    alone(Code::NoHistory, &changed("revision = 2\n", "revision = 3\n"));
    alone(Code::NoHistory, &changed("\"The page is down\"", "\" \""));
}

#[test]
fn no_expiry() {
    alone(Code::NoExpiry, &changed("fresh_until", "fresh_till"));
}

#[test]
fn draft_that_was_not_published_has_no_finding_without_fresh_until() {
    let draft = GOOD.replace("fresh_until", "fresh_till").replace("published = 20", "publishes = 20");
    assert!(notice::read_draft(draft.as_bytes()).unwrap().published.is_none());
    let found = lint(draft.as_bytes(), &Surroundings::default()).unwrap();
    assert!(found.iter().all(|finding| finding.code != Code::NoExpiry), "{found:?}");
}

#[test]
fn draft_that_was_not_published_has_no_finding_without_revision_and_history() {
    let draft = GOOD.replace("published = 20", "publishes = 20").replace("revision = 2\nstatus", "status");
    let draft = draft.split("[[history]]").next().unwrap().to_owned()
        + "[contact]"
        + draft.split("[contact]").nth(1).unwrap();
    assert_eq!(notice::read_draft(draft.as_bytes()).unwrap().revision, 0);
    assert_eq!(findings(&draft), []);
}

#[test]
fn no_not_exposed_no_count_no_next_update_and_no_never_asks() {
    alone(Code::NoNotExposed, &changed("[not_exposed]", "[unexposed]"));
    alone(Code::NoCount, &changed("accounts_affected", "accounts"));
    assert_eq!(changed("accounts_affected = 11", "accounts_affected = \"not known yet\""), []);
    alone(Code::NoNextUpdate, &changed("next_update", "next_one"));
    alone(
        Code::NoNeverAsks,
        &changed("never_asks = [\"your password\", \"a code\", \"money\"]", "never_asks = []"),
    );
    // A final statement leaves nothing open.
    let settled = GOOD.replace("next_update", "next_one").replace("\"interim\"", "\"final\"");
    assert_eq!(findings(&settled.replace("[not_known]", "[unknown]")), []);
}

#[test]
fn unknown_countries_and_a_foreign_place_of_the_program() {
    let with = |line: &str| changed("never_asks", &format!("{line}\nnever_asks"));
    alone(Code::UnknownCountry, &with("countries = [\"gb\", \"France\"]"));
    assert_eq!(with("countries = [\"gb\", \"ie\", \"us\", \"de\"]"), []);
    alone(Code::LinkNotHttps, &with("get_program = \"http://forum.example/program\""));
    alone(Code::LinkForeignDomain, &with("get_program = \"https://elsewhere.example/program\""));
    assert_eq!(with("get_program = \"https://forum.example/program\""), []);
}

#[test]
fn reading_age() {
    let hard = "Notwithstanding considerable organisational investment in contemporary infrastructure, unauthorised individuals nevertheless obtained administrative authorisation, subsequently facilitating the dissemination of misleading communications.";
    let found = alone(Code::ReadingAge, &changed("We told the police.", hard));
    assert_eq!(found.field, "what_we_do.en");
    assert!(found.about.unwrap().parse::<u32>().unwrap() > 12);
}

#[test]
fn many_actions() {
    let two = "Change it there and tell your bank.";
    let found = alone(Code::ManyActions, &changed("Choose a password that you use nowhere else.", two));
    assert_eq!((found.field.as_str(), found.line), ("step[0].text.en", line_of("Choose a password that")));
    assert_eq!(changed("Choose a password that", "Pick one that"), []);
}

#[test]
fn text_not_in_walk() {
    let items = "- Open forum.example and choose *Log in*.\n";
    let found = alone(Code::TextNotInWalk, &changed(items, &format!("Do this at home.\n\n{items}")));
    assert_eq!((found.field.as_str(), found.about.as_deref()), ("step[0].text.en", Some("1")));
    let found = alone(Code::TextNotInWalk, &changed(items, &"- Do it.\n".repeat(7)));
    assert_eq!(found.about.as_deref(), Some("2"));
    assert_eq!(changed(items, &"- Do it.\n".repeat(5)), []);
}

#[test]
fn might_where_confirmed() {
    let note = "note.en = \"They were kept as a hash (a scrambled form).\"";
    let found = alone(Code::MightWhereConfirmed, &changed(note, "note.en = \"They might have been read.\""));
    assert_eq!((found.field.as_str(), found.about.as_deref()), ("exposed[0].note.en", Some("might")));
    let in_text = changed("We took the page down", "Passwords may have been taken. We took the page down");
    assert_eq!(alone(Code::MightWhereConfirmed, &in_text).field, "what_happened.en");
    let possible =
        GOOD.replace("\"confirmed\"", "\"possible\"").replace(note, "note.en = \"They might be read.\"");
    assert_eq!(findings(&possible), []);
}

#[test]
fn unexplained_term() {
    let found = alone(Code::UnexplainedTerm, &changed("a hash (a scrambled form)", "a hash"));
    assert_eq!((found.about.as_deref(), found.line), (Some("hash"), line_of("note.en")));
    for explained in
        ["a hash, which means scrambled", "a hash, that is, scrambled", "scrambled (called a hash)"]
    {
        assert_eq!(changed("a hash (a scrambled form)", explained), [], "{explained}");
    }
}

#[test]
fn no_alternative_channel() {
    let found = changed("elsewhere = \"Call 555 0100 if the site is down.\"\n", "");
    assert_eq!(alone(Code::NoAlternativeChannel, &found).line, line_of("[contact]"));
}

#[test]
fn old_translation() {
    let german = |revision: &str| {
        let draft = GOOD.replace("[title]\n", "[title]\nde = \"Was geschah\"\n");
        findings(&format!("{draft}{revision}"))
    };
    let found = german("[translated]\nde = 1\n");
    assert_eq!(only(Code::OldTranslation, &found).field, "translated.de");
    only(Code::OldTranslation, &german(""));
    let current = german("[translated]\nde = 2\n");
    assert!(current.iter().all(|finding| finding.code != Code::OldTranslation), "{current:?}");
}

#[test]
fn look_alike_domain() {
    let found = changed("We told the police.", "The false page stood at f0rum.example.");
    let found = alone(Code::LookAlikeDomain, &found);
    assert_eq!((found.field.as_str(), found.about.as_deref()), ("what_we_do.en", Some("f0rum.example")));
    let own = GOOD.replace("forum.example", "b1gbank.example");
    alone(Code::LookAlikeDomain, &findings(&own));
    assert_eq!(changed("We told the police.", "The false page stood at garden.example."), []);
}

#[test]
fn rules_that_read_words_say_which_languages_they_know() {
    assert_eq!(Code::ReadingAge.languages(), Some(["en"].as_slice()));
    assert_eq!(Code::AsksForSecret.languages(), None);
    assert_eq!(Code::NoContact.languages(), None);
    let german = GOOD
        .replace("We told the police.", "")
        .replace("[what_we_do]\n", "[what_we_do]\nde = \"Reply with your password\"\n");
    assert!(
        findings(&german).iter().any(|finding| finding.code == Code::AsksForSecret),
        "English under another key"
    );
}

#[test]
fn errors_come_first_and_a_text_that_is_no_notice_has_no_findings() {
    let found = findings(&GOOD.replace("never_asks = [", "never = [").replace("[what_we_do]", "[we_do]"));
    let codes: Vec<_> = found.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::NoMeasures, Code::NoNeverAsks]);
    assert_eq!(lint(b"format = 1\nid = 3\n", &listed()).unwrap_err().code(), "wrong_type");
    assert_eq!(lint(b"format = \n", &listed()).unwrap_err().code(), "syntax");
}

#[test]
fn the_practice_notice_keeps_the_rules() {
    for revision in 1..=notice::practice::LATEST {
        let found = findings(std::str::from_utf8(notice::practice::revision(revision).unwrap()).unwrap());
        let errors: Vec<_> = found.iter().filter(|finding| finding.code.level() == Level::Error).collect();
        assert!(errors.is_empty(), "{revision}: {errors:?}");
    }
}

#[test]
fn contradiction() {
    let reason = |findings: Vec<Finding>| alone(Code::Contradiction, &findings).reason.unwrap();
    // A text that gives the all-clear beside what was taken.
    let clear = changed("We told the police.", "Your data is completely safe, and nothing was taken.");
    let class = || "Passwords".to_owned();
    assert_eq!(reason(clear), Reason::AllClear { phrase: "nothing was taken".to_owned(), class: class() });
    assert_eq!(changed("We told the police.", "No card details were taken."), []);
    // Numbers.
    assert_eq!(reason(changed("accounts_affected = 11", "accounts_affected = 0")), Reason::NoAccounts);
    let more = changed("Some members typed", "About 3,000 members typed");
    assert_eq!(reason(more), Reason::Count { text: 3000, field: 11 });
    assert_eq!(changed("Some members typed", "All 11 members typed"), []);
    // Only possible, and yet certain.
    let possible = |text: &str| {
        findings(&GOOD.replace("\"confirmed\"", "\"possible\"").replace("We told the police.", text))
    };
    for (text, phrase) in [
        ("They were posted online.", "were posted"),
        ("Passwords were taken.", "were taken"),
        ("Ihre Passwörter wurden kopiert.", "wurden kopiert"),
    ] {
        assert_eq!(reason(possible(text)), Reason::Certain { phrase: phrase.to_owned(), class: class() });
    }
    for text in [
        "Measures were taken.",
        "Data was taken, and we do not know which.",
        "The data was taken offline.",
        "We fear that passwords were taken.",
    ] {
        assert_eq!(possible(text), [], "{text}");
    }
    // The last word, and something is not known.
    let last = findings(&GOOD.replace("status = \"interim\"", "status = \"final\""));
    assert_eq!(only(Code::Contradiction, &last).field, "not_known");
    // An address that is none.
    let contact = changed("email = \"help@forum.example\"", "email = \"help\"");
    assert_eq!(only(Code::Contradiction, &contact).field, "contact.email");
    // A question about a step that was withdrawn.
    let asked = format!(
        "{}\n[[question]]\nid = \"q\"\ntext.en = \"Did you log in?\"\nwhy.en = \"It decides.\"\nsteps = [\"new-password\"]\n",
        GOOD.replace("urgency = \"now\"\n", "urgency = \"now\"\nwithdrawn.en = \"It is done.\"\n")
    );
    assert_eq!(only(Code::Contradiction, &findings(&asked)).field, "question[0]");
}

#[test]
fn certain_words_count_for_the_class_that_they_name() {
    let two = GOOD.replace(
        "[[step]]",
        "[[exposed]]\nclass = \"Email addresses\"\ncertainty = \"possible\"\nnote.en = \"NOTE\"\n\n[[step]]",
    );
    let with =
        |note: &str, text: &str| findings(&two.replace("NOTE", note).replace("We told the police.", text));
    assert_eq!(with("We look into it.", "Passwords were taken."), []);
    let found = alone(Code::Contradiction, &with("We look into it.", "E-mail addresses were taken."));
    assert_eq!(found.reason.unwrap().facts(), ["were taken", "Email addresses"]);
    let found = alone(Code::Contradiction, &with("They were copied.", "We told the police."));
    assert_eq!(found.field, "exposed[1].note.en");
}

#[test]
fn dates_that_have_passed_or_lie_ahead_are_found_only_with_a_clock() {
    let draft = without_double().replace("published = 2026-03-14T18:00:00Z\n", "");
    let at = |draft: &str, now: Option<&str>| {
        let now = now.map(|now| now.parse().unwrap());
        found_in(draft, &Surroundings { now, ..everything() })
    };
    assert_eq!(at(&draft, Some("2026-03-14T19:00:00Z")), []);
    assert_eq!(at(&draft, None), []);
    let found = at(&draft, Some("2026-03-15T18:00:00Z"));
    let found = alone(Code::PastNextUpdate, &found);
    assert_eq!((found.field.as_str(), found.about.as_deref()), ("next_update", Some("2026-03-15T18:00:00Z")));
    let found = at(&draft.replace("next_update", "next_one"), Some("2026-03-17T00:00:00Z"));
    assert_eq!(only(Code::PastExpiry, &found).field, "fresh_until");
    // Days are those of any place on earth.
    assert_eq!(at(&draft, Some("2026-03-13T00:00:00Z")), []);
    let found = alone(Code::FutureDate, &at(&draft, Some("2026-03-12T23:59:59Z")));
    assert_eq!((found.field.as_str(), found.about.as_deref()), ("history[1].date", Some("2026-03-14")));
    let found = at(&without_double(), Some("2026-03-14T17:59:59Z"));
    assert_eq!(alone(Code::FutureDate, &found).field, "published");
    // Only an interim statement promises another.
    let settled = draft.replace("[not_known]", "[unknown]").replace("\"interim\"", "\"final\"");
    assert_eq!(at(&settled, Some("2026-03-15T18:00:00Z")), []);
    // A field that is out of order is named once.
    let early = without_double().replace("next_update = 2026-03-15", "next_update = 2026-03-14");
    alone(Code::DatesOutOfOrder, &at(&early, Some("2026-03-14T19:00:00Z")));
}

#[test]
fn incident_that_lies_ahead_or_was_discovered_before_it_began_is_found() {
    let with = |lines: &str| {
        let told = |key: &str| lines.lines().any(|line| line.starts_with(key));
        let draft: Vec<String> = without_double()
            .lines()
            .filter(|line| !["occurred", "discovered"].iter().any(|key| line.starts_with(key) && told(key)))
            .map(str::to_owned)
            .collect();
        found_in(&draft.join("\n").replace("never_asks", &format!("{lines}\nnever_asks")), &everything())
    };
    let occurred = "occurred = { from = 2026-03-11, to = 2026-03-12T10:00:00Z }";
    assert_eq!(with(&format!("{occurred}\ndiscovered = 2026-03-12")), []);
    let found = alone(Code::DatesOutOfOrder, &with(&format!("{occurred}\ndiscovered = 2026-03-10")));
    assert_eq!((found.field.as_str(), found.reason.unwrap().code()), ("discovered", "before-it-began"));
    alone(Code::DatesOutOfOrder, &with("occurred = { from = 2026-03-12, to = 2026-03-11 }"));
    assert_eq!(alone(Code::FutureDate, &with("discovered = 2026-03-16")).field, "discovered");
    assert_eq!(alone(Code::FutureDate, &with("occurred.to = 2027-03-12")).field, "occurred.to");
}

#[test]
fn signed_notice_has_no_finding_about_the_time_that_passes() {
    let signed = include_bytes!("../vectors/signed/sound.notice");
    let late = Surroundings { now: Some("2099-01-01T00:00:00Z".parse().unwrap()), ..Surroundings::default() };
    let early =
        Surroundings { now: Some("1999-01-01T00:00:00Z".parse().unwrap()), ..Surroundings::default() };
    let codes = |surroundings: &Surroundings| -> Vec<Code> {
        lint(signed, surroundings).unwrap().into_iter().map(|finding| finding.code).collect()
    };
    assert_eq!(codes(&late), codes(&Surroundings::default()));
    assert!(codes(&early).contains(&Code::FutureDate));
}

#[test]
fn incomplete_translation_names_each_missing_text_once_a_language() {
    let german = GOOD.replace("[title]\n", "[title]\nde = \"Was geschah\"\n").replace(
        "why.en = \"The old one is known to others.\"",
        "why = { en = \"The old one is known to others.\", de = \"Das alte ist bekannt.\" }",
    ) + "[translated]\nde = 2\n";
    let found = alone(Code::IncompleteTranslation, &findings(&german));
    assert_eq!(found.field, "translated.de");
    let fields = [
        "what_happened",
        "consequences",
        "what_we_do",
        "not_exposed",
        "not_known",
        "apology",
        "exposed[0].note",
        "step[0].title",
        "step[0].text",
        "offer[0].what",
        "offer[0].how",
        "history[0].summary",
        "never_asks",
        "contact.elsewhere",
    ];
    let Some(Reason::Missing { language, fields: missing }) = found.reason else { panic!("{found:?}") };
    assert_eq!((language.as_str(), missing), ("de", fields.map(str::to_owned).to_vec()));
    let lists = "never_asks_in.de = [\"Ihr Passwort\"]\naffects_in.de = \"Alle\"\nnever_asks";
    let more = german.replace("never_asks", lists).replace(
        "elsewhere = ",
        "elsewhere_in.de = \"Rufen Sie 555 0100 an, wenn die Seite nicht geht.\"\nelsewhere = ",
    );
    let found = findings(&more);
    let missing = |field: &str| {
        let found = found.iter().find(|f| f.code == Code::IncompleteTranslation && f.field == field);
        found.and_then(|finding| finding.reason.as_ref()).map(Reason::facts).unwrap_or_default()
    };
    assert_eq!(missing("translated.de").last().map(String::as_str), Some("history[0].summary"));
    assert_eq!(missing("language"), ["affects"]);
    // An address is read in any language.
    let address = german.replace("Call 555 0100 if the site is down.", "https://www.forum.example/");
    let found = findings(&address);
    let facts = only(Code::IncompleteTranslation, &found).reason.as_ref().unwrap().facts();
    assert_eq!(facts.last().map(String::as_str), Some("never_asks"));
    // A text that only the translation has is missing in the language of the notice.
    let other = german.replace("[consequences]\nen", "[consequences]\nde");
    let found = findings(&other);
    let missing = |field: &str| {
        let found = found.iter().find(|f| f.code == Code::IncompleteTranslation && f.field == field);
        found.and_then(|finding| finding.reason.as_ref()).map(Reason::facts).unwrap_or_default()
    };
    assert_eq!(missing("language"), ["consequences"]);
    assert!(!missing("translated.de").contains(&"consequences".to_owned()));
    // Of a step that was taken back, the title and the reason are read.
    let back = german.replace("urgency = \"now\"\n", "urgency = \"now\"\nwithdrawn.en = \"It is done.\"\n");
    let found = findings(&back);
    let facts = only(Code::IncompleteTranslation, &found).reason.as_ref().unwrap().facts();
    let of_step: Vec<_> = facts.into_iter().filter(|field| field.starts_with("step")).collect();
    assert_eq!(of_step, ["step[0].title", "step[0].withdrawn"]);
}

#[test]
fn doubled_step_is_one_that_the_library_gives_too() {
    let found = found_in(GOOD, &everything());
    let found = alone(Code::DoubledStep, &found);
    assert_eq!((found.field.as_str(), found.about.as_deref()), ("step[0]", Some("change-password-here")));
    for other in [
        // It takes the library's place, is not asked for by the library, or is about another password.
        without_double(),
        GOOD.replace("\"confirmed\"", "\"ruled-out\""),
        GOOD.replace("Choose a new password\"", "Choose a new password for your bank\""),
    ] {
        let found = found_in(&other, &everything());
        assert!(found.iter().all(|finding| finding.code != Code::DoubledStep), "{found:?}");
    }
    let by_title = GOOD.replace("kind = \"change-password\"", "kind = \"read\"");
    alone(Code::DoubledStep, &found_in(&by_title, &everything()));
    let in_german =
        by_title.replace("title.en = \"Choose a new password\"", "title.en = \"Passwort ändern\"");
    alone(Code::DoubledStep, &found_in(&in_german, &everything()));
    let by_attack =
        GOOD.replace("\"Passwords\"", "\"Names\"").replace("[\"phishing\"]", "[\"credential-stuffing\"]");
    alone(Code::DoubledStep, &found_in(&by_attack, &everything()));
}

#[test]
fn unknown_step_in_a_question_or_a_withdrawal_is_found_with_its_id() {
    let asked = |id: &str| {
        let question = format!(
            "\n[[question]]\nid = \"q\"\ntext.en = \"Did you log in?\"\nwhy.en = \"It decides.\"\nsteps = [\"change-password-here\", \"{id}\"]\n"
        );
        found_in(&(without_double() + &question), &everything())
    };
    let found = alone(Code::UnknownStep, &asked("chekc-posts"));
    assert_eq!((found.field.as_str(), found.about.as_deref()), ("question[0].steps[1]", Some("chekc-posts")));
    assert_eq!(asked("everyday-protection"), []);
    let back = |id: &str| {
        let step = format!("[[step]]\nid = \"{id}\"\nwithdrawn.en = \"It is done.\"\n\n[contact]");
        found_in(&without_double().replace("[contact]", &step), &everything())
    };
    assert_eq!(alone(Code::UnknownStep, &back("everyday-protecton")).field, "step[1].id");
    assert_eq!(back("everyday-protection"), []);
}

#[test]
fn withdrawn_at_the_top_of_the_file_is_an_error() {
    for line in ["withdrawn = true", "withdrawn.en = \"It was a drill.\""] {
        let found = changed("never_asks", &format!("{line}\nnever_asks"));
        assert_eq!(alone(Code::WithdrawnIgnored, &found).line, line_of("never_asks"), "{line}");
    }
    assert_eq!(changed("urgency = \"now\"\n", "urgency = \"now\"\nwithdrawn.en = \"It is done.\"\n"), []);
}

#[test]
fn text_that_leads_to_the_stolen_data_is_found() {
    for (text, about) in [
        ("The list is on pastebin.com/x1.", "pastebin.com"),
        ("It stands at xyzxyz.onion.", "xyzxyz.onion"),
        ("Look at the leaked list yourself.", "leaked list"),
        ("The passwords were posted on thief.example.", "thief.example"),
    ] {
        let found = changed("We told the police.", text);
        let found = only(Code::LeadsToLeak, &found);
        assert_eq!((found.field.as_str(), found.about.as_deref()), ("what_we_do.en", Some(about)));
        assert_eq!(found.line, line_of("We told"));
    }
    let elsewhere = changed("Call 555 0100 if the site is down.", "See paste.ee/p/1.");
    assert_eq!(alone(Code::LeadsToLeak, &elsewhere).field, "contact.elsewhere");
    let german = changed("elsewhere = ", "elsewhere_in.de = \"Siehe paste.ee/p/1.\"\nelsewhere = ");
    assert!(
        german.iter().any(|f| f.code == Code::LeadsToLeak && f.field == "contact.elsewhere_in.de"),
        "{german:?}"
    );
    for text in [
        "The false page stood at garden.example.",
        "Do not look for the leaked list.",
        "The passwords were posted on www.forum.example.",
    ] {
        assert_eq!(changed("We told the police.", text), [], "{text}");
    }
}

#[test]
fn each_fact_that_is_missing_is_named_with_its_field() {
    for (from, to, code, field) in [
        ("occurred = { from = 2026-03-11, to = 2026-03-12 }\n", "", Code::NoOccurred, "occurred"),
        (
            "occurred = { from = 2026-03-11, to = 2026-03-12 }\n",
            "occurred = {}\n",
            Code::NoOccurred,
            "occurred",
        ),
        ("discovered = 2026-03-12\n", "", Code::NoDiscovered, "discovered"),
        ("site_safe = \"yes\"\n", "", Code::SiteSafeNotSaid, "site_safe"),
        ("audience.children = false\n", "", Code::ChildrenNotSaid, "audience.children"),
        ("[\"phishing\"]", "[\"extortion\"]", Code::ExtortionOfWhom, "extortion_of"),
        ("[[reported]]\nauthority = \"The police\"\non = 2026-03-12\n", "", Code::NoReported, "reported"),
        ("[[offer]]", "[[offers]]", Code::NoOffer, "offer"),
        ("apology.en = \"We are sorry.\"\n", "", Code::NoApology, "apology"),
    ] {
        assert_eq!(alone(code, &changed(from, to)).field, field, "{to}");
    }
    // An apology may stand in any text and language.
    let without = GOOD.replace("apology.en = \"We are sorry.\"\n", "");
    for text in ["We apologise.", "Es tut uns leid.", "Lo sentimos mucho."] {
        assert_eq!(findings(&without.replace("We told the police.", text)), [], "{text}");
    }
    assert_eq!(findings(&GOOD.replace("[\"phishing\"]", "[\"extortion\"]\nextortion_of = \"us\"")), []);
    // A notice made from the catalogue cannot give these facts, and a withdrawn notice does not need them.
    for line in ["origin = \"catalogue\"", "status = \"withdrawn\""] {
        let bare = without.replace("site_safe = \"yes\"\n", "").replace("status = \"interim\"", line);
        let bare = if line.starts_with("origin") { format!("status = \"interim\"\n{bare}") } else { bare };
        let found = findings(&bare);
        assert!(
            found.iter().all(|f| ![Code::NoApology, Code::SiteSafeNotSaid].contains(&f.code)),
            "{found:?}"
        );
    }
}

#[test]
fn step_that_leads_to_a_site_that_is_not_safe_is_a_contradiction() {
    let found = changed("site_safe = \"yes\"", "site_safe = \"no\"");
    let found = alone(Code::Contradiction, &found);
    assert_eq!((found.field.as_str(), found.reason.unwrap().code()), ("step[0].link", "unsafe-site"));
}

#[test]
fn postal_address_in_any_text_is_found_and_the_publishers_own_is_not() {
    let found = changed("We told the police.", "They sent taxis to 12 Ash Road in Leeds.");
    let found = alone(Code::PostalAddress, &found);
    assert_eq!((found.field.as_str(), found.about.as_deref()), ("what_we_do.en", Some("12 Ash Road")));
    let elsewhere = changed("Call 555 0100 if the site is down.", "Come to 5 High Street.");
    assert_eq!(alone(Code::PostalAddress, &elsewhere).field, "contact.elsewhere");
    assert_eq!(changed("name = \"Ann Ash\"", "name = \"Ann Ash\"\npost = \"5 High Street, Leeds\""), []);
}

#[test]
fn addresses_in_facts_are_looked_at() {
    let offer = "how.en = \"Write to Ann Ash.\"";
    alone(Code::LinkNotHttps, &changed(offer, &format!("{offer}\nurl = \"http://forum.example/lock\"")));
    alone(Code::LinkForeignDomain, &changed(offer, &format!("{offer}\nurl = \"https://lock.example/\"")));
    let elsewhere = |url: &str| changed("[contact]", &format!("[[elsewhere]]\nurl = \"{url}\"\n\n[contact]"));
    assert_eq!(elsewhere("https://status.example/forum"), []);
    assert_eq!(alone(Code::LinkNotHttps, &elsewhere("http://status.example/")).field, "elsewhere[0].url");
    assert_eq!(alone(Code::LookAlikeDomain, &elsewhere("https://f0rum.example/")).field, "elsewhere[0].url");
    let officer = changed("[contact]", "[dpo]\nemail = \"bo\"\n\n[contact]");
    assert_eq!(alone(Code::Contradiction, &officer).field, "dpo.email");
}
