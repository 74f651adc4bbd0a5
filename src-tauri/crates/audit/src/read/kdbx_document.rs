//! The XML document inside a KeePass database.
//!
//! Programs write its elements in their own order, leave some out and add others, so it is read by the names of the
//! elements and the places that they are in; everything else is passed over. Only protected values have to be taken
//! in the order of the document, wherever they are: each uses up the next part of the stream that protects them.

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use jiff::Timestamp;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zeroize::Zeroizing;

use super::ReadError;
use super::kdbx_container::Stream;
use super::kdbx_header::DAMAGED;

/// Seconds from the year 1, from which format 4 counts, to 1970.
const TO_1970: i64 = 62_135_596_800;
/// Elements inside one another. KeePass's own documents have fewer than its groups plus ten.
const DEPTH: usize = 10_000;

/// Programs differ in whether they pad.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// A field of an entry.
pub(super) struct Field {
    pub(super) name: String,
    pub(super) value: Zeroizing<String>,
}

/// An entry, or an earlier version of one.
#[derive(Default)]
pub(super) struct Entry {
    pub(super) fields: Vec<Field>,
    /// Hexadecimal digits in lower case; empty if it is not known.
    pub(super) id: String,
    /// The group it is in, by its place among all.
    pub(super) group: usize,
    /// When it was last changed, where that is said in a way that makes sense.
    pub(super) modified: Option<Timestamp>,
    pub(super) history: Vec<Entry>,
}

impl Entry {
    /// A field by its name; of two with one name the last, as KeePass does.
    pub(super) fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().rev().find(|field| field.name == name)
    }

    pub(super) fn text(&self, name: &str) -> &str {
        self.field(name).map_or("", |field| &field.value)
    }
}

struct Group {
    id: String,
    above: Option<usize>,
}

/// What a document holds.
#[derive(Default)]
pub(super) struct Document {
    groups: Vec<Group>,
    pub(super) entries: Vec<Entry>,
    bin: String,
}

