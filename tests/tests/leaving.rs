//! Somebody looks over the shoulder: on every page one key and one button close the window at once, and a plain window
//! gives nothing away.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use acceptance::{Home, Outcome, Window, until};

const ESCAPE: char = '\u{E00C}';

/// A window that counts how often it would have closed.
struct Watched {
    window: Window,
    left: PathBuf,
    pages: u32,
}

impl Watched {
    fn times(&self) -> usize {
        std::fs::read(&self.left).map_or(0, |text| text.len())
    }

    async fn left_once_more(&self, before: usize, how: &str, page: &str) -> Outcome {
        until(&format!("{how} on {page} to close the window"), || async {
            if self.times() > before { Ok(()) } else { Err("it is still open".into()) }
        })
        .await
    }

    /// Both ways out work on this page, and the button can be seen without scrolling.
    async fn can_leave(&mut self, page: &str) -> Outcome {
        let before = self.times();
        self.window.press(ESCAPE).await?;
        self.window.press(ESCAPE).await?;
        self.left_once_more(before, "Esc twice", page).await?;
        let before = self.times();
        let seen = "const b = document.querySelector('[data-testid=leave]'); b.scrollIntoView({ block: 'nearest' });
            const r = b.getBoundingClientRect();
            return b === document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2)?.closest('button');";
        assert_eq!(
            self.window.run(seen).await?,
            serde_json::Value::Bool(true),
            "something lies over it on {page}"
        );
        self.window.click("leave").await?;
        self.left_once_more(before, "the button", page).await?;
        self.pages += 1;
        Ok(())
    }
}

async fn answer_all(window: &Window) -> Outcome {
    window.start().await?;
    window.answer_all().await
}

async fn on_the_pages_of_a_notice(at: &mut Watched) -> Outcome {
    at.window.click("door-practice").await?;
    at.window.see("trust").await?;
    at.can_leave("the notice").await?;
    at.window.start().await?;
    at.window.see("answer-not_sure").await?;
    at.can_leave("a question").await?;
    at.window.click("back").await?;
    answer_all(&at.window).await?;
    at.window.click("change-answers").await?;
    at.can_leave("the answers").await?;
    at.window.click("to-steps").await?;
    at.window.see("progress").await?;
    at.can_leave("a step").await?;
    at.window.click("later").await?;
    at.window.see("later-day").await?;
    at.can_leave("the question until when").await?;
    at.window.click("later-tomorrow").await?;
    at.window.press_until("done", "summary").await?;
    at.can_leave("the summary").await?;
    at.window.click("print-plan").await?;
    at.window.see("paper").await?;
    at.can_leave("the plan on paper").await?;
    at.window.click("back").await?;
    at.window.click("print-leaflet").await?;
    at.window.see("paper").await?;
    at.can_leave("the sheet").await?;
    at.window.click("back").await?;
    at.window.click("back").await?;
    home(&at.window).await
}

async fn on_the_pages_of_people(at: &mut Watched) -> Outcome {
    at.window.click("to-household").await?;
    at.window.see("grid").await?;
    at.can_leave("the household").await?;
    at.window.click("remove-Ann").await?;
    at.window.see("remove-yes").await?;
    at.can_leave("the question whether to remove").await?;
    at.window.click("remove-no").await?;
    at.window.click("wipe").await?;
    at.window.see("wipe-yes").await?;
    at.can_leave("the question whether to wipe").await?;
    at.window.click("wipe-no").await?;
    at.window.write("export-passphrase", "plum lantern").await?;
    at.can_leave("a passphrase half typed").await?;
    at.window.click("print-all").await?;
    at.window.see("paper-Ann").await?;
    at.can_leave("everybody's plans on paper").await?;
    at.window.click("back").await?;
    at.window.click("together").await?;
    at.window.see("together-step").await?;
    at.can_leave("the table").await?;
    at.window.click("back").await?;
    home(&at.window).await?;
    at.window.click("hand-over").await?;
    at.window.see("person-Ann").await?;
    at.can_leave("the hand-over").await?;
    at.window.click("home").await
}

