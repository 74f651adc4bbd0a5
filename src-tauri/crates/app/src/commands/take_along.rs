//! Commands for one's own data in a file that a passphrase locks: taking it along, and bringing it in.

use crate::own_file::{self, Kind, Output, Readers};
use household::{Collected, HouseholdError, Passphrase};
use zeroize::Zeroizing;

use super::password::typed_twice;
use super::print::file_name;
use crate::lock::lock;
use crate::platform::{Pick, SaveAs};
use crate::state::App;
use crate::views::{ErrorCode, Failure, ImportedView, NoticeView};

impl App {
    /// Asks where to put everything of everybody, and writes it there, locked. What comes in is the passphrase and, on a
    /// second line, the same again. Gives the file's name, or nothing if no place was chosen.
    pub async fn export_household(&self, secret: Zeroizing<Vec<u8>>) -> Result<Option<String>, Failure> {
        let passphrase = Passphrase::from_bytes(&typed_twice(&secret)?)?;
        let collected = lock(&self.household).store().ok_or(HouseholdError::Nobody)?.collect()?;
        let place = SaveAs { name: "selfcheck-household.age", extension: Some(ENDING) };
        let Some(path) = self.platform.place(place) else { return Ok(None) };
        let output = Output::new(&path, Kind::Export, [])?;
        // Locking takes a second on purpose.
        let locking = self.runtime.spawn_blocking(move || collected.lock(&passphrase));
        let bytes = locking.await.unwrap_or(Err(HouseholdError::NoRandomness))?;
        output
            .write(&bytes, Readers::Own)
            .map_err(|error| Failure::not_written(&error, ErrorCode::HouseholdExportNotWritten))?;
        Ok(Some(file_name(&path)))
    }

    /// Lets somebody choose such a file, and takes in what it holds. Nothing that is here is removed. Begins a household if
    /// there is none.
    pub async fn import_household(
        &self,
        secret: Zeroizing<Vec<u8>>,
    ) -> Result<Option<ImportedView>, Failure> {
        let passphrase = Passphrase::from_bytes(&secret)?;
        let Some(path) = self.platform.pick(Pick::HouseholdExport) else { return Ok(None) };
        let unlocking = self.runtime.spawn_blocking(move || {
            let file = own_file::read(&path, own_file::MAX_EXPORT)
                .map_err(|_| Failure::new(ErrorCode::FileUnreadable))?;
            let file = file.ok_or(HouseholdError::NotAnExport)?;
            Ok::<_, Failure>(Collected::unlock(&file, &passphrase)?)
        });
        let collected = unlocking.await.unwrap_or_else(|_| Err(Failure::new(ErrorCode::Request)))?;
        if lock(&self.household).store().is_none() {
            let opened = self.open_store(None).await?;
            lock(&self.household).take(opened);
        }
        let mut current = lock(&self.household);
        let imported = current.store_mut().ok_or(HouseholdError::Nobody)?.take_in(&collected)?;
        let mut opened = self.opened();
        let refused = current.take_again(&mut opened, &self.language(), self.known())?;
        let notice = opened.as_ref().map(NoticeView::from);
        Ok(Some(ImportedView::new(imported, self.household_view(&current)?, notice, refused)))
    }
}

/// The ending of such a file: it is one of `age`.
const ENDING: &str = "age";
