//! Any bytes as a transfer file, and as what is inside one that was unlocked: each is read, or refused with a reason.

use household::{Collected, Passphrase};
use zeroize::Zeroizing;

pub(crate) fn check(bytes: &[u8]) {
    let inside = Collected::from_unlocked(Zeroizing::new(bytes.to_vec()));
    if let Ok(people) = inside.people() {
        assert!(people <= bytes.len());
    }
    if let Ok(passphrase) = Passphrase::from_bytes(&Zeroizing::new(b"correct horse".to_vec())) {
        assert!(Collected::unlock(bytes, &passphrase).is_err(), "nobody locked this file");
    }
}
