//! Who vouches for a notice, as a member sees it: from a link to a publisher that is known, and to the next statement.
#![allow(clippy::unwrap_used, reason = "tests stop at what is wrong")]

use acceptance::{Outcome, Window};
use jiff::{Timestamp, ToSpan as _};
use notice::Link;
use notice_faults::{Body, Keys, Server};

const PATH: &str = "/incident/2026-03.notice";
const ADDRESS: &str = "https://forum.example/incident/2026-03.notice";

/// A publisher whose card and notices hold today.
struct Forum {
    keys: Keys,
    today: Timestamp,
}

impl Forum {
    fn new() -> Self {
        Self { keys: Keys::make().unwrap(), today: Timestamp::now() }
    }

    fn notice(&self, revision: u32) -> String {
        let hours = |hours: i64| Some(self.today.checked_add(hours.hours()).unwrap());
        let mut card = self.keys.card("forum.example").unwrap();
        card.issued = hours(-24).unwrap();
        card.expires = hours(24 * 60).unwrap();
        let mut body = Body::new("forum.example").unwrap().revision(revision);
        body.published = hours(-2).unwrap();
        body.fresh_until = hours(46);
        self.keys.notice(&body, &card).unwrap()
    }

    fn words(&self) -> String {
        Keys::public(&self.keys.root_a).unwrap().words()
    }
}

struct Host(Option<Server>);

impl std::ops::Deref for Host {
    type Target = Server;

    fn deref(&self) -> &Server {
        self.0.as_ref().unwrap()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let server = self.0.take();
        // If it does not end, the test's process does.
        let _ = std::thread::spawn(move || drop(server)).join();
    }
}

async fn state(window: &Window, expected: &str) -> Outcome {
    window.see_state("trust", "data-trust", expected).await
}

#[tokio::test(flavor = "multi_thread")]
async fn from_a_link_to_a_known_publisher_and_the_next_statement() -> Outcome {
    let forum = Forum::new();
    // The server has a runtime of its own, which may neither begin nor end inside another.
    let server = Host(std::thread::spawn(|| Server::start(&["forum.example"])).join().unwrap().ok());
    server.put(PATH, forum.notice(1), Some("\"r1\""));
    let folder = tempfile::tempdir()?;
    let authority = folder.path().join("ca.pem");
    std::fs::write(&authority, server.authority())?;
    let window = Window::open(&[
        ("SELFCHECK_TEST_CA", authority.to_str().unwrap()),
        ("SELFCHECK_TEST_PORT", &server.port().to_string()),
    ])
    .await?;
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
    assert!(!window.has("trust-yes").await, "one click does not replace a known publisher");
    let page = window.run("return document.body.textContent").await?.to_string();
    assert!(!page.contains("copied our list"), "{page}");
    assert_eq!(window.axe().await?, Vec::<String>::new());
    Ok(())
}
