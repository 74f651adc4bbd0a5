//! How the letters of a text are written, and how they become UTF-8.

use std::io::Read;

use encoding_rs::{CoderResult, Decoder};
use zeroize::Zeroizing;

use super::input::Input;
use super::wiped::Wiped;
use super::{Encoding, ReadError};

const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

/// What the start of a file says about its letters: the encoding, and the bytes of its mark.
pub(super) fn told_by(head: &[u8]) -> (Encoding, usize) {
    if head.starts_with(UTF8_MARK) {
        return (Encoding::Utf8, UTF8_MARK.len());
    }
    if head.starts_with(b"\xff\xfe") {
        return (Encoding::Utf16Le, 2);
    }
    if head.starts_with(b"\xfe\xff") {
        return (Encoding::Utf16Be, 2);
    }
    // Without a mark: a header in plain letters has a zero in every second byte.
    let pairs = head.get(..64.min(head.len())).unwrap_or_default().chunks_exact(2);
    let (all, mut first, mut second) = (pairs.len(), 0, 0);
    for pair in pairs {
        first += usize::from(pair.first() == Some(&0));
        second += usize::from(pair.last() == Some(&0));
    }
    if all >= 4 && second * 4 >= all * 3 && first == 0 {
        return (Encoding::Utf16Le, 0);
    }
    if all >= 4 && first * 4 >= all * 3 && second == 0 {
        return (Encoding::Utf16Be, 0);
    }
    (Encoding::Utf8, 0)
}

/// A text as it comes in: UTF-16 is turned into UTF-8 on the way, everything else stays as it is.
pub(super) struct Text<'a, R> {
    pub(super) input: Input<'a, R>,
    encoding: Encoding,
    decoder: Option<Decoder>,
    raw: Wiped,
}

impl<'a, R: Read> Text<'a, R> {
    pub(super) fn new(mut input: Input<'a, R>) -> Self {
        let (encoding, mark) = told_by(input.head());
        input.skip(mark);
        let decoder = match encoding {
            Encoding::Utf16Le => Some(encoding_rs::UTF_16LE.new_decoder_without_bom_handling()),
            Encoding::Utf16Be => Some(encoding_rs::UTF_16BE.new_decoder_without_bom_handling()),
            Encoding::Utf8 | Encoding::Windows1252Guessed => None,
        };
        Self { input, encoding, decoder, raw: Wiped::default() }
    }

    pub(super) fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Adds the next bytes to `to`. Adds none only at the end of the file.
    pub(super) fn fill(&mut self, to: &mut Wiped) -> Result<usize, ReadError> {
        let Some(decoder) = &mut self.decoder else { return self.input.fill(to) };
        let before = to.len();
        loop {
            self.raw.shorten_to(0);
            let last = self.input.fill(&mut self.raw)? == 0;
            let mut at = 0;
            loop {
                let written = to.len();
                let source = self.raw.get(at..).unwrap_or_default();
                let room = decoder.max_utf8_buffer_length(source.len()).unwrap_or(source.len() * 3 + 16);
                to.grow_to(written + room);
                let target = to.as_mut().get_mut(written..).unwrap_or_default();
                let (result, taken, given, _) = decoder.decode_to_utf8(source, target, last);
                at += taken;
                to.shorten_to(written + given);
                if result == CoderResult::InputEmpty {
                    break;
                }
            }
            if last {
                // A decoder that was told of the end must not be used again.
                self.decoder = None;
                return Ok(to.len() - before);
            }
            if to.len() > before {
                return Ok(to.len() - before);
            }
        }
    }

    /// Everything that is left, if it is not longer than may be.
    pub(super) fn rest(&mut self, limit: u64) -> Result<Wiped, ReadError> {
        let mut all = Wiped::default();
        while self.fill(&mut all)? > 0 {
            if all.len() as u64 > limit {
                return Err(ReadError::TooLong { limit });
            }
        }
        Ok(all)
    }
}

/// Decides row by row how letters beyond ASCII are written, and stays with it: UTF-8 unless the first such row
/// is none, then Windows-1252. A later row that contradicts is not guessed at, because a password in wrong
/// letters has another hash and would not be found on any list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guess {
    /// Every letter so far is ASCII.
    Open,
    /// UTF-8.
    Utf8,
    /// Windows-1252.
    Windows1252,
}

impl Guess {
    /// Looks at one row. Says whether its letters are written like those before.
    pub(super) fn accepts(&mut self, row: &[u8]) -> bool {
        if row.is_ascii() {
            return true;
        }
        let utf8 = std::str::from_utf8(row).is_ok();
        if *self == Self::Open {
            *self = if utf8 { Self::Utf8 } else { Self::Windows1252 };
        }
        (*self == Self::Utf8) == utf8
    }

    /// A cell of an accepted row as text.
    pub(super) fn text(cell: &[u8]) -> Zeroizing<String> {
        match std::str::from_utf8(cell) {
            Ok(text) => Zeroizing::new(text.to_owned()),
            Err(_) => {
                Zeroizing::new(encoding_rs::WINDOWS_1252.decode_without_bom_handling(cell).0.into_owned())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_16_is_told_by_its_mark_or_by_its_zeros() {
        let le: Vec<u8> = "name,url,username".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = "name,url,username".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(told_by(&le), (Encoding::Utf16Le, 0));
        assert_eq!(told_by(&be), (Encoding::Utf16Be, 0));
        assert_eq!(told_by(b"\xff\xfea\0"), (Encoding::Utf16Le, 2));
        assert_eq!(told_by(b"\xfe\xff\0a"), (Encoding::Utf16Be, 2));
        assert_eq!(told_by(b"name,url"), (Encoding::Utf8, 0));
        assert_eq!(told_by(b"\0\0\0\0\0\0\0\0\0\0"), (Encoding::Utf8, 0));
    }

    #[test]
    fn one_row_in_other_letters_is_not_guessed_at() {
        let mut guess = Guess::Open;
        assert!(guess.accepts(b"plain") && guess.accepts("Jörg".as_bytes()));
        assert!(!guess.accepts(b"J\xf6rg"));
        let mut guess = Guess::Open;
        assert!(guess.accepts(b"J\xf6rg") && guess.accepts(b"plain"));
        assert!(!guess.accepts("Jörg".as_bytes()));
        assert_eq!(Guess::text(b"J\xf6rg").as_str(), "Jörg");
    }
}
