//! What the file survives: being killed, a full disk, a second writer, damage, and growing old.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use jiff::Timestamp;
use zeroize::Zeroizing;

use super::*;
use crate::{FILE, How, Kept, Mark, Name, Passphrase, Person, StepTitle, Tick, Unlock};

/// The key of the files in `vectors/`, and of these tests.
const KEY: [u8; 32] = *b"a key that everybody knows, 32 b";
/// Names the file that a second process of this test fills until it is killed.
const TICKING: &str = "SELFCHECK_TEST_TICKING";

fn key() -> Key {
    Key::from_bytes(&Zeroizing::new(KEY.to_vec())).unwrap()
}

struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        Store::make(&place.file(), &key()).unwrap();
        place
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join(FILE)
    }

    fn open(&self) -> Store {
        Store::open_file(&self.file(), &key()).unwrap()
    }
}

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

fn notice() -> Kept {
    Kept {
        id: "willow.example/practice".to_owned(),
        revision: 1,
        trust: "practice".to_owned(),
        title: "Practice".to_owned(),
        text: "format = 1\n".to_owned(),
        address: None,
        link: None,
    }
}

fn following(store: &mut Store, who: &str) -> Person {
    let person = store.person(&name(who)).or_else(|_| store.add(&name(who))).unwrap();
    let steps = ["one", "two", "three"].map(|id| StepTitle { id: id.to_owned(), title: id.to_uppercase() });
    store.follow(person.id, &notice(), &steps).unwrap();
    person
}

fn tick(step: &str, mark: Mark) -> Tick {
    Tick { step: step.to_owned(), mark, how: How::YouToldUs, at: Timestamp::UNIX_EPOCH, remind_on: None }
}

/// Not a test of its own: what [`two_hundred_kills_lose_nothing_that_was_acknowledged`] starts and kills.
#[test]
fn ticking_until_killed() {
    let Some(file) = std::env::var_os(TICKING) else { return };
    let mut store = Store::open_file(Path::new(&file), &key()).unwrap();
    let person = store.person(&name("Ann")).unwrap();
    let begun = store.ticks(person.id, &notice().id).unwrap().len();
    for number in begun..begun + 10_000 {
        store.tick(person.id, &notice().id, &tick(&format!("step-{number}"), Mark::Done)).unwrap();
        println!("acknowledged step-{number}");
    }
}

#[test]
fn two_hundred_kills_lose_nothing_that_was_acknowledged() {
    let place = Place::new();
    let person = following(&mut place.open(), "Ann");
    let mut acknowledged = 0_usize;
    for round in 0..200_u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "store::tests::ticking_until_killed", "--nocapture"])
            .env(TICKING, place.file())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (heard, acknowledgements) = std::sync::mpsc::channel();
        let reader = std::thread::spawn(move || {
            let mut last = None;
            while let Some(Ok(line)) = lines.next() {
                if let Some(number) = line.split("acknowledged step-").nth(1) {
                    last = number.parse::<usize>().ok();
                    let _ = heard.send(());
                }
            }
            last
        });
        // The moment differs from round to round: a fifth is killed while opening, the others after one to four ticks,
        // somewhere in the next. How fast the machine is does not matter.
        for _ in 0..round % 5 {
            acknowledgements.recv_timeout(Duration::from_secs(60)).unwrap();
        }
        let while_opening = if round % 5 == 0 { 8_000 } else { 0 };
        std::thread::sleep(Duration::from_micros(while_opening + round % 37 * 150));
        child.kill().unwrap();
        child.wait().unwrap();
        let last = reader.join().unwrap();
        let store = place.open();
        let there = store.ticks(person.id, &notice().id).unwrap().len();
        let promised = last.map_or(acknowledged, |last| last + 1);
        assert!(there >= promised, "round {round}: {promised} were acknowledged and {there} are there");
        assert!(there <= promised + 1, "at most the one in flight is more");
        acknowledged = there;
    }
    assert!(acknowledged > 200, "only {acknowledged} were written at all");
}

#[test]
fn no_name_no_tick_and_no_notice_is_on_the_disk_in_clear() {
    let place = Place::new();
    let mut store = place.open();
    let person = following(&mut store, "Annabella Canary");
    store.tick(person.id, &notice().id, &tick("one", Mark::Done)).unwrap();
    let mut seen = 0;
    // While it is open, too: the log beside it holds the newest pages.
    for entry in std::fs::read_dir(place.folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        for word in ["Annabella", "annabella", "willow", "format = 1", "one", "SQLite format", "CREATE TABLE"]
        {
            let found = bytes.windows(word.len()).any(|part| part == word.as_bytes());
            assert!(!found || word.len() < 4, "{word} in {}", path.display());
        }
        seen += bytes.len();
    }
    assert!(seen > 8192, "both the file and its log were looked at");
}

