//! What stands where in a list file: the header, the directory, the groups.
//!
//! All numbers are little-endian, nothing is aligned, nothing depends on the size of a pointer.

use super::CountClass;

/// The first eight bytes of every list file.
pub(super) const MAGIC: [u8; 8] = *b"SELFLIST";
/// The only version there is.
pub(super) const VERSION: u32 = 1;
/// Bytes of the header, filled up with zeros.
pub(super) const HEADER: usize = 4_096;
/// Where the header's own checksum stands: its last four bytes, over all before them.
const HEADER_SUM: usize = HEADER - 4;
/// Buckets that share one directory record and one checksum.
pub(super) const BUCKETS_PER_GROUP: u64 = 8;
/// Upper values of a bucket; a bucket holds as many entries on average.
pub(super) const UPPERS: u32 = 64;
/// Bytes of a directory record: where the group begins (8), where its buckets 2 to 8 begin in it and where it
/// ends (8 × 4), and its checksum (4).
pub(super) const RECORD: usize = 44;
/// Zeros after the last group, so that a field can always be read as one word.
pub(super) const TAIL: usize = 8;
/// Longest `source`, in bytes.
const MAX_SOURCE: usize = 1_024;
/// Longest `as_of`, in bytes.
const MAX_AS_OF: usize = 64;
/// The universe is a multiple of this, so that no range of the service shares a value with its neighbour.
const RANGES: u64 = 1 << 20;

/// Why a header cannot be written or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LayoutError {
    /// The file does not begin with our magic.
    #[error("this is not a list file of Selfcheck (byte 0)")]
    Foreign,
    /// A later version wrote it.
    #[error("this list file has format {found}; this program reads format {VERSION}")]
    TooNew {
        /// The version in the file.
        found: u32,
    },
    /// Shorter than a header.
    #[error("the file ends inside its header, at byte {at}")]
    Short {
        /// Its length in bytes.
        at: u64,
    },
    /// The header does not match its checksum, or says what cannot be.
    #[error("the header is damaged (byte {at})")]
    Damaged {
        /// Where, in bytes from the beginning of the file.
        at: u64,
    },
    /// There is nothing to write, or more than the format can hold.
    #[error("a list holds 1 to 4,294,967,296 hashes at a rate between 2^-36 and 2^-8")]
    OutOfRange,
    /// So many hashes and so rare a wrong hit need more than the 64 bits that count of each hash.
    #[error("for {entries} hashes the rate of wrong hits cannot be below 2^-{lowest}")]
    TooRare {
        /// How many hashes there are.
        entries: u64,
        /// The exponent of the lowest rate for them.
        lowest: u32,
    },
    /// A text of the header is too long.
    #[error("source and as-of may have {MAX_SOURCE} and {MAX_AS_OF} bytes")]
    LongText,
}

/// What decides the size and the certainty of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameters {
    /// How many hashes there are.
    pub entries: u64,
    /// A hash that is not on the list reads as found with a probability of at most 2 to the minus this.
    pub false_positive_exponent: u32,
    /// Where it comes from, for people.
    pub source: String,
    /// As of when, `2026-03-14`; empty if nobody said.
    pub as_of: String,
    /// How many of the 1,048,576 ranges it was made from; 0 if not from ranges.
    pub ranges: u32,
    /// Whether counts are kept.
    pub counts: bool,
}

/// All that a header says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// As given when it was built.
    pub parameters: Parameters,
    /// Hashes are mapped, in order, to numbers below this.
    pub universe: u64,
    /// Bytes of all groups, without the zeros after them.
    pub data_bytes: u64,
}

impl Facts {
    /// How many ranges it was made from, if these are not all of them: it answers nothing about the others.
    #[must_use]
    pub fn part_of_the_ranges(&self) -> Option<u32> {
        let ranges = self.parameters.ranges;
        (ranges > 0 && ranges < password::Prefix::COUNT).then_some(ranges)
    }

