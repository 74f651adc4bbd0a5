//! Downloads and updates against a real server on loopback, and mirrors asked by the real client.
#![allow(
    clippy::format_collect,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests read files and stop at what is wrong"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use lists::disk::DiskList;
use lists::download::{self, DownloadError, DownloadOptions, DownloadProgress, Downloaded};
use lists::mirror::{MirrorOptions, mirror};
use lists::{Answer, Count, Limits, RangeClient, RangeUrl, embedded};
use password::{Digest, Prefix};
use range_faults::{Fault, List, Server};
use tokio_util::sync::CancellationToken;

const RANGES: u32 = 300;

fn hash(prefix: u32, start: u32, rest: u32) -> String {
    format!("{prefix:05X}{start:06X}{rest:029X}")
}

/// A list that holds all that the embedded one holds for the first ranges, as a real one does.
fn list() -> List {
    let mut list = List::new();
    for number in 0..RANGES {
        for start in embedded().expected_suffix_starts(Prefix::new(number).unwrap()) {
            list.add_row(&format!("{}:5", hash(number, start, 9))).unwrap();
        }
    }
    list
}

fn client(server: &Server) -> RangeClient {
    let url: RangeUrl = server.base().parse().unwrap();
    let limits = Limits {
        // Time enough for any machine.
        connect: Duration::from_secs(300),
        request: Duration::from_secs(300),
        check: Duration::from_secs(300),
        pause: Duration::from_millis(5),
        ..Limits::default()
    };
    RangeClient::with_limits(url, "selfcheck/test", limits).unwrap()
}

fn options() -> DownloadOptions {
    DownloadOptions { ranges: RANGES, jobs: 16, ..DownloadOptions::all("2026-03-14".to_owned()) }
}

async fn fetch(server: &Server, out: &Path, options: &DownloadOptions) -> Result<Downloaded, DownloadError> {
    download::download(&client(server), out, options, |_| {}, &CancellationToken::new()).await
}

