//! The README's pictures, made with the real window. Run by `cargo xtask screenshots`.
#![allow(clippy::unwrap_used, reason = "a tool that stops at what is wrong")]

use acceptance::{Outcome, Window, root};

#[tokio::test(flavor = "multi_thread")]
#[ignore = "writes files into the checkout"]
async fn picture_of_each_screen() -> Outcome {
    let window = Window::open(&[]).await?;
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
    window.click("offline").await?;
    window.see("result").await?;
    save("check").await?;
    window.click("back").await?;
    window.click("door-practice").await?;
    window.see("trust").await?;
    save("notice").await?;
    window.click("start").await?;
    window.see("answer-not_sure").await?;
    save("question").await?;
    while !window.has("answers").await {
        window.click("answer-not_sure").await?;
        window.click("next").await?;
        tokio::time::sleep(std::time::Duration::from_millis(150)).await;
    }
    window.click("to-steps").await?;
    window.see("progress").await?;
    save("walk").await?;
    Ok(())
}
