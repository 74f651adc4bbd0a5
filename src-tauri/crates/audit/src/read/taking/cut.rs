//! Rows that a quote too many or too few may have cut or joined.

use std::io::Read;

use super::super::rows::Rows;
use super::super::{ReadError, SkipReason, Skipped, WarningKind};
use super::{NAMED, Taking};

/// A row that a quote too many or too few may have cut.
pub(super) struct MayBeCut {
    /// How many cells it has.
    pub(super) found: usize,
    /// Whether a cell in quotes that is used has a separator.
    pub(super) holds: bool,
    /// Whether a cell in quotes that is shown has a separator: its neighbours may be inside it, and a password be shown.
    pub(super) hides: bool,
}

impl Taking {
    /// What comes after a row that is too short may be its rest: then nothing of that row is certain.
    pub(super) fn drop_what_was_cut(&mut self) {
        if self.may_be_cut.is_empty() {
            return;
        }
        let first = self.logins.len().saturating_sub(self.may_be_cut.len());
        for (login, row) in self.logins.drain(first..).zip(self.may_be_cut.drain(..)) {
            let reason = SkipReason::Cells { found: row.found, expected: self.layout.width };
            self.skipped.push(Skipped::at(login.line, reason));
        }
        self.other_letters.retain(|(index, _)| *index < first);
    }

    /// Whether the row has swallowed others: a quote that is missing or too many makes one cell of several rows. If
    /// what is needed comes before that cell, the row is taken and the lines inside are named. Otherwise nothing of
    /// it is certain, and all of it is given back but its first line.
    pub(super) fn holds_rows<R: Read>(
        &mut self,
        rows: &mut Rows<'_, R>,
        line: u64,
    ) -> Result<bool, ReadError> {
        let mut inside: Vec<u64> = Vec::new();
        let layout = &self.layout;
        let broken = (0..rows.len()).find(|index| rows.shape(*index).has_breaks).unwrap_or_default();
        // A row that lost a quote is whole on its first line. The cell of a sound one may go on after it; but what is
        // used of a login holds no row.
        let enough =
            |line: &[u8]| memchr::memchr_iter(rows.delimiter(), line).count() >= layout.last_needed();
        let mut lines = rows.raw_cell(broken).split(|byte| matches!(byte, b'\r' | b'\n'));
        let holds_one = layout.uses(broken) && layout.last_needed() > 0 && lines.any(enough);
        if !holds_one && rows.cells_of_first_line(broken) <= layout.last_needed() {
            return Ok(false);
        }
        rows.each_line_inside(|line, shape| {
            if layout.is_like_a_row(shape) {
                inside.push(line);
            }
        });
        let Some(last) = inside.last().copied() else { return Ok(false) };
        if layout.last_needed() >= broken || !layout.fits(rows.shape_of_row()) {
            self.misfits = 0;
            self.drop_what_was_cut();
            self.skip(line, line, SkipReason::UnclosedQuote);
            rows.give_back(line)?;
            return Ok(true);
        }
        self.warn(line, WarningKind::RowsInACell);
        let named = inside.len().min(NAMED);
        for (place, line) in inside.into_iter().take(named).enumerate() {
            let last_line = if place + 1 == named { last } else { line };
            self.skipped.push(Skipped { line, last_line, reason: SkipReason::RowInACell });
        }
        Ok(false)
    }

    /// Whether a cell in quotes that is shown has a separator.
    pub(super) fn shows_a_separator<R: Read>(&self, rows: &Rows<'_, R>) -> bool {
        let layout = &self.layout;
        let mut shown =
            layout.username.iter().copied().chain([layout.title, layout.url].into_iter().flatten());
        shown.any(|index| rows.shape(index).quoted && rows.raw_cell(index).contains(&rows.delimiter()))
    }

    /// Whether a cell that is used has a separator, or one beside a quote, as when it had swallowed its neighbours.
    pub(super) fn may_hold_others<R: Read>(&self, rows: &Rows<'_, R>, beside_a_quote: bool) -> bool {
        let layout = &self.layout;
        let used = layout.username.iter().copied().chain([layout.title, layout.url].into_iter().flatten());
        let delimiter = rows.delimiter();
        let mut quoted = used.chain([layout.password]).filter(|index| rows.shape(*index).quoted);
        quoted.any(|index| {
            let text = rows.raw_cell(index);
            let is_there = memchr::memchr(delimiter, text).is_some();
            let mut pairs = text.windows(2);
            is_there
                && (!beside_a_quote
                    || pairs.any(|pair| pair == [b'"', delimiter] || pair == [delimiter, b'"']))
        })
    }
}
