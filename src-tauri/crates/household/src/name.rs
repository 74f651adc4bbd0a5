//! What somebody in the household is called.

use std::fmt;

/// Why a text is no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NameError {
    /// Nothing but blanks.
    #[error("the name is empty")]
    Empty,
    /// Longer than [`Name::MAX_CHARS`].
    #[error("the name is longer than {} characters", Name::MAX_CHARS)]
    TooLong,
    /// A line break or another control character, or one that turns the direction of what follows.
    #[error("the name holds a character that cannot be shown")]
    NotPrintable,
}

/// A name: blanks at its ends taken off and blanks inside joined, 1 to [`Name::MAX_CHARS`] characters that can be shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// The longest name, in characters.
    pub const MAX_CHARS: usize = 60;

    /// Reads a name.
    ///
    /// # Errors
    /// When the text is no name.
    pub fn new(text: &str) -> Result<Self, NameError> {
        let unseen = |c: char| {
            c.is_control()
                || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
        };
        if text.trim().chars().any(unseen) {
            return Err(NameError::NotPrintable);
        }
        let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match name.chars().count() {
            0 => Err(NameError::Empty),
            1..=Self::MAX_CHARS => Ok(Self(name)),
            _ => Err(NameError::TooLong),
        }
    }

    /// The name as it is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two names have in common that people take for the same.
    pub(crate) fn key(&self) -> String {
        self.0.to_lowercase()
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_around_and_inside_a_name_do_not_count() {
        assert_eq!(Name::new("  Ann \u{a0} Marie ").unwrap().as_str(), "Ann Marie");
        assert_eq!(Name::new("ÄNNE").unwrap().key(), Name::new("änne").unwrap().key());
    }

    #[test]
    fn what_cannot_be_shown_or_is_endless_is_no_name() {
        assert_eq!(Name::new(" \t "), Err(NameError::Empty));
        assert_eq!(Name::new("a\u{1b}[2Jb"), Err(NameError::NotPrintable));
        assert_eq!(Name::new("a\nb"), Err(NameError::NotPrintable));
        assert_eq!(Name::new("a\u{202e}b"), Err(NameError::NotPrintable));
        assert_eq!(Name::new(&"é".repeat(61)), Err(NameError::TooLong));
        assert!(Name::new(&"é".repeat(60)).is_ok());
    }
}
