//! A family at one window: who is asked before anything is kept, and everything is where it was another day.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

mod forum;

use std::sync::Arc;

use acceptance::ranges::service;
use acceptance::saved::Export;
use acceptance::{Home, Outcome, Window, files_below};
use app::data::DataDir;
use app::trust::TrustStore;
use forum::Forum;
use household::{Collected, Passphrase, Store};
use jiff::Timestamp;
use notice_faults::Keys;
use range_faults::Fault;

async fn at(home: &Arc<Home>) -> Outcome<Window> {
    let window = Window::open_at(home, &[]).await?;
    window.see("who").await?;
    Ok(window)
}

/// Opens the practice notice and answers every question with "not sure".
async fn begin_walk(window: &Window) -> Outcome {
    window.click("door-practice").await?;
    answer_all(window).await
}

async fn answer_all(window: &Window) -> Outcome {
    window.start().await?;
    window.answer_all().await?;
    window.see("progress").await?;
    Ok(())
}

/// From a step to Home.
async fn go_home(window: &Window) -> Outcome {
    window.press_until("back", "door-notice").await
}

fn no_name_in(home: &Home, names: &[&str]) {
    for (path, bytes) in files_below(&home.path().join("data/selfcheck")) {
        for name in names {
            let found = bytes.windows(name.len()).any(|part| part.eq_ignore_ascii_case(name.as_bytes()));
            assert!(!found, "{name} is in {}", path.display());
        }
    }
}

async fn family(window: &Window) -> Outcome {
    begin_walk(window).await?;
    window.click("done").await?;
    window.read("progress", "Step 2").await?;
    window.click("later").await?;
    window.click("later-week").await?;
    window.read("progress", "Step 3").await?;
    go_home(window).await?;
    for name in ["Benedict", "Cleopatra"] {
        window.click("to-household").await?;
        window.write("add-name", name).await?;
        window.click("add").await?;
        window.see(&format!("rename-{name}")).await?;
        window.click("back").await?;
    }
    window.click("hand-over").await?;
    window.see("person-Benedict").await?;
    assert!(!window.has("task-list").await, "nothing of Annabella is shown");
    window.click("person-Benedict").await?;
    window.read("who", "You are Benedict").await?;
    assert!(!window.has("task-list").await, "Benedict has opened nothing");
    begin_walk(window).await?;
    window.click("not-for-me").await?;
    window.read("progress", "Step 2").await?;
    Ok(())
}

