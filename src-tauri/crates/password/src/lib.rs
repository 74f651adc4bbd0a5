//! A password that cannot leak by accident, how hard it is to guess, and passphrases of random words.
//!
//! Pure: no disk, network, clock or environment. Not here: lists of breached passwords (crate `lists`) and
//! sentences for people (the shells turn codes into text).

mod digest;
mod encoding;
mod familiar;
mod keyboards;
pub mod passphrase;
mod secret;
mod strength;

pub use digest::{Digest, Prefix};
pub use encoding::{OtherEncoding, UTF8_MARK, other_encoding, without_mark};
pub use secret::{Password, PasswordError};
pub use strength::{RATED_CHARACTERS, Strength, Suggestion, Warning, strength};
