//! `selfcheck household` as a script sees it, with a real keyring on a bus of its own, a locked one, and none.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Ends what it started, by its id.
struct Started(Child);

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A home folder with a message bus of its own, and with or without a keyring.
struct Home {
    folder: tempfile::TempDir,
    bus: Option<(Started, String)>,
    keyring: Option<Started>,
}

struct Said {
    code: i32,
    out: String,
    err: String,
}

impl Said {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {} {}", self.out, self.err))
    }
}

impl Home {
    /// Without any bus.
    fn bare() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), bus: None, keyring: None }
    }

    fn with_bus() -> Self {
        let mut home = Self::bare();
        let address = home.folder.path().join("address");
        let mut bus = Command::new("dbus-daemon");
        bus.args(["--session", "--nofork", "--print-address=1"]).stdin(Stdio::null());
        bus.stdout(File::create(&address).unwrap()).stderr(Stdio::null()).process_group(0);
        let bus = Started(bus.spawn().unwrap());
        let address = wait_for("the bus", || {
            fs::read_to_string(&address)
                .ok()
                .filter(|text| text.ends_with('\n'))
                .map(|text| text.trim().to_owned())
        });
        home.bus = Some((bus, address));
        home
    }

    fn with_keyring() -> Self {
        let mut home = Self::with_bus();
        home.start_keyring(true);
        home
    }

    fn start_keyring(&mut self, unlocked: bool) {
        self.keyring = None;
        let mut keyring = Command::new("gnome-keyring-daemon");
        if unlocked {
            keyring.arg("--unlock");
        }
        keyring.args(["--components=secrets", "--foreground"]);
        self.environment(&mut keyring);
        keyring.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        let mut keyring = keyring.spawn().unwrap();
        keyring.stdin.take().unwrap().write_all(b"login passphrase").unwrap();
        self.keyring = Some(Started(keyring));
        wait_for("the keyring", || {
            let mut ask = Command::new("dbus-send");
            ask.args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"]);
            ask.args(["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]);
            self.environment(&mut ask);
            let said = ask.output().unwrap();
            String::from_utf8_lossy(&said.stdout).contains("boolean true").then_some(())
        });
    }

    fn environment(&self, command: &mut Command) {
        let at = |name: &str| self.folder.path().join(name);
        command
            .env("HOME", self.folder.path())
            .env("XDG_DATA_HOME", at("data"))
            .env("XDG_RUNTIME_DIR", at("run"));
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("SELFCHECK_DATA_DIR");
        // A bus that is not there, rather than whatever this computer has.
        let none = format!("unix:path={}", at("no-bus").display());
        command.env("DBUS_SESSION_BUS_ADDRESS", self.bus.as_ref().map_or(&none, |(_, address)| address));
        let _ = fs::create_dir_all(at("run"));
    }

    fn run(&self, arguments: &[&str], input: &str) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_selfcheck"));
        command.env("LC_ALL", "C.UTF-8");
        command.args(arguments).arg("--data-dir").arg(self.kept());
        self.environment(&mut command);
        said(command, input)
    }

    /// The folder of what is kept.
    fn kept(&self) -> PathBuf {
        self.folder.path().join("kept")
    }
}

fn said(mut command: Command, input: &str) -> Said {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that refuses its arguments does not read.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < Duration::from_secs(20), "waited in vain for {what}");
        sleep(Duration::from_millis(30));
    }
}

fn bytes_below(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| (entry.path(), fs::read(entry.path()).unwrap_or_default())).collect()
}

fn none_in_clear(folder: &Path, word: &str) {
    for (path, bytes) in bytes_below(folder) {
        let found = bytes.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()));
        assert!(!found, "{word} is in {}", path.display());
    }
}

