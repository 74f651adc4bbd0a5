//! What stands in a cell or a field: addresses, days, passwords.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use password::{Password, PasswordError};
use zeroize::Zeroizing;

use super::SkipReason;
use super::placeholders::is_reference;

/// Most addresses of one entry.
const ADDRESSES: usize = 1_000;
/// A title is for people only; more than this is left out.
const TITLE_CHARACTERS: usize = 300;

/// A password cell as it is, blanks included; `None` if it is empty.
pub(super) fn password(cell: Zeroizing<String>) -> Result<Option<Password>, SkipReason> {
    // A letter that an earlier conversion has lost: what is left has another hash than the real password.
    if cell.contains('\u{fffd}') {
        return Err(SkipReason::Letters);
    }
    if is_reference(&cell) {
        return Err(SkipReason::Reference);
    }
    checked_later(cell)
}

/// As [`password`], for text that is surely the password itself.
pub(super) fn checked_later(mut cell: Zeroizing<String>) -> Result<Option<Password>, SkipReason> {
    let bytes = Zeroizing::new(std::mem::take(&mut *cell).into_bytes());
    match Password::from_bytes(bytes) {
        Ok(password) => Ok(Some(password)),
        Err(PasswordError::Empty) => Ok(None),
        Err(PasswordError::TooLong { max, .. }) => Err(SkipReason::PasswordTooLong { limit: max }),
        Err(PasswordError::LineBreak { .. }) => Err(SkipReason::PasswordLineBreak),
        Err(_) => Err(SkipReason::Letters),
    }
}

/// A title, cut where it is no title any more.
pub(super) fn title(text: &str) -> String {
    text.trim().chars().take(TITLE_CHARACTERS).collect()
}

/// The addresses in a cell of a source that joins several with commas. An address may have a comma itself, so it is
/// parted only where the next one is certain: at a scheme, and, as long as the one before is a host without a path
/// that could go on, at a host.
pub(super) fn addresses(text: &str, into: &mut Vec<String>) -> Result<(), SkipReason> {
    for line in text.lines() {
        let mut before: Option<usize> = None;
        for part in line.split(',') {
            let joined = before.and_then(|at| into.get_mut(at)).filter(|before| !is_next(before, part));
            if let Some(joined) = joined {
                joined.push(',');
                joined.push_str(part);
            } else {
                into.push(part.trim().to_owned());
                before = Some(into.len() - 1);
            }
        }
    }
    bounded(into)
}

/// The address of a field that holds one only, commas and all.
pub(super) fn address(text: &str, into: &mut Vec<String>) -> Result<(), SkipReason> {
    into.push(text.trim().to_owned());
    bounded(into)
}

/// The addresses in a field in which people write several, parted by blanks, commas or semicolons: at each scheme.
pub(super) fn addresses_by_hand(text: &str, into: &mut Vec<String>) -> Result<(), SkipReason> {
    let between = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|');
    for line in text.lines() {
        let mut start = 0;
        let cuts = line.char_indices().filter(|(_, c)| between(*c)).map(|(at, c)| (at, at + c.len_utf8()));
        for (end, next) in cuts {
            let rest = line.get(next..).unwrap_or_default().trim_start_matches(between);
            if has_scheme(rest) {
                into.push(line.get(start..end).unwrap_or_default().trim_matches(between).to_owned());
                start = next;
            }
        }
        into.push(line.get(start..).unwrap_or_default().trim_matches(between).to_owned());
    }
    bounded(into)
}

fn bounded(all: &mut Vec<String>) -> Result<(), SkipReason> {
    all.retain(|address| !address.is_empty());
    if all.len() > ADDRESSES { Err(SkipReason::TooManyCells { limit: ADDRESSES }) } else { Ok(()) }
}

/// Whether a part after a comma is another address than the one before.
fn is_next(before: &str, part: &str) -> bool {
    if has_scheme(part.trim_start()) {
        return true;
    }
    let after_scheme = before.split_once("://").map_or(before, |(_, rest)| rest);
    let may_go_on = after_scheme.trim_end_matches('/').contains(['/', '?', '#']);
    begins_with_a_host(part.trim()) && (!may_go_on || part.starts_with(char::is_whitespace))
}

/// `scheme://…`
fn has_scheme(part: &str) -> bool {
    part.split_once("://").is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-'))
    })
}

/// A host name with a dot.
fn begins_with_a_host(part: &str) -> bool {
    let host = part.split(['/', ':', '?']).next().unwrap_or_default();
    host.rsplit_once('.').is_some_and(|(name, end)| {
        !name.is_empty()
            && end.chars().count() >= 2
            && end.chars().all(char::is_alphabetic)
            && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
    })
}

/// A day: seconds or milliseconds since 1970, or a text that begins `YYYY-MM-DD`. Nothing else is a day.
pub(super) fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return epoch(text.parse().ok()?);
    }
    text.get(..10)?.parse().ok()
}

