//! Advice for one person: the facts of a notice, the stop after the urgent part, pages of services, and paper that
//! does not tell where somebody had an account.
#![allow(clippy::unwrap_used, reason = "tests stop at what is wrong")]

use acceptance::{Outcome, Window};

/// A notice of a site where private things were said, with facts.
const PRIVATE: &str = r#"format = 1
id = "hearts.example/2026-03"
revision = 1
status = "interim"
published = 2026-03-14T18:00:00Z
discovered = 2026-03-13
occurred = { from = 2026-03-10, to = 2026-03-12 }
site_safe = "not_known"
extortion_of = "members"
title.en = "Our members' list was copied"
what_happened.en = "Somebody copied the list."
kinds = ["extortion"]
[[exposed]]
class = "Sexual orientations"
certainty = "confirmed"
[[exposed]]
class = "Passwords"
certainty = "confirmed"
[[reported]]
authority = "The data-protection authority"
on = 2026-03-14
[[history]]
revision = 1
date = 2026-03-14
summary.en = "First"
"#;

/// A window in which this notice is open.
async fn opened(folder: &tempfile::TempDir, notice: &str) -> Outcome<Window> {
    let path = folder.path().join("hearts.notice");
    std::fs::write(&path, notice)?;
    let saved = folder.path().join("plan.html");
    let more =
        [("SELFCHECK_TEST_PICK", path.to_str().unwrap()), ("SELFCHECK_TEST_SAVE", saved.to_str().unwrap())];
    let window = Window::open(&more).await?;
    window.click("door-notice").await?;
    window.see("facts").await?;
    Ok(window)
}

/// Writes a picture for somebody to look at, where `SELFCHECK_TEST_PICTURES` says.
async fn look(window: &Window, name: &str) -> Outcome {
    if let Some(folder) = std::env::var_os("SELFCHECK_TEST_PICTURES") {
        let path = std::path::Path::new(&folder).join(format!("{name}.png"));
        std::fs::write(path, window.picture().await?)?;
    }
    Ok(())
}

/// Settles the steps as done until one has what is wanted; says on which it is then.
async fn settle_until(window: &Window, wanted: &str) -> Outcome<String> {
    for _ in 0..40 {
        window.settled().await?;
        if window.has(wanted).await {
            return window.text("progress").await;
        }
        window.click("done").await?;
    }
    Err(format!("no step has {wanted}").into())
}

#[tokio::test(flavor = "multi_thread")]
async fn facts_of_a_notice_are_said_and_its_paper_names_the_site_only_when_asked() -> Outcome {
    let folder = tempfile::tempdir()?;
    let window = opened(&folder, PRIVATE).await?;
    let facts = window.read("incident-facts", "10 March 2026").await?;
    for said in ["12 March 2026", "13 March 2026", "The data-protection authority"] {
        assert!(facts.contains(said), "{said}: {facts}");
    }
    look(&window, "facts").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());

    window.start().await?;
    window.answer_all().await?;
    window.press_until("done", "summary").await?;
    window.click("print-plan").await?;
    window.read("paper", "Private facts").await?;
    let page = window.run("return document.querySelector('main').innerText").await?.to_string();
    assert!(page.contains("What to do after an attack"), "{page}");
    assert!(!page.contains("hearts") && !page.contains("members' list"), "{page}");
    look(&window, "private-paper").await?;
    let saved = folder.path().join("plan.html");
    window.click("save-sheet").await?;
    window.read("saved", "plan.html").await?;
    assert!(!std::fs::read_to_string(&saved)?.contains("hearts"));

    window.click("name-site").await?;
    window.read("paper", "hearts.example").await?;
    look(&window, "named-paper").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    window.click("save-sheet").await?;
    window.settled().await?;
    assert!(std::fs::read_to_string(&saved)?.contains("hearts.example"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_urgent_part_there_is_a_place_to_stop_and_a_way_back() -> Outcome {
    let window = Window::open(&[]).await?;
    window.click("door-practice").await?;
    window.start().await?;
    window.answer_all().await?;
    let at = settle_until(&window, "rest-can-wait").await?;
    assert!(window.text("when").await?.to_lowercase().contains("today"), "{at}");
    look(&window, "rest-can-wait").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    window.click("stop-here").await?;
    window.read("summary", "steps are done").await?;
    window.click("home").await?;
    window.click("continue").await?;
    assert_eq!(window.read("progress", "Step ").await?, at, "it goes on where it stopped");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_services_are_folded_by_service_and_short_on_paper() -> Outcome {
    let window = Window::open(&[]).await?;
    window.click("door-practice").await?;
    window.start().await?;
    window.answer_all().await?;
    settle_until(&window, "service").await?;
    let folded = "return [...document.querySelectorAll('[data-testid=service]')].map((d) => [d.querySelector('summary').textContent, d.open])";
    let services = window.run(folded).await?;
    assert_eq!(services[0], serde_json::json!(["Google", false]), "{services}");
    window.run("document.querySelector('[data-testid=service]').open = true").await?;
    let text =
        window.run("return document.querySelector('[data-testid=service]').innerText").await?.to_string();
    assert!(text.contains("Security Checkup") && !text.contains("Google: "), "{text}");
    look(&window, "services").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());

    window.press_until("later", "summary").await?;
    window.click("print-plan").await?;
    window.see("paper").await?;
    let texts = "return [...document.querySelectorAll('[data-testid=paper-services]')].map((p) => p.textContent).join('|')";
    let paper = window.run(texts).await?.to_string();
    assert!(paper.contains("in the security settings of your account"), "{paper}");
    look(&window, "services-on-paper").await?;
    Ok(())
}
