//! Making the publisher card: which desk keys speak for which domains, signed by roots.

use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};
use notice::block::{Role, Trusted};
use notice::container::{assemble_publisher, split_publisher};
use notice::domain::is_domain;
use notice::{Card, MOST_DAYS, PublicKey};

use super::{DeskError, SigningKey};

/// What a card says.
pub struct CardRequest<'a> {
    /// What the publisher calls itself.
    pub name: &'a str,
    /// The domains it speaks for.
    pub domains: &'a [String],
    /// Keys that may sign notices.
    pub desk_keys: Vec<PublicKey>,
    /// Keys that may sign cards.
    pub roots: Vec<PublicKey>,
    /// Those that sign this one, with the files that they came from.
    pub signers: &'a [(PathBuf, SigningKey)],
    /// The card before, as published.
    pub previous: Option<(PathBuf, Vec<u8>)>,
    /// How long it lives.
    pub days: i64,
    /// When it begins.
    pub now: Timestamp,
}

/// The text of `publisher`: the card and its signatures, and whether readers of the card before will follow.
///
/// # Errors
/// When the card would not be one that readers take.
pub fn card(request: &CardRequest<'_>) -> Result<(String, bool), DeskError> {
    if !(1..=MOST_DAYS).contains(&request.days) {
        return Err(DeskError::Days);
    }
    if let Some(domain) = request.domains.iter().find(|domain| !is_domain(domain)) {
        return Err(DeskError::NotADomain(domain.clone()));
    }
    if !(1..=2).contains(&request.signers.len()) {
        return Err(DeskError::SignatureCount);
    }
    let previous = request.previous.as_ref().map(|(path, bytes)| {
        let card = split_publisher(bytes).and_then(|publisher| publisher.read_card());
        card.map_err(|source| DeskError::Notice { path: path.clone(), source })
    });
    let previous = previous.transpose()?;
    let named_before = |key: &PublicKey| previous.as_ref().is_some_and(|card| card.roots.contains(key));
    for (path, signer) in request.signers {
        if !request.roots.contains(&signer.public()) && !named_before(&signer.public()) {
            return Err(DeskError::ForeignRoot { path: path.clone() });
        }
    }
    let serial = match &previous {
        Some(card) => card.serial.checked_add(1).ok_or(DeskError::NoSerialLeft)?,
        None => 1,
    };
    let issued = request.now.round(jiff::Unit::Second).unwrap_or(request.now);
    let life = SignedDuration::from_hours(24 * request.days);
    let expires = issued.checked_add(life).map_err(|_| DeskError::Days)?;
    let card = Card {
        serial,
        name: request.name.trim().to_owned(),
        domains: request.domains.to_vec(),
        desk_keys: request.desk_keys.clone(),
        roots: request.roots.clone(),
        issued,
        expires,
    };
    let text = card.to_text();
    let first = request.domains.first().cloned().unwrap_or_default();
    let trusted = Trusted::Card { domain: first, serial };
    let blocks = request.signers.iter().map(|(_, signer)| signer.block(&text, Role::Root, &trusted));
    let blocks = blocks.collect::<Result<Vec<_>, _>>()?;
    let written = assemble_publisher(&text, &blocks).and_then(|written| Card::parse(&text).map(|_| written));
    let written = written.map_err(|source| DeskError::Notice { path: PathBuf::from("publisher"), source })?;
    let signed = |key: &PublicKey| request.signers.iter().any(|(_, signer)| signer.public() == *key);
    let follows = previous.is_none_or(|before| {
        before.roots.iter().any(signed)
            && card.roots.iter().all(|root| before.roots.contains(root) || signed(root))
    });
    Ok((written, follows))
}
