//! Building a list file and asking it, for any set of hashes; and what a damaged one says.
#![allow(
    clippy::format_collect,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests read files and stop at what is wrong"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use lists::build::{BuildError, BuildOptions, LineFault, build};
use lists::disk::{CountClass, DiskError, DiskList};
use lists::{Answer, Reason};
use password::Digest;
use proptest::prelude::*;
use sha1::Digest as _;

fn options() -> BuildOptions {
    BuildOptions {
        memory: 1 << 20,
        false_positive_exponent: 30,
        plain: false,
        source: "test".to_owned(),
        as_of: "2026-03-14".to_owned(),
    }
}

fn hex(bytes: [u8; 20]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02X}"))
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path
}

fn made(text: &str) -> (tempfile::TempDir, DiskList) {
    let folder = tempfile::tempdir().unwrap();
    let input = write(folder.path(), "in.txt", text);
    let out = folder.path().join("out.list");
    build(&[input], &out, &options(), |_| true).unwrap();
    let list = DiskList::open(&out).unwrap();
    (folder, list)
}

fn error(text: &str) -> BuildError {
    let folder = tempfile::tempdir().unwrap();
    let input = write(folder.path(), "in.txt", text);
    let out = folder.path().join("out.list");
    let error = build(&[input], &out, &options(), |_| true).unwrap_err();
    assert!(!out.exists(), "a failed build leaves no list");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "and nothing else");
    error
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn members_are_found_with_their_class_and_others_are_not(
        members in proptest::collection::btree_map(any::<[u8; 20]>(), 0_u64..2_000_000, 1..400),
        others in proptest::collection::vec(any::<[u8; 20]>(), 50),
    ) {
        let text: String = members.iter().map(|(hash, count)| format!("{}:{count}\n", hex(*hash))).collect();
        let (_folder, list) = made(&text);
        let digests: Vec<Digest> = members.keys().map(|hash| Digest::from_bytes(*hash)).collect();
        for (digest, count) in digests.iter().zip(members.values()) {
            let count = CountClass::of(*count).count();
            prop_assert_eq!(list.lookup(digest), Answer::Found { count, rank: None });
        }
        let batch = list.lookup_many(&digests);
        prop_assert_eq!(batch, digests.iter().map(|digest| list.lookup(digest)).collect::<Vec<_>>());
        for other in others.iter().filter(|other| !members.contains_key(*other)) {
            prop_assert_eq!(list.lookup(&Digest::from_bytes(*other)), Answer::NotOnThisList);
        }
        prop_assert!(list.verify(|_| true).is_ok());
    }

    #[test]
    fn the_order_of_the_lines_does_not_matter_and_counts_add_up(
        lines in proptest::collection::vec((0_u8..20, 1_u64..50), 1..200),
    ) {
        let line = |(hash, count): &(u8, u64)| format!("{}:{count}\n", hex([*hash; 20]));
        let (first_folder, first) = made(&lines.iter().map(line).collect::<String>());
        let (second_folder, _second) = made(&lines.iter().rev().map(line).collect::<String>());
        let bytes = |folder: &tempfile::TempDir| fs::read(folder.path().join("out.list")).unwrap();
        prop_assert_eq!(bytes(&first_folder), bytes(&second_folder));
        let mut sums = BTreeMap::new();
        for (hash, count) in &lines {
            *sums.entry(*hash).or_insert(0) += count;
        }
        for (hash, sum) in sums {
            let answer = Answer::Found { count: CountClass::of(sum).count(), rank: None };
            prop_assert_eq!(first.lookup(&Digest::from_bytes([hash; 20])), answer);
        }
    }

    #[test]
    fn any_byte_that_changes_is_found(at in any::<prop::sample::Index>(), change in 1_u8..=255) {
        let text: String = (0..200_u8).map(|n| format!("{}:{n}\n", hex([n.wrapping_mul(37); 20]))).collect();
        let (folder, list) = made(&text);
        drop(list);
        let path = folder.path().join("out.list");
        let mut bytes = fs::read(&path).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= change;
        fs::write(&path, bytes).unwrap();
        let verified = DiskList::open(&path).and_then(|list| list.verify(|_| true));
        prop_assert!(verified.is_err(), "byte {at}");
    }
}

