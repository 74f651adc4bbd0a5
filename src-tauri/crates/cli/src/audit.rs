//! `selfcheck audit`.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use ::audit::read::{Columns, Export, Options, ReadError};
use ::audit::{Context, Examination, Stage};
use app::audit::compare::{self, Earlier};
use app::audit::report::{Format, Report};
use app::audit::{Asked, Audit, AuditFileError, Ending, Service, read_export, today};
use app::catalogue::Current;
use app::check::ListFile;
use app::data::DataDir;
use app::own_file::Output;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use lists::RangeUrl;
use password::Password;
use sites::{Region, RegistrableDomain};
use tokio_util::sync::CancellationToken;

use texts::Texts;

use crate::args::Source;
use crate::audit_errors;
use crate::audit_text;
use crate::chosen::Asking;
use crate::list_notes;
use crate::output;
use crate::password_check::USER_AGENT;
use crate::terminal::{self, Failure, english, say_json, tell, texts};
use crate::wording::{self, number};

pub(crate) const EXAMPLES: &str = "Examples:
  selfcheck audit passwords.csv --offline
  selfcheck audit passwords.csv --yes --json > audit.json
  selfcheck audit my.kdbx --report what-to-change.html
  selfcheck audit passwords.csv --compare audit.json
  selfcheck audit passwords.csv --notice forum.notice";

#[derive(Args)]
pub(crate) struct AuditOptions {
    /// The export: a CSV or JSON of a browser or password manager, .kdbx or .1pux
    pub(crate) file: PathBuf,
    /// Ask nothing outside this computer
    #[arg(long)]
    pub(crate) offline: bool,
    /// The range service or mirror to ask; /ABCDE is added. http only to this computer
    #[arg(long, value_name = "URL")]
    pub(crate) range_url: Option<String>,
    /// A list file on this computer to ask before the service; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) list: Vec<PathBuf>,
    /// Which column is what in a table of an unknown kind, by name or by number from 1
    #[arg(long, value_name = "FIELD=COLUMN,…", long_help = COLUMNS)]
    pub(crate) columns: Option<String>,
    /// Write a report: FILE.json, FILE.csv or FILE.html
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// The language of the report
    #[arg(long, default_value = "en", value_parser = clap::builder::PossibleValuesParser::new(texts::LANGUAGES.iter().copied()))]
    pub(crate) language: String,
    /// An earlier JSON report: say what is fixed and what is new since
    #[arg(long, value_name = "FILE")]
    pub(crate) compare: Option<PathBuf>,
    /// The notice of an incident: log-ins at its site, and others with their password, come first
    #[arg(long, value_name = "FILE")]
    pub(crate) notice: Option<String>,
    /// Agree to the look-ups online without being asked
    #[arg(long)]
    pub(crate) yes: bool,
    /// Ask for so many random prefixes beside each true one
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = |text: &str| crate::args::whole::<u8>(text, 0..=10))]
    pub(crate) decoys: u8,
}

const COLUMNS: &str = "Which column is what in a table of an unknown kind, by name or by number from 1, as in \
    password=Secret,username=Login,url=3. The fields: password (needed), username, url, title, changed. \
    header=no if the first row is a login already";

pub(crate) fn run(options: &AuditOptions, data: Option<&DataDir>, json: bool) -> Result<u8, Failure> {
    let asking = Asking::of(data, options.offline, options.range_url.as_deref(), &options.list)?;
    let report = options.report.as_deref().map(|path| report_place(path, options)).transpose()?;
    let columns = options.columns.as_deref().map(columns).transpose()?;
    let earlier = options.compare.as_deref().map(earlier).transpose()?;
    let incident = options.notice.clone().map(|file| incident(file, data)).transpose()?.flatten();
    let export = open(&options.file, columns)?;
    let audit = begin(export, &asking.lists, data, incident)?;
    if !asking.offline {
        ask(&audit, asking.url, options)?;
    }
    let compared = earlier.map(|earlier| earlier.beside(&audit));
    let made = Report::of(&audit, compared.as_ref());
    if let Some((format, place)) = &report {
        write(&made, *format, Texts::of(&options.language), place)?;
    }
    if json {
        say_json(&made)?;
    } else {
        audit_text::print(&audit, compared.as_ref(), options.report.as_deref())?;
    }
    Ok(match audit.ending() {
        Ending::NothingFound => 0,
        Ending::ToChange => 1,
        Ending::NotAllChecked | Ending::NothingChecked => 3,
    })
}

fn report_format(path: &Path) -> Result<Format, Failure> {
    Format::of(path).ok_or_else(|| Failure::WrongUse(texts().audit_report_name()))
}

/// Where the report goes, told before the audit is made.
fn report_place(path: &Path, options: &AuditOptions) -> Result<(Format, Output), Failure> {
    let format = report_format(path)?;
    let named = options.notice.as_ref().map(Path::new);
    let inputs = [Some(options.file.as_path()), options.compare.as_deref(), named];
    let inputs = inputs.into_iter().flatten().chain(options.list.iter().map(AsRef::as_ref));
    Ok((format, output::place(path, format.kind(), inputs)?))
}

fn columns(text: &str) -> Result<Columns, Failure> {
    text.parse::<Columns>().map_err(|error| Failure::WrongUse(audit_errors::columns(texts(), &error)))
}

fn earlier(path: &Path) -> Result<Earlier, Failure> {
    let bytes = terminal::read_source(&path.to_string_lossy(), compare::MAX_BYTES)?;
    if bytes.len() as u64 > compare::MAX_BYTES {
        return Err(Failure::WrongUse(texts().audit_earlier_too_long()));
    }
    Earlier::read(&bytes).map_err(|error| {
        Failure::WrongUse(texts().audit_earlier_wrong(&error.line.to_string(), &error.column.to_string()))
    })
}

