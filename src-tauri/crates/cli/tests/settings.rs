//! What was chosen in the window holds for the program too, unless the command says otherwise.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

mod said;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use password::{Digest, Password, Prefix};
use range_faults::{Fault, List, Server};
use said::{Said, selfcheck};
use serde_json::{Value, json};

const CANARY: &str = "plum-lantern-4477-canary";
const RANGES: u32 = 8;

fn digest(text: &str) -> Digest {
    Password::from_bytes(text.as_bytes().to_vec().into()).ok().unwrap().digest()
}

/// A service that knows the canary, and the first ranges.
fn service() -> Server {
    let canary = digest(CANARY);
    let mut list = List::new().with(&format!("{}{}", canary.prefix(), canary.suffix_hex().as_str()), 42);
    for prefix in (0..RANGES).filter_map(Prefix::new).chain([canary.prefix()]) {
        for start in lists::embedded().expected_suffix_starts(prefix) {
            list.add_row(&format!("{prefix}{start:06X}{:029}:3", 0)).unwrap();
        }
    }
    Server::start(Fault::None, list).unwrap()
}

/// A folder of what is kept, and an export beside it.
struct Home(tempfile::TempDir);

impl Home {
    /// With settings in which only the lists are chosen.
    fn with(lists: &Value) -> Self {
        Self::with_text(&json!({ "lists": lists }).to_string())
    }

    fn with_text(settings: &str) -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        fs::create_dir(home.path("kept")).unwrap();
        fs::write(home.path("kept/settings.json"), settings).unwrap();
        let rows = format!("name,url,username,password\nforum,https://forum.example/,ann,{CANARY}\n");
        fs::write(home.path("export.csv"), rows).unwrap();
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    /// A list file with the canary alone.
    fn list(&self, name: &str) -> String {
        fs::write(self.path("plain.txt"), format!("{CANARY}\n")).unwrap();
        let built = ["list", "build", "--plain", "--out", &self.text(name), &self.text("plain.txt")];
        assert_eq!(selfcheck(&built, b"").code, 0);
        self.text(name)
    }

    fn run(&self, arguments: &[&str]) -> Said {
        selfcheck(&[arguments, &["--data-dir", &self.text("kept")]].concat(), CANARY.as_bytes())
    }

    fn password(&self, arguments: &[&str]) -> Said {
        self.run(&[&["password", "--json"], arguments].concat())
    }

    fn audit(&self, arguments: &[&str]) -> Said {
        self.run(&[&["audit", &self.text("export.csv"), "--json", "--yes"], arguments].concat())
    }

    /// Only the first few ranges, so that it ends.
    fn fetch(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_selfcheck"))
            .env("LC_ALL", "C.UTF-8")
            .args(arguments)
            .args(["--data-dir", &self.text("kept")])
            .env("SELFCHECK_TEST_RANGES", RANGES.to_string())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    }
}

#[test]
fn never_is_as_offline_and_is_said() {
    let mirror = service();
    let home = Home::with(&json!({"online": "never", "mirror": mirror.base()}));
    let said = home.password(&[]);
    let json = said.json();
    assert_eq!((said.code, json["verdict"].as_str()), (0, Some("not_on_this_list")));
    assert_eq!(json["lists"][1]["answer"], "not_asked");
    assert_eq!(json["receipt"], json!([]));
    assert!(said.err.contains("never") && said.err.contains("--range-url"), "{}", said.err);
    let said = home.audit(&[]);
    assert_eq!((said.code, &said.json()["receipt"]["host"]), (0, &Value::Null));
    assert!(said.err.contains("never"), "{}", said.err);
    assert!(mirror.requests().is_empty());
}

#[test]
fn never_without_a_mirror_leaves_the_usual_service_alone() {
    let home = Home::with(&json!({"online": "never"}));
    let list = &home.password(&[]).json()["lists"][1];
    assert_eq!(list["list"], "range:api.pwnedpasswords.com");
    assert_eq!(list["answer"], "not_asked");
    assert_eq!(home.audit(&[]).json()["summary"]["requests"], 0);
}

#[test]
fn the_mirror_is_asked_and_named() {
    for online in ["ask_me", "yes"] {
        let mirror = service();
        let home = Home::with(&json!({"online": online, "mirror": mirror.base()}));
        let host = mirror.address().to_string();
        let said = home.password(&[]);
        assert_eq!((said.code, said.json()["lists"][1]["count"].as_u64()), (1, Some(42)));
        assert_eq!(said.json()["receipt"][0]["host"], host);
        assert!(said.err.contains(&mirror.base()) && said.err.contains("settings"), "{}", said.err);
        assert_eq!(mirror.requests().len(), 1);
        assert_eq!(home.audit(&[]).json()["receipt"], json!({"host": host, "prefixes_sent": 1}));
        assert_eq!(mirror.requests().len(), 2);
    }
}

#[test]
fn what_the_command_says_comes_first() {
    let (mirror, named) = (service(), service());
    for online in ["ask_me", "never"] {
        let home = Home::with(&json!({"online": online, "mirror": mirror.base()}));
        let before = named.requests().len();
        assert_eq!(home.password(&["--range-url", &named.base()]).code, 1);
        assert_eq!(home.audit(&["--range-url", &named.base()]).code, 1);
        assert_eq!(named.requests().len(), before + 2);
        assert_eq!(home.password(&["--offline", "--range-url", &named.base()]).code, 0);
        assert_eq!(home.audit(&["--offline", "--range-url", &named.base()]).code, 0);
        assert_eq!(home.password(&["--offline"]).code, 0);
        assert_eq!(named.requests().len(), before + 2);
    }
    assert!(mirror.requests().is_empty());
}

