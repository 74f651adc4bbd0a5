//! A made export of every source, with the awkward cases, and exactly what has to come of it.
//!
//! Each file in `exports/` has an `.expected` beside it: one line a log-in or skipped entry. They are written by
//! hand from the rules of each source; `UPDATE_EXPECTED=1` writes them anew, to be read before they are kept.
//! `keepass.kdbx` was made with `keepassxc-cli`, the other databases with Python's `pykeepass` and `pycryptodome`, and
//! the locked JSON with Python's `cryptography`, so that nothing of ours is compared with itself.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "tests stop at what is wrong, and read their files"
)]

use std::fmt::Write as _;
use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use audit::read::{Export, Options, ReadError, read};
use audit::{ChangeOf, Likeness};
use password::Password;
use zeroize::Zeroizing;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports").join(name)
}

fn key(text: &str) -> Password {
    Password::from_bytes(Zeroizing::new(text.as_bytes().to_vec())).ok().unwrap()
}

fn read_with(name: &str, key: Option<&Password>, columns: Option<&str>) -> Result<Export, ReadError> {
    let columns = columns.map(|columns| columns.parse().unwrap());
    let options = Options { password: key, columns, ..Options::default() };
    read(File::open(path(name)).unwrap(), &options, &mut |_| ControlFlow::Continue(()))
}

/// Everything of an export as text, passwords too: these are made up.
fn shown(export: &Export) -> String {
    let mut text = format!("{} {}\n", export.source.code(), export.encoding.code());
    for login in &export.logins {
        let password = login.password.as_ref().map(Password::expose_for_rating);
        let changed = login.changed.map(|changed| match changed.of {
            ChangeOf::Password => format!("password {}", changed.day),
            ChangeOf::Entry => format!("entry {}", changed.day),
        });
        writeln!(
            text,
            "{}: {:?} {:?} {:?} {password:?} changed={} codes={}",
            login.line,
            login.title,
            login.urls,
            login.username,
            changed.unwrap_or_default(),
            login.has_second_step,
        )
        .unwrap();
    }
    for skipped in &export.skipped {
        writeln!(text, "{}: skipped, {} ({})", skipped.line, skipped.reason, skipped.reason.code()).unwrap();
    }
    text
}

/// Compares with the file beside it. `day` stands for the day on which a database was made.
fn compare(name: &str, export: &Export) {
    let file = path(&format!("{name}.expected"));
    let got = shown(export);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&file, &got).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap();
    assert_eq!(got, expected, "{name}");
}

#[test]
fn every_export_is_read_as_its_source_wrote_it() {
    for name in [
        "chrome.csv",
        "chrome-old.csv",
        "firefox.csv",
        "safari.csv",
        "bitwarden.csv",
        "1password.csv",
        "lastpass.csv",
        "keepassxc.csv",
        "proton-pass.csv",
        "proton-pass-old.csv",
        "dashlane.csv",
        "dashlane-otpurl.csv",
        "nordpass.csv",
        "roboform.csv",
        "keeper.csv",
        "damaged.csv",
        "utf-16le.csv",
        "utf-16be.csv",
        "windows-1252.csv",
        "bitwarden-comma-in-address.csv",
        "keepassxc-placeholders.csv",
        "nordpass-old.csv",
        "proton-pass-kinds.csv",
        "bitwarden.json",
        "bitwarden-types.json",
        "bitwarden-types-more.json",
        "bitwarden-organization.json",
        "bitwarden-utf-16.json",
        "bitwarden-list.json",
        "bitwarden-serve.json",
        "bitwarden-with-files.zip",
        "1password.1pux",
        "1password-export-data.json",
    ] {
        let export = read_with(name, None, None).unwrap_or_else(|error| panic!("{name}: {error}"));
        compare(name, &export);
    }
}

