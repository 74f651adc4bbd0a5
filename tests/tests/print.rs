//! What is taken away on paper, what a changed answer does to the plan, and the same in another language.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use acceptance::{Outcome, Window};

/// From Home to the first step of the practice notice, every question answered with "not sure".
async fn begin(window: &Window) -> Outcome {
    window.click("door-practice").await?;
    window.start().await?;
    window.answer_all().await
}

/// From the first step to the summary, with one step put off and one done.
async fn walk(window: &Window) -> Outcome {
    window.read("progress", "Step 1 of ").await?;
    window.click("later").await?;
    window.read("progress", "Step 2 of ").await?;
    window.click("done").await?;
    for step in 3..40 {
        if window.has("summary").await {
            break;
        }
        window.read("progress", &format!("Step {step} of ")).await?;
        window.click("not-for-me").await?;
        window.settled().await?;
    }
    window.see("summary").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_goes_to_the_printer_and_into_a_file_with_its_numbers_and_without_a_script() -> Outcome {
    let folder = tempfile::tempdir()?;
    let (printed, saved) = (folder.path().join("printed"), folder.path().join("plan.html"));
    let variables = [
        ("SELFCHECK_TEST_PRINTED", printed.to_str().unwrap()),
        ("SELFCHECK_TEST_SAVE", saved.to_str().unwrap()),
    ];
    let window = Window::open(&variables).await?;
    begin(&window).await?;
    walk(&window).await?;
    window.click("print-plan").await?;
    let paper = window.read("paper", "Warn the police").await?;
    assert!(paper.contains("Put off") && paper.contains("Done"), "{paper}");
    assert!(paper.contains("112 in the EU"), "whom to call is on it: {paper}");
    assert!(window.axe().await?.is_empty(), "{:?}", window.axe().await?);
    window.click("print-now").await?;
    window.click("save-sheet").await?;
    window.read("saved", "Saved as plan.html").await?;
    assert!(printed.is_file(), "the system's dialog was asked for");
    let html = std::fs::read_to_string(&saved)?;
    assert!(
        html.contains("112 in the EU") && html.contains("willow.example") && html.contains("You told us")
    );
    assert!(!html.contains("<script") && !html.contains("src="));
    if let Some(folder) = std::env::var_os("SELFCHECK_TEST_PICTURES") {
        std::fs::write(std::path::Path::new(&folder).join("print.png"), window.picture().await?)?;
    }

    // What the printer gets: no header, no button.
    let hidden = window
        .run("return [...document.styleSheets].flatMap((s) => [...s.cssRules]).some((r) => r.media?.mediaText === 'print' && r.cssText.includes('no-print'))")
        .await?;
    assert_eq!(hidden, serde_json::Value::Bool(true));
    window.click("back").await?;
    window.click("print-leaflet").await?;
    window.read("paper", "Call your bank").await?;
    assert!(window.axe().await?.is_empty(), "{:?}", window.axe().await?);
    window.click("save-sheet").await?;
    window.read("saved", "Saved as plan.html").await?;
    assert!(std::fs::read_to_string(&saved)?.contains("without a computer"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_that_cannot_be_written_says_what_to_do() -> Outcome {
    let window = Window::open(&[("SELFCHECK_TEST_SAVE", "/proc/no-such-folder/plan.html")]).await?;
    begin(&window).await?;
    walk(&window).await?;
    window.click("print-plan").await?;
    window.click("save-sheet").await?;
    window.read("failure", "Check that the folder is there").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_answer_tells_which_steps_came_and_went_and_settles_other_questions() -> Outcome {
    let window = Window::open(&[]).await?;
    begin(&window).await?;
    window.click("change-answers").await?;
    window.see("answers").await?;
    assert!(!window.has("changed").await, "the first round tells nothing");
    window.click("change-same-password-elsewhere").await?;
    window.click("answer-no").await?;
    window.read("changed", "Change the same password everywhere else").await?;
    window.click("change-same-password-elsewhere").await?;
    window.click("answer-not_sure").await?;
    window.read("changed", "Your answer added").await?;
    window.click("change-account-there").await?;
    window.click("answer-no").await?;
    let said = window.read("changed", "Your answer removed").await?;
    assert!(said.contains("Sign out everywhere"), "{said}");
    assert!(window.axe().await?.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_an_answer_settled_is_not_asked() -> Outcome {
    let window = Window::open(&[]).await?;
    window.click("door-practice").await?;
    window.start().await?;
    let mut asked = Vec::new();
    for _ in 0..12 {
        if window.has("progress").await {
            break;
        }
        let question = window.run("return document.querySelector('h1').textContent").await?.to_string();
        let no = question.contains("Did you have an account");
        asked.push(question);
        window.click(if no { "answer-no" } else { "answer-not_sure" }).await?;
        window.settled().await?;
    }
    window.see("progress").await?;
    assert!(asked.iter().any(|question| question.contains("Did you have an account")), "{asked:?}");
    assert!(!asked.iter().any(|question| question.contains("still have the account")), "{asked:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_its_steps_and_the_open_notice_speak_german_at_once_when_told_to() -> Outcome {
    let window = Window::open(&[]).await?;
    window.click("door-practice").await?;
    window.read("trust", "Practice.").await?;
    window.click("back").await?;
    window.click("settings").await?;
    window.see("language").await?;
    window
        .run("const s = document.querySelector('[data-testid=language]'); s.value = 'de'; s.dispatchEvent(new Event('change', { bubbles: true }));")
        .await?;
    window.read("order", "Die Liste in diesem Programm").await?;
    assert_eq!(window.run("return document.documentElement.lang").await?, "de");
    assert!(window.axe().await?.is_empty());
    window.click("back").await?;
    window.read("task-list", "Wenn Ihnen jemand gefährlich werden kann, beginnen Sie hier").await?;
    window.read("task-list", "Übung: der Angriff").await?;
    window.click("continue").await?;
    window.read("actions", "Notruf").await?;
    assert!(window.axe().await?.is_empty());
    if let Some(folder) = std::env::var_os("SELFCHECK_TEST_PICTURES") {
        std::fs::write(std::path::Path::new(&folder).join("german.png"), window.picture().await?)?;
    }
    Ok(())
}
