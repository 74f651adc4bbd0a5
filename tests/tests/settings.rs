//! Settings: a list file that is chosen, verified, damaged and forgotten, a download in the background, and whom the
//! window may ask.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::fs;
use std::path::{Path, PathBuf};

use acceptance::ranges::{LEAKED, digest};
use acceptance::{Outcome, Window, files_below, until};
use lists::build::{BuildOptions, build};
use password::Prefix;
use range_faults::{Fault, List, Server};

const RANGES: u32 = 1_500;

/// A list file that holds [`LEAKED`] and some more.
fn list_file(folder: &Path) -> PathBuf {
    let (input, out) = (folder.join("words.txt"), folder.join("chosen.list"));
    let more: String = (0..2_000).fold(String::new(), |text, number| text + &format!("word-{number}\n"));
    fs::write(&input, format!("{LEAKED}\n{more}")).unwrap();
    let options = BuildOptions {
        memory: 1 << 20,
        false_positive_exponent: 30,
        plain: true,
        source: "a test".to_owned(),
        as_of: "2026-03-14".to_owned(),
    };
    build(&[input], &out, &options, |_| true).unwrap();
    out
}

/// All that the embedded list holds for the first ranges and for the range of [`LEAKED`].
fn server() -> Server {
    let mut list = List::new();
    let first = (0..RANGES).filter_map(Prefix::new);
    for prefix in first.chain([digest(LEAKED).unwrap().prefix()]) {
        for start in lists::embedded().expected_suffix_starts(prefix) {
            list.add_row(&format!("{prefix}{start:06X}{:029}:7", 0)).unwrap();
        }
    }
    Server::start(Fault::None, list).unwrap()
}

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

async fn to_settings(window: &Window) -> Outcome {
    window.click("settings").await?;
    window.see("order").await?;
    Ok(())
}