#[cfg(unix)]
#[test]
fn the_file_and_its_log_are_for_their_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    let mut store = place.open();
    store.add(&name("Ann")).unwrap();
    let files: Vec<_> =
        lock::with_neighbours(&place.file()).into_iter().filter(|path| path.exists()).collect();
    assert_eq!(files.len(), 3, "{files:?}");
    for file in files {
        assert_eq!(
            std::fs::metadata(&file).unwrap().permissions().mode() & 0o777,
            0o600,
            "{}",
            file.display()
        );
    }
}

#[test]
fn a_full_disk_is_said_and_what_was_there_stays() {
    let place = Place::new();
    let mut store = place.open();
    let person = following(&mut store, "Ann");
    let pages: i64 = store.db.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    store.db.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).unwrap();
    let mut large = notice();
    large.text = "x".repeat(100_000);
    let said = store.follow(person.id, &large, &[]);
    assert!(matches!(said, Err(HouseholdError::Full { .. })), "{said:?}");
    assert_eq!(store.kept(&large.id).unwrap().unwrap().text, notice().text);
    store.tick(person.id, &notice().id, &tick("one", Mark::Done)).unwrap();
    drop(store);
    assert_eq!(place.open().followed(person.id).unwrap()[0].marked(Mark::Done), 1);
}

#[test]
fn two_programs_write_one_after_the_other_and_the_one_that_waits_too_long_is_told() {
    let place = Place::new();
    let (mut one, mut two) = (place.open(), place.open());
    one.add(&name("Ann")).unwrap();
    two.add(&name("Ben")).unwrap();
    assert_eq!(one.people().unwrap().len(), 2);
    two.db.busy_timeout(Duration::from_millis(50)).unwrap();
    one.write(|_| {
        let said = two.add(&name("Cleo"));
        assert!(matches!(said, Err(HouseholdError::Busy { .. })), "{said:?}");
        Ok(())
    })
    .unwrap();
    two.add(&name("Cleo")).unwrap();
    assert_eq!(one.people().unwrap().len(), 3);
}

#[test]
fn a_store_that_was_wiped_by_another_program_takes_no_more_ticks() {
    let place = Place::new();
    let mut store = place.open();
    crate::wipe(place.folder.path()).unwrap();
    assert_eq!(std::fs::read_dir(place.folder.path()).unwrap().count(), 0);
    assert!(matches!(store.add(&name("Ann")), Err(HouseholdError::Gone { .. })));
}

#[test]
fn a_file_of_every_older_version_opens_with_all_that_was_in_it() {
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors");
    if std::env::var_os("SELFCHECK_WRITE_VECTORS").is_some() {
        write_vector(&vectors.join(format!("version-{}.db", schema::VERSION)));
    }
    for version in 1..=schema::VERSION {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join(FILE);
        std::fs::copy(vectors.join(format!("version-{version}.db")), &file).unwrap();
        let store = Store::open_file(&file, &key()).unwrap();
        let people: Vec<_> = store.people().unwrap();
        assert_eq!(people.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["Ann", "Ben"]);
        assert_eq!(people[0].country.as_deref(), Some("gb"));
        let followed = store.followed(people[0].id).unwrap();
        assert_eq!((followed[0].marked(Mark::Done), followed[0].open()), (1, 2));
        assert_eq!(followed[0].tick("two").unwrap().remind_on, Some(jiff::civil::date(2026, 12, 1)));
        assert_eq!(store.answers(people[0].id, &notice().id).unwrap()["same-password-elsewhere"], "no");
        assert_eq!(store.kept(&notice().id).unwrap().unwrap(), notice());
        let now: u32 = store.db.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(now, schema::VERSION);
    }
}

/// Writes what the test above expects, with this version of the program.
fn write_vector(file: &Path) {
    let _ = std::fs::remove_file(file);
    Store::make(file, &key()).unwrap();
    let mut store = Store::open_file(file, &key()).unwrap();
    let person = following(&mut store, "Ann");
    store.add(&name("Ben")).unwrap();
    store.set_country(person.id, "gb").unwrap();
    store.tick(person.id, &notice().id, &tick("one", Mark::Done)).unwrap();
    let later = Tick { remind_on: Some(jiff::civil::date(2026, 12, 1)), ..tick("two", Mark::Later) };
    store.tick(person.id, &notice().id, &later).unwrap();
    let at = Timestamp::UNIX_EPOCH;
    store.answer(person.id, &notice().id, "same-password-elsewhere", Some("no"), at).unwrap();
}