/// A day from seconds or milliseconds since 1970, which no date of our time can mistake for one another.
pub(super) fn epoch(number: i64) -> Option<Date> {
    const FIRST_MILLISECONDS: i64 = 100_000_000_000;
    let time = if number >= FIRST_MILLISECONDS {
        Timestamp::from_millisecond(number)
    } else {
        Timestamp::from_second(number)
    };
    // 0 is what programs write who do not know.
    time.ok().filter(|_| number > 0).map(|time| Offset::UTC.to_datetime(time).date())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        addresses(text, &mut all).unwrap();
        all
    }

    #[test]
    fn joined_addresses_are_parted_and_a_comma_inside_one_stays() {
        for (cell, expected) in [
            ("https://a.example,https://b.example/x", &["https://a.example", "https://b.example/x"][..]),
            ("https://a.example/x?y=1,https://b.example", &["https://a.example/x?y=1", "https://b.example"]),
            ("https://a.example/?q=1,2", &["https://a.example/?q=1,2"]),
            ("https://a.example/share?via=x,adobe.com", &["https://a.example/share?via=x,adobe.com"]),
            ("https://a.example/x,adobe.com/y", &["https://a.example/x,adobe.com/y"]),
            ("https://a.example#x,adobe.com", &["https://a.example#x,adobe.com"]),
            ("a.example/x,adobe.com", &["a.example/x,adobe.com"]),
            ("a.example, b.example", &["a.example", "b.example"]),
            ("a.example,b.example", &["a.example", "b.example"]),
            ("https://a.example/,b.example", &["https://a.example/", "b.example"]),
            ("https://a.example/x, b.example", &["https://a.example/x", "b.example"]),
            ("https://a.example:8443,b.example", &["https://a.example:8443", "b.example"]),
            ("androidapp://com.example,a.example", &["androidapp://com.example", "a.example"]),
            ("my note, and more", &["my note, and more"]),
            ("https://a.example\nhttps://b.example", &["https://a.example", "https://b.example"]),
            ("  ", &[]),
            (",,", &[",,"]),
        ] {
            assert_eq!(split(cell), expected, "{cell}");
        }
        let mut all = vec!["https://a.example".to_owned()];
        addresses("not-an-address", &mut all).unwrap();
        assert_eq!(all, ["https://a.example", "not-an-address"]);
    }

    #[test]
    fn a_field_of_one_address_is_not_parted() {
        let mut all = Vec::new();
        address(" https://a.example/x,https://b.example ", &mut all).unwrap();
        assert_eq!(all, ["https://a.example/x,https://b.example"]);
    }

    #[test]
    fn addresses_written_by_hand_are_parted_at_their_schemes() {
        for (field, expected) in [
            (
                "https://a.example https://b.example;https://c.example",
                &["https://a.example", "https://b.example", "https://c.example"][..],
            ),
            (
                "https://a.example, https://b.example\nhttps://c.example",
                &["https://a.example", "https://b.example", "https://c.example"],
            ),
            ("https://a.example/?q=1,2;3", &["https://a.example/?q=1,2;3"]),
            ("cmd://ssh ann:word@host", &["cmd://ssh ann:word@host"]),
            ("a.example b", &["a.example b"]),
            ("", &[]),
        ] {
            let mut all = Vec::new();
            addresses_by_hand(field, &mut all).unwrap();
            assert_eq!(all, expected, "{field}");
        }
    }

    #[test]
    fn days_are_read_from_seconds_milliseconds_and_dates() {
        let expected = Some(jiff::civil::date(2021, 3, 4));
        assert_eq!(day("1614816000"), expected);
        assert_eq!(day("1614816000000"), expected);
        assert_eq!(day("2021-03-04T23:59:59Z"), expected);
        assert_eq!(day("0"), None);
        assert_eq!(day("soon"), None);
        assert_eq!(day("2021-13-04"), None);
        assert_eq!(day("99999999999999999999"), None);
    }

    #[test]
    fn a_password_that_is_not_the_real_one_is_not_taken() {
        let take = |text: &str| password(Zeroizing::new(text.to_owned())).map(|p| p.is_some());
        assert_eq!(take(" a "), Ok(true));
        assert_eq!(take(""), Ok(false));
        assert_eq!(take("a\u{fffd}"), Err(SkipReason::Letters));
        assert_eq!(take("x{ref:p@i:46C9B1FFBD4ABC4BBB260C6190BAD20C}y"), Err(SkipReason::Reference));
        assert_eq!(take("a\nb"), Err(SkipReason::PasswordLineBreak));
        assert_eq!(take(&"a".repeat(4097)), Err(SkipReason::PasswordTooLong { limit: 4096 }));
    }
}
