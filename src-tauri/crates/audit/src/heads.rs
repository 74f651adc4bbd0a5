//! "With these lines, and so many others": exact, and no more work for a crowd than for a pair.

/// Lines that are named one by one.
pub const NAMED: usize = 20;

/// Other log-ins, by their lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lines {
    /// The first of them, ascending; at most [`NAMED`].
    pub named: Vec<u64>,
    /// How many more there are.
    pub others: usize,
}

impl Lines {
    /// How many there are in all.
    #[must_use]
    pub fn count(&self) -> usize {
        self.named.len() + self.others
    }
}

/// The first lines of a group whose members belong to owners, enough of them to name [`NAMED`] of the others for
/// any owner: each owner is here with its first [`NAMED`], and twice [`NAMED`] of all are kept.
#[derive(Default)]
pub(crate) struct Heads {
    first: Vec<(u64, u32)>,
    total: usize,
}

impl Heads {
    /// Of lines that come in ascending order, each with its owner.
    pub(crate) fn of(lines: impl IntoIterator<Item = (u64, u32)>) -> Self {
        let mut heads = Self::default();
        for (line, owner) in lines {
            heads.add(line, owner);
        }
        heads
    }

    /// Takes the next line.
    pub(crate) fn add(&mut self, line: u64, owner: u32) {
        self.total += 1;
        if self.first.len() < 2 * NAMED
            && self.first.iter().filter(|(_, other)| *other == owner).count() < NAMED
        {
            self.first.push((line, owner));
        }
    }

    /// How many lines it has in all.
    pub(crate) fn total(&self) -> usize {
        self.total
    }

    /// The first lines that do not belong to `owner`.
    pub(crate) fn without(&self, owner: u32) -> impl Iterator<Item = u64> {
        self.first.iter().filter(move |(_, other)| *other != owner).map(|(line, _)| *line)
    }
}

/// Names the first of `candidates` and counts the rest of `total`.
pub(crate) fn named(mut candidates: Vec<u64>, total: usize) -> Lines {
    candidates.sort_unstable();
    candidates.dedup();
    candidates.truncate(NAMED);
    let others = total.saturating_sub(candidates.len());
    Lines { named: candidates, others }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_first_of_the_others_are_named_whoever_asks(owners in proptest::collection::vec(0_u32..4, 0..120)) {
            let lines: Vec<(u64, u32)> = (1..).zip(owners).collect();
            let heads = Heads::of(lines.iter().copied());
            prop_assert_eq!(heads.total(), lines.len());
            for owner in 0..4 {
                let all: Vec<u64> = lines.iter().filter(|(_, o)| *o != owner).map(|(line, _)| *line).collect();
                let expected: Vec<u64> = all.iter().copied().take(NAMED).collect();
                let said = named(heads.without(owner).collect(), all.len());
                prop_assert_eq!((said.named, said.others), (expected.clone(), all.len() - expected.len()));
            }
        }
    }
}
