//! Texts in the place of a password that stand for another: KeePass replaces them when it types, other managers when
//! they start a program. The text itself is nobody's password, so it is never looked up as one.

/// KeePass's placeholders without an argument, in upper case. Their letters' case does not matter to it.
const PLAIN: &[&str] = &[
    "APPACTIVATE",
    "APPDIR",
    "BASE",
    "CLEARFIELD",
    "DB_DIR",
    "DB_NAME",
    "DB_PATH",
    "DT_SIMPLE",
    "DT_UTC_SIMPLE",
    "EDGE",
    "ENV_DIRSEP",
    "FIREFOX",
    "GOOGLECHROME",
    "GROUP",
    "GROUP_NOTES",
    "GROUP_PATH",
    "HMACOTP",
    "INTERNETEXPLORER",
    "NEWPASSWORD",
    "NOTES",
    "OPERA",
    "PASSWORD",
    "PASSWORD_ENC",
    "SAFARI",
    "TIMEOTP",
    "TITLE",
    "TOTP",
    "URL",
    "USERNAME",
    "UUID",
];

/// The beginnings of those with an argument, in upper case.
const WITH_ARGUMENT: &[&str] = &[
    "ACTION:",
    "BASE:",
    "CMD:",
    "CONV-",
    "CONV:",
    "DB:",
    "DT_",
    "NEWPASSWORD:",
    "NEWPASSWORD/",
    "PICKCHARS",
    "PICKFIELD",
    "REF:",
    "S:",
    "T-CONV:",
    "T-REPLACE-RX:",
    "URL:",
];

/// Beginnings of the references that command-line tools of managers read: 1Password, Proton Pass, Keeper, Dashlane.
const SCHEMES: &[&str] = &["op://", "pass://", "keeper://", "dl://"];

/// Whether a text is not the password itself, but stands for one.
pub(super) fn is_reference(text: &str) -> bool {
    let inner = text.trim().trim_start_matches('{').trim_start();
    let scheme = |scheme: &&str| {
        inner.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && inner.matches('/').count() >= 3
    };
    SCHEMES.iter().any(scheme) || next_placeholder(text).is_some()
}

/// The first placeholder in a text: where its brace opens, and where the text goes on after it. Those with an argument
/// end at the brace that fits, since an argument may hold others, and without one they go on to the end.
pub(super) fn next_placeholder(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let start = from + text.get(from..)?.find('{')?;
        let inner = text.get(start + 1..)?;
        let begins =
            |name: &&&str| inner.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        if let Some(name) = PLAIN
            .iter()
            .find(|name| begins(name) && inner.get(name.len()..).is_some_and(|r| r.starts_with('}')))
        {
            return Some((start, start + 1 + name.len() + 1));
        }
        if WITH_ARGUMENT.iter().any(|name| begins(&name)) {
            return Some((start, closing(text, start)));
        }
        from = start + 1;
    }
}

/// Where the text goes on after the brace that closes the one at `start`.
fn closing(text: &str, start: usize) -> usize {
    let mut open = 0_usize;
    for (at, byte) in text.bytes().enumerate().skip(start) {
        match byte {
            b'{' => open += 1,
            b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        if open == 0 {
            return at + 1;
        }
    }
    text.len()
}

/// Variables of Windows that people write in small letters too.
const VARIABLES: &[&str] = &[
    "allusersprofile",
    "appdata",
    "computername",
    "homedrive",
    "homepath",
    "localappdata",
    "onedrive",
    "path",
    "programdata",
    "programfiles",
    "programfiles(x86)",
    "public",
    "systemdrive",
    "systemroot",
    "temp",
    "tmp",
    "userdomain",
    "username",
    "userprofile",
    "windir",
];

/// Whether a text holds the name of a variable of the environment between percent signs, as KeePass replaces it: one
/// of Windows's own, or one in capitals.
pub(super) fn has_variable(text: &str) -> bool {
    let mut parts = text.split('%');
    parts.next();
    let mut names = parts.collect::<Vec<_>>();
    names.pop();
    names.iter().any(|name| {
        let capitals = name.len() >= 3
            && name.starts_with(|c: char| c.is_ascii_uppercase() || c == '_')
            && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
        capitals || VARIABLES.iter().any(|known| name.eq_ignore_ascii_case(known))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_a_password_is_told_in_any_case_and_inside_other_text() {
        for text in [
            "{REF:P@I:46C9B1FFBD4ABC4BBB260C6190BAD20C}",
            "{ref:p@i:46c9}",
            "x{Ref:P@T:Forum}y",
            "{REF:",
            "{PASSWORD}",
            "a{password}b",
            "{UserName}",
            "{S:real}",
            "{s:Real}9",
            "{T-REPLACE-RX:/{PASSWORD}/a/b/}",
            "{t-conv:/a/upper/}",
            "{CMD:/pass show x/}",
            "{PICKCHARS}",
            "{PICKCHARS:Password:C=3}",
            "{URL:HOST}",
            "{DT_YEAR}",
            "{TITLE}{NOTES}",
            "{{PASSWORD}}",
            "op://vault/item/password",
            "{{ op://vault/item/password }}",
            "OP://vault/item/section/field",
            "pass://vault/item/password",
            "keeper://uid/field/password",
        ] {
            assert!(is_reference(text), "{text}");
        }
    }

    #[test]
    fn a_password_with_braces_or_slashes_is_itself() {
        for text in [
            "{}",
            "{abc}",
            "a{b}c",
            "{PASSWORD",
            "PASSWORD}",
            "S:real",
            "op://",
            "op://x",
            "{REFERENCE}",
            "drop://a/b/c",
            "{s}",
        ] {
            assert!(!is_reference(text), "{text}");
        }
    }

    #[test]
    fn a_placeholder_ends_at_the_brace_that_fits() {
        assert_eq!(next_placeholder("a{PASSWORD}b"), Some((1, 11)));
        assert_eq!(next_placeholder("{x}{T-REPLACE-RX:/{TITLE}/}y"), Some((3, 27)));
        assert_eq!(next_placeholder("é{S:a"), Some((2, 6)));
        assert_eq!(next_placeholder("nothing {here}"), None);
    }

    #[test]
    fn variables_are_names_between_percent_signs() {
        for text in ["%USERNAME%", "x%AppData%y", "%ProgramFiles(x86)%", "100%%TEMP%"] {
            assert!(has_variable(text), "{text}");
        }
        for text in ["100%", "a%b%c", "%%", "%a b%", "%12345%", "50% of 100% of", "100%sure50%", "%AB%"] {
            assert!(!has_variable(text), "{text}");
        }
    }
}
