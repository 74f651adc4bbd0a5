//! What changed since somebody last read a notice.

use crate::Notice;
use crate::text;

/// Summaries of every revision after `last_read`, newest first, Markdown taken off. Nothing for somebody who has
/// read this revision or a later one.
#[must_use]
pub fn changes_since(notice: &Notice, last_read: u32, language: &str) -> Vec<String> {
    let mut later: Vec<_> =
        notice.history.iter().filter(|e| e.revision > last_read && e.revision <= notice.revision).collect();
    later.sort_by_key(|entry| std::cmp::Reverse(entry.revision));
    later
        .into_iter()
        .filter_map(|entry| entry.summary.get(language, &notice.language))
        .map(|summary| text::plain(&text::parse(summary)))
        .filter(|summary| !summary.is_empty())
        .collect()
}
