//! What the program takes for one password: byte order marks, encodings, line ends, Unicode forms, familiar words.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

mod said;

use range_faults::{Fault, List, Server};
use said::{Said, selfcheck};

fn offline(input: &[u8]) -> Said {
    selfcheck(&["password", "--offline", "--json"], input)
}

fn utf16(text: &str, little: bool) -> Vec<u8> {
    text.encode_utf16()
        .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
        .collect()
}

#[test]
fn password_behind_a_byte_order_mark_is_found() {
    for text in ["\u{FEFF}password1", "\u{FEFF}password1\r\n", "\u{FEFF}password1\n"] {
        assert_eq!(offline(text.as_bytes()).json()["verdict"], "found", "{text:?}");
    }
}

#[test]
fn password_of_4096_bytes_is_taken_behind_a_mark_and_before_a_line_end_and_a_longer_one_refused() {
    for (before, after) in [("", ""), ("\u{FEFF}", ""), ("", "\r\n"), ("\u{FEFF}", "\r\n")] {
        let of = |length: usize| [before.as_bytes(), &vec![b'a'; length], after.as_bytes()].concat();
        assert_eq!(offline(&of(4096)).code, 0, "{before:?} {after:?}");
        let said = offline(&of(4097));
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{before:?} {after:?}");
        assert!(said.err.contains("4,096 bytes"), "{}", said.err);
    }
}

#[test]
fn text_that_is_not_utf_8_is_refused_with_its_encoding() {
    let cases: [(Vec<u8>, &str); 12] = [
        (utf16("\u{FEFF}password1\r\n", true), "UTF-16LE"),
        (utf16("\u{FEFF}password1\r\n", false), "UTF-16BE"),
        (utf16("password1", true), "UTF-16LE"),
        (utf16("password1\n", false), "UTF-16BE"),
        (utf16("пароль", true), "UTF-16LE"),
        (utf16("пароль", false), "UTF-16BE"),
        (b"\xFF\xFE\0\0p\0\0\0w\0\0\0".to_vec(), "UTF-32LE"),
        (b"\0\0\xFE\xFF\0\0\0p\0\0\0w".to_vec(), "UTF-32BE"),
        (b"pass\0word".to_vec(), "zero byte"),
        (b"password\0".to_vec(), "zero byte"),
        (b"contrase\xF1a".to_vec(), "not UTF-8"),
        (b"pass\rword".to_vec(), "line break"),
    ];
    for (input, named) in cases {
        let said = offline(&input);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{input:?}");
        assert!(said.err.contains(named), "{input:?}: {}", said.err);
    }
}

#[test]
fn password_in_parts_is_asked_in_its_composed_form_too() {
    let text = "contrasen\u{303}a-8812-zebra";
    let written = password::Password::from_bytes(text.as_bytes().to_vec().into()).ok().unwrap();
    let forms = [written.digest(), written.in_nfc().unwrap().digest()];
    let neighbours = || {
        let mut list = List::new();
        for digest in &forms {
            for start in lists::embedded().expected_suffix_starts(digest.prefix()) {
                list.add_row(&format!("{}{start:06X}{:029}:3", digest.prefix(), 0)).unwrap();
            }
        }
        list
    };
    for (held, requests) in [(0, 1), (1, 2)] {
        let digest = &forms[held];
        let list = neighbours().with(&format!("{}{}", digest.prefix(), digest.suffix_hex().as_str()), 42);
        let server = Server::start(Fault::None, list).unwrap();
        let said = selfcheck(&["password", "--json", "--range-url", &server.base()], text.as_bytes());
        assert_eq!((said.code, said.json()["verdict"].as_str()), (1, Some("found")));
        assert_eq!(said.json()["receipt"].as_array().unwrap().len(), requests);
        assert_eq!(server.requests().len(), requests);
    }
    let server = Server::start(Fault::None, neighbours()).unwrap();
    let said = selfcheck(&["password", "--json", "--range-url", &server.base()], text.as_bytes());
    assert_eq!((said.code, said.json()["verdict"].as_str()), (0, Some("not_on_this_list")));
    assert_eq!(server.requests().len(), 2);
}

#[test]
fn familiar_passwords_of_other_languages_and_keyboards_are_weak_with_a_sentence() {
    for text in
        ["!\"§$%&/()=", "qayxswedc", "йцукенгшщз", "Sommer2024!", "Verano2023!", "été2024", "azertyuiop1"]
    {
        let strength = offline(text.as_bytes()).json()["strength"].clone();
        assert!(strength["score"].as_u64().unwrap() <= 2, "{text}: {strength}");
        assert!(
            strength["warning"].as_str().is_some_and(|warning| warning.ends_with('.')),
            "{text}: {strength}"
        );
    }
}
