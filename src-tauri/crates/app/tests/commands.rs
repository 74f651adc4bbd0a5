//! What the window decides, through the commands that the screens call, on a folder of its own.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use app::data::DataDir;
use app::platform::{ClipboardUnavailable, Pick, Platform, SaveAs};
use app::views::{AuditQuery, DecisionCode, Failure, GivenCode, MarkCode, OnlineCode, ReportFormat};
use app::{App, Choices};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use zeroize::Zeroizing;

/// The answers that a test gives to dialogs, and what the program asked of its platform.
#[derive(Default)]
struct Answers {
    pick: Mutex<Option<PathBuf>>,
    place: Mutex<Option<PathBuf>>,
    browsed: Mutex<Vec<String>>,
    neutral: Mutex<Option<bool>>,
    now: Mutex<Option<Timestamp>>,
    service: Mutex<Option<lists::RangeUrl>>,
    copied: Mutex<Option<String>>,
}

struct Scripted(Arc<Answers>);

impl Platform for Scripted {
    fn pick(&self, _what: Pick) -> Option<PathBuf> {
        self.0.pick.lock().unwrap().clone()
    }

    fn place(&self, _what: SaveAs<'_>) -> Option<PathBuf> {
        self.0.place.lock().unwrap().clone()
    }

    fn browse(&self, url: &str) -> bool {
        self.0.browsed.lock().unwrap().push(url.to_owned());
        true
    }

    fn copy_text(&self, text: String) -> Result<(), ClipboardUnavailable> {
        *self.0.copied.lock().unwrap() = Some(text);
        Ok(())
    }

    fn range_service(&self) -> Option<lists::RangeUrl> {
        self.0.service.lock().unwrap().clone()
    }

    fn copy_secret(&self, _text: Zeroizing<String>) -> Result<u32, ClipboardUnavailable> {
        Err(ClipboardUnavailable)
    }

    fn print(&self) -> bool {
        false
    }

    fn set_neutral(&self, neutral: bool) {
        *self.0.neutral.lock().unwrap() = Some(neutral);
    }

    fn title(&self, neutral: bool) -> &'static str {
        if neutral { "Notes" } else { "Selfcheck" }
    }

    fn quit(&self) {}

    fn now(&self) -> Timestamp {
        self.0.now.lock().unwrap().unwrap_or_else(Timestamp::now)
    }
}

/// A window on a folder of its own.
struct Window {
    app: Arc<App>,
    answers: Arc<Answers>,
    folder: TempDir,
    runtime: Runtime,
}

impl Window {
    fn new() -> Self {
        Self::on(TempDir::new().unwrap())
    }

    fn on(folder: TempDir) -> Self {
        let answers = Arc::new(Answers::default());
        let runtime = Runtime::new().unwrap();
        let choices = Choices::read(DataDir::find(Some(folder.path().join("data"))));
        let app = App::new(choices, Box::new(Scripted(Arc::clone(&answers))), runtime.handle().clone());
        Self { app, answers, folder, runtime }
    }

    /// The program is started again on the same folder.
    fn again(self) -> Self {
        Self::on(self.folder)
    }

    fn file(&self, name: &str, text: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    fn picks(&self, path: &Path) {
        *self.answers.pick.lock().unwrap() = Some(path.to_owned());
    }

    fn at(&self, time: &str) {
        *self.answers.now.lock().unwrap() = Some(time.parse().unwrap());
    }

    /// A notice of the vectors that is opened from a file.
    fn opens(&self, name: &str) -> Result<Value, String> {
        self.picks(&vector(name));
        self.app.open_notice_file().map(|view| json(&view)).map_err(|failure| code(&failure))
    }

    /// Someone is remembered at this window.
    fn remembers_ann(&self) {
        let passphrase = Zeroizing::new(b"plum lantern otter\nplum lantern otter".to_vec());
        self.runtime.block_on(self.app.unlock_household(passphrase)).unwrap();
        self.runtime.block_on(self.app.add_person("Ann".to_owned(), true)).unwrap();
    }

    fn keeps(&self, name: &str) -> bool {
        self.folder.path().join("data").join(name).exists()
    }

    fn waits_until_judged(&self) {
        let is_resting = |view: Value| view["judged"] == true && view["phase"] == "resting";
        while !self.app.current_audit().unwrap().is_some_and(|view| is_resting(json(&view))) {
            std::thread::yield_now();
        }
    }

    fn opens_export(&self, name: &str, text: &[u8]) -> Value {
        let path = self.file(name, text);
        self.picks(&path);
        json(&self.runtime.block_on(self.app.open_export()).unwrap())
    }
}

fn vector(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../notice/vectors/signed").join(name)
}

fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

fn code(failure: &Failure) -> String {
    json(failure)["code"].as_str().unwrap().to_owned()
}

fn refused<T>(result: Result<T, Failure>) -> String {
    code(&result.err().unwrap())
}

fn step<'a>(walk: &'a Value, id: &str) -> &'a Value {
    let walk = if walk["walk"].is_object() { &walk["walk"] } else { walk };
    walk["steps"].as_array().unwrap().iter().find(|step| step["id"] == id).unwrap()
}

