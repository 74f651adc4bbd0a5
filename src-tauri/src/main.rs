//! The window of Selfcheck: commands of a few lines over the use cases.
//!
//! Not here: any rule. What a password, a list, a notice or a plan is, the crates know; what it looks like, `ui/`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![allow(clippy::exit, reason = "inside the framework's own macro")]

mod audits;
mod commands;
mod deep_link;
mod desk;
mod drops;
mod household;
mod ipc;
mod kept;
mod locale;
mod neutral;
mod reading;
#[cfg(target_os = "linux")]
mod rendering;
mod state;

use std::process::ExitCode;

use tauri::Manager as _;

#[allow(clippy::too_many_lines, reason = "most of them name a command each")]
fn main() -> ExitCode {
    #[cfg(target_os = "linux")]
    rendering::fit_to_this_machine();
    selfcheck::hardening::keep_memory_private();
    let state = state::AppState::default();
    neutral::before_the_window(state.choices.now().neutral_title);
    let outcome = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| deep_link::show(app)))
        .plugin(tauri_plugin_deep_link::init())
        .plugin(tauri_plugin_dialog::init())
        .manage(state)
        .manage(audits::AuditState::default())
        .register_uri_scheme_protocol(commands::desk_page::SCHEME, |context, request| {
            commands::desk_page::answer(context.app_handle(), request.uri().path())
        })
        .invoke_handler(tauri::generate_handler![
            commands::start,
            commands::leave_quickly,
            commands::open_link,
            commands::password::rate_password,
            commands::password::check_password,
            commands::password::cancel_check,
            commands::password::make_passphrase,
            commands::password::copy_passphrase,
            commands::export::open_export,
            commands::export::open_dropped,
            commands::export::watch_drops,
            commands::export::ignore_drops,
            commands::export::unlock_export,
            commands::export::choose_columns,
            commands::export::reading_progress,
            commands::export::stop_reading,
            commands::audit::stop_audit,
            commands::audit::current_audit,
            commands::audit::close_audit,
            commands::audit::judge_export,
            commands::audit::ask_online,
            commands::audit::audit_rows,
            commands::audit::decide_login,
            commands::audit::open_site_page,
            commands::audit::save_report,
            commands::audit::compare_report,
            commands::audit::compared,
            commands::audit::update_catalogue,
            commands::audit::delete_export,
            commands::audit::finish_audit_step,
            commands::notice::open_notice_file,
            commands::notice::open_practice,
            commands::notice::current_notice,
            commands::notice::notice_shown,
            commands::notice::close_notice,
            commands::trust::preview_notice,
            commands::trust::fetch_notice,
            commands::trust::pending_link,
            commands::trust::trust_publisher,
            commands::trust::update_notice,
            commands::trust::daily_update,
            commands::notice::mark_step,
            commands::notice::answer_question,
            commands::notice::set_country,
            commands::settings::settings,
            commands::settings::set_text_size,
            commands::settings::set_language,
            commands::settings::set_updates,
            commands::lists::set_online,
            commands::lists::set_mirror,
            commands::lists::choose_list_file,
            commands::lists::forget_list_file,
            commands::lists::verify_list_file,
            commands::lists::stop_verifying,
            commands::lists::download_list,
            commands::lists::update_list,
            commands::lists::pause_download,
            commands::lists::resume_download,
            commands::lists::cancel_download,
            commands::desk::desk_home,
            commands::desk::desk_start,
            commands::desk::desk_start_from_file,
            commands::desk::desk_open,
            commands::desk::desk_delete,
            commands::desk::desk_change,
            commands::desk::desk_take_out,
            commands::desk::desk_put_back,
            commands::desk_publish::desk_choose,
            commands::desk_publish::desk_chosen,
            commands::desk_publish::desk_publish,
            commands::desk_page::desk_page,
            commands::desk_keys::desk_keys,
            commands::desk_keys::desk_keys_choose,
            commands::desk_keys::desk_keys_drop,
            commands::desk_keys::desk_make_key,
            commands::desk_keys::desk_make_card,
            commands::household::household,
            commands::household::open_household,
            commands::household::unlock_household,
            commands::household::keep_nothing,
            commands::household::ask_who_again,
            commands::household::add_person,
            commands::household::choose_person,
            commands::household::open_kept_notice,
            commands::household::hand_over,
            commands::household::rename_person,
            commands::household::remove_person,
            commands::household::wipe_household,
            commands::household::together,
            commands::household::mark_together,
            commands::settings::set_neutral_title,
            commands::print::leaflet,
            commands::print::print_page,
            commands::print::save_plan,
            commands::print::save_leaflet,
            commands::print::household_plans,
            commands::print::save_household_plans,
            commands::take_along::export_household,
            commands::take_along::import_household,
        ])
        .setup(|app| {
            deep_link::listen(app.handle());
            open_windows(app)?;
            Ok(())
        })
        .run(tauri::generate_context!());
    if outcome.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Opens the window under the name that was chosen, so that not even its first moment gives it away.
fn open_windows(app: &tauri::App) -> tauri::Result<()> {
    let is_neutral = app.state::<state::AppState>().choices.now().neutral_title;
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