#[test]
fn a_family_is_kept_behind_the_keyring_and_wiped_with_its_key() {
    let home = Home::with_keyring();
    for name in ["Annabella", "Benedict", "Cleo"] {
        let said = home.run(&["household", "add", name], "");
        assert_eq!(said.code, 0, "{}", said.err);
    }
    assert_eq!(home.run(&["household", "add", "CLEO"], "").code, 2);
    let done = ["household", "done", "--practice", "user-name", "--person", "annabella"];
    assert_eq!(home.run(&done, "").code, 0);
    let list = home.run(&["household", "list", "--json"], "").json();
    let people = list["people"].as_array().unwrap();
    assert_eq!(people[0]["name"], "Annabella");
    assert_eq!(people[0]["done"], 1);
    assert!(people[0]["open"].as_u64().unwrap() > 5, "{list}");
    assert_eq!(people[1], json!({"name": "Benedict", "done": 0, "open": 0}));

    let show = home.run(&["household", "show", "Annabella", "--json"], "").json();
    assert_eq!(show["name"], "Annabella");
    assert_eq!(show["notices"][0]["id"], "willow.example/practice");
    let tick = &show["notices"][0]["ticks"][0];
    assert_eq!((&tick["step"], &tick["mark"]), (&json!("user-name"), &json!("done")));
    assert_eq!(tick["how"], "you_told_us");
    assert!(tick["at"].as_str().unwrap().ends_with('Z'), "{tick}");
    none_in_clear(&home.kept(), "Annabella");
    none_in_clear(&home.kept(), "willow");

    assert_eq!(home.run(&["household", "rename", "Cleo", "Clio"], "").code, 0);
    assert_eq!(home.run(&["household", "remove", "Benedict"], "").code, 0);
    assert_eq!(home.run(&["household", "show", "Benedict"], "").code, 2);
    let undo = ["household", "undo", "--practice", "user-name", "--person", "Annabella"];
    assert_eq!(home.run(&undo, "").code, 0);
    let text = home.run(&["household", "list"], "").out;
    assert!(text.starts_with("Annabella: 0 done") && text.contains("Clio: 0 done"), "{text}");

    assert_eq!(home.run(&["household", "wipe"], "").code, 2, "not without a yes");
    let wiped = home.run(&["household", "wipe", "--yes", "--json"], "");
    assert_eq!((wiped.code, &wiped.json()["keyring"]), (0, &json!("removed")));
    assert!(wiped.err.contains("backups"), "{}", wiped.err);
    assert!(bytes_below(&home.kept()).is_empty());
    assert_eq!(home.run(&["household", "list", "--json"], "").json(), json!({"people": []}));
}

#[test]
fn without_a_keyring_nothing_is_written_and_both_other_ways_are_named() {
    for home in [Home::bare(), Home::with_bus()] {
        for arguments in [
            &["household", "add", "Ann"][..],
            &["household", "list", "--json"],
            &["household", "done", "--practice", "user-name", "--person", "Ann"],
            &["notice", "walk", "--practice", "--person", "Ann"],
        ] {
            let said = home.run(arguments, "");
            assert_eq!((said.code, said.out.as_str()), (3, ""), "{arguments:?} {}", said.err);
            for word in ["keyring", "--store passphrase", "--store none"] {
                assert!(said.err.contains(word), "{arguments:?}: {}", said.err);
            }
            assert!(!home.kept().exists());
        }
    }
}

#[test]
fn a_locked_keyring_is_said_and_the_household_stays_as_it_is() {
    let mut home = Home::with_keyring();
    assert_eq!(home.run(&["household", "add", "Ann"], "").code, 0);
    let before = bytes_below(&home.kept());
    home.start_keyring(false);
    let said = home.run(&["household", "list"], "");
    assert_eq!(said.code, 3, "{}", said.err);
    for word in ["keyring", "locked", "--store passphrase", "--store none"] {
        assert!(said.err.contains(word), "{}", said.err);
    }
    assert_eq!(bytes_below(&home.kept()), before);
    home.start_keyring(true);
    assert!(home.run(&["household", "list"], "").out.starts_with("Ann:"));
}

#[test]
fn a_key_that_is_gone_is_said_and_no_fresh_household_takes_the_place_of_the_old_one() {
    let mut home = Home::with_keyring();
    assert_eq!(home.run(&["household", "add", "Ann"], "").code, 0);
    let before = bytes_below(&home.kept());
    home.keyring = None;
    fs::remove_dir_all(home.folder.path().join("data/keyrings")).unwrap();
    home.start_keyring(true);
    for arguments in [&["household", "add", "Ben"][..], &["household", "list"]] {
        let said = home.run(arguments, "");
        assert_eq!(said.code, 3, "{}", said.err);
        assert!(said.err.contains("keyring no longer holds the key"), "{}", said.err);
    }
    assert_eq!(bytes_below(&home.kept()), before);
    let wiped = home.run(&["household", "wipe", "--yes", "--json"], "");
    assert_eq!((wiped.code, &wiped.json()["keyring"]), (0, &json!("none")));
    assert_eq!(home.run(&["household", "add", "Ben"], "").code, 0);
}

