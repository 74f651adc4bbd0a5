//! One saved log-in, whatever it was exported from.

use jiff::civil::Date;
use password::Password;

/// One saved log-in. It holds a password, so it cannot be printed, cloned or serialised.
///
/// ```compile_fail
/// fn shown(login: &audit::Login) -> String { format!("{login:?}") }
/// ```
/// ```compile_fail
/// fn copied(login: &audit::Login) -> audit::Login { login.clone() }
/// ```
pub struct Login {
    /// The line of the file on which it begins, from 1. Files without lines (JSON, `.1pux`, `.kdbx`) have its
    /// place among all entries instead, from 1, skipped ones counted.
    pub line: u64,
    /// What the owner calls it; may be empty.
    pub title: String,
    /// The addresses it is for, as they were written; may be none, may be no addresses of the web at all.
    pub urls: Vec<String>,
    /// The user name or e-mail address; may be empty.
    pub username: String,
    /// The password with every blank it has, or `None` where the export has an empty one.
    pub password: Option<Password>,
    /// When it was last changed, where the export tells.
    pub changed: Option<Changed>,
    /// Whether the export also holds the seed of one-time codes for it.
    pub has_second_step: bool,
    /// Whether the password may differ from the real one, because something about it had to be guessed: its
    /// encoding, its quotes. A list that holds it is believed; one that does not says nothing about the real one.
    pub doubtful: bool,
    /// How like the password is to the one that opens the file it was read from; `None` where it is not, or where
    /// the file has none of its own.
    pub like_master: Option<Likeness>,
}

/// How like two passwords are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// They are the same.
    Same,
    /// Whoever knows one guesses the other from it.
    Nearly,
}

/// A day, in UTC, and what changed on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Changed {
    /// The day.
    pub day: Date,
    /// What changed.
    pub of: ChangeOf,
}

/// What a day of change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeOf {
    /// The password became what it is on this day.
    Password,
    /// Something of the entry changed on this day, so the password is at least as old.
    Entry,
}

#[cfg(test)]
mod tests {
    use super::*;

    static_assertions::assert_not_impl_any!(Login: std::fmt::Debug, std::fmt::Display, Clone, PartialEq, serde::Serialize);
}