    /// The layout for `parameters`, before any data is there.
    ///
    /// # Errors
    /// When there is nothing to write, or more than fits.
    pub fn new(parameters: Parameters) -> Result<Self, LayoutError> {
        if parameters.source.len() > MAX_SOURCE || parameters.as_of.len() > MAX_AS_OF {
            return Err(LayoutError::LongText);
        }
        let universe = universe(parameters.entries, parameters.false_positive_exponent)?;
        Ok(Self { parameters, universe, data_bytes: 0 })
    }

    /// The number that stands for a hash whose first eight bytes are `key`; it keeps the order.
    #[inline]
    pub(super) fn value(&self, key: u64) -> u64 {
        let product = u128::from(key) * u128::from(self.universe);
        (product >> 64) as u64
    }

    /// Bits of the lower part of a value.
    pub(super) fn lower_bits(&self) -> u32 {
        self.parameters.false_positive_exponent
    }

    /// Bits of one entry beside its bit in the upper part: the lower part and the class.
    pub(super) fn entry_bits(&self) -> u32 {
        self.lower_bits() + CountClass::BITS
    }

    /// Number of groups, and of records in the directory.
    pub(super) fn groups(&self) -> u64 {
        let bucket = u64::from(UPPERS) << self.lower_bits();
        self.universe.div_ceil(bucket).div_ceil(BUCKETS_PER_GROUP)
    }

    /// Where the groups begin, in bytes from the beginning of the file.
    pub(super) fn data_start(&self) -> u64 {
        HEADER as u64 + self.groups() * RECORD as u64
    }

    /// Length of the whole file in bytes.
    #[must_use]
    pub fn file_bytes(&self) -> u64 {
        self.data_start() + self.data_bytes + TAIL as u64
    }

    /// Bits of the file for each hash.
    #[must_use]
    pub fn bits_per_entry(&self) -> f64 {
        self.file_bytes() as f64 * 8.0 / self.parameters.entries as f64
    }

    /// Probability that a hash that is not on the list reads as found.
    #[must_use]
    pub fn false_positive_rate(&self) -> f64 {
        self.parameters.entries as f64 / self.universe as f64
    }

    pub(super) fn encode(&self) -> Vec<u8> {
        let p = &self.parameters;
        let mut bytes = Vec::with_capacity(HEADER);
        bytes.extend(MAGIC);
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(p.false_positive_exponent.to_le_bytes());
        bytes.extend(p.entries.to_le_bytes());
        bytes.extend(self.universe.to_le_bytes());
        bytes.extend(self.data_bytes.to_le_bytes());
        bytes.extend(p.ranges.to_le_bytes());
        bytes.extend(u32::from(p.counts).to_le_bytes());
        for text in [&p.source, &p.as_of] {
            // Checked in `new`: both are far below 2^32.
            bytes.extend(u32::try_from(text.len()).unwrap_or(0).to_le_bytes());
            bytes.extend(text.as_bytes());
        }
        bytes.resize(HEADER_SUM, 0);
        let sum = crc32fast::hash(&bytes);
        bytes.extend(sum.to_le_bytes());
        bytes
    }

    pub(super) fn decode(bytes: &[u8]) -> Result<Self, LayoutError> {
        let magic = bytes.get(..MAGIC.len());
        if magic.is_none_or(|found| found != MAGIC) {
            return Err(LayoutError::Foreign);
        }
        let short = LayoutError::Short { at: bytes.len() as u64 };
        let bytes = bytes.get(..HEADER).ok_or(short)?;
        let mut fields = Fields { bytes, at: MAGIC.len() };
        let version = fields.u32()?;
        if version > VERSION {
            return Err(LayoutError::TooNew { found: version });
        }
        let sum = Fields { bytes, at: HEADER_SUM }.u32()?;
        if crc32fast::hash(bytes.get(..HEADER_SUM).unwrap_or_default()) != sum {
            return Err(LayoutError::Damaged { at: HEADER_SUM as u64 });
        }
        let false_positive_exponent = fields.u32()?;
        let entries = fields.u64()?;
        let universe_at = fields.at as u64;
        let universe = fields.u64()?;
        let data_bytes = fields.u64()?;
        let ranges = fields.u32()?;
        let counts = fields.u32()? != 0;
        let source = fields.text(MAX_SOURCE)?;
        let as_of = fields.text(MAX_AS_OF)?;
        let parameters = Parameters { entries, false_positive_exponent, source, as_of, ranges, counts };
        // An update keeps the universe while the number of hashes grows, so it need not be today's choice.
        let plausible = (8..=36).contains(&false_positive_exponent)
            && (1..=1 << 32).contains(&entries)
            && universe > 0
            && universe.is_multiple_of(RANGES)
            && universe < 1 << 63
            && data_bytes < 1 << 48;
        if !plausible {
            return Err(LayoutError::Damaged { at: universe_at });
        }
        Ok(Self { parameters, universe, data_bytes })
    }
}

