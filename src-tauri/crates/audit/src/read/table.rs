//! Tables: which kind one is, and what becomes of its rows.

use std::io::Read;

use zeroize::Zeroizing;

use super::kinds::Layout;
use super::letters::{Text, text_of};
use super::names::{names_its_fields, plain, surely_a_header};
use super::rows::{Next, Rows};
use super::taking::Taking;
use super::{Columns, Encoding, Export, Limits, ReadError, SkipReason};

/// A header is far shorter than this.
const HEADER: usize = 64 << 10;
/// Rows above which no header is looked for any more.
const ROWS_ABOVE: usize = 10;

/// Reads a table.
pub(super) fn read<R: Read>(
    text: Text<'_, R>,
    limits: Limits,
    columns: Option<&Columns>,
) -> Result<Export, ReadError> {
    let encoding = text.encoding();
    let mut rows = Rows::new(text, limits)?;
    let mut taking = begin(&mut rows, limits, columns)?;
    rows.end_header();
    loop {
        let line = match rows.next()? {
            Next::Row { line } => {
                taking.row(&mut rows, line)?;
                line
            }
            Next::Broken { line, reason } => {
                taking.broken(&rows, line, reason);
                line
            }
            Next::End => break,
        };
        let (logins, skipped) = (taking.logins.len() as u64, taking.skipped.len() as u64);
        (rows.text.input.logins, rows.text.input.skipped) = (logins, skipped);
        if logins + skipped > limits.entries {
            return Err(ReadError::TooManyEntries { limit: limits.entries, line });
        }
    }
    taking.export(encoding)
}

/// The first row: a header, or a log-in already, so it is wiped.
struct First {
    line: u64,
    cells: Zeroizing<Vec<String>>,
}

/// Finds the header, and begins with the rows after it.
fn begin<R: Read>(
    rows: &mut Rows<'_, R>,
    limits: Limits,
    columns: Option<&Columns>,
) -> Result<Taking, ReadError> {
    let has_header = columns.is_none_or(|columns| columns.header);
    let mut comments = Vec::new();
    while has_header && let Some(comment) = rows.take_comment()? {
        comments.push(comment);
    }
    let first = first_row(rows, limits)?;
    let known = match columns {
        Some(columns) if names_its_fields(&first.cells) && !has_password_by_name(columns, &first.cells) => {
            return Err(ReadError::LabelledValues);
        }
        Some(columns) => Layout::chosen(columns, &first.cells).map(Some),
        None => Layout::of_header(&first.cells),
    };
    let (layout, header) = match known {
        Ok(Some(layout)) => (layout, first),
        Ok(None) if surely_a_header(&first.cells) && !names_its_fields(&first.cells) => {
            let header = Some(first.cells.to_vec());
            return Err(ReadError::UnknownColumns { columns: first.cells.len(), header });
        }
        Ok(None) if names_its_fields(&first.cells) => return Err(ReadError::LabelledValues),
        Ok(None) if is_width_of_keeper(&first.cells) => {
            let mut taking = Taking::new(Layout::of_keeper(), None, rows, &comments);
            taking.row(rows, first.line)?;
            return Ok(taking);
        }
        not_here @ (Ok(None) | Err(ReadError::NoSuchColumn { .. })) if has_header => {
            return below(rows, columns, &first, not_here, &comments);
        }
        Ok(None) => return Err(unknown(&first)),
        Err(error) => return Err(error),
    };
    let has_header = layout.has_header;
    let line = header.line;
    let mut taking = Taking::new(layout, has_header.then_some(header.cells), rows, &comments);
    if !has_header {
        taking.row(rows, line)?;
    }
    Ok(taking)
}

