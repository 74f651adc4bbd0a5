//! A range service for a test, and the passwords that the tests know.

use password::{Digest, Password};
use range_faults::{Fault, List, Server};

use crate::Outcome;

/// A password that the service has seen 42 times.
pub const LEAKED: &str = "plum-lantern-4477-canary";
/// A password that it knows nothing of.
pub const FRESH: &str = "umber-violin-9031-canary";

/// The digest of a password.
///
/// # Errors
/// When the text is no password.
pub fn digest(text: &str) -> Outcome<Digest> {
    let password = Password::from_bytes(text.as_bytes().to_vec().into());
    Ok(password.map_err(|error| error.to_string())?.digest())
}

/// A service that knows [`LEAKED`], and the neighbours that every range should have.
///
/// # Errors
/// When it cannot be started.
pub fn service(fault: Fault) -> Outcome<Server> {
    service_for(fault, &[LEAKED, FRESH])
}

/// The same for the ranges of these passwords, of which it knows [`LEAKED`] alone.
///
/// # Errors
/// When it cannot be started.
pub fn service_for<T: AsRef<str>>(fault: Fault, passwords: &[T]) -> Outcome<Server> {
    let mut list = List::new();
    for text in passwords {
        let prefix = digest(text.as_ref())?.prefix();
        for start in lists::embedded().expected_suffix_starts(prefix) {
            list.add_row(&format!("{prefix}{start:06X}{:029}:7", 0))?;
        }
    }
    let leaked = digest(LEAKED)?;
    list.add_row(&format!("{}{}:42", leaked.prefix(), leaked.suffix_hex().as_str()))?;
    Ok(Server::start(fault, list)?)
}
