//! The words of a sentence as a person sees them, so that a word is recognised however it is written: with letters of
//! another script, invisible characters, accents, markup inside it, digits for letters, or spread out.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization as _;
use unicode_security::confusable_detection::skeleton;

/// Tags longer than this are text.
const LONGEST_TAG: usize = 200;

/// Stands for a comma, a bracket, a colon and their like.
pub(super) const BREAK: &str = ",";

/// A list of words, for look-ups by the forms that [`words`] returns.
#[derive(Debug, Default)]
pub(super) struct Words {
    set: HashSet<String>,
    longest: usize,
}

impl Words {
    /// An entry may have several words.
    pub(super) fn of(list: &[String]) -> Self {
        let set: HashSet<String> = list.iter().map(|entry| words(entry).join(" ")).collect();
        let longest = set.iter().map(|entry| entry.split(' ').count()).max().unwrap_or_default();
        Self { set, longest }
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.set.contains(word)
    }

    /// The entry that begins these words, with the number of its words.
    pub(super) fn begins(&self, words: &[String]) -> Option<(String, usize)> {
        (1..=self.longest.min(words.len())).rev().find_map(|length| {
            let entry = words.get(..length)?.join(" ");
            self.set.contains(&entry).then_some((entry, length))
        })
    }
}

/// The words of a sentence, each in a form in which what looks alike is equal; [`BREAK`] between clauses.
pub(super) fn words(sentence: &str) -> Vec<String> {
    let text: String = without_tags(sentence).nfkc().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    let mut characters = text.chars().filter(|character| !is_invisible(*character)).peekable();
    while let Some(character) = characters.next() {
        let joins = !word.is_empty() && characters.peek().is_some_and(|next| next.is_alphanumeric());
        match character {
            '\'' | '’' | '-' | '‐' | '‑' | '_' | '*' if joins => {}
            '@' | '$' if joins || (!word.is_empty() && matches!(characters.peek(), Some('@' | '$'))) => {
                word.push(if character == '@' { 'a' } else { 's' });
            }
            c if c.is_alphanumeric() => word.extend(c.to_lowercase()),
            ',' | ';' | ':' | '(' | ')' | '–' | '—' => {
                close(&mut word, &mut words);
                words.push(BREAK.to_owned());
            }
            _ => close(&mut word, &mut words),
        }
    }
    close(&mut word, &mut words);
    join_letters(words)
}

fn close(word: &mut String, words: &mut Vec<String>) {
    if !word.is_empty() {
        words.push(seen(word));
        word.clear();
    }
}

/// A word in the form in which look-alikes are equal.
fn seen(word: &str) -> String {
    let mixed = word.chars().any(char::is_alphabetic) && word.chars().any(|c| c.is_ascii_digit());
    let letters: String = word
        .chars()
        .map(|character| match character {
            '0' if mixed => 'o',
            '1' if mixed => 'i',
            '3' if mixed => 'e',
            '4' if mixed => 'a',
            '5' if mixed => 's',
            '7' if mixed => 't',
            'ł' => 'l',
            'ı' => 'i',
            other => other,
        })
        .collect();
    let plain: String = letters.nfd().filter(|c| !is_mark(*c)).collect();
    skeleton(&plain).filter(|c| !is_mark(*c)).map(|c| if c == 'i' || c == '1' { 'l' } else { c }).collect()
}

/// Letters that stand alone, three or more in a row, are one word.
fn join_letters(words: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    let mut letters: Vec<String> = Vec::new();
    let flush = |letters: &mut Vec<String>, joined: &mut Vec<String>| {
        if letters.len() > 2 {
            joined.push(letters.concat());
            letters.clear();
        } else {
            joined.append(letters);
        }
    };
    for word in words {
        if word != BREAK && word.chars().count() == 1 {
            letters.push(word);
        } else {
            flush(&mut letters, &mut joined);
            joined.push(word);
        }
    }
    flush(&mut letters, &mut joined);
    joined
}

/// Accents and other marks above or below a letter.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{20d0}'..='\u{20f0}')
}

/// Characters that are not seen.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{e0000}'..='\u{e0fff}')
        || is_mark(character)
}

/// The text without tags.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        let (before, tag) = rest.split_at(open);
        out.push_str(before);
        let is_tag = tag
            .get(1..)
            .and_then(|tag| tag.chars().next())
            .is_some_and(|c| c.is_ascii_alphabetic() || "/!".contains(c));
        let end = tag.char_indices().take(LONGEST_TAG).find(|(_, c)| *c == '>').map(|(at, _)| at + 1);
        if let Some(end) = end.filter(|_| is_tag) {
            rest = tag.get(end..).unwrap_or_default();
        } else {
            out.push('<');
            rest = tag.get(1..).unwrap_or_default();
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_look_alike_are_equal() {
        let password = words("password");
        for other in [
            "pаssword",
            "pass\u{200b}word",
            "pass\u{ad}word",
            "ｐａｓｓｗｏｒｄ",
            "pass<b></b>word",
            "passw0rd",
            "p@ssword",
            "pa$$word",
            "PASSWORD",
            "p a s s w o r d",
            "p-a-s-s-w-o-r-d",
            "p.a.s.s.w.o.r.d",
            "pass-word",
            "pássword",
            "pas\u{336}sword",
            "ραѕѕword",
        ] {
            assert_eq!(words(other), password, "{other}");
        }
        assert_eq!(words("don’t"), words("don't"));
        assert_ne!(words("pass word"), password);
    }

    #[test]
    fn a_lone_angle_bracket_is_text() {
        assert_eq!(without_tags("a < b and <i>c</i>"), "a < b and c");
        assert_eq!(without_tags("<"), "<");
    }
}
