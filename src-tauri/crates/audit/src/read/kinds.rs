//! The kinds of tables that browsers and password managers write, told by their header.
//!
//! Vendors add columns now and then, so a kind is told by the columns it must have; of several kinds that fit,
//! the one that asks for the most columns is it.

use std::collections::HashMap;

use super::{Column, Columns, ReadError, Source};
use crate::ChangeOf;

/// What a table must have, and which column is what. Names are in lower case.
struct Kind {
    source: Source,
    needs: &'static [&'static str],
    title: &'static str,
    url: &'static str,
    /// More addresses, as a list in one cell.
    more_urls: &'static str,
    /// The first of these that is not empty is the user name.
    username: &'static [&'static str],
    password: &'static str,
    changed: Option<(&'static str, ChangeOf)>,
    second_step: &'static [&'static str],
    /// What sort of entry a row is.
    sort: &'static str,
    /// The folder an entry lies in.
    folder: &'static str,
}

const PLAIN: Kind = Kind {
    source: Source::Chrome,
    needs: &["name", "url", "username", "password"],
    title: "name",
    url: "url",
    more_urls: "",
    username: &["username"],
    password: "password",
    changed: None,
    second_step: &[],
    sort: "",
    folder: "",
};

const KINDS: &[Kind] = &[
    PLAIN,
    Kind {
        source: Source::Firefox,
        needs: &["url", "username", "password", "httprealm", "formactionorigin"],
        title: "",
        changed: Some(("timepasswordchanged", ChangeOf::Password)),
        ..PLAIN
    },
    Kind {
        source: Source::Safari,
        needs: &["title", "url", "username", "password"],
        title: "title",
        second_step: &["otpauth"],
        ..PLAIN
    },
    Kind {
        source: Source::Bitwarden,
        needs: &["type", "name", "login_uri", "login_username", "login_password"],
        url: "login_uri",
        username: &["login_username"],
        password: "login_password",
        second_step: &["login_totp"],
        sort: "type",
        ..PLAIN
    },
    Kind {
        source: Source::OnePassword,
        needs: &["title", "url", "username", "password", "favorite", "archived", "tags"],
        title: "title",
        second_step: &["otpauth"],
        ..PLAIN
    },
    Kind {
        source: Source::LastPass,
        needs: &["url", "username", "password", "extra", "name", "grouping"],
        second_step: &["totp"],
        ..PLAIN
    },
    Kind {
        source: Source::KeePassXc,
        needs: &["group", "title", "username", "password", "url", "notes"],
        title: "title",
        changed: Some(("last modified", ChangeOf::Entry)),
        second_step: &["totp"],
        folder: "group",
        ..PLAIN
    },
    Kind {
        source: Source::ProtonPass,
        needs: &["type", "name", "url", "username", "password", "createtime", "modifytime"],
        username: &["username", "email"],
        changed: Some(("modifytime", ChangeOf::Entry)),
        second_step: &["totp"],
        sort: "type",
        ..PLAIN
    },
    Kind {
        source: Source::Dashlane,
        needs: &["username", "title", "password", "url", "category"],
        title: "title",
        username: &["username", "username2", "username3"],
        second_step: &["otpsecret", "otpurl"],
        ..PLAIN
    },
    Kind {
        source: Source::NordPass,
        needs: &["name", "url", "username", "password", "cardholdername"],
        more_urls: "additional_urls",
        sort: "type",
        ..PLAIN
    },
    Kind {
        source: Source::RoboForm,
        needs: &["name", "url", "login", "pwd"],
        username: &["login"],
        password: "pwd",
        ..PLAIN
    },
];

/// Which cell of a row is what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) source: Source,
    /// Cells of the header, or 0 if rows may have any number.
    pub(super) width: usize,
    pub(super) title: Option<usize>,
    pub(super) url: Option<usize>,
    pub(super) more_urls: Option<usize>,
    pub(super) username: Vec<usize>,
    pub(super) password: usize,
    pub(super) changed: Option<(usize, ChangeOf)>,
    pub(super) second_step: Vec<usize>,
    pub(super) sort: Option<usize>,
    pub(super) folder: Option<usize>,
}

impl Layout {
    /// The layout of a known kind.
    pub(super) fn of_header(header: &[String]) -> Option<Self> {
        let mut places = HashMap::new();
        for (index, name) in header.iter().enumerate() {
            // Of two columns with one name the first counts, as in a spreadsheet's look-up.
            places.entry(plain(name)).or_insert(index);
        }
        let place = |name: &str| places.get(name).copied();
        let kind = KINDS
            .iter()
            .filter(|kind| kind.needs.iter().all(|name| places.contains_key(*name)))
            .max_by_key(|kind| kind.needs.len())?;
        Some(Self {
            source: kind.source,
            width: header.len(),
            title: place(kind.title),
            url: place(kind.url),
            more_urls: place(kind.more_urls),
            username: kind.username.iter().filter_map(|name| place(name)).collect(),
            password: place(kind.password)?,
            changed: kind.changed.and_then(|(name, of)| Some((place(name)?, of))),
            second_step: kind.second_step.iter().filter_map(|name| place(name)).collect(),
            sort: place(kind.sort),
            folder: place(kind.folder),
        })
    }

