//! A household by the keyboard alone: who is here, putting off until a day, the table, and handing over.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::sync::Arc;

use acceptance::{Home, Outcome, Window};

async fn typed(window: &Window, id: &str, text: &str) -> Outcome {
    window.tab_to(id).await?;
    window.write(id, text).await
}

async fn questions(window: &Window) -> Outcome {
    for _ in 0..12 {
        window.settled().await?;
        if window.has("progress").await {
            return Ok(());
        }
        window.key_click("answer-not_sure").await?;
    }
    Err("the questions do not end".into())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_family_needs_no_mouse() -> Outcome {
    let home = Arc::new(Home::with_keyring().await?);
    let window = Window::open_at(&home, &[]).await?;
    window.see("who").await?;
    typed(&window, "name", "Ann").await?;
    window.key_click("remember").await?;
    window.read("who", "You are Ann").await?;
    window.key_click("door-practice").await?;
    window.start_by_keyboard().await?;
    questions(&window).await?;
    window.read("progress", "Step 1").await?;
    window.key_click("later").await?;
    window.see("later-when").await?;
    let focused = window.run("return document.activeElement.textContent").await?;
    assert_eq!(focused, "When should we remind you?", "the question takes the focus");
    window.key_click("later-week").await?;
    window.read("progress", "Step 2").await?;
    window.key_click("back").await?;
    window.read("mark", "It comes up again on").await?;
    window.key_click("undo").await?;
    window.see("done").await?;
    window.settled().await?;
    let focused = window.run("return document.activeElement.dataset.testid").await?;
    assert_eq!(focused, "done", "after taking it back the marks have the focus");
    for _ in 0..3 {
        if window.has("door-notice").await {
            break;
        }
        window.key_click("back").await?;
        window.settled().await?;
    }
    window.key_click("to-household").await?;
    typed(&window, "add-name", "Ben").await?;
    window.key_click("add").await?;
    window.see("rename-Ben").await?;
    window.key_click("rename-Ben").await?;
    let focused = window.run("return document.activeElement.dataset.testid").await?;
    assert_eq!(focused, "new-name");
    window.see("new-name").await?.clear().await?;
    window.write("new-name", "Benedict").await?;
    window.key_click("rename-yes").await?;
    window.see("rename-Benedict").await?;
    window.key_click("together").await?;
    window.key_click("done-Benedict").await?;
    window.read("tick-Benedict", "Done").await?;
    window.settled().await?;
    let focused = window.run("return document.activeElement.dataset.testid").await?;
    assert_eq!(focused, "undo-Benedict", "the focus stays with the person who ticked");
    window.key_click("back").await?;
    window.key_click("remove-Benedict").await?;
    window.see("remove-yes").await?;
    window.key_click("remove-no").await?;
    let focused = window.run("return document.activeElement.dataset.testid").await?;
    assert_eq!(focused, "remove-Benedict", "an answered question gives the focus back");
    window.key_click("back").await?;
    window.key_click("hand-over").await?;
    window.key_click("person-Benedict").await?;
    window.read("who", "You are Benedict").await?;
    Ok(())
}
