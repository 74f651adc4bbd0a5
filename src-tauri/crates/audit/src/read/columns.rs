//! Which column is what, for a table of no known kind: the grammar of `--columns`.
//!
//! `password=Secret,username=Login,url=Web` names columns by their header, in either case; `password=3,url=1` by
//! number from 1. `password` has to be there; `title`, `username`, `url` and `changed` (a date that begins
//! `YYYY-MM-DD`) need not. `header=no` says that the first row is a log-in already; columns then have numbers only.
//! A comma in a header's name cannot be written; its number can.

use std::str::FromStr;

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// By its number, from 1.
    Number(usize),
    /// By its name in the header.
    Name(String),
}

/// Which column is what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// The password.
    pub password: Column,
    /// The user name.
    pub username: Option<Column>,
    /// The address.
    pub url: Option<Column>,
    /// What the owner calls it.
    pub title: Option<Column>,
    /// The day on which the entry was changed.
    pub changed: Option<Column>,
    /// Whether the first row holds names.
    pub header: bool,
}

/// Why a text names no columns.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ColumnsError {
    /// A part is not `field=column`.
    #[error("{part:?} is not FIELD=COLUMN")]
    Part {
        /// The part.
        part: String,
    },
    /// There is no such field.
    #[error("{field:?} is none of password, username, url, title, changed, header")]
    Field {
        /// The field.
        field: String,
    },
    /// A field stands twice.
    #[error("{field:?} stands twice")]
    Twice {
        /// The field.
        field: String,
    },
    /// The column of the passwords is missing.
    #[error("no column for the password")]
    NoPassword,
    /// Columns are numbered from 1.
    #[error("columns are numbered from 1")]
    Zero,
    /// A name, and no header to find it in.
    #[error("{name:?} cannot be found without a header")]
    NameWithoutHeader {
        /// The name.
        name: String,
    },
    /// `header` is neither yes nor no.
    #[error("header is yes or no")]
    Header,
}

impl FromStr for Columns {
    type Err = ColumnsError;

    fn from_str(text: &str) -> Result<Self, ColumnsError> {
        let (mut password, mut username, mut url, mut title, mut changed) = (None, None, None, None, None);
        let mut header = None;
        for part in text.split(',') {
            let (field, column) =
                part.split_once('=').ok_or_else(|| ColumnsError::Part { part: part.to_owned() })?;
            let (field, column) = (field.trim().to_ascii_lowercase(), column.trim());
            if column.is_empty() {
                return Err(ColumnsError::Part { part: part.to_owned() });
            }
            if field == "header" {
                let yes = match column.to_ascii_lowercase().as_str() {
                    "yes" => true,
                    "no" => false,
                    _ => return Err(ColumnsError::Header),
                };
                if header.replace(yes).is_some() {
                    return Err(ColumnsError::Twice { field });
                }
                continue;
            }
            let place = match field.as_str() {
                "password" => &mut password,
                "username" => &mut username,
                "url" => &mut url,
                "title" => &mut title,
                "changed" => &mut changed,
                _ => return Err(ColumnsError::Field { field }),
            };
            let column = match column.parse() {
                Ok(0) => return Err(ColumnsError::Zero),
                Ok(number) => Column::Number(number),
                Err(_) => Column::Name(column.to_owned()),
            };
            if place.replace(column).is_some() {
                return Err(ColumnsError::Twice { field });
            }
        }
        let header = header.unwrap_or(true);
        let named = [&password, &username, &url, &title, &changed].into_iter().flatten();
        for column in named {
            if let (false, Column::Name(name)) = (header, column) {
                return Err(ColumnsError::NameWithoutHeader { name: name.clone() });
            }
        }
        let password = password.ok_or(ColumnsError::NoPassword)?;
        Ok(Self { password, username, url, title, changed, header })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Column {
        Column::Name(text.to_owned())
    }

    #[test]
    fn columns_are_named_or_numbered() {
        let columns: Columns = "url=Web, username = Log in,password=3".parse().unwrap();
        assert_eq!(columns.url, Some(name("Web")));
        assert_eq!(columns.username, Some(name("Log in")));
        assert_eq!(columns.password, Column::Number(3));
        assert!(columns.header);
        assert!(!"password=2,header=no".parse::<Columns>().unwrap().header);
    }

    #[test]
    fn what_names_no_columns_is_told_apart() {
        let error = |text: &str| text.parse::<Columns>().unwrap_err();
        assert_eq!(error(""), ColumnsError::Part { part: String::new() });
        assert_eq!(error("url=1"), ColumnsError::NoPassword);
        assert_eq!(error("password=0"), ColumnsError::Zero);
        assert_eq!(error("password="), ColumnsError::Part { part: "password=".to_owned() });
        assert_eq!(error("password=1,password=2"), ColumnsError::Twice { field: "password".to_owned() });
        assert_eq!(error("pin=1"), ColumnsError::Field { field: "pin".to_owned() });
        assert_eq!(error("password=1,header=maybe"), ColumnsError::Header);
        assert_eq!(
            error("password=Secret,header=no"),
            ColumnsError::NameWithoutHeader { name: "Secret".to_owned() }
        );
    }
}
