//! The desktop shell of Selfcheck: starts the window, passes its commands to [`app::App`] and gives it the services of
//! the platform. It holds no rule and no state of its own.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![allow(clippy::exit, reason = "inside the framework's own macro")]

mod deep_link;
mod drops;
mod handlers;
mod neutral;
mod platform;
mod preview;
#[cfg(target_os = "linux")]
mod rendering;
#[cfg(test)]
mod shell_tests;

use std::process::ExitCode;

use app::data::DataDir;
use app::{App, Choices};
use tauri::Manager as _;

fn main() -> ExitCode {
    #[cfg(target_os = "linux")]
    rendering::fit_to_this_machine();
    app::hardening::keep_memory_private();
    let choices = Choices::read(DataDir::find(None));
    let is_neutral = choices.now().neutral_title;
    neutral::before_the_window(is_neutral);
    let outcome = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            deep_link::take_file(app, &arguments, folder.as_ref());
            deep_link::show(app);
        }))
        .plugin(tauri_plugin_deep_link::init())
        .plugin(tauri_plugin_dialog::init())
        .register_uri_scheme_protocol(app::PAGE_SCHEME, |context, request| {
            preview::answer(context.app_handle(), request.uri().path())
        })
        .invoke_handler(handlers::all())
        .setup(move |tauri| {
            let handle = tauri.handle();
            let runtime = tauri::async_runtime::handle().inner().clone();
            let app = App::new(choices, platform::platform(handle), runtime);
            app.tell_of_waits();
            handle.manage(app);
            deep_link::listen(handle);
            let arguments: Vec<String> =
                std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
            deep_link::take_file(handle, &arguments, &std::env::current_dir().unwrap_or_default());
            open_windows(tauri, is_neutral)?;
            Ok(())
        })
        .run(tauri::generate_context!());
    if outcome.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Opens the window under the name that was chosen, so that not even its first moment gives it away.
fn open_windows(app: &tauri::App, is_neutral: bool) -> tauri::Result<()> {
    for mut window in window_configs(app.config()) {
        neutral::title(is_neutral).clone_into(&mut window.title);
        let window = tauri::WebviewWindowBuilder::from_config(app, &window)?.build()?;
        drops::listen(&window);
        if is_neutral {
            neutral::show(&window, true);
        }
    }
    Ok(())
}

/// The windows of `tauri.conf.json`. An incognito web view cannot be automated on Linux, so that the build for
/// window tests, and only that, leaves it out; each test has a home folder of its own instead.
fn window_configs(config: &tauri::Config) -> Vec<tauri::utils::config::WindowConfig> {
    #[allow(unused_mut, reason = "changed in the build for window tests only")]
    let mut windows = config.app.windows.clone();
    #[cfg(feature = "window-tests")]
    for window in &mut windows {
        window.incognito = false;
        // What a window costs at the least, to compare with; `cargo xtask bench window` writes this page.
        if std::env::var_os("SELFCHECK_TEST_EMPTY").is_some() {
            window.url = tauri::utils::config::WebviewUrl::App("empty.html".into());
        }
    }
    windows
}
