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
    // What may begin a placeholder is never taken for a password.
    .prop_map(|chars| chars.into_iter().map(|c| if c == '{' { '(' } else { c }).collect())
}

/// A note of one line or several, with commas and quotes in it.
fn note() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-z]{1,8}",
        "[a-z,\" ]{1,12}",
        "[a-z, ]{1,10}\n[a-z, ]{1,10}(\n[a-z\"]{1,5})?"
    ]
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
        logins in proptest::collection::vec((cell(), cell(), "[ -~\n]{0,20}"), 1..20),
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
        prop_assert_eq!(export.logins.len(), logins.len());
        for (login, (username, password, _)) in export.logins.iter().zip(&logins) {
            prop_assert_eq!(&login.username, username.trim());
            prop_assert_eq!(login.password.as_ref().map_or("", Password::expose_for_rating), password.as_str());
        }
    }

    #[test]
    fn no_row_is_lost_unnamed_where_a_quote_is_missing_or_too_many(
        notes in proptest::collection::vec(note(), 2..8),
        quoted in any::<bool>(),
        at in any::<proptest::sample::Index>(),
        removes in any::<bool>(),
    ) {
        let style = if quoted { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
        let mut table = csv::WriterBuilder::new().quote_style(style).from_writer(Vec::new());
        table.write_record(["name", "url", "username", "password", "note"]).unwrap();
        for (number, note) in notes.iter().enumerate() {
            let (name, url) = (format!("Site {number}"), format!("https://site{number}.example"));
            table.write_record([&name, &url, &format!("user{number}"), &format!("pw-{number}"), note]).unwrap();
        }
        let mut file = String::from_utf8(table.into_inner().unwrap()).unwrap();
        let line_of = |text: &str| file.lines().position(|line| line.contains(text)).map_or(0, |index| index as u64 + 1);
        let lines: Vec<u64> = (0..notes.len()).map(|number| line_of(&format!("https://site{number}."))).collect();
        let body = file.find('\n').unwrap() + 1;
        let quotes: Vec<usize> = file.match_indices('"').map(|(at, _)| at).filter(|at| *at >= body).collect();
        if removes && !quotes.is_empty() {
            file.remove(*at.get(&quotes));
        } else {
            file.insert(body + at.index(file.len() - body), '"');
        }
        let export = read(Cursor::new(&file), &Options::default(), &mut |_| ControlFlow::Continue(())).unwrap();
        let named = |line: u64| {
            export.skipped.iter().any(|skipped| (skipped.line..=skipped.last_line).contains(&line))
                || export.warnings.iter().any(|warning| warning.line == line)
        };
        for (number, line) in lines.into_iter().enumerate() {
            let secret = format!("pw-{number}");
            let taken =
                |login: &audit::Login| login.password.as_ref().is_some_and(|p| p.expose_for_rating() == secret);
            let is_taken = export.logins.iter().any(taken);
            prop_assert!(is_taken || named(line), "row {} on line {} is lost unnamed:\n{}", number, line, file);
            // What is shown of a row is nothing of another one's password.
            let shows = |login: &audit::Login| format!("{} {} {:?}", login.title, login.username, login.urls).contains(&secret);
            prop_assert!(!export.logins.iter().any(shows), "the password of row {} is shown:\n{}", number, file);
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), known in any::<bool>()) {
        let mut file = if known { b"name,url,username,password,note\n".to_vec() } else { Vec::new() };
        file.extend_from_slice(&bytes);
        let _ = read(Cursor::new(file), &Options::default(), &mut |_| ControlFlow::Continue(()));
    }
}

