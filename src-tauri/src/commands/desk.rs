//! Commands of the screen *Write a notice*.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use notice::draft::Change;
use selfcheck::data::DataDir;
use selfcheck::desk::{self, Drafts, PublishRequest, SigningKey};
use serde::Deserialize;
use tauri::ipc::Request;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt as _;

use super::password::{header, secret};
use crate::ipc::{ClassView, DeskView, DraftLineView, DraftView, IpcError, PublishedView};
use crate::state::{AppState, lock};

/// What was chosen to publish with; gone when the window closes.
#[derive(Default)]
pub(crate) struct Chosen {
    key: Option<PathBuf>,
    card: Option<PathBuf>,
    folder: Option<PathBuf>,
}

fn drafts() -> Result<Drafts, IpcError> {
    DataDir::find(None).map(|data| Drafts::of(&data)).ok_or_else(|| IpcError::new("desk_file"))
}

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its state over by value")]
pub(crate) fn desk_home(state: State<'_, AppState>) -> Result<DeskView, IpcError> {
    let drafts = drafts()?;
    let line = |name: String| {
        let text = drafts.read(&name).ok();
        let read = text.and_then(|text| notice::read_draft(text.as_bytes()).ok());
        DraftLineView {
            title: read
                .as_ref()
                .and_then(|n| n.title.get(&n.language, "en").map(str::to_owned))
                .unwrap_or_default(),
            id: read.map(|notice| notice.id.to_string()).unwrap_or_default(),
            name,
        }
    };
    Ok(DeskView {
        templates: notice::template::ALL.iter().map(|template| template.name.to_owned()).collect(),
        drafts: drafts.names()?.into_iter().map(line).collect(),
        classes: ClassView::all(&state.language()),
    })
}

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn desk_start(state: State<'_, AppState>, template: String) -> Result<DraftView, IpcError> {
    let template = notice::template::named(&template).ok_or_else(|| IpcError::new("request"))?;
    view(&state, &drafts()?.add(template.text)?)
}

/// Lets the person pick a notice, signed or not, to write the next one from.
#[tauri::command]
pub(crate) async fn desk_start_from_file(
    app: AppHandle,
    state: State<'_, AppState>,
) -> Result<Option<DraftView>, IpcError> {
    let Some(path) = super::notice::pick(&app) else { return Ok(None) };
    let bytes = desk::read(&path)?;
    let text = desk::draft_of(&path, &bytes)?;
    view(&state, &drafts()?.add(text)?).map(Some)
}

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn desk_open(state: State<'_, AppState>, name: String) -> Result<DraftView, IpcError> {
    view(&state, &name)
}

#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn desk_delete(state: State<'_, AppState>, name: String) -> Result<DeskView, IpcError> {
    drafts()?.delete(&name)?;
    desk_home(state)
}

/// Once this returns, the change is on the disk.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework hands its arguments over by value")]
pub(crate) fn desk_change(
    state: State<'_, AppState>,
    name: String,
    change: ChangeArgs,
) -> Result<DraftView, IpcError> {
    drafts()?.change(&name, &change.into())?;
    view(&state, &name)
}

/// Lets the person pick the key, the card or the folder to publish with; gives what is chosen now.
#[tauri::command]
pub(crate) async fn desk_choose(
    app: AppHandle,
    state: State<'_, AppState>,
    what: String,
) -> Result<Option<String>, IpcError> {
    let picked = pick(&app, &what);
    let mut chosen = lock(&state.desk);
    let slot = match what.as_str() {
        "key" => &mut chosen.key,
        "card" => &mut chosen.card,
        "folder" => &mut chosen.folder,
        _ => return Err(IpcError::new("request")),
    };
    if picked.is_some() {
        *slot = picked;
    }
    Ok(slot.as_ref().map(|path| path.display().to_string()))
}

#[derive(Deserialize)]
struct About {
    name: String,
    url: String,
    summary: String,
}

/// The passphrase comes as raw bytes and is wiped here.
#[tauri::command]
pub(crate) async fn desk_publish(
    state: State<'_, AppState>,
    request: Request<'_>,
) -> Result<PublishedView, IpcError> {
    let passphrase = secret(&request)?;
    let about = header(&request, "x-about").ok_or_else(|| IpcError::new("request"))?;
    let about =
        percent_encoding::percent_decode_str(&about).decode_utf8().map_err(|_| IpcError::new("request"))?;
    let about: About = serde_json::from_str(&about).map_err(|_| IpcError::new("request"))?;
    let (key, card, folder) = {
        let chosen = lock(&state.desk);
        let all = (chosen.key.clone(), chosen.card.clone(), chosen.folder.clone());
        let (Some(key), Some(card), Some(folder)) = all else { return Err(IpcError::new("desk_not_chosen")) };
        (key, card, folder)
    };
    let drafts = drafts()?;
    let draft = drafts.read(&about.name)?;
    let signing = SigningKey::open(&key, &passphrase)?;
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
    })?;
    Ok(PublishedView::new(&published, &folder))
}

/// The draft as it stands on the disk, and as it would be published now.
fn view(state: &AppState, name: &str) -> Result<DraftView, IpcError> {
    let text = drafts()?.read(name)?;
    let draft = notice::read_draft(text.as_bytes())?;
    let edition = desk::edition(Path::new(name), text.as_bytes(), "-", Timestamp::now(), None)?;
    DraftView::new(name, &draft, &edition, &state.language())
}

fn pick(app: &AppHandle, what: &str) -> Option<PathBuf> {
    #[cfg(feature = "window-tests")]
    if let Some(path) = std::env::var_os(format!("SELFCHECK_TEST_PICK_{}", what.to_uppercase())) {
        return Some(PathBuf::from(path));
    }
    let dialog = app.dialog().file();
    let picked = if what == "folder" { dialog.blocking_pick_folder() } else { dialog.blocking_pick_file() };
    picked.and_then(|file| file.into_path().ok())
}

/// A change as the screen sends it.
#[derive(Deserialize, ts_rs::TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum ChangeArgs {
    Text { field: String, words: String },
    Moment { field: String, time: String },
    Accounts { words: String },
    NeverAsks { words: String },
    Attack { attack: String, named: bool },
    Class { class: String, certainty: Option<String>, protection: String },
    ClassNote { class: String, language: String, words: String },
    Translated { language: String, revision: u32 },
}

impl From<ChangeArgs> for Change {
    fn from(change: ChangeArgs) -> Self {
        match change {
            ChangeArgs::Text { field, words } => Self::Text { field, words },
            ChangeArgs::Moment { field, time } => Self::Moment { field, time },
            ChangeArgs::Accounts { words } => Self::Accounts(words),
            ChangeArgs::NeverAsks { words } => Self::NeverAsks(words),
            ChangeArgs::Attack { attack, named } => Self::Kind { kind: attack, named },
            ChangeArgs::Class { class, certainty, protection } => {
                Self::Class { class, certainty, protection }
            }
            ChangeArgs::ClassNote { class, language, words } => Self::ClassNote { class, language, words },
            ChangeArgs::Translated { language, revision } => Self::Translated { language, revision },
        }
    }
}
