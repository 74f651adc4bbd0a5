//! JSON documents, field by field: what is not needed may be of any type, and an entry that is not built like the
//! others costs that entry only.
//!
//! The document lies in a buffer that is wiped; what is handed about are parts of it as they are written, so a number
//! keeps its digits. Strings are taken out straight into buffers that are wiped, with one exception: a string with an
//! escape goes through a scratch buffer of `serde_json`, which is not wiped.

use std::collections::HashMap;

use serde_json::value::RawValue;
use zeroize::Zeroizing;

use super::{ReadError, SkipReason};

/// The whole document. An error names the place where it is broken, never what is written there.
pub(super) fn document(bytes: &[u8]) -> Result<&RawValue, ReadError> {
    serde_json::from_slice(bytes)
        .map_err(|error| ReadError::Json { line: error.line(), column: error.column() })
}

/// Hands over every entry that is found by following `path` from a value: each step is a key, and its value a list.
/// What is built in another way has no entries. `Err` ends the reading.
pub(super) fn each_entry<'d>(
    value: &'d RawValue,
    path: &[&str],
    take: &mut dyn FnMut(&'d RawValue) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    let Some((step, rest)) = path.split_first() else { return take(value) };
    for entry in Object::of(value).map(|object| object.list(step)).unwrap_or_default() {
        each_entry(entry, rest, take)?;
    }
    Ok(())
}

/// The entries of a list; none of what is no list.
pub(super) fn list(value: &RawValue) -> Vec<&RawValue> {
    serde_json::from_str(value.get()).unwrap_or_default()
}

/// The fields of an object.
#[derive(Default)]
pub(super) struct Object<'d>(HashMap<String, &'d RawValue>);

impl<'d> Object<'d> {
    /// `None` of what is no object.
    pub(super) fn of(value: &'d RawValue) -> Option<Self> {
        serde_json::from_str(value.get()).ok().map(Self)
    }

    /// Whether there is such a field, of any type.
    pub(super) fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// Whether a field says something: not null, false, 0, or empty.
    pub(super) fn says(&self, key: &str) -> bool {
        let empty = ["null", "false", "0", "\"\"", "[]", "{}"];
        self.0.get(key).is_some_and(|value| !empty.contains(&value.get()))
    }

    /// A field that need not be there: a text as it is, a number or a word as its digits or letters, else nothing.
    pub(super) fn text(&self, key: &str) -> Zeroizing<String> {
        self.0.get(key).and_then(|value| text(value)).unwrap_or_default()
    }

    /// A field that must not be lost: a text or a number. Nothing where there is none, an error for anything else.
    pub(super) fn secret(&self, key: &str) -> Result<Zeroizing<String>, SkipReason> {
        match self.0.get(key) {
            None => Ok(Zeroizing::default()),
            Some(value) if value.get() == "null" => Ok(Zeroizing::default()),
            Some(value) if matches!(value.get(), "true" | "false") => Err(SkipReason::Malformed),
            Some(value) => text(value).ok_or(SkipReason::Malformed),
        }
    }

    /// A whole number, also one that is written as a text.
    pub(super) fn number(&self, key: &str) -> Option<i64> {
        self.text(key).trim().parse().ok()
    }

    /// An object; an empty one for anything else.
    pub(super) fn object(&self, key: &str) -> Object<'d> {
        self.0.get(key).and_then(|value| Self::of(value)).unwrap_or_default()
    }

    /// An object that must not be lost.
    pub(super) fn object_or_malformed(&self, key: &str) -> Result<Object<'d>, SkipReason> {
        self.0.get(key).and_then(|value| Self::of(value)).ok_or(SkipReason::Malformed)
    }

    /// The entries of a list. A single value is a list of itself.
    pub(super) fn list(&self, key: &str) -> Vec<&'d RawValue> {
        match self.0.get(key) {
            None => Vec::new(),
            Some(value) if value.get() == "null" => Vec::new(),
            Some(value) if value.get().starts_with('[') => list(value),
            Some(value) => vec![value],
        }
    }
}

/// A text, or the letters of a number or word as they are written.
pub(super) fn text(value: &RawValue) -> Option<Zeroizing<String>> {
    match value.get().as_bytes().first()? {
        b'"' => serde_json::from_str(value.get()).ok().map(Zeroizing::new),
        b'{' | b'[' | b'n' => None,
        _ => Some(Zeroizing::new(value.get().to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(text: &str, path: &[&str]) -> Result<Vec<String>, ReadError> {
        let mut all = Vec::new();
        each_entry(document(text.as_bytes())?, path, &mut |entry| {
            all.push(entry.get().to_owned());
            Ok(())
        })?;
        Ok(all)
    }

    #[test]
    fn entries_are_found_at_the_end_of_their_path() {
        let text = r#"{"x": [1], "a": [{"b": [1, "two"]}, 7, {"c": [9], "b": [{"three": 3}]}]}"#;
        assert_eq!(entries(text, &["a", "b"]).unwrap(), ["1", "\"two\"", "{\"three\": 3}"]);
        assert_eq!(entries("{\"a\": 7}", &["a", "b"]).unwrap(), [""; 0]);
        assert_eq!(entries("{\"a\": null}", &["a"]).unwrap(), [""; 0]);
    }

    #[test]
    fn broken_json_is_named_by_its_place() {
        let error = entries("{\"a\": [1,\n 2", &["a"]).unwrap_err();
        assert!(matches!(error, ReadError::Json { line: 2, column: 2 }), "{error:?}");
    }

    #[test]
    fn a_stop_comes_out_as_it_is() {
        let stopped =
            each_entry(document(b"{\"a\": [1]}").unwrap(), &["a"], &mut |_| Err(ReadError::Cancelled));
        assert!(matches!(stopped, Err(ReadError::Cancelled)));
    }

    #[test]
    fn a_number_is_its_text_with_every_digit() {
        let all = r#"{"a": 123456789012345678901234567890, "b": 007e0, "c": 1.50, "d": -1, "e": "\u0041", "f": null,
            "g": true, "h": [1], "i": {"j": 1}}"#
            .replace("007e0", "7e0");
        let all = Object::of(document(all.as_bytes()).unwrap()).unwrap();
        for (key, expected) in [
            ("a", "123456789012345678901234567890"),
            ("b", "7e0"),
            ("c", "1.50"),
            ("d", "-1"),
            ("e", "A"),
            ("f", ""),
        ] {
            assert_eq!(all.secret(key).unwrap().as_str(), expected);
            assert_eq!(all.text(key).as_str(), expected);
        }
        assert_eq!(all.secret("none").unwrap().as_str(), "");
        for key in ["g", "h", "i"] {
            assert_eq!(all.secret(key), Err(SkipReason::Malformed), "{key}");
        }
        assert_eq!(all.text("h").as_str(), "");
    }
}
