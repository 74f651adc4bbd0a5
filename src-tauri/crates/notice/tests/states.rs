//! Every state and code of a verification, each reached the way a reader would reach it.
#![allow(clippy::unwrap_used, clippy::panic, clippy::string_slice, reason = "tests stop at what is wrong")]

use jiff::Timestamp;
use minisign::KeyPair;
use notice::container::{SEPARATOR_LINE, assemble_publisher};
use notice::verify::{Memory, Outcome, Reason, Request, Site, SiteAnswer, State, verify};
use notice::{Card, Link, PublicKey};
use notice_faults::{Body, Keys, sign};
use proptest::prelude::*;

const DOMAIN: &str = "forum.example";

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// A day on which the body is fresh and the card lives.
fn now() -> Timestamp {
    time("2026-03-15T12:00:00Z")
}

fn public(pair: &KeyPair) -> PublicKey {
    Keys::public(pair).unwrap()
}

struct Desk {
    keys: Keys,
    card: Card,
    body: Body,
}

fn desk() -> Desk {
    let keys = Keys::make().unwrap();
    let card = keys.card(DOMAIN).unwrap();
    Desk { card, keys, body: Body::new(DOMAIN).unwrap() }
}

impl Desk {
    fn file(&self) -> String {
        self.keys.notice(&self.body, &self.card).unwrap()
    }

    fn revision(&self, revision: u32) -> String {
        self.keys.notice(&self.body.clone().revision(revision), &self.card).unwrap()
    }

    fn pinned(&self) -> Memory {
        let mut memory = Memory::default();
        memory.pin(DOMAIN, public(&self.keys.root_a), now());
        memory
    }

    fn link(&self, url: &str) -> Link {
        Link::new(url, &public(&self.keys.root_a).link_code()).unwrap()
    }
}

fn request<'a>(file: &'a str, memory: &'a Memory) -> Request<'a> {
    let bytes = file.as_bytes();
    Request { bytes, link: None, host: None, site: Site::NotAsked, root: None, now: now(), memory }
}

fn said(outcome: &Outcome) -> (&'static str, Option<&'static str>) {
    (outcome.state.code(), outcome.reason.as_ref().map(notice::verify::Reason::code))
}

/// State and code of `file` for a reader with this memory.
fn of(file: &str, memory: &Memory) -> (&'static str, Option<&'static str>) {
    said(&verify(&request(file, memory)))
}

/// Reads `file`, remembers what passed, and says its state.
fn read(file: &str, memory: &mut Memory) -> &'static str {
    let outcome = verify(&request(file, memory));
    if let Some(passed) = &outcome.remember {
        memory.remember(passed);
    }
    outcome.state.code()
}

#[test]
fn a_pinned_publisher_is_verified() {
    let desk = desk();
    let file = desk.file();
    let memory = desk.pinned();
    let outcome = verify(&request(&file, &memory));
    assert_eq!((said(&outcome), outcome.fresh), (("verified", None), Some(true)));
    let publisher = outcome.publisher.unwrap();
    assert_eq!((publisher.root, publisher.domains), (public(&desk.keys.root_a), vec![DOMAIN.to_owned()]));
    assert_eq!(outcome.notice.unwrap().steps.len(), 1);
}

#[test]
fn a_root_of_this_run_counts_as_pinned() {
    let (desk, memory) = (desk(), Memory::default());
    let file = desk.file();
    let with =
        |pair: &KeyPair| said(&verify(&Request { root: Some(public(pair)), ..request(&file, &memory) }));
    assert_eq!(with(&desk.keys.root_a), ("verified", None));
    assert_eq!(with(&desk.keys.root_b), ("changed_key", Some("no_succession")));
}

