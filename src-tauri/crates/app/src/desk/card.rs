//! Making the publisher card: which desk keys speak for which domains, signed by roots.

use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use notice::block::{Role, Trusted};
use notice::container::{assemble_publisher, split_publisher};
use notice::domain::is_domain;
use notice::{Card, MOST_DAYS, PublicKey};

use super::calendar::calendar;
use super::numbers::Numbers;
use super::{DeskError, SigningKey, files};
use crate::own_file::{Kind, Output, Readers};

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

/// Where a card goes, and what may be left behind by it.
pub struct CardPlace<'a> {
    /// The file.
    pub out: &'a Path,
    /// Files that are read beside those of the request.
    pub inputs: &'a [PathBuf],
    /// What this computer has used.
    pub numbers: Option<&'a Numbers>,
    /// Begin without the card before, although one is known.
    pub start_over: bool,
    /// Domains and roots of the card before may be missing.
    pub leave_out: bool,
}

/// A card that was made.
#[derive(Debug)]
pub struct MadeCard {
    /// Where it is.
    pub path: PathBuf,
    /// The card.
    pub card: Card,
    /// The root that signed first.
    pub root: PublicKey,
    /// Whether readers of the card before will follow.
    pub follows: bool,
    /// Where the card before was put, if it stood in the way.
    pub former: Option<PathBuf>,
    /// The calendar file that reminds of its end; `None` where something else has its name.
    pub calendar: Option<PathBuf>,
    /// Roots of the card before that are not listed any more.
    pub left_out: Vec<PublicKey>,
    /// A number that is higher than the card before has; it was counted on from.
    pub counted_from: Option<u32>,
}

/// Makes a card and writes it, with a calendar file. A card that stands there is kept under its number.
///
/// # Errors
/// When the card would not be one that readers take, a card before is known and was not given, or something else
/// stands there. Nothing was written then.
pub fn make_card(request: &CardRequest<'_>, place: &CardPlace<'_>) -> Result<MadeCard, DeskError> {
    let secrets = request.signers.iter().map(|(path, _)| path.as_path());
    let inputs: Vec<&Path> = secrets.chain(place.inputs.iter().map(PathBuf::as_path)).collect();
    let output = Output::new(place.out, Kind::Card, inputs.iter().copied())?;
    let mut held = place.numbers.map(Numbers::hold).transpose()?;
    let previous = request.previous.as_ref().map(|(path, bytes)| signed_card(path, bytes)).transpose()?;
    let remembered = held.as_ref().and_then(|held| held.known().serial(&request.roots));
    if previous.is_none() && !place.start_over {
        known_card(request, place.out, remembered)?;
    }
    let before = previous.as_ref().map(|card| card.serial);
    let base = before.into_iter().chain(remembered).max();
    let follows = |card: &Card| {
        let signed = |key: &PublicKey| request.signers.iter().any(|(_, signer)| signer.public() == *key);
        previous.as_ref().is_none_or(|before| {
            before.roots.iter().any(signed)
                && card.roots.iter().all(|root| before.roots.contains(root) || signed(root))
        })
    };
    let (text, card) = card(request, previous.as_ref(), base)?;
    let follows = follows(&card);
    let left_out = left_out(previous.as_ref(), &card, follows, place.leave_out)?;
    let root = request.signers.first().map(|(_, key)| key.public()).ok_or(DeskError::SignatureCount)?;
    let reminder = place.out.with_extension("ics");
    let reminder = Output::new(&reminder, Kind::Calendar, inputs.iter().copied()).ok();
    let former = keep_former(place.out)?;
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| DeskError::File { path, source }
    };
    output.write(text.as_bytes(), Readers::All).map_err(failed(place.out))?;
    // The card is made; a reminder that cannot be written is no reason to make it again.
    let written = |output: &Output| output.write(calendar(&card, &root).as_bytes(), Readers::All).is_ok();
    let reminder = reminder.filter(written).map(|output| output.path().to_owned());
    if let Some(held) = &mut held {
        held.keep(&card, None)?;
    }
    Ok(MadeCard {
        path: place.out.to_owned(),
        card,
        root,
        follows,
        former,
        calendar: reminder,
        left_out,
        counted_from: base.filter(|base| Some(*base) != before),
    })
}

