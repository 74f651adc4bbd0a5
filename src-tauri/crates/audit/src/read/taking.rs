//! From rows to log-ins, by the rules of each source.

mod cut;

use std::io::Read;

use zeroize::Zeroizing;

use super::fit::is_address;
use super::kinds::Layout;
use super::letters::{Letters, text_of};
use super::names::plain;
use super::not_logins::{Keeper, has_keeper_codes, not_a_login};
use super::repair::{Edge, edge, is_encoded_twice, is_from_a_spreadsheet, without_quotes};
use super::rows::Rows;
use super::values::{addresses, day, password, title};
use super::{ReadError, SkipReason, Skipped, Source, Warning, WarningKind};
use crate::{Changed, Login};

use cut::MayBeCut;

/// Lines inside one cell that are named one by one, and rows that do not fit in a row of such; more are named as a
/// range.
const NAMED: usize = 1_000;
/// A note that a quote cut in two is taken for no longer than this.
const LINES_OF_A_NOTE: usize = 20;
/// No value that a spreadsheet puts in the place of a password is longer.
const SPREADSHEET_VALUE: usize = 20;

/// What was taken so far, and by which rules.
pub(super) struct Taking {
    pub(super) layout: Layout,
    pub(super) logins: Vec<Login>,
    pub(super) skipped: Vec<Skipped>,
    pub(super) warnings: Vec<Warning>,
    pub(super) first_width: usize,
    pub(super) letters: Letters,
    /// Places of log-ins with text that is not UTF-8, and whether that is their password.
    pub(super) other_letters: Vec<(usize, bool)>,
    /// Whether a cell has an entity, and whether one has an ampersand that is none.
    pub(super) has_entities: bool,
    pub(super) has_bare_ampersands: bool,
    /// What the extension Password Exporter says about the file, where it wrote it.
    pub(super) exporter: Option<Exporter>,
    /// The first line on which a backslash is before a quote that breaks the row.
    pub(super) backslash_line: Option<u64>,
    /// Whether rows of a table without a header have different numbers of cells.
    pub(super) widths_differ: bool,
    pub(super) keeper: Keeper,
    header: Option<Zeroizing<Vec<String>>>,
    header_blanks: Blanks,
    /// Cells of the rows of the last log-ins, where a quote or a line break too many may have cut the first of them: it
    /// ended with what is needed, or has a separator in a cell, and those after it have neither name nor address.
    may_be_cut: Vec<MayBeCut>,
    /// Rows that did not fit, one after another.
    misfits: usize,
}

/// How the extension Password Exporter wrote the file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Exporter {
    Plain,
    Base64,
}

/// Whether cells without quotes have blanks after or before the separators.
#[derive(Clone, Copy, Default)]
struct Blanks {
    after: bool,
    before: bool,
}

impl Blanks {
    fn of<R: Read>(rows: &Rows<'_, R>) -> Self {
        let (mut after, mut before) = ((0, 0), (0, 0));
        for index in 0..rows.len() {
            let text = rows.raw_cell(index);
            if rows.shape(index).quoted || text.trim_ascii().is_empty() {
                continue;
            }
            if index > 0 {
                after = (after.0 + 1, after.1 + usize::from(text.starts_with(b" ")));
            }
            if index + 1 < rows.len() {
                before = (before.0 + 1, before.1 + usize::from(text.ends_with(b" ")));
            }
        }
        let all = |(cells, blank): (usize, usize)| cells == blank && blank > 1;
        Self { after: all(after), before: all(before) }
    }
}

/// A cell as text, on its way into a log-in.
struct Taken {
    password: Zeroizing<String>,
    doubtful: bool,
    /// Whether the password is not UTF-8.
    other_letters: bool,
}

