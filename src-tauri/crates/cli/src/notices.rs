//! `selfcheck notice show | plan | walk`: what a notice says and asks. Whether it may be believed is decided in
//! `notice_source`.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;

use notice::verify::State;
use plan::{Country, Given, Step};
use schemars::JsonSchema;
use selfcheck::walk::{Mark, Session, Trust};
use serde::Serialize;

use crate::args::{NoticeCommand, PlanOptions, Source};
use crate::household_store::Keeping;
use crate::notice_trust::PublisherJson;
use crate::terminal::{Failure, printable, read_source, say, say_json, tell};
use crate::wording;

/// The largest answers file that is read, in bytes: some thousand answers.
const MAX_ANSWERS: u64 = 262_144;

#[derive(Serialize, JsonSchema)]
pub(crate) struct PlanJson {
    state: &'static str,
    publisher: Option<PublisherJson>,
    id: Option<String>,
    revision: Option<u32>,
    changes: Vec<String>,
    steps: Vec<StepJson>,
    questions: Vec<QuestionJson>,
}

#[derive(Serialize, JsonSchema)]
struct StepJson {
    id: String,
    kind: &'static str,
    urgency: &'static str,
    minutes: u32,
    title: String,
    why: String,
    actions: Vec<String>,
    links: Vec<LinkJson>,
    because: Vec<String>,
    from: &'static str,
    country: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    withdrawn: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct LinkJson {
    text: String,
    url: String,
}

#[derive(Serialize, JsonSchema)]
struct QuestionJson {
    id: String,
    text: String,
    why: String,
    answers: [&'static str; 3],
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct ShowJson {
    state: &'static str,
    publisher: Option<PublisherJson>,
    id: String,
    revision: u32,
    status: &'static str,
    published: Option<String>,
    next_update: Option<String>,
    title: String,
    what_happened: String,
    consequences: String,
    what_we_do: String,
    not_exposed: String,
    not_known: String,
    exposed: Vec<ExposedJson>,
    affects: Option<String>,
    accounts_affected: Option<u64>,
    never_asks: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
struct ExposedJson {
    class: String,
    certainty: &'static str,
    protection: Option<String>,
}

pub(crate) fn run(command: &NoticeCommand, data_dir: Option<PathBuf>, json: bool) -> Result<u8, Failure> {
    match command {
        NoticeCommand::Show(source) => show(&open(source, data_dir, false)?, json),
        NoticeCommand::Verify(source) => crate::notice_trust::verify(source, data_dir, json),
        NoticeCommand::Trust(options) => crate::notice_trust::trust(options, data_dir, json),
        NoticeCommand::Plan(options) => {
            let keeping = Keeping::of(&options.person, data_dir.clone())?;
            let session = prepare(options, data_dir, &keeping, json)?;
            if let Some(path) = &options.sheet {
                crate::sheet::write_plan(&session, options.person.person.as_deref(), path)?;
            }
            plan(&session, json)
        }
        NoticeCommand::Leaflet(options) => crate::sheet::write_leaflet(options),
        NoticeCommand::Walk(options) => {
            let mut keeping = Keeping::of(&options.person, data_dir.clone())?;
            let mut session = prepare(options, data_dir, &keeping, false)?;
            keeping.begin(&mut session)?;
            walk(&mut session, &mut keeping)
        }
        NoticeCommand::Desk(command) => crate::desk::run(command, json),
    }
}

pub(crate) fn open(source: &Source, data_dir: Option<PathBuf>, as_plan: bool) -> Result<Session, Failure> {
    let mut session = open_file(source, data_dir, as_plan)?;
    session.set_language(&source.language);
    Ok(session)
}

/// Opens a notice. One of which nothing may be shown is a failure; with `as_plan` its state is printed as a plan
/// without steps.
fn open_file(source: &Source, data_dir: Option<PathBuf>, as_plan: bool) -> Result<Session, Failure> {
    if source.source.is_none() {
        let bytes = notice::practice::revision(notice::practice::LATEST).unwrap_or_default();
        return Session::open(bytes, Trust::Practice).map_err(|error| {
            Failure::WrongUse(format!("the practice notice: {error}. Get the newest Selfcheck."))
        });
    }
    let found = crate::notice_source::find(source, data_dir)?;
    if let Some(session) = found.session() {
        return Ok(session);
    }
    if as_plan {
        say_json(&PlanJson {
            state: found.outcome.state.code(),
            publisher: found.outcome.publisher.as_ref().map(PublisherJson::of),
            id: None,
            revision: None,
            changes: Vec::new(),
            steps: Vec::new(),
            questions: Vec::new(),
        })?;
    }
    Err(found.failure())
}

fn prepare(
    options: &PlanOptions,
    data_dir: Option<PathBuf>,
    keeping: &Keeping,
    as_plan: bool,
) -> Result<Session, Failure> {
    tell_if_overdue();
    let mut session = open(&options.source, data_dir, as_plan)?;
    keeping.look(&mut session)?;
    if let Some(code) = &options.country {
        session.set_country(country(code));
    }
    if let Some(path) = &options.answers {
        let name = path.display().to_string();
        let bytes = read_source(&name, MAX_ANSWERS)?;
        let answers: BTreeMap<String, String> = serde_json::from_slice(&bytes).map_err(|e| {
            Failure::WrongUse(format!(
                "{name}, line {}, column {}: this is not a JSON object of answers. Mend it and try again.",
                e.line(),
                e.column()
            ))
        })?;
        let mut given = BTreeMap::new();
        for (id, answer) in answers {
            let answer = match answer.as_str() {
                "yes" => Given::Yes,
                "no" => Given::No,
                "not_sure" => Given::NotSure,
                _ => {
                    return Err(Failure::WrongUse(format!(
                        "{name}: the answer to {id} must be yes, no or not_sure. Mend it and try again."
                    )));
                }
            };
            given.insert(id, answer);
        }
        let known = session.question_ids();
        for id in given.keys().filter(|id| !known.contains(*id)) {
            tell(&format!("there is no question {id}; its answer is ignored."));
        }
        let mut answers = session.answers().clone();
        answers.extend(given);
        session.set_answers(answers);
    }
    Ok(session)
}

/// The country with this code; another is said, and what holds anywhere is shown.
pub(crate) fn country(code: &str) -> Country {
    Country::from_code(code).unwrap_or_else(|| {
        tell("there is no advice of its own for that country yet; the generic set is shown.");
        Country::Generic
    })
}

fn text(session: &Session, text: &notice::Localised) -> String {
    printable(&session.words(text))
}

fn show(session: &Session, json: bool) -> Result<u8, Failure> {
    let notice = session.notice();
    if session.trust() == Trust::Signed(State::ChangedKey) {
        return Err(Failure::NotVerified(wording::trust(session.trust()).to_owned()));
    }
    if json {
        say_json(&ShowJson {
            state: session.trust().code(),
            publisher: session.publisher().map(PublisherJson::of),
            id: notice.id.to_string(),
            revision: notice.revision,
            status: notice.status.code(),
            published: notice.published.map(|time| time.to_string()),
            next_update: notice.next_update.map(|time| time.to_string()),
            title: text(session, &notice.title),
            what_happened: text(session, &notice.what_happened),
            consequences: text(session, &notice.consequences),
            what_we_do: text(session, &notice.what_we_do),
            not_exposed: text(session, &notice.not_exposed),
            not_known: text(session, &notice.not_known),
            exposed: notice
                .exposed
                .iter()
                .map(|e| ExposedJson {
                    class: printable(&e.class),
                    certainty: e.certainty.code(),
                    protection: e.protection.as_deref().map(printable),
                })
                .collect(),
            affects: notice.affects.as_deref().map(printable),
            accounts_affected: session.accounts_affected(),
            never_asks: notice.never_asks.iter().map(|what| printable(what)).collect(),
        })?;
        return Ok(0);
    }
    say_trust(session)?;
    say(&format!("{}, revision {}", notice.id, notice.revision))?;
    if let Some(published) = notice.published {
        say(&format!("Published {published}"))?;
    }
    if let Some(next) = notice.next_update {
        say(&format!("Next update promised for {next}"))?;
    }
    if let Some(affects) = &notice.affects {
        say(&format!("Whom it concerns: {}", printable(affects)))?;
    }
    match notice.accounts_affected {
        Some(notice::Accounts::Number(number)) => say(&format!("Accounts: {number}"))?,
        Some(notice::Accounts::NotKnownYet) => say("Accounts: not known yet")?,
        None => {}
    }
    for (heading, body) in [
        ("", &notice.title),
        ("What happened", &notice.what_happened),
        ("What it can lead to", &notice.consequences),
        ("What is being done", &notice.what_we_do),
        ("What was not taken", &notice.not_exposed),
        ("What is not known yet", &notice.not_known),
    ] {
        let body = text(session, body);
        if !body.is_empty() {
            say(&format!("\n{heading}\n{body}"))?;
        }
    }
    if !notice.exposed.is_empty() {
        say("\nWhat was taken")?;
    }
    for exposed in &notice.exposed {
        let name = plan::class_name(&exposed.class, session.language());
        say(&format!("- {} ({})", printable(name), wording::certainty(exposed.certainty)))?;
        let note = text(session, &exposed.note);
        if !note.is_empty() {
            say(&format!("  {note}"))?;
        }
    }
    if !notice.never_asks.is_empty() {
        say(&format!("\nThey will never ask for: {}", printable(&notice.never_asks.join(", "))))?;
    }
    if let Some(contact) = &notice.contact {
        let ways = [&contact.name, &contact.url, &contact.email, &contact.elsewhere];
        let ways: Vec<String> = ways.into_iter().flatten().map(|way| printable(way)).collect();
        say(&format!("\nContact: {}", ways.join(", ")))?;
    }
    Ok(0)
}

fn plan(session: &Session, json: bool) -> Result<u8, Failure> {
    let plan = session.plan();
    if json {
        say_json(&PlanJson {
            state: session.trust().code(),
            publisher: session.publisher().map(PublisherJson::of),
            id: Some(session.notice().id.to_string()),
            revision: Some(session.notice().revision),
            changes: session.changes().iter().map(|change| printable(change)).collect(),
            steps: plan.steps.into_iter().map(step_json).collect(),
            questions: plan
                .questions
                .into_iter()
                .map(|q| QuestionJson {
                    id: q.id,
                    text: q.text,
                    why: q.why,
                    answers: ["yes", "no", "not_sure"],
                })
                .collect(),
        })?;
        return Ok(0);
    }
    say_trust(session)?;
    for (n, step) in plan.steps.iter().enumerate() {
        let said = session.mark_of(&step.id).map_or("", |(mark, _)| wording::mark(mark));
        say(&format!("\n{}. {}{said}", n + 1, heading(step)))?;
        body(step)?;
    }
    Ok(0)
}

/// Who vouches for it, and what changed since it was read before.
fn say_trust(session: &Session) -> Result<(), Failure> {
    say(wording::trust(session.trust()))?;
    if let Some(publisher) = session.publisher() {
        say(&crate::notice_words::publisher(publisher))?;
    }
    let changes = session.changes();
    if !changes.is_empty() {
        say(&format!("Changed since you last read it: {}", printable(&changes.join("; "))))?;
    }
    Ok(())
}

fn step_json(step: Step) -> StepJson {
    StepJson {
        id: step.id,
        kind: step.kind.code(),
        urgency: step.urgency.code(),
        minutes: step.minutes,
        title: step.title,
        why: step.why,
        actions: step.actions,
        links: step.links.into_iter().map(|l| LinkJson { text: l.text, url: l.url }).collect(),
        because: step.because,
        from: step.from.code(),
        country: step.country.map(Country::code),
        withdrawn: step.withdrawn,
    }
}

fn heading(step: &Step) -> String {
    format!("{} ({}, about {} min)", printable(&step.title), wording::urgency(step.urgency), step.minutes)
}

fn body(step: &Step) -> Result<(), Failure> {
    if let Some(reason) = &step.withdrawn {
        return say(&format!("   Withdrawn by its publisher: {}", printable(reason)));
    }
    say(&format!("   {}", printable(&step.why)))?;
    for action in &step.actions {
        say(&format!("   - {}", printable(action)))?;
    }
    if let Some(country) = step.country {
        say(&format!("   Contacts: {}", wording::country(country)))?;
    }
    for link in &step.links {
        say(&format!("   * {}", printable(&link.text)))?;
        if let Some(note) = &link.note {
            say(&format!("     {}", printable(note)))?;
        }
        let checked =
            if link.checked.is_empty() { String::new() } else { format!(" (checked on {})", link.checked) };
        say(&format!("     {}{checked}", printable(&link.url)))?;
    }
    Ok(())
}

/// Past their day of review, numbers may have changed; whoever calls one should know.
fn tell_if_overdue() {
    if plan::authorities_overdue(jiff::ZonedDateTime::now().date()) {
        tell(&wording::contacts_overdue());
    }
}

/// Questions first, then one step after another; end of input or q leaves at once and says what is open.
fn walk(session: &mut Session, keeping: &mut Keeping) -> Result<u8, Failure> {
    say_trust(session)?;
    say(&text(session, &session.notice().title))?;
    say(if keeping.is_kept() {
        "What you answer and tick is kept in the household at once; you can stop at any time and go on here."
    } else {
        "What you answer and tick is kept until you leave. With --person NAME it stays."
    })?;
    let mut input = io::stdin().lock();
    if ask_questions(session, keeping, &mut input)? {
        walk_steps(session, keeping, &mut input)?;
    }
    summary(session)
}

/// One line of input after a prompt; `None` at the end of input.
fn line_after(prompt: &str, input: &mut impl BufRead) -> Result<Option<String>, Failure> {
    print!("{prompt}");
    io::stdout().flush()?;
    let mut line = String::new();
    if input.read_line(&mut line)? == 0 {
        say("")?;
        return Ok(None);
    }
    Ok(Some(line.trim().to_lowercase()))
}

/// Whether to go on to the steps.
fn ask_questions(
    session: &mut Session,
    keeping: &mut Keeping,
    input: &mut impl BufRead,
) -> Result<bool, Failure> {
    let mut asked: Vec<String> = session.answers().keys().cloned().collect();
    while let Some(question) = session.plan().questions.into_iter().find(|q| !asked.contains(&q.id)) {
        say(&format!("\n{}\n   {}", printable(&question.text), printable(&question.why)))?;
        let Some(line) = line_after("[y]es, [n]o, not [s]ure, [q]uit: ", input)? else { return Ok(false) };
        let given = match line.as_str() {
            "y" | "yes" => Given::Yes,
            "n" | "no" => Given::No,
            "" | "s" | "not sure" => Given::NotSure,
            "q" | "quit" => return Ok(false),
            _ => {
                say("Type y, n, s or q, then Enter.")?;
                continue;
            }
        };
        let changed = keeping.answer(session, &question.id, given)?;
        for step in changed.went {
            say(&format!("   Not needed then: {}", printable(&step.title)))?;
        }
        asked.push(question.id);
    }
    Ok(true)
}

/// Begins at the first open step; what was settled before is passed over, and reached with back.
fn walk_steps(session: &mut Session, keeping: &mut Keeping, input: &mut impl BufRead) -> Result<(), Failure> {
    let steps = open_to_ticks(session);
    let settled: Vec<bool> = steps.iter().map(|step| is_settled(session, step)).collect();
    let open_from =
        |at: usize| settled.iter().skip(at).position(|settled| !settled).map_or(steps.len(), |n| at + n);
    let mut at = open_from(0);
    while let Some(step) = steps.get(at) {
        let left = session.progress().minutes_left;
        say(&format!("\nStep {} of {}, about {left} minutes left\n{}", at + 1, steps.len(), heading(step)))?;
        body(step)?;
        if matches!(step.kind, plan::Kind::ChangePassword | plan::Kind::CheckPassword) {
            say("   (In another terminal: selfcheck password, selfcheck passphrase)")?;
        }
        let prompt = "[d]one, doesn't [a]pply, [l]ater, [b]ack, [q]uit: ";
        let Some(line) = line_after(prompt, input)? else { break };
        let mark = match line.as_str() {
            "d" | "done" => Mark::Done,
            "a" => Mark::NotForMe,
            "l" | "later" => Mark::Later,
            "b" | "back" => {
                at = at.saturating_sub(1);
                continue;
            }
            "q" | "quit" => break,
            _ => {
                say("Type d, a, l, b or q, then Enter.")?;
                continue;
            }
        };
        keeping.mark(session, &step.id, mark)?;
        at = open_from(at + 1);
    }
    Ok(())
}

fn is_settled(session: &Session, step: &Step) -> bool {
    matches!(session.mark_of(&step.id), Some((Mark::Done | Mark::NotForMe, _)))
}

fn open_to_ticks(session: &Session) -> Vec<Step> {
    session.plan().steps.into_iter().filter(|step| step.withdrawn.is_none()).collect()
}

fn summary(session: &Session) -> Result<u8, Failure> {
    let progress = session.progress();
    say(&format!("\n{} of {} steps done or not needed.", progress.settled, progress.total))?;
    for step in open_to_ticks(session) {
        if !is_settled(session, &step) {
            say(&format!("Still open: {}", printable(&step.title)))?;
        }
    }
    Ok(0)
}
