//! Signing a notice, and publishing one: the next revision of a draft as a folder of static files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use notice::block::{Role, Trusted};
use notice::container::{Container, Publisher, assemble, marked_line, split, split_publisher};
use notice::domain::is_within;
use notice::edition::{self, Next};
use notice::lint::{Finding, Level, lint};
use notice::{Card, Link, Notice, PublicKey, verify, without_comments};

use super::calendar::{Life, life};
use super::folder;
use super::former::{self, Believed, Origin, Places};
use super::numbers::{Known, Numbers};
use super::page::Around;
use super::{DeskError, SigningKey, address, files, listed_domains, surroundings};
use crate::own_file::{Kind, Output, OutputError, Readers};
use crate::walk::Session;

/// The card's file in the folder.
const PUBLISHER: &str = "publisher";

/// What is published, with what, where.
pub struct PublishRequest<'a> {
    /// The draft's file, for messages.
    pub name: &'a Path,
    /// The draft.
    pub draft: &'a [u8],
    /// The desk key.
    pub key: &'a SigningKey,
    /// The card's file, for messages.
    pub card_name: &'a Path,
    /// The card, as published.
    pub card: &'a [u8],
    /// The address of the folder on the web, as in `https://forum.example/incident/`.
    pub url: &'a str,
    /// What changed.
    pub summary: &'a str,
    /// When.
    pub now: Timestamp,
    /// The folder; it holds the statement before, if there is one.
    pub out: &'a Path,
    /// The statement before, where the folder does not hold it.
    pub previous: Option<Given<'a>>,
    /// What this computer has published.
    pub numbers: Option<&'a Numbers>,
}

/// A file that was given, and its name for messages.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// Its name, or the address that it came from.
    pub name: &'a Path,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// What was published.
#[derive(Debug)]
pub struct Published {
    /// The notice's id.
    pub id: String,
    /// Its revision.
    pub revision: u32,
    /// The files, in the order in which they were written.
    pub files: Vec<PathBuf>,
    /// The link for the incident page.
    pub link: String,
    /// The six words.
    pub words: String,
    /// The body that was signed, with the comments of the draft: what the next statement is written from.
    pub draft: String,
    /// Warnings of the lint.
    pub findings: Vec<Finding>,
    /// Where the statement before is from; `None` if none is known.
    pub after: Option<Origin>,
    /// Comments of the draft that were left out.
    pub comments: usize,
    /// How long the card still lives.
    pub life: Life,
    /// Its last moment.
    pub card_expires: Timestamp,
    /// Why the number could not be remembered.
    pub not_remembered: Option<DeskError>,
}

/// A draft as it would be published now.
pub struct Edition {
    /// The body that would be signed.
    pub body: String,
    /// The same with the comments of the draft.
    pub draft: String,
    /// How many of them there are.
    pub comments: usize,
    /// The body, read.
    pub notice: Notice,
    /// What the lint finds in it, with the places of the draft.
    pub findings: Vec<Finding>,
}

/// The text of a draft; of a signed notice, its body.
///
/// # Errors
/// When it cannot be told apart.
pub fn draft_of<'a>(name: &Path, bytes: &'a [u8]) -> Result<&'a str, DeskError> {
    match split(bytes) {
        Ok(Container::Unsigned(body)) => Ok(body),
        Ok(Container::Signed(parts)) => Ok(parts.body),
        Err(source) => Err(DeskError::Notice { path: name.to_owned(), source }),
    }
}

/// The next revision of a draft, as it would be published. Nothing is written.
///
/// # Errors
/// When the draft, or the former revision, cannot be read.
pub fn edition(
    name: &Path,
    draft: &[u8],
    summary: &str,
    now: Timestamp,
    former: Option<&str>,
) -> Result<Edition, DeskError> {
    let surroundings = surroundings(now);
    let in_draft = |source| DeskError::Notice { path: name.to_owned(), source };
    let draft = draft_of(name, draft)?;
    let placed = lint(draft.as_bytes(), &surroundings).map_err(in_draft)?;
    let draft = edition::next(draft, Next { former, summary, now })?;
    let (body, comments) = without_comments(&draft);
    let notice = notice::read(body.as_bytes()).map_err(in_draft)?;
    // Nothing but comments may be missing.
    if notice::read(draft.as_bytes()).ok().as_ref() != Some(&notice) {
        return Err(DeskError::Page);
    }
    let findings = lint(body.as_bytes(), &surroundings).map_err(in_draft)?;
    let findings = findings.into_iter().map(|finding| at_the_draft(finding, &placed)).collect();
    Ok(Edition { body, draft, comments, notice, findings })
}