impl Document {
    /// For each group, whether it is the recycle bin or in it.
    pub(super) fn binned(&self) -> Vec<bool> {
        let mut binned = Vec::with_capacity(self.groups.len());
        for group in &self.groups {
            // A group comes after the one it is in.
            let above = group.above.and_then(|above| binned.get(above).copied()).unwrap_or(false);
            binned.push(above || (!self.bin.is_empty() && group.id == self.bin));
        }
        binned
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tag {
    Meta,
    RecycleBin,
    Group,
    Entry,
    History,
    Times,
    Modified,
    Id,
    String,
    Key,
    Value,
    Other,
}

impl Tag {
    fn of(name: &str, within: Option<Self>) -> Self {
        match (within, name) {
            (_, "Meta") => Self::Meta,
            (Some(Self::Meta), "RecycleBinUUID") => Self::RecycleBin,
            (Some(Self::Group | Self::Other) | None, "Group") => Self::Group,
            (Some(Self::Group | Self::History), "Entry") => Self::Entry,
            (Some(Self::Entry), "History") => Self::History,
            (Some(Self::Entry), "Times") => Self::Times,
            (Some(Self::Times), "LastModificationTime") => Self::Modified,
            (Some(Self::Entry | Self::Group), "UUID") => Self::Id,
            (Some(Self::Entry), "String") => Self::String,
            (Some(Self::String), "Key") => Self::Key,
            (Some(Self::String), "Value") => Self::Value,
            _ => Self::Other,
        }
    }
}

/// Reads a document. `stream` unprotects its values.
pub(super) fn read(document: &[u8], stream: &mut Stream) -> Result<Document, ReadError> {
    // Lost letters are marked, so that no password is taken with others in their place.
    let text = match std::str::from_utf8(document) {
        Ok(text) => Zeroizing::new(text.to_owned()),
        Err(_) => Zeroizing::new(String::from_utf8_lossy(document).into_owned()),
    };
    let mut reader = Reader::from_str(&text);
    reader.config_mut().allow_dangling_amp = true;
    let mut taking = Taking::default();
    let mut seen = false;
    loop {
        match reader.read_event().map_err(|_| DAMAGED)? {
            Event::Start(start) => {
                seen = true;
                taking.open(&start)?;
            }
            Event::Empty(start) => {
                taking.open(&start)?;
                taking.close(stream)?;
            }
            Event::End(_) => taking.close(stream)?,
            Event::Text(text) => taking.text.push_str(&text),
            Event::CData(text) => taking.text.push_str(&text),
            Event::GeneralRef(reference) => taking.text.push(match reference.as_ref() {
                "lt" => '<',
                "gt" => '>',
                "amp" => '&',
                "quot" => '"',
                "apos" => '\'',
                _ => reference.resolve_char_ref().ok().flatten().unwrap_or('\u{fffd}'),
            }),
            Event::Eof if seen && taking.open.is_empty() => return Ok(taking.document),
            Event::Eof => return Err(DAMAGED),
            _ => {}
        }
    }
}

/// An element that is open.
struct Open {
    tag: Tag,
    protected: bool,
}

#[derive(Default)]
struct Taking {
    document: Document,
    open: Vec<Open>,
    /// The text since the last tag.
    text: Zeroizing<String>,
    groups: Vec<usize>,
    /// The entry, and inside of it the earlier version, that is being read.
    entries: Vec<Entry>,
    key: String,
    value: Zeroizing<String>,
}

impl Taking {
    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), ReadError> {
        self.clear_text();
        if self.open.len() >= DEPTH {
            return Err(DAMAGED);
        }
        let tag = Tag::of(start.local_name().as_ref(), self.open.last().map(|open| open.tag));
        let protected = start.attributes().with_checks(false).flatten().any(|attribute| {
            attribute.key.local_name().as_ref() == "Protected" && attribute.value.eq_ignore_ascii_case("true")
        });
        match tag {
            Tag::Group => {
                let above = self.groups.last().copied();
                self.groups.push(self.document.groups.len());
                self.document.groups.push(Group { id: String::new(), above });
            }
            Tag::Entry => {
                let group = self.groups.last().copied().unwrap_or_default();
                self.entries.push(Entry { group, ..Entry::default() });
            }
            Tag::String => {
                self.key.clear();
                self.value = Zeroizing::default();
            }
            _ => {}
        }
        self.open.push(Open { tag, protected });
        Ok(())
    }

    fn close(&mut self, stream: &mut Stream) -> Result<(), ReadError> {
        let Some(Open { tag, protected }) = self.open.pop() else { return Err(DAMAGED) };
        if protected {
            self.text = unprotected(&self.text, stream)?;
        }
        match tag {
            Tag::RecycleBin => self.document.bin = id(&self.text),
            Tag::Id => {
                let id = id(&self.text);
                // An identifier is the group's own before any entry of it is open.
                if let Some(entry) = self.entries.last_mut() {
                    entry.id = id;
                } else if let Some(group) =
                    self.groups.last().and_then(|at| self.document.groups.get_mut(*at))
                {
                    group.id = id;
                }
            }
            Tag::Modified => {
                if let Some(entry) = self.entries.last_mut() {
                    entry.modified = time(&self.text);
                }
            }
            Tag::Key => self.key = self.text.to_string(),
            Tag::Value => self.value = std::mem::take(&mut self.text),
            Tag::String => {
                let name = std::mem::take(&mut self.key);
                let value = std::mem::take(&mut self.value);
                if let Some(entry) = self.entries.last_mut() {
                    entry.fields.push(Field { name, value });
                }
            }
            Tag::Entry => {
                if let Some(entry) = self.entries.pop() {
                    match self.entries.last_mut() {
                        Some(current) => current.history.push(entry),
                        None => self.document.entries.push(entry),
                    }
                }
            }
            Tag::Group => {
                self.groups.pop();
            }
            _ => {}
        }
        self.clear_text();
        Ok(())
    }

    fn clear_text(&mut self) {
        if !self.text.is_empty() {
            self.text = Zeroizing::default();
        }
    }
}

/// A protected value. One that cannot be decoded makes those after it unreadable.
fn unprotected(text: &str, stream: &mut Stream) -> Result<Zeroizing<String>, ReadError> {
    let mut bytes = Zeroizing::new(decoded(text).ok_or(DAMAGED)?);
    stream.apply(&mut bytes)?;
    Ok(match std::str::from_utf8(&bytes) {
        Ok(text) => Zeroizing::new(text.to_owned()),
        Err(_) => Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned()),
    })
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    let packed: String = text.split_ascii_whitespace().collect();
    BASE64.decode(packed).ok()
}

