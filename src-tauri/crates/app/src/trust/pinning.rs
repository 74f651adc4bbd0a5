//! Pinning a publisher: the one rule of the window and the program.
//!
//! A person names the domain; what they asked for is decided as if that domain had no pin, so that a publisher may be
//! replaced. Only what passes every step of the verification is pinned: not an expired card, not a tampered file.

use jiff::Timestamp;
use notice::PublicKey;
use notice::domain::{is_domain, is_public_suffix};
use notice::verify::{Memory, Outcome, Remember, Site};

use crate::opening::Source;

/// A publisher that may be pinned. Nothing is kept before [`Pinning::apply`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pinning {
    /// The domain.
    pub domain: String,
    /// Its root.
    pub root: PublicKey,
    /// Whether another root was pinned for the domain.
    pub replaced: bool,
    /// What is remembered of the notice under the new pin.
    remember: Option<Remember>,
    now: Timestamp,
}

/// Why a publisher is not pinned.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PinError {
    /// What was typed is no domain.
    #[error("{domain} is not a domain")]
    NotADomain {
        /// What was typed.
        domain: String,
    },
    /// Everybody's domains lie below it: a pin of it would speak for all of them.
    #[error("{domain} is not one site's own domain")]
    PublicSuffix {
        /// What was typed.
        domain: String,
    },
    /// The notice does not pass.
    #[error("the notice does not pass: {}", .0.state.code())]
    NotPassed(Box<Outcome>),
    /// The notice is of another publisher.
    #[error("the notice is of {}, not of {domain}", .domains.join(", "))]
    OtherDomain {
        /// What was typed.
        domain: String,
        /// The domains of the publisher's card.
        domains: Vec<String>,
    },
}

/// Whether the publisher of `source` may be pinned for `domain`, as a person typed or confirmed it. Nothing is fetched.
///
/// # Errors
/// Why not. Nothing was changed.
pub fn pin_publisher(
    source: &Source,
    domain: &str,
    memory: &Memory,
    now: Timestamp,
) -> Result<Pinning, PinError> {
    let domain = domain.trim().trim_end_matches('.').to_ascii_lowercase();
    if !is_domain(&domain) {
        return Err(PinError::NotADomain { domain });
    }
    if is_public_suffix(&domain) {
        return Err(PinError::PublicSuffix { domain });
    }
    let mut memory = memory.clone();
    let former = memory.unpin(&domain);
    let outcome = source.verify(Site::NotAsked, now, &memory);
    let publisher = outcome.publisher.as_ref().filter(|_| outcome.state.passed());
    let Some(publisher) = publisher else { return Err(PinError::NotPassed(Box::new(outcome))) };
    if !publisher.domains.contains(&domain) {
        return Err(PinError::OtherDomain { domain, domains: publisher.domains.clone() });
    }
    let root = publisher.root;
    memory.pin(&domain, root, now);
    let outcome = source.verify(Site::NotAsked, now, &memory);
    if !outcome.state.passed() {
        return Err(PinError::NotPassed(Box::new(outcome)));
    }
    let replaced = former.is_some_and(|former| former.root != root);
    Ok(Pinning { domain, root, replaced, remember: outcome.remember, now })
}

/// Whether a person could pin the publisher of this notice for any of its domains.
#[must_use]
pub fn can_be_pinned(source: &Source, outcome: &Outcome, memory: &Memory, now: Timestamp) -> bool {
    let domains = outcome.publisher.as_ref().map(|publisher| publisher.domains.as_slice());
    !outcome.state.pinned()
        && domains.unwrap_or_default().iter().any(|domain| pin_publisher(source, domain, memory, now).is_ok())
}

