// Made by `cargo xtask bindings` from src-tauri/src/ipc. Do not edit.

export type AnswerCode = "found" | "not_on_this_list" | "could_not_check" | "not_asked";
export type MarkCode = "done" | "not_for_me" | "later";
export type TrustCode = "practice" | "unsigned" | "verified" | "new_publisher" | "unconfirmed" | "stale" | "changed_key" | "older" | "conflict" | "expired" | "withdrawn";
export type GivenCode = "yes" | "no" | "not_sure";
export type OnlineCode = "ask_me" | "yes" | "never";
export type AuditQuery = { filter: string | null; search: string; sort: "urgency" | "site" | "username" | "line" | "group"; group: number | null };

export type IpcError = { code: string, detail: string | null, line: number | null, column: number | null, };

export type PlaceView = { url: string, 
/**
 * Whether it may be opened; else it is there to copy.
 */
live: boolean, host: string, 
/**
 * The address to print: its host in letters that nothing can be mistaken for.
 */
shown: string, };

export type StrengthView = { score: number, guesses_log10: number, offline_seconds: number, online_seconds: number, warning: string | null, suggestions: Array<string>, };

export type ListView = { list: string, host: string | null, answer: AnswerCode, count: number | null, count_is_minimum: boolean, rank: "top_1000" | "top_10000" | "top_million" | null, reason: string | null, retry_after_seconds: number | null, status: number | null, };

export type ReceiptView = { host: string, sent: string, over: string, requests: number, };

export type CheckView = { strength: StrengthView, lists: Array<ListView>, verdict: AnswerCode, receipt: Array<ReceiptView>, 
/**
 * Somebody else at this table checked the same password in this session.
 */
shared: boolean, };

export type PassphraseView = { passphrase: string, words: number, entropy_bits: number, language: string, };

export type CopyView = { clears_after_seconds: number, };

export type InlineView = { "kind": "text", text: string, } | { "kind": "strong", inlines: Array<InlineView>, } | { "kind": "emphasis", inlines: Array<InlineView>, } | { "kind": "code", text: string, } | { "kind": "link", inlines: Array<InlineView>, place: PlaceView, };

export type BlockView = { "kind": "heading", inlines: Array<InlineView>, } | { "kind": "paragraph", inlines: Array<InlineView>, } | { "kind": "list", ordered: boolean, items: Array<Array<BlockView>>, };

export type SectionView = { heading: "happened" | "consequences" | "doing" | "not_taken" | "not_known", blocks: Array<BlockView>, };

export type ExposedView = { class: string, certainty: "confirmed" | "possible" | "ruled-out", protection: string | null, note: Array<BlockView>, };

export type ContactView = { name: string | null, url: PlaceView | null, email: string | null, elsewhere: string | null, };

export type LinkView = { text: string, url: string, host: string, checked: string, note: string | null, };

export type ToolView = { kind: "check" | "export" | "maker", 
/**
 * Whether it may make a new password too.
 */
maker: boolean, };

export type StepView = { id: string, kind: string, 
/**
 * The tool that stands on the step's own page.
 */
tool: ToolView | null, 
/**
 * The tool that stands on a page of its own, because this one has words of a publisher that is not pinned.
 */
tool_apart: ToolView | null, urgency: "now" | "today" | "this_week", minutes: number, title: string, why: string, actions: Array<string>, links: Array<LinkView>, because: Array<string>, from: "library" | "notice", country: string | null, withdrawn: string | null, mark: MarkCode | null, how: "you_told_us" | "we_checked" | null, 
/**
 * The day on which a step that was put off comes up again.
 */
remind_on: string | null, };

export type QuestionView = { id: string, text: string, why: string, 
/**
 * Whether a pending step depends on it.
 */
needed: boolean, answer: GivenCode | null, };

export type WalkView = { notice_id: string, title: string, 
/**
 * What to call the notice where its own words may not stand.
 */
domain: string, 
/**
 * Whether words of the notice may stand on a page that has a field for a password.
 */
words_beside_passwords: boolean, country: string, steps: Array<StepView>, questions: Array<QuestionView>, settled: number, total: number, minutes_left: number, 
/**
 * The day by which the contacts were to be looked at again, once it has passed.
 */
contacts_overdue: string | null, };

