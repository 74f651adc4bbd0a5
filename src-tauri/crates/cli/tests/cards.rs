//! Publisher cards: their numbers, what they leave out, their end, and the day on which a root is lost.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

mod said;
mod staff;

use std::fs;

use app::desk::KeyKind;
use staff::{CARD, Desk, PASSPHRASE, URL};

/// The usual card with other words in the place of some.
fn card<'a>(swaps: &[(&str, &'a str)], more: &[&'a str]) -> Vec<&'a str> {
    let word = |word: &'static str| swaps.iter().find(|(from, _)| *from == word).map_or(word, |(_, to)| to);
    CARD.iter().map(|each| word(each)).chain(more.iter().copied()).collect()
}

#[test]
fn a_weak_passphrase_makes_no_key() {
    let desk = Desk::new();
    for kind in ["root", "desk"] {
        for passphrase in ["a", "password", "qwerty123", "12345678901"] {
            let said = desk.say(&["key", kind, "--out", "k"], format!("{passphrase}\n").as_bytes());
            assert_eq!(said.code, 2, "{passphrase}: {}", said.err);
            assert!(said.err.contains("selfcheck passphrase"), "{}", said.err);
            assert!(!said.err.contains(&format!(" {passphrase} ")));
        }
    }
    assert!(desk.files(".").is_empty());
}

#[test]
fn a_card_beside_a_known_one_does_not_begin_at_1_again() {
    let desk = Desk::new().ready();
    let first = desk.read("publisher");
    for swaps in [&[][..], &[("publisher", "new-card")], &[("publisher", "site/publisher")]] {
        fs::create_dir_all(desk.path("site")).unwrap();
        let said = desk.say(&card(swaps, &[]), PASSPHRASE);
        assert_eq!(said.code, 2, "{swaps:?}: {}", said.err);
        assert!(said.err.contains("--previous"), "{}", said.err);
    }
    assert_eq!(desk.read("publisher"), first);
    assert!(!desk.path("new-card").exists() && desk.files("site").is_empty());
    // Nothing is known on this computer, and the card is there.
    fs::remove_dir_all(desk.path("kept")).unwrap();
    for swaps in [&[][..], &[("publisher", "new-card")]] {
        assert_eq!(desk.say(&card(swaps, &[]), PASSPHRASE).code, 2);
    }
    desk.done(&card(&[], &["--previous", "publisher"]), PASSPHRASE);
    assert_eq!(desk.read("publisher-1"), first, "the card before is kept");
    assert!(desk.read("publisher").contains("serial = 2\n"));
    // An old card given as the one before counts on from what was used, not from it.
    desk.done(&card(&[("publisher", "third")], &["--previous", "publisher-1"]), PASSPHRASE);
    assert!(desk.read("third").contains("serial = 3\n"), "{}", desk.read("third"));
    // Both roots are lost: others begin.
    desk.key(KeyKind::Root, "c");
    let others = [("a.pub", "c.pub"), ("b.pub", "c.pub"), ("a.key", "c.key")];
    assert_eq!(desk.say(&card(&others, &[]), PASSPHRASE).code, 2);
    desk.done(&card(&others, &["--start-over"]), PASSPHRASE);
    assert!(desk.read("publisher").contains("serial = 1\n"));
}

#[test]
fn a_card_before_that_its_own_roots_did_not_sign_is_refused() {
    let desk = Desk::new().ready();
    let forged = desk.read("publisher").replace("serial = 1\n", "serial = 4294967295\n");
    desk.write("forged", &forged);
    let said = desk.say(&card(&[("publisher", "next")], &["--previous", "forged"]), PASSPHRASE);
    assert_eq!(said.code, 2, "{}", said.err);
    assert!(!desk.path("next").exists());
}

#[test]
fn a_domain_or_a_root_is_left_out_on_purpose_alone() {
    let desk = Desk::new().ready();
    let two = card(&[], &["--domain", "status.example", "--previous", "publisher"]);
    desk.done(&two, PASSPHRASE);
    let before = desk.read("publisher");
    let fewer = card(&[], &["--previous", "publisher"]);
    let said = desk.say(&fewer, PASSPHRASE);
    assert_eq!((said.code, desk.read("publisher") == before), (2, true), "{}", said.err);
    assert!(said.err.contains("status.example") && said.err.contains("--leave-out"), "{}", said.err);
    desk.done(&[&fewer[..], &["--leave-out"]].concat(), PASSPHRASE);
    let alone = card(&[("b.pub", "a.pub")], &["--previous", "publisher"]);
    let said = desk.say(&alone, PASSPHRASE);
    assert_eq!(said.code, 2, "{}", said.err);
    assert!(said.err.contains("root"), "{}", said.err);
    // A new root in its place, signed as readers need it, is no mistake.
    desk.key(KeyKind::Root, "c");
    let replaced = card(&[("b.pub", "c.pub")], &["--previous", "publisher", "--key", "c.key"]);
    let said = desk.say(&replaced, &[PASSPHRASE, PASSPHRASE].concat());
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.err.contains("not listed any more"), "{}", said.err);
}

