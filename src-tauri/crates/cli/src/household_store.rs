//! Which household a command works on, and what is said when there is none to be had.

use std::path::{Path, PathBuf};

use app::data::DataDir;
use app::household::{KeptWalk, Walk, look};
use app::walk::Session;
use clap::{Args, ValueEnum};
use household::{
    HouseholdError, Name, NameError, Opened, Passphrase, PassphraseError, Person, PersonId, Store, Unlock,
};
use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::terminal::{Failure, read_secret_line, tell, tell_always, texts};

/// How the household is locked, or that there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lock {
    /// Its key is in the system's keyring
    Keyring,
    /// Locked with a passphrase: the first line of standard input, or asked
    Passphrase,
    /// Nothing is kept
    None,
}

#[derive(Args)]
pub(crate) struct StoreOptions {
    /// How the household is locked; none keeps nothing
    #[arg(long, value_enum, default_value = "keyring", global = true)]
    pub(crate) store: Lock,
}

#[derive(Args)]
pub(crate) struct PersonOptions {
    /// Whose answers and ticks are used and kept: somebody of the household
    #[arg(long, value_name = "NAME")]
    pub(crate) person: Option<String>,
    #[command(flatten)]
    pub(crate) store: StoreOptions,
}

/// The folder of what is kept.
pub(crate) fn folder(asked: Option<PathBuf>) -> Result<DataDir, Failure> {
    DataDir::find(asked).ok_or_else(|| Failure::CouldNotCheck(texts().hh_no_folder()))
}

/// A household that was opened, and its passphrase where it has one.
pub(crate) struct Unlocked {
    pub(crate) store: Store,
    pub(crate) passphrase: Option<Passphrase>,
}

/// Opens the household, or begins one.
pub(crate) fn open(folder: &DataDir, lock: Lock) -> Result<Unlocked, Failure> {
    let passphrase = passphrase_of(folder, lock)?;
    let Some(unlock) = way(lock, passphrase.as_ref()) else { return nothing_kept() };
    let opened = Store::open(folder.path(), unlock, Timestamp::now()).map_err(|error| failure(&error))?;
    Ok(Unlocked { store: opened_store(opened), passphrase })
}

/// Opens the household. Where there is none, an empty one is looked at, and none is begun.
pub(crate) fn open_existing(folder: &DataDir, lock: Lock) -> Result<Unlocked, Failure> {
    let passphrase = passphrase_of(folder, lock)?;
    let Some(unlock) = way(lock, passphrase.as_ref()) else { return nothing_kept() };
    let opened =
        Store::open_existing(folder.path(), unlock, Timestamp::now()).map_err(|error| failure(&error))?;
    let store = match opened {
        Some(opened) => opened_store(opened),
        None => Store::in_memory().map_err(|error| failure(&error))?,
    };
    Ok(Unlocked { store, passphrase })
}

fn way(lock: Lock, passphrase: Option<&Passphrase>) -> Option<Unlock<'_>> {
    match (lock, passphrase) {
        (Lock::Passphrase, Some(passphrase)) => Some(Unlock::Passphrase(passphrase)),
        (Lock::None, _) => None,
        _ => Some(Unlock::Keyring),
    }
}

fn nothing_kept() -> Result<Unlocked, Failure> {
    let store = Store::in_memory().map_err(|error| failure(&error))?;
    Ok(Unlocked { store, passphrase: None })
}

fn opened_store(opened: Opened) -> Store {
    if let Some(path) = opened.set_aside {
        tell_always(&texts().hh_set_aside(&path.display().to_string()));
    }
    opened.store
}

/// A passphrase where one is wanted; a new one is asked for twice.
fn passphrase_of(folder: &DataDir, lock: Lock) -> Result<Option<Passphrase>, Failure> {
    if lock != Lock::Passphrase {
        return Ok(None);
    }
    let is_new = Store::locked_by(folder.path()).map_err(|error| failure(&error))?.is_none();
    ask_passphrase(&texts().hh_ask_passphrase(), is_new).map(Some)
}

/// Asks for one passphrase; `again` asks a second time where somebody types it.
pub(crate) fn ask_passphrase(prompt: &str, again: bool) -> Result<Passphrase, Failure> {
    let line = read_secret_line(&format!("{prompt} "))?.unwrap_or_else(|| Zeroizing::new(Vec::new()));
    if again && std::io::IsTerminal::is_terminal(&std::io::stdin()) {
        let second = read_secret_line(&format!("{} ", texts().hh_ask_again()))?;
        if second.is_none_or(|second| *second != *line) {
            return Err(Failure::WrongUse(texts().hh_passphrases_differ()));
        }
    }
    if again {
        remark_on(&line);
    }
    Passphrase::from_bytes(&line).map_err(passphrase_failure)
}

/// Says of a new passphrase that it is weak. It is taken all the same: the file may lie where nobody else gets it.
pub(crate) fn remark_on(passphrase: &[u8]) {
    if app::passphrase::is_weak(Zeroizing::new(passphrase.to_vec())) {
        tell(&texts().hh_passphrase_weak());
    }
}