export type AnsweredView = { walk: WalkView, 
/**
 * Titles of steps that came.
 */
came: Array<string>, 
/**
 * Titles of steps that went.
 */
went: Array<string>, };

export type PartView = { title: string, why: string, actions: Array<string>, links: Array<LinkView>, };

export type PublisherView = { name: string, domains: Array<string>, words: string, 
/**
 * For another key than the known one: the words of the known key.
 */
known_words: string | null, known_since: string | null, 
/**
 * When the card of the other key was made.
 */
signed_since: string | null, };

export type PreviewView = { text: string, 
/**
 * What would be fetched.
 */
address: string, host: string, domain: string, is_link: boolean, looks_like: string | null, 
/**
 * Whether the open notice came from there. A newer statement of it keeps its ticks.
 */
is_open: boolean, };

export type NoticeView = { trust: TrustCode, 
/**
 * What it was when it was kept, if it has become worse since.
 */
was: TrustCode | null, publisher: PublisherView | null, 
/**
 * Whether it says that it was taken back, and nobody has confirmed who says so.
 */
withdrawn_by_a_stranger: boolean, 
/**
 * Whether its publisher may be taken for the one of its domain now, by whom is asked.
 */
can_trust: boolean, 
/**
 * A domain that is known and looks like this one.
 */
looks_like: string | null, 
/**
 * The promise of an update that has passed.
 */
late_since: string | null, 
/**
 * Until when it was current, if that has passed and no promise has.
 */
current_until: string | null, 
/**
 * Whether the site can be asked for a newer statement.
 */
can_update: boolean, 
/**
 * When that was done last, and the code of why it came to nothing.
 */
asked: string | null, trouble: string | null, 
/**
 * Where the file with what is known of publishers stands, if it was damaged.
 */
publishers_aside: string | null, id: string, domain: string, revision: number, latest_practice: number | null, status: "interim" | "final" | "withdrawn", published: string | null, next_update: string | null, title: string, affects: string | null, accounts: number | null, accounts_not_known: boolean, never_asks: Array<string>, sections: Array<SectionView>, exposed: Array<ExposedView>, changes: Array<string>, contact: ContactView | null, walk: WalkView, };

export type Start = { version: string, countries: Array<string>, languages: Array<string>, range_host: string, notice: NoticeView | null, 
/**
 * Where the file with what is known of publishers stands, if it was damaged.
 */
publishers_aside: string | null, };

export type ListFileView = { name: string, folder: string, problem: "unreadable" | "foreign" | "damaged" | null, entries: number, bytes: number, as_of: string, source: string, one_wrong_in: number, };

export type ClassView = { class: string, label: string, asks: Array<string>, };

export type DraftLineView = { name: string, title: string, id: string, };

export type DeskView = { templates: Array<string>, drafts: Array<DraftLineView>, classes: Array<ClassView>, 
/**
 * What a step can be.
 */
kinds: Array<string>, };

export type FieldView = { field: string, text: string, };

export type TextView = { field: string, words: Array<string>, };

export type PickedView = { class: string, label: string, certainty: string, protection: string, notes: Array<string>, };

export type NamedView = { name: string, label: string, };

export type TranslationView = { language: string, up_to_date: boolean, 
/**
 * Texts of the first language that it does not have.
 */
missing: number, };

export type OwnStepView = { id: string, 
/**
 * Whether members have seen it in a statement that was published.
 */
published: boolean, kind: string, urgency: string, minutes: number | null, link: string, because: Array<string>, title: Array<string>, why: Array<string>, text: Array<string>, withdrawn: Array<string>, };

export type OwnQuestionView = { id: string, text: Array<string>, why: Array<string>, 
/**
 * The steps that the answer "no" takes away.
 */
steps: Array<string>, };

export type DraftFindingView = { code: string, level: string, field: string, about: string | null, };

export type DraftView = { name: string, id: string, status: string, 
/**
 * The number that it will have when it is published next.
 */
number: number, 
/**
 * The language that it is written in, first, and those that it is translated to.
 */
languages: Array<string>, translations: Array<TranslationView>, affects: string, accounts: string, never_asks: string, kinds: Array<string>, next_update: string | null, contact: Array<FieldView>, texts: Array<TextView>, exposed: Array<PickedView>, steps: Array<OwnStepView>, questions: Array<OwnQuestionView>, 
/**
 * Whatever a step may be said to be there for.
 */
askers: Array<NamedView>, 
/**
 * What was taken out last and can be put back.
 */
removed: string | null, findings: Array<DraftFindingView>, 
/**
 * What a member will walk.
 */
preview: WalkView, };

