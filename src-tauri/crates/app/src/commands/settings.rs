//! Commands of the page *Settings* that concern no list.

use crate::settings::TextSize;

use crate::choices::NotKept;
use crate::state::App;
use crate::views::{ErrorCode, Failure, OnlineCode, SettingsView};

impl App {
    /// Everything that the page shows; asked again while something goes on in the background.
    pub fn settings(&self) -> Result<SettingsView, Failure> {
        Ok(SettingsView::of(self))
    }

    pub fn set_text_size(&self, percent: u16) -> Result<SettingsView, Failure> {
        let size = TextSize::new(percent).ok_or_else(|| Failure::new(ErrorCode::Request))?;
        self.choices.change(|settings| settings.text_size = size)?;
        Ok(SettingsView::of(self))
    }

    /// `None` follows the computer.
    pub fn set_language(&self, code: Option<String>) -> Result<SettingsView, Failure> {
        if code.as_deref().is_some_and(|code| !plan::LANGUAGES.contains(&code)) {
            return Err(Failure::new(ErrorCode::Request));
        }
        let kept = self.choices.change(|settings| settings.language = code);
        if let Some(opened) = self.opened().as_mut() {
            opened.session.set_language(&self.language());
        }
        kept?;
        Ok(SettingsView::of(self))
    }

    /// Whether the site of an open notice is asked for a newer statement once a day.
    pub fn set_updates(&self, choice: OnlineCode) -> Result<SettingsView, Failure> {
        let choice = choice.permission();
        self.choices.change(|settings| settings.check_for_updates = choice)?;
        Ok(SettingsView::of(self))
    }

    /// A title and an icon that say nothing, or our own again.
    pub fn set_neutral_title(&self, on: bool) -> Result<SettingsView, Failure> {
        self.platform.set_neutral(on);
        self.choices.change(|settings| settings.neutral_title = on)?;
        Ok(SettingsView::of(self))
    }
}

impl From<NotKept> for Failure {
    fn from(error: NotKept) -> Self {
        if error.full {
            Failure::new(ErrorCode::SettingsDiskFull)
        } else {
            Failure::new(ErrorCode::SettingsNotKept)
        }
    }
}
