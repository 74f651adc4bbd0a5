//! `selfcheck catalogue`: the breaches that sites are known to have had, and a newer list of them.

use app::catalogue::{Current, DEFAULT_URL, FILE, UpdateError, update};
use app::data::DataDir;
use clap::{Args, Subcommand};
use schemars::JsonSchema;
use serde::Serialize;

use crate::output;
use crate::password_check::USER_AGENT;
use crate::terminal::{Failure, say, say_json, tell_always};

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
        let data = data.ok_or_else(|| {
            Failure::WrongUse("there is no folder to keep it in. Name one with --data-dir.".to_owned())
        })?;
        fetch(options, data)?;
    }
    show(&Current::load(data), json)
}

fn fetch(options: &UpdateOptions, data: &DataDir) -> Result<(), Failure> {
    let url = options.url.parse().map_err(|_| {
        Failure::WrongUse(
            "the address after --url must begin with https:// (http:// only to this computer). Correct it and try again."
                .to_owned(),
        )
    })?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let updated = runtime.block_on(update(&url, USER_AGENT, data, app::audit::today()));
    updated.map(|_| ()).map_err(|error| {
        if files::is_full(&error) {
            return Failure::CouldNotCheck(output::full(&data.file(FILE)));
        }
        let next = match &error {
            UpdateError::Write(_) => "Check the rights of that folder and the room on its disk.",
            UpdateError::NotACatalogue { .. } | UpdateError::TooLong { .. } | UpdateError::Status { .. } => {
                "Check the address, and whether this network asks you to log in first."
            }
            _ => "Check the connection and try again.",
        };
        Failure::CouldNotCheck(format!("{error}. The catalogue from before stays in use. {next}"))
    })
}

fn show(current: &Current, json: bool) -> Result<u8, Failure> {
    let catalogue = current.catalogue();
    if current.kept_is_damaged {
        tell_always(
            "the catalogue that was kept cannot be read; the one inside the program is used. To replace it: selfcheck catalogue update.",
        );
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
    let from =
        current.from.as_deref().map_or("inside this program".to_owned(), |host| format!("from {host}"));
    say(&format!("{} breaches, {from}, as of {}. By {CREDIT}.", catalogue.all().len(), catalogue.as_of()))?;
    Ok(0)
}
