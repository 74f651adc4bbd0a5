//! The site of a publisher, as a server on this computer, and a window that asks it.
#![allow(dead_code, unreachable_pub, reason = "shared by several tests, of which each takes what it needs")]

use std::sync::Arc;

use acceptance::{Home, Outcome, Window};
use notice::Link;
use notice_faults::{Keys, Server};

use crate::forum::Forum;

pub const PATH: &str = "/incident/2026-03.notice";
pub const ADDRESS: &str = "https://forum.example/incident/2026-03.notice";

pub struct Host(Option<Server>);

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

/// A window that asks this server, which stands for `forum.example`.
pub async fn window_asking(server: &Host, more: &[(&str, &str)]) -> Outcome<Window> {
    let home = Arc::new(Home::new().await?);
    let window = start_asking(&home, server, &[], more).await?;
    window.see("door-notice").await?;
    Ok(window)
}

/// The same in this home, started with these arguments.
pub async fn start_asking(
    home: &Arc<Home>,
    server: &Host,
    arguments: &[&str],
    more: &[(&str, &str)],
) -> Outcome<Window> {
    let authority = home.path().join("ca.pem");
    std::fs::write(&authority, server.authority())?;
    let port = server.port().to_string();
    let mut variables =
        vec![("SELFCHECK_TEST_CA", authority.to_str().unwrap()), ("SELFCHECK_TEST_PORT", port.as_str())];
    variables.extend_from_slice(more);
    Window::open_with(home, arguments, &variables).await
}

/// Opens what the server has, by its link.
pub async fn fetch(window: &Window, forum: &Forum) -> Outcome {
    let code = Keys::public(&forum.keys.root_a)?.link_code();
    window.write("follow-text", &Link::new(ADDRESS, &code)?.to_string()).await?;
    window.click("follow-look").await?;
    window.click("follow-yes").await
}

pub fn serve() -> Host {
    // The server has a runtime of its own, which may neither begin nor end inside another.
    Host(std::thread::spawn(|| Server::start(&["forum.example"])).join().unwrap().ok())
}

pub async fn state(window: &Window, expected: &str) -> Outcome {
    window.see_state("trust", "data-trust", expected).await
}

/// What the page says.
pub async fn page(window: &Window) -> Outcome<String> {
    Ok(window.run("return document.body.textContent").await?.to_string())
}
