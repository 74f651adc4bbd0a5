//! The rows of a table of comma-separated values, each with the line on which it begins.
//!
//! `csv-core` splits the bytes; they stay in buffers of ours that are wiped (the buffers of the `csv` crate are
//! not). Any line end counts: LF, CRLF, CR, and CRCRLF as one. A row that cannot be right is passed over, and
//! reading goes on with the line after the one on which it began.

use std::io::Read;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::letters::Text;
use super::wiped::Wiped;
use super::{Limits, ReadError, SkipReason};

/// U+FEFF in UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// What comes next.
pub(super) enum Next {
    /// A row: its cells are there until the next one is asked for.
    Row {
        /// The line on which it begins.
        line: u64,
    },
    /// Something that is no row.
    Skipped {
        /// The line on which it begins.
        line: u64,
        /// What is wrong with it.
        reason: SkipReason,
    },
    /// There is nothing more.
    End,
}

/// Counts lines over bytes that come in pieces.
#[derive(Debug, Clone, Copy)]
struct Lines {
    at: u64,
    carriage_returns: u64,
}

impl Lines {
    fn pass(&mut self, bytes: &[u8]) {
        for byte in bytes {
            match byte {
                b'\r' => self.carriage_returns += 1,
                b'\n' => {
                    self.at += 1;
                    self.carriage_returns = 0;
                }
                _ if self.carriage_returns > 0 => {
                    self.at += self.carriage_returns;
                    self.carriage_returns = 0;
                }
                _ => {}
            }
        }
    }
}

/// What the parser made of the bytes from the start of a row.
enum Parsed {
    /// A whole row of so many bytes, its line end included.
    Row { bytes: usize, too_many_cells: bool },
    /// The file ends inside a quote.
    Unclosed,
    /// No end within the limit.
    TooLong,
}

/// The rows of a table.
pub(super) struct Rows<'a, R> {
    pub(super) text: Text<'a, R>,
    limits: Limits,
    parser: Reader,
    raw: Wiped,
    /// Where in `raw` the next row begins.
    at: usize,
    ended: bool,
    lines: Lines,
    cells: Wiped,
    ends: Vec<usize>,
    count: usize,
    gone_back: u32,
}

impl<'a, R: Read> Rows<'a, R> {
    pub(super) fn new(text: Text<'a, R>, limits: Limits) -> Result<Self, ReadError> {
        let mut rows = Self {
            text,
            limits,
            parser: Reader::new(),
            raw: Wiped::default(),
            at: 0,
            ended: false,
            lines: Lines { at: 1, carriage_returns: 0 },
            cells: Wiped::zeros(4 << 10),
            ends: vec![0; limits.columns.saturating_add(1)],
            count: 0,
            gone_back: 0,
        };
        rows.pass_line_ends()?;
        let delimiter = delimiter_of(rows.window());
        rows.parser = ReaderBuilder::new().delimiter(delimiter).build();
        Ok(rows)
    }

    /// How many cells the row has.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// One cell of the row; empty if it has no such cell.
    pub(super) fn cell(&self, index: usize) -> &[u8] {
        let end = |index: usize| self.ends.get(index).copied().unwrap_or_default();
        if index >= self.count {
            return &[];
        }
        let start = index.checked_sub(1).map_or(0, end);
        self.cells.get(start..end(index)).unwrap_or_default()
    }

    /// All cells of the row, one after another.
    pub(super) fn all_cells(&self) -> &[u8] {
        let end = self.count.checked_sub(1).and_then(|last| self.ends.get(last)).copied().unwrap_or_default();
        self.cells.get(..end).unwrap_or_default()
    }

    /// Goes on to the next row.
    pub(super) fn next(&mut self) -> Result<Next, ReadError> {
        self.count = 0;
        self.pass_line_ends()?;
        if self.window().is_empty() {
            return Ok(Next::End);
        }
        let line = self.lines.at;
        match self.parse()? {
            Parsed::Row { bytes, too_many_cells } => {
                self.pass(bytes);
                if too_many_cells {
                    self.count = 0;
                    return Ok(Next::Skipped {
                        line,
                        reason: SkipReason::TooManyCells { limit: self.limits.columns },
                    });
                }
                if (0..self.count).any(|index| self.cell(index).len() > self.limits.cell) {
                    self.count = 0;
                    return Ok(Next::Skipped {
                        line,
                        reason: SkipReason::CellTooLong { limit: self.limits.cell },
                    });
                }
                Ok(Next::Row { line })
            }
            Parsed::Unclosed => {
                self.go_on_with_the_next_line(line)?;
                Ok(Next::Skipped { line, reason: SkipReason::UnclosedQuote })
            }
            Parsed::TooLong => {
                self.go_on_with_the_next_line(line)?;
                Ok(Next::Skipped { line, reason: SkipReason::RowTooLong { limit: self.limits.row } })
            }
        }
    }

