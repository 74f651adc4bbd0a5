//! What may be written on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

const EXAMPLES: &str = "Examples:
  selfcheck password
  selfcheck audit passwords.csv --offline
  selfcheck notice walk --practice

Exit codes: 0 nothing found or done, 1 found something, 2 wrong use or unreadable input, 3 could not check.";

/// Check passwords and follow a breach notice. No account, no telemetry.
#[derive(Parser)]
#[command(
    name = "selfcheck",
    version,
    after_help = EXAMPLES
)]
pub(crate) struct Arguments {
    /// Print one JSON document instead of text
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Leave out every message that is not the result or a failure
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// The folder of everything that is kept (else `$SELFCHECK_DATA_DIR`, else the system's own)
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) data_dir: Option<PathBuf>,
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
    /// Find what to change among saved passwords: an export of a browser or a password manager
    #[command(after_help = crate::audit::EXAMPLES)]
    Audit(crate::audit::AuditOptions),
    /// The breaches that sites are known to have had
    #[command(after_help = "Example: selfcheck catalogue info")]
    Catalogue {
        #[command(subcommand)]
        command: crate::catalogue::CatalogueCommand,
    },
    /// The lists of breached passwords
    #[command(after_help = "Example: selfcheck list info")]
    List {
        #[command(subcommand)]
        command: ListCommand,
    },
    /// Read a breach notice and go through its steps
    #[command(after_help = "Example: selfcheck notice show --practice")]
    Notice {
        #[command(subcommand)]
        command: NoticeCommand,
    },
    /// Who is at this computer, and what each has ticked; kept in one encrypted file
    #[command(after_help = "Example: selfcheck household list")]
    Household(crate::household::HouseholdOptions),
    /// Print what a shell needs to complete this program's commands
    #[command(after_help = "Example: selfcheck completions bash > /etc/bash_completion.d/selfcheck")]
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page of this program, or write one for each command into a folder
    #[command(after_help = "Example: selfcheck man --out /usr/local/share/man/man1")]
    Man {
        /// The folder; it must exist
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
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
    pub(crate) list: Vec<PathBuf>,
    /// A word that counts against strength (forum, name, date); may be repeated
    #[arg(long, value_name = "WORD")]
    pub(crate) about: Vec<String>,
}

#[derive(Args)]
pub(crate) struct PassphraseOptions {
    /// How many words
    #[arg(long, default_value_t = 5, value_parser = |text: &str| whole::<usize>(text, 3..=20))]
    pub(crate) words: usize,
    /// Language of the words: en, de, es or fr
    #[arg(long, default_value = "en")]
    pub(crate) language: String,
}

#[derive(Subcommand)]
pub(crate) enum ListCommand {
    /// What a list holds: the one inside this program, or a file
    #[command(after_help = "Example: selfcheck list info all.list --json")]
    Info {
        /// A list file
        file: Option<PathBuf>,
    },
    /// Look up one password a line from standard input
    #[command(after_help = "Example: selfcheck list lookup --embedded --sha1 < hashes.txt")]
    Lookup(LookupOptions),
    /// Build a list file from texts of hashes, folders of range files, or plain passwords
    #[command(after_help = "Example: selfcheck list build --out all.list pwned-passwords-sha1.txt.zst")]
    Build(BuildOptions),
    /// Fetch every range of a service or mirror into a list file; goes on where it was stopped
    #[command(after_help = "Example: selfcheck list download --out all.list")]
    Download(DownloadOptions),
    /// Ask again for what changed since a list file was downloaded
    #[command(after_help = "Example: selfcheck list update all.list")]
    Update(UpdateOptions),
    /// Write the static folder range/ABCDE that any web server can serve as a mirror
    #[command(after_help = "Example: selfcheck list mirror --out site pwned-passwords-sha1.txt.zst")]
    Mirror(MirrorOptions),
    /// Read a whole list file and compare every checksum
    #[command(after_help = "Example: selfcheck list verify all.list")]
    Verify {
        /// A list file
        file: PathBuf,
    },
}

