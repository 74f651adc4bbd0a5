// Every command of the window, once. From this table come the handlers, the names for the build script, the capability
// of the window and the TypeScript types. A new command is one row here and one method of `App`.
//
// A row is `kind name(argument: Type, ...) -> Type;`. Kinds:
//   now                runs on the window's own thread: quick, no dialog, no network.
//   background         runs on a thread of its own: dialogs, files, key derivation.
//   async              waits for network or for background work.
//   secret_now, secret_background, secret_async
//                      the same, with a secret as the raw body of the request. The arguments, if there are any, are one
//                      value, which travels in a header.
//   shell              handled by the shell alone; the table declares its types.
//
// The build script includes this file, so it holds the macro only.

/// Passes the table to the macro `$with`.
#[macro_export]
macro_rules! commands {
    ($with:ident) => {
        $with! {
            now start() -> Start;
            now leave_quickly() -> ();
            background about() -> AboutView;
            shell watch_news(channel: Subscription) -> ();
            now open_link(url: String) -> ();
            now copy_text(text: String) -> ();

            secret_now rate_password(RateArgs) -> Option<StrengthView>;
            secret_async check_password(CheckArgs) -> CheckView;
            now cancel_check() -> ();
            now make_passphrase(words: u32, language: String) -> PassphraseView;
            secret_now copy_passphrase() -> CopyView;

            async open_export() -> ExportView;
            async open_dropped() -> ExportView;
            shell watch_drops(channel: Subscription) -> ();
            now ignore_drops(channel: u32) -> ();
            secret_async unlock_export() -> ExportView;
            async choose_columns(password: u32, username: Option<u32>, url: Option<u32>, header: bool) -> ExportView;
            now reading_progress() -> ReadingView;
            now stop_reading() -> ();
            now stop_audit() -> ();
            background current_audit() -> Option<AuditView>;
            now close_audit() -> ();
            now judge_export() -> ();
            now ask_online(decoys: u32) -> ();
            async audit_rows(query: AuditQuery, fresh: bool, from: u32, count: u32) -> RowsView;
            now decide_login(index: u32, mark: Option<DecisionCode>, reason: String) -> ();
            background open_site_page(index: u32, what: SitePage) -> ();
            async save_report(format: ReportFormat) -> Option<String>;
            async compare_report() -> Option<ComparedView>;
            async compared() -> Option<ComparedView>;
            async update_catalogue() -> AuditView;
            background delete_export() -> AuditView;
            background finish_audit_step(step: String) -> WalkView;

            background open_notice_file() -> Option<NoticeView>;
            now waiting_file() -> Option<String>;
            background open_waiting_file() -> Option<NoticeView>;
            now leave_waiting_file() -> ();
            background open_practice(revision: Option<u32>) -> NoticeView;
            now current_notice() -> Option<NoticeView>;
            background notice_shown(revision: u32) -> ();
            now close_notice() -> ();
            now preview_notice(text: String) -> PreviewView;
            async fetch_notice(text: String) -> NoticeView;
            now pending_link() -> Option<String>;
            background trust_publisher(domain: String) -> NoticeView;
            async update_notice() -> Option<NoticeView>;
            async daily_update() -> Option<NoticeView>;
            background mark_step(step: String, mark: Option<MarkCode>, checked: bool, until: Option<String>) -> WalkView;
            background answer_question(id: String, answer: Option<GivenCode>) -> AnsweredView;
            background set_country(country: String) -> WalkView;

            now settings() -> SettingsView;
            now set_text_size(percent: u16) -> SettingsView;
            now set_language(code: Option<String>) -> SettingsView;
            now set_updates(choice: OnlineCode) -> SettingsView;
            now set_neutral_title(on: bool) -> SettingsView;
            now set_online(choice: OnlineCode) -> SettingsView;
            now set_mirror(address: Option<String>) -> SettingsView;
            background choose_list_file() -> Option<SettingsView>;
            now forget_list_file() -> SettingsView;
            now verify_list_file() -> SettingsView;
            now stop_verifying() -> SettingsView;
            background download_list() -> Option<SettingsView>;
            background update_list() -> SettingsView;
            background pause_download() -> SettingsView;
            background resume_download() -> SettingsView;
            background cancel_download() -> SettingsView;

            background desk_home() -> DeskView;
            background desk_start(template: String) -> DraftView;
            background desk_start_from_file() -> Option<DraftView>;
            background desk_open(name: String) -> DraftView;
            background desk_delete(name: String) -> DeskView;
            background desk_change(name: String, change: ChangeArgs) -> DraftView;
            background desk_take_out(name: String, part: PartArg, id: String) -> DraftView;
            background desk_put_back(name: String) -> DraftView;
            background desk_choose(what: DeskFile) -> ChosenFilesView;
            now desk_chosen() -> ChosenFilesView;
            secret_background desk_publish(PublishArgs) -> PublishedView;
            background desk_page(name: String, url: String, summary: String) -> String;
            background desk_keys() -> KeysView;
            background desk_keys_choose(what: KeyFile) -> KeysView;
            background desk_keys_drop(what: KeyListCode, at: u32) -> KeysView;
            secret_background desk_make_key(MakeKeyArgs) -> MadeKeyView;
            secret_background desk_make_card(MakeCardArgs) -> MadeCardView;

            now household() -> HouseholdView;
            async open_household() -> HouseholdView;
            secret_async unlock_household() -> HouseholdView;
            now keep_nothing() -> HouseholdView;
            now ask_who_again() -> HouseholdView;
            async add_person(name: String, choose: bool) -> ChosenView;
            background choose_person(id: u32) -> ChosenView;
            background open_kept_notice(id: String) -> ChosenView;
            background hand_over() -> HouseholdView;
            background rename_person(id: u32, name: String) -> HouseholdView;
            background remove_person(id: u32) -> HouseholdView;
            async wipe_household() -> WipedView;
            background together() -> TogetherView;
            background mark_together(person: u32, step: String, mark: Option<MarkCode>) -> TogetherView;
            secret_async export_household() -> Option<String>;
            secret_async import_household() -> Option<ImportedView>;

            now leaflet(country: String, language: String) -> Vec<PartView>;
            now print_page() -> ();
            background steps_without_names() -> Vec<StepView>;
            background save_plan(named: bool) -> Option<String>;
            background save_leaflet(country: String, language: String) -> Option<String>;
            background household_plans() -> EverybodyView;
            background save_household_plans() -> Option<String>;
        }
    };
}
