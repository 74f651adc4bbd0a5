//! What the lint finds: a sentence and a next step for each code and each reason.

use notice::lint::{Code, Finding, Reason};
use texts::Texts;

/// What is found, and what to write instead.
pub(crate) fn finding(texts: &Texts, finding: &Finding) -> String {
    if let (Some(hint), true) = (&finding.about, may_be_gap(finding.code)) {
        return texts.desk_lint_named_gap(hint);
    }
    match &finding.reason {
        Some(reason) => because(texts, reason),
        None => by_code(texts, finding.code, finding.about.as_deref().unwrap_or_default()),
    }
}

fn by_code(texts: &Texts, code: Code, about: &str) -> String {
    match code {
        Code::NoNature => texts.desk_lint_no_nature(),
        Code::NoContact => texts.desk_lint_no_contact(),
        Code::NoConsequences => texts.desk_lint_no_consequences(),
        Code::NoMeasures => texts.desk_lint_no_measures(),
        Code::NothingToDo => texts.desk_lint_nothing_to_do(),
        Code::UnknownsNotSaid => texts.desk_lint_unknowns_not_said(),
        Code::DatesOutOfOrder => texts.desk_lint_dates_out_of_order(),
        Code::LinkNotHttps => texts.desk_lint_link_not_https(),
        Code::LinkForeignDomain => texts.desk_lint_link_foreign_domain(about),
        Code::AsksForSecret => texts.desk_lint_asks_for_secret(about),
        Code::NoRevision => texts.desk_lint_no_revision(),
        Code::NoHistory => texts.desk_lint_no_history(),
        Code::NoExpiry => texts.desk_lint_no_expiry(),
        Code::OpenGap => texts.desk_lint_open_gap(),
        Code::NoNotExposed => texts.desk_lint_no_not_exposed(),
        Code::NoCount => texts.desk_lint_no_count(),
        Code::NoNextUpdate => texts.desk_lint_no_next_update(),
        Code::ReadingAge => texts.desk_lint_reading_age(about),
        Code::ManyActions => texts.desk_lint_many_actions(about),
        Code::TextNotInWalk => texts.desk_lint_text_not_in_walk(about),
        Code::MightWhereConfirmed => texts.desk_lint_might_where_confirmed(about),
        Code::UnexplainedTerm => texts.desk_lint_unexplained_term(about),
        Code::NoAlternativeChannel => texts.desk_lint_no_alternative_channel(),
        Code::Contradiction => texts.desk_lint_contradiction(),
        Code::OldTranslation => texts.desk_lint_old_translation(about),
        Code::LookAlikeDomain => texts.desk_lint_look_alike_domain(about),
        Code::NoNeverAsks => texts.desk_lint_no_never_asks(),
        Code::UnknownCountry => texts.desk_lint_unknown_country(about),
        Code::WithdrawnIgnored => texts.desk_lint_withdrawn_ignored(),
        Code::PastNextUpdate => texts.desk_lint_past_next_update(about),
        Code::PastExpiry => texts.desk_lint_past_expiry(about),
        Code::FutureDate => texts.desk_lint_future_date(about),
        Code::IncompleteTranslation => texts.desk_lint_incomplete_translation(),
        Code::DoubledStep => texts.desk_lint_doubled_step(about),
        Code::UnknownStep => texts.desk_lint_unknown_step(about),
        Code::PostalAddress => texts.desk_lint_postal_address(about),
        Code::NoOccurred => texts.desk_lint_no_occurred(),
        Code::NoDiscovered => texts.desk_lint_no_discovered(),
        Code::SiteSafeNotSaid => texts.desk_lint_site_safe_not_said(),
        Code::ChildrenNotSaid => texts.desk_lint_children_not_said(),
        Code::ExtortionOfWhom => texts.desk_lint_extortion_of_whom(),
        Code::NoReported => texts.desk_lint_no_reported(),
        Code::NoOffer => texts.desk_lint_no_offer(),
        Code::NoApology => texts.desk_lint_no_apology(),
        Code::LeadsToLeak => texts.desk_lint_leads_to_leak(about),
    }
}

/// The sentence for a code that has several reasons.
fn because(texts: &Texts, reason: &Reason) -> String {
    match reason {
        Reason::AllClear { phrase, class } => texts.desk_because_all_clear(phrase, class),
        Reason::Certain { phrase, class } => texts.desk_because_certain(phrase, class),
        Reason::NoAccounts => texts.desk_because_no_accounts(),
        // As the file has them, without groups of digits.
        Reason::Count { text, field } => texts.desk_because_count(&text.to_string(), &field.to_string()),
        Reason::FinalUnknowns => texts.desk_because_final_unknowns(),
        Reason::NotAnAddress => texts.desk_because_not_an_address(),
        Reason::UnsafeSite { step } => texts.desk_because_unsafe_site(step),
        Reason::AskedInVain { question } => texts.desk_because_asked_in_vain(question),
        Reason::NotAfterPublishing { time, published } => {
            texts.desk_because_not_after_publishing(&time.to_string(), &published.to_string())
        }
        Reason::BeforeFormer { day, former } => {
            texts.desk_because_before_former(&day.to_string(), &former.to_string())
        }
        Reason::AfterPublishing { day } => texts.desk_because_after_publishing(&day.to_string()),
        Reason::BeforeItBegan { time, began } => {
            texts.desk_because_before_it_began(&time.to_string(), &began.to_string())
        }
        Reason::Missing { language, fields } => texts.desk_because_missing(language, &texts.listed(fields)),
        _ => texts.desk_because_other(),
    }
}

/// Codes whose findings are about a gap whenever they are about something.
fn may_be_gap(code: Code) -> bool {
    matches!(
        code,
        Code::NoNature
            | Code::NoContact
            | Code::NoConsequences
            | Code::NoMeasures
            | Code::NothingToDo
            | Code::UnknownsNotSaid
            | Code::OpenGap
            | Code::NoNotExposed
            | Code::NoCount
            | Code::NoAlternativeChannel
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_sentence_with_what_to_do_in_every_language() {
        for language in texts::LANGUAGES {
            for code in Code::ALL {
                let of = |about: Option<&str>| Finding {
                    code: *code,
                    field: String::new(),
                    line: 1,
                    column: 1,
                    about: about.map(str::to_owned),
                    reason: None,
                };
                for found in [of(None), of(Some("x"))] {
                    let text = finding(Texts::of(language), &found);
                    assert!(text.ends_with('.') && text.contains(". "), "{language}, {code:?}: {text}");
                    assert!(!text.contains('!'), "{text}");
                }
            }
        }
    }
}
