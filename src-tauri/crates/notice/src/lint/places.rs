//! Where each field stands in the text.

use std::cell::Cell;
use std::collections::HashMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Bytes from one counted place to the next.
const STEP: usize = 256;
/// The most bytes that are searched for words inside fields, in one run; findings after that have the place of their
/// field. So the time of a run grows with its draft and not with its square.
const MOST_SEARCHED: usize = 16 * 1024 * 1024;

/// Field to its bytes, for fields such as `title.en` and `step[0].text.en`.
pub(super) struct Places<'a> {
    text: &'a str,
    spans: HashMap<String, Range<usize>>,
    /// Where each line begins, in bytes.
    lines: Vec<usize>,
    /// Characters before each multiple of [`STEP`] bytes.
    characters: Vec<usize>,
    /// Bytes that may still be searched.
    left: Cell<usize>,
}

impl<'a> Places<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut spans = HashMap::new();
        // Whoever calls this has read the text already; one that does not parse has no places.
        if let Ok(table) = DeTable::parse(text) {
            walk(table.get_ref(), "", &mut spans);
        }
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(breaks).collect();
        let mut characters = vec![0];
        for part in text.as_bytes().chunks(STEP) {
            characters.push(characters.last().copied().unwrap_or(0) + begun(part));
        }
        Self { text, spans, lines, characters, left: Cell::new(MOST_SEARCHED) }
    }

    /// Line and column of a byte offset, from 1, in characters.
    fn place(&self, offset: usize) -> (u32, u32) {
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|at| self.lines.get(at)).copied().unwrap_or(0);
        let column = self.before(offset).saturating_sub(self.before(start)).saturating_add(1);
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        (number(line), number(column))
    }

    /// Characters before a byte offset.
    fn before(&self, offset: usize) -> usize {
        let counted = offset / STEP;
        let rest = self.text.as_bytes().get(counted * STEP..offset).unwrap_or_default();
        self.characters.get(counted).copied().unwrap_or(0) + begun(rest)
    }

    /// Line and column of `snippet` inside a field, else of the field, else of the nearest table above it, else
    /// the first of the text.
    pub(super) fn find(&self, field: &str, snippet: Option<&str>) -> (u32, u32) {
        let mut path = field;
        loop {
            if let Some(span) = self.spans.get(path) {
                return self.place(span.start + self.inside(span, snippet));
            }
            match path.rfind(['.', '[']).and_then(|end| path.get(..end)) {
                Some(shorter) => path = shorter,
                None => return (1, 1),
            }
        }
    }

    /// Bytes from the start of a field to the words of `snippet`; 0 where escapes or Markdown stand between.
    fn inside(&self, span: &Range<usize>, snippet: Option<&str>) -> usize {
        let Some(source) = self.text.get(span.clone()) else { return 0 };
        let Some(snippet) = snippet else { return 0 };
        let words: Vec<&str> = snippet.split(' ').collect();
        let shorter = |n: usize| words.iter().take(n).copied().collect::<Vec<_>>().join(" ");
        let search = |n: usize| {
            let left = self.left.get();
            let found = (left > 0).then(|| source.find(&shorter(n))).flatten();
            self.left.set(left.saturating_sub(found.unwrap_or(source.len())));
            found
        };
        [words.len(), 4, 2, 1].into_iter().find_map(search).unwrap_or(0)
    }
}

/// Characters that begin in these bytes.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}

fn walk(table: &DeTable<'_>, path: &str, spans: &mut HashMap<String, Range<usize>>) {
    for (key, value) in table {
        let name =
            if path.is_empty() { key.get_ref().to_string() } else { format!("{path}.{}", key.get_ref()) };
        enter(value, &name, spans);
    }
}

fn enter(value: &Spanned<DeValue<'_>>, name: &str, spans: &mut HashMap<String, Range<usize>>) {
    spans.insert(name.to_owned(), value.span());
    match value.get_ref() {
        DeValue::Table(table) => walk(table, name, spans),
        DeValue::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                enter(item, &format!("{name}[{index}]"), spans);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_is_the_same_as_counted_from_the_start() {
        let text = "é = \"ä\"\n\nlong = \"".to_owned() + &"aé\u{1F600}\n".repeat(200) + &"é".repeat(700);
        let places = Places::of(&text);
        for (offset, _) in text.char_indices() {
            assert_eq!(places.place(offset), crate::position::place(&text, offset), "{offset}");
        }
    }

    #[test]
    fn search_inside_a_field_ends_at_its_limit_and_gives_the_field() {
        let text = format!("a = '{} last'\n", "x ".repeat(1_000));
        let places = Places::of(&text);
        assert_eq!(places.find("a", Some("last")), (1, 2_007));
        places.left.set(0);
        assert_eq!(places.find("a", Some("last")), (1, 5));
    }

    #[test]
    fn fields_tables_and_words_inside_a_text_have_their_place() {
        let text = "id = \"a\"\n[title]\nen = \"\"\"One.\nTwo three.\"\"\"\n[[step]]\nlink = \"x\"\n[[step]]\nid = 1\n";
        let places = Places::of(text);
        assert_eq!(places.find("id", None), (1, 6));
        assert_eq!(places.find("title.en", Some("Two three.")), (4, 1));
        assert_eq!(places.find("step[0].link", None), (6, 8));
        assert_eq!(places.find("step[1].link", None).0, 7);
        assert_eq!(places.find("contact.name", None), (1, 1));
    }
}
