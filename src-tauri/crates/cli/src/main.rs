//! The program `selfcheck`: a thin shell over the crates, for terminals, scripts and tests.
//!
//! Not here: any rule about passwords, lists, notices or plans.

mod args;
mod audit;
mod audit_errors;
mod audit_text;
mod catalogue;
mod chosen;
mod desk;
mod desk_args;
mod desk_errors;
mod desk_words;
mod household;
mod household_store;
mod input;
mod list;
mod list_download;
mod list_file;
mod list_notes;
mod list_words;
mod manual;
mod notice_errors;
mod notice_plan;
mod notice_show;
mod notice_source;
mod notice_trust;
mod notice_walk;
mod notice_words;
mod notices;
mod other_forms;
mod output;
mod passphrase;
mod password_check;
mod sheet;
mod terminal;
mod wording;

use std::process::ExitCode;

use clap::Parser;
use clap::error::{ContextKind, ErrorKind};

use crate::args::{Arguments, Command, ListCommand};
use crate::terminal::Failure;
use app::data::DataDir;
use app::shown;

fn main() -> ExitCode {
    app::hardening::keep_memory_private();
    let arguments = Arguments::try_parse().unwrap_or_else(|error| refuse(&error));
    terminal::quiet(arguments.quiet);
    terminal::stop_at_ctrl_c();
    ::household::waiting::on_wait(|| {
        terminal::tell(&terminal::texts().prog_waiting());
    });
    match run(arguments) {
        Ok(code) => ExitCode::from(code),
        Err(Failure::BrokenPipe) => ExitCode::SUCCESS,
        Err(failure) => {
            terminal::tell_always(&failure.to_string());
            ExitCode::from(failure.exit_code())
        }
    }
}

/// Help, the version, or what is wrong with the arguments. A message repeats what was typed, and a script may pass on
/// text from outside: the arguments are read again with every hidden character shown as a mark.
fn refuse(error: &clap::Error) -> ! {
    if !error.use_stderr() {
        error.exit();
    }
    if may_be_a_password(error) {
        clap::Error::raw(
            ErrorKind::UnknownArgument,
            "a password does not belong into the command, where other programs can read it. Leave it out: it is asked for, or read from standard input.\n",
        )
        .exit();
    }
    let shown = std::env::args_os().map(|argument| shown::line(&argument.to_string_lossy()).into_owned());
    match Arguments::try_parse_from(shown) {
        Err(error) => error.exit(),
        Ok(_) => clap::Error::raw(
            ErrorKind::InvalidValue,
            "an argument holds characters that cannot be shown. Type it again without them.\n",
        )
        .exit(),
    }
}

/// Whether what was not understood may be a password: an argument after `password` that is like none of its options.
fn may_be_a_password(error: &clap::Error) -> bool {
    error.kind() == ErrorKind::UnknownArgument
        && error.get(ContextKind::SuggestedArg).is_none()
        && std::env::args_os().skip(1).any(|word| word == "password")
}

