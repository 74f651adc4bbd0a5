//! The class of a count: three bits that say how often a password was seen, in powers of ten.

use crate::Count;

/// How often a password was seen, roughly. The codes 0 to 7 are what stands in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountClass(u8);

/// The least count of each class from code 1 on.
const FROM: [u64; 7] = [1, 2, 10, 100, 1_000, 10_000, 100_000];

impl CountClass {
    /// No count was given for it.
    pub const UNKNOWN: Self = Self(0);
    /// Bits of one class in the file.
    pub const BITS: u32 = 3;

    /// The class of `count`; 0 counts as unknown.
    #[must_use]
    pub fn of(count: u64) -> Self {
        // At most seven, so it always fits.
        Self(u8::try_from(FROM.iter().take_while(|from| **from <= count).count()).unwrap_or(7))
    }

    /// The class with this code; only the lowest three bits count.
    #[must_use]
    pub fn from_code(code: u64) -> Self {
        Self(u8::try_from(code & 7).unwrap_or(0))
    }

    /// What stands in the file.
    #[must_use]
    pub fn code(self) -> u8 {
        self.0
    }

    /// What can be said of the count.
    #[must_use]
    pub fn count(self) -> Count {
        match self.0 {
            0 => Count::Unknown,
            1 => Count::Exact(1),
            code => FROM.get(usize::from(code) - 1).map_or(Count::Unknown, |from| Count::AtLeast(*from)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_says_the_least_count_it_can_hold() {
        let said = |n| CountClass::of(n).count();
        assert_eq!(said(0), Count::Unknown);
        assert_eq!(said(1), Count::Exact(1));
        assert_eq!(said(9), Count::AtLeast(2));
        assert_eq!(said(10), Count::AtLeast(10));
        assert_eq!(said(99_999), Count::AtLeast(10_000));
        assert_eq!(said(u64::MAX), Count::AtLeast(100_000));
    }

    #[test]
    fn a_code_read_back_is_the_class_written() {
        for code in 0..8 {
            assert_eq!(u64::from(CountClass::from_code(code).code()), code);
        }
    }
}
