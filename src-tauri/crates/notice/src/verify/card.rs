//! The first half of a verification: is the card one that this reader may trust?

use jiff::SignedDuration;

use super::{Publisher, Reason, Request};
use crate::block::Trusted;
use crate::container::{Publisher as PublisherPart, Signed};
use crate::domain::is_within;
use crate::{Card, MOST_DAYS, NoticeError, PublicKey};

/// A clock may be wrong, and a card may be made the day before it is used.
const AHEAD: SignedDuration = SignedDuration::from_hours(48);
const LONGEST: SignedDuration = SignedDuration::from_hours(MOST_DAYS * 24);

/// A card that may be used.
pub(super) struct Checked {
    pub(super) card: Card,
    /// The roots that signed it.
    pub(super) signers: Vec<PublicKey>,
    /// The pins that speak of it.
    pub(super) pins: Vec<Pinned>,
    pub(super) publisher: Publisher,
}

impl Checked {
    /// The roots under which revisions are remembered: pinned ones keep their name through every succession.
    pub(super) fn lineage(&self) -> Vec<PublicKey> {
        let mut roots: Vec<PublicKey> = self.pins.iter().map(|pin| pin.root).collect();
        roots.extend(self.signers.iter().filter(|root| !roots.contains(root)).copied().collect::<Vec<_>>());
        roots
    }
}

/// A root that somebody pinned, and the card that was accepted under it last.
pub(super) struct Pinned {
    pub(super) root: PublicKey,
    domain: Option<String>,
    since: Option<jiff::Timestamp>,
    accepted: Option<Card>,
}

impl Pinned {
    fn trusts(&self, key: &PublicKey) -> bool {
        match &self.accepted {
            Some(card) => card.roots.contains(key),
            None => self.root == *key,
        }
    }

    /// Whether `card` with these signatures follows from what is trusted.
    fn succeeds(&self, card: &Card, signers: &[PublicKey]) -> bool {
        let trusted = signers.iter().any(|key| self.trusts(key));
        let Some(former) = &self.accepted else { return trusted };
        let mut new = card.roots.iter().filter(|root| !former.roots.contains(root));
        let signed = match card.serial.cmp(&former.serial) {
            std::cmp::Ordering::Less => true,
            std::cmp::Ordering::Equal => new.next().is_none(),
            std::cmp::Ordering::Greater => new.all(|root| signers.contains(root)),
        };
        trusted && signed
    }

    /// The root by whose words the publisher is known now: the pinned one, unless a later card has left it behind.
    fn known_root(&self) -> PublicKey {
        let now = self.accepted.as_ref().map(|card| card.roots.as_slice()).unwrap_or_default();
        now.iter().find(|root| **root == self.root).or(now.first()).copied().unwrap_or(self.root)
    }
}

/// Why a card may not be used, and the card and whose it is where its own root at least vouches for it.
pub(super) struct Stop {
    pub(super) reason: Reason,
    pub(super) vouched: Option<(Card, Publisher)>,
}

pub(super) fn check(request: &Request<'_>, parts: &Signed<'_>) -> Result<Checked, Box<Stop>> {
    let bare = |reason| Box::new(Stop { reason, vouched: None });
    let card = match parts.publisher.read_card() {
        Ok(card) => card,
        Err(error) => return Err(bare(unreadable(request, parts, error))),
    };
    let pins = pins(request, parts, &card.domains);
    let known = known(&card.roots, &pins);
    let signers = signers(&parts.publisher, &known).ok_or_else(|| bare(Reason::CardSignature))?;
    let own: Vec<PublicKey> = signers.iter().filter(|key| card.roots.contains(key)).copied().collect();
    let trusted = signers.iter().any(|key| pins.iter().any(|pin| pin.trusts(key)));
    if !comments_agree(&parts.publisher, &card) || (own.is_empty() && !trusted) {
        return Err(bare(Reason::CardSignature));
    }
    let root = shown_root(request, &pins, &signers, &own).ok_or_else(|| bare(Reason::CardSignature))?;
    let publisher = Publisher { name: card.name.clone(), domains: card.domains.clone(), root };
    match refusal(request, &card, &signers, &own, &pins) {
        Some(reason) => {
            // Only a link or a host that does not fit makes the whole card a stranger's.
            let stranger = matches!(reason, Reason::LinkKey | Reason::ForeignHost { .. });
            Err(Box::new(Stop { reason, vouched: (!stranger).then_some((card, publisher)) }))
        }
        None => Ok(Checked { card, signers, pins, publisher }),
    }
}

