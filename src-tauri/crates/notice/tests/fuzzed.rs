//! What the fuzz targets check, over the files that they begin with: so they compile with everything else, and what
//! they once found stays found. `cargo xtask fuzz` goes on from here.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "tests read files and stop at what is wrong"
)]

#[path = "../fuzz/checks/body.rs"]
mod body;
#[path = "../fuzz/checks/card.rs"]
mod card;
#[path = "../fuzz/checks/container.rs"]
mod container;
#[path = "../fuzz/checks/link.rs"]
mod link;

use std::fs;
use std::path::Path;

fn files(folder: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.is_file()).map(|path| fs::read(path).unwrap()).collect()
}

/// The text itself, every seventh start of it, and one byte changed at every eleventh place.
fn near(text: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let starts = (0..=text.len()).step_by(7).map(|length| text[..length].to_vec());
    let changes = (0..text.len()).step_by(11).map(|at| {
        let mut changed = text.to_vec();
        changed[at] ^= 1;
        changed
    });
    std::iter::once(text.to_vec()).chain(starts).chain(changes)
}

#[test]
fn notices_of_every_kind_and_what_is_near_them_pass_the_checks_of_container_and_body() {
    for folder in ["vectors/valid", "vectors/broken", "templates", "practice"] {
        for bytes in files(folder) {
            container::check(&bytes);
            body::check(&bytes);
        }
    }
    for bytes in files("vectors/valid").iter().flat_map(|bytes| near(bytes)) {
        container::check(&bytes);
        body::check(&bytes);
    }
}

#[test]
fn a_signed_file_a_card_and_a_link_and_what_is_near_them_pass_their_checks() {
    for bytes in files("fuzz/seeds/container").iter().flat_map(|bytes| near(bytes)) {
        container::check(&bytes);
    }
    for bytes in files("fuzz/seeds/card").iter().flat_map(|bytes| near(bytes)) {
        card::check(&bytes);
    }
    for bytes in files("fuzz/seeds/link").iter().flat_map(|bytes| near(bytes)) {
        link::check(&bytes);
    }
}

#[test]
fn the_seeds_are_what_they_are_called() {
    let seed = |name: &str| {
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(name)).unwrap()
    };
    assert!(matches!(
        notice::container::split(seed("container/signed").as_bytes()),
        Ok(notice::container::Container::Signed(_))
    ));
    assert!(notice::Card::parse(&seed("card/card")).is_ok());
    assert!(seed("link/link").parse::<notice::Link>().is_ok());
}
