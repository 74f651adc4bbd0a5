//! `leads-to-leak`: a text that leads to the stolen data itself. Whoever follows it sees what others lost, and the thief
//! gets an audience.
//!
//! Three things are looked for: an address at a place where stolen data is put; a sentence that sends people to look at
//! it; a sentence that names a foreign address as the place where it was put.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::language::{LeakWords, in_list, leaks};
use super::links::{addresses, domains_of, own, registered};
use super::texts::{elsewhere, sentences, words};
use super::{Code, Draft, Finding};

/// How far after a verb the data is looked for, in words; and after "posted" or the like, the address.
const REACH: usize = 8;

pub(super) fn look(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let own = own(draft);
    let mut said: HashSet<String> = HashSet::new();
    let mut add = |field: &str, snippet: &str, about: String| {
        // Each field once: the first thing is enough to find the others.
        if said.insert(field.to_owned()) {
            findings.push(draft.finding(Code::LeadsToLeak, field, Some(snippet), Some(about)));
        }
    };
    for (field, url) in addresses(draft) {
        if let Some(host) = domains_of(&url).into_iter().find(|host| is_place_of_leaks(host, own)) {
            add(&field, &url, host);
        }
    }
    let elsewhere: Vec<_> = elsewhere(draft.notice).collect();
    let paragraphs = draft
        .texts
        .iter()
        .flat_map(|text| text.paragraphs.iter().map(|paragraph| (text.field.as_str(), paragraph.as_str())))
        .chain(elsewhere.iter().map(|(field, _, text)| (field.as_str(), *text)));
    for (field, paragraph) in paragraphs {
        for sentence in sentences(paragraph) {
            let hosts = domains_of(sentence);
            let place = hosts.into_iter().find(|host| is_place_of_leaks(host, own));
            let foreign = |host: &str| {
                let domain = registered(host);
                domain.is_some_and(|domain| domain != own && !draft.surroundings.listed.contains(domain))
            };
            if let Some(about) = place.or_else(|| leads(sentence, foreign)) {
                add(field, sentence, about);
            }
        }
    }
}

/// Whether stolen data is put at this host.
fn is_place_of_leaks(host: &str, own: &str) -> bool {
    static HOSTS: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let hosts = HOSTS.get_or_init(|| leaks().hosts.iter().map(String::as_str).collect());
    let Some(domain) = registered(host).filter(|domain| *domain != own) else { return false };
    hosts.contains(domain) || domain.rsplit('.').next() == Some("onion")
}

/// The stolen data that a sentence leads to, or its address.
fn leads(sentence: &str, foreign: impl Fn(&str) -> bool) -> Option<String> {
    let words = words(sentence);
    let clauses = || words.split(|word| matches!(word.as_str(), "," | ";" | ":" | "(" | ")" | "–" | "—"));
    leaks().language.iter().find_map(|language| {
        let sent = clauses().find_map(|clause| sends(clause, language));
        sent.or_else(|| named(&words, language, &foreign))
    })
}

/// "Look at the leaked list": a verb, then the data.
fn sends(clause: &[String], language: &LeakWords) -> Option<String> {
    if clause.iter().any(|word| in_list(&language.denies, word)) {
        return None;
    }
    let verb = clause.iter().position(|word| in_list(&language.look, word))?;
    let (before, after) = clause.split_at(verb);
    if before.iter().any(|word| in_list(&language.others, word)) {
        return None;
    }
    let near: Vec<&str> = after
        .iter()
        .skip(1)
        .take(REACH)
        .map(String::as_str)
        .take_while(|word| !in_list(&language.stops, word))
        .collect();
    let near = format!(" {} ", near.join(" "));
    language.leaks.iter().find(|leak| near.contains(&format!(" {leak} "))).cloned()
}

/// "The list was posted at files.example": the data, what was done with it, where.
fn named(words: &[String], language: &LeakWords, foreign: &impl Fn(&str) -> bool) -> Option<String> {
    let any = |list: &[String]| words.iter().any(|word| in_list(list, word));
    if !any(&language.data) || any(&language.statements) || any(&language.denies) {
        return None;
    }
    // "at" and an address after it are looked for once; the verb must be near before them.
    words.windows(2).enumerate().find_map(|(at, pair)| {
        let [preposition, address] = pair else { return None };
        if !in_list(&language.at, preposition) {
            return None;
        }
        let host = domains_of(address).into_iter().find(|host| foreign(host))?;
        let before = words.get(at.saturating_sub(REACH)..at)?;
        before.iter().any(|word| in_list(&language.told, word)).then_some(host)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(sentence: &str) -> Option<String> {
        leads(sentence, |host| registered(host).is_some_and(|domain| domain != "forum.example"))
    }

    #[test]
    fn sentence_that_sends_people_to_the_stolen_data_is_found() {
        for sentence in [
            "Look at the leaked list.",
            "You can download the stolen database yourself.",
            "Search the leaked data for your name.",
            "See the dump at the address below.",
            "The passwords were posted on thief.example.",
            "The list is for sale at market.example/123.",
            "Sehen Sie in der geleakten Liste nach.",
            "Laden Sie die gestohlenen Daten herunter.",
            "Die Liste wurde auf diebe.example veröffentlicht, die Passwörter wurden veröffentlicht auf diebe.example.",
        ] {
            assert!(found(sentence).is_some(), "{sentence}");
        }
    }

    #[test]
    fn sentence_that_warns_or_speaks_of_something_else_is_not_found() {
        for sentence in [
            "Do not look at the leaked list.",
            "Anyone can download the leaked data.",
            "We read the leaked data to find out who is affected.",
            "Check whether your address is in the leaked data.",
            "This statement is also posted at status.example.",
            "Passwords typed at f0rum.example were stolen.",
            "The passwords were posted on forum.example.",
            "Find out what to do about the stolen data.",
            "The list was posted on a page that we do not name.",
            "Laden Sie die gestohlenen Daten nicht herunter.",
            "Wer die gestohlenen Daten sehen will, macht sich strafbar.",
            "Prüfen Sie, ob Ihr Name in der geleakten Liste steht.",
        ] {
            assert_eq!(found(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn place_of_leaks_is_told_by_its_registered_domain() {
        for host in ["pastebin.com", "www.pastebin.com", "abc.onion", "x.abc.onion"] {
            assert!(is_place_of_leaks(host, "forum.example"), "{host}");
        }
        for host in ["mypastebin.com", "forum.example", "onion.example"] {
            assert!(!is_place_of_leaks(host, "forum.example"), "{host}");
        }
        assert!(!is_place_of_leaks("pastebin.com", "pastebin.com"));
    }
}
