//! The words of a sheet around what the plan says, in each language that has all of the advice.

use jiff::civil::Date;
use plan::{Country, Urgency};

/// Fixed words of one language. `{}` stands for the one thing that is put in.
pub(super) struct Words {
    pub(super) language: &'static str,
    /// A day as people write it, for `strftime`.
    pub(super) day: &'static str,
    pub(super) plan_for: &'static str,
    pub(super) from_notice: &'static str,
    pub(super) made_on: &'static str,
    pub(super) unsigned: &'static str,
    pub(super) promised: &'static str,
    pub(super) current: &'static str,
    pub(super) practice: &'static str,
    pub(super) contacts_for: &'static str,
    pub(super) overdue: &'static str,
    pub(super) checked_on: &'static str,
    pub(super) open: &'static str,
    pub(super) later: &'static str,
    pub(super) done: &'static str,
    pub(super) not_for_me: &'static str,
    pub(super) not_for_them: &'static str,
    pub(super) until: &'static str,
    pub(super) what_to_do: &'static str,
    pub(super) withdrawn: &'static str,
    pub(super) you_told_us: &'static str,
    pub(super) we_checked: &'static str,
    pub(super) now: &'static str,
    pub(super) today: &'static str,
    pub(super) this_week: &'static str,
    pub(super) minutes: &'static str,
    pub(super) no_secret: &'static str,
    pub(super) keep_apart: &'static str,
    pub(super) leaflet_title: &'static str,
    pub(super) leaflet_about: &'static str,
    pub(super) leaflet_parts: &'static str,
    pub(super) leaflet_foot: &'static str,
    countries: [&'static str; 5],
}

impl Words {
    pub(super) fn of(language: &str) -> &'static Self {
        match language.split('-').next() {
            Some("de") => &GERMAN,
            _ => &ENGLISH,
        }
    }

    /// A day as people of this language write it.
    pub(super) fn day(&self, day: Date) -> String {
        day.strftime(self.day).to_string()
    }

    pub(super) fn country(&self, country: Country) -> &'static str {
        let [gb, ie, us, de, generic] = self.countries;
        match country {
            Country::Gb => gb,
            Country::Ie => ie,
            Country::Us => us,
            Country::De => de,
            Country::Generic => generic,
        }
    }

    pub(super) fn urgency(&self, urgency: Urgency) -> &'static str {
        match urgency {
            Urgency::Now => self.now,
            Urgency::Today => self.today,
            Urgency::ThisWeek => self.this_week,
        }
    }
}

static ENGLISH: Words = Words {
    language: "en",
    day: "%-d %B %Y",
    plan_for: "For",
    from_notice: "What to do, from the notice of {}",
    made_on: "As of {}",
    unsigned: "Nobody vouches for the notice. The steps are Selfcheck's own advice for the data it names.",
    promised: "An update was promised by {} and is not in this notice. Look for it on the site.",
    current: "The notice was current until {}. Look for a newer one on the site.",
    practice: "Practice. Nothing in the notice happened.",
    contacts_for: "Contacts for: {}",
    overdue: "The contacts were to be looked at again by {}. Numbers may have changed since: ask for the newest one first.",
    checked_on: "checked on",
    open: "Still to do",
    later: "Put off until later",
    done: "Done",
    not_for_me: "Does not apply to you",
    not_for_them: "Does not apply",
    until: "Put off until {}",
    what_to_do: "What to do, step by step",
    withdrawn: "Taken back by the publisher",
    you_told_us: "You told us",
    we_checked: "We checked",
    now: "Do this now",
    today: "Today",
    this_week: "This week",
    minutes: "about {} minutes",
    no_secret: "There is no password on this sheet. Do not write one on it.",
    keep_apart: "Whoever finds this sheet can see which site you use. Keep it where only you look.",
    leaflet_title: "Data about you was taken: what to do without a computer",
    leaflet_about: "For somebody whose data was taken in an attack on a site, a shop or a club.",
    leaflet_parts: "One thing after another",
    leaflet_foot: "Nobody will ever call you and ask for this sheet, a password, a code or money.",
    countries: ["United Kingdom", "Ireland", "United States", "Germany", "anywhere else"],
};

static GERMAN: Words = Words {
    language: "de",
    day: "%-d.%-m.%Y",
    plan_for: "Für",
    from_notice: "Was zu tun ist, aus der Mitteilung von {}",
    made_on: "Stand: {}",
    unsigned: "Niemand bürgt für die Mitteilung. Die Schritte sind der eigene Rat von Selfcheck zu den Daten, die sie nennt.",
    promised: "Bis {} war Neues versprochen, und es steht nicht in dieser Mitteilung. Sehen Sie auf der Seite danach.",
    current: "Die Mitteilung war bis {} aktuell. Sehen Sie auf der Seite nach einer neueren.",
    practice: "Übung. Nichts aus der Mitteilung ist geschehen.",
    contacts_for: "Kontakte für: {}",
    overdue: "Die Kontakte sollten bis {} neu geprüft werden. Nummern können sich seither geändert haben: Fragen Sie zuerst nach der neuesten.",
    checked_on: "geprüft am",
    open: "Noch zu tun",
    later: "Auf später verschoben",
    done: "Erledigt",
    not_for_me: "Trifft auf Sie nicht zu",
    not_for_them: "Trifft nicht zu",
    until: "Verschoben bis {}",
    what_to_do: "Was zu tun ist, Schritt für Schritt",
    withdrawn: "Vom Herausgeber zurückgenommen",
    you_told_us: "Sie haben es gesagt",
    we_checked: "Wir haben es geprüft",
    now: "Jetzt gleich",
    today: "Heute",
    this_week: "Diese Woche",
    minutes: "etwa {} Minuten",
    no_secret: "Auf diesem Blatt steht kein Passwort. Schreiben Sie keines darauf.",
    keep_apart: "Wer dieses Blatt findet, sieht, welche Seite Sie benutzen. Bewahren Sie es auf, wo nur Sie hinsehen.",
    leaflet_title: "Daten über Sie wurden gestohlen: was Sie ohne Computer tun können",
    leaflet_about: "Für jemanden, dessen Daten bei einem Angriff auf eine Seite, ein Geschäft oder einen Verein gestohlen wurden.",
    leaflet_parts: "Eins nach dem anderen",
    leaflet_foot: "Niemand wird Sie je anrufen und nach diesem Blatt, einem Passwort, einem Code oder Geld fragen.",
    countries: ["Vereinigtes Königreich", "Irland", "Vereinigte Staaten", "Deutschland", "überall sonst"],
};

/// `text` with `value` in its gap.
pub(super) fn fill(text: &str, value: &str) -> String {
    text.replace("{}", value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_the_advice_has_words_for_the_sheet() {
        for language in plan::LANGUAGES {
            assert_eq!(Words::of(language).language, language);
        }
    }
}
