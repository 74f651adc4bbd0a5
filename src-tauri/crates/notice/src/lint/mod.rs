//! What a draft lacks before it can be published, and what would make it better: findings with a code and a place.
//!
//! Facts only; the sentences are the shells'. Missing fields are in [`required`], dates in [`dates`], languages in
//! [`translations`], steps in [`steps`], facts in [`facts`], addresses in [`links`], [`leaks`] and [`addresses`], and whatever reads the words themselves
//! in [`wording`], [`contradictions`] and [`secrets`], which know the languages that have a file in `lint/`. The time
//! and the library of steps come in with [`Surroundings`].

mod addresses;
mod code;
mod contradictions;
mod dates;
mod facts;
mod gaps;
mod language;
mod leaks;
mod links;
mod places;
mod plainly;
mod reason;
mod required;
mod secrets;
mod steps;
mod surroundings;
mod texts;
mod translations;
mod wording;

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::DeTable;

pub use code::{Code, Level};
pub use reason::Reason;
pub use surroundings::{LibraryStep, Surroundings};

use crate::container::{self, Container};
use crate::{Notice, NoticeError, raw};
use places::Places;
use texts::Text;

/// One thing that the lint found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub code: Code,
    /// The field, as in `step[0].text.en`; where a field is missing, the one that is.
    pub field: String,
    /// Its line, from 1; of a field that is missing, 1 or that of the table in which it should stand.
    pub line: u32,
    /// Its column in characters, from 1.
    pub column: u32,
    /// What it is about: a term, a host, an age, an unfilled gap. It may be a text of the file.
    pub about: Option<String>,
    /// What exactly is wrong, where the code has several reasons.
    pub reason: Option<Reason>,
}

/// A gap of a template that nobody has filled: two braces, a hint, two braces.
#[must_use]
pub fn gap(text: &str) -> Option<&str> {
    let (_, after) = text.split_once("{{")?;
    let (hint, _) = after.split_once("}}")?;
    Some(hint.trim())
}

/// Looks at a draft, or at the body of a signed notice. Errors come first, then whatever is further up.
///
/// # Errors
/// When the text is no notice at all; only a revision may be missing.
pub fn lint(bytes: &[u8], surroundings: &Surroundings) -> Result<Vec<Finding>, NoticeError> {
    let (body, signed) = match container::split(bytes)? {
        Container::Unsigned(body) => (body, false),
        Container::Signed(parts) => (parts.body, true),
    };
    let notice = raw::read_draft(body)?;
    let confirmed = &wording::confirmed(&notice);
    let draft = Draft {
        notice: &notice,
        places: &Places::of(body),
        texts: &texts::of(&notice),
        surroundings,
        confirmed,
        signed,
    };
    // It was read a moment ago by the same grammar.
    let table = DeTable::parse(body).ok();
    let table = table.as_ref().map(Spanned::get_ref);
    let mut findings = Vec::new();
    required::look(&draft, table, &mut findings);
    dates::look(&draft, table, &mut findings);
    translations::look(&draft, &mut findings);
    steps::look(&draft, &mut findings);
    links::look(&draft, &mut findings);
    leaks::look(&draft, &mut findings);
    addresses::look(&draft, &mut findings);
    facts::look(&draft, &mut findings);
    secrets::look(&draft, &mut findings);
    wording::look(&draft, &mut findings);
    contradictions::look(&draft, &mut findings);
    gaps::look(&draft, table, &mut findings);
    findings.sort_by_key(|finding| (finding.code.level(), finding.line, finding.column, finding.code));
    Ok(findings)
}

/// What every rule looks at.
struct Draft<'a> {
    notice: &'a Notice,
    places: &'a Places<'a>,
    texts: &'a [Text],
    surroundings: &'a Surroundings,
    confirmed: &'a BTreeSet<String>,
    signed: bool,
}

impl Draft<'_> {
    /// A finding at a field, or at `snippet` inside it.
    fn finding(&self, code: Code, field: &str, snippet: Option<&str>, about: Option<String>) -> Finding {
        let (line, column) = self.places.find(field, snippet);
        Finding { code, field: field.to_owned(), line, column, about, reason: None }
    }

    /// A finding whose code has several reasons.
    fn because(&self, code: Code, field: &str, snippet: Option<&str>, reason: Reason) -> Finding {
        Finding { reason: Some(reason), ..self.finding(code, field, snippet, None) }
    }

    /// Whether it was published, or is about to be read by members: what publishing writes must be there then.
    fn is_published(&self) -> bool {
        self.signed || self.notice.published.is_some()
    }
}