#[test]
fn an_unpinned_publisher_is_new_only_if_its_own_site_has_a_card_of_the_same_root() {
    let (desk, memory) = (desk(), Memory::default());
    let file = desk.file();
    let with = |site: Site<'_>| verify(&Request { site, ..request(&file, &memory) });
    let own = Keys::publish(&desk.card, &[&desk.keys.root_a]).unwrap();
    let stranger = self::desk();
    let foreign = Keys::publish(&stranger.card, &[&stranger.keys.root_a]).unwrap();
    let unsound = own.replace("serial = 7", "serial = 8");
    assert_eq!(with(Site::NotAsked).site_to_ask(), Some(DOMAIN));
    for (site, state, answer) in [
        (Site::Published(own.as_bytes()), "new_publisher", SiteAnswer::SameRoot),
        (Site::Published(foreign.as_bytes()), "unconfirmed", SiteAnswer::OtherRoot),
        (Site::Published(unsound.as_bytes()), "unconfirmed", SiteAnswer::NotReached),
        (Site::Published(b"<html>"), "unconfirmed", SiteAnswer::NotReached),
        (Site::NotReached, "unconfirmed", SiteAnswer::NotReached),
        (Site::NotAsked, "unconfirmed", SiteAnswer::NotAsked),
    ] {
        let outcome = with(site);
        assert_eq!((said(&outcome), outcome.site), ((state, None), answer));
    }
}

#[test]
fn the_promise_is_a_label_with_a_cap() {
    let mut desk = desk();
    let mut at = |status: &str, until: Option<&str>, now: &str| {
        desk.body.status = status.to_owned();
        desk.body.fresh_until = until.map(time);
        desk.card.expires = time("2026-05-30T00:00:00Z");
        let (file, memory) = (desk.file(), desk.pinned());
        let outcome = verify(&Request { now: time(now), ..request(&file, &memory) });
        (outcome.state.code(), outcome.fresh)
    };
    assert_eq!(at("interim", Some("2026-03-16T18:00:00Z"), "2026-03-16T18:00:00Z"), ("verified", Some(true)));
    assert_eq!(at("interim", Some("2026-03-16T18:00:00Z"), "2026-03-16T18:00:01Z"), ("stale", Some(false)));
    assert_eq!(at("interim", Some("2030-01-01T00:00:00Z"), "2026-03-21T18:00:01Z"), ("stale", Some(false)));
    assert_eq!(at("final", Some("2030-01-01T00:00:00Z"), "2026-03-21T18:00:01Z"), ("verified", Some(true)));
    assert_eq!(at("interim", None, "2026-03-21T18:00:01Z"), ("stale", Some(false)));
    assert_eq!(
        at("withdrawn", Some("2026-03-16T18:00:00Z"), "2026-03-21T18:00:01Z"),
        ("withdrawn", Some(false))
    );
}

#[test]
fn late_and_unpinned_is_first_of_all_unpinned() {
    let (desk, memory) = (desk(), Memory::default());
    let file = desk.file();
    let outcome = verify(&Request { now: time("2026-03-20T00:00:00Z"), ..request(&file, &memory) });
    assert_eq!((said(&outcome), outcome.fresh), (("unconfirmed", None), Some(false)));
}

#[test]
fn a_clock_wrong_by_years_says_so_and_shows_nothing_as_vouched() {
    let desk = desk();
    let (file, memory) = (desk.file(), desk.pinned());
    let at = |now: Timestamp| said(&verify(&Request { now, ..request(&file, &memory) }));
    for late in ["2026-05-30T00:00:01Z", "2036-01-01T00:00:00Z"] {
        assert_eq!(at(time(late)), ("expired", Some("card_expired")));
    }
    for early in ["2026-02-26T23:59:59Z", "1970-01-01T00:00:00Z"] {
        assert_eq!(at(time(early)), ("expired", Some("card_not_yet")));
    }
    assert_eq!(at(time("2026-02-27T00:00:00Z")), ("verified", None));
    assert_eq!(at(Timestamp::MAX).0, "expired");
    assert_eq!(at(Timestamp::MIN).0, "expired");
}

#[test]
fn a_card_lives_ninety_days_at_most() {
    let mut desk = desk();
    assert_eq!(of(&desk.file(), &desk.pinned()), ("verified", None));
    desk.card.expires = time("2026-05-30T00:00:01Z");
    assert_eq!(of(&desk.file(), &desk.pinned()), ("expired", Some("card_too_long")));
    desk.card.issued = time("0001-01-01T00:00:00Z");
    desk.card.expires = time("2026-05-30T00:00:01Z");
    assert_eq!(of(&desk.file(), &desk.pinned()), ("expired", Some("card_too_long")));
}

#[test]
fn an_expired_card_leaves_the_text_and_vouches_for_nothing() {
    let desk = desk();
    let (file, memory) = (desk.file(), desk.pinned());
    let outcome = verify(&Request { now: time("2027-01-01T00:00:00Z"), ..request(&file, &memory) });
    assert!(outcome.notice.is_some() && !outcome.state.vouched() && outcome.remember.is_none());
}