#[test]
fn a_table_of_your_own_is_read_by_the_columns_you_name() {
    let by_name = read_with("custom.csv", None, Some("url=web,username=LOGIN,password=Secret,changed=When"));
    compare("custom.csv", &by_name.unwrap());
    let by_number = read_with("custom.csv", None, Some("url=1,username=2,password=3,changed=4"));
    compare("custom.csv", &by_number.unwrap());
    let missing = read_with("custom.csv", None, Some("password=Kennwort")).err().unwrap();
    assert!(matches!(missing, ReadError::NoSuchColumn { wanted } if wanted == "Kennwort"));
    let missing = read_with("custom.csv", None, Some("password=5")).err().unwrap();
    assert!(matches!(missing, ReadError::NoSuchColumn { wanted } if wanted == "5"));
}

#[test]
fn a_table_of_no_known_kind_names_its_columns() {
    let error = read_with("custom.csv", None, None).err().unwrap();
    assert!(matches!(&error, ReadError::UnknownColumns { columns: 4, header: Some(names) }
        if names == &["Web", "Login", "Secret", "When"]));
}

#[test]
fn what_is_locked_opens_with_its_password_only() {
    let right = key("correct horse");
    let plain = shown(&read_with("bitwarden.json", None, None).unwrap());
    for name in ["bitwarden-pbkdf2.json", "bitwarden-argon2id.json"] {
        assert_eq!(shown(&read_with(name, Some(&right), None).unwrap()), plain, "{name}");
    }
    compare("keepass.kdbx", &read_with("keepass.kdbx", Some(&right), None).unwrap());
    for name in [
        "bitwarden-pbkdf2.json",
        "bitwarden-argon2id.json",
        "keepass.kdbx",
        "kdbx3-aes-salsa20.kdbx",
        "kdbx3-twofish-plain.kdbx",
        "kdbx4-chacha20-argon2id.kdbx",
        "kdbx4-twofish-salsa20.kdbx",
    ] {
        let none = read_with(name, None, None).err().unwrap();
        assert!(matches!(none, ReadError::NeedsPassword { .. }), "{name}: {none:?}");
        let wrong = read_with(name, Some(&key("wrong horse")), None).err().unwrap();
        assert!(matches!(wrong, ReadError::WrongPassword { .. }), "{name}: {wrong:?}");
    }
}

#[test]
fn a_database_of_any_program_and_version_is_read() {
    let right = key("correct horse");
    for name in [
        "kdbx3-aes-salsa20.kdbx",
        "kdbx3-twofish-plain.kdbx",
        "kdbx4-chacha20-argon2id.kdbx",
        "kdbx4-twofish-salsa20.kdbx",
        "keepass-other-programs.kdbx",
        "keepass-references.kdbx",
    ] {
        compare(name, &read_with(name, Some(&right), None).unwrap_or_else(|error| panic!("{name}: {error}")));
    }
    let short = key("x");
    for name in
        ["keepass-custom-field-last.kdbx", "keepass-empty-time.kdbx", "keepass-references-of-case.kdbx"]
    {
        compare(name, &read_with(name, Some(&short), None).unwrap_or_else(|error| panic!("{name}: {error}")));
    }
    for name in ["keepass-key-file.kdbx", "keepass-key-file-only.kdbx"] {
        let error = read_with(name, Some(&right), None).err().unwrap();
        assert!(matches!(error, ReadError::WrongPassword { .. }), "{name}: {error:?}");
    }
}

#[test]
fn password_of_the_database_in_an_entry_is_noticed() {
    let master = key("tulips from Amsterdam 12");
    let export = read_with("keepass-master-password.kdbx", Some(&master), None).unwrap();
    let like: Vec<_> = export.logins.iter().map(|login| (login.title.as_str(), login.like_master)).collect();
    assert_eq!(
        like,
        [
            ("Same", Some(Likeness::Same)),
            ("Year after", Some(Likeness::Nearly)),
            ("Letters", Some(Likeness::Nearly)),
            ("Other", None),
            ("None", None),
        ]
    );
}

#[test]
fn an_export_locked_to_the_account_says_so() {
    let error = read_with("bitwarden-account.json", None, None).err().unwrap();
    assert!(matches!(error, ReadError::LockedToAccount { .. }), "{error:?}");
}

#[test]
fn other_files_are_called_what_they_are() {
    let zip = read_with("no-export.zip", None, None).err().unwrap();
    assert!(matches!(zip, ReadError::NoExportInZip), "{zip:?}");
}
