//! Saved passwords: reading exports, and every reason to change a password.
//!
//! Pure: no disk, network, clock or environment; bytes and days come in as arguments. Not here: what is known of
//! sites (crate `sites`), lists of breached passwords (crate `lists`), and sentences for people.

mod login;
pub mod read;

pub use login::{ChangeOf, Changed, Login};