    /// Keeper writes no header: folder, title, log-in, password, address, notes, shared folder, then pairs of a
    /// label and a value.
    pub(super) fn of_keeper() -> Self {
        Self {
            source: Source::Keeper,
            width: 0,
            title: Some(1),
            url: Some(4),
            more_urls: None,
            username: vec![2],
            password: 3,
            changed: None,
            second_step: Vec::new(),
            sort: None,
            folder: None,
        }
    }

    /// The layout that somebody chose.
    pub(super) fn chosen(columns: &Columns, header: &[String]) -> Result<Self, ReadError> {
        let place = |column: &Column| match column {
            Column::Number(number) => number
                .checked_sub(1)
                .filter(|index| *index < header.len())
                .ok_or_else(|| ReadError::NoSuchColumn { wanted: number.to_string() }),
            Column::Name(name) => header
                .iter()
                .position(|there| plain(there) == plain(name))
                .ok_or_else(|| ReadError::NoSuchColumn { wanted: name.clone() }),
        };
        let maybe = |column: &Option<Column>| column.as_ref().map(place).transpose();
        Ok(Self {
            source: Source::Custom,
            width: header.len(),
            title: maybe(&columns.title)?,
            url: maybe(&columns.url)?,
            more_urls: None,
            username: maybe(&columns.username)?.into_iter().collect(),
            password: place(&columns.password)?,
            changed: maybe(&columns.changed)?.map(|index| (index, ChangeOf::Entry)),
            second_step: Vec::new(),
            sort: None,
            folder: None,
        })
    }

    /// The last cell that a row cannot do without.
    pub(super) fn last_needed(&self) -> usize {
        [Some(self.password), self.url, self.username.first().copied()]
            .into_iter()
            .flatten()
            .max()
            .unwrap_or(0)
    }
}

/// A name of a column as it is compared.
fn plain(name: &str) -> String {
    name.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_lowercase()
}

/// Whether the cells surely are names of columns, so that they may be shown. The first row of a table without a
/// header holds a password, so there has to be a word for a password *and* one for what it is for, and nothing
/// that names do not have.
pub(super) fn surely_a_header(cells: &[String]) -> bool {
    const SECRET: &[&str] =
        &["password", "passwort", "kennwort", "pwd", "pass", "secret", "passphrase", "contraseña"];
    const OTHER: &[&str] = &[
        "url",
        "web",
        "website",
        "site",
        "address",
        "login",
        "user",
        "username",
        "user name",
        "email",
        "e-mail",
        "account",
        "title",
        "name",
        "service",
        "notes",
        "benutzer",
        "benutzername",
        "webseite",
        "adresse",
    ];
    let named = |words: &[&str]| cells.iter().any(|cell| words.contains(&plain(cell).as_str()));
    let name = |cell: &String| {
        cell.chars().count() <= 40
            && cell
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, ' ' | '_' | '-' | '(' | ')' | '\u{feff}'))
    };
    named(SECRET) && named(OTHER) && cells.iter().all(name)
}

/// Whether a row looks like one of Keeper's.
pub(super) fn looks_like_keeper(cells: &[String]) -> bool {
    let address = |cell: &String| {
        cell.contains("://")
            || (cell.contains('.') && !cell.contains(char::is_whitespace) && !cell.contains('@'))
    };
    cells.len() >= 7 && cells.len() % 2 == 1 && cells.get(4).is_some_and(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    fn source(header: &str) -> Option<Source> {
        Layout::of_header(&cells(header)).map(|layout| layout.source)
    }

    #[test]
    fn a_kind_is_told_by_the_set_of_its_columns() {
        assert_eq!(source("PASSWORD, Username ,url,name"), Some(Source::Chrome));
        assert_eq!(source("\u{feff}name,url,username,password,note"), Some(Source::Chrome));
        assert_eq!(source("Title,URL,Username,Password,Notes,OTPAuth"), Some(Source::Safari));
        assert_eq!(
            source("Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes"),
            Some(Source::OnePassword)
        );
        assert_eq!(source("Web,Login,Secret"), None);
    }

    #[test]
    fn a_row_of_a_table_without_a_header_is_not_shown() {
        assert!(surely_a_header(&cells("Site,Login,Secret")));
        assert!(!surely_a_header(&cells("Forum,ann,secret")));
        assert!(!surely_a_header(&cells("https://forum.example/,ann,password")));
        assert!(!surely_a_header(&cells("site,ann,hunter2")));
    }

    #[test]
    fn keeper_is_told_by_the_place_of_the_address() {
        assert!(looks_like_keeper(&cells("Home,Forum,ann,pw,https://forum.example,,")));
        assert!(!looks_like_keeper(&cells("Home,Forum,ann,pw,note,,")));
        assert!(!looks_like_keeper(&cells("a,b,c")));
    }
}
