//! A handler for each row of the table of commands: it passes the arguments to the method of [`App`] with that name.

use std::sync::Arc;

use app::App;
#[allow(clippy::wildcard_imports, reason = "the table names most of these types")]
use app::views::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tauri::State;
use tauri::ipc::{Channel, InvokeBody, Request, Response};
use zeroize::Zeroizing;

/// The header in which the arguments beside a secret travel.
const ARGUMENTS: &str = "x-arguments";

macro_rules! handler {
    (now $name:ident($($arg:ident: $type:ty),*) -> $out:ty) => {
        #[tauri::command]
        #[allow(clippy::needless_pass_by_value, reason = "the framework passes its state by value")]
        fn $name(app: State<'_, Arc<App>>, $($arg: $type),*) -> Answer {
            answer::<$out>(app.$name($($arg),*))
        }
    };
    (background $name:ident($($arg:ident: $type:ty),*) -> $out:ty) => {
        #[tauri::command]
        async fn $name(app: State<'_, Arc<App>>, $($arg: $type),*) -> Answer {
            let app = Arc::clone(&app);
            answer::<$out>(in_background(move || app.$name($($arg),*)).await)
        }
    };
    (async $name:ident($($arg:ident: $type:ty),*) -> $out:ty) => {
        #[tauri::command]
        async fn $name(app: State<'_, Arc<App>>, $($arg: $type),*) -> Answer {
            answer::<$out>(app.$name($($arg),*).await)
        }
    };
    (secret_now $name:ident($($args:ident)?) -> $out:ty) => {
        #[tauri::command]
        #[allow(clippy::needless_pass_by_value, reason = "the framework passes its state and requests by value")]
        fn $name(app: State<'_, Arc<App>>, request: Request<'_>) -> Answer {
            answer::<$out>(app.$name(secret(&request)?, $(arguments::<$args>(&request)?)?))
        }
    };
    (secret_background $name:ident($($args:ident)?) -> $out:ty) => {
        #[tauri::command]
        async fn $name(app: State<'_, Arc<App>>, request: Request<'_>) -> Answer {
            let app = Arc::clone(&app);
            let given = (secret(&request)?, $(arguments::<$args>(&request)?)?);
            answer::<$out>(in_background(move || handler!(@call app $name given $($args)?)).await)
        }
    };
    (secret_async $name:ident($($args:ident)?) -> $out:ty) => {
        #[tauri::command]
        async fn $name(app: State<'_, Arc<App>>, request: Request<'_>) -> Answer {
            let given = (secret(&request)?, $(arguments::<$args>(&request)?)?);
            answer::<$out>(handler!(@call app $name given $($args)?).await)
        }
    };
    (shell $name:ident($($arg:ident: $type:ty),*) -> $out:ty) => {};
    (@call $app:ident $name:ident $given:ident) => {
        $app.$name($given.0)
    };
    (@call $app:ident $name:ident $given:ident $args:ident) => {
        $app.$name($given.0, $given.1)
    };
}

macro_rules! handlers {
    ($($kind:tt $name:ident($($args:tt)*) -> $out:ty;)+) => {
        $(handler!($kind $name($($args)*) -> $out);)+

        /// Answers every command of the table.
        pub(crate) fn all() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),+]
        }
    };
}

app::commands!(handlers);

/// Tells the page when a file is over the window, is dropped, or leaves again.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework passes its arguments by value")]
fn watch_drops(app: State<'_, Arc<App>>, channel: Channel<app::drops::DropNews>) {
    let number = channel.id();
    app.drops().tell(number, move |news| {
        // A page that is gone cannot be told.
        let _ = channel.send(news);
    });
}

/// Tells the page what has changed, from its start on.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "the framework passes its arguments by value")]
fn watch_news(app: State<'_, Arc<App>>, channel: Channel<app::news::News>) {
    app.news().listen(move |news| {
        // A page that is gone cannot be told.
        let _ = channel.send(news);
    });
}

/// What a command returns: JSON in which nothing is hidden.
type Answer = Result<Response, Failure>;

/// Every value that leaves for the window goes through here.
fn answer<T: Serialize>(value: Result<T, Failure>) -> Answer {
    let json = app::shown::json_for_window(&value?).map_err(|_| Failure::request())?;
    Ok(Response::new(json))
}

async fn in_background<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|_| Err(Failure::request()))
}

/// The secret that a request is made of. It is zeroized here; the framework's own copy of a request cannot be.
fn secret(request: &Request<'_>) -> Result<Zeroizing<Vec<u8>>, Failure> {
    match request.body() {
        InvokeBody::Raw(bytes) => Ok(Zeroizing::new(bytes.clone())),
        InvokeBody::Json(_) => Err(Failure::request()),
    }
}

/// The arguments beside a secret: JSON, percent-encoded because a header is ASCII.
fn arguments<T: DeserializeOwned>(request: &Request<'_>) -> Result<T, Failure> {
    let failed = || Failure::request();
    let text = request.headers().get(ARGUMENTS).and_then(|value| value.to_str().ok()).ok_or_else(failed)?;
    let text = percent_encoding::percent_decode_str(text).decode_utf8().map_err(|_| failed())?;
    serde_json::from_str(&text).map_err(|_| failed())
}
