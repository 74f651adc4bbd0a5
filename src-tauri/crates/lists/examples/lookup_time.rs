//! How long a look-up in the embedded list takes, against the limit of 2 µs; the first one with its set-up apart.
#![allow(clippy::print_stdout, clippy::cast_precision_loss, reason = "a measurement prints and divides")]

use std::hint::black_box;
use std::time::Instant;

use lists::embedded;
use password::Digest;
use rand::RngExt as _;

fn main() {
    let mut random = rand::rng();
    let digests: Vec<Digest> = (0..200_000).map(|_| Digest::from_bytes(random.random())).collect();
    let start = Instant::now();
    black_box(embedded().lookup(&Digest::from_bytes([1; 20])));
    println!("first look-up: {:.2} ms", start.elapsed().as_secs_f64() * 1e3);
    let start = Instant::now();
    for digest in &digests {
        black_box(embedded().lookup(black_box(digest)));
    }
    let micros = start.elapsed().as_secs_f64() * 1e6 / digests.len() as f64;
    println!("a look-up: {micros:.3} µs, {:.2} of the limit of 2 µs", micros / 2.0);
}