impl Taking {
    pub(super) fn new<R: Read>(
        layout: Layout,
        header: Option<Zeroizing<Vec<String>>>,
        rows: &mut Rows<'_, R>,
        comments: &[String],
    ) -> Self {
        let names: Vec<String> =
            header.iter().flat_map(|cells| cells.iter()).map(|name| plain(name)).collect();
        let has = |wanted: &[&str]| wanted.iter().all(|name| names.iter().any(|there| there == name));
        let by = comments.iter().find(|comment| comment.contains("Password Exporter"));
        let exporter = match by {
            Some(comment) if comment.to_ascii_lowercase().contains("encrypted: true") => {
                Some(Exporter::Base64)
            }
            _ if by.is_some() || has(&["hostname", "formsubmiturl", "usernamefield", "passwordfield"]) => {
                Some(Exporter::Plain)
            }
            _ => None,
        };
        if names.len() == 5 && has(&["account", "login name", "password", "web site", "comments"]) {
            rows.undo_backslashes();
        }
        Self {
            first_width: rows.len(),
            header_blanks: if header.is_some() { Blanks::of(rows) } else { Blanks::default() },
            layout,
            header,
            exporter,
            logins: Vec::new(),
            skipped: Vec::new(),
            warnings: Vec::new(),
            letters: Letters::default(),
            other_letters: Vec::new(),
            has_entities: false,
            has_bare_ampersands: false,
            backslash_line: None,
            widths_differ: false,
            keeper: Keeper::default(),
            may_be_cut: Vec::new(),
            misfits: 0,
        }
    }

    /// Takes a row, or says why not.
    pub(super) fn row<R: Read>(&mut self, rows: &mut Rows<'_, R>, line: u64) -> Result<(), ReadError> {
        if self.layout.width > 1 {
            rows.unwrap();
        }
        if rows.has_breaks() && self.holds_rows(rows, line)? {
            return Ok(());
        }
        match self.login(rows, line) {
            Ok(login) => {
                self.misfits = 0;
                // A quote with nothing before it that it closes ends what a quote too many opened in the row before.
                let has_address = login.urls.iter().any(|url| is_address(url.as_bytes()));
                // Programs that quote no cell at all write quotes in passwords as they are.
                let closes =
                    |row: &MayBeCut| row.hides || (!has_address && (row.holds || login.username.is_empty()));
                if rows.has_stray_quote() && self.may_be_cut.iter().any(closes) {
                    self.drop_what_was_cut();
                    self.skip(line, rows.last_line(), SkipReason::StrayQuote);
                    return Ok(());
                }
                let ends_with_it =
                    rows.len() < self.layout.width && rows.len() == self.layout.last_needed() + 1;
                let holds = self.may_hold_others(rows, false);
                let may_be_cut = ends_with_it || holds;
                // A row without a name or an address may itself be the rest of the one before; after a cell in quotes with
                // a separator, one without an address, as far as a note may go on.
                let holds_before = self.may_be_cut.iter().any(|row| row.holds || row.hides);
                let goes_on =
                    holds_before && self.layout.url.is_some() && self.may_be_cut.len() < LINES_OF_A_NOTE;
                let may_be_shown = goes_on && !has_address;
                let may_be_rest = may_be_cut && login.username.is_empty() && !has_address;
                if !may_be_rest && !may_be_shown {
                    self.may_be_cut.clear();
                }
                if may_be_cut || may_be_shown {
                    self.may_be_cut.push(MayBeCut {
                        found: rows.len(),
                        holds,
                        hides: self.shows_a_separator(rows),
                    });
                }
                self.logins.push(login);
            }
            Err(reason) => {
                let blank = reason == SkipReason::NothingInIt;
                if matches!(reason, SkipReason::Cells { .. } | SkipReason::StrayQuote)
                    || (blank && rows.has_stray_quote())
                    || (blank && rows.len() > 1 && rows.len() != self.layout.width)
                {
                    self.drop_what_was_cut();
                }
                self.skip(line, rows.last_line(), reason);
            }
        }
        Ok(())
    }

