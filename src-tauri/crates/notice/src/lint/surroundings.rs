//! What the lint knows beside the draft: all of it is given, nothing is looked up.

use std::collections::BTreeSet;

use jiff::Timestamp;

/// What a draft is looked at with. A rule whose facts are not given finds nothing.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// The registrable domains of the shipped data.
    pub listed: BTreeSet<String>,
    /// The time.
    pub now: Option<Timestamp>,
    /// The codes of the countries that have contacts, in lower case.
    pub countries: Vec<String>,
    /// The steps that readers get without the notice's own.
    pub library: Vec<LibraryStep>,
}

/// A step that readers get without the notice's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryStep {
    /// Its id; a step of the notice with the same one takes its place.
    pub id: String,
    /// What kind of step it is, as in a notice.
    pub kind: String,
    /// The classes of data and kinds of attack that ask for it.
    pub asked_by: Vec<String>,
}

impl Surroundings {
    /// Nothing but the registrable domains of the shipped data.
    #[must_use]
    pub fn of(listed: BTreeSet<String>) -> Self {
        Self { listed, ..Self::default() }
    }
}
