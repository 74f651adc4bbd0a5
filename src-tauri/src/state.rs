//! What the window holds while it is open: the open notice with its ticks, and the check that is running.

use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use lists::RangeUrl;
use selfcheck::check::Checker;
use selfcheck::walk::Session;
use tokio_util::sync::CancellationToken;

/// How the window names itself to a range service.
const USER_AGENT: &str = concat!("selfcheck/", env!("CARGO_PKG_VERSION"));

/// An open notice, and which revision of it was read before.
pub(crate) struct Opened {
    pub(crate) session: Session,
    pub(crate) last_read: Option<u32>,
}

/// Gone when the window closes; nothing of it is written anywhere.
#[derive(Default)]
pub(crate) struct AppState {
    /// Made at the first check: loading root certificates would only make the start slower.
    checker: OnceLock<Option<Checker>>,
    opened: Mutex<Option<Opened>>,
    running: Mutex<CancellationToken>,
}

impl AppState {
    /// `None` if no HTTP client can be set up on this computer.
    pub(crate) fn checker(&self) -> Option<&Checker> {
        self.checker.get_or_init(|| Checker::new(range_url(), USER_AGENT).ok()).as_ref()
    }

    /// Host of the range service, as the receipt names it.
    pub(crate) fn range_host() -> String {
        range_url().host_label()
    }

    pub(crate) fn opened(&self) -> MutexGuard<'_, Option<Opened>> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new check stops the one before.
    pub(crate) fn new_check(&self) -> CancellationToken {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        running.cancel();
        *running = CancellationToken::new();
        running.clone()
    }

    pub(crate) fn cancel_check(&self) {
        self.running.lock().unwrap_or_else(PoisonError::into_inner).cancel();
    }
}

#[allow(clippy::expect_used, reason = "a constant that a test reads")]
fn range_url() -> RangeUrl {
    #[cfg(feature = "window-tests")]
    if let Some(url) = std::env::var("SELFCHECK_TEST_RANGE_URL").ok().and_then(|text| text.parse().ok()) {
        return url;
    }
    RangeUrl::DEFAULT.parse().expect("the default address is an address")
}
