//! What a notice must have: fields that are missing, still hold a gap, or are where nobody reads them.

use toml::de::DeTable;

use super::{Code, Draft, Finding, gap};
use crate::{Localised, Status};

pub(super) fn look(draft: &Draft<'_>, table: Option<&DeTable<'_>>, findings: &mut Vec<Finding>) {
    texts(draft, findings);
    contact(draft, findings);
    tracking(draft, findings);
    // A step has such a field, a notice has a status.
    if table.is_some_and(|table| table.contains_key("withdrawn")) {
        findings.push(draft.finding(Code::WithdrawnIgnored, "withdrawn", None, None));
    }
}

/// Says that a text is missing, or which of its gaps is still open.
fn need(draft: &Draft<'_>, code: Code, field: &str, text: &Localised, findings: &mut Vec<Finding>) {
    if text.is_empty() {
        findings.push(draft.finding(code, field, None, None));
        return;
    }
    for (language, words) in &text.0 {
        if let Some(hint) = gap(words) {
            let field = format!("{field}.{language}");
            findings.push(draft.finding(code, &field, Some(&format!("{{{{{hint}")), Some(hint.to_owned())));
        }
    }
}

fn texts(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let notice = draft.notice;
    let filled = |text: &Localised| !text.is_empty();
    need(draft, Code::NoNature, "what_happened", &notice.what_happened, findings);
    if filled(&notice.title) {
        need(draft, Code::NoNature, "title", &notice.title, findings);
    }
    need(draft, Code::NoConsequences, "consequences", &notice.consequences, findings);
    need(draft, Code::NoMeasures, "what_we_do", &notice.what_we_do, findings);
    need(draft, Code::NoNotExposed, "not_exposed", &notice.not_exposed, findings);
    if notice.status == Status::Interim || filled(&notice.not_known) {
        need(draft, Code::UnknownsNotSaid, "not_known", &notice.not_known, findings);
    }
    let open_steps = notice.steps.iter().filter(|step| step.withdrawn.is_empty()).count();
    if open_steps == 0 && notice.exposed.is_empty() {
        findings.push(draft.finding(Code::NothingToDo, "step", None, None));
    }
    for (n, step) in notice.steps.iter().enumerate() {
        for (name, text) in [("title", &step.title), ("why", &step.why), ("text", &step.text)] {
            if filled(text) {
                need(draft, Code::NothingToDo, &format!("step[{n}].{name}"), text, findings);
            }
        }
    }
    for (n, exposed) in notice.exposed.iter().enumerate() {
        if filled(&exposed.note) {
            need(draft, Code::NothingToDo, &format!("exposed[{n}].note"), &exposed.note, findings);
        }
    }
    let open = notice.affects.0.get(&notice.language).and_then(|words| gap(words));
    if notice.accounts_affected.is_none() || open.is_some() {
        let field = if notice.accounts_affected.is_none() { "accounts_affected" } else { "affects" };
        findings.push(draft.finding(Code::NoCount, field, None, open.map(str::to_owned)));
    }
    if notice.never_asks.0.values().flatten().all(|what| what.trim().is_empty()) {
        findings.push(draft.finding(Code::NoNeverAsks, "never_asks", None, None));
    }
    let known = &draft.surroundings.countries;
    for code in notice.countries.iter().filter(|code| !known.is_empty() && !known.contains(code)) {
        let about = Some(code.clone());
        findings.push(draft.finding(Code::UnknownCountry, "countries", Some(code), about));
    }
}

fn contact(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let contact = draft.notice.contact.clone().unwrap_or_default();
    let missing = |text: &Option<String>| text.as_deref().is_none_or(|words| words.trim().is_empty());
    let mut said = false;
    let fields = [("name", &contact.name), ("url", &contact.url), ("email", &contact.email)];
    for (name, text) in fields {
        if let Some(hint) = text.as_deref().and_then(gap) {
            let field = format!("contact.{name}");
            findings.push(draft.finding(Code::NoContact, &field, None, Some(hint.to_owned())));
            said = true;
        }
    }
    let nameless = missing(&contact.name);
    if !said && (nameless || (missing(&contact.url) && missing(&contact.email))) {
        let field = if nameless { "contact.name" } else { "contact.email" };
        findings.push(draft.finding(Code::NoContact, field, None, None));
    }
    let open = contact.elsewhere.0.get(&draft.notice.language).and_then(|words| gap(words));
    if contact.elsewhere.is_empty() || open.is_some() {
        let about = open.map(str::to_owned);
        findings.push(draft.finding(Code::NoAlternativeChannel, "contact.elsewhere", None, about));
    }
}

fn tracking(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let notice = draft.notice;
    if notice.status == Status::Interim && notice.next_update.is_none() {
        findings.push(draft.finding(Code::NoNextUpdate, "next_update", None, None));
    }
    // Publishing writes the others into a draft that was not published yet.
    if !draft.is_published() {
        return;
    }
    if notice.revision == 0 {
        findings.push(draft.finding(Code::NoRevision, "revision", None, None));
    }
    let entry = notice.history.iter().position(|entry| entry.revision == notice.revision);
    let told = entry.and_then(|n| notice.history.get(n)).is_some_and(|entry| !entry.summary.is_empty());
    if !told {
        let field = entry.map_or_else(|| "history".to_owned(), |n| format!("history[{n}].summary"));
        findings.push(draft.finding(Code::NoHistory, &field, None, None));
    }
    if notice.fresh_until.is_none() {
        findings.push(draft.finding(Code::NoExpiry, "fresh_until", None, None));
    }
}