const EXPORT: &[u8] = b"name,url,username,password\n\
    Forum,https://forum.example,ann,Zq1x-7Tmw-forum-example\n\
    Shop,https://shop.example,ann,password\n";

#[test]
fn open_practice_keeps_nothing_before_someone_agrees() {
    let window = Window::new();
    window.app.open_practice(None).unwrap();
    window.app.mark_step("change-password".to_owned(), Some(MarkCode::Done), false, None).unwrap();
    assert!(!window.folder.path().join("data").exists());
}

#[test]
fn mark_step_puts_off_until_a_day_without_a_household() {
    let window = Window::new();
    window.at("2026-03-15T12:00:00Z");
    let walk = json(&window.app.open_practice(None).unwrap());
    let id = walk["walk"]["steps"][0]["id"].as_str().unwrap().to_owned();
    let until =
        |until: &str| window.app.mark_step(id.clone(), Some(MarkCode::Later), false, Some(until.to_owned()));
    let marked = json(&until("2026-03-20").unwrap());
    assert_eq!(step(&marked, &id)["mark"], "later");
    assert_eq!(step(&marked, &id)["remind_on"], "2026-03-20");
    for past in ["2026-03-01", "never", ""] {
        assert_eq!(refused(until(past)), "day_past", "{past}");
    }
    let open = json(&window.app.mark_step(id.clone(), None, false, None).unwrap());
    assert_eq!((&step(&open, &id)["mark"], &step(&open, &id)["remind_on"]), (&Value::Null, &Value::Null));
}

#[test]
fn answer_question_returns_the_steps_that_came_and_went() {
    let window = Window::new();
    let view = json(&window.app.open_practice(None).unwrap());
    let question = view["walk"]["questions"][0]["id"].as_str().unwrap().to_owned();
    let no = json(&window.app.answer_question(question.clone(), Some(GivenCode::No)).unwrap());
    let back = json(&window.app.answer_question(question, None).unwrap());
    assert_eq!(no["went"], back["came"], "taking the answer back brings the steps back");
}

#[test]
fn commands_of_a_walk_need_an_open_notice() {
    let window = Window::new();
    assert_eq!(refused(window.app.mark_step("x".to_owned(), None, false, None)), "no_notice");
    assert_eq!(refused(window.app.set_country("gb".to_owned())), "no_notice");
    assert_eq!(refused(window.app.save_plan(false)), "no_notice");
    assert_eq!(refused(window.app.trust_publisher("forum.example".to_owned())), "no_notice");
    window.app.open_practice(None).unwrap();
    window.app.close_notice().unwrap();
    assert_eq!(json(&window.app.current_notice().unwrap()), Value::Null);
}

#[test]
fn a_service_that_cannot_be_reached_is_asked_again_only_when_somebody_says_so() {
    let window = Window::new();
    let server =
        range_faults::Server::start(range_faults::Fault::Refused, range_faults::List::new()).unwrap();
    *window.answers.service.lock().unwrap() = Some(server.base().parse().unwrap());
    let check = |again| {
        let args = app::views::CheckArgs { about: Vec::new(), online: true, again };
        let secret = Zeroizing::new(b"plum-lantern-4477-canary".to_vec());
        json(&window.runtime.block_on(window.app.check_password(secret, args)).unwrap())
    };
    let first = check(false);
    assert_eq!(first["verdict"], "could_not_check", "{first}");
    assert!(first["receipt"][0]["requests"].as_u64().unwrap() > 0, "{first}");
    assert_eq!(first["receipt"][0]["unsent"], first["receipt"][0]["requests"], "nothing left: {first}");
    let second = check(false);
    assert_eq!(second["verdict"], "could_not_check", "it is no all-clear: {second}");
    assert_eq!(second["receipt"], json(&Vec::<u8>::new()), "nobody was asked: {second}");
    assert_eq!(check(true)["receipt"].as_array().unwrap().len(), 1);
}

