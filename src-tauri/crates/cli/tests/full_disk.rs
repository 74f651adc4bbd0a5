//! Commands that write to a full disk: one sentence with what to do, the former file whole, and nothing left over.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "tests stop at what is wrong")]

mod said;
mod staff;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use password::Prefix;
use range_faults::{Fault, List, Server};
use staff::{Desk, PASSPHRASE};

const RANGES: u32 = 40;
const EXPORT: &str = "name,url,username,password\nForum,https://forum.example/,ann,123456\n";

/// How a disk has no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Full {
    /// No file may become longer: the system gives EFBIG, on every Linux.
    Limit,
    /// A file system in memory that is filled: the system gives ENOSPC. Needs a user namespace.
    Disk,
}

/// The program with the folder `out` on a disk without room. What stands in `out` is put there while there is room,
/// and what is there afterwards comes to `after`.
fn run(full: Full, folder: &Path, arguments: &[&str], input: &[u8]) -> (i32, String) {
    let program = env!("CARGO_BIN_EXE_selfcheck");
    let script = match full {
        Full::Limit => "rm -rf out after; cp -a before out; trap '' XFSZ; ulimit -f 0; \"$@\"; code=$?; ln -s out after; exit $code",
        Full::Disk => {
            "rm -rf out after; mkdir out && mount -t tmpfs -o size=1m tmpfs out && cp -a before/. out/ || exit 90
             head -c 2m /dev/zero > out/filler 2>/dev/null; \"$@\"; code=$?
             rm out/filler; cp -a out after; exit $code"
        }
    };
    let mut command = match full {
        Full::Limit => Command::new("sh"),
        Full::Disk => {
            let mut unshare = Command::new("unshare");
            unshare.args(["-rm", "sh"]);
            unshare
        }
    };
    let mut child = command
        .args(["-c", script, "sh", program])
        .args(arguments)
        .current_dir(folder)
        .env("SELFCHECK_DATA_DIR", "out/kept")
        .env("SELFCHECK_TEST_RANGES", RANGES.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    (output.status.code().unwrap(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// EFBIG is tried everywhere; ENOSPC where a file system may be mounted, and the output says where it may not.
fn ways() -> Vec<Full> {
    let script = "mkdir -p \"$0\" && mount -t tmpfs tmpfs \"$0\"";
    let folder = tempfile::tempdir().unwrap();
    let tried =
        Command::new("unshare").args(["-rm", "sh", "-c", script]).arg(folder.path().join("disk")).output();
    if tried.is_ok_and(|output| output.status.success()) {
        return vec![Full::Limit, Full::Disk];
    }
    eprintln!("no file system can be mounted here: only the limit of a file's length was tried");
    vec![Full::Limit]
}

/// Every file below a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap().map(Result::unwrap) {
            if entry.metadata().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                let name = entry.path().strip_prefix(folder).unwrap().display().to_string();
                found.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    found
}

/// The command fails with a sentence about the full disk. Files that were there are as they were, and nothing is left
/// of what could not be written; empty files that are locked while writing may be.
#[track_caller]
fn refused(folder: &Path, arguments: &[&str], input: &[u8]) {
    for full in ways() {
        let (code, err) = run(full, folder, arguments, input);
        assert!(code == 2 || code == 3, "{full:?} {arguments:?}: {code} {err}");
        assert!(err.contains("disk is full"), "{full:?} {arguments:?}: {err}");
        assert!(err.contains("ake room"), "{full:?} {arguments:?}: {err}");
        let before = files(&folder.join("before"));
        for (name, bytes) in files(&folder.join("after")) {
            match before.get(&name) {
                Some(former) => assert_eq!(*former, bytes, "{full:?} {arguments:?}: {name}"),
                None => assert!(
                    // The shared index of SQLite's log holds no data, and goes when the database is closed next.
                    (bytes.is_empty() && !name.contains(".part")) || name.ends_with("household.db-shm"),
                    "{full:?} {arguments:?}: {name} was left with {} bytes",
                    bytes.len()
                ),
            }
        }
        for name in before.keys() {
            assert!(folder.join("after").join(name).exists(), "{full:?} {arguments:?}: {name} is gone");
        }
    }
}

/// The program with room, in the folder `before`.
#[track_caller]
fn with_room(folder: &Path, arguments: &[&str], input: &[u8]) {
    let place = folder.join("before");
    fs::create_dir_all(&place).unwrap();
    let arguments: Vec<String> = arguments.iter().map(|word| word.replace("out/", "before/")).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let said = said::selfcheck_in(folder, &[&["--data-dir", "before/kept"], &arguments[..]].concat(), input);
    // An audit that found something ends with 1.
    assert!(said.code <= 1, "{arguments:?}: {}{}", said.out, said.err);
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("before")).unwrap();
    folder
}

#[test]
fn sheets_and_reports_on_a_full_disk_say_so_and_leave_the_former_file_whole() {
    let folder = folder();
    let at = folder.path();
    fs::write(at.join("my.csv"), EXPORT).unwrap();
    for again in [false, true] {
        for command in [
            &["notice", "leaflet", "--country", "gb", "--out", "out/sheet.html"][..],
            &["audit", "my.csv", "--offline", "--report", "out/report.html"],
            &["audit", "my.csv", "--offline", "--report", "out/report.json"],
            &["audit", "my.csv", "--offline", "--report", "out/report.csv"],
        ] {
            if again {
                with_room(at, command, b"");
            }
            refused(at, command, b"");
        }
    }
}

#[test]
fn lists_and_mirrors_on_a_full_disk_say_so_and_leave_the_former_ones_whole() {
    let folder = folder();
    let at = folder.path();
    // More than what a buffer holds, so that the disk is met before the end too.
    let words: Vec<String> = (0..60_000).map(|number| format!("word{number}")).collect();
    fs::write(at.join("words.txt"), words.join("\n")).unwrap();
    let build = ["list", "build", "--plain", "--out", "out/all.list", "words.txt"];
    let mirror = ["list", "mirror", "--plain", "--out", "out/mirror", "words.txt"];
    for command in [&build[..], &mirror] {
        refused(at, command, b"");
        with_room(at, &build, b"");
        refused(at, command, b"");
    }
}

#[test]
fn a_download_on_a_full_disk_says_so_and_how_to_go_on() {
    let mut list = List::new();
    for prefix in (0..RANGES).filter_map(Prefix::new) {
        for start in lists::embedded().expected_suffix_starts(prefix) {
            list.add_row(&format!("{prefix}{start:06X}{:029}:5", 0)).unwrap();
        }
    }
    let server = Server::start(Fault::None, list).unwrap();
    let folder = folder();
    let base = server.base();
    refused(folder.path(), &["list", "download", "--range-url", &base, "--out", "out/all.list"], b"");
    let kept = ["list", "download", "--range-url", &base, "--keep-ranges", "out", "--out", "all.list"];
    refused(folder.path(), &kept, b"");
}

#[test]
fn a_catalogue_on_a_full_disk_is_not_kept_and_the_former_one_stays() {
    const SHIPPED: &[u8] = include_bytes!("../../sites/data/breach-catalogue.json");
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/breaches", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = [0; 4096];
            let _ = std::io::Read::read(&mut stream, &mut request);
            let _ = write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", SHIPPED.len());
            let _ = stream.write_all(SHIPPED);
        }
    });
    let folder = folder();
    let update = ["catalogue", "update", "--url", &url];
    refused(folder.path(), &update, b"");
    with_room(folder.path(), &update, b"");
    refused(folder.path(), &update, b"");
}