impl Pinning {
    /// Takes the pin into what is remembered.
    pub fn apply(&self, memory: &mut Memory) {
        memory.pin(&self.domain, self.root, self.now);
        if let Some(passed) = &self.remember {
            memory.remember(passed);
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use notice::verify::State;
    use notice_faults::{Body, Keys};

    use super::*;

    const DAY: SignedDuration = SignedDuration::from_hours(24);

    fn now() -> Timestamp {
        "2026-03-15T12:00:00Z".parse().unwrap()
    }

    fn source(keys: &Keys, domain: &str) -> Source {
        let card = keys.card(domain).unwrap();
        Source::file(keys.notice(&Body::new(domain).unwrap(), &card).unwrap().into_bytes())
    }

    /// A memory that knows `keys` for the domain.
    fn known(keys: &Keys, domain: &str) -> Memory {
        let mut memory = Memory::default();
        pin_publisher(&source(keys, domain), domain, &memory.clone(), now()).unwrap().apply(&mut memory);
        memory
    }

    #[test]
    fn a_new_publisher_is_pinned_and_then_verified() {
        let keys = Keys::make().unwrap();
        let memory = known(&keys, "forum.example");
        let outcome = source(&keys, "forum.example").verify(Site::NotAsked, now(), &memory);
        assert_eq!(outcome.state, State::Verified);
        assert_eq!(memory.accepted.len(), 1, "its card is remembered with the pin");
    }

    #[test]
    fn another_key_replaces_a_pin_only_while_its_card_is_good() {
        let (keys, other) = (Keys::make().unwrap(), Keys::make().unwrap());
        let memory = known(&keys, "forum.example");
        let source = source(&other, "forum.example");
        let outcome = source.verify(Site::NotAsked, now(), &memory);
        assert_eq!(outcome.state, State::ChangedKey);
        assert!(can_be_pinned(&source, &outcome, &memory, now()));
        assert!(pin_publisher(&source, "forum.example", &memory, now()).unwrap().replaced);

        let late = now() + DAY * 400;
        let outcome = source.verify(Site::NotAsked, late, &memory);
        assert_eq!(outcome.state, State::ChangedKey, "the key is looked at before the date");
        assert!(!can_be_pinned(&source, &outcome, &memory, late));
        match pin_publisher(&source, "forum.example", &memory, late).unwrap_err() {
            PinError::NotPassed(outcome) => assert_eq!(outcome.state, State::Expired),
            error => panic!("{error}"),
        }
    }

    #[test]
    fn what_does_not_pass_is_never_pinned() {
        let keys = Keys::make().unwrap();
        let whole = source(&keys, "forum.example");
        let mut changed = whole.clone();
        changed.bytes[10] ^= 1;
        let unsigned = Source::file(Body::new("forum.example").unwrap().text().into_bytes());
        let no_notice = Source::file(b"not a notice".to_vec());
        for source in [changed, unsigned, no_notice] {
            let refused = pin_publisher(&source, "forum.example", &Memory::default(), now()).unwrap_err();
            assert!(matches!(refused, PinError::NotPassed(_)), "{refused}");
        }
        for late in [now() + DAY * 91, now() - DAY * 10_000] {
            let refused = pin_publisher(&whole, "forum.example", &Memory::default(), late).unwrap_err();
            assert!(matches!(refused, PinError::NotPassed(_)), "{refused}");
        }
    }

    #[test]
    fn a_public_suffix_another_domain_and_no_domain_are_refused() {
        let keys = Keys::make().unwrap();
        let source = source(&keys, "forum.example");
        let pin = |domain: &str| pin_publisher(&source, domain, &Memory::default(), now());
        for suffix in ["co.uk", "github.io", "CO.UK."] {
            assert!(matches!(pin(suffix), Err(PinError::PublicSuffix { .. })), "{suffix}");
        }
        for other in ["other.example", "www.forum.example", "f0rum.example"] {
            assert!(matches!(pin(other), Err(PinError::OtherDomain { .. })), "{other}");
        }
        for no_domain in
            ["", "com", "localhost", "127.0.0.1", "forum", "forum example", "f\u{43e}rum.example"]
        {
            assert!(matches!(pin(no_domain), Err(PinError::NotADomain { .. })), "{no_domain}");
        }
        assert_eq!(pin(" Forum.Example. ").unwrap().domain, "forum.example");
    }

    #[test]
    fn the_same_key_again_is_no_replacement() {
        let keys = Keys::make().unwrap();
        let memory = known(&keys, "forum.example");
        let again = pin_publisher(&source(&keys, "forum.example"), "forum.example", &memory, now()).unwrap();
        assert!(!again.replaced);
        let mut after = memory.clone();
        again.apply(&mut after);
        assert_eq!(after, memory);
    }
}
