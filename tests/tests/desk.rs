//! *Write a notice* in the real window: from an empty desk to a published folder, looked at in a real browser.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use acceptance::browser::Browser;
use acceptance::{Home, Outcome, Window, files_below, until};
use app::desk;
use fantoccini::Locator;
use notice::lint::{Level, lint};

const PASSPHRASE: &str = "plum lantern gravel sixty";

/// Makes two roots, a desk key and a card, wholly in the window.
async fn make_keys(window: &Window, folder: &Path) -> Outcome {
    window.click("to-keys").await?;
    window.click("keys-folder").await?;
    window.read("keys-folder-is", "keys").await?;
    // Two passphrases that differ make no key.
    window.write("key-passphrase", PASSPHRASE).await?;
    window.write("key-again", "plum lanterm").await?;
    window.click("make-key").await?;
    window.read("password-problem", "differ").await?;
    assert_eq!(fs::read_dir(folder)?.count(), 0);
    window.see("key-again").await?.clear().await?;
    window.write("key-again", PASSPHRASE).await?;
    for (which, key) in [("key-root", "root-a.key"), ("key-root", "root-b.key"), ("key-desk", "desk-1.key")] {
        window.click(which).await?;
        for field in ["key-passphrase", "key-again"] {
            let field = window.see(field).await?;
            field.clear().await?;
            field.send_keys(PASSPHRASE).await?;
        }
        window.click("make-key").await?;
        window.read("made-key", key).await?;
        let mode = fs::metadata(folder.join(key))?.permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{key}");
    }
    window.write("card-name", "Example Forum").await?;
    window.write("card-domains", "forum.example").await?;
    window.write("signer-0", PASSPHRASE).await?;
    window.click("make-card").await?;
    window.read("made-card", "Card 1 is made").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    // The next card counts on, and the one before is kept.
    window.write("signer-0", PASSPHRASE).await?;
    window.click("make-card").await?;
    window.read("made-card", "Card 2 is made").await?;
    assert!(folder.join("publisher-1").exists());
    window.click("back").await
}

