//! The language of a page, and of what stands on it in another one.

use notice::{Localised, LocalisedList};

use texts::{Texts, direction};

/// What stands for a language whose code is none.
const UNDETERMINED: &str = "und";

/// What languages call themselves; any other is named by its code.
const NAMES: [(&str, &str); 26] = [
    ("ar", "العربية"),
    ("bg", "Български"),
    ("cs", "Čeština"),
    ("cy", "Cymraeg"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("ga", "Gaeilge"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("it", "Italiano"),
    ("nb", "Norsk bokmål"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sv", "Svenska"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("vi", "Tiếng Việt"),
];

/// Whether a code has the form of BCP 47: two or three letters, then parts of one to eight letters and digits.
pub(in crate::desk) fn is_tag(code: &str) -> bool {
    let mut parts = code.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.chars().all(|c| c.is_ascii_alphabetic())
        && code.len() <= 35
        && parts.all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
}

fn primary(code: &str) -> &str {
    code.split('-').next().unwrap_or(code)
}

/// What a language calls itself.
pub(super) fn name(code: &str) -> &str {
    let named = NAMES.iter().find(|(known, _)| primary(code).eq_ignore_ascii_case(known));
    named.filter(|(known, _)| code.eq_ignore_ascii_case(known)).map_or(code, |(_, name)| name)
}

/// A text, and the attributes that say its language where it is not that of the page.
#[derive(Clone)]
pub(super) struct Said {
    pub(super) words: String,
    pub(super) lang: String,
}

/// A list of texts, and the attributes that say its language where it is not that of the page.
pub(super) struct Items {
    pub(super) items: Vec<String>,
    pub(super) lang: String,
}

/// The language of a page.
#[derive(Clone, Copy)]
pub(super) struct Tongue<'a> {
    pub(super) page: &'a str,
    /// That in which the notice was written.
    pub(super) original: &'a str,
}

impl Tongue<'_> {
    /// What the page says itself.
    pub(super) fn texts(self) -> &'static Texts {
        Texts::of(self.page)
    }

    /// The attributes of the whole page.
    pub(super) fn root(self) -> String {
        let code = if is_tag(self.page) { self.page } else { UNDETERMINED };
        match direction(self.page) {
            "rtl" => format!(" lang=\"{code}\" dir=\"rtl\""),
            _ => format!(" lang=\"{code}\""),
        }
    }

    /// The attributes of an element in `language`; none where it is that of the page.
    pub(super) fn attribute(self, language: &str) -> String {
        if primary(language).eq_ignore_ascii_case(primary(self.page)) {
            return String::new();
        }
        let code = if is_tag(language) { language } else { UNDETERMINED };
        if direction(language) == direction(self.page) {
            format!(" lang=\"{code}\"")
        } else {
            format!(" lang=\"{code}\" dir=\"{}\"", direction(language))
        }
    }

    /// The attributes of what the page, or the advice of this program, says itself.
    pub(super) fn own(self) -> String {
        self.attribute(self.texts().language())
    }

    /// The attributes of a text that has no translations.
    pub(super) fn originally(self) -> String {
        self.attribute(self.original)
    }

    /// A text in the language of the page, else in the original, else in any other.
    pub(super) fn say(self, text: &Localised) -> Option<Said> {
        let filled = |language: &&str| text.0.get(*language).is_some_and(|words| !words.trim().is_empty());
        let any = || text.0.keys().map(String::as_str).find(filled);
        let language = [self.page, self.original].into_iter().find(filled).or_else(any)?;
        Some(Said { words: text.0.get(language)?.clone(), lang: self.attribute(language) })
    }

    /// A list in the language of the page, else in the original, else in any other.
    pub(super) fn list(self, list: &LocalisedList) -> Items {
        let filled = |language: &&str| list.0.get(*language).is_some_and(|items| !items.is_empty());
        let any = || list.0.keys().map(String::as_str).find(filled);
        let language = [self.page, self.original].into_iter().find(filled).or_else(any).unwrap_or(self.page);
        let items = list.0.get(language).cloned().unwrap_or_default();
        Items { items, lang: self.attribute(language) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_language_tag_or_none() {
        for code in ["en", "de-AT", "gsw", "zh-Hant-TW", "DE"] {
            assert!(is_tag(code), "{code}");
        }
        for code in ["", "e", "english", "de_AT", "de\" onmouseover=\"x", "de-", "12", "de ", "dé", "en--us"]
        {
            assert!(!is_tag(code), "{code}");
            assert_eq!(Tongue { page: code, original: "en" }.root(), " lang=\"und\"", "{code}");
        }
    }

    #[test]
    fn what_is_in_another_language_says_so_with_its_direction() {
        let german = Tongue { page: "de-AT", original: "en" };
        assert_eq!((german.attribute("de").as_str(), german.originally().as_str()), ("", " lang=\"en\""));
        assert_eq!(german.attribute("ar"), " lang=\"ar\" dir=\"rtl\"");
        assert_eq!(Tongue { page: "ar", original: "en" }.originally(), " lang=\"en\" dir=\"ltr\"");
        assert_eq!(Tongue { page: "fr", original: "fr" }.own(), " lang=\"en\"", "there is no French advice");
        assert_eq!((name("de"), name("de-AT"), name("xx")), ("Deutsch", "de-AT", "xx"));
    }
}
