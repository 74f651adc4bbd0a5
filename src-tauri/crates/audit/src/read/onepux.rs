//! 1Password's `.1pux`: a zip file with one JSON document for all accounts.

use std::io::{Read, Seek};

use password::Password;
use serde_json::value::RawValue;
use zeroize::Zeroizing;
use zip::ZipArchive;
use zip::result::ZipError;

use super::documents::{Object, each_entry, text};
use super::form::{self, Form, Zip};
use super::gathering::Gathering;
use super::input::Input;
use super::values::{address, epoch, password, title};
use super::wiped::Wiped;
use super::{Encoding, Export, Limits, ReadError, SkipReason, Source, json};
use crate::{ChangeOf, Changed, Login};

/// Reads a zip file: a `.1pux` file, or the one that Bitwarden writes with the files of its owner.
pub(super) fn read<R: Read + Seek>(
    mut input: Input<'_, R>,
    limits: Limits,
    key: Option<&Password>,
) -> Result<Export, ReadError> {
    let document = unpacked(&mut input, limits)?;
    json::of_document(&document, Encoding::Utf8, limits, key, &mut input)
}

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

/// The document inside. What a zip file says of its sizes is not believed.
fn unpacked<R: Read + Seek>(input: &mut Input<'_, R>, limits: Limits) -> Result<Wiped, ReadError> {
    let head = input.head().get(..512).unwrap_or(input.head()).to_vec();
    let (file, mut go_on) = input.rewound()?;
    let io = |source| ReadError::Io { offset: 0, source };
    let mut archive = match ZipArchive::new(file) {
        Ok(archive) => archive,
        Err(ZipError::Io(source)) if source.kind() != std::io::ErrorKind::UnexpectedEof => {
            return Err(io(source));
        }
        Err(_) => return Err(cut_off(&head)),
    };
    let name = match form::of_zip(archive.file_names(), &head) {
        Zip::Export(name) => name,
        Zip::Form(form) => return Err(ReadError::Form { form }),
        Zip::Other => return Err(ReadError::NoExportInZip),
    };
    let mut packed = archive.by_name(name).map_err(|error| match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            ReadError::Form { form: Form::Encrypted }
        }
        _ => damaged(name),
    })?;
    let mut document = Wiped::default();
    let mut chunk = Wiped::zeros(64 << 10);
    loop {
        go_on()?;
        let bytes = packed.read(chunk.as_mut()).map_err(|_| damaged(name))?;
        if bytes == 0 {
            return Ok(document);
        }
        document.extend(chunk.get(..bytes).unwrap_or_default());
        if document.len() as u64 > limits.document {
            return Err(ReadError::TooLong { limit: limits.document });
        }
    }
}

/// A zip file whose list of contents, which is at its end, is not there: called by the first name in it.
fn cut_off(head: &[u8]) -> ReadError {
    let length = head.get(26..28).and_then(|length| Some(u16::from_le_bytes(length.try_into().ok()?)));
    let first = length.and_then(|length| head.get(30..30 + usize::from(length)));
    match form::of_zip(first.and_then(|name| std::str::from_utf8(name).ok()).into_iter(), head) {
        Zip::Export(name) => damaged(name),
        Zip::Form(form) => ReadError::Form { form },
        Zip::Other if first.is_some_and(|name| name.starts_with(b"export.")) => damaged("export.data"),
        Zip::Other => ReadError::NoExportInZip,
    }
}

fn damaged(name: &str) -> ReadError {
    let format = if name == "export.data" { Source::OnePassword } else { Source::Bitwarden };
    ReadError::Damaged { format }
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
