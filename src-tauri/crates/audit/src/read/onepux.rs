//! 1Password's JSON document, which has the items of all accounts.

use std::io::Read;

use serde_json::value::RawValue;
use zeroize::Zeroizing;

use super::documents::{Object, each_entry, text};
use super::gathering::Gathering;
use super::values::{address, epoch, password, title};
use super::{ReadError, SkipReason};
use crate::{ChangeOf, Changed, Login};

/// Reads the items of 1Password's document.
pub(super) fn items<R: Read>(root: &RawValue, gathering: &mut Gathering<'_, '_, R>) -> Result<(), ReadError> {
    each_entry(root, &["accounts", "vaults", "items"], &mut |entry| {
        gathering.take(|line| {
            let entry = Object::of(entry).ok_or(SkipReason::Malformed)?;
            // Older documents have each entry inside another object.
            let inner = entry.object("item");
            login(if entry.says("item") { &inner } else { &entry }, line)
        })
    })
}

fn login(item: &Object<'_>, line: u64) -> Result<Login, SkipReason> {
    if item.text("trashed").as_str() == "true" || item.text("state").as_str() == "trashed" {
        return Err(SkipReason::InTheBin);
    }
    let category = item.text("categoryUuid");
    let category = category.as_str();
    match category {
        "002" => return Err(SkipReason::Card),
        "003" => return Err(SkipReason::SecureNote),
        "004" => return Err(SkipReason::Identity),
        "114" => return Err(SkipReason::Key),
        _ => {}
    }
    let (details, overview) = (item.object_or_malformed("details")?, item.object("overview"));
    let (mut name, mut secret) = (Zeroizing::default(), details.secret("password")?);
    for field in details.list("loginFields").into_iter().filter_map(Object::of) {
        match field.text("designation").as_str() {
            "username" => name = field.text("value"),
            "password" => secret = field.secret("value")?,
            _ => {}
        }
    }
    let mut has_second_step = details.says("passkey");
    let sections = details.list("sections").into_iter().filter_map(Object::of);
    for field in sections.flat_map(|part| part.list("fields")).filter_map(Object::of) {
        let value = field.object("value");
        has_second_step |= value.says("totp") || value.says("passkey");
        // Servers, e-mail accounts and the like have their log-in among their other fields.
        match field.text("id").as_str() {
            "password" if secret.is_empty() => secret = value.secret("concealed")?,
            "username" if name.is_empty() => name = value.text("string"),
            _ => {}
        }
    }
    let mut urls = Vec::new();
    address(&overview.text("url"), &mut urls)?;
    for more in overview.list("urls") {
        let mut other = Vec::new();
        let more = Object::of(more).map(|more| more.text("url")).or_else(|| text(more)).unwrap_or_default();
        address(&more, &mut other)?;
        other.retain(|url| !urls.contains(url));
        urls.append(&mut other);
    }
    let username = name.trim().to_owned();
    let password = password(secret)?;
    match (password.is_some(), category) {
        (true, _) | (false, "001" | "005") => {}
        (false, _) => return Err(SkipReason::OtherKind),
    }
    if password.is_none() && username.is_empty() && urls.is_empty() {
        return Err(SkipReason::NothingInIt);
    }
    let earlier = details.list("passwordHistory").into_iter().filter_map(Object::of);
    let replaced = earlier.filter_map(|one| one.number("time")).max();
    let changed = match (replaced.and_then(epoch), item.number("updatedAt").and_then(epoch)) {
        (Some(day), _) => Some(Changed { day, of: ChangeOf::Password }),
        (None, Some(day)) => Some(Changed { day, of: ChangeOf::Entry }),
        (None, None) => None,
    };
    Ok(Login {
        line,
        title: title(&overview.text("title")),
        urls,
        username,
        password,
        changed,
        has_second_step,
        doubtful: false,
        like_master: None,
    })
}
