//! The README's pictures, made with the real window. Run by `cargo xtask screenshots`.
#![allow(clippy::unwrap_used, reason = "a tool that stops at what is wrong")]

use acceptance::{FOR_PICTURES, Outcome, Window, root, until};

#[tokio::test(flavor = "multi_thread")]
#[ignore = "writes files into the checkout"]
async fn picture_of_each_screen() -> Outcome {
    let window = Window::open(&[FOR_PICTURES]).await?;
    let folder = root().join("ui/screenshots");
    std::fs::create_dir_all(&folder)?;
    let save = |name: &'static str| {
        let (window, folder) = (&window, &folder);
        async move {
            window.run("window.scrollTo(0, 0); document.activeElement?.blur()").await?;
            std::fs::write(folder.join(format!("{name}.png")), window.picture().await?)?;
            Outcome::Ok(())
        }
    };
    window.client().set_window_size(960, 900).await?;
    save("home").await?;
    window.click("door-check").await?;
    window.write("password", "willowtree1").await?;
    window.read("strength", "Strength").await?;
    window.click("check").await?;
    window.see("result").await?;
    save("check").await?;
    window.click("back").await?;
    window.click("door-practice").await?;
    window.see("trust").await?;
    save("notice").await?;
    window.start().await?;
    window.see("answer-not_sure").await?;
    save("question").await?;
    window.answer_all().await?;
    window.see("progress").await?;
    save("walk").await?;
    Ok(())
}

/// Waits until this field of the draft has the focus.
async fn focused(window: &Window, field: &str) -> Outcome {
    until("the focus", || async {
        let now = window.run("return document.activeElement.dataset.field ?? ''").await?;
        if now.as_str() == Some(field) { Ok(()) } else { Err(format!("it is on {now}").into()) }
    })
    .await
}

