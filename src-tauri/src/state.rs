//! What the window holds while it is open: the open notice with its ticks, and the check that is running.

use std::sync::{Mutex, MutexGuard, PoisonError};

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
pub(crate) struct AppState {
    pub(crate) checker: Checker,
    opened: Mutex<Option<Opened>>,
    running: Mutex<CancellationToken>,
}

impl AppState {
    /// `None` if no HTTP client can be set up on this computer.
    pub(crate) fn new() -> Option<Self> {
        let checker = Checker::new(range_url(), USER_AGENT).ok()?;
        Some(Self { checker, opened: Mutex::default(), running: Mutex::default() })
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
