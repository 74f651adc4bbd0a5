//! Any bytes as a notice that came from somewhere: told apart, put together again, and verified, without a panic; and
//! nobody is vouched for whom nobody pinned, confirmed or led to.

use notice::container::{Container, SEPARATOR_LINE, assemble, split, split_publisher};
use notice::verify::{Memory, Request, Site, State, verify};

pub(crate) fn check(bytes: &[u8]) {
    if let Ok(Container::Signed(parts)) = split(bytes) {
        let publisher = parts.publisher.text;
        let desk_ends = bytes.len() - publisher.len() - SEPARATOR_LINE.len();
        let desk = std::str::from_utf8(&bytes[parts.body.len()..desk_ends]).expect("what is split is text");
        let again = assemble(parts.body, desk, publisher).expect("what came apart goes together");
        assert!(again.as_bytes() == bytes);
        assert!(split_publisher(publisher.as_bytes()).is_ok_and(|part| part.text == publisher));
    }
    let memory = Memory::default();
    for (site, host) in [
        (Site::NotAsked, None),
        (Site::NotReached, Some("forum.example")),
        (Site::Published(bytes), Some("forum.example")),
    ] {
        let now = "2026-03-14T12:00:00Z".parse().expect("a moment");
        let outcome = verify(&Request { bytes, link: None, host, site, root: None, now, memory: &memory });
        assert!(!matches!(outcome.state, State::Verified), "verified without a pin");
        assert!(outcome.state.passed() || outcome.notice.is_none() || outcome.remember.is_none());
    }
}
