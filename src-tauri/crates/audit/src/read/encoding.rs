//! How the letters of a file are written, told from its start.

const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

/// How the letters of the file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without a mark at the start. Plain ASCII too.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252: a guess, because the bytes are not UTF-8. To be said to the reader.
    Windows1252Guessed,
    /// Mac Roman, as old programs for the Mac write it: a guess too.
    MacRomanGuessed,
}

impl Encoding {
    /// A stable name for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252Guessed => "windows-1252",
            Self::MacRomanGuessed => "macintosh",
        }
    }

    /// Whether it is a guess that the reader has to know of.
    #[must_use]
    pub fn is_guess(self) -> bool {
        matches!(self, Self::Windows1252Guessed | Self::MacRomanGuessed)
    }
}

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
}
