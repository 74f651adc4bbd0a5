//! Bitwarden's items, from its JSON or from a list that its command-line tool wrote.

use serde_json::value::RawValue;

use super::SkipReason;
use super::documents::{Object, text};
use super::values::{address, day, password, title};
use crate::{ChangeOf, Changed, Login};

/// Whether a value is built like one of Bitwarden's items.
pub(super) fn is_item(value: &RawValue) -> bool {
    const KINDS: &[&str] = &["login", "secureNote", "card", "identity", "sshKey"];
    Object::of(value).is_some_and(|item| {
        item.text("object").as_str() == "item"
            || (item.has("type") && !item.has("category") && KINDS.iter().any(|kind| item.has(kind)))
    })
}

/// Reads one item.
pub(super) fn login(value: &RawValue, line: u64) -> Result<Login, SkipReason> {
    let item = Object::of(value).ok_or(SkipReason::Malformed)?;
    if item.says("deletedDate") {
        return Err(SkipReason::InTheBin);
    }
    match item.text("type").trim().trim_end_matches(".0") {
        "1" | "login" => {}
        "" if item.says("login") => {}
        "2" => return Err(SkipReason::SecureNote),
        "3" => return Err(SkipReason::Card),
        "4" => return Err(SkipReason::Identity),
        "5" => return Err(SkipReason::Key),
        number if number.parse::<u32>().is_ok() => return Err(SkipReason::OtherKind),
        _ => return Err(SkipReason::Malformed),
    }
    if !item.says("login") {
        return Err(SkipReason::NothingInIt);
    }
    let access = item.object_or_malformed("login")?;
    let mut urls = Vec::new();
    for uri in access.list("uris") {
        // As an object of its own, or as the bare text that other programs write.
        let uri = Object::of(uri).map(|uri| uri.text("uri")).or_else(|| text(uri)).unwrap_or_default();
        address(&uri, &mut urls)?;
    }
    let username = access.text("username").trim().to_owned();
    let password = password(access.secret("password")?)?;
    if password.is_none() && username.is_empty() && urls.is_empty() {
        return Err(SkipReason::NothingInIt);
    }
    let dated = |text: &str, of| Some(Changed { day: day(text)?, of });
    let changed = dated(&access.text("passwordRevisionDate"), ChangeOf::Password)
        .or_else(|| dated(&item.text("revisionDate"), ChangeOf::Entry));
    Ok(Login {
        line,
        title: title(&item.text("name")),
        urls,
        username,
        password,
        changed,
        has_second_step: access.says("totp") || access.says("fido2Credentials"),
        doubtful: false,
        like_master: None,
    })
}
