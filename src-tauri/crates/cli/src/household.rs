//! `selfcheck household …`: who is in it, what they ticked, and taking it along or away.

use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use app::data::DataDir;
use app::household::KeptWalk;
use app::own_file;
use app::walk::{How, Session};
use clap::{Args, Subcommand};
use household::{Collected, Followed, KeyringEntry, LockedBy, Mark, Passphrase};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use crate::args::Source;
use crate::household_store::{
    Lock, StoreOptions, Unlocked, ask_passphrase, failure, folder, name, open, open_existing,
    passphrase_failure, person, remark_on,
};
use crate::notices;
use crate::output;
use crate::sheet::{self, SheetOptions};
use crate::terminal::{Failure, answer_to, read_secret_line, say, say_json, tell, tell_always, texts};
use crate::wording::number;

#[derive(Args)]
pub(crate) struct HouseholdOptions {
    #[command(flatten)]
    store: StoreOptions,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Add somebody
    #[command(after_help = "Example: selfcheck household add Ann")]
    Add {
        /// What they are called
        name: String,
    },
    /// Who is there, and how far each has come
    #[command(after_help = "Example: selfcheck household list --json")]
    List,
    /// Give somebody another name
    #[command(after_help = "Example: selfcheck household rename Ann 'Ann B.'")]
    Rename {
        /// What they are called now
        name: String,
        /// What they will be called
        new_name: String,
    },
    /// Take somebody out, with all that was kept of them
    #[command(after_help = "Example: selfcheck household remove Ann")]
    Remove {
        /// What they are called
        name: String,
    },
    /// What somebody ticked, notice by notice
    #[command(after_help = "Example: selfcheck household show Ann --json")]
    Show {
        /// What they are called
        name: String,
    },
    /// Tick a step of a notice as done
    #[command(
        after_help = "Example: selfcheck household done forum.notice change-password-here --person Ann"
    )]
    Done(TickOptions),
    /// Take a tick back
    #[command(
        after_help = "Example: selfcheck household undo forum.notice change-password-here --person Ann"
    )]
    Undo(TickOptions),
    /// Remove everything: people, ticks, answers, the key, and the publishers you trusted
    #[command(after_help = "Example: selfcheck household wipe --yes")]
    Wipe {
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
    /// Write everything into one file that a passphrase locks
    #[command(
        after_help = "Example: selfcheck household export --out household.selfcheck\n\nThe passphrase is asked, or a line of standard input: after the one of the household, if that has one; else the same."
    )]
    Export {
        /// The file to make; it must not be there yet
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Write everybody's plan into one sheet to print, in large type
    #[command(after_help = "Example: selfcheck household sheet --out plans.html")]
    Sheet(SheetOptions),
    /// Take in what was exported; of two ticks the newer one counts
    #[command(after_help = "Example: selfcheck household import household.selfcheck")]
    Import {
        /// A file made by export
        file: PathBuf,
    },
}