    /// The bytes from the start of the next row on, as far as they are here.
    fn window(&self) -> &[u8] {
        self.raw.get(self.at..).unwrap_or_default()
    }

    /// Takes `bytes` away from the start of the window.
    fn pass(&mut self, bytes: usize) {
        if let Some(passed) = self.raw.get(self.at..self.at + bytes) {
            self.lines.pass(passed);
        }
        self.at += bytes;
    }

    /// Reads more into the window. Says whether there was more.
    fn more(&mut self) -> Result<bool, ReadError> {
        if self.ended {
            return Ok(false);
        }
        if self.at > 0 {
            self.raw.drop_front(self.at);
            self.at = 0;
        }
        self.ended = self.text.fill(&mut self.raw)? == 0;
        Ok(!self.ended)
    }

    /// Passes over line ends, so that a row begins at its own first byte.
    fn pass_line_ends(&mut self) -> Result<(), ReadError> {
        loop {
            let window = self.window();
            let ends = window.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            let all = ends == window.len();
            self.pass(ends);
            if !all || !self.more()? {
                // The byte that comes now belongs to the row: carriage returns before it were lines.
                self.lines.at += std::mem::take(&mut self.lines.carriage_returns);
                return Ok(());
            }
        }
    }

    /// Splits the row at the start of the window into cells.
    fn parse(&mut self) -> Result<Parsed, ReadError> {
        self.parser.reset();
        let (mut read, mut written, mut ends, mut too_many_cells) = (0, 0, 0, false);
        loop {
            let input = self.raw.get(self.at + read..).unwrap_or_default();
            if input.is_empty() {
                if read > self.limits.row {
                    return Ok(Parsed::TooLong);
                }
                if self.more()? {
                    continue;
                }
                return Ok(self.parse_end(read, written, ends, too_many_cells));
            }
            if read > self.limits.row {
                return Ok(Parsed::TooLong);
            }
            // The parser takes a mark at the start of what it reads for the mark of a file, and here each row is a
            // start. One byte alone is no mark, so that a cell keeps its own.
            let input =
                if read == 0 && input.starts_with(MARK) { input.get(..1).unwrap_or(input) } else { input };
            self.cells.grow_to(written + input.len() + 1);
            let output = self.cells.as_mut().get_mut(written..).unwrap_or_default();
            let places = self.ends.get_mut(ends..).unwrap_or_default();
            let (result, taken, given, found) = self.parser.read_record(input, output, places);
            read += taken;
            written += given;
            ends += found;
            match result {
                ReadRecordResult::InputEmpty | ReadRecordResult::OutputFull => {}
                ReadRecordResult::OutputEndsFull => {
                    too_many_cells = true;
                    ends = 0;
                }
                ReadRecordResult::Record | ReadRecordResult::End => {
                    self.count = ends;
                    too_many_cells |= ends > self.limits.columns;
                    return Ok(Parsed::Row { bytes: read, too_many_cells });
                }
            }
        }
    }

    /// The file has ended: a line end of ours ends the row, unless a quote is open that takes it in.
    fn parse_end(&mut self, read: usize, written: usize, ends: usize, mut too_many_cells: bool) -> Parsed {
        self.cells.grow_to(written + 2);
        let output = self.cells.as_mut().get_mut(written..).unwrap_or_default();
        let ends = if ends >= self.limits.columns { 0 } else { ends };
        let places = self.ends.get_mut(ends..).unwrap_or_default();
        let (result, _, _, found) = self.parser.read_record(b"\n", output, places);
        if result != ReadRecordResult::Record {
            return Parsed::Unclosed;
        }
        self.count = ends + found;
        too_many_cells |= self.count > self.limits.columns;
        Parsed::Row { bytes: read, too_many_cells }
    }

    /// Passes over the line on which a row began that has no end.
    fn go_on_with_the_next_line(&mut self, line: u64) -> Result<(), ReadError> {
        self.gone_back += 1;
        if self.gone_back > self.limits.unclosed {
            return Err(ReadError::TooDamaged { rows: self.gone_back, line });
        }
        loop {
            let window = self.window();
            if let Some(end) = window.iter().position(|byte| matches!(byte, b'\r' | b'\n')) {
                self.pass(end);
                return Ok(());
            }
            self.pass(window.len());
            if !self.more()? {
                return Ok(());
            }
        }
    }
}

