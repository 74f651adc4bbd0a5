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