#[derive(Args)]
struct TickOptions {
    /// The notice: a file, - for standard input, an address or a link; left out with --practice
    #[arg(required = true, num_args = 1..=2, value_names = ["SOURCE", "STEP"])]
    what: Vec<String>,
    /// A step of the practice notice that ships in this program
    #[arg(long)]
    practice: bool,
    /// Who did it
    #[arg(long, value_name = "NAME")]
    person: String,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct ListJson {
    people: Vec<PersonJson>,
}

#[derive(Serialize, JsonSchema)]
struct PersonJson {
    name: String,
    done: usize,
    open: usize,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct ShowJson {
    name: String,
    notices: Vec<NoticeJson>,
}

#[derive(Serialize, JsonSchema)]
struct NoticeJson {
    id: String,
    ticks: Vec<TickJson>,
}

#[derive(Serialize, JsonSchema)]
struct TickJson {
    step: String,
    mark: &'static str,
    how: &'static str,
    at: String,
}

pub(crate) fn run(options: &HouseholdOptions, data_dir: Option<PathBuf>, json: bool) -> Result<u8, Failure> {
    let (folder, lock) = (folder(data_dir)?, options.store.store);
    match &options.command {
        Command::Add { name: text } => add(&folder, lock, text, json),
        Command::List => list(&open_existing(&folder, lock)?, json),
        Command::Rename { name: old, new_name } => rename(&folder, lock, (old, new_name), json),
        Command::Remove { name: text } => remove(&folder, lock, text, json),
        Command::Show { name: text } => show(&open_existing(&folder, lock)?, text, json),
        Command::Done(options) => tick(&folder, lock, options, true, json),
        Command::Undo(options) => tick(&folder, lock, options, false, json),
        Command::Wipe { yes } => wipe(&folder, lock, *yes, json),
        Command::Export { out } => export(&folder, lock, out, json),
        Command::Sheet(options) => {
            sheet::write_everybody(&open_existing(&folder, lock)?.store, &folder, options)
        }
        Command::Import { file } => import(&folder, lock, file, json),
    }
}

fn add(folder: &DataDir, lock: Lock, text: &str, json: bool) -> Result<u8, Failure> {
    let name = name(text)?;
    let added = open(folder, lock)?.store.add(&name).map_err(|error| failure(&error))?;
    if lock == Lock::None {
        tell(&texts().hh_nothing_kept());
    } else {
        tell(&texts().hh_added(added.name.as_str()));
    }
    if json {
        say_json(&json!({ "name": added.name.as_str() }))?;
    }
    Ok(0)
}

fn list(unlocked: &Unlocked, json: bool) -> Result<u8, Failure> {
    let mut people = Vec::new();
    for person in unlocked.store.people().map_err(|error| failure(&error))? {
        let followed = unlocked.store.followed(person.id).map_err(|error| failure(&error))?;
        people.push(PersonJson {
            name: person.name.as_str().to_owned(),
            done: followed.iter().map(|one| one.marked(Mark::Done)).sum(),
            open: followed.iter().map(Followed::open).sum(),
        });
    }
    if json {
        say_json(&ListJson { people })?;
        return Ok(0);
    }
    let texts = texts();
    if people.is_empty() {
        tell(&texts.hh_empty());
    }
    for person in people {
        say(&texts.hh_progress(&person.name, number(person.done), number(person.open)))?;
    }
    Ok(0)
}

fn rename(folder: &DataDir, lock: Lock, (old, new): (&str, &str), json: bool) -> Result<u8, Failure> {
    let new = name(new)?;
    let mut store = open_existing(folder, lock)?.store;
    let person = person(&store, old)?;
    store.rename(person.id, &new).map_err(|error| failure(&error))?;
    tell(&texts().hh_renamed(person.name.as_str(), new.as_str()));
    if json {
        say_json(&json!({ "name": new.as_str() }))?;
    }
    Ok(0)
}

fn remove(folder: &DataDir, lock: Lock, text: &str, json: bool) -> Result<u8, Failure> {
    let mut store = open_existing(folder, lock)?.store;
    let person = person(&store, text)?;
    app::household::remove(&mut store, person.id, folder, Timestamp::now())
        .map_err(|error| failure(&error))?;
    tell(&texts().hh_removed(person.name.as_str()));
    if json {
        say_json(&json!({ "name": person.name.as_str() }))?;
    }
    Ok(0)
}

fn show(unlocked: &Unlocked, text: &str, json: bool) -> Result<u8, Failure> {
    let person = person(&unlocked.store, text)?;
    let followed = unlocked.store.followed(person.id).map_err(|error| failure(&error))?;
    if json {
        say_json(&ShowJson {
            name: person.name.as_str().to_owned(),
            notices: followed.into_iter().map(notice_json).collect(),
        })?;
        return Ok(0);
    }
    let texts = texts();
    say(&format!("{}:", person.name))?;
    for notice in &followed {
        say("")?;
        say(&format!("{}: {}", notice.id, notice.title))?;
        for step in &notice.steps {
            let said = match notice.tick(&step.id).map(|tick| tick.mark) {
                None => texts.hh_state_open(),
                Some(Mark::Done) => texts.prog_mark_done(),
                Some(Mark::NotForMe) => texts.prog_mark_not_for_me(),
                Some(Mark::Later) => texts.hh_state_later(),
            };
            say(&format!("- {} ({}): {said}", step.title, step.id))?;
        }
    }
    Ok(0)
}

fn notice_json(followed: Followed) -> NoticeJson {
    let ticks = followed.ticks.into_iter().map(|tick| TickJson {
        step: tick.step,
        mark: tick.mark.code(),
        how: tick.how.code(),
        at: tick.at.to_string(),
    });
    NoticeJson { id: followed.id, ticks: ticks.collect() }
}

fn tick(folder: &DataDir, lock: Lock, options: &TickOptions, done: bool, json: bool) -> Result<u8, Failure> {
    let (source, step) = match options.what.as_slice() {
        [step] if options.practice => (None, step),
        [source, step] if !options.practice => (Some(source.clone()), step),
        _ => return Err(Failure::WrongUse(texts().hh_tick_what())),
    };
    // The passphrase, if there is one, is the first line of what comes in; a notice may follow it.
    let mut store = open_existing(folder, lock)?.store;
    let person = person(&store, &options.person)?;
    let mut session = notices::open(&Source::new(source), Some(folder.path().to_owned()), true, false)?;
    app::household::look(&store, person.id, &mut session).map_err(|error| failure(&error))?;
    let mut walk = KeptWalk::new(&mut store, person.id);
    let (texts, who) = (texts(), person.name.as_str());
    if done {
        need_step(&mut session, step)?;
        walk.begin(&mut session, Timestamp::now()).map_err(|error| failure(&error))?;
        let said = (Mark::Done, How::YouToldUs);
        walk.mark(&mut session, step, said, None, Timestamp::now()).map_err(|error| failure(&error))?;
        tell(&texts.hh_ticked(who, step));
    } else if walk.unmark(&mut session, step).map_err(|error| failure(&error))? {
        tell(&texts.hh_unticked(who, step));
    } else {
        tell(&texts.hh_said_nothing(who, step));
    }
    if json {
        let mark = done.then_some("done");
        let id = session.notice().id.to_string();
        say_json(&json!({ "name": who, "notice": id, "step": step, "mark": mark }))?;
    }
    Ok(0)
}

/// A step that an answer took out of the plan can be done all the same; one that the notice never asks for cannot.
fn need_step(session: &mut Session, step: &str) -> Result<(), Failure> {
    if session.plan().steps.iter().any(|each| each.id == step) {
        return Ok(());
    }
    if session.widest_plan().steps.iter().any(|each| each.id == step) {
        return Err(Failure::WrongUse(texts().hh_step_left_out(step)));
    }
    Err(Failure::WrongUse(texts().hh_no_step(step)))
}

fn wipe(folder: &DataDir, lock: Lock, yes: bool, json: bool) -> Result<u8, Failure> {
    let texts = texts();
    if lock == Lock::None {
        tell(&texts.hh_wipe_nothing());
        return Ok(0);
    }
    if !yes && !agreed(folder)? {
        return Err(Failure::WrongUse(texts.hh_wipe_not_agreed(&texts.hh_wipe_yes())));
    }
    let wiped = app::household::wipe(folder).map_err(|error| failure(&error))?;
    tell(&texts.hh_wiped(number(wiped.files.len())));
    tell(&match (wiped.keyring, wiped.locked_by) {
        (KeyringEntry::Removed, _) => texts.hh_wiped_key(),
        (KeyringEntry::None, Some(LockedBy::Passphrase)) => texts.hh_wiped_passphrase(),
        (KeyringEntry::None, _) => texts.hh_wiped_no_key(),
        (KeyringEntry::NotReached, Some(_)) => texts.hh_wiped_key_not_reached(),
        (KeyringEntry::NotReached, None) => texts.hh_wiped_key_unknown(),
    });
    tell(&texts.hh_wiped_not());
    if folder.file(app::desk::NUMBERS_FILE).exists() {
        tell(&texts.hh_wiped_not_numbers());
    }
    if json {
        let keyring = match wiped.keyring {
            KeyringEntry::Removed => "removed",
            KeyringEntry::None => "none",
            KeyringEntry::NotReached => "not_reached",
        };
        say_json(&json!({ "files": wiped.files.len(), "keyring": keyring }))?;
    }
    Ok(0)
}

fn agreed(folder: &DataDir) -> Result<bool, Failure> {
    if !io::stdin().is_terminal() {
        return Ok(false);
    }
    let texts = texts();
    let yes = texts.hh_wipe_yes();
    let question = texts.hh_wipe_ask(&folder.path().display().to_string(), &yes);
    let answer = answer_to(&format!("{question} "))?;
    Ok(answer.is_some_and(|answer| answer == yes || answer == "yes"))
}

fn export(folder: &DataDir, lock: Lock, out: &Path, json: bool) -> Result<u8, Failure> {
    let (texts, name) = (texts(), out.display().to_string());
    let failed = |error: io::Error| {
        Failure::WrongUse(match error.kind() {
            _ if files::is_full(&error) => output::full(out),
            io::ErrorKind::AlreadyExists => texts.hh_export_exists(&name, &error.to_string()),
            _ => texts.hh_export_failed(&name, &error.to_string()),
        })
    };
    if out.symlink_metadata().is_ok() {
        return Err(failed(io::ErrorKind::AlreadyExists.into()));
    }
    let unlocked = open_existing(folder, lock)?;
    let people = unlocked.store.people().map_err(|error| failure(&error))?.len();
    if people == 0 {
        return Err(Failure::WrongUse(texts.hh_export_nobody()));
    }
    let own = own_passphrase(&texts.hh_ask_export(), unlocked.passphrase, true)?;
    let collected = unlocked.store.collect().map_err(|error| failure(&error))?;
    let bytes = collected.lock(&own).map_err(|error| failure(&error))?;
    write_new(out, &bytes).map_err(failed)?;
    tell(&texts.hh_exported(number(people), &name));
    if json {
        say_json(&json!({ "people": people }))?;
    }
    Ok(0)
}

/// The passphrase of a file: the next line, or the household's own if no line follows.
fn own_passphrase(prompt: &str, household: Option<Passphrase>, again: bool) -> Result<Passphrase, Failure> {
    match household {
        Some(household) if !io::stdin().is_terminal() => match read_secret_line(&format!("{prompt} "))? {
            Some(line) if !line.is_empty() => {
                if again {
                    remark_on(&line);
                }
                Passphrase::from_bytes(&line).map_err(passphrase_failure)
            }
            _ => Ok(household),
        },
        _ => ask_passphrase(prompt, again),
    }
}

/// For this user alone, and whole or not at all.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if written.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::AlreadyExists) {
        // Half an export is none; it was made here just now.
        let _ = fs::remove_file(path);
    }
    written
}

fn import(folder: &DataDir, lock: Lock, file: &Path, json: bool) -> Result<u8, Failure> {
    let (texts, name) = (texts(), file.display().to_string());
    let bytes = own_file::read(file, own_file::MAX_EXPORT)
        .map_err(|error| Failure::WrongUse(texts.hh_import_unreadable(&name, &error.to_string())))?
        .ok_or_else(|| failure(&household::HouseholdError::NotAnExport))?;
    let mut unlocked = open(folder, lock)?;
    let own = own_passphrase(&texts.hh_ask_import(), unlocked.passphrase, false)?;
    let collected = Collected::unlock(&bytes, &own).map_err(|error| match error {
        household::HouseholdError::WrongPassphrase => {
            Failure::CouldNotCheck(texts.hh_import_passphrase(&name))
        }
        error => failure(&error),
    })?;
    let imported = unlocked.store.take_in(&collected).map_err(|error| failure(&error))?;
    if lock == Lock::None {
        tell_always(&texts.hh_import_not_kept());
    } else {
        tell(&texts.hh_imported(number(imported.people), number(imported.new_people)));
    }
    if json {
        say_json(&json!({ "people": imported.people, "new": imported.new_people }))?;
    }
    Ok(0)
}
