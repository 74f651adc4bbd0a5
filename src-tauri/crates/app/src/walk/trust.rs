//! Who vouches for a notice.

use notice::verify::State;

/// Who vouches for the bytes of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// Nobody: its own steps, questions and links are not used.
    Unsigned,
    /// It ships inside this program, as practice.
    Practice,
    /// A signed file, and what its verification found. Only some states let its own words count.
    Signed(State),
}

impl Trust {
    /// The word of the public JSON contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unsigned => "unsigned",
            Self::Practice => "practice",
            Self::Signed(state) => state.code(),
        }
    }

    /// Whether the notice's own steps and questions count.
    #[must_use]
    pub fn vouched(self) -> bool {
        match self {
            Self::Unsigned => false,
            Self::Practice => true,
            Self::Signed(state) => state.vouched(),
        }
    }

    /// Whether it comes from a publisher that somebody pinned on this computer, or from this program.
    #[must_use]
    pub fn pinned(self) -> bool {
        match self {
            Self::Unsigned => false,
            Self::Practice => true,
            Self::Signed(state) => state.pinned(),
        }
    }
}

impl From<State> for Trust {
    fn from(state: State) -> Self {
        if state == State::Unsigned { Self::Unsigned } else { Self::Signed(state) }
    }
}
