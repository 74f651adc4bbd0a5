//! Names every command of the window, so that each needs a permission of its own.

fn main() {
    let commands: &[&str] = &[
        "start",
        "rate_password",
        "check_password",
        "cancel_check",
        "make_passphrase",
        "copy_passphrase",
        "open_notice_file",
        "open_practice",
        "current_notice",
        "close_notice",
        "mark_step",
        "answer_question",
        "set_country",
        "settings",
        "set_text_size",
        "set_language",
        "set_online",
        "set_mirror",
        "choose_list_file",
        "forget_list_file",
        "verify_list_file",
        "stop_verifying",
        "download_list",
        "update_list",
        "pause_download",
        "resume_download",
        "cancel_download",
        "leaflet",
        "print_page",
        "save_plan",
        "save_leaflet",
        "open_link",
        "leave_quickly",
    ];
    let manifest = tauri_build::AppManifest::new().commands(commands);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        println!("cargo::error={error:#}");
    }
}
