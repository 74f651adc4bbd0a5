//! Facts of an incident as values: what authorities ask for, what steps depend on, and what every channel repeats.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::source::Source;
use crate::{Localised, NoticeError};

/// How many accounts are affected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accounts {
    /// So many.
    Number(u64),
    /// The publisher says that it does not know yet.
    NotKnownYet,
}

/// A day, or a moment where it is known more exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// A day.
    Day(Date),
    /// A date and time.
    Moment(Timestamp),
}

/// As in the file: `2026-03-14`, `2026-03-14T18:00:00Z`.
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Moment(moment) => moment.fmt(f),
        }
    }
}

/// When it began and when it ended; either may be unknown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Occurred {
    /// When it began, or the one time that is given.
    pub from: Option<When>,
    /// When it ended.
    pub to: Option<When>,
}

/// Whether the site itself is safe to open now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SiteSafe {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// The publisher cannot tell yet.
    NotKnown,
}

impl SiteSafe {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::NotKnown];

    /// Its word in the file.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NotKnown => "not_known",
        }
    }
}

/// Who is asked for money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExtortionOf {
    /// The publisher alone.
    Us,
    /// Members.
    Members,
}

impl ExtortionOf {
    /// Each of them.
    pub const ALL: [Self; 2] = [Self::Us, Self::Members];

    /// Its word in the file.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Us => "us",
            Self::Members => "members",
        }
    }
}

/// An authority that was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// Its name.
    pub authority: String,
    /// On which day.
    pub on: Option<Date>,
    /// Its reference number for the case.
    pub reference: Option<String>,
}

/// Help that the publisher offers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offer {
    /// What, as in "a year of credit monitoring, free".
    pub what: Localised,
    /// Until which day it can be taken.
    pub until: Option<Date>,
    /// How to get it.
    pub how: Localised,
    /// Where to get it, https.
    pub url: Option<String>,
}

/// Who is responsible for data protection at the publisher.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DataProtectionOfficer {
    /// A name or a desk.
    pub name: Option<String>,
    /// An e-mail address.
    pub email: Option<String>,
}

/// The facts of a notice; what it does not say is absent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// When it happened.
    pub occurred: Option<Occurred>,
    /// When the publisher noticed.
    pub discovered: Option<When>,
    /// When the way in was closed.
    pub contained: Option<When>,
    /// How many records are affected.
    pub records_affected: Option<Accounts>,
    /// Whether children are among the members (`audience.children`).
    pub children: Option<bool>,
    /// Whether the site is safe to open now.
    pub site_safe: Option<SiteSafe>,
    /// Who is asked for money.
    pub extortion_of: Option<ExtortionOf>,
    /// Which authorities were told.
    pub reported: Vec<Reported>,
    /// Whether the police asked to wait with this notice.
    pub delayed_by_police: Option<bool>,
    /// Help that is offered.
    pub offers: Vec<Offer>,
    /// Who is responsible for data protection.
    pub dpo: Option<DataProtectionOfficer>,
    /// An apology.
    pub apology: Localised,
    /// Pages at which the notice stands while the site is down, https.
    pub elsewhere: Vec<String>,
}

/// A text in each language, as written in the file.
pub(crate) type Texts = BTreeMap<String, String>;

