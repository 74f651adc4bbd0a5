//! Characters that no notice and no card may hold, however they are written: raw, as a TOML escape or as an HTML
//! entity. The sets are those of `FORMAT.md`.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::NoticeError;
use crate::position::place;

/// Fields of a notice whose texts may have several lines; lists leave out their index.
const MULTI_LINE: &[&str] = &[
    "what_happened",
    "what_we_do",
    "consequences",
    "not_exposed",
    "not_known",
    "exposed.note",
    "step.text",
    "step.why",
    "step.withdrawn",
    "apology",
    "offer.how",
    "question.why",
];

/// Fields of a notice or card that mean one line; with the languages of a text below them.
const ONE_LINE: &[&str] = &[
    "id",
    "status",
    "previous",
    "affects",
    "affects_in",
    "accounts_affected",
    "records_affected",
    "site_safe",
    "extortion_of",
    "never_asks",
    "never_asks_in",
    "countries",
    "get_program",
    "kinds",
    "title",
    "origin",
    "language",
    "exposed.class",
    "exposed.certainty",
    "exposed.protection",
    "question.id",
    "question.text",
    "question.steps",
    "step.id",
    "step.kind",
    "step.urgency",
    "step.title",
    "step.link",
    "step.because",
    "history.summary",
    "contact.name",
    "contact.url",
    "contact.email",
    "contact.elsewhere",
    "contact.elsewhere_in",
    "contact.phone",
    "contact.hours",
    "contact.post",
    "reported.authority",
    "reported.reference",
    "offer.what",
    "offer.url",
    "elsewhere.url",
    "dpo.name",
    "dpo.email",
    "name",
    "domains",
    "desk_keys",
    "roots",
];

/// Named entities of HTML that stand for a hidden character or a line break.
const ENTITIES: &[(&str, char)] = &[
    ("&lrm;", '\u{200E}'),
    ("&rlm;", '\u{200F}'),
    ("&zwj;", '\u{200D}'),
    ("&zwnj;", '\u{200C}'),
    ("&shy;", '\u{00AD}'),
    ("&ZeroWidthSpace;", '\u{200B}'),
    ("&NegativeVeryThinSpace;", '\u{200B}'),
    ("&NegativeThinSpace;", '\u{200B}'),
    ("&NegativeMediumSpace;", '\u{200B}'),
    ("&NegativeThickSpace;", '\u{200B}'),
    ("&NoBreak;", '\u{2060}'),
    ("&ApplyFunction;", '\u{2061}'),
    ("&af;", '\u{2061}'),
    ("&InvisibleTimes;", '\u{2062}'),
    ("&it;", '\u{2062}'),
    ("&InvisibleComma;", '\u{2063}'),
    ("&ic;", '\u{2063}'),
    ("&NewLine;", '\n'),
    ("&Tab;", '\t'),
];

/// The longest entity that is looked at, in bytes; numbers may have leading zeros.
const LONGEST_ENTITY: usize = 32;

/// U+061C, 200E, 200F, 202A–202E, 2066–2069.
pub(crate) fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Looks at every key and every text of a TOML document that has been read before.
///
/// # Errors
/// At the first character that may not be there, with its line and column.
pub(crate) fn check(source: &str) -> Result<(), NoticeError> {
    let Ok(table) = DeTable::parse(source) else { return Ok(()) };
    walk_table(source, table.get_ref(), "")
}

fn walk_table(source: &str, table: &DeTable<'_>, path: &str) -> Result<(), NoticeError> {
    for (key, value) in table {
        let name = key.get_ref();
        look(source, name, &key.span(), "a key", true)?;
        let path = if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
        walk(source, value, &path)?;
    }
    Ok(())
}

fn walk(source: &str, value: &Spanned<DeValue<'_>>, path: &str) -> Result<(), NoticeError> {
    match value.get_ref() {
        DeValue::String(text) => look(source, text, &value.span(), path, one_line(path)),
        DeValue::Array(items) => items.iter().try_for_each(|item| walk(source, item, path)),
        DeValue::Table(table) => walk_table(source, table, path),
        _ => Ok(()),
    }
}

fn one_line(path: &str) -> bool {
    let names = |fields: &[&str]| {
        fields.iter().any(|field| {
            path.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    };
    names(ONE_LINE) && !names(MULTI_LINE)
}

fn look(
    source: &str,
    text: &str,
    span: &std::ops::Range<usize>,
    field: &str,
    one_line: bool,
) -> Result<(), NoticeError> {
    let decoded = decode(text);
    let characters: Vec<char> = decoded.iter().map(|(character, _)| *character).collect();
    for (at, (character, written)) in decoded.iter().enumerate() {
        let breaks = matches!(character, '\n' | '\r' | '\t');
        let hidden = is_hidden(&characters, at);
        if !(hidden || (breaks && one_line)) {
            continue;
        }
        let (line, column) = place(source, span.start + written_at(source, span, *character, *written));
        if hidden {
            return Err(NoticeError::BidiControl { line, column });
        }
        let field: String = field.chars().filter(char::is_ascii_graphic).take(60).collect();
        let what = format!("{field} must be one line, without a line break or a tab");
        return Err(NoticeError::WrongType { line, column, what });
    }
    Ok(())
}

/// The characters of a text with its entities undone, and for each of these how it was written.
fn decode(text: &str) -> Vec<(char, Option<&str>)> {
    let mut found = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(character) = rest.chars().next() else { break };
        if character == '&'
            && let Some((meant, written)) = entity(rest)
        {
            found.push((meant, Some(written)));
            at += written.len();
            continue;
        }
        found.push((character, None));
        at += character.len_utf8();
    }
    found
}

fn entity(rest: &str) -> Option<(char, &str)> {
    let end = rest.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';')?;
    let written = rest.get(..=end)?;
    if let Some((_, meant)) = ENTITIES.iter().find(|(name, _)| *name == written) {
        return Some((*meant, written));
    }
    let number = written.strip_prefix("&#")?.strip_suffix(';')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).map(|meant| (meant, written))
}

