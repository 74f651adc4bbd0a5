//! The kinds of tables that browsers and password managers write, told by their header.
//!
//! Vendors add columns now and then, so a kind is told by the columns it must have; of several kinds that fit,
//! the one that asks for the most columns is it.

use std::collections::HashMap;

use super::names::{canonical, is_secret, plain};
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
    // The extension Password Exporter, which wrote exports of Firefox before Firefox did.
    Kind {
        source: Source::Firefox,
        needs: &["hostname", "username", "password", "formsubmiturl", "httprealm", "passwordfield"],
        title: "",
        url: "hostname",
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
    /// Cells of the header, or of the first row where there is none.
    pub(super) width: usize,
    pub(super) has_header: bool,
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
    /// The layout of a known kind; `None` where the names are of none.
    pub(super) fn of_header(header: &[String]) -> Result<Option<Self>, ReadError> {
        let mut places = HashMap::new();
        for (index, name) in header.iter().enumerate() {
            // Of two columns with one name the first counts, as in a spreadsheet's look-up.
            places.entry(canonical(&plain(name))).or_insert(index);
        }
        let place = |name: &str| places.get(name).copied();
        let kind = KINDS
            .iter()
            .filter(|kind| kind.needs.iter().all(|name| places.contains_key(*name)))
            .max_by_key(|kind| kind.needs.len());
        let Some((kind, password)) = kind.and_then(|kind| Some((kind, place(kind.password)?))) else {
            return Ok(None);
        };
        let passwords: Vec<usize> = (0..header.len())
            .filter(|index| *index == password || header.get(*index).is_some_and(|name| is_secret(name)))
            .map(|index| index + 1)
            .collect();
        if passwords.len() > 1 {
            return Err(ReadError::SeveralPasswordColumns { header: header.to_vec(), passwords });
        }
        Ok(Some(Self {
            source: kind.source,
            width: header.len(),
            has_header: true,
            title: place(kind.title),
            url: place(kind.url),
            more_urls: place(kind.more_urls),
            username: kind.username.iter().filter_map(|name| place(name)).collect(),
            password,
            changed: kind.changed.and_then(|(name, of)| Some((place(name)?, of))),
            second_step: kind.second_step.iter().filter_map(|name| place(name)).collect(),
            sort: place(kind.sort),
            folder: place(kind.folder),
        }))
    }

    /// Keeper writes no header: folder, title, log-in, password, address, notes, shared folder, then pairs of a
    /// label and a value.
    pub(super) fn of_keeper() -> Self {
        Self {
            source: Source::Keeper,
            width: 7,
            has_header: false,
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

    /// The layout that was chosen.
    pub(super) fn chosen(columns: &Columns, header: &[String]) -> Result<Self, ReadError> {
        let place = |column: &Column| match column {
            Column::Number(number) => number
                .checked_sub(1)
                .filter(|index| *index < header.len())
                .ok_or_else(|| ReadError::NoSuchColumn { wanted: number.to_string() }),
            Column::Name(name) => {
                let mut named = header.iter().enumerate().filter(|(_, there)| plain(there) == plain(name));
                match (named.next(), named.next()) {
                    (Some((index, _)), None) => Ok(index),
                    (None, _) => Err(ReadError::NoSuchColumn { wanted: name.clone() }),
                    (Some(_), Some(_)) => Err(ReadError::AmbiguousColumn { wanted: name.clone() }),
                }
            }
        };
        let maybe = |column: &Option<Column>| column.as_ref().map(place).transpose();
        let layout = Self {
            source: Source::Custom,
            width: header.len(),
            has_header: columns.header,
            title: maybe(&columns.title)?,
            url: maybe(&columns.url)?,
            more_urls: None,
            username: maybe(&columns.username)?.into_iter().collect(),
            password: place(&columns.password)?,
            changed: maybe(&columns.changed)?.map(|index| (index, ChangeOf::Entry)),
            second_step: Vec::new(),
            sort: None,
            folder: None,
        };
        let shown = [layout.title, layout.url, layout.username.first().copied()].into_iter().flatten();
        let secret = |index: usize| columns.header && header.get(index).is_some_and(|name| is_secret(name));
        let changed = layout.changed.map(|(index, _)| index).filter(|index| *index == layout.password);
        match shown.filter(|index| *index == layout.password || secret(*index)).chain(changed).next() {
            Some(index) => Err(ReadError::PasswordShown { column: index + 1 }),
            None => Ok(layout),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    fn source(header: &str) -> Option<Source> {
        Layout::of_header(&cells(header)).unwrap().map(|layout| layout.source)
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
    fn the_names_of_other_languages_are_known() {
        assert_eq!(source("Titel,URL,Benutzername,Passwort,Notizen,OTPAuth"), Some(Source::Safari));
        assert_eq!(
            source("Titel,URL,Benutzername,Passwort,OTPAuth,Favorit,Archiviert,Tags,Notizen"),
            Some(Source::OnePassword)
        );
        assert_eq!(source("Titre,URL,Nom d’utilisateur,Mot de passe,Notes,OTPAuth"), Some(Source::Safari));
        assert_eq!(source("Web,Benutzername,Passwort"), None);
    }

    #[test]
    fn several_columns_of_passwords_are_asked_about() {
        for (header, expected) in [
            ("name,url,username,password,password,note", &[4, 5][..]),
            ("password,password(password),title,type,url,username", &[1, 2]),
            ("name,url,username,password,Password 2", &[4, 5]),
            ("name,url,username,password,Passwort", &[4, 5]),
        ] {
            let error = Layout::of_header(&cells(header)).unwrap_err();
            assert!(
                matches!(&error, ReadError::SeveralPasswordColumns { passwords, .. } if passwords == expected),
                "{header}: {error:?}"
            );
        }
        let firefox = "url,username,password,httpRealm,formActionOrigin,guid,timePasswordChanged";
        assert!(Layout::of_header(&cells(firefox)).is_ok());
    }

    #[test]
    fn a_column_of_passwords_is_never_shown() {
        let header = cells("url,username,password,old password,pin");
        let error = |columns: &str| Layout::chosen(&columns.parse().unwrap(), &header).unwrap_err();
        for shown in [
            "password=password,username=password",
            "password=3,username=password",
            "password=password,url=3",
            "password=password,title=3,username=2",
            "password=password,changed=3",
            "password=password,username=old password",
            "password=pin,username=password",
        ] {
            assert!(matches!(error(shown), ReadError::PasswordShown { .. }), "{shown}");
        }
        let twice = cells("url,login,secret,Secret");
        let error = Layout::chosen(&"password=secret,url=1".parse().unwrap(), &twice).unwrap_err();
        assert!(matches!(error, ReadError::AmbiguousColumn { wanted } if wanted == "secret"));
    }
}
