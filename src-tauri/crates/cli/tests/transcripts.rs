//! The transcripts in `tests/transcripts` are what the program prints, word for word: examples for people, and a test.
//!
//! Each case runs in a copy of the folder `inputs` beside it, with its own folder of what is kept and without a
//! keyring. `TRYCMD=overwrite` writes what is printed now into the transcripts.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/transcripts");
const PREPARED: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/transcripts");
const FEWEST: usize = 60;

/// The transcripts of each command, which is a folder.
fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<PathBuf> = entries(Path::new(FOLDER))
        .into_iter()
        .filter(|folder| folder.is_dir())
        .flat_map(|folder| entries(&folder))
        .filter(|path| is_toml(path) || path.extension().is_some_and(|ending| ending == "trycmd"))
        .collect();
    cases.sort();
    cases
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// Puts links to the transcripts where `trycmd` finds their inputs: it wants a folder of its own for each.
fn prepare(cases: &[PathBuf]) {
    let _ = fs::remove_dir_all(PREPARED);
    for case in cases {
        let name = case.strip_prefix(FOLDER).unwrap();
        let link = Path::new(PREPARED).join(name);
        // A folder of outputs makes `trycmd` work in a copy of the inputs.
        fs::create_dir_all(link.with_extension("out")).unwrap();
        symlink(case, &link).unwrap();
        let inputs = case.with_file_name("inputs");
        if inputs.is_dir() {
            symlink(inputs, link.with_extension("in")).unwrap();
        }
    }
}

#[test]
fn transcripts_are_what_the_program_prints() {
    let cases = cases();
    assert!(cases.len() >= FEWEST, "only {} transcripts were found", cases.len());
    prepare(&cases);
    let program = Path::new(env!("CARGO_BIN_EXE_selfcheck"));
    trycmd::TestCases::new()
        .default_bin_path(program)
        .register_bin("selfcheck", program)
        .env("SELFCHECK_DATA_DIR", "kept")
        .env("HOME", PREPARED)
        .env("XDG_DATA_HOME", PREPARED)
        .env("XDG_RUNTIME_DIR", PREPARED)
        .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={PREPARED}/no-bus"))
        .env("COLUMNS", "100")
        .case(format!("{PREPARED}/*/*.trycmd"))
        .case(format!("{PREPARED}/*/*.toml"));
}

/// `trycmd` passes over a case that runs nothing, and over an output that is not written down.
#[test]
fn transcripts_all_run_the_program_and_hold_what_it_prints() {
    for case in cases() {
        let text = fs::read_to_string(&case).unwrap();
        let whole = if is_toml(&case) {
            ["args = ", "stdout = ", "stderr = "].iter().all(|field| has_line(&text, field))
        } else {
            let mut commands = text.lines().filter_map(|line| line.strip_prefix("$ ")).peekable();
            commands.peek().is_some()
                && commands.all(|line| line.split(' ').find(|word| !word.contains('=')) == Some("selfcheck"))
        };
        assert!(whole, "{}", case.display());
        assert!(!text.contains(env!("CARGO_MANIFEST_DIR")), "{}: a path of this computer", case.display());
    }
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "toml")
}

fn has_line(text: &str, beginning: &str) -> bool {
    text.lines().any(|line| line.starts_with(beginning))
}
