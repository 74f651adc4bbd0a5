//! Passwords of 8 or more characters that are at most two edits apart, found without comparing all with all.
//!
//! Cut into three parts, a password that two edits lead to another leaves one part whole, at most two places away.
//! So each is filed under its three parts, and each looks up the parts that it can have. The parts that fewest
//! share are looked through first and [`COMPARED`] comparisons at most are made for each password: what hides only
//! among a crowd with a common part may be missed, and a crowd costs no more than its number.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

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

/// Pairs of passwords, by their numbers, in both directions and sorted. Those that `known` says to be alike for
/// another reason are left out.
pub(super) fn pairs<'a>(
    texts: impl Iterator<Item = &'a str> + Clone,
    known: impl Fn(u32, u32) -> bool + Sync,
) -> Vec<(u32, u32)> {
    let letters = Letters::of(texts);
    let count = u32::try_from(letters.ends.len()).unwrap_or(u32::MAX);
    let fits = |number: &u32| (LEAST..=MOST).contains(&letters.get(*number as usize).len());
    let mut filed: Vec<(u64, u32)> = Vec::new();
    for number in (0..count).filter(fits) {
        let text = letters.get(number as usize);
        for part in 0..3 {
            let (start, end) = cut(text.len(), part);
            filed.push((key(text.len(), part, text.get(start..end).unwrap_or_default()), number));
        }
    }
    filed.par_sort_unstable();
    let mut pairs: Vec<(u32, u32)> = (0..count)
        .into_par_iter()
        .filter(fits)
        .flat_map_iter(|number| like(&letters, &filed, number, &known))
        .flat_map_iter(|(one, other)| [(one, other), (other, one)])
        .collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

/// Those like `number` that are shorter or, of the same length, come before it.
fn like(
    letters: &Letters,
    filed: &[(u64, u32)],
    number: u32,
    known: &impl Fn(u32, u32) -> bool,
) -> Vec<(u32, u32)> {
    let text = letters.get(number as usize);
    let mut shelves: Vec<&[(u64, u32)]> = Vec::new();
    for length in text.len().saturating_sub(EDITS).max(LEAST)..=text.len() {
        for part in 0..3 {
            let (start, end) = cut(length, part);
            for from in start.saturating_sub(EDITS)..=start + EDITS {
                let Some(piece) = text.get(from..from + (end - start)) else { continue };
                let wanted = key(length, part, piece);
                let first = filed.partition_point(|(key, _)| *key < wanted);
                let rest = filed.get(first..).unwrap_or_default();
                let shelf = rest.get(..rest.partition_point(|(key, _)| *key == wanted)).unwrap_or_default();
                if !shelf.is_empty() {
                    shelves.push(shelf);
                }
            }
        }
    }
    shelves.sort_by_key(|shelf| shelf.len());
    let mut compared = 0;
    let mut found: Vec<(u32, u32)> = Vec::new();
    for (_, other) in shelves.into_iter().flatten() {
        if compared >= COMPARED || found.len() >= KEPT {
            break;
        }
        let theirs = letters.get(*other as usize);
        if (theirs.len(), *other) >= (text.len(), number) || found.contains(&(number, *other)) {
            continue;
        }
        compared += 1;
        if !known(number, *other) && within(text, theirs) {
            found.push((number, *other));
        }
    }
    found
}

/// Whether at most [`EDITS`] characters have to be put in, taken out or replaced. Looks only at the five diagonals
/// on which that can end.
fn within(one: &[char], other: &[char]) -> bool {
    const WIDTH: usize = 2 * EDITS + 1;
    const FAR: usize = EDITS + 1;
    if one.len().abs_diff(other.len()) > EDITS {
        return false;
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
            prop_assert_eq!(pairs(texts.iter().map(String::as_str), |_, _| false), expected);
        }
    }
}
