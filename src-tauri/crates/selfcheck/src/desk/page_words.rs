//! What the page of a notice says of itself: headings, labels and dates, in the languages that advice comes in.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The words around a notice, in one language. Where two belong together, a number stands between them.
pub(super) struct Words {
    /// The language of these words, as in `lang`.
    pub(super) code: &'static str,
    /// Of an interim, a final and a withdrawn statement.
    pub(super) status: [&'static str; 3],
    pub(super) statement: &'static str,
    pub(super) taken_back_whole: &'static str,
    pub(super) concerns: &'static str,
    pub(super) accounts: &'static str,
    pub(super) accounts_unknown: &'static str,
    pub(super) next: &'static str,
    pub(super) go: &'static str,
    pub(super) go_how: &'static str,
    pub(super) open: &'static str,
    pub(super) without: &'static str,
    /// Headings of what happened, can follow, is done, was not taken and is not known.
    pub(super) sections: [&'static str; 5],
    pub(super) taken: &'static str,
    /// Of what is confirmed, possible and ruled out.
    pub(super) certainty: [&'static str; 3],
    pub(super) stored: &'static str,
    pub(super) to_do: &'static str,
    pub(super) in_all: [&'static str; 2],
    pub(super) taken_back: &'static str,
    pub(super) about: [&'static str; 2],
    pub(super) here: &'static str,
    /// Of now, today and this week.
    pub(super) urgency: [&'static str; 3],
    pub(super) not_for_you: &'static str,
    pub(super) leave_out: &'static str,
    pub(super) never: &'static str,
    pub(super) ask: &'static str,
    pub(super) changed: &'static str,
    pub(super) real: &'static str,
    pub(super) real_how: &'static str,
    pub(super) code_leads: &'static str,
    pub(super) code_holds: &'static str,
    pub(super) file: &'static str,
    months: [&'static str; 12],
    /// What stands after the number of a day.
    day: &'static str,
}

static ENGLISH: Words = Words {
    code: "en",
    status: ["Interim", "Final", "Withdrawn"],
    statement: "statement",
    taken_back_whole: "This notice has been taken back by its publisher. What it says no longer holds.",
    concerns: "Whom it concerns:",
    accounts: "Accounts:",
    accounts_unknown: "not known yet",
    next: "The next statement is promised for",
    go: "Go through the steps one at a time",
    go_how: "with a free program that needs no account and sends nothing about you:",
    open: "Open in Selfcheck",
    without: "Everything it says about this notice is on this page too. You can do all of it without the program.",
    sections: [
        "What happened",
        "What it can lead to",
        "What we do",
        "What was not taken",
        "What is not known yet",
    ],
    taken: "What was taken",
    certainty: ["Confirmed.", "Possible.", "Ruled out: not taken."],
    stored: "Stored as:",
    to_do: "What to do",
    in_all: ["About", "minutes in all. The most important comes first."],
    taken_back: "Taken back:",
    about: ["about", "minutes."],
    here: "Do it here",
    urgency: ["Now", "Today", "This week"],
    not_for_you: "Which steps are not for you",
    leave_out: "If not, leave out:",
    never: "What we will never ask you for",
    ask: "Whom to ask",
    changed: "What changed",
    real: "How to know that this is real",
    real_how: "Type the address of this site yourself, or use your own bookmark. In Selfcheck and on the site, these six words must be the same:",
    code_leads: "This code leads to the same notice, for a phone or another computer:",
    code_holds: "QR code that holds the link of this notice",
    file: "The signed notice as a file",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    day: "",
};

static GERMAN: Words = Words {
    code: "de",
    status: ["Vorläufig", "Abschließend", "Zurückgezogen"],
    statement: "Mitteilung",
    taken_back_whole: "Der Herausgeber hat diese Mitteilung zurückgezogen. Was darin steht, gilt nicht mehr.",
    concerns: "Wen es betrifft:",
    accounts: "Konten:",
    accounts_unknown: "noch nicht bekannt",
    next: "Die nächste Mitteilung ist versprochen für den",
    go: "Gehen Sie die Schritte einzeln durch",
    go_how: "mit einem freien Programm, das kein Konto braucht und nichts über Sie sendet:",
    open: "In Selfcheck öffnen",
    without: "Was es zu dieser Mitteilung sagt, steht auch auf dieser Seite. Sie können alles ohne das Programm tun.",
    sections: [
        "Was geschehen ist",
        "Wozu es führen kann",
        "Was wir tun",
        "Was nicht gestohlen wurde",
        "Was noch nicht bekannt ist",
    ],
    taken: "Was gestohlen wurde",
    certainty: ["Bestätigt.", "Möglich.", "Ausgeschlossen: nicht gestohlen."],
    stored: "Gespeichert als:",
    to_do: "Was zu tun ist",
    in_all: ["Zusammen etwa", "Minuten. Das Wichtigste kommt zuerst."],
    taken_back: "Zurückgenommen:",
    about: ["etwa", "Minuten."],
    here: "Hier tun Sie es",
    urgency: ["Jetzt gleich", "Heute", "Diese Woche"],
    not_for_you: "Welche Schritte Sie nicht brauchen",
    leave_out: "Wenn nicht, lassen Sie weg:",
    never: "Wonach wir Sie nie fragen",
    ask: "Wen Sie fragen können",
    changed: "Was sich geändert hat",
    real: "Woran Sie erkennen, dass das echt ist",
    real_how: "Tippen Sie die Adresse dieser Seite selbst ein, oder nehmen Sie Ihr eigenes Lesezeichen. In Selfcheck und auf der Seite müssen diese sechs Wörter gleich sein:",
    code_leads: "Dieser Code führt zur selben Mitteilung, für ein Telefon oder einen anderen Computer:",
    code_holds: "QR-Code mit dem Link dieser Mitteilung",
    file: "Die unterschriebene Mitteilung als Datei",
    months: [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    day: ".",
};

impl Words {
    /// Those for a notice written in this language; English where there are none.
    pub(super) fn of(language: &str) -> &'static Self {
        if language.split('-').next() == Some(GERMAN.code) { &GERMAN } else { &ENGLISH }
    }

    /// `14 March 2026`.
    pub(super) fn day(&self, date: Date) -> String {
        let month = usize::try_from(date.month() - 1).ok().and_then(|at| self.months.get(at)).unwrap_or(&"");
        format!("{}{} {month} {}", date.day(), self.day, date.year())
    }

    /// `14 March 2026, 18:00 UTC`.
    pub(super) fn moment(&self, time: Timestamp) -> String {
        let time = time.to_zoned_datetime(TimeZone::UTC);
        format!("{}, {}", self.day(time.date()), time.strftime("%H:%M UTC"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_the_language_does() {
        let day = jiff::civil::date(2026, 3, 14);
        assert_eq!(Words::of("en").day(day), "14 March 2026");
        assert_eq!(Words::of("de-AT").day(day), "14. März 2026");
        assert_eq!(Words::of("fr").code, "en");
        let time: Timestamp = "2026-03-14T18:00:00Z".parse().unwrap();
        assert_eq!(Words::of("de").moment(time), "14. März 2026, 18:00 UTC");
    }
}