export type ChosenFilesView = { key: string | null, card: string | null, folder: string | null, former: string | null, 
/**
 * The days that the chosen card still lives, if they are few; below 0 when it has ended.
 */
card_days: number | null, card_expires: string | null, };

export type PublishedView = { folder: string, revision: number, domain: string, files: Array<string>, link: string, words: string, 
/**
 * No statement before it is known here.
 */
first_known: boolean, 
/**
 * Comments of the draft that were left out.
 */
comments: number, 
/**
 * The days that the card still lives, if they are few.
 */
card_days: number | null, card_expires: string, 
/**
 * Its number is kept on this computer.
 */
remembered: boolean, };

export type PartArg = "step" | "question";

export type ChangeArgs = { "kind": "text", field: string, words: string, } | { "kind": "moment", field: string, time: string, } | { "kind": "accounts", words: string, } | { "kind": "never_asks", words: string, } | { "kind": "attack", attack: string, named: boolean, } | { "kind": "class", class: string, certainty: string | null, protection: string, } | { "kind": "class_note", class: string, language: string, words: string, } | { "kind": "translated", language: string, up_to_date: boolean, } | { "kind": "add", part: PartArg, words: string, } | { "kind": "part_text", part: PartArg, id: string, field: string, words: string, } | { "kind": "minutes", id: string, minutes: number | null, } | { "kind": "part_entry", part: PartArg, id: string, entry: string, named: boolean, } | { "kind": "shift", part: PartArg, id: string, up: boolean, };

export type KeyView = { key: string, 
/**
 * `None` for one that the card so far names.
 */
file: string | null, };

export type PreviousView = { serial: number, expires: string, name: string, domains: Array<string>, };

export type KeysView = { folder: string | null, desk_keys: Array<KeyView>, roots: Array<KeyView>, 
/**
 * The secret roots that will sign.
 */
signers: Array<string>, previous: PreviousView | null, };

export type MadeKeyView = { path: string, root: boolean, words: string, keys: KeysView, };

export type MadeCardView = { path: string, serial: number, expires: string, 
/**
 * The words of every root, the one that signed first.
 */
words: Array<string>, follows: boolean, former: string | null, 
/**
 * The calendar file that reminds of its end.
 */
calendar: string | null, keys: KeysView, };

export type TransferView = { name: string, folder: string, host: string, update: boolean, state: "fetching" | "writing" | "paused" | "done" | "failed", done: number, total: number, failed: number, seconds_left: number | null, list_bytes: number | null, reason: string | null, missing: number, needed_bytes: number | null, free_bytes: number | null, };

export type VerificationView = { state: "running" | "whole" | "damaged" | "unreadable" | "stopped", share: number, from: number, to: number, };

export type ListsView = { embedded_entries: number, embedded_as_of: string, file: ListFileView | null, verification: VerificationView | null, transfer: TransferView | null, online: OnlineCode, mirror: string | null, host: string, };

export type SettingsView = { 
/**
 * Whether the window says nothing of what it is for.
 */
neutral_title: boolean, 
/**
 * What the window is called then, or by our own name.
 */
window_title: string, text_size: number, text_sizes: Array<number>, 
/**
 * The one that is in use.
 */
language: string, 
/**
 * The one that was chosen; `None` follows the computer.
 */
chosen_language: string | null, 
/**
 * The one of the computer.
 */
system_language: string, languages: Array<string>, set_aside: string | null, 
/**
 * Why no change is kept beyond the life of the window.
 */
not_kept: "no_place" | "unreadable" | null, 
/**
 * Whether the site of an open notice is asked for a newer statement once a day.
 */
updates: OnlineCode, lists: ListsView, };

export type SkippedView = { line: number, 
/**
 * The last line that was lost with it.
 */
last_line: number, reason: string, };

export type WarningView = { line: number, kind: string, };

export type CountView = { kind: string, count: number, };

export type AuditReceiptView = { host: string | null, prefixes: number, requests: number, };