#[test]
fn a_password_that_runs_into_the_next_cell_for_want_of_a_quote_is_not_taken_and_named() {
    let file = "\"name\",\"url\",\"username\",\"password\",\"note\"\n\
        \"Site 0\",\"https://site0.example\",\"user0\",\"pw-0,\" \n,,,a\"\n\
        \"Site 1\",\"https://site1.example\",\"user1\",\"pw-1\",\"\"\n";
    let export = read(Cursor::new(file), &Options::default(), &mut |_| ControlFlow::Continue(())).unwrap();
    let lines: Vec<u64> = export.skipped.iter().map(|skipped| skipped.line).collect();
    assert_eq!(lines, [2, 3]);
    let names: Vec<&str> = export.logins.iter().map(|login| login.username.as_str()).collect();
    assert_eq!(names, ["user1"], "a password with another cell in it is never called not leaked");
}

#[test]
fn row_whose_rest_closes_the_quote_in_a_row_of_its_own_shows_no_password() {
    let header = "name,url,username,password,note\n";
    let after = "Site 1,https://site1.example,user1,pw-1,\n";
    for rest in ["aa a,, a,a\"", "aa a,b.example, a,a\"", "a,,,a\",", "x,y,z,\"\"\""] {
        let file = format!("{header}Site 0,https://site0.example,\"user0,pw-0,\", aa , \n{rest}\n{after}");
        let export =
            read(Cursor::new(&file), &Options::default(), &mut |_| ControlFlow::Continue(())).unwrap();
        assert!(export.logins.iter().all(|login| !login.username.contains("pw-0")), "{file}");
        assert!(export.skipped.iter().any(|skipped| skipped.line == 2), "{file}: {:?}", export.skipped);
        assert!(export.logins.iter().any(|login| login.username == "user1"), "{file}");
    }
    // A program that quotes no cell at all loses no row because of a quote in a password.
    let file = format!("{header}A,https://a.example,ann,p\"w\nB,https://b.example,bo,q\"w\n");
    let export = read(Cursor::new(&file), &Options::default(), &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(export.logins.len(), 2, "{:?}", export.skipped);
}

#[test]
fn row_whose_rest_looks_like_two_rows_is_named() {
    let file = "\"name\",\"url\",\"username\",\"password\",\"note\"\n\
        \"Site 0\",\"https://site0.example\",\"user0\",\"pw-0,\",\n,,,a\n\"\"\"\n\
        \"Site 1\",\"https://site1.example\",\"user1\",\"pw-1\",\"\"\n";
    let export = read(Cursor::new(file), &Options::default(), &mut |_| ControlFlow::Continue(())).unwrap();
    let skipped: Vec<u64> = export.skipped.iter().map(|skipped| skipped.line).collect();
    assert!(skipped.contains(&2) && skipped.contains(&3), "{skipped:?}");
    assert_eq!(export.logins.len(), 1, "the row after them is taken");
}

#[test]
fn password_with_a_quote_beside_a_separator_is_named_and_never_certain() {
    let file = "\"name\",\"url\",\"username\",\"password\",\"note\"\n\
        \"Site 1\",\"https://site1.example\",\"user1\",\"pw-1\"\",\" ,,\na,aa,,a,aa\n\"\"a\"\"\"\n";
    let export = read(Cursor::new(file), &Options::default(), &mut |_| ControlFlow::Continue(())).unwrap();
    let skipped = export.skipped.iter().map(|skipped| skipped.line);
    let mut named = skipped.chain(export.warnings.iter().map(|warning| warning.line));
    assert!(named.any(|line| line == 2), "{:?} {:?}", export.skipped, export.warnings);
    assert!(export.logins.iter().all(|login| login.username != "user1" || login.doubtful));
}

#[test]
fn an_address_that_holds_other_cells_for_want_of_a_quote_is_not_taken() {
    let file = "name,url,username,password,note\n\
        Site 0,\"https://site0.example,user0,pw-0,\",,a\"\n\
        Site 1,https://site1.example,user1,pw-1,\n";
    let export = read(Cursor::new(file), &Options::default(), &mut |_| ControlFlow::Continue(())).unwrap();
    assert!(export.skipped.iter().any(|skipped| skipped.line == 2), "{:?}", export.skipped);
    assert_eq!(export.logins.len(), 1);
    assert!(!format!("{:?}", export.logins[0].urls).contains("pw-0"));
}