/// Room for five hashes in a hundred to be added by updates, times the inverse of the rate.
fn universe(entries: u64, exponent: u32) -> Result<u64, LayoutError> {
    if !(1..=1 << 32).contains(&entries) || !(8..=36).contains(&exponent) {
        return Err(LayoutError::OutOfRange);
    }
    let room = u128::from(entries) + u128::from(entries / 20);
    let at = |exponent: u32| {
        let universe = (room << exponent).next_multiple_of(u128::from(RANGES));
        u64::try_from(universe).ok().filter(|universe| *universe < 1 << 63)
    };
    at(exponent).ok_or_else(|| {
        let lowest = (8..exponent).rev().find(|lower| at(*lower).is_some()).unwrap_or(8);
        LayoutError::TooRare { entries, lowest }
    })
}

/// Reads the fields of a header one after another.
struct Fields<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Fields<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], LayoutError> {
        let damaged = LayoutError::Damaged { at: self.at as u64 };
        let chunk = self.bytes.get(self.at..).and_then(|rest| rest.first_chunk::<N>()).ok_or(damaged)?;
        self.at += N;
        Ok(*chunk)
    }

    fn u32(&mut self) -> Result<u32, LayoutError> {
        self.take().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Result<u64, LayoutError> {
        self.take().map(u64::from_le_bytes)
    }

    fn text(&mut self, max: usize) -> Result<String, LayoutError> {
        let damaged = LayoutError::Damaged { at: self.at as u64 };
        let length = self.u32()? as usize;
        let bytes =
            (length <= max).then(|| self.bytes.get(self.at..self.at + length)).flatten().ok_or(damaged)?;
        self.at += length;
        String::from_utf8(bytes.to_vec()).map_err(|_| damaged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(entries: u64, false_positive_exponent: u32) -> Result<Facts, LayoutError> {
        Facts::new(Parameters {
            entries,
            false_positive_exponent,
            source: String::new(),
            as_of: String::new(),
            ranges: 0,
            counts: true,
        })
    }

    #[test]
    fn the_rate_is_at_most_the_one_asked_for_whatever_the_size() {
        for entries in [1, 2, 19, 20, 1_000_003, 5_108_947, 1 << 30, (1 << 32) - 1, 1 << 32] {
            for exponent in [8, 20, 30] {
                let facts = facts(entries, exponent).unwrap();
                let asked = 2_f64.powi(-i32::try_from(exponent).unwrap());
                assert!(facts.false_positive_rate() <= asked, "{entries} at 2^-{exponent}");
                assert!(facts.value(u64::MAX) < facts.universe);
            }
        }
    }

    #[test]
    fn a_rate_that_64_bits_cannot_give_is_refused_with_the_lowest_that_they_can() {
        assert!(facts(100_000_000, 36).is_ok());
        let refused = facts(1 << 32, 36).unwrap_err();
        assert_eq!(refused, LayoutError::TooRare { entries: 1 << 32, lowest: 30 });
        assert!(facts(1 << 32, 30).is_ok() && facts(1 << 32, 31).is_err());
    }

    #[test]
    fn nothing_more_than_four_thousand_million_and_no_rate_beyond_the_two_limits() {
        for (entries, exponent) in [(0, 30), ((1 << 32) + 1, 30), (1, 7), (1, 37)] {
            assert_eq!(facts(entries, exponent).unwrap_err(), LayoutError::OutOfRange);
        }
    }
}
