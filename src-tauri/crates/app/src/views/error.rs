//! A failure as a code and its place; the screens know the sentence and the next step.

use super::ErrorCode;
use notice::verify::{Outcome, Reason};
use serde::Serialize;
use ts_rs::TS;

/// A failure. Never holds a secret.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Failure {
    code: ErrorCode,
    detail: Option<String>,
    line: Option<u32>,
    column: Option<u32>,
}

impl Failure {
    pub(crate) fn new(code: ErrorCode) -> Self {
        Self { code, detail: None, line: None, column: None }
    }

    /// Something could not be written: the code of a full disk, or this one.
    pub(crate) fn not_written(error: &(dyn std::error::Error + 'static), code: ErrorCode) -> Self {
        Self::new(if files::is_full(error) { ErrorCode::DiskFull } else { code })
    }

    /// A request that the screens of this version do not make.
    #[must_use]
    pub fn request() -> Self {
        Self::new(ErrorCode::Request)
    }

    pub(crate) fn code(&self) -> ErrorCode {
        self.code
    }
}

/// Why nothing of a notice is shown, or why it does not take the place of the one that is open.
pub(crate) fn refusal(outcome: &Outcome) -> Failure {
    match &outcome.reason {
        Some(Reason::Unreadable(error)) => error.clone().into(),
        Some(reason) => Failure::new(reason.into()),
        None => Failure::new(ErrorCode::Request),
    }
}

impl From<notice::NoticeError> for Failure {
    fn from(error: notice::NoticeError) -> Self {
        let (line, column) = error.place().unzip();
        let detail = matches!(error, notice::NoticeError::WrongType { .. }).then(|| error.to_string());
        Self { code: (&error).into(), detail, line, column }
    }
}

impl From<password::PasswordError> for Failure {
    fn from(error: password::PasswordError) -> Self {
        use password::PasswordError as E;
        Self::new(match error {
            E::Empty => ErrorCode::PasswordEmpty,
            E::TooLong { .. } => ErrorCode::PasswordTooLong,
            E::LineBreak { .. } => ErrorCode::PasswordLineBreak,
            _ => ErrorCode::PasswordNotText,
        })
    }
}

impl From<crate::own_file::OutputError> for Failure {
    fn from(error: crate::own_file::OutputError) -> Self {
        use crate::own_file::OutputError as E;
        Self::new(match error {
            E::IsInput { .. } => ErrorCode::OutputIsInput,
            E::SecretKey { .. } => ErrorCode::OutputIsKey,
            E::OtherKind { .. } => ErrorCode::OutputOtherKind,
            E::NotAFile { .. } => ErrorCode::OutputNotAFile,
            _ => ErrorCode::OutputNoFolder,
        })
    }
}

impl From<crate::catalogue::UpdateError> for Failure {
    fn from(error: crate::catalogue::UpdateError) -> Self {
        use crate::catalogue::UpdateError as E;
        Self::new(match error {
            E::Write(source) => return Self::not_written(&source, ErrorCode::CatalogueNotKept),
            E::NotACatalogue { .. } | E::TooLong { .. } | E::Status { .. } => ErrorCode::CatalogueBad,
            _ => ErrorCode::CatalogueUnreachable,
        })
    }
}

impl From<household::HouseholdError> for Failure {
    fn from(error: household::HouseholdError) -> Self {
        use household::HouseholdError as E;
        match error {
            E::KeyringAbsent => Failure::new(ErrorCode::KeyringAbsent),
            E::KeyringLocked => Failure::new(ErrorCode::KeyringLocked),
            E::KeyGone { .. } => Failure::new(ErrorCode::KeyGone),
            E::KeyFileUnusable { .. } => Failure::new(ErrorCode::KeyFile),
            E::PassphraseNeeded => Failure::new(ErrorCode::PassphraseNeeded),
            E::KeyringNeeded => Failure::new(ErrorCode::KeyringNeeded),
            E::WrongPassphrase => Failure::new(ErrorCode::WrongPassphrase),
            E::Damaged { .. } => Failure::new(ErrorCode::HouseholdDamaged),
            E::TooNew { .. } => Failure::new(ErrorCode::HouseholdTooNew),
            E::Busy { .. } => Failure::new(ErrorCode::HouseholdBusy),
            E::Gone { .. } => Failure::new(ErrorCode::HouseholdGone),
            E::Full { .. } => Failure::new(ErrorCode::DiskFull),
            E::Nobody => Failure::new(ErrorCode::PersonGone),
            E::NameTaken => Failure::new(ErrorCode::NameTaken),
            E::NotAnExport => Failure::new(ErrorCode::HouseholdNotExport),
            E::ExportTooNew { .. } => Failure::new(ErrorCode::HouseholdExportTooNew),
            _ => Failure::new(ErrorCode::HouseholdFailed),
        }
    }
}

impl From<household::NameError> for Failure {
    fn from(error: household::NameError) -> Self {
        use household::NameError as E;
        match error {
            E::Empty => Failure::new(ErrorCode::NameEmpty),
            E::TooLong => Failure::new(ErrorCode::NameTooLong),
            _ => Failure::new(ErrorCode::NameNotShown),
        }
    }
}

impl From<household::PassphraseError> for Failure {
    fn from(error: household::PassphraseError) -> Self {
        match error {
            household::PassphraseError::Empty => Failure::new(ErrorCode::PassphraseEmpty),
            _ => Failure::new(ErrorCode::PassphraseLine),
        }
    }
}
