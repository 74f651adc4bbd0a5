//! The program as a script sees it: arguments, standard input, output, exit codes, and what goes over the wire.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

mod said;

use std::process::{Command, Stdio};

use range_faults::{Fault, List, Server};
use said::selfcheck;

fn server(fault: Fault) -> Server {
    // The SHA-1 of "plum-lantern-4477-canary" begins with its prefix; its neighbours come from the embedded list.
    let password = password::Password::from_bytes(b"plum-lantern-4477-canary".to_vec().into()).ok().unwrap();
    let digest = password.digest();
    let mut list = List::new().with(&format!("{}{}", digest.prefix(), digest.suffix_hex().as_str()), 42);
    for start in lists::embedded().expected_suffix_starts(digest.prefix()) {
        list.add_row(&format!("{}{start:06X}{:029}:3", digest.prefix(), 0)).unwrap();
    }
    Server::start(fault, list).unwrap()
}

#[test]
fn a_password_on_the_embedded_list_is_found_and_nobody_is_asked() {
    let said = selfcheck(&["password", "--json"], b"password1");
    let json = said.json();
    assert_eq!((said.code, json["verdict"].as_str()), (1, Some("found")));
    assert_eq!(json["lists"][0]["list"], "embedded");
    assert_eq!(json["lists"][0]["answer"], "found");
    assert_eq!(json["lists"][1]["answer"], "not_asked");
    assert_eq!(json["receipt"], serde_json::json!([]));
    assert_eq!(json["strength"]["score"], 0);
}

#[test]
fn a_password_of_the_service_is_found_with_its_count_and_a_receipt() {
    let server = server(Fault::None);
    let said =
        selfcheck(&["--json", "password", "--range-url", &server.base()], b"plum-lantern-4477-canary\n");
    let json = said.json();
    let host = server.address().to_string();
    assert_eq!((said.code, json["verdict"].as_str()), (1, Some("found")));
    assert_eq!(json["lists"][1]["list"], format!("range:{host}"));
    assert_eq!(json["lists"][1]["count"], 42);
    let receipt = &json["receipt"][0];
    assert_eq!((receipt["host"].as_str(), receipt["over"].as_str()), (Some(host.as_str()), Some("http")));
    assert_eq!(receipt["sent"].as_str().unwrap(), server.requests()[0].prefix());
    assert_eq!(receipt["requests"], 1);
}

#[test]
fn offline_asks_nobody_and_says_so() {
    let server = server(Fault::None);
    let said = selfcheck(
        &["password", "--offline", "--json", "--range-url", &server.base()],
        b"plum-lantern-4477-canary",
    );
    assert_eq!(said.code, 0);
    assert_eq!(said.json()["lists"][1]["answer"], "not_asked");
    assert_eq!(said.json()["verdict"], "not_on_this_list");
    assert!(server.requests().is_empty());
}

#[test]
fn a_service_that_fails_is_could_not_check_with_exit_code_3() {
    let server = server(Fault::NotFound);
    let said = selfcheck(&["password", "--json", "--range-url", &server.base()], b"plum-lantern-4477-canary");
    assert_eq!((said.code, said.json()["verdict"].as_str()), (3, Some("could_not_check")));
    assert_eq!(said.json()["lists"][1]["reason"], "unexpected_status");
    assert!(said.err.contains("Try again") || said.err.contains("try again"), "{}", said.err);
}

#[test]
fn a_list_file_that_cannot_be_read_is_never_taken_for_an_all_clear() {
    let said = selfcheck(
        &["password", "--json", "--offline", "--list", "no/such.list"],
        b"plum-lantern-4477-canary",
    );
    assert_eq!(said.code, 3);
    assert_eq!(said.json()["lists"][1]["list"], "file:such.list");
    assert_eq!(said.json()["lists"][1]["answer"], "could_not_check");
}