#[test]
fn a_card_near_its_end_is_said_by_every_command_that_uses_it() {
    let desk = Desk::new().ready();
    assert!(!desk.publish(14, "First").err.contains("card end"));
    let late = |day: &str, folder: &str| {
        let draft = desk.read("draft.toml");
        assert!(draft.contains("2027"), "its next update lies ahead");
        desk.publish_as(0, &["draft.toml", "--now", &format!("2026-05-{day}T00:00:01Z"), "--out", folder])
    };
    let said = late("19", "site");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.err.contains("ends in 10 days, on 2026-05-30"), "{}", said.err);
    let said = late("31", "late");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("the card ended on 2026-05-30"), "{}", said.err);
    // By this computer's clock it ended long ago.
    let said = desk.say(
        &["sign", "draft.toml", "--key", "desk.key", "--card", "publisher", "--out", "signed.notice"],
        PASSPHRASE,
    );
    assert!(said.code == 0 && said.err.contains("ended on 2026-05-30"), "{}", said.err);
    let said = desk.say(&["link", "site/2026-03.notice", "--url", &format!("{URL}2026-03.notice")], b"");
    assert!(said.code == 0 && said.err.contains("ended on 2026-05-30"), "{}", said.err);
    let short = card(&[("90", "3"), ("publisher", "short")], &["--previous", "publisher"]);
    let said = desk.say(&short, PASSPHRASE);
    assert!(said.err.contains("ends in 3 days"), "{}", said.err);
}

#[test]
fn a_calendar_file_comes_with_the_card_and_replaces_its_own_kind_alone() {
    let desk = Desk::new().ready();
    let calendar = desk.read("publisher.ics");
    for line in
        ["BEGIN:VCALENDAR\r\n", "DTSTART:20260530T000000Z\r\n", "BEGIN:VALARM\r\n", "END:VCALENDAR\r\n"]
    {
        assert!(calendar.contains(line), "{line}{calendar}");
    }
    desk.done(&card(&[], &["--previous", "publisher"]), PASSPHRASE);
    assert!(desk.read("publisher.ics").contains("SEQUENCE:2\r\n"));
    desk.write("publisher.ics", "my appointments");
    let said = desk.say(&card(&[], &["--previous", "publisher"]), PASSPHRASE);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(desk.read("publisher.ics"), "my appointments");
    assert!(said.err.contains("no calendar file"), "{}", said.err);
}

/// KEYS.md, "A root is lost": readers who took the card of root A follow a card of root B alone.
#[test]
fn after_root_a_is_lost_the_card_of_root_b_is_good_for_stock_minisign_and_for_readers() {
    let desk = Desk::new().ready();
    let said = desk.publish(14, "First");
    assert_eq!(said.code, 0, "{}", said.err);
    let words = |name: &str| -> String {
        let key: notice::PublicKey = desk.read(name).lines().nth(1).unwrap().parse().unwrap();
        key.words()
    };
    let now = "2026-03-15T12:00:00Z";
    desk.done(&["trust", "site/2026-03.notice", "--domain", "forum.example", "--now", now], b"");
    fs::remove_file(desk.path("a.key")).unwrap();
    let by_b = card(&[("a.key", "b.key")], &["--previous", "publisher"]);
    let said = desk.say(&by_b, PASSPHRASE);
    assert_eq!(said.code, 0, "{}", said.err);
    for name in ["a.pub", "b.pub"] {
        assert!(said.err.contains(&words(name)), "{name}: {}", said.err);
    }
    assert!(!said.err.contains("will not follow"), "{}", said.err);
    let text = desk.read("publisher");
    let (signed, block) = text.split_once("untrusted comment: root key\n").unwrap();
    desk.write("card", signed);
    desk.write("card.minisig", &format!("untrusted comment: root key\n{block}"));
    desk.minisign(&["-V", "-p", "b.pub", "-m", "card"]);
    let said = desk.publish(15, "Second");
    assert_eq!(said.code, 0, "{}", said.err);
    let said = desk.say(&["verify", "site/2026-03.notice", "--json", "--now", "2026-03-15T19:00:00Z"], b"");
    assert_eq!(said.json()["state"], "verified", "{}{}", said.out, said.err);
}
