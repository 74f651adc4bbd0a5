//! Reading secrets and files, printing, and failures with their exit codes.
//!
//! All that this program prints goes out here: one call is one line, in which [`app::shown`] marks line breaks,
//! control, bidirectional and shapeless characters. Clippy refuses every other way to stdout and stderr.
#![allow(clippy::print_stderr, clippy::disallowed_methods, reason = "the one place that prints and prompts")]

use std::fmt;
use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use app::shown;
use texts::Texts;
use zeroize::Zeroizing;

use crate::input::read_answer;
pub(crate) use crate::input::{read_secret, read_secret_line, read_source};

/// The sentences of the system's language, for people. What has a language of its own (a notice, a report, `--language`)
/// and JSON do not use it.
pub(crate) fn texts() -> &'static Texts {
    Texts::of(app::locale::language())
}

/// The English sentences, for JSON: a document does not change with the language of the system.
pub(crate) fn english() -> &'static Texts {
    Texts::of("en")
}

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
            _ if files::is_full(&error) => Self::WrongUse(texts().prog_disk_full()),
            _ => Self::WrongUse(texts().prog_stopped(&error.to_string())),
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
        tell_always(text);
    }
}

/// Writes a message that must be read even with `--quiet`: something is not as it was.
pub(crate) fn tell_always(text: &str) {
    eprintln!("selfcheck: {}", shown::line(text));
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
        tell(&texts().prog_ctrl_c());
    }
}

/// Writes one line to stdout; a line break inside becomes a mark. An empty text is an empty line.
pub(crate) fn say(text: &str) -> Result<(), Failure> {
    writeln!(io::stdout().lock(), "{}", shown::line(text)).map_err(Failure::from)
}

/// Writes a text of a notice, which may have several lines. Each begins with a bar, so that none can pass for one of
/// ours.
pub(crate) fn quote(text: &str) -> Result<(), Failure> {
    shown::lines(text).try_for_each(|line| say(&format!("| {line}")))
}

/// Writes a document of ours as it is: a manual page or completions, in which nothing is from outside.
pub(crate) fn write_document(document: &[u8]) -> Result<(), Failure> {
    io::stdout().lock().write_all(document).map_err(Failure::from)
}

/// Where answers of one line each are written in a row; they are words of ours.
pub(crate) fn answers() -> impl Write {
    io::BufWriter::new(io::stdout().lock())
}

/// Asks on stdout and reads one line of input, trimmed; `None` at its end.
pub(crate) fn line_after(prompt: &str) -> Result<Option<String>, Failure> {
    let mut out = io::stdout().lock();
    write!(out, "{}", shown::line(prompt))?;
    out.flush()?;
    drop(out);
    let line = read_answer()?;
    if line.is_none() {
        say("")?;
    }
    Ok(line)
}

/// Asks on stderr and reads one line of input, trimmed; `None` at its end. For a command whose stdout is its result.
pub(crate) fn answer_to(prompt: &str) -> Result<Option<String>, Failure> {
    eprint!("{}", shown::line(prompt));
    io::stderr().flush()?;
    read_answer()
}

/// Whether what was typed is a yes, in the system's language or in English.
pub(crate) fn is_yes(answer: &str) -> bool {
    let says = |texts: &Texts| texts.notice_word_yes().split(',').any(|word| word.trim() == answer);
    says(texts()) || says(english())
}

/// Whether somebody can read messages and answer them.
pub(crate) fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal() && !is_quiet()
}

/// Prints `value` as one JSON document.
pub(crate) fn say_json<T: serde::Serialize>(value: &T) -> Result<(), Failure> {
    let text = shown::json(value)
        .map_err(|error| Failure::CouldNotCheck(texts().prog_not_json(&error.to_string())))?;
    writeln!(io::stdout().lock(), "{text}").map_err(Failure::from)
}

/// Asks for a secret on the terminal, without echo.
pub(crate) fn type_secret(prompt: &str) -> Result<Zeroizing<String>, Failure> {
    Ok(Zeroizing::new(rpassword::prompt_password(shown::line(prompt))?))
}