/// Looks for the header below a title or other lines that some programs put above it.
fn below<R: Read>(
    rows: &mut Rows<'_, R>,
    columns: Option<&Columns>,
    first: &First,
    not_here: Result<Option<Layout>, ReadError>,
    comments: &[String],
) -> Result<Taking, ReadError> {
    let mut above = vec![(first.line, first.cells.len())];
    for _ in 0..ROWS_ABOVE {
        match rows.next()? {
            Next::Row { line } if !rows.row().contains(&0) && rows.row().len() <= HEADER => {
                let cells = cells_of(rows);
                let layout = match columns {
                    Some(columns) => Layout::chosen(columns, &cells).ok(),
                    None => Layout::of_header(&cells)?,
                };
                if let Some(layout) = layout.filter(|_| surely_a_header(&cells)) {
                    let width = layout.width;
                    let mut taking = Taking::new(layout, Some(cells), rows, comments);
                    for (line, found) in above {
                        // One or two cells are a title; more may be a row.
                        let reason = if found > 2 {
                            SkipReason::Cells { found, expected: width }
                        } else {
                            SkipReason::OtherKind
                        };
                        taking.skip(line, line, reason);
                    }
                    return Ok(taking);
                }
                above.push((line, cells.len()));
            }
            Next::End => break,
            Next::Row { line } | Next::Broken { line, .. } => above.push((line, 0)),
        }
    }
    not_here.and(Err(unknown(first)))
}

fn unknown(first: &First) -> ReadError {
    ReadError::UnknownColumns { columns: first.cells.len(), header: None }
}

/// Whether the column of the passwords was chosen by a name that is in the first row.
fn has_password_by_name(columns: &Columns, cells: &[String]) -> bool {
    match &columns.password {
        super::Column::Name(name) => {
            surely_a_header(cells) && cells.iter().any(|cell| plain(cell) == plain(name))
        }
        super::Column::Number(_) => false,
    }
}

/// Keeper writes seven cells and pairs of more, without a header. Whether it is Keeper's is told by all rows.
fn is_width_of_keeper(cells: &[String]) -> bool {
    cells.len() >= 7 && cells.len() % 2 == 1
}

fn cells_of<R: Read>(rows: &Rows<'_, R>) -> Zeroizing<Vec<String>> {
    let cell = |index| std::mem::take(&mut *text_of(&rows.cell(index)).0);
    Zeroizing::new((0..rows.len()).map(cell).collect())
}

fn first_row<R: Read>(rows: &mut Rows<'_, R>, limits: Limits) -> Result<First, ReadError> {
    match rows.next()? {
        Next::Row { line } => {
            if let Some(offset) = rows.row().iter().position(|byte| *byte == 0) {
                return Err(ReadError::NotText { offset: offset as u64 });
            }
            if rows.row().len() > HEADER {
                return Err(ReadError::HeaderTooLong { limit: HEADER });
            }
            rows.unwrap_first();
            Ok(First { line, cells: cells_of(rows) })
        }
        Next::End => Err(ReadError::Empty),
        Next::Broken { reason: SkipReason::TooManyCells { .. }, .. } => {
            Err(ReadError::TooManyColumns { limit: limits.columns })
        }
        Next::Broken { reason: SkipReason::UnclosedQuote | SkipReason::StrayQuote, .. } => {
            Err(ReadError::UnclosedHeader)
        }
        Next::Broken { .. } => Err(ReadError::HeaderTooLong { limit: HEADER }),
    }
}

impl Taking {
    /// Everything that was read, once all of it is known.
    fn export(mut self, encoding: Encoding) -> Result<Export, ReadError> {
        if !self.is_what_it_seemed() {
            return Err(ReadError::UnknownColumns { columns: self.first_width, header: None });
        }
        let guessed = self.decide(encoding);
        self.skipped.sort_by_key(|skipped| skipped.line);
        self.warnings.sort_unstable();
        self.warnings.dedup();
        Ok(Export {
            source: self.layout.source,
            encoding: guessed,
            logins: self.logins,
            skipped: self.skipped,
            warnings: self.warnings,
        })
    }
}
