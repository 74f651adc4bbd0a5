//! Every code of the lint: a draft that has the fault, and the same draft without it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::collections::BTreeSet;

use notice::lint::{Code, Finding, Level, lint};

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

fn listed() -> BTreeSet<String> {
    ["police.example", "bigbank.example"].map(str::to_owned).into()
}

fn findings(draft: &str) -> Vec<Finding> {
    lint(draft.as_bytes(), &listed()).unwrap_or_else(|error| panic!("{error}: {draft}"))
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
fn there_are_14_errors_and_13_warnings_and_no_code_twice() {
    let codes: BTreeSet<_> = Code::ALL.iter().map(|code| code.code()).collect();
    assert_eq!(codes.len(), Code::ALL.len());
    let errors = Code::ALL.iter().filter(|code| code.level() == Level::Error).count();
    assert_eq!((errors, Code::ALL.len() - errors), (14, 14));
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
    let found = lint(draft.as_bytes(), &BTreeSet::new()).unwrap();
    assert!(found.iter().all(|finding| finding.code != Code::NoExpiry), "{found:?}");
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
    assert_eq!(alone(Code::OldTranslation, &found).field, "translated.de");
    alone(Code::OldTranslation, &german(""));
    assert_eq!(german("[translated]\nde = 2\n"), []);
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
    let about = |findings: Vec<Finding>| alone(Code::Contradiction, &findings).about.unwrap_or_default();
    // A text that gives the all-clear beside what was taken.
    let clear = changed("We told the police.", "Your data is completely safe, and nothing was taken.");
    assert!(about(clear).contains("Passwords"));
    assert_eq!(changed("We told the police.", "No card details were taken."), []);
    // Numbers.
    assert_eq!(
        about(changed("accounts_affected = 11", "accounts_affected = 0")),
        "accounts_affected = 0 and confirmed data"
    );
    let more = changed("Some members typed", "About 3,000 members typed");
    assert_eq!(about(more), "3000 and accounts_affected = 11");
    assert_eq!(changed("Some members typed", "All 11 members typed"), []);
    // Only possible, and yet certain.
    let posted = GOOD
        .replace("\"confirmed\"", "\"possible\"")
        .replace("We told the police.", "They were posted online.");
    assert!(findings(&posted).iter().any(|finding| finding.code == Code::Contradiction));
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
