//! Splits the bytes of one row into cells, by RFC 4180 and no further: what has no certain meaning is an error.
//!
//! Bytes may come in pieces: [`Splitter::split`] goes on where it was. No cell is copied: cells are places in the
//! bytes of the row. Spaces around a quoted cell belong to no cell.

use zeroize::Zeroizing;

/// One cell of a row.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "facts that do not depend on one another")]
pub(super) struct Cell {
    /// Where its text begins in the bytes of the row, without its quotes.
    pub(super) start: usize,
    /// Where its text ends.
    pub(super) end: usize,
    /// Whether it is in quotes.
    pub(super) quoted: bool,
    /// Whether its text has a line break.
    pub(super) has_breaks: bool,
    /// Whether it has a quote, and is not in quotes.
    pub(super) has_stray: bool,
    /// Whether quotes or backslashes in it stand for others.
    pub(super) escaped: bool,
}

/// What the bytes so far are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Split {
    /// A row of so many bytes, without its line end.
    Row(usize),
    /// More bytes are needed.
    More,
    /// A quote is open at the end of the file.
    Unclosed,
    /// A closing quote is followed by something that belongs to no cell.
    Stray,
    /// It has more cells than may be.
    TooMany,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before a cell.
    Start,
    /// In a cell without quotes.
    Plain,
    /// In a cell with quotes.
    Quoted,
    /// After a quote in such a cell: its end, or the first of two.
    Quote,
    /// After a backslash in such a cell.
    Backslash,
    /// After the closing quote.
    After,
}

/// Splits rows, one at a time.
pub(super) struct Splitter {
    delimiter: u8,
    /// Whether a backslash in a quoted cell takes the next byte as it is (KeePass 1.x).
    backslash: bool,
    most_cells: usize,
    state: State,
    at: usize,
    cell: Cell,
    cells: Vec<Cell>,
}

impl Splitter {
    pub(super) fn new(delimiter: u8, most_cells: usize) -> Self {
        Self {
            delimiter,
            backslash: false,
            most_cells,
            state: State::Start,
            at: 0,
            cell: Cell::default(),
            cells: Vec::new(),
        }
    }

    pub(super) fn delimiter(&self) -> u8 {
        self.delimiter
    }

    pub(super) fn set_delimiter(&mut self, delimiter: u8) {
        self.delimiter = delimiter;
    }

    /// From now on a backslash in a quoted cell takes the next byte as it is.
    pub(super) fn undo_backslashes(&mut self) {
        self.backslash = true;
    }

    pub(super) fn undoes_backslashes(&self) -> bool {
        self.backslash
    }

    /// The cells of the row that was split last.
    pub(super) fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// How many bytes of the row were looked at.
    pub(super) fn looked_at(&self) -> usize {
        self.at
    }

    /// Begins with another row.
    pub(super) fn begin(&mut self) {
        self.state = State::Start;
        self.at = 0;
        self.cells.clear();
    }

    /// Splits the row at the start of `bytes`, which hold all that was given before and perhaps more. `ended` says
    /// that nothing comes after them.
    pub(super) fn split(&mut self, bytes: &[u8], ended: bool) -> Split {
        loop {
            let rest = bytes.get(self.at..).unwrap_or_default();
            if self.state == State::Start && self.cells.len() >= self.most_cells {
                return Split::TooMany;
            }
            match self.state {
                State::Start => {
                    let spaces = rest.iter().take_while(|byte| **byte == b' ').count();
                    match rest.get(spaces) {
                        Some(b'"') => {
                            self.at += spaces + 1;
                            self.cell = Cell { start: self.at, quoted: true, ..Cell::default() };
                            self.state = State::Quoted;
                        }
                        None if !ended => return Split::More,
                        _ => {
                            self.cell = Cell { start: self.at, ..Cell::default() };
                            self.state = State::Plain;
                        }
                    }
                }
                State::Plain => {
                    if let Some(end) = memchr::memchr3(self.delimiter, b'\r', b'\n', rest) {
                        self.at += end;
                        if self.close(bytes) {
                            return Split::Row(self.at - 1);
                        }
                    } else {
                        self.at = bytes.len();
                        if !ended {
                            return Split::More;
                        }
                        self.close(bytes);
                        return Split::Row(bytes.len());
                    }
                }
                State::Quoted => {
                    let next = if self.backslash {
                        memchr::memchr2(b'"', b'\\', rest)
                    } else {
                        memchr::memchr(b'"', rest)
                    };
                    if let Some(place) = next {
                        self.at += place + 1;
                        let quote = rest.get(place) == Some(&b'"');
                        self.state = if quote { State::Quote } else { State::Backslash };
                    } else {
                        self.at = bytes.len();
                        return if ended { Split::Unclosed } else { Split::More };
                    }
                }
                State::Backslash => match rest.first() {
                    Some(_) => {
                        self.at += 1;
                        self.cell.escaped = true;
                        self.state = State::Quoted;
                    }
                    None => return if ended { Split::Unclosed } else { Split::More },
                },
                State::Quote => match rest.first() {
                    Some(b'"') => {
                        self.at += 1;
                        self.cell.escaped = true;
                        self.state = State::Quoted;
                    }
                    None if !ended => return Split::More,
                    _ => {
                        self.cell.end = self.at - 1;
                        self.state = State::After;
                    }
                },
                State::After => {
                    let spaces = rest.iter().take_while(|byte| **byte == b' ').count();
                    match rest.get(spaces) {
                        Some(byte) if *byte == self.delimiter || matches!(byte, b'\r' | b'\n') => {
                            self.at += spaces;
                            if self.close(bytes) {
                                return Split::Row(self.at - 1);
                            }
                        }
                        Some(_) => return Split::Stray,
                        None if !ended => return Split::More,
                        None => {
                            self.at = bytes.len();
                            self.close(bytes);
                            return Split::Row(bytes.len());
                        }
                    }
                }
            }
        }
    }