#[test]
fn a_file_that_was_handed_over_is_opened_once_and_can_be_left() {
    let window = Window::new();
    assert_eq!(window.app.waiting_file().unwrap(), None);
    assert!(window.app.open_waiting_file().unwrap().is_none());
    window.app.offer_file(vector("sound.notice"));
    assert_eq!(window.app.waiting_file().unwrap().as_deref(), Some("sound.notice"));
    assert!(window.app.open_waiting_file().unwrap().is_some());
    assert_eq!(window.app.waiting_file().unwrap(), None, "only once");
    window.app.offer_file(window.folder.path().join("no-such.notice"));
    assert_eq!(refused(window.app.open_waiting_file()), "file_unreadable");
    window.app.offer_file(vector("sound.notice"));
    window.app.leave_waiting_file().unwrap();
    assert_eq!(window.app.waiting_file().unwrap(), None);
}

#[test]
fn a_number_is_copied_as_it_is_dialled() {
    let window = Window::new();
    window.app.open_practice(None).unwrap();
    let view = json(&window.app.set_country("gb".to_owned()).unwrap());
    let ways: Vec<&Value> = view["steps"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|step| step["links"].as_array().unwrap())
        .flat_map(|link| link["ways"].as_array().unwrap())
        .collect();
    let emergency = ways.iter().find(|way| way["words"] == "call 999").unwrap();
    window.app.copy_text(emergency["value"].as_str().unwrap().to_owned()).unwrap();
    assert_eq!(window.answers.copied.lock().unwrap().as_deref(), Some("999"));
}

#[test]
fn open_link_opens_addresses_of_the_plan_only() {
    let window = Window::new();
    let view = json(&window.app.open_practice(None).unwrap());
    let steps = view["walk"]["steps"].as_array().unwrap();
    let known = steps.iter().find_map(|step| step["links"][0]["url"].as_str()).unwrap();
    let service = steps.iter().find_map(|step| step["services"][0]["pages"][0]["url"].as_str()).unwrap();
    window.app.open_link(known.to_owned()).unwrap();
    window.app.open_link(service.to_owned()).unwrap();
    assert_eq!(*window.answers.browsed.lock().unwrap(), [known, service]);
    for foreign in ["https://evil.example/", "file:///etc/passwd", ""] {
        assert_eq!(refused(window.app.open_link(foreign.to_owned())), "link_refused", "{foreign}");
    }
}

#[test]
fn offer_link_keeps_the_first_until_it_is_looked_at() {
    let window = Window::new();
    assert!(window.app.offer_link("selfcheck://notice?first"));
    assert!(!window.app.offer_link("selfcheck://notice?second"));
    assert_eq!(window.app.pending_link().unwrap().as_deref(), Some("selfcheck://notice?first"));
    assert_eq!(window.app.pending_link().unwrap(), None);
}

#[test]
fn reading_a_notice_leaves_no_trace_of_someone_who_is_not_remembered() {
    let window = Window::new();
    window.at("2026-03-15T12:00:00Z");
    assert_eq!(window.opens("sound.notice").unwrap()["trust"], "unconfirmed");
    assert!(!window.keeps("trust.json"));
    // In this window it is known all the same: an older one is refused.
    window.opens("revision-4.notice").unwrap();
    assert_eq!(window.opens("sound.notice").unwrap_err(), "revision");
    window.app.keep_nothing().unwrap();
    assert!(!window.keeps("trust.json"));
}

#[test]
fn reading_a_notice_is_remembered_for_a_person() {
    let window = Window::new();
    window.at("2026-03-15T12:00:00Z");
    window.remembers_ann();
    window.opens("revision-4.notice").unwrap();
    assert!(window.keeps("trust.json"));
    let window = window.again();
    window.at("2026-03-15T12:00:00Z");
    assert_eq!(window.opens("sound.notice").unwrap()["trust"], "older");
}

