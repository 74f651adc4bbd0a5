//! The stages of a run: a line before each, its seconds after it, a table at the end.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::tools::Failure;

/// How one stage ended.
enum End {
    Done(Duration),
    Failed(Duration),
    LeftOut(String),
}

/// Runs stages one after another and remembers how each ended.
pub(crate) struct Stages {
    planned: usize,
    ended: Vec<(&'static str, End)>,
}

impl Stages {
    pub(crate) fn new() -> Self {
        Self { planned: 0, ended: Vec::new() }
    }

    /// How many stages there will be, for the "2/4" before each.
    pub(crate) fn plan(&mut self, count: usize) {
        self.planned = count;
    }

    /// Runs one stage. `expects` is what a person would like to know before waiting ("about 3
    /// minutes the first time"), or empty.
    pub(crate) fn stage<T>(
        &mut self,
        title: &'static str,
        expects: &str,
        work: impl FnOnce() -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let number = self.ended.len() + 1;
        let note = if expects.is_empty() { String::new() } else { format!(" ({expects})") };
        println!("[{number}/{}] {title}{note}", self.planned.max(number));
        let start = Instant::now();
        let outcome = work();
        let took = start.elapsed();
        if outcome.is_ok() {
            println!("      done in {}", seconds(took));
            self.ended.push((title, End::Done(took)));
        } else {
            println!("      failed after {}", seconds(took));
            self.ended.push((title, End::Failed(took)));
        }
        outcome
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

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_tells_done_failed_and_left_out_apart() {
        let mut stages = Stages::new();
        stages.stage("first", "", || Ok(())).unwrap();
        stages.leave_out("second", "not in the tree yet");
        stages.stage("third", "", || Err::<(), _>(Failure::new("it broke", "mend it"))).unwrap_err();
        let table = stages.summary();
        let line = |title: &str| table.lines().find(|line| line.contains(title)).unwrap().to_owned();
        assert!(line("first").ends_with("ok"));
        assert!(line("second").ends_with("left out: not in the tree yet"));
        assert!(line("third").ends_with("FAILED"));
    }
}
