//! What the page of a notice says of itself: headings, labels and dates, in the languages that advice comes in.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use notice::{Accounts, Status};

/// The words around a notice, in one language. `{}` and names in braces stand for what is put in.
pub(super) struct Words {
    /// The language of these words, as in `lang`.
    pub(super) code: &'static str,
    /// `{}` stands for the number and `{day}` for the moment of a statement; interim, final and withdrawn.
    status: [&'static str; 3],
    withdrawn: &'static str,
    withdrawn_on: &'static str,
    pub(super) withdrawn_means: &'static str,
    pub(super) withdrawn_said: &'static str,
    pub(super) withdrawn_steps: &'static str,
    pub(super) still: &'static str,
    pub(super) concerns: &'static str,
    accounts: [&'static str; 2],
    accounts_unknown: &'static str,
    accounts_before: &'static str,
    thousands: char,
    next: &'static str,
    new: &'static str,
    pub(super) new_at: &'static str,
    pub(super) all_changes: &'static str,
    pub(super) changed_text: &'static str,
    behind: &'static str,
    pub(super) to_original: &'static str,
    pub(super) languages: &'static str,
    pub(super) go: &'static str,
    pub(super) go_how: &'static str,
    pub(super) open: &'static str,
    pub(super) get: &'static str,
    /// Headings of what happened, can follow, is done, was not taken and is not known.
    pub(super) sections: [&'static str; 5],
    pub(super) taken: &'static str,
    /// Of what is confirmed, possible and ruled out.
    pub(super) certainty: [&'static str; 3],
    /// As readable text, encrypted, in a way that is not known, in the way that is named.
    stored: [&'static str; 4],
    pub(super) to_do: &'static str,
    in_all: &'static str,
    pub(super) taken_back: &'static str,
    minutes: &'static str,
    pub(super) here: &'static str,
    pub(super) web_page: &'static str,
    pub(super) about_it: &'static str,
    checked: &'static str,
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
    pub(super) link_is: &'static str,
    months: [&'static str; 12],
    /// What stands after the number of a day.
    day: &'static str,
}

static ENGLISH: Words = Words {
    code: "en",
    status: [
        "Statement {}, {day}. More will follow.",
        "Statement {}, {day}. This is the final statement.",
        "Statement {}, {day}. It withdraws this notice.",
    ],
    withdrawn: "Withdrawn: {}",
    withdrawn_on: "This notice was withdrawn on {}.",
    withdrawn_means: "What it said no longer holds. Do not follow its steps.",
    withdrawn_said: "What the notice said before it was withdrawn",
    withdrawn_steps: "Its steps, which are no longer needed",
    still: "What helps in any case",
    concerns: "Who this is for:",
    accounts: ["1 account is affected.", "{} accounts are affected."],
    accounts_unknown: "How many accounts are affected is not known yet.",
    accounts_before: "The statement before said {}.",
    thousands: ',',
    next: "The next statement is due by {}. If that time has passed and this is still statement {number}, it is late: ask us.",
    new: "New in statement {}",
    new_at: "What is new",
    all_changes: "All changes",
    changed_text: "changed",
    behind: "This translation follows statement {}. Statement {number} is in the original.",
    to_original: "Read the original",
    languages: "Languages",
    go: "Do you have Selfcheck on a computer?",
    go_how: "It goes through these steps one at a time, asks only what matters for you, and tells you when a new statement comes. It is free, needs no account and sends nothing about you. There is no Selfcheck for phones.",
    open: "Open in Selfcheck",
    get: "Where to get Selfcheck",
    sections: [
        "What happened",
        "What it can lead to",
        "What we do",
        "What was not taken",
        "What is not known yet",
    ],
    taken: "What was taken",
    certainty: ["Confirmed.", "Possibly taken.", "Not taken."],
    stored: [
        "Stored as readable text.",
        "Stored encrypted.",
        "How it was stored is not known.",
        "Stored as: {}.",
    ],
    to_do: "What to do",
    in_all: "All of them take about {} minutes. The most important comes first.",
    taken_back: "No longer needed:",
    minutes: "about {} minutes",
    here: "Do it here",
    web_page: "Web page:",
    about_it: "More about this:",
    checked: "checked on {}",
    urgency: ["Now", "Today", "This week"],
    not_for_you: "Which steps are not for you",
    leave_out: "If the answer is no, leave out:",
    never: "What we will never ask you for",
    ask: "Whom to ask",
    changed: "What changed",
    real: "How to know that this is real",
    real_how: "Type the address of this site yourself, or use your own bookmark. In Selfcheck and on the site, these six words must be the same:",
    code_leads: "This code leads to this page, for a phone or another computer:",
    code_holds: "QR code that holds the address of this page",
    file: "The signed notice as a file",
    link_is: "The link for Selfcheck:",
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
    status: [
        "Mitteilung {}, {day}. Weitere folgen.",
        "Mitteilung {}, {day}. Dies ist die letzte Mitteilung.",
        "Mitteilung {}, {day}. Sie zieht diese Warnung zurück.",
    ],
    withdrawn: "Zurückgezogen: {}",
    withdrawn_on: "Diese Mitteilung wurde am {} zurückgezogen.",
    withdrawn_means: "Was darin stand, gilt nicht mehr. Folgen Sie ihren Schritten nicht.",
    withdrawn_said: "Was in der Mitteilung stand, bevor sie zurückgezogen wurde",
    withdrawn_steps: "Ihre Schritte, die nicht mehr nötig sind",
    still: "Was in jedem Fall hilft",
    concerns: "Für wen das ist:",
    accounts: ["1 Konto ist betroffen.", "{} Konten sind betroffen."],
    accounts_unknown: "Wie viele Konten betroffen sind, ist noch nicht bekannt.",
    accounts_before: "In der Mitteilung davor waren es {}.",
    thousands: '.',
    next: "Die nächste Mitteilung soll bis {} kommen. Ist diese Zeit vorbei und hier steht noch Mitteilung {number}, dann verspätet sie sich: Fragen Sie uns.",
    new: "Neu in Mitteilung {}",
    new_at: "Was neu ist",
    all_changes: "Alle Änderungen",
    changed_text: "geändert",
    behind: "Diese Übersetzung folgt Mitteilung {}. Mitteilung {number} steht im Original.",
    to_original: "Das Original lesen",
    languages: "Sprachen",
    go: "Haben Sie Selfcheck auf einem Computer?",
    go_how: "Es geht diese Schritte einzeln mit Ihnen durch, fragt nur, was für Sie wichtig ist, und sagt Ihnen, wenn eine neue Mitteilung kommt. Es kostet nichts, braucht kein Konto und sendet nichts über Sie. Für Telefone gibt es Selfcheck nicht.",
    open: "In Selfcheck öffnen",
    get: "Woher Sie Selfcheck bekommen",
    sections: [
        "Was geschehen ist",
        "Wozu es führen kann",
        "Was wir tun",
        "Was nicht gestohlen wurde",
        "Was noch nicht bekannt ist",
    ],
    taken: "Was gestohlen wurde",
    certainty: ["Bestätigt.", "Möglicherweise gestohlen.", "Nicht gestohlen."],
    stored: [
        "Als lesbarer Text gespeichert.",
        "Verschlüsselt gespeichert.",
        "Wie es gespeichert war, ist nicht bekannt.",
        "Gespeichert als: {}.",
    ],
    to_do: "Was zu tun ist",
    in_all: "Zusammen dauern sie etwa {} Minuten. Das Wichtigste kommt zuerst.",
    taken_back: "Nicht mehr nötig:",
    minutes: "etwa {} Minuten",
    here: "Hier tun Sie es",
    web_page: "Webseite:",
    about_it: "Mehr dazu:",
    checked: "geprüft am {}",
    urgency: ["Jetzt gleich", "Heute", "Diese Woche"],
    not_for_you: "Welche Schritte Sie nicht brauchen",
    leave_out: "Wenn die Antwort nein ist, lassen Sie weg:",
    never: "Wonach wir Sie nie fragen",
    ask: "Wen Sie fragen können",
    changed: "Was sich geändert hat",
    real: "Woran Sie erkennen, dass das echt ist",
    real_how: "Tippen Sie die Adresse dieser Seite selbst ein, oder nehmen Sie Ihr eigenes Lesezeichen. In Selfcheck und auf der Seite müssen diese sechs Wörter gleich sein:",
    code_leads: "Dieser Code führt zu dieser Seite, für ein Telefon oder einen anderen Computer:",
    code_holds: "QR-Code mit der Adresse dieser Seite",
    file: "Die unterschriebene Mitteilung als Datei",
    link_is: "Der Link für Selfcheck:",
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

    /// What the header says of the statement.
    pub(super) fn status(&self, status: Status, number: u32, moment: &str) -> String {
        let [interim, last, withdrawn] = self.status;
        let said = match status {
            Status::Interim => interim,
            Status::Final => last,
            Status::Withdrawn => withdrawn,
        };
        said.replace("{}", &number.to_string()).replace("{day}", moment)
    }

    /// The title of a withdrawn notice.
    pub(super) fn withdrawn(&self, title: &str) -> String {
        self.withdrawn.replace("{}", title)
    }

    pub(super) fn withdrawn_on(&self, moment: &str) -> String {
        self.withdrawn_on.replace("{}", moment)
    }

    /// How many accounts are affected, and how many the statement before said where that was another number.
    pub(super) fn accounts(&self, accounts: Accounts, before: Option<Accounts>) -> String {
        let said = match accounts {
            Accounts::Number(1) => self.accounts[0].to_owned(),
            Accounts::Number(number) => self.accounts[1].replace("{}", &self.number(number)),
            Accounts::NotKnownYet => self.accounts_unknown.to_owned(),
        };
        match before {
            Some(Accounts::Number(number)) if accounts != Accounts::Number(number) => {
                format!("{said} {}", self.accounts_before.replace("{}", &self.number(number)))
            }
            _ => said,
        }
    }

    /// A number with its thousands set apart.
    fn number(&self, number: u64) -> String {
        let digits = number.to_string();
        let mut said = String::with_capacity(digits.len() + 6);
        for (n, digit) in digits.chars().enumerate() {
            if n > 0 && (digits.len() - n).is_multiple_of(3) {
                said.push(self.thousands);
            }
            said.push(digit);
        }
        said
    }

    /// When the next statement is due; a page cannot know whether that time has passed.
    pub(super) fn next(&self, moment: &str, number: u32) -> String {
        self.next.replace("{}", moment).replace("{number}", &number.to_string())
    }

    /// `New in statement 2`.
    pub(super) fn new_in(&self, number: u32) -> String {
        self.new.replace("{}", &number.to_string())
    }

    /// That a translation follows an older statement.
    pub(super) fn behind(&self, followed: u32, number: u32) -> String {
        self.behind.replace("{}", &followed.to_string()).replace("{number}", &number.to_string())
    }

    pub(super) fn minutes(&self, minutes: u32) -> String {
        self.minutes.replace("{}", &minutes.to_string())
    }

    pub(super) fn in_all(&self, minutes: u32) -> String {
        self.in_all.replace("{}", &minutes.to_string())
    }

    /// How a class of data was kept.
    pub(super) fn stored(&self, how: &str) -> String {
        let [plain, encrypted, unknown, named] = self.stored;
        match how.trim() {
            "plain" => plain.to_owned(),
            "encrypted" => encrypted.to_owned(),
            "unknown" => unknown.to_owned(),
            how => named.replace("{}", how),
        }
    }

    /// `checked on 24 November 2026`.
    pub(super) fn checked(&self, day: Date) -> String {
        self.checked.replace("{}", &self.day(day))
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

    #[test]
    fn numbers_are_said_in_a_sentence_with_the_one_before() {
        let (english, german) = (Words::of("en"), Words::of("de"));
        let number = Accounts::Number;
        assert_eq!(english.accounts(number(3000), None), "3,000 accounts are affected.");
        assert_eq!(english.accounts(number(1), Some(number(1))), "1 account is affected.");
        assert_eq!(
            german.accounts(number(1_234_567), Some(number(900))),
            "1.234.567 Konten sind betroffen. In der Mitteilung davor waren es 900."
        );
        assert_eq!(english.accounts(number(11), Some(Accounts::NotKnownYet)), "11 accounts are affected.");
        assert_eq!(english.stored("bcrypt"), "Stored as: bcrypt.");
        assert_eq!(english.stored("plain"), "Stored as readable text.");
    }
}
