//! KeePass databases, opened by the `keepass` crate.
//!
//! That crate believes what a file says of itself, so the outer header is looked at first: a key that would take
//! all memory or all day, or a field shorter than its type, never gets to it. What it keeps in memory itself:
//! field values are wiped when it drops them if the file marks them as protected, which passwords are; the
//! decrypted document and its parsed form are freed, not wiped. What it unpacks is bounded by nothing; but such a
//! file has to be made with the very password that opens it.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::io::Read;

use keepass::db::{Entry, EntryId, fields};
use keepass::error::{DatabaseKeyError, DatabaseOpenError};
use keepass::{Database, DatabaseKey};
use password::Password;
use zeroize::Zeroizing;

use super::gathering::Gathering;
use super::input::Input;
use super::kdbx_header::check;
use super::values::{addresses, password, title};
use super::wiped::Wiped;
use super::{Encoding, Export, Limits, ReadError, SkipReason, Source};
use crate::{ChangeOf, Changed, Login};

const DAMAGED: ReadError = ReadError::Damaged { format: Source::Kdbx };
/// A reference to a reference, and so on.
const REFERENCES: usize = 8;

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
    check(&file, limits)?;
    let key = key.ok_or(ReadError::NeedsPassword { format: Source::Kdbx })?;
    let database = open(file, key, &mut input)?;
    let bin = database.recycle_bin().map(|bin| bin.id());
    let book = Book { database: &database, ids: OnceCell::new() };
    let mut gathering = Gathering::new(&mut input, limits);
    let mut waiting = vec![(database.root().id(), false)];
    while let Some((id, binned)) = waiting.pop() {
        let Some(group) = database.group(id) else { continue };
        let binned = binned || Some(id) == bin;
        for entry in group.entries() {
            gathering
                .take(|line| if binned { Err(SkipReason::InTheBin) } else { book.login(&entry, line) })?;
        }
        let inner: Vec<_> = group.group_ids().map(|inner| (inner, binned)).collect();
        waiting.extend(inner.into_iter().rev());
    }
    Ok(gathering.export(Source::Kdbx, Encoding::Utf8))
}

fn open<R: Read>(file: Wiped, key: &Password, input: &mut Input<'_, R>) -> Result<Database, ReadError> {
    // The crate takes text; a password of ours is always text.
    let key = DatabaseKey::new().with_password(key.expose_for_rating());
    // Inside the encrypted part it still trusts the lengths of fields; a file cut short there must not end us.
    match input.unlock(move || Database::parse(&file, key))?.ok_or(DAMAGED)? {
        Ok(database) => Ok(database),
        Err(DatabaseOpenError::Key(DatabaseKeyError::IncorrectKey)) => {
            Err(ReadError::WrongPassword { format: Source::Kdbx })
        }
        Err(DatabaseOpenError::UnsupportedVersion | DatabaseOpenError::VersionParse(_)) => {
            Err(ReadError::Version { format: Source::Kdbx })
        }
        Err(_) => Err(DAMAGED),
    }
}

/// A database in which entries refer to one another.
struct Book<'d> {
    database: &'d Database,
    /// Entries by the hexadecimal digits that a reference names them by.
    ids: OnceCell<HashMap<String, EntryId>>,
}

impl Book<'_> {
    fn login(&self, entry: &Entry, line: u64) -> Result<Login, SkipReason> {
        let mut urls = Vec::new();
        addresses(&self.field(entry, fields::URL)?, &mut urls)?;
        let mut more: Vec<_> = entry.fields.iter().filter(|(name, _)| name.starts_with("KP2A_URL")).collect();
        more.sort_by_key(|(name, _)| name.as_str());
        for (_, url) in more {
            addresses(url, &mut urls)?;
        }
        let username = self.field(entry, fields::USERNAME)?.trim().to_owned();
        let password = password(self.field(entry, fields::PASSWORD)?)?;
        if password.is_none() && username.is_empty() && urls.is_empty() {
            return Err(SkipReason::NothingInIt);
        }
        let codes = [fields::OTP, "TOTP Seed", "TimeOtp-Secret", "TimeOtp-Secret-Base32"];
        Ok(Login {
            line,
            title: title(&self.field(entry, fields::TITLE)?),
            urls,
            username,
            password,
            changed: changed(entry),
            has_second_step: codes.iter().any(|code| entry.get(code).is_some_and(|seed| !seed.is_empty())),
        })
    }

    /// A field, or the one of another entry that it refers to (`{REF:P@I:`, 32 hexadecimal digits, `}`).
    fn field(&self, entry: &Entry, name: &str) -> Result<Zeroizing<String>, SkipReason> {
        let mut text = Zeroizing::new(entry.get(name).unwrap_or_default().to_owned());
        for _ in 0..REFERENCES {
            let Some(rest) = text.strip_prefix("{REF:").and_then(|rest| rest.strip_suffix('}')) else {
                return Ok(text);
            };
            let (wanted, id) = rest.split_once("@I:").ok_or(SkipReason::Reference)?;
            let wanted = match wanted {
                "T" => fields::TITLE,
                "U" => fields::USERNAME,
                "P" => fields::PASSWORD,
                "A" => fields::URL,
                _ => return Err(SkipReason::Reference),
            };
            let id = *self.ids().get(&id.to_ascii_lowercase()).ok_or(SkipReason::Reference)?;
            let there = self.database.entry(id).ok_or(SkipReason::Reference)?;
            text = Zeroizing::new(there.get(wanted).unwrap_or_default().to_owned());
        }
        Err(SkipReason::Reference)
    }

    fn ids(&self) -> &HashMap<String, EntryId> {
        self.ids.get_or_init(|| {
            let entries = self.database.iter_all_entries();
            entries.map(|entry| (entry.id().uuid().as_simple().to_string(), entry.id())).collect()
        })
    }
}

/// When the password became what it is, by the earlier versions that the database keeps: the first version with
/// this password. If there is one before it with another, that day is exact; else the password is at least as old.
fn changed(entry: &Entry) -> Option<Changed> {
    let now = entry.get(fields::PASSWORD);
    let mut earlier: Vec<&Entry> =
        entry.history.as_ref().map(|history| history.get_entries().iter().collect()).unwrap_or_default();
    earlier.sort_by_key(|version| std::cmp::Reverse(version.times.last_modification));
    let (mut first, mut of) = (entry.times.last_modification?, ChangeOf::Entry);
    for version in earlier {
        if version.get(fields::PASSWORD) != now {
            of = ChangeOf::Password;
            break;
        }
        first = version.times.last_modification.unwrap_or(first);
    }
    Some(Changed { day: super::values::epoch(first.and_utc().timestamp())?, of })
}
