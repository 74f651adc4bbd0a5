//! The stable codes of the rules.

/// Whether a finding keeps a draft from being published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// It does.
    Error,
    /// It does not.
    Warning,
}

impl Level {
    /// Its word in JSON.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal $level:ident,)+) => {
        /// A rule of the lint.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name,)+ }

        impl Code {
            /// Each of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its word in JSON; it never changes.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// Whether it keeps a draft from being published.
            #[must_use]
            pub fn level(self) -> Level {
                match self { $(Self::$name => Level::$level,)+ }
            }
        }
    };
}

codes! {
    /// What happened is not said.
    NoNature = "no-nature" Error,
    /// Nobody is named whom to ask.
    NoContact = "no-contact" Error,
    /// What it can lead to is not said.
    NoConsequences = "no-consequences" Error,
    /// What is being done is not said.
    NoMeasures = "no-measures" Error,
    /// Neither a step nor a class of data.
    NothingToDo = "nothing-to-do" Error,
    /// Interim, and what is not known is not said.
    UnknownsNotSaid = "unknowns-not-said" Error,
    /// A date lies before one that it must follow.
    DatesOutOfOrder = "dates-out-of-order" Error,
    /// A link that is not https.
    LinkNotHttps = "link-not-https" Error,
    /// A link to a domain that is neither the publisher's nor listed.
    LinkForeignDomain = "link-foreign-domain" Error,
    /// The text asks for a password, a code or money.
    AsksForSecret = "asks-for-secret" Error,
    /// No revision.
    NoRevision = "no-revision" Error,
    /// The history does not tell of this revision.
    NoHistory = "no-history" Error,
    /// No time until which it may be taken as current.
    NoExpiry = "no-expiry" Error,
    /// A gap of a template that nobody has filled, in a text that no other error names.
    OpenGap = "open-gap" Error,
    /// `withdrawn` at the top of the file, where it is no field: nothing is taken back by it.
    WithdrawnIgnored = "withdrawn-ignored" Error,
    /// What was not taken is not said.
    NoNotExposed = "no-not-exposed" Warning,
    /// No count of accounts, and no "not known yet".
    NoCount = "no-count" Warning,
    /// Interim, and no time for the next statement.
    NoNextUpdate = "no-next-update" Warning,
    /// A text that asks for a reading age above 12.
    ReadingAge = "reading-age" Warning,
    /// A paragraph with more than one action.
    ManyActions = "many-actions" Warning,
    /// A step whose text holds more than the walk shows: list items beyond the sixth, or paragraphs around them.
    TextNotInWalk = "text-not-in-walk" Warning,
    /// "Might" where the field says confirmed.
    MightWhereConfirmed = "might-where-confirmed" Warning,
    /// A term without explanation.
    UnexplainedTerm = "unexplained-term" Warning,
    /// Nowhere to look if the site is down.
    NoAlternativeChannel = "no-alternative-channel" Warning,
    /// A translation older than the text that it translates.
    OldTranslation = "old-translation" Warning,
    /// A domain that looks like the publisher's or a listed one and is not.
    LookAlikeDomain = "look-alike-domain" Warning,
    /// What the publisher will never ask for is not said.
    NoNeverAsks = "no-never-asks" Warning,
    /// A country whose authorities are not known; the page leaves it out.
    UnknownCountry = "unknown-country" Warning,
    /// Two places that cannot both be true.
    Contradiction = "contradiction" Warning,
    /// The time for the next statement has passed.
    PastNextUpdate = "past-next-update" Warning,
    /// The time until which it may be taken as current has passed.
    PastExpiry = "past-expiry" Warning,
    /// Something is said to have happened that lies ahead.
    FutureDate = "future-date" Warning,
    /// Texts that another language has are missing in this one.
    IncompleteTranslation = "incomplete-translation" Warning,
    /// A step that the library gives already.
    DoubledStep = "doubled-step" Warning,
    /// A question or a withdrawal names a step that there is not.
    UnknownStep = "unknown-step" Warning,
    /// A text leads to the data that was taken.
    LeadsToLeak = "leads-to-leak" Warning,
    /// A street and a house number in a text.
    PostalAddress = "postal-address" Warning,
    /// When it happened is not said as a date.
    NoOccurred = "no-occurred" Warning,
    /// When the publisher noticed is not said as a date.
    NoDiscovered = "no-discovered" Warning,
    /// Whether the site is safe to open is not said.
    SiteSafeNotSaid = "site-safe-not-said" Warning,
    /// Whether children are among the members is not said.
    ChildrenNotSaid = "children-not-said" Warning,
    /// Somebody demands money, and of whom is not said.
    ExtortionOfWhom = "extortion-of-whom" Warning,
    /// No authority is named that was told.
    NoReported = "no-reported" Warning,
    /// No help is offered.
    NoOffer = "no-offer" Warning,
    /// No word of apology.
    NoApology = "no-apology" Warning,
}

impl Code {
    /// The languages that the rule knows; `None` for one that reads no words, or all texts in any language.
    #[must_use]
    pub fn languages(self) -> Option<&'static [&'static str]> {
        let reads_words = matches!(
            self,
            Self::ReadingAge | Self::ManyActions | Self::MightWhereConfirmed | Self::UnexplainedTerm
        );
        reads_words.then_some(super::language::KNOWN)
    }
}