async fn home(window: &Window) -> Outcome {
    window.press_until("back", "door-notice").await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_and_every_question_on_it_can_be_left_with_a_key_and_with_a_button() -> Outcome {
    let home_folder = Arc::new(Home::with_keyring().await?);
    let folder = tempfile::tempdir()?;
    let left = folder.path().join("left");
    let window = Window::open_at(&home_folder, &[("SELFCHECK_TEST_LEFT", left.to_str().unwrap())]).await?;
    let mut at = Watched { window, left, pages: 0 };
    at.window.write("name", "Ann").await?;
    at.can_leave("Home").await?;
    at.window.click("remember").await?;
    at.window.read("who", "You are Ann").await?;
    on_the_pages_of_a_notice(&mut at).await?;
    on_the_pages_of_people(&mut at).await?;
    at.window.click("door-check").await?;
    at.window.write("password", "window-harvest-9").await?;
    at.can_leave("a password half typed").await?;
    at.window.click("check").await?;
    at.window.see("offline").await?;
    at.can_leave("the question whether to ask a list").await?;
    at.window.click("back").await?;
    at.window.write("follow-text", "https://forum.example/incident/2026-03.notice").await?;
    at.window.click("follow-look").await?;
    at.window.see("follow-domain").await?;
    at.can_leave("a link looked at").await?;
    at.window.click("follow-no").await?;
    at.window.click("door-saved").await?;
    at.window.see("pick-export").await?;
    at.can_leave("saved passwords").await?;
    at.window.click("back").await?;
    at.window.click("settings").await?;
    at.window.see("order").await?;
    at.can_leave("Settings").await?;
    at.window.click("back").await?;
    at.window.click("to-desk").await?;
    at.window.see("template-unknown").await?;
    at.can_leave("the desk").await?;
    at.window.click("template-unknown").await?;
    at.window.see("preview").await?;
    at.can_leave("a draft").await?;
    assert!(at.pages >= 23, "every page: {}", at.pages);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_is_gone_at_once_in_the_middle_of_a_step() -> Outcome {
    let window = Window::open(&[]).await?;
    window.click("door-practice").await?;
    window.see("trust").await?;
    // The window may be gone before the driver answers.
    let _ = window.press(ESCAPE).await;
    let _ = window.press(ESCAPE).await;
    assert!(window.is_gone().await);
    Ok(())
}

/// What the window's system shows of it: name, icon name and the class by which a task bar sorts.
fn shown(pid: u32) -> String {
    let list = Command::new("xprop").args(["-root", "_NET_CLIENT_LIST"]).output().unwrap();
    let tree = Command::new("xwininfo").args(["-root", "-tree"]).output().unwrap();
    let all = String::from_utf8_lossy(&list.stdout).into_owned() + &String::from_utf8_lossy(&tree.stdout);
    let ids = all.split_whitespace().filter(|word| word.starts_with("0x"));
    let mut texts = String::new();
    for id in ids {
        let said = Command::new("xprop")
            .args([
                "-id",
                id.trim_end_matches(','),
                "WM_NAME",
                "_NET_WM_NAME",
                "WM_ICON_NAME",
                "_NET_WM_ICON_NAME",
            ])
            .args(["WM_CLASS", "_GTK_APPLICATION_ID", "_NET_WM_PID"])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        if said.contains(&format!("_NET_WM_PID(CARDINAL) = {pid}\n")) {
            texts += &said;
        }
    }
    texts
}

async fn shown_when(window: &Window, words: &str) -> Outcome<String> {
    let pid = window.process()?;
    until(&format!("the window to be called {words}"), || async {
        let shown = shown(pid);
        if shown.contains(words) { Ok(shown) } else { Err(shown.into()) }
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plain_window_names_the_program_neither_in_its_title_nor_to_the_task_bar() -> Outcome {
    let home = Arc::new(Home::new().await?);
    let window = Window::open_at(&home, &[]).await?;
    window.see("door-notice").await?;
    shown_when(&window, "\"Selfcheck\"").await?;
    window.click("settings").await?;
    window.click("neutral").await?;
    shown_when(&window, "\"Notes\"").await?;
    window.read("neutral-not", "selfcheck-desktop").await?;
    drop(window);
    // What a task bar sorts by follows at the next start.
    let window = Window::open_at(&home, &[]).await?;
    window.see("door-notice").await?;
    let shown = shown_when(&window, "\"Notes\"").await?;
    assert!(!shown.to_lowercase().contains("selfcheck"), "{shown}");
    assert_eq!(window.run("return document.title").await?, "Notes");
    assert!(!window.text("name-of-program").await?.contains("Selfcheck"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_speaks_the_language_of_the_computer_until_somebody_chooses_another() -> Outcome {
    let home = Arc::new(Home::new().await?);
    let german = [("LANG", "de_AT.UTF-8")];
    let window = Window::open_at(&home, &german).await?;
    window.read("door-check", "Ein Passwort prüfen").await?;
    window.click("settings").await?;
    window.read("language", "Wie dieser Computer (Deutsch)").await?;
    window.run("const s = document.querySelector('[data-testid=language]'); s.value = 'en'; s.dispatchEvent(new Event('change', { bubbles: true }))").await?;
    window.read("language", "As this computer (German)").await?;
    drop(window);
    let window = Window::open_at(&home, &german).await?;
    window.read("door-check", "Check a password").await?;
    window.click("settings").await?;
    window.see("order").await?;
    window.run("const s = document.querySelector('[data-testid=language]'); s.value = ''; s.dispatchEvent(new Event('change', { bubbles: true }))").await?;
    window.read("language", "Wie dieser Computer (Deutsch)").await?;
    Ok(())
}
