//! The text that is read, and errors with their place in it.

use jiff::Timestamp;
use jiff::civil::Date;
use toml::Spanned;

use crate::NoticeError;
use crate::position::place;

/// Where a text is read, to say where it is wrong.
pub(crate) struct Source<'a>(pub(crate) &'a str);

impl Source<'_> {
    pub(crate) fn wrong(&self, offset: usize, what: impl Into<String>) -> NoticeError {
        let (line, column) = place(self.0, offset);
        NoticeError::WrongType { line, column, what: what.into() }
    }

    pub(crate) fn time(
        &self,
        value: Option<Spanned<toml::value::Datetime>>,
        field: &str,
    ) -> Result<Option<Timestamp>, NoticeError> {
        value.map(|value| self.needed_time(&value, field)).transpose()
    }

    pub(crate) fn needed_time(
        &self,
        value: &Spanned<toml::value::Datetime>,
        field: &str,
    ) -> Result<Timestamp, NoticeError> {
        value.get_ref().to_string().parse().map_err(|_| {
            self.wrong(
                value.span().start,
                format!("{field} must be a date and time with its zone, as in 2026-03-14T18:00:00Z"),
            )
        })
    }
}

impl Source<'_> {
    /// The day of a date, whatever time stands behind it.
    pub(crate) fn day(
        &self,
        value: &Spanned<toml::value::Datetime>,
        field: &str,
    ) -> Result<Date, NoticeError> {
        let text = value.get_ref().to_string();
        text.get(..10)
            .unwrap_or(&text)
            .parse()
            .map_err(|_| self.wrong(value.span().start, format!("{field} must be a day, as in 2026-03-14")))
    }
}

fn offset(error: &toml::de::Error) -> usize {
    error.span().map_or(0, |span| span.start)
}

pub(crate) fn syntax(source: &Source<'_>, error: &toml::de::Error) -> NoticeError {
    let noticed = offset(error);
    if let Some(opened) = crate::unclosed::opened_at(source.0, noticed) {
        let (line, column) = place(source.0, opened);
        return NoticeError::Unclosed { line, column };
    }
    let (line, column) = place(source.0, noticed);
    NoticeError::Syntax { line, column }
}

/// The library's message names fields and types; a value of the file may stand in it, so control characters go.
pub(crate) fn wrong_type(source: &Source<'_>, error: &toml::de::Error) -> NoticeError {
    let message: String = error.message().chars().filter(|c| !c.is_control()).take(160).collect();
    source.wrong(offset(error), message)
}
