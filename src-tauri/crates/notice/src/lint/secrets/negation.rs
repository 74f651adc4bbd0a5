//! Whether what comes next in a sentence is denied.

use super::super::plainly::{BREAK, Words};

/// A clause of so few words before a comma ("Never, ever") belongs to the next.
const SHORT_CLAUSE: usize = 3;

/// Words that deny, and what makes them harmless.
pub(super) struct Negations {
    pub(super) words: Words,
    reassure: Words,
    pub(super) breaks: Words,
    joins: Words,
    opens: Words,
}

/// Whether what comes next in a sentence is denied. Kept along the way, so that each word is looked at once.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own about the words so far")]
pub(super) struct Negated {
    /// In this clause.
    here: bool,
    /// Words of this clause so far, and whether it begins with "under no circumstances" or the like.
    length: usize,
    opens: bool,
    /// In an earlier clause, which is short or begins like that.
    binding: bool,
    /// In an earlier clause of another kind.
    earlier: bool,
    /// After that, "or" continues what is denied.
    joined: bool,
}

impl Negated {
    pub(super) fn holds(&self) -> bool {
        self.here || self.binding || (self.earlier && self.joined)
    }
}

impl Negations {
    pub(super) fn of(words: &[String], reassure: &[String], breaks: &[String]) -> Self {
        let own = |list: &[&str]| Words::of(&list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        Self {
            words: Words::of(words),
            reassure: Words::of(reassure),
            breaks: Words::of(breaks),
            joins: own(&["or", "nor", "oder", "noch", "ou", "ni", "o", "of", "veya", "lub", "ani"]),
            opens: own(&["under", "in", "at", "unter", "en", "em", "onder"]),
        }
    }

    /// Takes the word at this place into account.
    pub(super) fn pass(&self, state: &mut Negated, words: &[String], at: usize) {
        let Some(word) = words.get(at) else { return };
        if self.breaks.has(word) {
            *state = Negated::default();
            return;
        }
        if word == BREAK {
            if state.here {
                state.earlier = true;
                state.binding |= state.length <= SHORT_CLAUSE || state.opens;
            }
            (state.here, state.length, state.opens) = (false, 0, false);
            return;
        }
        if state.length == 0 {
            state.opens = self.opens.has(word);
        }
        state.length += 1;
        if self.joins.has(word) {
            state.joined |= state.earlier;
        }
        if self.words.has(word) {
            let near = words.iter().skip(at + 1).take(4).take_while(|word| *word != BREAK);
            let mut near = near.chain(words.get(at.saturating_sub(3)..at).unwrap_or_default());
            state.here |= !near.any(|word| self.reassure.has(word));
        }
    }
}
