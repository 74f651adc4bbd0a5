//! What the person chose: one small file, `settings.json`, shared by the window and the program.
//!
//! It holds no password, no hash and nothing about a notice. It is for this user alone, and appears whole or not
//! at all; one that cannot be understood is set aside under another name, never overwritten.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use lists::RangeUrl;
use serde::{Deserialize, Serialize};

use crate::data::DataDir;

/// The file's name in the folder of what is kept.
pub const FILE: &str = "settings.json";

/// Largest file that is read; ours are below one kilobyte.
const MAX_BYTES: u64 = 1 << 16;
/// After so many damaged files under names of their own the folder itself has trouble.
const MOST_ASIDE: u32 = 1_000;

/// The newest form that is understood. A file without one is of this form; a later one that older versions must leave
/// as it is names a higher number as `format`.
const FORMAT: u64 = 1;

#[derive(Deserialize)]
struct Form {
    format: u64,
}

/// Everything that can be chosen. A field that an older version did not know has its default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the screens, as `en`; `None` follows the system.
    pub language: Option<String>,
    /// The size of all text.
    pub text_size: TextSize,
    /// Whether the site of an open notice is asked for a newer statement once a day; `None` until the person has
    /// been asked.
    pub check_for_updates: Option<bool>,
    /// A title and an icon for the window that do not say what it is for.
    pub neutral_title: bool,
    /// Which lists are asked.
    pub lists: ListSettings,
}

/// Which lists of breached passwords are asked beside the one inside the program, which always comes first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListSettings {
    /// A full list on this computer, asked before anything leaves it.
    pub file: Option<PathBuf>,
    /// A download that was begun and is not finished.
    pub download: Option<BegunDownload>,
    /// Whether a service may be asked.
    pub online: OnlineChoice,
    /// A mirror instead of the service of Have I Been Pwned.
    #[serde(with = "address")]
    pub mirror: Option<RangeUrl>,
}

impl ListSettings {
    /// The service that is asked, if any may be.
    #[must_use]
    pub fn range_url(&self) -> RangeUrl {
        self.mirror.clone().unwrap_or_default()
    }
}

/// A download that goes on where it was when somebody says so, after a new start of the window too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BegunDownload {
    /// The file that is being made or brought up to date.
    pub file: PathBuf,
    /// From where.
    pub address: String,
    /// Whether it brings a finished list up to date.
    #[serde(default)]
    pub update: bool,
}

/// Whether a service may be asked about five characters of a hash.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnlineChoice {
    /// Asked at the first check after each start.
    #[default]
    AskMe,
    /// Yes, whenever the lists on this computer do not hold the password.
    Yes,
    /// Only what is on this computer is asked.
    Never,
}

/// The size of all text in percent, 100 to 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct TextSize(u16);

impl TextSize {
    /// The sizes that can be chosen.
    pub const ALL: [Self; 5] = [Self(100), Self(125), Self(150), Self(175), Self(200)];

    /// A size between 100 and 200 percent.
    #[must_use]
    pub fn new(percent: u16) -> Option<Self> {
        (100..=200).contains(&percent).then_some(Self(percent))
    }

    /// In percent.
    #[must_use]
    pub fn percent(self) -> u16 {
        self.0
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(100)
    }
}

impl TryFrom<u16> for TextSize {
    type Error = &'static str;

    fn try_from(percent: u16) -> Result<Self, &'static str> {
        Self::new(percent).ok_or("a text size is 100 to 200 percent")
    }
}

impl From<TextSize> for u16 {
    fn from(size: TextSize) -> Self {
        size.0
    }
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The choices, or the defaults.
    pub settings: Settings,
    /// Where a file that could not be understood stands now.
    pub set_aside: Option<PathBuf>,
}

/// Why settings could not be read or kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SettingsError {
    /// What was chosen cannot be understood.
    #[error("{path} is damaged")]
    Damaged {
        /// Which file.
        path: PathBuf,
    },
    /// A newer version wrote it. It is left as it is.
    #[error("{path} was written by a newer Selfcheck and was left as it is")]
    TooNew {
        /// Which file.
        path: PathBuf,
    },
    /// The disk said no.
    #[error("{path}: {source}")]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A path that was chosen is not text.
    #[error("a name that is not text cannot be kept")]
    NotText,
}

impl Settings {
    /// Reads them. No file is no failure; one that cannot be understood is set aside and the defaults are given.
    ///
    /// # Errors
    /// When there is a file that cannot be read, or a damaged one that cannot be set aside. Then nothing was
    /// changed, and nothing should be written.
    pub fn read(folder: &DataDir) -> Result<Read, SettingsError> {
        let path = folder.file(FILE);
        let failed = |source| SettingsError::Io { path: path.clone(), source };
        match content(&path).map_err(failed)? {
            Content::Missing => Ok(Read { settings: Self::default(), set_aside: None }),
            Content::Whole(settings) => Ok(Read { settings: *settings, set_aside: None }),
            Content::TooNew => Err(SettingsError::TooNew { path }),
            Content::Damaged => {
                let aside = set_aside(&path).map_err(failed)?;
                Ok(Read { settings: Self::default(), set_aside: Some(aside) })
            }
        }
    }