#[test]
fn a_passphrase_needs_no_keyring_and_a_wrong_one_changes_nothing() {
    let home = Home::bare();
    let with = ["--store", "passphrase"];
    let run = |arguments: &[&str], input: &str| home.run(&[&["household"], arguments, &with].concat(), input);
    assert_eq!(run(&["add", "Annabella"], "").code, 2, "no passphrase was given");
    assert!(!home.kept().exists());
    assert_eq!(run(&["add", "Annabella"], "plum lantern\n").code, 0);
    let before = bytes_below(&home.kept());
    let wrong = run(&["list"], "plum lanterN\n");
    assert_eq!((wrong.code, wrong.out.as_str()), (3, ""), "{}", wrong.err);
    let none = home.run(&["household", "list"], "");
    assert_eq!(none.code, 3);
    assert!(none.err.contains("passphrase"), "{}", none.err);
    assert_eq!(bytes_below(&home.kept()), before);
    none_in_clear(&home.kept(), "annabella");
    none_in_clear(&home.kept(), "plum lantern");

    // The passphrase first, then the notice itself.
    let text = String::from_utf8(notice::practice::revision(3).unwrap().to_vec()).unwrap();
    let said = run(&["done", "-", "user-name", "--person", "Annabella"], &format!("plum lantern\n{text}"));
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(run(&["list"], "plum lantern").out.starts_with("Annabella: 1 done"));
}

#[test]
fn what_is_exported_comes_in_elsewhere_and_only_with_its_passphrase() {
    let home = Home::bare();
    let with = ["--store", "passphrase"];
    let run = |home: &Home, arguments: &[&str], input: &str| {
        home.run(&[&["household"], arguments, &with].concat(), input)
    };
    let file = home.folder.path().join("mine.age");
    let path = file.to_str().unwrap();
    assert_eq!(run(&home, &["add", "Ann"], "plum\n").code, 0);
    assert_eq!(run(&home, &["done", "--practice", "user-name", "--person", "Ann"], "plum\n").code, 0);
    assert_eq!(run(&home, &["export", "--out", path], "plum\npear\n").code, 0);
    assert_eq!(run(&home, &["export", "--out", path], "plum\npear\n").code, 2, "never over a file");
    none_in_clear(home.folder.path(), "willow");

    let there = Home::bare();
    let before = fs::read(&file).unwrap();
    let wrong = run(&there, &["import", path], "quince\nplum\n");
    assert_eq!((wrong.code, fs::read(&file).unwrap() == before), (3, true), "{}", wrong.err);
    assert_eq!(run(&there, &["import", path], "quince\npear\n").code, 0);
    assert!(run(&there, &["list"], "quince\n").out.starts_with("Ann: 1 done"));
    assert_eq!(run(&there, &["import", "no/such/file"], "quince\npear\n").code, 2);
    // Without a line of its own the file has the household's passphrase.
    let second = home.folder.path().join("second.age");
    assert_eq!(run(&home, &["export", "--out", second.to_str().unwrap()], "plum\n").code, 0);
    assert_eq!(run(&there, &["import", second.to_str().unwrap()], "quince\nplum\n").code, 0);
}

#[test]
fn everybodys_plans_go_into_one_sheet_with_each_name_and_no_secret() {
    let home = Home::bare();
    let run = |arguments: &[&str]| {
        home.run(&[&["household"], arguments, &["--store", "passphrase"]].concat(), "plum\n")
    };
    let file = home.folder.path().join("plans.html");
    let path = file.to_str().unwrap();
    assert_eq!(run(&["add", "Ann"]).code, 0);
    let nothing = run(&["sheet", "--out", path]);
    assert_eq!((nothing.code, file.exists()), (2, false), "{}", nothing.err);
    assert_eq!(run(&["add", "Ben"]).code, 0);
    for (person, step) in [("Ann", "user-name"), ("Ben", "ip-address")] {
        assert_eq!(run(&["done", "--practice", step, "--person", person]).code, 0);
    }
    let said = run(&["sheet", "--out", path]);
    assert_eq!(said.code, 0, "{}", said.err);
    let html = fs::read_to_string(&file).unwrap();
    for words in [">Ann<", ">Ben<", "What to do, step by step", "There is no password on this sheet"] {
        assert!(html.contains(words), "{words}");
    }
    assert!(!html.contains("plum") && !html.contains("<script"));
    assert_eq!(run(&["sheet", "--out", path, "--language", "de"]).code, 0);
    assert!(fs::read_to_string(&file).unwrap().contains("Schritt für Schritt"));
}