#[derive(Args)]
pub(crate) struct LookupOptions {
    /// A list file
    #[arg(required_unless_present = "embedded", conflicts_with = "embedded")]
    pub(crate) file: Option<PathBuf>,
    /// Use the list inside this program
    #[arg(long)]
    pub(crate) embedded: bool,
    /// Each line is one SHA-1 in hexadecimal instead of a password
    #[arg(long)]
    pub(crate) sha1: bool,
}

#[derive(Args)]
pub(crate) struct BuildOptions {
    /// The list file to make
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Texts of HASH:COUNT (.gz and .zst too), or folders of range files
    #[arg(required = true)]
    pub(crate) input: Vec<PathBuf>,
    /// Memory for sorting: bytes, or with KiB, MiB, GiB
    #[arg(long, default_value = "1GiB", value_parser = bytes)]
    pub(crate) memory: u64,
    /// How likely a wrong hit may be, 2^-36 to 2^-8; the likelier, the smaller the file
    #[arg(long, default_value = "2^-30", value_parser = rate, allow_hyphen_values = true)]
    pub(crate) false_positives: u32,
    /// Each line is a password, not a hash
    #[arg(long)]
    pub(crate) plain: bool,
    /// Where it comes from, for people
    #[arg(long, default_value = "")]
    pub(crate) source: String,
    /// As of when, as in 2026-03-14; else the newest input's day
    #[arg(long, value_name = "DAY")]
    pub(crate) as_of: Option<String>,
}

#[derive(Args)]
pub(crate) struct Fetching {
    /// The range service or mirror to ask; /ABCDE is added. http only to this computer
    #[arg(long, value_name = "URL")]
    pub(crate) range_url: Option<String>,
    /// Requests at the same time, at most
    #[arg(long, default_value_t = 64, value_parser = |text: &str| whole::<u16>(text, 1..=512))]
    pub(crate) jobs: u16,
    /// A folder that gets every range as it came
    #[arg(long, value_name = "DIR")]
    pub(crate) keep_ranges: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct DownloadOptions {
    /// The list file to make
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) fetching: Fetching,
    /// How likely a wrong hit may be, 2^-36 to 2^-8; the likelier, the smaller the file
    #[arg(long, default_value = "2^-30", value_parser = rate, allow_hyphen_values = true)]
    pub(crate) false_positives: u32,
    /// Throw away what an earlier, stopped download of this file left, and begin anew
    #[arg(long)]
    pub(crate) anew: bool,
}

#[derive(Args)]
pub(crate) struct UpdateOptions {
    /// A list file that was made by download
    #[arg(required_unless_present = "out", conflicts_with = "out")]
    pub(crate) file: Option<PathBuf>,
    /// The same, as download has it
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) fetching: Fetching,
    /// Throw away what an earlier, stopped update of this file left, and begin anew
    #[arg(long)]
    pub(crate) anew: bool,
}

#[derive(Args)]
pub(crate) struct MirrorOptions {
    /// The folder in which range/ is made; a former range/ is replaced
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Texts of HASH:COUNT (.gz and .zst too), or folders of range files
    #[arg(required = true)]
    pub(crate) input: Vec<PathBuf>,
    /// Each line is a password, not a hash
    #[arg(long)]
    pub(crate) plain: bool,
    /// Fill every range with empty rows up to so many, so that its size says less
    #[arg(long, value_name = "ROWS", default_value_t = 0)]
    pub(crate) pad_to: u16,
    /// Also write ABCDE.gz beside each ABCDE
    #[arg(long)]
    pub(crate) gzip: bool,
}

/// A whole number within a range.
pub(crate) fn whole<T: TryFrom<u64>>(text: &str, range: std::ops::RangeInclusive<u64>) -> Result<T, String> {
    let number = text.parse().ok().filter(|number| range.contains(number));
    number
        .and_then(|number| T::try_from(number).ok())
        .ok_or_else(|| format!("it must be a whole number from {} to {}", range.start(), range.end()))
}