fn look(list: &DiskList, hash: &str) -> Answer {
    list.lookup(&Digest::from_hex(hash).unwrap())
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("all.list");
    (folder, out)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_service_with_one_error_in_a_hundred_gives_the_whole_list() {
    let server = Server::start(Fault::OneInAHundred, list()).unwrap();
    let (folder, out) = folder();
    let keep = folder.path().join("kept");
    let options = DownloadOptions { keep_ranges: Some(keep.clone()), ..options() };
    let done = fetch(&server, &out, &options).await.unwrap();
    assert_eq!((done.fetched, done.unchanged, done.facts.parameters.ranges), (RANGES, 0, RANGES));
    let list = DiskList::open(&out).unwrap();
    list.verify(|_| true).unwrap();
    assert_eq!(fs::read_dir(&keep).unwrap().count(), RANGES as usize);
    // The list says what the kept texts say, row by row.
    let mut rows = 0;
    for name in names(&keep) {
        for line in fs::read_to_string(keep.join(&name)).unwrap().lines() {
            let (suffix, _) = line.split_once(':').unwrap();
            assert!(matches!(look(&list, &format!("{name}{suffix}")), Answer::Found { .. }), "{name} {line}");
            rows += 1;
        }
    }
    assert_eq!(rows, done.facts.parameters.entries);
    assert_eq!(look(&list, &hash(7, 1, 1)), Answer::NotOnThisList);
    // The journal is gone, the tags are there.
    let left = names(folder.path());
    assert_eq!(left.len(), 3, "{left:?}");
    assert!(left.iter().any(|name| name.contains(".tags")));
}

#[tokio::test]
async fn no_padding_is_asked_for_and_never_more_than_the_jobs_at_once() {
    let server = Server::start(Fault::None, list()).unwrap();
    let (_folder, out) = folder();
    fetch(&server, &out, &DownloadOptions { jobs: 3, ..options() }).await.unwrap();
    assert!(server.requests().iter().all(|request| request.header("add-padding").is_none()));
    assert!(server.most_at_once() <= 3);
}

#[tokio::test]
async fn a_bad_range_is_named_nothing_stands_at_the_place_and_the_next_run_asks_for_it_alone() {
    let server = Server::start(Fault::None, list()).unwrap();
    server.break_ranges(&["00007", "000A1"]);
    let (_folder, out) = folder();
    let failed = fetch(&server, &out, &options()).await;
    let Err(DownloadError::Missing { ranges }) = failed else { panic!("{failed:?}") };
    let missing: Vec<String> = ranges.iter().map(|(prefix, _)| prefix.to_string()).collect();
    assert_eq!(missing, ["00007", "000A1"]);
    assert!(!out.exists());
    assert!(download::is_begun(&out));
    server.break_ranges(&[]);
    let before = server.requests().len();
    fetch(&server, &out, &options()).await.unwrap();
    let mut asked: Vec<String> =
        server.requests().iter().skip(before).map(range_faults::Request::prefix).collect();
    // They go out together, so either may arrive first.
    asked.sort();
    assert_eq!(asked, ["00007", "000A1"]);
    assert!(!download::is_begun(&out));
}

#[tokio::test]
async fn a_service_that_hides_hits_or_says_nothing_is_given_up_and_gives_no_list() {
    for fault in [Fault::HidesHits, Fault::PaddingOnly, Fault::Empty, Fault::NotFound, Fault::Html] {
        let server = Server::start(fault, list()).unwrap();
        let (_folder, out) = folder();
        let failed = fetch(&server, &out, &options()).await;
        assert!(matches!(failed, Err(DownloadError::Missing { .. })), "{fault:?}: {failed:?}");
        assert!(!out.exists());
        assert!(server.requests().len() < 200, "{fault:?}: {}", server.requests().len());
    }
}

#[tokio::test]
async fn a_stopped_download_goes_on_where_it_was() {
    let server = Server::start(Fault::None, list()).unwrap();
    let (_folder, out) = folder();
    let stop = CancellationToken::new();
    let stopped = download::download(
        &client(&server),
        &out,
        &options(),
        |progress| {
            if matches!(progress, DownloadProgress::Fetching { done: 100.., .. }) {
                stop.cancel();
            }
        },
        &stop,
    )
    .await;
    assert!(matches!(stopped, Err(DownloadError::Cancelled)));
    let mut first = None;
    let done = download::download(
        &client(&server),
        &out,
        &options(),
        |progress| {
            first.get_or_insert(progress);
        },
        &CancellationToken::new(),
    )
    .await
    .unwrap();
    assert!(matches!(first, Some(DownloadProgress::Fetching { before: 100.., .. })), "{first:?}");
    assert_eq!(done.fetched, RANGES);
    let asked: std::collections::BTreeSet<String> =
        server.requests().iter().map(range_faults::Request::prefix).collect();
    assert_eq!(asked.len(), RANGES as usize);
    // Only what was under way when it stopped was asked for twice.
    assert!(server.requests().len() <= RANGES as usize + 16, "{}", server.requests().len());
}

#[tokio::test]
async fn another_service_does_not_mix_into_a_download_that_was_begun() {
    let (one, two) =
        (Server::start(Fault::None, list()).unwrap(), Server::start(Fault::None, list()).unwrap());
    one.break_ranges(&["00007"]);
    let (_folder, out) = folder();
    assert!(matches!(fetch(&one, &out, &options()).await, Err(DownloadError::Missing { .. })));
    assert!(matches!(fetch(&two, &out, &options()).await, Err(DownloadError::OtherJournal { .. })));
    download::forget(&out).unwrap();
    assert!(fetch(&two, &out, &options()).await.is_ok());
}

#[tokio::test]
async fn an_update_asks_only_for_what_changed_and_readers_keep_the_old_file() {
    let server = Server::start(Fault::None, list()).unwrap();
    let (folder, out) = folder();
    let first = fetch(&server, &out, &options()).await.unwrap();
    let reader = DiskList::open(&out).unwrap();
    let added = hash(0x2A, 0x00AB_CDEF, 3);
    assert_eq!(look(&reader, &added), Answer::NotOnThisList);
    server.set_list(list().with(&added, 1_234));
    let day = DownloadOptions { as_of: "2026-03-15".to_owned(), ..options() };
    let second =
        download::update(&client(&server), &out, &day, |_| {}, &CancellationToken::new()).await.unwrap();
    assert_eq!((second.fetched, second.unchanged), (1, RANGES - 1));
    assert_eq!(second.facts.parameters.entries, first.facts.parameters.entries + 1);
    assert_eq!(second.facts.parameters.as_of, "2026-03-15");
    assert_eq!(look(&reader, &added), Answer::NotOnThisList);
    let new = DiskList::open(&out).unwrap();
    new.verify(|_| true).unwrap();
    assert_eq!(look(&new, &added), Answer::Found { count: Count::AtLeast(1_000), rank: None });
    for number in 0..RANGES {
        for start in embedded().expected_suffix_starts(Prefix::new(number).unwrap()) {
            assert!(matches!(look(&new, &hash(number, start, 9)), Answer::Found { .. }));
        }
    }
    // One list, one file of tags; and a third run finds nothing new.
    assert_eq!(names(folder.path()).len(), 2);
    let third =
        download::update(&client(&server), &out, &day, |_| {}, &CancellationToken::new()).await.unwrap();
    assert_eq!((third.fetched, third.unchanged), (0, RANGES));
}

#[tokio::test]
async fn a_list_that_outgrows_its_file_is_said_so_and_stays() {
    let server = Server::start(Fault::None, list()).unwrap();
    let (_folder, out) = folder();
    fetch(&server, &out, &options()).await.unwrap();
    let mut more = list();
    for number in 0..2_000 {
        more.add_row(&format!("{}:1", hash(1, number, 5))).unwrap();
    }
    server.set_list(more);
    let grown = download::update(&client(&server), &out, &options(), |_| {}, &CancellationToken::new()).await;
    assert!(matches!(grown, Err(DownloadError::Outgrown { .. })), "{grown:?}");
    DiskList::open(&out).unwrap().verify(|_| true).unwrap();
}

#[tokio::test]
async fn a_mirror_holds_every_range_in_order_whatever_the_order_of_the_input() {
    let folder = tempfile::tempdir().unwrap();
    let rows = [hash(5, 7, 1), hash(5, 3, 1), hash(0x11FF, 3, 2), hash(5, 7, 1)];
    let text = |order: &[usize]| -> String {
        order.iter().map(|at| format!("{}:4\n", rows.get(*at).unwrap())).collect()
    };
    let input = folder.path().join("rows.txt");
    fs::write(&input, text(&[0, 1, 2, 3])).unwrap();
    let out = folder.path().join("site");
    let facts =
        mirror(&[&input], &out, &MirrorOptions { ranges: 0x1200, ..MirrorOptions::default() }, |_| true)
            .unwrap();
    assert_eq!((facts.entries, facts.ranges), (3, 2));
    assert_eq!(fs::read_dir(out.join("range")).unwrap().count(), 0x1200);
    let five = fs::read_to_string(out.join("range/00005")).unwrap();
    let suffix = |at: usize| rows.get(at).unwrap().split_at(5).1.to_owned();
    assert_eq!(five, format!("{}:4\r\n{}:8", suffix(1), suffix(0)));
    assert_eq!(names(&out), ["range"]);
    // The other way round, padded and compressed, over the first one.
    fs::write(&input, text(&[3, 2, 1, 0])).unwrap();
    let padded = MirrorOptions { ranges: 0x1200, pad_to: 40, gzip: true, plain: false };
    mirror(&[&input], &out, &padded, |_| true).unwrap();
    let again = fs::read_to_string(out.join("range/00005")).unwrap();
    let real: Vec<&str> = again.split("\r\n").filter(|line| !line.ends_with(":0")).collect();
    assert_eq!((real.join("\r\n"), again.split("\r\n").count()), (five, 40));
    assert!(again.split("\r\n").is_sorted());
    assert_eq!(fs::read_dir(out.join("range")).unwrap().count(), 2 * 0x1200);
    assert_eq!(names(&out), ["range"]);
}