#[test]
fn wrong_use_is_exit_code_2_with_an_empty_output() {
    for (arguments, input) in [
        (&["password"][..], &b""[..]),
        (&["password"], b"\n"),
        (&["password"], b"two\nlines"),
        (&["password"], b"\xff\xfe"),
        (&["password"], &[b'a'; 4097]),
        (&["password", "--range-url", "http://mirror.example/"], b"x"),
        (&["password", "--range-url", "nonsense"], b"x"),
        (&["password", "given-as-argument"], b""),
        (&["passphrase", "--words", "2"], b""),
        (&["passphrase", "--language", "xx"], b""),
        (&["notice", "show", "no-such.notice"], b""),
        (&["notice", "show"], b""),
        (&["no-such-command"], b""),
    ] {
        let said = selfcheck(arguments, input);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{arguments:?}");
        assert!(!said.err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn the_longest_password_may_have_a_line_end() {
    let mut input = vec![b'a'; 4096];
    input.extend(b"\r\n");
    assert_eq!(selfcheck(&["password", "--offline"], &input).code, 0);
}

#[test]
fn the_password_stands_in_no_output_and_on_no_wire() {
    const CANARY: &str = "canary-9f2c-quagmire-xylophone";
    for fault in [Fault::None, Fault::Html, Fault::Dropped, Fault::Redirect] {
        let server = server(fault);
        for json in [&["password"][..], &["password", "--json"]] {
            let said = selfcheck(&[json, &["--range-url", &server.base()]].concat(), CANARY.as_bytes());
            assert!(!said.out.contains(CANARY) && !said.err.contains(CANARY));
            let password = password::Password::from_bytes(CANARY.as_bytes().to_vec().into()).ok().unwrap();
            let suffix = password.digest().suffix_hex();
            assert!(!said.out.contains(suffix.as_str()) && !said.err.contains(suffix.as_str()));
        }
        for request in server.requests() {
            assert!(!request.text().contains(CANARY));
        }
    }
}

#[test]
fn words_about_the_user_weaken_it() {
    let rate = |arguments: &[&str]| {
        let said = selfcheck(&[&["password", "--offline", "--json"], arguments].concat(), b"willowtree1952");
        said.json()["strength"]["guesses_log10"].as_f64().unwrap()
    };
    assert!(rate(&["--about", "willowtree", "--about", "1952"]) < rate(&[]));
}

#[test]
fn a_passphrase_says_its_words_language_and_entropy() {
    let json = selfcheck(&["passphrase", "--json"], b"").json();
    assert_eq!(json["passphrase"].as_str().unwrap().split(' ').count(), 5);
    assert_eq!((json["words"].as_u64(), json["entropy_bits"].as_f64()), (Some(5), Some(64.6)));
    for language in ["en", "de", "es", "fr"] {
        let json = selfcheck(&["passphrase", "--words", "6", "--language", language, "--json"], b"").json();
        assert_eq!(json["language"], language);
    }
    let twice = [selfcheck(&["passphrase"], b"").out, selfcheck(&["passphrase"], b"").out];
    assert_ne!(twice[0], twice[1]);
}

#[test]
fn list_info_gives_the_facts_of_the_embedded_list() {
    let json = selfcheck(&["list", "info", "--json"], b"").json();
    assert_eq!(json["entries"], 5_108_947);
    assert_eq!(json["counts"], false);
    assert!(json["bits_per_entry"].as_f64().unwrap() < 27.0);
}

#[test]
fn list_lookup_answers_line_by_line_and_names_the_line_that_is_no_hash() {
    let said = selfcheck(&["list", "lookup", "--embedded"], b"password1\nplum-lantern-4477-canary\n");
    assert_eq!((said.code, said.out.as_str()), (1, "found ?\nnot_on_this_list\n"));
    let hash = "e38ad214943daad1d64c102faec29de4afe9da3d";
    let said = selfcheck(
        &["list", "lookup", "--embedded", "--sha1"],
        format!("{hash}\nnot a hash\n{hash}\n").as_bytes(),
    );
    assert_eq!((said.code, said.out.as_str()), (2, "found ?\n"));
    assert!(said.err.contains("line 2"), "{}", said.err);
}

#[test]
fn a_list_file_is_built_asked_and_verified() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(
        path("in.txt"),
        "0123456789ABCDEF0123456789ABCDEF01234567:42\n89abcdef0123456789abcdef0123456789abcdef\n",
    )
    .unwrap();
    let built = selfcheck(
        &["list", "build", "--out", &path("a.list"), "--as-of", "2026-03-14", &path("in.txt")],
        b"",
    );
    assert_eq!(built.code, 0, "{}", built.err);
    let info = selfcheck(&["list", "info", &path("a.list"), "--json"], b"").json();
    assert_eq!(
        (info["entries"].as_u64(), info["counts"].as_bool(), info["as_of"].as_str()),
        (Some(2), Some(true), Some("2026-03-14"))
    );
    let hashes = b"0123456789ABCDEF0123456789ABCDEF01234567\n89ABCDEF0123456789ABCDEF0123456789ABCDEF\n0000000000000000000000000000000000000000\n";
    let asked = selfcheck(&["list", "lookup", &path("a.list"), "--sha1"], hashes);
    assert_eq!((asked.code, asked.out.as_str()), (1, "found 10+\nfound ?\nnot_on_this_list\n"));
    assert_eq!(selfcheck(&["list", "verify", &path("a.list")], b"").code, 0);
    let mut bytes = std::fs::read(path("a.list")).unwrap();
    let middle = bytes.len() - 30;
    bytes[middle] ^= 1;
    std::fs::write(path("a.list"), bytes).unwrap();
    let damaged = selfcheck(&["list", "verify", &path("a.list")], b"");
    assert_eq!(damaged.code, 2);
    assert!(damaged.err.contains("byte"), "{}", damaged.err);
    let broken = selfcheck(&["list", "lookup", &path("a.list"), "--sha1"], hashes);
    assert_eq!(broken.code, 3);
    assert!(broken.out.contains("could_not_check file_damaged"));
}

#[test]
fn a_list_file_that_holds_the_password_makes_the_service_unneeded() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("plain.txt"), "plum-lantern-4477-canary\n").unwrap();
    assert_eq!(
        selfcheck(&["list", "build", "--plain", "--out", &path("a.list"), &path("plain.txt")], b"").code,
        0
    );
    let server = server(Fault::None);
    let arguments = ["password", "--json", "--list", &path("a.list"), "--range-url", &server.base()];
    let json = selfcheck(&arguments, b"plum-lantern-4477-canary").json();
    assert_eq!(
        (json["lists"][1]["list"].as_str(), json["lists"][1]["answer"].as_str()),
        (Some("file:a.list"), Some("found"))
    );
    assert_eq!(json["lists"][2]["answer"], "not_asked");
    assert!(server.requests().is_empty());
}

