//! What the desk says: a sentence and a next step for each finding and each failure.

use app::desk::{DeskError, FormerFault};
use notice::edition::EditionError;
use notice::lint::{Code, Finding, Reason};

use crate::output;

/// What is found, and what to write instead.
pub(crate) fn finding(finding: &Finding) -> String {
    let about = finding.about.as_deref().unwrap_or_default();
    if let (Some(hint), true) = (&finding.about, may_be_gap(finding.code)) {
        return format!("A gap of the template is still open here: {hint}. Fill it in or take it out.");
    }
    if let Some(reason) = &finding.reason {
        return because(reason);
    }
    match finding.code {
        Code::NoNature => "It does not say what happened. Write it in [what_happened].".to_owned(),
        Code::NoContact => "Nobody is named whom to ask. Give a name and an address in [contact].".to_owned(),
        Code::NoConsequences => "It does not say what this can lead to. Write it in [consequences].".to_owned(),
        Code::NoMeasures => "It does not say what you do about it. Write it in [what_we_do].".to_owned(),
        Code::NothingToDo => "It names no data that was taken and no step. Add one [[exposed]] or one [[step]].".to_owned(),
        Code::UnknownsNotSaid => "It is interim and does not say what you do not know. Write it in [not_known].".to_owned(),
        Code::DatesOutOfOrder => "This date lies before one that it must follow. Correct it.".to_owned(),
        Code::LinkNotHttps => "This link is not https, so that it would be dead for readers. Use an https address.".to_owned(),
        Code::LinkForeignDomain => format!("{about} is neither your domain nor a listed one, so that the link would be dead. Write the address as text, or link to a page of yours."),
        Code::AsksForSecret => format!("This reads as if you asked for something that only a thief would ask for ({about}). Say it another way."),
        Code::NoRevision => "It has no revision. Publishing sets it; for a first update write revision = 1.".to_owned(),
        Code::NoHistory => "The history does not tell what is new in this revision. Publishing adds it from --summary.".to_owned(),
        Code::NoExpiry => "It does not say until when it is current. Publishing sets fresh_until, or write it yourself.".to_owned(),
        Code::OpenGap => "A gap of the template is still open here. Fill it in or take it out.".to_owned(),
        Code::NoNotExposed => "It does not say what was not taken, and why you think so. Write it in [not_exposed].".to_owned(),
        Code::NoCount => "It does not say how many accounts are affected. Write a number, or \"not known yet\".".to_owned(),
        Code::NoNextUpdate => "It is interim and promises no next update. Write when in next_update.".to_owned(),
        Code::ReadingAge => format!("This asks for a reading age of about {about}. Use shorter sentences and plainer words, up to 12."),
        Code::ManyActions => format!("This paragraph asks for {about} things at once. Make each a list item of its own."),
        Code::TextNotInWalk => format!("The walk shows at most six list items of this step and no text around them; {about} paragraphs or items are on the page alone. Put what is needed into the list, or make two steps."),
        Code::MightWhereConfirmed => format!("\"{about}\" stands here, and the field says confirmed. Say that it happened, or change the certainty."),
        Code::UnexplainedTerm => format!("\"{about}\" is not explained at its first use. Add a few words in brackets after it, or use a plainer word."),
        Code::NoAlternativeChannel => "It does not say where to look if your site is down. Write it in contact.elsewhere.".to_owned(),
        Code::Contradiction => "Two places cannot both be true. Correct one of them.".to_owned(),
        Code::OldTranslation => format!("The text in {about} follows an older revision. Translate what is new and set translated.{about}."),
        Code::LookAlikeDomain => format!("{about} looks like another domain. If it is the false one, say so in the text beside it; if not, correct it."),
        Code::NoNeverAsks => "It does not say what you will never ask for. Write never_asks, as in [\"your password\", \"a code\", \"money\"].".to_owned(),
        Code::UnknownCountry => {
            format!("The page has no contacts for the country {about}. Use a code of two letters, such as gb, or leave it out.")
        }
        Code::WithdrawnIgnored => "withdrawn at the top of the file takes nothing back. Write status = \"withdrawn\" to take back the whole notice, or withdrawn inside the [[step]] that you mean.".to_owned(),
        Code::PastNextUpdate => format!("The next update is promised for {about}, which has passed. Write a later time in next_update."),
        Code::PastExpiry => format!("It says that it is current until {about}, which has passed. Publishing sets a new fresh_until; or write it yourself."),
        Code::FutureDate => format!("This is told as past, and {about} lies ahead. Correct the date."),
        Code::IncompleteTranslation => "Some texts are not there in every language. Translate them.".to_owned(),
        Code::DoubledStep => format!("Members get this step twice, as Selfcheck adds its own ({about}). Take yours out, or give it the id {about} so that it takes that place."),
        Code::UnknownStep => format!("There is no step with the id {about}. Correct the id; those of Selfcheck's own steps are in plan --json."),
        Code::PostalAddress => format!("{about} reads like a postal address. Take out that of a person; write your own in contact.post."),
        Code::NoOccurred => "It does not say when it happened. Write occurred = { from = 2026-03-11, to = 2026-03-12 }, or one day.".to_owned(),
        Code::NoDiscovered => "It does not say when you noticed. Write discovered, as in discovered = 2026-03-12.".to_owned(),
        Code::SiteSafeNotSaid => "It does not say whether your site is safe to open now. Write site_safe = \"yes\", \"no\" or \"not_known\".".to_owned(),
        Code::ChildrenNotSaid => "It does not say whether children are among your members. Write audience.children = true or false.".to_owned(),
        Code::ExtortionOfWhom => "Somebody demands money. Write extortion_of = \"us\", or \"members\" if members are asked to pay.".to_owned(),
        Code::NoReported => "It names no authority that you told. Add [[reported]] with authority and on.".to_owned(),
        Code::NoOffer => "It offers no help. If you offer any, add [[offer]] with what and how.".to_owned(),
        Code::NoApology => "It does not say sorry. Write it in [apology].".to_owned(),
        Code::LeadsToLeak => format!("This leads to the stolen data ({about}). Say what was taken and leave out where it is."),
    }
}