/// Whoever mends a draft wants its places, not those of the text made from it.
fn at_the_draft(finding: Finding, placed: &[Finding]) -> Finding {
    let same = |other: &&Finding| {
        (other.code, &other.field, &other.about, &other.reason)
            == (finding.code, &finding.field, &finding.about, &finding.reason)
    };
    placed.iter().find(same).cloned().unwrap_or(finding)
}

fn notice_id(draft: &str) -> Result<notice::NoticeId, notice::NoticeError> {
    notice::read_draft(draft.as_bytes()).map(|notice| notice.id)
}

/// The statement that the next one follows.
pub(super) fn former(
    places: &Places<'_>,
    card: &GoodCard<'_>,
    known: &Known,
) -> Result<Option<former::Former>, DeskError> {
    let draft = draft_of(places.name, places.draft)?;
    let id = notice_id(draft).map_err(|source| DeskError::Notice { path: places.name.to_owned(), source })?;
    former::find(places, &id, &Believed { card: &card.card, known })
}

/// A card whose signature is good, and the root that made it.
pub(super) struct GoodCard<'a> {
    pub(super) publisher: Publisher<'a>,
    pub(super) card: Card,
    pub(super) root: PublicKey,
}

pub(super) fn good_card<'a>(name: &Path, bytes: &'a [u8]) -> Result<GoodCard<'a>, DeskError> {
    let publisher = split_publisher(bytes);
    let read = publisher.and_then(|publisher| publisher.read_card().map(|card| (publisher, card)));
    let (publisher, card) = read.map_err(|source| DeskError::Notice { path: name.to_owned(), source })?;
    let root = signing_root(&publisher, &card).ok_or(DeskError::CardNotSigned)?;
    Ok(GoodCard { publisher, card, root })
}

fn signing_root(publisher: &Publisher<'_>, card: &Card) -> Option<PublicKey> {
    let signed = |root: &&PublicKey| publisher.roots.iter().any(|block| root.verifies(publisher.card, block));
    card.roots.iter().find(signed).copied()
}

/// What readers will hold against a notice that is signed all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// The card does not name the key.
    DeskKeyNotInCard,
    /// The card does not speak for the domain.
    ForeignDomain,
}

/// A body that was signed as it is.
#[derive(Debug)]
pub struct Signed {
    /// The whole file.
    pub text: String,
    /// What readers will hold against it.
    pub doubts: Vec<Doubt>,
    /// Comments in it, which everybody can read.
    pub comments: usize,
    /// How long the card still lives.
    pub life: Life,
    /// Its last moment.
    pub card_expires: Timestamp,
}

/// The signed form of a body as it is, and what readers will hold against it.
///
/// # Errors
/// When the body could not be told from its signature, or something cannot be read.
pub fn sign(
    name: &Path,
    body: &[u8],
    key: &SigningKey,
    card_name: &Path,
    card: &[u8],
    now: Timestamp,
) -> Result<Signed, DeskError> {
    let in_body = |source| DeskError::Notice { path: name.to_owned(), source };
    let text = std::str::from_utf8(body).map_err(|_| DeskError::NotText { path: name.to_owned() })?;
    if let Some(line) = marked_line(text) {
        return Err(DeskError::MarkedLine { path: name.to_owned(), line });
    }
    if !text.ends_with('\n') {
        return Err(DeskError::NoLineEnd { path: name.to_owned() });
    }
    let notice = notice::read(body).map_err(in_body)?;
    let card = good_card(card_name, card)?;
    let mut doubts = Vec::new();
    if !card.card.desk_keys.contains(&key.public()) {
        doubts.push(Doubt::DeskKeyNotInCard);
    }
    if !speaks_for(&card.card, &notice.id.domain) {
        doubts.push(Doubt::ForeignDomain);
    }
    let signed = signed(text, &notice, key, &card.publisher).map_err(|error| match error {
        DeskError::Notice { source, .. } => in_body(source),
        other => other,
    })?;
    let (life, card_expires) = (life(&card.card, now), card.card.expires);
    Ok(Signed { text: signed, doubts, comments: without_comments(text).1, life, card_expires })
}

