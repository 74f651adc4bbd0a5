//! Tables: from rows to log-ins, by the rules of each source.

use std::io::Read;

use zeroize::Zeroizing;

use super::kinds::{Layout, looks_like_keeper, surely_a_header};
use super::letters::{Guess, Text};
use super::rows::{Next, Rows};
use super::values::{addresses, day, password, title};
use super::{Columns, Encoding, Export, Limits, ReadError, SkipReason, Skipped, Source};
use crate::{Changed, Login};

/// A header is far shorter than this.
const HEADER: usize = 64 << 10;

/// Reads a table.
pub(super) fn read<R: Read>(
    text: Text<'_, R>,
    limits: Limits,
    columns: Option<&Columns>,
) -> Result<Export, ReadError> {
    let encoding = text.encoding();
    let mut rows = Rows::new(text, limits)?;
    let mut guess = Guess::Open;
    let first = first_row(&mut rows, limits, &mut guess)?;
    let (layout, first_is_a_login) = match columns {
        Some(columns) => (Layout::chosen(columns, &first.cells)?, !columns.header),
        None => match Layout::of_header(&first.cells) {
            Some(layout) => (layout, false),
            None if looks_like_keeper(&first.cells) => (Layout::of_keeper(), true),
            None => {
                let header = surely_a_header(&first.cells).then(|| first.cells.to_vec());
                return Err(ReadError::UnknownColumns { columns: first.cells.len(), header });
            }
        },
    };
    let mut taking = Taking { layout, guess, logins: Vec::new(), skipped: Vec::new() };
    if first_is_a_login {
        taking.row(&rows, first.line);
    }
    loop {
        let line = match rows.next()? {
            Next::Row { line } => {
                taking.row(&rows, line);
                line
            }
            Next::Skipped { line, reason } => {
                taking.skipped.push(Skipped { line, reason });
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
    let guessed = encoding == Encoding::Utf8 && taking.guess == Guess::Windows1252;
    Ok(Export {
        source: taking.layout.source,
        encoding: if guessed { Encoding::Windows1252Guessed } else { encoding },
        logins: taking.logins,
        skipped: taking.skipped,
    })
}

/// The first row: a header, or a log-in already, so it is wiped.
struct First {
    line: u64,
    cells: Zeroizing<Vec<String>>,
}

fn first_row<R: Read>(rows: &mut Rows<'_, R>, limits: Limits, guess: &mut Guess) -> Result<First, ReadError> {
    match rows.next()? {
        Next::Row { line } => {
            let all = rows.all_cells();
            if let Some(offset) = all.iter().position(|byte| *byte == 0) {
                return Err(ReadError::NotText { offset: offset as u64 });
            }
            if all.len() > HEADER {
                return Err(ReadError::HeaderTooLong { limit: HEADER });
            }
            guess.accepts(all);
            let cell = |index| std::mem::take(&mut *Guess::text(rows.cell(index)));
            Ok(First { line, cells: Zeroizing::new((0..rows.len()).map(cell).collect()) })
        }
        Next::End => Err(ReadError::Empty),
        Next::Skipped { reason: SkipReason::TooManyCells { .. }, .. } => {
            Err(ReadError::TooManyColumns { limit: limits.columns })
        }
        Next::Skipped { reason: SkipReason::UnclosedQuote, .. } => Err(ReadError::UnclosedHeader),
        Next::Skipped { .. } => Err(ReadError::HeaderTooLong { limit: HEADER }),
    }
}

/// What was taken so far, and by which rules.
struct Taking {
    layout: Layout,
    guess: Guess,
    logins: Vec<Login>,
    skipped: Vec<Skipped>,
}

impl Taking {
    fn row<R: Read>(&mut self, rows: &Rows<'_, R>, line: u64) {
        match self.login(rows, line) {
            Ok(login) => self.logins.push(login),
            Err(reason) => self.skipped.push(Skipped { line, reason }),
        }
    }

    fn login<R: Read>(&mut self, rows: &Rows<'_, R>, line: u64) -> Result<Login, SkipReason> {
        let all = rows.all_cells();
        if all.contains(&0) {
            return Err(SkipReason::ZeroByte);
        }
        if all.iter().all(u8::is_ascii_whitespace) {
            return Err(SkipReason::NothingInIt);
        }
        self.check_width(rows)?;
        if !self.guess.accepts(all) {
            return Err(SkipReason::Letters);
        }
        let layout = &self.layout;
        let text = |index: usize| -> Zeroizing<String> {
            let mut text = Guess::text(rows.cell(index));
            // RoboForm writes an apostrophe before what a spreadsheet would take for a formula.
            if layout.source == Source::RoboForm && text.starts_with('\'') {
                text.remove(0);
            }
            text
        };
        let maybe = |index: Option<usize>| index.map(text).unwrap_or_default();
        let first_url = maybe(layout.url);
        not_a_login(layout.source, &maybe(layout.sort), first_url.trim(), &maybe(layout.folder))?;
        let mut urls = Vec::new();
        if may_hold_several(layout.source) {
            addresses(&first_url, &mut urls)?;
        } else if !first_url.trim().is_empty() {
            urls.push(first_url.trim().to_owned());
        }
        let more = maybe(layout.more_urls);
        match serde_json::from_str::<Vec<String>>(&more) {
            Ok(list) => list.iter().try_for_each(|url| addresses(url, &mut urls))?,
            Err(_) => addresses(&more, &mut urls)?,
        }
        let names = layout.username.iter().map(|index| text(*index).trim().to_owned());
        let username = names.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        let password = password(text(layout.password))?;
        if password.is_none() && username.is_empty() && urls.is_empty() {
            return Err(SkipReason::NothingInIt);
        }
        let changed = layout.changed.and_then(|(index, of)| Some(Changed { day: day(&text(index))?, of }));
        let has_second_step = layout.second_step.iter().any(|index| !rows.cell(*index).is_empty())
            || (layout.source == Source::Keeper && has_keeper_codes(rows));
        Ok(Login {
            line,
            title: title(&maybe(layout.title)),
            urls,
            username,
            password,
            changed,
            has_second_step,
        })
    }

    /// A row with a comma too many or a break in the middle has its cells in other places: a password that is
    /// none would be called fine, so the row is not taken. Missing or empty cells at its end do no harm.
    fn check_width<R: Read>(&self, rows: &Rows<'_, R>) -> Result<(), SkipReason> {
        let (found, width) = (rows.len(), self.layout.width);
        let wrong = if width == 0 {
            found <= self.layout.url.unwrap_or(self.layout.password)
        } else {
            found <= self.layout.last_needed() || (width..found).any(|index| !rows.cell(index).is_empty())
        };
        let expected = if width == 0 { 7 } else { width };
        if wrong { Err(SkipReason::Cells { found, expected }) } else { Ok(()) }
    }
}

/// Sources that put several addresses into one cell.
fn may_hold_several(source: Source) -> bool {
    matches!(source, Source::Bitwarden | Source::ProtonPass | Source::OnePassword)
}

/// Rows that are no log-ins, by what each source says of them.
fn not_a_login(source: Source, sort: &str, url: &str, folder: &str) -> Result<(), SkipReason> {
    match source {
        Source::Firefox if url.starts_with("chrome://FirefoxAccounts") => Err(SkipReason::BrowserAccount),
        Source::LastPass if url == "http://sn" => Err(SkipReason::SecureNote),
        Source::LastPass if url == "http://group" => Err(SkipReason::OtherKind),
        Source::KeePassXc if folder.split('/').any(|part| part.trim() == "Recycle Bin") => {
            Err(SkipReason::InTheBin)
        }
        Source::Bitwarden | Source::ProtonPass | Source::NordPass => {
            match sort.trim().to_lowercase().as_str() {
                "" | "login" | "password" => Ok(()),
                "note" | "securenote" | "secure_note" => Err(SkipReason::SecureNote),
                "card" | "creditcard" | "credit_card" => Err(SkipReason::Card),
                "identity" | "personal_info" => Err(SkipReason::Identity),
                "passkey" | "sshkey" | "ssh_key" => Err(SkipReason::Key),
                "alias" => Err(SkipReason::Alias),
                _ => Err(SkipReason::OtherKind),
            }
        }
        _ => Ok(()),
    }
}

/// Keeper's own name for the seed of one-time codes, among the labels at the end of a row.
fn has_keeper_codes<R: Read>(rows: &Rows<'_, R>) -> bool {
    (7..rows.len()).step_by(2).any(|label| {
        let label = rows.cell(label);
        (label.starts_with(b"TFC:")
            || label.windows(11).any(|part| part.eq_ignore_ascii_case(b"onetimecode")))
            && !label.is_empty()
    })
}
