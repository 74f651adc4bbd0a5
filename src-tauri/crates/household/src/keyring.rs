//! The system's keyring: Secret Service, Keychain or Credential Manager.

use keyring::{Entry, Error};
use zeroize::Zeroizing;

use crate::key::Key;
use crate::{HouseholdError, KEYRING_SERVICE};

/// Whether a key could be kept. A service without a keyring in it answers every question with "no such entry", so
/// the only way to know is to keep something that is no key, and take it away again.
pub(crate) fn is_usable() -> Result<(), HouseholdError> {
    let trial = entry("trial")?;
    trial.set_secret(b"trial").map_err(|error| refused(&error))?;
    match trial.delete_credential() {
        Ok(()) | Err(Error::NoEntry) => Ok(()),
        Err(error) => Err(refused(&error)),
    }
}

/// The key under this id; `None` if the keyring answers and does not hold it.
pub(crate) fn get(id: &str) -> Result<Option<Key>, HouseholdError> {
    match entry(id)?.get_secret() {
        Ok(bytes) => Ok(Key::from_bytes(&Zeroizing::new(bytes))),
        Err(Error::NoEntry | Error::BadEncoding(_) | Error::BadDataFormat(..)) => Ok(None),
        Err(error) => Err(refused(&error)),
    }
}

/// Keeps the key under this id, and reads it back: what cannot be read back must not lock anything.
pub(crate) fn set(id: &str, key: &Key) -> Result<(), HouseholdError> {
    entry(id)?.set_secret(key.expose_bytes()).map_err(|error| refused(&error))?;
    match get(id)? {
        Some(kept) if kept.expose_bytes() == key.expose_bytes() => Ok(()),
        _ => Err(HouseholdError::KeyringLocked),
    }
}

/// Removes the key; whether there was one.
pub(crate) fn delete(id: &str) -> Result<bool, HouseholdError> {
    match entry(id)?.delete_credential() {
        Ok(()) => Ok(true),
        Err(Error::NoEntry) => Ok(false),
        Err(error) => Err(refused(&error)),
    }
}

fn entry(id: &str) -> Result<Entry, HouseholdError> {
    Entry::new(KEYRING_SERVICE, id).map_err(|error| refused(&error))
}

fn refused(error: &Error) -> HouseholdError {
    match error {
        // Without a service that can be started, the bus says so only at the first question.
        Error::NoDefaultStore | Error::PlatformFailure(_) | Error::NotSupportedByStore(_) => {
            HouseholdError::KeyringAbsent
        }
        _ => HouseholdError::KeyringLocked,
    }
}
