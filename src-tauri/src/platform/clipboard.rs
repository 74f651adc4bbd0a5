//! A secret on the clipboard, for a while.

use std::thread;
use std::time::Duration;

use app::platform::ClipboardUnavailable;
use zeroize::Zeroizing;

/// After so many seconds a copied secret is removed from the clipboard, if it is still there.
const CLEAR_AFTER_SECONDS: u32 = 30;

/// Copies a secret, and removes it after the seconds that this returns unless something else was copied since.
pub(super) fn copy(text: Zeroizing<String>) -> Result<u32, ClipboardUnavailable> {
    let mut clipboard = arboard::Clipboard::new().map_err(|_| ClipboardUnavailable)?;
    clipboard.set_text(text.as_str()).map_err(|_| ClipboardUnavailable)?;
    // On Linux the program that copied serves the clipboard, so the thread keeps it until then.
    thread::spawn(move || {
        after_the_time(|| {
            let now = clipboard.get_text().map(Zeroizing::new);
            if now.is_ok_and(|now| *now == *text) {
                // If it cannot be cleared, there is nobody left to be told.
                let _ = clipboard.clear();
            }
        });
    });
    Ok(CLEAR_AFTER_SECONDS)
}

/// Copies a text until something else is copied.
pub(super) fn copy_text(text: String) -> Result<(), ClipboardUnavailable> {
    let mut clipboard = arboard::Clipboard::new().map_err(|_| ClipboardUnavailable)?;
    clipboard.set_text(text.as_str()).map_err(|_| ClipboardUnavailable)?;
    // On Linux the program that copied serves the clipboard, so the thread keeps it as long as it holds this text.
    #[cfg(target_os = "linux")]
    thread::spawn(move || {
        use arboard::SetExtLinux as _;
        // If another program cannot be given the text, there is nobody left to be told.
        let _ = clipboard.set().wait().text(text);
    });
    Ok(())
}

/// Runs `clear` after [`CLEAR_AFTER_SECONDS`]. In a test the time is over when a file of the given name is there; the
/// file is removed afterwards.
fn after_the_time(clear: impl FnOnce()) {
    #[cfg(feature = "window-tests")]
    if let Some(over) = std::env::var_os("SELFCHECK_TEST_CLEAR_WHEN").map(std::path::PathBuf::from) {
        while !over.exists() {
            thread::sleep(Duration::from_millis(20));
        }
        clear();
        // The test that waits for this would fail.
        let _ = std::fs::remove_file(over);
        return;
    }
    thread::sleep(Duration::from_secs(CLEAR_AFTER_SECONDS.into()));
    clear();
}
