//! The parts of a signed file: told apart exactly, put together exactly, and the same for stock `minisign`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::string_slice,
    reason = "tests make files and stop at what is wrong"
)]

use std::process::Command;

use minisign::KeyPair;
use notice::container::{Container, Publisher, Signed, assemble, assemble_publisher, split, split_publisher};
use notice::{Card, NoticeError, PublicKey};

const BODY: &str = "format = 1\nid = \"forum.example/2026-03\"\nrevision = 4\nstatus = \"interim\"\n";

struct Keys {
    root: KeyPair,
    desk: KeyPair,
}

fn keys() -> Keys {
    let pair = || KeyPair::generate_unencrypted_keypair().unwrap();
    Keys { root: pair(), desk: pair() }
}

fn public(pair: &KeyPair) -> PublicKey {
    pair.pk.to_base64().parse().unwrap()
}

fn block(pair: &KeyPair, text: &str, role: &str, trusted: &str) -> String {
    minisign::sign(Some(&pair.pk), &pair.sk, text.as_bytes(), Some(trusted), Some(role)).unwrap().to_string()
}

fn card(keys: &Keys) -> Card {
    Card {
        serial: 7,
        name: "Example Forum".to_owned(),
        domains: vec!["forum.example".to_owned()],
        desk_keys: vec![public(&keys.desk)],
        roots: vec![public(&keys.root)],
        issued: "2026-03-01T00:00:00Z".parse().unwrap(),
        expires: "2026-05-30T00:00:00Z".parse().unwrap(),
    }
}

fn publisher(keys: &Keys) -> String {
    let card = card(keys).to_text();
    let block = block(&keys.root, &card, "root key", "card forum.example s7");
    assemble_publisher(&card, &[block]).unwrap()
}

fn signed(keys: &Keys) -> String {
    let desk = block(&keys.desk, BODY, "desk key", "notice forum.example/2026-03 r4");
    assemble(BODY, &desk, &publisher(keys)).unwrap()
}

fn parts(text: &str) -> Signed<'_> {
    match split(text.as_bytes()).unwrap() {
        Container::Signed(parts) => parts,
        Container::Unsigned(_) => panic!("read as unsigned"),
    }
}

#[test]
fn a_signed_file_comes_apart_into_the_parts_it_was_made_of() {
    let keys = keys();
    let file = signed(&keys);
    let Signed { body, desk, id, revision, publisher: Publisher { card: text, roots, text: whole, .. } } =
        parts(&file);
    assert_eq!((body, id.to_string().as_str(), revision), (BODY, "forum.example/2026-03", 4));
    assert!(file.ends_with(&format!("# --- publisher card ---\n{whole}")) && whole.starts_with(text));
    assert_eq!(Card::parse(text).unwrap(), card(&keys));
    assert!(public(&keys.desk).verifies(body, &desk));
    assert!(public(&keys.root).verifies(text, &roots[0]));
    assert!(!public(&keys.root).verifies(body, &desk));
    assert_eq!(split_publisher(whole.as_bytes()).unwrap().card, text);
}

#[test]
fn stock_minisign_verifies_body_and_card() {
    let keys = keys();
    let file = signed(&keys);
    let parts = parts(&file);
    let folder = tempfile::tempdir().unwrap();
    for (text, block, key) in [
        (parts.body, &parts.desk, public(&keys.desk)),
        (parts.publisher.card, &parts.publisher.roots[0], public(&keys.root)),
    ] {
        let at = folder.path().join("text");
        std::fs::write(&at, text).unwrap();
        std::fs::write(folder.path().join("text.minisig"), &block.text).unwrap();
        let said = Command::new("minisign")
            .args(["-V", "-P", &key.to_string(), "-m"])
            .arg(&at)
            .output()
            .expect("minisign is installed (apt-get install minisign)");
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    }
}

#[test]
fn parts_that_do_not_fit_are_damaged_and_never_unsigned() {
    let file = signed(&keys());
    let cut = |from: &str| file[..file.find(from).unwrap()].to_owned();
    let root_block = &file[file.find("untrusted comment: root").unwrap()..];
    let broken = [
        format!("{file}\n"),
        format!("{file}{root_block}{root_block}"),
        file.trim_end().to_owned(),
        file.replace("# --- publisher card ---\n", "# --- publisher card ---\r\n"),
        file.replace("# --- publisher card ---\n", "# --- publisher card ---\n# --- publisher card ---\n"),
        file.replace("# --- publisher card ---\n", ""),
        file.replace("desk key", "root key"),
        file.replace("untrusted comment: desk key", "untrusted comment:desk key"),
        file.replace("r4\n", "r04\n"),
        file.replace("r4\n", "r4294967296\n"),
        file.replace("trusted comment: notice ", "trusted comment: card "),
        file.replace(" s7\n", " s0\n"),
        file.replace("==\n", "=\n"),
        file.replace("==\n", "==\r\n"),
        file.replace("\ntrusted comment: notice", "\n\ntrusted comment: notice"),
        file.replace(BODY, ""),
        cut("untrusted comment: root"),
        cut("# --- publisher card"),
        format!("{BODY}# --- publisher card ---\n"),
        format!("untrusted comment: desk key\n{BODY}"),
    ];
    for text in broken {
        assert_eq!(split(text.as_bytes()).unwrap_err().code(), "container", "{text}");
    }
}

#[test]
fn base64_has_one_written_form() {
    let file = signed(&keys());
    let line = file.lines().find(|line| line.ends_with("==")).unwrap();
    // The last letter before the padding carries four unused bits.
    let last = line.as_bytes()[line.len() - 3];
    let next = char::from(if last == b'A' { b'B' } else { last + 1 });
    let other = format!("{}{next}==", &line[..line.len() - 3]);
    assert!(split(file.replace(line, &other).as_bytes()).is_err());
}

#[test]
fn a_text_with_a_mark_in_it_is_not_put_together() {
    let keys = keys();
    let desk = block(&keys.desk, BODY, "desk key", "notice forum.example/2026-03 r4");
    for line in ["untrusted comment: mine\n", "# --- publisher card ---\n"] {
        let body = format!("{BODY}{line}");
        assert_eq!(notice::container::marked_line(&body), Some(5));
        assert!(assemble(&body, &desk, &publisher(&keys)).is_err());
        let card = format!("{}{line}", card(&keys).to_text());
        let root = block(&keys.root, &card, "root key", "card forum.example s7");
        assert!(assemble_publisher(&card, &[root]).is_err());
    }
    assert!(assemble(BODY.trim_end(), &desk, &publisher(&keys)).is_err());
    assert!(matches!(assemble_publisher("x = 1\n", &[]), Err(NoticeError::Container { .. })));
}

#[test]
fn cut_at_any_length_a_signed_file_is_its_body_or_damaged() {
    let file = signed(&keys());
    for length in 0..file.len() {
        match split(&file.as_bytes()[..length]) {
            Ok(Container::Unsigned(text)) => {
                assert!(text.len() < BODY.len() + "untrusted comment:".len(), "{length}");
            }
            Ok(Container::Signed(_)) => panic!("{length} bytes of {} are a whole file", file.len()),
            Err(error) => assert_eq!(error.code(), "container"),
        }
    }
}
