//! Breach notices: from bytes to values, with the place of whatever is wrong.
//!
//! Pure: no disk, network, clock or environment. Not here: which steps follow (crate `plan`), what is ticked
//! (crate `selfcheck`), sentences for people (the shells).

mod body;
mod changes;
mod container;
mod error;
mod id;
pub mod practice;
mod raw;
pub mod text;

pub use body::{
    Accounts, Certainty, Contact, Exposed, HistoryEntry, Localised, Notice, OwnQuestion, OwnStep, Status,
};
pub use changes::changes_since;
pub use container::MAX_BYTES;
pub use error::NoticeError;
pub use id::NoticeId;

/// The newest `format` that is understood.
pub const FORMAT: u32 = 1;

/// Reads an unsigned notice.
///
/// # Errors
/// When the bytes are no notice, are signed, or are of a newer format; the error has the place.
pub fn read(bytes: &[u8]) -> Result<Notice, NoticeError> {
    raw::read(container::body(bytes)?)
}
