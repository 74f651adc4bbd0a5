//! Tables as people have them, and exactly what has to come of each: rows, what is skipped, warnings, or the error.
//!
//! Each file in `tables/` has an `.expected` beside it, written by hand from what the file means.
//! `UPDATE_EXPECTED=1` writes them again, to be read before they are kept.
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
use password::Password;

/// Files that are read by columns.
const CHOSEN: &[(&str, &str)] = &[
    ("teampass-quotes.csv", "password=Password,username=Login,url=URL"),
    ("keepass1-backslashes.csv", "password=Password,username=Login Name,url=Web Site"),
    ("backslashes-elsewhere.csv", "password=Password,title=Name"),
    ("keeper-custom-fields.csv", "title=2,username=3,password=4,url=5,header=no"),
    ("one-column.txt", "password=1,header=no"),
    ("one-column-commas.txt", "password=1,header=no"),
    ("synology.csv", "password=Login_Password,username=Login_Username,url=Login_URLs"),
    ("yandex.csv", "password=password,username=username,url=url"),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables")
}

fn read_by(name: &str, columns: Option<&str>) -> Result<Export, ReadError> {
    let options = Options { columns: columns.map(|columns| columns.parse().unwrap()), ..Options::default() };
    read(File::open(folder().join(name)).unwrap(), &options, &mut |_| ControlFlow::Continue(()))
}

/// Everything of an export as text, passwords too: these are made up.
fn shown(export: &Export) -> String {
    let mut text = format!("{} {}\n", export.source.code(), export.encoding.code());
    for login in &export.logins {
        let password = login.password.as_ref().map(Password::expose_for_rating);
        let doubt = if login.doubtful { " doubtful" } else { "" };
        let (line, title, urls, name) = (login.line, &login.title, &login.urls, &login.username);
        writeln!(text, "{line}: {title:?} {urls:?} {name:?} {password:?}{doubt}").unwrap();
    }
    for skipped in &export.skipped {
        let last =
            if skipped.last_line > skipped.line { format!("-{}", skipped.last_line) } else { String::new() };
        writeln!(text, "{}{last}: skipped, {}", skipped.line, skipped.reason).unwrap();
    }
    for warning in &export.warnings {
        writeln!(text, "{}: warning, {}", warning.line, warning.kind.code()).unwrap();
    }
    text
}

#[test]
fn tables_as_people_have_them_are_read_or_refused_as_expected() {
    let mut names: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.ends_with(".expected"))
        .collect();
    names.sort();
    assert!(names.len() > 80, "{}", names.len());
    let mut wrong = String::new();
    for name in &names {
        let columns = CHOSEN.iter().find(|(chosen, _)| chosen == name).map(|(_, columns)| *columns);
        let got = match read_by(name, columns) {
            Ok(export) => shown(&export),
            Err(error) => format!("error: {error} {:?}\n", error.code()),
        };
        let file = folder().join(format!("{name}.expected"));
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&file, &got).unwrap();
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if got != expected {
            write!(wrong, "{name}\n--- expected\n{expected}--- got\n{got}\n").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
