//! What a person does in the window, and what must never happen there.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use acceptance::ranges::{FRESH, LEAKED, digest, service};
use acceptance::saved::Export;
use acceptance::{Outcome, Window, files_below, until};
use range_faults::Fault;

async fn attribute(window: &Window, id: &str, name: &str) -> Outcome<String> {
    Ok(window.see(id).await?.attr(name).await?.unwrap_or_default())
}

/// Answers every question with "not sure", which leads to the first step.
async fn answer_all(window: &Window, by_key: bool) -> Outcome {
    for _ in 0..12 {
        window.settled().await?;
        if window.has("progress").await {
            return Ok(());
        }
        if by_key {
            window.key_click("answer-not_sure").await?;
        } else {
            window.click("answer-not_sure").await?;
        }
    }
    Err("more than 12 questions".into())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_practice_notice_is_walked_to_its_end_by_keyboard_alone() -> Outcome {
    let window = Window::open(&[]).await?;
    window.key_click("door-practice").await?;
    window.read("trust", "Practice. Nothing in this notice happened.").await?;
    window.start_by_keyboard().await?;
    answer_all(&window, true).await?;
    let progress = window.read("progress", "Step 1 of ").await?;
    let total: usize = progress.split([' ', ',']).nth(3).unwrap().parse()?;
    assert!(total >= 12, "{progress}");
    for step in 1..=total {
        window.read("progress", &format!("Step {step} of {total}")).await?;
        assert_eq!(
            window.run("return document.activeElement.tagName").await?,
            "H1",
            "the heading has the focus"
        );
        window.key_click(if step == 2 { "later" } else { "done" }).await?;
    }
    window.read("summary", &format!("{} of {total} steps are done", total - 1)).await?;
    window.key_click("home").await?;
    window.read("task-list", "Later").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_asked_before_check_and_the_first_time_says_whom() -> Outcome {
    let server = service(Fault::None)?;
    let window = Window::open(&[("SELFCHECK_TEST_RANGE_URL", &server.base())]).await?;
    window.click("door-check").await?;
    window.write("password", LEAKED).await?;
    window.read("strength", "Strength:").await?;
    assert!(server.requests().is_empty());
    window.click("check").await?;
    window.read("consent", &server.address().to_string()).await?;
    assert!(server.requests().is_empty());
    window.click("online").await?;
    window.read("result", "This password has been leaked").await?;
    window.read("result", "Seen 42 times").await?;
    let prefix = digest(LEAKED)?.prefix().to_string();
    window.read("receipt", &prefix).await?;
    assert_eq!(server.requests().len(), 1);
    assert_eq!(server.requests()[0].prefix(), prefix);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn only_on_this_computer_asks_nobody_and_promises_nothing() -> Outcome {
    let server = service(Fault::None)?;
    let window = Window::open(&[("SELFCHECK_TEST_RANGE_URL", &server.base())]).await?;
    window.click("door-check").await?;
    window.write("password", LEAKED).await?;
    window.click("check").await?;
    window.click("offline").await?;
    let said = window.read("result", "Not on the lists that were asked").await?;
    assert!(said.contains("not a promise"), "{said}");
    window.read("receipt", "Nothing.").await?;
    assert!(server.requests().is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_of_the_embedded_list_is_found_without_a_question_or_a_request() -> Outcome {
    let server = service(Fault::None)?;
    let window = Window::open(&[("SELFCHECK_TEST_RANGE_URL", &server.base())]).await?;
    window.click("door-check").await?;
    window.write("password", "password1").await?;
    window.click("check").await?;
    window.read("result", "This password has been leaked").await?;
    assert!(!window.has("consent").await, "nobody has to decide what is not needed");
    let advice = window.text("strength").await?;
    assert!(!advice.contains("Add another word"), "it is replaced, not mended: {advice}");
    window.click("replace").await?;
    let focused = window.run("return document.activeElement.dataset.testid").await?;
    assert_eq!(focused, "make", "the way to a new one");
    window.read("receipt", "Nothing.").await?;
    assert!(server.requests().is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_in_page_instead_of_the_list_is_could_not_check() -> Outcome {
    let server = service(Fault::Html)?;
    let window = Window::open(&[("SELFCHECK_TEST_RANGE_URL", &server.base())]).await?;
    window.click("door-check").await?;
    window.write("password", FRESH).await?;
    window.click("check").await?;
    window.click("online").await?;
    window.read("result", "Could not check").await?;
    assert_eq!(attribute(&window, "result", "data-verdict").await?, "could_not_check");
    let said = window.read("result", "The online list could not be asked").await?;
    assert!(said.contains("not a list of passwords"), "{said}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_that_hangs_can_be_stopped() -> Outcome {
    let server = service(Fault::Stalled)?;
    let window = Window::open(&[("SELFCHECK_TEST_RANGE_URL", &server.base())]).await?;
    window.click("door-check").await?;
    window.write("password", FRESH).await?;
    window.click("check").await?;
    window.click("online").await?;
    window.click("cancel").await?;
    window.read("result", "You stopped it").await?;
    window.see("check").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_password_is_masked_shown_while_held_and_gone_after_leaving() -> Outcome {
    let window = Window::open(&[]).await?;
    window.click("door-check").await?;
    window.write("password", FRESH).await?;
    for (name, value) in [
        ("type", "password"),
        ("autocomplete", "new-password"),
        ("spellcheck", "false"),
        ("autocorrect", "off"),
    ] {
        assert_eq!(attribute(&window, "password", name).await?, value);
    }
    for (event, shown) in [("pointerdown", "text"), ("pointerup", "password")] {
        let button = "document.querySelector('[data-testid=reveal]')";
        window
            .run(&format!("{button}.dispatchEvent(new PointerEvent('{event}', {{ bubbles: true }}))"))
            .await?;
        window.see_state("password", "type", shown).await?;
    }
    window.click("back").await?;
    window.click("door-check").await?;
    assert_eq!(window.run("return document.querySelector('[data-testid=password]').value").await?, "");
    assert!(!window.has("strength").await);
    for (path, bytes) in files_below(window.home()) {
        assert!(!bytes.windows(FRESH.len()).any(|part| part == FRESH.as_bytes()), "{}", path.display());
    }
    Ok(())
}

/// The display has one clipboard, so this is the only test that copies.
#[tokio::test(flavor = "multi_thread")]
async fn a_copied_passphrase_is_cleared_after_a_while_unless_something_else_was_copied() -> Outcome {
    let folder = tempfile::tempdir()?;
    let over = folder.path().join("over");
    let window = Window::open(&[("SELFCHECK_TEST_CLEAR_WHEN", over.to_str().unwrap())]).await?;
    let time_is_over = async || -> Outcome {
        std::fs::write(&over, "")?;
        until("the clipboard to be looked at", || async {
            if over.exists() { Err("not yet".into()) } else { Ok(()) }
        })
        .await
    };
    window.click("door-check").await?;
    window.click("make").await?;
    let mut clipboard = arboard::Clipboard::new()?;
    let before = clipboard.get_text().unwrap_or_default();
    let made = window.text("passphrase").await?;
    assert_ne!(before, made, "nothing is copied by itself");
    window.click("copy").await?;
    window.settled().await?;
    assert_eq!(clipboard.get_text()?, made);
    time_is_over().await?;
    assert_ne!(clipboard.get_text().unwrap_or_default(), made, "it is cleared");
    window.click("copy").await?;
    window.settled().await?;
    clipboard.set_text("a shopping list")?;
    time_is_over().await?;
    assert_eq!(clipboard.get_text()?, "a shopping list", "what somebody else copied stays");
    window.see("copied").await?;
    // A clipboard that says no.
    window
        .run(
            "const fetched = window.fetch; window.fetch = (to, what) => String(to).includes('copy_passphrase') \
             ? Promise.resolve(new Response('{\"code\":\"clipboard\"}', { headers: { 'Tauri-Response': 'error', 'content-type': 'application/json' } })) \
             : fetched(to, what);",
        )
        .await?;
    window.click("copy").await?;
    window.see("failure").await?;
    assert!(!window.has("copied").await, "what failed is not called copied");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passphrase_is_made_with_its_entropy_and_can_be_checked() -> Outcome {
    let window = Window::open(&[]).await?;
    window.click("door-check").await?;
    window.click("make").await?;
    let made = window.text("passphrase").await?;
    assert_eq!(made.split(' ').count(), 5);
    window.read("maker", "64.6 bits").await?;
    window.click("use").await?;
    window.read("strength", "Strength: Strong").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_notice_is_named_with_its_place_and_nothing_is_lost() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("broken.notice");
    std::fs::write(&path, "format = 1\nid = = 3\n")?;
    let window = Window::open(&[("SELFCHECK_TEST_PICK", path.to_str().unwrap())]).await?;
    window.click("door-notice").await?;
    window.read("failure", "Line 2, column 6").await?;
    assert_eq!(attribute(&window, "failure", "role").await?, "alert");
    window.click("door-practice").await?;
    window.see("trust").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_the_file_picker_without_a_file_changes_nothing() -> Outcome {
    let window = Window::open(&[("SELFCHECK_TEST_PICK", "")]).await?;
    window.click("door-notice").await?;
    window.settled().await?;
    assert!(window.has("door-notice").await && !window.has("failure").await);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_vouches_for_an_unsigned_file_and_its_own_steps_are_not_used() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("real.notice");
    std::fs::write(&path, notice::practice::revision(3).unwrap())?;
    let window = Window::open(&[("SELFCHECK_TEST_PICK", path.to_str().unwrap())]).await?;
    window.click("door-notice").await?;
    window.read("trust", "We cannot tell who wrote this file.").await?;
    window.start().await?;
    answer_all(&window, false).await?;
    window.see("progress").await?;
    window.click("back").await?;
    window.click("back").await?;
    let titles = window.read("task-list", "Your steps").await?;
    assert!(!titles.contains("Choose a new password for Willow Tree Parents"), "{titles}");
    assert!(titles.contains("Change your password at willow.example"), "{titles}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changed_is_shown_and_ticks_survive_a_new_statement() -> Outcome {
    let window = Window::open(&[]).await?;
    window.click("door-practice").await?;
    window.click("revision-1").await?;
    window.read("facts", "Update 1").await?;
    window.start().await?;
    answer_all(&window, false).await?;
    window.click("done").await?;
    window.read("progress", "Step 2").await?;
    window.click("back").await?;
    window.read("mark", "You told us").await?;
    window.click("back").await?;
    window.click("revision-3").await?;
    window.read("changes", "2 things have changed").await?;
    window.click("back").await?;
    window.read("task-list", "1 of ").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_of_a_step_opens_in_the_browser_and_no_other_does() -> Outcome {
    let folder = tempfile::tempdir()?;
    let opened = folder.path().join("opened");
    let window = Window::open(&[("SELFCHECK_TEST_OPENED", opened.to_str().unwrap())]).await?;
    window.click("door-practice").await?;
    window.start().await?;
    answer_all(&window, false).await?;
    window.see("links").await?;
    window.run("document.querySelector('[data-testid=links] li button').click()").await?;
    window.settled().await?;
    assert!(std::fs::read_to_string(&opened)?.starts_with("https://"));
    std::fs::remove_file(&opened)?;
    let refused = window
        .client()
        .execute_async(
            "const done = arguments[0]; window.__TAURI_INTERNALS__.invoke('open_link', {url: 'https://evil.example/'}).then(() => done('opened'), (e) => done(e.code));",
            Vec::new(),
        )
        .await?;
    assert_eq!(refused, "link_refused");
    assert!(!opened.exists());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn escape_twice_closes_the_window_at_once() -> Outcome {
    let window = Window::open(&[]).await?;
    // The driver cannot press Escape in WebKitGTK, so the page is told that it was pressed.
    let escape = "window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))";
    window.run(escape).await?;
    // The window may be gone before the driver answers.
    let _ = window.run(escape).await;
    assert!(window.is_gone().await);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_and_nothing_is_cut_off_on_any_screen() -> Outcome {
    each_screen_in_a_small_window_with_large_text("en_GB.UTF-8", "en").await
}

#[tokio::test(flavor = "multi_thread")]
async fn nor_in_german_whose_words_are_longer() -> Outcome {
    each_screen_in_a_small_window_with_large_text("de_DE.UTF-8", "de").await
}

/// Looks at a page with the text as it is and twice as large.
async fn look(window: &Window, name: &str) -> Outcome {
    for size in ["112.5%", "200%"] {
        window.run(&format!("document.documentElement.style.fontSize = '{size}'")).await?;
        let over = window.run("return document.documentElement.scrollWidth - window.innerWidth").await?;
        assert!(over.as_i64().unwrap() <= 0, "{name} at {size} is {over} px too wide");
        let found = window.axe().await?;
        assert!(found.is_empty(), "{name} at {size}: {found:#?}");
    }
    window.run("document.documentElement.style.fontSize = ''").await?;
    Ok(())
}

async fn each_screen_in_a_small_window_with_large_text(locale: &str, language: &str) -> Outcome {
    let (export, server) = (Export::chrome()?, service(Fault::Html)?);
    let window =
        export.window_at_home(&[("SELFCHECK_TEST_RANGE_URL", &server.base()), ("LANG", locale)]).await?;
    window.see("who").await?;
    assert_eq!(window.run("return document.documentElement.lang").await?, language);
    window.client().set_window_size(800, 600).await?;
    look(&window, "home").await?;
    window.click("door-check").await?;
    window.write("password", FRESH).await?;
    window.see("strength").await?;
    window.click("make").await?;
    window.see("passphrase").await?;
    look(&window, "check, typed").await?;
    window.click("check").await?;
    window.see("consent").await?;
    look(&window, "check, consent").await?;
    window.click("online").await?;
    window.see("result").await?;
    look(&window, "check, result").await?;
    window.click("back").await?;
    window.click("door-practice").await?;
    window.click("revision-1").await?;
    window.click("revision-3").await?;
    window.see("changes").await?;
    look(&window, "notice").await?;
    window.start().await?;
    window.see("answer-yes").await?;
    look(&window, "question").await?;
    answer_all(&window, false).await?;
    window.click("change-answers").await?;
    look(&window, "answers").await?;
    window.click("to-steps").await?;
    for _ in 0..30 {
        if window.has("summary").await {
            break;
        }
        window.see("progress").await?;
        look(&window, "walk").await?;
        window.click("done").await?;
        window.settled().await?;
    }
    look(&window, "summary").await?;
    window.click("home").await?;
    window.see("task-list").await?;
    look(&window, "home with steps").await?;
    beside_the_walk(&window).await
}

/// From Home with a walk: without a keyring, the household, settings, the desk and saved passwords.
async fn beside_the_walk(window: &Window) -> Outcome {
    window.write("name", "Ann").await?;
    window.click("remember").await?;
    window.see("passphrase-field").await?;
    look(window, "home without a keyring").await?;
    window.write("passphrase-field", "plum lantern").await?;
    window.write("passphrase-again", "plum lantern").await?;
    window.click("remember").await?;
    window.see("to-household").await?;
    window.click("to-household").await?;
    window.see("export").await?;
    look(window, "household").await?;
    window.click("together").await?;
    window.see("tick-Ann").await?;
    look(window, "together").await?;
    window.click("back").await?;
    window.click("back").await?;
    window.click("settings").await?;
    window.see("mirror").await?;
    look(window, "settings").await?;
    window.click("back").await?;
    window.click("to-desk").await?;
    window.see("template-unknown").await?;
    look(window, "desk").await?;
    window.click("to-keys").await?;
    window.see("keys-folder").await?;
    look(window, "keys").await?;
    window.click("back").await?;
    window.click("template-forum-breach").await?;
    window.see("steps").await?;
    look(window, "draft").await?;
    window.click("back").await?;
    window.see("template-forum-breach").await?;
    window.click("back").await?;
    window.click("door-saved").await?;
    window.click("pick-export").await?;
    window.see("online-consent").await?;
    look(window, "saved passwords, consent").await?;
    window.click("online-no").await?;
    window.see("rows").await?;
    window.click("details").await?;
    window.see("reasons").await?;
    look(window, "saved passwords").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_dark_theme_axe_finds_nothing_either() -> Outcome {
    let server = service(Fault::Html)?;
    let variables = [("GTK_THEME", "Adwaita:dark"), ("SELFCHECK_TEST_RANGE_URL", &server.base())];
    let window = Window::open(&variables).await?;
    let dark = "return matchMedia('(prefers-color-scheme: dark)').matches";
    assert_eq!(window.run(dark).await?, true);
    assert!(window.axe().await?.is_empty());
    window.click("door-check").await?;
    window.write("password", FRESH).await?;
    window.click("check").await?;
    window.click("online").await?;
    window.see("result").await?;
    let found = window.axe().await?;
    assert!(found.is_empty(), "{found:#?}");
    window.click("back").await?;
    window.click("door-practice").await?;
    window.see("trust").await?;
    let found = window.axe().await?;
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}
