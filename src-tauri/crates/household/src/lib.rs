//! People, their ticks and answers, in one encrypted file whose key is in the keyring or behind a passphrase.
//!
//! Not here: which steps there are (crate `plan`), who vouches for a notice (crate `app`), sentences for
//! people (the shells). No password, hash or prefix ever comes in.

mod error;
mod key;
mod keyring;
mod lock;
mod name;
mod open;
mod people;
mod record;
mod schema;
mod store;
mod transfer;
pub mod waiting;
mod wipe;

pub use error::HouseholdError;
pub use key::{Passphrase, PassphraseError};
pub use lock::LockedBy;
pub use name::{Name, NameError};
pub use open::{Opened, Unlock};
pub use people::{Person, PersonId};
pub use record::{Followed, How, Kept, Mark, StepTitle, Tick};
pub use schema::VERSION;
pub use store::Store;
pub use transfer::{Collected, Imported};
pub use wipe::{KeyringEntry, Wiped, wipe};

/// The service under which a key is in the system's keyring.
pub const KEYRING_SERVICE: &str = "org.selfcheck.household";
/// The encrypted file's name in its folder.
pub const FILE: &str = "household.db";
/// The name of the file that says how the key is kept.
pub const KEY_FILE: &str = "household.key";
