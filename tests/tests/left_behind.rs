//! What stays on the computer of whoever looked at a notice, and what goes when they remove it.
#![allow(clippy::unwrap_used, reason = "tests stop at what is wrong")]

mod forum;
mod site;

use std::sync::Arc;

use acceptance::{Home, Outcome, Window, files_below, until};
use forum::Forum;
use site::{PATH, fetch, serve, start_asking, state};

async fn at(home: &Arc<Home>) -> Outcome<Window> {
    let window = Window::open_at(home, &[]).await?;
    window.see("who").await?;
    Ok(window)
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_can_be_removed_and_the_window_can_hide_what_it_is() -> Outcome {
    let home = Arc::new(Home::with_keyring().await?);
    let window = at(&home).await?;
    window.write("name", "Ann").await?;
    window.click("remember").await?;
    window.read("who", "You are Ann").await?;
    window.click("settings").await?;
    window.click("neutral").await?;
    window.settled().await?;
    let header = window.text("name-of-program").await?;
    assert!(!header.contains("Selfcheck"), "{header}");
    window.click("back").await?;
    window.click("to-household").await?;
    window.click("wipe").await?;
    window.click("wipe-yes").await?;
    window.read("wiped", "The key was removed from the keyring.").await?;
    let left: Vec<_> = files_below(&home.path().join("data/selfcheck")).into_keys().collect();
    assert!(left.iter().all(|path| path.ends_with("settings.json")), "{left:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_removed_leaves_no_name_of_a_site_behind() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("forum.notice");
    std::fs::write(&path, Forum::new().notice(1))?;
    let home = Arc::new(Home::with_keyring().await?);
    let window = Window::open_at(&home, &[("SELFCHECK_TEST_PICK", path.to_str().unwrap())]).await?;
    window.write("name", "Ann").await?;
    window.click("remember").await?;
    window.read("who", "You are Ann").await?;
    window.click("door-notice").await?;
    window.see("trust").await?;
    window.click("back").await?;
    let kept = home.path().join("data/selfcheck/trust.json");
    assert!(std::fs::read_to_string(&kept)?.contains("forum.example"), "it was read");
    window.click("to-household").await?;
    window.click("remove-Ann").await?;
    window.click("remove-yes").await?;
    until("Ann to be gone", || async {
        if window.has("row-Ann").await { Err("still there".into()) } else { Ok(()) }
    })
    .await?;
    assert_eq!(naming_the_forum(&home), Vec::<std::path::PathBuf>::new());
    Ok(())
}

/// Files of what is kept that name the forum.
fn naming_the_forum(home: &Home) -> Vec<std::path::PathBuf> {
    let files = files_below(&home.path().join("data/selfcheck"));
    let names = |bytes: &[u8]| bytes.windows(13).any(|part| part == b"forum.example");
    files.into_iter().filter(|(_, bytes)| names(bytes)).map(|(path, _)| path).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_that_was_read_leaves_no_name_behind_until_somebody_says_so_and_can_be_removed() -> Outcome {
    let forum = Forum::new();
    let server = serve();
    server.put(PATH, forum.notice(2), Some("\"r2\""));
    let home = Arc::new(Home::new().await?);
    let window = start_asking(&home, &server, &[], &[]).await?;
    window.see("door-notice").await?;
    fetch(&window, &forum).await?;
    state(&window, "unconfirmed").await?;
    assert_eq!(naming_the_forum(&home), Vec::<std::path::PathBuf>::new(), "nobody has said anything");
    // Within the window it is known: an older statement does not take its place.
    server.put(PATH, forum.notice(1), Some("\"r1\""));
    window.click("check-updates").await?;
    window.see("failure").await?;
    window.read("facts", "Update 2").await?;
    server.put(PATH, forum.notice(2), Some("\"r2\""));

    // Whoever is not to be remembered can trust a publisher, for as long as the window is open.
    window.click("back").await?;
    window.click("keep-nothing").await?;
    window.read("who", "Nothing is remembered").await?;
    fetch(&window, &forum).await?;
    window.click("trust-yes").await?;
    state(&window, "verified").await?;
    assert_eq!(naming_the_forum(&home), Vec::<std::path::PathBuf>::new(), "don't remember me");
    drop(window);

    // A publisher that somebody says they know is kept, until they remove everything.
    let window = start_asking(&home, &server, &[], &[]).await?;
    window.see("door-notice").await?;
    fetch(&window, &forum).await?;
    window.click("trust-yes").await?;
    state(&window, "verified").await?;
    assert_eq!(naming_the_forum(&home).len(), 1);
    window.click("back").await?;
    window.click("settings").await?;
    window.click("wipe").await?;
    window.click("wipe-yes").await?;
    window.read("wiped", "Publishers count as new").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    assert_eq!(naming_the_forum(&home), Vec::<std::path::PathBuf>::new());
    window.click("back").await?;
    window.see("door-notice").await?;
    fetch(&window, &forum).await?;
    state(&window, "unconfirmed").await?;
    Ok(())
}