/// Reads the export; where it is locked, asks for its password once.
fn open(path: &Path, columns: Option<Columns>) -> Result<Export, Failure> {
    let mut options = Options { columns, ..Options::default() };
    let bar = bar(texts().list_bar_reading());
    let read = |options: &Options<'_>| {
        read_export(path, options, &mut |progress, bytes| {
            bar.set_length(bytes);
            bar.set_position(progress.bytes);
            ControlFlow::Continue(())
        })
    };
    let first = read(&options);
    let outcome = if let Err(AuditFileError::Read(ReadError::NeedsPassword { .. })) = first {
        let password = bar.suspend(ask_for_password)?;
        options.password = Some(&password);
        let outcome = read(&options);
        drop(options);
        outcome
    } else {
        first
    };
    bar.finish_and_clear();
    outcome.map_err(|error| Failure::WrongUse(audit_errors::unreadable(texts(), path, &error)))
}

fn ask_for_password() -> Result<Password, Failure> {
    let prompt = format!("{} ", texts().audit_ask_password());
    let mut bytes = terminal::read_secret(&prompt, Password::MAX_BYTES)?;
    if let Some(end) = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
        bytes.truncate(end);
    }
    if bytes.is_empty() {
        return Err(Failure::WrongUse(texts().audit_no_password()));
    }
    Password::from_bytes(bytes).map_err(|error| Failure::WrongUse(wording::password_error(texts(), &error)))
}

/// The site of a notice, where something of the notice may be shown at all.
fn incident(file: String, data: Option<&DataDir>) -> Result<Option<RegistrableDomain>, Failure> {
    let data = data.map(|folder| folder.path().to_owned());
    let session = crate::notices::open(&Source::new(Some(file)), data, true, false)?;
    Ok(RegistrableDomain::of(&session.notice().id.domain))
}

/// All that needs no request: sorting out, rating, and the lists on this computer.
fn begin(
    export: Export,
    lists: &[PathBuf],
    data: Option<&DataDir>,
    incident: Option<RegistrableDomain>,
) -> Result<Audit, Failure> {
    let breaches = Current::load(data);
    let context = Context { today: today(), catalogue: breaches.catalogue(), region: Region::All, incident };
    let examination = Examination::new(export, &context);
    let files: Vec<ListFile> = list_notes::opened(lists);
    let (comparing, rating) = (bar(texts().audit_bar_comparing()), bar(texts().audit_bar_rating()));
    let judged = examination.judge(&|stage, done, total| {
        let bar = match stage {
            Stage::Comparing => &comparing,
            Stage::Rating => {
                comparing.finish_and_clear();
                &rating
            }
        };
        bar.set_length(total as u64);
        bar.set_position(done as u64);
        ControlFlow::Continue(())
    });
    rating.finish_and_clear();
    let begun = Audit::begin(examination, &files, &mut |_, _| ControlFlow::Continue(()));
    match (judged, begun) {
        (ControlFlow::Continue(()), ControlFlow::Continue(audit)) => Ok(audit),
        _ => Err(Failure::CouldNotCheck(texts().audit_stopped())),
    }
}

/// Asks the service about what is left, if that is agreed to.
fn ask(audit: &Audit, url: RangeUrl, options: &AuditOptions) -> Result<(), Failure> {
    let requests = audit.requests_needed() * (1 + usize::from(options.decoys));
    if requests == 0 {
        return Ok(());
    }
    let host = url.host_label();
    if !options.yes && !agreed(requests, &host)? {
        tell(&texts().audit_add_yes(number(requests), &host));
        return Ok(());
    }
    let service =
        Service::new(url, USER_AGENT).map_err(|_| Failure::CouldNotCheck(texts().pw_no_connection()))?;
    let bar = bar(texts().audit_bar_asking());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let shown = bar.clone();
    let progress = move |done: usize, total: usize| {
        shown.set_length(total as u64);
        shown.set_position(done as u64);
    };
    let asked = runtime.block_on(audit.ask(
        &service,
        usize::from(options.decoys),
        &progress,
        &CancellationToken::new(),
    ));
    bar.finish_and_clear();
    if let Asked::GaveUp(reason) = asked {
        tell(&texts().audit_rest_not_asked(&wording::reason(texts(), &reason)));
    }
    Ok(())
}

/// Asks on the terminal; without one nothing is agreed to.
fn agreed(requests: usize, host: &str) -> Result<bool, Failure> {
    if !terminal::can_ask() {
        return Ok(false);
    }
    let prompt = format!("{} ", texts().audit_ask_online(number(requests), host));
    let answer = terminal::answer_to(&prompt)?;
    Ok(answer.is_some_and(|answer| {
        [english(), texts()]
            .into_iter()
            .any(|texts| texts.notice_word_yes().split(',').any(|word| word.trim() == answer))
    }))
}

/// The report appears whole or not at all, and for this user alone.
fn write(report: &Report<'_>, format: Format, language: &Texts, place: &Output) -> Result<(), Failure> {
    app::audit::report::save(report, format, language, place).map_err(|error| {
        if files::is_full(&error) {
            return Failure::WrongUse(output::full(place.path()));
        }
        let file = place.path().display().to_string();
        Failure::WrongUse(texts().audit_report_not_written(&file, &error.to_string()))
    })
}

fn bar(what: String) -> ProgressBar {
    if terminal::is_quiet() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0).with_message(what);
    let left = texts().list_bar_left("{eta}");
    let template = format!("{{msg}} {{bar:30}} {{human_pos}}/{{human_len}} {left}");
    if let Ok(style) = ProgressStyle::with_template(&template) {
        bar.set_style(style);
    }
    bar
}
