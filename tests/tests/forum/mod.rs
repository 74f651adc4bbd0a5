//! A publisher for tests of windows.
#![allow(
    clippy::unwrap_used,
    dead_code,
    unreachable_pub,
    reason = "shared by several tests, which stop at what is wrong and take what they need"
)]

use jiff::{Timestamp, ToSpan as _};
use notice_faults::{Body, Keys};

/// A publisher whose card and notices hold today.
pub struct Forum {
    pub keys: Keys,
    today: Timestamp,
}

impl Forum {
    pub fn new() -> Self {
        Self { keys: Keys::make().unwrap(), today: Timestamp::now() }
    }

    pub fn notice(&self, revision: u32) -> String {
        self.notice_with(revision, "")
    }

    /// A notice with more in it, as TOML.
    pub fn notice_with(&self, revision: u32, more: &str) -> String {
        self.notice_as(revision, "interim", more)
    }

    /// The same with this status.
    pub fn notice_as(&self, revision: u32, status: &str, more: &str) -> String {
        let hours = |hours: i64| Some(self.today.checked_add(hours.hours()).unwrap());
        let mut card = self.keys.card("forum.example").unwrap();
        card.issued = hours(-24).unwrap();
        card.expires = hours(24 * 60).unwrap();
        let mut body = Body::new("forum.example").unwrap().revision(revision);
        status.clone_into(&mut body.status);
        body.published = hours(-2).unwrap();
        body.fresh_until = hours(46);
        more.clone_into(&mut body.more);
        self.keys.notice(&body, &card).unwrap()
    }

    pub fn words(&self) -> String {
        Keys::public(&self.keys.root_a).unwrap().words()
    }
}