fn speaks_for(card: &Card, domain: &str) -> bool {
    card.domains.iter().any(|own| own == domain)
}

fn signed(
    body: &str,
    notice: &Notice,
    key: &SigningKey,
    publisher: &Publisher<'_>,
) -> Result<String, DeskError> {
    let trusted = Trusted::Notice { id: notice.id.clone(), revision: notice.revision };
    let block = key.block(body, Role::Desk, &trusted)?;
    assemble(body, &block, publisher.text)
        .map_err(|source| DeskError::Notice { path: PathBuf::new(), source })
}

/// The link to a signed notice at `url`, and the card that it carries.
///
/// # Errors
/// When the file is not signed by a good card, or the address is not the publisher's.
pub fn link(name: &Path, bytes: &[u8], url: &str) -> Result<(Link, Card), DeskError> {
    let failed = |source| DeskError::Notice { path: name.to_owned(), source };
    let Container::Signed(parts) = split(bytes).map_err(failed)? else {
        return Err(DeskError::CardNotSigned);
    };
    let card = parts.publisher.read_card().map_err(failed)?;
    let root = signing_root(&parts.publisher, &card).ok_or(DeskError::CardNotSigned)?;
    let link = link_to(&address::file(url)?, &card, root)?;
    Ok((link, card))
}

pub(super) fn link_to(url: &str, card: &Card, root: PublicKey) -> Result<Link, DeskError> {
    let link = Link::new(url, &root.link_code()).map_err(|_| DeskError::Address(url.to_owned()))?;
    let own = card.domains.iter().any(|domain| is_within(link.host(), domain));
    if own { Ok(link) } else { Err(DeskError::Address(url.to_owned())) }
}

/// Publishes the next revision of a draft. The notice is written last: until then readers find the former one.
///
/// # Errors
/// When the lint finds an error, or anything is not as it must be; the folder is unchanged then, unless the disk
/// failed while it was written, and even then each file is whole, old or new.
pub fn publish(request: &PublishRequest<'_>) -> Result<Published, DeskError> {
    let card = good_card(request.card_name, request.card)?;
    let mut held = request.numbers.map(Numbers::hold).transpose()?;
    let nothing = Known::default();
    let known = held.as_ref().map_or(&nothing, |held| held.known());
    let places = Places {
        name: request.name,
        draft: request.draft,
        out: Some(request.out),
        given: request.previous.map(|given| (given.name, given.bytes)),
    };
    let former = former(&places, &card, known)?;
    let Edition { body, draft, comments, notice, findings } = edition(
        request.name,
        request.draft,
        request.summary,
        request.now,
        former.as_ref().map(|former| former.body.as_str()),
    )?;
    let (errors, findings): (Vec<_>, Vec<_>) =
        findings.into_iter().partition(|finding| finding.code.level() == Level::Error);
    if !errors.is_empty() {
        return Err(DeskError::Refused { findings: errors });
    }
    if !card.card.desk_keys.contains(&request.key.public()) {
        return Err(DeskError::DeskKeyNotInCard);
    }
    if !speaks_for(&card.card, &notice.id.domain) {
        return Err(DeskError::ForeignDomain { domain: notice.id.domain });
    }
    if card.card.expires <= request.now {
        return Err(DeskError::CardExpired { expires: card.card.expires });
    }
    newest_card(&card, request.out, known)?;
    let folder = address::folder(request.url)?;
    let file = format!("{}.notice", notice.id.slug);
    let link = link_to(&format!("{folder}{file}"), &card.card, card.root)?;
    let made = make(
        &Making {
            body: &body,
            notice: &notice,
            card: &card,
            link: &link,
            folder: &folder,
            file: &file,
            former: former.as_ref().map(|former| former.body.as_str()),
        },
        request.key,
    )?;
    fs::create_dir_all(request.out)
        .map_err(|source| DeskError::File { path: request.out.to_owned(), source })?;
    // All of them are looked at before the first is written, those in folders of their own last.
    let (deeper, flat): (Vec<_>, Vec<_>) = made.into_iter().partition(|(name, ..)| name.contains('/'));
    let output_of = |(name, kind, text): folder::File| {
        let output = Output::new(&request.out.join(name), kind, []);
        // Staff who have rules of their own for the web server keep them.
        let own_rules = kind == Kind::Htaccess && matches!(output, Err(OutputError::OtherKind { .. }));
        (!own_rules).then(|| output.map(|output| (output, text)))
    };
    let flat = flat.into_iter().filter_map(output_of).collect::<Result<Vec<_>, _>>()?;
    for (name, ..) in &deeper {
        let path = request.out.join(name);
        let folder = path.parent().unwrap_or(request.out);
        fs::create_dir_all(folder).map_err(|source| DeskError::File { path: folder.to_owned(), source })?;
    }
    let deeper = deeper.into_iter().filter_map(output_of).collect::<Result<Vec<_>, _>>()?;
    let made = deeper.into_iter().chain(flat);
    let mut written = Vec::new();
    for (output, text) in made {
        let path = output.path().to_owned();
        output
            .write(text.as_bytes(), Readers::All)
            .map_err(|source| DeskError::File { path: path.clone(), source })?;
        written.push(path);
    }
    // The statement is out; that its number is not kept is no reason to make it again.
    let statement = Some((&notice.id, notice.revision, request.now, body.as_str()));
    let kept = held.as_mut().map_or(Ok(()), |held| held.keep(&card.card, statement));
    Ok(Published {
        id: notice.id.to_string(),
        revision: notice.revision,
        files: written,
        link: link.to_string(),
        words: card.root.words(),
        draft,
        findings,
        after: former.map(|former| former.origin),
        comments,
        life: life(&card.card, request.now),
        card_expires: card.card.expires,
        not_remembered: kept.err(),
    })
}