async fn check(window: &Window, password: &str) -> Outcome {
    window.click("back").await?;
    window.click("door-check").await?;
    window.write("password", password).await?;
    window.click("check").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_of_a_chosen_list_file_is_found_there_and_nobody_is_asked() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = text(&list_file(folder.path()));
    let server = server();
    let data = text(&folder.path().join("kept"));
    let variables = [
        ("SELFCHECK_TEST_RANGE_URL", server.base()),
        ("SELFCHECK_TEST_LIST", file),
        ("SELFCHECK_DATA_DIR", data),
    ];
    let variables = variables.each_ref().map(|(name, value)| (*name, value.as_str()));
    let window = Window::open(&variables).await?;
    to_settings(&window).await?;
    window.read("embedded", "5,108,947 passwords").await?;
    window.click("choose").await?;
    let facts = window.read("list-facts", "2,001").await?;
    assert!(facts.contains("14 March 2026") && facts.contains("a test"), "{facts}");
    assert!(facts.contains("million passwords that are not on it"), "{facts}");
    assert_eq!(window.axe().await?, Vec::<String>::new());
    window.click("verify").await?;
    window.read("verified", "Every byte of the file is as it should be").await?;
    window.click("online-yes").await?;
    check(&window, LEAKED).await?;
    let said = window.read("result", "This password has been leaked").await?;
    assert!(said.contains("Found: The list file chosen.list on this computer"), "{said}");
    window.read("receipt", "Nothing.").await?;
    assert!(server.requests().is_empty());
    // Not on the file: the service is asked, without another question.
    window.click("clear").await?;
    window.write("password", "umber-violin-9031-canary").await?;
    window.click("check").await?;
    let said = window.read("result", "The online list at").await?;
    assert!(said.contains("Not on this list: The list file chosen.list"), "{said}");
    assert_eq!(server.requests().len(), 1);
    drop(window);
    // The choice is there after a new start, and can be let go of.
    let window = Window::open(&variables).await?;
    to_settings(&window).await?;
    window.read("list-file", "chosen.list").await?;
    window.click("forget").await?;
    window.see("download").await?;
    assert!(folder.path().join("chosen.list").is_file(), "the file itself stays");
    for (path, bytes) in files_below(&folder.path().join("kept")) {
        let bytes = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!bytes.contains("canary"), "{}", path.display());
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_list_file_says_could_not_check_and_where_the_damage_is() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = list_file(folder.path());
    let mut bytes = fs::read(&file)?;
    // Beyond header and directory, where the entries are.
    let data = bytes.len() - 8_000;
    for byte in &mut bytes[data..] {
        *byte ^= 0x55;
    }
    fs::write(&file, &bytes)?;
    let chosen = text(&file);
    let window = Window::open(&[("SELFCHECK_TEST_LIST", &chosen)]).await?;
    to_settings(&window).await?;
    window.click("choose").await?;
    window.click("verify").await?;
    window.read("verified", "The file is damaged between byte").await?;
    window.click("online-never").await?;
    check(&window, LEAKED).await?;
    let said = window.read("result", "Could not check").await?;
    assert!(said.contains("The list file is damaged. Get it again."), "{said}");
    assert!(!said.contains("Not on the lists that were asked"), "{said}");
    // Cut short meanwhile: Settings say so, and so does the next check.
    fs::write(&file, &bytes[..data])?;
    window.click("back").await?;
    to_settings(&window).await?;
    window.read("list-problem", "damaged").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_list_is_not_taken() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("notes.txt");
    fs::write(&file, "not a list at all")?;
    let window = Window::open(&[("SELFCHECK_TEST_LIST", &text(&file))]).await?;
    to_settings(&window).await?;
    window.click("choose").await?;
    window.read("failure", "That file is no list").await?;
    assert!(!window.has("list-file").await);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_download_is_paused_goes_on_after_a_new_start_and_is_asked_in_the_end() -> Outcome {
    let folder = tempfile::tempdir()?;
    let place = text(&folder.path().join("all.list"));
    let server = server();
    let data = text(&folder.path().join("kept"));
    let variables = [
        ("SELFCHECK_TEST_RANGE_URL", server.base()),
        ("SELFCHECK_TEST_PLACE", place.clone()),
        ("SELFCHECK_TEST_RANGES", RANGES.to_string()),
        ("SELFCHECK_DATA_DIR", data),
    ];
    let variables = variables.each_ref().map(|(name, value)| (*name, value.as_str()));
    server.set_fault(Fault::Stalled);
    let window = Window::open(&variables).await?;
    to_settings(&window).await?;
    window.click("download").await?;
    window.read("download-ask", &server.address().to_string()).await?;
    assert!(server.requests().is_empty(), "nothing is asked before the yes");
    window.click("download-yes").await?;
    window.read("transfer", "Downloading all.list").await?;
    window.click("pause").await?;
    window.read("transfer", "Stopped for now. What has come is kept.").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    assert!(!Path::new(&place).exists(), "nothing stands there before all is there");
    drop(window);

    server.set_fault(Fault::None);
    server.break_ranges(&["00007"]);
    let window = Window::open(&variables).await?;
    to_settings(&window).await?;
    window.read("transfer", "Stopped for now").await?;
    window.click("resume").await?;
    window.read("transfer-failed", "1 part could not be had").await?;
    server.break_ranges(&[]);
    let before = server.requests().len();
    window.click("resume").await?;
    window.read("list-facts", "As of").await?;
    window.read("transfer-done", "all.list is whole").await?;
    assert_eq!(server.requests().len() - before, 1, "only what was missing is asked for");
    // Bringing it up to date asks for every range and gets nothing new.
    window.click("update").await?;
    window.see("transfer").await?;
    window.read("transfer-done", "all.list is whole").await?;
    window.click("verify").await?;
    window.read("verified", "Every byte").await?;
    // Damage that comes later is the only word on the file then.
    let mut bytes = fs::read(&place)?;
    let half = bytes.len() / 2;
    bytes[half] ^= 0x55;
    fs::write(&place, &bytes)?;
    window.click("verify").await?;
    window.read("verified", "The file is damaged").await?;
    assert!(!window.has("transfer-done").await, "nothing says beside it that the file is whole");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_come_can_be_thrown_away() -> Outcome {
    let folder = tempfile::tempdir()?;
    let place = folder.path().join("all.list");
    let server = server();
    server.break_ranges(&["00007"]);
    let window = Window::open(&[
        ("SELFCHECK_TEST_RANGE_URL", &server.base()),
        ("SELFCHECK_TEST_PLACE", &text(&place)),
        ("SELFCHECK_TEST_RANGES", "100"),
    ])
    .await?;
    to_settings(&window).await?;
    window.click("download").await?;
    window.click("download-yes").await?;
    window.see("transfer-failed").await?;
    assert!(folder.path().join("all.list.download").is_file());
    window.click("throw").await?;
    window.click("throw-yes").await?;
    window.see("download").await?;
    assert_eq!(fs::read_dir(folder.path())?.count(), 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn only_on_this_computer_is_kept_and_asks_nobody() -> Outcome {
    let folder = tempfile::tempdir()?;
    let data = text(&folder.path().join("kept"));
    let server = server();
    let base = server.base();
    let variables = [("SELFCHECK_TEST_RANGE_URL", base.as_str()), ("SELFCHECK_DATA_DIR", data.as_str())];
    let window = Window::open(&variables).await?;
    to_settings(&window).await?;
    window.click("online-never").await?;
    drop(window);
    let window = Window::open(&variables).await?;
    window.click("door-check").await?;
    window.write("password", LEAKED).await?;
    window.click("check").await?;
    window.read("result", "You chose to check only on this computer").await?;
    assert!(!window.has("consent").await, "it has been said already");
    window.read("receipt", "Nothing.").await?;
    assert!(server.requests().is_empty());
    window.click("in-settings").await?;
    window.see("order").await?;
    window.click("back").await?;
    window.see("password").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mirror_is_asked_instead_and_what_is_no_address_is_refused_at_the_field() -> Outcome {
    let (service, mirror) = (server(), server());
    let window = Window::open(&[("SELFCHECK_TEST_RANGE_URL", &service.base())]).await?;
    to_settings(&window).await?;
    window.write("mirror", "http://mirror.example/range").await?;
    window.click("mirror-save").await?;
    window.read("mirror-problem", "must begin with https://").await?;
    window.run("document.querySelector('[data-testid=mirror]').value = ''").await?;
    window.write("mirror", &mirror.base()).await?;
    window.click("mirror-save").await?;
    window.see("mirror-clear").await?;
    check(&window, LEAKED).await?;
    window.read("consent", &mirror.address().to_string()).await?;
    window.click("online").await?;
    window.read("receipt", &mirror.address().to_string()).await?;
    assert_eq!((service.requests().len(), mirror.requests().len()), (0, 1));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn text_grows_is_kept_and_settings_that_are_damaged_are_set_aside_and_said() -> Outcome {
    let folder = tempfile::tempdir()?;
    let kept = folder.path().join("kept");
    let data = text(&kept);
    let variables = [("SELFCHECK_DATA_DIR", data.as_str())];
    let size = "return parseFloat(getComputedStyle(document.documentElement).fontSize)";
    let window = Window::open(&variables).await?;
    let before = window.run(size).await?.as_f64().unwrap();
    to_settings(&window).await?;
    window.see("text-size").await?.select_by_value("200").await?;
    window.see("order").await?;
    until("the text to be twice as large", || async {
        let now = window.run(size).await?.as_f64().unwrap_or_default();
        if (now / before - 2.0).abs() < 0.01 { Ok(()) } else { Err(format!("{before} {now}").into()) }
    })
    .await?;
    window.client().set_window_size(800, 600).await?;
    let wide = window.run("return document.documentElement.scrollWidth <= window.innerWidth").await?;
    assert_eq!(wide, true, "nothing runs out of the window");
    assert_eq!(window.axe().await?, Vec::<String>::new());
    drop(window);
    let window = Window::open(&variables).await?;
    to_settings(&window).await?;
    let again = window.run("return document.documentElement.dataset.textSize").await?;
    assert_eq!(again, "200");
    drop(window);
    fs::write(kept.join("settings.json"), "{ damaged")?;
    let window = Window::open(&variables).await?;
    to_settings(&window).await?;
    window.read("set-aside", "settings.json.damaged-1").await?;
    assert_eq!(fs::read_to_string(kept.join("settings.json.damaged-1"))?, "{ damaged");
    // True after a change too.
    window.see("text-size").await?.select_by_value("150").await?;
    let said = window.read("set-aside", "it began with new ones").await?;
    assert!(!said.contains("as it was in the beginning"), "{said}");
    drop(window);
    fs::remove_file(kept.join("settings.json"))?;
    fs::create_dir(kept.join("settings.json"))?;
    let window = Window::open(&variables).await?;
    to_settings(&window).await?;
    window.read("not-kept", "The file with your settings cannot be read").await?;
    Ok(())
}
