//! Text from outside as it may be shown: a field is one line, and nothing in it is hidden.
//!
//! Every output goes through here: the program's lines, its JSON, reports, pages and the values that the window is
//! handed. A control character, a line break inside a field, a bidirectional control and a character without a shape
//! become a visible mark such as `‹U+202E›`, so that a reader sees that something was there. Text that needs such a
//! character to be written (a joined emoji, Persian, Devanagari, the variant of a Japanese name) stays as it is.

mod html;
mod json;

use std::borrow::Cow;

pub use html::Html;
pub use json::{json, json_for_window, json_line, write_json};

/// A field in one line. A tab becomes a blank; line breaks and all else that is hidden become marks.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    marked(text, false)
}

/// A text of several lines: its line feeds stay (a carriage return before one is dropped), all else is as in [`line`].
#[must_use]
pub fn text(text: &str) -> Cow<'_, str> {
    marked(text, true)
}

/// The lines of a text, each as [`line`] shows it.
pub fn lines(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    text.lines().map(line)
}

/// Whether a text holds anything that would become a mark in [`line`].
#[must_use]
pub fn hides_something(text: &str) -> bool {
    Scan::new(text).any(|(_, character, hidden)| hidden && character != '\t')
}

fn marked(text: &str, breaks_stay: bool) -> Cow<'_, str> {
    if !Scan::new(text).any(|(_, _, hidden)| hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 32);
    for (at, character, hidden) in Scan::new(text) {
        match character {
            '\t' => shown.push(' '),
            '\n' if breaks_stay => shown.push('\n'),
            '\r' if breaks_stay && text.get(at + 1..).is_some_and(|rest| rest.starts_with('\n')) => {}
            _ if hidden => shown.push_str(&mark(character)),
            _ => shown.push(character),
        }
    }
    Cow::Owned(shown)
}

/// What is shown in place of a hidden character: its code point.
#[must_use]
pub fn mark(character: char) -> String {
    format!("‹U+{:04X}›", u32::from(character))
}

/// The characters of a text with their offsets in bytes, and whether each is hidden where it is.
struct Scan<'a> {
    rest: std::iter::Peekable<std::str::CharIndices<'a>>,
    before: Option<char>,
    /// Tag characters that have followed a black flag: a flag of a region has at most six and an end.
    tags: Option<u8>,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str) -> Self {
        Self { rest: text.char_indices().peekable(), before: None, tags: None }
    }
}

impl Iterator for Scan<'_> {
    type Item = (usize, char, bool);

    fn next(&mut self) -> Option<Self::Item> {
        let (at, character) = self.rest.next()?;
        let after = self.rest.peek().map(|(_, after)| *after);
        self.tags = match (character, self.tags) {
            ('\u{1f3f4}', _) => Some(0),
            ('\u{e0020}'..='\u{e007f}', Some(count)) if count < 7 => Some(count + 1),
            _ => None,
        };
        let of_a_flag = self.tags.is_some_and(|count| count > 0);
        let hidden =
            is_hidden(character) && !of_a_flag && !is_needed(character, self.before.unwrap_or(' '), after);
        self.before = Some(character);
        Some((at, character, hidden))
    }
}

/// Control characters, bidirectional controls, and what has no shape of its own.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(u32::from(character),
            0xad | 0x34f | 0x61c | 0x115f | 0x1160 | 0x17b4 | 0x17b5 | 0x180b..=0x180f | 0x200b..=0x200f
            | 0x2028..=0x202e | 0x2060..=0x206f | 0x2800 | 0x3164 | 0xfdd0..=0xfdef | 0xfe00..=0xfe0f | 0xfeff
            | 0xffa0 | 0xfff0..=0xfffb | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff)
        || u32::from(character) & 0xfffe == 0xfffe
}

/// Whether the writing on both sides needs this joiner or variation selector.
fn is_needed(character: char, before: char, after: Option<char>) -> bool {
    let after = after.unwrap_or(' ');
    match character {
        '\u{200d}' if is_picture(before) || before == '\u{fe0f}' => is_picture(after),
        '\u{200c}' | '\u{200d}' => joins(before) && joins(after),
        '\u{fe0e}' | '\u{fe0f}' if is_picture(before) || after == '\u{20e3}' => true,
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => is_ideograph(before),
        '\u{180b}'..='\u{180d}' | '\u{180f}' => ('\u{1820}'..='\u{18aa}').contains(&before),
        _ => false,
    }
}

