//! Commands of the screen *Check a password*. Secrets come as raw bytes and are wiped here; Tauri's own copy of a
//! request cannot be.

use crate::check::Online;
use lists::{Answer, Reason};
use password::passphrase::{self, Language};
use password::{Password, PasswordError};

use zeroize::Zeroizing;

use crate::lock::lock;
use crate::state::App;
use crate::views::{
    CheckArgs, CheckView, CopyView, ErrorCode, Failure, PassphraseView, RateArgs, StrengthView,
};

impl App {
    pub fn rate_password(
        &self,
        secret: Zeroizing<Vec<u8>>,
        args: RateArgs,
    ) -> Result<Option<StrengthView>, Failure> {
        match Password::from_bytes(secret) {
            Ok(password) => Ok(Some(StrengthView::from(&password::strength(&password, &args.about)))),
            Err(PasswordError::Empty) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    pub async fn check_password(
        &self,
        secret: Zeroizing<Vec<u8>>,
        args: CheckArgs,
    ) -> Result<CheckView, Failure> {
        let password = Password::from_bytes(secret)?;
        // Without a connection each check would wait for it again.
        let failed = lock(&self.unreachable).filter(|_| !args.again);
        let online = match failed {
            _ if !args.online || self.is_offline() => Online::No,
            Some(reason) => Online::Failed(reason),
            None => Online::Yes,
        };
        let cancel = self.new_check();
        let checker = self.checker().ok_or_else(|| Failure::new(ErrorCode::NoClient))?;
        let begun = checker.begin(&password, &args.about);
        let shared = {
            let mut current = lock(&self.household);
            let typist = current.typist();
            current.typed.note(typist, &password)
        };
        // Wiped before a service is waited for.
        drop(password);
        let result = checker.finish(&begun, online, &cancel).await;
        if let Some(range) = result.lists.last().filter(|_| online == Online::Yes) {
            *lock(&self.unreachable) = match range.answer {
                Answer::CouldNotCheck(reason @ (Reason::Unreachable | Reason::TimedOut)) => Some(reason),
                _ => None,
            };
        }
        let mut view = CheckView::from(result);
        view.shared = shared;
        Ok(view)
    }

    pub fn cancel_check(&self) -> Result<(), Failure> {
        self.cancel_running_check();
        Ok(())
    }

    pub fn make_passphrase(&self, words: u32, language: String) -> Result<PassphraseView, Failure> {
        let language =
            Language::from_code(&language).ok_or_else(|| Failure::new(ErrorCode::PassphraseLanguage))?;
        let made = passphrase::make(words as usize, language, &mut rand::rng());
        made.map(|made| PassphraseView::from(&made)).map_err(|_| Failure::new(ErrorCode::PassphraseWords))
    }

    /// Copies what the person chose to copy; it is removed from the clipboard later if nothing else was copied since.
    pub fn copy_passphrase(&self, secret: Zeroizing<Vec<u8>>) -> Result<CopyView, Failure> {
        let failed = || Failure::new(ErrorCode::Clipboard);
        let text = Zeroizing::new(std::str::from_utf8(&secret).map_err(|_| failed())?.to_owned());
        let clears_after_seconds = self.platform.copy_secret(text).map_err(|_| failed())?;
        Ok(CopyView { clears_after_seconds })
    }
}

/// The first of two lines that are the same.
pub(super) fn typed_twice(lines: &Zeroizing<Vec<u8>>) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let mut parts = lines.splitn(2, |byte| *byte == b'\n');
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    if first == second {
        Ok(Zeroizing::new(first.to_vec()))
    } else {
        Err(Failure::new(ErrorCode::PassphraseDiffers))
    }
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
