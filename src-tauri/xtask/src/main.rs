//! Commands of the project: `cargo xtask --help`.
//!
//! This is the only place that knows how the rooms are built and tested. It calls the ordinary tools
//! (cargo, npm, apt-get) and says what it is doing; it holds no rule of the product.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this program's whole output is for a terminal"
)]

mod advice;
mod checks;
mod fuzz;
mod imports;
mod packages;
mod run;
mod stages;
mod tools;
mod tree;
mod window;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::stages::Stages;
use crate::tools::Failure;
use crate::tree::Tree;

/// The project's own commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Installs what is missing, builds the app and opens its window
    Run {
        /// Install missing Debian packages without asking
        #[arg(long)]
        yes: bool,
    },
    /// Checks everything: formatting, lints, tests, licences, the window
    Test {
        /// Leave out the window, the front's build and installing cargo-deny
        #[arg(long)]
        fast: bool,
        /// Install missing Debian packages without asking
        #[arg(long)]
        yes: bool,
    },
    /// Writes the front's TypeScript types anew from the window's Rust types
    Bindings,
    /// Lists contacts that want looking at: older than a year, not confirmed, and every link
    Advice {
        /// As of this day instead of today, as in 2027-05-24
        #[arg(long, value_name = "DAY")]
        today: Option<jiff::civil::Date>,
    },
    /// Prints which crates depend on which, and the cycles of imports between the modules of a crate; fails on a cycle
    Imports,
    /// Makes the embedded list of breached passwords anew from its pinned sources
    EmbedList {
        /// Only compare the committed list with what its sources give
        #[arg(long)]
        check: bool,
    },
    /// Measures passwords and look-ups; `audit` an export from file to findings, `lists` list files against others,
    /// `notice` the checks of a draft against their limit, `window` the window against an empty one
    Bench {
        /// What to measure: nothing, `audit`, `lists`, `notice` or `window`
        what: Option<String>,
        /// How many hashes, for `lists`, or log-ins, for `audit`
        #[arg(long)]
        size: Option<u64>,
    },
    /// Gives every reader of foreign bytes any bytes at all, each for so many seconds; 0 only builds
    Fuzz {
        /// Seconds for each target
        #[arg(default_value_t = 60)]
        seconds: u64,
    },
    /// Makes the Debian package
    Package {
        /// Install missing Debian packages without asking
        #[arg(long)]
        yes: bool,
    },
    /// Makes the README's pictures anew from the real window
    Screenshots,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match carry_out(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(task: Task) -> Result<(), Failure> {
    let tree = Tree::find()?;
    match task {
        Task::Run { yes } => run::run(&tree, yes),
        Task::Test { fast, yes } => {
            let mut stages = Stages::new(&tree);
            let outcome = checks::test(&tree, &mut stages, fast, yes);
            stages.print_summary();
            outcome
        }
        Task::Bindings => window::bindings(&tree),
        Task::Advice { today } => advice::report(today),
        Task::Imports => imports::report(&tree),
        Task::EmbedList { check } => window::embed_list(&tree, check),
        Task::Bench { what, size } => window::bench(&tree, what.as_deref(), size),
        Task::Fuzz { seconds } => {
            let mut stages = Stages::new(&tree);
            let outcome = fuzz::fuzz(&tree, &mut stages, seconds);
            stages.print_summary();
            outcome
        }
        Task::Package { yes } => window::package(&tree, yes),
        Task::Screenshots => window::screenshots(&tree),
    }
}
