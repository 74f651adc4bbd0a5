//! `contradiction`: two places of a draft that cannot both be true.

use super::language::{ClaimWords, claims, in_list};
use super::links::{domains_of, own, registered};
use super::texts::{Text, sentences};
use super::wording::singular;
use super::{Code, Draft, Finding, Reason};
use crate::{Accounts, Certainty, Exposed, SiteSafe, Status};

/// Fields in which nothing is claimed: what is not known, and questions.
const ASKING: [&str; 2] = ["not_known", "question"];

pub(super) fn look(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let classes = Classes::of(draft);
    for text in draft.texts.iter().filter(|text| text.on_the_page) {
        for paragraph in &text.paragraphs {
            let found = classes.all_clear(paragraph).into_iter().chain(classes.certain(text, paragraph));
            findings.extend(found.map(|reason| finding(draft, &text.field, Some(paragraph), reason)));
        }
    }
    counts(draft, findings);
    status(draft, findings);
    email(draft, findings);
    questions(draft, findings);
    unsafe_site(draft, findings);
}

/// A site that is not safe to open, and a step that sends members there.
fn unsafe_site(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    if draft.notice.facts.site_safe != Some(SiteSafe::No) {
        return;
    }
    let own = own(draft);
    for (n, step) in draft.notice.steps.iter().enumerate().filter(|(_, step)| step.withdrawn.is_empty()) {
        let leads_there =
            step.link.iter().flat_map(|link| domains_of(link)).any(|host| registered(&host) == Some(own));
        if leads_there {
            let reason = Reason::UnsafeSite { step: step.id.clone() };
            findings.push(finding(draft, &format!("step[{n}].link"), step.link.as_deref(), reason));
        }
    }
}

fn finding(draft: &Draft<'_>, field: &str, text: Option<&str>, reason: Reason) -> Finding {
    draft.because(Code::Contradiction, field, text, reason)
}

/// The words of a sentence in small letters, with one space around each; hints of open gaps are left out.
fn bare(sentence: &str) -> String {
    let outside = sentence.split("{{").map(|part| part.split_once("}}").map_or(part, |(_, after)| after));
    let words: Vec<String> = outside
        .collect::<Vec<_>>()
        .join(" ")
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    format!(" {} ", words.join(" ")).replace(" e mail ", " email ")
}

/// The one of these that a sentence claims, whole words only. A sentence that denies it or leaves it open does not.
fn claimed<'a>(sentence: &str, phrases: &'a [String], words: &ClaimWords) -> Option<&'a str> {
    let claims = |phrase: &str| {
        let (before, after) = sentence.split_once(&format!(" {phrase} "))?;
        let doubted = before.split(' ').any(|word| in_list(&words.doubts, word));
        let another =
            words.carries_on.iter().any(|next| format!("{after} ").starts_with(&format!("{next} ")));
        (!doubted && !another).then_some(())
    };
    phrases.iter().map(String::as_str).find(|phrase| claims(phrase).is_some())
}

/// A class of data and how words for it begin in texts.
struct Class<'a> {
    name: &'a str,
    certainty: Certainty,
    beginnings: Vec<String>,
}

impl<'a> Class<'a> {
    fn of(exposed: &'a Exposed) -> Self {
        let own = std::iter::once(singular(&exposed.class));
        let others = claims().language.iter().filter_map(|words| words.classes.get(&exposed.class)).flatten();
        let beginnings = own.chain(others.cloned()).filter(|word| !word.is_empty());
        let beginnings = beginnings.map(|word| format!(" {}", word.replace('-', " "))).collect();
        Self { name: &exposed.class, certainty: exposed.certainty, beginnings }
    }

    fn is_named(&self, sentence: &str) -> bool {
        self.beginnings.iter().any(|beginning| sentence.contains(beginning.as_str()))
    }
}

/// Every class of the notice.
struct Classes<'a>(Vec<Class<'a>>);

impl<'a> Classes<'a> {
    fn of(draft: &Draft<'a>) -> Self {
        Self(draft.notice.exposed.iter().map(Class::of).collect())
    }

