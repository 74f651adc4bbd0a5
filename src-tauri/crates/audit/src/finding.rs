//! What can be said of a saved log-in.

use jiff::civil::Date;

use crate::distinct::NotChecked;
use crate::heads::Lines;

macro_rules! kinds {
    ($($variant:ident = $code:literal, $asks:literal, $what:literal;)+) => {
        /// A kind of finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $(#[doc = $what] $variant,)+ }

        impl Kind {
            /// Each of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its word in results (`docs/command-line.md`).
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The kind with that word.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.code() == code)
            }

            /// Whether it is a reason to change something.
            #[must_use]
            pub fn asks_for_a_change(self) -> bool {
                match self { $(Self::$variant => $asks,)+ }
            }
        }
    };
}

kinds! {
    IncidentSite = "incident_site", true, "It is an account at the site of the notice that is open.";
    IncidentPassword = "incident_password", true, "It has the password of such an account.";
    MasterPasswordReused = "master_password_reused", true, "It has the password that opens the file itself, or nearly.";
    Breached = "breached", true, "The password is on a list of breached ones.";
    Reused = "reused", true, "Another account has the same password.";
    Similar = "similar", true, "Another password is like it.";
    Weak = "weak", true, "The password is easy to guess.";
    SiteBreachedSince = "site_breached_since", true, "The site was breached since the password was changed.";
    SiteBreachedChangeUnknown = "site_breached_change_unknown", true, "The site was breached; when the password was changed is not known.";
    InsecureAddress = "insecure_address", true, "The address is http: what is typed there can be read on the way.";
    Old = "old", true, "The password is old, and something else speaks against it.";
    TwoStepOffered = "two_step_offered", false, "The site offers a second step at sign-in.";
    NotChecked = "not_checked", false, "There is nothing that could be checked.";
}

/// Several kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kinds(u32);

const _: () = assert!(Kind::ALL.len() <= 32, "a kind of finding is a bit of `Kinds`");

impl Kinds {
    /// With this one too, if it applies.
    #[must_use]
    pub fn with(self, kind: Kind, applies: bool) -> Self {
        Self(self.0 | u32::from(applies) << kind as u32)
    }

    /// Whether it is among them.
    #[must_use]
    pub fn has(self, kind: Kind) -> bool {
        self.0 & 1 << kind as u32 != 0
    }

    /// Each of them, in the order of [`Kind::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.iter().copied().filter(move |kind| self.has(*kind))
    }

    /// Whether any of them is a reason to change something.
    #[must_use]
    pub fn ask_for_a_change(self) -> bool {
        self.iter().any(Kind::asks_for_a_change)
    }
}

/// What was learned of a password from lists. The caller asks them; this crate knows none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Lookup {
    /// It is on one.
    Found {
        /// On which.
        list: String,
        /// How often it was seen, where the list tells.
        count: Option<u64>,
        /// Whether that is the least that it can be: the list keeps classes of counts.
        at_least: bool,
    },
    /// Each list that was asked answered, and none holds it.
    NotOnThisList,
    /// A list that was asked could not answer.
    CouldNotCheck {
        /// Why, as a code of the list's.
        reason: &'static str,
    },
    /// None was asked.
    #[default]
    NotAsked,
}

impl Lookup {
    /// Its word in results.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Found { .. } => "found",
            Self::NotOnThisList => "not_on_this_list",
            Self::CouldNotCheck { .. } => "could_not_check",
            Self::NotAsked => "not_asked",
        }
    }
}

/// A breach of the site of a log-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteBreach {
    /// The stable name of the breach.
    pub name: String,
    /// Its name for people.
    pub title: String,
    /// When it happened.
    pub date: Date,
}

/// One thing that can be said of a saved log-in. Holds no password and no hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// [`Kind::IncidentSite`]
    IncidentSite,
    /// [`Kind::IncidentPassword`]
    IncidentPassword,
    /// [`Kind::MasterPasswordReused`]
    MasterPasswordReused {
        /// Whether it is not the same password but one like it.
        nearly: bool,
    },
    /// [`Kind::Breached`]
    Breached {
        /// The list that holds it.
        list: String,
        /// How often it was seen, where the list tells.
        count: Option<u64>,
        /// Whether that is the least that it can be: the list keeps classes of counts.
        at_least: bool,
    },
    /// [`Kind::Reused`]
    Reused {
        /// The log-ins of the other accounts.
        with: Lines,
    },
    /// [`Kind::Similar`]
    Similar {
        /// The log-ins whose passwords are like it.
        with: Lines,
    },
    /// [`Kind::Weak`]
    Weak {
        /// 0 to 2.
        score: u8,
    },
    /// [`Kind::SiteBreachedSince`]
    SiteBreachedSince(SiteBreach),
    /// [`Kind::SiteBreachedChangeUnknown`]
    SiteBreachedChangeUnknown(SiteBreach),
    /// [`Kind::InsecureAddress`]
    InsecureAddress,
    /// [`Kind::TwoStepOffered`]
    TwoStepOffered {
        /// Which: `sms`, `totp`, …
        methods: Vec<String>,
        /// The page that explains it; https.
        documentation: Option<String>,
    },
    /// [`Kind::Old`]
    Old {
        /// The day of the last change that is known.
        changed: Date,
    },
    /// [`Kind::NotChecked`]
    NotChecked {
        /// Why.
        reason: NotChecked,
    },
}

impl Finding {
    /// Of which kind it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::IncidentSite => Kind::IncidentSite,
            Self::IncidentPassword => Kind::IncidentPassword,
            Self::MasterPasswordReused { .. } => Kind::MasterPasswordReused,
            Self::Breached { .. } => Kind::Breached,
            Self::Reused { .. } => Kind::Reused,
            Self::Similar { .. } => Kind::Similar,
            Self::Weak { .. } => Kind::Weak,
            Self::SiteBreachedSince(_) => Kind::SiteBreachedSince,
            Self::SiteBreachedChangeUnknown(_) => Kind::SiteBreachedChangeUnknown,
            Self::InsecureAddress => Kind::InsecureAddress,
            Self::TwoStepOffered { .. } => Kind::TwoStepOffered,
            Self::Old { .. } => Kind::Old,
            Self::NotChecked { .. } => Kind::NotChecked,
        }
    }
}
