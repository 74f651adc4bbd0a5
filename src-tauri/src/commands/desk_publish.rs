//! Commands of the screen *Write a notice*: what is published with, and publishing.

use std::path::PathBuf;

use jiff::Timestamp;
use selfcheck::desk::{self, Given, PublishRequest, SigningKey};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tauri::ipc::Request;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt as _;

use super::desk::{apart, drafts, numbers};
use super::password::{header, secret};
use crate::ipc::{ChosenFilesView, IpcError, PublishedView};
use crate::state::{AppState, lock};

/// Lets the person pick the key, the card or the folder to publish with; gives what is chosen now.
#[tauri::command]
pub(crate) async fn desk_choose(
    app: AppHandle,
    state: State<'_, AppState>,
    what: String,
) -> Result<ChosenFilesView, IpcError> {
    let picked = pick(&app, &what, what == "folder");
    let mut chosen = lock(&state.desk.chosen);
    let slot = match what.as_str() {
        "key" => &mut chosen.key,
        "card" => &mut chosen.card,
        "folder" => &mut chosen.folder,
        "former" => &mut chosen.previous,
        _ => return Err(IpcError::new("request")),
    };
    if picked.is_some() {
        *slot = picked;
    }
    Ok(ChosenFilesView::from(&*chosen))
}

/// What is chosen now.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn desk_chosen(state: State<'_, AppState>) -> ChosenFilesView {
    ChosenFilesView::from(&*lock(&state.desk.chosen))
}

#[derive(Deserialize)]
struct About {
    name: String,
    url: String,
    summary: String,
}

/// The passphrase comes as raw bytes and is wiped here.
#[tauri::command]
pub(crate) async fn desk_publish(app: AppHandle, request: Request<'_>) -> Result<PublishedView, IpcError> {
    let passphrase = secret(&request)?;
    let about: About = about(&request)?;
    apart(&app, move |state| {
        let chosen = lock(&state.desk.chosen).clone();
        let (Some(key), Some(card), Some(folder)) = (chosen.key, chosen.card, chosen.folder) else {
            return Err(IpcError::new("desk_not_chosen"));
        };
        let _writing = lock(&state.desk.writing);
        let drafts = drafts()?;
        let draft = drafts.read(&about.name)?;
        let signing = SigningKey::open(&key, &passphrase)?;
        let previous = chosen.previous.as_deref().map(|path| desk::read(path).map(|bytes| (path, bytes)));
        let previous = previous.transpose()?;
        let numbers = numbers();
        let published = desk::publish(&PublishRequest {
            name: &drafts.path(&about.name),
            draft: draft.as_bytes(),
            key: &signing,
            card_name: &card,
            card: &desk::read(&card)?,
            url: &about.url,
            summary: &about.summary,
            now: Timestamp::now(),
            out: &folder,
            previous: previous.as_ref().map(|(name, bytes)| Given { name, bytes }),
            numbers: numbers.as_ref(),
        })?;
        // The statement is out, whatever happens to the draft now; the folder holds it for the next one too.
        let _ = drafts.go_on_from(&about.name, &published.draft);
        // The next one follows the one that was just made.
        lock(&state.desk.chosen).previous = None;
        Ok(PublishedView::new(&published, &folder))
    })
    .await
}

/// What comes beside a secret: JSON, percent-encoded because a header is ASCII.
pub(super) fn about<T: DeserializeOwned>(request: &Request<'_>) -> Result<T, IpcError> {
    let text = header(request, "x-about").ok_or_else(|| IpcError::new("request"))?;
    let text =
        percent_encoding::percent_decode_str(&text).decode_utf8().map_err(|_| IpcError::new("request"))?;
    serde_json::from_str(&text).map_err(|_| IpcError::new("request"))
}

pub(super) fn pick(app: &AppHandle, what: &str, folder: bool) -> Option<PathBuf> {
    #[cfg(feature = "window-tests")]
    if let Some(path) = std::env::var_os(format!("SELFCHECK_TEST_PICK_{}", what.to_uppercase())) {
        return Some(PathBuf::from(path));
    }
    #[cfg(not(feature = "window-tests"))]
    let _ = what;
    let dialog = app.dialog().file();
    let picked = if folder { dialog.blocking_pick_folder() } else { dialog.blocking_pick_file() };
    picked.and_then(|file| file.into_path().ok())
}
