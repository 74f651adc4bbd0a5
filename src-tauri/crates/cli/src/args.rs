//! What may be written on the command line.

use clap::{Args, Parser, Subcommand};

/// Check passwords and follow a breach notice. No account, no telemetry.
#[derive(Parser)]
#[command(
    name = "selfcheck",
    version,
    after_help = "Exit codes: 0 nothing found or done, 1 found something, 2 wrong use or unreadable input, 3 could not check."
)]
pub(crate) struct Arguments {
    /// Print one JSON document instead of text
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Leave out every message that is not the result or a failure
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Rate one password and look it up; read from the terminal without echo, or from standard input
    #[command(after_help = "Example: printf 'password1' | selfcheck password --offline")]
    Password(PasswordOptions),
    /// Make a passphrase of random words
    #[command(after_help = "Example: selfcheck passphrase --words 6 --language de")]
    Passphrase(PassphraseOptions),
    /// The lists of breached passwords
    List {
        #[command(subcommand)]
        command: ListCommand,
    },
    /// Read a breach notice and go through its steps
    Notice {
        #[command(subcommand)]
        command: NoticeCommand,
    },
    /// Print what a shell needs to complete this program's commands
    #[command(after_help = "Example: selfcheck completions bash > /etc/bash_completion.d/selfcheck")]
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page of this program, or write one for each command into a folder
    Man {
        /// The folder; it must exist
        #[arg(long, value_name = "DIR")]
        out: Option<std::path::PathBuf>,
    },
}

#[derive(Args)]
pub(crate) struct PasswordOptions {
    /// Ask nothing outside this computer
    #[arg(long)]
    pub(crate) offline: bool,
    /// The range service or mirror to ask; /ABCDE is added. http only to this computer
    #[arg(long, value_name = "URL")]
    pub(crate) range_url: Option<String>,
    /// A list file on this computer to ask before the service; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) list: Vec<std::path::PathBuf>,
    /// A word that counts against strength (forum, name, date); may be repeated
    #[arg(long, value_name = "WORD")]
    pub(crate) about: Vec<String>,
}

#[derive(Args)]
pub(crate) struct PassphraseOptions {
    /// How many words
    #[arg(long, default_value_t = 5)]
    pub(crate) words: usize,
    /// Language of the words: en, de, es or fr
    #[arg(long, default_value = "en")]
    pub(crate) language: String,
}

#[derive(Subcommand)]
pub(crate) enum ListCommand {
    /// What the list inside this program holds
    Info,
    /// Look up one password a line from standard input in the list inside this program
    #[command(after_help = "Example: selfcheck list lookup --embedded --sha1 < hashes.txt")]
    Lookup(LookupOptions),
}

#[derive(Args)]
pub(crate) struct LookupOptions {
    /// Use the list inside this program
    #[arg(long, required = true)]
    pub(crate) embedded: bool,
    /// Each line is one SHA-1 in hexadecimal instead of a password
    #[arg(long)]
    pub(crate) sha1: bool,
}

#[derive(Subcommand)]
pub(crate) enum NoticeCommand {
    /// What the notice says
    Show(Source),
    /// The steps that follow from it
    Plan(PlanOptions),
    /// Go through the steps in the terminal
    #[command(after_help = "Example: selfcheck notice walk --practice")]
    Walk(PlanOptions),
}

#[derive(Args)]
pub(crate) struct Source {
    /// A file, or - for standard input
    #[arg(required_unless_present = "practice")]
    pub(crate) source: Option<String>,
    /// The practice notice that ships in this program
    #[arg(long, conflicts_with = "source")]
    pub(crate) practice: bool,
}

#[derive(Args)]
pub(crate) struct PlanOptions {
    #[command(flatten)]
    pub(crate) source: Source,
    /// Answers to questions, a JSON file: {"same-password-elsewhere": "no"}
    #[arg(long, value_name = "FILE")]
    pub(crate) answers: Option<std::path::PathBuf>,
    /// Whose links and authorities: gb, ie, us, de or generic
    #[arg(long, default_value = "generic")]
    pub(crate) country: String,
}
