//! How long rating takes for each key of passwords of several kinds, against the limit of 16 ms (one frame).
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a measurement prints and uses the clock"
)]

use std::time::Instant;

use password::{Password, strength};
use zeroize::Zeroizing;

fn main() {
    let kinds: [(&str, String); 5] = [
        ("random", "kX9!vQ2_zL7#mB4@wR8".chars().cycle().take(4096).collect()),
        ("words", "correct horse battery staple ".chars().cycle().take(4096).collect()),
        ("digits", "31415926535897932384".chars().cycle().take(4096).collect()),
        ("l33t", "p@55w0rd1sTh3b3st".chars().cycle().take(4096).collect()),
        ("one letter", "a".repeat(4096)),
    ];
    println!("{:12} {:>10} {:>12} {:>14}", "kind", "characters", "worst key ms", "of 16 ms");
    for (name, text) in &kinds {
        let (mut worst, mut at) = (0.0_f64, 0);
        for length in (1..=128).chain([256, 1024, 4096]) {
            let bytes = text.bytes().take(length).collect::<Vec<u8>>();
            let password = Password::from_bytes(Zeroizing::new(bytes)).unwrap();
            let start = Instant::now();
            let _ = strength(&password, &["forum.example".to_owned(), "ann".to_owned()]);
            let took = start.elapsed().as_secs_f64() * 1_000.0;
            if took > worst {
                (worst, at) = (took, length);
            }
        }
        println!("{name:12} {at:>10} {worst:>12.2} {:>14.2}", worst / 16.0);
    }
}
