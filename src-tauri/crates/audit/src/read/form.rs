//! Files of kinds that are not read: told by how they begin, so that the message can say what to export instead.

use std::collections::HashMap;
use std::fmt;

use super::encoding::told_by;

macro_rules! forms {
    ($($variant:ident = $code:literal, $what:literal;)+) => {
        /// A kind of file that is not read.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(clippy::doc_markdown, reason = "the text is shown as it is")]
        pub enum Form { $(#[doc = $what] $variant,)+ }

        impl Form {
            /// Each of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its stable name, to look up a text by.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }

        /// What it is, in English.
        impl fmt::Display for Form {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Self::$variant => $what,)+ })
            }
        }
    };
}

forms! {
    Spreadsheet = "spreadsheet", "a spreadsheet (.xlsx, .xls, .ods or .numbers)";
    Office = "office", "a file of an office program";
    TextDocument = "text-document", "a text document (.docx, .odt, .pages or .rtf)";
    Pdf = "pdf", "a PDF";
    Image = "image", "a picture";
    WebPage = "web-page", "a web page";
    KeePassXml = "keepass-xml", "an XML export of KeePass";
    Xml = "xml", "an XML file";
    Plist = "plist", "a property list of macOS or iOS";
    Keychain = "keychain", "a keychain of macOS";
    Sqlite = "sqlite", "a database of a browser or another program (SQLite)";
    FirefoxProfile = "firefox-profile", "logins.json of a Firefox profile, in which the passwords are encrypted";
    KeePass1 = "keepass-1", "a database of KeePass 1 (.kdb)";
    OnePif = "1pif", "an export of 1Password 7 or older (.1pif)";
    ProtonPass = "proton-pass-json", "an export of Proton Pass as JSON or zip";
    DashlaneJson = "dashlane-json", "an export of Dashlane as JSON";
    DashlaneZip = "dashlane-zip", "a zip file of Dashlane";
    DashlaneLocked = "dashlane-locked", "an encrypted export of Dashlane (.dash)";
    Keeper = "keeper-json", "an export of Keeper as JSON";
    Enpass = "enpass-json", "an export of Enpass as JSON";
    CredentialExchange = "credential-exchange", "a credential exchange file (CXF)";
    LabelledText = "labelled-text", "a text with one field on each line, as Kaspersky writes it";
    Encrypted = "encrypted", "an encrypted file (GPG, age, OpenSSL or the like)";
    Archive = "archive", "a packed file (7z, rar, gz, tar or the like)";
}

