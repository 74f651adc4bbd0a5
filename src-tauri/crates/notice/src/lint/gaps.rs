//! Gaps of a template that are still open, in every text of the file and under every key, known or not.

use std::collections::HashSet;

use toml::de::{DeTable, DeValue};

use super::{Code, Draft, Finding, Level, gap};

/// A field that another rule has named as an error is not named twice.
pub(super) fn look(draft: &Draft<'_>, table: Option<&DeTable<'_>>, findings: &mut Vec<Finding>) {
    let Some(table) = table else { return };
    let mut open = Vec::new();
    walk_table(table, "", &mut open);
    let errors = findings.iter().filter(|f| f.code.level() == Level::Error && f.about.is_some());
    let named: HashSet<String> = errors.map(|f| f.field.clone()).collect();
    for (field, hint) in open {
        if !named.contains(&field) {
            let snippet = format!("{{{{{hint}");
            findings.push(draft.finding(Code::OpenGap, &field, Some(&snippet), Some(hint)));
        }
    }
}

fn walk_table(table: &DeTable<'_>, path: &str, open: &mut Vec<(String, String)>) {
    for (key, value) in table {
        let name = key.get_ref();
        let path = if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
        if let Some(hint) = gap(name) {
            open.push((path.clone(), hint.to_owned()));
        }
        walk(value.get_ref(), &path, open);
    }
}

fn walk(value: &DeValue<'_>, path: &str, open: &mut Vec<(String, String)>) {
    match value {
        DeValue::String(text) => open.extend(gap(text).map(|hint| (path.to_owned(), hint.to_owned()))),
        DeValue::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item.get_ref(), &format!("{path}[{index}]"), open);
            }
        }
        DeValue::Table(table) => walk_table(table, path, open),
        _ => {}
    }
}