/// Everything that can be wrong with a card that some root signed, in the order of the table.
fn refusal(
    request: &Request<'_>,
    card: &Card,
    signers: &[PublicKey],
    own: &[PublicKey],
    pins: &[Pinned],
) -> Option<Reason> {
    if let Some(link) = request.link
        && !link_roots(card, signers, own, pins).any(|root| root.link_code() == link.code())
    {
        return Some(Reason::LinkKey);
    }
    let hosts = request.link.map(crate::Link::host).into_iter().chain(request.host);
    let foreign = |host: &&str| !card.domains.iter().any(|domain| is_within(host, domain));
    if let Some(host) = hosts.into_iter().find(foreign) {
        return Some(Reason::ForeignHost { host: host.to_owned() });
    }
    if let Some(pin) = pins.iter().find(|pin| !pin.succeeds(card, signers)) {
        let found = signers.first().copied().unwrap_or(pin.root);
        return Some(Reason::NoSuccession {
            domain: pin.domain.clone(),
            pinned: pin.known_root(),
            since: pin.since,
            found,
            issued: card.issued,
        });
    }
    let former = pins.iter().filter_map(|pin| pin.accepted.as_ref()).map(|card| card.serial).max();
    if let Some(seen) = former.filter(|seen| card.serial < *seen) {
        return Some(Reason::CardSerial { seen, found: card.serial });
    }
    if request.now > card.expires {
        return Some(Reason::CardExpired { expired: card.expires });
    }
    if card.expires.duration_since(card.issued) > LONGEST {
        return Some(Reason::CardTooLong { issued: card.issued, expires: card.expires });
    }
    if card.issued.duration_since(request.now) > AHEAD {
        return Some(Reason::CardNotYet { issued: card.issued });
    }
    None
}

/// The roots whose `k` a link may have: those that signed; and where the card follows from a pin, also the pinned
/// root, those of the card that was accepted last and all of this one. A card of a stranger lists what it likes.
fn link_roots<'a>(
    card: &'a Card,
    signers: &'a [PublicKey],
    own: &'a [PublicKey],
    pins: &'a [Pinned],
) -> impl Iterator<Item = &'a PublicKey> {
    let follows = pins.iter().filter(move |pin| pin.succeeds(card, signers));
    let vouched = follows.flat_map(move |pin| {
        let former = pin.accepted.iter().flat_map(|former| &former.roots);
        std::iter::once(&pin.root).chain(former).chain(&card.roots)
    });
    own.iter().chain(vouched)
}

/// A card that does not read. Under a pin that is damage only if a trusted root signed it; a newer format counts
/// only if one of its own roots did, where these can be read.
fn unreadable(request: &Request<'_>, parts: &Signed<'_>, error: NoticeError) -> Reason {
    let pins = pins(request, parts, &[]);
    let too_new = matches!(error, NoticeError::TooNew { .. });
    let own = Card::roots_alone(parts.publisher.card).filter(|_| too_new);
    let known = known(own.as_deref().unwrap_or_default(), &pins);
    let unknown = pins.is_empty() && own.is_none();
    match signers(&parts.publisher, &known) {
        _ if unknown => Reason::Unreadable(error),
        Some(signers) if !signers.is_empty() => Reason::Unreadable(error),
        _ => Reason::CardSignature,
    }
}

fn known(roots: &[PublicKey], pins: &[Pinned]) -> Vec<PublicKey> {
    let mut known = roots.to_vec();
    for pin in pins {
        known.push(pin.root);
        known.extend(pin.accepted.iter().flat_map(|card| &card.roots));
    }
    known
}

/// The pins that speak of a file: the root of this run, else those of its domains and of domains above them.
fn pins(request: &Request<'_>, parts: &Signed<'_>, domains: &[String]) -> Vec<Pinned> {
    let accepted = |root: &PublicKey| request.memory.accepted.get(root).cloned();
    if let Some(root) = request.root {
        return vec![Pinned { root, domain: None, since: None, accepted: accepted(&root) }];
    }
    let named =
        |pin: &str| std::iter::once(&parts.id.domain).chain(domains).any(|domain| is_within(domain, pin));
    let pins = request.memory.pins.iter().filter(|pin| named(&pin.domain));
    pins.map(|pin| Pinned {
        root: pin.root,
        domain: Some(pin.domain.clone()),
        since: Some(pin.since),
        accepted: accepted(&pin.root),
    })
    .collect()
}

/// Which of the `known` roots signed; `None` if a block names one of them and is not its signature.
///
/// A block of a root that nobody here knows says nothing: after a change of roots it is that of the former one.
/// But one that bears nearly the number of a known root has been changed: so no single changed byte passes.
pub(super) fn signers(publisher: &PublisherPart<'_>, known: &[PublicKey]) -> Option<Vec<PublicKey>> {
    let mut signers = Vec::new();
    for block in &publisher.roots {
        if !block.prehashed {
            return None;
        }
        let named: Vec<&PublicKey> = known.iter().filter(|key| key.number() == block.key_number).collect();
        let signer = named.iter().find(|key| key.verifies(publisher.card, block));
        match signer {
            Some(key) => signers.push(**key),
            None if !named.is_empty() => return None,
            None if known.iter().any(|key| key.nearly_named_by(block)) => {
                return None;
            }
            None => {}
        }
    }
    Some(signers)
}

fn comments_agree(publisher: &PublisherPart<'_>, card: &Card) -> bool {
    let first = card.domains.first().cloned().unwrap_or_default();
    let expected = Trusted::Card { domain: first, serial: card.serial };
    publisher.roots.iter().all(|block| block.trusted().as_ref() == Ok(&expected))
}

/// The root to show: the pinned one while it signs, the link's, else the first that signed.
fn shown_root(
    request: &Request<'_>,
    pins: &[Pinned],
    signers: &[PublicKey],
    own: &[PublicKey],
) -> Option<PublicKey> {
    let pinned = pins.iter().map(|pin| pin.root).find(|root| signers.contains(root) && own.contains(root));
    let linked =
        request.link.and_then(|link| own.iter().find(|root| root.link_code() == link.code()).copied());
    let first = own.first().or(signers.first()).copied();
    pinned.or(linked).or(first)
}
