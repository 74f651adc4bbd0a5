//! Files that are written for a person: whole or not at all, and never in the place of something else.
//!
//! Every writer of both shells goes through [`Output`]: it refuses an input of the same run, a secret key, a file of
//! another kind, a folder, a link, a pipe and a device before anything is made.

mod kind;

use std::fs::{self, File};
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

pub use files::read;
pub use kind::{GENERATOR, HTACCESS_MARK, Kind};

/// The longest export of a household that is read.
pub const MAX_EXPORT: u64 = 64 << 20;

const PREFIX: &str = ".selfcheck-";
const SUFFIX: &str = ".part";
/// Younger ones of other writers may not have been locked yet.
const YOUNG: Duration = Duration::from_secs(5);

/// Why nothing may be written there. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OutputError {
    /// It is what this run reads.
    #[error("{path} is read in this run, as {input}")]
    IsInput {
        /// Where.
        path: PathBuf,
        /// The input, as it was given.
        input: PathBuf,
    },
    /// It is a secret key.
    #[error("{path} is a secret key")]
    SecretKey {
        /// Where.
        path: PathBuf,
    },
    /// There is a file, and not one that this would take the place of.
    #[error("{path} is there already and is something else")]
    OtherKind {
        /// Where.
        path: PathBuf,
        /// What would have been written.
        kind: Kind,
    },
    /// There is no regular file, but a folder, a symbolic link, a named pipe or a device.
    #[error("{path} is {}", what.words())]
    NotAFile {
        /// Where.
        path: PathBuf,
        /// What it is.
        what: Special,
    },
    /// What is there cannot be looked at, or the folder is not there.
    #[error("{path} cannot be written: {source}")]
    Io {
        /// Where.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// What is no regular file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Special {
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A named pipe, socket or device.
    Device,
}

impl Special {
    fn words(self) -> &'static str {
        match self {
            Self::Folder => "a folder",
            Self::Link => "a symbolic link",
            Self::Device => "a named pipe or a device",
        }
    }

    /// What these facts are of, unless of a regular file.
    #[must_use]
    pub fn of(facts: &fs::Metadata) -> Option<Self> {
        let kind = facts.file_type();
        match () {
            () if kind.is_file() => None,
            () if kind.is_dir() => Some(Self::Folder),
            () if kind.is_symlink() => Some(Self::Link),
            () => Some(Self::Device),
        }
    }
}

/// Who may read a file that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// This user alone.
    Own,
    /// Everybody who may read the folder: a web server is another user.
    All,
}

/// A place to which something may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    path: PathBuf,
}

impl Output {
    /// A place for a file of this kind. A file that is there must be of the same kind, or empty, and none of `inputs`
    /// by whatever name: a hard link and another spelling are the same file.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn new<'a>(
        path: &Path,
        kind: Kind,
        inputs: impl IntoIterator<Item = &'a Path>,
    ) -> Result<Self, OutputError> {
        let failed = |source| OutputError::Io { path: path.to_owned(), source };
        let output = Self { path: path.to_owned() };
        let facts = match path.symlink_metadata() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return output.in_a_folder(),
            facts => facts.map_err(failed)?,
        };
        // A link to an input or to a key is named as what it leads to.
        let regular = fs::metadata(path).is_ok_and(|facts| facts.is_file());
        if regular && let Some(input) = inputs.into_iter().find(|input| is_same(path, input)) {
            return Err(OutputError::IsInput { path: path.to_owned(), input: input.to_owned() });
        }
        let start = if regular { start_of(path).map_err(failed)? } else { Vec::new() };
        if kind::is_secret_key(&start) {
            return Err(OutputError::SecretKey { path: path.to_owned() });
        }
        if let Some(what) = Special::of(&facts) {
            return Err(OutputError::NotAFile { path: path.to_owned(), what });
        }
        if start.is_empty() || kind.is_of(&start) {
            Ok(output)
        } else {
            Err(OutputError::OtherKind { path: path.to_owned(), kind })
        }
    }

    /// Before the work is done, not after it: there must be a folder to write into.
    fn in_a_folder(self) -> Result<Self, OutputError> {
        match fs::metadata(folder_of(&self.path)) {
            Ok(facts) if facts.is_dir() => Ok(self),
            Ok(_) => Err(OutputError::Io { path: self.path, source: io::ErrorKind::NotADirectory.into() }),
            Err(source) => Err(OutputError::Io { path: self.path, source }),
        }
    }

    /// Where.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes these bytes.
    ///
    /// # Errors
    /// When the folder or the disk says no; a former file is still there then.
    pub fn write(&self, bytes: &[u8], readers: Readers) -> io::Result<()> {
        self.write_with(readers, |to| to.write_all(bytes))
    }

    /// Writes what `make` writes.
    ///
    /// # Errors
    /// As [`Output::write`], and when `make` fails.
    pub fn write_with<E: From<io::Error>>(
        &self,
        readers: Readers,
        make: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<(), E> {
        put(&self.path, readers, make)
    }
}

