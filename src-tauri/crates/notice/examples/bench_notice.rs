//! Measures the lint on the largest notice of each costly kind of text, against its limit of one second.
//!
//! `cargo xtask bench notice`. Each draft is as long as a notice may be, with every text as long as a text may be, in
//! three languages. Beside the time of the lint stands that of the Markdown parser alone over the same texts, in the
//! same run.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a measurement prints, looks at a clock, and stops at what is wrong"
)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use notice::lint::{Surroundings, lint};
use pulldown_cmark::{Options, Parser};

/// The longest a notice may be, in bytes.
const NOTICE: usize = 262_144;
/// The longest a text may be, in bytes.
const TEXT: usize = 16_000;
/// What the lint of any draft may take.
const LIMIT: Duration = Duration::from_secs(1);

const FIELDS: [&str; 5] = ["what_happened", "consequences", "what_we_do", "not_exposed", "not_known"];
const LANGUAGES: [&str; 3] = ["en", "de", "fr"];

/// Texts that are repeated: Markdown that is known to be costly, and requests that the rules have to look into.
const PATTERNS: [&str; 20] = [
    "A plain sentence about what happened. ",
    "http://a ",
    "[a](b",
    "[a][b] ",
    "![a](",
    "*a_ ",
    "***a** ",
    "``a` ",
    "<a href='",
    "&amp;",
    "> ",
    "- a\n",
    "a\n\n",
    "Send us this: ",
    "Please send us your password. ",
    "Do not send us your password, send us ",
    "p\u{430}ssw\u{43e}rd ",
    "p\u{301}a\u{301}s\u{301}s\u{301} ",
    "Bitte senden Sie uns Ihr Passwort: ",
    "your p a s s w o r d and code 1 2 3 ",
];

fn draft(pattern: &str) -> String {
    let text = pattern.repeat(TEXT / pattern.len());
    let mut draft = String::from("format = 1\nid = \"forum.example/a\"\nstatus = \"interim\"\n");
    for field in FIELDS {
        writeln!(draft, "[{field}]").unwrap();
        for language in LANGUAGES {
            if draft.len() + text.len() < NOTICE {
                writeln!(draft, "{language} = '''\n{text}'''").unwrap();
            }
        }
    }
    draft
}

fn time(mut work: impl FnMut()) -> Duration {
    let once = |work: &mut dyn FnMut()| {
        let begun = Instant::now();
        work();
        begun.elapsed()
    };
    let times = [once(&mut work), once(&mut work), once(&mut work)];
    times.into_iter().min().unwrap_or_default()
}

fn main() {
    println!("lint of a notice of up to 256 KiB; the limit is {} ms", LIMIT.as_millis());
    println!("{:>9} {:>10} {:>10} {:>9}  text that is repeated", "bytes", "lint", "Markdown", "of limit");
    let mut worst = 0.0_f64;
    for pattern in PATTERNS {
        let draft = draft(pattern);
        let linted = time(|| {
            lint(draft.as_bytes(), &Surroundings::default()).unwrap();
        });
        let parsed = time(|| {
            std::hint::black_box(Parser::new_ext(&draft, Options::empty()).count());
        });
        let share = linted.as_secs_f64() / LIMIT.as_secs_f64();
        worst = worst.max(share);
        println!(
            "{:>9} {:>7.1} ms {:>7.1} ms {:>8.1}%  {pattern:?}",
            draft.len(),
            linted.as_secs_f64() * 1e3,
            parsed.as_secs_f64() * 1e3,
            share * 100.0
        );
    }
    println!("the worst takes {:.0}% of the limit", worst * 100.0);
}
