//! The TypeScript of everything that goes over: `ui/src/shared/contract.ts`.
#![cfg(test)]

use std::path::Path;

use ts_rs::{Config, TS};

use super::audit::{
    AuditReceiptView, AuditView, CatalogueView, ComparedView, CountView, DifferenceView, DifferencesView,
    ExportView, FindingView, OtherView, ReadingView, RowView, RowsView, SkippedView, WarningView,
};
use super::desk::{
    ChosenFilesView, ClassView, DeskView, DraftFindingView, DraftLineView, DraftView, FieldView, PickedView,
    PublishedView, TextView,
};
use super::desk_change::{ChangeArgs, PartArg};
use super::desk_keys::{KeyView, KeysView, MadeCardView, MadeKeyView, PreviousView};
use super::desk_parts::{NamedView, OwnQuestionView, OwnStepView, TranslationView};
use super::error::IpcError;
use super::household::{
    ChosenView, CountRowView, EverybodyView, HouseholdView, ImportedView, PaperPersonView, PaperStepView,
    PersonView, ReminderView, SharedView, TableView, TogetherPersonView, TogetherStepView, TogetherView,
    WipedView,
};
use super::notice::{
    AnsweredView, BlockView, ContactView, ExposedView, InlineView, LinkView, NoticeView, PartView, PlaceView,
    PreviewView, PublisherView, QuestionView, SectionView, Start, StepView, ToolView, WalkView,
};
use super::password::{CheckView, CopyView, ListView, PassphraseView, ReceiptView, StrengthView};
use super::settings::{ListFileView, ListsView, SettingsView, TransferView, VerificationView};

const HEAD: &str = "// Made by `cargo xtask bindings` from src-tauri/src/ipc. Do not edit.\n\n\
    export type AnswerCode = \"found\" | \"not_on_this_list\" | \"could_not_check\" | \"not_asked\";\n\
    export type MarkCode = \"done\" | \"not_for_me\" | \"later\";\n\
    export type TrustCode = \"practice\" | \"unsigned\" | \"verified\" | \"new_publisher\" | \"unconfirmed\" | \"stale\" | \"changed_key\" | \"older\" | \"conflict\" | \"expired\" | \"withdrawn\";\n\
    export type GivenCode = \"yes\" | \"no\" | \"not_sure\";\n\
    export type OnlineCode = \"ask_me\" | \"yes\" | \"never\";\n\
    export type AuditQuery = { filter: string | null; search: string; sort: \"urgency\" | \"site\" | \"username\" | \"line\" | \"group\"; group: number | null };\n\n";

