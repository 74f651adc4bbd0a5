//! JSON, by what is in it: Bitwarden's and 1Password's documents are read, those of others are called what they are.

use std::io::Read;

use serde_json::value::RawValue;

use super::documents::{Object, document, each_entry, list};
use super::form::Form;
use super::gathering::Gathering;
use super::input::Input;
use super::letters::Text;
use super::{Encoding, Export, Limits, ReadError, Source, bitwarden, locked, onepux};
use crate::Login;

/// What 1Password's `.1pif` has between its entries.
const BETWEEN_1PIF: &[u8] = b"***5642bee8-a5ff-11dc-8314-0800200c9a66***";

/// Whether a text looks like a JSON document rather than a table.
pub(super) fn is_json(head: &[u8]) -> bool {
    let mark = super::encoding::told_by(head).1;
    let mut text = head.get(mark..).unwrap_or_default().iter().filter(|byte| **byte != 0);
    let mut next = || text.find(|byte| !byte.is_ascii_whitespace());
    match next() {
        Some(b'{') => true,
        Some(b'[') => matches!(next(), Some(b'{' | b']' | b'[' | b'"')),
        _ => false,
    }
}

/// Reads a JSON document, unlocking it first if that is needed.
pub(super) fn read<R: Read>(
    mut text: Text<'_, R>,
    limits: Limits,
    key: Option<&password::Password>,
) -> Result<Export, ReadError> {
    let encoding = text.encoding();
    let bytes = text.rest(limits.document)?;
    of_document(&bytes, encoding, limits, key, &mut text.input)
}

/// Reads a whole document.
pub(super) fn of_document<R: Read>(
    bytes: &[u8],
    encoding: Encoding,
    limits: Limits,
    key: Option<&password::Password>,
    input: &mut Input<'_, R>,
) -> Result<Export, ReadError> {
    let root = match document(bytes) {
        Err(_) if is_1pif(bytes) => return Err(ReadError::Form { form: Form::OnePif }),
        read => read?,
    };
    match Kind::of(root) {
        Kind::Bitwarden(path) => bitwarden_items(root, path, encoding, limits, input),
        Kind::BitwardenLocked => {
            let key = key.ok_or(ReadError::NeedsPassword { format: Source::Bitwarden })?;
            let opened = locked::open(root, key, limits, input)?;
            let root = document(&opened)?;
            match Kind::of(root) {
                Kind::Bitwarden(path) => bitwarden_items(root, path, encoding, limits, input),
                _ => Err(ReadError::Damaged { format: Source::Bitwarden }),
            }
        }
        Kind::BitwardenAccount => Err(ReadError::LockedToAccount { format: Source::Bitwarden }),
        Kind::OnePassword => {
            let mut gathering = Gathering::new(input, limits);
            onepux::items(root, &mut gathering)?;
            Ok(gathering.export(Source::OnePassword, encoding))
        }
        Kind::Form(form) => Err(ReadError::Form { form }),
        Kind::Unknown => Err(ReadError::UnknownJson),
    }
}

/// What a document is.
enum Kind {
    /// Items of Bitwarden, at the end of this path.
    Bitwarden(&'static [&'static str]),
    /// Locked with a password.
    BitwardenLocked,
    /// Locked with the key of the account.
    BitwardenAccount,
    OnePassword,
    Form(Form),
    Unknown,
}

impl Kind {
    fn of(root: &RawValue) -> Self {
        let Some(top) = Object::of(root) else {
            return if list(root).into_iter().any(bitwarden::is_item) {
                Self::Bitwarden(&[])
            } else {
                Self::Unknown
            };
        };
        if top.has("encKeyValidation_DO_NOT_EDIT") {
            let locked = top.text("passwordProtected").as_str() == "true";
            return if locked { Self::BitwardenLocked } else { Self::BitwardenAccount };
        }
        if let Some(form) = other_manager(&top) {
            return Self::Form(form);
        }
        let inside =
            |key, sign| top.list(key).into_iter().any(|one| Object::of(one).is_some_and(|one| one.has(sign)));
        if inside("accounts", "vaults") {
            return Self::OnePassword;
        }
        let items = top.list("items");
        if items.iter().any(|item| bitwarden::is_item(item)) || (top.has("items") && top.has("encrypted")) {
            return Self::Bitwarden(&["items"]);
        }
        // What `bw serve` and `bw --response` wrap around their lists, and a single item.
        if top.object("data").list("data").into_iter().any(bitwarden::is_item) {
            return Self::Bitwarden(&["data", "data"]);
        }
        if bitwarden::is_item(root) { Self::Bitwarden(&[]) } else { Self::Unknown }
    }
}

/// Documents of managers that are not read here, by what only theirs have.
fn other_manager(top: &Object<'_>) -> Option<Form> {
    let inside = |key, signs: &[&str]| {
        let mut entries = top.list(key).into_iter().filter_map(Object::of);
        entries.any(|entry| signs.iter().any(|sign| entry.has(sign)))
    };
    if top.has("vaults") {
        return Some(Form::ProtonPass);
    }
    if ["AUTHENTIFIANT", "KWAuthentifiant", "AuthCategories"].iter().any(|sign| top.has(sign)) {
        return Some(Form::DashlaneJson);
    }
    if top.has("exporterRpId") || inside("accounts", &["items"]) {
        return Some(Form::CredentialExchange);
    }
    if inside("logins", &["encryptedUsername", "encryptedPassword"])
        || (top.has("logins") && top.has("nextId"))
    {
        return Some(Form::FirefoxProfile);
    }
    if (top.has("records") && top.has("shared_folders")) || inside("records", &["login_url", "$type"]) {
        return Some(Form::Keeper);
    }
    if inside("items", &["template_type", "auto_submit"]) {
        return Some(Form::Enpass);
    }
    (top.says("uuid") && (top.has("secureContents") || top.has("typeName"))).then_some(Form::OnePif)
}

fn bitwarden_items<R: Read>(
    root: &RawValue,
    path: &[&str],
    encoding: Encoding,
    limits: Limits,
    input: &mut Input<'_, R>,
) -> Result<Export, ReadError> {
    let mut gathering = Gathering::new(input, limits);
    let mut take = |item| gathering.take(|line| -> Result<Login, _> { bitwarden::login(item, line) });
    match path {
        [] if root.get().starts_with('[') => list(root).into_iter().try_for_each(take)?,
        [] => take(root)?,
        [step] => each_entry(root, &[step], &mut take)?,
        [outer, inner] => {
            let outer = Object::of(root).unwrap_or_default().object(outer);
            outer.list(inner).into_iter().try_for_each(take)?;
        }
        _ => {}
    }
    Ok(gathering.export(Source::Bitwarden, encoding))
}

/// One object a line, parted by a line of their own.
fn is_1pif(bytes: &[u8]) -> bool {
    let whole_lines = bytes.split(|byte| *byte == b'\n').take(4);
    let mut objects = whole_lines.filter_map(|line| Object::of(document(line).ok()?));
    bytes.windows(BETWEEN_1PIF.len()).any(|part| part == BETWEEN_1PIF)
        || objects.next().is_some_and(|first| first.has("secureContents") || first.has("typeName"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_begins_with_a_bracket_is_no_json() {
        for json in ["{", " {\"a\"", "[{", "[\n {", "[]", "[[1", "[\"a\"", "\u{feff}[{"] {
            assert!(is_json(json.as_bytes()), "{json}");
        }
        for table in ["[Section]", "[1,2", "name,{", "\"{\"", ""] {
            assert!(!is_json(table.as_bytes()), "{table}");
        }
    }
}
