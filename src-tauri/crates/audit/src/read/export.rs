//! What came out of an export.

use std::fmt;

use super::{Encoding, Warning};
use crate::Login;

macro_rules! sources {
    ($($variant:ident = $code:literal, $what:literal;)+) => {
        /// Where an export comes from.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Source { $(#[doc = $what] $variant,)+ }

        impl Source {
            /// Each of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its stable name (`docs/command-line.md`).
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// What people call it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $what,)+ }
            }

            /// Whether the file is the place where its owner keeps the passwords, and no copy made for us: it must
            /// not be deleted.
            #[must_use]
            pub fn is_database(self) -> bool {
                matches!(self, Self::Kdbx)
            }
        }
    };
}

sources! {
    Chrome = "chrome", "Chrome, Edge, Brave or Opera";
    Firefox = "firefox", "Firefox";
    Safari = "safari", "Safari or Apple Passwords";
    Bitwarden = "bitwarden", "Bitwarden";
    OnePassword = "1password", "1Password";
    LastPass = "lastpass", "LastPass";
    KeePassXc = "keepassxc", "KeePassXC";
    ProtonPass = "proton-pass", "Proton Pass";
    Dashlane = "dashlane", "Dashlane";
    NordPass = "nordpass", "NordPass";
    RoboForm = "roboform", "RoboForm";
    Keeper = "keeper", "Keeper";
    Kdbx = "kdbx", "KeePass";
    Custom = "custom", "a table with columns of your choice";
}

/// Everything that was read from one file.
pub struct Export {
    /// Where it comes from.
    pub source: Source,
    /// How its letters are written.
    pub encoding: Encoding,
    /// The log-ins, in the order of the file.
    pub logins: Vec<Login>,
    /// What was not taken, in the order of the file.
    pub skipped: Vec<Skipped>,
    /// What its owner has to know about the file, in the order of the file.
    pub warnings: Vec<Warning>,
}

/// An entry of the file that was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Skipped {
    /// Where it begins: as [`Login::line`].
    pub line: u64,
    /// The last line that was lost with it; the same as `line` for an entry on one line.
    pub last_line: u64,
    /// Why it was not taken.
    pub reason: SkipReason,
}

impl Skipped {
    /// An entry on one line.
    #[must_use]
    pub fn at(line: u64, reason: SkipReason) -> Self {
        Self { line, last_line: line, reason }
    }
}

/// Why an entry was not taken. Holds facts of its shape, never of its contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SkipReason {
    /// A note, not a log-in.
    SecureNote,
    /// A bank or credit card.
    Card,
    /// A name and address.
    Identity,
    /// A key pair of a site or server, without a password.
    Key,
    /// A made-up e-mail address.
    Alias,
    /// Another kind of entry that is not a log-in.
    OtherKind,
    /// What Firefox keeps of its own account.
    BrowserAccount,
    /// Thrown away by its owner and still in the bin.
    InTheBin,
    /// No address, no user name, no password.
    NothingInIt,
    /// The row has another number of cells than its header.
    Cells {
        /// How many it has.
        found: usize,
        /// How many it should have.
        expected: usize,
    },
    /// A cell is longer than may be.
    CellTooLong {
        /// How many bytes it may have.
        limit: usize,
    },
    /// The row is longer than may be.
    RowTooLong {
        /// How many bytes it may have.
        limit: usize,
    },
    /// It has more cells or addresses than may be.
    TooManyCells {
        /// How many there may be.
        limit: usize,
    },
    /// A quote is opened and never closed, or only by the quote of a later row.
    UnclosedQuote,
    /// Something follows the quote that closes a cell, so that the cell has no certain end.
    StrayQuote,
    /// It lies inside a cell of the row before it, which a missing quote may have made of it.
    RowInACell,
    /// There is a line break in its user name, address or title, where none can be.
    LineBreak,
    /// The names of the columns once more, as where two exports were joined.
    HeaderAgain,
    /// A zero byte, which no text has.
    ZeroByte,
    /// Its letters are written in another way than those of the rest of the file.
    Letters,
    /// The password has a line break in it.
    PasswordLineBreak,
    /// The password is longer than may be.
    PasswordTooLong {
        /// How many bytes it may have.
        limit: usize,
    },
    /// The password is said to stand in another entry, which the file does not tell.
    Reference,
    /// The entry is not built as it should be.
    Malformed,
}

