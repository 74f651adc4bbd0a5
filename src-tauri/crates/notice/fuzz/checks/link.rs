//! Any text as a link: what reads is written the same, and leads to an https address of the host that is shown.

use notice::{Link, host_of};

pub(crate) fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let _ = host_of(text);
    if let Ok(link) = text.parse::<Link>() {
        assert_eq!(link.to_string(), text);
        assert!(link.url().starts_with(&format!("https://{}", link.host())));
        assert_eq!(host_of(link.url()), Some(link.host()));
    }
}
