//! `selfcheck notice plan --sheet` and `selfcheck notice leaflet`: HTML files to print and take away.

use std::path::PathBuf;

use app::data::DataDir;
use app::everybody::everybody;
use app::own_file::{Kind, Output, Readers};
use app::sheet::{self, SheetError};
use app::walk::Session;
use clap::Args;
use household::Store;

use crate::household_store::failure;
use crate::notice_source::Remembered;
use crate::notices;
use crate::output;
use crate::terminal::{Failure, tell, tell_always, texts};

#[derive(Args)]
pub(crate) struct LeafletOptions {
    /// Whose numbers: two letters such as gb or at, a part such as gb-sct, or generic
    #[arg(long, default_value = "generic")]
    country: String,
    /// Language: en or de
    #[arg(long, default_value = "en", value_parser = clap::builder::PossibleValuesParser::new(plan::LANGUAGES))]
    language: String,
    /// The HTML file to write
    #[arg(long, value_name = "FILE.html")]
    out: PathBuf,
}

#[derive(Args)]
pub(crate) struct SheetOptions {
    /// Language: en or de
    #[arg(long, default_value = "en", value_parser = clap::builder::PossibleValuesParser::new(plan::LANGUAGES))]
    language: String,
    /// The HTML file to write
    #[arg(long, value_name = "FILE.html")]
    out: PathBuf,
}

/// The plans of everybody in the household.
pub(crate) fn write_everybody(
    store: &Store,
    folder: &DataDir,
    options: &SheetOptions,
) -> Result<u8, Failure> {
    let place = output::place(&options.out, Kind::Sheet, [])?;
    let now = jiff::Timestamp::now();
    let known = Remembered::read(Some(folder.path().to_owned()), now)?;
    let all = everybody(store, &known.memory, &options.language, now).map_err(|error| failure(&error))?;
    if all.notices.is_empty() {
        return Err(Failure::WrongUse(texts().notice_sheet_nobody()));
    }
    for title in &all.refused {
        tell_always(&texts().notice_sheet_left_out(title));
    }
    write(sheet::of_everybody(&all, &options.language, today()), &place)?;
    Ok(0)
}

pub(crate) fn write_plan(session: &Session, person: Option<&str>, place: &Output) -> Result<(), Failure> {
    write(sheet::of_plan(session, person, sheet::Naming::UnlessPrivate, today()), place)
}

pub(crate) fn write_leaflet(options: &LeafletOptions) -> Result<u8, Failure> {
    let place = output::place(&options.out, Kind::Sheet, [])?;
    let country = notices::country(&options.country);
    write(sheet::without_computer(country, &options.language, today()), &place)?;
    Ok(0)
}

fn today() -> jiff::civil::Date {
    jiff::ZonedDateTime::now().date()
}

fn write(html: Result<String, SheetError>, place: &Output) -> Result<(), Failure> {
    let name = place.path().display().to_string();
    let html = html.map_err(|_| Failure::CouldNotCheck(texts().notice_sheet_not_made()))?;
    place.write(html.as_bytes(), Readers::Own).map_err(|error| {
        if files::is_full(&error) {
            return Failure::WrongUse(output::full(place.path()));
        }
        Failure::WrongUse(texts().notice_sheet_not_written(&name, &error.to_string()))
    })?;
    tell(&texts().notice_sheet_written(&name));
    Ok(())
}