export type CatalogueView = { 
/**
 * Its day.
 */
day: string, 
/**
 * The host that it was fetched from; nothing for the one inside the program.
 */
from: string | null, 
/**
 * Whether a fetched one was kept that cannot be read.
 */
damaged: boolean, 
/**
 * Where a newer one would be fetched; nothing where the person has ruled that out.
 */
host: string | null, };

export type AuditView = { file: string, source: string, warnings: Array<WarningView>, warnings_more: number, 
/**
 * What it comes to, by what is known now.
 */
ending: "to_change" | "not_all_checked" | "nothing_checked" | "nothing_found", logins: number, distinct: number, to_change: number, could_not_check: number, marked_changed: number, marked_ignored: number, counts: Array<CountView>, 
/**
 * Those that may be log-ins.
 */
lost: Array<SkippedView>, lost_more: number, 
/**
 * Notes, cards and the like.
 */
left_out: number, phase: "comparing" | "rating" | "asking" | "resting", done: number, total: number, seconds_left: number | null, 
/**
 * Whether every password was compared and rated.
 */
judged: boolean, 
/**
 * Requests that asking the service would take; none where the person has ruled that out.
 */
requests_needed: number, 
/**
 * Whether some are left that the person has ruled out to ask about.
 */
online_ruled_out: boolean, host: string, gave_up: string | null, receipt: AuditReceiptView, catalogue: CatalogueView, 
/**
 * What is to become of the file: a database of passwords is kept, an export is deleted.
 */
end: "keep_it" | "delete_locked" | "delete_readable" | "deleted", };

export type ReadingView = { doing: "reading" | "unlocking" | "sorting" | "looking_up", done: number, total: number, 
/**
 * Log-ins so far.
 */
logins: number, };

export type ExportView = { "state": "nothing" } | { "state": "open", 
/**
 * How far that is.
 */
audit: AuditView, } | { "state": "needs_password", 
/**
 * Its name, without its folder.
 */
file: string, 
/**
 * Whether a password was given that does not open it.
 */
wrong: boolean, } | { "state": "needs_columns", 
/**
 * Its name, without its folder.
 */
file: string, 
/**
 * The names of its columns, where it has names.
 */
names: Array<string> | null, 
/**
 * How many columns it has.
 */
columns: number, };

export type OtherView = { name: string, line: number, };

export type FindingView = { kind: string, count: number | null, 
/**
 * Whether the count is the least that it can be.
 */
at_least: boolean, 
/**
 * The list, as results name it.
 */
list: string | null, others: Array<OtherView>, others_more: number, score: number | null, breach: string | null, date: string | null, methods: Array<string>, reason: string | null, };

export type RowView = { index: number, line: number, site: string | null, title: string, username: string, 
/**
 * Why it stands where it does; or why nothing can be said of it yet.
 */
why: string, findings: Array<FindingView>, lookup: AnswerCode, 
/**
 * Whether it has a page to change the password at, and whether that page is on record.
 */
page: boolean | null, two_step_page: boolean, 
/**
 * The number of its password, if others have it too.
 */
group: number | null, group_size: number, mark: "changed" | "ignored" | null, mark_reason: string | null, };

export type RowsView = { total: number, rows: Array<RowView>, };

export type DifferenceView = { site: string, username: string, kinds: Array<string>, };

export type DifferencesView = { total: number, first: Array<DifferenceView>, };

export type ComparedView = { 
/**
 * The report's name, without its folder.
 */
file: string, fixed: DifferencesView, new: DifferencesView, not_checked_again: DifferencesView, };

export type HouseholdView = { 
/**
 * `none`: nothing is kept on this computer yet; `closed`: there is a household to be opened; `nothing`:
 * somebody chose to keep nothing.
 */
state: "none" | "closed" | "open" | "nothing", locked_by: "keyring" | "passphrase" | null, people: Array<PersonView>, who: number | null, 
/**
 * Name of a damaged file that was set aside.
 */
set_aside: string | null, today: string, tables: Array<TableView>, reminders: Array<ReminderView>, };

export type PersonView = { id: number, name: string, };

export type TableView = { notice: string, title: string, rows: Array<CountRowView>, };

export type CountRowView = { person: number, done: number, not_for_me: number, later: number, open: number, };

export type ReminderView = { notice: string, step: string, title: string, on: string, };

export type ChosenView = { household: HouseholdView, notice: NoticeView | null, 
/**
 * Why what they had open may not be shown any more.
 */
refused: IpcError | null, };

