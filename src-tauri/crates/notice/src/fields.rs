//! The fields of a notice: which type each has, whether it must be there and how much it may hold. `FORMAT.md` has the
//! same table; a test compares both.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::NoticeError;
use crate::facts;
use crate::source::Source;

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A text.
    Text,
    /// A text in each language.
    Texts,
    /// A whole number that is not negative.
    Number,
    /// A number for each language.
    Numbers,
    /// A number or a text.
    Count,
    /// A date and time with its zone.
    Moment,
    /// A day.
    Day,
    /// A day, or a date and time with its zone.
    When,
    /// The same, or a table with `from` and `to`.
    Span,
    /// True or false.
    Flag,
    /// A list of texts.
    List,
    /// A list of texts for each language.
    Lists,
    /// One table.
    Table,
    /// Tables, each under its name in double brackets.
    Tables,
}

/// One field.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    /// The table in which it is; empty at the top.
    pub(crate) table: &'static str,
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) must: bool,
    /// The most characters of a text, items of a list, tables or languages; 0 where the type is limit enough.
    pub(crate) most: usize,
}

/// The most languages of a text.
pub(crate) const MOST_LANGUAGES: usize = 50;
/// The most characters of one item of a list.
pub(crate) const MOST_ITEM: usize = 200;
/// The most places in one text at which Markdown may define a reference (`]:`).
pub(crate) const MOST_REFERENCES: usize = 50;

const fn field(table: &'static str, name: &'static str, kind: Kind, required: bool, most: usize) -> Field {
    Field { table, name, kind, must: required, most }
}

/// Every field, in the order of `FORMAT.md`.
pub(crate) const FIELDS: &[Field] = &[
    field("", "format", Kind::Number, true, 0),
    field("", "id", Kind::Text, true, 320),
    field("", "revision", Kind::Number, true, 0),
    field("", "status", Kind::Text, true, 20),
    field("", "published", Kind::Moment, false, 0),
    field("", "fresh_until", Kind::Moment, false, 0),
    field("", "next_update", Kind::Moment, false, 0),
    field("", "previous", Kind::Text, false, 200),
    field("", "affects", Kind::Text, false, 1_000),
    field("", "affects_in", Kind::Texts, false, 1_000),
    field("", "accounts_affected", Kind::Count, false, 20),
    field("", "records_affected", Kind::Count, false, 20),
    field("", "occurred", Kind::Span, false, 0),
    field("", "discovered", Kind::When, false, 0),
    field("", "contained", Kind::When, false, 0),
    field("", "audience", Kind::Table, false, 0),
    field("", "site_safe", Kind::Text, false, 20),
    field("", "extortion_of", Kind::Text, false, 20),
    field("", "delayed_by_police", Kind::Flag, false, 0),
    field("", "never_asks", Kind::List, false, 100),
    field("", "never_asks_in", Kind::Lists, false, 100),
    field("", "kinds", Kind::List, false, 100),
    field("", "countries", Kind::List, false, 100),
    field("", "get_program", Kind::Text, false, 2_048),
    field("", "title", Kind::Texts, false, 200),
    field("", "apology", Kind::Texts, false, 1_000),
    field("", "what_happened", Kind::Texts, false, 20_000),
    field("", "what_we_do", Kind::Texts, false, 20_000),
    field("", "consequences", Kind::Texts, false, 20_000),
    field("", "not_exposed", Kind::Texts, false, 20_000),
    field("", "not_known", Kind::Texts, false, 20_000),
    field("", "exposed", Kind::Tables, false, 100),
    field("", "question", Kind::Tables, false, 100),
    field("", "step", Kind::Tables, false, 100),
    field("", "reported", Kind::Tables, false, 50),
    field("", "offer", Kind::Tables, false, 20),
    field("", "elsewhere", Kind::Tables, false, 20),
    field("", "dpo", Kind::Table, false, 0),
    field("", "history", Kind::Tables, false, 200),
    field("", "contact", Kind::Table, false, 0),
    field("", "origin", Kind::Text, false, 200),
    field("", "language", Kind::Text, false, 200),
    field("", "translated", Kind::Numbers, false, 50),
    field("exposed", "class", Kind::Text, true, 200),
    field("exposed", "certainty", Kind::Text, true, 20),
    field("exposed", "protection", Kind::Text, false, 200),
    field("exposed", "note", Kind::Texts, false, 2_000),
    field("question", "id", Kind::Text, true, 200),
    field("question", "text", Kind::Texts, false, 1_000),
    field("question", "why", Kind::Texts, false, 1_000),
    field("question", "steps", Kind::List, false, 100),
    field("step", "id", Kind::Text, true, 200),
    field("step", "since", Kind::Number, false, 0),
    field("step", "kind", Kind::Text, false, 200),
    field("step", "urgency", Kind::Text, false, 200),
    field("step", "minutes", Kind::Number, false, 0),
    field("step", "title", Kind::Texts, false, 200),
    field("step", "why", Kind::Texts, false, 1_000),
    field("step", "text", Kind::Texts, false, 20_000),
    field("step", "link", Kind::Text, false, 2_048),
    field("step", "because", Kind::List, false, 100),
    field("step", "withdrawn", Kind::Texts, false, 1_000),
    field("audience", "children", Kind::Flag, false, 0),
    field("reported", "authority", Kind::Text, true, 200),
    field("reported", "on", Kind::Day, false, 0),
    field("reported", "reference", Kind::Text, false, 200),
    field("offer", "what", Kind::Texts, true, 200),
    field("offer", "until", Kind::Day, false, 0),
    field("offer", "how", Kind::Texts, false, 1_000),
    field("offer", "url", Kind::Text, false, 2_048),
    field("elsewhere", "url", Kind::Text, true, 2_048),
    field("dpo", "name", Kind::Text, false, 200),
    field("dpo", "email", Kind::Text, false, 320),
    field("history", "revision", Kind::Number, true, 0),
    field("history", "date", Kind::Day, false, 0),
    field("history", "published", Kind::Moment, false, 0),
    field("history", "summary", Kind::Texts, false, 1_000),
    field("contact", "name", Kind::Text, false, 200),
    field("contact", "url", Kind::Text, false, 2_048),
    field("contact", "email", Kind::Text, false, 320),
    field("contact", "elsewhere", Kind::Text, false, 1_000),
    field("contact", "elsewhere_in", Kind::Texts, false, 1_000),
    field("contact", "phone", Kind::Text, false, 100),
    field("contact", "hours", Kind::Texts, false, 200),
    field("contact", "post", Kind::Text, false, 500),
];