/// Command to what it takes and gives. A raw request is the bytes of a secret.
const COMMANDS: &str = "export interface Commands {\n\
    \u{20} start: { args: Record<string, never>; gives: Start };\n\
    \u{20} cancel_check: { args: Record<string, never>; gives: null };\n\
    \u{20} make_passphrase: { args: { words: number; language: string }; gives: PassphraseView };\n\
    \u{20} open_notice_file: { args: Record<string, never>; gives: NoticeView | null };\n\
    \u{20} open_practice: { args: { revision: number | null }; gives: NoticeView };\n\
    \u{20} current_notice: { args: Record<string, never>; gives: NoticeView | null };\n\
    \u{20} preview_notice: { args: { text: string }; gives: PreviewView };\n\
    \u{20} fetch_notice: { args: { text: string }; gives: NoticeView };\n\
    \u{20} pending_link: { args: Record<string, never>; gives: string | null };\n\
    \u{20} trust_publisher: { args: { domain: string }; gives: NoticeView };\n\
    \u{20} update_notice: { args: Record<string, never>; gives: NoticeView | null };\n\
    \u{20} daily_update: { args: Record<string, never>; gives: NoticeView | null };\n\
    \u{20} notice_shown: { args: { revision: number }; gives: null };\n\
    \u{20} close_notice: { args: Record<string, never>; gives: null };\n\
    \u{20} mark_step: { args: { step: string; mark: MarkCode | null; checked: boolean; until: string | null }; gives: WalkView };\n\
    \u{20} answer_question: { args: { id: string; answer: GivenCode | null }; gives: AnsweredView };\n\
    \u{20} set_country: { args: { country: string }; gives: WalkView };\n\
    \u{20} settings: { args: Record<string, never>; gives: SettingsView };\n\
    \u{20} set_text_size: { args: { percent: number }; gives: SettingsView };\n\
    \u{20} set_language: { args: { code: string | null }; gives: SettingsView };\n\
    \u{20} set_updates: { args: { choice: OnlineCode }; gives: SettingsView };\n\
    \u{20} set_online: { args: { choice: OnlineCode }; gives: SettingsView };\n\
    \u{20} set_mirror: { args: { address: string | null }; gives: SettingsView };\n\
    \u{20} choose_list_file: { args: Record<string, never>; gives: SettingsView | null };\n\
    \u{20} forget_list_file: { args: Record<string, never>; gives: SettingsView };\n\
    \u{20} verify_list_file: { args: Record<string, never>; gives: SettingsView };\n\
    \u{20} stop_verifying: { args: Record<string, never>; gives: SettingsView };\n\
    \u{20} download_list: { args: Record<string, never>; gives: SettingsView | null };\n\
    \u{20} update_list: { args: Record<string, never>; gives: SettingsView };\n\
    \u{20} pause_download: { args: Record<string, never>; gives: SettingsView };\n\
    \u{20} resume_download: { args: Record<string, never>; gives: SettingsView };\n\
    \u{20} cancel_download: { args: Record<string, never>; gives: SettingsView };\n\
    \u{20} desk_home: { args: Record<string, never>; gives: DeskView };\n\
    \u{20} desk_start: { args: { template: string }; gives: DraftView };\n\
    \u{20} desk_start_from_file: { args: Record<string, never>; gives: DraftView | null };\n\
    \u{20} desk_open: { args: { name: string }; gives: DraftView };\n\
    \u{20} desk_delete: { args: { name: string }; gives: DeskView };\n\
    \u{20} desk_change: { args: { name: string; change: ChangeArgs }; gives: DraftView };\n\
    \u{20} desk_take_out: { args: { name: string; part: PartArg; id: string }; gives: DraftView };\n\
    \u{20} desk_put_back: { args: { name: string }; gives: DraftView };\n\
    \u{20} desk_choose: { args: { what: \"key\" | \"card\" | \"folder\" | \"former\" }; gives: ChosenFilesView };\n\
    \u{20} desk_page: { args: { name: string; url: string; summary: string }; gives: string };\n\
    \u{20} desk_keys: { args: Record<string, never>; gives: KeysView };\n\
    \u{20} desk_keys_choose: { args: { what: \"keys_folder\" | \"desk_pub\" | \"root_pub\" | \"signer\" | \"previous\" }; gives: KeysView };\n\
    \u{20} desk_keys_drop: { args: { what: \"desk_pub\" | \"root_pub\" | \"signer\"; at: number }; gives: KeysView };\n\
    \u{20} desk_chosen: { args: Record<string, never>; gives: ChosenFilesView };\n\
    \u{20} household: { args: Record<string, never>; gives: HouseholdView };\n\
    \u{20} open_household: { args: Record<string, never>; gives: HouseholdView };\n\
    \u{20} keep_nothing: { args: Record<string, never>; gives: HouseholdView };\n\
    \u{20} ask_who_again: { args: Record<string, never>; gives: HouseholdView };\n\
    \u{20} add_person: { args: { name: string; choose: boolean }; gives: ChosenView };\n\
    \u{20} choose_person: { args: { id: number }; gives: ChosenView };\n\
    \u{20} open_kept_notice: { args: { id: string }; gives: ChosenView };\n\
    \u{20} hand_over: { args: Record<string, never>; gives: HouseholdView };\n\
    \u{20} rename_person: { args: { id: number; name: string }; gives: HouseholdView };\n\
    \u{20} remove_person: { args: { id: number }; gives: HouseholdView };\n\
    \u{20} wipe_household: { args: Record<string, never>; gives: WipedView };\n\
    \u{20} together: { args: Record<string, never>; gives: TogetherView };\n\
    \u{20} mark_together: { args: { person: number; step: string; mark: MarkCode | null }; gives: TogetherView };\n\
    \u{20} household_plans: { args: Record<string, never>; gives: EverybodyView };\n\
    \u{20} save_household_plans: { args: Record<string, never>; gives: string | null };\n\
    \u{20} set_neutral_title: { args: { on: boolean }; gives: SettingsView };\n\
    \u{20} leaflet: { args: { country: string; language: string }; gives: PartView[] };\n\
    \u{20} print_page: { args: Record<string, never>; gives: null };\n\
    \u{20} save_plan: { args: Record<string, never>; gives: string | null };\n\
    \u{20} save_leaflet: { args: { country: string; language: string }; gives: string | null };\n\
    \u{20} open_export: { args: Record<string, never>; gives: ExportView };\n\
    \u{20} choose_columns: { args: { password: number; username: number | null; url: number | null; header: boolean }; gives: ExportView };\n\
    \u{20} stop_audit: { args: Record<string, never>; gives: null };\n\
    \u{20} current_audit: { args: Record<string, never>; gives: AuditView | null };\n\
    \u{20} close_audit: { args: Record<string, never>; gives: null };\n\
    \u{20} judge_export: { args: Record<string, never>; gives: null };\n\
    \u{20} ask_online: { args: { decoys: number }; gives: null };\n\
    \u{20} audit_rows: { args: { query: AuditQuery; fresh: boolean; from: number; count: number }; gives: RowsView };\n\
    \u{20} decide_login: { args: { index: number; mark: RowView[\"mark\"]; reason: string }; gives: null };\n\
    \u{20} open_site_page: { args: { index: number; what: \"change\" | \"two_step\" }; gives: null };\n\
    \u{20} save_report: { args: { format: \"html\" | \"csv\" | \"json\" }; gives: string | null };\n\
    \u{20} open_dropped: { args: Record<string, never>; gives: ExportView };\n\
    \u{20} watch_drops: { args: { channel: unknown }; gives: null };\n\
    \u{20} ignore_drops: { args: { channel: number }; gives: null };\n\
    \u{20} reading_progress: { args: Record<string, never>; gives: ReadingView };\n\
    \u{20} stop_reading: { args: Record<string, never>; gives: null };\n\
    \u{20} compare_report: { args: Record<string, never>; gives: ComparedView | null };\n\
    \u{20} compared: { args: Record<string, never>; gives: ComparedView | null };\n\
    \u{20} update_catalogue: { args: Record<string, never>; gives: AuditView };\n\
    \u{20} delete_export: { args: Record<string, never>; gives: AuditView };\n\
    \u{20} finish_audit_step: { args: { step: string }; gives: WalkView };\n\
    \u{20} open_link: { args: { url: string }; gives: null };\n\
    \u{20} leave_quickly: { args: Record<string, never>; gives: null };\n\
    }\n\n\
    export interface SecretCommands {\n\
    \u{20} rate_password: { headers: \"x-about\"; gives: StrengthView | null };\n\
    \u{20} check_password: { headers: \"x-about\" | \"x-online\"; gives: CheckView };\n\
    \u{20} unlock_export: { headers: never; gives: ExportView };\n\
    \u{20} unlock_household: { headers: never; gives: HouseholdView };\n\
    \u{20} export_household: { headers: never; gives: string | null };\n\
    \u{20} import_household: { headers: never; gives: ImportedView | null };\n\
    \u{20} copy_passphrase: { headers: never; gives: CopyView };\n\
    \u{20} desk_publish: { headers: \"x-about\"; gives: PublishedView };\n\
    \u{20} desk_make_key: { headers: \"x-about\"; gives: MadeKeyView };\n\
    \u{20} desk_make_card: { headers: \"x-about\"; gives: MadeCardView };\n\
    }\n";

