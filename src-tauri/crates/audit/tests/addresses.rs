//! What an address carries besides its host is in nothing that comes out of an audit.
#![allow(clippy::unwrap_used, reason = "a test stops at what is wrong")]

use std::io::Cursor;
use std::ops::ControlFlow;

use audit::read::{Export, Options, read};
use audit::{Context, Examination, Row};
use jiff::civil::date;
use proptest::prelude::*;
use sites::Region;

const MARK: &str = "QSECRETQ";

fn read_text(text: &str) -> Export {
    read(Cursor::new(text.as_bytes()), &Options::default(), &mut |_| ControlFlow::Continue(())).unwrap()
}

fn rows(export: Export) -> Vec<Row> {
    let context = Context {
        today: date(2026, 11, 24),
        catalogue: sites::breaches(),
        region: Region::All,
        incident: None,
    };
    let examination = Examination::new(export, &context);
    assert!(examination.judge(&|_, _, _| ControlFlow::Continue(())).is_continue());
    (0..examination.len())
        .map(|login| {
            let row = examination.row(login).unwrap();
            let (site, title, username) = examination.names(login).unwrap();
            assert_eq!((row.title.as_str(), row.username.as_str()), (title, username));
            assert_eq!(row.site.as_deref().unwrap_or_default(), site);
            row
        })
        .collect()
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// An address as the address, the title and the user name of an entry, from a table and from JSON.
fn everywhere(address: &str) -> Vec<Row> {
    let cell = quoted(address);
    let table = format!("name,url,username,password\n{cell},{cell},{cell},password1\n");
    let json = serde_json::json!({"encrypted": false, "items": [
        {"type": 1, "name": address, "login": {"uris": [{"uri": address}], "username": address, "password": "password1"}}
    ]});
    let mut all = rows(read_text(&table));
    all.extend(rows(read_text(&json.to_string())));
    assert_eq!(all.len(), 2, "{address}");
    all
}

#[test]
fn secrets_of_addresses_from_the_field_are_in_no_row() {
    for address in [
        "postgres://admin:QSECRETQ@db.local/x",
        "ssh://root:QSECRETQ@server.example",
        "ftps://ann:QSECRETQ@ftp.example/",
        "https://ann:QSECRETQ@forum.example/",
        "https://ann:QSECRETQ@exa mple/",
        "mongodb+srv://u:pw@c.example/?x=QSECRETQ",
        "ann:QSECRETQ@forum.example",
        "custom://reset?token=QSECRETQ",
        "https:forum.example/QSECRETQ",
        "https://https://forum.example/QSECRETQ",
        "cmd://ssh ann:QSECRETQ@host",
        "mailto:ann@mail.example?subject=QSECRETQ",
        "javascript:alert('QSECRETQ')",
        "data:text/plain,QSECRETQ",
        "file:///home/ann/QSECRETQ",
        "jdbc:postgresql://db.example/x?password=QSECRETQ",
        "https://forum.example/reset?token=QSECRETQ",
        "forum.example/reset?token=QSECRETQ",
    ] {
        for row in everywhere(address) {
            assert!(!format!("{row:?}").contains(MARK), "{address}: {row:?}");
        }
    }
}

#[test]
fn a_sentence_or_a_path_in_the_column_of_addresses_is_no_site() {
    for text in ["my pin is QSECRETQ", "C:\\Users\\ann\\QSECRETQ", "/home/ann/QSECRETQ"] {
        let table = format!("name,url,username,password\nx,{},ann,password1\n", quoted(text));
        for row in rows(read_text(&table)) {
            assert_eq!(row.site, None, "{text}");
            assert!(!format!("{row:?}").contains(MARK), "{text}: {row:?}");
        }
    }
}

proptest! {
    #[test]
    fn no_user_part_path_or_query_of_an_address_is_in_a_row(
        scheme in "[a-zA-Z][a-z0-9+-]{1,8}://|https?://|ssh://|postgres://|cmd://|custom://|mailto:|",
        user in proptest::option::of(
            "[a-zA-Z0-9!$&'()*+,;=/?#@%_.~-][a-zA-Z0-9!$&'()*+,;=/?#@ %_.~-]{0,4}QSECRETQ[a-zA-Z0-9!$&'()*+,;=/?#@ %_.~-]{0,5}"
        ),
        host in "[a-z]{1,8}\\.(example|com|co\\.uk)(:[0-9]{1,4})?",
        path in proptest::option::of("[a-zA-Z0-9=&+%_.~-]{0,5}QSECRETQ"),
        query in proptest::option::of("[a-zA-Z0-9&+%_.~-]{0,5}=QSECRETQ"),
    ) {
        let user = user.map(|user| format!("ann:{user}@")).unwrap_or_default();
        let path = path.map(|path| format!("/{path}")).unwrap_or_default();
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        let address = format!("{scheme}{user}{host}{path}{query}");
        for row in everywhere(&address) {
            prop_assert!(!format!("{row:?}").to_uppercase().contains(MARK), "{address}: {row:?}");
        }
    }
}
