//! What the owner of an export has to know about the file, apart from what was skipped.

use std::fmt;

macro_rules! warnings {
    ($($variant:ident = $code:literal, $text:literal;)+) => {
        /// What is odd about a line, or about the whole file from that line on.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum WarningKind { $(#[doc = $text] $variant,)+ }

        impl WarningKind {
            /// Each of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its word in results (`docs/command-line.md`).
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }

        /// The sentence of reports, in English.
        impl fmt::Display for WarningKind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Self::$variant => $text,)+ })
            }
        }
    };
}

warnings! {
    EncodingGuessed = "encoding_guessed",
        "the file is not UTF-8, so its encoding was guessed; look whether names with accents are right";
    BrokenLetters = "broken_letters",
        "letters on this line are in another encoding than the rest of the file";
    DoubledEncoding = "doubled_encoding",
        "the password looks like UTF-8 that was converted twice";
    BlanksTrimmed = "blanks_trimmed",
        "the blanks after the separators were taken away, as in the first line or the rest of the row";
    BlankAtEnd = "blank_at_end",
        "the password begins or ends with a blank, which was kept";
    InvisibleCharacter = "invisible_character",
        "the password begins or ends with an invisible character, which may not be part of it";
    EntitiesUndone = "entities_undone",
        "characters were written as HTML entities (&amp;), and were turned back";
    BackslashesUndone = "backslashes_undone",
        "quotes and backslashes were written with a backslash before them, which was taken away";
    PercentUndone = "percent_undone",
        "characters were written as in %26, and were turned back";
    BackslashDoubtful = "backslash_doubtful",
        "the file seems to write a backslash before quotes and backslashes; export it again in another format";
    QuotesTakenAway = "quotes_taken_away",
        "typographic or single quotes around the cells were taken away";
    StrayQuote = "stray_quote",
        "a cell has a quote where none belongs, so its text is uncertain";
    RowsInACell = "rows_in_a_cell",
        "a cell of this row holds lines that look like rows of this table; a quote may be missing";
    SpreadsheetValue = "spreadsheet_value",
        "the password looks like a value that a spreadsheet program has put in its place";
    NotAllCompared = "not_all_compared",
        "this password is a little like so many others that it was not compared with all of them";
}

/// One thing that is odd about the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Warning {
    /// Where: as [`crate::Login::line`]. For what concerns the whole file, the first line that shows it.
    pub line: u64,
    /// What.
    pub kind: WarningKind,
}
