//! What exactly is wrong where a code has several reasons: facts, for the sentences of the shells.

use jiff::Timestamp;
use jiff::civil::Date;

/// Why there is a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// A text says that nothing was taken, and a class of data is confirmed.
    AllClear {
        /// The words of the text, in small letters.
        phrase: String,
        /// The class.
        class: String,
    },
    /// A text says for certain that data was taken, and its class is only possible.
    Certain {
        /// The words of the text, in small letters.
        phrase: String,
        /// The class.
        class: String,
    },
    /// No account is affected, and a class of data is confirmed.
    NoAccounts,
    /// A text counts other accounts than `accounts_affected`.
    Count {
        /// The number of the text.
        text: u64,
        /// That of the field.
        field: u64,
    },
    /// The last statement, and something is not known.
    FinalUnknowns,
    /// The e-mail address of the contact is none.
    NotAnAddress,
    /// A question would take away only steps that were withdrawn.
    AskedInVain {
        /// The id of the question.
        question: String,
    },
    /// A time that must follow publishing does not.
    NotAfterPublishing {
        /// The time.
        time: Timestamp,
        /// When it is published.
        published: Timestamp,
    },
    /// A day of the history lies before that of the revision before.
    BeforeFormer {
        /// The day.
        day: Date,
        /// That of the revision before.
        former: Date,
    },
    /// A day of the history lies after the one on which it is published.
    AfterPublishing {
        /// The day.
        day: Date,
    },
    /// It was discovered or contained before it began, or its end lies before its beginning.
    BeforeItBegan {
        /// The time.
        time: Timestamp,
        /// When it began.
        began: Timestamp,
    },
    /// The site is not safe to open, and a step leads there.
    UnsafeSite {
        /// The id of the step.
        step: String,
    },
    /// Texts that there are in another language.
    Missing {
        /// The language that lacks them.
        language: String,
        /// Their fields, as in `step[0].text`.
        fields: Vec<String>,
    },
}

impl Reason {
    /// The word of each of them.
    pub const CODES: [&'static str; 13] = [
        "all-clear",
        "certain",
        "no-accounts",
        "count",
        "final-unknowns",
        "not-an-address",
        "asked-in-vain",
        "not-after-publishing",
        "before-former",
        "after-publishing",
        "before-it-began",
        "unsafe-site",
        "missing",
    ];

    /// Its word for the window, one of [`Self::CODES`]; it never changes.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::AllClear { .. } => "all-clear",
            Self::Certain { .. } => "certain",
            Self::NoAccounts => "no-accounts",
            Self::Count { .. } => "count",
            Self::FinalUnknowns => "final-unknowns",
            Self::NotAnAddress => "not-an-address",
            Self::AskedInVain { .. } => "asked-in-vain",
            Self::NotAfterPublishing { .. } => "not-after-publishing",
            Self::BeforeFormer { .. } => "before-former",
            Self::AfterPublishing { .. } => "after-publishing",
            Self::BeforeItBegan { .. } => "before-it-began",
            Self::UnsafeSite { .. } => "unsafe-site",
            Self::Missing { .. } => "missing",
        }
    }

    /// What it is about, without a word of any language but those of the draft.
    #[must_use]
    pub fn facts(&self) -> Vec<String> {
        match self {
            Self::AllClear { phrase, class } | Self::Certain { phrase, class } => {
                vec![phrase.clone(), class.clone()]
            }
            Self::NoAccounts | Self::FinalUnknowns | Self::NotAnAddress => Vec::new(),
            Self::Count { text, field } => vec![text.to_string(), field.to_string()],
            Self::AskedInVain { question: id } | Self::UnsafeSite { step: id } => vec![id.clone()],
            Self::NotAfterPublishing { time, published } => vec![time.to_string(), published.to_string()],
            Self::BeforeFormer { day, former } => vec![day.to_string(), former.to_string()],
            Self::AfterPublishing { day } => vec![day.to_string()],
            Self::BeforeItBegan { time, began } => vec![time.to_string(), began.to_string()],
            Self::Missing { fields, .. } => fields.clone(),
        }
    }
}