/// The same as written in the file.
#[derive(Deserialize)]
pub(crate) struct RawFacts {
    occurred: Option<RawOccurred>,
    discovered: Option<Spanned<Datetime>>,
    contained: Option<Spanned<Datetime>>,
    audience: Option<RawAudience>,
    site_safe: Option<Spanned<String>>,
    extortion_of: Option<Spanned<String>>,
    #[serde(default)]
    reported: Vec<RawReported>,
    delayed_by_police: Option<bool>,
    #[serde(default)]
    offer: Vec<RawOffer>,
    dpo: Option<RawOfficer>,
    #[serde(default)]
    apology: Texts,
    #[serde(default)]
    elsewhere: Vec<RawElsewhere>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawOccurred {
    At(Datetime),
    Span { from: Option<Datetime>, to: Option<Datetime> },
}

#[derive(Deserialize)]
struct RawAudience {
    children: Option<bool>,
}

#[derive(Deserialize)]
struct RawReported {
    authority: String,
    on: Option<Spanned<Datetime>>,
    reference: Option<String>,
}

#[derive(Deserialize)]
struct RawOffer {
    #[serde(default)]
    what: Texts,
    until: Option<Spanned<Datetime>>,
    #[serde(default)]
    how: Texts,
    url: Option<String>,
}

#[derive(Deserialize)]
struct RawOfficer {
    name: Option<String>,
    email: Option<String>,
}

#[derive(Deserialize)]
struct RawElsewhere {
    url: String,
}

/// The day or moment that a date of the file names; `None` for one without its zone.
pub(crate) fn when(written: &Datetime) -> Option<When> {
    let text = written.to_string();
    if written.time.is_none() {
        return text.parse().ok().map(When::Day);
    }
    text.parse().ok().map(When::Moment)
}

impl RawFacts {
    /// The facts. The types were looked at before (`fields`), so that what is left are words outside a closed set.
    pub(crate) fn finish(
        self,
        source: &Source<'_>,
        records_affected: Option<Accounts>,
    ) -> Result<Facts, NoticeError> {
        let moment =
            |value: &Option<Spanned<Datetime>>| value.as_ref().and_then(|value| when(value.get_ref()));
        let occurred = self.occurred.map(|occurred| match occurred {
            RawOccurred::At(at) => Occurred { from: when(&at), to: None },
            RawOccurred::Span { from, to } => {
                Occurred { from: from.as_ref().and_then(when), to: to.as_ref().and_then(when) }
            }
        });
        let mut reported = Vec::new();
        for entry in self.reported {
            let on = entry.on.map(|day| source.day(&day, "on")).transpose()?;
            reported.push(Reported { authority: entry.authority, on, reference: entry.reference });
        }
        let mut offers = Vec::new();
        for entry in self.offer {
            let until = entry.until.map(|day| source.day(&day, "until")).transpose()?;
            let (what, how) = (Localised(entry.what), Localised(entry.how));
            offers.push(Offer { what, until, how, url: entry.url });
        }
        Ok(Facts {
            occurred,
            discovered: moment(&self.discovered),
            contained: moment(&self.contained),
            records_affected,
            children: self.audience.and_then(|audience| audience.children),
            site_safe: word(
                source,
                self.site_safe,
                &SiteSafe::ALL.map(|one| (one.code(), one)),
                "site_safe",
            )?,
            extortion_of: word(
                source,
                self.extortion_of,
                &ExtortionOf::ALL.map(|one| (one.code(), one)),
                "extortion_of",
            )?,
            reported,
            delayed_by_police: self.delayed_by_police,
            offers,
            dpo: self.dpo.map(|dpo| DataProtectionOfficer { name: dpo.name, email: dpo.email }),
            apology: Localised(self.apology),
            elsewhere: self.elsewhere.into_iter().map(|entry| entry.url).collect(),
        })
    }
}

/// A word of a closed set.
fn word<T: Copy>(
    source: &Source<'_>,
    written: Option<Spanned<String>>,
    known: &[(&str, T)],
    field: &str,
) -> Result<Option<T>, NoticeError> {
    let Some(written) = written else { return Ok(None) };
    let found = known.iter().find(|(word, _)| word == written.get_ref());
    found.map(|(_, value)| Some(*value)).ok_or_else(|| {
        let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        source.wrong(written.span().start, format!("{field} must be {}", words.join(" or ")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &str = "format = 1\nid = \"forum.example/a\"\nrevision = 1\nstatus = \"final\"\n";

    fn facts(more: &str) -> Facts {
        crate::read(format!("{START}{more}").as_bytes()).unwrap().facts
    }

    fn refused(more: &str) -> String {
        crate::read(format!("{START}{more}").as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn every_fact_is_read() {
        let read = facts(
            "occurred = { from = 2026-03-11, to = 2026-03-12T10:00:00Z }\ndiscovered = 2026-03-12\n\
             contained = 2026-03-12T12:00:00+01:00\nrecords_affected = 7\naudience = { children = true }\n\
             site_safe = \"not_known\"\nextortion_of = \"members\"\ndelayed_by_police = false\n\
             apology.en = \"We are sorry.\"\ndpo = { name = \"Bo\", email = \"bo@forum.example\" }\n\
             [[reported]]\nauthority = \"The ICO\"\non = 2026-03-13\nreference = \"A-1\"\n\
             [[offer]]\nwhat.en = \"A new lock\"\nuntil = 2026-06-01\nhow.en = \"Write to us\"\n\
             url = \"https://forum.example/lock\"\n[[elsewhere]]\nurl = \"https://status.example/\"\n",
        );
        let occurred = read.occurred.unwrap();
        assert_eq!(occurred.from.unwrap().to_string(), "2026-03-11");
        assert_eq!(occurred.to.unwrap().to_string(), "2026-03-12T10:00:00Z");
        assert_eq!(read.contained.unwrap().to_string(), "2026-03-12T11:00:00Z");
        assert_eq!((read.records_affected, read.children), (Some(Accounts::Number(7)), Some(true)));
        assert_eq!(
            (read.site_safe, read.extortion_of),
            (Some(SiteSafe::NotKnown), Some(ExtortionOf::Members))
        );
        assert_eq!(read.delayed_by_police, Some(false));
        assert_eq!(read.reported[0].reference.as_deref(), Some("A-1"));
        assert_eq!(read.offers[0].until, Some("2026-06-01".parse().unwrap()));
        assert_eq!(read.dpo.unwrap().name.as_deref(), Some("Bo"));
        assert_eq!(read.elsewhere, ["https://status.example/"]);
    }

    #[test]
    fn one_day_is_enough_and_nothing_is_nothing() {
        assert_eq!(facts("occurred = 2026-03-11\n").occurred.unwrap().to, None);
        assert_eq!(facts("audience = {}\n"), Facts::default());
        assert_eq!(facts(""), Facts::default());
    }

    #[test]
    fn what_is_no_day_or_no_known_word_is_refused_with_its_place() {
        for (more, sentence) in [
            ("site_safe = \"maybe\"\n", "line 5, column 13: site_safe must be yes or no or not_known"),
            ("extortion_of = \"all\"\n", "line 5, column 16: extortion_of must be us or members"),
            (
                "discovered = 2026-03-12T10:00:00\n",
                "line 5, column 14: discovered must be a day or a date and time with its zone, as in discovered = 2026-03-14",
            ),
            (
                "occurred = { from = \"Monday\" }\n",
                "line 5, column 21: occurred.from must be a day or a date and time with its zone, as in from = 2026-03-14",
            ),
            (
                "audience = { children = 1 }\n",
                "line 5, column 25: audience.children must be true or false, as in children = true",
            ),
            (
                "[[reported]]\non = 2026-03-14\n",
                "line 5, column 1: this [[reported]] needs authority: it must be a text in quotation marks, as in authority = \"…\"",
            ),
        ] {
            assert_eq!(refused(more), sentence);
        }
    }
}
