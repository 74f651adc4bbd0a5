//! Why the desk could not do something: a sentence for each failure, with what to do.

use std::path::Path;

use app::desk::{DeskError, FormerFault};
use notice::PublicKey;
use notice::edition::EditionError;
use texts::Texts;

use crate::wording::number;
use crate::{notice_errors, output};

/// Why something was not made, and what to do.
pub(crate) fn failure(texts: &Texts, error: &DeskError) -> String {
    of_files(texts, error)
        .or_else(|| of_keys(texts, error))
        .or_else(|| of_cards(texts, error))
        .or_else(|| of_updates(texts, error))
        .unwrap_or_else(|| texts.desk_error_other(&problem(texts, error)))
}

/// What is wrong, without a next step, where another sentence says that.
pub(crate) fn problem(texts: &Texts, error: &DeskError) -> String {
    match error {
        DeskError::Numbers { path, newer: true } => texts.desk_numbers_newer(&name(path)),
        DeskError::Numbers { path, newer: false } => texts.desk_numbers_unclear(&name(path)),
        DeskError::Busy { path } => texts.desk_busy(&name(path)),
        DeskError::Page => texts.desk_page_failed(),
        // What the system said of a file.
        _ => error.to_string(),
    }
}

fn of_files(texts: &Texts, error: &DeskError) -> Option<String> {
    Some(match error {
        DeskError::File { path, source } if files::is_full(source) => output::full(path),
        DeskError::File { path, source } => texts.desk_error_file(&name(path), &source.to_string()),
        DeskError::Exists { path } => texts.desk_error_exists(&name(path)),
        DeskError::Output(error) => output::sentence(error),
        DeskError::Numbers { newer: true, .. } => texts.desk_error_numbers_newer(&problem(texts, error)),
        DeskError::Numbers { .. } => texts.desk_error_numbers(&problem(texts, error)),
        DeskError::Busy { .. } => texts.desk_error_busy(&problem(texts, error)),
        DeskError::NoFolder => texts.desk_error_no_folder(),
        DeskError::NotText { path } => texts.desk_error_not_text(&name(path)),
        _ => return None,
    })
}

fn of_keys(texts: &Texts, error: &DeskError) -> Option<String> {
    Some(match error {
        DeskError::NotAKey { path } => texts.desk_error_not_a_key(&name(path)),
        DeskError::WrongPassphrase { path } => texts.desk_error_wrong_passphrase(&name(path)),
        DeskError::NoPassphrase => texts.desk_error_no_passphrase(),
        DeskError::WeakPassphrase { score, needed } => {
            texts.desk_error_weak_passphrase(u64::from(*score), u64::from(*needed))
        }
        DeskError::PassphraseNotText => texts.desk_error_passphrase_not_text(),
        DeskError::KeyNotMade => texts.desk_error_key_not_made(),
        _ => return None,
    })
}

fn of_cards(texts: &Texts, error: &DeskError) -> Option<String> {
    Some(match error {
        DeskError::CardKnown { path: Some(path), serial } => {
            texts.desk_error_card_here(&serial.to_string(), &name(path))
        }
        DeskError::CardKnown { path: None, serial } => texts.desk_error_card_known(&serial.to_string()),
        DeskError::CardOlder { serial, known } => {
            texts.desk_error_card_older(&serial.to_string(), &known.to_string())
        }
        DeskError::LeavesOut { domains, roots } => {
            texts.desk_error_leaves_out(&left_out(texts, domains, roots))
        }
        DeskError::Days => texts.desk_error_days(),
        DeskError::NotADomain(domain) => texts.desk_error_not_a_domain(domain),
        DeskError::ForeignRoot { path } => texts.desk_error_foreign_root(&name(path)),
        DeskError::SignatureCount => texts.desk_error_signature_count(),
        DeskError::NoSerialLeft => texts.desk_error_no_serial_left(),
        DeskError::DeskKeyNotInCard => texts.desk_error_key_not_in_card(),
        DeskError::ForeignDomain { domain } => texts.desk_error_foreign_domain(domain),
        DeskError::CardExpired { expires } => texts.desk_error_card_expired(&expires.to_string()),
        DeskError::CardNotSigned => texts.desk_error_card_not_signed(),
        _ => return None,
    })
}

fn of_updates(texts: &Texts, error: &DeskError) -> Option<String> {
    Some(match error {
        DeskError::Notice { path, source } => {
            texts.desk_error_notice(&name(path), &notice_errors::notice(texts, source))
        }
        DeskError::MarkedLine { path, line } => texts.desk_error_marked_line(&name(path), &line.to_string()),
        DeskError::NoLineEnd { path } => texts.desk_error_no_line_end(&name(path)),
        DeskError::Edition(error) => edition(texts, error),
        DeskError::Former { path, fault } => former(texts, path, fault),
        DeskError::GoesBack { path, revision, known } => {
            texts.desk_error_goes_back(&name(path), &revision.to_string(), &known.to_string())
        }
        DeskError::TwoFormers { revision } => texts.desk_error_two_formers(&revision.to_string()),
        DeskError::Address(address) => texts.desk_error_address(address),
        DeskError::AddressNotAFolder(address) => texts.desk_error_address_not_a_folder(address),
        DeskError::Refused { findings } => texts.desk_error_refused(number(findings.len())),
        _ => return None,
    })
}

fn edition(texts: &Texts, error: &EditionError) -> String {
    match error {
        EditionError::Draft(error) => texts.desk_error_draft(&notice_errors::notice(texts, error)),
        EditionError::Former(error) => texts.desk_error_former(&notice_errors::notice(texts, error)),
        EditionError::AnotherNotice { former, draft } => texts.desk_error_another_notice(former, draft),
        EditionError::NoNumberLeft => texts.desk_error_no_number_left(),
        // There is no other today.
        _ => texts.desk_error_other(&error.to_string()),
    }
}

/// Why a file is not believed to be the update before, and what to do with it.
fn former(texts: &Texts, path: &Path, fault: &FormerFault) -> String {
    let what = match fault {
        FormerFault::Unsigned => texts.desk_former_unsigned(),
        FormerFault::Damaged(error) => notice_errors::notice(texts, error),
        FormerFault::Foreign => texts.desk_former_foreign(),
        FormerFault::Comment => texts.desk_former_comment(),
        FormerFault::AnotherNotice(id) => texts.desk_former_another_notice(&id.to_string()),
        FormerFault::LastNumberOfFormerKey => texts.desk_former_last_number_of_former_key(),
        FormerFault::LastNumber => texts.desk_former_last_number(),
        // There is no other today.
        _ => fault.to_string(),
    };
    let next = match fault {
        FormerFault::LastNumber => texts.desk_former_do_new_key(),
        FormerFault::LastNumberOfFormerKey => texts.desk_former_do_give_last(),
        FormerFault::AnotherNotice(_) => texts.desk_former_do_other_folder(),
        _ => texts.desk_former_do_look(),
    };
    texts.desk_former(&name(path), &what, &next)
}

/// What the card before names and the new one does not. A person knows a root by its words.
fn left_out(texts: &Texts, domains: &[String], roots: &[PublicKey]) -> String {
    let roots = roots.iter().map(|root| texts.desk_root_named(&root.words()));
    let names: Vec<String> = domains.iter().cloned().chain(roots).collect();
    texts.listed(&names)
}

fn name(path: &Path) -> String {
    path.display().to_string()
}
