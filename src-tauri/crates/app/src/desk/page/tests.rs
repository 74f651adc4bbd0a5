use std::fmt::Write as _;

use jiff::Timestamp;
use notice::verify::Publisher;

use super::*;

const URL: &str = "https://forum.example/incident/";

const NOTICE: &str = r#"format = 1
id = "forum.example/a"
revision = 2
status = "interim"
published = 2026-03-15T18:00:00Z
next_update = 2026-03-16T18:00:00Z
accounts_affected = 3000
kinds = ["swatting"]
countries = ["gb", "ie", "xx"]
affects = "Everyone with an account"
affects_in.de = "Alle mit einem Konto"
never_asks = ["a code"]
title.en = "At the forum"
title.de = "Im Forum"
what_happened.en = "Somebody got in."
what_happened.de = "Jemand ist eingedrungen."
not_known.en = "How they got in."
[translated]
de = 1
[[exposed]]
class = "Passwords"
certainty = "confirmed"
protection = "bcrypt"
[[question]]
id = "came"
text.en = "Did you come on Monday?"
steps = ["gone"]
[[question]]
id = "posted"
text.en = "Did you post?"
steps = ["look", "gone"]
[[step]]
id = "look"
since = 2
title.en = "Look at your posts"
text.en = "Look at them."
[[step]]
id = "gone"
title.en = "Close the door"
withdrawn.en = "It is closed."
[[history]]
revision = 2
published = 2026-03-15T18:00:00Z
summary.en = "We know how many"
[[history]]
revision = 1
date = 2026-03-14
published = 2026-03-14T18:00:00Z
summary.en = "First"
[contact]
name = "Ann Ash"
email = "ann@forum.example"
url = "https://forum.example/ask"
elsewhere = "+44 20 7946 0000"
elsewhere_in.de = "Rufen Sie 555 0100 an"
"#;

fn made(text: &str, former: Option<&str>) -> Vec<(String, String)> {
    let root = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3".parse().unwrap();
    let domains = vec!["forum.example".to_owned()];
    let publisher = Publisher { name: "Forum".to_owned(), domains, root };
    let mut session = Session::to_be_signed(text.as_bytes(), publisher).unwrap();
    let former = former.map(|former| notice::read(former.as_bytes()).unwrap());
    let listed = super::super::listed_domains();
    let around = Around {
        publisher: "Forum",
        link: "selfcheck://notice?u=x&k=y",
        words: "one two three four five six",
        file: "a.notice",
        url: URL,
        listed: &listed,
        former: former.as_ref(),
    };
    pages(&mut session, &around).unwrap()
}

fn html(text: &str) -> String {
    made(text, None).remove(0).1
}

#[test]
fn a_contact_is_called_first_and_its_name_leads_to_no_page() {
    let page = html(&NOTICE.replace("countries", "nations"));
    // Without a country there is no number, but a line that names several.
    assert!(page.contains("emergency number: 112 in the EU"), "{page}");
    let named = html(NOTICE);
    assert!(named.contains("<a class=\"reach\" href=\"tel:999\">call 999</a>"), "{named}");
    assert!(!page.contains(">Your local police</a>") && !named.contains("999</a> ("), "{page}");
    assert!(page.contains("href=\"mailto:reportphishing@apwg.org\"") || !page.contains("apwg.org"));
    for way in [
        "<a href=\"mailto:ann@forum.example\" rel=\"noreferrer\">ann@forum.example</a>",
        "<a href=\"tel:+442079460000\" rel=\"noreferrer\">+44 20 7946 0000</a>",
        "<a href=\"https://forum.example/ask\" rel=\"noreferrer\">",
    ] {
        assert!(page.contains(way), "{way}");
    }
}

#[test]
fn the_countries_that_a_notice_names_have_their_contacts_with_the_day() {
    let page = html(NOTICE);
    for wanted in [
        "<details open>\n<summary>United Kingdom</summary>",
        "<summary>Ireland</summary>",
        "<summary>Anywhere else</summary>",
        "href=\"tel:999\"",
        "href=\"tel:101\"",
        "(checked on 24 November 2026)",
    ] {
        assert!(page.contains(wanted), "{wanted}\n{page}");
    }
    assert!(!html(&NOTICE.replace("countries", "nations")).contains("tel:999"));
}

#[test]
fn the_pages_of_each_service_are_folded_and_stand_once_for_all_countries() {
    let page = html(NOTICE);
    let address = "https://myaccount.google.com/security-checkup";
    assert_eq!(page.matches(&format!("href=\"{address}\"")).count(), 1, "{page}");
    assert!(page.contains("<details>\n<summary>Google</summary>"), "{page}");
    assert!(!page.contains("Google: "), "its pages do not name it again");
}

