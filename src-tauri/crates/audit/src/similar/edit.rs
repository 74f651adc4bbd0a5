//! Passwords of 8 or more characters that are at most two edits apart, found without comparing all with all.
//!
//! Cut into three parts, a password that two edits lead to another leaves one part whole, at most two places away.
//! So each is filed under its three parts, and each looks up the parts that it can have. The parts that fewest
//! share are looked through first and [`COMPARED`] comparisons at most are made for each password: what hides only
//! among a crowd with a common part may be missed, and a crowd costs no more than its number.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use zeroize::Zeroizing;

/// Edits that are still alike.
const EDITS: usize = 2;
/// Fewer characters are not compared: two edits would make almost anything of them.
const LEAST: usize = 8;
/// Nobody changes two characters of more than that from memory.
const MOST: usize = 128;
/// Comparisons for each password.
const COMPARED: usize = 256;
/// Likenesses that are kept for each password that looks.
const KEPT: usize = 32;
/// Passwords after which it is asked whether to go on.
const AT_ONCE: usize = 64;

/// All texts in one piece of memory, wiped at the end.
struct Letters {
    all: Zeroizing<Vec<char>>,
    ends: Vec<usize>,
}

impl Letters {
    fn of<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Self {
        let total = texts.clone().map(|text| text.chars().count()).sum();
        let mut all = Zeroizing::new(Vec::with_capacity(total));
        let mut ends = Vec::new();
        for text in texts {
            all.extend(text.chars());
            ends.push(all.len());
        }
        Self { all, ends }
    }

    fn get(&self, number: usize) -> &[char] {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(number).copied().unwrap_or(start);
        self.all.get(start..end).unwrap_or_default()
    }
}

/// Where part `part` of three begins and ends in a text of `length`.
fn cut(length: usize, part: usize) -> (usize, usize) {
    (length * part / 3, length * (part + 1) / 3)
}

fn key(length: usize, part: usize, letters: &[char]) -> u64 {
    let mut hasher = DefaultHasher::new();
    (length, part, letters).hash(&mut hasher);
    hasher.finish()
}

/// The parts of all texts, each by its key, sorted, and a filter that says quickly which keys are not among them:
/// most that are looked up are not.
struct Filed {
    parts: Vec<(u64, u32)>,
    filter: Vec<u64>,
}

/// Bits of the filter for each part.
const FILTER_BITS: usize = 16;

impl Filed {
    fn of(letters: &Letters, numbers: &[u32]) -> Self {
        let keys = |number: &u32| {
            let (number, text) = (*number, letters.get(*number as usize));
            (0..3).map(move |part| {
                let (start, end) = cut(text.len(), part);
                (key(text.len(), part, text.get(start..end).unwrap_or_default()), number)
            })
        };
        let mut parts: Vec<(u64, u32)> = numbers.par_iter().flat_map_iter(keys).collect();
        parts.par_sort_unstable();
        let words = (parts.len() * FILTER_BITS / 64).next_power_of_two();
        let mut filed = Self { parts, filter: vec![0; words] };
        for (key, _) in &filed.parts {
            let (word, bit) = place(*key, words);
            if let Some(word) = filed.filter.get_mut(word) {
                *word |= bit;
            }
        }
        filed
    }

    /// All that is filed under a key.
    fn shelf(&self, wanted: u64) -> &[(u64, u32)] {
        let (word, bit) = place(wanted, self.filter.len());
        if self.filter.get(word).is_none_or(|word| word & bit == 0) {
            return &[];
        }
        let first = self.parts.partition_point(|(key, _)| *key < wanted);
        let rest = self.parts.get(first..).unwrap_or_default();
        rest.get(..rest.partition_point(|(key, _)| *key == wanted)).unwrap_or_default()
    }
}

/// Which bit of which of so many words stands for a key.
fn place(key: u64, words: usize) -> (usize, u64) {
    // The number of words is a power of two far below 2^58, so that nothing is lost.
    #[allow(clippy::cast_possible_truncation, reason = "what is cut off is masked away")]
    let word = (key >> 6) as usize & (words - 1);
    (word, 1 << (key & 63))
}

/// What was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Pairs of passwords, by their numbers, in both directions and sorted.
    pub(super) pairs: Vec<(u32, u32)>,
    /// Those that were not compared with all that share a part with them, sorted.
    pub(super) cut_short: Vec<u32>,
}

