//! A notice that is opened as a file, by a double click at the start or while the window is open; and what a double
//! click on a button must not do.
#![allow(clippy::unwrap_used, reason = "tests stop at what is wrong")]

use std::path::PathBuf;
use std::sync::Arc;

use acceptance::{Home, Outcome, Window};

/// A notice of this forum with this title, as a file.
fn notice(home: &Home, forum: &str, title: &str) -> Outcome<PathBuf> {
    let path = home.path().join(format!("{forum} 1.notice"));
    let text = format!(
        "format = 1\nid = \"{forum}.example/a\"\nrevision = 1\nstatus = \"final\"\ntitle.en = \"{title}\"\n\
         kinds = [\"phishing\"]\n[[exposed]]\nclass = \"Passwords\"\ncertainty = \"confirmed\"\n"
    );
    std::fs::write(&path, text)?;
    Ok(path)
}

async fn heading(window: &Window) -> Outcome<String> {
    Ok(window.run("return document.querySelector('h1').textContent").await?.to_string())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_opens_at_once_and_asks_before_it_takes_the_place_of_a_walk() -> Outcome {
    let home = Arc::new(Home::new().await?);
    let (oak, elm) = (notice(&home, "oak", "Oak was attacked")?, notice(&home, "elm", "Elm was attacked")?);
    let window = Window::open_with(&home, &[oak.to_str().unwrap()], &[]).await?;
    window.see("facts").await?;
    assert!(heading(&window).await?.contains("Oak was attacked"));
    window.settled().await?;
    assert_eq!(window.run("return document.title").await?, "Oak was attacked - Selfcheck");

    window.start().await?;
    window.answer_all().await?;
    window.click("done").await?;
    window.read("progress", "Step 2 of ").await?;
    let address = format!("file://{}", elm.display().to_string().replace(' ', "%20"));
    home.start_again(&[&address]).await?;
    // Nobody is taken away in the middle of a step.
    window.settled().await?;
    window.see("progress").await?;
    window.click("to-home").await?;
    window.read("replace", "Oak was attacked").await?;
    window.settled().await?;
    window.click("replace-no").await?;
    window.settled().await?;
    assert!(!window.has("replace").await);
    window.read("task-list", "1 of ").await?;

    home.start_again(&[elm.to_str().unwrap()]).await?;
    window.read("replace", "Oak was attacked").await?;
    window.click("replace-yes").await?;
    window.see("facts").await?;
    assert!(heading(&window).await?.contains("Elm was attacked"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_click_answers_one_question_and_marks_one_step() -> Outcome {
    let window = Window::open(&[]).await?;
    window.click("door-practice").await?;
    window.start().await?;
    // What the system sends for a double click, on whatever stands at that place then.
    let twice = |id: &str| {
        format!(
            "const at = () => document.querySelector('[data-testid={id}]');
             for (const detail of [1, 2]) {{
                at()?.dispatchEvent(new MouseEvent('click', {{ bubbles: true, detail }}));
                await new Promise((done) => setTimeout(done, 300));
             }}"
        )
    };
    let run = |id: &str| format!("return (async () => {{ {} }})()", twice(id));
    window.see("answer-no").await?;
    window.run(&run("answer-no")).await?;
    window.settled().await?;
    assert!(
        window
            .run("return document.querySelector('main').innerText")
            .await?
            .to_string()
            .contains("Question 2")
    );
    window.click("skip-questions").await?;
    window.read("progress", "Step 1 of ").await?;
    window.run(&run("done")).await?;
    window.settled().await?;
    window.read("progress", "Step 2 of ").await?;
    window.read("just-marked", "Done: ").await?;
    Ok(())
}