    /// Ends the cell at `self.at` and goes past what ends it. Says whether that ends the row too.
    fn close(&mut self, bytes: &[u8]) -> bool {
        if !self.cell.quoted {
            self.cell.end = self.at;
        }
        let text = bytes.get(self.cell.start..self.cell.end).unwrap_or_default();
        self.cell.has_breaks = self.cell.quoted && memchr::memchr2(b'\r', b'\n', text).is_some();
        self.cell.has_stray = !self.cell.quoted && memchr::memchr(b'"', text).is_some();
        if self.cells.len() < self.most_cells {
            self.cells.push(self.cell);
        }
        self.state = State::Start;
        self.at += 1;
        bytes.get(self.at - 1).is_none_or(|byte| *byte != self.delimiter)
    }

    /// Takes the rest of a row that is none for its last cell.
    pub(super) fn close_at_the_end(&mut self, bytes: &[u8]) {
        self.cell.end = bytes.len();
        if self.cells.len() < self.most_cells {
            self.cells.push(self.cell);
        }
    }

    /// The text of a cell of the row that was split last, with its escapes undone.
    pub(super) fn text(&self, bytes: &[u8], cell: Cell) -> Zeroizing<Vec<u8>> {
        let raw = bytes.get(cell.start..cell.end).unwrap_or_default();
        let mut text = Zeroizing::new(Vec::with_capacity(raw.len()));
        if !cell.escaped {
            text.extend_from_slice(raw);
            return text;
        }
        let mut rest = raw;
        while let Some((byte, after)) = rest.split_first() {
            let doubled = *byte == b'"' && after.first() == Some(&b'"');
            // KeePass 1.x writes no other escapes; a backslash before anything else is a backslash.
            let taken = *byte == b'\\' && self.backslash && matches!(after.first(), Some(b'"' | b'\\'));
            match after.split_first() {
                Some((next, after)) if doubled || taken => {
                    text.push(*next);
                    rest = after;
                }
                _ => {
                    text.push(*byte);
                    rest = after;
                }
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, piece: usize) -> Result<Vec<String>, Split> {
        let (bytes, mut splitter) = (text.as_bytes(), Splitter::new(b',', 100));
        splitter.begin();
        let mut given = piece.min(bytes.len());
        loop {
            match splitter.split(&bytes[..given], given == bytes.len()) {
                Split::More => given = (given + piece).min(bytes.len()),
                Split::Row(_) => break,
                wrong => return Err(wrong),
            }
        }
        let cell = |cell: &Cell| String::from_utf8_lossy(&splitter.text(bytes, *cell)).into_owned();
        Ok(splitter.cells().iter().map(cell).collect())
    }

    #[test]
    fn a_row_in_pieces_is_split_as_the_whole_row() {
        for (text, cells) in [
            ("a,b\nc", &["a", "b"][..]),
            ("\"a,\"\"b\"\"\nc\",d\r\n", &["a,\"b\"\nc", "d"]),
            ("a, \"b\" ,c", &["a", "b", "c"]),
            ("a, b,", &["a", " b", ""]),
            ("\"\",\"\"\"\"", &["", "\""]),
            ("a\"b", &["a\"b"]),
        ] {
            for piece in 1..=text.len() {
                assert_eq!(split(text, piece).unwrap(), cells, "{text:?} by {piece}");
            }
        }
    }

    #[test]
    fn quotes_without_a_certain_meaning_are_errors() {
        for piece in 1..10 {
            assert_eq!(split("a,\"\"b\"\n", piece), Err(Split::Stray));
            assert_eq!(split("\"a\"b\",c\n", piece), Err(Split::Stray));
            assert_eq!(split("a,\"b\nc", piece), Err(Split::Unclosed));
        }
    }

    #[test]
    fn backslashes_are_undone_where_the_source_writes_them() {
        let bytes = br#""a\\b","c\"d, e","f\x""#;
        let mut splitter = Splitter::new(b',', 9);
        splitter.undo_backslashes();
        splitter.begin();
        assert_eq!(splitter.split(bytes, true), Split::Row(bytes.len()));
        let cells: Vec<_> =
            splitter.cells().iter().map(|cell| splitter.text(bytes, *cell).to_vec()).collect();
        assert_eq!(cells, [&b"a\\b"[..], b"c\"d, e", b"f\\x"]);
    }
}
