//! The catalogue of breaches: the one inside the program, or a newer one that was fetched.

use std::collections::HashMap;
use std::sync::OnceLock;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use serde::Deserialize;

use crate::RegistrableDomain;

/// What the catalogue says of a breach beside its facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    /// It was found to be true.
    Verified,
    /// Its data was made up.
    Fabricated,
    /// That an address is in it says something of its owner.
    Sensitive,
    /// Taken back.
    Retired,
    /// A list that spam is sent to, not a break-in.
    SpamList,
    /// Taken by malware from the computers of its owners.
    Malware,
    /// Logs of programs that steal passwords.
    StealerLog,
    /// One that a paid subscription of the catalogue is not needed for.
    SubscriptionFree,
}

/// One breach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// Its stable name.
    pub name: String,
    /// Its name for people.
    pub title: String,
    /// The breached site, lower-case; `None` where it belongs to none.
    pub domain: Option<String>,
    /// When it happened.
    pub date: Date,
    /// When the catalogue took it in.
    pub added: Timestamp,
    /// When its entry last changed.
    pub modified: Timestamp,
    /// How many accounts.
    pub accounts: u64,
    /// What was taken, by the names of Have I Been Pwned ("Passwords").
    pub classes: Vec<String>,
    /// What else the catalogue says of it.
    pub flags: Vec<Flag>,
}

impl Breach {
    /// Whether the catalogue says that of it.
    #[must_use]
    pub fn is(&self, flag: Flag) -> bool {
        self.flags.contains(&flag)
    }

    /// Whether it is a reason to change a password: true, a break-in, and passwords were among what was taken.
    #[must_use]
    pub fn exposed_passwords(&self) -> bool {
        self.is(Flag::Verified)
            && !self.is(Flag::Fabricated)
            && !self.is(Flag::Retired)
            && !self.is(Flag::SpamList)
            && self.classes.iter().any(|class| class == "Passwords")
    }
}

/// Why some bytes are no catalogue. Facts only, never a value of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CatalogueError {
    /// More bytes than [`Catalogue::MAX_BYTES`].
    #[error("{bytes} bytes, more than {max}")]
    TooBig {
        /// How many there are.
        bytes: usize,
        /// How many there may be.
        max: usize,
    },
    /// Not JSON, or not a list of breaches.
    #[error("not a list of breaches at line {line}, column {column}")]
    NotAList {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// A list, but an entry that no breach can be.
    #[error("entry {entry} has no fitting {field}")]
    Entry {
        /// Which one, from 1.
        entry: usize,
        /// The field, as the catalogue calls it.
        field: &'static str,
    },
    /// Fewer breaches than any true catalogue has: with it every site would seem never to have been breached.
    #[error("only {entries} breaches, fewer than {least}")]
    TooFew {
        /// How many there are.
        entries: usize,
        /// How many there must be.
        least: usize,
    },
}

/// Breaches by name and by site.
#[derive(Debug)]
pub struct Catalogue {
    as_of: Date,
    breaches: Vec<Breach>,
    by_name: HashMap<String, usize>,
    by_domain: HashMap<String, Vec<usize>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
#[allow(clippy::struct_excessive_bools, reason = "the fields of the public catalogue")]
struct Raw {
    name: String,
    title: String,
    domain: String,
    breach_date: String,
    added_date: String,
    modified_date: String,
    pwn_count: u64,
    data_classes: Vec<String>,
    is_verified: bool,
    is_fabricated: bool,
    is_sensitive: bool,
    is_retired: bool,
    is_spam_list: bool,
    // Younger than the catalogue itself.
    #[serde(default)]
    is_malware: bool,
    #[serde(default)]
    is_stealer_log: bool,
    #[serde(default)]
    is_subscription_free: bool,
}

impl Catalogue {
    /// More bytes are not read. The catalogue of 2025 has 0.4 MB here, with its descriptions about 1.2 MB.
    pub const MAX_BYTES: usize = 16 << 20;

    /// Fewer breaches are no catalogue.
    pub const LEAST: usize = 100;

    const MAX_TEXT: usize = 300;

