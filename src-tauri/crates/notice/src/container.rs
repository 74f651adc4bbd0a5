//! The outermost rules: size, encoding, forbidden characters, and whether there are signature blocks.
//!
//! The split is by lines alone, before anything is parsed, so that a signed file can never be read as an
//! unsigned one.

use crate::NoticeError;

/// The largest notice, in bytes.
pub const MAX_BYTES: usize = 262_144;

const COMMENT: &str = "untrusted comment:";
const SEPARATOR: &str = "# --- publisher card ---";

/// The text of an unsigned notice.
pub(crate) fn body(bytes: &[u8]) -> Result<&str, NoticeError> {
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
    for (line, number) in text.lines().zip(1_u32..) {
        if line.starts_with(COMMENT) || line == SEPARATOR {
            return Err(NoticeError::Container { line: number });
        }
    }
    Ok(text)
}

/// U+061C, 200E, 200F, 202A–202E, 2066–2069.
fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Line and column of a byte offset, from 1, in characters.
pub(crate) fn place(text: &str, offset: usize) -> (u32, u32) {
    let before = text.get(..offset).unwrap_or(text);
    let (mut line, mut column) = (1_u32, 1_u32);
    for character in before.chars() {
        if character == '\n' {
            line = line.saturating_add(1);
            column = 1;
        } else {
            column = column.saturating_add(1);
        }
    }
    (line, column)
}
