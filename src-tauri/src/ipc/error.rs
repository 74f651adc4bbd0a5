//! A failure as a code and its place; the screens know the sentence and the next step.

use serde::Serialize;
use ts_rs::TS;

/// A failure. Never holds a secret.
#[derive(Debug, Clone, Serialize, TS)]
pub(crate) struct IpcError {
    code: String,
    detail: Option<String>,
    line: Option<u32>,
    column: Option<u32>,
}

impl IpcError {
    pub(crate) fn new(code: &str) -> Self {
        Self { code: code.to_owned(), detail: None, line: None, column: None }
    }

    pub(crate) fn code(&self) -> &str {
        &self.code
    }
}

impl From<notice::NoticeError> for IpcError {
    fn from(error: notice::NoticeError) -> Self {
        let (line, column) = error.place().unzip();
        let detail = matches!(error, notice::NoticeError::WrongType { .. }).then(|| error.to_string());
        Self { code: error.code().to_owned(), detail, line, column }
    }
}

impl From<password::PasswordError> for IpcError {
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

impl From<selfcheck::own_file::OutputError> for IpcError {
    fn from(error: selfcheck::own_file::OutputError) -> Self {
        use selfcheck::own_file::OutputError as E;
        Self::new(match error {
            E::IsInput { .. } => "output_is_input",
            E::SecretKey { .. } => "output_is_key",
            E::OtherKind { .. } => "output_other_kind",
            E::NotAFile { .. } => "output_not_a_file",
            _ => "output_no_folder",
        })
    }
}

impl From<selfcheck::catalogue::UpdateError> for IpcError {
    fn from(error: selfcheck::catalogue::UpdateError) -> Self {
        use selfcheck::catalogue::UpdateError as E;
        Self::new(match error {
            E::Write(_) => "catalogue_not_kept",
            E::NotACatalogue { .. } | E::TooLong { .. } | E::Status { .. } => "catalogue_bad",
            _ => "catalogue_unreachable",
        })
    }
}

impl From<household::HouseholdError> for IpcError {
    fn from(error: household::HouseholdError) -> Self {
        use household::HouseholdError as E;
        match error {
            E::KeyringAbsent => IpcError::new("keyring_absent"),
            E::KeyringLocked => IpcError::new("keyring_locked"),
            E::KeyGone { .. } => IpcError::new("key_gone"),
            E::KeyFileUnusable { .. } => IpcError::new("key_file"),
            E::PassphraseNeeded => IpcError::new("passphrase_needed"),
            E::KeyringNeeded => IpcError::new("keyring_needed"),
            E::WrongPassphrase => IpcError::new("wrong_passphrase"),
            E::Damaged { .. } => IpcError::new("household_damaged"),
            E::TooNew { .. } => IpcError::new("household_too_new"),
            E::Busy { .. } => IpcError::new("household_busy"),
            E::Gone { .. } => IpcError::new("household_gone"),
            E::Full { .. } => IpcError::new("disk_full"),
            E::Nobody => IpcError::new("person_gone"),
            E::NameTaken => IpcError::new("name_taken"),
            E::NotAnExport => IpcError::new("household_not_export"),
            E::ExportTooNew { .. } => IpcError::new("household_export_too_new"),
            _ => IpcError::new("household_failed"),
        }
    }
}

impl From<household::NameError> for IpcError {
    fn from(error: household::NameError) -> Self {
        use household::NameError as E;
        match error {
            E::Empty => IpcError::new("name_empty"),
            E::TooLong => IpcError::new("name_too_long"),
            _ => IpcError::new("name_not_shown"),
        }
    }
}

impl From<household::PassphraseError> for IpcError {
    fn from(error: household::PassphraseError) -> Self {
        match error {
            household::PassphraseError::Empty => IpcError::new("passphrase_empty"),
            _ => IpcError::new("passphrase_line"),
        }
    }
}