    fn with(&self, certainty: Certainty) -> impl Iterator<Item = &Class<'a>> {
        self.0.iter().filter(move |class| class.certainty == certainty)
    }

    fn all_clear(&self, paragraph: &str) -> Option<Reason> {
        let class = self.with(Certainty::Confirmed).next()?;
        let phrase = sentences(paragraph).into_iter().find_map(|sentence| {
            let sentence = bare(sentence);
            claims().language.iter().find_map(|words| claimed(&sentence, &words.all_clear, words))
        })?;
        Some(Reason::AllClear { phrase: phrase.to_owned(), class: class.name.to_owned() })
    }

    fn certain(&self, text: &Text, paragraph: &str) -> Option<Reason> {
        self.with(Certainty::Possible).next()?;
        if ASKING.iter().any(|field| text.field.starts_with(field)) {
            return None;
        }
        let note_of = text.field.strip_prefix("exposed[").and_then(|rest| rest.split_once(']'));
        let own: Option<&Class<'_>> = note_of.and_then(|(n, _)| self.0.get(n.parse::<usize>().ok()?));
        sentences(paragraph).into_iter().find_map(|sentence| {
            let sentence = bare(sentence);
            claims().language.iter().find_map(|words| {
                let surely = claimed(&sentence, &words.certain, words);
                let phrase = surely.or_else(|| claimed(&sentence, &words.taken, words))?;
                let class = match own {
                    Some(class) => Some(class).filter(|class| class.certainty == Certainty::Possible),
                    None => self.meant(&sentence, surely.is_some()),
                }?;
                Some(Reason::Certain { phrase: phrase.to_owned(), class: class.name.to_owned() })
            })
        })
    }

    /// The class that a sentence is about, if it is only possible: one that it names or, where it speaks of nothing but
    /// data and no class is confirmed, any.
    fn meant(&self, sentence: &str, of_data: bool) -> Option<&Class<'a>> {
        if self.with(Certainty::Confirmed).any(|class| class.is_named(sentence)) {
            return None;
        }
        let any = || self.with(Certainty::Possible).next().filter(|_| of_data);
        let none_confirmed = self.with(Certainty::Confirmed).next().is_none();
        let named = self.with(Certainty::Possible).find(|class| class.is_named(sentence));
        named.or_else(|| any().filter(|_| none_confirmed))
    }
}

fn counts(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let Some(Accounts::Number(count)) = draft.notice.accounts_affected else { return };
    if count == 0 && draft.notice.exposed.iter().any(|exposed| exposed.certainty == Certainty::Confirmed) {
        findings.push(finding(draft, "accounts_affected", None, Reason::NoAccounts));
    }
    let counting = ["what_happened", "title", "affects"];
    for text in draft.texts.iter().filter(|text| counting.iter().any(|field| text.field.starts_with(field))) {
        for paragraph in &text.paragraphs {
            if let Some(other) = numbers(paragraph).into_iter().find(|number| *number != count) {
                let reason = Reason::Count { text: other, field: count };
                findings.push(finding(draft, &text.field, Some(paragraph), reason));
            }
        }
    }
}

/// Numbers of accounts in a text, with separators of thousands or without.
fn numbers(text: &str) -> Vec<u64> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let counted = |word: &&str| {
        let bare = word.trim_matches(|character: char| !character.is_alphanumeric()).to_lowercase();
        in_list(&claims().counted, &bare)
    };
    words
        .iter()
        .enumerate()
        .filter(|(at, _)| words.iter().skip(at + 1).take(2).any(counted))
        .filter_map(|(_, word)| {
            let word = word.trim_matches(|character: char| !character.is_ascii_digit());
            let groups: Vec<&str> = word.split([',', '.', '\'', '’', '\u{a0}', '\u{202f}']).collect();
            let (first, rest) = groups.split_first()?;
            // A year is no count.
            let is_year =
                rest.is_empty() && first.len() == 4 && (first.starts_with("19") || first.starts_with("20"));
            let is_number = !is_year && !first.is_empty() && rest.iter().all(|group| group.len() == 3);
            is_number.then(|| groups.concat().parse().ok()).flatten()
        })
        .collect()
}

