//! The outermost rules: size, encoding, forbidden characters, and the parts of a signed file.
//!
//! The split is by lines alone, before anything is parsed, so that a signed file can never be read as an
//! unsigned one. The grammar is the one of `FORMAT.md`; nothing may stand before, between or after its parts.

use crate::block::{Block, LINES, Role, Trusted};
use crate::hidden::is_bidi_control;
use crate::position::{number, place};
use crate::{Card, NoticeError};

/// The largest notice, in bytes.
pub const MAX_BYTES: usize = 262_144;

/// What a line of a signature block begins with.
const MARK: &str = "untrusted comment:";
const SEPARATOR: &str = "# --- publisher card ---";
/// The card of a signed file begins after this line.
pub const SEPARATOR_LINE: &str = "# --- publisher card ---\n";
/// A card is signed by one root, or by two while they change.
const MOST_ROOT_BLOCKS: usize = 2;

/// A file, told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Container<'a> {
    /// A body alone.
    Unsigned(&'a str),
    /// A body with all that vouches for it. Nothing of it is verified yet.
    Signed(Signed<'a>),
}

/// The parts of a signed file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed<'a> {
    /// The bytes that the desk key signs.
    pub body: &'a str,
    /// The signature over them.
    pub desk: Block<'a>,
    /// The id that the desk block speaks of.
    pub id: crate::NoticeId,
    /// The revision that it speaks of.
    pub revision: u32,
    /// The card and its signatures.
    pub publisher: Publisher<'a>,
}

/// A card with the signatures over it: the end of a signed file, and all of `/.well-known/selfcheck/publisher`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publisher<'a> {
    /// The bytes that a root signs.
    pub card: &'a str,
    /// One or two signatures over them.
    pub roots: Vec<Block<'a>>,
    /// The whole part as it stands.
    pub text: &'a str,
    /// Lines of the file before the card.
    pub(crate) lines_before: u32,
}

impl Publisher<'_> {
    /// Reads the card. Whoever calls this before a root verified it may use nothing but its `roots`.
    ///
    /// # Errors
    /// When it is not TOML or a field is missing or wrong; lines count from the top of the file.
    pub fn read_card(&self) -> Result<Card, NoticeError> {
        Card::parse(self.card).map_err(|error| error.below(self.lines_before))
    }
}

/// Splits a file into its parts.
///
/// # Errors
/// When it is too large, is not text, holds a forbidden character, or its parts do not fit together.
pub fn split(bytes: &[u8]) -> Result<Container<'_>, NoticeError> {
    let text = text(bytes)?;
    let Some(first) = marked_line(text) else { return Ok(Container::Unsigned(text)) };
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let desk_at = index(first);
    let broken = |at: usize| NoticeError::Container { line: number(at) };
    let desk = Block::read(&lines, desk_at, Role::Desk)?;
    let Trusted::Notice { id, revision } = desk.trusted()? else { return Err(broken(desk_at)) };
    let separator_at = desk_at.saturating_add(LINES);
    if desk_at == 0 || lines.get(separator_at) != Some(&SEPARATOR_LINE) {
        return Err(broken(if desk_at == 0 { 0 } else { separator_at }));
    }
    let publisher = publisher(text, &lines, separator_at.saturating_add(1))?;
    let body_length: usize = lines.iter().take(desk_at).map(|line| line.len()).sum();
    let body = text.get(..body_length).unwrap_or_default();
    Ok(Container::Signed(Signed { body, desk, id, revision, publisher }))
}

/// Splits what a domain publishes of itself: a card with its signatures, and nothing else.
///
/// # Errors
/// As [`split`].
pub fn split_publisher(bytes: &[u8]) -> Result<Publisher<'_>, NoticeError> {
    let text = text(bytes)?;
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    publisher(text, &lines, 0)
}

/// Puts a signed file together from its parts, and reads it again to be sure that it can be told apart.
///
/// # Errors
/// When a part does not fit the grammar: a body or card with a marker line in it or without a line end.
pub fn assemble(body: &str, desk_block: &str, publisher: &str) -> Result<String, NoticeError> {
    let whole = format!("{body}{desk_block}{SEPARATOR_LINE}{publisher}");
    match split(whole.as_bytes())? {
        Container::Signed(parts) if parts.body == body && parts.publisher.text == publisher => Ok(whole),
        _ => Err(NoticeError::Container { line: 1 }),
    }
}

/// Puts a card and its signatures together; see [`assemble`].
///
/// # Errors
/// As [`assemble`].
pub fn assemble_publisher(card: &str, root_blocks: &[String]) -> Result<String, NoticeError> {
    let whole = format!("{card}{}", root_blocks.concat());
    if split_publisher(whole.as_bytes())?.card != card {
        return Err(NoticeError::Container { line: 1 });
    }
    Ok(whole)
}

/// The first line, from 1, that a signed file would take for one of its own marks. A text that is to be signed
/// must have none.
#[must_use]
pub fn marked_line(text: &str) -> Option<u32> {
    let marked = |line: &str| line.starts_with(MARK) || line == SEPARATOR;
    text.lines().zip(1_u32..).find_map(|(line, number)| marked(line).then_some(number))
}

fn publisher<'a>(text: &'a str, lines: &[&'a str], from: usize) -> Result<Publisher<'a>, NoticeError> {
    let broken = |at: usize| NoticeError::Container { line: number(at) };
    let card_lines = lines.iter().skip(from).take_while(|line| !line.starts_with(MARK)).count();
    let first_block = from.saturating_add(card_lines);
    let stray = lines.iter().skip(from).take(card_lines).position(|line| marked_line(line).is_some());
    if let Some(at) = stray {
        return Err(broken(from.saturating_add(at)));
    }
    if card_lines == 0 {
        return Err(broken(from));
    }
    let mut roots = Vec::new();
    let mut at = first_block;
    while at < lines.len() && roots.len() < MOST_ROOT_BLOCKS {
        let block = Block::read(lines, at, Role::Root)?;
        if !matches!(block.trusted()?, Trusted::Card { .. }) {
            return Err(broken(at));
        }
        roots.push(block);
        at = at.saturating_add(LINES);
    }
    if roots.is_empty() || at < lines.len() {
        return Err(broken(at.min(lines.len().saturating_sub(1))));
    }
    let start: usize = lines.iter().take(from).map(|line| line.len()).sum();
    let length: usize = lines.iter().skip(from).take(card_lines).map(|line| line.len()).sum();
    let card = text.get(start..start.saturating_add(length)).unwrap_or_default();
    let whole = text.get(start..).unwrap_or_default();
    Ok(Publisher { card, roots, text: whole, lines_before: u32::try_from(from).unwrap_or(u32::MAX) })
}

/// The text of bytes that are small enough, UTF-8, and without NUL or a control of writing direction.
fn text(bytes: &[u8]) -> Result<&str, NoticeError> {
    if bytes.len() > MAX_BYTES {
        return Err(NoticeError::TooBig { max: MAX_BYTES });
    }
    let text = std::str::from_utf8(bytes).map_err(|e| NoticeError::NotUtf8 { offset: e.valid_up_to() })?;
    for (offset, character) in text.char_indices() {
        let at = || place(text, offset);
        if character == '\0' {
            let (line, column) = at();
            return Err(NoticeError::Nul { line, column });
        }
        if is_bidi_control(character) {
            let (line, column) = at();
            return Err(NoticeError::BidiControl { line, column });
        }
    }
    Ok(text)
}

fn index(line: u32) -> usize {
    usize::try_from(line).unwrap_or(usize::MAX).saturating_sub(1)
}
