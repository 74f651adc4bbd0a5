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

use notice_faults::Keys;

fn files(folder: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.is_file()).map(|path| fs::read(path).unwrap()).collect()
}

fn publisher() -> String {
    let keys = Keys::make().unwrap();
    Keys::publish(&keys.card("forum.example").unwrap(), &[&keys.root_a, &keys.root_b]).unwrap()
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
fn a_signed_file_and_what_is_near_it_pass_the_checks_of_container_and_card() {
    let keys = Keys::make().unwrap();
    let body = files("vectors/valid").remove(0);
    let body = String::from_utf8(body).unwrap();
    let id = notice::read(body.as_bytes()).unwrap();
    let comment = format!("notice {} r{}", id.id, id.revision);
    let desk =
        minisign::sign(Some(&keys.desk.pk), &keys.desk.sk, body.as_bytes(), Some(&comment), Some("desk key"));
    let publisher = publisher();
    let whole = notice::container::assemble(&body, &desk.unwrap().to_string(), &publisher).unwrap();
    for bytes in near(whole.as_bytes()) {
        container::check(&bytes);
    }
    let card_text = notice::container::split_publisher(publisher.as_bytes()).unwrap().card;
    for bytes in near(card_text.as_bytes()) {
        card::check(&bytes);
    }
}

#[test]
fn links_and_what_is_near_them_pass_their_check() {
    let good = "selfcheck://notice?u=https%3A%2F%2Fforum.example%2Fincident%2F2026-03.notice&k=abcdefghijklmnopqrstuvwxyz";
    for bytes in near(good.as_bytes()) {
        link::check(&bytes);
    }
    for text in ["", "https://forum.example?a", "https://", "selfcheck://notice?u=&k=", "%"] {
        link::check(text.as_bytes());
    }
}
