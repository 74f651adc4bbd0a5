//! A step and what it is made of.

use serde::Deserialize;

use crate::country::Country;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$each])* $variant,)+ }

        impl $name {
            /// Each of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its word in files and in JSON.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }
    };
}

words! {
    /// What a step is, and so which tool stands in it.
    Kind {
        /// Plain advice; every unknown kind reads as this.
        Read = "read",
        /// Choose a new password at the site.
        ChangePassword = "change-password",
        /// Check a password here.
        CheckPassword = "check-password",
        /// Find the same password in an export.
        AuditExport = "audit-export",
        /// Switch on two-step sign-in.
        EnableTwoStep = "enable-2fa",
        /// Sign out of all devices.
        SignOutEverywhere = "sign-out-everywhere",
        /// Look at the e-mail account.
        CheckRecoveryEmail = "check-recovery-email",
        /// Expect false messages.
        WatchForPhishing = "watch-for-phishing",
        /// Call or write to somebody.
        ContactAuthority = "contact-authority",
        /// Look at what was written.
        ReviewMessages = "review-messages",
        /// Bodily safety.
        Safety = "safety",
    }
}

impl Kind {
    /// The kind with this word; an unknown one is plain advice.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        Self::ALL.iter().copied().find(|each| each.code() == code).unwrap_or(Self::Read)
    }
}

words! {
    /// How soon a step should be done.
    Urgency {
        /// Now.
        Now = "now",
        /// Today.
        Today = "today",
        /// This week.
        ThisWeek = "this_week",
    }
}

impl Urgency {
    /// The urgency with this word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|each| each.code() == code)
    }
}

words! {
    /// Who gives the advice.
    From {
        /// Selfcheck's own library.
        Library = "library",
        /// The notice.
        Notice = "notice",
    }
}

/// A way to reach a contact at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// As in "call 112".
    pub words: String,
    /// `tel:`, `sms:` or `mailto:` with the number or address.
    pub uri: String,
}

/// Whom to contact or where to read on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The name, and how to reach it where that was confirmed.
    pub text: String,
    /// The name alone, with the regions that it serves.
    pub name: String,
    /// Numbers and addresses that the text says, in its order.
    pub ways: Vec<Way>,
    /// Its page, https; `None` where no single body gives the advice.
    pub url: Option<String>,
    /// Whether the name stands for no single body, so that the page is about it and not its own.
    pub generic: bool,
    /// The day on which it was checked, `2026-11-24`.
    pub checked: String,
    /// Hours, region, what to say.
    pub note: Option<String>,
    /// The service whose own page it is, as in `Google`, where a step names the pages of many services and everybody
    /// needs a few of them. The text begins with it.
    pub service: Option<String>,
}

/// The pages of one service in a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServicePages {
    /// The service.
    pub service: String,
    /// Its pages; their texts do not name the service again.
    pub pages: Vec<Link>,
}

/// The links for everybody, and the pages of services, each service once; both in their order.
#[must_use]
pub fn by_service(links: Vec<Link>) -> (Vec<Link>, Vec<ServicePages>) {
    let (mut contacts, mut services): (Vec<Link>, Vec<ServicePages>) = (Vec::new(), Vec::new());
    for mut link in links {
        let Some(service) = link.service.clone() else {
            contacts.push(link);
            continue;
        };
        for text in [&mut link.text, &mut link.name] {
            if let Some(rest) = text.strip_prefix(&service).and_then(|rest| rest.strip_prefix(": ")) {
                *text = rest.to_owned();
            }
        }
        match services.iter_mut().find(|known| known.service == service) {
            Some(known) => known.pages.push(link),
            None => services.push(ServicePages { service, pages: vec![link] }),
        }
    }
    (contacts, services)
}

/// What a step costs.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Cost {
    /// Nothing.
    Free,
    /// At most this amount, with its currency, as in `£30`.
    UpTo(String),
}

impl Cost {
    /// Its word in files and in JSON: `free`, or the amount.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Free => "free",
            Self::UpTo(amount) => amount,
        }
    }
}

impl std::convert::From<String> for Cost {
    fn from(word: String) -> Self {
        if word == "free" { Self::Free } else { Self::UpTo(word) }
    }
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// A name that never changes.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// How soon.
    pub urgency: Urgency,
    /// How long it takes.
    pub minutes: u32,
    /// What it costs; `None` where that is not known.
    pub cost: Option<Cost>,
    /// Its title.
    pub title: String,
    /// Why it matters, one sentence.
    pub why: String,
    /// What to do, 1 to 6 imperatives.
    pub actions: Vec<String>,
    /// Whom to contact.
    pub links: Vec<Link>,
    /// The classes and kinds that ask for it; empty for what any notice has.
    pub because: Vec<String>,
    /// Who gives it.
    pub from: From,
    /// Whose authorities its links are; `None` where it has none.
    pub country: Option<Country>,
    /// Why its publisher took it back.
    pub withdrawn: Option<String>,
}
