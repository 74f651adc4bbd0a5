//! Who vouches for a notice, as a member sees it: from a link to a publisher that is known, and to the next statement.
#![allow(clippy::unwrap_used, reason = "tests stop at what is wrong")]

mod forum;
mod site;

use std::sync::Arc;

use acceptance::{Home, Outcome, Window, until};
use forum::Forum;
use jiff::Timestamp;
use notice::Link;
use notice_faults::Keys;
use site::{ADDRESS, PATH, fetch, page, serve, start_asking, state, window_asking};

#[tokio::test(flavor = "multi_thread")]
async fn from_a_link_to_a_known_publisher_and_the_next_statement() -> Outcome {
    let forum = Forum::new();
    let server = serve();
    server.put(PATH, forum.notice(1), Some("\"r1\""));
    let window = window_asking(&server, &[]).await?;
    let code = Keys::public(&forum.keys.root_a)?.link_code();
    window.write("follow-text", &Link::new(ADDRESS, &code)?.to_string()).await?;
    window.click("follow-look").await?;
    window.read("follow-domain", "forum.example").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    assert!(server.requests().is_empty(), "nothing is fetched before somebody says so");

    window.click("follow-yes").await?;
    // The site has no card of its own at the usual place, so only the person can say that it is the right one.
    state(&window, "unconfirmed").await?;
    window.read("six-words", &forum.words()).await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    window.click("trust-yes").await?;
    state(&window, "verified").await?;

    server.put(PATH, forum.notice(2), Some("\"r2\""));
    window.click("check-updates").await?;
    window.read("changes", "Statement 2").await?;
    state(&window, "verified").await?;
    window.click("check-updates").await?;
    window.read("trust", "nothing newer").await?;

    // A step that is taken back stays in sight, struck out, with the reason.
    let step = |more: &str| {
        format!(
            "\n[[step]]\nid = \"new-forum-password\"\nsince = 1\nkind = \"change-password\"\nurgency = \"now\"\n\
             title.en = \"Choose a new forum password\"\nwhy.en = \"The old one is known.\"\n\
             text.en = \"- Choose a new password\"\nbecause = [\"Passwords\"]\n{more}"
        )
    };
    server.put(PATH, forum.notice_with(3, &step("")), Some("\"r3\""));
    window.click("check-updates").await?;
    window.read("facts", "Update 3").await?;
    assert!(!window.has("taken-back").await);
    let withdrawn = step("withdrawn.en = \"The page was false.\"\n");
    server.put(PATH, forum.notice_with(4, &withdrawn), Some("\"r4\""));
    window.click("check-updates").await?;
    window.read("taken-back", "The page was false.").await?;
    let struck =
        window.run("return document.querySelector('[data-testid=taken-back] s').textContent").await?;
    assert_eq!(struck, "Choose a new forum password");
    assert_eq!(window.axe().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_was_tampered_with_shows_nothing_of_its_text() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("forged.notice");
    std::fs::write(&path, Forum::new().notice(1).replace("copied our list", "forged this text"))?;
    let window = Window::open(&[("SELFCHECK_TEST_PICK", path.to_str().unwrap())]).await?;
    window.click("door-notice").await?;
    window.see("failure").await?;
    let page = window.run("return document.body.textContent").await?.to_string();
    assert!(!page.contains("forged this text") && !page.contains("What happened at the forum"), "{page}");
    assert!(!window.has("trust").await);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_taken_back_by_a_stranger_says_that_nobody_has_confirmed_it() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("back.notice");
    std::fs::write(&path, Forum::new().notice_as(1, "withdrawn", ""))?;
    let window = Window::open(&[("SELFCHECK_TEST_PICK", path.to_str().unwrap())]).await?;
    window.click("door-notice").await?;
    state(&window, "withdrawn").await?;
    window.read("withdrawn-by-stranger", "nobody has confirmed who says so").await?;
    assert!(!window.has("withdrawn").await && !page(&window).await?.contains("Withdrawn by its publisher"));
    assert_eq!(window.axe().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn another_key_for_a_known_publisher_stops_and_shows_both_words() -> Outcome {
    let (forum, thief) = (Forum::new(), Forum::new());
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("forum.notice");
    std::fs::write(&path, forum.notice(1))?;
    let window = Window::open(&[("SELFCHECK_TEST_PICK", path.to_str().unwrap())]).await?;
    window.click("door-notice").await?;
    window.click("trust-yes").await?;
    state(&window, "verified").await?;
    window.click("back").await?;
    std::fs::write(&path, thief.notice(2))?;
    window.click("door-notice").await?;
    state(&window, "changed_key").await?;
    window.read("known-words", &forum.words()).await?;
    window.read("six-words", &thief.words()).await?;
    window.read("trust", "its card was made on").await?;
    assert!(window.has("stopped").await && !window.has("start").await, "there is nothing to walk");
    assert!(!window.has("trust-yes").await, "one click does not replace a known publisher");
    let page = window.run("return document.body.textContent").await?.to_string();
    assert!(!page.contains("copied our list"), "{page}");
    assert_eq!(window.axe().await?, Vec::<String>::new());

    // Only whoever types the site's own domain takes the new key.
    window.write("trust-domain", "forum.exampel").await?;
    window.click("trust-replace").await?;
    window.see("failure").await?;
    state(&window, "changed_key").await?;
    window.see("trust-domain").await?.clear().await?;
    window.write("trust-domain", "forum.example").await?;
    window.click("trust-replace").await?;
    state(&window, "verified").await?;
    window.read("section-happened", "copied our list").await?;

    // A domain that only looks like the one that is known is named with it before anything is fetched.
    window.click("back").await?;
    window.write("follow-text", "https://forurn.example/incident/2026-03.notice").await?;
    window.click("follow-look").await?;
    window.read("looks-like", "forum.example").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn following_a_link_asks_before_another_notice_takes_the_ticks_of_the_open_one() -> Outcome {
    let forum = Forum::new();
    let server = serve();
    server.put(PATH, forum.notice(1), None);
    let window = window_asking(&server, &[]).await?;
    window.click("door-practice").await?;
    window.see("trust").await?;
    window.click("back").await?;
    window.click("continue").await?;
    window.click("done").await?;
    let home = || async {
        if !window.has("follow-text").await {
            window.click("back").await?;
            return Err("not there yet".into());
        }
        Ok(())
    };
    until("Home", home).await?;
    window.write("follow-text", ADDRESS).await?;
    window.click("follow-look").await?;
    window.click("follow-yes").await?;
    window.see("replace").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    assert!(server.requests().is_empty(), "nothing is fetched before that is answered");
    window.click("replace-no").await?;
    assert!(!window.has("replace").await);
    window.click("follow-yes").await?;
    window.click("replace-yes").await?;
    state(&window, "unconfirmed").await?;

    // What comes from where the open notice came from keeps its ticks, so nobody is asked.
    window.click("back").await?;
    window.click("continue").await?;
    window.click("done").await?;
    until("Home", home).await?;
    server.put(PATH, forum.notice(2), None);
    window.write("follow-text", ADDRESS).await?;
    window.click("follow-look").await?;
    window.click("follow-yes").await?;
    window.read("facts", "Update 2").await?;
    window.click("back").await?;
    window.read("task-list", "1 of").await?;
    Ok(())
}

/// A step of the notice in which a password is checked, with words that no stranger may put beside its field.
const ASKING: &str = "\n[[step]]\nid = \"new-forum-password\"\nsince = 1\nkind = \"change-password\"\nurgency = \"now\"\n\
    title.en = \"Prove that you are a member\"\nwhy.en = \"We check every member.\"\n\
    text.en = \"- Type the password of your e-mail account below\"\nbecause = [\"Passwords\"]\n";
const STRANGERS_WORDS: [&str; 3] =
    ["Prove that you are a member", "We check every member", "password of your e-mail account"];

fn holds_strangers_words(page: &str) -> bool {
    STRANGERS_WORDS.iter().any(|words| page.contains(words))
}

#[tokio::test(flavor = "multi_thread")]
async fn words_of_a_publisher_stand_beside_a_password_field_only_once_it_is_pinned() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("forum.notice");
    std::fs::write(&path, Forum::new().notice_with(1, ASKING))?;
    let window = Window::open(&[("SELFCHECK_TEST_PICK", path.to_str().unwrap())]).await?;
    window.click("door-notice").await?;
    state(&window, "unconfirmed").await?;
    window.click("back").await?;
    // No keyring is here, so that Home asks for a passphrase: then it shows none of the notice's words either.
    window.see("step-new-forum-password").await?;
    window.write("name", "Ann").await?;
    window.click("remember").await?;
    window.see("passphrase-field").await?;
    assert!(!holds_strangers_words(&page(&window).await?) && !window.has("steps").await);
    window.click("keep-nothing").await?;
    window.click("step-new-forum-password").await?;
    window.see("tool-apart").await?;
    assert!(holds_strangers_words(&page(&window).await?), "the step itself is shown");
    assert!(!window.has("password").await && !window.has("maker").await);
    assert_eq!(window.axe().await?, Vec::<String>::new());
    window.click("open-tool").await?;
    window.write("password", "umber-violin-9031").await?;
    window.read("strength", "Strength").await?;
    assert!(window.has("maker").await && !holds_strangers_words(&page(&window).await?));
    assert_eq!(window.axe().await?, Vec::<String>::new());
    window.click("tool-back").await?;
    window.see("tool-apart").await?;

    until("the notice's own page", || async {
        if !window.has("trust-yes").await {
            window.click("back").await?;
            return Err("not there yet".into());
        }
        Ok(())
    })
    .await?;
    window.click("trust-yes").await?;
    state(&window, "verified").await?;
    window.click("back").await?;
    window.click("step-new-forum-password").await?;
    window.see("tool").await?;
    window.see("password").await?;
    assert!(holds_strangers_words(&page(&window).await?) && !window.has("tool-apart").await);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_in_a_text_opens_only_the_publishers_site_and_only_once_the_site_vouches_for_it() -> Outcome {
    let forum = Forum::new();
    let server = serve();
    server.put(PATH, forum.notice(1), None);
    let folder = tempfile::tempdir()?;
    let opened = folder.path().join("opened");
    let window = window_asking(&server, &[("SELFCHECK_TEST_OPENED", opened.to_str().unwrap())]).await?;
    fetch(&window, &forum).await?;
    state(&window, "unconfirmed").await?;
    assert!(!window.has("text-link").await, "not confirmed, so no link is live");
    window.read("section-happened", "our page (https://forum.example/help)").await?;
    window.click("trust-yes").await?;
    state(&window, "verified").await?;
    window.read("section-happened", "our page (forum.example)").await?;
    window.read("section-happened", "another (https://elsewhere.example/x)").await?;
    let live = window.run("return [...document.querySelectorAll('[data-testid=text-link]')].length").await?;
    assert_eq!(live, 1, "the other one is there to copy");
    assert_eq!(window.axe().await?, Vec::<String>::new());
    window.click("text-link").await?;
    until("the browser", || async {
        let url = std::fs::read_to_string(&opened)?;
        if url == "https://forum.example/help" { Ok(()) } else { Err(url.into()) }
    })
    .await?;
    // Nor can a page of ours that has gone wrong open what the notice merely prints.
    let script = "const done = arguments[0]; window.__TAURI_INTERNALS__.invoke('open_link', { url: 'https://elsewhere.example/x' }).then(() => done('opened'), (e) => done(e.code));";
    assert_eq!(window.client().execute_async(script, Vec::new()).await?, "link_refused");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_household_names_a_notice_of_somebody_unknown_by_its_domain_beside_its_fields() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("forum.notice");
    std::fs::write(&path, Forum::new().notice(1))?;
    let home = Arc::new(Home::with_keyring().await?);
    let window = Window::open_at(&home, &[("SELFCHECK_TEST_PICK", path.to_str().unwrap())]).await?;
    window.write("name", "Ann").await?;
    window.click("remember").await?;
    window.read("who", "You are Ann").await?;
    window.click("door-notice").await?;
    state(&window, "unconfirmed").await?;
    let title = window.run("return document.querySelector('h1').textContent").await?;
    let title = title.as_str().unwrap_or_default().trim().to_owned();
    let to_household = || async {
        window.click("back").await?;
        window.click("to-household").await?;
        window.see("export-passphrase").await?;
        let caption = window.run("return document.querySelector('[data-testid=grid] caption').textContent");
        Outcome::Ok(caption.await?.as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(to_household().await?, "forum.example");
    assert!(!page(&window).await?.contains(&title), "{title}");
    window.click("back").await?;
    window.click("door-notice").await?;
    window.click("trust-yes").await?;
    state(&window, "verified").await?;
    assert_eq!(to_household().await?, title);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_file_of_publishers_is_said_and_put_aside() -> Outcome {
    let home = Arc::new(Home::new().await?);
    let kept = home.path().join("data/selfcheck");
    std::fs::create_dir_all(&kept)?;
    std::fs::write(kept.join("trust.json"), "{\"format\":")?;
    let window = Window::open_at(&home, &[]).await?;
    let day = Timestamp::now().strftime("%Y-%m-%d").to_string();
    let said = window.read("publishers-aside", &format!("trust.json.damaged-{day}-1")).await?;
    assert!(said.contains("count as new") && said.contains("six words"), "{said}");
    assert_eq!(window.axe().await?, Vec::<String>::new());
    assert_eq!(std::fs::read_to_string(kept.join(format!("trust.json.damaged-{day}-1")))?, "{\"format\":");
    window.click("aside-read").await?;
    window.click("door-practice").await?;
    window.see("trust").await?;
    assert!(!window.has("publishers-aside").await, "it is said once");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_publishers_cannot_be_looked_up_nobody_counts_as_new() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("forum.notice");
    std::fs::write(&path, Forum::new().notice(1))?;
    let home = Arc::new(Home::new().await?);
    // A folder in the place of the file cannot be read as one.
    std::fs::create_dir_all(home.path().join("data/selfcheck/trust.json"))?;
    let window = Window::open_at(&home, &[("SELFCHECK_TEST_PICK", path.to_str().unwrap())]).await?;
    window.click("door-notice").await?;
    window.read("failure", "What is known of publishers cannot be read").await?;
    assert!(!window.has("trust").await);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn from_a_link_that_starts_the_window_to_the_next_statement_that_a_second_start_hands_over() -> Outcome
{
    let forum = Forum::new();
    let server = serve();
    server.put(PATH, forum.notice(1), None);
    let link = Link::new(ADDRESS, &Keys::public(&forum.keys.root_a)?.link_code())?.to_string();
    let home = Arc::new(Home::new().await?);
    let window = start_asking(&home, &server, &[&link], &[]).await?;
    window.read("follow-domain", "forum.example").await?;
    window.read("follow-address", ADDRESS).await?;
    window.settled().await?;
    assert!(server.requests().is_empty(), "a link fetches nothing by itself");
    window.click("follow-yes").await?;
    state(&window, "unconfirmed").await?;
    window.click("trust-yes").await?;
    state(&window, "verified").await?;

    // Whoever is typing a password is not taken away from it by a link, and one link waits.
    window.click("back").await?;
    window.click("door-check").await?;
    window.write("password", "umber-violin").await?;
    server.put(PATH, forum.notice(2), None);
    let asked = server.requests().len();
    home.start_again(&[&link]).await?;
    // The window looks for a link every 1.5 seconds: of three such intervals each holds one look.
    window.after_intervals(1_500, 3).await?;
    assert!(window.has("password").await && !window.has("follow-domain").await);
    window.click("back").await?;
    window.read("follow-domain", "forum.example").await?;
    assert_eq!(server.requests().len(), asked, "nor does the link of a second start");
    window.click("follow-yes").await?;
    state(&window, "verified").await?;
    window.read("changes", "Statement 2").await?;

    // What is no link of ours is said, and nothing is asked.
    let asked = server.requests().len();
    home.start_again(&["selfcheck://notice?u=http%3A%2F%2F127.0.0.1%2F&k=a"]).await?;
    window.read("failure", "not a link of Selfcheck").await?;
    assert_eq!(server.requests().len(), asked);
    Ok(())
}