impl Field {
    /// What it must be, with an example.
    fn wanted(&self) -> String {
        let name = self.name;
        match self.kind {
            Kind::Text => format!("must be a text in quotation marks, as in {name} = \"…\""),
            Kind::Texts => format!("must be a text for each language, as in {name}.en = \"…\""),
            Kind::Number => format!("must be a whole number from 0 to 4294967295, as in {name} = 1"),
            Kind::Numbers => format!("must be a number for each language, as in {name}.de = 1"),
            Kind::Count => "must be a whole number or \"not known yet\"".to_owned(),
            Kind::Moment => {
                format!("must be a date and time with its zone, as in {name} = 2026-03-14T18:00:00Z")
            }
            Kind::When | Kind::Span => {
                format!("must be a day or a date and time with its zone, as in {name} = 2026-03-14")
            }
            Kind::Flag => format!("must be true or false, as in {name} = true"),
            Kind::Day => format!("must be a day, as in {name} = 2026-03-14"),
            Kind::List => format!("must be a list of texts, as in {name} = [\"…\", \"…\"]"),
            Kind::Lists => {
                format!("must be a list of texts for each language, as in {name}.de = [\"…\", \"…\"]")
            }
            Kind::Table => format!("must be a table, which begins with the line [{name}]"),
            Kind::Tables => format!("must be tables, each of which begins with the line [[{name}]]"),
        }
    }
}

/// Looks at the type and the size of every known field.
///
/// # Errors
/// At the first that has another type or is too large, with its line and column.
pub(crate) fn check(source: &Source<'_>) -> Result<(), NoticeError> {
    let Ok(table) = DeTable::parse(source.0) else { return Ok(()) };
    Check { source }.table(table.get_ref(), "", "")
}

