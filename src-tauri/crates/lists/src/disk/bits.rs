//! Bits in a slice of bytes, lowest first: reading and writing short fields, and finding the n-th zero.
//!
//! A slice that is too short reads as zeros; whoever calls has checked the lengths, and a damaged file
//! must not end the program.

/// The eight bytes at `byte` as a little-endian number; what lies past the end is zero.
#[inline]
fn word(bytes: &[u8], byte: usize) -> u64 {
    if let Some(chunk) = bytes.get(byte..).and_then(|rest| rest.first_chunk::<8>()) {
        return u64::from_le_bytes(*chunk);
    }
    let mut padded = [0; 8];
    let rest = bytes.get(byte..).unwrap_or_default();
    for (to, from) in padded.iter_mut().zip(rest) {
        *to = *from;
    }
    u64::from_le_bytes(padded)
}

/// `width` bits (at most 56) from bit `at` on.
#[inline]
pub(super) fn get(bytes: &[u8], at: usize, width: u32) -> u64 {
    (word(bytes, at / 8) >> (at % 8)) & ((1 << width) - 1)
}

/// The position of the zero number `nth` (from 0), reading from bit 0 on.
#[inline]
pub(super) fn nth_zero(bytes: &[u8], mut nth: u32) -> usize {
    let mut byte = 0;
    loop {
        let zeros = !word(bytes, byte);
        let here = zeros.count_ones();
        if nth < here {
            return byte * 8 + nth_one(zeros, nth);
        }
        nth -= here;
        byte += 8;
        if byte > bytes.len() {
            return bytes.len() * 8;
        }
    }
}

/// The position of the one number `nth` (from 0) in a word that has more than `nth` ones.
#[inline]
fn nth_one(mut word: u64, mut nth: u32) -> usize {
    let mut at = 0;
    for width in [32_u32, 16, 8] {
        let low = (word & ((1 << width) - 1)).count_ones();
        if nth >= low {
            nth -= low;
            word >>= width;
            at += width as usize;
        }
    }
    for _ in 0..nth {
        word &= word - 1;
    }
    at + word.trailing_zeros() as usize
}

/// Appends fields of bits to bytes, lowest bit first.
#[derive(Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    pending: u64,
    used: u32,
}

impl BitWriter {
    /// Appends the lowest `width` bits (at most 56) of `value`.
    pub(super) fn put(&mut self, value: u64, width: u32) {
        self.pending |= (value & ((1 << width) - 1)) << self.used;
        self.used += width;
        while self.used >= 8 {
            self.bytes.push(self.pending.to_le_bytes()[0]);
            self.pending >>= 8;
            self.used -= 8;
        }
    }

    /// Fills up the last byte with zeros and hands over all bytes, leaving the writer empty.
    pub(super) fn take(&mut self) -> Vec<u8> {
        if self.used > 0 {
            self.bytes.push(self.pending.to_le_bytes()[0]);
        }
        self.pending = 0;
        self.used = 0;
        std::mem::take(&mut self.bytes)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn fields_read_back_as_they_were_written(fields in prop::collection::vec((any::<u64>(), 1_u32..=56), 0..60)) {
            let mut writer = BitWriter::default();
            for (value, width) in &fields {
                writer.put(*value, *width);
            }
            let bytes = writer.take();
            let mut at = 0;
            for (value, width) in fields {
                prop_assert_eq!(get(&bytes, at, width), value & ((1 << width) - 1));
                at += width as usize;
            }
        }

        #[test]
        fn the_nth_zero_is_where_a_plain_count_finds_it(bytes in prop::collection::vec(any::<u8>(), 1..40)) {
            let zeros = (0..bytes.len() * 8).filter(|i| get(&bytes, *i, 1) == 0);
            for (nth, position) in zeros.enumerate() {
                prop_assert_eq!(nth_zero(&bytes, u32::try_from(nth).unwrap()), position);
            }
        }
    }
}