fn bytes(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit: u64 = match text.strip_prefix(digits).unwrap_or_default() {
        "" | "B" => 1,
        "KiB" => 1 << 10,
        "MiB" => 1 << 20,
        "GiB" => 1 << 30,
        _ => return Err("the unit must be KiB, MiB or GiB".to_owned()),
    };
    let number = digits.parse::<u64>().map_err(|_| "it must be a whole number, as in 256MiB".to_owned())?;
    number
        .checked_mul(unit)
        .filter(|bytes| *bytes >= 1 << 20)
        .ok_or_else(|| "it must be at least 1MiB".to_owned())
}

fn rate(text: &str) -> Result<u32, String> {
    let exponent = text.strip_prefix("2^-").and_then(|digits| digits.parse().ok());
    exponent
        .filter(|bits| (8..=36).contains(bits))
        .ok_or_else(|| "it must be 2^-36 to 2^-8, as in 2^-30".to_owned())
}

#[derive(Subcommand)]
pub(crate) enum NoticeCommand {
    /// What the notice says
    #[command(after_help = "Example: selfcheck notice show 2026-03.notice")]
    Show(Source),
    /// The steps that follow from it
    #[command(
        after_help = "Example: selfcheck notice plan 2026-03.notice --country gb --answers answers.json"
    )]
    Plan(PlanOptions),
    /// Write a sheet for somebody without a computer, in large type
    #[command(after_help = "Example: selfcheck notice leaflet --country gb --out for-grandma.html")]
    Leaflet(crate::sheet::LeafletOptions),
    /// Go through the steps in the terminal
    #[command(after_help = "Example: selfcheck notice walk --practice")]
    Walk(PlanOptions),
    /// Who vouches for a notice, and is it current
    #[command(after_help = "Example: selfcheck notice verify 2026-03.notice --json")]
    Verify(Source),
    /// Take the publisher of a notice as the one of its domain, from now on
    #[command(after_help = "Example: selfcheck notice trust 2026-03.notice --domain forum.example")]
    Trust(crate::notice_trust::TrustOptions),
    #[command(flatten)]
    Desk(crate::desk_args::DeskCommand),
}

#[derive(Args)]
#[allow(clippy::struct_field_names, reason = "the command line calls it SOURCE")]
pub(crate) struct Source {
    /// A file, - for standard input, an https address, or a selfcheck: link
    #[arg(required_unless_present = "practice")]
    pub(crate) source: Option<String>,
    /// The practice notice that ships in this program
    #[arg(long, conflicts_with = "source")]
    pub(crate) practice: bool,
    /// Language of the advice, and of the notice where it has it: en or de
    #[arg(long, default_value = "en", value_parser = clap::builder::PossibleValuesParser::new(plan::LANGUAGES))]
    pub(crate) language: String,
    #[command(flatten)]
    pub(crate) checking: crate::notice_source::Checking,
}

impl Source {
    /// A notice by its name alone; without one, the practice notice.
    pub(crate) fn new(source: Option<String>) -> Self {
        let checking = crate::notice_source::Checking::default();
        Self { practice: source.is_none(), source, language: "en".to_owned(), checking }
    }
}

#[derive(Args)]
pub(crate) struct PlanOptions {
    #[command(flatten)]
    pub(crate) source: Source,
    /// Answers to questions, a JSON file: {"same-password-elsewhere": "no"}
    #[arg(long, value_name = "FILE")]
    pub(crate) answers: Option<PathBuf>,
    /// Whose links and authorities: two letters such as gb or at, a part such as gb-sct, or generic [default: the person's choice, else generic]
    #[arg(long)]
    pub(crate) country: Option<String>,
    #[command(flatten)]
    pub(crate) person: crate::household_store::PersonOptions,
    /// With plan: write it to this HTML file, in large type to print
    #[arg(long, value_name = "FILE.html")]
    pub(crate) sheet: Option<PathBuf>,
}