/// Every screen of the desk, whole, to be looked at: in light and dark, in a small window, with text twice as large.
/// They are written where `SELFCHECK_PICTURES` says.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "writes pictures for somebody to look at"]
async fn pictures_of_the_desk() -> Outcome {
    let folder = std::path::PathBuf::from(std::env::var("SELFCHECK_PICTURES")?);
    std::fs::create_dir_all(&folder)?;
    for (look, theme, size, width) in [
        ("light", "Adwaita", "100", 960),
        ("dark", "Adwaita:dark", "100", 960),
        ("small", "Adwaita", "100", 800),
        ("large", "Adwaita:dark", "200", 800),
    ] {
        let place = tempfile::tempdir()?;
        let (keys, site) = (place.path().join("keys"), place.path().join("site"));
        std::fs::create_dir(&keys)?;
        let (keys, site) = (keys.to_string_lossy().into_owned(), site.to_string_lossy().into_owned());
        let window = Window::open(&[
            FOR_PICTURES,
            ("GTK_THEME", theme),
            ("SELFCHECK_TEST_PICK_KEYS_FOLDER", &keys),
            ("SELFCHECK_TEST_PICK_FOLDER", &site),
        ])
        .await?;
        window.client().set_window_size(width, 1000).await?;
        window.run(&format!("document.documentElement.dataset.textSize = '{size}'")).await?;
        let save = |name: &'static str| {
            let (window, folder) = (&window, &folder);
            async move {
                // The driver pictures what is in sight, so that a long page comes in parts.
                let height = window.run("return document.documentElement.scrollHeight").await?;
                let parts = height.as_u64().unwrap_or(1).div_ceil(900).min(12);
                for part in 0..parts {
                    window.run(&format!("window.scrollTo(0, {})", part * 900)).await?;
                    let picture = window.client().screenshot().await?;
                    std::fs::write(folder.join(format!("{look}-{name}-{part:02}.png")), picture)?;
                }
                Outcome::Ok(())
            }
        };
        window.click("to-desk").await?;
        window.see("template-unknown").await?;
        save("1-choose").await?;
        window.click("to-keys").await?;
        window.click("keys-folder").await?;
        for which in ["key-root", "key-desk"] {
            window.click(which).await?;
            window.write("key-passphrase", "plum lantern").await?;
            window.write("key-again", "plum lantern").await?;
            window.click("make-key").await?;
            window.read("made-key", if which == "key-root" { "root-a" } else { "desk-1" }).await?;
        }
        window.write("card-name", "Example Forum").await?;
        window.write("card-domains", "forum.example").await?;
        window.write("signer-0", "plum lantern").await?;
        window.click("make-card").await?;
        window.read("made-card", "Card 1 is made").await?;
        save("2-keys").await?;
        window.click("back").await?;
        window.click("template-ddos-hijacked-pages").await?;
        window.see("steps").await?;
        window.write("new-question", "Did you log in on Monday?").await?;
        window.click("add-question").await?;
        // A new one takes the focus.
        focused(&window, "question[1].why.en").await?;
        window.write("new-step", "Look for posts that are not yours").await?;
        window.click("add-step").await?;
        focused(&window, "step[2].why.en").await?;
        window.write("publish-url", "https://forum.example/incident/").await?;
        window.click("show-page").await?;
        window.see("page").await?;
        save("3-draft").await?;
        let fill = "const all = [...document.querySelectorAll('textarea, input[data-field]')].filter((e) => e.value.includes('{{'));
            for (const e of all) { e.value = e.value.replace(/\\{\\{.*?\\}\\}/g, 'Monday'); e.dispatchEvent(new Event('input', { bubbles: true })); e.dispatchEvent(new Event('change', { bubbles: true })); }
            document.activeElement?.blur();";
        window.run(fill).await?;
        window.read("findings", "Ready to publish").await?;
        window.click("choose-folder").await?;
        window.read("chosen-folder", "site").await?;
        window.write("publish-summary", "First statement").await?;
        window.write("password", "plum lantern").await?;
        window.click("publish").await?;
        window.read("published", "Update 1 is written").await?;
        save("4-published").await?;
        let time = "const done = arguments[0]; const t = performance.now(); window.__TAURI_INTERNALS__.invoke('desk_open', { name: 'draft-1' }).then(() => done(performance.now() - t))";
        println!(
            "{look}: a draft is read, looked at and shown in {} ms",
            window.client().execute_async(time, Vec::new()).await?
        );
    }
    Ok(())
}

/// Home, a check and a step, to be looked at: in a wide window, dark, and small with text twice as large. They are written
/// where `SELFCHECK_PICTURES` says.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "writes pictures for somebody to look at"]
async fn pictures_of_the_walk() -> Outcome {
    let folder = std::path::PathBuf::from(std::env::var("SELFCHECK_PICTURES")?);
    std::fs::create_dir_all(&folder)?;
    for (look, theme, size, width, height) in [
        ("wide", "Adwaita", "100", 1270, 900),
        ("dark", "Adwaita:dark", "100", 960, 743),
        ("small", "Adwaita", "200", 800, 600),
    ] {
        let window = Window::open(&[FOR_PICTURES, ("GTK_THEME", theme), ("LANG", "en_GB.UTF-8")]).await?;
        window.client().set_window_size(width, height).await?;
        window.run(&format!("document.documentElement.dataset.textSize = '{size}'")).await?;
        let save = |name: &'static str| {
            let (window, folder) = (&window, &folder);
            async move {
                std::fs::write(folder.join(format!("{look}-{name}.png")), window.picture().await?)?;
                Outcome::Ok(())
            }
        };
        save("1-home").await?;
        window.click("door-check").await?;
        window.write("password", "willowtree1").await?;
        window.click("check").await?;
        window.see("result").await?;
        save("2-check").await?;
        window.click("back").await?;
        window.click("door-practice").await?;
        window.start().await?;
        window.see("answer-yes").await?;
        window.click("answer-no").await?;
        window.see("skip-questions").await?;
        save("3-question").await?;
        window.click("skip-questions").await?;
        window.see("progress").await?;
        save("4-step").await?;
        window.click("help").await?;
        window.see("about").await?;
        save("5-help").await?;
    }
    Ok(())
}