/// A forum whose sound file comes to nothing better than `older` or `expired`, or `changed_key`, for these readers: a
/// stranger and a member after the card has ended, a member who has seen the next card, a member of another forum.
fn refused_by_the_card() -> (String, Vec<(&'static str, Memory, Timestamp)>) {
    let mut desk = desk();
    let file = desk.file();
    let mut later = desk.pinned();
    desk.card.serial = 8;
    assert_eq!(read(&desk.file(), &mut later), "verified");
    let ended = time("2026-06-01T00:00:00Z");
    let readers = vec![
        ("expired", Memory::default(), ended),
        ("expired", desk.pinned(), ended),
        ("older", later, now()),
        ("changed_key", self::desk().pinned(), now()),
    ];
    for (state, memory, now) in &readers {
        let outcome = verify(&Request { now: *now, ..request(&file, memory) });
        assert_eq!(outcome.state.code(), *state);
        assert!(outcome.notice.is_some() && outcome.publisher.is_some(), "the sound file may be read");
    }
    (file, readers)
}

#[test]
fn a_changed_text_behind_a_refused_card_is_not_shown_under_its_publisher() {
    let (file, readers) = refused_by_the_card();
    let forged = file.replace("copied our list", "copied no list");
    assert_ne!(forged, file);
    for (state, memory, now) in &readers {
        let outcome = verify(&Request { now: *now, ..request(&forged, memory) });
        // The card comes first, so its state stays; nobody vouches for this text.
        assert_eq!(outcome.state.code(), *state);
        assert_eq!((outcome.notice, outcome.publisher), (None, None), "{state}");
    }
}

#[test]
fn behind_a_refused_card_no_changed_byte_is_shown() {
    let (file, readers) = refused_by_the_card();
    for (state, memory, now) in &readers {
        for at in 0..file.len() {
            let mut bytes = file.clone().into_bytes();
            bytes[at] ^= 0x01;
            let outcome = verify(&Request { bytes: &bytes, now: *now, ..request(&file, memory) });
            let refused = matches!(outcome.state, State::Tampered | State::Damaged);
            let around = &file[at.saturating_sub(40)..(at + 40).min(file.len())];
            assert!(
                refused || outcome.state.code() == *state,
                "byte {at} in {around:?}: {:?}",
                said(&outcome)
            );
            assert_eq!((outcome.notice, outcome.publisher), (None, None), "byte {at} in {around:?}, {state}");
        }
        for length in 0..file.len() {
            let bytes = &file.as_bytes()[..length];
            let outcome = verify(&Request { bytes, now: *now, ..request(&file, memory) });
            assert_eq!(outcome.publisher, None, "cut at {length}, {state}");
            // Cut before its signatures and with nothing pinned it is an unsigned file, and says so.
            assert!(outcome.notice.is_none() || outcome.state == State::Unsigned, "cut at {length}, {state}");
        }
    }
}

#[test]
fn another_root_for_a_pinned_domain_stops() {
    let (desk, stranger) = (desk(), desk());
    assert_eq!(of(&stranger.file(), &desk.pinned()), ("changed_key", Some("no_succession")));
    // Nor does it help to name a domain below the pinned one, or to hide it behind another.
    let mut below = stranger;
    below.card.domains = vec!["other.example".to_owned(), "login.forum.example".to_owned()];
    below.body = Body::new("other.example").unwrap();
    assert_eq!(of(&below.file(), &desk.pinned()), ("changed_key", Some("no_succession")));
}

#[test]
fn a_succession_needs_a_known_root_and_every_new_one() {
    let desk = desk();
    let next = KeyPair::generate_unencrypted_keypair().unwrap();
    let keys = &desk.keys;
    let new = |serial: u32, signers: &[&KeyPair]| {
        let roots = vec![public(&keys.root_b), public(&next)];
        let card = Card { serial, roots, ..desk.card.clone() };
        keys.notice_with(&desk.body, &keys.desk, &Keys::publish(&card, signers).unwrap()).unwrap()
    };
    let memory = || {
        let mut memory = desk.pinned();
        assert_eq!(read(&desk.file(), &mut memory), "verified");
        memory
    };
    assert_eq!(read(&new(8, &[&keys.root_b]), &mut memory()), "changed_key");
    assert_eq!(read(&new(8, &[&next]), &mut memory()), "changed_key");
    assert_eq!(read(&new(7, &[&keys.root_b, &next]), &mut memory()), "changed_key");
    let mut after = memory();
    assert_eq!(read(&new(8, &[&keys.root_a, &next]), &mut after), "verified");
    assert_eq!(after.pins[0].root, public(&keys.root_a));
    // The former root has no say any more; its last card is no way back.
    assert_eq!(of(&desk.file(), &after), ("changed_key", Some("no_succession")));
    // The words that are shown as known are those of the roots that count now.
    let said = verify(&request(&desk.file(), &after)).reason;
    let Some(Reason::NoSuccession { pinned, found, .. }) = said else { panic!("{said:?}") };
    assert_eq!((pinned, found), (public(&keys.root_b), public(&keys.root_a)));
    let later = new(9, &[&next]);
    assert_eq!(read(&later, &mut after), "verified");
    assert_eq!(of(&new(8, &[&keys.root_b]), &after), ("older", Some("card_serial")));
}

#[test]
fn a_new_reader_can_read_what_a_former_root_signed_too() {
    let desk = desk();
    let next = KeyPair::generate_unencrypted_keypair().unwrap();
    let card = Card { serial: 8, roots: vec![public(&next)], ..desk.card.clone() };
    let publisher = Keys::publish(&card, &[&desk.keys.root_a, &next]).unwrap();
    let file = desk.keys.notice_with(&desk.body, &desk.keys.desk, &publisher).unwrap();
    assert_eq!(of(&file, &Memory::default()), ("unconfirmed", None));
    let mut memory = desk.pinned();
    assert_eq!(read(&file, &mut memory), "verified");
    assert_eq!(read(&file, &mut memory), "verified");
}

#[test]
fn a_refused_card_changes_nothing_that_is_remembered() {
    let desk = desk();
    let mut memory = desk.pinned();
    read(&desk.file(), &mut memory);
    let before = memory.clone();
    let thief = self::desk();
    read(&thief.file(), &mut memory);
    let mut long = desk.card.clone();
    (long.serial, long.expires) = (9, time("2036-01-01T00:00:00Z"));
    read(&desk.keys.notice(&desk.body, &long).unwrap(), &mut memory);
    assert_eq!(memory, before);
}

#[test]
fn an_older_revision_or_another_text_of_the_same_one_is_refused() {
    let desk = desk();
    let mut memory = desk.pinned();
    assert_eq!(read(&desk.revision(4), &mut memory), "verified");
    assert_eq!(of(&desk.revision(3), &memory), ("older", Some("revision")));
    assert_eq!(of(&desk.revision(4), &memory), ("verified", None));
    let mut other = desk.body.clone().revision(4);
    other.more = "# another\n".to_owned();
    let file = desk.keys.notice(&other, &desk.card).unwrap();
    assert_eq!(of(&file, &memory), ("conflict", Some("same_revision")));
    assert_eq!(read(&desk.revision(5), &mut memory), "verified");
}

#[test]
fn the_same_body_in_a_renewed_card_is_the_same_revision() {
    let mut desk = desk();
    let mut memory = desk.pinned();
    read(&desk.file(), &mut memory);
    desk.card.serial = 8;
    assert_eq!(read(&desk.file(), &mut memory), "verified");
}

#[test]
fn a_thief_of_a_desk_key_cannot_freeze_its_readers() {
    let mut desk = desk();
    let mut memory = desk.pinned();
    assert_eq!(read(&desk.revision(4_000_000_000), &mut memory), "verified");
    assert_eq!(of(&desk.revision(5), &memory), ("older", Some("revision")));
    // The publisher changes the desk key, and goes on counting where it was.
    desk.card.serial = 8;
    desk.card.desk_keys = vec![public(&desk.keys.other_desk)];
    let publisher = Keys::publish(&desk.card, &[&desk.keys.root_a]).unwrap();
    let body = desk.body.clone().revision(5);
    let file = desk.keys.notice_with(&body, &desk.keys.other_desk, &publisher).unwrap();
    assert_eq!(read(&file, &mut memory), "verified");
}

#[test]
fn revision_of_a_colleague_counts_while_the_card_names_both_desk_keys() {
    let mut desk = desk();
    desk.card.desk_keys.push(public(&desk.keys.other_desk));
    let mut memory = desk.pinned();
    let publisher = Keys::publish(&desk.card, &[&desk.keys.root_a]).unwrap();
    let by_other = |body: &Body| desk.keys.notice_with(body, &desk.keys.other_desk, &publisher).unwrap();
    assert_eq!(read(&desk.revision(1), &mut memory), "verified");
    assert_eq!(read(&by_other(&desk.body.clone().revision(4)), &mut memory), "verified");
    assert_eq!(of(&desk.revision(1), &memory), ("older", Some("revision")));
    assert_eq!(of(&by_other(&desk.body.clone().revision(3)), &memory), ("older", Some("revision")));
    let mut other = desk.body.clone().revision(4);
    other.more = "# another\n".to_owned();
    let file = desk.keys.notice(&other, &desk.card).unwrap();
    assert_eq!(of(&file, &memory), ("conflict", Some("same_revision")));
    assert_eq!(read(&desk.revision(5), &mut memory), "verified");
}

#[test]
fn link_to_a_lost_root_is_good_once_the_card_follows_from_the_pin() {
    let mut desk = desk();
    let link = desk.link("https://forum.example/notice");
    let mut memory = desk.pinned();
    desk.card.roots = vec![public(&desk.keys.root_a), public(&desk.keys.root_b)];
    let linked = |file: &str, memory: &Memory| {
        let outcome = verify(&Request { link: Some(&link), ..request(file, memory) });
        (outcome.state.code(), outcome.reason.map(|reason| reason.code()))
    };
    assert_eq!(read(&desk.file(), &mut memory), "verified");
    // Root A is lost: the next card is signed by root B alone, still listing A or not.
    for (serial, roots) in [(8, desk.card.roots.clone()), (9, vec![public(&desk.keys.root_b)])] {
        (desk.card.serial, desk.card.roots) = (serial, roots);
        let publisher = Keys::publish(&desk.card, &[&desk.keys.root_b]).unwrap();
        let file = desk.keys.notice_with(&desk.body, &desk.keys.desk, &publisher).unwrap();
        assert_eq!(linked(&file, &memory), ("verified", None), "serial {serial}");
        assert_eq!(linked(&file, &Memory::default()), ("tampered", Some("link_key")), "nothing pinned");
        assert_eq!(read(&file, &mut memory), "verified");
    }
}

#[test]
fn link_to_a_root_that_a_strange_card_lists_and_that_did_not_sign_is_tampered() {
    let desk = desk();
    let link = desk.link("https://forum.example/notice");
    let evil = Keys::make().unwrap();
    let mut card = evil.card(DOMAIN).unwrap();
    card.roots = vec![public(&evil.root_a), public(&desk.keys.root_a)];
    let publisher = Keys::publish(&card, &[&evil.root_a]).unwrap();
    let file = evil.notice_with(&desk.body, &evil.desk, &publisher).unwrap();
    for memory in [Memory::default(), desk.pinned()] {
        let outcome = verify(&Request { link: Some(&link), ..request(&file, &memory) });
        assert_eq!(outcome.state.code(), "tampered");
        assert_eq!(outcome.reason.map(|reason| reason.code()), Some("link_key"));
    }
}

#[test]
fn two_revisions_read_at_once_leave_the_higher_one() {
    let desk = desk();
    let memory = desk.pinned();
    let (four, five) = (desk.revision(4), desk.revision(5));
    let passed = |file: &str| verify(&request(file, &memory)).remember.unwrap();
    let mut one = memory.clone();
    one.remember(&passed(&five));
    one.remember(&passed(&four));
    assert_eq!(of(&four, &one).0, "older");
}

#[test]
fn a_link_asks_for_its_root_and_its_host() {
    let (desk, memory) = (desk(), Memory::default());
    let file = desk.file();
    let with = |link: &Link| said(&verify(&Request { link: Some(link), ..request(&file, &memory) }));
    assert_eq!(with(&desk.link("https://forum.example/a")).0, "unconfirmed");
    assert_eq!(with(&desk.link("https://www.forum.example/a")).0, "unconfirmed");
    assert_eq!(with(&desk.link("https://forum.example.evil.example/a")), ("tampered", Some("foreign_host")));
    assert_eq!(with(&self::desk().link("https://forum.example/a")), ("tampered", Some("link_key")));
    // Root B is in the card and did not sign it.
    let of_b = Link::new("https://forum.example/a", &public(&desk.keys.root_b).link_code()).unwrap();
    assert_eq!(with(&of_b), ("tampered", Some("link_key")));
    let unsigned = desk.body.text();
    let link = desk.link("https://forum.example/a");
    let outcome = verify(&Request { link: Some(&link), ..request(&unsigned, &memory) });
    assert_eq!(said(&outcome), ("tampered", Some("link_key")));
    let fetched = verify(&Request { host: Some("evil.example"), ..request(&file, &memory) });
    assert_eq!(said(&fetched), ("tampered", Some("foreign_host")));
}

#[test]
fn an_unsigned_file_is_unsigned_unless_its_publisher_signs() {
    let desk = desk();
    let text = desk.body.text();
    assert_eq!(of(&text, &Memory::default()), ("unsigned", None));
    assert_eq!(of(&text, &desk.pinned()), ("tampered", Some("signature_missing")));
    let memory = Memory::default();
    let outcome = verify(&Request { root: Some(public(&desk.keys.root_a)), ..request(&text, &memory) });
    assert_eq!(said(&outcome), ("tampered", Some("signature_missing")));
    assert_eq!(outcome.notice, None);
}

#[test]
fn each_signature_that_does_not_fit_has_its_code() {
    let desk = desk();
    let memory = desk.pinned();
    let keys = &desk.keys;
    let publisher = Keys::publish(&desk.card, &[&keys.root_a]).unwrap();
    let with = |body: &Body, text: &str, comment: &str| {
        let block = sign(&keys.desk, text, "desk key", comment).unwrap();
        of(&format!("{}{block}{SEPARATOR_LINE}{publisher}", body.text()), &memory)
    };
    let body = &desk.body;
    let comment = "notice forum.example/2026-03 r1";
    assert_eq!(with(body, &body.text(), comment), ("verified", None));
    assert_eq!(with(body, "other\n", comment), ("tampered", Some("body_signature")));
    for other in ["notice forum.example/2026-03 r2", "notice forum.example/2026-04 r1"] {
        assert_eq!(with(body, &body.text(), other), ("tampered", Some("trusted_comment")));
    }
    let file = keys.notice_with(body, &keys.other_desk, &publisher).unwrap();
    assert_eq!(of(&file, &memory), ("tampered", Some("desk_key_not_in_card")));
    let foreign = Body::new("other.example").unwrap();
    let file = keys.notice_with(&foreign, &keys.desk, &publisher).unwrap();
    assert_eq!(of(&file, &memory), ("tampered", Some("foreign_domain")));
    let card = desk.card.to_text();
    let block = sign(&keys.root_a, &card, "root key", "card forum.example s8").unwrap();
    let file = keys.notice_with(body, &keys.desk, &assemble_publisher(&card, &[block]).unwrap()).unwrap();
    assert_eq!(of(&file, &memory), ("tampered", Some("card_signature")));
    let nobody = KeyPair::generate_unencrypted_keypair().unwrap();
    let file = keys.notice_with(body, &keys.desk, &Keys::publish(&desk.card, &[&nobody]).unwrap()).unwrap();
    assert_eq!(of(&file, &memory), ("tampered", Some("card_signature")));
    assert_eq!(of(&file, &Memory::default()), ("tampered", Some("card_signature")));
}

#[test]
fn what_does_not_read_is_damaged_or_too_new_after_it_is_verified() {
    let desk = desk();
    let memory = desk.pinned();
    let keys = &desk.keys;
    let publisher = Keys::publish(&desk.card, &[&keys.root_a]).unwrap();
    let signed = |text: &str| {
        let block = sign(&keys.desk, text, "desk key", "notice forum.example/2026-03 r1").unwrap();
        of(&format!("{text}{block}{SEPARATOR_LINE}{publisher}"), &memory)
    };
    assert_eq!(signed("format = \n"), ("damaged", Some("syntax")));
    assert_eq!(signed("format = 1\nid = 3\n"), ("damaged", Some("wrong_type")));
    assert_eq!(signed("format = 2\n"), ("too_new", Some("format")));
    let card_of = |text: &str, memory: &Memory| {
        let block = sign(&keys.root_a, text, "root key", "card forum.example s7").unwrap();
        let publisher = assemble_publisher(text, &[block]).unwrap();
        of(&keys.notice_with(&desk.body, &keys.desk, &publisher).unwrap(), memory)
    };
    let nothing = Memory::default();
    assert_eq!(card_of("format = \n", &nothing), ("damaged", Some("syntax")));
    assert_eq!(card_of("format = 1\n", &nothing), ("damaged", Some("wrong_type")));
    assert_eq!(card_of("format = 1\n", &memory), ("damaged", Some("wrong_type")));
    let newer = desk.card.to_text().replace("format = 1", "format = 2");
    assert_eq!(card_of(&newer, &nothing), ("too_new", Some("format")));
    let stranger = self::desk();
    let block = sign(&stranger.keys.root_a, "format = \n", "root key", "card forum.example s7").unwrap();
    let publisher = assemble_publisher("format = \n", &[block]).unwrap();
    let file = keys.notice_with(&desk.body, &keys.desk, &publisher).unwrap();
    assert_eq!(of(&file, &memory), ("tampered", Some("card_signature")));
}

#[test]
fn every_changed_byte_is_tampered_or_damaged() {
    let desk = desk();
    let publisher = Keys::publish(&desk.card, &[&desk.keys.root_a, &desk.keys.root_b]).unwrap();
    let file = desk.keys.notice_with(&desk.body, &desk.keys.desk, &publisher).unwrap();
    for memory in [Memory::default(), desk.pinned()] {
        for at in 0..file.len() {
            for flip in [0x01, 0x20, 0x80] {
                let mut bytes = file.clone().into_bytes();
                bytes[at] ^= flip;
                let outcome = verify(&Request { bytes: &bytes, ..request(&file, &memory) });
                let covered = matches!(outcome.state, State::Tampered | State::Damaged);
                let around = &file[at.saturating_sub(40)..(at + 40).min(file.len())];
                assert!(covered, "byte {at} ^ {flip} in {around:?}: {:?}", said(&outcome));
                assert_eq!((outcome.notice, outcome.remember), (None, None));
            }
        }
    }
}

#[test]
fn cut_at_any_length_nothing_of_it_is_vouched_for() {
    let desk = desk();
    let (file, memory) = (desk.file(), desk.pinned());
    for length in 0..file.len() {
        let outcome = verify(&Request { bytes: &file.as_bytes()[..length], ..request(&file, &memory) });
        assert!(matches!(outcome.state, State::Tampered | State::Damaged), "{length}: {:?}", said(&outcome));
        assert_eq!(outcome.notice, None);
    }
}

#[test]
fn hostile_toml_ends_in_a_state() {
    let memory = Memory::default();
    let deep = format!("a = {}{}\n", "[".repeat(20_000), "]".repeat(20_000));
    let tables = format!("[{}]\n", vec!["a"; 20_000].join("."));
    let keys = (0..20_000).fold(String::new(), |text, n| text + "k" + &n.to_string() + " = 1\n");
    for text in [deep, tables, keys, "\u{feff}format = 1\n".to_owned(), "a = \"\"\"\n".repeat(9_000)] {
        let state = verify(&request(&text, &memory)).state;
        assert!(matches!(state, State::Damaged | State::TooNew), "{}", state.code());
    }
}

#[test]
fn hostile_markdown_in_a_signed_body_stays_text() {
    let mut desk = desk();
    let markdown = "<script>alert(1)</script>\n\nlook ![x](https://evil.example/x.png)";
    desk.body.more = format!("\n[not_known]\nen = {markdown:?}\n");
    let (file, memory) = (desk.file(), desk.pinned());
    let notice = verify(&request(&file, &memory)).notice.unwrap();
    let text = notice::text::plain(&notice::text::parse(notice.not_known.get("en", "en").unwrap()));
    assert!(text.contains("<script>alert(1)</script>") && !text.contains("evil.example"));
}

proptest! {
    #[test]
    fn any_bytes_after_a_real_beginning_end_in_a_state(text in "\\PC{0,80}", cut in 0_usize..3_000) {
        let file = include_str!("../practice/r1.notice");
        let cut = cut.min(file.len());
        let bytes: Vec<u8> = file.bytes().take(cut).chain(text.bytes()).collect();
        let memory = Memory::default();
        let outcome = verify(&Request { bytes: &bytes, ..request(file, &memory) });
        prop_assert!(matches!(outcome.state, State::Unsigned | State::Damaged | State::TooNew));
    }
}
