//! Calling other programs: one way to start them, one kind of failure with what to do next.

use std::env;
use std::ffi::OsStr;
use std::fmt;
use std::path::Path;
use std::process::{Command, Stdio};

/// What went wrong and what to do about it, as it is printed at the end.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) what: String,
    pub(crate) next: String,
}

impl Failure {
    pub(crate) fn new(what: impl Into<String>, next: impl Into<String>) -> Self {
        Self { what: what.into(), next: next.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Stopped: {}.\nWhat to do: {}", self.what, self.next)
    }
}

/// A command about to be run, in the words a person would type.
pub(crate) fn command(folder: &Path, words: &[&str]) -> Command {
    let (program, arguments) = words.split_first().unwrap_or((&"true", &[]));
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder);
    command
}

/// Runs it with the terminal's own output; a failure names the command and says `next`.
pub(crate) fn run(mut command: Command, next: &str) -> Result<(), Failure> {
    let words = shown(&command);
    println!("      $ {words}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!("`{words}` ended with {status}"), next)),
        Err(error) => Err(Failure::new(format!("`{words}` could not be started ({error})"), next)),
    }
}

/// Whether the command runs and succeeds; its output is thrown away.
pub(crate) fn succeeds(mut command: Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// What the command prints, if it succeeds.
pub(crate) fn output(mut command: Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program of this name is on the path.
pub(crate) fn is_installed(program: &str) -> bool {
    env::var_os("PATH")
        .is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

/// Whether an environment variable is set to something.
pub(crate) fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty())
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program()];
    words.extend(command.get_args());
    words.into_iter().map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_names_itself_and_what_to_do() {
        let failure = run(command(Path::new("/"), &["false"]), "try the other one").unwrap_err();
        assert!(failure.what.contains("`false` ended with"), "{failure}");
        assert!(failure.to_string().ends_with("What to do: try the other one"));
    }

    #[test]
    fn a_program_that_is_not_there_is_a_failure_and_not_a_panic() {
        let failure = run(command(Path::new("/"), &["no-such-program-here"]), "install it").unwrap_err();
        assert!(failure.what.contains("could not be started"), "{failure}");
        assert!(!is_installed("no-such-program-here"));
    }
}
