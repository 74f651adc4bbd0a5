//! The rows of a table, each with its physical lines.
//!
//! The bytes stay in a buffer of ours that is wiped. Any line end counts: LF, CRLF, CR, and CRCRLF as one. What is
//! no row costs its first line only: reading goes on with the next one. The caller may give a row back in the same
//! way, when it finds that a missing quote has joined several rows into one.

use std::io::Read;

use super::fit::Shape;
use super::letters::Text;
use super::split::{Cell, Split, Splitter};
use super::wiped::Wiped;
use super::{Limits, ReadError, SkipReason};

/// U+FEFF in UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// A header is far shorter than this.
const HEADER: usize = 64 << 10;

/// What can part cells. Of several that occur equally often, the first is taken.
const DELIMITERS: &[u8] = b",;\t|";

/// What comes next.
pub(super) enum Next {
    /// A row: its cells are there until the next one is asked for.
    Row {
        /// The line on which it begins.
        line: u64,
    },
    /// Something that is no row.
    Broken {
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
        let mut rest = bytes;
        while let Some(end) = memchr::memchr2(b'\r', b'\n', rest) {
            if end > 0 {
                self.settle();
            }
            if rest.get(end) == Some(&b'\r') {
                self.carriage_returns += 1;
            } else {
                self.at += 1;
                self.carriage_returns = 0;
            }
            rest = rest.get(end + 1..).unwrap_or_default();
        }
        if !rest.is_empty() {
            self.settle();
        }
    }

    /// A byte of a line comes now: carriage returns before it were line ends.
    fn settle(&mut self) {
        self.at += std::mem::take(&mut self.carriage_returns);
    }
}

/// The rows of a table.
pub(super) struct Rows<'a, R> {
    pub(super) text: Text<'a, R>,
    limits: Limits,
    splitter: Splitter,
    /// Splits single lines of a row.
    probe: Splitter,
    raw: Wiped,
    /// Where in `raw` the row begins, and how many bytes it has.
    at: usize,
    bytes: usize,
    ended: bool,
    lines: Lines,
    /// The text of a row that was in quotes as a whole, which was split instead.
    inner: Option<Wiped>,
    /// Bytes that were split more than once.
    twice: u64,
    broken: u32,
    /// Bytes of the longest row: of a header, until that is found.
    longest: usize,
}

impl<'a, R: Read> Rows<'a, R> {
    pub(super) fn new(text: Text<'a, R>, limits: Limits) -> Result<Self, ReadError> {
        let mut rows = Self {
            text,
            limits,
            splitter: Splitter::new(b',', limits.columns),
            probe: Splitter::new(b',', limits.columns),
            raw: Wiped::default(),
            at: 0,
            bytes: 0,
            ended: false,
            lines: Lines { at: 1, carriage_returns: 0 },
            inner: None,
            twice: 0,
            broken: 0,
            longest: HEADER,
        };
        rows.pass_line_ends()?;
        // Joined files and some tools leave several marks at the start.
        while rows.window().starts_with(MARK) {
            rows.at += MARK.len();
            rows.pass_line_ends()?;
        }
        rows.take_separator_line()?;
        rows.set_delimiter(delimiter_of(rows.window(), rows.splitter.delimiter()));
        Ok(rows)
    }

    /// The header is found: from now on rows may be as long as the limits say.
    pub(super) fn end_header(&mut self) {
        self.longest = self.limits.row;
    }

    /// Excel's own first line, which names the separator: `sep=;`.
    fn take_separator_line(&mut self) -> Result<(), ReadError> {
        let line = self.window().iter().take_while(|byte| !matches!(byte, b'\r' | b'\n')).count();
        let line = self.window().get(..line).unwrap_or_default();
        let bare = line.strip_prefix(b"\"").unwrap_or(line);
        let named =
            bare.get(..4).filter(|start| start.eq_ignore_ascii_case(b"sep=")).and_then(|_| bare.get(4));
        if let Some(separator) = named.copied().filter(|separator| !separator.is_ascii_alphanumeric()) {
            let bytes = line.len();
            self.splitter.set_delimiter(separator);
            self.pass(bytes);
            self.pass_line_ends()?;
        }
        Ok(())
    }

    /// A comment line at the start of the window, which is passed over. `None` where there is none.
    pub(super) fn take_comment(&mut self) -> Result<Option<String>, ReadError> {
        if self.window().first() != Some(&b'#') {
            return Ok(None);
        }
        let Some(end) = self.window().iter().position(|byte| matches!(byte, b'\r' | b'\n')) else {
            return Ok(None);
        };
        let comment = String::from_utf8_lossy(self.window().get(..end).unwrap_or_default()).into_owned();
        self.pass(end);
        self.pass_line_ends()?;
        self.set_delimiter(delimiter_of(self.window(), b','));
        Ok(Some(comment))
    }

