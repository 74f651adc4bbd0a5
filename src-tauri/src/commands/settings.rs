//! Commands of the page *Settings* that concern no list.

use selfcheck::settings::TextSize;
use tauri::{State, WebviewWindow};

use crate::ipc::{IpcError, SettingsView};
use crate::kept::NotKept;
use crate::neutral;
use crate::state::AppState;

impl From<NotKept> for IpcError {
    fn from(_: NotKept) -> Self {
        Self::new("settings_not_kept")
    }
}

/// Everything that the page shows; asked again while something goes on in the background.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn settings(state: State<'_, AppState>) -> SettingsView {
    SettingsView::of(&state)
}

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn set_text_size(state: State<'_, AppState>, percent: u16) -> Result<SettingsView, IpcError> {
    let size = TextSize::new(percent).ok_or_else(|| IpcError::new("request"))?;
    state.choices.change(|settings| settings.text_size = size)?;
    Ok(SettingsView::of(&state))
}

/// `None` follows the computer.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn set_language(
    state: State<'_, AppState>,
    code: Option<String>,
) -> Result<SettingsView, IpcError> {
    if code.as_deref().is_some_and(|code| !plan::LANGUAGES.contains(&code)) {
        return Err(IpcError::new("request"));
    }
    let kept = state.choices.change(|settings| settings.language = code);
    if let Some(opened) = state.opened().as_mut() {
        opened.session.set_language(&state.language());
    }
    kept?;
    Ok(SettingsView::of(&state))
}

/// Whether the site of an open notice is asked for a newer statement once a day.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn set_updates(state: State<'_, AppState>, choice: String) -> Result<SettingsView, IpcError> {
    let choice = match choice.as_str() {
        "ask_me" => None,
        "yes" => Some(true),
        "never" => Some(false),
        _ => return Err(IpcError::new("request")),
    };
    state.choices.change(|settings| settings.check_for_updates = choice)?;
    Ok(SettingsView::of(&state))
}

/// A title and an icon that say nothing, or our own again.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn set_neutral_title(
    window: WebviewWindow,
    state: State<'_, AppState>,
    on: bool,
) -> Result<SettingsView, IpcError> {
    neutral::show(&window, on);
    state.choices.change(|settings| settings.neutral_title = on)?;
    Ok(SettingsView::of(&state))
}