#[test]
fn a_broken_block_answers_could_not_check_and_never_not_on_this_list() {
    let (folder, list) = made(&(0..200_u8).map(|n| format!("{}:1\n", hex([n; 20]))).collect::<String>());
    let end = list.facts().file_bytes();
    drop(list);
    let path = folder.path().join("out.list");
    let mut bytes = fs::read(&path).unwrap();
    let data = usize::try_from(end).unwrap() - 400;
    for byte in &mut bytes[data..] {
        *byte ^= 0x55;
    }
    fs::write(&path, bytes).unwrap();
    let list = DiskList::open(&path).unwrap();
    let answers: Vec<Answer> = (0..200_u8).map(|n| list.lookup(&Digest::from_bytes([n; 20]))).collect();
    assert!(answers.contains(&Answer::CouldNotCheck(Reason::FileDamaged)));
    assert!(!answers.contains(&Answer::NotOnThisList));
}

/// Some thousand hashes in many groups, their digests, and the file.
fn large() -> (tempfile::TempDir, Vec<Digest>, PathBuf) {
    let digests: Vec<Digest> =
        (0..20_000_u32).map(|n| Digest::from_bytes(sha1::Sha1::digest(n.to_le_bytes()).into())).collect();
    let text: String = digests.iter().map(|digest| hex(*digest.expose_bytes()) + ":3\n").collect();
    let (folder, list) = made(&text);
    drop(list);
    let path = folder.path().join("out.list");
    (folder, digests, path)
}

fn count(answers: &[Answer], test: fn(&Answer) -> bool) -> usize {
    answers.iter().filter(|answer| test(answer)).count()
}

/// A mapped file that is cut ends a program by SIGBUS; this one answers.
#[test]
fn a_file_cut_while_it_is_open_is_could_not_check() {
    for left in [0_u64, 5_000, 30_000, 80_000] {
        let (_folder, digests, path) = large();
        let (one, many, whole) =
            (DiskList::open(&path).unwrap(), DiskList::open(&path).unwrap(), DiskList::open(&path).unwrap());
        fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(left).unwrap();
        let single: Vec<Answer> = digests.iter().map(|digest| one.lookup(digest)).collect();
        assert!(single == many.lookup_many(&digests), "{left}");
        assert_eq!(count(&single, |answer| *answer == Answer::NotOnThisList), 0, "{left}");
        let failed = count(&single, |answer| *answer == Answer::CouldNotCheck(Reason::FileDamaged));
        assert!(failed > 1_000, "{left}: {failed}");
        let said = whole.verify(|_| true).unwrap_err();
        assert!(matches!(said, DiskError::Changed { .. }), "{left}: {said}");
    }
}

#[test]
fn a_file_cut_in_the_middle_of_a_verification_is_said_to_have_changed() {
    let (_folder, _, path) = large();
    let list = DiskList::open(&path).unwrap();
    let said = list.verify(|_| {
        fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(9_000).unwrap();
        true
    });
    assert!(matches!(said, Err(DiskError::Changed { .. })), "{said:?}");
}

#[test]
fn a_file_overwritten_while_it_is_open_is_never_not_on_this_list() {
    let (folder, digests, path) = large();
    let list = DiskList::open(&path).unwrap();
    let before = list.lookup_many(digests.get(..3).unwrap());
    assert_eq!(count(&before, |answer| matches!(answer, Answer::Found { .. })), 3);
    // Cut and filled up with zeros, or with the bytes of another list: the length is right again.
    let length = fs::metadata(&path).unwrap().len();
    let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(4_096).unwrap();
    file.set_len(length).unwrap();
    let (other_folder, _other) = made(&format!("{}:1\n", hex([1; 20])));
    for bytes in [None, Some(fs::read(other_folder.path().join("out.list")).unwrap())] {
        if let Some(mut bytes) = bytes {
            bytes.resize(usize::try_from(length).unwrap(), 0);
            fs::write(&path, bytes).unwrap();
        }
        let answers = list.lookup_many(&digests);
        assert_eq!(count(&answers, |answer| *answer == Answer::NotOnThisList), 0);
        assert!(count(&answers, |answer| matches!(answer, Answer::CouldNotCheck(_))) > 1_000);
        assert!(matches!(list.verify(|_| true), Err(DiskError::Changed { .. } | DiskError::Damaged { .. })));
    }
    assert!(DiskList::open(&folder.path().join("out.list")).is_err());
}