struct Check<'a> {
    source: &'a Source<'a>,
}

impl Check<'_> {
    fn table(&self, table: &DeTable<'_>, name: &str, path: &str) -> Result<(), NoticeError> {
        for field in FIELDS.iter().filter(|field| field.table == name) {
            if let Some(value) = table.get(field.name) {
                self.value(field, value, &format!("{path}{}", field.name))?;
            }
        }
        Ok(())
    }

    fn wrong(&self, value: &Spanned<DeValue<'_>>, what: String) -> NoticeError {
        self.source.wrong(value.span().start, what)
    }

    fn value(&self, field: &Field, value: &Spanned<DeValue<'_>>, path: &str) -> Result<(), NoticeError> {
        let other_type = || self.wrong(value, format!("{path} {}", field.wanted()));
        match (field.kind, value.get_ref()) {
            (Kind::Text, DeValue::String(text)) => self.text(value, text, path, field.most),
            (Kind::Texts, DeValue::Table(languages)) => {
                self.count(value, languages.len(), MOST_LANGUAGES, path, "languages")?;
                languages.iter().try_for_each(|(language, value)| match value.get_ref() {
                    DeValue::String(text) => {
                        let language = shown(language.get_ref());
                        self.text(value, text, &format!("{path}.{language}"), field.most)
                    }
                    _ => Err(self.wrong(value, format!("{path} {}", field.wanted()))),
                })
            }
            (Kind::Numbers, DeValue::Table(languages)) => {
                self.count(value, languages.len(), field.most, path, "languages")?;
                let fits = |value: &DeValue<'_>| matches!(value, DeValue::Integer(_));
                match languages.values().find(|value| !fits(value.get_ref())) {
                    Some(value) => Err(self.wrong(value, format!("{path} {}", field.wanted()))),
                    None => Ok(()),
                }
            }
            (Kind::List, DeValue::Array(items)) => self.list(field, value, items, path),
            (Kind::Lists, DeValue::Table(languages)) => {
                self.count(value, languages.len(), MOST_LANGUAGES, path, "languages")?;
                languages.iter().try_for_each(|(language, value)| match value.get_ref() {
                    DeValue::Array(items) => {
                        self.list(field, value, items, &format!("{path}.{}", shown(language.get_ref())))
                    }
                    _ => Err(self.wrong(value, format!("{path} {}", field.wanted()))),
                })
            }
            (Kind::Table, DeValue::Table(table)) => self.table(table, field.name, &format!("{path}.")),
            (Kind::Tables, DeValue::Array(items)) => {
                self.count(value, items.len(), field.most, path, "entries")?;
                items.iter().enumerate().try_for_each(|(n, item)| match item.get_ref() {
                    DeValue::Table(table) => {
                        self.must(field.name, table, item)?;
                        self.table(table, field.name, &format!("{path}[{n}]."))
                    }
                    _ => Err(self.wrong(item, format!("{path} {}", field.wanted()))),
                })
            }
            (Kind::When | Kind::Span, DeValue::Datetime(written)) if facts::when(written).is_some() => Ok(()),
            (Kind::Span, DeValue::Table(table)) => ["from", "to"].iter().try_for_each(|name| {
                let end = field_of(name);
                table.get(*name).map_or(Ok(()), |value| self.value(&end, value, &format!("{path}.{name}")))
            }),
            (Kind::Number, DeValue::Integer(_))
            | (Kind::Flag, DeValue::Boolean(_))
            | (Kind::Moment | Kind::Day, DeValue::Datetime(_))
            | (Kind::Count, DeValue::Integer(_) | DeValue::String(_)) => Ok(()),
            _ => Err(other_type()),
        }
    }

    fn list(
        &self,
        field: &Field,
        value: &Spanned<DeValue<'_>>,
        items: &[Spanned<DeValue<'_>>],
        path: &str,
    ) -> Result<(), NoticeError> {
        self.count(value, items.len(), field.most, path, "items")?;
        items.iter().try_for_each(|item| match item.get_ref() {
            DeValue::String(text) => self.text(item, text, &format!("each of {path}"), MOST_ITEM),
            _ => Err(self.wrong(item, format!("{path} {}", field.wanted()))),
        })
    }

    fn must(&self, name: &str, table: &DeTable<'_>, item: &Spanned<DeValue<'_>>) -> Result<(), NoticeError> {
        let mut needed = FIELDS.iter().filter(|field| field.table == name && field.must);
        needed.find(|field| !table.contains_key(field.name)).map_or(Ok(()), |missing| {
            Err(self.wrong(item, format!("this [[{name}]] needs {}: it {}", missing.name, missing.wanted())))
        })
    }

    fn text(
        &self,
        value: &Spanned<DeValue<'_>>,
        text: &str,
        path: &str,
        most: usize,
    ) -> Result<(), NoticeError> {
        self.count(value, text.chars().count(), most, path, "characters")?;
        self.count(value, text.matches("]:").count(), MOST_REFERENCES, path, "times ]:")
    }

    fn count(
        &self,
        value: &Spanned<DeValue<'_>>,
        found: usize,
        most: usize,
        path: &str,
        what: &str,
    ) -> Result<(), NoticeError> {
        if found <= most {
            return Ok(());
        }
        Err(self.wrong(value, format!("{path} may have at most {most} {what}, and has {found}")))
    }
}