    /// Reads a catalogue in the form of Have I Been Pwned's `/breaches`, of that day. Further fields are ignored.
    ///
    /// # Errors
    /// When it is not one: nothing of it is taken then.
    pub fn read(bytes: &[u8], as_of: Date) -> Result<Self, CatalogueError> {
        if bytes.len() > Self::MAX_BYTES {
            return Err(CatalogueError::TooBig { bytes: bytes.len(), max: Self::MAX_BYTES });
        }
        let raw: Vec<Raw> = serde_json::from_slice(bytes)
            .map_err(|error| CatalogueError::NotAList { line: error.line(), column: error.column() })?;
        if raw.len() < Self::LEAST {
            return Err(CatalogueError::TooFew { entries: raw.len(), least: Self::LEAST });
        }
        let mut read = Self {
            as_of,
            breaches: Vec::with_capacity(raw.len()),
            by_name: HashMap::with_capacity(raw.len()),
            by_domain: HashMap::with_capacity(raw.len()),
        };
        for (index, entry) in raw.into_iter().enumerate() {
            let breach = breach(entry).map_err(|field| CatalogueError::Entry { entry: index + 1, field })?;
            if read.by_name.insert(breach.name.to_lowercase(), index).is_some() {
                return Err(CatalogueError::Entry { entry: index + 1, field: "Name" });
            }
            if let Some(domain) = &breach.domain {
                read.by_domain.entry(domain.clone()).or_default().push(index);
            }
            read.breaches.push(breach);
        }
        Ok(read)
    }

    /// The day whose state of the world it is.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// Each breach, in the catalogue's order.
    #[must_use]
    pub fn all(&self) -> &[Breach] {
        &self.breaches
    }

    /// The breach of that name, in either case.
    #[must_use]
    pub fn by_name(&self, name: &str) -> Option<&Breach> {
        self.breaches.get(*self.by_name.get(&name.trim().to_lowercase())?)
    }

    /// The breaches of a site. One that the catalogue knows under a part of a site (`forums.example.com`) is found
    /// from there and below, not from the rest of it: a log-in elsewhere may be another one.
    pub fn by_domain<'a>(&'a self, site: &'a RegistrableDomain) -> impl Iterator<Item = &'a Breach> {
        site.lookup_names()
            .filter_map(|name| self.by_domain.get(name))
            .flatten()
            .filter_map(|index| self.breaches.get(*index))
    }
}

fn breach(raw: Raw) -> Result<Breach, &'static str> {
    let fits =
        |text: &str| text.chars().count() <= Catalogue::MAX_TEXT && !text.chars().any(char::is_control);
    if raw.name.trim().is_empty() || !fits(&raw.name) {
        return Err("Name");
    }
    if !fits(&raw.title) {
        return Err("Title");
    }
    if !fits(&raw.domain) {
        return Err("Domain");
    }
    if raw.data_classes.len() > Catalogue::MAX_TEXT || !raw.data_classes.iter().all(|class| fits(class)) {
        return Err("DataClasses");
    }
    let domain = RegistrableDomain::of(&raw.domain).map(|site| {
        let host = site.host();
        host.strip_prefix("www.").filter(|rest| rest.len() >= site.as_str().len()).unwrap_or(host).to_owned()
    });
    let flags = [
        (raw.is_verified, Flag::Verified),
        (raw.is_fabricated, Flag::Fabricated),
        (raw.is_sensitive, Flag::Sensitive),
        (raw.is_retired, Flag::Retired),
        (raw.is_spam_list, Flag::SpamList),
        (raw.is_malware, Flag::Malware),
        (raw.is_stealer_log, Flag::StealerLog),
        (raw.is_subscription_free, Flag::SubscriptionFree),
    ];
    Ok(Breach {
        domain,
        date: raw.breach_date.parse().map_err(|_| "BreachDate")?,
        added: raw.added_date.parse().map_err(|_| "AddedDate")?,
        modified: raw.modified_date.parse().map_err(|_| "ModifiedDate")?,
        accounts: raw.pwn_count,
        classes: raw.data_classes,
        flags: flags.into_iter().filter_map(|(set, flag)| set.then_some(flag)).collect(),
        name: raw.name,
        title: raw.title,
    })
}

