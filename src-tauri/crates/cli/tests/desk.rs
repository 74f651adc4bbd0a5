//! The staff's side of the program, from nothing to a published folder, with stock `minisign` as the other reader.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

mod said;
mod staff;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;
use staff::{CARD, DRAFT, Desk, FOLDER, PASSPHRASE, URL};

#[test]
fn a_key_is_encrypted_private_and_never_overwritten_and_minisign_signs_with_it() {
    let desk = Desk::new();
    let printed = desk.done(&["key", "desk", "--out", "desk"], PASSPHRASE);
    assert_eq!(desk.read("desk.pub").lines().nth(1), Some(printed.trim()));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(desk.path("desk.key")).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let before = desk.read("desk.key");
    let again = desk.say(&["key", "desk", "--out", "desk"], PASSPHRASE);
    assert_eq!((again.code, desk.read("desk.key")), (2, before));
    assert!(again.err.contains("there already"), "{}", again.err);
    assert_eq!(desk.say(&["key", "root", "--out", "other"], b"\n").code, 2);
    assert!(!desk.path("other.key").exists() && !desk.path("other.pub").exists());

    desk.write("text", "hello\n");
    let mut stock = Command::new("minisign")
        .args(["-S", "-s", "desk.key", "-m", "text"])
        .current_dir(desk.0.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    stock.stdin.take().unwrap().write_all(PASSPHRASE).unwrap();
    let output = stock.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    desk.minisign(&["-V", "-p", "desk.pub", "-m", "text"]);
}

#[test]
fn stock_minisign_verifies_the_body_and_the_card_of_a_signed_notice() {
    let desk = Desk::new().ready();
    desk.done(
        &["sign", "draft.toml", "--key", "desk.key", "--card", "publisher", "--out", "signed.notice"],
        PASSPHRASE,
    );
    let signed = desk.read("signed.notice");
    let (body_and_desk, publisher) = signed.split_once("# --- publisher card ---\n").unwrap();
    let (body, block) = body_and_desk.split_once("untrusted comment: desk key\n").unwrap();
    assert_eq!((body, publisher), (DRAFT, desk.read("publisher").as_str()));
    desk.write("body", body);
    desk.write("body.minisig", &format!("untrusted comment: desk key\n{block}"));
    desk.minisign(&["-V", "-p", "desk.pub", "-m", "body"]);
    let (card, block) = publisher.split_once("untrusted comment: root key\n").unwrap();
    desk.write("card", card);
    desk.write("card.minisig", &format!("untrusted comment: root key\n{block}"));
    desk.minisign(&["-V", "-p", "a.pub", "-m", "card"]);
    assert!(block.contains("\ntrusted comment: card forum.example s1\n"), "{block}");
    assert!(signed.contains("\ntrusted comment: notice forum.example/2026-03 r1\n"));
}

#[test]
fn a_text_that_could_not_be_told_from_its_signature_is_not_signed() {
    let desk = Desk::new().ready();
    for text in [
        DRAFT.replace("We reset every password.\"", "\"\"\nuntrusted comment: x\n\"\"\""),
        DRAFT.replace("# Our own words", "# --- publisher card ---"),
        DRAFT.trim_end().to_owned(),
    ] {
        desk.write("odd.toml", &text);
        let said = desk.say(
            &["sign", "odd.toml", "--key", "desk.key", "--card", "publisher", "--out", "odd.notice"],
            PASSPHRASE,
        );
        assert_eq!(said.code, 2, "{}", said.err);
        assert!(!desk.path("odd.notice").exists());
    }
}

#[test]
fn a_card_counts_on_from_the_one_before_and_lives_at_most_90_days() {
    let desk = Desk::new().ready();
    let next: Vec<&str> = CARD.iter().copied().chain(["--previous", "publisher", "--key", "b.key"]).collect();
    desk.done(&next, &[PASSPHRASE, PASSPHRASE].concat());
    let text = desk.read("publisher");
    assert!(
        text.contains("serial = 2\n") && text.matches("untrusted comment: root key").count() == 2,
        "{text}"
    );
    assert!(text.contains("expires = 2026-05-30T00:00:00Z"), "{text}");
    for days in ["91", "0"] {
        let longer: Vec<&str> = CARD.iter().map(|word| if *word == "90" { days } else { word }).collect();
        let said = desk.say(&longer, PASSPHRASE);
        assert_eq!((said.code, desk.read("publisher") == text), (2, true), "{}", said.err);
    }
    assert_eq!(desk.say(&CARD, b"wrong\n").code, 2);
}

#[test]
fn publishing_writes_a_whole_folder_and_the_next_day_the_next_revision() {
    let desk = Desk::new().ready();
    let first = desk.publish(14, "First statement");
    assert_eq!(first.code, 0, "{}{}", first.out, first.err);
    let first_file = desk.read("site/2026-03.notice");
    let names: Vec<String> = desk.files("site").into_keys().collect();
    assert_eq!(names, FOLDER);
    assert_eq!(desk.read("site/publisher"), desk.read("publisher"));

    let second = desk.publish(15, "Nobody got at the messages");
    assert_eq!(second.code, 0, "{}{}", second.out, second.err);
    let notice = desk.read("site/2026-03.notice");
    let body = notice.split_once("untrusted comment:").unwrap().0;
    let former = first_file.split_once("untrusted comment:").unwrap().0;
    assert!(body.starts_with("format = 1\n") && body.contains("revision = 2\n"), "{body}");
    assert!(body.contains(&format!("previous = \"{}\"", notice::edition::fingerprint(former))));
    assert!(body.contains("fresh_until = 2026-03-17T18:00:00Z"));
    let read = notice::read(body.as_bytes()).unwrap();
    assert_eq!(read.history.iter().map(|entry| entry.revision).collect::<Vec<_>>(), [1, 2]);

    let feed: Value = serde_json::from_str(&desk.read("site/feed.json")).unwrap();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    let items = feed["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!(items[0]["content_text"], "Nobody got at the messages");
    assert_ne!(items[0]["id"], items[1]["id"]);

    let link = desk.done(&["link", "site/2026-03.notice", "--url", &format!("{URL}2026-03.notice")], b"");
    assert_eq!(link, second.out);
    assert!(
        link.starts_with("selfcheck://notice?u=https%3A%2F%2Fforum.example%2Fincident%2F2026-03.notice&k=")
    );
    let foreign = desk.say(&["link", "site/2026-03.notice", "--url", "https://evil.example/a"], b"");
    assert_eq!((foreign.code, foreign.out.as_str()), (2, ""));
}

/// The walk shows at most six actions of a step; the page is for whoever has no program, and leaves nothing out.
#[test]
fn the_page_has_all_of_a_steps_own_text() {
    let desk = Desk::new().ready();
    let items = (1..=8).map(|n| format!("- Press button {n}")).collect::<Vec<_>>().join("\n");
    let text = format!(
        "text.en = \"\"\"\nHave **your** phone ready.\n\n{items}\n\nThen see [our help](https://forum.example/help) again.\"\"\"\n"
    );
    let draft = DRAFT.replace("text.en = \"Choose a password that you use nowhere else.\"\n", &text);
    assert_ne!(draft, DRAFT);
    desk.write("draft.toml", &draft);
    let said = desk.publish(14, "First statement");
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    let page = desk.read("site/index.html");
    let step = page.split("Choose a new password here</h3>").nth(1).unwrap();
    let step = step.split("<div class=\"step").next().unwrap();
    for words in [
        "<p>Have <strong>your</strong> phone ready.</p>",
        "<li>Press button 1</li>",
        "<li>Press button 7</li>",
        "<li>Press button 8</li>",
        "<p>Then see <a href=\"https://forum.example/help\" rel=\"noreferrer\">our help</a> (forum.example) again.</p>",
    ] {
        assert_eq!(step.matches(words).count(), 1, "{words}\n{step}");
    }
}

/// A template brings an entry of its own for revision 1, and publishing leaves the draft as it was.
#[test]
fn a_draft_from_a_template_keeps_what_was_said_of_each_revision_and_its_day() {
    let desk = Desk::new().ready();
    desk.done(&["new", "--template", "forum-breach", "--out", "template.toml"], b"");
    let text = desk.read("template.toml").replace("forum.example/year-month", "forum.example/2026-03");
    let text = text.replace("# next_update = 2026-03-15T18:00:00Z", "next_update = 2027-03-15T18:00:00Z");
    let mut parts = text.split("{{");
    let mut filled = parts.next().unwrap().to_owned();
    for part in parts {
        filled.push_str("Thing");
        filled.push_str(part.split_once("}}").unwrap().1);
    }
    assert!(filled.contains("revision = 1\nsummary.en = \"First statement\""), "{filled}");
    desk.write("draft.toml", &filled);
    for (day, summary) in [(14, "We shut the way in"), (15, "Nobody got at the messages")] {
        let said = desk.publish(day, summary);
        assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    }
    let read =
        notice::read(desk.read("site/2026-03.notice").split("untrusted comment:").next().unwrap().as_bytes());
    let read = read.unwrap();
    let told: Vec<_> = read
        .history
        .iter()
        .map(|entry| (entry.date.map(|day| day.to_string()), entry.summary.get("en", "en")))
        .collect();
    let day = |day: u32| Some(format!("2026-03-{day}"));
    assert_eq!(told, [(day(14), Some("We shut the way in")), (day(15), Some("Nobody got at the messages"))]);
    let feed: Value = serde_json::from_str(&desk.read("site/feed.json")).unwrap();
    let first = &feed["items"][1];
    assert_eq!(
        (first["content_text"].as_str(), first["date_published"].as_str()),
        (Some("We shut the way in"), Some("2026-03-14T18:00:00Z"))
    );
    assert!(desk.read("site/index.html").contains(
        "<li id=\"r1\"><span>14 March 2026, 18:00 UTC</span>: <span>We shut the way in</span></li>"
    ));
}

#[test]
fn the_page_of_a_german_notice_is_german_throughout() {
    let desk = Desk::new().ready();
    let german =
        DRAFT.replace("\nformat = 1\n", "\nformat = 1\nlanguage = \"de\"\n").replace("\nen = ", "\nde = ");
    desk.write("draft.toml", &german.replace(".en = ", ".de = "));
    let said = desk.publish(14, "Erste Mitteilung");
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    let page = desk.read("site/index.html");
    for text in [
        "<html lang=\"de\">",
        "Stand 1, 14. März 2026, 18:00 UTC. Weitere folgen.",
        "Bestätigt. Gespeichert als: bcrypt.",
    ] {
        assert!(page.contains(text), "{text}\n{page}");
    }
    for text in [
        "lang=\"en\"",
        "Open in",
        "What to do",
        "What happened</h2>",
        "What was",
        "Who to contact",
        "No longer holds",
        "minutes",
        "Today",
        "update",
        "Do it here",
        "Confirmed",
        "Accounts:",
        "six words",
        "14 March",
    ] {
        assert!(!page.contains(text), "{text}\n{page}");
    }
}

#[test]
fn the_page_says_everything_runs_nothing_and_loads_nothing() {
    let desk = Desk::new().ready();
    let link = desk.publish(14, "First statement").out;
    let page = desk.read("site/index.html");
    let root: notice::PublicKey = desk.read("a.pub").lines().nth(1).unwrap().parse().unwrap();
    for text in [
        "<html lang=\"en\">",
        "What happened, and &#34;what&#34; to do",
        "Everyone &#60;with&#62; an account",
        "Somebody took &#60;b&#62;over&#60;/b&#62; our home page.",
        "<h3>The night</h3>",
        "<a href=\"https://forum.example/more\" rel=\"noreferrer\">Read more</a> (forum.example)",
        "Choose a password that you use nowhere else.",
        "Did you log in on 11 March?",
        "Stored as: bcrypt.",
        "First statement",
        "Ann Ash",
        "Call 555 0100 if the site is down.",
        "Warn the police",
        &root.words(),
        &link.trim().replace('&', "&#38;"),
        "src=\"qr.svg\"",
    ] {
        assert!(page.contains(text), "{text}\n{page}");
    }
    assert_eq!(page.matches("<h1").count(), 1);
    for forbidden in ["<script", " onclick", " onload", "src=\"http", "url(", "@import", "javascript:"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    let mut level = 0;
    for heading in page.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)) {
        assert!(heading <= level + 1, "a level is skipped before h{heading}");
        level = heading;
    }
    let steps = page.split("<h2").find(|section| section.contains("What to do</h2>")).unwrap();
    let planned = notice::read(DRAFT.as_bytes()).unwrap();
    assert!(steps.matches("class=\"step").count() > planned.steps.len() + 5);
}

#[test]
fn a_draft_with_errors_is_refused_and_nothing_changes() {
    let desk = Desk::new().ready();
    desk.write("draft.toml", &DRAFT.replace("We reset every password.", "Reply with your password."));
    let refused = desk.publish(14, "First");
    assert_eq!(refused.code, 1, "{}", refused.err);
    assert!(refused.out.contains("draft.toml:33:7: error asks-for-secret"), "{}", refused.out);
    assert!(!desk.path("site").exists());
    desk.write("draft.toml", DRAFT);
    assert_eq!(desk.publish(14, "First").code, 0);
    let before = desk.files("site");
    desk.write("draft.toml", &DRAFT.replace("[consequences]", "[nothing]"));
    assert_eq!(desk.publish(15, "Second").code, 1);
    desk.write("draft.toml", &DRAFT.replace("forum.example/2026-03", "shop.example/2026-03"));
    assert_eq!(desk.publish(15, "Second").code, 2);
    desk.write("draft.toml", DRAFT);
    assert_eq!(desk.publish(15, " ").code, 1, "a revision without a summary");
    assert_eq!(desk.files("site"), before);
}

#[test]
fn a_killed_publish_leaves_each_file_whole() {
    let desk = Desk::new().ready();
    assert_eq!(desk.publish(14, "First").code, 0);
    let mut known: BTreeMap<String, Vec<Vec<u8>>> =
        desk.files("site").into_iter().map(|(name, bytes)| (name, vec![bytes])).collect();
    for (round, wait) in (0_u64..12).map(|round| (round, round * 9)) {
        let mut child = Command::new(env!("CARGO_BIN_EXE_selfcheck"))
            .env("LC_ALL", "C.UTF-8")
            .args([
                "notice",
                "publish",
                "draft.toml",
                "--key",
                "desk.key",
                "--card",
                "publisher",
                "--url",
                URL,
            ])
            .args(["--summary", &format!("Round {round}"), "--now", "2026-03-15T18:00:00Z", "--out", "site"])
            .current_dir(desk.0.path())
            .env("SELFCHECK_DATA_DIR", desk.path("kept"))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(PASSPHRASE).unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        let _ = child.kill();
        child.wait().unwrap();
        for (name, bytes) in
            desk.files("site").into_iter().filter(|(name, _)| !name.starts_with(".selfcheck-"))
        {
            let seen = known.get_mut(&name).unwrap();
            if !seen.contains(&bytes) {
                whole(&desk, &name, &bytes);
                seen.push(bytes);
            }
        }
    }
    // What the killed ones left is gone after the next run.
    fs::write(desk.path("site/.selfcheck-Ab3xYz.part"), "half").unwrap();
    assert_eq!(desk.publish(16, "After all").code, 0);
    let names: Vec<String> = desk.files("site").into_keys().collect();
    assert_eq!(names, FOLDER);
}

fn whole(desk: &Desk, name: &str, bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).unwrap();
    match Path::new(name).extension().and_then(|ending| ending.to_str()) {
        Some("notice") => {
            desk.write("seen.notice", text);
            desk.done(&["link", "seen.notice", "--url", &format!("{URL}2026-03.notice")], b"");
        }
        Some("html") => assert!(text.ends_with("</html>\n") || text.ends_with("</html>"), "{name}"),
        Some("svg") => assert!(text.trim_end().ends_with("</svg>"), "{name}"),
        Some("json") => assert!(serde_json::from_str::<Value>(text).is_ok(), "{name}"),
        _ => assert_eq!(text, desk.read("publisher"), "{name}"),
    }
}

