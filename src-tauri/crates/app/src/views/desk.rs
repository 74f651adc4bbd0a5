//! What the screen *Write a notice* shows.

use super::ErrorCode;
use crate::desk::{self, DeskError, Edition, FormerFault, Life, Published};
use crate::walk::{Session, Trust};
use notice::Localised;
use notice::lint::{Code, Finding, Reason};
use serde::Serialize;
use ts_rs::TS;

use super::desk_parts::{
    self as parts, DraftFactsView, NamedView, OwnQuestionView, OwnStepView, TranslationView,
};
use super::{Failure, WalkView};
use crate::desk_session::Chosen;

/// The desk before a draft is open.
#[derive(Serialize, TS)]
pub struct DeskView {
    pub(crate) templates: Vec<String>,
    pub(crate) drafts: Vec<DraftLineView>,
    pub(crate) classes: Vec<ClassView>,
    /// What a step can be.
    pub(crate) kinds: Vec<String>,
}

/// A draft in the list.
#[derive(Serialize, TS)]
pub struct DraftLineView {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) id: String,
}

impl DraftLineView {
    pub(crate) fn new(name: String, read: Option<&notice::Notice>) -> Self {
        let title = read.and_then(|notice| notice.title.get(&notice.language, "en"));
        Self {
            title: title.unwrap_or_default().to_owned(),
            id: read.map(|notice| notice.id.to_string()).unwrap_or_default(),
            name,
        }
    }
}

/// A class of data that can be picked, and what it asks members to do.
#[derive(Serialize, TS)]
pub struct ClassView {
    class: String,
    label: String,
    asks: Vec<String>,
}

/// A draft that is open.
#[derive(Serialize, TS)]
pub struct DraftView {
    name: String,
    id: String,
    status: String,
    /// The number that it will have when it is published next.
    number: u32,
    /// The language that it is written in, first, and those that it is translated to.
    languages: Vec<String>,
    translations: Vec<TranslationView>,
    /// In each language, as the texts.
    affects: Vec<String>,
    accounts: String,
    /// In each language, one a line.
    never_asks: Vec<String>,
    kinds: Vec<String>,
    /// Countries whose authorities the page shows.
    countries: Vec<String>,
    next_update: Option<String>,
    contact: Vec<FieldView>,
    /// Where to look if the site is down, in each language.
    elsewhere: Vec<String>,
    /// When somebody answers, in each language.
    hours: Vec<String>,
    facts: DraftFactsView,
    texts: Vec<TextView>,
    exposed: Vec<PickedView>,
    steps: Vec<OwnStepView>,
    questions: Vec<OwnQuestionView>,
    /// Whatever a step may be said to be there for.
    askers: Vec<NamedView>,
    /// What was taken out last and can be put back.
    removed: Option<String>,
    findings: Vec<DraftFindingView>,
    /// What a member will walk.
    preview: WalkView,
}

/// A field without languages.
#[derive(Serialize, TS)]
pub struct FieldView {
    field: String,
    text: String,
}

/// A text in every language of the draft, in their order.
#[derive(Serialize, TS)]
pub struct TextView {
    field: String,
    words: Vec<String>,
}

/// A class of data that was picked.
#[derive(Serialize, TS)]
pub struct PickedView {
    class: String,
    label: String,
    certainty: String,
    protection: String,
    notes: Vec<String>,
}

/// Something that the lint found.
#[derive(Serialize, TS)]
pub struct DraftFindingView {
    code: String,
    level: String,
    field: String,
    /// What exactly is wrong, where the code has several reasons.
    reason: Option<String>,
    /// What it is about: a value or words of the draft, in no language of the screens.
    about: Option<String>,
}

/// What was published, and what to do with it.
#[derive(Serialize, TS)]
pub struct PublishedView {
    folder: String,
    revision: u32,
    domain: String,
    files: Vec<String>,
    link: String,
    words: String,
    /// No statement before it is known here.
    first_known: bool,
    /// Comments of the draft that were left out.
    comments: u32,
    /// The days that the card still lives, if they are few.
    card_days: Option<i32>,
    card_expires: String,
    /// Its number is kept on this computer.
    remembered: bool,
}

