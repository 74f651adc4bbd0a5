//! The publisher card: which desk keys speak for which domains, until when, and which roots say so.

use jiff::Timestamp;
use serde::Deserialize;
use toml::Spanned;

use crate::domain::{is_domain, is_public_suffix};
use crate::source::{Source, syntax, wrong_type};
use crate::{FORMAT, NoticeError, PublicKey};

/// The most days from `issued` to `expires`.
pub const MOST_DAYS: i64 = 90;
/// More keys or domains than any publisher has; more would only cost time.
const MOST_ENTRIES: usize = 32;
/// The longest name, in characters; a longer one would push everything else off a screen.
const MOST_NAME: usize = 200;

/// A card. That it reads says nothing about who signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Counts up with every card of this publisher, from 1.
    pub serial: u32,
    /// What the publisher calls itself.
    pub name: String,
    /// The domains it speaks for, at least one; lower-case ASCII.
    pub domains: Vec<String>,
    /// The keys that may sign notices.
    pub desk_keys: Vec<PublicKey>,
    /// The keys that may sign cards, at least one.
    pub roots: Vec<PublicKey>,
    /// When it was made.
    pub issued: Timestamp,
    /// When it ends.
    pub expires: Timestamp,
}

#[derive(Deserialize)]
struct Versioned {
    format: Spanned<i64>,
}

#[derive(Deserialize)]
struct Raw {
    serial: Spanned<i64>,
    name: Spanned<String>,
    domains: Vec<Spanned<String>>,
    desk_keys: Vec<Spanned<String>>,
    roots: Vec<Spanned<String>>,
    issued: Spanned<toml::value::Datetime>,
    expires: Spanned<toml::value::Datetime>,
}

impl Card {
    /// Reads the text of a card.
    ///
    /// # Errors
    /// When it is not TOML, a field is missing or has a value that it cannot have, or its format is newer.
    pub fn parse(text: &str) -> Result<Self, NoticeError> {
        let source = Source(text);
        let _: toml::Table = toml::from_str(text).map_err(|error| syntax(&source, &error))?;
        let versioned: Versioned = toml::from_str(text).map_err(|error| wrong_type(&source, &error))?;
        let found = *versioned.format.get_ref();
        if found > i64::from(FORMAT) {
            return Err(NoticeError::TooNew {
                found: u32::try_from(found).unwrap_or(u32::MAX),
                known: FORMAT,
            });
        }
        if found != i64::from(FORMAT) {
            return Err(source.wrong(versioned.format.span().start, "format must be the number 1"));
        }
        crate::hidden::check(text)?;
        let raw: Raw = toml::from_str(text).map_err(|error| wrong_type(&source, &error))?;
        let serial = u32::try_from(*raw.serial.get_ref()).ok().filter(|number| *number > 0);
        let domains = raw.domains.into_iter().map(|domain| {
            let ok = is_domain(domain.get_ref()) && !is_public_suffix(domain.get_ref());
            let start = domain.span().start;
            ok.then(|| domain.into_inner()).ok_or_else(|| {
                source.wrong(start, "each of domains must be a domain of one's own in small letters, as in forum.example, not an ending such as co.uk")
            })
        });
        let domains: Vec<String> = domains.collect::<Result<_, _>>()?;
        if raw.name.get_ref().chars().count() > MOST_NAME {
            return Err(source.wrong(raw.name.span().start, "name must have at most 200 characters"));
        }
        let card = Self {
            serial: serial.ok_or_else(|| {
                source.wrong(raw.serial.span().start, "serial must be a whole number from 1 to 4294967295")
            })?,
            name: raw.name.into_inner(),
            domains,
            desk_keys: keys(&source, &raw.desk_keys, "desk_keys")?,
            roots: keys(&source, &raw.roots, "roots")?,
            issued: source.needed_time(&raw.issued, "issued")?,
            expires: source.needed_time(&raw.expires, "expires")?,
        };
        if card.expires < card.issued {
            return Err(source.wrong(raw.expires.span().start, "expires must not be before issued"));
        }
        let listed = [card.domains.len(), card.roots.len(), card.desk_keys.len()];
        if card.domains.is_empty() || card.roots.is_empty() || listed.iter().any(|n| *n > MOST_ENTRIES) {
            return Err(
                source.wrong(0, "a card needs 1 to 32 domains, 1 to 32 roots and at most 32 desk_keys")
            );
        }
        Ok(card)
    }

    /// The roots of a text that may be no whole card: all that may be read of it before it is verified.
    #[must_use]
    pub(crate) fn roots_alone(text: &str) -> Option<Vec<PublicKey>> {
        #[derive(Deserialize)]
        struct Roots {
            roots: Vec<String>,
        }
        let raw: Roots = toml::from_str(text).ok()?;
        raw.roots.iter().take(MOST_ENTRIES).map(|key| key.parse().ok()).collect()
    }

    /// The card as text: what [`Card::parse`] reads, and what a root signs.
    #[must_use]
    pub fn to_text(&self) -> String {
        let list = |items: Vec<String>| toml::Value::from(items).to_string();
        let keys = |keys: &[PublicKey]| list(keys.iter().map(PublicKey::to_string).collect());
        format!(
            "format = {FORMAT}\nserial = {}\nname = {}\ndomains = {}\ndesk_keys = {}\nroots = {}\nissued = {}\nexpires = {}\n",
            self.serial,
            toml::Value::from(self.name.as_str()),
            list(self.domains.clone()),
            keys(&self.desk_keys),
            keys(&self.roots),
            self.issued,
            self.expires,
        )
    }
}

fn keys(source: &Source<'_>, raw: &[Spanned<String>], field: &str) -> Result<Vec<PublicKey>, NoticeError> {
    let key = |key: &Spanned<String>| {
        key.get_ref().parse().map_err(|_| {
            source.wrong(key.span().start, format!("each of {field} must be a public key of 56 characters"))
        })
    };
    raw.iter().map(key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";

    fn card() -> Card {
        Card {
            serial: 7,
            name: "Example \"Forum\"".to_owned(),
            domains: vec!["forum.example".to_owned()],
            desk_keys: vec![KEY.parse().unwrap()],
            roots: vec![KEY.parse().unwrap()],
            issued: "2026-03-01T00:00:00Z".parse().unwrap(),
            expires: "2026-05-30T00:00:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn a_card_reads_as_it_was_written() {
        assert_eq!(Card::parse(&card().to_text()), Ok(card()));
        assert!(Card::parse(&format!("{}later = \"field\"\n", card().to_text())).is_ok());
    }

    #[test]
    fn a_wrong_field_is_named_with_its_place() {
        let text = card().to_text();
        for (from, to) in [
            ("serial = 7", "serial = 0"),
            ("\"forum.example\"", "\"Forum.example\""),
            ("\"forum.example\"", "\"co.uk\""),
            ("\"forum.example\"", "\"github.io\""),
            ("[\"forum.example\"]", "[]"),
            ("2026-03-01T00:00:00Z", "2026-03-01T00:00:00"),
            (KEY, "RWQ"),
            ("name = ", "nome = "),
            ("format = 1", "format = 0"),
            ("expires = 2026-05-30", "expires = 2026-02-27"),
            ("Example ", &"x".repeat(200_000)),
        ] {
            let error = Card::parse(&text.replace(from, to)).unwrap_err();
            assert_eq!(error.code(), "wrong_type", "{to}");
        }
        assert_eq!(Card::parse("format = ").unwrap_err().code(), "syntax");
        assert_eq!(Card::parse("format = 2\n").unwrap_err().code(), "format");
    }
}
