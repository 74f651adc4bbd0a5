//! How much longer `strength` takes than `zxcvbn` alone, over passwords as an export has them.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a measurement prints and uses the clock"
)]

use std::time::Instant;

use password::{Password, strength};
use rand::SeedableRng as _;
use rand::seq::IndexedRandom as _;

fn main() {
    let mut random = rand::rngs::StdRng::seed_from_u64(1);
    let signs: Vec<char> = ('a'..='z').chain('A'..='Z').chain('0'..='9').chain("!$%&/=?-_".chars()).collect();
    let mut made =
        |length: usize| (0..length).map(|_| *signs.choose(&mut random).unwrap()).collect::<String>();
    let mut random: Vec<String> = (0..8_000).map(|number| made(8 + number % 13)).collect();
    random.extend((0..2_000).map(|number| format!("{}{number}", made(6))));
    let familiar: Vec<String> = (0..2_000).map(|number| format!("Sommer{number}!")).collect();
    println!("{:10} {:>12} {:>12} {:>8}", "kind", "zxcvbn ms", "strength ms", "ratio");
    for (kind, texts) in [("random", &random), ("familiar", &familiar)] {
        let passwords: Vec<Password> =
            texts.iter().map(|text| Password::from_bytes(text.as_bytes().to_vec().into()).unwrap()).collect();
        let about = ["forum.example".to_owned(), "ann".to_owned()];
        let words: Vec<&str> = about.iter().map(String::as_str).collect();
        // Alternating, and the least of several rounds: other programs slow both down alike.
        let (mut alone, mut whole) = (f64::MAX, f64::MAX);
        for _ in 0..5 {
            let start = Instant::now();
            for text in texts {
                std::hint::black_box(zxcvbn::zxcvbn(text, &words));
            }
            alone = alone.min(start.elapsed().as_secs_f64() * 1_000.0);
            let start = Instant::now();
            for password in &passwords {
                std::hint::black_box(strength(password, &about));
            }
            whole = whole.min(start.elapsed().as_secs_f64() * 1_000.0);
        }
        println!("{kind:10} {alone:>12.0} {whole:>12.0} {:>8.3}", whole / alone);
    }
}