#[test]
fn an_ntlm_list_is_refused_with_its_line_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("in.txt"), "00112233445566778899AABBCCDDEEFF:3\n").unwrap();
    let said = selfcheck(&["list", "build", "--out", &path("a.list"), &path("in.txt")], b"");
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("line 1") && said.err.contains("NTLM"), "{}", said.err);
    assert!(!folder.path().join("a.list").exists());
}

#[test]
fn the_practice_notice_gives_steps_in_order_and_its_own_question() {
    let json = selfcheck(&["notice", "plan", "--practice", "--country", "gb", "--json"], b"").json();
    assert_eq!(json["state"], "practice");
    assert_eq!(json["id"], "willow.example/practice");
    let steps: Vec<&str> =
        json["steps"].as_array().unwrap().iter().map(|s| s["id"].as_str().unwrap()).collect();
    assert_eq!(steps.first(), Some(&"stay-safe"));
    assert_eq!(steps.last(), Some(&"everyday-protection"));
    assert_eq!(json["steps"][0]["country"], "gb");
    assert!(json["questions"].as_array().unwrap().iter().any(|q| q["id"] == "used-false-page"));
}

fn unsigned() -> Vec<u8> {
    String::from_utf8(notice::practice::revision(3).unwrap().to_vec()).unwrap().into_bytes()
}

#[test]
fn an_unsigned_notice_from_standard_input_shows_its_text_and_none_of_its_steps() {
    let json = selfcheck(&["notice", "plan", "-", "--json"], &unsigned()).json();
    assert_eq!(json["state"], "unsigned");
    assert!(json["steps"].as_array().unwrap().iter().all(|step| step["from"] == "library"));
    let shown = selfcheck(&["notice", "show", "-"], &unsigned());
    assert_eq!(shown.code, 0);
    assert!(shown.out.starts_with("We cannot tell who wrote this file."));
    assert!(shown.out.contains("flooded our site"));
}

#[test]
fn a_damaged_notice_is_named_with_its_place_and_gives_no_steps() {
    let said = selfcheck(&["notice", "plan", "-", "--json"], b"format = 1\nid = = 2\n");
    assert_eq!(said.code, 2);
    assert_eq!(
        (said.json()["state"].as_str(), said.json()["steps"].as_array().map(Vec::len)),
        (Some("damaged"), Some(0))
    );
    assert!(said.err.contains("line 2"), "{}", said.err);
}