/// The card in a file that at least one of its own roots signed.
///
/// # Errors
/// When it is none.
pub fn card_of(path: &Path) -> Result<Card, DeskError> {
    signed_card(path, &files::read(path)?)
}

/// The same of bytes that were read.
pub(super) fn signed_card(path: &Path, bytes: &[u8]) -> Result<Card, DeskError> {
    let publisher = split_publisher(bytes);
    let read = publisher.and_then(|publisher| publisher.read_card().map(|card| (publisher, card)));
    let (publisher, card) = read.map_err(|source| DeskError::Notice { path: path.to_owned(), source })?;
    let signed = |root: &PublicKey| publisher.roots.iter().any(|block| root.verifies(publisher.card, block));
    if card.roots.iter().any(signed) { Ok(card) } else { Err(DeskError::CardNotSigned) }
}

/// Refuses to begin at 1 where a card before is known: at the place itself, beside it, or by its number alone.
fn known_card(request: &CardRequest<'_>, out: &Path, remembered: Option<u32>) -> Result<(), DeskError> {
    let beside = out.with_file_name("publisher");
    for path in [out, &beside] {
        if path.symlink_metadata().is_err() {
            continue;
        }
        let Ok(card) = files::read(path).and_then(|bytes| signed_card(path, &bytes)) else { continue };
        let ours = card.roots.iter().any(|root| request.roots.contains(root))
            || card.domains.iter().any(|domain| request.domains.contains(domain));
        if ours || path == out {
            return Err(DeskError::CardKnown { path: Some(path.to_owned()), serial: card.serial });
        }
    }
    remembered.map_or(Ok(()), |serial| Err(DeskError::CardKnown { path: None, serial }))
}

/// Roots that are not listed any more. A domain, or a root in whose place no other comes, is left out on purpose only.
fn left_out(
    previous: Option<&Card>,
    card: &Card,
    follows: bool,
    on_purpose: bool,
) -> Result<Vec<PublicKey>, DeskError> {
    let Some(before) = previous else { return Ok(Vec::new()) };
    let domains: Vec<String> =
        before.domains.iter().filter(|domain| !card.domains.contains(domain)).cloned().collect();
    let roots: Vec<PublicKey> =
        before.roots.iter().filter(|root| !card.roots.contains(root)).copied().collect();
    let replaced = follows && card.roots.iter().any(|root| !before.roots.contains(root));
    if on_purpose || (domains.is_empty() && (roots.is_empty() || replaced)) {
        return Ok(roots);
    }
    Err(DeskError::LeavesOut { domains, roots })
}

/// Keeps the card that stands there under its number; one that was kept already stays.
fn keep_former(out: &Path) -> Result<Option<PathBuf>, DeskError> {
    if out.symlink_metadata().is_err() {
        return Ok(None);
    }
    let bytes = files::read(out)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    let card = split_publisher(&bytes).and_then(|publisher| publisher.read_card());
    let Ok(card) = card else { return Ok(None) };
    let mut name = out.file_name().unwrap_or_default().to_owned();
    name.push(format!("-{}", card.serial));
    let path = out.with_file_name(name);
    match files::write_new(&path, &bytes, false) {
        Err(DeskError::Exists { .. }) if files::read(&path)? == bytes => Ok(Some(path)),
        outcome => outcome.map(|()| Some(path)),
    }
}

/// The text of `publisher`: the card and its signatures. `base` is the serial that it counts on from.
fn card(
    request: &CardRequest<'_>,
    previous: Option<&Card>,
    base: Option<u32>,
) -> Result<(String, Card), DeskError> {
    if !(1..=MOST_DAYS).contains(&request.days) {
        return Err(DeskError::Days);
    }
    if let Some(domain) = request.domains.iter().find(|domain| !is_domain(domain)) {
        return Err(DeskError::NotADomain(domain.clone()));
    }
    if !(1..=2).contains(&request.signers.len()) {
        return Err(DeskError::SignatureCount);
    }
    let named_before = |key: &PublicKey| previous.is_some_and(|card| card.roots.contains(key));
    for (path, signer) in request.signers {
        if !request.roots.contains(&signer.public()) && !named_before(&signer.public()) {
            return Err(DeskError::ForeignRoot { path: path.clone() });
        }
    }
    let serial = base.map_or(Ok(1), |base| base.checked_add(1).ok_or(DeskError::NoSerialLeft))?;
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
    Ok((written, card))
}
