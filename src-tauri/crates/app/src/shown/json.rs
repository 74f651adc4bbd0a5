//! JSON in which nothing is hidden either: what [`super::line`] would mark is written as an escape, so that the value
//! is the same and a terminal shows the escape.

use std::io;

use serde::Serialize;
use serde_json::ser::{CharEscape, CompactFormatter, Formatter, PrettyFormatter};

use super::Scan;

/// A document with indented lines, without a line end.
///
/// # Errors
/// When the value cannot be written as JSON.
pub fn json<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<String> {
    written(value, PrettyFormatter::new())
}

/// A document in one line, without a line end.
///
/// # Errors
/// When the value cannot be written as JSON.
pub fn json_line<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<String> {
    written(value, CompactFormatter)
}

/// A document with indented lines, written as it is made.
///
/// # Errors
/// When the value cannot be written as JSON, or what the system said.
pub fn write_json<T: Serialize + ?Sized>(value: &T, to: &mut dyn io::Write) -> io::Result<()> {
    let formatter = Escaping(PrettyFormatter::new());
    value.serialize(&mut serde_json::Serializer::with_formatter(to, formatter)).map_err(io::Error::from)
}

/// A document in one line for the window, in which what is hidden is a mark, as in [`super::text`]: the window shows
/// strings as they come. Line feeds and tabs stay.
///
/// # Errors
/// When the value cannot be written as JSON.
pub fn json_for_window<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<String> {
    let mut bytes = Vec::with_capacity(512);
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, Marking))?;
    String::from_utf8(bytes).map_err(serde::de::Error::custom)
}

struct Marking;

impl Formatter for Marking {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        writer.write_all(super::line(fragment).as_bytes())
    }

    fn write_char_escape<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        let control = match escape {
            CharEscape::AsciiControl(byte) => char::from(byte),
            CharEscape::Backspace => '\u{8}',
            CharEscape::FormFeed => '\u{c}',
            CharEscape::CarriageReturn => '\r',
            other => return CompactFormatter.write_char_escape(writer, other),
        };
        writer.write_all(super::mark(control).as_bytes())
    }
}

fn written<T: Serialize + ?Sized>(value: &T, formatter: impl Formatter) -> serde_json::Result<String> {
    let mut bytes = Vec::with_capacity(512);
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Escaping(formatter));
    value.serialize(&mut serializer)?;
    // A serializer writes UTF-8 only.
    Ok(String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
}

struct Escaping<F>(F);

impl<F: Formatter> Formatter for Escaping<F> {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut from = 0;
        for (at, character, hidden) in Scan::new(fragment) {
            if !hidden {
                continue;
            }
            writer.write_all(fragment.get(from..at).unwrap_or_default().as_bytes())?;
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            from = at + character.len_utf8();
        }
        writer.write_all(fragment.get(from..).unwrap_or_default().as_bytes())
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::hides_something;
    use super::*;

    #[test]
    fn a_hidden_character_is_an_escape_of_the_same_value() {
        let value = "a\u{202e}b\u{200b}c\u{9b}d\u{7f}e\u{2028}f\u{e0041}g\u{feff}h\0i\nj\u{1b}k";
        let document = BTreeMap::from([(value, vec![value, "Zoë 👩\u{200d}👧 می\u{200c}خواهم"])]);
        for written in [json(&document).unwrap(), json_line(&document).unwrap()] {
            assert!(!written.lines().any(hides_something), "{written:?}");
            assert!(written.contains("👩\u{200d}👧"), "what needs a joiner keeps it");
            let read: BTreeMap<String, Vec<String>> = serde_json::from_str(&written).unwrap();
            assert_eq!(read.get(value).unwrap(), &[value, "Zoë 👩\u{200d}👧 می\u{200c}خواهم"]);
        }
    }

    #[test]
    fn hidden_character_is_a_mark_for_the_window() {
        let value = "a\u{202e}b\u{200b}c\u{9b}d\0e\u{1b}f\rg";
        let document = BTreeMap::from([(value, vec![value, "Zoë 👩\u{200d}👧 می\u{200c}خواهم \"x\"\n\ty"])]);
        let written = json_for_window(&document).unwrap();
        let read: BTreeMap<String, Vec<String>> = serde_json::from_str(&written).unwrap();
        let marked = "a‹U+202E›b‹U+200B›c‹U+009B›d‹U+0000›e‹U+001B›f‹U+000D›g";
        assert_eq!(read.get(marked).unwrap(), &[marked, "Zoë 👩\u{200d}👧 می\u{200c}خواهم \"x\"\n\ty"]);
    }

    #[test]
    fn plain_documents_are_byte_equal_to_those_of_serde_json() {
        let plain =
            serde_json::json!({"a": [1, 2.5, null, true, {"b": []}], "c": {}, "d": "line\nbreak \"x\" ü"});
        assert_eq!(json(&plain).unwrap(), serde_json::to_string_pretty(&plain).unwrap());
        assert_eq!(json_line(&plain).unwrap(), serde_json::to_string(&plain).unwrap());
        assert_eq!(json_for_window(&plain).unwrap(), serde_json::to_string(&plain).unwrap());
    }
}
