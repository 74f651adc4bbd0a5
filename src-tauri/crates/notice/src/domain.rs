//! Names of hosts: what is one, what lies below which, and the part that somebody registered.

/// Whether `name` is a host name of the public net in lower-case ASCII (A-labels): at least two labels, and no
/// number in disguise (`127.1`, `0x7f.1` are addresses to a browser).
#[must_use]
pub fn is_domain(name: &str) -> bool {
    let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| inner(byte) || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = name.rsplit('.').next().unwrap_or_default();
    let number = last.bytes().all(|byte| byte.is_ascii_digit()) || last.starts_with("0x");
    name.len() <= 253 && name.contains('.') && name.split('.').all(label) && !number
}

/// Whether `host` is `domain` or a name below it.
#[must_use]
pub fn is_within(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// The part of `host` that somebody registered (public suffix list): what a person should look at. The whole
/// name where the list has no answer.
#[must_use]
pub fn registrable(host: &str) -> &str {
    psl::domain_str(host).unwrap_or(host)
}

/// Whether `name` is itself a public suffix, such as `co.uk` or `github.io`: nobody's domain, but what many have theirs
/// below.
#[must_use]
pub fn is_public_suffix(name: &str) -> bool {
    psl::domain_str(name).is_none()
}

/// Whether `host` ends in a suffix of that list, as names do that a registry gives out.
#[must_use]
pub fn has_public_suffix(host: &str) -> bool {
    psl::suffix(host.as_bytes()).is_some_and(|suffix| suffix.is_known())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_disguise_are_no_names() {
        for name in ["forum.example", "a.b-c.example", "xn--bcher-kva.example", "1.example"] {
            assert!(is_domain(name), "{name}");
        }
        for name in [
            "",
            "localhost",
            "10.0.0.1",
            "127.1",
            "0x7f.1",
            "a.0x7f",
            "forum.example.",
            "A.example",
            "ä.example",
        ] {
            assert!(!is_domain(name), "{name}");
        }
    }

    #[test]
    fn a_name_that_only_ends_alike_is_not_below() {
        assert!(is_within("forum.example", "forum.example"));
        assert!(is_within("www.forum.example", "forum.example"));
        assert!(!is_within("notforum.example", "forum.example"));
        assert!(!is_within("example", "forum.example"));
    }

    #[test]
    fn a_registry_gives_out_some_endings_and_not_others() {
        assert!(has_public_suffix("bank.com") && has_public_suffix("a.co.uk"));
        assert!(!has_public_suffix("e.g") && !has_public_suffix("step.by.step"));
    }

    #[test]
    fn a_public_suffix_is_told_from_a_domain_below_it() {
        for name in ["com", "co.uk", "github.io", "example"] {
            assert!(is_public_suffix(name), "{name}");
        }
        for name in ["forum.example", "forum.co.uk", "forum.github.io", "www.forum.co.uk"] {
            assert!(!is_public_suffix(name), "{name}");
        }
    }

    #[test]
    fn the_registered_part_is_what_a_person_looks_at() {
        assert_eq!(registrable("login.forum.example.evil.co.uk"), "evil.co.uk");
        assert_eq!(registrable("forum.example"), "forum.example");
        assert_eq!(registrable("a.github.io"), "a.github.io");
    }
}
