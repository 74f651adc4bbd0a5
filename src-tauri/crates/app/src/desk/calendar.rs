//! How long a card still lives, and a calendar file that reminds of its end (RFC 5545).

use jiff::{SignedDuration, Timestamp};
use notice::{Card, PublicKey};

/// From so many days before its end on, every command that uses a card says so.
pub const NEAR: i64 = 14;
/// The longest line of a calendar, in bytes, without its line end.
const LINE: usize = 75;

/// How long a card still lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// Longer than [`NEAR`] days.
    Long,
    /// So many whole days; 0 on the last one.
    Days(i64),
    /// It has ended.
    Ended,
}

/// How long `card` still lives at `now`.
#[must_use]
pub fn life(card: &Card, now: Timestamp) -> Life {
    let left = card.expires.duration_since(now);
    match left.as_hours() / 24 {
        _ if left <= SignedDuration::ZERO => Life::Ended,
        days if days <= NEAR => Life::Days(days),
        _ => Life::Long,
    }
}

/// A calendar with one entry: the end of the card, and alarms two weeks and three days before it. The entry of the
/// next card takes the place of this one in calendars that know it.
#[must_use]
pub(super) fn calendar(card: &Card, root: &PublicKey) -> String {
    let utc = |time: Timestamp| time.strftime("%Y%m%dT%H%M%SZ").to_string();
    let domain = card.domains.first().map(String::as_str).unwrap_or_default();
    let summary = format!("Publisher card of {domain} ends");
    let what = format!(
        "Card number {} of {} ends. Make the next one with the root key and publish again: selfcheck notice card --previous publisher, or Keys and publisher card in the window.",
        card.serial, card.name
    );
    let alarm = |days: i64| {
        let minutes = "BEGIN:VALARM\nACTION:DISPLAY";
        format!("{minutes}\nDESCRIPTION:{}\nTRIGGER:-P{days}D\nEND:VALARM", text(&summary))
    };
    let lines = [
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Selfcheck//publisher card//EN\nBEGIN:VEVENT".to_owned(),
        format!("UID:selfcheck-card-{}@{domain}", root.link_code()),
        format!("SEQUENCE:{}", card.serial),
        format!("DTSTAMP:{}", utc(card.issued)),
        format!("DTSTART:{}", utc(card.expires)),
        format!("SUMMARY:{}", text(&summary)),
        format!("DESCRIPTION:{}", text(&what)),
        "TRANSP:TRANSPARENT".to_owned(),
        alarm(NEAR),
        alarm(3),
        "END:VEVENT\nEND:VCALENDAR".to_owned(),
    ];
    lines.iter().flat_map(|lines| lines.split('\n')).map(folded).collect()
}

/// A text value: its own signs escaped, its line breaks and control characters blanks.
fn text(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for character in value.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            _ if character.is_control() => escaped.push(' '),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// A line with its end; what is too long goes on in the next, behind a blank.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 2);
    let mut used = 0;
    for character in line.chars() {
        if used + character.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(character);
        used += character.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";

    fn card(name: &str) -> Card {
        Card {
            serial: 3,
            name: name.to_owned(),
            domains: vec!["forum.example".to_owned()],
            desk_keys: vec![],
            roots: vec![KEY.parse().unwrap()],
            issued: "2026-03-01T00:00:00Z".parse().unwrap(),
            expires: "2026-05-30T00:00:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn a_cards_last_two_weeks_are_told_apart_from_its_end() {
        for (now, expected) in [
            ("2026-03-01T00:00:00Z", Life::Long),
            ("2026-05-14T23:59:59Z", Life::Long),
            ("2026-05-15T00:00:01Z", Life::Days(14)),
            ("2026-05-16T00:00:00Z", Life::Days(14)),
            ("2026-05-29T00:00:00Z", Life::Days(1)),
            ("2026-05-29T23:59:59Z", Life::Days(0)),
            ("2026-05-30T00:00:00Z", Life::Ended),
            ("2027-01-01T00:00:00Z", Life::Ended),
        ] {
            assert_eq!(life(&card("F"), now.parse().unwrap()), expected, "{now}");
        }
    }

    /// The form that RFC 5545 asks for, held line by line.
    #[test]
    fn the_calendar_has_its_line_ends_its_lines_their_length_and_its_texts_are_escaped() {
        let root: PublicKey = KEY.parse().unwrap();
        let hostile = "Forum; \"a, b\" \\ ä\nBEGIN:VALARM\r\nÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜ";
        let calendar = calendar(&card(hostile), &root);
        assert!(calendar.ends_with("\r\n") && !calendar.replace("\r\n", "").contains(['\r', '\n']));
        assert!(calendar.split("\r\n").all(|line| line.len() <= LINE), "{calendar}");
        let unfolded = calendar.replace("\r\n ", "");
        let lines: Vec<&str> = unfolded.split_terminator("\r\n").collect();
        for line in [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "DTSTAMP:20260301T000000Z",
            "DTSTART:20260530T000000Z",
            "UID:selfcheck-card-roodqudpuwktt3yndusyrhgbtu@forum.example",
            "SEQUENCE:3",
            "TRIGGER:-P14D",
        ] {
            assert_eq!(lines.iter().filter(|each| **each == line).count(), 1, "{line}\n{calendar}");
        }
        for part in ["VEVENT", "VALARM", "VCALENDAR"] {
            let count = |what: &str| lines.iter().filter(|line| **line == format!("{what}:{part}")).count();
            assert_eq!(count("BEGIN"), count("END"), "{part}");
        }
        assert_eq!(lines.iter().filter(|line| line.starts_with("BEGIN:VALARM")).count(), 2);
        assert!(unfolded.contains("Forum\\; \"a\\, b\" \\\\ ä BEGIN:VALARM"), "{unfolded}");
    }
}
