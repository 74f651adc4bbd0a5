//! A breach of the public catalogue as an unsigned notice, for sites that publish none.

use sites::Breach;
use toml_edit::{Array, DocumentMut, Item, Table, value};

/// Whose catalogue it is; its licence asks for that and for the address.
const SOURCE: &str = "Have I Been Pwned";
const ADDRESS: &str = "https://haveibeenpwned.com";
/// How many near names are offered.
const MOST_NEAR: usize = 5;
/// How like a name must be to be offered, by Jaro and Winkler.
const NEAR: f64 = 0.85;

/// The catalogue has no breach of this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the catalogue has no breach of this name")]
pub struct UnknownBreach {
    /// Names that are like it, the likest first.
    pub near: Vec<String>,
}

/// The notice of a breach, by its name in the catalogue in any case.
///
/// # Errors
/// When there is none of that name.
pub fn from_breach(name: &str) -> Result<String, UnknownBreach> {
    let catalogue = sites::breaches();
    let small = name.trim().to_lowercase();
    match catalogue.by_name(name) {
        Some(breach) => Ok(written(breach, catalogue.as_of())),
        None => Err(UnknownBreach { near: near(&small) }),
    }
}

fn near(small: &str) -> Vec<String> {
    let like = |known: &str| {
        let known = known.to_lowercase();
        let inside = small.chars().count() > 2 && known.contains(small);
        if inside { 1.0 } else { strsim::jaro_winkler(&known, small) }
    };
    let mut near: Vec<(f64, &str)> = sites::breaches()
        .all()
        .iter()
        .map(|breach| (like(&breach.name).max(like(&breach.title)), breach.name.as_str()))
        .filter(|(likeness, _)| *likeness >= NEAR)
        .collect();
    near.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.cmp(other.1)));
    near.into_iter().take(MOST_NEAR).map(|(_, name)| name.to_owned()).collect()
}

fn written(breach: &Breach, as_of: jiff::civil::Date) -> String {
    // A breach that belongs to no site is told by the catalogue alone.
    let domain = breach.domain.clone().filter(|domain| notice::domain::is_domain(domain));
    let domain = domain.unwrap_or_else(|| "haveibeenpwned.com".to_owned());
    let slug: String = breach
        .name
        .to_lowercase()
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || "._-".contains(*c))
        .collect();
    let slug: String = slug.trim_start_matches(['.', '_', '-']).chars().take(64).collect();
    let mut document = DocumentMut::new();
    document.insert("format", value(1));
    document.insert("id", value(format!("{domain}/{slug}")));
    document.insert("revision", value(1));
    document.insert("status", value("final"));
    if let Ok(time) = breach.added.to_string().parse::<toml_edit::Datetime>() {
        document.insert("published", value(time));
    }
    document
        .insert("affects", value(format!("People with an account at {} on {}", breach.title, breach.date)));
    document.insert("accounts_affected", value(i64::try_from(breach.accounts).unwrap_or(i64::MAX)));
    document.insert("kinds", value(["unknown"].into_iter().collect::<Array>()));
    document.insert("language", value("en"));
    document.insert("origin", value("catalogue"));
    let mut text = |field: &str, words: String| {
        let mut table = Table::new();
        table.insert("en", value(words));
        document.insert(field, Item::Table(table));
    };
    text("title", format!("The breach of {}, from the public catalogue", breach.title));
    text(
        "what_happened",
        format!(
            "Data of {} accounts at {} was taken; the catalogue dates it to {}. Written by Selfcheck from the public catalogue of {SOURCE} ({ADDRESS}), as of {as_of}, not by the site.",
            breach.accounts, breach.title, breach.date
        ),
    );
    text(
        "consequences",
        "Whoever has the data can try your password elsewhere, or write to you in the name of the site."
            .to_owned(),
    );
    text(
        "what_we_do",
        format!(
            "Nothing is known here of what the site does. This notice is not by the site; ask the site itself. Source: {SOURCE}, {ADDRESS}."
        ),
    );
    text(
        "not_known",
        "The catalogue does not say what was not taken, nor how each kind of data was protected.".to_owned(),
    );
    let mut exposed = toml_edit::ArrayOfTables::new();
    for class in &breach.classes {
        let mut table = Table::new();
        table.insert("class", value(class.as_str()));
        table.insert("certainty", value("confirmed"));
        exposed.push(table);
    }
    document.insert("exposed", Item::ArrayOfTables(exposed));
    let mut entry = Table::new();
    entry.insert("revision", value(1));
    if let Ok(day) = as_of.to_string().parse::<toml_edit::Datetime>() {
        entry.insert("date", value(day));
    }
    let mut summary = Table::new();
    summary.set_dotted(true);
    summary.insert("en", value(format!("Made from the catalogue of {SOURCE}")));
    entry.insert("summary", Item::Table(summary));
    let mut history = toml_edit::ArrayOfTables::new();
    history.push(entry);
    document.insert("history", Item::ArrayOfTables(history));
    let mut contact = Table::new();
    contact.insert("name", value(SOURCE));
    contact.insert("url", value(ADDRESS));
    document.insert("contact", Item::Table(contact));
    document.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_breach_of_the_catalogue_becomes_a_notice_that_reads() {
        for breach in sites::breaches().all() {
            let text = from_breach(&breach.name).unwrap();
            let notice =
                notice::read(text.as_bytes()).unwrap_or_else(|e| panic!("{}: {e}\n{text}", breach.name));
            assert_eq!(notice.origin.as_deref(), Some("catalogue"));
            assert_eq!(notice.exposed.len(), breach.classes.len());
            for said in [SOURCE, ADDRESS, "not by the site"] {
                assert!(text.contains(said), "{}: {said}", breach.name);
            }
        }
    }

    #[test]
    fn a_name_in_any_case_is_found_and_a_near_one_offered() {
        assert_eq!(from_breach("ADOBE"), from_breach("Adobe"));
        assert!(from_breach("Adobee").unwrap_err().near.contains(&"Adobe".to_owned()));
        assert!(from_breach("no such thing at all, really").unwrap_err().near.is_empty());
    }
}