    /// Names what is no row.
    pub(super) fn broken<R: Read>(&mut self, rows: &Rows<'_, R>, line: u64, reason: SkipReason) {
        if rows.row().windows(2).any(|pair| pair == b"\\\"") && !rows.undoes_backslashes() {
            self.backslash_line.get_or_insert(line);
        }
        self.misfits = 0;
        self.drop_what_was_cut();
        self.skip(line, line, reason);
    }

    /// Names an entry that is not taken. Of many rows in turn that do not fit, the last are named together.
    pub(super) fn skip(&mut self, line: u64, last_line: u64, reason: SkipReason) {
        // A blank line may be part of a note that goes on after it.
        if reason != SkipReason::NothingInIt {
            self.may_be_cut.clear();
        }
        if let SkipReason::Cells { .. } = reason {
            self.misfits += 1;
            if let Some(last) = self.skipped.last_mut().filter(|_| self.misfits > NAMED) {
                last.last_line = last_line;
                return;
            }
        }
        self.skipped.push(Skipped { line, last_line, reason });
    }

    pub(super) fn warn(&mut self, line: u64, kind: WarningKind) {
        self.warnings.push(Warning { line, kind });
    }

    fn login<R: Read>(&mut self, rows: &Rows<'_, R>, line: u64) -> Result<Login, SkipReason> {
        if memchr::memchr(0, rows.row()).is_some() {
            return Err(SkipReason::ZeroByte);
        }
        if (0..rows.len()).all(|index| rows.raw_cell(index).iter().all(u8::is_ascii_whitespace)) {
            return Err(SkipReason::NothingInIt);
        }
        self.check_fit(rows)?;
        let is_short = rows.len() < self.layout.width;
        let hides = rows.has_stray_quotes() && self.shows_a_separator(rows);
        if hides || (is_short && (self.may_hold_others(rows, true) || rows.quotes_hide_cells())) {
            return Err(SkipReason::StrayQuote);
        }
        if self.is_header(rows) {
            return Err(SkipReason::HeaderAgain);
        }
        let is_utf8 = self.letters.look(rows.row());
        let layout = &self.layout;
        let source = layout.source;
        let shown = layout.username.iter().copied().chain([layout.title, layout.url].into_iter().flatten());
        let limit = rows.limit_of_a_cell();
        if shown.chain([layout.password]).any(|index| rows.raw_cell(index).len() > limit) {
            return Err(SkipReason::CellTooLong { limit });
        }
        let text = |index: usize| text_of_cell(rows, index, source).0;
        let maybe = |index: Option<usize>| index.map(text).unwrap_or_default();
        let (mut name, mut first_url) = (maybe(layout.title), maybe(layout.url));
        not_a_login(source, &maybe(layout.sort), first_url.trim(), &maybe(layout.folder))?;
        let names = layout.username.iter().map(|index| text(*index));
        let mut username = names.into_iter().find(|name| !name.trim().is_empty()).unwrap_or_default();
        let more = maybe(layout.more_urls);
        let changed = layout.changed.and_then(|(index, of)| Some(Changed { day: day(&text(index))?, of }));
        let has_second_step = layout.second_step.iter().any(|index| !rows.raw_cell(*index).is_empty())
            || (source == Source::Keeper && has_keeper_codes(rows));
        let mut taken = self.password(rows, line);
        // Too few cells, a separator in one that is shown, and no password: it may be inside.
        if is_short && taken.password.is_empty() && self.shows_a_separator(rows) {
            return Err(SkipReason::StrayQuote);
        }
        let other_cells_inside = self.may_hold_others(rows, true);
        if other_cells_inside || [&username, &name, &first_url].iter().any(|text| text.ends_with('"')) {
            self.warn(line, WarningKind::StrayQuote);
        }
        taken.doubtful |= other_cells_inside;
        self.take_quotes_away(line, &mut taken, [&mut username, &mut name, &mut first_url]);
        let is_broken = |text: &str| text.trim().contains(['\r', '\n']);
        if is_broken(&username) || is_broken(&name) || (is_broken(&first_url) && !may_hold_several(source)) {
            return Err(SkipReason::LineBreak);
        }
        let mut urls = Vec::new();
        if may_hold_several(source) {
            addresses(&first_url, &mut urls)?;
        } else if !first_url.trim().is_empty() {
            urls.push(first_url.trim().to_owned());
        }
        match serde_json::from_str::<Vec<String>>(&more) {
            Ok(list) => list.iter().try_for_each(|url| addresses(url, &mut urls))?,
            Err(_) => addresses(&more, &mut urls)?,
        }
        self.look(line, [&username, &name, &first_url], &mut taken);
        let password = password(taken.password)?;
        if password.is_none() && username.trim().is_empty() && urls.is_empty() {
            return Err(SkipReason::NothingInIt);
        }
        if !is_utf8 {
            self.other_letters.push((self.logins.len(), taken.other_letters));
            self.warn(line, WarningKind::BrokenLetters);
        }
        let doubtful = taken.doubtful && password.is_some();
        let (title, username) = (title(&name), username.trim().to_owned());
        Ok(Login {
            line,
            title,
            urls,
            username,
            password,
            changed,
            has_second_step,
            doubtful,
            like_master: None,
        })
    }

