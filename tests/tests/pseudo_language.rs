//! Every screen once in a made-up language: accented, longer by a third and from right to left, in a window of 800 by
//! 600 with text twice as large.
#![allow(clippy::unwrap_used, reason = "tests stop at what is wrong")]

use acceptance::saved::Export;
use acceptance::{Outcome, Window};

/// What is wrong with the texts and the layout of the screen.
const FAULTS: &str = r#"
    const faults = [];
    // Buttons whose words are advice or come from a notice.
    const FOREIGN = /^(step|link|place|person|reminder)-/;
    const page = document.documentElement;
    if (page.dir !== "rtl") faults.push("the page is not from right to left");
    if (page.scrollWidth > window.innerWidth) {
        const outside = [...document.querySelectorAll("body *")].filter((part) => {
            const box = part.getBoundingClientRect();
            return box.width > 0 && (box.left < -1 || box.right > window.innerWidth + 1 || part.scrollWidth > window.innerWidth);
        });
        faults.push(`the page is ${page.scrollWidth} wide: ${outside.map((part) => part.outerHTML.slice(0, 200)).join(" | ")}`);
    }
    for (const part of document.querySelectorAll("button, a, label, h1, h2, h3, h4, summary, legend, p, li, dt, dd, option")) {
        const text = part.textContent.trim();
        if (part.offsetParent === null && part.tagName !== "OPTION") continue;
        // The name of a message in the place of its sentence.
        if (/^[a-z]+(-[a-z0-9_]+)+$/.test(text)) faults.push(`no sentence: ${text}`);
        const box = part.getBoundingClientRect();
        if (box.left < -1 || box.right > window.innerWidth + 1) faults.push(`out of the window: ${text.slice(0, 60)}`);
        if (part.tagName === "BUTTON") {
            if (part.scrollWidth > part.clientWidth + 1) faults.push(`cut: ${text.slice(0, 60)}`);
            // A sentence that is written in the code: letters that the made-up language would have accented.
            const plain = text.replace(/\u2068[^\u2069]*\u2069/g, "");
            if (/\b[A-Za-z]*[aeiou][A-Za-z]*\b/.test(plain) && !/[áéíöüÁÉÍÖÜ]/.test(plain) && !FOREIGN.test(part.dataset.testid ?? ""))
                faults.push(`not translated: ${text.slice(0, 60)}`);
        }
    }
    return faults;
"#;

struct Screens<'w> {
    window: &'w Window,
    faults: Vec<String>,
}

impl Screens<'_> {
    /// Looks at the screen that is there now.
    async fn look(&mut self, name: &str) -> Outcome {
        self.window.settled().await?;
        let found = self.window.run(FAULTS).await?;
        for fault in found.as_array().into_iter().flatten() {
            self.faults.push(format!("{name}: {fault}"));
        }
        for fault in self.window.axe().await? {
            self.faults.push(format!("{name}: {fault}"));
        }
        if let Some(folder) = std::env::var_os("SELFCHECK_TEST_PICTURES") {
            let file = std::path::Path::new(&folder).join(format!("pseudo-{name}.png"));
            std::fs::write(file, self.window.picture().await?)?;
        }
        Ok(())
    }
}

async fn open(data: &std::path::Path) -> Outcome<(Export, Window)> {
    std::fs::create_dir_all(data)?;
    std::fs::write(data.join("settings.json"), r#"{"format": 1, "language": "ar-XB", "text_size": 200}"#)?;
    let saved = Export::chrome()?;
    let window = saved.window_at_home(&[("SELFCHECK_DATA_DIR", data.to_str().unwrap())]).await?;
    window.client().set_window_size(800, 600).await?;
    Ok((saved, window))
}

#[tokio::test(flavor = "multi_thread")]
async fn screens_of_the_walk_hold_long_texts_from_right_to_left() -> Outcome {
    let folder = tempfile::tempdir()?;
    let (_saved, window) = open(&folder.path().join("kept")).await?;
    let mut screens = Screens { window: &window, faults: Vec::new() };
    screens.look("home").await?;
    window.click("door-check").await?;
    window.write("password", "window-harvest-9-signal").await?;
    window.see("strength").await?;
    window.click("check").await?;
    screens.look("consent").await?;
    window.click("offline").await?;
    window.see("result").await?;
    screens.look("result").await?;
    window.click("back").await?;
    window.click("door-practice").await?;
    window.see("trust").await?;
    screens.look("notice").await?;
    window.click("start").await?;
    window.see("country-next").await?;
    screens.look("country").await?;
    window.click("country-next").await?;
    window.see("answer-not_sure").await?;
    screens.look("question").await?;
    window.click("answer-yes").await?;
    window.see("help-go-on").await?;
    screens.look("help").await?;
    window.click("help-go-on").await?;
    window.answer_all().await?;
    window.click("change-answers").await?;
    screens.look("answers").await?;
    window.click("to-steps").await?;
    window.see("progress").await?;
    screens.look("step").await?;
    window.click("later").await?;
    for _ in 0..40 {
        window.settled().await?;
        if window.has("summary").await {
            break;
        }
        window.click("not-for-me").await?;
    }
    window.see("summary").await?;
    screens.look("summary").await?;
    window.click("print-plan").await?;
    window.see("paper").await?;
    screens.look("print").await?;
    assert_eq!(screens.faults, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn screens_beside_the_walk_hold_long_texts_from_right_to_left() -> Outcome {
    let folder = tempfile::tempdir()?;
    let (_saved, window) = open(&folder.path().join("kept")).await?;
    let mut screens = Screens { window: &window, faults: Vec::new() };
    window.click("door-saved").await?;
    window.see("pick-export").await?;
    screens.look("export").await?;
    window.click("pick-export").await?;
    window.see("rows").await?;
    window.see("end").await?;
    screens.look("audit").await?;
    window.click("back").await?;
    window.click("settings").await?;
    window.see("order").await?;
    screens.look("settings").await?;
    window.click("back").await?;
    window.click("to-desk").await?;
    window.see("template-unknown").await?;
    screens.look("desk").await?;
    window.click("template-unknown").await?;
    window.see("kept").await?;
    screens.look("draft").await?;
    window.click("to-keys").await?;
    window.see("make-key").await?;
    screens.look("keys").await?;
    assert_eq!(screens.faults, Vec::<String>::new());
    Ok(())
}