#[test]
fn terminal_controls_of_a_notice_are_not_printed() {
    let text = "format = 1\nid = \"forum.example/a\"\nrevision = 1\nstatus = \"final\"\naffects = \"\\u001b]0;x\\u0007all\"\n[title]\nen = \"\\u001b[31mred\"\n";
    let said = selfcheck(&["notice", "show", "-"], text.as_bytes());
    assert_eq!(said.code, 2);
    assert!(said.err.contains("line 5, column 12"), "{}", said.err);
    for text in [&said.out, &said.err] {
        assert!(!text.contains('\u{1b}') && !text.contains('\u{7}'), "{text:?}");
    }
}

#[test]
fn answers_take_steps_away_and_a_wrong_answer_is_wrong_use() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("answers.json");
    let path = file.to_str().unwrap();
    let plan = |text: &str| {
        std::fs::write(&file, text).unwrap();
        selfcheck(&["notice", "plan", "--practice", "--json", "--answers", path], b"")
    };
    let no = plan(r#"{"same-password-elsewhere": "no", "unheard-of": "yes"}"#);
    assert_eq!(no.code, 0);
    assert!(no.err.contains("unheard-of"));
    assert!(!no.json()["steps"].as_array().unwrap().iter().any(|step| step["id"] == "audit-export"));
    assert_eq!(plan(r#"{"same-password-elsewhere": "perhaps"}"#).code, 2);
    assert_eq!(plan("[]").code, 2);
}

#[test]
fn an_unknown_country_shows_the_generic_set_and_says_so() {
    let said = selfcheck(&["notice", "plan", "--practice", "--country", "zz", "--json"], b"");
    assert_eq!(said.json()["steps"][0]["country"], "generic");
    assert!(said.err.contains("generic"));
}

#[test]
fn the_walk_asks_ticks_goes_back_and_sums_up() {
    let questions = "n\n".repeat(9);
    let said = selfcheck(&["notice", "walk", "--practice"], (questions + "d\nb\nd\nl\nq\n").as_bytes());
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("Step 1 of "));
    assert!(said.out.contains("Still open: "));
    let everything = "s\n".repeat(10) + &"d\n".repeat(40);
    let done = selfcheck(&["notice", "walk", "--practice"], everything.as_bytes());
    assert!(!done.out.contains("Still open"), "{}", done.out);
}

#[test]
fn in_the_walk_a_password_is_checked_a_tick_undone_and_an_answer_changed() {
    // To the step of the password: every step before it is put off. Then the tools, and the password on a line.
    let plan = selfcheck(&["notice", "plan", "--practice", "--json"], b"");
    let steps = plan.json()["steps"].as_array().unwrap().clone();
    let at = steps.iter().position(|step| step["kind"] == "change-password").unwrap();
    let to_it = "s\n".repeat(10) + &"l\n".repeat(at);
    let said = selfcheck(
        &["notice", "walk", "--practice"],
        (to_it.clone() + "c\npassword1\nm\nd\nb\nu\nq\n").as_bytes(),
    );
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("[c]heck a password, [m]ake a passphrase"), "{}", said.out);
    assert!(said.out.contains("embedded: found") && said.out.contains("What left this computer: nothing."));
    assert!(!said.out.contains("password1"), "what was typed is not printed");
    assert!(said.out.contains("You said that this is done.") && said.out.contains("It is open again."));
    let title = steps[at]["title"].as_str().unwrap();
    assert!(said.out.contains(&format!("Still open: {title}")), "{}", said.out);

    // Not asked of anybody without a yes.
    let strong = "umber-violin-9031-canary";
    let said =
        selfcheck(&["notice", "walk", "--practice"], (to_it + &format!("c\n{strong}\nn\nq\n")).as_bytes());
    assert!(said.out.contains("not asked") && said.out.contains("What left this computer: nothing."));

    let changed = "s\n".repeat(10) + "w\n" + &"n\n".repeat(8) + "q\n";
    let said = selfcheck(&["notice", "walk", "--practice"], changed.as_bytes());
    assert!(said.out.contains("Not needed then: "), "{}", said.out);
}

#[test]
fn completions_and_manual_pages_are_made_from_the_arguments() {
    assert!(selfcheck(&["completions", "bash"], b"").out.contains("passphrase"));
    assert!(selfcheck(&["man"], b"").out.contains("selfcheck"));
}

