//! 1Password's `.1pux`: a zip file with one JSON document for all accounts.

use std::io::{Read, Seek};

use serde::Deserialize;
use serde_json::value::RawValue;
use zip::ZipArchive;
use zip::result::ZipError;

use super::documents::{Secret, each_entry};
use super::gathering::Gathering;
use super::input::Input;
use super::values::{addresses, epoch, password, title};
use super::wiped::Wiped;
use super::{Encoding, Export, Limits, ReadError, SkipReason, Source};
use crate::{ChangeOf, Changed, Login};

const DAMAGED: ReadError = ReadError::Damaged { format: Source::OnePassword };

/// Older documents have each entry inside another object.
#[derive(Deserialize)]
struct Wrapped<'a> {
    #[serde(borrow)]
    item: Option<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    category_uuid: Option<String>,
    state: Option<String>,
    trashed: Option<bool>,
    updated_at: Option<i64>,
    details: Details,
    overview: Overview,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Details {
    login_fields: Option<Vec<Field>>,
    password: Option<Secret>,
    sections: Option<Vec<Section>>,
    password_history: Option<Vec<Earlier>>,
}

#[derive(Deserialize)]
struct Field {
    designation: Option<String>,
    value: Option<Secret>,
}

#[derive(Deserialize)]
struct Section {
    fields: Option<Vec<Detail>>,
}

#[derive(Deserialize)]
struct Detail {
    id: Option<String>,
    value: Option<Value>,
}

#[derive(Deserialize)]
struct Value {
    concealed: Option<Secret>,
    string: Option<Secret>,
    totp: Option<Secret>,
}

#[derive(Deserialize)]
struct Earlier {
    time: Option<i64>,
}

#[derive(Deserialize)]
struct Overview {
    title: Option<String>,
    url: Option<String>,
    urls: Option<Vec<Url>>,
}

#[derive(Deserialize)]
struct Url {
    url: Option<String>,
}

/// Reads a `.1pux` file.
pub(super) fn read<R: Read + Seek>(mut input: Input<'_, R>, limits: Limits) -> Result<Export, ReadError> {
    let document = unpacked(&mut input, limits)?;
    let mut gathering = Gathering::new(&mut input, limits);
    each_entry(&document, &["accounts", "vaults", "items"], &mut |entry| {
        let inner = serde_json::from_str::<Wrapped<'_>>(entry.get()).ok().and_then(|outer| outer.item);
        let item = serde_json::from_str::<Item>(inner.unwrap_or(entry).get());
        gathering.take(|line| login(item.map_err(|_| SkipReason::Malformed)?, line))
    })?;
    Ok(gathering.export(Source::OnePassword, Encoding::Utf8))
}

/// The document inside. What a zip file says of its sizes is not believed.
fn unpacked<R: Read + Seek>(input: &mut Input<'_, R>, limits: Limits) -> Result<Wiped, ReadError> {
    let (file, mut go_on) = input.rewound()?;
    let io = |source| ReadError::Io { offset: 0, source };
    let mut archive = ZipArchive::new(file).map_err(|error| match error {
        ZipError::Io(source) if source.kind() != std::io::ErrorKind::UnexpectedEof => io(source),
        _ => DAMAGED,
    })?;
    let mut packed = match archive.by_name("export.data") {
        Ok(packed) => packed,
        Err(ZipError::FileNotFound) => return Err(ReadError::NoExportInZip),
        Err(_) => return Err(DAMAGED),
    };
    let mut document = Wiped::default();
    let mut chunk = Wiped::zeros(64 << 10);
    loop {
        go_on()?;
        let bytes = packed.read(chunk.as_mut()).map_err(|_| DAMAGED)?;
        if bytes == 0 {
            return Ok(document);
        }
        document.extend(chunk.get(..bytes).unwrap_or_default());
        if document.len() as u64 > limits.document {
            return Err(ReadError::TooLong { limit: limits.document });
        }
    }
}

fn login(item: Item, line: u64) -> Result<Login, SkipReason> {
    if item.trashed == Some(true) || item.state.as_deref() == Some("trashed") {
        return Err(SkipReason::InTheBin);
    }
    let category = item.category_uuid.as_deref().unwrap_or_default();
    match category {
        "002" => return Err(SkipReason::Card),
        "003" => return Err(SkipReason::SecureNote),
        "004" => return Err(SkipReason::Identity),
        "114" => return Err(SkipReason::Key),
        _ => {}
    }
    let details = item.details;
    let (mut name, mut secret) = (Secret::default(), details.password.unwrap_or_default());
    for field in details.login_fields.unwrap_or_default() {
        match field.designation.as_deref() {
            Some("username") => name = field.value.unwrap_or_default(),
            Some("password") => secret = field.value.unwrap_or_default(),
            _ => {}
        }
    }
    let mut has_second_step = false;
    let fields =
        details.sections.unwrap_or_default().into_iter().flat_map(|part| part.fields.unwrap_or_default());
    for field in fields {
        let Some(value) = field.value else { continue };
        has_second_step |= value.totp.is_some_and(|seed| !seed.0.is_empty());
        // Servers, e-mail accounts and the like have their log-in among their other fields.
        match (field.id.as_deref(), value.concealed, value.string) {
            (Some("password"), Some(there), _) if secret.0.is_empty() => secret = there,
            (Some("username"), _, Some(there)) if name.0.is_empty() => name = there,
            _ => {}
        }
    }
    let mut urls = Vec::new();
    addresses(item.overview.url.as_deref().unwrap_or_default(), &mut urls)?;
    for more in item.overview.urls.unwrap_or_default() {
        let mut other = Vec::new();
        addresses(more.url.as_deref().unwrap_or_default(), &mut other)?;
        other.retain(|url| !urls.contains(url));
        urls.append(&mut other);
    }
    let username = name.0.trim().to_owned();
    let password = password(secret.0)?;
    match (password.is_some(), category) {
        (true, _) | (false, "001" | "005") => {}
        (false, _) => return Err(SkipReason::OtherKind),
    }
    if password.is_none() && username.is_empty() && urls.is_empty() {
        return Err(SkipReason::NothingInIt);
    }
    let replaced = details.password_history.unwrap_or_default().iter().filter_map(|one| one.time).max();
    let changed = match (replaced.and_then(epoch), item.updated_at.and_then(epoch)) {
        (Some(day), _) => Some(Changed { day, of: ChangeOf::Password }),
        (None, Some(day)) => Some(Changed { day, of: ChangeOf::Entry }),
        (None, None) => None,
    };
    let title = title(&item.overview.title.unwrap_or_default());
    Ok(Login { line, title, urls, username, password, changed, has_second_step })
}
