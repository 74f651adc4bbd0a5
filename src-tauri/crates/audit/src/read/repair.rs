//! What programs and people do to cells on their way into a table, how it is told, and how it is undone.

use zeroize::Zeroizing;

/// Longest text between `&` and `;`.
const ENTITY: usize = 8;

/// The text with its HTML entities turned back; `None` where it has none.
pub(super) fn without_entities(text: &str) -> Option<Zeroizing<String>> {
    let mut undone = Zeroizing::new(String::with_capacity(text.len()));
    let (mut rest, mut any) = (text, false);
    while let Some(at) = rest.find('&') {
        let (before, after) = rest.split_at(at);
        undone.push_str(before);
        let found = entity(after);
        any |= found.is_some();
        undone.push(found.map_or('&', |(c, _)| c));
        rest = after.get(found.map_or(1, |(_, length)| length)..).unwrap_or_default();
    }
    undone.push_str(rest);
    any.then_some(undone)
}

/// Whether there is an `&` that begins no entity, which a text with entities cannot have.
pub(super) fn has_bare_ampersand(text: &str) -> bool {
    text.match_indices('&').any(|(at, _)| entity(text.get(at..).unwrap_or_default()).is_none())
}

/// The character of the entity at the start of a text, and the entity's length.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(ENTITY + 2).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let number = name.strip_prefix('#')?;
            let hex = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
            char::from_u32(hex.unwrap_or_else(|| number.parse()).ok()?).filter(|c| !c.is_control())?
        }
    };
    Some((c, end + 1))
}

/// The text with the escapes of the extension Password Exporter turned back; `None` where it has none.
pub(super) fn without_percents(text: &str) -> Option<Zeroizing<String>> {
    const ESCAPES: &[(&str, char)] = &[("%22", '"'), ("%26", '&'), ("%3C", '<'), ("%3E", '>'), ("%25", '%')];
    let mut undone = Zeroizing::new(String::with_capacity(text.len()));
    let (mut rest, mut any) = (text, false);
    while let Some(at) = rest.find('%') {
        let (before, after) = rest.split_at(at);
        undone.push_str(before);
        let escape = ESCAPES.iter().find(|(escape, _)| after.starts_with(escape));
        any |= escape.is_some();
        undone.push(escape.map_or('%', |(_, c)| *c));
        rest = after.get(escape.map_or(1, |(escape, _)| escape.len())..).unwrap_or_default();
    }
    undone.push_str(rest);
    any.then_some(undone)
}

/// The text inside typographic or single quotes; `None` where there are none around it.
pub(super) fn without_quotes(text: &str) -> Option<&str> {
    const PAIRS: &[(char, &[char])] = &[
        ('“', &['”', '“']),
        ('„', &['“', '”']),
        ('”', &['”']),
        ('«', &['»']),
        ('»', &['«']),
        ('‘', &['’']),
        ('‚', &['‘', '’']),
        ('\'', &['\'']),
        ('`', &['`', '\'']),
    ];
    let text = text.trim();
    let open = text.chars().next()?;
    let (_, closing) = PAIRS.iter().find(|(quote, _)| *quote == open)?;
    text.get(open.len_utf8()..)?.strip_suffix(*closing)
}

/// What is at the ends of a password that its owner may not know of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// A blank, which passwords may have.
    Blank,
    /// A tab, a no-break or zero-width space, or the like.
    Invisible,
}

/// What is at the ends of a password.
pub(super) fn edge(text: &str) -> Option<Edge> {
    let ends = [text.chars().next(), text.chars().next_back()];
    let invisible = |c: char| {
        (c.is_whitespace() && c != ' ')
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}' | '\u{3164}' | '\u{ffa0}' | '\u{feff}')
    };
    let any = |of: &dyn Fn(char) -> bool| ends.iter().flatten().any(|c| of(*c));
    if any(&invisible) {
        Some(Edge::Invisible)
    } else if any(&|c| c == ' ') {
        Some(Edge::Blank)
    } else {
        None
    }
}

/// Whether a password looks like what a spreadsheet puts in the place of a number, a date, a truth or a formula.
pub(super) fn is_from_a_spreadsheet(text: &str) -> bool {
    const WORDS: &[&str] =
        &["TRUE", "FALSE", "WAHR", "FALSCH", "VRAI", "FAUX", "VERDADERO", "FALSO", "VERO", "WAAR", "ONWAAR"];
    let text = text.trim();
    if WORDS.contains(&text) || (text.len() >= 4 && text.bytes().all(|byte| byte == b'#')) {
        return true;
    }
    // An error: #NAME?, #VALUE!, #REF!, #DIV/0!, #N/A, #WERT!, #BEZUG!, and those of other languages.
    if let Some(error) = text.strip_prefix('#') {
        let word = error.strip_suffix(['!', '?']).unwrap_or(error);
        let capitals = |text: &str| text.chars().all(|c| c.is_uppercase() || matches!(c, '/' | '0'));
        return (word.len() < error.len() || matches!(word, "N/A" | "NV"))
            && word.len() > 1
            && capitals(word);
    }
    is_scientific(text) || is_date(text)
}

