//! Bytes that may hold passwords: a growing buffer that leaves nothing behind, not even when it moves.

use std::ops::Deref;

use zeroize::{Zeroize, Zeroizing};

/// A growing buffer. A `Vec` leaves its old bytes in memory when it grows; this one wipes them. The whole of it
/// is wiped when it is dropped.
#[derive(Default)]
pub(super) struct Wiped(Zeroizing<Vec<u8>>);

impl Wiped {
    /// A buffer of `length` zeros.
    pub(super) fn zeros(length: usize) -> Self {
        Self(Zeroizing::new(vec![0; length]))
    }

    /// Makes it at least `length` long, with zeros at its end.
    pub(super) fn grow_to(&mut self, length: usize) {
        if length > self.0.len() {
            self.reserve(length - self.0.len());
            self.0.resize(length, 0);
        }
    }

    /// Adds `bytes` at its end.
    pub(super) fn extend(&mut self, bytes: &[u8]) {
        self.reserve(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    /// Takes the first `count` bytes away and moves the others to the front.
    pub(super) fn drop_front(&mut self, count: usize) {
        let length = self.0.len();
        let count = count.min(length);
        self.0.copy_within(count.., 0);
        if let Some(tail) = self.0.get_mut(length - count..) {
            tail.zeroize();
        }
        self.0.truncate(length - count);
    }

    /// Its bytes, to be written over.
    pub(super) fn as_mut(&mut self) -> &mut [u8] {
        &mut self.0
    }

    /// Makes it `length` long if it is longer. What was after that is wiped.
    pub(super) fn shorten_to(&mut self, length: usize) {
        if let Some(tail) = self.0.get_mut(length..) {
            tail.zeroize();
        }
        self.0.truncate(length);
    }

    fn reserve(&mut self, more: usize) {
        let wanted = self.0.len() + more;
        if wanted > self.0.capacity() {
            let mut bigger = Zeroizing::new(Vec::with_capacity(wanted.max(self.0.capacity() * 2)));
            bigger.extend_from_slice(&self.0);
            // The one that is dropped here wipes itself.
            self.0 = bigger;
        }
    }
}

impl Deref for Wiped {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_from_the_front_is_not_left_at_the_end() {
        let mut bytes = Wiped::default();
        bytes.extend(b"canary, then more");
        bytes.drop_front(8);
        assert_eq!(&*bytes, b"then more");
        let spare = bytes.0.spare_capacity_mut();
        // Shown by growing into it: the freed end holds zeros.
        assert!(spare.len() >= 8);
        bytes.grow_to(17);
        assert_eq!(&*bytes, b"then more\0\0\0\0\0\0\0\0");
    }

    #[test]
    fn it_grows_without_losing_anything() {
        let mut bytes = Wiped::zeros(2);
        bytes.extend(b"abc");
        bytes.shorten_to(4);
        assert_eq!(&*bytes, b"\0\0ab");
        bytes.drop_front(99);
        assert!(bytes.is_empty());
    }
}