export type WipedView = { files: number, 
/**
 * `passphrase`: there was none in a keyring, and a passphrase opens copies; `unknown`: the key's file was damaged.
 */
key: "removed" | "none" | "not_reached" | "passphrase" | "unknown", };

export type ImportedView = { people: number, new_people: number, household: HouseholdView, notice: NoticeView | null, refused: IpcError | null, };

export type EverybodyView = { notices: Array<SharedView>, refused: Array<string>, 
/**
 * The day by which the contacts should have been looked at again, if it has passed.
 */
contacts_overdue: string | null, };

export type SharedView = { id: string, title: string, domain: string, trust: TrustCode, countries: Array<string>, people: Array<PaperPersonView>, steps: Array<PartView>, };

export type PaperPersonView = { name: string, steps: Array<PaperStepView>, };

export type PaperStepView = { title: string, mark: MarkCode | null, how: "you_told_us" | "we_checked" | null, remind_on: string | null, };

export type TogetherView = { title: string, steps: Array<TogetherStepView>, };

export type TogetherStepView = { id: string, title: string, why: string, actions: Array<string>, minutes: number, people: Array<TogetherPersonView>, };

export type TogetherPersonView = { person: number, name: string, 
/**
 * Whether the plan asks this person for it.
 */
asked: boolean, mark: MarkCode | null, };

