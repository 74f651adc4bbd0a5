//! What the scheme of a previewed page answers: the page and the QR code on it, from memory.

use std::sync::Arc;

use app::App;
use tauri::http::{Response, StatusCode, header};
use tauri::{AppHandle, Manager as _, Runtime};

/// What the page may do: as little as where it is published.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; \
    form-action 'none'; sandbox allow-same-origin";

/// Answers a request of the frame that shows the page.
pub(crate) fn answer<R: Runtime>(app: &AppHandle<R>, path: &str) -> Response<Vec<u8>> {
    let found = app.state::<Arc<App>>().preview().and_then(|page| match path {
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
