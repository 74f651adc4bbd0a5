//! Steps that readers get twice, and names of steps that there are not.

use super::{Code, Draft, Finding, LibraryStep};
use crate::{Certainty, OwnStep};

/// The kind of step that is looked at for doubles: two steps of another kind can both be needed.
const CHANGE_PASSWORD: &str = "change-password";

pub(super) fn look(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    // Without the library nothing is known about steps.
    if draft.surroundings.library.is_empty() {
        return;
    }
    doubled(draft, findings);
    unknown(draft, findings);
}

/// A step of the notice that says what a step of the library says already, and does not take its place.
fn doubled(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let notice = draft.notice;
    let library = &draft.surroundings.library;
    let replaced = |id: &String| notice.steps.iter().any(|step| step.id == *id);
    let Some(given) = library
        .iter()
        .find(|step| step.kind == CHANGE_PASSWORD && is_asked_for(draft, step) && !replaced(&step.id))
    else {
        return;
    };
    for (n, step) in notice.steps.iter().enumerate().filter(|(_, step)| step.withdrawn.is_empty()) {
        if !knows(library, &step.id) && changes_password_here(step) {
            let field = format!("step[{n}]");
            findings.push(draft.finding(Code::DoubledStep, &field, None, Some(given.id.clone())));
        }
    }
}

/// Whether a class of data or a kind of attack of the notice asks for a step.
fn is_asked_for(draft: &Draft<'_>, step: &LibraryStep) -> bool {
    let exposed = draft.notice.exposed.iter().filter(|exposed| exposed.certainty != Certainty::RuledOut);
    let askers = exposed.map(|exposed| &exposed.class).chain(&draft.notice.kinds);
    askers.into_iter().any(|asker| step.asked_by.iter().any(|known| known.eq_ignore_ascii_case(asker)))
}

/// Whether a step asks for a new password at the site itself: by its kind, or by its title in one of the languages.
fn changes_password_here(step: &OwnStep) -> bool {
    let words = super::language::steps();
    let titles: Vec<String> = step
        .title
        .0
        .values()
        .map(|title| {
            let words: Vec<String> = super::texts::words(title);
            format!(" {} ", words.join(" "))
        })
        .collect();
    let says = |list: &[String]| {
        titles.iter().any(|title| list.iter().any(|phrase| title.contains(&format!(" {phrase} "))))
    };
    (step.kind == CHANGE_PASSWORD || says(&words.new_password)) && !says(&words.elsewhere)
}

fn knows(library: &[LibraryStep], id: &str) -> bool {
    library.iter().any(|step| step.id == id)
}

/// Ids that neither the notice nor the library has.
fn unknown(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let notice = draft.notice;
    let library = &draft.surroundings.library;
    let mut own: Vec<String> = notice.steps.iter().map(|step| step.id.clone()).collect();
    own.sort_unstable();
    for (n, question) in notice.questions.iter().enumerate() {
        for (m, id) in question.steps.iter().enumerate() {
            if own.binary_search(id).is_err() && !knows(library, id) {
                let field = format!("question[{n}].steps[{m}]");
                findings.push(draft.finding(Code::UnknownStep, &field, None, Some(id.clone())));
            }
        }
    }
    // A step of the notice's own keeps its title when it is taken back; without one it must be the library's.
    for (n, step) in notice.steps.iter().enumerate() {
        let bare = step.title.is_empty() && step.text.is_empty();
        if bare && !step.withdrawn.is_empty() && !knows(library, &step.id) {
            let field = format!("step[{n}].id");
            findings.push(draft.finding(Code::UnknownStep, &field, None, Some(step.id.clone())));
        }
    }
}
