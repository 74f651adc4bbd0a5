//! What is kept, on a disk without room: a typed failure, and what was kept before is whole.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "tests stop at what is wrong")]

use std::path::Path;
use std::process::Command;

use app::data::DataDir;
use app::desk::Drafts;
use app::own_file::{Kind, Output, Readers};
use app::settings::{FILE, Settings, TextSize};
use app::trust::{TrustError, TrustStore};
use jiff::Timestamp;
use notice::NoticeId;
use notice::draft::Change;
use notice::verify::Asked;

const NAME: &str = "what_is_kept_stays_whole_on_a_full_disk";
/// Where the run without room finds what the run with room kept.
const PLACE: &str = "SELFCHECK_FULL_DISK";

/// Runs itself again, so that the limit is of a process of its own.
#[test]
fn what_is_kept_stays_whole_on_a_full_disk() {
    if let Some(place) = std::env::var_os(PLACE) {
        return without_room(Path::new(&place));
    }
    let place = tempfile::tempdir().unwrap();
    let data = DataDir::find(Some(place.path().to_owned())).unwrap();
    Settings::default().write(&data).unwrap();
    Drafts::of(&data).add(notice::template::ALL[0].text).unwrap();
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" --exact \"$1\"";
    let output = Command::new("sh")
        .args(["-c", script])
        .arg(std::env::current_exe().unwrap())
        .arg(NAME)
        .env(PLACE, place.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

fn without_room(place: &Path) {
    let data = DataDir::find(Some(place.to_owned())).unwrap();
    let names = |folder: &Path| {
        let mut names: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let (before, settings) = (names(place), std::fs::read(data.file(FILE)).unwrap());

    let changed = Settings { text_size: TextSize::new(200).unwrap(), ..Settings::default() };
    assert!(files::is_full(&changed.write(&data).unwrap_err()));
    assert_eq!(std::fs::read(data.file(FILE)).unwrap(), settings);

    let drafts = Drafts::of(&data);
    let text = drafts.read("draft-1").unwrap();
    let change = Change::Text { field: "title.en".into(), words: "New title".into() };
    assert!(files::is_full(&drafts.change("draft-1", &change).unwrap_err()));
    assert!(files::is_full(&drafts.add("format = 1\n").unwrap_err()));
    assert_eq!(drafts.read("draft-1").unwrap(), text);
    assert_eq!(names(drafts.folder()), ["draft-1.toml"]);

    let output = Output::new(&place.join("report.csv"), Kind::ReportCsv, []).unwrap();
    assert!(files::is_full(&output.write(b"line,site\n", Readers::Own).unwrap_err()));

    assert_eq!(names(place), before, "nothing is left");
    let asked = Asked { at: Timestamp::UNIX_EPOCH, answered: true };
    let id: NoticeId = "forum.example/attack".parse().unwrap();
    let kept = TrustStore::new(data).change(Timestamp::UNIX_EPOCH, |memory| memory.asked.insert(id, asked));
    assert!(matches!(kept, Err(TrustError::Full { .. })));
}