#[test]
fn where_a_notice_came_from_stays_with_its_text_and_goes_with_it() {
    let mut store = Store::in_memory().unwrap();
    let ann = following(&mut store, "Ann");
    let fetched = Kept { address: Some("https://willow.example/n".to_owned()), ..notice() };
    store.follow(ann.id, &fetched, &[]).unwrap();
    // The same text from a file: it can still be asked for where it came from.
    store.follow(ann.id, &notice(), &[]).unwrap();
    assert_eq!(store.kept(&notice().id).unwrap(), Some(fetched));
    let other = Kept { revision: 2, text: "format = 1 # other".to_owned(), ..notice() };
    store.follow(ann.id, &other, &[]).unwrap();
    assert_eq!(store.kept(&notice().id).unwrap(), Some(other));
}

#[test]
fn a_file_of_a_newer_version_is_left_as_it_is() {
    let place = Place::new();
    place.open().db.pragma_update(None, "user_version", 999).unwrap();
    let before = std::fs::read(place.file()).unwrap();
    let said = Store::open_file(&place.file(), &key()).err();
    assert!(matches!(said, Some(HouseholdError::TooNew { version: 999, .. })), "{said:?}");
    assert_eq!(std::fs::read(place.file()).unwrap(), before);
}

fn passphrase(text: &str) -> Passphrase {
    Passphrase::from_bytes(&Zeroizing::new(text.as_bytes().to_vec())).unwrap()
}

#[test]
fn a_damaged_file_is_set_aside_under_a_dated_name_and_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let (file, plum) = (folder.path().join(FILE), passphrase("plum"));
    let now: Timestamp = "2026-11-24T23:00:00Z".parse().unwrap();
    let open = || Store::open(folder.path(), Unlock::Passphrase(&plum), now).unwrap();
    let mut aside = Vec::new();
    for damage in 0..4 {
        let mut opened = open();
        assert_eq!(opened.set_aside, None);
        following(&mut opened.store, "Ann");
        drop(opened);
        let mut bytes = std::fs::read(&file).unwrap();
        match damage {
            // Its beginning, a page in the middle, its end, all of it.
            0 => bytes[3] ^= 1,
            1 => bytes[5000] ^= 1,
            2 => bytes.truncate(4096 + 100),
            _ => bytes.clear(),
        }
        std::fs::write(&file, &bytes).unwrap();
        let again = open();
        let path = again.set_aside.unwrap_or_else(|| panic!("damage {damage} was not seen"));
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "damage {damage}");
        assert!(again.store.people().unwrap().is_empty());
        aside.push(path.file_name().unwrap().to_str().unwrap().to_owned());
    }
    assert_eq!(aside[..2], ["household.damaged-2026-11-24.db", "household.damaged-2026-11-24-2.db"]);
}

#[test]
fn a_slip_of_the_fingers_or_the_wrong_way_to_unlock_touches_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let now = Timestamp::UNIX_EPOCH;
    let mut opened = Store::open(folder.path(), Unlock::Passphrase(&passphrase("plum")), now).unwrap();
    following(&mut opened.store, "Ann");
    drop(opened);
    let before = std::fs::read(folder.path().join(FILE)).unwrap();
    let try_with = |unlock: Unlock<'_>| Store::open(folder.path(), unlock, now).err();
    let said = try_with(Unlock::Passphrase(&passphrase("plun")));
    assert!(matches!(said, Some(HouseholdError::WrongPassphrase)), "{said:?}");
    assert!(matches!(try_with(Unlock::Keyring), Some(HouseholdError::PassphraseNeeded)));
    // A household whose key file is lost is not taken for none.
    std::fs::rename(folder.path().join(crate::KEY_FILE), folder.path().join("elsewhere")).unwrap();
    let said = try_with(Unlock::Passphrase(&passphrase("plum")));
    assert!(matches!(said, Some(HouseholdError::KeyFileUnusable { .. })), "{said:?}");
    assert_eq!(std::fs::read(folder.path().join(FILE)).unwrap(), before);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn whoever_is_removed_is_gone_from_the_file_with_their_notice() {
    let place = Place::new();
    let mut store = place.open();
    let (ann, ben) = (following(&mut store, "Ann"), following(&mut store, "Ben"));
    store.remove(ann.id).unwrap();
    assert!(store.kept(&notice().id).unwrap().is_some(), "Ben still follows it");
    store.remove(ben.id).unwrap();
    assert!(store.kept(&notice().id).unwrap().is_none());
    assert!(matches!(store.remove(ben.id), Err(HouseholdError::Nobody)));
    assert!(matches!(store.follow(ben.id, &notice(), &[]), Err(HouseholdError::Nobody)));
    let again = store.add(&name("Cleo")).unwrap();
    assert!(again.id != ann.id && again.id != ben.id, "a number is never given twice");
}