/// Bytes from the start of a text in the source to the place at which a character of it is written; 0 where it is
/// written in yet another way.
fn written_at(source: &str, span: &std::ops::Range<usize>, character: char, written: Option<&str>) -> usize {
    let Some(source) = source.get(span.clone()) else { return 0 };
    let code = u32::from(character);
    let spellings = [format!("\\u{code:04x}"), format!("\\U{code:08x}"), format!("\\x{code:02x}")];
    let small = source.to_ascii_lowercase();
    let raw = source.find(character);
    let short = match character {
        '\n' => source.find("\\n"),
        '\r' => source.find("\\r"),
        '\t' => source.find("\\t"),
        '\u{8}' => source.find("\\b"),
        '\u{c}' => source.find("\\f"),
        '\u{1b}' => source.find("\\e"),
        _ => None,
    };
    let entity = written.and_then(|written| source.find(written));
    let escaped = spellings.iter().filter_map(|spelling| small.find(&spelling.to_ascii_lowercase()));
    match entity {
        Some(at) => at,
        None => raw.into_iter().chain(short).chain(escaped).min().unwrap_or(0),
    }
}

/// Whether the character at this place may not be in any text.
fn is_hidden(text: &[char], at: usize) -> bool {
    let Some(&character) = text.get(at) else { return false };
    let before = at.checked_sub(1).and_then(|at| text.get(at)).copied();
    let after = text.get(at + 1).copied();
    match character {
        '\n' | '\t' => false,
        '\r' => after != Some('\n'),
        '\u{200C}' => !before.is_some_and(joins),
        '\u{200D}' => {
            let script = before.is_some_and(joins);
            let picture = before.is_some_and(is_picture) && after.is_some_and(is_picture);
            !(script || picture)
        }
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => {
            !before.is_some_and(|c| is_varied(c, character))
        }
        '\u{E0000}'..='\u{E007F}' => !in_flag(text, at),
        c if c.is_control() || is_bidi_control(c) => true,
        '\u{00AD}'
        | '\u{034F}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206A}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0080}'..='\u{E00FF}'
        | '\u{E01F0}'..='\u{E0FFF}' => true,
        _ => false,
    }
}

/// Scripts whose words need a joiner or a non-joiner: Arabic, Syriac, those of India, Myanmar, Khmer, Mongolian.
fn joins(character: char) -> bool {
    matches!(character,
        '\u{0620}'..='\u{08FF}' | '\u{0900}'..='\u{0DFF}' | '\u{0F00}'..='\u{109F}' | '\u{1780}'..='\u{17B3}'
        | '\u{17B6}'..='\u{17FF}' | '\u{1820}'..='\u{18AF}' | '\u{1CD0}'..='\u{1CFF}' | '\u{A8E0}'..='\u{A8FF}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// A sign that an emoji is made of.
fn is_picture(character: char) -> bool {
    matches!(character,
        '\u{FE0F}' | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{2600}'..='\u{27BF}'
        | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Whether a variation selector may follow this character.
fn is_varied(character: char, selector: char) -> bool {
    let ideograph = matches!(character,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFD}');
    let emoji = is_picture(character) && character != '\u{FE0F}'
        || matches!(character,
            '0'..='9' | '#' | '*' | '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2100}'..='\u{214F}'
            | '\u{2460}'..='\u{25FF}' | '\u{2900}'..='\u{297F}' | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}');
    match selector {
        '\u{FE0E}' | '\u{FE0F}' => emoji,
        _ => ideograph,
    }
}

/// Whether a tag character is part of the flag of England, Scotland or Wales.
fn in_flag(text: &[char], at: usize) -> bool {
    let flags = ["gbeng", "gbsct", "gbwls"];
    flags.iter().any(|flag| {
        let tag = |c: char| char::from_u32(0xE0000 + u32::from(c)).unwrap_or(c);
        let whole: Vec<char> =
            std::iter::once('\u{1F3F4}').chain(flag.chars().map(tag)).chain(['\u{E007F}']).collect();
        (1..whole.len())
            .filter_map(|back| at.checked_sub(back))
            .any(|start| text.get(start..start + whole.len()) == Some(whole.as_slice()))
    })
}
