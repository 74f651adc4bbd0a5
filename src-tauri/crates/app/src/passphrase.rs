//! How strong a passphrase of a key, a household or a transfer file must be.

use password::{Password, PasswordError};
use zeroize::Zeroizing;

/// The least score, of 4: below it a password counts as weak everywhere in this program. At the seconds and the memory
/// that a guess takes, 10^8 guesses are years.
pub const NEEDED_SCORE: u8 = 3;

/// The score of a passphrase, 0 to 4.
///
/// # Errors
/// When it is empty, too long, or no text of one line.
pub fn score(bytes: Zeroizing<Vec<u8>>) -> Result<u8, PasswordError> {
    let passphrase = Password::from_bytes(bytes)?;
    Ok(password::strength(&passphrase, &["selfcheck".to_owned(), "minisign".to_owned()]).score)
}

/// Whether somebody who gets the file that it locks would soon guess it.
#[must_use]
pub fn is_weak(bytes: Zeroizing<Vec<u8>>) -> bool {
    score(bytes).is_ok_and(|score| score < NEEDED_SCORE)
}