fn contract() -> String {
    let config = Config::default();
    let mut text = HEAD.to_owned();
    macro_rules! declare {
        ($($name:ident)+) => { $(text.push_str(&format!("export {}\n\n", <$name as TS>::decl(&config)));)+ };
    }
    declare!(
        IpcError PlaceView StrengthView ListView ReceiptView CheckView PassphraseView CopyView InlineView BlockView SectionView
        ExposedView ContactView LinkView ToolView StepView QuestionView WalkView AnsweredView PartView PublisherView PreviewView NoticeView Start ListFileView
        ClassView DraftLineView DeskView FieldView TextView PickedView NamedView TranslationView OwnStepView OwnQuestionView
        DraftFindingView DraftView ChosenFilesView PublishedView PartArg ChangeArgs
        KeyView PreviousView KeysView MadeKeyView MadeCardView
        TransferView VerificationView ListsView SettingsView
        SkippedView WarningView CountView AuditReceiptView CatalogueView AuditView ReadingView ExportView OtherView FindingView RowView RowsView
        DifferenceView DifferencesView ComparedView
        HouseholdView PersonView TableView CountRowView ReminderView ChosenView WipedView ImportedView EverybodyView SharedView PaperPersonView PaperStepView TogetherView TogetherStepView TogetherPersonView
    );
    text + COMMANDS
}

