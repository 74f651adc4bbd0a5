//! Commands for what is taken away on paper: the system's print dialog, and the same sheets as files.

use std::path::Path;

use crate::everybody::{Everybody, everybody};
use crate::own_file::{Kind, Output, Readers};
use crate::sheet::{self, Naming};
use household::HouseholdError;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use plan::Country;

use crate::lock::lock;
use crate::platform::SaveAs;
use crate::state::App;
use crate::views::{ErrorCode, EverybodyView, Failure, PartView, StepView};

impl App {
    /// The sheet for somebody without a computer, to look at before it is printed.
    pub fn leaflet(&self, country: String, language: String) -> Result<Vec<PartView>, Failure> {
        Ok(plan::leaflet(known(&country)?, &language).into_iter().map(PartView::from).collect())
    }

    /// Opens the system's print dialog for what is on the screen.
    pub fn print_page(&self) -> Result<(), Failure> {
        if self.platform.print() { Ok(()) } else { Err(Failure::new(ErrorCode::Print)) }
    }

    /// The steps of the plan that is open, as paper has them that does not name the site.
    pub fn steps_without_names(&self) -> Result<Vec<StepView>, Failure> {
        let opened = self.opened();
        let session = &opened.as_ref().ok_or_else(|| Failure::new(ErrorCode::NoNotice))?.session;
        Ok(StepView::all(session.plan_without_names(), session))
    }

    /// Asks where to put the plan that is open, and writes it there. Gives the file's name, or nothing if no place was
    /// chosen.
    pub fn save_plan(&self, named: bool) -> Result<Option<String>, Failure> {
        let html = {
            let person = lock(&self.household).who_is_called()?;
            let opened = self.opened();
            let session = &opened.as_ref().ok_or_else(|| Failure::new(ErrorCode::NoNotice))?.session;
            {
                let naming = if named { Naming::Site } else { Naming::UnlessPrivate };
                sheet::of_plan(session, person.as_deref(), naming, self.today())
            }
            .map_err(|_| Failure::new(ErrorCode::Request))?
        };
        self.save_sheet(&html, "selfcheck-plan.html")
    }

    /// The plans of everybody in the household, to look at before they are printed.
    pub fn household_plans(&self) -> Result<EverybodyView, Failure> {
        Ok(EverybodyView::of(self.plans()?, self.today()))
    }

    /// Asks where to put them, and writes them there.
    pub fn save_household_plans(&self) -> Result<Option<String>, Failure> {
        let html = sheet::of_everybody(&self.plans()?, &self.language(), self.today());
        self.save_sheet(&html.map_err(|_| Failure::new(ErrorCode::Request))?, "selfcheck-plans.html")
    }

    /// The same for the sheet for somebody without a computer.
    pub fn save_leaflet(&self, country: String, language: String) -> Result<Option<String>, Failure> {
        let html = sheet::without_computer(known(&country)?, &language, self.today());
        self.save_sheet(&html.map_err(|_| Failure::new(ErrorCode::Request))?, "selfcheck-sheet.html")
    }

    fn plans(&self) -> Result<Everybody, Failure> {
        let memory = self.known()?;
        let current = lock(&self.household);
        let store = current.store().ok_or(HouseholdError::Nobody)?;
        Ok(everybody(store, &memory, &self.language(), self.platform.now())?)
    }

    fn today(&self) -> Date {
        self.platform.now().to_zoned_datetime(TimeZone::system()).date()
    }

    fn save_sheet(&self, html: &str, name: &str) -> Result<Option<String>, Failure> {
        let Some(path) = self.platform.place(SaveAs { name, extension: Some("html") }) else {
            return Ok(None);
        };
        let output = Output::new(&path, Kind::Sheet, [])?;
        output
            .write(html.as_bytes(), Readers::Own)
            .map_err(|error| Failure::not_written(&error, ErrorCode::SheetNotWritten))?;
        Ok(Some(file_name(&path)))
    }
}

fn known(country: &str) -> Result<Country, Failure> {
    Country::from_code(country).ok_or_else(|| Failure::new(ErrorCode::UnknownCountry))
}

pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