#[test]
fn a_wipe_says_what_can_still_open_a_copy() {
    let home = Home::bare();
    let passphrase = ["household", "add", "Ann", "--store", "passphrase"];
    assert_eq!(home.run(&passphrase, "plum lantern\n").code, 0);
    let wiped = home.run(&["household", "wipe", "--yes", "--json"], "");
    assert_eq!((wiped.code, &wiped.json()["keyring"]), (0, &json!("none")));
    assert!(wiped.err.contains("still open with that passphrase"), "{}", wiped.err);

    fs::create_dir_all(home.kept()).unwrap();
    fs::write(home.kept().join("household.key"), "not a key").unwrap();
    let wiped = home.run(&["household", "wipe", "--yes", "--json"], "");
    assert_eq!((wiped.code, &wiped.json()["keyring"]), (0, &json!("not_reached")));
    assert!(wiped.err.contains("household.key could not be read"), "{}", wiped.err);

    // The keyring is gone with its bus; or the bus starts one that is not unlocked.
    for with_bus in [false, true] {
        let mut home = Home::with_keyring();
        assert_eq!(home.run(&["household", "add", "Ann"], "").code, 0);
        home.keyring = None;
        home.bus = home.bus.take().filter(|_| with_bus);
        let wiped = home.run(&["household", "wipe", "--yes", "--json"], "");
        assert_eq!((wiped.code, &wiped.json()["keyring"]), (0, &json!("not_reached")));
        assert!(wiped.err.contains("It opens copies of the file: remove it there"), "{}", wiped.err);
        assert!(!wiped.err.contains("without that key"), "{}", wiped.err);
    }
}

#[test]
fn a_wipe_keeps_the_numbers_that_were_published_and_says_so() {
    let home = Home::bare();
    let wipe = ["household", "wipe", "--yes"];
    fs::create_dir_all(home.kept()).unwrap();
    let before = home.run(&wipe, "");
    assert_eq!((before.code, before.err.contains("updates")), (0, false), "{}", before.err);
    let numbers = home.kept().join("published.json");
    fs::write(&numbers, "{}").unwrap();
    let wiped = home.run(&wipe, "");
    assert_eq!(wiped.code, 0, "{}", wiped.err);
    assert!(wiped.err.contains("numbers of updates that this computer published stay"), "{}", wiped.err);
    assert_eq!(fs::read_to_string(&numbers).unwrap(), "{}");
}

#[test]
fn with_store_none_nothing_is_kept_anywhere() {
    let home = Home::bare();
    let run = |arguments: &[&str]| home.run(&[arguments, &["--store", "none"]].concat(), "q\n");
    let added = run(&["household", "add", "Ann"]);
    assert_eq!((added.code, added.err.contains("nothing is kept")), (0, true), "{}", added.err);
    assert_eq!(run(&["household", "list", "--json"]).json(), json!({"people": []}));
    assert_eq!(run(&["household", "done", "--practice", "user-name", "--person", "Ann"]).code, 2);
    assert_eq!(run(&["household", "wipe", "--yes"]).code, 0);
    assert_eq!(run(&["notice", "walk", "--practice", "--person", "Ann"]).code, 0);
    assert!(!home.kept().exists());
}