#[test]
fn trust_publisher_pins_what_passes_for_the_confirmed_domain() {
    let window = Window::new();
    window.at("2026-03-15T12:00:00Z");
    window.opens("sound.notice").unwrap();
    assert_eq!(refused(window.app.trust_publisher("other.example".to_owned())), "other_domain");
    let pinned = json(&window.app.trust_publisher("forum.example".to_owned()).unwrap());
    assert_eq!(pinned["trust"], "verified");
    assert!(window.keeps("trust.json"), "a person asked for it");
}

#[test]
fn trust_publisher_refuses_an_expired_card_of_another_key() {
    let window = Window::new();
    window.at("2026-03-15T12:00:00Z");
    window.opens("sound.notice").unwrap();
    window.app.trust_publisher("forum.example".to_owned()).unwrap();
    let before = std::fs::read(window.folder.path().join("data/trust.json")).unwrap();
    window.at("2027-03-15T12:00:00Z");
    let shown = window.opens("thief.notice");
    assert!(shown.is_err() || shown.unwrap()["trust"] == "changed_key");
    // What is open is not pinned by a key whose card has expired.
    let pinning = window.app.trust_publisher("forum.example".to_owned());
    assert!(pinning.is_err(), "an expired card is never pinned");
    assert_eq!(std::fs::read(window.folder.path().join("data/trust.json")).unwrap(), before);
}

#[test]
fn tampered_notices_are_not_shown_and_do_not_replace_the_open_one() {
    let window = Window::new();
    window.at("2026-03-15T12:00:00Z");
    window.opens("sound.notice").unwrap();
    for name in ["changed-body.notice", "changed-card.notice", "too-big.notice", "nul.notice"] {
        window.opens(name).unwrap_err();
    }
    let open = json(&window.app.current_notice().unwrap());
    assert_eq!(open["trust"], "unconfirmed");
}

#[test]
fn settings_are_kept_for_the_next_start() {
    let window = Window::new();
    window.app.set_text_size(150).unwrap();
    window.app.set_online(OnlineCode::Never).unwrap();
    window.app.set_updates(OnlineCode::Yes).unwrap();
    window.app.set_language(Some("de".to_owned())).unwrap();
    window.app.set_neutral_title(true).unwrap();
    assert_eq!(*window.answers.neutral.lock().unwrap(), Some(true));
    let window = window.again();
    let settings = json(&window.app.settings().unwrap());
    assert_eq!(settings["text_size"], 150);
    assert_eq!(settings["language"], "de");
    assert_eq!(settings["lists"]["online"], "never");
    assert_eq!(settings["updates"], "yes");
    assert_eq!(settings["window_title"], "Notes");
}

#[test]
fn settings_refuse_values_that_no_screen_offers() {
    let window = Window::new();
    assert_eq!(refused(window.app.set_text_size(5)), "request");
    assert_eq!(refused(window.app.set_language(Some("tlh".to_owned()))), "request");
    assert_eq!(refused(window.app.set_mirror(Some("http://list.example/".to_owned()))), "mirror_address");
    assert_eq!(json(&window.app.settings().unwrap())["text_size"], 100);
}

#[test]
fn settings_that_cannot_be_kept_hold_until_the_end() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("data"), "a file where the folder would be").unwrap();
    let window = Window::on(folder);
    assert_eq!(refused(window.app.set_text_size(150)), "settings_not_kept");
    assert_eq!(json(&window.app.settings().unwrap())["text_size"], 150);
}

#[test]
fn ask_online_is_refused_while_services_are_ruled_out() {
    let window = Window::new();
    window.opens_export("export.csv", EXPORT);
    window.waits_until_judged();
    window.app.set_online(OnlineCode::Never).unwrap();
    assert_eq!(refused(window.app.ask_online(0)), "request");
    let failed = window.runtime.block_on(window.app.update_catalogue());
    assert_eq!(refused(failed), "request");
}

#[test]
fn delete_export_removes_only_the_file_that_was_read() {
    let window = Window::new();
    let view = window.opens_export("export.csv", EXPORT);
    assert_eq!(view["audit"]["end"], "delete_readable");
    let path = window.folder.path().join("export.csv");
    std::fs::write(&path, "name,url,username,password\nanother,https://file.example,x,y\n").unwrap();
    assert_eq!(refused(window.app.delete_export()), "export_is_another");
    assert!(path.exists());
    window.opens_export("export.csv", EXPORT);
    let deleted = json(&window.app.delete_export().unwrap());
    assert_eq!(deleted["end"], "deleted");
    assert!(!path.exists());
    assert_eq!(refused(window.app.delete_export()), "export_is_another", "it is gone");
}

