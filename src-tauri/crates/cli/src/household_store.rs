//! Which household a command works on, and what is said when there is none to be had.

use std::path::PathBuf;

use app::data::DataDir;
use app::household::{KeptWalk, Walk, look};
use app::walk::Session;
use clap::{Args, ValueEnum};
use household::{
    HouseholdError, Name, NameError, Opened, Passphrase, PassphraseError, Person, PersonId, Store, Unlock,
};
use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::terminal::{Failure, read_secret_line, tell, tell_always};

const OTHER_WAYS: &str = "Add --store passphrase to lock the household with a passphrase instead, or --store none to keep nothing.";

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
    DataDir::find(asked).ok_or_else(|| {
        Failure::CouldNotCheck(
            "this system has no folder for what is kept. Name one with --data-dir, or add --store none."
                .to_owned(),
        )
    })
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
        tell_always(&format!(
            "the household file was damaged. It is kept as {}, and a new, empty household was begun. If you have an export, take it in with selfcheck household import.",
            path.display()
        ));
    }
    opened.store
}

/// A passphrase where one is wanted; a new one is asked for twice.
fn passphrase_of(folder: &DataDir, lock: Lock) -> Result<Option<Passphrase>, Failure> {
    if lock != Lock::Passphrase {
        return Ok(None);
    }
    let is_new = Store::locked_by(folder.path()).map_err(|error| failure(&error))?.is_none();
    ask_passphrase("Passphrase of the household: ", is_new).map(Some)
}

/// Asks for one passphrase; `again` asks a second time where somebody types it.
pub(crate) fn ask_passphrase(prompt: &str, again: bool) -> Result<Passphrase, Failure> {
    let line = read_secret_line(prompt)?.unwrap_or_else(|| Zeroizing::new(Vec::new()));
    if again && std::io::IsTerminal::is_terminal(&std::io::stdin()) {
        let second = read_secret_line("The same again: ")?;
        if second.is_none_or(|second| *second != *line) {
            return Err(Failure::WrongUse("the two were not the same. Begin again.".to_owned()));
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
        tell(
            "This passphrase is easy to guess for somebody who has the file. `selfcheck passphrase` makes a stronger one.",
        );
    }
}

pub(crate) fn passphrase_failure(error: PassphraseError) -> Failure {
    Failure::WrongUse(
        match error {
            PassphraseError::Empty => {
                "a passphrase is needed: one line of standard input, or typed when asked. Give one."
            }
            _ => "the passphrase is not one line of text of at most 1,024 bytes. Choose another.",
        }
        .to_owned(),
    )
}

/// Reads a name from the command line.
pub(crate) fn name(text: &str) -> Result<Name, Failure> {
    Name::new(text).map_err(|error| {
        Failure::WrongUse(
            match error {
                NameError::Empty => "the name is empty. Give a name of 1 to 60 characters.",
                NameError::TooLong => "the name is longer than 60 characters. Choose a shorter one.",
                _ => "the name holds characters that cannot be shown. Leave them out.",
            }
            .to_owned(),
        )
    })
}

/// Somebody of the household.
pub(crate) fn person(store: &Store, text: &str) -> Result<Person, Failure> {
    store.person(&name(text)?).map_err(|error| match error {
        HouseholdError::Nobody if store.path().is_none() => Failure::WrongUse(format!(
            "there is nobody called {text}, because nothing is kept here: there is no household yet, or --store none was given. Without --store none, selfcheck household add NAME adds them."
        )),
        HouseholdError::Nobody => Failure::WrongUse(format!(
            "there is nobody called {text} in the household. See who is there with selfcheck household list, or add them with selfcheck household add."
        )),
        error => failure(&error),
    })
}

/// What went wrong with the household, and what to do.
pub(crate) fn failure(error: &HouseholdError) -> Failure {
    use HouseholdError as E;
    let text = match error {
        E::KeyringAbsent => {
            format!("no keyring answers on this computer, so nothing was written. {OTHER_WAYS}")
        }
        E::KeyringLocked => format!(
            "the keyring of this computer is locked or not set up, so nothing was written. Unlock it and try again. {OTHER_WAYS}"
        ),
        E::KeyGone { path } => format!(
            "the keyring no longer holds the key of {}, so nobody can open it. It was left as it is. If the keyring comes back, so does the household; else begin anew with selfcheck household wipe. Then add --store passphrase to need no keyring, or --store none to keep nothing.",
            path.display()
        ),
        E::KeyFileUnusable { path } => format!(
            "{} is missing or damaged, so the household beside it cannot be opened. It was left as it is. Put the file back, or begin anew with selfcheck household wipe.",
            path.display()
        ),
        E::PassphraseNeeded => {
            "this household is locked with a passphrase, not by the keyring. Add --store passphrase, and type the passphrase when asked or send it as the first line of standard input."
                .to_owned()
        }
        E::KeyringNeeded => {
            "this household is locked by the keyring, not with a passphrase. Leave out --store passphrase."
                .to_owned()
        }
        E::WrongPassphrase => "that is not the passphrase. Nothing was changed. Try again.".to_owned(),
        E::Damaged { path } => format!(
            "{} is damaged. Start the command again: the file is then set aside and a new one begun.",
            path.display()
        ),
        E::TooNew { path, .. } => {
            format!("{} was written by a newer Selfcheck. Get the newest version to open it.", path.display())
        }
        E::Busy { path } => format!(
            "another Selfcheck is writing to {} just now. Close it, or try again in a moment.",
            path.display()
        ),
        E::Gone { path } => {
            format!("{} was removed by another program meanwhile. Start the command again.", path.display())
        }
        E::Full { path } => crate::output::full(path),
        E::Io { path, source } => format!(
            "{} cannot be read or written: {source}. Check its rights, or name another folder with --data-dir.",
            path.display()
        ),
        E::Nobody => {
            return Failure::WrongUse(
                "that person is no longer in the household. See who is there with selfcheck household list."
                    .to_owned(),
            );
        }
        E::NameTaken => {
            return Failure::WrongUse(
                "somebody in the household is called so already. Choose another name.".to_owned(),
            );
        }
        E::NotAnExport => {
            return Failure::WrongUse(
                "that file is not an export of a household, or is damaged. Check its name, or make it again."
                    .to_owned(),
            );
        }
        E::ExportTooNew { .. } => {
            return Failure::WrongUse(
                "that file was made by a newer Selfcheck. Get the newest version to read it.".to_owned(),
            );
        }
        error => format!("the household could not be read or written: {error}. Try again."),
    };
    Failure::CouldNotCheck(text)
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
            tell("with --store none nothing is kept.");
            return Ok(Self { household: None, keeps_nothing });
        }
        let unlocked = open_existing(&folder(data_dir)?, options.store.store)?;
        let person = person(&unlocked.store, text)?;
        Ok(Self { household: Some((unlocked.store, person.id)), keeps_nothing })
    }

    /// Whether answers stay, and how they can.
    pub(crate) fn how_to_keep(&self) -> &'static str {
        match (&self.household, self.keeps_nothing) {
            (Some(_), _) => {
                "Your answers and ticks are kept in the household as you give them; you can stop at any time and go on later."
            }
            (None, true) => "Your answers and ticks are kept until you leave, since --store none was given.",
            (None, false) => {
                "Your answers and ticks are kept until you leave. With --person NAME they are kept for next time."
            }
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
