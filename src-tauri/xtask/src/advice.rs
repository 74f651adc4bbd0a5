//! `cargo xtask advice`: what in the directory of contacts wants looking at, and every link there is. Offline: it
//! opens no page.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::ToSpan as _;
use jiff::civil::Date;
use plan::Contact;

use crate::tools::Failure;

/// Prints the three lists. `today` is given by tests and by whoever wants to look ahead.
pub(crate) fn report(today: Option<Date>) -> Result<(), Failure> {
    let today = today.unwrap_or_else(|| jiff::ZonedDateTime::now().date());
    let year_ago = today.checked_sub(1.year()).map_err(|error| {
        Failure::new(
            format!("there is no day a year before {today} ({error})"),
            "give a day such as 2026-11-24",
        )
    })?;
    let contacts = plan::contacts();
    if contacts.is_empty() {
        return Err(Failure::new(
            "the directory of contacts has no entry",
            "look at src-tauri/crates/plan/data/authorities.toml",
        ));
    }
    print!("{}", text(&contacts, today, year_ago));
    println!("\nPages of big services:");
    for (url, source, checked) in plan::service_pages() {
        println!("  {checked}  {url}  {source}");
    }
    Ok(())
}

fn text(contacts: &[Contact], today: Date, year_ago: Date) -> String {
    let mut out = String::new();
    let review_by = plan::authorities_review_by();
    let overdue = if plan::authorities_overdue(today) { ", which has passed" } else { "" };
    // Writing into a string cannot fail.
    let _ = writeln!(
        out,
        "{} contacts, compiled {}, to be looked at again by {review_by}{overdue}.",
        contacts.len(),
        plan::authorities_compiled()
    );

    out.push_str(&coverage(contacts));

    let old: Vec<&Contact> = contacts
        .iter()
        .filter(|contact| contact.checked.parse::<Date>().map_or(true, |day| day < year_ago))
        .collect();
    let _ = writeln!(out, "\nOlder than a year on {today}: {}", old.len());
    for contact in &old {
        let shown = if contact.shows_number { "its number is shown" } else { "shown as a link" };
        let _ = writeln!(out, "  {}  {}  {} ({shown})", contact.checked, contact.id, contact.name);
    }

    let unconfirmed: Vec<&Contact> = contacts.iter().filter(|contact| !contact.confirmed).collect();
    let _ = writeln!(out, "\nNot confirmed, so shown without a number: {}", unconfirmed.len());
    for contact in &unconfirmed {
        let _ = writeln!(out, "  {}  {}", contact.id, contact.name);
    }

    let mut links: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for contact in contacts {
        if let Some(url) = contact.url {
            links.entry(url).or_default().push(contact.id);
        }
    }
    let _ = writeln!(out, "\nLinks: {}", links.len());
    for (url, ids) in &links {
        let _ = writeln!(out, "  {url}  {}", ids.join(", "));
    }
    out
}

/// Country by purpose: how many rows there are, how many with a number or an address that is shown, and the year of the
/// newest source.
fn coverage(contacts: &[Contact]) -> String {
    let mut countries: Vec<&str> = Vec::new();
    let mut purposes: Vec<&str> = Vec::new();
    for contact in contacts {
        if !countries.contains(&contact.country) {
            countries.push(contact.country);
        }
        for purpose in &contact.purposes {
            if !purposes.contains(purpose) {
                purposes.push(purpose);
            }
        }
    }
    let mut out =
        String::from("\nCoverage: rows / with a number that is shown / year of the newest source\n");
    let width = purposes.iter().map(|purpose| purpose.len()).max().unwrap_or_default();
    let _ = write!(out, "  {:width$}", "");
    for country in &countries {
        let _ = write!(out, " {country:>9}");
    }
    out.push('\n');
    for purpose in &purposes {
        let _ = write!(out, "  {purpose:width$}");
        for country in &countries {
            let of = || contacts.iter().filter(|c| c.country == *country && c.purposes.contains(purpose));
            let newest = of().filter_map(|contact| contact.checked.get(..4)).max();
            let cell = newest.map_or_else(
                || "-".to_owned(),
                |year| {
                    format!("{}/{}/{year}", of().count(), of().filter(|contact| contact.shows_number).count())
                },
            );
            let _ = write!(out, " {cell:>9}");
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(id: &'static str, checked: &'static str, confirmed: bool) -> Contact {
        Contact {
            id,
            name: id,
            country: "GB",
            purposes: vec!["police"],
            source: None,
            url: Some("https://help.example/"),
            checked,
            confirmed,
            shows_number: confirmed,
        }
    }

    #[test]
    fn old_and_unconfirmed_entries_and_each_link_once_are_listed() {
        let contacts = [
            contact("a.old", "2024-01-01", true),
            contact("b.new", "2026-10-01", true),
            contact("c.doubtful", "2026-10-01", false),
        ];
        let said = text(&contacts, "2026-11-24".parse().unwrap(), "2025-11-24".parse().unwrap());
        assert!(said.contains("Older than a year on 2026-11-24: 1\n  2024-01-01  a.old"), "{said}");
        assert!(said.contains("without a number: 1\n  c.doubtful"), "{said}");
        assert!(said.contains("police") && said.contains(" 3/2/2026"), "{said}");
        assert!(said.contains("Links: 1\n  https://help.example/  a.old, b.new, c.doubtful"), "{said}");
    }

    #[test]
    fn a_day_after_the_review_says_so() {
        let later: Date = "2099-01-01".parse().unwrap();
        assert!(text(&plan::contacts(), later, later).contains("which has passed"));
    }
}
