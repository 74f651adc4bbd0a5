//! `selfcheck notice plan --sheet` and `selfcheck notice leaflet`: HTML files to print and take away.

use std::path::{Path, PathBuf};

use clap::Args;
use selfcheck::own_file;
use selfcheck::sheet::{self, SheetError};
use selfcheck::walk::Session;

use crate::notices;
use crate::terminal::{Failure, tell};

#[derive(Args)]
pub(crate) struct LeafletOptions {
    /// Whose numbers: gb, ie, us, de or generic
    #[arg(long, default_value = "generic")]
    country: String,
    /// Language: en or de
    #[arg(long, default_value = "en", value_parser = clap::builder::PossibleValuesParser::new(plan::LANGUAGES))]
    language: String,
    /// The HTML file to write
    #[arg(long, value_name = "FILE.html")]
    out: PathBuf,
}

pub(crate) fn write_plan(session: &Session, person: Option<&str>, path: &Path) -> Result<(), Failure> {
    write(sheet::of_plan(session, person, today()), path)
}

pub(crate) fn write_leaflet(options: &LeafletOptions) -> Result<u8, Failure> {
    let country = notices::country(&options.country);
    write(sheet::without_computer(country, &options.language, today()), &options.out)?;
    Ok(0)
}

fn today() -> jiff::civil::Date {
    jiff::ZonedDateTime::now().date()
}

fn write(html: Result<String, SheetError>, path: &Path) -> Result<(), Failure> {
    let name = path.display();
    let html = html.map_err(|error| Failure::CouldNotCheck(format!("{error}. Try again.")))?;
    own_file::save(html.as_bytes(), path).map_err(|error| {
        Failure::WrongUse(format!(
            "{name} cannot be written: {error}. Choose a folder that is there and yours."
        ))
    })?;
    tell(&format!("the sheet is in {name}. Open it in a browser and print it from there."));
    Ok(())
}
