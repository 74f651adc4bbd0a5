//! What the fuzz target checks, over the files that it begins with. `cargo xtask fuzz` goes on from here.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "tests read files and stop at what is wrong"
)]

#[path = "../fuzz/checks/transfer.rs"]
mod transfer;

use std::fs;
use std::path::Path;

use household::Collected;
use zeroize::Zeroizing;

fn seed(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds/transfer").join(name)).unwrap()
}

#[test]
fn damaged_transfer_file_is_refused_with_a_reason() {
    for name in ["two-people.json", "too-much-work.age"] {
        let text = seed(name);
        for length in (0..=text.len()).step_by(7) {
            transfer::check(&text[..length]);
        }
        for at in (0..text.len()).step_by(11) {
            let mut changed = text.clone();
            changed[at] ^= 1;
            transfer::check(&changed);
        }
    }
}

#[test]
fn unlocked_transfer_file_says_how_many_people_are_in_it() {
    let inside = Collected::from_unlocked(Zeroizing::new(seed("two-people.json")));
    assert_eq!(inside.people().unwrap(), 2);
}
