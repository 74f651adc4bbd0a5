//! Where a command may write, and why not elsewhere.

use std::path::Path;

use app::own_file::{Kind, Output, OutputError, Special};

use crate::terminal::Failure;

/// A place for a file of this kind that replaces none of `inputs` and nothing else but its own kind.
pub(crate) fn place<'a>(
    path: &Path,
    kind: Kind,
    inputs: impl IntoIterator<Item = &'a Path>,
) -> Result<Output, Failure> {
    Output::new(path, kind, inputs).map_err(|error| Failure::WrongUse(sentence(&error)))
}

/// What is in the way, and what to do.
pub(crate) fn sentence(error: &OutputError) -> String {
    let next = match error {
        OutputError::IsInput { .. } | OutputError::SecretKey { .. } => {
            "Nothing was changed; give another name to write to"
        }
        OutputError::OtherKind { kind, .. } => {
            return format!(
                "{error}: only {} would be replaced. Nothing was changed; give another name, or move that file away.",
                words(*kind)
            );
        }
        OutputError::NotAFile { what: Special::Link, .. } => {
            "Nothing was changed; give the name of the file itself"
        }
        OutputError::NotAFile { .. } => "Nothing was changed; give the name of a file",
        _ => "Check the name, and that its folder is there and yours",
    };
    format!("{error}. {next}.")
}

/// That the disk is full, and what to do.
pub(crate) fn full(path: &Path) -> String {
    format!(
        "the disk is full, so {} could not be written. What was kept before is still there. Make room and try again.",
        path.display()
    )
}

fn words(kind: Kind) -> &'static str {
    match kind {
        Kind::Notice => "a signed notice",
        Kind::Card => "a publisher card",
        Kind::Calendar => "a calendar file of Selfcheck",
        Kind::Page => "a page that Selfcheck published",
        Kind::Feed => "a feed that Selfcheck published",
        Kind::Code => "a QR code that Selfcheck published",
        Kind::Htaccess => "rules for Apache that Selfcheck published",
        Kind::Sheet => "a sheet of Selfcheck",
        Kind::ReportJson | Kind::ReportCsv | Kind::ReportHtml => "a report of the same format",
        Kind::List => "a list of Selfcheck",
        Kind::Ranges => "a folder that holds ranges alone",
        Kind::Export => "a locked household",
        Kind::Manual => "a manual page of Selfcheck",
    }
}
