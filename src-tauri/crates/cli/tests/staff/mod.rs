//! What staff have: a folder with keys, a card and a draft.
#![allow(dead_code, unreachable_pub, reason = "each test program uses a part of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use app::desk::{Hardness, KeyKind, make_key};

use crate::said::{Said, selfcheck_in};

pub const PASSPHRASE: &[u8] = b"plum lantern gravel sixty\n";
pub const URL: &str = "https://forum.example/incident/";

/// A folder in which staff work.
pub struct Desk(pub tempfile::TempDir);

impl Desk {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn say(&self, arguments: &[&str], input: &[u8]) -> Said {
        // A folder of its own for what is kept: numbers that another test published are none of this one's.
        selfcheck_in(self.0.path(), &[&["--data-dir", "kept", "notice"], arguments].concat(), input)
    }

    pub fn done(&self, arguments: &[&str], input: &[u8]) -> String {
        let said = self.say(arguments, input);
        assert_eq!(said.code, 0, "{arguments:?}: {}{}", said.out, said.err);
        said.out
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// Two roots, a desk key, a card and a good draft.
    pub fn ready(self) -> Self {
        for (kind, name) in [(KeyKind::Root, "a"), (KeyKind::Root, "b"), (KeyKind::Desk, "desk")] {
            self.key(kind, name);
        }
        self.done(&CARD, PASSPHRASE);
        self.write("draft.toml", DRAFT);
        self
    }

    /// A key as the program makes it, but for the seconds that a guess at its passphrase takes.
    pub fn key(&self, kind: KeyKind, name: &str) {
        make_key(kind, &self.path(name), PASSPHRASE.trim_ascii_end(), Hardness::light()).unwrap();
    }

    pub fn publish(&self, day: u32, summary: &str) -> Said {
        self.publish_as(day, &["draft.toml", "--summary", summary, "--out", "site"])
    }

    /// The same with these words, which may take the place of the usual ones.
    pub fn publish_as(&self, day: u32, more: &[&str]) -> Said {
        let now = format!("2026-03-{day}T18:00:00Z");
        let mut words = vec!["publish"];
        words.extend(more);
        for (option, value) in [
            ("--key", "desk.key"),
            ("--card", "publisher"),
            ("--url", URL),
            ("--summary", "News"),
            ("--now", &now),
        ] {
            if !more.contains(&option) {
                words.extend([option, value]);
            }
        }
        self.say(&words, PASSPHRASE)
    }

    pub fn minisign(&self, arguments: &[&str]) {
        let output = Command::new("minisign").args(arguments).current_dir(self.0.path()).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Every file of a folder with its bytes.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let Ok(entries) = fs::read_dir(self.path(folder)) else { return BTreeMap::new() };
        let entries = entries.map(|entry| entry.unwrap());
        entries
            .filter(|entry| entry.file_type().unwrap().is_file())
            .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
            .collect()
    }
}

/// What a published folder holds, and the copy of the card below `.well-known`.
pub const FOLDER: [&str; 6] =
    [".htaccess", "2026-03.notice", "feed.json", "index.html", "publisher", "qr.svg"];

pub const CARD: [&str; 19] = [
    "card",
    "--name",
    "Example Forum",
    "--domain",
    "forum.example",
    "--desk-key",
    "desk.pub",
    "--root",
    "a.pub",
    "--root",
    "b.pub",
    "--key",
    "a.key",
    "--days",
    "90",
    "--now",
    "2026-03-01T00:00:00Z",
    "--out",
    "publisher",
];

pub const DRAFT: &str = r#"# Our own words
format = 1
id = "forum.example/2026-03"
revision = 1
status = "interim"
next_update = 2027-03-15T18:00:00Z
affects = "Everyone <with> an account"
accounts_affected = 11
never_asks = ["your password", "a code", "money"]
kinds = ["phishing", "swatting"]
occurred = { from = 2026-03-11, to = 2026-03-12 }
discovered = 2026-03-12
site_safe = "yes"
audience.children = false
apology.en = "We are sorry."

[title]
en = "What happened, and \"what\" to do"

[what_happened]
en = """
## The night
Somebody took <b>over</b> our home page. [Read more](https://forum.example/more), or ask the
police.

- On 11 March
- On 12 March"""

[consequences]
en = "Somebody may try your old password on other sites."

[what_we_do]
en = "We reset every password."

[not_exposed]
en = "No card details were taken, as we never had any."

[not_known]
en = "We do not know yet who did it."

[[exposed]]
class = "Passwords"
certainty = "confirmed"
protection = "bcrypt"

[[question]]
id = "used-false-page"
text.en = "Did you log in on 11 March?"
why.en = "The false page was up that day."
steps = ["new-password"]

[[step]]
id = "new-password"
kind = "change-password"
urgency = "now"
title.en = "Choose a new password here"
why.en = "The old one is known to others."
text.en = "Choose a password that you use nowhere else."
link = "https://forum.example/settings"

[[reported]]
authority = "The police"
on = 2026-03-12

[[offer]]
what.en = "A talk with our staff"
how.en = "Write to Ann Ash."

[contact]
name = "Ann Ash"
url = "https://forum.example/help"
elsewhere = "Call 555 0100 if the site is down."
"#;