    /// A row with a separator too many or a break in the middle has its cells in other places: a password that is
    /// none would be called fine, so the row is not taken.
    fn check_fit<R: Read>(&mut self, rows: &Rows<'_, R>) -> Result<(), SkipReason> {
        let (found, expected) = (rows.len(), self.layout.width);
        let fits = self.layout.fits(rows.shape_of_row());
        if self.layout.source == Source::Keeper {
            self.keeper.look(rows, fits);
        }
        self.widths_differ |= found != self.first_width && !self.layout.has_header;
        if fits { Ok(()) } else { Err(SkipReason::Cells { found, expected }) }
    }

    /// Whether the row is the header once more, as where two exports were joined. The header of another kind with as
    /// many columns is followed from there on.
    fn is_header<R: Read>(&mut self, rows: &Rows<'_, R>) -> bool {
        let Some(header) = &self.header else { return false };
        let cell = |index: usize| plain(&text_of(&rows.cell(index)).0);
        let same = |index: usize| header.get(index).is_some_and(|name| plain(name) == cell(index));
        if same(self.layout.password) && (0..header.len()).all(same) {
            return true;
        }
        let secret = |index: usize| super::names::is_secret(&text_of(rows.raw_cell(index)).0);
        if rows.row().len() > 1_000 || !(0..rows.len()).any(secret) {
            return false;
        }
        let cells: Vec<String> =
            (0..rows.len()).map(|index| text_of(&rows.cell(index)).0.to_string()).collect();
        match Layout::of_header(&cells) {
            Ok(Some(layout)) if super::names::surely_a_header(&cells) => {
                self.layout = Layout { source: self.layout.source, ..layout };
                self.header = Some(Zeroizing::new(cells));
                true
            }
            _ => false,
        }
    }

    /// The password of a row, with what is known to be around it taken away.
    fn password<R: Read>(&mut self, rows: &Rows<'_, R>, line: u64) -> Taken {
        let index = self.layout.password;
        let (mut password, is_utf8) = text_of_cell(rows, index, self.layout.source);
        let mut doubtful = false;
        let shape = rows.shape(index);
        // A quote that is missing after the password lets it run into the cells that follow.
        let runs_on = shape.quoted
            && rows.len() == index + 1
            && rows.len() < self.layout.width
            && rows.raw_cell(index).contains(&rows.delimiter());
        if shape.has_stray || rows.has_stray_quotes() || runs_on {
            self.warn(line, WarningKind::StrayQuote);
            doubtful = true;
        }
        let (mut row, header) = (Blanks::of(rows), self.header_blanks);
        // No address has blanks of its own; a user name and a password may.
        let address = self.layout.url.filter(|url| !rows.shape(*url).quoted).map(|url| rows.raw_cell(url));
        row.after &= header.after || address.is_some_and(|url| url.starts_with(b" "));
        row.before &= header.before || address.is_some_and(|url| url.ends_with(b" "));
        if !shape.quoted && (row.after || row.before) && !password.trim().is_empty() {
            let trimmed = if row.after { password.trim_start_matches(' ') } else { &password };
            let trimmed = if row.before { trimmed.trim_end_matches(' ') } else { trimmed };
            let certain = (header.after || !row.after) && (header.before || !row.before);
            let as_many = usize::from(row.after) + usize::from(row.before);
            doubtful |= !certain || password.len() - trimmed.len() > as_many;
            password = Zeroizing::new(trimmed.to_owned());
            self.warn(line, WarningKind::BlanksTrimmed);
        } else if (header.after && password.starts_with(' ')) || (header.before && password.ends_with(' ')) {
            doubtful = true;
        }
        Taken { password, doubtful, other_letters: !is_utf8 }
    }

