//! A site is asked again for its newer statement: by hand, once a day with consent, and over restarts.
#![allow(clippy::unwrap_used, reason = "tests stop at what is wrong")]

mod forum;
mod site;

use std::sync::Arc;

use acceptance::{Home, Outcome, Window};
use forum::Forum;
use notice_faults::Fault;
use site::{ADDRESS, PATH, fetch, page, serve, start_asking, state, window_asking};

#[tokio::test(flavor = "multi_thread")]
async fn the_same_statement_under_another_key_is_not_called_nothing_newer() -> Outcome {
    let (forum, thief) = (Forum::new(), Forum::new());
    let server = serve();
    server.put(PATH, forum.notice(1), Some("\"r1\""));
    let window = window_asking(&server, &[]).await?;
    // The bare address, as a link would name the key.
    window.write("follow-text", ADDRESS).await?;
    window.click("follow-look").await?;
    window.click("follow-yes").await?;
    state(&window, "unconfirmed").await?;
    window.click("trust-yes").await?;
    state(&window, "verified").await?;
    server.put(PATH, thief.notice(1), Some("\"t1\""));
    window.click("check-updates").await?;
    state(&window, "changed_key").await?;
    window.settled().await?;
    assert!(!page(&window).await?.contains("nothing newer"));
    Ok(())
}

/// Lets the window look whether it is time to ask, as it does when it comes to the front, and waits until it has the
/// answer: a second look while the first is under way asks nothing.
async fn look(window: &Window) -> Outcome {
    window.settled().await?;
    window.run("window.dispatchEvent(new Event('focus'))").await?;
    window.settled().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_is_asked_once_a_day_after_the_person_has_agreed_and_trouble_is_a_plain_line() -> Outcome {
    let forum = Forum::new();
    let server = serve();
    server.put(PATH, forum.notice(1), Some("\"r1\""));
    let folder = tempfile::tempdir()?;
    let later = folder.path().join("later");
    let at = |hours: u32| std::fs::write(&later, (hours * 3_600).to_string());
    let asked = || server.requests().iter().filter(|head| head.contains(PATH)).count();
    at(0)?;
    let window = window_asking(&server, &[("SELFCHECK_TEST_LATER", later.to_str().unwrap())]).await?;
    fetch(&window, &forum).await?;
    state(&window, "unconfirmed").await?;
    window.click("trust-yes").await?;
    state(&window, "verified").await?;
    assert_eq!(asked(), 1);

    // Nothing was said yet, so nothing is asked, however late it is.
    window.read("daily-part", "forum.example once a day").await?;
    at(30)?;
    look(&window).await?;
    assert_eq!(asked(), 1);
    window.click("daily-agree").await?;
    window.read("daily-now", "once a day").await?;
    look(&window).await?;
    assert_eq!(asked(), 2);
    assert!(server.requests().last().unwrap().to_lowercase().contains("if-none-match: \"r1\""));
    look(&window).await?;
    assert_eq!(asked(), 2, "once a day is once");

    // The next day the site has trouble: one line, the statement stays, and it is asked again after an hour.
    window.click("back").await?;
    window.see("task-list").await?;
    server.set_fault(Fault::CutOff);
    at(55)?;
    look(&window).await?;
    assert_eq!(asked(), 3);
    assert!(!window.has("failure").await, "nobody is disturbed");
    look(&window).await?;
    assert_eq!(asked(), 3);
    server.set_fault(Fault::None);
    server.put(PATH, forum.notice(2), Some("\"r2\""));
    at(57)?;
    look(&window).await?;
    window.read("news", "1 thing has changed").await?;
    // Nobody looks at it before the next one comes, which tells of both.
    server.put(PATH, forum.notice(3), Some("\"r3\""));
    at(82)?;
    look(&window).await?;
    window.read("news", "2 things have changed").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    window.click("news-read").await?;
    window.read("changes", "Statement 3").await?;
    window.read("changes", "Statement 2").await?;
    // By the clock of the window it is older than the two days for which it was current.
    state(&window, "stale").await?;

    // What does not verify takes nothing away.
    let thief = Forum::new();
    server.put(PATH, thief.notice(4), Some("\"r4\""));
    at(110)?;
    look(&window).await?;
    window.see_state("update-trouble", "data-code", "link_key").await?;
    state(&window, "stale").await?;
    window.read("facts", "Update 3").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());

    // The next question by hand finds nothing newer, and what is said of the one before goes.
    server.put(PATH, forum.notice(3), Some("\"r3\""));
    window.click("check-updates").await?;
    window.read("updates-said", "nothing newer").await?;
    window.see("update-asked").await?;
    assert!(!window.has("update-trouble").await);
    // Trouble that comes later takes that back in turn.
    server.put(PATH, thief.notice(4), Some("\"r4\""));
    at(140)?;
    look(&window).await?;
    let trouble = window.text("update-trouble").await?;
    assert_eq!(window.text("updates-said").await?, "");
    // A question by hand that fails was asked too.
    server.set_fault(Fault::CutOff);
    at(170)?;
    window.click("check-updates").await?;
    window.see("failure").await?;
    let asked_last = window.text("update-asked").await?;
    let day = |text: &str| text.split_once(" on ").map(|(_, rest)| rest.chars().take(12).collect::<String>());
    assert_ne!(day(&asked_last), day(&trouble), "it is another day");
    assert_eq!(window.text("updates-said").await?, "");
    server.set_fault(Fault::None);

    // And whoever takes it back is not asked for any more.
    let before = asked();
    window.click("daily-now").await?;
    window.click("daily-never").await?;
    window.read("daily-now", "only when you press").await?;
    at(250)?;
    look(&window).await?;
    assert_eq!(asked(), before);

    // What was before somebody counts as read.
    server.put(PATH, forum.notice(4), Some("\"f4\""));
    window.click("check-updates").await?;
    let changes = window.read("changes", "Statement 4").await?;
    assert!(!changes.contains("Statement 3"), "{changes}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn once_a_day_is_once_however_often_the_window_is_started() -> Outcome {
    let forum = Forum::new();
    let server = serve();
    server.put(PATH, forum.notice(1), Some("\"r1\""));
    let home = Arc::new(Home::with_keyring().await?);
    let later = home.path().join("later");
    let at = |hours: u32| std::fs::write(&later, (hours * 3_600).to_string());
    let asked = || server.requests().iter().filter(|head| head.contains(PATH)).count();
    let more = [("SELFCHECK_TEST_LATER", later.to_str().unwrap())];
    at(0)?;
    let window = start_asking(&home, &server, &[], &more).await?;
    window.write("name", "Ann").await?;
    window.click("remember").await?;
    window.read("who", "You are Ann").await?;
    fetch(&window, &forum).await?;
    state(&window, "unconfirmed").await?;
    window.click("trust-yes").await?;
    state(&window, "verified").await?;
    window.click("daily-agree").await?;
    window.read("daily-now", "once a day").await?;
    assert_eq!(asked(), 1);
    drop(window);

    for (hours, times) in [(1, 1), (23, 1), (25, 2), (26, 2)] {
        at(hours)?;
        let window = start_asking(&home, &server, &[], &more).await?;
        window.click("person-Ann").await?;
        window.see("task-list").await?;
        look(&window).await?;
        assert_eq!(asked(), times, "after {hours} hours");
    }
    Ok(())
}
