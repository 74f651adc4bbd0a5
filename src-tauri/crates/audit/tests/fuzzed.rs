//! What the fuzz targets check, over the files that they begin with: so they compile with everything else, and what
//! they once found stays found. `cargo xtask fuzz` goes on from here.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "tests read files and stop at what is wrong"
)]

#[path = "../fuzz/checks/columns.rs"]
mod columns;
#[path = "../fuzz/checks/database.rs"]
mod database;
#[path = "../fuzz/checks/export.rs"]
mod export;

use std::fs;
use std::path::Path;

#[test]
fn every_export_cut_anywhere_passes_the_check() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports");
    for entry in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        for length in (0..=bytes.len()).rev().step_by(bytes.len() / 40 + 1) {
            export::check(&bytes[..length]);
        }
    }
}

#[test]
fn every_document_of_a_database_cut_anywhere_passes_the_check() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds/database");
    for entry in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        for length in (0..=bytes.len()).rev().step_by(bytes.len() / 40 + 1) {
            database::check(&bytes[..length]);
        }
    }
}

#[test]
fn columns_of_any_kind_pass_their_check() {
    for text in ["url=Web,username=Login,password=Secret", "url=,password=Secret", "password=", "=", ",", ""]
    {
        columns::check(text.as_bytes());
    }
}