impl SkipReason {
    /// The names that [`Self::code`] gives.
    pub const CODES: &'static [&'static str] = &[
        "secure-note",
        "card",
        "identity",
        "key",
        "alias",
        "other-kind",
        "browser-account",
        "in-the-bin",
        "nothing-in-it",
        "cells",
        "cell-too-long",
        "row-too-long",
        "too-many-cells",
        "unclosed-quote",
        "stray-quote",
        "row-in-a-cell",
        "line-break",
        "header-again",
        "zero-byte",
        "letters",
        "password-line-break",
        "password-too-long",
        "reference",
        "malformed",
    ];

    /// A stable name for it, to look up a text by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::SecureNote => "secure-note",
            Self::Card => "card",
            Self::Identity => "identity",
            Self::Key => "key",
            Self::Alias => "alias",
            Self::OtherKind => "other-kind",
            Self::BrowserAccount => "browser-account",
            Self::InTheBin => "in-the-bin",
            Self::NothingInIt => "nothing-in-it",
            Self::Cells { .. } => "cells",
            Self::CellTooLong { .. } => "cell-too-long",
            Self::RowTooLong { .. } => "row-too-long",
            Self::TooManyCells { .. } => "too-many-cells",
            Self::UnclosedQuote => "unclosed-quote",
            Self::StrayQuote => "stray-quote",
            Self::RowInACell => "row-in-a-cell",
            Self::LineBreak => "line-break",
            Self::HeaderAgain => "header-again",
            Self::ZeroByte => "zero-byte",
            Self::Letters => "letters",
            Self::PasswordLineBreak => "password-line-break",
            Self::PasswordTooLong { .. } => "password-too-long",
            Self::Reference => "reference",
            Self::Malformed => "malformed",
        }
    }

    /// Whether a log-in may be lost by it, so that the file deserves a look. The others are no log-ins.
    #[must_use]
    pub fn may_be_a_login(self) -> bool {
        !matches!(
            self,
            Self::SecureNote
                | Self::Card
                | Self::Identity
                | Self::Key
                | Self::Alias
                | Self::OtherKind
                | Self::BrowserAccount
                | Self::InTheBin
                | Self::NothingInIt
                | Self::HeaderAgain
        )
    }
}

/// The `reason` of the program's JSON and of reports: a public interface, in English.
impl fmt::Display for SkipReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SecureNote => f.write_str("secure note"),
            Self::Card => f.write_str("payment card"),
            Self::Identity => f.write_str("name and address"),
            Self::Key => f.write_str("passkey or key without a password"),
            Self::Alias => f.write_str("e-mail alias"),
            Self::OtherKind => f.write_str("not a log-in"),
            Self::BrowserAccount => f.write_str("the browser's own account"),
            Self::InTheBin => f.write_str("in the bin"),
            Self::NothingInIt => f.write_str("nothing in it"),
            Self::Cells { found, expected } => write!(f, "{found} cells instead of {expected}"),
            Self::CellTooLong { limit } => write!(f, "a cell longer than {limit} bytes"),
            Self::RowTooLong { limit } => write!(f, "longer than {limit} bytes"),
            Self::TooManyCells { limit } => write!(f, "more than {limit} cells or addresses"),
            Self::UnclosedQuote => f.write_str("a quote that is never closed"),
            Self::StrayQuote => f.write_str("a quote in the middle of a cell"),
            Self::RowInACell => f.write_str("inside a cell of the row before it: a quote may be missing"),
            Self::LineBreak => f.write_str("a line break in its user name, address or title"),
            Self::HeaderAgain => f.write_str("the names of the columns once more"),
            Self::ZeroByte => f.write_str("a zero byte"),
            Self::Letters => f.write_str("letters in another encoding than the rest of the file"),
            Self::PasswordLineBreak => f.write_str("a password with a line break"),
            Self::PasswordTooLong { limit } => write!(f, "a password longer than {limit} bytes"),
            Self::Reference => f.write_str("its password is a reference to another entry"),
            Self::Malformed => f.write_str("not built like the other entries"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static_assertions::assert_not_impl_any!(Export: std::fmt::Debug, Clone, serde::Serialize);

    #[test]
    fn the_codes_of_the_sources_are_those_of_the_command_line() {
        let codes: Vec<_> = Source::ALL.iter().map(|source| source.code()).collect();
        assert_eq!(
            codes.join(", "),
            "chrome, firefox, safari, bitwarden, 1password, lastpass, keepassxc, proton-pass, dashlane, nordpass, \
             roboform, keeper, kdbx, custom"
        );
    }
}
