//! The transcripts in `tests/transcripts` are what the program prints, word for word: examples for people, and a test.
//!
//! Each case runs in a copy of the folder `inputs` beside it, with its own folder of what is kept and without a
//! keyring. `TRYCMD=overwrite` writes what is printed now into the transcripts.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use range_faults::{Fault, List, Server};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/transcripts");
const PREPARED: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/transcripts");
const FEWEST: usize = 60;
/// How many ranges a whole list has in these cases.
const RANGES: u32 = 4;
/// The ranges of the passwords in these cases.
const ASKED: [u32; 4] = [0xD236D, 0xC90E1, 0xB9A73, 0xC61FD];

/// The range services that cases ask. A case writes `http://127.0.0.1:[PORT]/range` for the one that answers and
/// `http://127.0.0.1:[BROKEN-PORT]/range` for the one that always says 500.
struct Services([(&'static str, Server); 2]);

impl Services {
    fn start() -> Self {
        // The hash of "window-harvest-9-signal".
        let mut list = List::new().with("D236DE522ACCAA1321E3B7B5CF11DAEDB7111689", 37);
        // An answer is believed only if it holds what the list inside the program holds.
        for prefix in (0..RANGES).chain(ASKED).filter_map(password::Prefix::new) {
            for start in lists::embedded().expected_suffix_starts(prefix) {
                list.add_row(&format!("{prefix}{start:06X}{:029}:5", 0)).unwrap();
            }
        }
        Self([
            ("[PORT]", Server::start(Fault::None, list).unwrap()),
            ("[BROKEN-PORT]", Server::start(Fault::ServerError, List::new()).unwrap()),
        ])
    }

    /// With the ports in place of their names; none if the case asks no service.
    fn with_ports(&self, case: &str) -> Option<String> {
        let ports = self.0.iter().fold(case.to_owned(), |text, (name, server)| {
            text.replace(name, &server.address().port().to_string())
        });
        (ports != case).then_some(ports)
    }

    fn without_ports(&self, case: &str) -> String {
        self.0.iter().fold(case.to_owned(), |text, (name, server)| {
            text.replace(&format!("127.0.0.1:{}", server.address().port()), &format!("127.0.0.1:{name}"))
        })
    }
}

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

/// Puts links to the transcripts where `trycmd` finds their inputs: it wants a folder of its own for each. A case
/// that asks a service is copied; the copies are returned, each with its case.
fn prepare<'a>(cases: &'a [PathBuf], services: &Services) -> Vec<(PathBuf, &'a Path)> {
    let _ = fs::remove_dir_all(PREPARED);
    let mut copies = Vec::new();
    for case in cases {
        let name = case.strip_prefix(FOLDER).unwrap();
        let link = Path::new(PREPARED).join(name);
        // A folder of outputs makes `trycmd` work in a copy of the inputs.
        fs::create_dir_all(link.with_extension("out")).unwrap();
        match services.with_ports(&fs::read_to_string(case).unwrap()) {
            None => symlink(case, &link).unwrap(),
            Some(with_ports) => {
                fs::write(&link, with_ports).unwrap();
                copies.push((link.clone(), case.as_path()));
            }
        }
        let inputs = case.with_file_name("inputs");
        if inputs.is_dir() {
            symlink(inputs, link.with_extension("in")).unwrap();
        }
    }
    copies
}

#[test]
fn transcripts_are_what_the_program_prints() {
    let cases = cases();
    assert!(cases.len() >= FEWEST, "only {} transcripts were found", cases.len());
    let services = Services::start();
    let copies = prepare(&cases, &services);
    let program = Path::new(env!("CARGO_BIN_EXE_selfcheck"));
    let run = trycmd::TestCases::new();
    run.default_bin_path(program)
        .register_bin("selfcheck", program)
        .env("SELFCHECK_DATA_DIR", "kept")
        .env("HOME", PREPARED)
        .env("XDG_DATA_HOME", PREPARED)
        .env("XDG_RUNTIME_DIR", PREPARED)
        .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={PREPARED}/no-bus"))
        .env("COLUMNS", "100")
        .env("LC_ALL", "C.UTF-8")
        .env("SELFCHECK_TEST_RANGES", RANGES.to_string())
        .case(format!("{PREPARED}/*/*.trycmd"))
        .case(format!("{PREPARED}/*/*.toml"));
    // It runs the cases when it is dropped.
    drop(run);
    if std::env::var_os("TRYCMD").is_some() {
        for (copy, case) in copies {
            fs::write(case, services.without_ports(&fs::read_to_string(copy).unwrap())).unwrap();
        }
    }
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
