//! KeePass databases: from the document inside to log-ins, with references between entries resolved.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::io::Read;

use jiff::Timestamp;
use password::Password;
use zeroize::Zeroizing;

use super::gathering::Gathering;
use super::input::Input;
use super::kdbx_document::{Document, Entry};
use super::kdbx_header::DAMAGED;
use super::placeholders::{has_variable, next_placeholder};
use super::values::{addresses_by_hand, password, title};
use super::wiped::Wiped;
use super::{
    Encoding, Export, Limits, ReadError, SkipReason, Source, kdbx_container, kdbx_document, kdbx_header,
};
use crate::similar::likeness;
use crate::{ChangeOf, Changed, Login};

const TITLE: &str = "Title";
const USERNAME: &str = "UserName";
const PASSWORD: &str = "Password";
const URL: &str = "URL";
const NOTES: &str = "Notes";

/// A reference to a reference, and so on.
const REFERENCES: usize = 8;
/// Placeholders that one field is followed through, with those in the fields that they name: each may name two others.
const STEPS: usize = 100;

/// Reads a database with its password.
pub(super) fn read<R: Read>(
    mut input: Input<'_, R>,
    limits: Limits,
    key: Option<&Password>,
) -> Result<Export, ReadError> {
    let mut file = Wiped::default();
    while input.fill(&mut file)? > 0 {
        if file.len() as u64 > limits.document {
            return Err(ReadError::TooLong { limit: limits.document });
        }
    }
    let header = kdbx_header::read(&file, limits)?;
    let key = key.ok_or(ReadError::NeedsPassword { format: Source::Kdbx })?;
    let bytes = Zeroizing::new(key.expose_for_unlocking().to_vec());
    let document = input.unlock(move || {
        let mut opened = kdbx_container::open(&file, &header, &bytes, limits)?;
        let (document, stream) = opened.parts();
        kdbx_document::read(document, stream)
    })?;
    let document = document.ok_or(DAMAGED)??;
    let binned = document.binned();
    let book = Book { document: &document, master: key, ids: OnceCell::new() };
    let mut gathering = Gathering::new(&mut input, limits);
    for entry in &document.entries {
        let binned = binned.get(entry.group).copied().unwrap_or(false);
        gathering.take(|line| if binned { Err(SkipReason::InTheBin) } else { book.login(entry, line) })?;
    }
    Ok(gathering.export(Source::Kdbx, Encoding::Utf8))
}

/// A database in which entries refer to one another.
struct Book<'d> {
    document: &'d Document,
    /// The password that opens the database.
    master: &'d Password,
    /// Entries by the hexadecimal digits that a reference names them by.
    ids: OnceCell<HashMap<&'d str, &'d Entry>>,
}

/// What a text is for, and so which fields may be put into it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum For {
    /// It is the password.
    Checking,
    /// It is shown: no password, note or field of its owner's gets into it.
    Showing,
}

impl<'d> Book<'d> {
    fn login(&self, entry: &'d Entry, line: u64) -> Result<Login, SkipReason> {
        let mut urls = Vec::new();
        addresses_by_hand(&self.shown(entry, URL), &mut urls)?;
        let mut more: Vec<_> =
            entry.fields.iter().filter(|field| field.name.starts_with("KP2A_URL")).collect();
        more.sort_by_key(|field| field.name.as_str());
        for field in more {
            addresses_by_hand(&field.value, &mut urls)?;
        }
        let username = self.shown(entry, USERNAME).trim().to_owned();
        let password = password(self.password(entry)?)?;
        if password.is_none() && username.is_empty() && urls.is_empty() {
            return Err(SkipReason::NothingInIt);
        }
        let second_step = |name: &str| {
            ["otp", "TOTP Seed", "HmacOtp-", "TimeOtp-", "KPEX_PASSKEY_"]
                .iter()
                .any(|sign| name.starts_with(sign))
        };
        let like_master = password.as_ref().and_then(|password| likeness(self.master, password));
        Ok(Login {
            line,
            like_master,
            title: title(&self.shown(entry, TITLE)),
            urls,
            username,
            password,
            changed: changed(entry),
            has_second_step: entry
                .fields
                .iter()
                .any(|field| second_step(&field.name) && !field.value.is_empty()),
            doubtful: false,
        })
    }

    /// The password, with everything that stands for a part of it replaced.
    fn password(&self, entry: &'d Entry) -> Result<Zeroizing<String>, SkipReason> {
        self.resolved(entry, entry.text(PASSWORD), For::Checking, 0, &mut 0)
    }

    /// A field that is shown; as it is written where something in it cannot be replaced.
    fn shown(&self, entry: &'d Entry, name: &str) -> Zeroizing<String> {
        let text = entry.text(name);
        self.resolved(entry, text, For::Showing, 0, &mut 0)
            .unwrap_or_else(|_| Zeroizing::new(text.to_owned()))
    }