/// Whether a folder of ranges may take the place of this one: there is none, or it holds ranges alone and no input.
///
/// # Errors
/// When it may not.
pub fn ranges_may_go<'a>(path: &Path, inputs: impl IntoIterator<Item = &'a Path>) -> Result<(), OutputError> {
    let failed = |source| OutputError::Io { path: path.to_owned(), source };
    let facts = match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        facts => facts.map_err(failed)?,
    };
    let there = path.canonicalize().map_err(failed)?;
    let below = |input: &Path| input.canonicalize().is_ok_and(|input| input.starts_with(&there));
    if let Some(input) = inputs.into_iter().find(|input| below(input)) {
        return Err(OutputError::IsInput { path: path.to_owned(), input: input.to_owned() });
    }
    match Special::of(&facts) {
        Some(Special::Folder) => {}
        Some(what) => return Err(OutputError::NotAFile { path: path.to_owned(), what }),
        None => return Err(OutputError::OtherKind { path: path.to_owned(), kind: Kind::Ranges }),
    }
    for entry in fs::read_dir(path).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        let name = name.to_str().unwrap_or_default();
        let prefix = name.strip_suffix(".gz").unwrap_or(name);
        if prefix.len() != 5 || !prefix.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(OutputError::OtherKind { path: path.to_owned(), kind: Kind::Ranges });
        }
    }
    Ok(())
}

