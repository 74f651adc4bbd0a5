//! `asks-for-secret` over a corpus: sentences that ask for a secret, and honest ones that speak of secrets.
#![allow(clippy::unwrap_used, reason = "tests stop at what is wrong")]

use notice::lint::{Code, Surroundings, lint};

const ASKS: &str = include_str!("asks-for-secret/asks.txt");
const HONEST: &str = include_str!("asks-for-secret/honest.txt");
/// Sentences of the corpus that ask and are not found. The list may only become shorter.
const KNOWN_MISSES: &str = include_str!("asks-for-secret/known-misses.txt");

/// Honest sentences of the corpus that are found all the same. The list may only become shorter.
const KNOWN_FALSE: &str = include_str!("asks-for-secret/known-false.txt");

/// The fields in which the lint finds a request for a secret. A draft with invisible characters is refused as a whole.
fn fields(draft: &str) -> Vec<String> {
    let findings = match lint(draft.as_bytes(), &Surroundings::default()) {
        Ok(findings) => findings,
        Err(error) => return vec![error.code().to_owned()],
    };
    let asking = findings.into_iter().filter(|finding| finding.code == Code::AsksForSecret);
    asking.map(|finding| finding.field).collect()
}

/// A draft with these lines after its head.
fn draft(lines: &str) -> String {
    format!(
        "format = 1\nid = \"forum.example/attack\"\nrevision = 1\nstatus = \"interim\"\nlanguage = \"en\"\n{lines}\n"
    )
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn asks(language: &str, text: &str) -> bool {
    !fields(&draft(&format!("[what_we_do]\n{language} = {}", quoted(text)))).is_empty()
}

#[test]
fn corpus_is_large_enough() {
    assert!(ASKS.lines().count() >= 120 && HONEST.lines().count() >= 150);
}

#[test]
fn honest_sentences_are_not_found_but_for_the_known_ones() {
    let found: Vec<&str> = HONEST.lines().filter(|sentence| asks("en", sentence)).collect();
    assert_eq!(found, KNOWN_FALSE.lines().collect::<Vec<_>>());
}

#[test]
fn asking_sentences_are_found_but_for_the_known_misses() {
    let missed: Vec<&str> = ASKS.lines().filter(|sentence| !asks("en", sentence)).collect();
    assert_eq!(missed, KNOWN_MISSES.lines().collect::<Vec<_>>());
}

#[test]
fn every_language_key_is_read() {
    for key in ["en", "EN", "en-GB", "fr", "xx", "de"] {
        assert!(asks(key, "Send us your password."), "{key}");
        assert!(asks(key, "Senden Sie uns Ihr Passwort."), "{key}");
        assert!(!asks(key, "We will never ask for your password."), "{key}");
    }
}

#[test]
fn a_request_above_a_list_or_paragraph_is_read_with_it() {
    for text in [
        "Send us:\n\n- your name\n- your password",
        "Please reply with the following:\n\n1. your user name\n2. your PIN",
        "## Send us this\n\nyour old password",
        "Senden Sie uns:\n\n- Ihr Passwort",
        "*Send* us **your** pass**word**.",
        "Send us your [password](https://forum.example/).",
        "Send us your pass&#8203;word.",
    ] {
        assert!(asks("en", text), "{text}");
    }
    for text in [
        "We never ask for:\n\n- your password\n- a code",
        "Change:\n\n- your password",
        "Send us:\n\n- the message",
    ] {
        assert!(!asks("en", text), "{text}");
    }
}

#[test]
fn every_field_that_members_read_is_read() {
    let asking = quoted("Send us your password.");
    for (field, lines) in [
        ("title.en", format!("[title]\nen = {asking}")),
        ("what_happened.en", format!("[what_happened]\nen = {asking}")),
        ("consequences.en", format!("[consequences]\nen = {asking}")),
        ("not_exposed.en", format!("[not_exposed]\nen = {asking}")),
        ("not_known.en", format!("[not_known]\nen = {asking}")),
        ("contact.name", format!("[contact]\nname = {asking}")),
        ("contact.elsewhere", format!("[contact]\nelsewhere = {asking}")),
        ("contact.elsewhere_in.de", format!("[contact]\nelsewhere_in.de = {asking}")),
        ("never_asks[0]", format!("never_asks = [{asking}]")),
        ("never_asks_in.de[0]", format!("never_asks_in.de = [{asking}]")),
        ("apology.en", format!("[apology]\nen = {asking}")),
        ("offer[0].what.en", format!("[[offer]]\nwhat.en = {asking}")),
        ("offer[0].how.en", format!("[[offer]]\nwhat.en = \"Help\"\nhow.en = {asking}")),
        ("reported[0].authority", format!("[[reported]]\nauthority = {asking}")),
        ("contact.hours.en", format!("[contact]\nhours.en = {asking}")),
        ("contact.phone", format!("[contact]\nphone = {asking}")),
        ("contact.post", format!("[contact]\npost = {asking}")),
        ("dpo.name", format!("[dpo]\nname = {asking}")),
        ("affects_in.de", format!("affects_in.de = {asking}")),
        ("exposed[0].class", format!("[[exposed]]\nclass = {asking}\ncertainty = \"confirmed\"")),
        (
            "exposed[0].protection",
            format!("[[exposed]]\nclass = \"Passwords\"\ncertainty = \"confirmed\"\nprotection = {asking}"),
        ),
        ("step[0].title.en", format!("[[step]]\nid = \"a\"\ntitle.en = {asking}\ntext.en = \"Read.\"")),
        (
            "question[0].why.en",
            format!("[[question]]\nid = \"q\"\ntext.en = \"Did you?\"\nwhy.en = {asking}\nsteps = [\"a\"]"),
        ),
        (
            "history[0].summary.en",
            format!("[[history]]\nrevision = 1\nat = 2026-03-14T18:00:00Z\nsummary.en = {asking}"),
        ),
    ] {
        assert_eq!(fields(&draft(&lines)), [field], "{lines}");
    }
}

#[test]
fn request_in_a_question_a_polite_sentence_or_two_clauses_is_found() {
    for text in [
        "What was your PIN?",
        "Your old password, please.",
        "We would like to have your password.",
        "Please let us know your passcode.",
        "Once we have received your PIN, we restore your account.",
        "Without your code we can do nothing, so tell it to us.",
        "Members who want to keep their account should give their password to the team.",
        "Send us the password of your e-mail account.",
        "Enter your password only on our new page.",
        "Enter your password at forum-help.example.",
        "Enter your password at forum.example.thief.example.",
        "Wie lautet deine PIN?",
        "Ohne Ihren Code geht es nicht, schicken Sie ihn uns bitte.",
        "Zahlen Sie die Gebühr an uns.",
        "Quelle est votre phrase secrète ?",
        "Quali sono le vostre credenziali?",
        "Kod nedir?",
    ] {
        assert!(asks("en", text), "{text}");
    }
}

#[test]
fn honest_question_or_word_about_a_password_is_not_found() {
    for text in [
        "Have you entered your password on that page?",
        "When you enter your password, look at the address.",
        "Enter your password at www.forum.example only.",
        "We need your passwords to be unique.",
        "Let us know if your password does not work.",
        "Tell us about problems with your password.",
        "Let us know about letters that ask for your PIN.",
        "Read more about how codes work.",
        "Keep your recovery codes at hand.",
        "Nobody will misuse it.",
        "Wie sicher ist Ihr Passwort?",
        "Schreiben Sie uns Ihre Frage zu Ihrem Passwort.",
        "Zahlen Sie kein Lösegeld an die Täter, schreiben Sie uns.",
        "Wir überweisen Ihnen das Geld zurück.",
    ] {
        assert!(!asks("en", text), "{text}");
    }
}