    fn set_delimiter(&mut self, delimiter: u8) {
        self.splitter.set_delimiter(delimiter);
        self.probe.set_delimiter(delimiter);
    }

    /// From now on a backslash in a quoted cell takes the next byte as it is.
    pub(super) fn undo_backslashes(&mut self) {
        self.splitter.undo_backslashes();
        self.probe.undo_backslashes();
    }

    pub(super) fn undoes_backslashes(&self) -> bool {
        self.splitter.undoes_backslashes()
    }

    pub(super) fn delimiter(&self) -> u8 {
        self.splitter.delimiter()
    }

    /// How many cells the row has.
    pub(super) fn len(&self) -> usize {
        self.splitter.cells().len()
    }

    /// Facts of a cell of the row.
    pub(super) fn shape(&self, index: usize) -> Cell {
        self.splitter.cells().get(index).copied().unwrap_or_default()
    }

    /// The text of a cell with its escapes undone; empty if the row has no such cell.
    pub(super) fn cell(&self, index: usize) -> zeroize::Zeroizing<Vec<u8>> {
        self.splitter.text(self.row(), self.shape(index))
    }

    /// The text of a cell as it stands in the file, without its quotes; empty if the row has no such cell.
    pub(super) fn raw_cell(&self, index: usize) -> &[u8] {
        let cell = self.shape(index);
        self.row().get(cell.start..cell.end).unwrap_or_default()
    }

    /// The bytes that were split into the cells of the row.
    pub(super) fn row(&self) -> &[u8] {
        match &self.inner {
            Some(inner) => inner,
            None => self.window().get(..self.bytes).unwrap_or_default(),
        }
    }

    /// Whether a cell of the row has a line break, so that the row has several physical lines.
    pub(super) fn has_breaks(&self) -> bool {
        self.splitter.cells().iter().any(|cell| cell.has_breaks)
    }

    /// Whether a quote is in a cell without quotes.
    pub(super) fn has_stray_quote(&self) -> bool {
        self.splitter.cells().iter().any(|cell| cell.has_stray)
    }

    /// Whether a quote is in a cell without quotes, beside cells with them: what is a cell is uncertain then.
    pub(super) fn has_stray_quotes(&self) -> bool {
        let cells = self.splitter.cells();
        cells.iter().any(|cell| cell.has_stray) && cells.iter().any(|cell| cell.quoted)
    }

    /// Whether a quote is out of place and a cell in quotes has a delimiter: other cells may be inside it.
    pub(super) fn quotes_hide_cells(&self) -> bool {
        let delimiter = self.delimiter();
        let holds = |index| self.shape(index).quoted && self.raw_cell(index).contains(&delimiter);
        self.has_stray_quotes() && (0..self.len()).any(holds)
    }

    /// Whether every cell of the row is in quotes, so that no separator can be part of a cell by mistake.
    pub(super) fn is_all_quoted(&self) -> bool {
        self.splitter.cells().iter().all(|cell| cell.quoted)
    }