#[test]
fn decide_login_is_shown_and_taken_back() {
    let window = Window::new();
    window.opens_export("export.csv", EXPORT);
    let rows = |filter: &str| {
        let query = AuditQuery { filter: Some(filter.to_owned()), ..AuditQuery::default() };
        json(&window.runtime.block_on(window.app.audit_rows(query, true, 0, 10)).unwrap())
    };
    window.app.decide_login(1, Some(DecisionCode::Ignored), "not mine".repeat(100)).unwrap();
    let decided = rows("decided");
    assert_eq!(decided["total"], 1);
    assert_eq!(decided["rows"][0]["mark"], "ignored");
    assert_eq!(decided["rows"][0]["mark_reason"].as_str().unwrap().chars().count(), 300);
    window.app.decide_login(1, None, String::new()).unwrap();
    assert_eq!(rows("decided")["total"], 0);
    assert!(!decided.to_string().contains("Zq1x"), "rows never have a password");
}

#[test]
fn save_report_refuses_to_replace_the_export() {
    let window = Window::new();
    window.opens_export("export.csv", EXPORT);
    window.waits_until_judged();
    let export = window.folder.path().join("export.csv");
    *window.answers.place.lock().unwrap() = Some(export.clone());
    let saved = window.runtime.block_on(window.app.save_report(ReportFormat::Csv));
    assert_eq!(refused(saved), "output_is_input");
    assert_eq!(std::fs::read(export).unwrap(), EXPORT);
    *window.answers.place.lock().unwrap() = Some(window.folder.path().join("report"));
    let saved = window.runtime.block_on(window.app.save_report(ReportFormat::Csv)).unwrap();
    assert_eq!(saved.as_deref(), Some("report.csv"), "the extension is added");
}

#[test]
fn finish_audit_step_does_not_claim_what_was_not_checked() {
    let window = Window::new();
    window.app.open_practice(None).unwrap();
    window.opens_export("export.csv", EXPORT);
    let walk = json(&window.app.current_notice().unwrap());
    let id = walk["walk"]["steps"][0]["id"].as_str().unwrap().to_owned();
    let marked = json(&window.app.finish_audit_step(id.clone()).unwrap());
    assert_eq!(step(&marked, &id)["how"], "you_told_us", "a leaked password is in the export");
}

#[test]
fn hand_over_closes_what_the_last_person_had_open() {
    let window = Window::new();
    window.remembers_ann();
    window.app.open_practice(None).unwrap();
    window.opens_export("export.csv", EXPORT);
    let household = json(&window.app.hand_over().unwrap());
    assert_eq!(household["who"], Value::Null);
    assert_eq!(json(&window.app.current_notice().unwrap()), Value::Null);
    assert!(window.app.current_audit().unwrap().is_none());
    let again = json(&window.app.choose_person(1).unwrap());
    assert_eq!(again["notice"]["trust"], "practice", "what they had open comes back");
}

#[test]
fn marks_of_someone_who_is_remembered_later_become_theirs() {
    let window = Window::new();
    let view = json(&window.app.open_practice(None).unwrap());
    let id = view["walk"]["steps"][0]["id"].as_str().unwrap().to_owned();
    window.app.mark_step(id.clone(), Some(MarkCode::Done), false, None).unwrap();
    window.remembers_ann();
    window.app.hand_over().unwrap();
    let again = json(&window.app.choose_person(1).unwrap());
    assert_eq!(step(&again["notice"], &id)["mark"], "done");
}

#[test]
fn check_password_asks_no_service_without_consent() {
    let window = Window::new();
    let args = |online| app::views::CheckArgs { about: Vec::new(), online, again: false };
    let secret = || Zeroizing::new(b"password".to_vec());
    window.app.set_online(OnlineCode::Never).unwrap();
    let view = json(&window.runtime.block_on(window.app.check_password(secret(), args(true))).unwrap());
    assert_eq!(view["verdict"], "found", "{view}");
    assert!(!view.to_string().contains("\"password\""), "the password is in no answer");
    let empty = window.runtime.block_on(window.app.check_password(Zeroizing::new(Vec::new()), args(false)));
    assert_eq!(refused(empty), "password_empty");
}
