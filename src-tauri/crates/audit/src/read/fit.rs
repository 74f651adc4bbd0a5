//! Whether a row fits its header. A row that does not has its cells in other places: another cell would be taken
//! for the password, and the password for something that is shown.

use super::Source;
use super::kinds::Layout;
use super::split::Cell;

/// Commas of a form field of RoboForm: `Password$,,,pwd,…`.
const FIELD_COMMAS: usize = 4;

/// The cells of a row, with their text as it stands in the file.
#[derive(Clone, Copy)]
pub(super) struct Shape<'a> {
    pub(super) row: &'a [u8],
    pub(super) cells: &'a [Cell],
}

impl<'a> Shape<'a> {
    fn raw(self, index: usize) -> &'a [u8] {
        let text = self.cells.get(index).and_then(|cell| self.row.get(cell.start..cell.end));
        text.unwrap_or_default().trim_ascii()
    }

    fn is_all_quoted(self) -> bool {
        self.cells.iter().all(|cell| cell.quoted)
    }
}

impl Layout {
    /// Whether this column is the name, the address, the username or the password.
    pub(super) fn uses(&self, index: usize) -> bool {
        let shown = self.username.iter().copied().chain([self.title, self.url].into_iter().flatten());
        shown.chain([self.password]).any(|used| used == index)
    }

    /// Whether the cells of a row are where the header says.
    pub(super) fn fits(&self, shape: Shape<'_>) -> bool {
        let found = shape.cells.len();
        let address = |place: Option<usize>| place.is_some_and(|index| is_address(shape.raw(index)));
        if self.source == Source::Keeper {
            return found >= 7 && found % 2 == 1;
        }
        if found <= self.last_needed() || self.is_shifted(shape) {
            return false;
        }
        if found <= self.width {
            return true;
        }
        let rest = |from: usize| (from..found).map(|index| shape.raw(index));
        if self.source == Source::RoboForm {
            // One cell for each field of the form, from the last column on.
            let field =
                |cell: &[u8]| cell.is_empty() || cell.split(|byte| *byte == b',').count() > FIELD_COMMAS;
            return rest(self.width.saturating_sub(1)).all(field);
        }
        if !self.has_header && (shape.is_all_quoted() || address(self.url)) {
            return true;
        }
        // Separators too many at the end do no harm where nothing comes after what is needed, and the address shows
        // that no separator is too many before.
        address(self.url) && rest(self.last_needed() + 1).all(<[u8]>::is_empty)
    }

    /// Whether an address is where another cell should be, and none where it should be.
    fn is_shifted(&self, shape: Shape<'_>) -> bool {
        let Some(url) = self.url else { return false };
        let there = shape.raw(url);
        if there.is_empty() || is_address(there) || shape.is_all_quoted() {
            return false;
        }
        let mut others = self.username.iter().copied().chain([self.password]);
        others.any(|index| has_scheme(shape.raw(index)))
    }

    /// Whether one line alone looks like a row of this table, so that it may have been swallowed by a cell of
    /// another one.
    pub(super) fn is_like_a_row(&self, shape: Shape<'_>) -> bool {
        if shape.cells.len() < 2 || !self.fits(shape) || shape.raw(self.password).is_empty() {
            return false;
        }
        // Prose has a blank after each comma; rows have none.
        let mut starts = shape.cells.iter().skip(1).filter_map(|cell| shape.row.get(cell.start));
        let is_prose = starts.any(|byte| *byte == b' ');
        match self.url.map(|url| shape.raw(url)) {
            Some(url) if is_address(url) => true,
            Some(_) if self.source == Source::Keeper || !self.has_header => false,
            Some(_) | None => shape.cells.len() == self.width && !is_prose,
        }
    }
}

/// Whether a cell is an address: `scheme://…`, or a name with a dot and without blanks.
pub(super) fn is_address(cell: &[u8]) -> bool {
    has_scheme(cell)
        || (cell.contains(&b'.') && !cell.iter().any(|byte| byte.is_ascii_whitespace() || *byte == b'@'))
}

fn has_scheme(cell: &[u8]) -> bool {
    let scheme = cell.windows(3).position(|part| part == b"://").unwrap_or_default();
    scheme > 0
        && cell
            .iter()
            .take(scheme)
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::super::split::{Split, Splitter};
    use super::*;

    fn layout(header: &str) -> Layout {
        let cells: Vec<String> = header.split(',').map(str::to_owned).collect();
        Layout::of_header(&cells).unwrap().unwrap()
    }

    fn ask(row: &str, ask: impl Fn(Shape<'_>) -> bool) -> bool {
        let mut splitter = Splitter::new(b',', 100);
        splitter.begin();
        assert_eq!(splitter.split(row.as_bytes(), true), Split::Row(row.len()), "{row}");
        ask(Shape { row: row.as_bytes(), cells: splitter.cells() })
    }

    #[test]
    fn a_row_with_a_separator_too_many_is_told_from_one_with_empty_cells_at_its_end() {
        let chrome = layout("name,url,username,password,note");
        for row in [
            "Forum,https://forum.example,ann,pw,",
            "Forum,https://forum.example,ann,pw",
            "Forum,https://forum.example,ann,pw,,,,",
            "Forum,forum.example,ann,pw,,",
            "Forum,,ann,pw,note",
            "Forum,my router,ann,pw,note",
        ] {
            assert!(ask(row, |shape| chrome.fits(shape)), "{row}");
        }
        for row in [
            "Smith, John,https://a.example,ann,pw,",
            "Smith, John,https://a.example,ann,pw",
            "Smith, John,https://a.example,ann,,",
            "Forum,https://forum.example,ann,Zq1x!,pw,",
            "Forum,https://forum.example,Doe, John,pw,",
            "Forum,https://forum.example,ann,pw,a note, with a comma",
            "Forum,,ann,pw,,",
            "Forum,https://forum.example,ann",
            "",
        ] {
            assert!(!ask(row, |shape| chrome.fits(shape)), "{row}");
        }
    }

    #[test]
    fn fields_at_the_end_of_a_row_of_roboform_are_no_cells_too_many() {
        let roboform = layout("Name,Url,MatchUrl,Login,Pwd,Note,Folder,RfFieldsV2");
        let row = "F,https://f.example,,ann,pw,,/,\"User ID$,,,txt,ann\",\"Password$,,,pwd,pw\"";
        assert!(ask(row, |shape| roboform.fits(shape)));
        let row = "F, x,https://f.example,,ann,pw,,/,\"User ID$,,,txt,ann\"";
        assert!(!ask(row, |shape| roboform.fits(shape)));
    }

    #[test]
    fn a_line_inside_a_note_that_looks_like_a_row_is_told_from_prose() {
        let chrome = layout("name,url,username,password,note");
        for row in [
            "B,https://b.example,bob,pw,",
            "B,https://b.example,bob\",pw,",
            "B,,bob,pw,",
            "B,my router,bob,pw,done\"",
        ] {
            assert!(ask(row, |shape| chrome.is_like_a_row(shape)), "{row}");
        }
        for row in ["milk, bread, eggs, tea, jam", "a line", "one,two,three", "B,https://b.example,bob,,"] {
            assert!(!ask(row, |shape| chrome.is_like_a_row(shape)), "{row}");
        }
    }
}
