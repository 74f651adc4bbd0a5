//! Comments of a draft: its writers' own, and not for readers.

/// A TOML text without its comments. Strings stay byte for byte; a line that was a comment alone goes with it. Gives
/// how many there were, too. The text must be TOML: in any other it is not known what a `#` is.
#[must_use]
pub fn without_comments(text: &str) -> (String, usize) {
    let (mut kept, mut comments) = (String::with_capacity(text.len()), 0);
    let mut rest = text;
    while let Some(at) = rest.find(['#', '"', '\'']) {
        let (before, from) = rest.split_at(at);
        kept.push_str(before);
        let length = if from.starts_with('#') { 0 } else { string_length(from) };
        if length > 0 {
            let (string, after) = from.split_at(length);
            kept.push_str(string);
            rest = after;
            continue;
        }
        comments += 1;
        let end = from.find('\n').unwrap_or(from.len());
        let after = from.split_at(end).1;
        let code = kept.trim_end_matches([' ', '\t']).len();
        kept.truncate(code);
        let whole_line = kept.is_empty() || kept.ends_with('\n');
        rest = after;
        if whole_line {
            rest = after.strip_prefix('\n').unwrap_or(after);
        } else if from.split_at(end).0.ends_with('\r') {
            kept.push('\r');
        }
    }
    kept.push_str(rest);
    // Blank lines that parted a first comment from the text.
    let begun = kept.trim_start_matches(['\n', '\r']).len();
    let kept = if comments > 0 { kept.split_off(kept.len() - begun) } else { kept };
    (kept, comments)
}

/// The bytes of the string that `text` begins with, its quotes included.
fn string_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let quote = bytes.first().copied().unwrap_or_default();
    let long = bytes.starts_with(&[quote; 3]);
    let closing = if long { 3 } else { 1 };
    let mut at = closing;
    while let Some(byte) = bytes.get(at) {
        if quote == b'"' && *byte == b'\\' {
            at += 2;
            continue;
        }
        let run = bytes.iter().skip(at).take_while(|byte| **byte == quote).count();
        if run >= closing {
            // Up to two quotes may stand at the end of a long string, before the three that close it.
            let more = if long { (run - closing).min(2) } else { 0 };
            return at + more + closing;
        }
        at += run.max(1);
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn comments_go_and_strings_stay_byte_for_byte() {
        for (text, left, comments) in [
            ("# first\n\nformat = 1 # one\n", "format = 1\n", 2),
            ("a = 1\n# alone\nb = 2\n", "a = 1\nb = 2\n", 1),
            ("a = 1\n\n  # indented\n\nb = 2\n", "a = 1\n\n\nb = 2\n", 1),
            ("a = \"# no\" # yes\n", "a = \"# no\"\n", 1),
            ("a = '# no \\' # yes\n", "a = '# no \\'\n", 1),
            ("a = \"\\\"# no\" # yes", "a = \"\\\"# no\"", 1),
            ("a = \"\\\\\" # yes", "a = \"\\\\\"", 1),
            (
                "a = \"\"\"\n# no\n\"# no\" \\\"\"\"# no\"\"\"\"\"# yes\n",
                "a = \"\"\"\n# no\n\"# no\" \\\"\"\"# no\"\"\"\"\"\n",
                1,
            ),
            ("a = '''\n# no\n''# no'''''# yes\n", "a = '''\n# no\n''# no'''''\n", 1),
            ("a = \"\" # yes\nb = '' # yes\n", "a = \"\"\nb = ''\n", 2),
            ("\"# no\" = [ # yes\n  1, # yes\n]\n", "\"# no\" = [\n  1,\n]\n", 2),
            ("[t] # yes\r\na = 1 # yes\r\n# yes\r\nb = 2\r\n", "[t]\r\na = 1\r\nb = 2\r\n", 3),
            ("\n\na = 1\n", "\n\na = 1\n", 0),
        ] {
            assert_eq!(without_comments(text), (left.to_owned(), comments), "{text}");
            let parsed = |text: &str| toml::from_str::<toml::Table>(text).unwrap();
            assert_eq!(parsed(text), parsed(left), "{text}");
        }
    }

    #[test]
    fn every_template_says_the_same_without_its_comments() {
        for template in crate::template::ALL {
            let (left, comments) = without_comments(template.text);
            let parsed = |text: &str| toml::from_str::<toml::Table>(text).unwrap();
            assert!(comments > 0, "{}", template.name);
            assert_eq!(parsed(&left), parsed(template.text), "{}", template.name);
            assert_eq!(without_comments(&left).1, 0);
        }
    }

    proptest! {
        /// Whatever reads as TOML reads the same without its comments, and has none then.
        #[test]
        fn what_is_left_reads_the_same(text in "(a|b|c|=|\\[|\\]|#|\"|'|\"\"\"|'''|\\\\| |\n|x = \"|y = '|1|,){0,30}") {
            if let Ok(table) = toml::from_str::<toml::Table>(&text) {
                let (left, _) = without_comments(&text);
                prop_assert_eq!(toml::from_str::<toml::Table>(&left).ok(), Some(table));
                prop_assert_eq!(without_comments(&left).1, 0);
            }
        }

        /// Any text at all is read without a panic.
        #[test]
        fn any_text_has_an_end(text in "\\PC{0,60}") {
            let _ = without_comments(&text);
        }
    }
}