#[test]
fn two_people_cannot_have_one_name_but_one_can_change_its_letters() {
    let mut store = Store::in_memory().unwrap();
    let ann = store.add(&name("Ann")).unwrap();
    let ben = store.add(&name("Ben")).unwrap();
    assert!(matches!(store.add(&name("ANN")), Err(HouseholdError::NameTaken)));
    assert!(matches!(store.rename(ben.id, &name("ann")), Err(HouseholdError::NameTaken)));
    store.rename(ann.id, &name("ANN")).unwrap();
    assert_eq!(store.person(&name("ann")).unwrap().name.as_str(), "ANN");
}

#[test]
fn done_open_and_put_off_are_counted_apart() {
    let mut store = Store::in_memory().unwrap();
    let ann = following(&mut store, "Ann");
    let id = notice().id;
    store.tick(ann.id, &id, &tick("one", Mark::Done)).unwrap();
    store.tick(ann.id, &id, &tick("two", Mark::Later)).unwrap();
    let followed = &store.followed(ann.id).unwrap()[0];
    assert_eq!((followed.marked(Mark::Done), followed.marked(Mark::Later), followed.open()), (1, 1, 2));
    assert!(store.untick(ann.id, &id, "one").unwrap());
    assert!(!store.untick(ann.id, &id, "one").unwrap());
    assert_eq!(store.followed(ann.id).unwrap()[0].open(), 3);
    let said = store.tick(ann.id, "other.example/1", &tick("one", Mark::Done));
    assert!(matches!(said, Err(HouseholdError::Nobody)), "a notice that nobody follows takes no ticks");
}

#[test]
fn file_of_four_hundred_ticks_opens_with_all_of_them() {
    let place = Place::new();
    let mut store = place.open();
    let ann = following(&mut store, "Ann");
    for number in 0..400 {
        store.tick(ann.id, &notice().id, &tick(&format!("step-{number}"), Mark::Done)).unwrap();
    }
    drop(store);
    assert_eq!(place.open().ticks(ann.id, &notice().id).unwrap().len(), 400);
}

#[test]
fn a_file_that_cannot_be_written_is_read_with_its_log_or_without_one() {
    let place = Place::new();
    let mut store = place.open();
    store.add(&name("Ann")).unwrap();
    // The log is not folded into the file while another program has it open.
    let alone = Store::open_with(&place.file(), &key(), Access::Alone);
    assert!(matches!(alone, Err(HouseholdError::Busy { .. })), "nobody reads past a program that is writing");
    let [_, log, ..] = lock::with_neighbours(&place.file());
    let copied = tempfile::tempdir().unwrap();
    let copy = copied.path().join(FILE);
    std::fs::copy(place.file(), &copy).unwrap();
    std::fs::copy(&log, &lock::with_neighbours(&copy)[1]).unwrap();
    let alone = Store::open_with(&copy, &key(), Access::Alone).unwrap();
    assert_eq!(alone.people().unwrap().len(), 1, "what is only in the log counts");
    drop(alone);

    drop(store);
    let unchanging = Store::open_with(&place.file(), &key(), Access::Unchanging).unwrap();
    assert_eq!(unchanging.people().unwrap().len(), 1);
    assert_eq!(std::fs::read_dir(place.folder.path()).unwrap().count(), 1, "no file is made beside it");
}

#[test]
fn a_change_of_a_file_that_is_only_read_names_the_full_disk() {
    let place = Place::new();
    place.open().add(&name("Ann")).unwrap();
    let store = Store::open_with(&place.file(), &key(), Access::Unchanging).unwrap();
    let mut full = Store { only_read: Some(OnlyRead::Full), ..store };
    assert!(matches!(full.add(&name("Ben")), Err(HouseholdError::Full { .. })));
    assert_eq!(full.people().unwrap().len(), 1);
}