/// What a zip file holds.
pub(super) enum Zip {
    /// A document that is read, under this name.
    Export(&'static str),
    /// Something that is called what it is.
    Form(Form),
    /// Anything else.
    Other,
}

/// What a file is by its first bytes. `None` for what may be an export, or nothing that is known.
pub(super) fn of_head(head: &[u8]) -> Option<Form> {
    of_bytes(head).or_else(|| of_text(&plain(head)))
}

/// Signs that no text begins with.
const SIGNS: &[(&[u8], Form)] = &[
    (b"SQLite format 3\0", Form::Sqlite),
    (b"bplist0", Form::Plist),
    (b"kych", Form::Keychain),
    (b"\x03\xd9\xa2\x9a\x65\xfb\x4b\xb5", Form::KeePass1),
    (b"\x89PNG\r\n", Form::Image),
    (b"\xff\xd8\xff", Form::Image),
    (b"GIF87a", Form::Image),
    (b"GIF89a", Form::Image),
    (b"II*\0", Form::Image),
    (b"MM\0*", Form::Image),
    (b"7z\xbc\xaf\x27\x1c", Form::Archive),
    (b"Rar!\x1a\x07", Form::Archive),
    (b"\x1f\x8b", Form::Archive),
    (b"\xfd7zXZ\0", Form::Archive),
    (b"\x28\xb5\x2f\xfd", Form::Archive),
    (b"MSCF\0\0\0\0", Form::Archive),
    (b"\x09\x00\x04\x00", Form::Spreadsheet),
    (b"\x09\x02\x06\x00", Form::Spreadsheet),
    (b"\x09\x04\x06\x00", Form::Spreadsheet),
    (b"\x09\x08\x10\x00", Form::Spreadsheet),
    (b"Salted__", Form::Encrypted),
    (b"LUKS\xba\xbe", Form::Encrypted),
    (b"AES\x02\0", Form::Encrypted),
    (b"VimCrypt~", Form::Encrypted),
    (b"$ANSIBLE_VAULT;", Form::Encrypted),
    (b"age-encryption.org/v1", Form::Encrypted),
    (b"$1$argon2d$", Form::DashlaneLocked),
    (b"$1$pbkdf2$", Form::DashlaneLocked),
    (b"$1$noderivation$", Form::DashlaneLocked),
    // The same in Base64.
    (b"JDEkYXJnb24yZC", Form::DashlaneLocked),
    (b"JDEkcGJrZGYyJ", Form::DashlaneLocked),
    (b"JDEkbm9kZXJpdm", Form::DashlaneLocked),
];

fn of_bytes(head: &[u8]) -> Option<Form> {
    if let Some((_, form)) = SIGNS.iter().find(|(sign, _)| head.starts_with(sign)) {
        return Some(*form);
    }
    let at = |index: usize, sign: &[u8]| head.get(index..).is_some_and(|rest| rest.starts_with(sign));
    let holds = |sign: &[u8]| head.windows(sign.len()).any(|part| part == sign);
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(match () {
            () if holds(&wide("EncryptedPackage")) => Form::Encrypted,
            () if holds(&wide("Workbook")) || holds(&wide("Book")) => Form::Spreadsheet,
            () if holds(&wide("WordDocument")) => Form::TextDocument,
            () => Form::Office,
        });
    }
    let form = match () {
        () if at(8, b"WEBP") && head.starts_with(b"RIFF") => Form::Image,
        () if head.starts_with(b"BM") && at(6, b"\0\0\0\0") => Form::Image,
        () if at(4, b"ftyp") && head.starts_with(b"\0\0") => Form::Image,
        () if head.starts_with(b"BZh") && at(4, b"1AY&SY") => Form::Archive,
        () if at(257, b"ustar") => Form::Archive,
        () if is_pgp(head) => Form::Encrypted,
        () => return None,
    };
    Some(form)
}

/// The first packet of a message that GPG encrypted to a key or with a passphrase: its tag, length and version.
fn is_pgp(head: &[u8]) -> bool {
    matches!(
        head,
        [0x84, _, 3, ..]
            | [0x85, _, _, 3, ..]
            | [0x8c | 0xc3, 4..=60, 4..=6, ..]
            | [0xc1, 10..=191, 3 | 6, ..]
            | [0xc1, 192..=223, _, 3 | 6, ..]
    )
}

/// The beginning of a text in lower case, without its mark and the zeros of UTF-16.
fn plain(head: &[u8]) -> Vec<u8> {
    const LENGTH: usize = 8 << 10;
    let mark = told_by(head).1;
    let text = head.get(mark..).unwrap_or_default().iter().take(LENGTH).filter(|byte| **byte != 0);
    text.map(u8::to_ascii_lowercase).skip_while(u8::is_ascii_whitespace).collect()
}

