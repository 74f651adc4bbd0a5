//! Whatever log-ins are written as a table come back as they were.
#![allow(clippy::unwrap_used, reason = "tests stop at what is wrong")]

use std::io::Cursor;
use std::ops::ControlFlow;

use audit::read::{Options, read};
use password::Password;
use proptest::prelude::*;

/// A cell of any letters, quotes, commas and blanks, but no line break where a password may have none.
fn cell() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof![
            Just('"'),
            Just(','),
            Just(' '),
            Just(';'),
            Just('\''),
            proptest::char::range('!', '~'),
            any::<char>().prop_filter("no text has these", |c| !matches!(c, '\0' | '\r' | '\n' | '\u{fffd}')),
        ],
        0..12,
    )
    .prop_map(|chars| chars.into_iter().collect())
}

#[test]
fn a_password_that_begins_with_a_byte_order_mark_keeps_it() {
    let file = "\u{feff}password,url,username,note,name\n\u{feff}plum,https://site.example,ann,,\n";
    let export = read(Cursor::new(file), &Options::default(), &mut |_| ControlFlow::Continue(())).unwrap();
    let kept = export.logins.first().and_then(|login| login.password.as_ref()).unwrap();
    assert_eq!(kept.expose_for_rating(), "\u{feff}plum");
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        logins in proptest::collection::vec((cell(), cell(), "[ -~\n]{0,20}"), 0..20),
        end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r\r\n"), Just("\r")],
        utf16 in any::<bool>(),
    ) {
        let mut file = b"password,note,username,name,url".to_vec();
        file.extend_from_slice(end.as_bytes());
        for (username, password, note) in &logins {
            let mut row = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
            row.write_record([password, note, username, "", "https://site.example"]).unwrap();
            let mut row = row.into_inner().unwrap();
            row.pop();
            file.extend_from_slice(&row);
            file.extend_from_slice(end.as_bytes());
        }
        if utf16 {
            let text = String::from_utf8(file).unwrap();
            file = std::iter::once('\u{feff}').chain(text.chars()).collect::<String>().encode_utf16()
                .flat_map(u16::to_le_bytes).collect();
        }
        let export = read(Cursor::new(file), &Options::default(), &mut |_| ControlFlow::Continue(())).unwrap();
        let refers = |password: &str| password.starts_with("{REF:") && password.ends_with('}');
        let kept: Vec<_> = logins.iter().filter(|(_, password, _)| !refers(password)).collect();
        prop_assert_eq!(export.logins.len(), kept.len());
        for (login, (username, password, _)) in export.logins.iter().zip(kept) {
            prop_assert_eq!(&login.username, username.trim());
            prop_assert_eq!(login.password.as_ref().map_or("", Password::expose_for_rating), password.as_str());
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), known in any::<bool>()) {
        let mut file = if known { b"name,url,username,password,note\n".to_vec() } else { Vec::new() };
        file.extend_from_slice(&bytes);
        let _ = read(Cursor::new(file), &Options::default(), &mut |_| ControlFlow::Continue(()));
    }
}
