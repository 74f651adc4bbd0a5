//! An export for a test, in a folder of its own outside the window's home.

use std::path::{Path, PathBuf};

use crate::ranges::{FRESH, LEAKED};
use crate::{Outcome, Window, files_below};

/// An export with its folder.
pub struct Export {
    folder: tempfile::TempDir,
    name: &'static str,
}

impl Export {
    /// A table with this text.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn of(text: &str) -> Outcome<Self> {
        Self::named("export.csv", text.as_bytes())
    }

    /// A file of this name with these bytes.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn named(name: &'static str, bytes: &[u8]) -> Outcome<Self> {
        let export = Self { folder: tempfile::tempdir()?, name };
        std::fs::write(export.path(), bytes)?;
        Ok(export)
    }

    /// Five logins as Chrome writes them: two share a leaked password, one is weak, one fresh, one a PIN.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn chrome() -> Outcome<Self> {
        Self::of(&format!(
            "name,url,username,password,note\n\
             Willow,https://willow.example/,ann,{LEAKED},\n\
             Shop,https://shop.example/,ann,{LEAKED},\n\
             Club,http://club.example/,ann,password1,\n\
             Garden,https://garden.example/,ann,{FRESH},\n\
             Door,https://door.example/,,90731,\n"
        ))
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.path().join(self.name)
    }

    /// Its folder, in which reports appear too.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A window that picks this file when it is asked for one, at its screen *Saved passwords*.
    ///
    /// # Errors
    /// When the window does not open.
    pub async fn window(&self, more: &[(&str, &str)]) -> Outcome<Window> {
        let window = self.window_at_home(more).await?;
        window.click("door-saved").await?;
        window.see("pick-export").await?;
        Ok(window)
    }

    /// The same at its first screen.
    ///
    /// # Errors
    /// When the window does not open.
    pub async fn window_at_home(&self, more: &[(&str, &str)]) -> Outcome<Window> {
        let (path, save) = (self.path(), self.folder.path().join("report"));
        let (path, save) = (path.to_string_lossy(), save.to_string_lossy());
        let mut variables =
            vec![("SELFCHECK_TEST_PICK_EXPORT", path.as_ref()), ("SELFCHECK_TEST_SAVE", save.as_ref())];
        variables.extend(more);
        Window::open(&variables).await
    }
}

/// A file below this folder that holds one of the passwords that the tests know.
#[must_use]
pub fn holds_canary(folder: &Path) -> Option<PathBuf> {
    let secret = |bytes: &[u8]| {
        [LEAKED, FRESH].iter().any(|word| bytes.windows(word.len()).any(|part| part == word.as_bytes()))
    };
    files_below(folder).into_iter().find(|(_, bytes)| secret(bytes)).map(|(path, _)| path)
}