/// The sentence for a code that has several reasons.
fn because(reason: &Reason) -> String {
    let not_both =
        |one: String, other: &str| format!("{one} and {other} cannot both be true. Correct one of them.");
    let out_of_order = |what: String| format!("These dates are out of order: {what}. Correct them.");
    match reason {
        Reason::AllClear { phrase, class } => {
            not_both(format!("\"{phrase}\""), &format!("{class} (confirmed)"))
        }
        Reason::Certain { phrase, class } => {
            not_both(format!("\"{phrase}\""), &format!("{class} (possible)"))
        }
        Reason::NoAccounts => not_both("accounts_affected = 0".to_owned(), "confirmed data"),
        Reason::Count { text, field } => not_both(text.to_string(), &format!("accounts_affected = {field}")),
        Reason::FinalUnknowns => not_both("status = \"final\"".to_owned(), "not_known"),
        Reason::NotAnAddress => "This is no e-mail address. Correct it or take it out.".to_owned(),
        Reason::UnsafeSite { step } => not_both(format!("The link of step {step}"), "site_safe = \"no\""),
        Reason::AskedInVain { question } => {
            format!(
                "The question {question} names only steps that were taken back, so the answer changes nothing. Take it out, or name other steps."
            )
        }
        Reason::NotAfterPublishing { time, published } => {
            out_of_order(format!("{time} is not after {published}, when it is published"))
        }
        Reason::BeforeFormer { day, former } => {
            out_of_order(format!("{day} is before {former}, the day of the revision before"))
        }
        Reason::AfterPublishing { day } => {
            out_of_order(format!("{day} is after the day on which it is published"))
        }
        Reason::BeforeItBegan { time, began } => {
            out_of_order(format!("{time} is before {began}, when it began"))
        }
        Reason::Missing { language, fields } => {
            format!(
                "These texts are missing in the language {language}: {}. Translate them.",
                fields.join(", ")
            )
        }
        _ => "Two places do not fit together. Correct one of them.".to_owned(),
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

/// Why something was not made, and what to do.
pub(crate) fn failure(error: &DeskError) -> String {
    let next = match error {
        DeskError::File { path, source } if files::is_full(source) => return output::full(path),
        DeskError::File { .. } => "Check the name and the rights, and try again",
        DeskError::Exists { .. } => "Nothing is overwritten; choose another name",
        DeskError::Output(error) => return output::sentence(error),
        DeskError::Numbers { newer: true, .. } => {
            "Use the newest Selfcheck, or another folder with --data-dir"
        }
        DeskError::Numbers { .. } => {
            "Move it away and give the last update with --previous, or use another folder with --data-dir"
        }
        DeskError::Busy { .. } => "Nothing was changed; wait until it has ended, or end it, and try again",
        DeskError::WeakPassphrase { .. } => {
            "Make one that nobody guesses: selfcheck passphrase --words 6. No key was made"
        }
        DeskError::Former { fault, .. } => return former(error, fault),
        DeskError::GoesBack { .. } => {
            "Nothing was changed. Work from the later update, or give it with --previous to publish this text after it"
        }
        DeskError::TwoFormers { .. } => "Nothing was changed; give the one that is online with --previous",
        DeskError::CardKnown { path: Some(path), .. } => {
            return format!(
                "{error} ({}). Nothing was changed. Give --previous {} to count on from it, or --start-over if both its roots are lost.",
                path.display(),
                path.display()
            );
        }
        DeskError::CardKnown { path: None, .. } => {
            "Nothing was changed. Give it with --previous; a copy is on your site at /.well-known/selfcheck/publisher"
        }
        DeskError::CardOlder { .. } => {
            "Nothing was changed. Give the newest card; a copy is on your site at /.well-known/selfcheck/publisher"
        }
        DeskError::LeavesOut { .. } => {
            "Nothing was changed. Name them too, or add --leave-out if that is what you want"
        }
        DeskError::NoFolder => "Choose one",
        DeskError::NotText { .. } => "Check the name",
        DeskError::NotAKey { .. } => {
            "Give the .key file where a secret is needed and the .pub file elsewhere"
        }
        DeskError::NoPassphrase => "Give it as the first line of standard input, or type it when asked",
        DeskError::PassphraseNotText => "Choose another",
        DeskError::WrongPassphrase { .. } | DeskError::KeyNotMade => "Try again",
        DeskError::Notice { .. } => "Correct it there, or get the file again",
        DeskError::MarkedLine { .. } => "Change how that line begins",
        DeskError::NoLineEnd { .. } => "Add a line end to its last line",
        DeskError::Edition(EditionError::AnotherNotice { .. }) => "Use another folder for another notice",
        DeskError::Edition(EditionError::NoNumberLeft) => "Begin a new notice under another id",
        DeskError::Edition(EditionError::Former(_)) => "Put the last published notice back into the folder",
        DeskError::Edition(_) => "Correct it there and try again",
        DeskError::Days => "Give --days from 1 to 90",
        DeskError::NotADomain(_) => "Write it as in forum.example",
        DeskError::ForeignRoot { .. } => "Name it with --root, or give the card before with --previous",
        DeskError::SignatureCount => "Give --key once, or twice while roots change",
        DeskError::NoSerialLeft => "Begin anew with other roots",
        DeskError::DeskKeyNotInCard => "Make a new card that names it, or use the key that the card names",
        DeskError::ForeignDomain { .. } => "Correct the id of the draft, or make a new card for that domain",
        DeskError::CardExpired { .. } => "Make a new card with --previous",
        DeskError::CardNotSigned => "Make the card again with selfcheck notice card",
        DeskError::Address(_) => "Give an https address on a domain of the card, without user or port",
        DeskError::AddressNotAFolder(_) => {
            "Give the address of the folder alone, without a file's name, ? or #, as in https://forum.example/incident/"
        }
        DeskError::Refused { .. } => "Correct the draft and try again",
        _ => "Try again, and tell us if it stays",
    };
    format!("{error}. {next}.")
}

/// What to do with a file that is not believed to be the update before.
fn former(error: &DeskError, fault: &FormerFault) -> String {
    let next = match fault {
        FormerFault::LastNumber => {
            "Make a new desk key and a card with --previous that names it alone, then publish again with --previous and your last own update"
        }
        FormerFault::LastNumberOfFormerKey => "Give the last update that you published with --previous",
        FormerFault::AnotherNotice(_) => "Use another folder for another notice",
        _ => {
            "An attacker may have put it on your server: look at it, move it away, and give the last update that you published with --previous"
        }
    };
    format!("{error}. Nothing was changed. {next}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_sentence_with_what_to_do() {
        for code in Code::ALL {
            let of = |about: Option<&str>| Finding {
                code: *code,
                field: String::new(),
                line: 1,
                column: 1,
                about: about.map(str::to_owned),
                reason: None,
            };
            for text in [finding(&of(None)), finding(&of(Some("x")))] {
                assert!(text.ends_with('.') && text.contains(". "), "{code:?}: {text}");
                assert!(!text.contains('!'), "{text}");
            }
        }
    }
}