fn run(arguments: Arguments) -> Result<u8, Failure> {
    match arguments.command {
        Command::Password(options) => {
            password_check::run(&options, DataDir::find(arguments.data_dir).as_ref(), arguments.json)
        }
        Command::Passphrase(options) => passphrase::run(&options, arguments.json),
        Command::Audit(options) => {
            audit::run(&options, DataDir::find(arguments.data_dir).as_ref(), arguments.json)
        }
        Command::Catalogue { command } => {
            catalogue::run(&command, DataDir::find(arguments.data_dir).as_ref(), arguments.json)
        }
        Command::List { command: ListCommand::Info { file } } => list::info(file.as_deref(), arguments.json),
        Command::List { command: ListCommand::Lookup(options) } => list::lookup(&options, arguments.json),
        Command::List { command: ListCommand::Build(options) } => list_file::build(&options, arguments.json),
        Command::List { command: ListCommand::Verify { file } } => list_file::verify(&file, arguments.json),
        Command::List { command: ListCommand::Download(options) } => {
            list_download::download(&options, DataDir::find(arguments.data_dir).as_ref(), arguments.json)
        }
        Command::List { command: ListCommand::Update(options) } => {
            list_download::update(&options, DataDir::find(arguments.data_dir).as_ref(), arguments.json)
        }
        Command::List { command: ListCommand::Mirror(options) } => {
            list_file::mirror(&options, arguments.json)
        }
        Command::Notice { command } => notices::run(&command, arguments.data_dir, arguments.json),
        Command::Household(options) => household::run(&options, arguments.data_dir, arguments.json),
        Command::Completions { shell } => manual::completions(shell),
        Command::Man { out } => manual::pages(out.as_deref()),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use clap::{CommandFactory as _, Parser as _};
    use schemars::{JsonSchema, schema_for};

    use crate::args::Arguments;

    /// Field names of the JSON are a public interface. `UPDATE_SCHEMA=1` writes the file anew.
    fn hold<T: JsonSchema>(name: &str) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema").join(format!("{name}.json"));
        let made = serde_json::to_string_pretty(&schema_for!(T)).unwrap() + "\n";
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        assert_eq!(
            std::fs::read_to_string(&path).unwrap_or_default(),
            made,
            "{name}: UPDATE_SCHEMA=1 writes it anew"
        );
    }

    /// Each level of the command line: its name, and its command.
    fn levels(command: &clap::Command, above: &str, into: &mut Vec<(String, clap::Command)>) {
        let name = format!("{above} {}", command.get_name()).trim_start().to_owned();
        for below in command.get_subcommands() {
            levels(below, &name, into);
        }
        into.push((name, command.clone()));
    }

    #[test]
    fn every_level_has_an_example_of_its_own_that_can_be_typed() {
        let mut all = Vec::new();
        levels(&Arguments::command(), "", &mut all);
        assert!(all.len() > 30, "{}", all.len());
        for (name, command) in all {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let typed: Vec<String> = help
                .lines()
                .filter_map(|line| line.split_once(&name).map(|(_, rest)| format!("{name}{rest}")))
                .collect();
            assert!(help.starts_with("Example") && !typed.is_empty(), "the help of {name} has no example");
            for line in typed {
                // What comes behind is for the shell.
                let line = line.split(['<', '>', '|']).next().unwrap_or_default();
                let words = line.split('\'').enumerate().flat_map(|(number, part)| match number % 2 {
                    0 => part.split_whitespace().collect(),
                    _ => vec![part],
                });
                let parsed = Arguments::try_parse_from(words).map(|_| ());
                assert!(parsed.is_ok(), "{line}: {}", parsed.unwrap_err());
            }
        }
    }

    #[test]
    fn the_fields_of_every_json_document_are_the_published_ones() {
        hold::<crate::password_check::Json<'static>>("password");
        hold::<app::audit::report::Report<'static>>("audit");
        hold::<crate::catalogue::CatalogueJson<'static>>("catalogue");
        hold::<crate::passphrase::Json<'static>>("passphrase");
        hold::<crate::list::Info<'static>>("list-info");
        hold::<crate::list::LookupJson>("list-lookup");
        hold::<crate::list_file::WrittenJson>("list-build");
        hold::<crate::list_file::VerifyJson>("list-verify");
        hold::<crate::list_file::MirrorJson>("list-mirror");
        hold::<crate::list_download::FetchedJson>("list-download");
        hold::<crate::notice_plan::PlanJson>("notice-plan");
        hold::<crate::desk::LintJson>("notice-lint");
        hold::<crate::notice_show::ShowJson>("notice-show");
        hold::<crate::notice_trust::VerifyJson>("notice-verify");
        hold::<crate::notice_trust::TrustJson>("notice-trust");
        hold::<crate::household::ListJson>("household-list");
        hold::<crate::household::ShowJson>("household-show");
    }
}