async fn everything_is_where_it_was(window: &Window) -> Outcome {
    window.click("person-Annabella").await?;
    window.read("task-list", "1 of ").await?;
    let list = window.read("task-list", "Done: you told us").await?;
    assert!(list.contains("Later"), "{list}");
    window.click("to-household").await?;
    let row = window.text("row-Annabella").await?;
    assert!(row.contains('1'), "{row}");
    window.see("row-Benedict").await?;
    window.see("rename-Cleopatra").await?;
    window.click("back").await?;
    window.click("hand-over").await?;
    window.click("person-Benedict").await?;
    window.read("task-list", "Doesn't apply").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_family_of_three_finds_everything_where_it_was_another_day() -> Outcome {
    let home = Arc::new(Home::with_keyring().await?);
    let window = at(&home).await?;
    window.read("who", "Nothing is kept on this computer until you say so.").await?;
    assert!(files_below(&home.path().join("data/selfcheck")).is_empty());
    window.write("name", "Annabella").await?;
    window.click("remember").await?;
    window.read("who", "You are Annabella").await?;
    family(&window).await?;
    no_name_in(&home, &["annabella", "benedict", "cleopatra", "willow"]);
    drop(window);
    let window = at(&home).await?;
    everything_is_where_it_was(&window).await?;
    no_name_in(&home, &["annabella", "benedict", "cleopatra", "willow"]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_keyring_a_passphrase_does_the_same() -> Outcome {
    let home = Arc::new(Home::new().await?);
    let window = at(&home).await?;
    window.write("name", "Annabella").await?;
    window.click("remember").await?;
    window.read("trouble", "a passphrase instead, or keep nothing").await?;
    assert!(files_below(&home.path().join("data/selfcheck")).is_empty());
    // Whoever unlocks the keyring meanwhile can try it again.
    window.click("try-keyring").await?;
    window.see_state("trouble", "data-code", "keyring_locked").await?;
    // A slip in a new passphrase would lock everybody out for good.
    window.write("passphrase-field", "plum lantern canary").await?;
    window.write("passphrase-again", "plum lantern canarY").await?;
    window.click("remember").await?;
    window.read("trouble", "not the same").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    assert!(files_below(&home.path().join("data/selfcheck")).is_empty());
    window.see("passphrase-again").await?.clear().await?;
    window.write("passphrase-again", "plum lantern canary").await?;
    window.click("remember").await?;
    window.read("who", "You are Annabella").await?;
    family(&window).await?;
    no_name_in(&home, &["annabella", "benedict", "willow", "plum lantern"]);
    drop(window);
    let window = at(&home).await?;
    window.read("who", "locked with a passphrase").await?;
    window.write("passphrase-field", "plum lantern canarY").await?;
    window.click("remember").await?;
    window.read("trouble", "not the passphrase").await?;
    window.see("passphrase-field").await?.clear().await?;
    window.write("passphrase-field", "plum lantern canary").await?;
    window.click("remember").await?;
    everything_is_where_it_was(&window).await?;
    window.click("to-household").await?;
    window.click("wipe").await?;
    window.click("wipe-yes").await?;
    window.read("wiped", "still open with that passphrase").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_does_not_want_to_be_remembered_leaves_nothing() -> Outcome {
    let home = Arc::new(Home::with_keyring().await?);
    let window = at(&home).await?;
    window.click("keep-nothing").await?;
    window.read("who", "Nothing is remembered").await?;
    begin_walk(&window).await?;
    window.click("done").await?;
    window.read("progress", "Step 2").await?;
    window.see("leave").await?;
    // The window may be gone before the driver answers, and nobody tries twice.
    let _ = window.run("document.querySelector('[data-testid=leave]').click()").await;
    assert!(window.is_gone().await);
    assert!(files_below(&home.path().join("data/selfcheck")).is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn together_each_person_at_the_table_has_a_tick_of_their_own() -> Outcome {
    let home = Arc::new(Home::with_keyring().await?);
    let window = at(&home).await?;
    window.write("name", "Ann").await?;
    window.click("remember").await?;
    window.read("who", "You are Ann").await?;
    window.click("to-household").await?;
    window.write("add-name", "Ben").await?;
    window.click("add").await?;
    window.see("rename-Ben").await?;
    window.click("back").await?;
    window.click("door-practice").await?;
    window.click("back").await?;
    window.click("to-household").await?;
    window.click("together").await?;
    window.read("together-progress", "Step 1").await?;
    let found = window.axe().await?;
    assert!(found.is_empty(), "{found:#?}");
    window.click("done-Ben").await?;
    window.read("tick-Ben", "Done").await?;
    window.see("done-Ann").await?;
    window.click("together-next").await?;
    window.read("together-progress", "Step 2").await?;
    window.click("done-Ann").await?;
    window.see("undo-Ann").await?;
    window.click("back").await?;
    window.read("tick-Ben", "Done").await?;
    window.click("back").await?;
    window.see("row-Ben").await?;
    let found = window.axe().await?;
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_that_two_people_typed_is_told_to_the_second_and_shown_to_nobody() -> Outcome {
    let home = Arc::new(Home::with_keyring().await?);
    let window = at(&home).await?;
    let check = async |shared: bool| -> Outcome {
        window.click("door-check").await?;
        window.write("password", "plum-lantern-4477-canary").await?;
        window.click("check").await?;
        window.settled().await?;
        if window.has("offline").await {
            window.click("offline").await?;
        }
        window.see("result").await?;
        assert_eq!(window.has("shared").await, shared);
        window.click("back").await
    };
    window.write("name", "Ann").await?;
    window.click("remember").await?;
    window.read("who", "You are Ann").await?;
    check(false).await?;
    check(false).await?;
    window.click("hand-over").await?;
    window.write("name", "Ben").await?;
    window.click("remember").await?;
    window.read("who", "You are Ben").await?;
    window.click("home").await?;
    check(true).await?;
    no_name_in(&home, &["plum-lantern"]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_person_finds_no_saved_passwords_and_no_consent_of_the_one_before() -> Outcome {
    let (home, export, server) =
        (Arc::new(Home::with_keyring().await?), Export::chrome()?, service(Fault::None)?);
    let (path, base) = (export.path(), server.base());
    let variables =
        [("SELFCHECK_TEST_PICK_EXPORT", path.to_str().unwrap()), ("SELFCHECK_TEST_RANGE_URL", base.as_str())];
    let window = Window::open_at(&home, &variables).await?;
    window.write("name", "Ann").await?;
    window.click("remember").await?;
    window.read("who", "You are Ann").await?;
    window.click("door-check").await?;
    window.write("password", "plum-lantern-4477-canary").await?;
    window.click("check").await?;
    window.click("online").await?;
    window.see("result").await?;
    window.click("back").await?;
    window.click("door-saved").await?;
    window.click("pick-export").await?;
    window.read("audit-read", "5 logins").await?;
    window.click("back").await?;
    window.click("hand-over").await?;
    window.click("home").await?;
    window.click("door-saved").await?;
    window.see("pick-export").await?;
    window.settled().await?;
    assert!(!window.has("audit").await, "what Ann opened is open no more");
    window.click("back").await?;
    window.click("door-check").await?;
    window.write("password", "another-canary-8812").await?;
    let asked = server.requests().len();
    window.click("check").await?;
    window.see("consent").await?;
    assert_eq!(server.requests().len(), asked, "Ann's consent is not the next person's");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_not_remembered_can_change_that_and_keeps_what_they_ticked() -> Outcome {
    let home = Arc::new(Home::with_keyring().await?);
    let window = at(&home).await?;
    window.write("name", "Ann").await?;
    window.click("remember").await?;
    window.read("who", "You are Ann").await?;
    window.click("hand-over").await?;
    window.click("home").await?;
    window.click("keep-nothing").await?;
    window.read("who", "Nothing is remembered").await?;
    let check = async || -> Outcome {
        window.click("door-check").await?;
        window.write("password", "plum-lantern-4477-canary").await?;
        window.click("check").await?;
        window.settled().await?;
        if window.has("offline").await {
            window.click("offline").await?;
        }
        window.see("result").await?;
        assert!(!window.has("shared").await, "nobody else typed it");
        window.click("back").await
    };
    check().await?;
    begin_walk(&window).await?;
    window.click("done").await?;
    window.read("progress", "Step 2").await?;
    go_home(&window).await?;
    window.click("who-again").await?;
    // The household that is there is found and open again.
    window.see("person-Ann").await?;
    window.read("task-list", "1 of ").await?;
    check().await?;
    window.write("name", "Benedict").await?;
    window.click("remember").await?;
    window.read("who", "You are Benedict").await?;
    window.read("task-list", "1 of ").await?;
    check().await?;
    drop(window);
    let window = at(&home).await?;
    window.click("person-Benedict").await?;
    window.read("task-list", "1 of ").await?;
    Ok(())
}

/// From a step or Home to the page of the notice.
async fn to_notice(window: &Window) -> Outcome {
    window.click("continue").await?;
    window.press_until("back", "trust").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signed_notice_is_open_again_another_day_and_is_verified_anew() -> Outcome {
    let (forum, thief) = (Forum::new(), Forum::new());
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("forum.notice");
    std::fs::write(&path, forum.notice(1))?;
    let home = Arc::new(Home::with_keyring().await?);
    let window = Window::open_at(&home, &[("SELFCHECK_TEST_PICK", path.to_str().unwrap())]).await?;
    window.write("name", "Annabella").await?;
    window.click("remember").await?;
    window.read("who", "You are Annabella").await?;
    window.click("door-notice").await?;
    window.click("trust-yes").await?;
    window.see_state("trust", "data-trust", "verified").await?;
    answer_all(&window).await?;
    window.click("done").await?;
    window.read("progress", "Step 2").await?;
    drop(window);
    // The file is gone; what was kept is enough.
    drop(folder);

    let window = at(&home).await?;
    window.click("person-Annabella").await?;
    window.read("task-list", "1 of ").await?;
    window.read("task-list", "Log out of our app").await?;
    assert!(!window.has("home-worse").await, "nothing got worse");
    to_notice(&window).await?;
    window.see_state("trust", "data-trust", "verified").await?;
    window.read("section-happened", "copied our list").await?;
    drop(window);
    no_name_in(&home, &["annabella", "copied our list", "log out of our app"]);

    // Meanwhile somebody else is known as the publisher of this site.
    let store = TrustStore::new(DataDir::find(Some(home.path().join("data/selfcheck"))).unwrap());
    let now = Timestamp::now();
    store
        .change(now, |memory| memory.pin("forum.example", Keys::public(&thief.keys.root_a).unwrap(), now))?;
    let window = at(&home).await?;
    window.click("person-Annabella").await?;
    window.read("home-worse", "signed by somebody else").await?;
    window.read("home-worse", "This is the publisher you know.").await?;
    window.click("look-again").await?;
    window.see_state("trust", "data-trust", "changed_key").await?;
    window.see("worse").await?;
    window.read("known-words", &thief.words()).await?;
    window.read("six-words", &forum.words()).await?;
    let page = window.run("return document.body.textContent").await?.to_string();
    assert!(!page.contains("copied our list"), "{page}");
    assert_eq!(window.axe().await?, Vec::<String>::new());
    window.click("back").await?;
    window.read("task-list", "1 of ").await?;
    // What was closed can be opened again from the household.
    window.click("close").await?;
    window.click("to-household").await?;
    window.click("open-kept").await?;
    window.see_state("trust", "data-trust", "changed_key").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_household_moves_to_another_computer_and_nothing_there_is_lost() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("family.age");
    let here = Arc::new(Home::with_keyring().await?);
    let window = Window::open_at(&here, &[("SELFCHECK_TEST_SAVE", file.to_str().unwrap())]).await?;
    window.write("name", "Annabella").await?;
    window.click("remember").await?;
    window.read("who", "You are Annabella").await?;
    begin_walk(&window).await?;
    window.click("done").await?;
    window.read("progress", "Step 2").await?;
    go_home(&window).await?;
    window.click("to-household").await?;
    window.write("export-passphrase", "plum lantern canary").await?;
    window.write("export-again", "plum lantern canarY").await?;
    window.click("export").await?;
    window.read("export-trouble", "not the same").await?;
    assert!(!file.exists());
    window.see("export-again").await?.clear().await?;
    window.write("export-again", "plum lantern canary").await?;
    window.click("export").await?;
    window.read("exported", "Saved as family.age").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    drop(window);
    let bytes = std::fs::read(&file)?;
    assert!(bytes.starts_with(b"age-encryption.org/v1"));
    // The program reads the same file.
    let passphrase = Passphrase::from_bytes(&b"plum lantern canary".to_vec().into())?;
    let mut program = Store::in_memory()?;
    assert_eq!(program.take_in(&Collected::unlock(&bytes, &passphrase)?)?.new_people, 1);

    let there = Arc::new(Home::with_keyring().await?);
    let window = Window::open_at(&there, &[("SELFCHECK_TEST_PICK", file.to_str().unwrap())]).await?;
    window.write("name", "Benedict").await?;
    window.click("remember").await?;
    window.read("who", "You are Benedict").await?;
    window.click("to-household").await?;
    window.write("import-passphrase", "plum lantern canarY").await?;
    window.click("import").await?;
    window.read("import-trouble", "not the passphrase").await?;
    assert!(!window.has("rename-Annabella").await);
    window.see("import-passphrase").await?.clear().await?;
    window.write("import-passphrase", "plum lantern canary").await?;
    window.click("import").await?;
    window.read("imported", "1 person was in the file, 1 of them new here").await?;
    window.see("rename-Benedict").await?;
    window.see("row-Annabella").await?;
    window.click("import").await?;
    window.read("import-trouble", "Type a passphrase").await?;
    window.click("back").await?;
    window.click("hand-over").await?;
    window.click("person-Annabella").await?;
    window.read("who", "You are Annabella").await?;
    window.click("to-household").await?;
    window.see("row-Annabella").await?;
    no_name_in(&there, &["annabella", "plum lantern"]);
    // What is no such file is said, and changes nothing.
    std::fs::write(&file, "not a file of ours")?;
    window.write("import-passphrase", "plum lantern canary").await?;
    window.click("import").await?;
    window.read("failure", "was not saved by Selfcheck").await?;
    window.see("rename-Benedict").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_familys_plans_go_to_the_printer_and_into_a_file_with_each_name_and_no_secret() -> Outcome {
    let folder = tempfile::tempdir()?;
    let (printed, saved) = (folder.path().join("printed"), folder.path().join("plans.html"));
    let variables = [
        ("SELFCHECK_TEST_PRINTED", printed.to_str().unwrap()),
        ("SELFCHECK_TEST_SAVE", saved.to_str().unwrap()),
    ];
    let home = Arc::new(Home::with_keyring().await?);
    let window = Window::open_at(&home, &variables).await?;
    window.write("name", "Annabella").await?;
    window.click("remember").await?;
    window.read("who", "You are Annabella").await?;
    family(&window).await?;
    go_home(&window).await?;
    window.click("to-household").await?;
    window.click("print-all").await?;
    let paper = window.read("paper", "Benedict").await?;
    for words in [
        "Annabella",
        "Done: you told us",
        "comes up again",
        "Doesn't apply",
        "reportphishing@apwg.org",
        "willow.example",
    ] {
        assert!(paper.contains(words), "{words}: {paper}");
    }
    assert_eq!(window.axe().await?, Vec::<String>::new());
    window.click("print-now").await?;
    window.click("save-sheet").await?;
    window.read("saved", "Saved as plans.html").await?;
    assert!(printed.is_file(), "the system's dialog was asked for");
    let html = std::fs::read_to_string(&saved)?;
    for words in [
        ">Annabella<",
        ">Benedict<",
        "Put off until",
        "reportphishing@apwg.org",
        "There is no password on this sheet",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(!html.contains("<script") && !html.contains("src="));
    window.click("back").await?;
    window.click("back").await?;
    // The sheet of one person names that person.
    window.click("continue").await?;
    window.press_until("not-for-me", "summary").await?;
    window.click("print-plan").await?;
    window.read("paper-person", "The plan of Benedict").await?;
    window.click("save-sheet").await?;
    window.read("saved", "Saved as plans.html").await?;
    assert!(std::fs::read_to_string(&saved)?.contains("For Benedict"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_some_of_it_cannot_be_removed_that_is_said_and_nobody_looks_remembered() -> Outcome {
    let home = Arc::new(Home::with_keyring().await?);
    let window = at(&home).await?;
    window.write("name", "Ann").await?;
    window.click("remember").await?;
    window.read("who", "You are Ann").await?;
    begin_walk(&window).await?;
    go_home(&window).await?;
    window.see("task-list").await?;
    // A folder in the place of one of its files.
    std::fs::create_dir(home.path().join("data/selfcheck/.household-in-the-way"))?;
    window.click("to-household").await?;
    window.click("wipe").await?;
    window.click("wipe-yes").await?;
    window.read("failure", "Some of it was removed, some could not be.").await?;
    assert!(!window.has("wiped").await && !window.has("row-Ann").await);
    window.see("wipe").await?;
    window.click("home").await?;
    window.see("name").await?;
    assert!(!window.has("task-list").await, "what was open is closed");
    Ok(())
}