/// What parts the cells: a comma, unless the first line has none outside quotes but semicolons or tabs, as
/// spreadsheets of some countries write them.
fn delimiter_of(start: &[u8]) -> u8 {
    let (mut quoted, mut commas, mut semicolons, mut tabs) = (false, 0, 0, 0);
    for byte in start {
        match byte {
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b',' => commas += 1,
            b';' => semicolons += 1,
            b'\t' => tabs += 1,
            b'\r' | b'\n' => break,
            _ => {}
        }
    }
    match (commas, semicolons, tabs) {
        (0, 1.., _) => b';',
        (0, 0, 1..) => b'\t',
        _ => b',',
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;
    use std::ops::ControlFlow;

    use super::super::input::Input;
    use super::*;

    /// The cells of a row, or why it was passed over, with its line.
    type Outcome = (u64, Result<Vec<String>, SkipReason>);

    fn read(bytes: &[u8], limits: Limits) -> Result<Vec<Outcome>, ReadError> {
        let mut progress = |_| ControlFlow::Continue(());
        let input = Input::open(Cursor::new(bytes.to_vec()), limits.file, &mut progress)?;
        let mut rows = Rows::new(Text::new(input), limits)?;
        let mut all = Vec::new();
        loop {
            match rows.next()? {
                Next::Row { line } => {
                    let cell = |index| String::from_utf8_lossy(rows.cell(index)).into_owned();
                    all.push((line, Ok((0..rows.len()).map(cell).collect())));
                }
                Next::Skipped { line, reason } => all.push((line, Err(reason))),
                Next::End => return Ok(all),
            }
        }
    }

    fn rows(text: &str) -> Vec<Outcome> {
        read(text.as_bytes(), Limits::default()).unwrap()
    }

    fn row(line: u64, cells: &[&str]) -> Outcome {
        (line, Ok(cells.iter().map(|cell| (*cell).to_owned()).collect()))
    }

    #[test]
    fn every_line_end_counts_as_one() {
        for end in ["\n", "\r\n", "\r\r\n", "\r"] {
            let text = format!("a,b{end}{end}c,\"d{end}e\"{end}f,g");
            assert_eq!(
                rows(&text),
                [row(1, &["a", "b"]), row(3, &["c", &format!("d{end}e")]), row(5, &["f", "g"])],
                "{end:?}"
            );
        }
    }

    #[test]
    fn quotes_hold_commas_quotes_and_line_breaks() {
        assert_eq!(rows("\"a,\"\"b\"\"\nc\",d\n"), [row(1, &["a,\"b\"\nc", "d"])]);
        assert_eq!(rows("a,b\"c\n"), [row(1, &["a", "b\"c"])]);
        assert_eq!(rows(",,\n"), [row(1, &["", "", ""])]);
        assert_eq!(rows("\n\n"), []);
        assert_eq!(rows(""), []);
        assert_eq!(rows("a"), [row(1, &["a"])]);
        assert_eq!(rows("\"a\""), [row(1, &["a"])]);
    }

    #[test]
    fn a_quote_that_is_never_closed_costs_one_line_only() {
        assert_eq!(
            rows("a,b\n\"c,d\ne,f\n"),
            [row(1, &["a", "b"]), (2, Err(SkipReason::UnclosedQuote)), row(3, &["e", "f"])]
        );
        assert_eq!(rows("a,\"b"), [(1, Err(SkipReason::UnclosedQuote))]);
    }

    #[test]
    fn rows_that_make_the_reader_go_back_are_counted() {
        let text = "a\",\"x\n".repeat(300);
        let limits = Limits { row: 100, ..Limits::default() };
        let error = read(text.as_bytes(), limits).unwrap_err();
        assert!(matches!(error, ReadError::TooDamaged { rows: 101, line: 101 }), "{error:?}");
    }

    #[test]
    fn what_is_too_long_or_too_wide_is_passed_over() {
        let limits = Limits { row: 200_000, cell: 10, columns: 3, ..Limits::default() };
        let long = "x".repeat(300_000);
        let text = format!("a,b,c\nd,{},e\n1,2,3,4\n{long}\n\"{long}\"\nf,g,h", "y".repeat(11));
        assert_eq!(
            read(text.as_bytes(), limits).unwrap(),
            [
                row(1, &["a", "b", "c"]),
                (2, Err(SkipReason::CellTooLong { limit: 10 })),
                (3, Err(SkipReason::TooManyCells { limit: 3 })),
                (4, Err(SkipReason::RowTooLong { limit: 200_000 })),
                (5, Err(SkipReason::RowTooLong { limit: 200_000 })),
                row(6, &["f", "g", "h"]),
            ]
        );
        let wide = ",".repeat(100_000);
        assert_eq!(read(wide.as_bytes(), limits).unwrap(), [(1, Err(SkipReason::TooManyCells { limit: 3 }))]);
    }

    #[test]
    fn semicolons_and_tabs_part_cells_where_there_is_no_comma() {
        assert_eq!(rows("a;b\nc,d;e\n"), [row(1, &["a", "b"]), row(2, &["c,d", "e"])]);
        assert_eq!(rows("a\tb\n"), [row(1, &["a", "b"])]);
        assert_eq!(rows("\"a;b\",c\n"), [row(1, &["a;b", "c"])]);
    }
}