    /// The row for the question whether it fits its header.
    pub(super) fn shape_of_row(&self) -> Shape<'_> {
        Shape { row: self.row(), cells: self.splitter.cells() }
    }

    /// Bytes that a cell may have which is used.
    pub(super) fn limit_of_a_cell(&self) -> usize {
        self.limits.cell
    }

    /// Goes on to the next row.
    pub(super) fn next(&mut self) -> Result<Next, ReadError> {
        self.inner = None;
        let bytes = std::mem::take(&mut self.bytes);
        self.pass(bytes);
        self.pass_line_ends()?;
        if self.window().is_empty() {
            return Ok(Next::End);
        }
        let line = self.lines.at;
        self.splitter.begin();
        loop {
            let window = self.raw.get(self.at..).unwrap_or_default();
            let reason = match self.splitter.split(window, self.ended) {
                Split::Row(bytes) => {
                    self.bytes = bytes;
                    return Ok(Next::Row { line });
                }
                Split::TooMany => SkipReason::TooManyCells { limit: self.limits.columns },
                Split::More if self.splitter.looked_at() > self.longest => {
                    let reason = SkipReason::RowTooLong { limit: self.longest };
                    if self.longest == HEADER {
                        return Ok(Next::Broken { line, reason });
                    }
                    reason
                }
                Split::More => {
                    self.more()?;
                    continue;
                }
                Split::Unclosed => SkipReason::UnclosedQuote,
                Split::Stray => SkipReason::StrayQuote,
            };
            self.give_back(line)?;
            return Ok(Next::Broken { line, reason });
        }
    }

    /// Gives everything of the row back but its first line. What is read again is counted, so that no file can make
    /// the reader go back for ever.
    pub(super) fn give_back(&mut self, line: u64) -> Result<(), ReadError> {
        let looked_at = self.splitter.looked_at();
        let (mut from, mut passed) = (0, 0);
        loop {
            let rest = self.window().get(from..).unwrap_or_default();
            if let Some(end) = memchr::memchr2(b'\r', b'\n', rest) {
                self.bytes = from + end;
                break;
            }
            from += rest.len();
            if from > self.limits.row {
                // Nothing of so long a line is needed any more.
                self.pass(from);
                (from, passed) = (0, passed + from);
            }
            if !self.more()? {
                self.bytes = from;
                break;
            }
        }
        let once = self.bytes + passed;
        self.broken += 1;
        self.twice += looked_at.saturating_sub(once) as u64;
        if self.twice > self.limits.twice {
            return Err(ReadError::TooDamaged { rows: self.broken, line });
        }
        Ok(())
    }

    /// Splits a row that was in quotes as a whole into its cells. Says whether it was one.
    pub(super) fn unwrap(&mut self) -> bool {
        let [cell] = self.splitter.cells() else { return false };
        if !cell.quoted || cell.has_breaks || self.inner.is_some() {
            return false;
        }
        let text = self.splitter.text(self.row(), *cell);
        self.probe.begin();
        if !matches!(self.probe.split(&text, true), Split::Row(bytes) if bytes == text.len())
            || self.probe.cells().len() < 2
        {
            return false;
        }
        let mut inner = Wiped::default();
        inner.extend(&text);
        self.inner = Some(inner);
        std::mem::swap(&mut self.probe, &mut self.splitter);
        true
    }

    /// Takes the separator from the first row, where that is in quotes as a whole.
    pub(super) fn unwrap_first(&mut self) -> bool {
        let [cell] = self.splitter.cells() else { return false };
        if !cell.quoted {
            return false;
        }
        let text = self.splitter.text(self.row(), *cell);
        self.set_delimiter(delimiter_of(&text, b','));
        self.unwrap()
    }

    /// Looks at each physical line of the row after its first one, split by itself: its number, and its cells.
    pub(super) fn each_line_inside(&mut self, mut look: impl FnMut(u64, Shape<'_>)) {
        let row = self.raw.get(self.at..self.at + self.bytes).unwrap_or_default();
        let (mut lines, mut at) = (self.lines, 0);
        loop {
            let rest = row.get(at..).unwrap_or_default();
            if rest.is_empty() {
                return;
            }
            lines.settle();
            let length = memchr::memchr2(b'\r', b'\n', rest).unwrap_or(rest.len());
            let line = rest.get(..length).unwrap_or_default();
            if at > 0 {
                self.probe.begin();
                match self.probe.split(line, true) {
                    Split::Row(_) | Split::More | Split::TooMany => {}
                    Split::Unclosed | Split::Stray => self.probe.close_at_the_end(line),
                }
                look(lines.at, Shape { row: line, cells: self.probe.cells() });
            }
            let ends = rest.iter().skip(length).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            lines.pass(rest.get(..length + ends).unwrap_or_default());
            at += length + ends;
        }
    }

    /// How many cells the first physical line of the row has, if the quote that opens this cell is a mistake.
    pub(super) fn cells_of_first_line(&self, open: usize) -> usize {
        let rest = self.row().get(self.shape(open).start..).unwrap_or_default();
        let line = rest.iter().take_while(|byte| !matches!(byte, b'\r' | b'\n'));
        open + 1 + line.filter(|byte| **byte == self.splitter.delimiter()).count()
    }

    /// The last physical line of the row.
    pub(super) fn last_line(&self) -> u64 {
        let mut lines = self.lines;
        lines.pass(self.raw.get(self.at..self.at + self.bytes).unwrap_or_default());
        lines.at
    }

    /// The bytes from the start of the row on, as far as they are here.
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
                self.lines.settle();
                return Ok(());
            }
        }
    }
}

/// What parts the cells of the first line: what occurs most often outside quotes, or else what was said before.
fn delimiter_of(start: &[u8], before: u8) -> u8 {
    if before != b',' {
        return before;
    }
    let (mut quoted, mut counts) = (false, [0_usize; DELIMITERS.len()]);
    for byte in start {
        match byte {
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'\r' | b'\n' => break,
            byte => {
                let place = DELIMITERS.iter().position(|delimiter| delimiter == byte);
                if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
                    *count += 1;
                }
            }
        }
    }
    let most = counts.iter().copied().max().unwrap_or_default();
    let first = counts.iter().position(|count| *count == most).and_then(|place| DELIMITERS.get(place));
    first.copied().unwrap_or(b',')
}
