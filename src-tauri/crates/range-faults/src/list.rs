//! What the server knows, and the made-up neighbours that fill each range.

use std::collections::BTreeMap;

/// A row that is not `40 HEX DIGITS:COUNT`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a row of 40 hexadecimal digits, a colon and a count")]
pub struct BadRow;

/// Rows by prefix: `(suffix, count)`, upper-case.
#[derive(Debug, Clone, Default)]
pub struct List {
    ranges: BTreeMap<String, Vec<(String, u64)>>,
}

impl List {
    /// Neighbours in each range: fewer than the public service's, enough to look like one.
    const NEIGHBOURS: u64 = 24;
    /// Padding rows in each range when they are asked for.
    const PADDING: u64 = 12;

    /// A server that knows nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a hash of 40 hexadecimal digits; one of another shape is left out.
    #[must_use]
    pub fn with(mut self, hash: &str, count: u64) -> Self {
        let _ = self.add(hash, count);
        self
    }

    /// Adds a row `HASH:COUNT`.
    ///
    /// # Errors
    /// When it is not one.
    pub fn add_row(&mut self, row: &str) -> Result<(), BadRow> {
        let (hash, count) = row.trim().split_once(':').ok_or(BadRow)?;
        self.add(hash, count.parse().map_err(|_| BadRow)?)
    }

    fn add(&mut self, hash: &str, count: u64) -> Result<(), BadRow> {
        if hash.len() != 40 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(BadRow);
        }
        let hash = hash.to_ascii_uppercase();
        let (prefix, suffix) = hash.split_at(5);
        self.ranges.entry(prefix.to_owned()).or_default().push((suffix.to_owned(), count));
        Ok(())
    }

    /// The range of a prefix, sorted; without what is known if `hidden`.
    pub(crate) fn range(&self, prefix: &str, hidden: bool) -> Vec<(String, u64)> {
        let mut rows = made_up(prefix, 1, Self::NEIGHBOURS);
        if !hidden {
            rows.extend(self.ranges.get(&prefix.to_ascii_uppercase()).into_iter().flatten().cloned());
        }
        rows.sort();
        rows
    }

    /// Rows that carry nothing.
    pub(crate) fn padding(prefix: &str) -> Vec<(String, u64)> {
        made_up(prefix, 1_000_003, Self::PADDING).into_iter().map(|(suffix, _)| (suffix, 0)).collect()
    }
}

/// Suffixes that are the same each time for the same prefix.
fn made_up(prefix: &str, salt: u64, rows: u64) -> Vec<(String, u64)> {
    let start = u64::from_str_radix(prefix, 16).unwrap_or(0).wrapping_add(salt.wrapping_mul(0x0010_0000));
    (0..rows)
        .map(|row| {
            let [a, b, c] = [1, 2, 3].map(|part| mix(start.wrapping_mul(1009) + row * 3 + part));
            let suffix: String = format!("{a:016X}{b:016X}{c:016X}").chars().take(35).collect();
            (suffix, a % 9_000 + 1)
        })
        .collect()
}

/// The finaliser of splitmix64.
fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