/// Finds the pairs. Those that `known` says to be alike for another reason are left out. `progress` hears how many of how many passwords are done, and says whether to go on.
pub(super) fn pairs<'a>(
    texts: impl Iterator<Item = &'a str> + Clone,
    known: impl Fn(u32, u32) -> bool + Sync,
    progress: &(dyn Fn(usize, usize) -> ControlFlow<()> + Sync),
) -> ControlFlow<(), Found> {
    let letters = Letters::of(texts);
    let count = u32::try_from(letters.ends.len()).unwrap_or(u32::MAX);
    let fits = |number: &u32| (LEAST..=MOST).contains(&letters.get(*number as usize).len());
    let numbers: Vec<u32> = (0..count).filter(fits).collect();
    progress(0, numbers.len())?;
    let filed = Filed::of(&letters, &numbers);
    progress(0, numbers.len())?;
    let done = AtomicUsize::new(0);
    let found: Option<Vec<Found>> = numbers
        .par_chunks(AT_ONCE)
        .map(|chunk| {
            let mut found = Found { pairs: Vec::new(), cut_short: Vec::new() };
            for number in chunk {
                like(&letters, &filed, *number, &known, &mut found);
            }
            let done = done.fetch_add(chunk.len(), Ordering::Relaxed) + chunk.len();
            progress(done, numbers.len()).is_continue().then_some(found)
        })
        .collect();
    let Some(found) = found else { return ControlFlow::Break(()) };
    drop(filed);
    let mut pairs = Vec::with_capacity(found.iter().map(|chunk| chunk.pairs.len()).sum::<usize>() * 2);
    let mut cut_short = Vec::new();
    // The chunks come in the order of the numbers.
    for chunk in found {
        pairs.extend(chunk.pairs.into_iter().flat_map(|(one, other)| [(one, other), (other, one)]));
        cut_short.extend(chunk.cut_short);
    }
    pairs.par_sort_unstable();
    pairs.dedup();
    ControlFlow::Continue(Found { pairs, cut_short })
}

/// Those like `number` that are shorter or, of the same length, come before it.
fn like(letters: &Letters, filed: &Filed, number: u32, known: &impl Fn(u32, u32) -> bool, into: &mut Found) {
    let text = letters.get(number as usize);
    let mut asked: Vec<u64> = Vec::new();
    let mut shelves: Vec<&[(u64, u32)]> = Vec::new();
    for length in text.len().saturating_sub(EDITS).max(LEAST)..=text.len() {
        for part in 0..3 {
            let (start, end) = cut(length, part);
            for from in start.saturating_sub(EDITS)..=start + EDITS {
                let Some(piece) = text.get(from..from + (end - start)) else { continue };
                let wanted = key(length, part, piece);
                // One letter again and again has the same piece everywhere.
                if asked.contains(&wanted) {
                    continue;
                }
                asked.push(wanted);
                let mut shelf = filed.shelf(wanted);
                if length == text.len() {
                    // A shelf is in the order of numbers: who comes later looks for this one, not the other way.
                    let before = shelf.partition_point(|(_, other)| *other < number);
                    shelf = shelf.get(..before).unwrap_or_default();
                }
                if !shelf.is_empty() {
                    shelves.push(shelf);
                }
            }
        }
    }
    shelves.sort_by_key(|shelf| shelf.len());
    let mut compared = 0;
    let mut found: Vec<(u32, u32)> = Vec::new();
    // The last of a shelf first: neighbours in the order of the alphabet, and not the same few for a whole crowd.
    for (_, other) in shelves.into_iter().flat_map(|shelf| shelf.iter().rev()) {
        let theirs = letters.get(*other as usize);
        if (theirs.len(), *other) >= (text.len(), number) || found.contains(&(number, *other)) {
            continue;
        }
        if compared >= COMPARED || found.len() >= KEPT {
            into.cut_short.push(number);
            break;
        }
        compared += 1;
        if !known(number, *other) && within(text, theirs) {
            found.push((number, *other));
        }
    }
    into.pairs.append(&mut found);
}

/// Whether two texts of [`LEAST`] to [`MOST`] characters are at most [`EDITS`] edits apart.
pub(super) fn few(one: &str, other: &str) -> bool {
    let letters = |text: &str| Zeroizing::new(text.chars().collect::<Vec<char>>());
    let [one, other] = [letters(one), letters(other)];
    let fits = |text: &[char]| (LEAST..=MOST).contains(&text.len());
    fits(&one) && fits(&other) && within(&one, &other)
}

/// What is left of two texts without the beginning and the end that they share.
fn apart<'l>(mut one: &'l [char], mut other: &'l [char]) -> (&'l [char], &'l [char]) {
    let alike = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    (one, other) = (one.get(alike..).unwrap_or_default(), other.get(alike..).unwrap_or_default());
    let alike = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let without = |text: &'l [char]| text.get(..text.len() - alike).unwrap_or_default();
    (without(one), without(other))
}