/// `1,23457E+11`: a long number that lost its digits.
fn is_scientific(text: &str) -> bool {
    let Some((number, exponent)) = text.split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = number.strip_prefix('-').unwrap_or(number);
    let (whole, part) = number.split_once([',', '.']).unwrap_or((number, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or_default();
    whole.len() == 1 && digits(whole) && digits(part) && digits(exponent) && exponent.len() <= 3
}

/// `19-May`, `May-19`, `Mai 19`, `01.05.2019`.
fn is_date(text: &str) -> bool {
    const MONTHS: &[&str] = &[
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mrz", "mär",
        "mai", "okt", "dez", "janv", "févr", "mars", "avr", "juin", "juil", "août", "sept", "déc", "ene",
        "abr", "ago", "dic",
    ];
    let parts: Vec<&str> = text.split(['-', ' ', '.', '/']).filter(|part| !part.is_empty()).collect();
    let number = |part: &str, digits: &[usize]| {
        digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let month = |part: &str| MONTHS.contains(&part.to_lowercase().as_str());
    match parts.as_slice() {
        [one, other] => (month(one) && number(other, &[1, 2, 4])) || (number(one, &[1, 2]) && month(other)),
        [day, middle, year] => {
            let numbers = number(day, &[1, 2]) && number(middle, &[1, 2]) && number(year, &[4]);
            numbers || (number(day, &[1, 2]) && month(middle) && number(year, &[2, 4]))
        }
        _ => false,
    }
}

/// Whether a text looks like UTF-8 that was taken for Windows-1252 and written as UTF-8 again: `contraseÃ±a`.
pub(super) fn is_encoded_twice(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(text);
    let bytes = Zeroizing::new(bytes.into_owned());
    !lost && std::str::from_utf8(&bytes).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_turned_back_once() {
        let undone = |text: &str| without_entities(text).map(|text| text.to_string());
        assert_eq!(undone("tom&amp;jerry").as_deref(), Some("tom&jerry"));
        assert_eq!(undone("&lt;&gt;&quot;&#39;&#x41;").as_deref(), Some("<>\"'A"));
        assert_eq!(undone("&amp;lt;").as_deref(), Some("&lt;"));
        assert_eq!(undone("a&b&;&#10;&amp").as_deref(), None);
        assert!(has_bare_ampersand("a&b") && has_bare_ampersand("&amp;&"));
        assert!(!has_bare_ampersand("a&amp;b"));
    }

    #[test]
    fn percents_of_the_exporter_are_turned_back_and_no_others() {
        assert_eq!(
            without_percents("pass%26%22word%20").as_deref().map(String::as_str),
            Some("pass&\"word%20")
        );
        assert!(without_percents("100%").is_none());
    }

    #[test]
    fn quotes_around_a_cell_are_taken_away_in_pairs() {
        for (text, inside) in [("“a”", "a"), ("„a“", "a"), ("«a»", "a"), ("'a'", "a"), ("‘a’", "a")]
        {
            assert_eq!(without_quotes(text), Some(inside));
        }
        for text in ["“a", "a”", "'", "a", "", "“a'"] {
            assert_eq!(without_quotes(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_at_the_ends_of_a_password_is_told() {
        for text in ["a\u{a0}", "\u{200b}a", "a\t", "\u{feff}a", "a\u{202e}", " a\u{2009}"] {
            assert_eq!(edge(text), Some(Edge::Invisible), "{text:?}");
        }
        assert_eq!(edge(" a"), Some(Edge::Blank));
        assert_eq!(edge("a b"), None);
        assert_eq!(edge(""), None);
    }

    #[test]
    fn values_of_a_spreadsheet_are_told() {
        for text in [
            "1,23457E+11",
            "1.23457E+15",
            "2E+05",
            "TRUE",
            "WAHR",
            "#NAME?",
            "#DIV/0!",
            "#N/A",
            "#BEZUG!",
            "#######",
            "Mai 19",
            "19-May",
            "01.05.2019",
            "1/5/2019",
        ] {
            assert!(is_from_a_spreadsheet(text), "{text}");
        }
        for text in
            ["true", "#1fan!", "12E5", "password1", "#", "###", "1.5", "May Day", "E", "2019", "#abc!"]
        {
            assert!(!is_from_a_spreadsheet(text), "{text}");
        }
    }

    #[test]
    fn letters_that_were_converted_twice_are_told() {
        assert!(is_encoded_twice("contraseÃ±a"));
        assert!(!is_encoded_twice("contraseña"));
        assert!(!is_encoded_twice("日本"));
        assert!(!is_encoded_twice("plain"));
    }
}
