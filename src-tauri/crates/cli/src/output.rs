//! Where a command may write, and why not elsewhere.

use std::path::Path;

use app::own_file::{Kind, Output, OutputError, Special};
use texts::Texts;

use crate::terminal::{Failure, texts};

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
    let texts = texts();
    let shown = |path: &Path| path.display().to_string();
    match error {
        OutputError::IsInput { path, input } => texts.prog_output_is_input(&shown(path), &shown(input)),
        OutputError::SecretKey { path } => texts.prog_output_is_key(&shown(path)),
        OutputError::OtherKind { path, kind } => {
            texts.prog_output_other_kind(&shown(path), &words(texts, *kind))
        }
        OutputError::NotAFile { path, what: Special::Link } => texts.prog_output_is_link(&shown(path)),
        OutputError::NotAFile { path, what: Special::Folder } => texts.prog_output_is_folder(&shown(path)),
        OutputError::NotAFile { path, what: Special::Device } => texts.prog_output_is_device(&shown(path)),
        OutputError::Io { path, source } => texts.prog_output_failed(&shown(path), &source.to_string()),
        // There is no other today.
        _ => error.to_string(),
    }
}

/// That the disk is full, and what to do.
pub(crate) fn full(path: &Path) -> String {
    texts().prog_output_full(&path.display().to_string())
}

/// What would be replaced.
fn words(texts: &Texts, kind: Kind) -> String {
    match kind {
        Kind::Notice => texts.prog_kind_notice(),
        Kind::Card => texts.prog_kind_card(),
        Kind::Calendar => texts.prog_kind_calendar(),
        Kind::Page => texts.prog_kind_page(),
        Kind::Feed => texts.prog_kind_feed(),
        Kind::Code => texts.prog_kind_code(),
        Kind::Htaccess => texts.prog_kind_htaccess(),
        Kind::Sheet => texts.prog_kind_sheet(),
        Kind::ReportJson | Kind::ReportCsv | Kind::ReportHtml => texts.prog_kind_report(),
        Kind::List => texts.prog_kind_list(),
        Kind::Ranges => texts.prog_kind_ranges(),
        Kind::Export => texts.prog_kind_export(),
        Kind::Manual => texts.prog_kind_manual(),
    }
}
