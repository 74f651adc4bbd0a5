//! `selfcheck notice …`: opens the notice for what is asked of it. Whether it may be believed is decided in
//! `notice_source`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use app::data::DataDir;
use app::own_file::Kind;
use app::walk::{Session, Trust};
use jiff::Timestamp;
use plan::{Country, Given};

use crate::args::{NoticeCommand, PlanOptions, Source};
use crate::household_store::{Keeping, failure};
use crate::notice_errors;
use crate::notice_plan::{PlanJson, plan};
use crate::notice_show::show;
use crate::notice_trust::PublisherJson;
use crate::notice_walk::walk;
use crate::output;
use crate::terminal::{Failure, read_source, say_json, tell, texts};
use crate::wording;

/// The largest answers file that is read, in bytes: some thousand answers.
const MAX_ANSWERS: u64 = 262_144;

pub(crate) fn run(command: &NoticeCommand, data_dir: Option<PathBuf>, json: bool) -> Result<u8, Failure> {
    match command {
        NoticeCommand::Show(source) => show(&open(source, data_dir, true, false)?, json),
        NoticeCommand::Verify(source) => crate::notice_trust::verify(source, data_dir, json),
        NoticeCommand::Trust(options) => crate::notice_trust::trust(options, data_dir, json),
        NoticeCommand::Plan(options) => {
            let named = options.source.source.as_ref().map(Path::new);
            let inputs = [named, options.answers.as_deref()];
            let place = options.sheet.as_deref();
            let place = place.map(|path| output::place(path, Kind::Sheet, inputs.into_iter().flatten()));
            let place = place.transpose()?;
            let keeping = Keeping::of(&options.person, data_dir.clone())?;
            let session = prepare(options, data_dir, &keeping, json)?;
            if let Some(place) = &place {
                crate::sheet::write_plan(&session, options.person.person.as_deref(), place)?;
            }
            plan(&session, json)
        }
        NoticeCommand::Leaflet(options) => crate::sheet::write_leaflet(options),
        NoticeCommand::Walk(options) => {
            let data = DataDir::find(data_dir.clone());
            let mut keeping = Keeping::of(&options.person, data_dir.clone())?;
            let mut session = prepare(options, data_dir, &keeping, false)?;
            keeping.walk().begin(&mut session, Timestamp::now()).map_err(|error| failure(&error))?;
            walk(&mut session, &mut keeping, data.as_ref())
        }
        NoticeCommand::Desk(command) => crate::desk::run(command, data_dir, json),
    }
}

/// Opens a notice, and with `keep` remembers which update it was.
pub(crate) fn open(
    source: &Source,
    data_dir: Option<PathBuf>,
    keep: bool,
    as_plan: bool,
) -> Result<Session, Failure> {
    let mut session = open_file(source, data_dir, keep, as_plan)?;
    session.set_language(&source.language);
    Ok(session)
}

/// Opens a notice. One of which nothing may be shown is a failure; with `as_plan` its state is printed as a plan
/// without steps.
fn open_file(
    source: &Source,
    data_dir: Option<PathBuf>,
    keep: bool,
    as_plan: bool,
) -> Result<Session, Failure> {
    if source.source.is_none() {
        let bytes = notice::practice::revision(notice::practice::LATEST).unwrap_or_default();
        return Session::open(bytes, Trust::Practice).map_err(|error| {
            let problem = notice_errors::notice(texts(), &error);
            Failure::WrongUse(texts().notice_practice_damaged(&problem))
        });
    }
    let found = crate::notice_source::find(source, data_dir, keep)?;
    if let Some(session) = found.session() {
        return Ok(session);
    }
    if as_plan {
        let publisher = found.outcome.publisher.as_ref().map(PublisherJson::of);
        say_json(&PlanJson::of_nothing(found.outcome.state.code(), publisher))?;
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
    let keep = !options.person.keeps_nothing();
    let mut session = open(&options.source, data_dir, keep, as_plan)?;
    keeping.look(&mut session)?;
    if let Some(code) = &options.country {
        session.set_country(country(code));
    }
    if let Some(path) = &options.answers {
        let name = path.display().to_string();
        let bytes = read_source(&name, MAX_ANSWERS)?;
        let answers: BTreeMap<String, String> = serde_json::from_slice(&bytes).map_err(|e| {
            let (line, column) = (e.line().to_string(), e.column().to_string());
            Failure::WrongUse(texts().notice_answers_not_json(&name, &line, &column))
        })?;
        let mut given = BTreeMap::new();
        for (id, answer) in answers {
            let answer = match answer.as_str() {
                "yes" => Given::Yes,
                "no" => Given::No,
                "not_sure" => Given::NotSure,
                _ => return Err(Failure::WrongUse(texts().notice_answers_wrong(&name, &id))),
            };
            given.insert(id, answer);
        }
        let known = session.question_ids();
        for id in given.keys().filter(|id| !known.contains(*id)) {
            tell(&texts().notice_no_such_question(id));
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
        tell(&texts().notice_no_advice_for_country());
        Country::GENERIC
    })
}

/// Past their day of review, numbers may have changed; whoever calls one should know.
fn tell_if_overdue() {
    if plan::authorities_overdue(jiff::ZonedDateTime::now().date()) {
        tell(&wording::contacts_overdue(texts()));
    }
}