#[test]
fn lint_prints_findings_for_people_and_for_scripts() {
    let desk = Desk::new();
    desk.write("draft.toml", &DRAFT.replace("[contact]", "[contacts]"));
    let now = ["--now", "2026-03-14T18:00:00Z"];
    let said = desk.say(&["lint", "draft.toml", "--json", now[0], now[1]], b"");
    let json: Value = serde_json::from_str(&said.out).unwrap();
    // Publishing writes the history; the own step is one that Selfcheck adds too.
    assert_eq!(
        (said.code, json["errors"].as_u64(), json["warnings"].as_u64()),
        (1, Some(1), Some(2)),
        "{json}"
    );
    let contact = &json["findings"].as_array().unwrap().iter().find(|f| f["code"] == "no-contact").unwrap();
    assert_eq!((contact["level"].as_str(), contact["field"].as_str()), (Some("error"), Some("contact.name")));
    assert!(contact["text"].as_str().unwrap().contains("[contact]"));
    // Publishing sets fresh_until and writes the history, so a draft without them has no error.
    desk.write("draft.toml", &DRAFT.replace("elsewhere", "elsewhen"));
    let said = desk.say(&["lint", "draft.toml", now[0], now[1]], b"");
    assert_eq!(said.code, 0, "{}", said.out);
    assert!(said.out.contains("warning no-alternative-channel"), "{}", said.out);
    assert!(said.out.contains("(change-password-here)"), "{}", said.out);
    assert!(!said.out.contains("past-next-update"), "{}", said.out);
    let late = desk.say(&["lint", "draft.toml", "--now", "2027-03-15T18:00:00Z"], b"");
    assert!(late.out.contains("warning past-next-update (next_update): "), "{}", late.out);
    desk.write("draft.toml", "format = 1\nid = ");
    let broken = desk.say(&["lint", "draft.toml", "--json"], b"");
    assert_eq!((broken.code, broken.out.as_str()), (2, ""));
    assert!(broken.err.contains("line 2"), "{}", broken.err);
}