export interface Commands {
  start: { args: Record<string, never>; gives: Start };
  cancel_check: { args: Record<string, never>; gives: null };
  make_passphrase: { args: { words: number; language: string }; gives: PassphraseView };
  open_notice_file: { args: Record<string, never>; gives: NoticeView | null };
  open_practice: { args: { revision: number | null }; gives: NoticeView };
  current_notice: { args: Record<string, never>; gives: NoticeView | null };
  preview_notice: { args: { text: string }; gives: PreviewView };
  fetch_notice: { args: { text: string }; gives: NoticeView };
  pending_link: { args: Record<string, never>; gives: string | null };
  trust_publisher: { args: { domain: string }; gives: NoticeView };
  update_notice: { args: Record<string, never>; gives: NoticeView | null };
  daily_update: { args: Record<string, never>; gives: NoticeView | null };
  notice_shown: { args: { revision: number }; gives: null };
  close_notice: { args: Record<string, never>; gives: null };
  mark_step: { args: { step: string; mark: MarkCode | null; checked: boolean; until: string | null }; gives: WalkView };
  answer_question: { args: { id: string; answer: GivenCode | null }; gives: AnsweredView };
  set_country: { args: { country: string }; gives: WalkView };
  settings: { args: Record<string, never>; gives: SettingsView };
  set_text_size: { args: { percent: number }; gives: SettingsView };
  set_language: { args: { code: string | null }; gives: SettingsView };
  set_updates: { args: { choice: OnlineCode }; gives: SettingsView };
  set_online: { args: { choice: OnlineCode }; gives: SettingsView };
  set_mirror: { args: { address: string | null }; gives: SettingsView };
  choose_list_file: { args: Record<string, never>; gives: SettingsView | null };
  forget_list_file: { args: Record<string, never>; gives: SettingsView };
  verify_list_file: { args: Record<string, never>; gives: SettingsView };
  stop_verifying: { args: Record<string, never>; gives: SettingsView };
  download_list: { args: Record<string, never>; gives: SettingsView | null };
  update_list: { args: Record<string, never>; gives: SettingsView };
  pause_download: { args: Record<string, never>; gives: SettingsView };
  resume_download: { args: Record<string, never>; gives: SettingsView };
  cancel_download: { args: Record<string, never>; gives: SettingsView };
  desk_home: { args: Record<string, never>; gives: DeskView };
  desk_start: { args: { template: string }; gives: DraftView };
  desk_start_from_file: { args: Record<string, never>; gives: DraftView | null };
  desk_open: { args: { name: string }; gives: DraftView };
  desk_delete: { args: { name: string }; gives: DeskView };
  desk_change: { args: { name: string; change: ChangeArgs }; gives: DraftView };
  desk_take_out: { args: { name: string; part: PartArg; id: string }; gives: DraftView };
  desk_put_back: { args: { name: string }; gives: DraftView };
  desk_choose: { args: { what: "key" | "card" | "folder" | "former" }; gives: ChosenFilesView };
  desk_page: { args: { name: string; url: string; summary: string }; gives: string };
  desk_keys: { args: Record<string, never>; gives: KeysView };
  desk_keys_choose: { args: { what: "keys_folder" | "desk_pub" | "root_pub" | "signer" | "previous" }; gives: KeysView };
  desk_keys_drop: { args: { what: "desk_pub" | "root_pub" | "signer"; at: number }; gives: KeysView };
  desk_chosen: { args: Record<string, never>; gives: ChosenFilesView };
  household: { args: Record<string, never>; gives: HouseholdView };
  open_household: { args: Record<string, never>; gives: HouseholdView };
  keep_nothing: { args: Record<string, never>; gives: HouseholdView };
  ask_who_again: { args: Record<string, never>; gives: HouseholdView };
  add_person: { args: { name: string; choose: boolean }; gives: ChosenView };
  choose_person: { args: { id: number }; gives: ChosenView };
  open_kept_notice: { args: { id: string }; gives: ChosenView };
  hand_over: { args: Record<string, never>; gives: HouseholdView };
  rename_person: { args: { id: number; name: string }; gives: HouseholdView };
  remove_person: { args: { id: number }; gives: HouseholdView };
  wipe_household: { args: Record<string, never>; gives: WipedView };
  together: { args: Record<string, never>; gives: TogetherView };
  mark_together: { args: { person: number; step: string; mark: MarkCode | null }; gives: TogetherView };
  household_plans: { args: Record<string, never>; gives: EverybodyView };
  save_household_plans: { args: Record<string, never>; gives: string | null };
  set_neutral_title: { args: { on: boolean }; gives: SettingsView };
  leaflet: { args: { country: string; language: string }; gives: PartView[] };
  print_page: { args: Record<string, never>; gives: null };
  save_plan: { args: Record<string, never>; gives: string | null };
  save_leaflet: { args: { country: string; language: string }; gives: string | null };
  open_export: { args: Record<string, never>; gives: ExportView };
  choose_columns: { args: { password: number; username: number | null; url: number | null; header: boolean }; gives: ExportView };
  stop_audit: { args: Record<string, never>; gives: null };
  current_audit: { args: Record<string, never>; gives: AuditView | null };
  close_audit: { args: Record<string, never>; gives: null };
  judge_export: { args: Record<string, never>; gives: null };
  ask_online: { args: { decoys: number }; gives: null };
  audit_rows: { args: { query: AuditQuery; fresh: boolean; from: number; count: number }; gives: RowsView };
  decide_login: { args: { index: number; mark: RowView["mark"]; reason: string }; gives: null };
  open_site_page: { args: { index: number; what: "change" | "two_step" }; gives: null };
  save_report: { args: { format: "html" | "csv" | "json" }; gives: string | null };
  open_dropped: { args: Record<string, never>; gives: ExportView };
  watch_drops: { args: { channel: unknown }; gives: null };
  ignore_drops: { args: { channel: number }; gives: null };
  reading_progress: { args: Record<string, never>; gives: ReadingView };
  stop_reading: { args: Record<string, never>; gives: null };
  compare_report: { args: Record<string, never>; gives: ComparedView | null };
  compared: { args: Record<string, never>; gives: ComparedView | null };
  update_catalogue: { args: Record<string, never>; gives: AuditView };
  delete_export: { args: Record<string, never>; gives: AuditView };
  finish_audit_step: { args: { step: string }; gives: WalkView };
  open_link: { args: { url: string }; gives: null };
  leave_quickly: { args: Record<string, never>; gives: null };
}

export interface SecretCommands {
  rate_password: { headers: "x-about"; gives: StrengthView | null };
  check_password: { headers: "x-about" | "x-online"; gives: CheckView };
  unlock_export: { headers: never; gives: ExportView };
  unlock_household: { headers: never; gives: HouseholdView };
  export_household: { headers: never; gives: string | null };
  import_household: { headers: never; gives: ImportedView | null };
  copy_passphrase: { headers: never; gives: CopyView };
  desk_publish: { headers: "x-about"; gives: PublishedView };
  desk_make_key: { headers: "x-about"; gives: MadeKeyView };
  desk_make_card: { headers: "x-about"; gives: MadeCardView };
}