fn of_text(text: &[u8]) -> Option<Form> {
    let begins = |signs: &[&str]| signs.iter().any(|sign| text.starts_with(sign.as_bytes()));
    let holds = |sign: &str| text.windows(sign.len()).any(|part| part == sign.as_bytes());
    if begins(&["%pdf-"]) {
        return Some(Form::Pdf);
    }
    if begins(&["{\\rtf"]) {
        return Some(Form::TextDocument);
    }
    if begins(&["-----begin pgp message", "-----begin age encrypted file", "u2fsdgvkx1"]) {
        return Some(Form::Encrypted);
    }
    if begins(&["mime-version:", "from: <saved by"]) && holds("multipart/related") {
        return Some(Form::WebPage);
    }
    // The oldest of Excel's texts. A table may begin with a column ID too, so its second line has to fit.
    if begins(&["id;p"]) && ["\np;", "\nb;", "\nf;", "\no;"].iter().any(|line| holds(line)) {
        let second = text.split(|byte| *byte == b'\n').nth(1).unwrap_or_default();
        return matches!(second, [b'p' | b'b' | b'f' | b'o', b';', ..]).then_some(Form::Spreadsheet);
    }
    if !matches!(text, [b'<', b'?' | b'!' | b'a'..=b'z', ..]) {
        return None;
    }
    if holds("<keepassfile") || holds("<pwlist") || holds("keepassx_database") {
        return Some(Form::KeePassXml);
    }
    if holds("<plist") || holds("<!doctype plist") {
        return Some(Form::Plist);
    }
    if holds("excel.sheet") || holds("opendocument.spreadsheet") || holds("office:spreadsheet\"") {
        return Some(Form::Spreadsheet);
    }
    if holds("word.document") || holds("opendocument.text") {
        return Some(Form::TextDocument);
    }
    let page = [
        "<html",
        "<head",
        "<body",
        "<table",
        "<pre",
        "<div",
        "<meta",
        "<title",
        "<!doctype html",
        "<!doctype netscape",
    ];
    if begins(&page) || holds("<html") || holds("<!doctype html") {
        return Some(Form::WebPage);
    }
    (begins(&["<?xml", "<!doctype", "<!--"]) || holds("</")).then_some(Form::Xml)
}

/// Whether a text has one field on each line, a label before it: no table, whatever its columns are called.
pub(super) fn is_labelled(head: &[u8]) -> bool {
    let text = plain(head);
    let mut labels: HashMap<&[u8], usize> = HashMap::new();
    let (mut lines, mut labelled) = (0_usize, 0_usize);
    for line in text.split(|byte| matches!(byte, b'\n' | b'\r')).map(<[u8]>::trim_ascii).take(200) {
        if line.is_empty() || line.iter().all(|byte| matches!(byte, b'-' | b'=' | b'*')) {
            continue;
        }
        lines += 1;
        let Some(end) = line.iter().position(|byte| *byte == b':') else { continue };
        let (label, value) = line.split_at(end);
        let word = (2..=30).contains(&label.len())
            && label
                .iter()
                .all(|byte| byte.is_ascii_alphabetic() || *byte == b' ' || *byte == b'-' || !byte.is_ascii());
        if word && matches!(value, [b':'] | [b':', b' ' | b'\t', ..]) {
            labelled += 1;
            *labels.entry(label).or_default() += 1;
        }
    }
    labels.len() >= 3 && labelled * 10 >= lines * 7 && labels.keys().any(|label| is_secret(label))
}

fn is_secret(label: &[u8]) -> bool {
    let words = [
        "passwor",
        "kennwort",
        "mot de passe",
        "contrase",
        "senha",
        "wachtwoord",
        "пароль",
        "hasło",
        "heslo",
    ];
    let label = String::from_utf8_lossy(label).to_lowercase();
    words.iter().any(|word| label.contains(word))
}

/// What a zip file is, by the names in it and its first bytes.
pub(super) fn of_zip<'n>(names: impl Iterator<Item = &'n str>, head: &[u8]) -> Zip {
    let names: Vec<&str> = names.take(10_000).collect();
    let has = |name: &str| names.contains(&name);
    let under = |folder: &str| names.iter().any(|name| name.starts_with(folder));
    let holds = |sign: &[u8]| head.windows(sign.len()).any(|part| part == sign);
    if has("export.data") {
        return Zip::Export("export.data");
    }
    if has("data.json") {
        return Zip::Export("data.json");
    }
    let form = match () {
        () if under("xl/") || holds(b"opendocument.spreadsheet") || under("Index/Tables") => {
            Form::Spreadsheet
        }
        () if under("word/") || holds(b"opendocument.text") || under("Index/") => Form::TextDocument,
        () if has("[Content_Types].xml") || has("content.xml") => Form::Office,
        () if under("Proton Pass/") => Form::ProtonPass,
        () if has("credentials.csv") => Form::DashlaneZip,
        () => return Zip::Other,
    };
    Zip::Form(form)
}
