//! Values that a screen passes to a command.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::audit::report::Format;
use crate::settings::OnlineChoice;
use crate::walk::Mark;

/// What a person says about a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MarkCode {
    /// It is done.
    Done,
    /// It does not apply to this person.
    NotForMe,
    /// It is put off.
    Later,
}

impl From<MarkCode> for Mark {
    fn from(code: MarkCode) -> Self {
        match code {
            MarkCode::Done => Self::Done,
            MarkCode::NotForMe => Self::NotForMe,
            MarkCode::Later => Self::Later,
        }
    }
}

impl From<Mark> for MarkCode {
    fn from(mark: Mark) -> Self {
        match mark {
            Mark::Done => Self::Done,
            Mark::NotForMe => Self::NotForMe,
            Mark::Later => Self::Later,
        }
    }
}

/// An answer to a question of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GivenCode {
    /// Yes.
    Yes,
    /// No.
    No,
    /// The person is not sure.
    NotSure,
}

impl From<GivenCode> for plan::Given {
    fn from(code: GivenCode) -> Self {
        match code {
            GivenCode::Yes => Self::Yes,
            GivenCode::No => Self::No,
            GivenCode::NotSure => Self::NotSure,
        }
    }
}

impl From<plan::Given> for GivenCode {
    fn from(given: plan::Given) -> Self {
        match given {
            plan::Given::Yes => Self::Yes,
            plan::Given::No => Self::No,
            plan::Given::NotSure => Self::NotSure,
        }
    }
}

/// Whether something online is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OnlineCode {
    /// The person is asked each time.
    AskMe,
    /// Always.
    Yes,
    /// Never.
    Never,
}

impl From<OnlineCode> for OnlineChoice {
    fn from(code: OnlineCode) -> Self {
        match code {
            OnlineCode::AskMe => Self::AskMe,
            OnlineCode::Yes => Self::Yes,
            OnlineCode::Never => Self::Never,
        }
    }
}

impl From<OnlineChoice> for OnlineCode {
    fn from(choice: OnlineChoice) -> Self {
        match choice {
            OnlineChoice::AskMe => Self::AskMe,
            OnlineChoice::Yes => Self::Yes,
            OnlineChoice::Never => Self::Never,
        }
    }
}

impl OnlineCode {
    /// A permission that is given, refused or not decided.
    pub(crate) fn of_permission(given: Option<bool>) -> Self {
        match given {
            None => Self::AskMe,
            Some(true) => Self::Yes,
            Some(false) => Self::Never,
        }
    }

    /// The reverse of [`Self::of_permission`].
    pub(crate) fn permission(self) -> Option<bool> {
        match self {
            Self::AskMe => None,
            Self::Yes => Some(true),
            Self::Never => Some(false),
        }
    }
}

/// What a notice is published with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeskFile {
    /// The desk's secret key.
    Key,
    /// The publisher's card.
    Card,
    /// The folder that is published to.
    Folder,
    /// The former statement, where the folder does not hold it.
    Former,
}

impl DeskFile {
    /// The name in the contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Card => "card",
            Self::Folder => "folder",
            Self::Former => "former",
        }
    }
}

/// What keys and a card are made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyFile {
    /// The folder for new files.
    KeysFolder,
    /// The public part of a desk key.
    DeskPub,
    /// The public part of a root key.
    RootPub,
    /// The secret root key that signs.
    Signer,
    /// The card that is renewed.
    Previous,
}

impl KeyFile {
    /// The name in the contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::KeysFolder => "keys_folder",
            Self::DeskPub => "desk_pub",
            Self::RootPub => "root_pub",
            Self::Signer => "signer",
            Self::Previous => "previous",
        }
    }
}

/// A list of keys from which one is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyListCode {
    /// Public desk keys.
    DeskPub,
    /// Public root keys.
    RootPub,
    /// Secret root keys that sign.
    Signer,
}

/// The form of a saved report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportFormat {
    /// A page.
    Html,
    /// A table.
    Csv,
    /// JSON for programs.
    Json,
}

impl ReportFormat {
    /// The extension of its files.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

impl From<ReportFormat> for Format {
    fn from(format: ReportFormat) -> Self {
        match format {
            ReportFormat::Html => Self::Html,
            ReportFormat::Csv => Self::Csv,
            ReportFormat::Json => Self::Json,
        }
    }
}

/// A page of a login's site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SitePage {
    /// Where its password is changed.
    Change,
    /// How its second step is set up.
    TwoStep,
}

/// What a person decided about a login.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecisionCode {
    /// The password was changed.
    Changed,
    /// It stays as it is.
    Ignored,
}

/// Which rows of an audit are shown, and in which order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
pub struct AuditQuery {
    /// The code of a kind of finding, `could_not_check`, `decided` or `to_change`; `None` for all rows.
    pub filter: Option<String>,
    /// Part of a site, title or user name.
    pub search: String,
    /// Their order.
    pub sort: AuditSort,
    /// Only the logins with this password.
    pub group: Option<u32>,
}

/// The order of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AuditSort {
    /// What to change first comes first.
    #[default]
    Urgency,
    /// By site, or by title where there is none.
    Site,
    /// By user name.
    Username,
    /// As in the file.
    Line,
    /// Logins with the same password together, the largest group first.
    Group,
}

/// What is published, with which passphrase it comes in the request's body.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PublishArgs {
    /// The draft's name.
    pub name: String,
    /// The address at which the folder will be served.
    pub url: String,
    /// What changed, in a sentence.
    pub summary: String,
}

/// Which key is made.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct MakeKeyArgs {
    /// A root key; else a desk key.
    pub root: bool,
}

/// The card that is made.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MakeCardArgs {
    /// The publisher's name.
    pub name: String,
    /// Its domains, the main one first.
    pub domains: Vec<String>,
    /// How many days it is valid.
    #[ts(type = "number")]
    pub days: i64,
    /// Whether keys of the former card may be left out.
    pub leave_out: bool,
}

/// How a password is checked.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CheckArgs {
    /// Words that others connect with the person.
    pub about: Vec<String>,
    /// Whether the range service may be asked.
    pub online: bool,
    /// Whether it is asked although it could not be reached a moment ago.
    pub again: bool,
}

/// How a password is rated.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RateArgs {
    /// Words that others connect with the person.
    pub about: Vec<String>,
}
