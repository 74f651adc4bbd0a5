//! Commands of the screen *Check a password*. Secrets come as raw bytes and are wiped here; Tauri's own copy of a
//! request cannot be.

use std::thread;
use std::time::Duration;

use password::passphrase::{self, Language};
use password::{Password, PasswordError};
use selfcheck::check::Online;
use tauri::State;
use tauri::ipc::{InvokeBody, Request};
use zeroize::Zeroizing;

use crate::ipc::{CheckView, CopyView, IpcError, PassphraseView, StrengthView};
use crate::state::{AppState, lock};

/// After so long a copied passphrase is taken from the clipboard, if it is still there.
const CLEAR_AFTER_SECONDS: u32 = 30;

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

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its request over by value")]
pub(crate) fn rate_password(request: Request<'_>) -> Result<Option<StrengthView>, IpcError> {
    match Password::from_bytes(secret(&request)?) {
        Ok(password) => Ok(Some(StrengthView::from(&password::strength(&password, &about(&request)?)))),
        Err(PasswordError::Empty) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

#[tauri::command]
pub(crate) async fn check_password(
    state: State<'_, AppState>,
    request: Request<'_>,
) -> Result<CheckView, IpcError> {
    let password = Password::from_bytes(secret(&request)?)?;
    let online = match header(&request, "x-online").as_deref() {
        Some("1") if !state.is_offline() => Online::Yes,
        _ => Online::No,
    };
    let cancel = state.new_check();
    let checker = state.checker().ok_or_else(|| IpcError::new("no_client"))?;
    let begun = checker.begin(&password, &about(&request)?);
    let shared = {
        let mut hold = lock(&state.household);
        let seat = hold.seat();
        hold.typed.note(seat, &password)
    };
    // Wiped before a service is waited for.
    drop(password);
    let mut view = CheckView::from(checker.finish(&begun, online, &cancel).await);
    view.shared = shared;
    Ok(view)
}

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn cancel_check(state: State<'_, AppState>) {
    state.cancel_check();
}

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn make_passphrase(words: usize, language: String) -> Result<PassphraseView, IpcError> {
    let language = Language::from_code(&language).ok_or_else(|| IpcError::new("passphrase_language"))?;
    let made = passphrase::make(words, language, &mut rand::rng());
    made.map(|made| PassphraseView::from(&made)).map_err(|_| IpcError::new("passphrase_words"))
}

/// Copies what the person chose to copy, and clears it after a while if nothing else was copied since.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its request over by value")]
pub(crate) fn copy_passphrase(request: Request<'_>) -> Result<CopyView, IpcError> {
    let failed = || IpcError::new("clipboard");
    let bytes = secret(&request)?;
    let text = Zeroizing::new(std::str::from_utf8(&bytes).map_err(|_| failed())?.to_owned());
    let mut clipboard = arboard::Clipboard::new().map_err(|_| failed())?;
    clipboard.set_text(text.as_str()).map_err(|_| failed())?;
    // On Linux the clipboard lives in the program that copied, so the thread holds it until then.
    thread::spawn(move || {
        after_the_time(|| {
            let now = clipboard.get_text().map(Zeroizing::new);
            if now.is_ok_and(|now| *now == *text) {
                // If it cannot be cleared, nobody is there any more to be told.
                let _ = clipboard.clear();
            }
        });
    });
    Ok(CopyView { clears_after_seconds: CLEAR_AFTER_SECONDS })
}

pub(super) fn secret(request: &Request<'_>) -> Result<Zeroizing<Vec<u8>>, IpcError> {
    match request.body() {
        InvokeBody::Raw(bytes) => Ok(Zeroizing::new(bytes.clone())),
        InvokeBody::Json(_) => Err(IpcError::new("request")),
    }
}

/// The first of two lines that are the same.
pub(super) fn typed_twice(lines: &Zeroizing<Vec<u8>>) -> Result<Zeroizing<Vec<u8>>, IpcError> {
    let mut parts = lines.splitn(2, |byte| *byte == b'\n');
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    if first == second {
        Ok(Zeroizing::new(first.to_vec()))
    } else {
        Err(IpcError::new("passphrase_differs"))
    }
}

pub(crate) fn header(request: &Request<'_>, name: &str) -> Option<String> {
    request.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

/// The user's own words: a JSON list of texts, percent-encoded because a header is ASCII.
fn about(request: &Request<'_>) -> Result<Vec<String>, IpcError> {
    let Some(text) = header(request, "x-about") else { return Ok(Vec::new()) };
    let decoded =
        percent_encoding::percent_decode_str(&text).decode_utf8().map_err(|_| IpcError::new("request"))?;
    serde_json::from_str(&decoded).map_err(|_| IpcError::new("request"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_passphrase_must_be_typed_the_same_twice() {
        let typed = |text: &str| typed_twice(&Zeroizing::new(text.as_bytes().to_vec())).ok();
        assert_eq!(typed("plum lantern\nplum lantern").unwrap().as_slice(), b"plum lantern");
        for slip in ["plum lantern\nplum lanterm", "plum lantern", "plum\n", "plum\nplum\nplum"] {
            assert!(typed(slip).is_none(), "{slip:?}");
        }
    }
}
