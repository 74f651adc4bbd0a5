//! Breach notices: from bytes to values, with the place of whatever is wrong.
//!
//! Pure: no disk, network, clock or environment. Not here: which steps follow (crate `plan`), what is ticked
//! (crate `app`), sentences for people (the shells).

pub mod block;
mod body;
mod card;
mod changes;
mod comments;
pub mod container;
pub mod domain;
pub mod draft;
pub mod edition;
mod error;
mod facts;
mod fields;
mod hidden;
mod id;
mod key;
pub mod likeness;
mod link;
pub mod lint;
mod localised;
mod position;
pub mod practice;
mod raw;
mod source;
pub mod template;
pub mod text;
mod unclosed;
pub mod verify;

pub use body::{Certainty, Contact, Exposed, HistoryEntry, Notice, OwnQuestion, OwnStep, Status};
pub use card::{Card, MOST_DAYS};
pub use changes::changes_since;
pub use comments::without_comments;
pub use container::MAX_BYTES;
pub use error::NoticeError;
pub use facts::{
    Accounts, DataProtectionOfficer, ExtortionOf, Facts, Occurred, Offer, Reported, SiteSafe, When,
};
pub use id::{NotAnId, NoticeId};
pub use key::{LINK_CODE_LENGTH, NotAKey, PublicKey, WORDS};
pub use link::{Link, MAX_LINK_BYTES, NotALink, host_of};
pub use localised::{Localised, LocalisedList, translated_field};

/// The newest `format` that is understood.
pub const FORMAT: u32 = 1;

/// The domain in the id of a notice that was made from the public catalogue for a breach of no single site. It is not the
/// site of the breach.
pub const CATALOGUE_DOMAIN: &str = "haveibeenpwned.com";

/// Reads an unsigned notice.
///
/// # Errors
/// When the bytes are no notice, are signed, or are of a newer format; the error has the place.
pub fn read(bytes: &[u8]) -> Result<Notice, NoticeError> {
    match container::split(bytes)? {
        container::Container::Unsigned(body) => raw::read(body),
        container::Container::Signed(parts) => Err(NoticeError::Container { line: parts.desk.line }),
    }
}

/// Reads an unsigned draft: like [`read`], but the revision may be missing; it is 0 then.
///
/// # Errors
/// As [`read`].
pub fn read_draft(bytes: &[u8]) -> Result<Notice, NoticeError> {
    match container::split(bytes)? {
        container::Container::Unsigned(body) => raw::read_draft(body),
        container::Container::Signed(parts) => Err(NoticeError::Container { line: parts.desk.line }),
    }
}
