//! One signature block: four lines of an ordinary minisign signature file, held to an exact form.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::domain::is_domain;
use crate::position::number;
use crate::{NoticeError, NoticeId};

/// Lines of a block.
pub(crate) const LINES: usize = 4;
/// Algorithm, key number and signature.
const SIGNATURE_BYTES: usize = 74;
/// The signature over the signature and the trusted comment.
const GLOBAL_BYTES: usize = 64;
const TRUSTED: &str = "trusted comment: ";

/// Who signs with a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A desk key signs a body.
    Desk,
    /// A root signs a card.
    Root,
}

impl Role {
    /// The untrusted comment that says so.
    #[must_use]
    pub fn comment(self) -> &'static str {
        match self {
            Self::Desk => "desk key",
            Self::Root => "root key",
        }
    }
}

/// What a trusted comment speaks of. It is signed, and must agree with what it stands under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trusted {
    /// `notice <id> r<revision>`.
    Notice {
        /// The notice.
        id: NoticeId,
        /// Its revision.
        revision: u32,
    },
    /// `card <first domain> s<serial>`.
    Card {
        /// The first domain of the card.
        domain: String,
        /// Its serial number.
        serial: u32,
    },
}

impl Trusted {
    /// The words of the comment.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Notice { id, revision } => format!("notice {id} r{revision}"),
            Self::Card { domain, serial } => format!("card {domain} s{serial}"),
        }
    }

    fn parse(words: &str) -> Option<Self> {
        let (kind, rest) = words.split_once(' ')?;
        let (name, count) = rest.split_once(' ')?;
        match kind {
            "notice" => Some(Self::Notice { id: name.parse().ok()?, revision: counted(count, 'r')? }),
            "card" => is_domain(name)
                .then_some(())
                .and_then(|()| counted(count, 's'))
                .map(|serial| Self::Card { domain: name.to_owned(), serial }),
            _ => None,
        }
    }
}

/// `r4` → 4; from 1, and in the one form that a number is printed in.
fn counted(text: &str, letter: char) -> Option<u32> {
    let digits = text.strip_prefix(letter)?;
    let count: u32 = digits.parse().ok()?;
    (count > 0 && count.to_string() == digits).then_some(count)
}

/// A block as it stands in a file. Its form is checked, its signature is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block<'a> {
    /// The four lines: what stock `minisign` takes as a `.minisig` file.
    pub text: String,
    /// The number of the key that is said to have signed.
    pub key_number: [u8; 8],
    /// Whether it is a prehashed signature (`ED`), the only kind that is accepted.
    pub prehashed: bool,
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    comment: &'a str,
}

impl<'a> Block<'a> {
    pub(crate) fn read(lines: &[&'a str], at: usize, role: Role) -> Result<Self, NoticeError> {
        let broken = |below: usize| NoticeError::Container { line: number(at.saturating_add(below)) };
        let line = |below: usize| {
            let line = lines.get(at.saturating_add(below)).and_then(|line| line.strip_suffix('\n'));
            line.ok_or_else(|| broken(below.min(lines.len().saturating_sub(at).saturating_sub(1))))
        };
        if line(0)?.strip_prefix("untrusted comment: ") != Some(role.comment()) {
            return Err(broken(0));
        }
        let signature: [u8; SIGNATURE_BYTES] = decode(line(1)?).ok_or_else(|| broken(1))?;
        let comment = line(2)?.strip_prefix(TRUSTED).ok_or_else(|| broken(2))?;
        let _: [u8; GLOBAL_BYTES] = decode(line(3)?).ok_or_else(|| broken(3))?;
        let mut key_number = [0; 8];
        key_number.iter_mut().zip(signature.iter().skip(2)).for_each(|(to, from)| *to = *from);
        let text = lines.iter().skip(at).take(LINES).copied().collect();
        Ok(Self { text, key_number, prehashed: signature.starts_with(b"ED"), line: number(at), comment })
    }

    /// What its trusted comment speaks of.
    ///
    /// # Errors
    /// When the comment is not in one of the two forms.
    pub fn trusted(&self) -> Result<Trusted, NoticeError> {
        Trusted::parse(self.comment).ok_or(NoticeError::Container { line: self.line.saturating_add(2) })
    }
}

/// Standard base64 of exactly `N` bytes: padded, unused bits zero.
pub(crate) fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    STANDARD.decode(text).ok()?.try_into().ok()
}
