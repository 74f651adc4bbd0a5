//! `cargo xtask fuzz`: builds every fuzz target and runs each for a while, from the crates' own test files on.
//!
//! The targets live in `fuzz` folders outside the workspace, as cargo-fuzz needs it; what they check is compiled and
//! run over the same files by `tests/fuzzed.rs` of each crate, so a target never goes stale unseen.

use std::fs;

use crate::stages::{Stages, Wait};
use crate::tools::{Failure, command, is_installed, run};
use crate::tree::Tree;

/// Crate, target, and the folders of the crate that it begins with.
const TARGETS: [(&str, &str, &[&str]); 10] = [
    ("lists", "reader", &["vectors"]),
    ("lists", "text", &["vectors"]),
    ("audit", "export", &["tests/exports", "tests/forms"]),
    ("audit", "database", &["fuzz/seeds/database"]),
    ("audit", "columns", &["fuzz/seeds/columns"]),
    ("notice", "container", &["fuzz/seeds/container", "vectors", "practice"]),
    ("notice", "body", &["vectors", "practice", "templates"]),
    ("notice", "card", &["fuzz/seeds/card"]),
    ("notice", "link", &["fuzz/seeds/link"]),
    ("household", "transfer", &["fuzz/seeds/transfer"]),
];

/// The slowest input that is no finding, in seconds.
const SLOWEST: &str = "-timeout=20";

/// Builds all targets and runs each for so many seconds; for none, they are only built.
pub(crate) fn fuzz(tree: &Tree, stages: &mut Stages, seconds: u64) -> Result<(), Failure> {
    if !is_installed("cargo-fuzz") {
        return Err(Failure::new(
            "cargo-fuzz is not installed",
            "`cargo install cargo-fuzz --locked` (about two minutes); it needs a C++ compiler too",
        ));
    }
    stages.plan(TARGETS.len());
    for (krate, target, seeds) in TARGETS {
        stages.stage(target, &Wait::Seconds(seconds + 60), || one(tree, krate, target, seeds, seconds))?;
    }
    Ok(())
}

fn one(tree: &Tree, krate: &str, target: &str, seeds: &[&str], seconds: u64) -> Result<(), Failure> {
    let folder = tree.root().join("src-tauri/crates").join(krate);
    let ours = format!("fuzz/corpus/{target}");
    fs::create_dir_all(folder.join(&ours)).map_err(|error| {
        Failure::new(
            format!("{ours} of {krate} cannot be made ({error})"),
            "look at the rights of that folder",
        )
    })?;
    let limit = format!("-max_total_time={seconds}");
    let words = if seconds == 0 {
        vec!["cargo", "fuzz", "build", target, "-s", "none"]
    } else {
        let begin = ["cargo", "fuzz", "run", target, &ours];
        [&begin[..], seeds, &["-s", "none", "--", &limit, SLOWEST]].concat()
    };
    let mut command = command(&folder, &words);
    // cargo-fuzz asks for flags that only a nightly compiler has; this lets the stable one take them.
    command.env("RUSTC_BOOTSTRAP", "1");
    if std::env::var_os("CARGO_TARGET_DIR").is_none() {
        // One for all crates: what they share is built once.
        command.env("CARGO_TARGET_DIR", tree.root().join("target/fuzz"));
    }
    run(
        command,
        "the input that did it is named above. Mend the crate, and let a test of its `tests/fuzzed.rs` hold it",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_there_is_gets_run_from_files_that_are_there() {
        let tree = Tree::find().unwrap();
        let crates = tree.root().join("src-tauri/crates");
        let mut found = Vec::new();
        for krate in fs::read_dir(&crates).unwrap().map(|entry| entry.unwrap()) {
            let Ok(targets) = fs::read_dir(krate.path().join("fuzz/fuzz_targets")) else { continue };
            let stem = |path: std::path::PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
            let name = krate.file_name().to_string_lossy().into_owned();
            found.extend(targets.map(|target| (name.clone(), stem(target.unwrap().path()))));
        }
        found.sort();
        let mut named: Vec<_> =
            TARGETS.map(|(krate, target, _)| (krate.to_owned(), target.to_owned())).into();
        named.sort();
        assert_eq!(found, named);
        for (krate, _, seeds) in TARGETS {
            for seed in seeds {
                assert!(crates.join(krate).join(seed).is_dir(), "{krate}/{seed}");
            }
        }
    }
}
