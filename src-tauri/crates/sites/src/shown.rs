//! What may be shown of a text that may hold an address: managers use the address as the title, and people paste it
//! as the user name, with the password, path and query that are in it.

use std::borrow::Cow;

use crate::RegistrableDomain;
use crate::address::begins_with_a_scheme;

/// A title or a user name with every address in it replaced by its site. A text without one stays as it is.
///
/// A user name with a slash behind a host (`ann.smith/admin`) is cut too: it cannot be told from an address.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.contains([':', '/', '?', '#']) {
        return Cow::Borrowed(text);
    }
    // From a scheme on, all is taken for the address: a blank in a password or query that nobody has escaped would
    // leave the rest of it.
    let (words, address) = text.split_at(address_from(text).unwrap_or(text.len()));
    let mut changed = !address.is_empty();
    let mut result = String::with_capacity(text.len());
    let (before, credentials, after) = around_credentials(words);
    for (part, whole) in [(before, false), (credentials, true), (after, false)] {
        if whole && !part.is_empty() {
            changed = true;
            result.push_str(&site(part));
            continue;
        }
        for word in part.split_inclusive(char::is_whitespace) {
            let plain = word.trim_end();
            if has_query(plain) || is_place_with_more(plain) {
                changed = true;
                result.push_str(&site(plain));
                result.push_str(word.get(plain.len()..).unwrap_or_default());
            } else {
                result.push_str(word);
            }
        }
    }
    result.push_str(&site(address));
    if changed { Cow::Owned(result.trim().to_owned()) } else { Cow::Borrowed(text) }
}

/// The text before, in and after `ann:word@forum.example`, in which the password may have blanks.
fn around_credentials(text: &str) -> (&str, &str, &str) {
    let nothing = (text, "", "");
    let words = || text.split_whitespace().map(|word| (word, word.as_ptr().addr() - text.as_ptr().addr()));
    let first = words().find(|(word, _)| {
        word.split_once(':')
            .is_some_and(|(user, rest)| !rest.is_empty() && user.contains(char::is_alphabetic))
    });
    let Some((_, start)) = first else { return nothing };
    let mut with_host = words()
        .filter(|(word, at)| *at >= start && word.rsplit_once('@').is_some_and(|(_, host)| !host.is_empty()));
    let Some((word, at)) = with_host.next_back() else { return nothing };
    let (before, rest) = text.split_at(start);
    let (credentials, after) = rest.split_at(at + word.len() - start);
    (before, credentials, after)
}

/// Where the first address with a scheme begins.
fn address_from(text: &str) -> Option<usize> {
    let is_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-');
    if text.trim_start().split_once(':').is_some_and(|(_, rest)| !rest.starts_with(char::is_whitespace))
        && begins_with_a_scheme(text)
    {
        return Some(0);
    }
    let with_slashes = text.find("://").map(|at| {
        let before = text.get(..at).unwrap_or_default();
        before.trim_end_matches(is_scheme).len()
    });
    let opaque = text.split_whitespace().find(|word| {
        word.split_once(':').is_some_and(|(_, rest)| !rest.is_empty()) && begins_with_a_scheme(word)
    });
    let opaque = opaque.and_then(|word| text.find(word));
    match (with_slashes, opaque) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// `forum.example/reset?token=…`
fn has_query(word: &str) -> bool {
    word.split_once('?').is_some_and(|(place, query)| !place.is_empty() && query.contains('='))
}

/// `forum.example/login`: a host of several parts and something behind it.
fn is_place_with_more(word: &str) -> bool {
    word.split_once(['/', '?', '#']).is_some_and(|(place, more)| {
        let name = place.split(':').next().unwrap_or_default();
        !more.is_empty()
            && !word.contains('@')
            && name.rsplit_once('.').is_some_and(|(name, end)| {
                !name.is_empty() && end.chars().count() >= 2 && end.chars().all(char::is_alphabetic)
            })
    })
}

fn site(address: &str) -> String {
    let first = address.split_whitespace().next().unwrap_or_default();
    let whole = if address.contains('@') { address } else { first };
    RegistrableDomain::of(whole).map(|site| site.as_str().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_that_holds_an_address_shows_its_site_only() {
        for (title, expected) in [
            ("https://ann:LEAK@forum.example/LEAK?x=LEAK", "forum.example"),
            ("https://ann:LE AK@forum.example", "forum.example"),
            ("Forum https://forum.example/?token=LE AK", "Forum forum.example"),
            ("ssh root ssh://root:LEAK@server.example", "ssh root server.example"),
            ("forum.example/reset?token=LEAK", "forum.example"),
            ("intranet/reset?token=LEAK", "intranet"),
            ("ann:LEAK@forum.example", "forum.example"),
            ("Server ann:LEAK@forum.example (old)", "Server forum.example (old)"),
            ("cmd://ssh ann:LEAK@host", "cmd://"),
            ("mailto:ann@mail.example?subject=LEAK", "mailto:"),
            ("javascript:alert('LEAK LEAK')", "javascript:"),
            ("bookmark javascript:alert('LEAK')", "bookmark javascript:"),
            ("custom://reset?token=LEAK", "custom://"),
            ("jdbc:oracle:thin:ann/LEAK@host", "jdbc:"),
            ("ann:LEAK LEAK@forum.example and more", "forum.example and more"),
            ("(https://forum.example/LEAK)", "(forum.example"),
        ] {
            assert_eq!(shown(title), expected, "{title}");
        }
    }

    #[test]
    fn a_title_or_user_name_without_an_address_stays_as_it_is() {
        for text in [
            "Forum",
            "AC/DC fan club",
            "Mail: work",
            "Skype: ann",
            "ann@mail.example",
            "Is it? yes",
            "#1 forum",
            "24/7 gym",
            "forum.example",
            "forum.example:8080",
            " blanks  inside ",
            "CORP\\ann",
            "a:b",
            "12:30 train",
            "url:forum",
            "Re:Zero wiki",
        ] {
            assert_eq!(shown(text), text);
        }
        assert_eq!(shown("ann@jabber.example/home"), "ann@jabber.example/home");
        assert_eq!(shown("ann/admin@REALM.EXAMPLE"), "ann/admin@REALM.EXAMPLE");
    }

    #[test]
    fn a_user_name_that_holds_an_address_shows_its_site_only() {
        for (name, expected) in [
            ("postgres://admin:LEAK@db.local/x", "db.local"),
            ("ann:LEAK@forum.example", "forum.example"),
            ("https://forum.example/?user=LEAK", "forum.example"),
            ("mailto:ann@mail.example", "mailto:"),
        ] {
            assert_eq!(shown(name), expected, "{name}");
        }
    }
}