/// An identifier as hexadecimal digits; an empty one for the one of zeros, which stands for none.
fn id(text: &str) -> String {
    use std::fmt::Write as _;
    let bytes = decoded(text).filter(|bytes| bytes.iter().any(|byte| *byte != 0)).unwrap_or_default();
    bytes.iter().fold(String::with_capacity(32), |mut id, byte| {
        let _ = write!(id, "{byte:02x}");
        id
    })
}

/// A time: a text as of RFC 3339, or eight bytes in Base64 with the seconds since the year 1.
fn time(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(time) = text.parse() {
        return Some(time);
    }
    let seconds = i64::from_le_bytes(decoded(text)?.try_into().ok()?);
    Timestamp::from_second(seconds.checked_sub(TO_1970)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(xml: &str) -> Result<Document, ReadError> {
        read(xml.as_bytes(), &mut Stream::None)
    }

    #[test]
    fn elements_in_any_order_and_unknown_ones_are_read() {
        let document = entries(
            "\u{feff}<?xml version='1.0'?><!-- by hand --><KeePassFile><New a='b'><String><Key>x</Key></String></New><Root>\
             <Group><Entry><AutoType><Association><Window/></Association></AutoType><History><Entry><String>\
             <Value>old</Value><Key>Password</Key></String></Entry></History>\
             <String><Value Protected='true'>cGFzc3dvcmQx</Value><Key>Password</Key></String>\
             <String><Key>UserName</Key><Value>a&amp;b &#65;<![CDATA[<c>]]> &unknown;</Value></String>\
             <Times><LastModificationTime/></Times><UUID>AAAAAAAAAAAAAAAAAAAAAQ==</UUID><Tags/></Entry>\
             <Group><Entry/></Group></Group></Root></KeePassFile>",
        )
        .unwrap();
        let first = document.entries.first().unwrap();
        assert_eq!((first.text("Password"), first.text("UserName")), ("password1", "a&b A<c> \u{fffd}"));
        assert_eq!((first.id.as_str(), first.modified), ("00000000000000000000000000000001", None));
        assert_eq!(first.history.first().unwrap().text("Password"), "old");
        assert_eq!(document.entries.len(), 2);
    }

    #[test]
    fn the_bin_and_the_groups_in_it_are_told_also_when_the_bin_is_named_last() {
        let document = entries(
            "<KeePassFile><Root><Group><UUID>AAAAAAAAAAAAAAAAAAAAAQ==</UUID><Entry/><Group><Entry/><UUID>\
             AAAAAAAAAAAAAAAAAAAAAg==</UUID><Group><Entry/></Group></Group></Group></Root>\
             <Meta><RecycleBinUUID>AAAAAAAAAAAAAAAAAAAAAg==</RecycleBinUUID></Meta></KeePassFile>",
        )
        .unwrap();
        let binned = document.binned();
        let of_entries: Vec<bool> = document.entries.iter().map(|entry| binned[entry.group]).collect();
        assert_eq!(of_entries, [false, true, true]);
    }

    #[test]
    fn a_time_is_read_in_both_forms_and_nonsense_is_none() {
        let day: Timestamp = "2021-03-04T05:06:07Z".parse().unwrap();
        let seconds = (day.as_second() + TO_1970).to_le_bytes();
        assert_eq!(time("2021-03-04T05:06:07Z"), Some(day));
        assert_eq!(time(&BASE64.encode(seconds)), Some(day));
        for nonsense in ["", "soon", "AAAA", "9999-99-99T00:00:00Z", "/////////38="] {
            assert_eq!(time(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_document_that_is_cut_or_none_is_damaged() {
        for xml in ["", "no xml", "<a>", "<a></b>", "</a>", "<a", "<a>\u{0}</a><b>"] {
            assert!(entries(xml).is_err(), "{xml}");
        }
        let deep = "<a>".repeat(DEPTH + 1);
        assert!(entries(&deep).is_err());
        let value = "<KeePassFile><Value Protected='True'>no base64!</Value></KeePassFile>";
        assert!(entries(value).is_err());
    }
}