#[test]
fn what_the_desk_writes_on_a_full_disk_is_refused_and_the_published_folder_stays_whole() {
    let desk = Desk::new().ready();
    let at = desk.0.path();
    fs::create_dir(at.join("before")).unwrap();
    let sign =
        ["notice", "sign", "draft.toml", "--key", "desk.key", "--card", "publisher", "--out", "out/x.notice"];
    refused(at, &sign, PASSPHRASE);
    let publish = |summary| {
        [
            "notice",
            "publish",
            "draft.toml",
            "--key",
            "desk.key",
            "--card",
            "publisher",
            "--out",
            "out/site",
            "--url",
            staff::URL,
            "--now",
            "2026-03-14T18:00:00Z",
            "--summary",
            summary,
        ]
    };
    refused(at, &publish("First"), PASSPHRASE);
    with_room(at, &publish("First"), PASSPHRASE);
    refused(at, &publish("Second"), PASSPHRASE);
}

#[test]
fn a_household_and_its_export_on_a_full_disk_say_so() {
    let folder = folder();
    let at = folder.path();
    let locked = ["household", "--store", "passphrase"];
    let add = |name| [&locked[..], &["add", name]].concat();
    refused(at, &add("Ann"), b"plum lantern gravel\n");
    with_room(at, &add("Ann"), b"plum lantern gravel\n");
    let out = [&locked[..], &["export", "--out", "out/home.age"]].concat();
    refused(at, &out, b"plum lantern gravel\nplum lantern gravel\n");
}

#[test]
fn a_result_for_a_full_device_is_a_failure_that_says_so() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_selfcheck"));
    command.env("LC_ALL", "C.UTF-8");
    command.args(["catalogue", "info", "--json"]).stdin(Stdio::null()).stdout(full);
    let output = command.stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains("the disk is full"), "{err}");
}