    /// Takes typographic or single quotes away that are around each cell of a row.
    fn take_quotes_away(&mut self, line: u64, taken: &mut Taken, shown: [&mut Zeroizing<String>; 3]) {
        let written: Vec<bool> = shown
            .iter()
            .filter(|text| !text.trim().is_empty())
            .map(|text| without_quotes(text).is_some())
            .collect();
        let inside = without_quotes(&taken.password).map(|text| Zeroizing::new(text.to_owned()));
        let all = !written.is_empty() && written.iter().all(|around| *around);
        if !all || (inside.is_none() && written.len() < 2) || self.layout.source == Source::RoboForm {
            return;
        }
        if let Some(inside) = inside {
            taken.password = inside;
            taken.doubtful = true;
        }
        for text in shown {
            if let Some(inside) = without_quotes(text).map(|text| Zeroizing::new(text.to_owned())) {
                *text = inside;
            }
        }
        self.warn(line, WarningKind::QuotesTakenAway);
    }

    /// Looks for what makes a password doubtful, and for what only the whole file can decide.
    fn look(&mut self, line: u64, shown: [&str; 3], taken: &mut Taken) {
        let password = &taken.password;
        for text in shown.into_iter().chain([password.as_str()]).filter(|text| text.contains('&')) {
            self.has_bare_ampersands |= super::repair::has_bare_ampersand(text);
            self.has_entities |= super::repair::without_entities(text).is_some();
        }
        let mut kinds = Vec::new();
        match edge(password) {
            Some(Edge::Invisible) => kinds.push(WarningKind::InvisibleCharacter),
            Some(Edge::Blank) => self.warn(line, WarningKind::BlankAtEnd),
            None => {}
        }
        if password.len() <= SPREADSHEET_VALUE && is_from_a_spreadsheet(password) {
            kinds.push(WarningKind::SpreadsheetValue);
        }
        if is_encoded_twice(password) && !taken.other_letters {
            kinds.push(WarningKind::DoubledEncoding);
        }
        taken.doubtful |= !kinds.is_empty();
        self.warnings.extend(kinds.into_iter().map(|kind| Warning { line, kind }));
    }

    /// Whether a table without a header that was taken for Keeper's is one, by all of its rows.
    pub(super) fn is_what_it_seemed(&self) -> bool {
        self.layout.source != Source::Keeper || self.keeper.is_it()
    }
}

/// A cell as text, and whether it is UTF-8.
fn text_of_cell<R: Read>(rows: &Rows<'_, R>, index: usize, source: Source) -> (Zeroizing<String>, bool) {
    let (mut text, is_utf8) = text_of(&rows.cell(index));
    // RoboForm writes an apostrophe before what a spreadsheet would take for a formula.
    if source == Source::RoboForm && text.starts_with('\'') {
        text.remove(0);
    }
    (text, is_utf8)
}

/// Sources that put several addresses into one cell.
fn may_hold_several(source: Source) -> bool {
    matches!(source, Source::Bitwarden | Source::ProtonPass | Source::OnePassword)
}
