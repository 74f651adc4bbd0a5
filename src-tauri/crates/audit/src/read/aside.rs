//! Work that cannot be stopped, done aside: whoever waits for it can leave at any moment.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::ReadError;

/// How often it is asked whether to go on.
const EVERY: Duration = Duration::from_millis(25);

/// Does `work` on a thread of its own and asks `go_on` meanwhile. Where that says no, the work is left to itself:
/// it ends when it would have ended, and what it made is dropped unseen. `None` where it panicked.
pub(super) fn aside<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
    mut go_on: impl FnMut() -> Result<(), ReadError>,
) -> Result<Option<T>, ReadError> {
    go_on()?;
    let (done, outcome) = mpsc::sync_channel(1);
    thread::Builder::new()
        .name("unlocking".to_owned())
        // Nobody may be left to hear of it.
        .spawn(move || drop(done.send(work())))
        .map_err(|source| ReadError::Io { offset: 0, source })?;
    loop {
        match outcome.recv_timeout(EVERY) {
            Ok(made) => return Ok(Some(made)),
            Err(RecvTimeoutError::Disconnected) => return Ok(None),
            Err(RecvTimeoutError::Timeout) => go_on()?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_comes_back() {
        assert_eq!(aside(|| 7, || Ok(())).unwrap(), Some(7));
    }

    #[test]
    fn who_leaves_does_not_wait_for_the_end() {
        let (release, held) = mpsc::channel::<()>();
        let mut asked = 0;
        let error = aside(
            move || held.recv(),
            || {
                asked += 1;
                if asked > 3 { Err(ReadError::Cancelled) } else { Ok(()) }
            },
        )
        .unwrap_err();
        assert!(matches!(error, ReadError::Cancelled), "{error:?}");
        // The work was still waiting for this.
        assert!(release.send(()).is_ok());
    }

    #[test]
    fn a_panic_over_there_is_none_here() {
        let made: Option<u8> = aside(|| panic!("as planned"), || Ok(())).unwrap();
        assert_eq!(made, None);
    }
}