/// The days that a card still lives, if they are few.
pub(super) fn days(life: Life) -> Option<i32> {
    match life {
        Life::Long => None,
        Life::Days(days) => Some(i32::try_from(days).unwrap_or_default()),
        Life::Ended => Some(-1),
    }
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

impl DraftFindingView {
    /// A class of data gets its name in `language`.
    fn new(finding: &Finding, language: &str) -> Self {
        let facts = finding.reason.as_ref().map(|reason| match reason {
            Reason::AllClear { phrase, class } | Reason::Certain { phrase, class } => {
                vec![format!("“{phrase}”"), plan::class_name(class, language).to_owned()]
            }
            other => other.facts(),
        });
        let facts = facts.filter(|facts| !facts.is_empty()).map(|facts| facts.join(", "));
        Self {
            code: finding.code.code().to_owned(),
            level: finding.code.level().code().to_owned(),
            field: finding.field.clone(),
            reason: finding.reason.as_ref().map(|reason| reason.code().to_owned()),
            about: finding.about.clone().or(facts),
        }
    }
}

impl DraftView {
    /// `language` is the one of the screens, in which the preview speaks.
    pub(crate) fn new(
        name: &str,
        draft: &notice::Notice,
        edition: &Edition,
        removed: Option<String>,
        language: &str,
    ) -> Result<Self, Failure> {
        let mut session = Session::open(edition.body.as_bytes(), Trust::Practice)?;
        session.set_language(language);
        let texts = [
            ("title", &draft.title),
            ("apology", &draft.facts.apology),
            ("what_happened", &draft.what_happened),
            ("consequences", &draft.consequences),
            ("what_we_do", &draft.what_we_do),
            ("not_exposed", &draft.not_exposed),
            ("not_known", &draft.not_known),
        ];
        let languages = parts::languages(draft);
        let words = |text: &Localised| parts::words(text, &languages);
        let contact = draft.contact.clone().unwrap_or_default();
        let officer = draft.facts.dpo.clone().unwrap_or_default();
        let field = |field: &str, text: Option<String>| FieldView {
            field: field.to_owned(),
            text: text.unwrap_or_default(),
        };
        let findings = edition.findings.iter().filter(|finding| !is_settled_by_publishing(finding.code));
        Ok(Self {
            name: name.to_owned(),
            id: draft.id.to_string(),
            status: draft.status.code().to_owned(),
            number: edition.notice.revision,
            translations: parts::translations(draft, edition.notice.revision, &languages),
            affects: words(&draft.affects),
            accounts: match draft.accounts_affected {
                Some(notice::Accounts::Number(number)) => number.to_string(),
                Some(notice::Accounts::NotKnownYet) => "not known yet".to_owned(),
                None => String::new(),
            },
            never_asks: languages
                .iter()
                .map(|language| {
                    draft.never_asks.0.get(language).map(|items| items.join("\n")).unwrap_or_default()
                })
                .collect(),
            kinds: draft.kinds.clone(),
            countries: draft.countries.clone(),
            next_update: draft.next_update.map(|time| time.to_string()),
            elsewhere: words(&contact.elsewhere),
            hours: words(&contact.hours),
            facts: parts::facts(&draft.facts, &languages),
            contact: vec![
                field("contact.name", contact.name),
                field("contact.url", contact.url),
                field("contact.email", contact.email),
                field("contact.phone", contact.phone),
                field("contact.post", contact.post),
                field("dpo.name", officer.name),
                field("dpo.email", officer.email),
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
            steps: parts::steps(draft, edition.notice.revision, &languages),
            questions: parts::questions(draft, &languages),
            askers: parts::askers(draft, language),
            removed,
            findings: findings.map(|finding| DraftFindingView::new(finding, language)).collect(),
            preview: WalkView::from(&session),
            languages,
        })
    }
}

impl PublishedView {
    pub(crate) fn new(published: &Published, folder: &std::path::Path) -> Self {
        // A copy of the card lies in a folder of its own.
        let name = |path: &std::path::PathBuf| {
            let within = path.strip_prefix(folder).ok()?;
            Some(within.to_string_lossy().replace('\\', "/"))
        };
        Self {
            folder: folder.display().to_string(),
            revision: published.revision,
            domain: published.id.split('/').next().unwrap_or_default().to_owned(),
            files: published.files.iter().filter_map(name).collect(),
            link: published.link.clone(),
            words: published.words.clone(),
            first_known: published.after.is_none(),
            comments: u32::try_from(published.comments).unwrap_or(u32::MAX),
            card_days: days(published.life),
            card_expires: published.card_expires.to_string(),
            remembered: published.not_remembered.is_none(),
        }
    }
}

/// What is published with.
#[derive(Serialize, TS)]
pub struct ChosenFilesView {
    key: Option<String>,
    card: Option<String>,
    folder: Option<String>,
    former: Option<String>,
    /// The days that the chosen card still lives, if they are few; below 0 when it has ended.
    card_days: Option<i32>,
    card_expires: Option<String>,
}

impl From<&Chosen> for ChosenFilesView {
    fn from(chosen: &Chosen) -> Self {
        let shown = |path: &Option<std::path::PathBuf>| path.as_ref().map(|path| path.display().to_string());
        let card = chosen.card.as_deref().and_then(|path| desk::card_of(path).ok());
        Self {
            key: shown(&chosen.key),
            card: shown(&chosen.card),
            folder: shown(&chosen.folder),
            former: shown(&chosen.previous),
            card_days: card.as_ref().and_then(|card| days(desk::life(card, jiff::Timestamp::now()))),
            card_expires: card.map(|card| card.expires.to_string()),
        }
    }
}

/// The codes of the desk's failures.
impl From<DeskError> for Failure {
    fn from(error: DeskError) -> Self {
        match error {
            DeskError::Notice { source, .. } => source.into(),
            DeskError::WrongPassphrase { .. } => Failure::new(ErrorCode::DeskPassphrase),
            DeskError::NoPassphrase => Failure::new(ErrorCode::DeskPassphraseEmpty),
            DeskError::PassphraseNotText => Failure::new(ErrorCode::DeskPassphraseLong),
            DeskError::NotAKey { .. } | DeskError::NotText { .. } => Failure::new(ErrorCode::DeskKey),
            DeskError::DeskKeyNotInCard => Failure::new(ErrorCode::DeskKeyNotInCard),
            DeskError::ForeignDomain { .. } => Failure::new(ErrorCode::DeskDomain),
            DeskError::CardExpired { .. } => Failure::new(ErrorCode::DeskCardExpired),
            DeskError::CardNotSigned => Failure::new(ErrorCode::DeskCard),
            DeskError::Address(_) => Failure::new(ErrorCode::DeskAddress),
            DeskError::Edition(_) => Failure::new(ErrorCode::DeskFormer),
            DeskError::Refused { .. } => Failure::new(ErrorCode::DeskRefused),
            DeskError::File { source, .. } => Failure::not_written(&source, ErrorCode::DeskFile),
            DeskError::Exists { .. } => Failure::new(ErrorCode::DeskExists),
            DeskError::Days => Failure::new(ErrorCode::DeskDays),
            DeskError::NotADomain(_) => Failure::new(ErrorCode::DeskNotADomain),
            DeskError::ForeignRoot { .. } => Failure::new(ErrorCode::DeskForeignRoot),
            DeskError::SignatureCount => Failure::new(ErrorCode::DeskSignatures),
            DeskError::NoSerialLeft => Failure::new(ErrorCode::DeskNoSerial),
            DeskError::KeyNotMade => Failure::new(ErrorCode::DeskKeyNotMade),
            DeskError::NoFolder => Failure::new(ErrorCode::DeskNoFolder),
            DeskError::Output(error) => error.into(),
            DeskError::Numbers { newer: true, .. } => Failure::new(ErrorCode::DeskNumbersNewer),
            DeskError::Numbers { .. } => Failure::new(ErrorCode::DeskNumbers),
            DeskError::Busy { .. } => Failure::new(ErrorCode::DeskBusy),
            DeskError::WeakPassphrase { .. } => Failure::new(ErrorCode::DeskWeak),
            DeskError::Former { fault, .. } => Failure::new(match fault {
                FormerFault::AnotherNotice(_) => ErrorCode::DeskFormer,
                FormerFault::LastNumber => ErrorCode::DeskLastNumber,
                FormerFault::LastNumberOfFormerKey => ErrorCode::DeskLastNumberOfFormerKey,
                _ => ErrorCode::DeskFormerForeign,
            }),
            DeskError::GoesBack { .. } => Failure::new(ErrorCode::DeskGoesBack),
            DeskError::TwoFormers { .. } => Failure::new(ErrorCode::DeskTwoFormers),
            DeskError::CardKnown { .. } => Failure::new(ErrorCode::DeskCardKnown),
            DeskError::CardOlder { .. } => Failure::new(ErrorCode::DeskCardOlder),
            DeskError::LeavesOut { .. } => Failure::new(ErrorCode::DeskLeavesOut),
            DeskError::AddressNotAFolder(_) => Failure::new(ErrorCode::DeskAddressNotAFolder),
            _ => Failure::new(ErrorCode::DeskFile),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notice::lint::lint;

    #[test]
    fn reason_of_a_contradiction_crosses_as_a_code_and_its_class_in_the_language_of_the_screens() {
        let draft = "format = 1\nid = \"forum.example/a\"\nstatus = \"final\"\n[what_we_do]\nen = \"Nothing was taken.\"\n[[exposed]]\nclass = \"Passwords\"\ncertainty = \"confirmed\"\n";
        let found = lint(draft.as_bytes(), &desk::surroundings(jiff::Timestamp::UNIX_EPOCH)).unwrap();
        let finding = found.iter().find(|finding| finding.code == Code::Contradiction).unwrap();
        let view = DraftFindingView::new(finding, "de");
        assert_eq!(view.reason.as_deref(), Some("all-clear"));
        assert_eq!(view.about.as_deref(), Some("“nothing was taken”, Passwörter"));
    }

    #[test]
    fn every_code_of_the_lint_and_every_reason_has_a_sentence_in_every_language() {
        for texts in [
            include_str!("../../../../locales/en/window/lint.ftl"),
            include_str!("../../../../locales/de/window/lint.ftl"),
        ] {
            let says = |id: &str| texts.lines().any(|line| line.starts_with(&format!("{id} = ")));
            for code in Code::ALL {
                assert!(says(&format!("lint-{}", code.code())), "{code:?}");
            }
            for reason in Reason::CODES {
                assert!(says(&format!("lint-because-{reason}")), "{reason}");
            }
        }
    }
}
