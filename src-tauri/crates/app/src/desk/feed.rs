//! `feed.json`: JSON Feed 1.1, an item for each revision, newest first.

use notice::{Notice, text};
use serde::Serialize;

use super::page::{is_tag, published};

#[derive(Serialize)]
struct Feed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    #[serde(rename = "feed_url")]
    own_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    authors: Vec<Author<'a>>,
    items: Vec<Entry>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Entry {
    id: String,
    url: String,
    title: String,
    content_text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
}

/// The feed of a notice whose page is at `url`.
pub(super) fn feed(notice: &Notice, title: &str, publisher: &str, url: &str) -> serde_json::Result<String> {
    let mut history: Vec<_> =
        notice.history.iter().filter(|entry| entry.revision <= notice.revision).collect();
    history.sort_by_key(|entry| std::cmp::Reverse(entry.revision));
    history.dedup_by_key(|entry| entry.revision);
    let entries = history.into_iter().map(|entry| {
        let summary = entry.summary.get(&notice.language, &notice.language).unwrap_or_default();
        let day = entry.date.map(|day| format!("{day}T00:00:00Z"));
        let moment = published(notice, entry);
        Entry {
            id: format!("{url}#{}-r{}", notice.id.slug, entry.revision),
            url: format!("{url}#r{}", entry.revision),
            title: format!("{title} ({})", entry.revision),
            content_text: text::plain(&text::parse(summary)),
            date_published: moment.map(|time| time.to_string()).or(day),
        }
    });
    let whole = Feed {
        version: "https://jsonfeed.org/version/1.1",
        title,
        home_page_url: url,
        own_url: format!("{url}feed.json"),
        language: Some(notice.language.as_str()).filter(|code| is_tag(code)),
        authors: vec![Author { name: publisher }],
        items: entries.collect(),
    };
    crate::shown::json(&whole).map(|text| text + "\n")
}
