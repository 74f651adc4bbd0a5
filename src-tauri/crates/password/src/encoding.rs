//! Telling by its bytes that a text is not UTF-8 but one of the encodings that Windows programs write.

use std::fmt;

/// U+FEFF in UTF-8: the byte order mark.
pub const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Removes one byte order mark from the start of what a pipe or a file gave. It is no part of a password: Windows
/// PowerShell writes it before what it hands to a program. Moved within one allocation, so that no copy of a secret is
/// left behind.
pub fn without_mark(bytes: &mut Vec<u8>) {
    if bytes.starts_with(UTF8_MARK) {
        bytes.drain(..UTF8_MARK.len());
    }
}

/// An encoding of Unicode in which passwords are not read, because lists hold the hashes of UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OtherEncoding {
    /// Two bytes a unit, the low one first.
    Utf16Le,
    /// Two bytes a unit, the high one first.
    Utf16Be,
    /// Four bytes a character, the low one first.
    Utf32Le,
    /// Four bytes a character, the high one first.
    Utf32Be,
}

impl fmt::Display for OtherEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Utf32Le => "UTF-32LE",
            Self::Utf32Be => "UTF-32BE",
        })
    }
}

/// The encoding of a text, if its first bytes show that it is UTF-16 or UTF-32: by a byte order mark, or because each
/// second (or each but one of four) of them is below 9. These are the high halves of the characters of the scripts in
/// use up to Arabic, and no letter, digit or sign of a text in UTF-8. A text without a mark in another script cannot
/// be told; it is hardly ever valid UTF-8.
#[must_use]
pub fn other_encoding(start: &[u8]) -> Option<OtherEncoding> {
    let marks: [(&[u8], OtherEncoding); 4] = [
        (b"\xFF\xFE\0\0", OtherEncoding::Utf32Le),
        (b"\0\0\xFE\xFF", OtherEncoding::Utf32Be),
        (b"\xFF\xFE", OtherEncoding::Utf16Le),
        (b"\xFE\xFF", OtherEncoding::Utf16Be),
    ];
    if let Some((_, encoding)) = marks.iter().find(|(mark, _)| start.starts_with(mark)) {
        return Some(*encoding);
    }
    // Of a long text the start is enough, cut between characters.
    let start = start.get(..start.len().min(4096)).unwrap_or(start);
    let high = |period: usize, places: &[usize]| {
        start.len() >= period
            && start.iter().enumerate().all(
                |(index, byte)| {
                    if places.contains(&(index % period)) { *byte < 9 } else { true }
                },
            )
            && start.iter().enumerate().any(|(index, byte)| !places.contains(&(index % period)) && *byte >= 9)
    };
    if high(4, &[1, 2, 3]) {
        Some(OtherEncoding::Utf32Le)
    } else if high(4, &[0, 1, 2]) {
        Some(OtherEncoding::Utf32Be)
    } else if high(2, &[1]) {
        Some(OtherEncoding::Utf16Le)
    } else if high(2, &[0]) {
        Some(OtherEncoding::Utf16Be)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    }

    fn utf32(text: &str, little: bool) -> Vec<u8> {
        text.chars()
            .map(u32::from)
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    }

    #[test]
    fn without_mark_removes_one_byte_order_mark_at_the_start() {
        for (text, rest) in [
            ("\u{FEFF}a", "a"),
            ("\u{FEFF}\u{FEFF}a", "\u{FEFF}a"),
            ("a\u{FEFF}", "a\u{FEFF}"),
            ("\u{FEFF}", ""),
            ("a", "a"),
            ("", ""),
        ] {
            let mut bytes = text.as_bytes().to_vec();
            without_mark(&mut bytes);
            assert_eq!(bytes, rest.as_bytes(), "{text:?}");
        }
    }

    #[test]
    fn other_encoding_names_utf_16_and_utf_32_with_and_without_a_mark() {
        for text in ["a", "password1", "contraseña", "пароль", "κωδικός", "סיסמה", "Schön 7", "abc\n"]
        {
            for mark in ["", "\u{FEFF}"] {
                let text = format!("{mark}{text}");
                assert_eq!(other_encoding(&utf16(&text, true)), Some(OtherEncoding::Utf16Le), "{text:?}");
                assert_eq!(other_encoding(&utf16(&text, false)), Some(OtherEncoding::Utf16Be), "{text:?}");
                assert_eq!(other_encoding(&utf32(&text, true)), Some(OtherEncoding::Utf32Le), "{text:?}");
                assert_eq!(other_encoding(&utf32(&text, false)), Some(OtherEncoding::Utf32Be), "{text:?}");
            }
        }
    }

    #[test]
    fn other_encoding_of_a_text_that_lost_its_last_line_feed_is_still_named() {
        let mut bytes = utf16("password1\r\n", false);
        bytes.pop();
        assert_eq!(other_encoding(&bytes), Some(OtherEncoding::Utf16Be));
    }

    proptest! {
        #[test]
        fn other_encoding_is_none_for_any_printable_utf_8(text in "\\PC{0,40}") {
            prop_assert_eq!(other_encoding(text.as_bytes()), None);
        }
    }
}
