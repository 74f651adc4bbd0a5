//! Measures the list file against other ways to hold the same hashes, side by side in one run.
//!
//! `cargo xtask bench lists [--size N]`. Rates are of one core, files are in memory unless it says cold.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::too_many_lines,
    clippy::cast_possible_truncation,
    reason = "a measurement prints, divides, and stops at what is wrong"
)]

use std::fs::OpenOptions;
use std::hint::black_box;
use std::time::Instant;

use lists::Answer;
use lists::disk::{CountClass, DiskList, Parameters, Writer};
use password::Digest;
use rand::rngs::SmallRng;
use rand::{RngExt as _, SeedableRng as _};
use rayon::slice::ParallelSliceMut as _;
use xorf::{BinaryFuse8, BinaryFuse16, Filter as _};

const QUERIES: usize = 4_000_000;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let size = match arguments.iter().position(|a| a == "--size").and_then(|at| arguments.get(at + 1)) {
        Some(text) => text.replace('_', "").parse::<usize>().unwrap(),
        None => 100_000_000,
    };
    println!("{size} random hashes; {QUERIES} look-ups, half of them of members");
    let mut random = SmallRng::seed_from_u64(42);
    let mut keys: Vec<u64> = (0..size).map(|_| random.random()).collect();
    keys.par_sort_unstable();
    keys.dedup();
    // A count of n or more has about one hash in n, as in the public corpus.
    let class = |key: u64| CountClass::of(u64::MAX / (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1));
    let queries: Vec<u64> = (0..QUERIES)
        .map(|n| if n % 2 == 0 { keys[random.random_range(0..keys.len())] } else { random.random() })
        .collect();
    let mut sorted = queries.clone();
    sorted.sort_unstable();
    println!("{:34} {:>9} {:>12} {:>10} {:>10}", "", "bits/hash", "wrong hits", "M/s", "of ours");

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.list");
    std::fs::write(&path, []).unwrap();
    let parameters = Parameters {
        entries: keys.len() as u64,
        false_positive_exponent: 30,
        source: "random".to_owned(),
        as_of: String::new(),
        ranges: 0,
        counts: true,
    };
    let start = Instant::now();
    let mut writer =
        Writer::new(parameters, || OpenOptions::new().read(true).write(true).open(&path)).unwrap();
    for key in &keys {
        writer.push(*key, class(*key)).unwrap();
    }
    let facts = writer.finish().unwrap();
    println!("built from sorted keys at {:.1} M/s", rate(keys.len(), start));
    let start = Instant::now();
    let list = DiskList::open(&path).unwrap();
    println!("opened in {:.2} ms", start.elapsed().as_secs_f64() * 1e3);
    let start = Instant::now();
    list.verify(|_| true).unwrap();
    println!("verified at {:.1} M/s", rate(keys.len(), start));

    let digests = |keys: &[u64]| keys.iter().map(|key| digest(*key)).collect::<Vec<Digest>>();
    let (unsorted, in_order) = (digests(&queries), digests(&sorted));
    // Once through, so that each block's checksum has been compared.
    black_box(list.lookup_many(&in_order));
    let start = Instant::now();
    let found = unsorted.iter().filter(|digest| matches!(list.lookup(digest), Answer::Found { .. })).count();
    let single = rate(QUERIES, start);
    let wrong = found.saturating_sub(QUERIES / 2) as f64 / (QUERIES / 2) as f64;
    let row = |name: &str, bits: f64, wrong: f64, rate: f64| {
        println!("{name:34} {bits:>9.2} {wrong:>12.1e} {rate:>10.2} {:>10.2}", rate / single);
    };
    row("ours, one at a time", facts.bits_per_entry(), wrong, single);
    let start = Instant::now();
    black_box(list.lookup_many(&unsorted));
    row("ours, batch as it comes", facts.bits_per_entry(), wrong, rate(QUERIES, start));
    let start = Instant::now();
    black_box(list.lookup_many(&in_order));
    row("ours, sorted batch", facts.bits_per_entry(), wrong, rate(QUERIES, start));
    // All look-ups of a fresh map compare checksums; a file that left the cache is read from the disk besides.
    drop(list);
    let file = std::fs::File::open(&path).unwrap();
    let _ = rustix::fs::fadvise(&file, 0, None, rustix::fs::Advice::DontNeed);
    let list = DiskList::open(&path).unwrap();
    let start = Instant::now();
    for digest in unsorted.iter().take(2_000) {
        black_box(list.lookup(digest));
    }
    println!("ours, cold: {:.0} µs a look-up", start.elapsed().as_secs_f64() * 1e6 / 2_000.0);

    let records: Vec<[u8; 20]> = keys.iter().map(|key| *digest(*key).expose_bytes()).collect();
    let start = Instant::now();
    let found = unsorted.iter().filter(|d| records.binary_search(d.expose_bytes()).is_ok()).count();
    row(
        "binary search, 20-byte records",
        160.0,
        found.saturating_sub(QUERIES / 2) as f64 / (QUERIES / 2) as f64,
        rate(QUERIES, start),
    );
    drop(records);
    filter(
        "xorf BinaryFuse8",
        8,
        &keys,
        &queries,
        single,
        |keys| BinaryFuse8::try_from(keys).unwrap(),
        BinaryFuse8::contains,
        |f| f.fingerprints.len(),
    );
    filter(
        "xorf BinaryFuse16",
        16,
        &keys,
        &queries,
        single,
        |keys| BinaryFuse16::try_from(keys).unwrap(),
        BinaryFuse16::contains,
        |f| f.fingerprints.len(),
    );
    for name in ["hibp-search", "hibp-download"] {
        let there = std::env::var_os("PATH")
            .is_some_and(|path| std::env::split_paths(&path).any(|f| f.join(name).is_file()));
        println!(
            "{name}: {}",
            if there { "installed; run it on the same file by hand" } else { "not installed here" }
        );
    }
}

#[allow(clippy::too_many_arguments, reason = "two filters without a trait in common for what is measured")]
fn filter<F>(
    name: &str,
    width: usize,
    keys: &[u64],
    queries: &[u64],
    single: f64,
    make: impl Fn(&[u64]) -> F,
    contains: impl Fn(&F, &u64) -> bool,
    length: impl Fn(&F) -> usize,
) {
    let ready = make(keys);
    let start = Instant::now();
    let found = queries.iter().filter(|key| contains(&ready, key)).count();
    let speed = rate(queries.len(), start);
    let bits = (length(&ready) * width) as f64 / keys.len() as f64;
    let wrong = found.saturating_sub(queries.len() / 2) as f64 / (queries.len() / 2) as f64;
    println!("{name:34} {bits:>9.2} {wrong:>12.1e} {speed:>10.2} {:>10.2}", speed / single);
}

/// A hash that begins with `key`.
fn digest(key: u64) -> Digest {
    let mut bytes = [0; 20];
    bytes[..8].copy_from_slice(&key.to_be_bytes());
    Digest::from_bytes(bytes)
}

/// Millions a second.
fn rate(count: usize, start: Instant) -> f64 {
    count as f64 / start.elapsed().as_secs_f64() / 1e6
}
