//! The page that a draft would become, looked at before it is published.
//!
//! It is drawn in a frame of its own in the window, from a scheme that only this program answers and from memory alone:
//! nothing is written to the disk, and no other program is started. The frame is sandboxed, so that nothing in it runs
//! or leads anywhere; its origin is the scheme's own; and the policy of the window allows frames from this scheme only.

use std::path::Path;

use jiff::Timestamp;
use selfcheck::desk::{self, Given, PreviewRequest};
use tauri::http::{Response, StatusCode, header};
use tauri::{AppHandle, Manager as _, Runtime};

use super::desk::{apart, drafts, numbers};
use crate::ipc::IpcError;
use crate::state::{AppState, lock};

/// The scheme of the page.
pub(crate) const SCHEME: &str = "selfcheck-page";

/// What the page itself may do: as little as where it is published.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; \
    form-action 'none'; sandbox allow-same-origin";

/// Makes the page; gives the address at which the frame finds it.
#[tauri::command]
pub(crate) async fn desk_page(
    app: AppHandle,
    name: String,
    url: String,
    summary: String,
) -> Result<String, IpcError> {
    apart(&app, move |state| {
        let chosen = lock(&state.desk.chosen).clone();
        let card = chosen.card.filter(|_| !url.is_empty()).ok_or_else(|| IpcError::new("desk_no_page"))?;
        let drafts = drafts()?;
        let draft = drafts.read(&name)?;
        let previous = chosen.previous.as_deref().map(|path| desk::read(path).map(|bytes| (path, bytes)));
        let previous = previous.transpose()?;
        let numbers = numbers();
        let page = desk::preview(&PreviewRequest {
            name: Path::new(&name),
            draft: draft.as_bytes(),
            card_name: &card,
            card: &desk::read(&card)?,
            url: &url,
            summary: &summary,
            now: Timestamp::now(),
            out: chosen.folder.as_deref(),
            previous: previous.as_ref().map(|(name, bytes)| Given { name, bytes }),
            numbers: numbers.as_ref(),
        })?;
        *lock(&state.desk.page) = Some(page);
        Ok(address())
    })
    .await
}

/// A frame asks again when its address has changed.
fn address() -> String {
    let now = Timestamp::now().as_millisecond();
    if cfg!(any(windows, target_os = "android")) {
        format!("http://{SCHEME}.localhost/index.html?{now}")
    } else {
        format!("{SCHEME}://localhost/index.html?{now}")
    }
}

/// What the scheme answers: the page and the code on it.
pub(crate) fn answer<R: Runtime>(app: &AppHandle<R>, path: &str) -> Response<Vec<u8>> {
    let page = lock(&app.state::<AppState>().desk.page).clone();
    let found = page.and_then(|page| match path {
        "/index.html" => Some(("text/html; charset=utf-8", page.html)),
        "/qr.svg" => Some(("image/svg+xml", page.qr)),
        _ => None,
    });
    let mut response = Response::new(Vec::new());
    let Some((kind, text)) = found else {
        *response.status_mut() = StatusCode::NOT_FOUND;
        return response;
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(kind));
    headers.insert(header::CONTENT_SECURITY_POLICY, header::HeaderValue::from_static(POLICY));
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    *response.body_mut() = text.into_bytes();
    response
}
