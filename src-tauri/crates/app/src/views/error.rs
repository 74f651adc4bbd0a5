//! A failure as a code and its place; the screens know the sentence and the next step.

use serde::Serialize;
use ts_rs::TS;

/// A failure. Never holds a secret.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Failure {
    code: String,
    detail: Option<String>,
    line: Option<u32>,
    column: Option<u32>,
}

impl Failure {
    pub(crate) fn new(code: &str) -> Self {
        Self { code: code.to_owned(), detail: None, line: None, column: None }
    }

    /// Something could not be written: the code of a full disk, or this one.
    pub(crate) fn not_written(error: &(dyn std::error::Error + 'static), code: &str) -> Self {
        Self::new(if files::is_full(error) { "disk_full" } else { code })
    }

    /// A request that the screens of this version do not make.
    #[must_use]
    pub fn request() -> Self {
        Self::new("request")
    }

    pub(crate) fn code(&self) -> &str {
        &self.code
    }
}

impl From<notice::NoticeError> for Failure {
    fn from(error: notice::NoticeError) -> Self {
        let (line, column) = error.place().unzip();
        let detail = matches!(error, notice::NoticeError::WrongType { .. }).then(|| error.to_string());
        Self { code: error.code().to_owned(), detail, line, column }
    }
}

impl From<password::PasswordError> for Failure {
    fn from(error: password::PasswordError) -> Self {
        use password::PasswordError as E;
        Self::new(match error {
            E::Empty => "password_empty",
            E::TooLong { .. } => "password_too_long",
            E::LineBreak { .. } => "password_line_break",
            _ => "password_not_text",
        })
    }
}

impl From<crate::own_file::OutputError> for Failure {
    fn from(error: crate::own_file::OutputError) -> Self {
        use crate::own_file::OutputError as E;
        Self::new(match error {
            E::IsInput { .. } => "output_is_input",
            E::SecretKey { .. } => "output_is_key",
            E::OtherKind { .. } => "output_other_kind",
            E::NotAFile { .. } => "output_not_a_file",
            _ => "output_no_folder",
        })
    }
}

impl From<crate::catalogue::UpdateError> for Failure {
    fn from(error: crate::catalogue::UpdateError) -> Self {
        use crate::catalogue::UpdateError as E;
        Self::new(match error {
            E::Write(source) => return Self::not_written(&source, "catalogue_not_kept"),
            E::NotACatalogue { .. } | E::TooLong { .. } | E::Status { .. } => "catalogue_bad",
            _ => "catalogue_unreachable",
        })
    }
}

impl From<household::HouseholdError> for Failure {
    fn from(error: household::HouseholdError) -> Self {
        use household::HouseholdError as E;
        match error {
            E::KeyringAbsent => Failure::new("keyring_absent"),
            E::KeyringLocked => Failure::new("keyring_locked"),
            E::KeyGone { .. } => Failure::new("key_gone"),
            E::KeyFileUnusable { .. } => Failure::new("key_file"),
            E::PassphraseNeeded => Failure::new("passphrase_needed"),
            E::KeyringNeeded => Failure::new("keyring_needed"),
            E::WrongPassphrase => Failure::new("wrong_passphrase"),
            E::Damaged { .. } => Failure::new("household_damaged"),
            E::TooNew { .. } => Failure::new("household_too_new"),
            E::Busy { .. } => Failure::new("household_busy"),
            E::Gone { .. } => Failure::new("household_gone"),
            E::Full { .. } => Failure::new("disk_full"),
            E::Nobody => Failure::new("person_gone"),
            E::NameTaken => Failure::new("name_taken"),
            E::NotAnExport => Failure::new("household_not_export"),
            E::ExportTooNew { .. } => Failure::new("household_export_too_new"),
            _ => Failure::new("household_failed"),
        }
    }
}

impl From<household::NameError> for Failure {
    fn from(error: household::NameError) -> Self {
        use household::NameError as E;
        match error {
            E::Empty => Failure::new("name_empty"),
            E::TooLong => Failure::new("name_too_long"),
            _ => Failure::new("name_not_shown"),
        }
    }
}

impl From<household::PassphraseError> for Failure {
    fn from(error: household::PassphraseError) -> Self {
        match error {
            household::PassphraseError::Empty => Failure::new("passphrase_empty"),
            _ => Failure::new("passphrase_line"),
        }
    }
}