#[test]
fn export_bindings_or_find_that_they_are_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/shared/contract.ts");
    let made = contract();
    if std::env::var_os("SELFCHECK_WRITE_BINDINGS").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), made, "run `cargo xtask bindings`");
}

#[test]
fn every_command_is_in_the_contract_the_build_and_the_capability() {
    let build = include_str!("../../build.rs");
    let capability = include_str!("../../capabilities/main.json");
    let names: Vec<&str> = COMMANDS
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split_once(": {").map(|(name, _)| name))
        .collect();
    assert!(names.len() > 10, "the contract is read");
    let capability: serde_json::Value = serde_json::from_str(capability).unwrap();
    let permissions = capability["permissions"].as_array().unwrap();
    let mut allowed: Vec<&str> = permissions.iter().map(|one| one.as_str().unwrap()).collect();
    let mut ours: Vec<String> =
        names.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    allowed.sort_unstable();
    ours.sort_unstable();
    assert_eq!(allowed, ours, "our commands and nothing of a plugin or of the framework");
    for name in names {
        assert!(build.contains(&format!("\"{name}\"")), "{name}");
    }
    let manifest = include_str!("../../Cargo.toml");
    for plugin in ["fs", "http", "shell", "opener", "process"] {
        assert!(!manifest.contains(&format!("tauri-plugin-{plugin}")), "{plugin}");
    }
}

#[test]
fn the_policy_allows_no_inline_script_and_no_other_origin() {
    let config: serde_json::Value = serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap();
    let policy = config["app"]["security"]["csp"].as_str().unwrap();
    assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("https:"));
    assert!(policy.starts_with("default-src 'self'"));
    // The one frame is the page that is about to be published, from our own scheme, in which nothing runs.
    let frames = policy.split("; ").find(|rule| rule.starts_with("frame-src")).unwrap();
    assert_eq!(frames, "frame-src selfcheck-page: http://selfcheck-page.localhost");
    assert!(include_str!("../../../ui/src/parts/DraftPage.svelte").contains("sandbox=\"allow-same-origin\""));
    let window = &config["app"]["windows"][0];
    assert_eq!((window["incognito"].as_bool(), window["devtools"].as_bool()), (Some(true), Some(false)));
}

#[test]
fn the_package_registers_the_links_of_notices() {
    let text = include_str!("../../tauri.conf.json");
    let config: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(config["plugins"]["deep-link"]["desktop"]["schemes"][0], "selfcheck");
    assert_eq!(config["bundle"]["linux"]["deb"]["desktopTemplate"], "selfcheck.desktop");
    // Of a name that stands twice, only the last counts, and nobody says so.
    assert_eq!(text.matches("\"linux\"").count(), 1);
    let entry = include_str!("../../selfcheck.desktop");
    assert!(entry.contains("Exec={{exec}} %u\n"));
    assert!(entry.contains("MimeType=x-scheme-handler/selfcheck;\n"));
}

#[test]
fn tauris_tracing_stays_off() {
    let workspace = include_str!("../../../Cargo.toml");
    let line = workspace.lines().find(|line| line.starts_with("tauri = ")).unwrap();
    assert!(!line.contains("tracing") && !line.contains("devtools"));
}

