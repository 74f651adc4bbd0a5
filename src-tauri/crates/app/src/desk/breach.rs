//! A breach of the public catalogue as an unsigned notice, for sites that publish none.

use sites::{Breach, Flag};
use toml_edit::{Array, DocumentMut, Item, Table, value};

/// Whose catalogue it is; its licence asks for that and for the address.
const SOURCE: &str = "Have I Been Pwned";
const ADDRESS: &str = "https://haveibeenpwned.com";
/// How many near names are offered.
const MOST_NEAR: usize = 5;
/// How like a name must be to be offered, by Jaro and Winkler.
const NEAR: f64 = 0.85;

/// Apps that one person puts on the phone of another: who finds an address among their data may be watched.
const WATCHING_APPS: [&str; 9] =
    ["Cocospy", "RetinaX", "SpyFone", "Spyic", "Spytech", "Spyzie", "mSpy", "mSpy2024", "pcTattletale"];

/// Why there is no notice of a breach.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoNotice {
    /// The catalogue has no breach of this name.
    #[error("the catalogue has no breach of this name")]
    Unknown {
        /// Names that are like it, the likest first.
        near: Vec<String>,
    },
    /// Its data was made up, so that nothing has to be done.
    #[error("the catalogue says that its data was made up")]
    Fabricated,
    /// The catalogue has taken it back.
    #[error("the catalogue has taken it back")]
    Retired,
}

