//! The stages of a run: a line before each, how long is left while it runs, a table at the end.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::tools::Failure;
use crate::tree::Tree;

/// How often it is said how long is left.
const EVERY: Duration = Duration::from_secs(20);

/// How one stage ended.
enum End {
    Done(Duration),
    Failed(Duration),
    LeftOut(String),
}

/// What a person would like to know before waiting.
pub(crate) enum Wait {
    /// A matter of seconds.
    Short,
    /// On a small machine the first time takes about so many seconds; how long it took here is remembered.
    Seconds(u64),
    /// It lasts as long as the person likes.
    Open(&'static str),
}

/// Runs stages one after another and remembers how each ended.
pub(crate) struct Stages {
    planned: usize,
    ended: Vec<(&'static str, End)>,
    /// How many seconds each stage took here the last time, and where that is kept.
    before: BTreeMap<String, u64>,
    kept_in: Option<PathBuf>,
}

impl Stages {
    /// For a run of this checkout; what it learns of the time is kept below `target`.
    pub(crate) fn new(tree: &Tree) -> Self {
        let path = tree.root().join("target/xtask/seconds.txt");
        let text = fs::read_to_string(&path).unwrap_or_default();
        let line = |line: &str| {
            let (title, seconds) = line.split_once('\t')?;
            Some((title.to_owned(), seconds.parse().ok()?))
        };
        let before = text.lines().filter_map(line).collect();
        Self { planned: 0, ended: Vec::new(), before, kept_in: Some(path) }
    }

    /// How many stages there will be, for the "2/4" before each.
    pub(crate) fn plan(&mut self, count: usize) {
        self.planned = count;
    }

    /// Runs one stage, and says now and then how long is left of it.
    pub(crate) fn stage<T>(
        &mut self,
        title: &'static str,
        wait: &Wait,
        work: impl FnOnce() -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let number = self.ended.len() + 1;
        let usual = match wait {
            Wait::Seconds(guess) => Some(self.before.get(title).copied().unwrap_or(*guess)),
            Wait::Short | Wait::Open(_) => None,
        };
        let note = match (wait, usual) {
            (Wait::Open(note), _) => format!(" ({note})"),
            (_, Some(usual)) => format!(" (about {})", spell(usual)),
            _ => String::new(),
        };
        println!("[{number}/{}] {title}{note}", self.planned.max(number));
        let start = Instant::now();
        let outcome = thread::scope(|scope| {
            // The ticker ends when its sender does.
            let (running, ended) = mpsc::channel::<()>();
            if let Some(usual) = usual {
                scope.spawn(move || {
                    while ended.recv_timeout(EVERY) == Err(mpsc::RecvTimeoutError::Timeout) {
                        println!("      {title}: {}", left(usual, start.elapsed().as_secs()));
                    }
                });
            }
            let outcome = work();
            drop(running);
            outcome
        });
        let took = start.elapsed();
        if outcome.is_ok() {
            println!("      done in {}", seconds(took));
            self.ended.push((title, End::Done(took)));
            if usual.is_some() {
                self.remember(title, took.as_secs());
            }
        } else {
            println!("      failed after {}", seconds(took));
            self.ended.push((title, End::Failed(took)));
        }
        outcome
    }

    fn remember(&mut self, title: &str, seconds: u64) {
        self.before.insert(title.to_owned(), seconds);
        let Some(path) = &self.kept_in else { return };
        let mut text = String::new();
        for (title, seconds) in &self.before {
            // Writing into a string cannot fail.
            let _ = writeln!(text, "{title}\t{seconds}");
        }
        // Without it the next run only guesses.
        let _ = path.parent().map(fs::create_dir_all);
        let _ = fs::write(path, text);
    }

    /// Says that a stage is left out, and why; it stays in the table.
    pub(crate) fn leave_out(&mut self, title: &'static str, why: impl Into<String>) {
        let why = why.into();
        let number = self.ended.len() + 1;
        println!("[{number}/{}] {title}: LEFT OUT, {why}", self.planned.max(number));
        self.ended.push((title, End::LeftOut(why)));
    }

    pub(crate) fn print_summary(&self) {
        println!("\n{}", self.summary());
    }

    fn summary(&self) -> String {
        let width = self.ended.iter().map(|(title, _)| title.chars().count()).max().unwrap_or(0);
        let mut table = String::from("Summary\n");
        let mut total = Duration::ZERO;
        for (title, end) in &self.ended {
            let words = match end {
                End::Done(took) => {
                    total += *took;
                    format!("{:>8}  ok", seconds(*took))
                }
                End::Failed(took) => {
                    total += *took;
                    format!("{:>8}  FAILED", seconds(*took))
                }
                End::LeftOut(why) => format!("{:>8}  left out: {why}", "-"),
            };
            // Writing into a string cannot fail.
            let _ = writeln!(table, "  {title:<width$}  {words}");
        }
        let _ = write!(table, "  {:<width$}  {:>8}", "all", seconds(total));
        table
    }
}

/// How long is left of a stage that usually takes `usual` seconds.
fn left(usual: u64, so_far: u64) -> String {
    match usual.checked_sub(so_far) {
        Some(left) if left > 0 => format!("about {} left", spell(left)),
        _ => format!("{} so far, longer than usual; still at work", spell(so_far)),
    }
}

fn spell(seconds: u64) -> String {
    match seconds {
        0..=1 => "a second".to_owned(),
        2..=90 => format!("{seconds} seconds"),
        _ => format!("{} minutes", (seconds + 30) / 60),
    }
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_tells_done_failed_and_left_out_apart() {
        let mut stages = Stages { planned: 3, ended: Vec::new(), before: BTreeMap::new(), kept_in: None };
        stages.stage("first", &Wait::Short, || Ok(())).unwrap();
        stages.leave_out("second", "not in the tree yet");
        stages
            .stage("third", &Wait::Seconds(5), || Err::<(), _>(Failure::new("it broke", "mend it")))
            .unwrap_err();
        let table = stages.summary();
        let line = |title: &str| table.lines().find(|line| line.contains(title)).unwrap().to_owned();
        assert!(line("first").ends_with("ok"));
        assert!(line("second").ends_with("left out: not in the tree yet"));
        assert!(line("third").ends_with("FAILED"));
    }
    #[test]
    fn what_is_left_gets_less_and_is_never_below_nothing() {
        assert_eq!(left(180, 20), "about 3 minutes left");
        assert_eq!(left(180, 170), "about 10 seconds left");
        assert_eq!(left(180, 200), "3 minutes so far, longer than usual; still at work");
    }
}