/// The catalogue inside the program. Whatever comes of it is by Have I Been Pwned (haveibeenpwned.com), CC BY 4.0,
/// and has to say so where it is shown.
#[must_use]
pub fn breaches() -> &'static Catalogue {
    static SHIPPED: OnceLock<Catalogue> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let as_of = date(2025, 3, 3);
        let shipped = Catalogue::read(include_bytes!("../data/breach-catalogue.json"), as_of);
        crate::shipped::read("sites/data/breach-catalogue.json", shipped)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    const AS_OF: Date = date(2026, 3, 14);

    fn many(change: impl FnOnce(&mut Value)) -> Vec<u8> {
        let mut all: Value = serde_json::from_slice(include_bytes!("../data/breach-catalogue.json")).unwrap();
        change(&mut all);
        serde_json::to_vec(&all).unwrap()
    }

    fn error(change: impl FnOnce(&mut Value)) -> CatalogueError {
        Catalogue::read(&many(change), AS_OF).err().unwrap()
    }

    #[test]
    fn the_shipped_catalogue_reads_whole() {
        let shipped = breaches();
        assert_eq!((shipped.all().len(), shipped.as_of()), (875, date(2025, 3, 3)));
        assert_eq!(shipped.all().iter().filter(|breach| breach.exposed_passwords()).count(), 598);
    }

    #[test]
    fn a_breach_is_found_by_its_name_in_any_case_and_by_its_site() {
        let adobe = breaches().by_name("aDOBE").unwrap();
        assert_eq!((adobe.name.as_str(), adobe.date), ("Adobe", date(2013, 10, 4)));
        assert!(adobe.is(Flag::Verified) && adobe.exposed_passwords());
        let site = RegistrableDomain::of("https://auth.services.adobe.com/").unwrap();
        assert_eq!(breaches().by_domain(&site).map(|b| b.name.as_str()).collect::<Vec<_>>(), ["Adobe"]);
        let mixed_case = RegistrableDomain::of("ownedcore.com").unwrap();
        assert_eq!(breaches().by_domain(&mixed_case).count(), 1);
    }

    #[test]
    fn a_breach_of_a_part_of_a_site_is_not_one_of_the_whole() {
        let names = |address: &str| -> Vec<String> {
            let site = RegistrableDomain::of(address).unwrap();
            breaches().by_domain(&site).map(|b| b.name.clone()).collect()
        };
        assert_eq!(names("https://forums.boxee.com/"), ["Boxee"]);
        assert!(names("https://boxee.com/").is_empty());
        assert!(!names("https://mail.ru").contains(&"CrossFire".to_owned()));
    }

    #[test]
    fn what_is_no_catalogue_is_refused_with_its_place() {
        assert!(matches!(Catalogue::read(b"<html>", AS_OF), Err(CatalogueError::NotAList { line: 1, .. })));
        assert!(matches!(Catalogue::read(b"{}", AS_OF), Err(CatalogueError::NotAList { .. })));
        assert!(matches!(Catalogue::read(b"[]", AS_OF), Err(CatalogueError::TooFew { entries: 0, .. })));
        assert!(matches!(error(|all| all[3]["PwnCount"] = json!("many")), CatalogueError::NotAList { .. }));
        let at = |field| CatalogueError::Entry { entry: 4, field };
        assert_eq!(error(|all| all[3]["BreachDate"] = json!("yesterday")), at("BreachDate"));
        assert_eq!(error(|all| all[3]["Title"] = json!("a\u{1b}[2J")), at("Title"));
        assert_eq!(error(|all| all[3]["Name"] = json!("")), at("Name"));
        assert_eq!(error(|all| all[3]["Name"] = json!("000WEBHOST")), at("Name"));
        let big = vec![b' '; Catalogue::MAX_BYTES + 1];
        assert!(matches!(Catalogue::read(&big, AS_OF), Err(CatalogueError::TooBig { .. })));
    }

    #[test]
    fn further_fields_of_a_newer_catalogue_do_no_harm_and_missing_flags_are_off() {
        let newer = many(|all| {
            for entry in all.as_array_mut().unwrap() {
                entry["Description"] = json!("<em>text</em>");
                entry.as_object_mut().unwrap().remove("IsStealerLog");
            }
        });
        let read = Catalogue::read(&newer, AS_OF).unwrap();
        assert_eq!((read.all().len(), read.as_of()), (875, AS_OF));
        assert!(!read.by_name("AlienStealerLogs").unwrap().is(Flag::StealerLog));
    }

    proptest! {
        #[test]
        fn any_bytes_read_or_do_not_but_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            prop_assert!(Catalogue::read(&bytes, AS_OF).is_err());
        }
    }
}
