//! Files of kinds that are not read: each is called what it is, and none is taken for a table.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests read files and stop at what is wrong"
)]

use std::io::{Cursor, Write as _};
use std::ops::ControlFlow;
use std::path::Path;

use audit::read::{Form, Options, ReadError, Source, read};

fn outcome(bytes: &[u8]) -> Result<(), ReadError> {
    read(Cursor::new(bytes), &Options::default(), &mut |_| ControlFlow::Continue(())).map(drop)
}

fn form(bytes: &[u8]) -> Option<Form> {
    match outcome(bytes) {
        Err(ReadError::Form { form }) => Some(form),
        _ => None,
    }
}

fn zipped(names: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in names {
        zip.start_file(*name, stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn files_from_the_field_are_called_what_they_are() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms");
    let expected = [
        ("proton-pass.json", Form::ProtonPass),
        ("proton-pass.zip", Form::ProtonPass),
        ("dashlane.json", Form::DashlaneJson),
        ("dashlane.zip", Form::DashlaneZip),
        ("kaspersky.txt", Form::LabelledText),
        ("lastpass.html", Form::WebPage),
        ("keepass1.kdb", Form::KeePass1),
        ("keepass.xml", Form::KeePassXml),
        ("spreadsheet.xlsx", Form::Spreadsheet),
        ("spreadsheet.xls", Form::Office),
        ("firefox-logins.json", Form::FirefoxProfile),
        ("keeper.json", Form::Keeper),
        ("credential-exchange.json", Form::CredentialExchange),
        ("1password.1pif", Form::OnePif),
    ];
    for (name, expected) in expected {
        assert_eq!(form(&std::fs::read(folder.join(name)).unwrap()), Some(expected), "{name}");
    }
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), expected.len(), "each file is looked at");
}

