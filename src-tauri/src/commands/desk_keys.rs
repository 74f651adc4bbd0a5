//! Commands of the screen *Keys and card*. Passphrases come as raw bytes and are wiped here.

use jiff::Timestamp;
use selfcheck::desk::{CardWords, KeyKind};
use serde::Deserialize;
use tauri::AppHandle;
use tauri::ipc::Request;
use zeroize::Zeroizing;

use super::desk::{apart, numbers};
use super::desk_publish::{about, pick};
use super::password::secret;
use crate::ipc::{IpcError, KeysView, MadeCardView, MadeKeyView};
use crate::state::{AppState, lock};

/// What has been made and chosen so far.
#[tauri::command]
pub(crate) async fn desk_keys(app: AppHandle) -> Result<KeysView, IpcError> {
    apart(&app, |state| Ok(KeysView::from(&*lock(&state.desk.ceremony)))).await
}

/// Lets the person pick the folder, a public key, a root that signs, or the card so far.
#[tauri::command]
pub(crate) async fn desk_keys_choose(app: AppHandle, what: String) -> Result<KeysView, IpcError> {
    let picked = pick(&app, &what, what == "keys_folder");
    apart(&app, move |state| {
        let mut ceremony = lock(&state.desk.ceremony);
        if let Some(path) = picked {
            match what.as_str() {
                "keys_folder" => ceremony.set_folder(path),
                "desk_pub" => ceremony.add_key(KeyKind::Desk, &path)?,
                "root_pub" => ceremony.add_key(KeyKind::Root, &path)?,
                "signer" => ceremony.add_signer(path),
                "previous" => ceremony.renew(path)?,
                _ => return Err(IpcError::new("request")),
            }
        }
        Ok(KeysView::from(&*ceremony))
    })
    .await
}

/// Leaves one of the keys out again.
#[tauri::command]
pub(crate) async fn desk_keys_drop(app: AppHandle, what: String, at: u32) -> Result<KeysView, IpcError> {
    apart(&app, move |state| {
        let mut ceremony = lock(&state.desk.ceremony);
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        match what.as_str() {
            "desk_pub" => ceremony.drop_key(KeyKind::Desk, at),
            "root_pub" => ceremony.drop_key(KeyKind::Root, at),
            "signer" => ceremony.drop_signer(at),
            _ => return Err(IpcError::new("request")),
        }
        Ok(KeysView::from(&*ceremony))
    })
    .await
}

#[derive(Deserialize)]
struct Making {
    root: bool,
}

/// Makes a key. A desk key is chosen for publishing, too.
#[tauri::command]
pub(crate) async fn desk_make_key(app: AppHandle, request: Request<'_>) -> Result<MadeKeyView, IpcError> {
    let passphrase = secret(&request)?;
    let making: Making = about(&request)?;
    apart(&app, move |state| {
        let kind = if making.root { KeyKind::Root } else { KeyKind::Desk };
        let mut ceremony = lock(&state.desk.ceremony);
        let made = ceremony.make_key(kind, &passphrase)?;
        if kind == KeyKind::Desk {
            lock(&state.desk.chosen).key = Some(made.path.clone());
        }
        Ok(MadeKeyView::new(&made, kind, &ceremony))
    })
    .await
}

#[derive(Deserialize)]
struct Card {
    name: String,
    domains: Vec<String>,
    days: i64,
    leave_out: bool,
}

/// Signs and writes the card; it is chosen for publishing, too. The secret is one passphrase a line, as the program
/// takes them.
#[tauri::command]
pub(crate) async fn desk_make_card(app: AppHandle, request: Request<'_>) -> Result<MadeCardView, IpcError> {
    let passphrases = secret(&request)?;
    let card: Card = about(&request)?;
    apart(&app, move |state: &AppState| {
        let passphrases: Vec<Zeroizing<Vec<u8>>> =
            passphrases.split(|byte| *byte == b'\n').map(|line| Zeroizing::new(line.to_vec())).collect();
        let mut ceremony = lock(&state.desk.ceremony);
        let words = CardWords {
            name: &card.name,
            domains: &card.domains,
            days: card.days,
            leave_out: card.leave_out,
        };
        let made = ceremony.make_card(words, &passphrases, numbers().as_ref(), Timestamp::now())?;
        lock(&state.desk.chosen).card = Some(made.path.clone());
        Ok(MadeCardView::new(&made, &ceremony))
    })
    .await
}
