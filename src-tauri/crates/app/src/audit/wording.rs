//! The sentences of reports, the same on paper and in the terminal. Plain English, no blame, never "safe".

use ::audit::{Finding, Kind, Lines, Lookup, NotChecked, Row, Urgency};

use super::Ending;

/// A kind of finding, as a heading of its number.
#[must_use]
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::IncidentSite => "at the site of the notice",
        Kind::IncidentPassword => "with the password used at the site of the notice",
        Kind::MasterPasswordReused => "with the password of the database, or one very like it",
        Kind::Breached => "with a leaked password",
        Kind::Reused => "with a password used elsewhere too",
        Kind::Similar => "with a password very like another",
        Kind::Weak => "with a password that is easy to guess",
        Kind::SiteBreachedSince => "at a site breached since the password was set",
        Kind::SiteBreachedChangeUnknown => "at a site that was breached; not known when the password was set",
        Kind::InsecureAddress => "with an address that is not encrypted",
        Kind::TwoStepOffered => "at a site that offers a second step at sign-in",
        Kind::Old => "with an old password",
        Kind::NotChecked => "not checked: empty or a PIN",
    }
}

/// Why a log-in stands where it does, in one line. Where nothing was found, a look-up that failed is said instead.
#[must_use]
pub fn why(row: &Row) -> &'static str {
    let failed = row.lookup.code() == "could_not_check";
    match row.urgency {
        Urgency::Extra | Urgency::Nothing if row.lookup == (Lookup::CouldNotCheck { reason: "doubtful" }) => {
            "Its password may be another one than could be read, so nothing is known about it."
        }
        Urgency::Extra | Urgency::Nothing if failed => {
            "It could not be looked up. Nothing is known about its password."
        }
        Urgency::EmailAccount => {
            "Whoever has your e-mail can reset your other passwords, so this comes first."
        }
        Urgency::Incident if row.findings.contains(&Finding::IncidentSite) => {
            "This is your account at the site of the notice."
        }
        Urgency::Incident => "Its password is the one that you used at the site of the notice.",
        Urgency::MasterPassword => "Its password opens the database with all the others, or nearly.",
        Urgency::BreachedAndReused => "Its password has leaked, and other accounts have it too.",
        Urgency::Breached => "Its password has leaked.",
        Urgency::Reused => "If one of these accounts is broken into, the others are open too.",
        Urgency::SiteBreached => "The site was breached after this password was set.",
        Urgency::EasyToGuess => "The password can be guessed, by itself or from another.",
        Urgency::Worth => "Worth a change when you have time.",
        Urgency::Extra => "Nothing has to change. A second step would protect it better.",
        Urgency::Nothing => "Nothing was found. That does not prove that nobody knows it.",
        Urgency::NotChecked => "There was nothing to check.",
    }
}

/// The last word of an audit, where nothing asks for a change.
#[must_use]
pub fn ending(ending: Ending) -> Option<&'static str> {
    match ending {
        Ending::ToChange => None,
        Ending::NotAllChecked => Some(
            "Nothing that was checked asks for a change. Some of the file could not be read or looked up: nothing is known about that.",
        ),
        Ending::NothingChecked => Some(
            "No password could be checked: none was found in what could be read. Export again, or give another file.",
        ),
        Ending::NothingFound => Some(
            "Nothing was found that asks for a change. That does not prove that nobody knows a password.",
        ),
    }
}

/// Where an entry is that was not read.
#[must_use]
pub fn place(line: u64, last_line: u64) -> String {
    if last_line > line { format!("Lines {line} to {last_line}") } else { format!("Line {line}") }
}

/// A list of leaked passwords, by the name that results give it.
fn list(name: &str) -> String {
    match name.split_once(':') {
        Some(("file", file)) => format!("the list of leaked passwords {file}"),
        Some(("range", host)) => format!("the list of leaked passwords at {host}"),
        _ => "the list of leaked passwords in this program".to_owned(),
    }
}

/// A finding in one sentence.
#[must_use]
pub fn finding(finding: &Finding) -> String {
    match finding {
        Finding::IncidentSite => "This is an account at the site of the notice.".to_owned(),
        Finding::IncidentPassword => {
            "It has the same password as your account at the site of the notice.".to_owned()
        }
        Finding::MasterPasswordReused { nearly: false } => {
            "It has the password that opens this database. Choose another one for the database or here."
                .to_owned()
        }
        Finding::MasterPasswordReused { nearly: true } => {
            "Its password is very like the one that opens this database.".to_owned()
        }
        Finding::Breached { list: name, count: Some(count), at_least } => {
            let least = if *at_least { "at least " } else { "" };
            format!("The password is on {}, seen {least}{} times.", list(name), grouped(*count))
        }
        Finding::Breached { list: name, count: None, .. } => format!("The password is on {}.", list(name)),
        Finding::Reused { with } => format!("The same password as at {}.", lines(with)),
        Finding::Similar { with } => format!("Very like the password at {}.", lines(with)),
        Finding::Weak { .. } => "The password is easy to guess.".to_owned(),
        Finding::SiteBreachedSince(breach) => {
            format!("{} was breached on {}, after this password was set.", breach.title, breach.date)
        }
        Finding::SiteBreachedChangeUnknown(breach) => format!(
            "{} was breached on {}. Change the password if it is older than that.",
            breach.title, breach.date
        ),
        Finding::InsecureAddress => {
            "The address begins with http: what you type there can be read on the way. Use https.".to_owned()
        }
        Finding::TwoStepOffered { methods, .. } => format!(
            "The site offers a second step at sign-in: {}.",
            methods.iter().map(|method| self::method(method)).collect::<Vec<_>>().join(", ")
        ),
        Finding::Old { changed } => format!("Last changed on {changed}, more than five years ago."),
        Finding::NotChecked { reason: NotChecked::Empty } => "No password is saved here.".to_owned(),
        Finding::NotChecked { reason: NotChecked::Pin } => {
            "A few digits only, like a PIN. That is not checked.".to_owned()
        }
    }
}

fn method(code: &str) -> &str {
    match code {
        "sms" => "text message",
        "call" => "phone call",
        "email" => "e-mail",
        "totp" => "code from an app",
        "u2f" => "security key",
        "custom-software" => "an app of its own",
        "custom-hardware" => "a device of its own",
        other => other,
    }
}

fn lines(lines: &Lines) -> String {
    let word = if lines.count() == 1 { "line" } else { "lines" };
    let named: Vec<String> = lines.named.iter().map(u64::to_string).collect();
    match lines.others {
        0 => format!("{word} {}", named.join(", ")),
        others => format!("{word} {} and {others} more", named.join(", ")),
    }
}

/// A number with commas between its thousands.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(
            [0, 999, 1_000, 52_372, 9_000_001].map(grouped),
            ["0", "999", "1,000", "52,372", "9,000,001"]
        );
    }

    #[test]
    fn others_are_named_by_their_lines() {
        let some = |named: &[u64], others| lines(&Lines { named: named.to_vec(), others });
        assert_eq!(some(&[5], 0), "line 5");
        assert_eq!(some(&[5, 7], 3), "lines 5, 7 and 3 more");
    }
}