/// Writes into a field of the draft and leaves it, so that it is kept.
async fn fill(window: &Window, id: &str, words: &str) -> Outcome {
    let field = window.see(id).await?;
    field.clear().await?;
    field.send_keys(words).await?;
    window.run("document.activeElement?.blur()").await?;
    window.read("kept", "Everything is kept").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn from_an_empty_machine_to_a_published_folder() -> Outcome {
    let place = tempfile::tempdir()?;
    let keys = place.path().join("keys");
    fs::create_dir(&keys)?;
    let path = |path: &Path| path.to_string_lossy().into_owned();
    let (folder, site) = (path(&keys), path(&place.path().join("site")));
    let window =
        Window::open(&[("SELFCHECK_TEST_PICK_KEYS_FOLDER", &folder), ("SELFCHECK_TEST_PICK_FOLDER", &site)])
            .await?;
    window.click("to-desk").await?;
    make_keys(&window, &keys).await?;
    window.see("template-unknown").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    window.click("template-unknown").await?;
    window.read("findings", "to correct").await?;
    fill(&window, "text-title-en", "Something is wrong at the forum").await?;
    fill(
        &window,
        "text-what_happened-en",
        "On Monday we saw log-ins that were not ours. We do not know yet what it means.",
    )
    .await?;
    fill(&window, "text-what_we_do-en", "We are looking into it. We told the police.").await?;
    fill(&window, "text-not_exposed-en", "Nothing can be ruled out yet.").await?;
    fill(&window, "text-not_known-en", "We do not know yet who did it.").await?;
    fill(&window, "field-contact.name", "Ann Ash").await?;
    fill(&window, "field-contact.email", "help@forum.example").await?;
    fill(&window, "text-contact.elsewhere-en", "Call 555 0100 if the site is down.").await?;

    // A finding leads to its field.
    window.click("finding-no-next-update").await?;
    let focused = window.run("return document.activeElement.dataset.field").await?;
    assert_eq!(focused.as_str(), Some("next_update"));

    // Danger at home brings its steps into what a member will walk; a class is searched and picked.
    window.click("kind-swatting").await?;
    window.read("preview", "Warn the police").await?;
    fill(&window, "class-search", "phone num").await?;
    window.click("pick-Phone numbers").await?;
    window.see("certainty-Phone numbers").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    window.read("findings", "Ready to publish").await?;

    // Key and card that were just made are chosen already.
    window.click("choose-folder").await?;
    window.read("chosen-folder", "site").await?;
    window.read("chosen-card", "publisher").await?;
    window.write("publish-url", "https://forum.example/incident/").await?;
    window.write("publish-summary", "First statement").await?;
    window.click("show-page").await?;
    let frame = window.see("page").await?;
    frame.enter_frame().await?;
    let heading = window.client().find(Locator::Css("h1")).await?.text().await?;
    assert_eq!(heading, "Something is wrong at the forum");
    let code = "return [document.querySelector('.qr').naturalWidth > 0, getComputedStyle(document.querySelector('.domain')).fontWeight, document.scripts.length]";
    assert_eq!(window.run(code).await?, serde_json::json!([true, "700", 0]));
    window.client().clone().enter_parent_frame().await?;
    // What could not be written is written before anything is signed.
    let drafts = window.home().join("data/selfcheck/drafts");
    let away = place.path().join("away");
    fs::rename(&drafts, &away)?;
    window.write("text-not_known-en", " We ask the firm that keeps our machines.").await?;
    window.read("kept", "not kept yet").await?;
    fs::rename(&away, &drafts)?;
    window.write("password", PASSPHRASE).await?;
    window.click("publish").await?;
    window.read("published", "Update 1 is written").await?;
    window.read("kept", "Everything is kept").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    let file = fs::read_to_string(place.path().join("site/year-month.notice"))?;
    assert!(file.contains("We ask the firm that keeps our machines."), "{file}");

    // The draft goes on from what was published: a step that members have seen is taken back, not taken out.
    window.run("document.querySelector('[data-testid=\"step-change-password-here\"]').open = true").await?;
    assert!(!window.has("step-remove-change-password-here").await);
    window.click("step-withdraw-change-password-here").await?;
    fill(&window, "text-step[0].withdrawn-en", "Every password has been reset by us.").await?;
    window.read("preview", "Withdrawn: Every password has been reset by us.").await?;

    let site = place.path().join("site");
    let file = fs::read_to_string(site.join("year-month.notice"))?;
    let found = lint(file.as_bytes(), &desk::surroundings(jiff::Timestamp::now()))?;
    assert!(found.iter().all(|finding| finding.code.level() != Level::Error), "{found:?}");
    let (body, rest) = file.split_once("untrusted comment: desk key\n").unwrap();
    fs::write(place.path().join("body"), body)?;
    let block = rest.split_once("# --- publisher card ---").unwrap().0;
    fs::write(place.path().join("body.minisig"), format!("untrusted comment: desk key\n{block}"))?;
    let stock = Command::new("minisign")
        .args(["-V", "-p", "keys/desk-1.pub", "-m", "body"])
        .current_dir(place.path())
        .output()?;
    assert!(stock.status.success(), "{}", String::from_utf8_lossy(&stock.stderr));
    for (path, bytes) in files_below(window.home()).into_iter().chain(files_below(place.path())) {
        assert!(!String::from_utf8_lossy(&bytes).contains(PASSPHRASE), "{}", path.display());
    }
    let link = window.text("published-link").await?;

    // Nobody takes the statement before for the one that failed.
    window.write("password", "plum lanterm").await?;
    window.click("publish").await?;
    window.read("failure", "does not open that key").await?;
    assert!(!window.has("published").await);

    let browser = Browser::start(false).await?;
    fs::write(site.join("qr.png"), browser.picture(&site.join("qr.svg")).await?)?;
    let read = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(site.join("qr.png")).output()?;
    assert_eq!(String::from_utf8_lossy(&read.stdout).trim(), "https://forum.example/incident/");
    assert!(fs::read_to_string(site.join("index.html"))?.contains(&link.replace('&', "&#38;")));
    assert_eq!(browser.axe(&site.join("index.html")).await?, Vec::<String>::new());
    let dark = Browser::start(true).await?;
    assert_eq!(dark.axe(&site.join("index.html")).await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_survives_kill_9_of_the_window_and_can_be_deleted() -> Outcome {
    let home = Arc::new(Home::new().await?);
    let window = Window::open_at(&home, &[]).await?;
    window.click("to-desk").await?;
    window.click("template-lost-laptop").await?;
    fill(&window, "text-title-en", "The title that must survive").await?;
    window.kill()?;
    drop(window);
    let kept = home.path().join("data/selfcheck/drafts/draft-1.toml");
    assert!(fs::read_to_string(&kept)?.contains("The title that must survive"));
    let window = Window::open_at(&home, &[]).await?;
    window.click("to-desk").await?;
    window.read("drafts", "The title that must survive").await?;
    window.click("draft-open-draft-1").await?;
    let title = window.see("text-title-en").await?.prop("value").await?;
    assert_eq!(title.as_deref(), Some("The title that must survive"));
    window.click("back").await?;
    window.click("draft-delete-draft-1").await?;
    window.click("draft-delete-yes").await?;
    until("the draft to be gone", || async {
        if kept.exists() || window.has("drafts").await { Err("still there".into()) } else { Ok(()) }
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_could_not_be_written_is_said_and_written_later_with_what_is_typed_next() -> Outcome {
    let window = Window::open(&[]).await?;
    window.click("to-desk").await?;
    window.click("template-lost-laptop").await?;
    fill(&window, "text-title-en", "Lost on Monday").await?;
    let drafts = window.home().join("data/selfcheck/drafts");
    let away = window.home().join("away");
    fs::rename(&drafts, &away)?;
    window.write("text-title-en", " and found").await?;
    window.read("failure", "could not be read or written").await?;
    window.read("kept", "not kept yet").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    // Nobody leaves without having heard of it.
    window.click("back").await?;
    window.settled().await?;
    let title = window.see("text-title-en").await?.prop("value").await?;
    assert_eq!(title.as_deref(), Some("Lost on Monday and found"));
    fs::rename(&away, &drafts)?;
    window.write("field-contact.name", "Ann").await?;
    window.read("kept", "Everything is kept").await?;
    assert!(!window.has("failure").await);
    let kept = || fs::read_to_string(drafts.join("draft-1.toml"));
    assert!(kept()?.contains("Lost on Monday and found") && kept()?.contains("Ann"), "{}", kept()?);

    // Whoever wants to can leave without it.
    fs::rename(&drafts, &away)?;
    window.write("text-title-en", " in a shed").await?;
    window.click("let-go").await?;
    window.see("template-unknown").await?;
    fs::rename(&away, &drafts)?;
    assert!(!kept()?.contains("in a shed"));
    Ok(())
}

/// The names of the own steps, in their order.
async fn steps(window: &Window) -> Outcome<String> {
    let script = "return [...document.querySelectorAll('details[data-testid^=\"step-\"]')].map((e) => e.dataset.testid.slice(5)).join(' ')";
    Ok(window.run(script).await?.as_str().unwrap_or_default().to_owned())
}

async fn has_steps(window: &Window, wanted: &str) -> Outcome {
    until("the steps", || async {
        let now = steps(window).await?;
        if now == wanted { Ok(()) } else { Err(format!("{now:?}").into()) }
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn own_steps_and_questions_are_added_ordered_taken_out_and_put_back() -> Outcome {
    let window = Window::open(&[]).await?;
    window.click("to-desk").await?;
    window.click("template-forum-breach").await?;
    window.write("new-step", "Look for posts that are not yours").await?;
    window.click("add-step").await?;
    let id = "look-for-posts-that-are-not-yours";
    has_steps(&window, &format!("change-password-here {id}")).await?;
    fill(&window, "text-step[1].why-en", "Somebody may have posted in your name.").await?;
    fill(&window, "text-step[1].text-en", "- Open your profile.").await?;
    // The name stays when the title changes, and the preview follows.
    fill(&window, "text-step[1].title-en", "Read what stands under your name").await?;
    window.read("preview", "Read what stands under your name").await?;
    window.click(&format!("step-up-{id}")).await?;
    has_steps(&window, &format!("{id} change-password-here")).await?;

    // A finding about a folded step opens it and leads to its field.
    fill(&window, &format!("step-link-{id}"), "http://forum.example/profile").await?;
    window.run("document.querySelectorAll('details').forEach((e) => e.open = false)").await?;
    window.click("finding-link-not-https").await?;
    let focused = window.run("return document.activeElement.dataset.field").await?;
    assert_eq!(focused.as_str(), Some("step[0].link"));
    fill(&window, &format!("step-link-{id}"), "https://forum.example/profile").await?;

    window.write("new-question", "Did you log in on Monday?").await?;
    window.click("add-question").await?;
    fill(&window, "text-question[0].why-en", "Only then could they post in your name.").await?;
    window.click(&format!("takes-did-you-log-in-on-monday-{id}")).await?;
    window.read("preview", "Did you log in on Monday?").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());

    // Taken out by mistake, and put back with everything about it.
    window.click(&format!("step-remove-{id}")).await?;
    has_steps(&window, "change-password-here").await?;
    window.read("removed", "Read what stands under your name").await?;
    window.click("put-back").await?;
    has_steps(&window, &format!("{id} change-password-here")).await?;
    let text = fs::read_to_string(window.home().join("data/selfcheck/drafts/draft-1.toml"))?;
    let draft = notice::read_draft(text.as_bytes())?;
    assert_eq!(
        (draft.questions[0].steps.as_slice(), draft.steps[0].since),
        ([id.to_owned()].as_slice(), Some(1))
    );
    assert_eq!(draft.steps[0].why.get("en", "en"), Some("Somebody may have posted in your name."));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_translation_is_old_until_its_writer_says_that_it_is_up_to_date() -> Outcome {
    let window = Window::open(&[]).await?;
    window.click("to-desk").await?;
    window.click("template-lost-laptop").await?;
    let choose = "const s = document.querySelector('[data-testid=\"add-language\"]'); s.value = 'de'; s.dispatchEvent(new Event('change', { bubbles: true }));";
    window.see("add-language").await?;
    window.run(choose).await?;
    fill(&window, "text-title-de", "Ein Laptop ging verloren").await?;
    // The finding leads to where it is settled.
    window.click("finding-old-translation").await?;
    let focused = window.run("return document.activeElement.dataset.field").await?;
    assert_eq!(focused.as_str(), Some("translated.de"));
    window.click("translated-de").await?;
    until("no old translation", || async {
        if window.has("finding-old-translation").await { Err("still there".into()) } else { Ok(()) }
    })
    .await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    let text = fs::read_to_string(window.home().join("data/selfcheck/drafts/draft-1.toml"))?;
    assert_eq!(notice::read_draft(text.as_bytes())?.translated.get("de"), Some(&1));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_writes_in_stays_where_it_is_while_the_findings_above_get_fewer() -> Outcome {
    let window = Window::open(&[]).await?;
    window.client().set_window_size(800, 600).await?;
    window.click("to-desk").await?;
    window.click("template-ddos-hijacked-pages").await?;
    window.see("findings").await?;
    let place = "const field = document.querySelector('[data-field=affects]'); return field.getBoundingClientRect().top";
    let height = "return document.querySelector('[data-testid=findings]').offsetHeight";
    window
        .run("const field = document.querySelector('[data-field=affects]'); field.scrollIntoView({ block: 'center' }); field.focus()")
        .await?;
    let (before, tall) = (window.run(place).await?, window.run(height).await?);
    window
        .run(
            "for (const each of document.querySelectorAll('textarea')) {
                 each.value = each.value.replace(/\\{\\{.*?\\}\\}/g, 'Monday');
                 each.dispatchEvent(new Event('input', { bubbles: true }));
             }",
        )
        .await?;
    until("the findings to get fewer", || async {
        let now = window.run(height).await?;
        if now.as_f64() < tall.as_f64() { Ok(()) } else { Err("they are as many".into()) }
    })
    .await?;
    let after = window.run(place).await?;
    let moved = after.as_f64().unwrap() - before.as_f64().unwrap();
    assert!(moved.abs() < 3.0, "the field moved by {moved} pixels");
    Ok(())
}

/// Sets a field of a form that has no words, as a picker does.
async fn set(window: &Window, id: &str, value: &str) -> Outcome {
    window.see(id).await?;
    let code = format!(
        "const field = document.querySelector('[data-testid=\"{id}\"]'); field.value = '{value}'; \
         field.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    );
    window.run(&code).await?;
    window.read("kept", "Everything is kept").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn facts_are_picked_and_rows_of_them_added_changed_and_taken_out() -> Outcome {
    let home = Arc::new(Home::new().await?);
    let window = Window::open_at(&home, &[]).await?;
    window.click("to-desk").await?;
    window.click("template-all-at-once").await?;
    window.read("findings", "when it happened").await?;
    set(&window, "fact-occurred.from", "2026-03-11").await?;
    set(&window, "fact-occurred.to", "2026-03-12").await?;
    set(&window, "fact-discovered", "2026-03-12").await?;
    set(&window, "fact-children", "yes").await?;
    set(&window, "fact-site_safe", "no").await?;
    window.read("preview", "for now").await?;
    window.read("preview", "Your child").await?;
    window.write("new-reported", "The police").await?;
    window.click("add-reported").await?;
    window.read("reported-0", "The police").await?;
    window.write("new-offer", "A call with our staff\u{e007}").await?;
    window.read("preview", "A call with our staff").await?;
    window.write("new-elsewhere", "https://status.example/forum\u{e007}").await?;
    window.see("elsewhere-0").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    let draft = || fs::read_to_string(home.path().join("data/selfcheck/drafts/draft-1.toml"));
    let facts = notice::read_draft(draft()?.as_bytes())?.facts;
    assert_eq!((facts.children, facts.reported.len(), facts.offers.len()), (Some(true), 1, 1));
    assert_eq!(facts.elsewhere, ["https://status.example/forum"]);
    window.click("remove-offer-0").await?;
    let gone = || async { if window.has("offer-0").await { Err("still there".into()) } else { Ok(()) } };
    until("the offer to go", gone).await?;
    assert_eq!(notice::read_draft(draft()?.as_bytes())?.facts.offers, []);
    // A finding leads to the field that it is about.
    window.click("finding-no-offer").await?;
    let focused = window.run("return document.activeElement.dataset.field").await?;
    assert_eq!(focused.as_str(), Some("offer"));
    Ok(())
}