#[test]
fn another_language_has_a_page_of_its_own() {
    let pages = made(NOTICE, None);
    let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["index.html", "index.de.html"]);
    let (original, german) = (&pages[0].1, &pages[1].1);
    let link = "<a href=\"index.de.html\" lang=\"de\" hreflang=\"de\">Deutsch</a>";
    assert!(original.contains(link) && !original.contains("Jemand ist"), "{original}");
    for wanted in [
        "<html lang=\"de\">",
        "<h1>Im Forum</h1>",
        "Was geschehen ist</h2>",
        "<div lang=\"en\">\n\n<p>How they got in.</p>",
        "Diese Übersetzung folgt Stand 1.",
        "hreflang=\"en\"",
        "<summary>Vereinigtes Königreich</summary>",
        "Passwörter",
        "<span>Gilt nicht mehr:</span> <span lang=\"en\">It is closed.</span>",
        "<span>Alle mit einem Konto</span>",
        "<ul lang=\"en\">\n<li>a code</li>",
        "<li lang=\"en\">Ann Ash</li>",
        "<li>Rufen Sie 555 0100 an</li>",
    ] {
        assert!(german.contains(wanted), "{wanted}\n{german}");
    }
}

#[test]
fn what_is_new_stands_first_and_is_marked() {
    let former = NOTICE.replace("revision = 2\nstatus", "revision = 1\nstatus").replace("= 3000", "= 2000");
    let former = former.replace("Somebody got in.", "We do not know.");
    let page = &made(NOTICE, Some(&former))[0].1;
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is missing: {page}"));
    assert!(at("What is new</strong>, 15 March 2026, 18:00 UTC") < at("What happened"));
    at("3,000 accounts are affected. The update before said 2,000.");
    at("What happened <span class=\"new\">changed</span>");
    assert_eq!(page.matches("<p class=\"new\">New in update 2</p>").count(), 1);
    assert!(at("<li id=\"r2\">") < at("<li id=\"r1\"><span>14 March 2026, 18:00 UTC</span>"));
}

#[test]
fn a_question_whose_only_step_was_withdrawn_is_not_asked() {
    let page = html(NOTICE);
    assert!(!page.contains("Did you come on Monday?"), "{page}");
    assert!(page.contains("Did you post?") && page.contains("leave out:</span> Look at your posts."));
}

#[test]
fn a_withdrawn_notice_says_so_first_and_asks_for_nothing() {
    let text = NOTICE.replace("status = \"interim\"", "status = \"withdrawn\"");
    let page = html(&text.replace("We know how many", "It was an error"));
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is missing: {page}"));
    assert!(at("<h1>Withdrawn: At the forum</h1>") < at("withdrawn on 15 March 2026, 18:00 UTC"));
    assert!(at("It was an error") < at("<details>") && at("<details>") < at("Somebody got in."));
    for gone in ["class=\"button\"", "minutes", "next statement is due", "What to do</h2>"] {
        assert!(!page.contains(gone), "{gone}\n{page}");
    }
    assert!(page.contains("If you are in danger"), "advice on safety stays");
}

#[test]
fn the_page_has_no_field_and_no_words_that_need_one() {
    let page = html(NOTICE);
    assert!(!page.contains("Check the new one here"), "{page}");
    let (steps, button) = (page.find("id=\"steps\"").unwrap(), page.find("class=\"button\"").unwrap());
    assert!(steps < button, "the program comes after the steps");
    assert!(page.contains("Do you have Selfcheck on a computer?"));
}

/// Every text of the notice holds what no page may.
#[test]
fn hostile_values_in_every_field_leave_no_control_character_and_no_bad_language() {
    // Hidden characters never come so far: no notice that holds one is read.
    let hostile = "</p><script> x";
    assert!(notice::read(NOTICE.replace("\"Ann", "\"\\u001bAnn").as_bytes()).is_err());
    let mut text = String::new();
    for line in NOTICE.lines() {
        let fixed =
            ["format", "id", "revision", "status", "published", "certainty", "next", "since", "steps"];
        let (field, value) = line.split_once(" = ").unwrap_or((line, ""));
        if fixed.contains(&field) || field == "next_update" || !value.starts_with('"') {
            writeln!(text, "{line}").unwrap();
        } else {
            writeln!(text, "{field} = {}", value.replacen('"', &format!("\"{hostile}"), 1)).unwrap();
            if let Some(name) = field.strip_suffix(".de") {
                writeln!(text, "{name}.\"en\\\" onmouseover=\\\"x\" = {value}").unwrap();
            }
        }
    }
    for (name, page) in made(&text, None) {
        let raw = page.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(raw, None, "{name}");
        assert!(!page.contains("<script") && !page.contains("onmouseover=\"x"), "{page}");
        assert!(page.contains("&#60;script"), "{page}");
        for lang in page.split(" lang=\"").skip(1) {
            let code = lang.split('"').next().unwrap();
            assert!(is_tag(code), "{name}: {code}");
        }
    }
}

#[test]
fn a_number_or_an_address_is_a_link_only_where_the_text_is_nothing_else() {
    assert_eq!(phone_uri("+44 20 7946-0000").as_deref(), Some("tel:+442079460000"));
    for text in ["Call 555 0100 if the site is down.", "12", "+", "1+2345", ""] {
        assert_eq!(phone_uri(text), None, "{text}");
    }
    for text in
        ["help", "a b@forum.example", "a@forum.example?bcc=b", "a@\u{202e}forum.example", "a@@b.example"]
    {
        assert_eq!(mail_uri(text), None, "{text}");
    }
    let moment: Timestamp = "2026-03-14T18:00:00Z".parse().unwrap();
    let notice = notice::read(NOTICE.as_bytes()).unwrap();
    assert_eq!(published(&notice, notice.history.last().unwrap()), Some(moment));
}