    fn resolved(
        &self,
        entry: &'d Entry,
        text: &str,
        purpose: For,
        depth: usize,
        steps: &mut usize,
    ) -> Result<Zeroizing<String>, SkipReason> {
        if purpose == For::Checking && has_variable(text) {
            return Err(SkipReason::Reference);
        }
        let mut result = Zeroizing::new(String::with_capacity(text.len()));
        let mut rest = text;
        while let Some((start, end)) = next_placeholder(rest) {
            *steps += 1;
            if depth >= REFERENCES || *steps > STEPS {
                return Err(SkipReason::Reference);
            }
            let (before, from) = rest.split_at(start);
            let (placeholder, after) = from.split_at(end - start);
            let inner = placeholder.strip_prefix('{').and_then(|inner| inner.strip_suffix('}'));
            let (there, name) = self.named(entry, inner.ok_or(SkipReason::Reference)?, purpose)?;
            grow(&mut result, before);
            grow(&mut result, &self.resolved(there, there.text(name), purpose, depth + 1, steps)?);
            rest = after;
        }
        grow(&mut result, rest);
        Ok(result)
    }

    /// The entry and the field that a placeholder names, where both are certain.
    fn named<'t>(
        &self,
        entry: &'d Entry,
        inner: &'t str,
        purpose: For,
    ) -> Result<(&'d Entry, &'t str), SkipReason> {
        let begins =
            |sign: &str| inner.get(..sign.len()).is_some_and(|start| start.eq_ignore_ascii_case(sign));
        let checking = purpose == For::Checking;
        if begins("REF:") {
            let (wanted, rest) =
                inner.get(4..).and_then(|rest| rest.split_once('@')).ok_or(SkipReason::Reference)?;
            let (by, sought) = rest.split_once(':').ok_or(SkipReason::Reference)?;
            return Ok((self.found(by, sought)?, field_of(wanted, checking)?));
        }
        if begins("S:") && checking {
            let name =
                inner.get(2..).filter(|name| entry.field(name).is_some()).ok_or(SkipReason::Reference)?;
            return Ok((entry, name));
        }
        let name = match inner.to_ascii_uppercase().as_str() {
            "TITLE" => TITLE,
            "USERNAME" => USERNAME,
            "URL" => URL,
            "PASSWORD" if checking => PASSWORD,
            "NOTES" if checking => NOTES,
            _ => return Err(SkipReason::Reference),
        };
        Ok((entry, name))
    }

    /// The entry that a reference seeks. KeePass takes the first that holds the text; only the only one is certain.
    fn found(&self, by: &str, sought: &str) -> Result<&'d Entry, SkipReason> {
        if by.eq_ignore_ascii_case("I") {
            let id = sought.to_ascii_lowercase().replace('-', "");
            return self.ids().get(id.as_str()).copied().ok_or(SkipReason::Reference);
        }
        let name = field_of(by, true)?;
        let sought = sought.to_lowercase();
        let mut all = self.document.entries.iter().filter(|entry| {
            !sought.is_empty() && Zeroizing::new(entry.text(name).to_lowercase()).contains(&sought)
        });
        match (all.next(), all.next()) {
            (Some(only), None) => Ok(only),
            _ => Err(SkipReason::Reference),
        }
    }

    fn ids(&self) -> &HashMap<&'d str, &'d Entry> {
        self.ids
            .get_or_init(|| self.document.entries.iter().map(|entry| (entry.id.as_str(), entry)).collect())
    }
}

/// Adds to a text without leaving a copy of it behind.
fn grow(text: &mut Zeroizing<String>, more: &str) {
    if text.capacity() < text.len() + more.len() {
        let mut bigger = Zeroizing::new(String::with_capacity((text.len() + more.len()) * 2));
        bigger.push_str(text);
        *text = bigger;
    }
    text.push_str(more);
}

/// The field that the letter of a reference stands for.
fn field_of(letter: &str, checking: bool) -> Result<&'static str, SkipReason> {
    match letter.to_ascii_uppercase().as_str() {
        "T" => Ok(TITLE),
        "U" => Ok(USERNAME),
        "A" => Ok(URL),
        "P" if checking => Ok(PASSWORD),
        "N" if checking => Ok(NOTES),
        _ => Err(SkipReason::Reference),
    }
}

/// When the password became what it is, by the earlier versions that the database keeps: the first version with
/// this password. If there is one before it with another, that day is exact; else the password is at least as old.
fn changed(entry: &Entry) -> Option<Changed> {
    let now = entry.text(PASSWORD);
    let mut earlier: Vec<&Entry> = entry.history.iter().collect();
    earlier.sort_by_key(|version| std::cmp::Reverse(version.modified));
    let (mut first, mut of): (Timestamp, _) = (entry.modified?, ChangeOf::Entry);
    for version in earlier {
        if version.text(PASSWORD) != now {
            of = ChangeOf::Password;
            break;
        }
        first = version.modified.unwrap_or(first);
    }
    let day = jiff::tz::Offset::UTC.to_datetime(first).date();
    (first > Timestamp::UNIX_EPOCH).then_some(Changed { day, of })
}