pub(crate) fn passphrase_failure(error: PassphraseError) -> Failure {
    Failure::WrongUse(match error {
        PassphraseError::Empty => texts().hh_passphrase_empty(),
        _ => texts().hh_passphrase_not_a_line(),
    })
}

/// Reads a name from the command line.
pub(crate) fn name(text: &str) -> Result<Name, Failure> {
    Name::new(text).map_err(|error| {
        Failure::WrongUse(match error {
            NameError::Empty => texts().hh_name_empty(),
            NameError::TooLong => texts().hh_name_too_long(),
            _ => texts().hh_name_hidden(),
        })
    })
}

/// Somebody of the household.
pub(crate) fn person(store: &Store, text: &str) -> Result<Person, Failure> {
    store.person(&name(text)?).map_err(|error| match error {
        HouseholdError::Nobody if store.path().is_none() => Failure::WrongUse(texts().hh_nobody_kept(text)),
        HouseholdError::Nobody => Failure::WrongUse(texts().hh_nobody_called(text)),
        error => failure(&error),
    })
}

/// What went wrong with the household, and what to do.
pub(crate) fn failure(error: &HouseholdError) -> Failure {
    use HouseholdError as E;
    let texts = texts();
    let name = |path: &Path| path.display().to_string();
    Failure::CouldNotCheck(match error {
        E::KeyringAbsent => texts.hh_error_keyring_absent(),
        E::KeyringLocked => texts.hh_error_keyring_locked(),
        E::KeyGone { path } => texts.hh_error_key_gone(&name(path)),
        E::KeyFileUnusable { path } => texts.hh_error_key_file(&name(path)),
        E::PassphraseNeeded => texts.hh_error_passphrase_needed(),
        E::KeyringNeeded => texts.hh_error_keyring_needed(),
        E::WrongPassphrase => texts.hh_error_wrong_passphrase(),
        E::Damaged { path } => texts.hh_error_damaged(&name(path)),
        E::TooNew { path, .. } => texts.hh_error_too_new(&name(path)),
        E::Busy { path } => texts.hh_error_busy(&name(path)),
        E::Gone { path } => texts.hh_error_gone(&name(path)),
        E::Full { path } => crate::output::full(path),
        E::Io { path, source } => texts.hh_error_io(&name(path), &source.to_string()),
        E::Nobody => return Failure::WrongUse(texts.hh_error_nobody()),
        E::NameTaken => return Failure::WrongUse(texts.hh_error_name_taken()),
        E::NotAnExport => return Failure::WrongUse(texts.hh_error_not_an_export()),
        E::ExportTooNew { .. } => return Failure::WrongUse(texts.hh_error_export_too_new()),
        E::NoRandomness => texts.hh_error_other(&texts.hh_no_randomness()),
        // What the database said of a file.
        error => texts.hh_error_other(&error.to_string()),
    })
}

impl PersonOptions {
    /// Whether nothing at all may be left behind, not even which statement was read.
    pub(crate) fn keeps_nothing(&self) -> bool {
        self.store.store == Lock::None
    }
}

/// Where the ticks of a walk go: into the household of somebody, or nowhere.
pub(crate) struct Keeping {
    household: Option<(Store, PersonId)>,
    keeps_nothing: bool,
}

impl Keeping {
    /// With `--person`, that person's household.
    pub(crate) fn of(options: &PersonOptions, data_dir: Option<PathBuf>) -> Result<Self, Failure> {
        let keeps_nothing = options.keeps_nothing();
        let Some(text) = &options.person else { return Ok(Self { household: None, keeps_nothing }) };
        if keeps_nothing {
            tell(&texts().hh_nothing_kept());
            return Ok(Self { household: None, keeps_nothing });
        }
        let unlocked = open_existing(&folder(data_dir)?, options.store.store)?;
        let person = person(&unlocked.store, text)?;
        Ok(Self { household: Some((unlocked.store, person.id)), keeps_nothing })
    }

    /// Whether answers stay, and how they can.
    pub(crate) fn how_to_keep(&self) -> String {
        match (&self.household, self.keeps_nothing) {
            (Some(_), _) => texts().hh_kept_in_household(),
            (None, true) => texts().hh_kept_until_you_leave(),
            (None, false) => texts().hh_kept_with_person(),
        }
    }

    /// Brings in what is known of the person, without keeping anything.
    pub(crate) fn look(&self, session: &mut Session) -> Result<(), Failure> {
        match &self.household {
            Some((store, person)) => look(store, *person, session).map_err(|error| failure(&error)),
            None => Ok(()),
        }
    }

    /// The walk, kept or not.
    pub(crate) fn walk(&mut self) -> Walk<'_> {
        match &mut self.household {
            Some((store, person)) => Walk::kept(KeptWalk::new(store, *person)),
            None => Walk::not_kept(),
        }
    }
}