/// Refuses a card that a later one of this publisher has replaced: readers who have seen that one would not take it.
fn newest_card(card: &GoodCard<'_>, out: &Path, known: &Known) -> Result<(), DeskError> {
    let path = out.join(PUBLISHER);
    let there =
        files::read(&path).ok().filter(|_| path.symlink_metadata().is_ok_and(|facts| facts.is_file()));
    let published = there.and_then(|bytes| {
        let publisher = split_publisher(&bytes).ok()?;
        // Only where a root of the card in use signed it: anybody can write a number.
        let ours = card
            .card
            .roots
            .iter()
            .any(|root| publisher.roots.iter().any(|block| root.verifies(publisher.card, block)));
        publisher.read_card().ok().filter(|_| ours).map(|card| card.serial)
    });
    let serial = card.card.serial;
    match published.into_iter().chain(known.serial(&card.card.roots)).max() {
        Some(known) if known > serial => Err(DeskError::CardOlder { serial, known }),
        _ => Ok(()),
    }
}

pub(super) struct Making<'a> {
    pub(super) body: &'a str,
    pub(super) notice: &'a Notice,
    pub(super) card: &'a GoodCard<'a>,
    pub(super) link: &'a Link,
    pub(super) folder: &'a str,
    pub(super) file: &'a str,
    /// The statement before.
    pub(super) former: Option<&'a str>,
}

/// Every file before the first is written: name, kind and text, the notice last.
fn make(making: &Making<'_>, key: &SigningKey) -> Result<Vec<folder::File>, DeskError> {
    let signed = signed(making.body, making.notice, key, &making.card.publisher)?;
    let mut files = looks(making)?;
    files.push((PUBLISHER.to_owned(), Kind::Card, making.card.publisher.text.to_owned()));
    files.push((making.file.to_owned(), Kind::Notice, signed));
    Ok(files)
}

/// What people see of a notice on the web, and what belongs to it.
pub(super) fn looks(making: &Making<'_>) -> Result<Vec<folder::File>, DeskError> {
    let in_body = |source| DeskError::Notice { path: PathBuf::from(making.file), source };
    let GoodCard { card, root, publisher } = making.card;
    let reader = verify::Publisher { name: card.name.clone(), domains: card.domains.clone(), root: *root };
    let mut session = Session::to_be_signed(making.body.as_bytes(), reader).map_err(in_body)?;
    session.set_language(&making.notice.language);
    let (link, words) = (making.link.to_string(), root.words());
    let listed: BTreeSet<String> = listed_domains();
    let former = making.former.and_then(|body| notice::read(body.as_bytes()).ok());
    let around = Around {
        publisher: &card.name,
        link: &link,
        words: &words,
        file: making.file,
        url: making.folder,
        listed: &listed,
        former: former.as_ref(),
    };
    folder::files(&mut session, &around, publisher.text)
}
