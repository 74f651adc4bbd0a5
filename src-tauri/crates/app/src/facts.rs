//! The facts of a notice as lines for people: one list for the window, the program and the published page.

use notice::{Accounts, ExtortionOf, Notice, Occurred, Reported, SiteSafe, When};
use texts::Texts;

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about, as in "When it happened".
    pub label: String,
    /// What is so.
    pub text: String,
}

/// Every fact that the notice gives, in the order in which people ask for them.
#[must_use]
pub fn lines(notice: &Notice, language: &str) -> Vec<Fact> {
    let texts = Texts::of(language);
    let facts = &notice.facts;
    let mut lines = Vec::new();
    let mut add = |label: String, text: Option<String>| {
        lines.extend(text.filter(|text| !text.trim().is_empty()).map(|text| Fact { label, text }));
    };
    add(
        texts.fact_site_safe(),
        facts.site_safe.map(|safe| match safe {
            SiteSafe::Yes => texts.fact_site_safe_yes(),
            SiteSafe::No => texts.fact_site_safe_no(),
            SiteSafe::NotKnown => texts.fact_site_safe_not_known(),
        }),
    );
    add(texts.fact_occurred(), facts.occurred.and_then(|occurred| span(texts, occurred)));
    add(texts.fact_discovered(), facts.discovered.map(|when| moment(texts, when)));
    add(texts.fact_contained(), facts.contained.map(|when| moment(texts, when)));
    add(
        texts.fact_records(),
        facts.records_affected.map(|records| match records {
            Accounts::Number(number) => texts.plain_number(number),
            Accounts::NotKnownYet => texts.fact_not_known_yet(),
        }),
    );
    add(
        texts.fact_children(),
        facts.children.filter(|children| *children).map(|_| texts.fact_children_yes()),
    );
    add(
        texts.fact_extortion_of(),
        facts.extortion_of.map(|of| match of {
            ExtortionOf::Us => texts.fact_extortion_of_us(),
            ExtortionOf::Members => texts.fact_extortion_of_members(),
        }),
    );
    for entry in &facts.reported {
        add(texts.fact_reported(), Some(reported(texts, entry)));
    }
    add(
        texts.fact_delayed(),
        facts.delayed_by_police.filter(|delayed| *delayed).map(|_| texts.fact_delayed_yes()),
    );
    if let Some(dpo) = &facts.dpo {
        let parts: Vec<&str> = [&dpo.name, &dpo.email].into_iter().flatten().map(String::as_str).collect();
        add(texts.fact_dpo(), Some(parts.join(", ")));
    }
    add(texts.fact_elsewhere(), Some(facts.elsewhere.join(", ")));
    lines
}

fn moment(texts: &Texts, when: When) -> String {
    match when {
        When::Day(day) => texts.day(day),
        When::Moment(moment) => texts.moment(moment),
    }
}

fn span(texts: &Texts, occurred: Occurred) -> Option<String> {
    let said = |when| moment(texts, when);
    match (occurred.from.map(said), occurred.to.map(said)) {
        (Some(from), Some(to)) => Some(texts.fact_from_to(&from, &to)),
        (Some(from), None) => Some(from),
        (None, Some(to)) => Some(texts.fact_until(&to)),
        (None, None) => None,
    }
}

fn reported(texts: &Texts, entry: &Reported) -> String {
    let day = entry.on.map(|day| texts.day(day));
    let reference = entry.reference.as_deref().filter(|reference| !reference.trim().is_empty());
    match (day, reference) {
        (None, None) => entry.authority.clone(),
        (Some(day), None) => texts.fact_reported_on(&entry.authority, &day),
        (None, Some(reference)) => texts.fact_reported_as(&entry.authority, reference),
        (Some(day), Some(reference)) => texts.fact_reported_on_as(&entry.authority, &day, reference),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(more: &str, language: &str) -> Vec<String> {
        let text = format!("format = 1\nid = \"forum.example/a\"\nrevision = 1\nstatus = \"final\"\n{more}");
        let notice = notice::read(text.as_bytes()).unwrap();
        lines(&notice, language).into_iter().map(|fact| format!("{}: {}", fact.label, fact.text)).collect()
    }

    #[test]
    fn facts_are_said_in_the_readers_language_and_those_that_are_missing_are_not() {
        let some = "occurred = { from = 2026-03-11, to = 2026-03-12 }\nsite_safe = \"no\"\n\
                    [[reported]]\nauthority = \"The police\"\non = 2026-03-13\nreference = \"7/26\"\n";
        assert_eq!(
            said(some, "en"),
            [
                "Is the site safe to open?: No. Do not open it yet.",
                "When it happened: from 11 March 2026 to 12 March 2026",
                "Who was told: The police, on 13 March 2026 (reference 7/26)",
            ]
        );
        assert_eq!(said(some, "de")[1], "Wann es geschah: vom 11. März 2026 bis zum 12. März 2026");
        assert_eq!(said("", "en"), [""; 0]);
        assert_eq!(
            said("occurred = {}\naudience = { children = false }\n[dpo]\nname = \" \"\n", "en"),
            [""; 0]
        );
    }
}
