//! What a list can answer.

/// How often a password was seen in breaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// Just as often as that.
    Exact(u64),
    /// At least as often; the list keeps a class of counts.
    AtLeast(u64),
    /// The list keeps no counts.
    Unknown,
}

/// How much used a password is, by the list of the million most used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Among the 1,000 most used.
    Top1000,
    /// Among the 10,000 most used.
    Top10000,
    /// Among the 1,000,000 most used.
    TopMillion,
}

/// The answer of one list about one password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It is on the list.
    Found {
        /// How often it was seen.
        count: Count,
        /// How much used it is, where the list knows.
        rank: Option<Rank>,
    },
    /// It is not on this list; it may be on another, or known to someone all the same.
    NotOnThisList,
    /// The list could not answer. Nothing is known.
    CouldNotCheck(Reason),
    /// The list was not asked.
    NotAsked,
}

/// Why a list could not answer. Facts only; never an address, a prefix or a hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// Nobody answered: no network, a wrong name, a refused connection, a certificate that does not fit.
    Unreachable,
    /// The connection broke before the answer was complete.
    Interrupted,
    /// The time was up.
    TimedOut,
    /// The service asked us to come back later.
    RateLimited {
        /// When, in seconds, if it said so.
        retry_after_seconds: Option<u64>,
    },
    /// The service failed: a status of 500 or more.
    ServerError {
        /// The HTTP status.
        status: u16,
    },
    /// Another status than 200. 404 too: an empty range does not exist.
    UnexpectedStatus {
        /// The HTTP status.
        status: u16,
    },
    /// The service sent us elsewhere, as log-in pages of public networks do.
    Redirected {
        /// The HTTP status.
        status: u16,
    },
    /// The answer is empty.
    EmptyAnswer,
    /// The answer is not a list of suffixes and counts.
    NotAList {
        /// The line, from 1.
        line: u32,
    },
    /// The answer is larger than any range can be.
    TooLarge,
    /// The answer lacks entries that this range is known to have.
    Unreliable,
    /// The user stopped it.
    Cancelled,
    /// The file of the list cannot be opened or read.
    FileUnreadable,
    /// The file is no list, or one of a newer format.
    FileForeign,
    /// The file of the list is damaged where the password would be.
    FileDamaged,
}

impl Reason {
    /// A stable name for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Interrupted => "interrupted",
            Self::TimedOut => "timed_out",
            Self::RateLimited { .. } => "rate_limited",
            Self::ServerError { .. } => "server_error",
            Self::UnexpectedStatus { .. } => "unexpected_status",
            Self::Redirected { .. } => "redirected",
            Self::EmptyAnswer => "empty_answer",
            Self::NotAList { .. } => "not_a_list",
            Self::TooLarge => "too_large",
            Self::Unreliable => "unreliable",
            Self::Cancelled => "cancelled",
            Self::FileUnreadable => "file_unreadable",
            Self::FileForeign => "file_foreign",
            Self::FileDamaged => "file_damaged",
        }
    }

    /// The HTTP status that led to it.
    #[must_use]
    pub fn status(self) -> Option<u16> {
        match self {
            Self::ServerError { status }
            | Self::UnexpectedStatus { status }
            | Self::Redirected { status } => Some(status),
            Self::RateLimited { .. } => Some(429),
            _ => None,
        }
    }

    /// After how many seconds the service wants to be asked again.
    #[must_use]
    pub fn retry_after_seconds(self) -> Option<u64> {
        match self {
            Self::RateLimited { retry_after_seconds } => retry_after_seconds,
            _ => None,
        }
    }
}