#[test]
fn a_template_is_written_once_and_reads() {
    let desk = Desk::new();
    for name in ["forum-breach", "phishing-wave", "ddos-hijacked-pages", "lost-laptop", "supplier", "unknown"]
    {
        desk.done(&["new", "--template", name, "--out", name], b"");
        desk.done(&["show", name], b"");
        desk.done(&["plan", name, "--json"], b"");
        assert_eq!(desk.say(&["lint", name], b"").code, 1, "{name} has gaps");
        let before = desk.read(name);
        assert_eq!(desk.say(&["new", "--template", name, "--out", name], b"").code, 2);
        assert_eq!(desk.read(name), before);
    }
    assert_eq!(desk.say(&["new", "--template", "volcano", "--out", "x"], b"").code, 2);
}

#[test]
fn a_breach_of_the_catalogue_becomes_a_notice_that_says_where_it_is_from() {
    let desk = Desk::new();
    let text = desk.done(&["from-breach", "adobe"], b"");
    for said in
        ["origin = \"catalogue\"", "Have I Been Pwned", "https://haveibeenpwned.com", "not by the site"]
    {
        assert!(text.contains(said), "{said}");
    }
    desk.done(&["from-breach", "Adobe", "--out", "adobe.notice"], b"");
    let plan: Value = serde_json::from_str(&desk.done(&["plan", "adobe.notice", "--json"], b"")).unwrap();
    assert!(plan["steps"].as_array().unwrap().iter().any(|step| step["id"] == "change-password-here"));
    assert!(desk.done(&["show", "adobe.notice"], b"").contains("not by the site"));
    let unknown = desk.say(&["from-breach", "Adobbe"], b"");
    assert_eq!((unknown.code, unknown.out.as_str()), (2, ""));
    assert!(unknown.err.contains("Adobe"), "{}", unknown.err);
}