#[test]
fn a_file_is_told_by_how_it_begins() {
    let tar = [&[b'x'; 257][..], b"ustar\x0000"].concat();
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let office = |stream: &str| [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0".to_vec(), wide(stream)].concat();
    let cases: &[(&[u8], Form)] = &[
        (b"%PDF-1.7\n", Form::Pdf),
        (b"{\\rtf1\\ansi passwords", Form::TextDocument),
        (b"SQLite format 3\0\x10\0", Form::Sqlite),
        (b"bplist00\xd1", Form::Plist),
        (b"<?xml version=\"1.0\"?>\n<!DOCTYPE plist PUBLIC \"x\"><plist version=\"1.0\">", Form::Plist),
        (b"kych\0\x01\0\0", Form::Keychain),
        (b"\x89PNG\r\n\x1a\n", Form::Image),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", Form::Image),
        (b"GIF89a", Form::Image),
        (b"RIFF\0\0\0\0WEBPVP8 ", Form::Image),
        (b"\0\0\0\x18ftypheic", Form::Image),
        (b"7z\xbc\xaf\x27\x1c\0\x04", Form::Archive),
        (b"Rar!\x1a\x07\x01\0", Form::Archive),
        (b"\x1f\x8b\x08\0\0\0\0\0", Form::Archive),
        (b"\xfd7zXZ\0\0\x04", Form::Archive),
        (b"BZh91AY&SY", Form::Archive),
        (b"\x28\xb5\x2f\xfd\x04", Form::Archive),
        (&tar, Form::Archive),
        (b"Salted__\x01\x02", Form::Encrypted),
        (b"U2FsdGVkX1+abcdefghijklmnop=\n", Form::Encrypted),
        (b"-----BEGIN PGP MESSAGE-----\n\nhQ", Form::Encrypted),
        (b"age-encryption.org/v1\n-> X25519 x\n", Form::Encrypted),
        (b"-----BEGIN AGE ENCRYPTED FILE-----\n", Form::Encrypted),
        (b"$ANSIBLE_VAULT;1.1;AES256\n61\n", Form::Encrypted),
        (b"\x8c\x0d\x04\x09\x03\x02\x11\x22", Form::Encrypted),
        (b"\xc3\x0d\x04\x09\x03\x02\x11\x22", Form::Encrypted),
        (b"\x85\x02\x0c\x03\x11\x22\x33\x44", Form::Encrypted),
        (b"$1$argon2d$16$3$32768$2$aes256$cbchmac$16$x", Form::DashlaneLocked),
        (b"JDEkYXJnb24yZCQxNiQzJDMyNzY4JDIkYWVzMjU2", Form::DashlaneLocked),
        (&office("Workbook"), Form::Spreadsheet),
        (&office("WordDocument"), Form::TextDocument),
        (&office("EncryptedPackage"), Form::Encrypted),
        (b"ID;PWXL;N;E\r\nP;PGeneral\r\n", Form::Spreadsheet),
        (b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook>", Form::Spreadsheet),
        (b"\xef\xbb\xbf  <!DOCTYPE html>\n<html lang=\"en\">", Form::WebPage),
        (&wide("\u{feff}<html><body>"), Form::WebPage),
        (b"<table><tr><td>url</td></tr></table>", Form::WebPage),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", Form::WebPage),
        (b"<?xml version=\"1.0\"?><passwords><entry/></passwords>", Form::Xml),
        (b"<entries><entry user=\"ann\"/></entries>", Form::Xml),
        (b"<!DOCTYPE KEEPASSX_DATABASE>\n<database>", Form::KeePassXml),
        (b"<?xml version=\"1.0\"?><pwlist><pwentry/></pwlist>", Form::KeePassXml),
        (b"{\"folders\":[],\"items\":[{\"title\":\"x\",\"template_type\":\"login.default\",\"fields\":[]}]}", Form::Enpass),
        (b"{\"uuid\":\"x\",\"typeName\":\"webforms.WebForm\",\"secureContents\":{}}", Form::OnePif),
        (b"{\"uuid\":\"x\",\"typeName\":\"y\"}\n{\"uuid\":\"z\",\"typeName\":\"y\"}\n", Form::OnePif),
        (b"{\"version\":\"1\",\"encrypted\":true,\"vaults\":{}}", Form::ProtonPass),
        (
            "Webseiten\n\nName: a\nAdresse: https://a.example\nPasswort: x\n\n---\n\nName: b\nAdresse: https://b.example\nPasswort: y\n".as_bytes(),
            Form::LabelledText,
        ),
    ];
    for (bytes, expected) in cases {
        assert_eq!(form(bytes), Some(*expected), "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_zip_file_is_told_by_what_is_in_it() {
    for (names, expected) in [
        (
            &[("mimetype", &b"application/vnd.oasis.opendocument.spreadsheet"[..]), ("content.xml", b"")][..],
            Form::Spreadsheet,
        ),
        (
            &[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"")],
            Form::TextDocument,
        ),
        (&[("[Content_Types].xml", b""), ("word/document.xml", b"")], Form::TextDocument),
        (&[("[Content_Types].xml", b""), ("ppt/x.xml", b"")], Form::Office),
        (&[("Index/Document.iwa", b""), ("Index/Tables/x.iwa", b"")], Form::Spreadsheet),
        (&[("Index/Document.iwa", b"")], Form::TextDocument),
        (&[("Proton Pass/data.pgp", b"")], Form::ProtonPass),
    ] {
        assert_eq!(form(&zipped(names)), Some(expected), "{names:?}");
    }
    for names in [&[("export.csv", &b"name,url"[..])][..], &[("x.kdbx", b"")], &[]] {
        assert!(matches!(outcome(&zipped(names)), Err(ReadError::NoExportInZip)), "{names:?}");
    }
    let whole = zipped(&[("xl/workbook.xml", b"0123456789"), ("x", b"")]);
    assert_eq!(form(&whole[..60]), Some(Form::Spreadsheet), "cut off");
    let whole = zipped(&[("export.attributes", b"{}"), ("export.data", b"{}")]);
    assert!(matches!(outcome(&whole[..60]), Err(ReadError::Damaged { format: Source::OnePassword })));
    let whole = zipped(&[("passwords.csv", b"name,url"), ("x", b"")]);
    assert!(matches!(outcome(&whole[..60]), Err(ReadError::NoExportInZip)));
    let mut locked = zipped(&[("data.json", b"{}")]);
    // The flag for an encrypted file, in the local and in the central header.
    let central = locked.windows(4).position(|part| part == b"PK\x01\x02").unwrap();
    locked[6] |= 1;
    locked[central + 8] |= 1;
    assert_eq!(form(&locked), Some(Form::Encrypted));
    let other = zipped(&[("data.json", b"{\"a\":1}")]);
    assert!(matches!(outcome(&other), Err(ReadError::UnknownJson)));
}

#[test]
fn a_table_or_a_list_is_no_other_form() {
    for table in [
        "name,url,username,password\nx,https://a.example,ann,<b>\n",
        "ID;Password;URL\n1;pw;https://a.example\n",
        "<3 passwords\nx\n",
        "ann:password1\nbob:letmein1\n",
        "AES,url,username,password\n",
    ] {
        assert!(!matches!(outcome(table.as_bytes()), Err(ReadError::Form { .. })), "{table}");
    }
}

#[test]
fn json_of_no_known_kind_is_no_bitwarden() {
    for json in [
        "{}",
        "[]",
        "{\"a\":1}",
        "[{\"name\":\"x\",\"password\":\"y\"}]",
        "[\"password1\", \"letmein1\"]",
        "[[\"name\", \"password\"]]",
        "{\"items\":[{\"name\":\"x\",\"password\":\"y\"}]}",
        "{\"encrypted\":true,\"data\":\"x\"}",
        "{\"items\":7}",
        "{\"accounts\":[1,2]}",
        "{\"logins\":[]}",
    ] {
        let error = outcome(json.as_bytes()).err().unwrap();
        assert!(matches!(error, ReadError::UnknownJson), "{json}: {error:?}");
    }
}

#[test]
fn each_form_has_a_code_and_a_name_of_its_own_and_a_text_in_every_language() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let texts: Vec<String> = std::fs::read_dir(locales)
        .unwrap()
        .map(|language| std::fs::read_to_string(language.unwrap().path().join("window/errors.ftl")).unwrap())
        .collect();
    assert!(texts.len() > 1);
    let mut codes = std::collections::HashSet::new();
    for form in Form::ALL {
        assert!(codes.insert(form.code()), "{form:?}");
        assert_eq!(ReadError::Form { form: *form }.code(), form.code());
        assert!(form.to_string().len() > 4);
        for text in &texts {
            let key = format!("\nerror-export_{} = ", form.code().replace('-', "_"));
            assert!(text.contains(&key), "{key}");
        }
    }
}
