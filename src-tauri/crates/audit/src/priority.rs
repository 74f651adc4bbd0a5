//! What to change first, and why.

use sites::RegistrableDomain;

use crate::finding::{Kind, Kinds};

/// Why a log-in stands where it does. Declared in the order in which to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// It is an e-mail account: whoever has it can have the rest reset.
    EmailAccount,
    /// It is at the site of the notice, or has the password of an account there.
    Incident,
    /// It has the password that opens all the others.
    MasterPassword,
    /// The password is known and opens other accounts too.
    BreachedAndReused,
    /// The password is known.
    Breached,
    /// One breach would open several accounts.
    Reused,
    /// The site was breached after the password was set.
    SiteBreached,
    /// The password can be guessed, by itself or from another.
    EasyToGuess,
    /// Something else speaks for a change.
    Worth,
    /// Nothing has to change; a second step is on offer.
    Extra,
    /// Nothing was found.
    Nothing,
    /// Nothing could be checked.
    NotChecked,
}

impl Urgency {
    /// Each of them, the most urgent first.
    pub const ALL: &'static [Self] = &[
        Self::EmailAccount,
        Self::Incident,
        Self::MasterPassword,
        Self::BreachedAndReused,
        Self::Breached,
        Self::Reused,
        Self::SiteBreached,
        Self::EasyToGuess,
        Self::Worth,
        Self::Extra,
        Self::Nothing,
        Self::NotChecked,
    ];

    /// A stable name for it, to look up a text by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::EmailAccount => "email_account",
            Self::Incident => "incident",
            Self::MasterPassword => "master_password",
            Self::BreachedAndReused => "breached_and_reused",
            Self::Breached => "breached",
            Self::Reused => "reused",
            Self::SiteBreached => "site_breached",
            Self::EasyToGuess => "easy_to_guess",
            Self::Worth => "worth",
            Self::Extra => "extra",
            Self::Nothing => "nothing",
            Self::NotChecked => "not_checked",
        }
    }

    pub(crate) fn of(kinds: Kinds, is_email_account: bool) -> Self {
        let has = |kind| kinds.has(kind);
        if has(Kind::NotChecked) {
            Self::NotChecked
        } else if !kinds.ask_for_a_change() {
            if has(Kind::TwoStepOffered) { Self::Extra } else { Self::Nothing }
        } else if is_email_account {
            Self::EmailAccount
        } else if has(Kind::IncidentSite) || has(Kind::IncidentPassword) {
            Self::Incident
        } else if has(Kind::MasterPasswordReused) {
            Self::MasterPassword
        } else if has(Kind::Breached) && has(Kind::Reused) {
            Self::BreachedAndReused
        } else if has(Kind::Breached) {
            Self::Breached
        } else if has(Kind::Reused) {
            Self::Reused
        } else if has(Kind::SiteBreachedSince) {
            Self::SiteBreached
        } else if has(Kind::Weak) || has(Kind::Similar) {
            Self::EasyToGuess
        } else {
            Self::Worth
        }
    }
}

/// Sites whose log-in is that of a mailbox, where the user name need not say so.
const MAIL_SITES: &[&str] = &[
    "aol.com",
    "apple.com",
    "bt.com",
    "btinternet.com",
    "fastmail.com",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "google.com",
    "hey.com",
    "hotmail.com",
    "icloud.com",
    "laposte.net",
    "libero.it",
    "live.com",
    "mail.com",
    "mail.ru",
    "mailbox.org",
    "microsoftonline.com",
    "orange.fr",
    "outlook.com",
    "posteo.de",
    "proton.me",
    "protonmail.com",
    "sky.com",
    "t-online.de",
    "talktalk.co.uk",
    "tuta.com",
    "tutanota.com",
    "virginmedia.com",
    "web.de",
    "yahoo.co.uk",
    "yahoo.com",
    "yandex.com",
    "yandex.ru",
    "zoho.com",
];

/// Whether a log-in is that of a mailbox: at a site for that, or with an address at the site itself for a name.
pub(crate) fn is_email_account(site: &RegistrableDomain, username: &str) -> bool {
    let own = username.rsplit_once('@').is_some_and(|(_, domain)| {
        RegistrableDomain::of(domain)
            .is_some_and(|domain| domain.is_registrable() && domain.as_str() == site.as_str())
    });
    own || MAIL_SITES.binary_search(&site.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sites_of_mailboxes_are_sorted() {
        assert!(MAIL_SITES.is_sorted());
    }

    #[test]
    fn a_mailbox_is_told_by_its_site_or_by_an_address_of_the_site() {
        let is = |site, name| is_email_account(&RegistrableDomain::of(site).unwrap(), name);
        assert!(is("https://accounts.google.com/", "ann"));
        assert!(is("https://mail.forum.example/", "ann@forum.example"));
        assert!(!is("https://forum.example/", "ann@gmx.de"));
    }

    #[test]
    fn a_mailbox_without_a_reason_to_change_is_not_urgent() {
        assert_eq!(Urgency::of(Kinds::default(), true), Urgency::Nothing);
        assert_eq!(Urgency::of(Kinds::default().with(Kind::Weak, true), true), Urgency::EmailAccount);
    }
}
