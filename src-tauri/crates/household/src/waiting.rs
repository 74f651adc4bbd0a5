//! Waiting for another program that is writing: said once after a moment, and not for ever.

use std::sync::OnceLock;
use std::thread::sleep;
use std::time::Duration;

/// Between two tries.
const PAUSE: Duration = Duration::from_millis(50);
/// Tries before the wait is said: half a second.
const QUIET_TRIES: u32 = 10;
/// Tries before it is given up: ten seconds.
const MOST_TRIES: u32 = 200;

type Say = Box<dyn Fn() + Send + Sync>;

static SAY: OnceLock<Say> = OnceLock::new();

/// Sets what is called once in each wait that takes longer than a moment, so that the user can be told.
pub fn on_wait(say: impl Fn() + Send + Sync + 'static) {
    // A program sets it once, at its start.
    let _ = SAY.set(Box::new(say));
}

/// One try was in vain; `tried` came before it. Waits a little. `false` when it is time to give up.
pub fn pause(tried: u32) -> bool {
    if tried == QUIET_TRIES
        && let Some(say) = SAY.get()
    {
        say();
    }
    if tried < MOST_TRIES {
        sleep(PAUSE);
    }
    tried < MOST_TRIES
}
