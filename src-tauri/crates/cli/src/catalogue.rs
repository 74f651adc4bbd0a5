//! `selfcheck catalogue`: the breaches that sites are known to have had, and a newer list of them.

use app::catalogue::{Current, DEFAULT_URL, FILE, UpdateError, update};
use app::data::DataDir;
use clap::{Args, Subcommand};
use schemars::JsonSchema;
use serde::Serialize;
use sites::CatalogueError;
use texts::Texts;

use crate::output;
use crate::password_check::USER_AGENT;
use crate::terminal::{Failure, say, say_json, tell_always, texts};
use crate::wording::number;

#[derive(Subcommand)]
pub(crate) enum CatalogueCommand {
    /// How many breaches are known here, and as of when
    #[command(after_help = "Example: selfcheck catalogue info --json")]
    Info,
    /// Fetch the catalogue of Have I Been Pwned anew and keep it
    #[command(after_help = "Example: selfcheck catalogue update")]
    Update(UpdateOptions),
}

#[derive(Args)]
pub(crate) struct UpdateOptions {
    /// Where to fetch it from; http only to this computer
    #[arg(long, value_name = "URL", default_value = DEFAULT_URL)]
    pub(crate) url: String,
}

/// What `--json` prints.
#[derive(Serialize, JsonSchema)]
pub(crate) struct CatalogueJson<'a> {
    breaches: usize,
    as_of: String,
    /// From which host it was fetched; null for the one inside the program.
    from: Option<&'a str>,
    /// Whether a kept one could not be read.
    kept_is_damaged: bool,
    credit: &'static str,
}

const CREDIT: &str = "Have I Been Pwned, haveibeenpwned.com, CC BY 4.0";

pub(crate) fn run(command: &CatalogueCommand, data: Option<&DataDir>, json: bool) -> Result<u8, Failure> {
    if let CatalogueCommand::Update(options) = command {
        let data = data.ok_or_else(|| Failure::WrongUse(texts().notice_memory_no_folder()))?;
        fetch(options, data)?;
    }
    show(&Current::load(data), json)
}

fn fetch(options: &UpdateOptions, data: &DataDir) -> Result<(), Failure> {
    let texts = texts();
    let url = options.url.parse().map_err(|_| Failure::WrongUse(texts.prog_address("--url")))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let updated = runtime.block_on(update(&url, USER_AGENT, data, app::audit::today()));
    updated.map(|_| ()).map_err(|error| {
        if files::is_full(&error) {
            return Failure::CouldNotCheck(output::full(&data.file(FILE)));
        }
        let next = match &error {
            UpdateError::Write(_) => texts.prog_catalogue_check_disk(),
            UpdateError::NotACatalogue { .. } | UpdateError::TooLong { .. } | UpdateError::Status { .. } => {
                texts.prog_catalogue_check_address()
            }
            _ => texts.prog_catalogue_check_connection(),
        };
        Failure::CouldNotCheck(texts.prog_catalogue_failed(&problem(texts, &error), &next))
    })
}

/// Why no newer catalogue was taken.
fn problem(texts: &Texts, error: &UpdateError) -> String {
    match error {
        UpdateError::Client => texts.prog_catalogue_no_client(),
        UpdateError::Unreachable { host } => texts.prog_catalogue_unreachable(host),
        UpdateError::TimedOut { host } => texts.prog_catalogue_timed_out(host),
        UpdateError::Status { host, status } => texts.prog_catalogue_status(host, &status.to_string()),
        UpdateError::TooLong { host, limit } => texts.prog_catalogue_too_long(host, number(*limit)),
        UpdateError::NotACatalogue { host, source } => {
            texts.prog_catalogue_not_one(host, &no_catalogue(texts, source))
        }
        UpdateError::Write(source) => texts.prog_catalogue_not_written(&source.to_string()),
        // There is no other today.
        _ => error.to_string(),
    }
}

/// What is wrong with bytes that are no catalogue.
fn no_catalogue(texts: &Texts, error: &CatalogueError) -> String {
    match error {
        CatalogueError::TooBig { bytes, max } => texts.prog_catalogue_too_big(number(*bytes), number(*max)),
        CatalogueError::NotAList { line, column } => {
            texts.prog_catalogue_not_a_list(&line.to_string(), &column.to_string())
        }
        CatalogueError::Entry { entry, field } => texts.prog_catalogue_entry(&entry.to_string(), field),
        CatalogueError::TooFew { entries, least } => {
            texts.prog_catalogue_too_few(number(*entries), number(*least))
        }
        // There is no other today.
        _ => error.to_string(),
    }
}

fn show(current: &Current, json: bool) -> Result<u8, Failure> {
    let (texts, catalogue) = (texts(), current.catalogue());
    if current.kept_is_damaged {
        tell_always(&texts.prog_catalogue_damaged());
    }
    if json {
        say_json(&CatalogueJson {
            breaches: catalogue.all().len(),
            as_of: catalogue.as_of().to_string(),
            from: current.from.as_deref(),
            kept_is_damaged: current.kept_is_damaged,
            credit: CREDIT,
        })?;
        return Ok(0);
    }
    let (breaches, day) = (number(catalogue.all().len()), catalogue.as_of().to_string());
    say(&match &current.from {
        Some(host) => texts.prog_catalogue_from(breaches, host, &day, CREDIT),
        None => texts.prog_catalogue_inside(breaches, &day, CREDIT),
    })?;
    Ok(0)
}