    /// Reads them and leaves everything as it is: for a program that only follows what was chosen. Damage stays
    /// an error each time, and still is one when the file was set aside and nothing was chosen since: nobody knows
    /// what it forbade.
    ///
    /// # Errors
    /// When there is a file that cannot be read or understood.
    pub fn look(folder: &DataDir) -> Result<Self, SettingsError> {
        let path = folder.file(FILE);
        let content = content(&path).map_err(|source| SettingsError::Io { path: path.clone(), source })?;
        match content {
            Content::Whole(settings) => Ok(*settings),
            Content::TooNew => Err(SettingsError::TooNew { path }),
            Content::Damaged => Err(SettingsError::Damaged { path }),
            Content::Missing => match aside(&path, 1) {
                aside if aside.symlink_metadata().is_ok() => Err(SettingsError::Damaged { path: aside }),
                _ => Ok(Self::default()),
            },
        }
    }

    /// Keeps them: written beside, synced, renamed, readable for this user alone.
    ///
    /// # Errors
    /// When the disk says no, or a path is not text. What was kept before is still there.
    pub fn write(&self, folder: &DataDir) -> Result<(), SettingsError> {
        let path = folder.file(FILE);
        let mut text = serde_json::to_vec_pretty(self).map_err(|_| SettingsError::NotText)?;
        text.push(b'\n');
        let written = (|| {
            folder.create()?;
            // A temporary file is for its user alone.
            let mut part =
                tempfile::Builder::new().prefix(".settings-").suffix(".part").tempfile_in(folder.path())?;
            part.write_all(&text)?;
            part.as_file().sync_all()?;
            part.persist(&path).map_err(|error| error.error)?;
            // So that the new name survives a loss of power; a system that cannot sync a folder does it by itself.
            let _ = File::open(folder.path()).and_then(|folder| folder.sync_all());
            Ok(())
        })();
        written.map_err(|source| SettingsError::Io { path, source })
    }
}

/// What stands in the file.
enum Content {
    Missing,
    Damaged,
    /// A newer version wrote it.
    TooNew,
    Whole(Box<Settings>),
}

fn content(path: &Path) -> io::Result<Content> {
    let mut bytes = Vec::new();
    match files::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Content::Missing),
        outcome => outcome?,
    };
    if serde_json::from_slice::<Form>(&bytes).is_ok_and(|form| form.format > FORMAT) {
        return Ok(Content::TooNew);
    }
    let read = (bytes.len() as u64 <= MAX_BYTES).then(|| serde_json::from_slice(&bytes).ok()).flatten();
    Ok(read.map_or(Content::Damaged, |settings| Content::Whole(Box::new(settings))))
}

/// The name of the damaged file with this number.
fn aside(path: &Path, number: u32) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".damaged-{number}"));
    PathBuf::from(name)
}