#[cfg(unix)]
#[test]
fn ctrl_c_in_the_walk_ends_it_with_130() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_selfcheck"))
        .env("LC_ALL", "C.UTF-8")
        .args(["notice", "walk", "--practice"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    // Waiting for the child would close its input first, and the end of input is another way to leave.
    let input = child.stdin.take();
    let mut first = [0_u8; 16];
    std::io::Read::read_exact(child.stdout.as_mut().unwrap(), &mut first).unwrap();
    let status = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(status.success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    drop(input);
}

#[cfg(unix)]
#[test]
fn a_build_that_is_killed_leaves_the_old_list_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("old.txt"), "0123456789ABCDEF0123456789ABCDEF01234567:42\n").unwrap();
    assert_eq!(selfcheck(&["list", "build", "--out", &path("a.list"), &path("old.txt")], b"").code, 0);
    let old = std::fs::read(path("a.list")).unwrap();
    let text: String =
        (0..400_000_u32).fold(String::new(), |text, n| text + &format!("{:040x}:1\n", u128::from(n) << 96));
    std::fs::write(path("new.txt"), text).unwrap();
    for milliseconds in [1, 20, 60, 120, 240, 480] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_selfcheck"))
            .env("LC_ALL", "C.UTF-8")
            .args(["list", "build", "--memory", "1MiB", "--out", &path("a.list"), &path("new.txt")])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(milliseconds));
        child.kill().unwrap();
        child.wait().unwrap();
        let now = std::fs::read(path("a.list")).unwrap();
        assert!(
            now == old || selfcheck(&["list", "verify", &path("a.list")], b"").code == 0,
            "after {milliseconds} ms"
        );
    }
}

#[test]
fn the_advice_comes_in_german_and_other_languages_are_wrong_use() {
    let german = ["notice", "plan", "--practice", "--language", "de", "--country", "de", "--json"];
    let json = selfcheck(&german, b"").json();
    assert_eq!(json["steps"][0]["title"], "Wenn Ihnen jemand gefährlich werden kann, beginnen Sie hier");
    assert!(json["steps"][0]["links"].to_string().contains("Telefon 110"), "{}", json["steps"][0]["links"]);
    assert!(json["questions"][0]["text"].as_str().unwrap().ends_with('?'));
    assert_eq!(json["steps"][0]["because"][0], "swatting", "identifiers stay what they are");
    assert_eq!(selfcheck(&["notice", "plan", "--practice", "--language", "xx"], b"").code, 2);
}

#[test]
fn a_plan_for_people_says_whose_contacts_are_shown_where_and_since_when() {
    let said = selfcheck(&["notice", "plan", "--practice", "--country", "gb"], b"").out;
    for words in [
        "Contacts for: United Kingdom",
        "(England, Wales, Northern Ireland)",
        "checked on 4 December 2025",
        "Hours: ",
    ] {
        assert!(said.contains(words), "{words}\n{said}");
    }
}

#[test]
fn a_plan_and_what_to_do_without_a_computer_can_be_taken_away_as_files() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.html");
    let path = plan.to_str().unwrap();
    let said =
        selfcheck(&["notice", "plan", "--practice", "--country", "ie", "--sheet", path, "--json"], b"");
    assert_eq!((said.code, said.json()["steps"][0]["id"].as_str()), (0, Some("stay-safe")));
    assert!(said.err.contains("plan.html"));
    let html = std::fs::read_to_string(&plan).unwrap();
    assert!(html.contains("Contacts for: Ireland") && html.contains("call 112") && !html.contains("<script"));
    let sheet = folder.path().join("grandma.html");
    let named = ["notice", "plan", "--practice", "--person", "Ann", "--store", "none", "--sheet", path];
    assert_eq!(selfcheck(&named, b"").code, 0);
    assert!(std::fs::read_to_string(&plan).unwrap().contains("For Ann"));
    let leaflet = ["notice", "leaflet", "--country", "gb", "--out", sheet.to_str().unwrap()];
    assert_eq!(selfcheck(&leaflet, b"").code, 0);
    assert!(std::fs::read_to_string(&sheet).unwrap().contains("call 999"));
    let nowhere = folder.path().join("no/such/folder.html");
    let said = selfcheck(&["notice", "leaflet", "--out", nowhere.to_str().unwrap()], b"");
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("cannot be written"), "{}", said.err);
}
