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
use notice::{Card, Link, Notice, PublicKey};

use super::page::{Page, page, svg};
use super::{DeskError, SigningKey, feed, files, listed_domains};
use crate::walk::{Session, Trust};

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
    /// The folder; it holds the former revision, if there is one.
    pub out: &'a Path,
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
    /// Warnings of the lint.
    pub findings: Vec<Finding>,
}

/// A draft as it would be published now.
pub struct Edition {
    /// The body that would be signed.
    pub body: String,
    /// The same, read.
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

/// The next revision of a draft in a folder, as it would be published. Nothing is written.
///
/// # Errors
/// When the draft, or the former revision in the folder, cannot be read.
pub fn edition(
    name: &Path,
    draft: &[u8],
    summary: &str,
    now: Timestamp,
    out: Option<&Path>,
) -> Result<Edition, DeskError> {
    let listed = listed_domains();
    let in_draft = |source| DeskError::Notice { path: name.to_owned(), source };
    let draft = draft_of(name, draft)?;
    let placed = lint(draft.as_bytes(), &listed).map_err(in_draft)?;
    let former = match out {
        Some(out) => former(out, draft)?,
        None => None,
    };
    let body = edition::next(draft, Next { former: former.as_deref(), summary, now })?;
    let notice = notice::read(body.as_bytes()).map_err(in_draft)?;
    let findings = lint(body.as_bytes(), &listed).map_err(in_draft)?;
    let findings = findings.into_iter().map(|finding| at_the_draft(finding, &placed)).collect();
    Ok(Edition { body, notice, findings })
}

/// Whoever mends a draft wants its places, not those of the text made from it.
fn at_the_draft(finding: Finding, placed: &[Finding]) -> Finding {
    let same = |other: &&Finding| {
        (other.code, &other.field, &other.about) == (finding.code, &finding.field, &finding.about)
    };
    placed.iter().find(same).cloned().unwrap_or(finding)
}

/// The body of the revision that the folder holds.
fn former(out: &Path, draft: &str) -> Result<Option<String>, DeskError> {
    let at = |path: &Path| path.to_owned();
    let id = notice_id(draft).map_err(|source| DeskError::Notice { path: at(out), source })?;
    let path = out.join(format!("{}.notice", id.slug));
    if path.symlink_metadata().is_err() {
        return Ok(None);
    }
    let bytes = files::read(&path)?;
    draft_of(&path, &bytes).map(|body| Some(body.to_owned()))
}

fn notice_id(draft: &str) -> Result<notice::NoticeId, notice::NoticeError> {
    notice::read_draft(draft.as_bytes()).map(|notice| notice.id)
}

/// A card whose signature is good, and the root that made it.
struct GoodCard<'a> {
    publisher: Publisher<'a>,
    card: Card,
    root: PublicKey,
}

fn good_card<'a>(name: &Path, bytes: &'a [u8]) -> Result<GoodCard<'a>, DeskError> {
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
) -> Result<(String, Vec<Doubt>), DeskError> {
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
    Ok((signed, doubts))
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

/// The link to a signed notice at `url`.
///
/// # Errors
/// When the file is not signed by a good card, or the address is not the publisher's.
pub fn link(name: &Path, bytes: &[u8], url: &str) -> Result<Link, DeskError> {
    let failed = |source| DeskError::Notice { path: name.to_owned(), source };
    let Container::Signed(parts) = split(bytes).map_err(failed)? else {
        return Err(DeskError::CardNotSigned);
    };
    let card = parts.publisher.read_card().map_err(failed)?;
    let root = signing_root(&parts.publisher, &card).ok_or(DeskError::CardNotSigned)?;
    link_to(url, &card, root)
}

fn link_to(url: &str, card: &Card, root: PublicKey) -> Result<Link, DeskError> {
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
    let Edition { body, notice, findings } =
        edition(request.name, request.draft, request.summary, request.now, Some(request.out))?;
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
    let folder =
        if request.url.ends_with('/') { request.url.to_owned() } else { format!("{}/", request.url) };
    let file = format!("{}.notice", notice.id.slug);
    let link = link_to(&format!("{folder}{file}"), &card.card, card.root)?;
    let made = make(
        &Making { body: &body, notice: &notice, card: &card, link: &link, folder: &folder, file: &file },
        request.key,
    )?;
    fs::create_dir_all(request.out)
        .map_err(|source| DeskError::File { path: request.out.to_owned(), source })?;
    let mut written = Vec::new();
    for (name, text) in made {
        let path = request.out.join(name);
        files::replace(&path, text.as_bytes())?;
        written.push(path);
    }
    Ok(Published {
        id: notice.id.to_string(),
        revision: notice.revision,
        files: written,
        link: link.to_string(),
        words: card.root.words(),
        findings,
    })
}

struct Making<'a> {
    body: &'a str,
    notice: &'a Notice,
    card: &'a GoodCard<'a>,
    link: &'a Link,
    folder: &'a str,
    file: &'a str,
}

/// Every file before the first is written: name and text, the notice last.
fn make(making: &Making<'_>, key: &SigningKey) -> Result<Vec<(String, String)>, DeskError> {
    let in_body = |source| DeskError::Notice { path: PathBuf::from(making.file), source };
    let signed = signed(making.body, making.notice, key, &making.card.publisher)?;
    let listed: BTreeSet<String> = listed_domains();
    let mut session = Session::open(making.body.as_bytes(), Trust::Practice).map_err(in_body)?;
    session.set_language(&making.notice.language);
    let link = making.link.to_string();
    let words = making.card.root.words();
    let around = Page {
        publisher: &making.card.card.name,
        link: &link,
        words: &words,
        file: making.file,
        listed: &listed,
    };
    let html = page(&session, &around)?;
    let title = session.words(&making.notice.title);
    let feed = feed::feed(making.notice, &title, &making.card.card.name, making.folder);
    Ok(vec![
        ("index.html".to_owned(), html),
        ("feed.json".to_owned(), feed.map_err(|_| DeskError::Page)?),
        ("qr.svg".to_owned(), svg(&link)?),
        ("publisher".to_owned(), making.card.publisher.text.to_owned()),
        (making.file.to_owned(), signed),
    ])
}