/// The notice of a breach, by its name in the catalogue in any case.
///
/// # Errors
/// When there is none of that name, or none that asks for anything.
pub fn from_breach(name: &str) -> Result<String, NoNotice> {
    let catalogue = sites::breaches();
    let small = name.trim().to_lowercase();
    match catalogue.by_name(name) {
        Some(breach) if breach.is(Flag::Fabricated) => Err(NoNotice::Fabricated),
        Some(breach) if breach.is(Flag::Retired) => Err(NoNotice::Retired),
        Some(breach) => Ok(written(breach, catalogue.as_of())),
        None => Err(NoNotice::Unknown { near: near(&small) }),
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
    let domain = domain.unwrap_or_else(|| notice::CATALOGUE_DOMAIN.to_owned());
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
    document.insert("affects", value(affects(breach)));
    document.insert("accounts_affected", value(i64::try_from(breach.accounts).unwrap_or(i64::MAX)));
    document.insert("kinds", value(kinds(breach).into_iter().collect::<Array>()));
    document.insert("language", value("en"));
    document.insert("origin", value("catalogue"));
    let mut text = |field: &str, words: String| {
        let mut table = Table::new();
        table.insert("en", value(words));
        document.insert(field, Item::Table(table));
    };
    let a_possible = if breach.is(Flag::Verified) { "The" } else { "A possible" };
    text("title", format!("{a_possible} breach of {}, from the public catalogue", breach.title));
    text(
        "what_happened",
        format!(
            "{} Written by Selfcheck from the public catalogue of {SOURCE} ({ADDRESS}), as of {as_of}, not by the site. What happened after that day is not in it.",
            happened(breach)
        ),
    );
    text("consequences", consequences(breach).to_owned());
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
    let certainty = if breach.is(Flag::Verified) { "confirmed" } else { "possible" };
    let mut exposed = toml_edit::ArrayOfTables::new();
    for class in &breach.classes {
        let mut table = Table::new();
        table.insert("class", value(class.as_str()));
        table.insert("certainty", value(certainty));
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

fn is_of_malware(breach: &Breach) -> bool {
    breach.is(Flag::Malware) || breach.is(Flag::StealerLog)
}

/// The kinds of attack, as far as the catalogue lets them be told.
fn kinds(breach: &Breach) -> Vec<&'static str> {
    let mut kinds = Vec::new();
    if WATCHING_APPS.contains(&breach.name.as_str()) {
        kinds.push("stalkerware");
    }
    if is_of_malware(breach) {
        kinds.push("malware");
    }
    if breach.is(Flag::Sensitive) {
        kinds.push("private-site");
    }
    if kinds.is_empty() {
        kinds.push("unknown");
    }
    kinds
}

fn affects(breach: &Breach) -> String {
    if breach.domain.is_some() {
        format!("People with an account at {} on {}", breach.title, breach.date)
    } else {
        format!("People whose address is in {}", breach.title)
    }
}

fn happened(breach: &Breach) -> String {
    let (title, accounts, date) = (&breach.title, breach.accounts, breach.date);
    let told = if is_of_malware(breach) {
        format!(
            "Programs that steal passwords took data of {accounts} accounts from the computers of their owners; the catalogue calls it {title} and dates it to {date}."
        )
    } else if breach.is(Flag::SpamList) {
        format!(
            "{title} is a list of {accounts} addresses that spam is sent to, of {date}. It does not come from a break-in at one site."
        )
    } else if breach.domain.is_none() {
        format!(
            "{title} is a collection with data of {accounts} accounts, of {date}. It does not come from one site."
        )
    } else {
        format!("Data of {accounts} accounts at {title} was taken; the catalogue dates it to {date}.")
    };
    if breach.is(Flag::Verified) {
        told
    } else {
        format!("{told} Nobody has confirmed that the data is real.")
    }
}

fn consequences(breach: &Breach) -> &'static str {
    let passwords = breach.classes.iter().any(|class| class == "Passwords");
    match (passwords, breach.domain.is_some()) {
        (true, true) => {
            "Somebody who has the data can try your password elsewhere, or write to you in the name of the site."
        }
        (true, false) => "Somebody who has the data can try your password at other sites, or write to you.",
        (false, true) => "Somebody who has the data can write to you in the name of the site.",
        (false, false) => "Somebody who has the data can write to you.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_breach_of_the_catalogue_becomes_a_notice_that_reads() {
        for breach in sites::breaches().all() {
            let text = match from_breach(&breach.name) {
                Err(error) => {
                    assert!(breach.is(Flag::Fabricated) || breach.is(Flag::Retired), "{error}");
                    continue;
                }
                Ok(text) => text,
            };
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
        assert!(
            matches!(from_breach("Adobee"), Err(NoNotice::Unknown { near }) if near.contains(&"Adobe".to_owned()))
        );
        let unknown = Err(NoNotice::Unknown { near: Vec::new() });
        assert_eq!(from_breach("no such thing at all, really"), unknown);
    }

    /// What a plan of a catalogued breach begins with, and how long its urgent part takes.
    struct Figures {
        plans: usize,
        open_with_danger: usize,
        later_before_now: usize,
        urgent_minutes: Vec<u32>,
    }

    fn figures() -> Figures {
        let mut figures =
            Figures { plans: 0, open_with_danger: 0, later_before_now: 0, urgent_minutes: Vec::new() };
        for breach in sites::breaches().all() {
            let Ok(text) = from_breach(&breach.name) else { continue };
            let session = crate::walk::Session::open(text.as_bytes(), crate::walk::Trust::Unsigned).unwrap();
            let steps = session.plan().steps;
            figures.plans += 1;
            let first = steps.first().map(|step| step.kind);
            figures.open_with_danger += usize::from(first == Some(plan::Kind::Safety));
            figures.later_before_now += usize::from(!steps.is_sorted_by_key(|step| step.urgency));
            let urgent = steps.iter().filter(|step| step.urgency == plan::Urgency::Now);
            figures.urgent_minutes.push(urgent.map(|step| step.minutes).sum());
        }
        figures.urgent_minutes.sort_unstable();
        figures
    }

    #[test]
    fn plans_of_the_catalogue_begin_with_what_is_urgent_and_frighten_few() {
        let Figures { plans, open_with_danger, later_before_now, urgent_minutes } = figures();
        let median = urgent_minutes[urgent_minutes.len() / 2];
        println!(
            "{plans} plans: {open_with_danger} open with danger, {later_before_now} have something later before now; \
             the urgent part takes {median} minutes in the median, {} at most",
            urgent_minutes.last().unwrap()
        );
        assert!(plans > 800);
        assert!(open_with_danger * 20 <= plans, "{open_with_danger} of {plans} open with danger");
        assert_eq!(later_before_now, 0);
        assert!(median <= 35, "{median} minutes");
    }

    #[test]
    fn a_catalogued_breach_is_told_as_what_it_is() {
        let steps = |name: &str| -> Vec<String> {
            let text = from_breach(name).unwrap();
            let session = crate::walk::Session::open(text.as_bytes(), crate::walk::Trust::Unsigned).unwrap();
            session.plan().steps.into_iter().map(|step| step.id).collect()
        };
        let stealer = steps("RedLineStealer");
        assert_eq!(stealer.first().map(String::as_str), Some("clean-device"), "{stealer:?}");
        let no_site = from_breach("Collection1").unwrap();
        assert!(!no_site.contains("breach of the site") && no_site.contains("does not come from one site"));
        let collection = steps("Collection1");
        assert!(!collection.contains(&"change-password-here".to_owned()), "{collection:?}");
        assert!(collection.contains(&"audit-export".to_owned()), "{collection:?}");
        let session = crate::walk::Session::open(no_site.as_bytes(), crate::walk::Trust::Unsigned).unwrap();
        for step in session.plan().steps {
            let said = format!("{} {} {}", step.title, step.why, step.actions.join(" "));
            assert!(!said.contains("haveibeenpwned.com"), "{}: {said}", step.id);
            assert!(!said.contains("the same notice"), "no site shows one: {}: {said}", step.id);
        }
        assert!(steps("mSpy").contains(&"watched-phone".to_owned()));
        assert!(steps("AdultFriendFinder").contains(&"sensitive-data".to_owned()));
        for fabricated in ["Zoosk", "Paytm", "JustDate"] {
            assert!(
                matches!(from_breach(fabricated), Err(NoNotice::Fabricated | NoNotice::Retired)),
                "{fabricated}"
            );
        }
    }
}