#[test]
fn a_file_replaced_by_rename_while_it_is_open_is_read_to_its_end() {
    let (folder, digests, path) = large();
    let list = DiskList::open(&path).unwrap();
    let (other_folder, _other) = made(&format!("{}:1\n", hex([1; 20])));
    let aside = folder.path().join("new.list");
    fs::copy(other_folder.path().join("out.list"), &aside).unwrap();
    fs::rename(&aside, &path).unwrap();
    assert_eq!(count(&list.lookup_many(&digests), |answer| matches!(answer, Answer::Found { .. })), 20_000);
    list.verify(|_| true).unwrap();
    assert_eq!(DiskList::open(&path).unwrap().facts().parameters.entries, 1);
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_refused_as_a_list_and_as_an_input() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    mknodat(CWD, &pipe, FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
    let ranges = folder.path().join("ranges");
    fs::create_dir(&ranges).unwrap();
    fs::rename(&pipe, ranges.join("00000")).unwrap();
    mknodat(CWD, &pipe, FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
    for path in [&pipe, Path::new("/dev/zero"), folder.path()] {
        assert!(matches!(DiskList::open(path), Err(DiskError::Io { .. })), "{}", path.display());
    }
    for path in [&pipe, Path::new("/dev/zero"), &ranges] {
        let out = folder.path().join("out.list");
        let refused = build(&[path], &out, &options(), |_| true);
        assert!(matches!(refused, Err(BuildError::Io { .. })), "{}: {refused:?}", path.display());
    }
}

#[test]
fn a_file_cut_short_or_foreign_is_not_opened() {
    let (folder, list) = made(&format!("{}:1\n", hex([1; 20])));
    drop(list);
    let path = folder.path().join("out.list");
    let bytes = fs::read(&path).unwrap();
    for length in [0, 1, 8, 100, 4_095, 4_096, bytes.len() - 1] {
        fs::write(&path, &bytes[..length]).unwrap();
        assert!(DiskList::open(&path).is_err(), "{length}");
    }
    fs::write(&path, [bytes.as_slice(), b"x"].concat()).unwrap();
    assert!(DiskList::open(&path).is_err());
    fs::write(&path, "not a list at all".repeat(1_000)).unwrap();
    assert!(DiskList::open(&path).is_err());
}

#[test]
fn bad_lines_are_named_and_no_file_is_left() {
    let good = format!("{}:1\n", hex([1; 20]));
    for (bad, fault) in [
        ("00112233445566778899AABBCCDDEEFF:3\n", LineFault::Ntlm),
        ("password1\n", LineFault::NotAHash),
        (&*format!("{}\n", "a".repeat(10_000)), LineFault::TooLong),
    ] {
        match error(&format!("{good}{good}{bad}{good}")) {
            BuildError::Line { line, fault: found, .. } => assert_eq!((line, found), (3, fault)),
            other => panic!("{other}"),
        }
    }
    assert!(matches!(error(""), BuildError::Empty));
}

#[test]
fn memory_that_is_too_small_for_all_gives_the_same_list() {
    let folder = tempfile::tempdir().unwrap();
    let text: String = (0..60_000_u32)
        .map(|n| {
            format!(
                "{}:{}\n",
                Digest::from_hex(&format!("{:08x}{n:032x}", n.wrapping_mul(2_654_435_761)))
                    .map_or(String::new(), |d| hex(*d.expose_bytes())),
                n % 7
            )
        })
        .collect();
    let input = write(folder.path(), "in.txt", &text);
    let [small, large] = [1 << 16, 1 << 24].map(|memory| {
        let out = folder.path().join(format!("{memory}.list"));
        build(&[&input], &out, &BuildOptions { memory, ..options() }, |_| true).unwrap();
        fs::read(out).unwrap()
    });
    assert!(small == large);
    assert!(small.len() * 8 / 60_000 < 40, "{} bits", small.len() * 8 / 60_000);
}

#[test]
fn compressed_texts_range_folders_and_plain_passwords_give_the_same_list() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["alpha", "beta", "gamma", "alpha"];
    let hash = |word: &str| {
        let password = password::Password::from_bytes(word.as_bytes().to_vec().into()).ok().unwrap();
        hex(*password.digest().expose_bytes())
    };
    let plain = write(folder.path(), "plain.txt", &(words.join("\n") + "\n"));
    let text: String = words.iter().map(|word| hash(word) + ":1\r\n").collect();
    let hashes = write(folder.path(), "hashes.txt", &text.to_lowercase());
    let gz = folder.path().join("hashes.gz");
    let mut encoder =
        flate2::write::GzEncoder::new(fs::File::create(&gz).unwrap(), flate2::Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap();
    let zst = folder.path().join("hashes.zst");
    fs::write(&zst, zstd::encode_all(text.as_bytes(), 1).unwrap()).unwrap();
    let ranges = folder.path().join("ranges");
    fs::create_dir(&ranges).unwrap();
    for (word, count) in [("alpha", 2), ("beta", 1), ("gamma", 1)] {
        let hash = hash(word);
        write(
            &ranges,
            hash.get(..5).unwrap(),
            &format!("{}:{count}\n{}:0\n", hash.get(5..).unwrap(), "0".repeat(35)),
        );
    }
    let mut lists = Vec::new();
    for (input, is_plain) in [(&plain, true), (&hashes, false), (&gz, false), (&zst, false)] {
        let out = folder.path().join("out.list");
        build(&[input], &out, &BuildOptions { plain: is_plain, ..options() }, |_| true).unwrap();
        lists.push(fs::read(&out).unwrap());
    }
    assert!(lists.windows(2).all(|pair| pair[0] == pair[1]));
    let out = folder.path().join("ranges.list");
    let facts = build(&[&ranges], &out, &options(), |_| true).unwrap();
    assert_eq!((facts.parameters.entries, facts.parameters.ranges), (3, 3));
    assert_eq!(
        DiskList::open(&out).unwrap().lookup(&Digest::from_hex(&hash("alpha")).unwrap()),
        Answer::Found { count: CountClass::of(2).count(), rank: None }
    );
}

#[test]
fn stopping_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let text: String = (0..70_000_u32).map(|n| format!("{n:040x}:1\n")).collect();
    let input = write(folder.path(), "in.txt", &text);
    let out = write(folder.path(), "out.list", "what was there");
    let stopped = build(&[input], &out, &options(), |_| false);
    assert!(matches!(stopped, Err(BuildError::Cancelled)));
    assert_eq!(fs::read_to_string(out).unwrap(), "what was there");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn the_vector_is_built_byte_for_byte_and_read_back() {
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("small.list");
    let options = BuildOptions { source: "five words".to_owned(), ..options() };
    build(&[vectors.join("small.txt")], &out, &options, |_| true).unwrap();
    assert!(fs::read(&out).unwrap() == fs::read(vectors.join("small.list")).unwrap());
    let list = DiskList::open(&vectors.join("small.list")).unwrap();
    list.verify(|_| true).unwrap();
    for line in fs::read_to_string(vectors.join("small.txt")).unwrap().lines() {
        let (hash, count) = line.split_once(':').unwrap();
        let count = CountClass::of(count.parse().unwrap()).count();
        assert_eq!(list.lookup(&Digest::from_hex(hash).unwrap()), Answer::Found { count, rank: None });
    }
}

#[test]
fn the_vector_of_many_groups_is_built_byte_for_byte_and_read_back() {
    let vector = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/many.list");
    let numbers = (1..=3_000_u32).map(|n| (Digest::from_bytes(sha1::Sha1::digest(n.to_string()).into()), n));
    let kept: Vec<_> =
        numbers.filter(|(digest, _)| !(5..=9).contains(&(digest.expose_bytes()[0] >> 4))).collect();
    let text: String = kept.iter().map(|(d, n)| format!("{}:{n}\n", hex(*d.expose_bytes()))).collect();
    let folder = tempfile::tempdir().unwrap();
    let (input, out) = (write(folder.path(), "in.txt", &text), folder.path().join("many.list"));
    let options = BuildOptions { source: "numbers".to_owned(), false_positive_exponent: 12, ..options() };
    build(&[input], &out, &options, |_| true).unwrap();
    assert!(fs::read(&out).unwrap() == fs::read(&vector).unwrap());
    let list = DiskList::open(&vector).unwrap();
    list.verify(|_| true).unwrap();
    for (digest, n) in kept {
        let count = CountClass::of(u64::from(n)).count();
        assert_eq!(list.lookup(&digest), Answer::Found { count, rank: None }, "{n}");
    }
}

#[cfg(unix)]
#[test]
fn a_list_has_the_rights_of_any_new_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, _list) = made(&format!("{}:1\n", hex([1; 20])));
    let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
    assert_eq!(mode("out.list"), mode("in.txt"));
}

/// What `vectors/broken/README.md` says of each file: its name and where it breaks.
#[test]
fn every_broken_vector_is_refused_at_the_place_where_it_breaks() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/broken");
    let table = fs::read_to_string(folder.join("README.md")).unwrap();
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.strip_suffix(" |"))
        .map(|row| row.split("` | ").collect())
        .collect();
    let files = fs::read_dir(&folder).unwrap().count() - 1;
    assert_eq!(rows.len(), files, "each file has a row");
    for row in rows {
        let [name, says] = row.as_slice() else { panic!("{row:?}") };
        let path = folder.join(format!("{name}.list"));
        let verified = DiskList::open(&path).and_then(|list| list.verify(|_| true));
        let said = verified.unwrap_err().to_string();
        assert!(said.contains(says), "{name}: {said}");
    }
}