/// One end of a span.
const fn field_of(name: &'static str) -> Field {
    field("", name, Kind::When, false, 0)
}

/// A language code of the file as a sentence may repeat it.
fn shown(code: &str) -> String {
    code.chars().filter(char::is_ascii_graphic).take(20).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &str = "format = 1\nid = \"forum.example/a\"\nrevision = 1\nstatus = \"final\"\n";

    fn said(more: &str) -> String {
        crate::read(format!("{START}{more}").as_bytes())
            .map_or_else(|error| error.to_string(), |_| String::new())
    }

    /// Whether there is one such table, and not several.
    fn is_single(table: &str) -> bool {
        FIELDS.iter().any(|field| field.name == table && field.kind == Kind::Table)
    }

    fn row(field: &Field) -> String {
        let place = match (field.table, field.name) {
            ("", name) => name.to_owned(),
            (table, name) if is_single(table) => format!("{table}.{name}"),
            (table, name) => format!("[[{table}]] {name}"),
        };
        let kind = match field.kind {
            Kind::Text => "text",
            Kind::Texts => "language → text",
            Kind::Number => "number",
            Kind::Numbers => "language → number",
            Kind::Count => "number or text",
            Kind::Moment => "date and time with zone",
            Kind::Day => "day",
            Kind::When => "day, or date and time with zone",
            Kind::Span => "day, date and time with zone, or `{ from, to }` of these",
            Kind::Flag => "true or false",
            Kind::List => "list of texts",
            Kind::Lists => "language → list of texts",
            Kind::Table => "table",
            Kind::Tables => "tables",
        };
        let required = if field.must { "yes" } else { "" };
        let cap = match (field.most, field.kind) {
            (0, _) => String::new(),
            (most, Kind::List | Kind::Lists) => format!("{most} items"),
            (most, Kind::Tables) => format!("{most} entries"),
            (most, Kind::Numbers) => format!("{most} languages"),
            (most, _) => format!("{most} characters"),
        };
        format!("| `{place}` | {kind} | {required} | {cap} |")
    }

    #[test]
    fn format_page_table_equals_the_fields_of_the_reader() {
        let page = include_str!("../FORMAT.md");
        let start = "| field | type | required | at most |";
        let (_, after) = page.split_once(start).unwrap();
        let rows: Vec<&str> = after.lines().skip(2).take_while(|line| line.starts_with('|')).collect();
        let wanted: Vec<String> = FIELDS.iter().map(row).collect();
        assert_eq!(rows, wanted, "FORMAT.md should hold:\n{}", wanted.join("\n"));
    }

    #[test]
    fn wrong_type_is_named_with_the_field_the_type_and_an_example() {
        let step = "[[step]]\nid = \"a\"\n";
        for (more, sentence) in [
            (
                format!("{step}withdrawn = \"over\"\n"),
                "line 7, column 13: step[0].withdrawn must be a text for each language, as in withdrawn.en = \"…\"",
            ),
            (
                format!("{step}minutes = \"5\"\n"),
                "line 7, column 11: step[0].minutes must be a whole number from 0 to 4294967295, as in minutes = 1",
            ),
            (
                "[[history]]\nrevision = 1\ndate = \"today\"\n".to_owned(),
                "line 7, column 8: history[0].date must be a day, as in date = 2026-03-14",
            ),
            (
                "[[question]]\nid = \"q\"\nsteps = \"a\"\n".to_owned(),
                "line 7, column 9: question[0].steps must be a list of texts, as in steps = [\"…\", \"…\"]",
            ),
            (
                "[[exposed]]\nclass = \"Names\"\n".to_owned(),
                "line 5, column 1: this [[exposed]] needs certainty: it must be a text in quotation marks, as in certainty = \"…\"",
            ),
            (
                "title = \"T\"\n".to_owned(),
                "line 5, column 9: title must be a text for each language, as in title.en = \"…\"",
            ),
        ] {
            assert_eq!(said(&more), sentence);
        }
    }

    /// A document with `count` characters, items or tables in one field.
    fn filled(field: &Field, count: usize) -> Option<String> {
        let name = field.name;
        let (head, value) = match field.kind {
            Kind::Text => (String::new(), format!("{name} = \"{}\"\n", "x".repeat(count))),
            Kind::Texts => (String::new(), format!("{name}.en = \"{}\"\n", "x".repeat(count))),
            Kind::List => (String::new(), format!("{name} = [{}]\n", "\"x\",".repeat(count))),
            Kind::Lists => (String::new(), format!("{name}.de = [{}]\n", "\"x\",".repeat(count))),
            Kind::Numbers => {
                let languages: Vec<String> = (0..count).map(|n| format!("a{n} = 1")).collect();
                (String::new(), format!("{name} = {{ {} }}\n", languages.join(", ")))
            }
            Kind::Tables => {
                let needed = needed(name, "");
                (String::new(), format!("[[{name}]]\n{needed}").repeat(count))
            }
            _ => return None,
        };
        let table = match field.table {
            "" => String::new(),
            single if is_single(single) => format!("[{single}]\n"),
            table => format!("[[{table}]]\n{}", needed(table, name)),
        };
        Some(format!("{head}{table}{value}"))
    }

    /// The fields that a table needs, but one.
    fn needed(table: &str, but: &str) -> String {
        let fields = FIELDS.iter().filter(|field| field.table == table && field.must && field.name != but);
        fields
            .map(|field| match field.name {
                "certainty" => "certainty = \"possible\"\n".to_owned(),
                "revision" => "revision = 1\n".to_owned(),
                "what" => "what.en = \"x\"\n".to_owned(),
                name => format!("{name} = \"x\"\n"),
            })
            .collect()
    }

    #[test]
    fn field_over_its_cap_is_refused_and_at_its_cap_is_read() {
        let with_rules = [
            "id",
            "status",
            "certainty",
            "accounts_affected",
            "records_affected",
            "site_safe",
            "extortion_of",
        ];
        let open = |field: &&Field| {
            field.most > 0
                && !(with_rules.contains(&field.name)
                    && field.most < 321
                    && field.table != "step"
                    && field.table != "question")
        };
        let mut seen = 0;
        for field in FIELDS.iter().filter(open) {
            let Some(most) = filled(field, field.most) else { continue };
            assert_eq!(said(&most), "", "{} {}", field.table, field.name);
            let over = said(&filled(field, field.most + 1).unwrap());
            assert!(over.contains(&format!("may have at most {}", field.most)), "{}: {over}", field.name);
            seen += 1;
        }
        assert!(seen > 35, "{seen}");
    }

    #[test]
    fn reference_definitions_over_their_cap_are_refused() {
        let references = |count: usize| {
            let lines: Vec<String> =
                (0..count).map(|n| format!("[a{n}]: https://forum.example/\n")).collect();
            let lines = lines.concat();
            said(&format!("[what_happened]\nen = \"\"\"\n{lines}\"\"\"\n"))
        };
        assert_eq!(references(MOST_REFERENCES), "");
        assert!(references(MOST_REFERENCES + 1).contains("at most 50 times ]:"), "{}", references(51));
    }
}
