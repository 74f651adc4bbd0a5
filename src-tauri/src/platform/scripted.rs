//! The platform of the build for window tests: each test answers dialogs and sets addresses through the environment.
//! What it does not answer goes to the system.

use std::env::{var, var_os};
use std::ffi::OsString;
use std::path::PathBuf;

use app::platform::{ClipboardUnavailable, Pick, Platform, SaveAs};
use jiff::{SignedDuration, Timestamp};
use lists::RangeUrl;
use zeroize::Zeroizing;

use super::System;

pub(super) struct Scripted {
    pub(super) system: System,
}

/// An empty answer is a dialog that was cancelled.
fn answered(path: OsString) -> Option<PathBuf> {
    (!path.is_empty()).then(|| PathBuf::from(path))
}

fn address(name: &str) -> Option<RangeUrl> {
    var(name).ok().and_then(|text| text.parse().ok())
}

impl Platform for Scripted {
    fn pick(&self, what: Pick) -> Option<PathBuf> {
        let name = match what {
            Pick::Notice | Pick::HouseholdExport => "SELFCHECK_TEST_PICK".to_owned(),
            Pick::Export => "SELFCHECK_TEST_PICK_EXPORT".to_owned(),
            Pick::Report => "SELFCHECK_TEST_PICK_REPORT".to_owned(),
            Pick::List => "SELFCHECK_TEST_LIST".to_owned(),
            Pick::Desk(file) => format!("SELFCHECK_TEST_PICK_{}", file.code().to_uppercase()),
            Pick::Keys(file) => format!("SELFCHECK_TEST_PICK_{}", file.code().to_uppercase()),
        };
        match var_os(name) {
            Some(path) => answered(path),
            None => self.system.pick(what),
        }
    }

    fn place(&self, what: SaveAs<'_>) -> Option<PathBuf> {
        let name = if what.extension.is_some() { "SELFCHECK_TEST_SAVE" } else { "SELFCHECK_TEST_PLACE" };
        match var_os(name) {
            Some(path) => answered(path),
            None => self.system.place(what),
        }
    }

    fn browse(&self, url: &str) -> bool {
        match var_os("SELFCHECK_TEST_OPENED") {
            Some(path) => std::fs::write(path, url).is_ok(),
            None => self.system.browse(url),
        }
    }

    fn copy_secret(&self, text: Zeroizing<String>) -> Result<u32, ClipboardUnavailable> {
        self.system.copy_secret(text)
    }

    fn copy_text(&self, text: String) -> Result<(), ClipboardUnavailable> {
        self.system.copy_text(text)
    }

    fn print(&self) -> bool {
        // A test cannot answer the system's dialog; it looks at what would be printed instead.
        match var_os("SELFCHECK_TEST_PRINTED") {
            Some(path) => std::fs::write(path, "printed").is_ok(),
            None => self.system.print(),
        }
    }

    fn set_neutral(&self, neutral: bool) {
        self.system.set_neutral(neutral);
    }

    fn title(&self, neutral: bool) -> &'static str {
        self.system.title(neutral)
    }

    fn quit(&self) {
        // A test that looks at one page after another counts how often it would have closed.
        match var_os("SELFCHECK_TEST_LEFT") {
            Some(path) => {
                let count = std::fs::read_to_string(&path).map_or(0, |text| text.len());
                // The test that counts would fail.
                let _ = std::fs::write(path, "x".repeat(count + 1));
            }
            None => self.system.quit(),
        }
    }

    /// Set forward by the seconds in a file.
    fn now(&self) -> Timestamp {
        let seconds = var_os("SELFCHECK_TEST_LATER").and_then(|path| std::fs::read_to_string(path).ok());
        let seconds = seconds.and_then(|text| text.trim().parse().ok()).unwrap_or(0);
        Timestamp::now().saturating_add(SignedDuration::from_secs(seconds)).unwrap_or(Timestamp::MAX)
    }

    fn range_service(&self) -> Option<RangeUrl> {
        address("SELFCHECK_TEST_RANGE_URL")
    }

    fn catalogue_service(&self) -> Option<RangeUrl> {
        address("SELFCHECK_TEST_CATALOGUE_URL")
    }

    fn ranges(&self) -> u32 {
        var("SELFCHECK_TEST_RANGES")
            .ok()
            .and_then(|text| text.parse().ok())
            .unwrap_or_else(|| self.system.ranges())
    }
}
