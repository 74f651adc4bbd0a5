//! The program killed at many moments: what it leaves, and how the next run goes on.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use password::Prefix;
use range_faults::{Fault, List, Server};

const RANGES: u32 = 3_000;

fn list(added: u32) -> List {
    let mut list = List::new();
    for prefix in (0..RANGES).filter_map(Prefix::new) {
        for start in lists::embedded().expected_suffix_starts(prefix) {
            list.add_row(&format!("{prefix}{start:06X}{:029}:5", 0)).unwrap();
        }
        if prefix.value() < added {
            list.add_row(&format!("{prefix}{:06X}{:029}:9", 0x00AB_CDEF, 1)).unwrap();
        }
    }
    list
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_selfcheck"));
    command.env("LC_ALL", "C.UTF-8");
    command.current_dir(folder).args(arguments).env("SELFCHECK_TEST_RANGES", RANGES.to_string());
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Kills it after so many milliseconds; whether it had ended before.
fn kill_after(folder: &Path, arguments: &[&str], milliseconds: u64) -> bool {
    let mut child = command(folder, arguments).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(milliseconds));
    let ended = child.try_wait().unwrap().is_some();
    child.kill().unwrap();
    child.wait().unwrap();
    ended
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// How often each range was asked for.
fn asked(server: &Server) -> BTreeMap<String, usize> {
    let mut asked = BTreeMap::new();
    for request in server.requests() {
        *asked.entry(request.prefix()).or_default() += 1;
    }
    asked
}

#[test]
fn a_download_killed_again_and_again_ends_whole_and_asks_for_nothing_that_was_complete() {
    let server = Server::start(Fault::None, list(0)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let base = server.base();
    let arguments = ["list", "download", "--out", "all.list", "--range-url", &base, "--jobs", "8"];
    let mut kills = 0;
    for milliseconds in (0..12).map(|turn| 40 + turn * 45) {
        if kill_after(here, &arguments, milliseconds) {
            break;
        }
        kills += 1;
        // Nothing stands at the place, or all of it.
        assert!(
            !here.join("all.list").exists() || run(here, &["list", "verify", "all.list"]).status.success()
        );
    }
    assert!(kills > 0);
    let before = server.requests().len();
    let done = run(here, &arguments);
    assert!(done.status.success(), "{}", said(&done));
    assert!(run(here, &["list", "verify", "all.list"]).status.success());
    let asked = asked(&server);
    assert_eq!(asked.len(), RANGES as usize);
    // At each kill at most as many as were under way are asked for again; a run after the last range only writes.
    let again: usize = asked.values().map(|times| times - 1).sum();
    let most = kills * 8;
    let finished_before = before >= RANGES as usize;
    assert!(again <= most || finished_before, "{again} of {before} asked for again after {kills} kills");
    // What the killed runs left half-written is gone, and so is the journal.
    assert!(!here.join("all.list.download").exists());
}

#[test]
fn an_update_killed_at_any_moment_keeps_a_whole_list_and_is_finished_by_the_next() {
    let server = Server::start(Fault::None, list(0)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let base = server.base();
    let first = run(here, &["list", "download", "--out", "all.list", "--range-url", &base]);
    assert!(first.status.success(), "{}", said(&first));
    for (turn, milliseconds) in (1..9_u32).zip([1_u64, 30, 80, 150, 250, 400, 600, 900]) {
        server.set_list(list(turn * 50));
        kill_after(here, &["list", "update", "all.list"], milliseconds);
        let verified = run(here, &["list", "verify", "all.list"]);
        assert!(verified.status.success(), "after {milliseconds} ms: {}", said(&verified));
    }
    // The first finishes what was begun, with what was complete then; the second asks for what changed meanwhile.
    for _ in 0..2 {
        let last = run(here, &["list", "update", "all.list"]);
        assert!(last.status.success(), "{}", said(&last));
    }
    let hashes = format!("{:05X}{:06X}{:029}\n", 399, 0x00AB_CDEF, 1);
    std::fs::write(here.join("hash"), hashes).unwrap();
    let looked = command(here, &["list", "lookup", "all.list", "--sha1"])
        .stdin(std::fs::File::open(here.join("hash")).unwrap())
        .stdout(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&looked.stdout), "found 2+\n");
    assert!(!here.join("all.list.download").exists());
}

#[test]
fn a_mirror_killed_at_any_moment_leaves_the_old_one_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    std::fs::write(here.join("old.txt"), format!("{:040X}:7\n", 5)).unwrap();
    assert!(run(here, &["list", "mirror", "--out", "site", "old.txt"]).status.success());
    let range = here.join("site/range");
    let old = std::fs::read(range.join("00000")).unwrap();
    let text: String =
        (0..60_000_u32).fold(String::new(), |text, n| text + &format!("{:05x}{n:035x}:1\n", n % RANGES));
    std::fs::write(here.join("new.txt"), text).unwrap();
    for milliseconds in [1, 40, 100, 200, 350, 600] {
        let ended = kill_after(here, &["list", "mirror", "--out", "site", "new.txt"], milliseconds);
        let files = std::fs::read_dir(&range).unwrap().count();
        assert_eq!(files, RANGES as usize, "after {milliseconds} ms");
        if ended {
            break;
        }
        let now = std::fs::read(range.join("00000")).unwrap();
        assert!(now == old || now.len() > old.len(), "the one or the other");
    }
    assert!(run(here, &["list", "mirror", "--out", "site", "new.txt"]).status.success());
    assert_ne!(std::fs::read(range.join("00000")).unwrap(), old);
}

#[test]
fn kept_ranges_are_complete_even_where_an_earlier_run_kept_none() {
    let server = Server::start(Fault::None, list(0)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let base = server.base();
    let plain = ["list", "download", "--out", "all.list", "--range-url", &base];
    kill_after(here, &plain, 250);
    let keeping = [&plain[..], &["--keep-ranges", "kept"]].concat();
    kill_after(here, &keeping, 250);
    let done = run(here, &keeping);
    assert!(done.status.success(), "{}", said(&done));
    let texts = std::fs::read_dir(here.join("kept"))
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().len() == 5)
        .count();
    assert_eq!(texts, RANGES as usize);
    // A folder of kept ranges gives the same list again.
    let built = run(here, &["list", "build", "--out", "again.list", "kept"]);
    assert!(
        built.status.success() && said(&built).contains("only 3,000 of 1,048,576 ranges"),
        "{}",
        said(&built)
    );
}
