//! From a draft to the body of its next revision: counted up, dated, with its history, and otherwise as it was
//! written, comments and blank lines included.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, Value, value};

use crate::{HistoryEntry, Notice, NoticeError, Status, raw};

/// How long an interim statement counts as current unless its writer says otherwise.
const INTERIM: SignedDuration = SignedDuration::from_hours(48);
/// The same for the last one.
const FINAL: SignedDuration = SignedDuration::from_hours(180 * 24);

/// What the next revision is made from, beside the draft.
#[derive(Debug, Clone, Copy)]
pub struct Next<'a> {
    /// The body of the revision before, if there was one.
    pub former: Option<&'a str>,
    /// What changed, for the list of changes.
    pub summary: &'a str,
    /// When it is published.
    pub now: Timestamp,
}

/// Why a draft is no next revision.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EditionError {
    /// The draft cannot be read.
    #[error("the draft: {0}")]
    Draft(NoticeError),
    /// The former revision cannot be read.
    #[error("the former revision: {0}")]
    Former(NoticeError),
    /// The former revision is one of another notice.
    #[error("the former revision is of {former}, the draft of {draft}")]
    AnotherNotice {
        /// The id of the former revision.
        former: String,
        /// The id of the draft.
        draft: String,
    },
    /// There is no number left.
    #[error("the former revision has the highest number that there is")]
    NoNumberLeft,
}

