//! Bitwarden's JSON, plain, or inside a locked one.

use std::io::Read;

use serde::Deserialize;
use serde::de::IgnoredAny;
use zeroize::Zeroizing;

use super::documents::{Secret, broken, each_entry};
use super::gathering::Gathering;
use super::letters::Text;
use super::values::{addresses, day, password, title};
use super::{Export, Limits, ReadError, SkipReason, Source, locked};
use crate::{ChangeOf, Changed, Login};

/// What the document says of itself.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    encrypted: Option<bool>,
    password_protected: Option<bool>,
    items: Option<IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    #[serde(rename = "type")]
    sort: u64,
    name: Option<String>,
    login: Option<Access>,
    revision_date: Option<String>,
    deleted_date: Option<IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Access {
    uris: Option<Vec<Uri>>,
    username: Option<String>,
    password: Option<Secret>,
    totp: Option<Secret>,
    password_revision_date: Option<String>,
}

#[derive(Deserialize)]
struct Uri {
    uri: Option<String>,
}

/// Reads a JSON export, unlocking it first if that is needed.
pub(super) fn read<R: Read>(
    mut text: Text<'_, R>,
    limits: Limits,
    key: Option<&password::Password>,
) -> Result<Export, ReadError> {
    let encoding = text.encoding();
    let document = text.rest(limits.document)?;
    let head: Head = match serde_json::from_slice(&document) {
        Ok(head) => head,
        Err(error) if error.is_data() => return Err(ReadError::UnknownJson),
        Err(error) => return Err(broken(&error)),
    };
    let opened: Option<Zeroizing<Vec<u8>>> = match (head.encrypted, head.password_protected) {
        (Some(true), Some(true)) => {
            let key = key.ok_or(ReadError::NeedsPassword { format: Source::Bitwarden })?;
            Some(locked::open(&document, key, limits, &mut text.input)?)
        }
        (Some(true), _) => return Err(ReadError::LockedToAccount { format: Source::Bitwarden }),
        _ if head.items.is_none() => return Err(ReadError::UnknownJson),
        _ => None,
    };
    let mut gathering = Gathering::new(&mut text.input, limits);
    items(opened.as_deref().map_or(&*document, Vec::as_slice), &mut gathering)?;
    Ok(gathering.export(Source::Bitwarden, encoding))
}

fn items<R: Read>(document: &[u8], gathering: &mut Gathering<'_, '_, R>) -> Result<(), ReadError> {
    each_entry(document, &["items"], &mut |entry| {
        let item = serde_json::from_str::<Item>(entry.get());
        gathering.take(|line| login(item.map_err(|_| SkipReason::Malformed)?, line))
    })
}

fn login(item: Item, line: u64) -> Result<Login, SkipReason> {
    if item.deleted_date.is_some() {
        return Err(SkipReason::InTheBin);
    }
    match item.sort {
        1 => {}
        2 => return Err(SkipReason::SecureNote),
        3 => return Err(SkipReason::Card),
        4 => return Err(SkipReason::Identity),
        5 => return Err(SkipReason::Key),
        _ => return Err(SkipReason::OtherKind),
    }
    let access = item.login.ok_or(SkipReason::NothingInIt)?;
    let mut urls = Vec::new();
    for uri in access.uris.unwrap_or_default() {
        addresses(uri.uri.as_deref().unwrap_or_default(), &mut urls)?;
    }
    let username = access.username.unwrap_or_default().trim().to_owned();
    let password = password(access.password.unwrap_or_default().0)?;
    if password.is_none() && username.is_empty() && urls.is_empty() {
        return Err(SkipReason::NothingInIt);
    }
    let dated = |text: Option<&str>, of| Some(Changed { day: day(text?)?, of });
    let changed = dated(access.password_revision_date.as_deref(), ChangeOf::Password)
        .or_else(|| dated(item.revision_date.as_deref(), ChangeOf::Entry));
    Ok(Login {
        line,
        title: title(&item.name.unwrap_or_default()),
        urls,
        username,
        password,
        changed,
        has_second_step: access.totp.is_some_and(|seed| !seed.0.is_empty()),
    })
}

/// Whether a text looks like a JSON document rather than a table.
pub(super) fn is_json(head: &[u8]) -> bool {
    let mark = super::letters::told_by(head).1;
    let mut text = head.get(mark..).unwrap_or_default().iter().filter(|byte| **byte != 0);
    text.find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}