/// Writes a file aside, syncs it and gives it its name, so that a reader finds the former one or the new one, whole.
/// Whether it may take that place is for [`Output`] to say.
pub(crate) fn put<E: From<io::Error>>(
    path: &Path,
    readers: Readers,
    make: impl FnOnce(&mut dyn Write) -> Result<(), E>,
) -> Result<(), E> {
    let folder = folder_of(path);
    // While this is held, no other writer takes a part for one that was left behind before it is locked.
    let held = hold(folder);
    sweep(folder, held.is_some());
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        let mode = if readers == Readers::All { 0o644 } else { 0o600 };
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = readers;
    let part = builder.tempfile_in(folder)?;
    // Where a file cannot be locked nothing is swept either.
    let _ = part.as_file().try_lock();
    drop(held);
    let mut writer = io::BufWriter::new(part);
    make(&mut writer)?;
    let part = writer.into_inner().map_err(io::IntoInnerError::into_error)?;
    part.as_file().sync_all()?;
    part.persist(path).map_err(|error| error.error)?;
    // So that the name survives a loss of power; a system that cannot sync a folder does it by itself.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// The folder itself, locked; `None` where the system cannot lock one, or another writer is about to begin.
fn hold(folder: &Path) -> Option<File> {
    let held = File::open(folder).ok()?;
    held.try_lock().is_ok().then_some(held)
}

/// Removes what killed programs left in a folder. What cannot be removed stays; nobody reads it.
fn sweep(folder: &Path, held: bool) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let ours = name.to_str().is_some_and(is_part);
        let regular = ours && entry.file_type().is_ok_and(|kind| kind.is_file());
        let Some(file) = regular.then(|| File::open(entry.path()).ok()).flatten() else { continue };
        let age = file.metadata().and_then(|facts| facts.modified()).ok();
        let age = age.and_then(|time| time.elapsed().ok());
        let settled = held || age.is_some_and(|age| age >= YOUNG);
        if settled && file.try_lock().is_ok() {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// `.selfcheck-`, six letters or digits, `.part`.
fn is_part(name: &str) -> bool {
    let middle = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(SUFFIX));
    middle.is_some_and(|middle| middle.len() == 6 && middle.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether two names are of one regular file.
fn is_same(one: &Path, other: &Path) -> bool {
    // A pipe would wait for a writer when it is opened.
    fs::metadata(other).is_ok_and(|facts| facts.is_file())
        && same_file::is_same_file(one, other).unwrap_or(false)
}

fn start_of(path: &Path) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    files::open(path)?.take(kind::LOOKED_AT).read_to_end(&mut start)?;
    Ok(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str) -> Vec<u8> {
        format!("<!DOCTYPE html>\n{GENERATOR}\n{text}").into_bytes()
    }

    #[test]
    fn a_file_is_written_whole_for_its_user_alone_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.html");
        for text in ["one", "two"] {
            let output = Output::new(&path, Kind::Sheet, []).unwrap();
            output.write(&sheet(text), Readers::Own).unwrap();
            assert_eq!(fs::read(&path).unwrap(), sheet(text));
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        let missing = Output::new(&folder.path().join("no/such/folder.html"), Kind::Sheet, []);
        assert!(matches!(missing, Err(OutputError::Io { .. })));
        let failed = Output::new(&path, Kind::Sheet, []).unwrap().write_with(Readers::Own, |to| {
            to.write_all(b"half")?;
            Err(io::Error::other("no more"))
        });
        assert!(failed.is_err());
        assert_eq!(fs::read(&path).unwrap(), sheet("two"));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing half written is left");
    }

    #[test]
    fn an_input_under_any_name_a_key_and_another_kind_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("below")).unwrap();
        fs::write(at("input.html"), sheet("mine")).unwrap();
        fs::write(at("a.key"), format!("untrusted comment: x\nRWRTY0Iy{}\n", "A".repeat(204))).unwrap();
        fs::write(at("photo"), [0xFF, 0xD8, 0xFF]).unwrap();
        fs::write(at("empty"), "").unwrap();
        fs::hard_link(at("input.html"), at("hard.html")).unwrap();
        let input = at("input.html");
        let outcome = |name: &str| Output::new(&at(name), Kind::Sheet, [input.as_path()]).map(|_| ());
        for name in ["input.html", "./input.html", "below/../input.html", "hard.html"] {
            assert!(matches!(outcome(name), Err(OutputError::IsInput { .. })), "{name}");
        }
        assert!(matches!(outcome("a.key"), Err(OutputError::SecretKey { .. })));
        assert!(matches!(outcome("photo"), Err(OutputError::OtherKind { kind: Kind::Sheet, .. })));
        assert!(matches!(outcome("below"), Err(OutputError::NotAFile { what: Special::Folder, .. })));
        assert!(outcome("empty").is_ok() && outcome("new").is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn links_pipes_and_devices_are_refused_and_nothing_waits() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("input.html"), sheet("mine")).unwrap();
        fs::write(at("other.html"), sheet("other")).unwrap();
        fs::write(at("a.key"), "-----BEGIN PRIVATE KEY-----\n").unwrap();
        for name in ["input.html", "other.html", "a.key", "nothing"] {
            std::os::unix::fs::symlink(at(name), at(&format!("to-{name}"))).unwrap();
        }
        rustix::fs::mknodat(
            rustix::fs::CWD,
            at("pipe"),
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::from_raw_mode(0o600),
            0,
        )
        .unwrap();
        // As an input, a pipe is not opened either.
        let inputs = [at("pipe"), at("input.html")];
        let outcome =
            |path: &Path| Output::new(path, Kind::Sheet, inputs.iter().map(PathBuf::as_path)).map(|_| ());
        assert!(matches!(outcome(&at("to-input.html")), Err(OutputError::IsInput { .. })));
        assert!(matches!(outcome(&at("to-a.key")), Err(OutputError::SecretKey { .. })));
        for (path, what) in [
            (at("to-other.html"), Special::Link),
            (at("to-nothing"), Special::Link),
            (at("pipe"), Special::Device),
            (PathBuf::from("/dev/null"), Special::Device),
        ] {
            let refused = outcome(&path);
            assert!(
                matches!(refused, Err(OutputError::NotAFile { what: found, .. }) if found == what),
                "{refused:?}"
            );
        }
    }

    #[test]
    fn what_a_killed_run_left_is_removed_and_what_is_being_written_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in [
            ".selfcheck-Ab3xYz.part",
            ".selfcheck-live12.part",
            ".selfcheck-notes.part",
            ".other-Ab3xYz.part",
        ] {
            fs::write(at(name), "half").unwrap();
        }
        fs::create_dir(at(".selfcheck-folder.part")).unwrap();
        let live = File::open(at(".selfcheck-live12.part")).unwrap();
        live.lock().unwrap();
        Output::new(&at("plan.html"), Kind::Sheet, []).unwrap().write(&sheet("one"), Readers::Own).unwrap();
        let mut left: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(
            left,
            [
                ".other-Ab3xYz.part",
                ".selfcheck-folder.part",
                ".selfcheck-live12.part",
                ".selfcheck-notes.part",
                "plan.html"
            ]
        );
    }
}
