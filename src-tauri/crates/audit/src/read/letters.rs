//! How the letters of a text are written, and how they become UTF-8.

use std::io::Read;

use encoding_rs::{CoderResult, Decoder};
use zeroize::Zeroizing;

use super::ReadError;
use super::encoding::{Encoding, told_by};
use super::input::Input;
use super::wiped::Wiped;

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
            Encoding::Utf8 | Encoding::Windows1252Guessed | Encoding::MacRomanGuessed => None,
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

/// How the letters beyond ASCII of a table are written, decided by all of its rows: UTF-8 unless more rows are none
/// than are. A row in another encoding than the rest is read all the same; what was guessed of it is marked.
#[derive(Debug, Default)]
pub(super) struct Letters {
    utf8_rows: u64,
    other_rows: u64,
    /// Of the bytes beyond ASCII in those other rows: all, and those that are letters in Mac Roman and marks in
    /// Windows-1252.
    high: u64,
    mac: u64,
}

impl Letters {
    /// Looks at a row. Says whether it is UTF-8.
    pub(super) fn look(&mut self, row: &[u8]) -> bool {
        if row.is_ascii() {
            return true;
        }
        if std::str::from_utf8(row).is_ok() {
            self.utf8_rows += 1;
            return true;
        }
        self.other_rows += 1;
        for byte in row {
            self.high += u64::from(*byte >= 0x80);
            self.mac += u64::from(matches!(byte, 0x80..=0x9f));
        }
        false
    }

    /// What the whole file is written in, where it is not UTF-8 as a whole.
    pub(super) fn guessed(&self) -> Option<Encoding> {
        let guess =
            if self.mac * 2 > self.high { Encoding::MacRomanGuessed } else { Encoding::Windows1252Guessed };
        (self.other_rows > self.utf8_rows).then_some(guess)
    }
}

/// A cell as text, and whether it is UTF-8. What is not is taken for Windows-1252 until the whole file is known.
pub(super) fn text_of(cell: &[u8]) -> (Zeroizing<String>, bool) {
    if let Ok(text) = std::str::from_utf8(cell) {
        return (Zeroizing::new(text.to_owned()), true);
    }
    let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(cell);
    (Zeroizing::new(text.into_owned()), false)
}

/// Turns a text that was taken for Windows-1252 into what it is in Mac Roman.
pub(super) fn as_mac_roman(text: &str) -> Zeroizing<String> {
    let bytes = Zeroizing::new(encoding_rs::WINDOWS_1252.encode(text).0.into_owned());
    Zeroizing::new(encoding_rs::MACINTOSH.decode_without_bom_handling(&bytes).0.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_rows_decide_together() {
        let guess = |rows: &[&[u8]]| {
            let mut letters = Letters::default();
            for row in rows {
                letters.look(row);
            }
            letters.guessed()
        };
        let (utf8, latin, mac): (&[u8], &[u8], &[u8]) = ("Jörg".as_bytes(), b"J\xf6rg", b"J\x9arg");
        assert_eq!(guess(&[b"plain", utf8]), None);
        assert_eq!(guess(&[latin, utf8, utf8]), None);
        assert_eq!(guess(&[latin, utf8]), None);
        assert_eq!(guess(&[utf8, latin, latin]), Some(Encoding::Windows1252Guessed));
        assert_eq!(guess(&[mac, b"plain"]), Some(Encoding::MacRomanGuessed));
    }

    #[test]
    fn a_text_in_mac_roman_survives_being_taken_for_another() {
        // Each of the bytes that Windows-1252 leaves open too.
        let bytes: Vec<u8> = (0x80..=0xff).collect();
        let (taken, is_utf8) = text_of(&bytes);
        assert!(!is_utf8);
        let (expected, _) = encoding_rs::MACINTOSH.decode_without_bom_handling(&bytes);
        assert_eq!(as_mac_roman(&taken).as_str(), expected);
    }
}
