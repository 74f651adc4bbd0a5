//! Which statement a publication follows, what it may replace, and what it leaves out.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

mod said;
mod staff;

use std::fs;

use app::desk::KeyKind;
use notice::edition::fingerprint;
use notice::{Notice, PublicKey};
use said::Said;
use staff::{CARD, DRAFT, Desk, PASSPHRASE};

fn body(notice: &str) -> &str {
    notice.split("untrusted comment:").next().unwrap()
}

fn read(desk: &Desk, file: &str) -> Notice {
    notice::read(body(&desk.read(file)).as_bytes()).unwrap()
}

/// Refused with exit 2, and nothing of the folder is changed.
#[track_caller]
fn refused(said: &Said, words: &str) {
    assert_eq!(said.code, 2, "{}{}", said.out, said.err);
    assert!(said.err.contains(words) && said.out.is_empty(), "{}", said.err);
}

#[test]
fn a_statement_in_the_folder_that_no_key_of_ours_signed_is_refused_and_changes_nothing() {
    let ours = Desk::new().ready();
    assert_eq!(ours.publish(14, "First").code, 0);
    let signed = ours.read("site/2026-03.notice");
    // Another publisher, who names our roots in a card of their own.
    let theirs = Desk::new().ready();
    let card: Vec<&str> = CARD.iter().map(|word| if *word == "b.pub" { "ours.pub" } else { word }).collect();
    fs::copy(ours.path("a.pub"), theirs.path("ours.pub")).unwrap();
    fs::remove_file(theirs.path("publisher")).unwrap();
    theirs.done(&[&card[..], &["--start-over"]].concat(), PASSPHRASE);
    theirs.write(
        "draft.toml",
        &DRAFT
            .replace("[contact]", "[[history]]\nrevision = 1\nsummary.en = \"Call 0900 EVIL\"\n\n[contact]"),
    );
    assert_eq!(theirs.publish(14, "Call 0900 EVIL").code, 0);
    let foreign = theirs.read("site/2026-03.notice");
    let unsigned = body(&foreign).to_owned();
    let highest = unsigned.replace("revision = 1\n", "revision = 4294967295\n");
    let (own_body, own_rest) = signed.split_at(body(&signed).len());
    for (name, text, words) in [
        ("unsigned", unsigned.as_str(), "nobody signed it"),
        ("unsigned with the highest number", &highest, "nobody signed it"),
        ("foreign", &foreign, "no desk key of this publisher signed it"),
        ("our blocks under their body", &format!("{unsigned}{own_rest}"), "no desk key"),
        (
            "their blocks under our body",
            &format!("{own_body}{}", foreign.split_at(unsigned.len()).1),
            "no desk key",
        ),
        ("cut", signed.get(..signed.len() / 2).unwrap(), "not taken"),
        ("empty", "", "not taken"),
        ("other bytes", "\0\0\0", "not taken"),
    ] {
        for folder in ["site", "fresh"] {
            fs::create_dir_all(ours.path(folder)).unwrap();
            fs::write(ours.path(&format!("{folder}/2026-03.notice")), text).unwrap();
            let before = ours.files(folder);
            let said = ours.publish_as(15, &["draft.toml", "--out", folder]);
            refused(&said, words);
            assert!(said.err.contains("--previous"), "{name}: {}", said.err);
            assert_eq!(ours.files(folder), before, "{name}");
        }
    }
    // The way on: the file is moved away, and the last own statement is given.
    fs::remove_file(ours.path("site/2026-03.notice")).unwrap();
    ours.write("last.notice", &signed);
    let said = ours.publish_as(15, &["draft.toml", "--out", "site", "--previous", "last.notice"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let second = read(&ours, "site/2026-03.notice");
    assert_eq!((second.revision, second.previous), (2, Some(fingerprint(own_body))));
    assert!(!ours.read("site/2026-03.notice").contains("EVIL"));
}

#[test]
fn the_highest_number_is_no_dead_end() {
    let desk = Desk::new().ready();
    assert_eq!(desk.publish(14, "First").code, 0);
    fs::copy(desk.path("site/2026-03.notice"), desk.path("first.notice")).unwrap();
    // The desk key is stolen, and the thief signs the highest number.
    let last = body(&desk.read("site/2026-03.notice")).replace("revision = 1\n", "revision = 4294967295\n");
    desk.write("last.toml", &last);
    desk.done(
        &["sign", "last.toml", "--key", "desk.key", "--card", "publisher", "--out", "site/2026-03.notice"],
        PASSPHRASE,
    );
    refused(&desk.publish(15, "Second"), "new desk key");
    desk.key(KeyKind::Desk, "desk-2");
    let card: Vec<&str> =
        CARD.iter().map(|word| if *word == "desk.pub" { "desk-2.pub" } else { word }).collect();
    desk.done(&[&card[..], &["--previous", "publisher"]].concat(), PASSPHRASE);
    let said = desk.publish_as(
        15,
        &["draft.toml", "--key", "desk-2.key", "--out", "site", "--previous", "first.notice"],
    );
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(read(&desk, "site/2026-03.notice").revision, 2);
}

#[test]
fn numbers_never_come_twice_and_never_go_back() {
    let desk = Desk::new().ready();
    let said = desk.publish(14, "First");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.err.contains("no update before it is known here"), "{}", said.err);
    let way = "with --previous https://forum.example/incident/2026-03.notice";
    assert!(said.err.contains(way), "{}", said.err);
    fs::copy(desk.path("site/2026-03.notice"), desk.path("first.notice")).unwrap();
    // An empty folder: this computer knows what it published.
    let said = desk.publish_as(15, &["draft.toml", "--out", "empty"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let second = read(&desk, "empty/2026-03.notice");
    let former = body(&desk.read("first.notice")).to_owned();
    assert_eq!((second.revision, second.previous), (2, Some(fingerprint(&former))));
    assert_eq!(second.history.len(), 2, "what was told of the first statement stays");
    // A folder that is behind does not count back.
    assert_eq!(desk.publish(16, "Third").code, 0);
    assert_eq!(read(&desk, "site/2026-03.notice").revision, 3);
    // A text that is behind, and a statement before that is behind, are refused.
    refused(&desk.publish_as(17, &["first.notice", "--out", "new"]), "statement 3 was published");
    refused(
        &desk.publish_as(17, &["draft.toml", "--out", "new", "--previous", "first.notice"]),
        "statement 3 was published",
    );
    assert!(desk.files("new").is_empty());
    // A signed text counts one up from itself.
    fs::copy(desk.path("site/2026-03.notice"), desk.path("yesterday.notice")).unwrap();
    assert_eq!(desk.publish_as(17, &["yesterday.notice", "--out", "new"]).code, 0);
    assert_eq!(read(&desk, "new/2026-03.notice").revision, 4);
}

#[test]
fn a_colleague_on_another_computer_goes_on_from_a_signed_file_or_says_which_one_is_online() {
    let desk = Desk::new().ready();
    for (day, summary) in [(14, "First"), (15, "Second"), (16, "Third")] {
        assert_eq!(desk.publish(day, summary).code, 0);
    }
    let third = desk.read("site/2026-03.notice");
    desk.write("online.notice", &third);
    let elsewhere = |more: &[&str], folder: &str| {
        // Nothing is known there.
        let _ = fs::remove_dir_all(desk.path("kept"));
        desk.publish_as(17, &[more, &["--out", folder]].concat())
    };
    let said = elsewhere(&["online.notice"], "one");
    assert_eq!((said.code, read(&desk, "one/2026-03.notice").revision), (0, 4), "{}", said.err);
    let said = elsewhere(&["draft.toml", "--previous", "online.notice"], "two");
    assert_eq!((said.code, read(&desk, "two/2026-03.notice").revision), (0, 4), "{}", said.err);
    assert_eq!(read(&desk, "two/2026-03.notice").previous, Some(fingerprint(body(&third))));
    // A text that was published and has lost its signature counts on, too.
    desk.write("text.toml", body(&third));
    let said = elsewhere(&["text.toml"], "three");
    assert_eq!((said.code, read(&desk, "three/2026-03.notice").revision), (0, 4), "{}", said.err);
    // A fresh draft with nothing known is number 1, and that is said.
    let said = elsewhere(&["draft.toml"], "four");
    assert_eq!((said.code, read(&desk, "four/2026-03.notice").revision), (0, 1), "{}", said.err);
    assert!(said.err.contains("--previous") && said.err.contains("2026-03.notice"), "{}", said.err);
    for address in
        ["http://forum.example/2026-03.notice", "https://127.0.0.1/a.notice", "ftp://forum.example/a"]
    {
        let said = elsewhere(&["draft.toml", "--previous", address], "five");
        assert_eq!(said.code, 2, "{address}: {}", said.err);
    }
    assert!(desk.files("five").is_empty());
}

#[test]
fn a_statement_under_the_card_before_is_believed_and_a_card_that_was_replaced_is_not_used() {
    let desk = Desk::new().ready();
    assert_eq!(desk.publish(14, "First").code, 0);
    fs::copy(desk.path("publisher"), desk.path("first-card")).unwrap();
    desk.key(KeyKind::Desk, "desk-2");
    let card: Vec<&str> =
        CARD.iter().map(|word| if *word == "desk.pub" { "desk-2.pub" } else { word }).collect();
    desk.done(&[&card[..], &["--previous", "publisher"]].concat(), PASSPHRASE);
    // Without what this computer knows, by the signatures alone.
    fs::remove_dir_all(desk.path("kept")).unwrap();
    let said = desk.publish_as(15, &["draft.toml", "--key", "desk-2.key", "--out", "site"]);
    assert_eq!((said.code, read(&desk, "site/2026-03.notice").revision), (0, 2), "{}", said.err);
    let before = desk.files("site");
    refused(
        &desk.publish_as(16, &["draft.toml", "--card", "first-card", "--out", "site"]),
        "number 2 was used",
    );
    assert_eq!(desk.files("site"), before);
}

#[cfg(unix)]
#[test]
fn whatever_is_no_file_of_ours_in_the_folder_stops_it_before_anything_is_written() {
    use std::os::unix::fs::symlink;

    let desk = Desk::new().ready();
    desk.write("outside", "mine");
    let names = ["2026-03.notice", "index.html", "feed.json", "qr.svg", "publisher"];
    for name in names {
        for kind in ["link", "dangling", "link to a key", "folder", "pipe", "huge", "other"] {
            let folder = format!("{name}-{kind}");
            fs::create_dir(desk.path(&folder)).unwrap();
            let place = desk.path(&folder).join(name);
            match kind {
                "link" => symlink(desk.path("outside"), &place).unwrap(),
                "dangling" => symlink(desk.path("nowhere"), &place).unwrap(),
                "link to a key" => symlink(desk.path("desk.key"), &place).unwrap(),
                "folder" => fs::create_dir(&place).unwrap(),
                "pipe" => {
                    let made = std::process::Command::new("mkfifo").arg(&place).status().unwrap();
                    assert!(made.success());
                }
                "huge" => fs::File::create(&place).unwrap().set_len(1 << 33).unwrap(),
                _ => fs::write(&place, "<!DOCTYPE html>\n<title>Our forum</title>\n").unwrap(),
            }
            let said = desk.publish_as(14, &["draft.toml", "--out", &folder]);
            assert_eq!(said.code, 2, "{folder}: {}{}", said.out, said.err);
            assert!(said.err.contains(name), "{folder}: {}", said.err);
            let left: Vec<_> =
                fs::read_dir(desk.path(&folder)).unwrap().map(|e| e.unwrap().file_name()).collect();
            assert_eq!(left, [name], "{folder}");
        }
    }
    assert_eq!(desk.read("outside"), "mine");
    assert!(!desk.path("nowhere").exists());
}

#[test]
fn comments_of_the_draft_are_not_published_and_every_text_stays() {
    let desk = Desk::new().ready();
    let draft = DRAFT
        .replace("[title]", "# INTERNAL: the lawyer says no\n[title] # title")
        .replace("We reset every password.", "We reset every #password# # now.")
        .replace("- On 11 March", "# Heading of a text\n\n- On 11 March # not a comment");
    desk.write("draft.toml", &draft);
    let said = desk.publish(14, "First # statement");
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert!(said.err.contains("comments of the draft were left out"), "{}", said.err);
    let file = desk.read("site/2026-03.notice");
    for secret in ["INTERNAL", "Our own words", "# title"] {
        assert!(!file.contains(secret), "{secret}");
    }
    for text in [
        "We reset every #password# # now.",
        "# Heading of a text\n",
        "On 11 March # not a comment",
        "First # statement",
    ] {
        assert!(file.contains(text), "{text}\n{file}");
    }
    assert_eq!(desk.read("draft.toml"), draft, "the draft stays as it was");
    // Stock minisign agrees with what is left.
    let (signed, rest) = file.split_once("untrusted comment: desk key\n").unwrap();
    desk.write("body", signed);
    let block: Vec<&str> = rest.lines().take(3).collect();
    desk.write("body.minisig", &format!("untrusted comment: desk key\n{}\n", block.join("\n")));
    desk.minisign(&["-V", "-p", "desk.pub", "-m", "body"]);
    // As it is: signed with its comments, and that is said.
    let said = desk.say(
        &["sign", "draft.toml", "--key", "desk.key", "--card", "publisher", "--out", "as-is.notice"],
        PASSPHRASE,
    );
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        said.err.contains("3 comments are in it") && desk.read("as-is.notice").contains("INTERNAL"),
        "{}",
        said.err
    );
}

#[test]
fn the_address_of_the_folder_has_one_form_and_that_of_a_file_is_refused() {
    let desk = Desk::new().ready();
    let mut links = Vec::new();
    for (number, url) in [
        "https://forum.example/incident/",
        "https://forum.example/incident",
        "https://forum.example/incident/index.html",
        "https://FORUM.example/incident/",
    ]
    .iter()
    .enumerate()
    {
        let said = desk.publish_as(14, &["draft.toml", "--url", url, "--out", &format!("site-{number}")]);
        assert_eq!(said.code, 0, "{url}: {}", said.err);
        links.push(said.out);
    }
    links.dedup();
    assert_eq!(links.len(), 1, "{links:?}");
    for url in [
        "https://forum.example/incident/?from=mail",
        "https://forum.example/incident/#top",
        "https://forum.example/incident/2026-03.notice",
        "http://forum.example/incident/",
        "https://user@forum.example/incident/",
        "https://forum.example:8443/incident/",
        "https://evil.example/incident/",
        "incident",
    ] {
        let said = desk.publish_as(15, &["draft.toml", "--url", url, "--out", "refused"]);
        assert_eq!(said.code, 2, "{url}: {}", said.err);
        assert!(desk.files("refused").is_empty(), "{url}");
    }
}

#[test]
fn numbers_that_cannot_be_understood_stop_it_and_stay() {
    let desk = Desk::new().ready();
    fs::create_dir_all(desk.path("kept")).unwrap();
    for (text, words) in [("{", "cannot be understood"), ("{\"format\":9}", "newer version")] {
        desk.write("kept/published.json", text);
        refused(&desk.publish(14, "First"), words);
        assert_eq!(desk.read("kept/published.json"), text);
        assert!(desk.files("site").is_empty());
    }
}

#[test]
fn another_publisher_of_the_same_name_counts_for_itself() {
    let one = Desk::new().ready();
    assert_eq!(one.publish(14, "First").code, 0);
    let other = Desk::new().ready();
    fs::create_dir_all(other.path("kept")).unwrap();
    fs::copy(one.path("kept/published.json"), other.path("kept/published.json")).unwrap();
    assert_eq!(other.publish(14, "First").code, 0);
    assert_eq!(read(&other, "site/2026-03.notice").revision, 1);
    let root: PublicKey = other.read("a.pub").lines().nth(1).unwrap().parse().unwrap();
    assert!(other.read("kept/published.json").contains(&root.to_string()));
}
