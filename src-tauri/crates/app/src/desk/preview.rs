//! The page of a draft as it would be published now; nothing is signed or written.

use std::path::Path;

use jiff::Timestamp;

use super::former::Places;
use super::numbers::Numbers;
use super::publish::{Edition, Given, Making, edition, former, good_card, link_to, looks};
use super::{DeskError, address};

/// `index.html` and `qr.svg`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The page.
    pub html: String,
    /// The code on it.
    pub qr: String,
}

/// What a page is previewed from: all that publishing takes but the key.
pub struct PreviewRequest<'a> {
    /// The draft's file, for messages.
    pub name: &'a Path,
    /// The draft.
    pub draft: &'a [u8],
    /// The card's file, for messages.
    pub card_name: &'a Path,
    /// The card, as published.
    pub card: &'a [u8],
    /// The address of the folder on the web.
    pub url: &'a str,
    /// What changed.
    pub summary: &'a str,
    /// When.
    pub now: Timestamp,
    /// The folder, where one is chosen.
    pub out: Option<&'a Path>,
    /// As in [`PublishRequest::previous`].
    pub previous: Option<Given<'a>>,
    /// What this computer has published.
    pub numbers: Option<&'a Numbers>,
}

/// The page of a draft, also of one that the lint would not let out yet.
///
/// # Errors
/// When the draft or the card cannot be read, or the address is not the publisher's.
pub fn preview(request: &PreviewRequest<'_>) -> Result<Preview, DeskError> {
    let card = good_card(request.card_name, request.card)?;
    let known = request.numbers.map(Numbers::read).transpose()?.unwrap_or_default();
    let places = Places {
        name: request.name,
        draft: request.draft,
        out: request.out,
        given: request.previous.map(|given| (given.name, given.bytes)),
    };
    let former = former(&places, &card, &known)?;
    let former = former.as_ref().map(|former| former.body.as_str());
    let Edition { body, notice, .. } =
        edition(request.name, request.draft, request.summary, request.now, former)?;
    let (folder, file) = (address::folder(request.url)?, format!("{}.notice", notice.id.slug));
    let link = link_to(&format!("{folder}{file}"), &card.card, card.root)?;
    let making = Making {
        body: &body,
        notice: &notice,
        card: &card,
        link: &link,
        folder: &folder,
        file: &file,
        former,
    };
    let looks = looks(&making)?;
    let text = |wanted: &str| {
        let found = looks.iter().find(|(name, _, _)| name == wanted);
        found.map(|(_, _, text)| text.clone()).ok_or(DeskError::Page)
    };
    Ok(Preview { html: text("index.html")?, qr: text("qr.svg")? })
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use notice::{edition, without_comments};
    use zeroize::Zeroizing;

    use super::super::former::Origin;
    use super::super::publish::{PublishRequest, publish};
    use super::super::{CardWords, Ceremony, KeyKind, SigningKey, files};
    use super::*;
    use crate::data::DataDir;

    const PASSPHRASE: &[u8] = b"plum lantern gravel sixty";
    const URL: &str = "https://forum.example/incident/";

    /// A template with its gaps filled.
    fn draft() -> String {
        let mut parts = notice::template::named("forum-breach").unwrap().text.split("{{");
        let first = parts.next().unwrap().to_owned();
        parts.fold(first, |text, part| text + "Monday" + part.split_once("}}").unwrap().1)
    }

    fn ready(place: &Path, now: Timestamp) -> (SigningKey, PathBuf) {
        let mut ceremony = Ceremony::light();
        ceremony.set_folder(place.to_owned());
        ceremony.make_key(KeyKind::Root, PASSPHRASE).unwrap();
        let desk = ceremony.make_key(KeyKind::Desk, PASSPHRASE).unwrap();
        let passphrases = [Zeroizing::new(PASSPHRASE.to_vec())];
        let domains = ["forum.example".to_owned()];
        let words = CardWords { name: "Example Forum", domains: &domains, days: 90, leave_out: false };
        let card = ceremony.make_card(words, &passphrases, None, now).unwrap();
        (SigningKey::open(&desk.path, PASSPHRASE).unwrap(), card.path)
    }

    #[test]
    fn what_is_previewed_is_what_is_published_and_the_next_statement_counts_on() {
        let place = tempfile::tempdir().unwrap();
        let now: Timestamp = "2026-03-14T18:00:00Z".parse().unwrap();
        let (key, card_name) = ready(place.path(), now);
        let card = files::read(&card_name).unwrap();
        let numbers = Numbers::of(&DataDir::find(Some(place.path().join("kept"))).unwrap());
        let numbers = Some(&numbers);
        let publish_into = |folder: &str, draft: &str| {
            let out = place.path().join(folder);
            let (name, draft, out) = (Path::new("draft"), draft.as_bytes(), out.as_path());
            let (url, summary, card, card_name) = (URL, "News", card.as_slice(), card_name.as_path());
            let looked_at = preview(&PreviewRequest {
                name,
                draft,
                card_name,
                card,
                url,
                summary,
                now,
                out: Some(out),
                previous: None,
                numbers,
            })
            .unwrap();
            let published = publish(&PublishRequest {
                name,
                draft,
                key: &key,
                card_name,
                card,
                url,
                summary,
                now,
                out,
                previous: None,
                numbers,
            })
            .unwrap();
            assert_eq!(files::read_text(&out.join("index.html")).unwrap(), looked_at.html);
            assert_eq!(files::read_text(&out.join("qr.svg")).unwrap(), looked_at.qr);
            published
        };
        let first = publish_into("site", &draft());
        assert_eq!((first.revision, first.after), (1, None));
        // Another folder, or one that was emptied: this computer knows what was published.
        let (first_body, _) = without_comments(&first.draft);
        let second = publish_into("elsewhere", &first.draft.replace("Monday", "Tuesday"));
        assert_eq!((second.revision, second.after), (2, Some(Origin::Remembered)));
        let read = notice::read(second.draft.as_bytes()).unwrap();
        assert_eq!(read.previous, Some(edition::fingerprint(&first_body)));
    }

    #[test]
    fn a_step_has_its_link_once_on_the_page_and_a_withdrawn_notice_strikes_its_steps_out() {
        let place = tempfile::tempdir().unwrap();
        let now: Timestamp = "2026-03-14T18:00:00Z".parse().unwrap();
        let (_, card_name) = ready(place.path(), now);
        let card = files::read(&card_name).unwrap();
        let html = |draft: &str| {
            let request = PreviewRequest {
                name: Path::new("draft"),
                draft: draft.as_bytes(),
                card_name: &card_name,
                card: &card,
                url: URL,
                summary: "It was a drill",
                now,
                out: None,
                previous: None,
                numbers: None,
            };
            preview(&request).unwrap().html
        };
        let linked = draft().replace(
            "[[history]]",
            "[[step]]\nid = \"x\"\ntitle.en = \"Look\"\nlink = \"https://forum.example/look\"\n\n[[history]]",
        );
        let page = html(&linked);
        assert_eq!(page.matches("https://forum.example/look").count(), 1, "{page}");
        assert!(page.contains(">Do it here</a> (forum.example)"));
        let back = html(&linked.replace("status = \"interim\"", "status = \"withdrawn\""));
        assert!(back.contains("<p>It was a drill</p>") && back.contains("<li><s>Look</s></li>"), "{back}");
        assert!(!page.contains("<s>") && !back.contains("https://forum.example/look"));
    }
}
