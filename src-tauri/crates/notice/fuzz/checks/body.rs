//! Any bytes as the body of a notice: read, linted and told in plain words without a panic, and every place that is
//! named is inside the text.

use notice::lint::{LibraryStep, Surroundings, lint};
use notice::{NoticeError, changes_since, text};

pub(crate) fn check(bytes: &[u8]) {
    let step = LibraryStep {
        id: "change-password-here".to_owned(),
        kind: "change-password".to_owned(),
        asked_by: vec!["Passwords".to_owned()],
    };
    let surroundings = Surroundings {
        now: Some(jiff::Timestamp::UNIX_EPOCH),
        library: vec![step],
        ..Surroundings::default()
    };
    let _ = lint(bytes, &surroundings);
    let drafted = notice::read_draft(bytes);
    match notice::read(bytes) {
        Ok(notice) => {
            assert!(drafted.is_ok_and(|draft| draft == notice), "a notice is a draft too");
            let _ = changes_since(&notice, 0, "de");
            let english = notice.title.get("en", &notice.language);
            for words in english
                .into_iter()
                .chain(notice.history.iter().filter_map(|entry| entry.summary.get("en", "en")))
            {
                let blocks = text::parse(words);
                let _ = (text::plain(&blocks), text::actions(words));
            }
        }
        Err(error) => inside(bytes, &error),
    }
}

fn inside(bytes: &[u8], error: &NoticeError) {
    let Some((line, column)) = error.place() else { return };
    let lines = String::from_utf8_lossy(bytes).split('\n').count();
    assert!(line >= 1 && column >= 1 && line as usize <= lines + 1, "{error} at {line}:{column} of {lines}");
}