#[test]
fn the_list_file_is_asked_unless_the_command_names_others() {
    let home = Home::with(&json!({}));
    let list = home.list("all.list");
    let settings = json!({"lists": {"online": "never", "file": list}}).to_string();
    fs::write(home.path("kept/settings.json"), settings).unwrap();
    let said = home.password(&[]);
    assert_eq!(said.code, 1);
    let asked = json!({"list": "file:all.list", "answer": "found", "count": 1, "reason": null});
    assert_eq!(said.json()["lists"][1], asked);
    assert!(said.err.contains("all.list") && said.err.contains("settings"), "{}", said.err);
    let finding = json!({"kind": "breached", "list": "file:all.list"});
    let found = &home.audit(&[]).json()["logins"][0]["findings"][0];
    assert_eq!(json!({"kind": found["kind"], "list": found["list"]}), finding);
    let other = home.list("other.list");
    let lists = home.password(&["--list", &other]).json()["lists"].clone();
    assert_eq!(lists.as_array().unwrap().len(), 3);
    assert_eq!(lists[1]["list"], "file:other.list");
    fs::remove_file(list).unwrap();
    let said = home.password(&[]);
    assert_eq!((said.code, said.json()["lists"][1]["answer"].as_str()), (3, Some("could_not_check")));
}

#[test]
fn quiet_leaves_out_what_was_followed() {
    let mirror = service();
    let home = Home::with(&json!({"mirror": mirror.base()}));
    assert_eq!(home.password(&["--quiet"]).err, "");
    let home = Home::with(&json!({"online": "never"}));
    assert_eq!(home.password(&["--quiet"]).err, "");
}

#[test]
fn settings_that_cannot_be_read_ask_nobody_each_time_and_stay_as_they_are() {
    let mirror = service();
    let mended = [
        "{".to_owned(),
        json!({"lists": {"online": "nver", "mirror": mirror.base()}}).to_string(),
        json!({"lists": {"online": "yes", "mirror": "http://mirror.example/"}}).to_string(),
    ];
    for text in mended {
        let home = Home::with_text(&text);
        for quiet in [&[][..], &["--quiet"]] {
            let said = home.password(quiet);
            assert_eq!((said.code, said.json()["lists"][1]["answer"].as_str()), (0, Some("not_asked")));
            assert!(
                said.err.contains("settings.json is damaged") && said.err.contains("Correct"),
                "{}",
                said.err
            );
            let said = home.audit(quiet);
            assert_eq!(said.json()["receipt"]["host"], Value::Null);
            assert!(said.err.contains("settings.json is damaged"), "{}", said.err);
        }
        assert_eq!(fs::read_dir(home.path("kept")).unwrap().count(), 1);
        assert_eq!(fs::read_to_string(home.path("kept/settings.json")).unwrap(), text);
        // As the window does: it is still not known what was forbidden.
        fs::rename(home.path("kept/settings.json"), home.path("kept/settings.json.damaged-1")).unwrap();
        let said = home.password(&[]);
        assert_eq!(said.json()["lists"][1]["answer"], "not_asked");
        assert!(said.err.contains("settings.json.damaged-1"), "{}", said.err);
        let asked = home.password(&["--range-url", &mirror.base()]);
        assert_eq!((asked.code, asked.json()["receipt"][0]["requests"].as_u64()), (1, Some(1)));
    }
    let home = Home::with(&json!({}));
    fs::remove_file(home.path("kept/settings.json")).unwrap();
    fs::create_dir(home.path("kept/settings.json")).unwrap();
    assert_eq!(home.password(&[]).json()["lists"][1]["answer"], "not_asked");
}

#[test]
fn a_download_takes_the_mirror_unless_the_command_names_another() {
    let (mirror, named) = (service(), service());
    let home = Home::with(&json!({"online": "never", "mirror": mirror.base()}));
    let (code, err) = home.fetch(&["list", "download", "--out", &home.text("a.list")]);
    assert_eq!(code, Some(0), "{err}");
    assert!(err.contains(&mirror.base()), "{err}");
    assert_eq!(mirror.requests().len(), RANGES as usize);
    let words = ["list", "download", "--out", &home.text("b.list"), "--range-url", &named.base()];
    assert_eq!(home.fetch(&words).0, Some(0));
    assert_eq!((mirror.requests().len(), named.requests().len()), (RANGES as usize, RANGES as usize));
    assert_eq!(home.fetch(&["list", "update", &home.text("b.list")]).0, Some(0), "from where it came");
    assert_eq!(mirror.requests().len(), RANGES as usize);
    let damaged = Home::with_text("{");
    let (code, err) = damaged.fetch(&["list", "download", "--out", &damaged.text("a.list")]);
    assert!(code == Some(2) && err.contains("--range-url"), "{code:?} {err}");
    let words = ["list", "download", "--out", &damaged.text("a.list"), "--range-url", &named.base()];
    assert_eq!(damaged.fetch(&words).0, Some(0));
}