#[test]
fn a_walk_is_taken_up_where_it_was_left() {
    let home = Home::with_keyring();
    assert_eq!(home.run(&["household", "add", "Ann"], "").code, 0);
    let walk = ["notice", "walk", "--practice", "--person", "Ann", "--country", "gb"];
    let first = home.run(&walk, &format!("{}d\na\nl\n", "n\n".repeat(20)));
    assert_eq!(first.code, 0, "{}", first.err);
    let show = home.run(&["household", "show", "Ann", "--json"], "").json();
    let marks: Vec<&Value> =
        show["notices"][0]["ticks"].as_array().unwrap().iter().map(|tick| &tick["mark"]).collect();
    assert_eq!(marks.len(), 3, "{show}");
    for mark in ["done", "not_for_me", "later"] {
        assert!(marks.contains(&&json!(mark)), "{show}");
    }
    // No question comes again, and the first step is the one that was put off.
    let second = home.run(&walk, "q\n");
    assert!(!second.out.contains("[y]es"), "{}", second.out);
    assert!(second.out.contains("Step 3 of"), "{}", second.out);

    let plan = |more: &[&str]| {
        let arguments = [&["notice", "plan", "--practice", "--json"], more].concat();
        home.run(&arguments, "").json()["steps"].as_array().unwrap().len()
    };
    assert!(plan(&["--person", "Ann"]) < plan(&[]), "her answers count");
    let answers = home.folder.path().join("answers.json");
    fs::write(&answers, r#"{"same-password-elsewhere": "yes"}"#).unwrap();
    let file = answers.to_str().unwrap();
    assert!(plan(&["--person", "Ann", "--answers", file]) > plan(&["--person", "Ann"]));
}

#[test]
fn a_walk_that_is_killed_keeps_every_answer_and_tick() {
    let home = Home::with_keyring();
    assert_eq!(home.run(&["household", "add", "Ann"], "").code, 0);
    let mut command = Command::new(env!("CARGO_BIN_EXE_selfcheck"));
    command.env("LC_ALL", "C.UTF-8");
    command.args(["notice", "walk", "--practice", "--person", "Ann", "--data-dir"]).arg(home.kept());
    home.environment(&mut command);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(format!("{}d\nd\n", "s\n".repeat(20)).as_bytes()).unwrap();
    // Its input stays open: it waits at a step when it is killed, the one after the two that are done.
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().starts_with("Step 3 of")), "the walk ended before its third step");
    child.kill().unwrap();
    child.wait().unwrap();
    let list = home.run(&["household", "list", "--json"], "").json();
    assert_eq!(list["people"][0]["done"], 2, "{list}");
}

#[test]
fn what_is_no_name_no_step_or_no_notice_is_wrong_use() {
    let home = Home::with_keyring();
    assert_eq!(home.run(&["household", "add", "Ann"], "").code, 0);
    for arguments in [
        &["household", "add", "  "][..],
        &["household", "add", "a\u{1b}[2Jb"],
        &["household", "done", "--practice", "no-such-step", "--person", "Ann"],
        &["household", "done", "--practice", "user-name", "--person", "Nobody"],
        &["household", "done", "no/such/file", "user-name", "--person", "Ann"],
        &["household", "done", "user-name", "--person", "Ann"],
        &["household", "rename", "Nobody", "Ben"],
        &["household", "show", "Nobody"],
        &["household", "list", "--store", "somewhere"],
    ] {
        let said = home.run(arguments, "");
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{arguments:?} {}", said.err);
    }
}

#[test]
fn a_damaged_household_is_set_aside_and_said() {
    let home = Home::with_keyring();
    assert_eq!(home.run(&["household", "add", "Ann"], "").code, 0);
    let file = home.kept().join("household.db");
    let mut bytes = fs::read(&file).unwrap();
    bytes[100] ^= 1;
    fs::write(&file, &bytes).unwrap();
    let said = home.run(&["household", "list", "--json", "--quiet"], "");
    assert_eq!(said.json(), json!({"people": []}));
    assert!(said.err.contains("damaged") && said.err.contains("household.damaged-20"), "{}", said.err);
    assert!(bytes_below(&home.kept()).iter().any(|(_, aside)| *aside == bytes));
    assert_eq!(home.run(&["household", "add", "Ann"], "").code, 0);
}

#[test]
fn a_full_disk_or_a_folder_that_cannot_be_written_is_said_and_loses_nothing() {
    let home = Home::bare();
    let with = ["--store", "passphrase"];
    let run = |arguments: &[&str]| home.run(&[&["household"], arguments, &with].concat(), "plum\n");
    assert_eq!(run(&["add", "Ann"]).code, 0);
    // The system stops each file at 24 KiB, as a disk without room would.
    let script = format!(
        "trap '' XFSZ; ulimit -f 48; exec {} household done --practice user-name --person Ann --store passphrase --data-dir {}",
        env!("CARGO_BIN_EXE_selfcheck"),
        home.kept().display()
    );
    let mut command = Command::new("sh");
    command.args(["-c", &script]);
    home.environment(&mut command);
    let full = said(command, "plum\n");
    assert_eq!((full.code, full.out.as_str()), (3, ""), "{}", full.err);
    assert!(run(&["list"]).out.starts_with("Ann: 0 done"), "what was there still is");

    let mut command = Command::new(env!("CARGO_BIN_EXE_selfcheck"));
    command.env("LC_ALL", "C.UTF-8");
    command.args(["household", "add", "Ann", "--store", "passphrase", "--data-dir", "/proc/no-such-folder"]);
    home.environment(&mut command);
    let denied = said(command, "plum\n");
    assert_eq!(denied.code, 3, "{}", denied.err);
    assert!(denied.err.contains("--data-dir"), "{}", denied.err);
}