fn status(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    if draft.notice.status == Status::Final && !draft.notice.not_known.is_empty() {
        findings.push(finding(draft, "not_known", None, Reason::FinalUnknowns));
    }
}

fn email(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let contact = draft.notice.contact.as_ref().and_then(|contact| contact.email.as_deref());
    let officer = draft.notice.facts.dpo.as_ref().and_then(|dpo| dpo.email.as_deref());
    let is_address = |text: &str| {
        text.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty()
                && host.contains('.')
                && !host.starts_with('.')
                && !text.contains(char::is_whitespace)
        })
    };
    for (field, address) in [("contact.email", contact), ("dpo.email", officer)] {
        if let Some(address) = address.filter(|address| super::gap(address).is_none() && !is_address(address))
        {
            findings.push(finding(draft, field, Some(address), Reason::NotAnAddress));
        }
    }
}

/// A question that takes away only steps that were withdrawn asks for nothing.
fn questions(draft: &Draft<'_>, findings: &mut Vec<Finding>) {
    let withdrawn =
        |id: &String| draft.notice.steps.iter().any(|step| step.id == *id && !step.withdrawn.is_empty());
    for (n, question) in draft.notice.questions.iter().enumerate() {
        if !question.steps.is_empty() && question.steps.iter().all(withdrawn) {
            let reason = Reason::AskedInVain { question: question.id.clone() };
            findings.push(finding(draft, &format!("question[{n}]"), None, reason));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_accounts_with_any_separator() {
        assert_eq!(numbers("About 3,000 members of 12 boards were affected."), [3000]);
        assert_eq!(numbers("3.000 Konten, 2980 accounts, 1’234 registered users"), [3000, 2980, 1234]);
        for other in ["On 14 March at 18.30 some accounts", "In 2026 some members", "Since 1999 members"] {
            assert_eq!(numbers(other), Vec::<u64>::new(), "{other}");
        }
    }

    /// What the first language that claims something in this text claims.
    fn said(text: &str, phrases: impl Fn(&'static ClaimWords) -> &'static [String]) -> Option<&'static str> {
        sentences(text).into_iter().find_map(|sentence| {
            let sentence = bare(sentence);
            claims().language.iter().find_map(|words| claimed(&sentence, phrases(words), words))
        })
    }

    #[test]
    fn claim_is_found_as_whole_words_and_not_where_it_is_denied_or_doubted() {
        let all_clear = |text: &str| said(text, |words| &words.all_clear);
        assert_eq!(all_clear("Good news: Nothing was taken!"), Some("nothing was taken"));
        assert_eq!(all_clear("Es wurde nichts gestohlen."), Some("es wurde nichts gestohlen"));
        assert_eq!(all_clear("Vos données sont en sécurité."), Some("vos données sont en sécurité"));
        assert_eq!(all_clear("Rien n'a été volé."), Some("rien n a été volé"));
        assert_eq!(all_clear("Nothing was takeneth"), None);
        assert_eq!(all_clear("We cannot say that your data is safe."), None);
        let certain = |text: &str| said(text, |words| &words.certain);
        assert_eq!(certain("No passwords were posted."), None);
        assert_eq!(certain("We do not know more. They were posted."), Some("were posted"));
        let taken = |text: &str| said(text, |words| &words.taken);
        for (text, phrase) in [
            ("Passwords were taken.", Some("were taken")),
            ("Passwörter wurden gestohlen.", Some("wurden gestohlen")),
            ("Las contraseñas fueron robadas.", Some("fueron robadas")),
            ("Les mots de passe ont été volés.", Some("ont été volés")),
            ("Le password sono state rubate.", Some("sono state rubate")),
            ("De wachtwoorden zijn gestolen.", Some("zijn gestolen")),
            ("Hasła zostały skradzione.", Some("zostały skradzione")),
            ("As senhas foram roubadas.", Some("foram roubadas")),
            ("Şifreler çalındı.", Some("çalındı")),
            ("We believe that passwords were taken.", None),
            ("Wir wissen nicht, ob Passwörter gestohlen wurden.", None),
            ("The servers were taken offline.", None),
            ("Passwords may have been taken.", None),
        ] {
            assert_eq!(taken(text), phrase, "{text}");
        }
    }
}