/// Whether at most [`EDITS`] characters have to be put in, taken out or replaced. Looks only at the five diagonals
/// on which that can end.
fn within(one: &[char], other: &[char]) -> bool {
    const WIDTH: usize = 2 * EDITS + 1;
    const FAR: usize = EDITS + 1;
    if one.len().abs_diff(other.len()) > EDITS {
        return false;
    }
    let (one, other) = apart(one, other);
    if one.len().max(other.len()) <= EDITS {
        return true;
    }
    // Place `d` of a row stands for column `row + d - EDITS`.
    let mut row = [FAR; WIDTH];
    for (place, cell) in row.iter_mut().enumerate().skip(EDITS) {
        *cell = place - EDITS;
    }
    for (index, letter) in one.iter().enumerate() {
        let mut next = [FAR; WIDTH];
        let mut left = FAR;
        for (place, cell) in next.iter_mut().enumerate() {
            let Some(column) = (index + 1 + place).checked_sub(EDITS) else { continue };
            if column > other.len() {
                break;
            }
            let above = row.get(place + 1).copied().unwrap_or(FAR) + 1;
            let mut best = above.min(left + 1);
            if let Some(before) = column.checked_sub(1) {
                let same = other.get(before) == Some(letter);
                best = best.min(row.get(place).copied().unwrap_or(FAR) + usize::from(!same));
            }
            *cell = best.min(FAR);
            left = *cell;
        }
        row = next;
        if row.iter().all(|cell| *cell >= FAR) {
            return false;
        }
    }
    let last = other.len() + EDITS - one.len();
    row.get(last).is_some_and(|edits| *edits <= EDITS)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn distance(one: &[char], other: &[char]) -> usize {
        let mut row: Vec<usize> = (0..=other.len()).collect();
        for (i, a) in one.iter().enumerate() {
            let mut diagonal = i;
            row[0] = i + 1;
            for (j, b) in other.iter().enumerate() {
                let next = (diagonal + usize::from(a != b)).min(row[j] + 1).min(row[j + 1] + 1);
                diagonal = row[j + 1];
                row[j + 1] = next;
            }
        }
        row[other.len()]
    }

    fn found(
        texts: &[String],
        progress: &(dyn Fn(usize, usize) -> ControlFlow<()> + Sync),
    ) -> ControlFlow<(), Found> {
        pairs(texts.iter().map(String::as_str), |_, _| false, progress)
    }

    #[test]
    fn a_crowd_costs_no_more_than_its_number() {
        // All share two of their parts, so that each finds every other on its shelves.
        let crowd = |size: usize| (0..size).map(|n| format!("lantern{n:05}harbour")).collect::<Vec<_>>();
        let compared = |size: usize| {
            let count = AtomicUsize::new(0);
            let known = |_: u32, _: u32| count.fetch_add(1, Ordering::Relaxed) == usize::MAX;
            let crowd = crowd(size);
            let go_on = &|_: usize, _: usize| ControlFlow::Continue(());
            let found = pairs(crowd.iter().map(String::as_str), known, go_on);
            let found = found.continue_value().unwrap();
            assert!(found.pairs.len() <= size * 2 * KEPT);
            assert!(found.cut_short.len() > size / 2 && found.cut_short.is_sorted(), "it is said");
            count.into_inner()
        };
        assert!(compared(4_000) <= 4_000 * COMPARED);
        assert!(compared(4_000) < 3 * compared(2_000));
    }

    #[test]
    fn it_stops_when_it_is_told_to() {
        let crowd: Vec<String> = (0..2_000).map(|n| format!("lantern{n:05}harbour")).collect();
        let asked = AtomicUsize::new(0);
        let stop = |done: usize, total: usize| {
            assert!(done <= total && total == 2_000);
            asked.fetch_add(1, Ordering::Relaxed);
            if done == 0 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        };
        assert_eq!(found(&crowd, &stop), ControlFlow::Break(()));
        assert!(asked.into_inner() < 20);
    }

    proptest! {
        #[test]
        fn five_diagonals_know_as_much_as_the_whole_table(one in "[ab]{0,12}", other in "[ab]{0,12}") {
            let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
            prop_assert_eq!(within(&one, &other), distance(&one, &other) <= EDITS);
        }

        #[test]
        fn what_is_filed_by_parts_is_what_comparing_all_finds(
            texts in proptest::collection::btree_set("[abc]{6,12}", 0..30)
        ) {
            let texts: Vec<String> = texts.into_iter().collect();
            let mut expected = Vec::new();
            for (i, one) in texts.iter().enumerate() {
                for (j, other) in texts.iter().enumerate() {
                    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
                    if i != j && a.len() >= LEAST && b.len() >= LEAST && distance(&a, &b) <= EDITS {
                        expected.push((u32::try_from(i).unwrap(), u32::try_from(j).unwrap()));
                    }
                }
            }
            let all = Found { pairs: expected, cut_short: Vec::new() };
            prop_assert_eq!(found(&texts, &|_, _| ControlFlow::Continue(())), ControlFlow::Continue(all));
        }
    }
}
