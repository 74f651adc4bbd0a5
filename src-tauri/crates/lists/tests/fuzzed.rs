//! What the fuzz targets check, over the files that they begin with: so they compile with everything else, and what
//! they once found stays found. `cargo xtask fuzz` goes on from here.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "tests read files and stop at what is wrong"
)]

#[path = "../fuzz/checks/folder.rs"]
mod folders;
#[path = "../fuzz/checks/reader.rs"]
mod reader;
#[path = "../fuzz/checks/text.rs"]
mod text;

use std::fs;
use std::path::Path;

use folders::folder;

fn vectors(folder: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors").join(folder);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.is_file()).map(|path| fs::read(path).unwrap()).collect()
}

#[test]
fn the_vectors_and_every_start_and_change_of_them_pass_the_readers_check() {
    for bytes in vectors("").into_iter().chain(vectors("broken")) {
        reader::check(&bytes);
    }
    let whole = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/small.list")).unwrap();
    for length in (0..whole.len()).step_by(7) {
        reader::check(&whole[..length]);
    }
    // The fields of the header, the directory and the data, behind checksums that are made to fit again.
    for at in (8..60).chain(4_096..whole.len()) {
        for change in [1, 0x80, 0xFF] {
            let mut changed = whole.clone();
            changed[at] ^= change;
            reader::check(&changed);
        }
    }
}

/// Found by fuzzing: a group said to begin near the end of all numbers.
#[test]
fn a_group_that_begins_beyond_all_numbers_is_damaged_and_no_panic() {
    let mut bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/small.list")).unwrap();
    for begin in [u64::MAX, u64::MAX - 4_140, u64::MAX - 4_150, 1 << 63] {
        bytes[4_096..4_104].copy_from_slice(&begin.to_le_bytes());
        reader::check(&bytes);
    }
}

#[test]
fn texts_pass_the_parsers_check_however_they_are_read() {
    let rows = vectors("").into_iter().chain([b"alpha\nbeta\r\n\nalpha".to_vec(), Vec::new()]);
    for row in rows {
        for how in 0..=255 {
            text::check(&[&[how], row.as_slice()].concat());
        }
    }
}
