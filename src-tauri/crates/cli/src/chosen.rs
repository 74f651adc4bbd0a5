//! What a command asks: what stands on the command line first, then what was chosen in the settings, then the plain
//! default. A setting that is followed is said, because it was not written in the command.
//!
//! Settings are only read here. Ones that cannot be read may forbid what they do not say: then no service is asked.

use std::path::PathBuf;

use app::data::DataDir;
use app::settings::{ListSettings, OnlineChoice, Settings, SettingsError};
use lists::RangeUrl;
use texts::Texts;

use crate::terminal::{Failure, tell, tell_always, texts};

/// Which lists are asked beside the embedded one.
pub(crate) struct Asking {
    /// The range service.
    pub(crate) url: RangeUrl,
    /// List files on this computer.
    pub(crate) lists: Vec<PathBuf>,
    /// Whether no service may be asked.
    pub(crate) offline: bool,
}

impl Asking {
    /// `offline`, `range_url` and `lists` as they stand on the command line.
    pub(crate) fn of(
        data: Option<&DataDir>,
        offline: bool,
        range_url: Option<&str>,
        lists: &[PathBuf],
    ) -> Result<Self, Failure> {
        let texts = texts();
        let named = range_url.map(self::range_url).transpose()?;
        let (chosen, offline) = match look(data) {
            Ok(chosen) => {
                let never = chosen.online == OnlineChoice::Never;
                if never && !offline {
                    tell(&if named.is_some() { texts.prog_never_but_named() } else { texts.prog_never() });
                }
                (chosen, offline || (never && named.is_none()))
            }
            Err(error) => {
                let (problem, next) = (problem(texts, &error), repair(texts, &error));
                tell_always(&if named.is_some() {
                    texts.prog_choice_unknown_named(&problem, &next)
                } else {
                    texts.prog_choice_unknown(&problem, &next)
                });
                (ListSettings::default(), offline || named.is_none())
            }
        };
        let lists = match &chosen.file {
            Some(file) if lists.is_empty() => {
                tell(&texts.prog_chosen_list(&file.display().to_string()));
                vec![file.clone()]
            }
            _ => lists.to_vec(),
        };
        let url = match named {
            Some(url) => url,
            None if offline => chosen.range_url(),
            None => followed(&chosen),
        };
        Ok(Self { url, lists, offline })
    }
}

/// Why settings cannot be read.
fn problem(texts: &Texts, error: &SettingsError) -> String {
    match error {
        SettingsError::Damaged { path } => texts.prog_settings_damaged(&path.display().to_string()),
        SettingsError::TooNew { path } => texts.prog_settings_newer(&path.display().to_string()),
        SettingsError::Io { path, source } => {
            texts.prog_settings_io(&path.display().to_string(), &source.to_string())
        }
        SettingsError::NotText => texts.prog_settings_not_text(),
        // There is no other today.
        _ => error.to_string(),
    }
}

/// What to do about settings that cannot be read.
fn repair(texts: &Texts, error: &SettingsError) -> String {
    match error {
        SettingsError::TooNew { .. } => texts.prog_settings_get_newest(),
        _ => texts.prog_settings_repair(),
    }
}

/// From where a list is fetched if the command does not say it.
pub(crate) fn fetched_from(data: Option<&DataDir>) -> Result<RangeUrl, Failure> {
    look(data).map(|chosen| followed(&chosen)).map_err(|error| {
        let texts = texts();
        Failure::WrongUse(texts.prog_mirror_unknown(&problem(texts, &error), &repair(texts, &error)))
    })
}

/// An address after `--range-url`.
pub(crate) fn range_url(text: &str) -> Result<RangeUrl, Failure> {
    text.parse().map_err(|_| Failure::WrongUse(texts().prog_address("--range-url")))
}

fn look(data: Option<&DataDir>) -> Result<ListSettings, SettingsError> {
    data.map_or_else(|| Ok(ListSettings::default()), |data| Settings::look(data).map(|chosen| chosen.lists))
}

/// The service of the settings; one that is not the plain default is said.
fn followed(chosen: &ListSettings) -> RangeUrl {
    if let Some(mirror) = &chosen.mirror {
        tell(&texts().prog_chosen_mirror(mirror.as_str()));
    }
    chosen.range_url()
}
