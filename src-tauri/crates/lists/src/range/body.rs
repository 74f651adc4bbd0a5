//! The text of a range: lines `SUFFIX:COUNT`, and what makes it believable.

use password::Digest;

use crate::{Answer, Count, Reason};

/// Rows that one range can have at most; the public service's largest ones are below 3,000, padding included.
const MAX_ROWS: u32 = 20_000;

/// Every row of a range, padding left out: 35 upper-case hexadecimal digits and a count above 0.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Range(Vec<([u8; 35], u64)>);

impl Range {
    /// Reads the text of a range. Line ends are CRLF or LF; hexadecimal digits have either case.
    pub(crate) fn read(text: &[u8]) -> Result<Self, Reason> {
        if text.is_empty() {
            return Err(Reason::EmptyAnswer);
        }
        let mut rows = Vec::new();
        let text = text.strip_suffix(b"\n").unwrap_or(text);
        for (line, number) in text.split(|byte| *byte == b'\n').zip(1_u32..) {
            if number > MAX_ROWS {
                return Err(Reason::TooLarge);
            }
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            match row(line) {
                Some((_, 0)) => {}
                Some(row) => rows.push(row),
                None => return Err(Reason::NotAList { line: number }),
            }
        }
        Ok(Self(rows))
    }

    /// What the range says of a password, given the first 24 bits of suffixes that it is known to have.
    ///
    /// A hit counts in any case. Without a hit, a range that has none of two or more known entries (or no entry
    /// at all, which no real range is) proves nothing: the service may hide what it has.
    pub(crate) fn answer(&self, digest: &Digest, expected: &[u32]) -> Answer {
        let wanted = digest.suffix_hex();
        let count =
            self.0.iter().filter(|(suffix, _)| suffix == wanted.as_bytes()).map(|(_, count)| *count).max();
        if let Some(count) = count {
            return Answer::Found { count: Count::Exact(count), rank: None };
        }
        if !self.is_reliable(expected) {
            return Answer::CouldNotCheck(Reason::Unreliable);
        }
        Answer::NotOnThisList
    }

    /// Whether what is not in it can be taken as not on the list.
    pub(crate) fn is_reliable(&self, expected: &[u32]) -> bool {
        let hidden =
            expected.len() >= 2 && !self.0.iter().any(|(suffix, _)| expected.contains(&start(suffix)));
        !hidden && !self.0.is_empty()
    }

    /// The first 44 bits of every suffix, and its count, in order.
    pub(crate) fn entries(&self) -> Vec<(u64, u64)> {
        let digit = |n: u64, digit: &u8| n << 4 | u64::from(char::from(*digit).to_digit(16).unwrap_or(0));
        let mut entries: Vec<(u64, u64)> =
            self.0.iter().map(|(suffix, count)| (suffix.iter().take(11).fold(0, digit), *count)).collect();
        entries.sort_unstable();
        // Two hashes with the same first 64 bits are one entry of a list file.
        entries.dedup_by(|later, first| {
            let same = later.0 == first.0;
            if same {
                first.1 = first.1.saturating_add(later.1);
            }
            same
        });
        entries
    }
}

fn row(line: &[u8]) -> Option<([u8; 35], u64)> {
    let (suffix, rest) = line.split_at_checked(35)?;
    let digits = rest.strip_prefix(b":")?;
    let mut upper = <[u8; 35]>::try_from(suffix).ok()?;
    upper.make_ascii_uppercase();
    if !upper.iter().all(u8::is_ascii_hexdigit) || digits.is_empty() {
        return None;
    }
    let count = digits.iter().try_fold(0_u64, |sum, digit| {
        let value = char::from(*digit).to_digit(10)?;
        sum.checked_mul(10)?.checked_add(u64::from(value))
    })?;
    Some((upper, count))
}

/// The first 24 bits of a suffix.
fn start(suffix: &[u8; 35]) -> u32 {
    suffix.iter().take(6).fold(0, |n, digit| n << 4 | char::from(*digit).to_digit(16).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HASH: &str = "ABCDE0123456789ABCDEF0123456789ABCDEF012";

    fn digest() -> Digest {
        Digest::from_hex(HASH).unwrap()
    }

    fn said(text: &str) -> Answer {
        match Range::read(text.as_bytes()) {
            Ok(range) => range.answer(&digest(), &[]),
            Err(reason) => Answer::CouldNotCheck(reason),
        }
    }

    fn other(count: u64) -> String {
        format!("{}:{count}", "F".repeat(35))
    }

    #[test]
    fn a_row_with_the_suffix_is_found_with_its_count_whatever_its_case() {
        let found = Answer::Found { count: Count::Exact(42), rank: None };
        let row = "0123456789ABCDEF0123456789ABCDEF012:42";
        assert_eq!(said(&format!("{}\r\n{row}", other(1))), found);
        assert_eq!(said(&format!("{}\n{}\n", row.to_lowercase(), other(1))), found);
    }

    #[test]
    fn padding_is_not_a_hit() {
        assert_eq!(
            said(&format!("0123456789ABCDEF0123456789ABCDEF012:0\n{}", other(3))),
            Answer::NotOnThisList
        );
    }

    #[test]
    fn nothing_but_padding_is_not_an_all_clear() {
        assert_eq!(said(&other(0)), Answer::CouldNotCheck(Reason::Unreliable));
    }

    #[test]
    fn a_range_without_any_entry_that_it_should_have_is_unreliable() {
        let range = Range::read(other(3).as_bytes()).unwrap();
        assert_eq!(range.answer(&digest(), &[1, 2]), Answer::CouldNotCheck(Reason::Unreliable));
        assert_eq!(range.answer(&digest(), &[1, 0xFF_FFFF]), Answer::NotOnThisList);
        assert_eq!(range.answer(&digest(), &[1]), Answer::NotOnThisList, "one alone may be a coincidence");
    }

    #[test]
    fn the_first_line_that_does_not_fit_is_named() {
        for bad in ["", "<html>", "FF:1", "+1", "\u{feff}"] {
            assert_eq!(
                said(&format!("{}\n{bad}\n{}", other(1), other(1))),
                Answer::CouldNotCheck(Reason::NotAList { line: 2 })
            );
        }
        for count in ["", "-1", "+1", " 1", "1 ", "1,000", "18446744073709551616", "0x1"] {
            let text = format!("{}:{count}", "F".repeat(35));
            assert_eq!(said(&text), Answer::CouldNotCheck(Reason::NotAList { line: 1 }), "{count}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_read_or_do_not_but_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = Range::read(&bytes);
        }

        #[test]
        fn a_cut_inside_a_suffix_is_never_a_list(cut in 1_usize..35) {
            let text = format!("{}\r\n{}", other(1), other(1));
            let end = other(1).len() + 2 + cut;
            prop_assert!(Range::read(&text.as_bytes()[..end]).is_err());
        }
    }
}
