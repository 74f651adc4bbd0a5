//! One password on standard input: encodings, line ends, lengths, Unicode forms and familiar words.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

mod said;

use range_faults::{Fault, List, Server};
use said::selfcheck;

const MARK: &str = "\u{FEFF}";
const COMPOSED: &str = "contrase\u{f1}a-8812-zebra";
const DECOMPOSED: &str = "contrasen\u{303}a-8812-zebra";

fn digest(text: &str) -> password::Digest {
    password::Password::from_bytes(text.as_bytes().to_vec().into()).ok().unwrap().digest()
}

fn encoded(text: &str, width: usize, little: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    let units: Vec<u32> = match width {
        2 => text.encode_utf16().map(u32::from).collect(),
        _ => text.chars().map(u32::from).collect(),
    };
    for unit in units {
        let unit = unit.to_be_bytes();
        let mut unit = unit[4 - width..].to_vec();
        if little {
            unit.reverse();
        }
        bytes.extend(unit);
    }
    bytes
}

#[test]
fn byte_order_mark_and_one_line_end_are_no_part_of_a_password() {
    for input in [
        "password1".to_owned(),
        "password1\n".to_owned(),
        "password1\r\n".to_owned(),
        format!("{MARK}password1"),
        format!("{MARK}password1\n"),
        format!("{MARK}password1\r\n"),
    ] {
        let said = selfcheck(&["password", "--offline", "--json"], input.as_bytes());
        assert_eq!(
            (said.code, said.json()["verdict"].as_str()),
            (1, Some("found")),
            "{input:?}: {}",
            said.err
        );
    }
}

#[test]
fn second_byte_order_mark_stays_and_is_not_found() {
    let said = selfcheck(&["password", "--offline", "--json"], format!("{MARK}{MARK}password1").as_bytes());
    assert_eq!((said.code, said.json()["verdict"].as_str()), (0, Some("not_on_this_list")));
}

#[test]
fn other_encodings_zero_bytes_and_line_breaks_are_wrong_use_with_their_names() {
    let mut cases: Vec<(Vec<u8>, &str)> = vec![
        (b"pass\0word1".to_vec(), "zero byte"),
        (b"password1\0".to_vec(), "zero byte"),
        (b"\0password1".to_vec(), "zero byte"),
        (b"pass\nword1".to_vec(), "line break"),
        (b"pass\rword1".to_vec(), "line break"),
        (b"password1\n\n".to_vec(), "line break"),
        (b"\r\npassword1".to_vec(), "line break"),
        (b"password1\r".to_vec(), "line break"),
        (b"sch\xf6n".to_vec(), "not UTF-8"),
        (b"\xd0\xc9\xca".to_vec(), "not UTF-8"),
        (MARK.as_bytes().to_vec(), "nothing was typed"),
        (format!("{MARK}\n").into_bytes(), "nothing was typed"),
    ];
    for text in [
        "password1",
        "password1\n",
        "password1\r\n",
        "contrase\u{f1}a",
        "\u{43f}\u{430}\u{440}\u{43e}\u{43b}\u{44c}",
    ] {
        for mark in ["", MARK] {
            let text = format!("{mark}{text}");
            cases.push((encoded(&text, 2, true), "UTF-16LE"));
            cases.push((encoded(&text, 2, false), "UTF-16BE"));
            cases.push((encoded(&text, 4, true), "UTF-32LE"));
            cases.push((encoded(&text, 4, false), "UTF-32BE"));
        }
    }
    for (input, name) in cases {
        for json in [&["password", "--offline"][..], &["password", "--offline", "--json"]] {
            let said = selfcheck(json, &input);
            assert_eq!((said.code, said.out.as_str()), (2, ""), "{input:x?}");
            assert!(said.err.contains(name), "{input:x?}: {}", said.err);
        }
    }
}

#[test]
fn four_thousand_and_ninety_six_bytes_are_counted_without_mark_and_line_end() {
    let long = "a".repeat(4096);
    for (start, end) in [("", ""), ("", "\r\n"), (MARK, ""), (MARK, "\r\n")] {
        let said = selfcheck(&["password", "--offline"], format!("{start}{long}{end}").as_bytes());
        assert_eq!(said.code, 0, "{}", said.err);
        let said = selfcheck(&["password", "--offline"], format!("{start}{long}a{end}").as_bytes());
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        assert!(said.err.contains("4,096"), "{}", said.err);
    }
}

