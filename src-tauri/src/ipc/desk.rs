//! What the screen *Write a notice* shows.

use std::collections::BTreeSet;

use notice::Localised;
use notice::lint::{Code, Finding};
use selfcheck::desk::{DeskError, Edition, Published};
use selfcheck::walk::{Session, Trust};
use serde::Serialize;
use ts_rs::TS;

use super::{IpcError, WalkView};

/// The desk before a draft is open.
#[derive(Serialize, TS)]
pub(crate) struct DeskView {
    pub(crate) templates: Vec<String>,
    pub(crate) drafts: Vec<DraftLineView>,
    pub(crate) classes: Vec<ClassView>,
}

/// A draft in the list.
#[derive(Serialize, TS)]
pub(crate) struct DraftLineView {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) id: String,
}

/// A class of data that can be picked, and what it asks members to do.
#[derive(Serialize, TS)]
pub(crate) struct ClassView {
    class: String,
    label: String,
    asks: Vec<String>,
}

/// A draft that is open.
#[derive(Serialize, TS)]
pub(crate) struct DraftView {
    name: String,
    id: String,
    status: String,
    /// The language that it is written in, first, and those that it is translated to.
    languages: Vec<String>,
    affects: String,
    accounts: String,
    never_asks: String,
    kinds: Vec<String>,
    next_update: Option<String>,
    contact: Vec<FieldView>,
    texts: Vec<TextView>,
    exposed: Vec<PickedView>,
    findings: Vec<DraftFindingView>,
    /// What a member will walk.
    preview: WalkView,
}

/// A field without languages.
#[derive(Serialize, TS)]
pub(crate) struct FieldView {
    field: String,
    text: String,
}

/// A text in every language of the draft, in their order.
#[derive(Serialize, TS)]
pub(crate) struct TextView {
    field: String,
    words: Vec<String>,
}

/// A class of data that was picked.
#[derive(Serialize, TS)]
pub(crate) struct PickedView {
    class: String,
    label: String,
    certainty: String,
    protection: String,
    notes: Vec<String>,
}

/// Something that the lint found.
#[derive(Serialize, TS)]
pub(crate) struct DraftFindingView {
    code: String,
    level: String,
    field: String,
    about: Option<String>,
}

/// What was published, and what to do with it.
#[derive(Serialize, TS)]
pub(crate) struct PublishedView {
    folder: String,
    revision: u32,
    domain: String,
    files: Vec<String>,
    link: String,
    words: String,
}

impl ClassView {
    pub(crate) fn all(language: &str) -> Vec<Self> {
        let classes = plan::classes(language).into_iter();
        let view = |(class, asks): (&str, Vec<&str>)| Self {
            class: class.to_owned(),
            label: plan::class_name(class, language).to_owned(),
            asks: asks.into_iter().map(str::to_owned).collect(),
        };
        classes.map(view).collect()
    }
}

/// Findings that publishing settles by itself.
fn is_settled_by_publishing(code: Code) -> bool {
    matches!(code, Code::NoRevision | Code::NoHistory | Code::NoExpiry)
}

impl From<&Finding> for DraftFindingView {
    fn from(finding: &Finding) -> Self {
        Self {
            code: finding.code.code().to_owned(),
            level: finding.code.level().code().to_owned(),
            field: finding.field.clone(),
            about: finding.about.clone(),
        }
    }
}

impl DraftView {
    /// `language` is the one of the screens, in which the preview speaks.
    pub(crate) fn new(
        name: &str,
        draft: &notice::Notice,
        edition: &Edition,
        language: &str,
    ) -> Result<Self, IpcError> {
        let mut session = Session::open(edition.body.as_bytes(), Trust::Practice)?;
        session.set_language(language);
        let texts = [
            ("title", &draft.title),
            ("what_happened", &draft.what_happened),
            ("consequences", &draft.consequences),
            ("what_we_do", &draft.what_we_do),
            ("not_exposed", &draft.not_exposed),
            ("not_known", &draft.not_known),
        ];
        let languages = languages(draft, texts.iter().map(|(_, text)| *text));
        let words = |text: &Localised| {
            languages.iter().map(|language| text.0.get(language).cloned().unwrap_or_default()).collect()
        };
        let contact = draft.contact.clone().unwrap_or_default();
        let field = |name: &str, text: Option<String>| FieldView {
            field: format!("contact.{name}"),
            text: text.unwrap_or_default(),
        };
        let findings = edition.findings.iter().filter(|finding| !is_settled_by_publishing(finding.code));
        Ok(Self {
            name: name.to_owned(),
            id: draft.id.to_string(),
            status: draft.status.code().to_owned(),
            affects: draft.affects.clone().unwrap_or_default(),
            accounts: match draft.accounts_affected {
                Some(notice::Accounts::Number(number)) => number.to_string(),
                Some(notice::Accounts::NotKnownYet) => "not known yet".to_owned(),
                None => String::new(),
            },
            never_asks: draft.never_asks.join("\n"),
            kinds: draft.kinds.clone(),
            next_update: draft.next_update.map(|time| time.to_string()),
            contact: vec![
                field("name", contact.name),
                field("url", contact.url),
                field("email", contact.email),
                field("elsewhere", contact.elsewhere),
            ],
            texts: texts
                .iter()
                .map(|(field, text)| TextView { field: (*field).to_owned(), words: words(text) })
                .collect(),
            exposed: draft
                .exposed
                .iter()
                .map(|exposed| PickedView {
                    class: exposed.class.clone(),
                    label: plan::class_name(&exposed.class, language).to_owned(),
                    certainty: exposed.certainty.code().to_owned(),
                    protection: exposed.protection.clone().unwrap_or_default(),
                    notes: words(&exposed.note),
                })
                .collect(),
            findings: findings.map(DraftFindingView::from).collect(),
            preview: WalkView::from(&session),
            languages,
        })
    }
}

fn languages<'a>(draft: &notice::Notice, texts: impl Iterator<Item = &'a Localised>) -> Vec<String> {
    let others: BTreeSet<&String> =
        texts.flat_map(|text| text.0.keys()).chain(draft.translated.keys()).collect();
    let others = others.into_iter().filter(|language| **language != draft.language).cloned();
    std::iter::once(draft.language.clone()).chain(others).collect()
}

impl PublishedView {
    pub(crate) fn new(published: &Published, folder: &std::path::Path) -> Self {
        let name =
            |path: &std::path::PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
        Self {
            folder: folder.display().to_string(),
            revision: published.revision,
            domain: published.id.split('/').next().unwrap_or_default().to_owned(),
            files: published.files.iter().filter_map(name).collect(),
            link: published.link.clone(),
            words: published.words.clone(),
        }
    }
}

/// The codes of the desk's failures.
impl From<DeskError> for IpcError {
    fn from(error: DeskError) -> Self {
        let code = match error {
            DeskError::Notice { source, .. } => return source.into(),
            DeskError::WrongPassphrase { .. } | DeskError::NoPassphrase | DeskError::PassphraseNotText => {
                "desk_passphrase"
            }
            DeskError::NotAKey { .. } | DeskError::NotText { .. } => "desk_key",
            DeskError::DeskKeyNotInCard => "desk_key_not_in_card",
            DeskError::ForeignDomain { .. } => "desk_domain",
            DeskError::CardExpired { .. } => "desk_card_expired",
            DeskError::CardNotSigned => "desk_card",
            DeskError::Address(_) => "desk_address",
            DeskError::Edition(_) => "desk_former",
            DeskError::Refused { .. } => "desk_refused",
            _ => "desk_file",
        };
        Self::new(code)
    }
}
