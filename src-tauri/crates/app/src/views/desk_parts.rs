//! Steps, questions and translations of a draft as the screens show them.

use std::collections::BTreeSet;

use notice::{Localised, Notice};
use serde::Serialize;
use ts_rs::TS;

use super::audit::small;

/// A step of the notice's own. Texts come in the languages of the draft, in their order.
#[derive(Serialize, TS)]
pub struct OwnStepView {
    id: String,
    /// Whether members have seen it in a statement that was published.
    published: bool,
    kind: String,
    urgency: String,
    minutes: Option<u32>,
    link: String,
    because: Vec<String>,
    title: Vec<String>,
    why: Vec<String>,
    text: Vec<String>,
    withdrawn: Vec<String>,
}

/// A question of the notice's own.
#[derive(Serialize, TS)]
pub struct OwnQuestionView {
    id: String,
    text: Vec<String>,
    why: Vec<String>,
    /// The steps that the answer "no" takes away.
    steps: Vec<String>,
}

/// The facts of a draft; what it does not say is empty. Days as `2026-03-14`, moments as RFC 3339.
#[derive(Serialize, TS)]
pub struct DraftFactsView {
    occurred_from: String,
    occurred_to: String,
    discovered: String,
    contained: String,
    children: Option<bool>,
    site_safe: String,
    extortion_of: String,
    delayed_by_police: bool,
    reported: Vec<ReportedView>,
    offers: Vec<OfferView>,
    pages: Vec<String>,
}

/// An authority that was told.
#[derive(Serialize, TS)]
pub struct ReportedView {
    authority: String,
    on: String,
    reference: String,
}

/// Help that is offered; texts in each language of the draft.
#[derive(Serialize, TS)]
pub struct OfferView {
    what: Vec<String>,
    how: Vec<String>,
    until: String,
    url: String,
}

pub(super) fn facts(facts: &notice::Facts, languages: &[String]) -> DraftFactsView {
    let said = |when: Option<notice::When>| when.map(|when| when.to_string()).unwrap_or_default();
    let occurred = facts.occurred.unwrap_or_default();
    let reported = facts.reported.iter().map(|entry| ReportedView {
        authority: entry.authority.clone(),
        on: entry.on.map(|day| day.to_string()).unwrap_or_default(),
        reference: entry.reference.clone().unwrap_or_default(),
    });
    let offers = facts.offers.iter().map(|offer| OfferView {
        what: words(&offer.what, languages),
        how: words(&offer.how, languages),
        until: offer.until.map(|day| day.to_string()).unwrap_or_default(),
        url: offer.url.clone().unwrap_or_default(),
    });
    DraftFactsView {
        occurred_from: said(occurred.from),
        occurred_to: said(occurred.to),
        discovered: said(facts.discovered),
        contained: said(facts.contained),
        children: facts.children,
        site_safe: facts.site_safe.map(notice::SiteSafe::code).unwrap_or_default().to_owned(),
        extortion_of: facts.extortion_of.map(notice::ExtortionOf::code).unwrap_or_default().to_owned(),
        delayed_by_police: facts.delayed_by_police == Some(true),
        reported: reported.collect(),
        offers: offers.collect(),
        pages: facts.elsewhere.clone(),
    }
}

/// How far a translation is.
#[derive(Serialize, TS)]
pub struct TranslationView {
    language: String,
    up_to_date: bool,
    /// Texts of the first language that it does not have.
    missing: u32,
}

/// A name in the file, and what people call it.
#[derive(Serialize, TS)]
pub struct NamedView {
    name: String,
    label: String,
}

/// A text in each of these languages; empty where it has none.
pub(super) fn words(text: &Localised, languages: &[String]) -> Vec<String> {
    languages.iter().map(|language| text.0.get(language).cloned().unwrap_or_default()).collect()
}

pub(super) fn steps(draft: &Notice, number: u32, languages: &[String]) -> Vec<OwnStepView> {
    let view = |step: &notice::OwnStep| OwnStepView {
        id: step.id.clone(),
        published: step.since.is_some_and(|since| since < number),
        kind: step.kind.clone(),
        urgency: step.urgency.clone().unwrap_or_default(),
        minutes: step.minutes,
        link: step.link.clone().unwrap_or_default(),
        because: step.because.clone(),
        title: words(&step.title, languages),
        why: words(&step.why, languages),
        text: words(&step.text, languages),
        withdrawn: words(&step.withdrawn, languages),
    };
    draft.steps.iter().map(view).collect()
}

pub(super) fn questions(draft: &Notice, languages: &[String]) -> Vec<OwnQuestionView> {
    let view = |question: &notice::OwnQuestion| OwnQuestionView {
        id: question.id.clone(),
        text: words(&question.text, languages),
        why: words(&question.why, languages),
        steps: question.steps.clone(),
    };
    draft.questions.iter().map(view).collect()
}

/// Classes and kinds of the draft, and whatever its steps name beside them.
pub(super) fn askers(draft: &Notice, language: &str) -> Vec<NamedView> {
    let classes = draft.exposed.iter().map(|exposed| &exposed.class);
    let named = draft.steps.iter().flat_map(|step| &step.because);
    let mut seen = BTreeSet::new();
    let all = classes.chain(&draft.kinds).chain(named).filter(|name| seen.insert((*name).clone()));
    all.map(|name| NamedView { name: name.clone(), label: plan::cause_name(name, language).to_owned() })
        .collect()
}

/// Every text that can be translated.
fn texts(draft: &Notice) -> Vec<&Localised> {
    let mut texts = vec![
        &draft.title,
        &draft.what_happened,
        &draft.consequences,
        &draft.what_we_do,
        &draft.not_exposed,
        &draft.not_known,
        &draft.affects,
        &draft.facts.apology,
    ];
    texts.extend(draft.contact.iter().flat_map(|contact| [&contact.elsewhere, &contact.hours]));
    texts.extend(draft.facts.offers.iter().flat_map(|offer| [&offer.what, &offer.how]));
    texts.extend(draft.exposed.iter().map(|exposed| &exposed.note));
    texts.extend(draft.steps.iter().flat_map(|step| [&step.title, &step.why, &step.text, &step.withdrawn]));
    texts.extend(draft.questions.iter().flat_map(|question| [&question.text, &question.why]));
    texts
}

/// The language that it is written in, first, and those that it is translated to.
pub(super) fn languages(draft: &Notice) -> Vec<String> {
    let texts = texts(draft);
    let others: BTreeSet<&String> =
        texts.iter().flat_map(|text| text.0.keys()).chain(draft.translated.keys()).collect();
    let others = others.into_iter().filter(|language| **language != draft.language).cloned();
    std::iter::once(draft.language.clone()).chain(others).collect()
}

pub(super) fn translations(draft: &Notice, number: u32, languages: &[String]) -> Vec<TranslationView> {
    let has =
        |text: &Localised, language: &String| text.0.get(language).is_some_and(|t| !t.trim().is_empty());
    let missing = |language: &String| {
        let lacks = |text: &&&Localised| has(text, &draft.language) && !has(text, language);
        small(texts(draft).iter().filter(lacks).count())
    };
    let view = |language: &String| TranslationView {
        language: language.clone(),
        up_to_date: draft.translated.get(language).copied().unwrap_or(1) >= number,
        missing: missing(language),
    };
    languages.iter().skip(1).map(view).collect()
}
