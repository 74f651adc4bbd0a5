//! Zip files with one document inside: 1Password's `.1pux`, and what Bitwarden writes.

use std::io::{Read, Seek};

use password::Password;
use zip::ZipArchive;
use zip::result::ZipError;

use super::form::{self, Form, Zip};
use super::input::Input;
use super::wiped::Wiped;
use super::{Encoding, Export, Limits, ReadError, Source, json};

/// Reads a zip file: a `.1pux` file, or the one that Bitwarden writes with the files of its owner.
pub(super) fn read<R: Read + Seek>(
    mut input: Input<'_, R>,
    limits: Limits,
    key: Option<&Password>,
) -> Result<Export, ReadError> {
    let document = unpacked(&mut input, limits)?;
    json::of_document(&document, Encoding::Utf8, limits, key, &mut input)
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