fn is_picture(character: char) -> bool {
    matches!(u32::from(character),
        0xa9 | 0xae | 0x203c | 0x2049 | 0x2122 | 0x2139 | 0x2190..=0x23ff | 0x24c2 | 0x25a0..=0x27bf
        | 0x2934 | 0x2935 | 0x2b00..=0x2bff | 0x3030 | 0x303d | 0x3297 | 0x3299 | 0x1f000..=0x1faff)
}

/// Scripts whose letters are joined or kept apart by U+200C and U+200D.
fn joins(character: char) -> bool {
    matches!(u32::from(character),
        0x600..=0x8ff | 0x900..=0xdff | 0x1000..=0x109f | 0x1780..=0x18af | 0xa840..=0xa87f | 0xfb50..=0xfdcf
        | 0xfdf0..=0xfdff | 0xfe70..=0xfefc)
        && !is_hidden(character)
}

fn is_ideograph(character: char) -> bool {
    matches!(u32::from(character), 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every kind of character that may not reach a reader raw.
    const HIDDEN: [char; 22] = [
        '\0',
        '\u{7}',
        '\u{8}',
        '\u{b}',
        '\u{c}',
        '\r',
        '\n',
        '\u{1b}',
        '\u{7f}',
        '\u{85}',
        '\u{9b}',
        '\u{ad}',
        '\u{61c}',
        '\u{200b}',
        '\u{200e}',
        '\u{2028}',
        '\u{2029}',
        '\u{202e}',
        '\u{2066}',
        '\u{2060}',
        '\u{feff}',
        '\u{e0041}',
    ];

    #[test]
    fn hidden_characters_become_marks_in_a_line() {
        for character in HIDDEN {
            let field = format!("a{character}b");
            assert_eq!(line(&field), format!("a‹U+{:04X}›b", u32::from(character)));
            assert!(hides_something(&field));
        }
        assert_eq!(line("a\tb"), "a b");
    }

    #[test]
    fn a_text_keeps_its_line_feeds_and_nothing_else_that_is_hidden() {
        assert_eq!(text("one\r\ntwo\nthree\rfour\u{2028}"), "one\ntwo\nthree‹U+000D›four‹U+2028›");
        let shown: Vec<_> = lines("one\r\ntwo\u{1b}[2J\n").collect();
        assert_eq!(shown, ["one", "two‹U+001B›[2J"]);
    }

    #[test]
    fn writing_that_needs_joiners_and_selectors_is_unharmed() {
        for written in [
            "Zoë Müller, naïve café",
            "e\u{301} and o\u{308}",
            "العربية السعودية",
            "عنوان شاملة عن آموزش",
            "می\u{200c}خواهم",
            "क्\u{200d}ष और र्\u{200c}क",
            "שלום",
            "👩\u{200d}👩\u{200d}👧 👨🏽\u{200d}⚕\u{fe0f} ❤\u{fe0f}\u{200d}🔥 🏳\u{fe0f}\u{200d}🌈 1\u{fe0f}\u{20e3} ©\u{fe0f}",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "葛\u{e0100}城",
            "日本語　全角",
        ] {
            assert_eq!(line(written), written);
            assert!(!hides_something(written), "{written}");
        }
    }

    #[test]
    fn joiners_and_selectors_between_latin_letters_are_marked() {
        assert_eq!(line("pass\u{200d}word"), "pass‹U+200D›word");
        assert_eq!(line("pass\u{200c}word"), "pass‹U+200C›word");
        assert_eq!(line("a\u{fe0f}"), "a‹U+FE0F›");
        assert_eq!(line("x\u{e0067}\u{e0062}"), "x‹U+E0067›‹U+E0062›");
    }

    #[test]
    fn a_mark_is_never_itself_hidden() {
        for code in 0..=0x0010_ffff_u32 {
            let Some(character) = char::from_u32(code) else { continue };
            assert!(!hides_something(&mark(character)));
        }
    }
}