#[test]
fn every_code_that_the_window_can_send_has_a_sentence_and_a_next_step() {
    let texts = [
        include_str!("../../../ui/src/shared/messages/en.ts"),
        include_str!("../../../ui/src/shared/messages/en-household.ts"),
    ]
    .concat();
    let mut codes: Vec<String> = Vec::new();
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = vec![here.join("ipc/error.rs")];
    sources.push(here.join("ipc/desk.rs"));
    sources.extend(std::fs::read_dir(here.join("commands")).unwrap().map(|file| file.unwrap().path()));
    for source in sources {
        codes.extend(
            std::fs::read_to_string(source)
                .unwrap()
                .split("IpcError::new(\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .map(str::to_owned),
        );
    }
    codes.extend(
        ["too_big", "not_utf8", "nul", "bidi_control", "container", "syntax", "wrong_type", "format"]
            .map(String::from),
    );
    codes.extend(
        ["password_empty", "password_too_long", "password_line_break", "password_not_text"].map(String::from),
    );
    codes.extend(["catalogue_unreachable", "catalogue_bad", "catalogue_not_kept"].map(String::from));
    codes.extend(password::Warning::ALL.iter().map(|warning| warning.code().to_owned()));
    codes.extend(password::Suggestion::ALL.iter().map(|suggestion| suggestion.code().to_owned()));
    for code in codes {
        let quoted = format!("    \"{code}\": \"");
        let plain = format!("    {code}: \"");
        let broken = format!("    {code}:\n");
        assert!(
            texts.contains(&quoted) || texts.contains(&plain) || texts.contains(&broken),
            "{code} has no text"
        );
    }
}

/// Every state of a verification is on screen in every language: those of which something is shown as a state with
/// its meaning, the others as what was wrong and what to do.
#[test]
fn every_state_and_code_of_a_verification_has_its_words_in_every_language() {
    use notice::verify::State;
    let publisher = [
        include_str!("../../../ui/src/shared/messages/en-publisher.ts"),
        include_str!("../../../ui/src/shared/messages/de-publisher.ts"),
    ];
    let errors = [
        include_str!("../../../ui/src/shared/messages/en.ts"),
        include_str!("../../../ui/src/shared/messages/de.ts"),
    ];
    let has = |catalogue: &str, path: &str| text_keys(catalogue).contains(path);
    let nothing_shown = [State::Tampered, State::Damaged, State::TooNew];
    for state in State::ALL.iter().filter(|state| !nothing_shown.contains(state)) {
        let code = state.code();
        assert!(HEAD.contains(&format!("\"{code}\"")), "{code} is in the contract");
        for catalogue in publisher {
            for group in ["state", "stateText"] {
                assert!(has(catalogue, &format!("{group}.{code}")), "{group}.{code}");
            }
        }
    }
    let codes = [
        "too_big",
        "not_utf8",
        "nul",
        "bidi_control",
        "container",
        "syntax",
        "wrong_type",
        "format",
        "card_signature",
        "link_key",
        "foreign_host",
        "no_succession",
        "card_serial",
        "card_expired",
        "card_too_long",
        "card_not_yet",
        "unnamed_key",
        "body_signature",
        "trusted_comment",
        "foreign_domain",
        "signature_missing",
        "revision",
        "same_revision",
    ];
    for (code, catalogue) in codes.iter().flat_map(|code| errors.map(|catalogue| (code, catalogue))) {
        assert!(has(catalogue, &format!("errors.{code}")), "{code}");
    }
}

/// The paths of all texts of a catalogue, read by its indentation.
fn text_keys(catalogue: &str) -> std::collections::BTreeSet<String> {
    let mut path: Vec<String> = Vec::new();
    let mut keys = std::collections::BTreeSet::new();
    let body = catalogue.lines().skip_while(|line| !line.starts_with("export const ")).skip(1);
    for line in body.take_while(|line| *line != "};") {
        let depth = (line.len() - line.trim_start().len()) / 2;
        let Some((key, rest)) = line.trim_start().split_once(':') else { continue };
        let key = key.trim_matches('"');
        if depth == 0
            || depth > path.len() + 1
            || !key.chars().all(|c| c.is_alphanumeric() || "-_".contains(c))
        {
            continue;
        }
        path.truncate(depth - 1);
        path.push(key.to_owned());
        // One line of a group: `{ yes: "Yes", no: "No" },`.
        if !rest.trim().ends_with('{') {
            keys.insert(path.join("."));
            path.pop();
        }
    }
    keys
}

#[test]
fn german_has_every_text_that_english_has_and_no_other() {
    let catalogues = [
        (
            include_str!("../../../ui/src/shared/messages/en.ts"),
            include_str!("../../../ui/src/shared/messages/de.ts"),
        ),
        (
            include_str!("../../../ui/src/shared/messages/en-audit.ts"),
            include_str!("../../../ui/src/shared/messages/de-audit.ts"),
        ),
        (
            include_str!("../../../ui/src/shared/messages/en-publisher.ts"),
            include_str!("../../../ui/src/shared/messages/de-publisher.ts"),
        ),
        (
            include_str!("../../../ui/src/shared/messages/en-desk.ts"),
            include_str!("../../../ui/src/shared/messages/de-desk.ts"),
        ),
        (
            include_str!("../../../ui/src/shared/messages/en-household.ts"),
            include_str!("../../../ui/src/shared/messages/de-household.ts"),
        ),
    ];
    for (english, german) in catalogues.map(|(english, german)| (text_keys(english), text_keys(german))) {
        assert!(english.len() > 40, "the catalogue is read: {}", english.len());
        let missing: Vec<&String> = english.difference(&german).collect();
        assert!(missing.is_empty(), "without a German text: {missing:#?}");
        assert_eq!(german.difference(&english).collect::<Vec<_>>(), Vec::<&String>::new());
    }
}
