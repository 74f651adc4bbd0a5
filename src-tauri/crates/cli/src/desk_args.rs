//! What staff may write after `selfcheck notice`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use jiff::Timestamp;

#[derive(Subcommand)]
pub(crate) enum DeskCommand {
    /// Look for what a draft lacks, and for what would make it better
    #[command(after_help = "Example: selfcheck notice lint draft.toml")]
    Lint(LintOptions),
    /// Start a draft from a template
    #[command(after_help = "Example: selfcheck notice new --template forum-breach --out draft.toml")]
    New(NewOptions),
    /// Make a key: NAME.key, encrypted by a passphrase (first line of standard input, or asked twice), and NAME.pub
    #[command(after_help = "Example: selfcheck notice key desk --out desk-2026")]
    Key(KeyOptions),
    /// Make the publisher card: which desk keys speak for which domains, signed by one root or two
    #[command(
        after_help = "Example: selfcheck notice card --name 'Example Forum' --domain forum.example --desk-key desk.pub --root a.pub --root b.pub --key a.key --out publisher"
    )]
    Card(CardOptions),
    /// Sign a notice as it is
    #[command(
        after_help = "Example: selfcheck notice sign body.toml --key desk.key --card publisher --out 2026-03.notice"
    )]
    Sign(SignOptions),
    /// Publish the next revision of a draft as a folder of static files
    #[command(
        after_help = "Example: selfcheck notice publish draft.toml --key desk.key --card publisher --url https://forum.example/incident/ --summary 'First update' --out incident"
    )]
    Publish(PublishOptions),
    /// Print the link that opens a signed notice
    #[command(
        after_help = "Example: selfcheck notice link incident/2026-03.notice --url https://forum.example/incident/2026-03.notice"
    )]
    Link(LinkOptions),
    /// Make an unsigned notice of a breach in the public catalogue (by Have I Been Pwned)
    #[command(after_help = "Example: selfcheck notice from-breach Adobe --out adobe.notice")]
    FromBreach(FromBreachOptions),
}

#[derive(Args)]
pub(crate) struct LintOptions {
    /// A draft or a notice, or - for standard input
    pub(crate) file: String,
    /// When it is looked at, as in 2026-03-14T18:00:00Z; else now
    #[arg(long, value_name = "TIME")]
    pub(crate) now: Option<Timestamp>,
}

#[derive(Args)]
pub(crate) struct NewOptions {
    /// Which template
    #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(notice::template::ALL.iter().map(|t| t.name)))]
    pub(crate) template: String,
    /// The draft to make; it must not be there yet
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Kind {
    /// Signs cards; keep it offline
    Root,
    /// Signs notices; in daily use
    Desk,
}

#[derive(Args)]
pub(crate) struct KeyOptions {
    /// What it is for
    pub(crate) kind: Kind,
    /// The name of both files, without ending; neither may be there yet
    #[arg(long, value_name = "NAME")]
    pub(crate) out: PathBuf,
}

#[derive(Args)]
pub(crate) struct CardOptions {
    /// What the publisher calls itself
    #[arg(long, value_name = "TEXT")]
    pub(crate) name: String,
    /// A domain it speaks for; may be repeated
    #[arg(long, value_name = "DOMAIN", required = true)]
    pub(crate) domain: Vec<String>,
    /// The .pub file of a desk key; may be repeated
    #[arg(long, value_name = "FILE", required = true)]
    pub(crate) desk_key: Vec<PathBuf>,
    /// The .pub file of a root; may be repeated
    #[arg(long, value_name = "FILE", required = true)]
    pub(crate) root: Vec<PathBuf>,
    /// The .key file of a root that signs; at most two. One passphrase a line of standard input for each
    #[arg(long, value_name = "FILE", required = true)]
    pub(crate) key: Vec<PathBuf>,
    /// The card before this one, which gives the serial number; needed where one is known
    #[arg(long, value_name = "FILE")]
    pub(crate) previous: Option<PathBuf>,
    /// Begin without the card before, although one is known: both its roots are lost
    #[arg(long, conflicts_with = "previous")]
    pub(crate) start_over: bool,
    /// Domains and roots of the card before may be missing in this one
    #[arg(long, requires = "previous")]
    pub(crate) leave_out: bool,
    /// How many days it lives, at most 90
    #[arg(long, default_value_t = notice::MOST_DAYS)]
    pub(crate) days: i64,
    /// When it begins, as in 2026-03-14T18:00:00Z; else now
    #[arg(long, value_name = "TIME")]
    pub(crate) now: Option<Timestamp>,
    /// The card to write; a calendar file with the same name, ending in .ics, reminds of its end. A card that is there is kept
    /// as FILE-NUMBER
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Args)]
pub(crate) struct SignOptions {
    /// The notice to sign
    pub(crate) file: PathBuf,
    /// The desk key's .key file; its passphrase is the first line of standard input, or asked
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
    /// The publisher card
    #[arg(long, value_name = "FILE")]
    pub(crate) card: PathBuf,
    /// The signed notice to write
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Args)]
pub(crate) struct PublishOptions {
    /// The draft
    pub(crate) file: PathBuf,
    /// The desk key's .key file; its passphrase is the first line of standard input, or asked
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,
    /// The publisher card
    #[arg(long, value_name = "FILE")]
    pub(crate) card: PathBuf,
    /// Where the folder will be on the web
    #[arg(long, value_name = "URL")]
    pub(crate) url: String,
    /// What changed, in one sentence
    #[arg(long, value_name = "TEXT")]
    pub(crate) summary: String,
    /// When it is published, as in 2026-03-14T18:00:00Z; else now
    #[arg(long, value_name = "TIME")]
    pub(crate) now: Option<Timestamp>,
    /// The update before, as a file or an https address, where DIR does not hold it
    #[arg(long, value_name = "FILE|URL")]
    pub(crate) previous: Option<String>,
    /// The folder; the notice that is in it gives the revision, if a desk key of the card signed it
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
}

#[derive(Args)]
pub(crate) struct LinkOptions {
    /// A signed notice
    pub(crate) file: PathBuf,
    /// Its address on the web
    #[arg(long, value_name = "URL")]
    pub(crate) url: String,
}

#[derive(Args)]
pub(crate) struct FromBreachOptions {
    /// Its name in the catalogue, in any case
    pub(crate) name: String,
    /// The file to make; it must not be there yet. Else it is printed
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}
