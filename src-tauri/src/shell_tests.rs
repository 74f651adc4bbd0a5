//! The window's configuration, checked against the table of commands.

macro_rules! names {
    ($($kind:ident $name:ident($($args:tt)*) -> $out:ty;)+) => { &[$(stringify!($name)),+] };
}

/// The name of each command.
const COMMANDS: &[&str] = app::commands!(names);

#[test]
fn capability_allows_the_commands_of_the_table_and_nothing_else() {
    let capability = include_str!("../capabilities/main.json");
    let capability: serde_json::Value = serde_json::from_str(capability).unwrap();
    let permissions = capability["permissions"].as_array().unwrap();
    let mut allowed: Vec<&str> = permissions.iter().map(|one| one.as_str().unwrap()).collect();
    let mut ours: Vec<String> =
        COMMANDS.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    allowed.sort_unstable();
    ours.sort_unstable();
    assert_eq!(allowed, ours, "our commands and nothing of a plugin or of the framework");
    let manifest = include_str!("../Cargo.toml");
    for plugin in ["fs", "http", "shell", "opener", "process"] {
        assert!(!manifest.contains(&format!("tauri-plugin-{plugin}")), "{plugin}");
    }
}

#[test]
fn the_policy_allows_no_inline_script_and_no_other_origin() {
    let config: serde_json::Value = serde_json::from_str(include_str!("../tauri.conf.json")).unwrap();
    let policy = config["app"]["security"]["csp"].as_str().unwrap();
    assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("https:"));
    assert!(policy.starts_with("default-src 'self'"));
    // The one frame is the page that is about to be published, from our own scheme, in which nothing runs.
    let frames = policy.split("; ").find(|rule| rule.starts_with("frame-src")).unwrap();
    assert_eq!(frames, "frame-src selfcheck-page: http://selfcheck-page.localhost");
    assert!(
        include_str!("../../ui/src/features/publish/DraftPage.svelte")
            .contains("sandbox=\"allow-same-origin\"")
    );
    let window = &config["app"]["windows"][0];
    assert_eq!((window["incognito"].as_bool(), window["devtools"].as_bool()), (Some(true), Some(false)));
}

#[test]
fn the_package_registers_the_links_of_notices() {
    let text = include_str!("../tauri.conf.json");
    let config: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(config["plugins"]["deep-link"]["desktop"]["schemes"][0], "selfcheck");
    assert_eq!(config["bundle"]["linux"]["deb"]["desktopTemplate"], "selfcheck.desktop");
    // Of a name that stands twice, only the last counts, and nobody says so.
    assert_eq!(text.matches("\"linux\"").count(), 1);
    let entry = include_str!("../selfcheck.desktop");
    assert!(entry.contains("Exec={{exec}} %u\n"));
    assert!(entry.contains("MimeType=x-scheme-handler/selfcheck;application/x-selfcheck-notice;\n"));
}

#[test]
fn tauris_tracing_stays_off() {
    let workspace = include_str!("../../Cargo.toml");
    let line = workspace.lines().find(|line| line.starts_with("tauri = ")).unwrap();
    assert!(!line.contains("tracing") && !line.contains("devtools"));
}
