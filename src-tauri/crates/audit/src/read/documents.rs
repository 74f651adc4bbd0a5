//! JSON documents, entry by entry: one that is not built like the others costs that entry only.
//!
//! The document lies in a buffer that is wiped, and strings are taken out of it straight into such buffers. One
//! exception: a string with an escape goes through a scratch buffer of `serde_json`, which is not wiped.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use zeroize::Zeroizing;

use super::ReadError;

/// Takes one entry as it stands in the document. `Err` ends the reading.
pub(super) type Take<'t> = &'t mut dyn FnMut(&RawValue) -> Result<(), ReadError>;

/// Hands over every entry that is found by following `path`: each step is a key, and its value a list.
/// `Err(None)` is broken JSON's place lost to an entry's own error.
pub(super) fn each_entry(bytes: &[u8], path: &[&str], take: Take<'_>) -> Result<(), ReadError> {
    let mut stopped = None;
    let mut document = serde_json::Deserializer::from_slice(bytes);
    let read =
        Keyed { path, take, stopped: &mut stopped }.deserialize(&mut document).and_then(|()| document.end());
    match (read, stopped) {
        (_, Some(stopped)) => Err(stopped),
        (Err(error), None) => Err(broken(&error)),
        (Ok(()), None) => Ok(()),
    }
}

/// Where a document is broken; never what stands there.
pub(super) fn broken(error: &serde_json::Error) -> ReadError {
    ReadError::Json { line: error.line(), column: error.column() }
}

/// An object that holds the list of the next step.
struct Keyed<'p, 't, 's> {
    path: &'p [&'p str],
    take: Take<'t>,
    stopped: &'s mut Option<ReadError>,
}

/// A list: of objects that go on with the path, or of entries at its end.
struct Listed<'p, 't, 's>(Keyed<'p, 't, 's>);

impl<'de> DeserializeSeed<'de> for Keyed<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Keyed<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some((step, rest)) = self.path.split_first() else { return Ok(()) };
        while let Some(key) = map.next_key::<String>()? {
            if key == *step {
                map.next_value_seed(Listed(Keyed {
                    path: rest,
                    take: &mut *self.take,
                    stopped: &mut *self.stopped,
                }))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Listed<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Listed<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Keyed { path, take, stopped } = self.0;
        if path.is_empty() {
            while let Some(entry) = list.next_element::<&RawValue>()? {
                if let Err(stop) = take(entry) {
                    *stopped = Some(stop);
                    return Err(A::Error::custom("stopped"));
                }
            }
            return Ok(());
        }
        while list.next_element_seed(Keyed { path, take: &mut *take, stopped: &mut *stopped })?.is_some() {}
        Ok(())
    }
}

/// A string of an entry, in a buffer that is wiped. Whatever is no string counts as an empty one.
#[derive(Default)]
pub(super) struct Secret(pub(super) Zeroizing<String>);

impl<'de> serde::Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SecretVisitor)
    }
}

struct SecretVisitor;

impl<'de> Visitor<'de> for SecretVisitor {
    type Value = Secret;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, text: &str) -> Result<Secret, E> {
        Ok(Secret(Zeroizing::new(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Secret, E> {
        Ok(Secret(Zeroizing::new(text)))
    }

    fn visit_unit<E>(self) -> Result<Secret, E> {
        Ok(Secret::default())
    }

    fn visit_bool<E>(self, _: bool) -> Result<Secret, E> {
        Ok(Secret::default())
    }

    fn visit_i64<E>(self, _: i64) -> Result<Secret, E> {
        Ok(Secret::default())
    }

    fn visit_u64<E>(self, _: u64) -> Result<Secret, E> {
        Ok(Secret::default())
    }

    fn visit_f64<E>(self, _: f64) -> Result<Secret, E> {
        Ok(Secret::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Secret, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Secret::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Secret, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Secret::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(text: &str, path: &[&str]) -> Result<Vec<String>, ReadError> {
        let mut all = Vec::new();
        each_entry(text.as_bytes(), path, &mut |entry| {
            all.push(entry.get().to_owned());
            Ok(())
        })?;
        Ok(all)
    }

    #[test]
    fn entries_are_found_at_the_end_of_their_path() {
        let text = r#"{"x": [1], "a": [{"b": [1, "two"]}, {"c": [9], "b": [{"three": 3}]}]}"#;
        assert_eq!(entries(text, &["a", "b"]).unwrap(), ["1", "\"two\"", "{\"three\": 3}"]);
    }

    #[test]
    fn broken_json_is_named_by_its_place() {
        let error = entries("{\"a\": [1,\n 2", &["a"]).unwrap_err();
        assert!(matches!(error, ReadError::Json { line: 2, column: 2 }), "{error:?}");
        let error = entries("{\"a\": 7}", &["a"]).unwrap_err();
        assert!(matches!(error, ReadError::Json { .. }), "{error:?}");
    }

    #[test]
    fn a_stop_comes_out_as_it_is() {
        let error = each_entry(b"{\"a\": [1]}", &["a"], &mut |_| Err(ReadError::Cancelled)).unwrap_err();
        assert!(matches!(error, ReadError::Cancelled), "{error:?}");
    }

    #[test]
    fn what_is_no_string_is_an_empty_one() {
        for text in ["null", "true", "1", "-1", "1.5", "[1]", "{\"a\": 1}"] {
            assert!(serde_json::from_str::<Secret>(text).ok().unwrap().0.is_empty(), "{text}");
        }
    }
}
