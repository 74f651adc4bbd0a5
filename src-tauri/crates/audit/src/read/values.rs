//! What stands in a cell or a field: addresses, days, passwords.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use password::{Password, PasswordError};
use zeroize::Zeroizing;

use super::SkipReason;

/// Most addresses of one entry.
const ADDRESSES: usize = 100;
/// A title is for people only; more than this is left out.
const TITLE_CHARACTERS: usize = 300;

/// A password cell as it is, blanks included; `None` if it is empty.
pub(super) fn password(cell: Zeroizing<String>) -> Result<Option<Password>, SkipReason> {
    // A letter that an earlier conversion has lost: what is left has another hash than the real password.
    if cell.contains('\u{fffd}') {
        return Err(SkipReason::Letters);
    }
    // KeePass writes the place of another entry instead of its password.
    if cell.starts_with("{REF:") && cell.ends_with('}') {
        return Err(SkipReason::Reference);
    }
    let mut cell = cell;
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

/// The addresses in a text that may hold several, parted by commas or line breaks. An address may have a comma
/// itself, so a part that is no address belongs to the one before.
pub(super) fn addresses(text: &str, into: &mut Vec<String>) -> Result<(), SkipReason> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(());
    }
    for line in text.lines() {
        let mut open = false;
        for part in line.split(',') {
            match into.last_mut().filter(|_| open && !begins_an_address(part.trim())) {
                Some(before) => {
                    before.push(',');
                    before.push_str(part);
                }
                None => into.push(part.trim().to_owned()),
            }
            open = true;
        }
    }
    into.retain(|address| !address.is_empty());
    if into.len() > ADDRESSES { Err(SkipReason::TooManyCells { limit: ADDRESSES }) } else { Ok(()) }
}

/// `scheme://…` or a host name with a dot.
fn begins_an_address(part: &str) -> bool {
    let scheme = |scheme: &str| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-'))
    };
    if part.split_once("://").is_some_and(|(before, _)| scheme(before)) {
        return true;
    }
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
    fn several_addresses_in_one_cell_are_parted_and_a_comma_in_one_stays() {
        assert_eq!(
            split("https://a.example,https://b.example/x"),
            ["https://a.example", "https://b.example/x"]
        );
        assert_eq!(split("https://a.example/?q=1,2"), ["https://a.example/?q=1,2"]);
        assert_eq!(split("a.example, b.example"), ["a.example", "b.example"]);
        assert_eq!(split("androidapp://com.example,a.example"), ["androidapp://com.example", "a.example"]);
        assert_eq!(split("my note"), ["my note"]);
        assert_eq!(split("  "), Vec::<String>::new());
        let mut all = vec!["https://a.example".to_owned()];
        addresses("not-an-address", &mut all).unwrap();
        assert_eq!(all, ["https://a.example", "not-an-address"]);
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
        assert_eq!(take("{REF:P@I:46C9B1FFBD4ABC4BBB260C6190BAD20C}"), Err(SkipReason::Reference));
        assert_eq!(take("a\nb"), Err(SkipReason::PasswordLineBreak));
        assert_eq!(take(&"a".repeat(4097)), Err(SkipReason::PasswordTooLong { limit: 4096 }));
    }
}
