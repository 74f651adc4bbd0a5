//! Where a text of several lines was begun and not ended. The reader of TOML names the place at which it noticed, which
//! may be many lines below.

/// The longest name of a field that is looked for, in bytes; so the time grows with the document alone.
const LONGEST_NAME: usize = 256;

/// A text in three quotation marks.
struct Text {
    /// Bytes before its first quotation mark.
    start: usize,
    /// Bytes before the quotation marks that end it; none where the document ends first.
    end: Option<usize>,
}

/// The byte at which the text begins whose end is missing, if that explains a syntax error at `error`.
pub(crate) fn opened_at(source: &str, error: usize) -> Option<usize> {
    let texts = texts(source);
    let before = texts.iter().take_while(|text| text.start <= error);
    before
        .into_iter()
        .find(|text| text.end.is_none_or(|end| begins_another(source, end)))
        .map(|text| text.start)
}

/// Whether the quotation marks at this place stand after `name =`, as those do that begin a text.
fn begins_another(source: &str, at: usize) -> bool {
    let start = at.saturating_sub(LONGEST_NAME);
    let Some(before) = source.as_bytes().get(start..at) else { return false };
    let line = match before.iter().rposition(|byte| *byte == b'\n') {
        Some(end) => before.get(end + 1..).unwrap_or_default(),
        None if start == 0 => before,
        None => return false,
    };
    let Some(name) = line.trim_ascii_end().strip_suffix(b"=") else { return false };
    let part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b' ' | b'"');
    !name.trim_ascii().is_empty() && name.iter().all(part)
}

/// Every text of several lines, as TOML tells them apart from comments and other texts.
fn texts(source: &str) -> Vec<Text> {
    let bytes = source.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        let line_end = || rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        match byte {
            b'#' => at += line_end(),
            b'"' | b'\'' if rest.starts_with(&[byte; 3]) => {
                let end = end_of(bytes, at + 3, byte);
                found.push(Text { start: at, end });
                let Some(end) = end else { break };
                at = end + 3;
                // Up to two quotation marks more belong to the text.
                while bytes.get(at) == Some(&byte) && at < end + 5 {
                    at += 1;
                }
            }
            b'"' | b'\'' => at += short(rest, byte),
            _ => at += 1,
        }
    }
    found
}

/// The three quotation marks that end a text, from `at` on.
fn end_of(bytes: &[u8], mut at: usize, mark: u8) -> Option<usize> {
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with(&[mark; 3]) {
            return Some(at);
        }
        at += if mark == b'"' && rest.first() == Some(&b'\\') { 2 } else { 1 };
    }
    None
}

/// Bytes of a text of one line, with its quotation marks.
fn short(rest: &[u8], mark: u8) -> usize {
    let mut at = 1;
    while let Some(&byte) = rest.get(at) {
        match byte {
            b'\n' => return at,
            b'\\' if mark == b'"' => at += 2,
            byte if byte == mark => return at + 1,
            _ => at += 1,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use crate::{NoticeError, read};

    fn line(text: &str) -> (u32, u32) {
        let error = read(text.as_bytes()).unwrap_err();
        assert_eq!(error.code(), "syntax");
        assert!(matches!(error, NoticeError::Unclosed { .. }), "{error}");
        error.place().unwrap()
    }

    #[test]
    fn text_without_its_end_is_named_where_it_was_begun() {
        let start = "format = 1 # it's \"\"\" here\n[title]\nen = 'a \"\"\" b'\n";
        let text = format!(
            "{start}[what_happened]\nen = \"\"\"\nIt's one.\n\n[what_we_do]\nen = \"\"\"\nTwo.\"\"\"\n"
        );
        assert_eq!(line(&text), (5, 6));
        assert_eq!(
            line(&format!("{start}[not_known]\nen = \"\"\"\nOne.\n\n[contact]\nname = \"A\"\n")),
            (5, 6)
        );
        let ended = format!("{start}[not_known]\nen = \"\"\"\nA \\\"\"\" b\"\"\"\"\"\nde = \"\"\"\nOne.\n");
        assert_eq!(line(&ended), (7, 6));
    }

    #[test]
    fn other_syntax_errors_keep_their_place() {
        let text = "format = 1\n[not_known]\nen = \"\"\"\nOne.\"\"\"\nde = \"\"\"Zwei.\"\"\"\nid = \n";
        assert!(matches!(read(text.as_bytes()), Err(NoticeError::Syntax { line: 6, .. })));
    }
}
