//! Saved passwords: reading exports, and every reason to change a password.
//!
//! Pure: no disk, network, clock or environment; bytes and days come in as arguments. Not here: what is known of
//! sites (crate `sites`), lists of breached passwords (crate `lists`), and sentences for people.

mod distinct;
mod examination;
mod finding;
mod heads;
mod login;
mod priority;
pub mod read;
mod reuse;
mod similar;

pub use distinct::NotChecked;
pub use examination::{Context, Examination, OnStage, Row, Stage, Summary};
pub use finding::{Finding, Kind, Kinds, Lookup, SiteBreach};
pub use heads::{Lines, NAMED};
pub use login::{ChangeOf, Changed, Likeness, Login};
pub use priority::Urgency;
