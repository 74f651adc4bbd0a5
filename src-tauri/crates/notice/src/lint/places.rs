//! Where each field stands in the text.

use std::collections::HashMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::container::place;

/// Field to its bytes, for fields such as `title.en` and `step[0].text.en`.
pub(super) struct Places<'a> {
    text: &'a str,
    spans: HashMap<String, Range<usize>>,
}

impl<'a> Places<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut spans = HashMap::new();
        // Whoever calls this has read the text already; one that does not parse has no places.
        if let Ok(table) = DeTable::parse(text) {
            walk(table.get_ref(), "", &mut spans);
        }
        Self { text, spans }
    }

    /// Line and column of `snippet` inside a field, else of the field, else of the nearest table above it, else
    /// the first of the text.
    pub(super) fn find(&self, field: &str, snippet: Option<&str>) -> (u32, u32) {
        let mut path = field;
        loop {
            if let Some(span) = self.spans.get(path) {
                return place(self.text, span.start + self.inside(span, snippet));
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
        [words.len(), 4, 2, 1].into_iter().find_map(|n| source.find(&shorter(n))).unwrap_or(0)
    }
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