/// Honest about the whole range of each spelling, and holding what is in `held`.
fn server(held: &[&str]) -> Server {
    let mut list = List::new();
    for text in [COMPOSED, DECOMPOSED] {
        let prefix = digest(text).prefix();
        for start in lists::embedded().expected_suffix_starts(prefix) {
            list.add_row(&format!("{prefix}{start:06X}{:029}:3", 0)).unwrap();
        }
    }
    for text in held {
        let digest = digest(text);
        list = list.with(&format!("{}{}", digest.prefix(), digest.suffix_hex().as_str()), 42);
    }
    Server::start(Fault::None, list).unwrap()
}

#[test]
fn password_in_another_unicode_form_is_found_in_either_and_the_receipt_names_each_request() {
    for (typed, held, verdict, requests) in [
        (DECOMPOSED, &[COMPOSED][..], "found", 2),
        (DECOMPOSED, &[DECOMPOSED], "found", 1),
        (DECOMPOSED, &[COMPOSED, DECOMPOSED], "found", 1),
        (DECOMPOSED, &[], "not_on_this_list", 2),
        (COMPOSED, &[COMPOSED], "found", 1),
        (COMPOSED, &[], "not_on_this_list", 1),
    ] {
        let server = server(held);
        let said = selfcheck(&["password", "--json", "--range-url", &server.base()], typed.as_bytes());
        let json = said.json();
        assert_eq!(json["verdict"], verdict, "{typed:?}, {held:?}: {}", said.err);
        let sent: Vec<_> = server.requests().iter().map(range_faults::Request::prefix).collect();
        let receipt: Vec<_> = json["receipt"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| entry["sent"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!((sent.len(), &sent), (requests, &receipt), "{typed:?}, {held:?}");
        let offline =
            selfcheck(&["password", "--offline", "--json", "--range-url", &server.base()], typed.as_bytes());
        assert_eq!(offline.json()["receipt"], serde_json::json!([]));
        assert_eq!(server.requests().len(), requests, "nothing is sent offline");
    }
}

#[test]
fn password_in_another_unicode_form_is_found_in_a_list_file_and_no_service_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("plain.txt"), format!("{COMPOSED}\n")).unwrap();
    let built = selfcheck(&["list", "build", "--plain", "--out", &path("a.list"), &path("plain.txt")], b"");
    assert_eq!(built.code, 0, "{}", built.err);
    let server = server(&[]);
    let arguments = ["password", "--json", "--list", &path("a.list"), "--range-url", &server.base()];
    let json = selfcheck(&arguments, DECOMPOSED.as_bytes()).json();
    assert_eq!(json["lists"][1]["answer"], "found");
    assert_eq!(json["lists"][2]["answer"], "not_asked");
    assert!(server.requests().is_empty());
}

#[test]
fn password_in_two_unicode_forms_is_not_cleared_where_one_could_not_be_asked() {
    let server = server(&[]);
    let broken = digest(COMPOSED).prefix().to_string();
    server.break_ranges(&[&broken]);
    let said = selfcheck(&["password", "--json", "--range-url", &server.base()], DECOMPOSED.as_bytes());
    assert_eq!((said.code, said.json()["verdict"].as_str()), (3, Some("could_not_check")), "{}", said.out);
}

#[test]
fn familiar_passwords_of_other_languages_and_keyboards_are_weak_with_a_sentence() {
    for text in
        ["!\"§$%&/()=", "qayxswedc", "йцукенгшщз", "Sommer2024!", "Verano2023!", "été2024", "azertyuiop1"]
    {
        let strength =
            selfcheck(&["password", "--offline", "--json"], text.as_bytes()).json()["strength"].clone();
        assert!(strength["score"].as_u64().unwrap() <= 2, "{text}: {strength}");
        assert!(
            strength["warning"].as_str().is_some_and(|warning| warning.ends_with('.')),
            "{text}: {strength}"
        );
    }
}
