//! What a file of ours is recognised by, from its beginning alone.

use notice::container::{Container, split, split_publisher};

/// As much of a file as is looked at. A notice or card has no more; a page has its mark far before.
pub(super) const LOOKED_AT: u64 = 262_145;

/// In the head of every page that is written, so that the next one may take its place.
pub const GENERATOR: &str = "<meta name=\"generator\" content=\"Selfcheck\">";

/// How the rules for Apache begin that are written into a published folder.
pub const HTACCESS_MARK: &str = "# Written by Selfcheck";

/// What a file is that the program writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A signed notice.
    Notice,
    /// A publisher card.
    Card,
    /// The calendar file that reminds of a card's end.
    Calendar,
    /// The published page of a notice.
    Page,
    /// `feed.json` of a notice.
    Feed,
    /// `qr.svg` of a notice.
    Code,
    /// `.htaccess` of a published folder.
    Htaccess,
    /// A sheet to print.
    Sheet,
    /// A report on saved passwords, as JSON.
    ReportJson,
    /// The same as a table.
    ReportCsv,
    /// The same as a page.
    ReportHtml,
    /// A list of passwords.
    List,
    /// A folder of ranges, as a mirror has them.
    Ranges,
    /// A household that a passphrase locks, by `age`.
    Export,
    /// A manual page.
    Manual,
}

impl Kind {
    /// Its word in codes.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Card => "card",
            Self::Calendar => "calendar",
            Self::Page => "page",
            Self::Feed => "feed",
            Self::Code => "qr",
            Self::Htaccess => "htaccess",
            Self::Sheet => "sheet",
            Self::ReportJson | Self::ReportCsv | Self::ReportHtml => "report",
            Self::List => "list",
            Self::Ranges => "ranges",
            Self::Export => "export",
            Self::Manual => "manual",
        }
    }

    /// Whether a file that begins with `start` is one of these, by whichever version of this program.
    pub(super) fn is_of(self, start: &[u8]) -> bool {
        let begins = |with: &str| start.starts_with(with.as_bytes());
        let text = || std::str::from_utf8(start).unwrap_or_default();
        let holds = |what: &str| contains(start, what.as_bytes());
        let html = || start.get(..15).is_some_and(|head| head.eq_ignore_ascii_case(b"<!doctype html>"));
        match self {
            Self::Notice => matches!(split(start), Ok(Container::Signed(_))),
            Self::Card => split_publisher(start).is_ok(),
            Self::Calendar => begins("BEGIN:VCALENDAR\r\n") && holds("PRODID:-//Selfcheck//"),
            Self::Page => html() && (holds(GENERATOR) || holds("href=\"selfcheck://notice?u=")),
            Self::Feed => is_feed(text()),
            Self::Code => begins("<svg ") && holds("shape-rendering=\"crispEdges\"><title>"),
            Self::Htaccess => begins(HTACCESS_MARK),
            // Sheets had no mark of ours once; their style is no other program's.
            Self::Sheet => html() && (holds(GENERATOR) || holds("body { font: 16pt/1.35 Georgia,")),
            Self::ReportJson => is_report(start),
            Self::ReportCsv => begins("line,site,username,findings,why,change_password_url,lookup"),
            Self::ReportHtml => html() && holds("<title>Saved passwords: what to change</title>"),
            Self::List => begins("SELFLIST"),
            // A folder has no beginning.
            Self::Ranges => false,
            Self::Export => begins("age-encryption.org/v1\n"),
            Self::Manual => begins(".ie \\n(.g") && holds("selfcheck"),
        }
    }
}

/// Every item of our feed is named after a revision; the feed of a site's news is not.
fn is_feed(text: &str) -> bool {
    let Ok(feed) = serde_json::from_str::<serde_json::Value>(text) else { return false };
    let ours = |item: &serde_json::Value| {
        let id = item.get("id").and_then(serde_json::Value::as_str).unwrap_or_default();
        id.rsplit_once("-r").is_some_and(|(_, number)| number.parse::<u32>().is_ok())
    };
    let version = feed.get("version").and_then(serde_json::Value::as_str).unwrap_or_default();
    let items = feed.get("items").and_then(serde_json::Value::as_array);
    version.starts_with("https://jsonfeed.org/version/")
        && items.is_some_and(|items| !items.is_empty() && items.iter().all(ours))
}

/// The document may be longer than what is looked at, so that it cannot be parsed.
fn is_report(start: &[u8]) -> bool {
    let first: Vec<u8> = start.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).take(10).collect();
    first == b"{\"source\":" && contains(start, b"\"logins\"")
}

fn contains(text: &[u8], what: &[u8]) -> bool {
    text.windows(what.len()).any(|part| part == what)
}

/// Whether this is the beginning of a secret key, whoever made it.
pub(super) fn is_secret_key(start: &[u8]) -> bool {
    let mut lines = start.split(|byte| *byte == b'\n');
    let first = lines.next().unwrap_or_default();
    let second = lines.next().unwrap_or_default().trim_ascii_end();
    // minisign's: 158 bytes, of which the first two are `Ed`. A public key has 42, a signature 74.
    let minisign =
        first.starts_with(b"untrusted comment:") && second.starts_with(b"RW") && second.len() > 200;
    let pem = first.starts_with(b"-----BEGIN ") && contains(first, b"PRIVATE KEY");
    minisign || pem || contains(start.get(..4_096).unwrap_or(start), b"AGE-SECRET-KEY-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_programs_are_not_taken_for_ours() {
        let feed = r#"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"https://forum.example/news/1"}]}"#;
        for (kind, theirs) in [
            (Kind::Page, "<!DOCTYPE html>\n<html><title>Forum</title>"),
            (Kind::Sheet, "<!DOCTYPE html>\n<html><title>Forum</title>"),
            (Kind::ReportHtml, "<!doctype html>\n<html><title>Forum</title>"),
            (Kind::Feed, feed),
            (Kind::Feed, "{}"),
            (Kind::Code, "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Logo</title></svg>"),
            (Kind::ReportJson, "{\"source\": 1}"),
            (Kind::ReportJson, "[]"),
            (Kind::ReportCsv, "name,url,username,password\n"),
            (Kind::Notice, "format = 1\nid = \"forum.example/a\"\n"),
            (Kind::Card, "format = 1\n"),
            (Kind::Calendar, "BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\n"),
            (Kind::List, "SELFLOST"),
            (Kind::Export, "age"),
            (Kind::Manual, ".TH selfcheck 1\n"),
        ] {
            assert!(!kind.is_of(theirs.as_bytes()), "{kind:?}: {theirs}");
        }
        let ours = r#"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"https://forum.example/incident/#2026-03-r1"}]}"#;
        assert!(Kind::Feed.is_of(ours.as_bytes()));
        assert!(Kind::ReportJson.is_of(b"{\n  \"source\": \"chrome\",\n  \"logins\": []"));
    }

    #[test]
    fn secret_keys_of_several_programs_are_known() {
        let minisign = format!("untrusted comment: x\nRWRTY0Iy{}\n", "A".repeat(204));
        for key in
            [minisign.as_str(), "-----BEGIN OPENSSH PRIVATE KEY-----\n", "# created\nAGE-SECRET-KEY-1Q"]
        {
            assert!(is_secret_key(key.as_bytes()), "{key}");
        }
        let public = "untrusted comment: x\nRWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3\n";
        assert!(!is_secret_key(public.as_bytes()));
    }
}
