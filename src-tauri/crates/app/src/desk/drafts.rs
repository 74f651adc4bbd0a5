//! Drafts that the desk keeps on the disk at every change.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use notice::draft::{Change, Part, Removed, change, put_back, take_out};

use super::{DeskError, files};
use crate::data::DataDir;

const FOLDER: &str = "drafts";
const ENDING: &str = ".toml";
/// After so many drafts the folder itself has trouble.
const MOST: u32 = 10_000;

/// The drafts of one user.
pub struct Drafts {
    folder: PathBuf,
}

impl Drafts {
    /// Those in the folder of what is kept.
    #[must_use]
    pub fn of(data: &DataDir) -> Self {
        Self { folder: data.file(FOLDER) }
    }

    /// The folder that they stand in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Their names, the one that was changed last first.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn names(&self) -> Result<Vec<String>, DeskError> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(source) => return Err(DeskError::File { path: self.folder.clone(), source }),
        };
        let mut names: Vec<_> = entries
            .filter_map(|entry| {
                let entry = entry.ok()?;
                let name = entry.file_name().into_string().ok()?.strip_suffix(ENDING)?.to_owned();
                is_name(&name).then_some((entry.metadata().ok()?.modified().ok()?, name))
            })
            .collect();
        names.sort();
        Ok(names.into_iter().rev().map(|(_, name)| name).collect())
    }

    /// Keeps a new draft under a name that no other has.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn add(&self, text: &str) -> Result<String, DeskError> {
        let failed = |source| DeskError::File { path: self.folder.clone(), source };
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.folder).map_err(failed)?;
        for number in 1..=MOST {
            let name = format!("draft-{number}");
            match files::write_new(&self.path(&name), text.as_bytes(), true) {
                Err(DeskError::Exists { .. }) => {}
                outcome => return outcome.map(|()| name),
            }
        }
        Err(DeskError::Exists { path: self.folder.clone() })
    }

    /// The text of a draft.
    ///
    /// # Errors
    /// When there is none of that name, or it cannot be read.
    pub fn read(&self, name: &str) -> Result<String, DeskError> {
        files::read_text(&self.known(name)?)
    }

    /// Changes a draft and keeps it: once this returns, it is on the disk.
    ///
    /// # Errors
    /// When it would not be readable with the change, or cannot be written; it stays as it was then.
    pub fn change(&self, name: &str, made: &Change) -> Result<String, DeskError> {
        let path = self.known(name)?;
        let changed = change(&files::read_text(&path)?, made)
            .map_err(|source| DeskError::Notice { path: path.clone(), source })?;
        files::replace(&path, changed.as_bytes())?;
        Ok(changed)
    }

    /// Takes a step or question out and keeps the rest; what puts it back, or nothing if it was not there.
    ///
    /// # Errors
    /// As [`Drafts::change`].
    pub fn take_out(&self, name: &str, part: Part, id: &str) -> Result<Option<Removed>, DeskError> {
        let path = self.known(name)?;
        let taken = take_out(&files::read_text(&path)?, part, id)
            .map_err(|source| DeskError::Notice { path: path.clone(), source })?;
        let Some((changed, removed)) = taken else { return Ok(None) };
        files::replace(&path, changed.as_bytes())?;
        Ok(Some(removed))
    }

    /// Puts back what was taken out.
    ///
    /// # Errors
    /// As [`Drafts::change`].
    pub fn put_back(&self, name: &str, removed: &Removed) -> Result<(), DeskError> {
        let path = self.known(name)?;
        let changed = put_back(&files::read_text(&path)?, removed)
            .map_err(|source| DeskError::Notice { path: path.clone(), source })?;
        files::replace(&path, changed.as_bytes())
    }

    /// Goes on from the statement that a draft has become, so that the next one counts on from it.
    ///
    /// # Errors
    /// When there is no draft of that name, or it cannot be written.
    pub fn go_on_from(&self, name: &str, body: &str) -> Result<(), DeskError> {
        files::replace(&self.known(name)?, body.as_bytes())
    }

    /// Takes a draft away.
    ///
    /// # Errors
    /// When it cannot be.
    pub fn delete(&self, name: &str) -> Result<(), DeskError> {
        let path = self.known(name)?;
        fs::remove_file(&path).map_err(|source| DeskError::File { path, source })
    }

    /// Where a draft stands.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}{ENDING}"))
    }

    /// A name from a screen must not lead out of the folder.
    fn known(&self, name: &str) -> Result<PathBuf, DeskError> {
        let path = self.path(name);
        if is_name(name) {
            Ok(path)
        } else {
            Err(DeskError::File { path, source: io::ErrorKind::NotFound.into() })
        }
    }
}

/// The change that adds a step or question, under a name that no step or question of the library has: it would
/// replace that one.
#[must_use]
pub fn addition(part: Part, words: String) -> Change {
    let taken = match part {
        Part::Step => plan::step_ids(),
        Part::Question => plan::question_ids(),
    };
    Change::Add { part, words, taken: taken.into_iter().map(str::to_owned).collect() }
}

fn is_name(name: &str) -> bool {
    name.strip_prefix("draft-")
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_on_the_disk_after_every_change_and_gone_when_it_is_deleted() {
        let place = tempfile::tempdir().unwrap();
        let drafts = Drafts::of(&DataDir::find(Some(place.path().to_owned())).unwrap());
        assert!(drafts.names().unwrap().is_empty());
        let name = drafts.add(notice::template::ALL[0].text).unwrap();
        let other = drafts.add(notice::template::ALL[1].text).unwrap();
        let made = Change::Text { field: "title.en".into(), words: "New title".into() };
        drafts.change(&name, &made).unwrap();
        assert!(fs::read_to_string(drafts.path(&name)).unwrap().contains("New title"));
        assert_eq!(drafts.names().unwrap().len(), 2);
        drafts.delete(&other).unwrap();
        assert_eq!(drafts.names().unwrap(), std::slice::from_ref(&name));
        let added = addition(Part::Step, "Know this is real".to_owned());
        assert!(drafts.change(&name, &added).unwrap().contains("\"know-this-is-real-2\""));
        let removed = drafts.take_out(&name, Part::Step, "know-this-is-real-2").unwrap().unwrap();
        assert!(!drafts.read(&name).unwrap().contains("know-this-is-real-2"));
        drafts.put_back(&name, &removed).unwrap();
        assert!(drafts.read(&name).unwrap().contains("know-this-is-real-2"));
        for outside in ["../settings", "draft-", "draft-1/..", ""] {
            assert!(drafts.read(outside).is_err() && drafts.delete(outside).is_err());
        }
    }
}
