//! Reading secrets and files, printing safely, and failures with their exit codes.

use std::fmt;
use std::io::{self, BufRead as _, IsTerminal, Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use zeroize::Zeroizing;

/// Why a command stopped before its result. The text is a sentence with what to do.
pub(crate) enum Failure {
    /// Exit 1: a notice that does not verify.
    NotVerified(String),
    /// Exit 2: wrong use, or an input that is not what it should be.
    WrongUse(String),
    /// Exit 3: could not check.
    CouldNotCheck(String),
    /// Whoever read our output has gone; that is not an error.
    BrokenPipe,
}

impl Failure {
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::NotVerified(_) => 1,
            Self::WrongUse(_) => 2,
            Self::CouldNotCheck(_) => 3,
            Self::BrokenPipe => 0,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotVerified(text) | Self::WrongUse(text) | Self::CouldNotCheck(text) => f.write_str(text),
            Self::BrokenPipe => f.write_str("output closed"),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::BrokenPipe,
            _ => Self::WrongUse(format!("reading or writing stopped: {error}. Try again.")),
        }
    }
}

static QUIET: AtomicBool = AtomicBool::new(false);

/// Leaves out messages that are neither the result nor a failure.
pub(crate) fn quiet(quiet: bool) {
    QUIET.store(quiet, Ordering::Relaxed);
}

/// Whether only results and failures are wanted.
pub(crate) fn is_quiet() -> bool {
    QUIET.load(Ordering::Relaxed)
}

/// Writes a message beside the result, to stderr.
pub(crate) fn tell(text: &str) {
    if !is_quiet() {
        eprintln!("selfcheck: {}", printable(text));
    }
}

/// Writes a message that must be read even with `--quiet`: something is not as it was.
pub(crate) fn tell_always(text: &str) {
    eprintln!("selfcheck: {}", printable(text));
}

/// From here on Ctrl-C ends the program at once with exit code 130, and the terminal shows again what is
/// typed even if a password was being asked for.
#[allow(
    clippy::exit,
    reason = "the one place where the program ends outside `main`, because the user said so"
)]
pub(crate) fn stop_at_ctrl_c() {
    #[cfg(unix)]
    let before = rustix::termios::tcgetattr(io::stdin()).ok();
    let outcome = ctrlc::set_handler(move || {
        #[cfg(unix)]
        if let Some(settings) = &before {
            // Nothing better can be done if this fails: we are leaving.
            let _ = rustix::termios::tcsetattr(io::stdin(), rustix::termios::OptionalActions::Now, settings);
        }
        std::process::exit(130);
    });
    if outcome.is_err() {
        tell("Ctrl-C will end the program without a word, because its signal cannot be caught here.");
    }
}

/// Writes one line to stdout.
pub(crate) fn say(text: &str) -> Result<(), Failure> {
    writeln!(io::stdout().lock(), "{text}").map_err(Failure::from)
}

/// Prints `value` as one JSON document.
pub(crate) fn say_json<T: serde::Serialize>(value: &T) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|e| Failure::CouldNotCheck(format!("the result could not be written as JSON: {e}")))?;
    say(&text)
}

/// `text` without terminal control characters; line breaks stay.
pub(crate) fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').collect()
}

/// Reads a secret: from the terminal without echo, else at most `limit` bytes (and one more) of standard input.
pub(crate) fn read_secret(prompt: &str, limit: usize) -> Result<Zeroizing<Vec<u8>>, Failure> {
    if io::stdin().is_terminal() {
        let typed = Zeroizing::new(rpassword::prompt_password(prompt)?);
        return Ok(Zeroizing::new(typed.as_bytes().to_vec()));
    }
    // Two bytes for a line end, one to notice that it is too long. The capacity is set at once, so that no
    // copy of the secret is left behind by growing.
    let cap = limit + 3;
    let mut bytes = Zeroizing::new(Vec::with_capacity(cap + 32));
    io::stdin().lock().take(cap as u64).read_to_end(&mut bytes)?;
    if bytes.ends_with(b"\n") {
        bytes.pop();
        if bytes.ends_with(b"\r") {
            bytes.pop();
        }
    }
    Ok(bytes)
}

/// The longest line of a secret that is read, in bytes; more is wrong anyway.
const MAX_SECRET_LINE: u64 = 8192;

/// Reads one secret line: from the terminal without echo, else the next line of standard input; `None` at its end.
/// What follows the line stays to be read.
pub(crate) fn read_secret_line(prompt: &str) -> Result<Option<Zeroizing<Vec<u8>>>, Failure> {
    if io::stdin().is_terminal() {
        let typed = Zeroizing::new(rpassword::prompt_password(prompt)?);
        return Ok(Some(Zeroizing::new(typed.as_bytes().to_vec())));
    }
    // The capacity is set at once, so that no copy of the secret is left behind by growing.
    let mut line = Zeroizing::new(Vec::with_capacity(16_384));
    let read = io::stdin().lock().take(MAX_SECRET_LINE).read_until(b'\n', &mut line)?;
    if line.ends_with(b"\n") {
        line.pop();
        if line.ends_with(b"\r") {
            line.pop();
        }
    }
    Ok((read > 0).then_some(line))
}

/// Reads a file, or standard input for `-`, up to one byte beyond `limit`.
pub(crate) fn read_source(source: &str, limit: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let outcome = if source == "-" {
        io::stdin().lock().take(limit + 1).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(source).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes))
    };
    outcome.map_err(|e| {
        Failure::WrongUse(format!("{source} cannot be read: {e}. Check the name, or save the file again."))
    })?;
    Ok(bytes)
}