/// `sha256:` and the digits of a body, as the revision after it names it in `previous`.
#[must_use]
pub fn fingerprint(body: &str) -> String {
    use std::fmt::Write as _;
    let mut text = "sha256:".to_owned();
    for byte in Sha256::digest(body) {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The number that a draft will get when it is published next, as far as it tells by itself: one that was published
/// counts on.
#[must_use]
pub fn number(draft: &Notice) -> u32 {
    let published = u32::from(draft.published.is_some());
    draft.revision.saturating_add(published).max(1)
}

/// The body of the next revision. It may still lack what the lint asks for.
///
/// # Errors
/// When the draft or its former revision cannot be read, or they do not belong together.
pub fn next(draft: &str, next: Next<'_>) -> Result<String, EditionError> {
    let read = raw::read_draft(draft).map_err(EditionError::Draft)?;
    let former = next.former.map(|body| raw::read(body).map_err(EditionError::Former)).transpose()?;
    if let Some(former) = former.as_ref().filter(|former| former.id != read.id) {
        let (former, draft) = (former.id.to_string(), read.id.to_string());
        return Err(EditionError::AnotherNotice { former, draft });
    }
    // A draft that was published counts on, too, though nothing is known of the text that was signed.
    let published = read.published.map(|_| read.revision);
    let revision = match former.as_ref().map(|former| former.revision).or(published) {
        Some(former) => former.checked_add(1).ok_or(EditionError::NoNumberLeft)?,
        None => read.revision.max(1),
    };
    let mut document: DocumentMut = draft.parse().map_err(|_| {
        // It was read a moment ago by the same grammar.
        EditionError::Draft(NoticeError::Syntax { line: 1, column: 1 })
    })?;
    let now = next.now.round(jiff::Unit::Second).unwrap_or(next.now);
    set(&mut document, "revision", value(i64::from(revision)));
    set(&mut document, "published", time(now));
    if read.fresh_until.is_none_or(|until| until <= now) {
        let current = if read.status == Status::Interim { INTERIM } else { FINAL };
        set(&mut document, "fresh_until", time(now.saturating_add(current).unwrap_or(now)));
    }
    if let Some(body) = next.former {
        set(&mut document, "previous", value(fingerprint(body)));
    } else if published.is_some() {
        // It names the text before the one that was published.
        document.remove("previous");
    }
    let entries = history(&read, former.as_ref(), revision, next.summary, now);
    write_history(&mut document, &read, &entries);
    let mut text = document.to_string();
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(text)
}

/// Writes a field of the top; one that is there keeps its place and its comment.
fn set(document: &mut DocumentMut, field: &str, item: Item) {
    match (document.get_mut(field).and_then(Item::as_value_mut), item) {
        (Some(there), Item::Value(mut new)) => {
            *new.decor_mut() = there.decor().clone();
            *there = new;
        }
        (_, item) => {
            document.insert(field, item);
        }
    }
}

fn time(time: Timestamp) -> Item {
    match time.to_string().parse::<toml_edit::Datetime>() {
        Ok(time) => value(time),
        // Both write RFC 3339; the reader would name the field if they ever did not agree.
        Err(_) => value(time.to_string()),
    }
}

/// Every entry once, in order: those of the former revision, those that the draft has beside them, and the new one.
/// What was published stays as it was said: a draft may still hold its template's entry. It can only be translated.
fn history(
    draft: &Notice,
    former: Option<&Notice>,
    revision: u32,
    summary: &str,
    now: Timestamp,
) -> Vec<HistoryEntry> {
    let mut entries: Vec<HistoryEntry> = Vec::new();
    let former = former.map(|former| former.history.as_slice()).unwrap_or_default();
    for entry in former.iter().chain(&draft.history).filter(|entry| entry.revision != revision) {
        match entries.iter_mut().find(|known| known.revision == entry.revision) {
            Some(known) => {
                for (language, words) in &entry.summary.0 {
                    known.summary.0.entry(language.clone()).or_insert_with(|| words.clone());
                }
            }
            None => entries.push(entry.clone()),
        }
    }
    let mut newest =
        draft.history.iter().find(|entry| entry.revision == revision).cloned().unwrap_or_else(|| {
            HistoryEntry { revision, date: None, published: None, summary: crate::Localised::default() }
        });
    newest.published = Some(now);
    newest.date = Some(now.to_zoned_datetime(TimeZone::UTC).date());
    newest.summary.0.insert(draft.language.clone(), summary.trim().to_owned());
    entries.push(newest);
    entries.sort_by_key(|entry| entry.revision);
    entries
}

/// Changes the draft's list of changes only as far as it must be: an entry that says the same stays as written.
fn write_history(document: &mut DocumentMut, draft: &Notice, entries: &[HistoryEntry]) {
    let written = document.get("history").and_then(Item::as_array_of_tables).cloned();
    let written: Vec<Table> = written.map(|tables| tables.iter().cloned().collect()).unwrap_or_default();
    let place = written.iter().filter_map(Table::position).min();
    let mut tables = ArrayOfTables::new();
    for entry in entries {
        let same = draft.history.iter().position(|known| known == entry);
        let mut table = same.and_then(|n| written.get(n)).cloned().unwrap_or_else(|| table(entry));
        // All of them stand where the first stood, in this order.
        table.set_position(place);
        tables.push(table);
    }
    document.insert("history", Item::ArrayOfTables(tables));
}

fn table(entry: &HistoryEntry) -> Table {
    let mut table = Table::new();
    table.decor_mut().set_prefix("\n");
    table.insert("revision", value(i64::from(entry.revision)));
    if let Some(day) = entry.date.and_then(|day| day.to_string().parse::<toml_edit::Datetime>().ok()) {
        table.insert("date", value(day));
    }
    if let Some(published) = entry.published {
        table.insert("published", time(published));
    }
    let mut summaries = Table::new();
    summaries.set_dotted(true);
    for (language, words) in &entry.summary.0 {
        summaries.insert(language, Item::Value(Value::from(words.as_str())));
    }
    table.insert("summary", Item::Table(summaries));
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAFT: &str = "# Ours\nformat = 1\nid = \"forum.example/a\" # the id\nrevision = 1 # counted\nstatus = \"interim\"\n\n[title]\nen = \"T\"\n\n[[history]]\nrevision = 1\ndate = 2026-03-13\nsummary.en = \"First\" # said\n\n[contact]\nname = \"A\"\n";

    fn at(time: &str) -> Timestamp {
        time.parse().unwrap()
    }

    fn made(draft: &str, former: Option<&str>, now: &str) -> String {
        next(draft, Next { former, summary: "New", now: at(now) }).unwrap()
    }

    #[test]
    fn the_first_revision_keeps_what_was_written() {
        let body = made(DRAFT, None, "2026-03-13T10:00:00.5Z");
        assert!(
            body.starts_with(
                "# Ours\nformat = 1\nid = \"forum.example/a\" # the id\nrevision = 1 # counted\n"
            )
        );
        let notice = raw::read(&body).unwrap();
        assert_eq!((notice.revision, notice.history.len()), (1, 1));
        assert_eq!(notice.published, Some(at("2026-03-13T10:00:01Z")));
        assert_eq!(notice.fresh_until, Some(at("2026-03-15T10:00:01Z")));
        assert_eq!(notice.history[0].summary.get("en", "en"), Some("New"));
        assert_eq!((notice.previous, body.ends_with("name = \"A\"\n")), (None, true));
    }

    #[test]
    fn the_next_one_counts_on_names_the_former_and_keeps_its_history() {
        let first = made(DRAFT, None, "2026-03-13T10:00:00Z");
        // The writer starts from the untouched draft again.
        let second = made(DRAFT, Some(&first), "2026-03-14T10:00:00Z");
        let third = made(&DRAFT.replace("[[history]]", "[[past]]"), Some(&second), "2026-03-15T10:00:00Z");
        let notice = raw::read(&third).unwrap();
        assert_eq!((notice.revision, notice.previous), (3, Some(fingerprint(&second))));
        let told: Vec<_> = notice.history.iter().map(|entry| entry.revision).collect();
        assert_eq!(told, [1, 2, 3]);
    }

    #[test]
    fn what_was_published_of_a_revision_stays_and_can_only_be_translated() {
        let first = made(DRAFT, None, "2026-03-13T10:00:00Z");
        let undated = DRAFT.replace("date = 2026-03-13\n", "").replace("# said", "\nsummary.de = \"Neu\"");
        let second = raw::read(&made(&undated, Some(&first), "2026-03-14T10:00:00Z")).unwrap();
        let entry = &second.history[0];
        assert_eq!(entry.date.map(|day| day.to_string()).as_deref(), Some("2026-03-13"));
        assert_eq!(
            (entry.summary.get("en", "en"), entry.summary.get("de", "en")),
            (Some("New"), Some("Neu"))
        );
        // An entry that says the same keeps what was said and the hour at which it was published.
        let same = DRAFT.replace("\"First\"", "\"New\"");
        let second = raw::read(&made(&same, Some(&first), "2026-03-14T10:00:00Z")).unwrap();
        let entry = &second.history[0];
        assert_eq!(entry.summary.get("en", "en"), Some("New"));
        assert_eq!(entry.published, Some(at("2026-03-13T10:00:00Z")));
    }

    #[test]
    fn a_later_promise_is_kept_and_a_past_one_replaced() {
        let promised = |time: &str| DRAFT.replace("[title]", &format!("fresh_until = {time}\n[title]"));
        let until = |draft: &str| raw::read(&made(draft, None, "2026-03-13T10:00:00Z")).unwrap().fresh_until;
        assert_eq!(until(&promised("2026-03-13T20:00:00Z")), Some(at("2026-03-13T20:00:00Z")));
        assert_eq!(until(&promised("2026-03-12T20:00:00Z")), Some(at("2026-03-15T10:00:00Z")));
        let last = until(&DRAFT.replace("\"interim\"", "\"final\""));
        assert_eq!(last, Some(at("2026-09-09T10:00:00Z")));
    }

    #[test]
    fn a_published_draft_whose_signed_text_is_not_known_counts_on_and_names_none() {
        let first = made(DRAFT, None, "2026-03-13T10:00:00Z");
        let second = made(DRAFT, Some(&first), "2026-03-14T10:00:00Z");
        let third = raw::read(&made(&second, None, "2026-03-15T10:00:00Z")).unwrap();
        assert_eq!((third.revision, third.previous), (3, None));
        let last = second.replace("revision = 2 #", "revision = 4294967295 #");
        let outcome = next(&last, Next { former: None, summary: "New", now: at("2026-03-15T10:00:00Z") });
        assert_eq!(outcome, Err(EditionError::NoNumberLeft));
    }

    #[test]
    fn a_former_revision_of_another_notice_is_refused() {
        let other = made(&DRAFT.replace("example/a", "example/b"), None, "2026-03-13T10:00:00Z");
        let outcome =
            next(DRAFT, Next { former: Some(&other), summary: "New", now: at("2026-03-14T10:00:00Z") });
        assert!(matches!(outcome, Err(EditionError::AnotherNotice { .. })));
    }

    #[test]
    fn a_draft_without_revision_and_without_line_end_becomes_the_first() {
        let draft = "format = 1\nid = \"forum.example/a\"\nstatus = \"final\"";
        let body = made(draft, None, "2026-03-13T10:00:00Z");
        assert!(body.ends_with('\n'));
        assert_eq!(raw::read(&body).unwrap().revision, 1);
    }
}