/// Gives a file that cannot be understood a name that no other has.
fn set_aside(path: &Path) -> io::Result<PathBuf> {
    for number in 1..=MOST_ASIDE {
        let aside = aside(path, number);
        if aside.symlink_metadata().is_err() {
            fs::rename(path, &aside)?;
            return Ok(aside);
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// An address as its text. One that is no address is damage.
mod address {
    use lists::RangeUrl;
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    #[allow(clippy::ref_option, reason = "serde gives the field as it is")]
    pub(super) fn serialize<S: Serializer>(address: &Option<RangeUrl>, to: S) -> Result<S::Ok, S::Error> {
        match address {
            Some(address) => to.serialize_some(address.as_str()),
            None => to.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<RangeUrl>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        text.map(|text| text.parse().map_err(D::Error::custom)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Place {
        _folder: tempfile::TempDir,
        data: DataDir,
    }

    fn place() -> Place {
        let folder = tempfile::tempdir().unwrap();
        let data = DataDir::find(Some(folder.path().join("kept"))).unwrap();
        Place { _folder: folder, data }
    }

    fn chosen() -> Settings {
        Settings {
            language: Some("de".to_owned()),
            text_size: TextSize::new(150).unwrap(),
            check_for_updates: Some(true),
            neutral_title: true,
            lists: ListSettings {
                file: Some(PathBuf::from("/lists/all.list")),
                download: Some(BegunDownload {
                    file: PathBuf::from("/lists/all.list"),
                    address: "https://mirror.example/range".to_owned(),
                    update: true,
                }),
                online: OnlineChoice::Never,
                mirror: Some("https://mirror.example/range".parse().unwrap()),
            },
        }
    }

    #[test]
    fn without_a_file_everything_has_its_default_and_nothing_is_made() {
        let place = place();
        let read = Settings::read(&place.data).unwrap();
        assert_eq!(read, Read { settings: Settings::default(), set_aside: None });
        assert!(!place.data.path().exists());
        assert_eq!(read.settings.lists.online, OnlineChoice::AskMe);
        assert_eq!(read.settings.lists.range_url().as_str(), RangeUrl::DEFAULT);
    }

    #[test]
    fn settings_of_a_newer_version_are_left_as_they_are() {
        let place = place();
        place.data.create().unwrap();
        for text in
            ["{\"format\": 2}", "{\"format\": 9, \"text_size\": \"huge\", \"lists\": {\"online\": \"yes\"}}"]
        {
            fs::write(place.data.file(FILE), text).unwrap();
            assert!(matches!(Settings::read(&place.data), Err(SettingsError::TooNew { .. })));
            assert!(matches!(Settings::look(&place.data), Err(SettingsError::TooNew { .. })));
            assert_eq!(fs::read_to_string(place.data.file(FILE)).unwrap(), text);
            assert_eq!(fs::read_dir(place.data.path()).unwrap().count(), 1, "nothing is set aside");
        }
        fs::write(place.data.file(FILE), "{\"format\": 1, \"language\": \"de\"}").unwrap();
        assert_eq!(Settings::look(&place.data).unwrap().language.as_deref(), Some("de"));
    }

    #[test]
    fn what_was_kept_reads_back() {
        let place = place();
        Settings::default().write(&place.data).unwrap();
        chosen().write(&place.data).unwrap();
        assert_eq!(Settings::read(&place.data).unwrap(), Read { settings: chosen(), set_aside: None });
        assert_eq!(fs::read_dir(place.data.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[cfg(unix)]
    #[test]
    fn the_file_is_for_its_user_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let place = place();
        chosen().write(&place.data).unwrap();
        let rights = fs::metadata(place.data.file(FILE)).unwrap().permissions();
        assert_eq!(rights.mode() & 0o777, 0o600);
    }

    #[test]
    fn a_file_of_an_older_or_newer_version_is_read_as_far_as_it_goes() {
        let place = place();
        place.data.create().unwrap();
        let text = r#"{"text_size": 200, "lists": {"online": "yes"}, "from_the_future": 7}"#;
        fs::write(place.data.file(FILE), text).unwrap();
        let read = Settings::read(&place.data).unwrap();
        assert_eq!(read.set_aside, None);
        assert_eq!(read.settings.text_size.percent(), 200);
        assert_eq!(read.settings.lists.online, OnlineChoice::Yes);
    }

    #[test]
    fn a_damaged_file_is_set_aside_each_time_under_a_name_of_its_own() {
        let place = place();
        place.data.create().unwrap();
        let long = format!("{{}}{}", " ".repeat(1 << 17));
        let cases = [
            "",
            "{",
            "7",
            r#"{"text_size": 90}"#,
            r#"{"text_size": 201}"#,
            r#"{"lists": {"mirror": "http://mirror.example/"}}"#,
            r#"{"lists": {"online": "maybe"}}"#,
            &long,
        ];
        for (text, number) in cases.iter().zip(1..) {
            fs::write(place.data.file(FILE), text).unwrap();
            let read = Settings::read(&place.data).unwrap();
            let aside = place.data.file(&format!("{FILE}.damaged-{number}"));
            assert_eq!(read, Read { settings: Settings::default(), set_aside: Some(aside.clone()) });
            assert_eq!(fs::read_to_string(aside).unwrap(), **text);
            assert!(!place.data.file(FILE).exists());
        }
    }

    #[test]
    fn a_look_changes_nothing_and_damage_stays_damage_until_something_is_chosen() {
        let place = place();
        assert_eq!(Settings::look(&place.data).unwrap(), Settings::default());
        assert!(!place.data.path().exists());
        place.data.create().unwrap();
        fs::write(place.data.file(FILE), "{").unwrap();
        for _ in 0..2 {
            assert!(matches!(Settings::look(&place.data), Err(SettingsError::Damaged { .. })));
        }
        assert_eq!(fs::read_to_string(place.data.file(FILE)).unwrap(), "{");
        let aside = Settings::read(&place.data).unwrap().set_aside;
        let looked = Settings::look(&place.data);
        assert!(matches!(looked, Err(SettingsError::Damaged { path }) if Some(&path) == aside.as_ref()));
        chosen().write(&place.data).unwrap();
        assert_eq!(Settings::look(&place.data).unwrap(), chosen());
    }

    #[test]
    fn a_file_that_cannot_be_read_is_a_failure_and_stays_as_it_is() {
        let place = place();
        fs::create_dir_all(place.data.file(FILE)).unwrap();
        assert!(matches!(Settings::look(&place.data), Err(SettingsError::Io { .. })));
        assert!(matches!(Settings::read(&place.data), Err(SettingsError::Io { .. })));
        assert!(matches!(chosen().write(&place.data), Err(SettingsError::Io { .. })));
        assert!(place.data.file(FILE).is_dir());
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_not_text_is_refused_before_anything_is_written() {
        use std::os::unix::ffi::OsStringExt as _;
        let place = place();
        let mut settings = chosen();
        settings.lists.file = Some(PathBuf::from(std::ffi::OsString::from_vec(vec![b'a', 0xFF])));
        assert!(matches!(settings.write(&place.data), Err(SettingsError::NotText)));
        assert!(!place.data.file(FILE).exists());
    }
}
