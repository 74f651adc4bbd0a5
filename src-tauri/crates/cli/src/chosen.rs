//! What a command asks: what stands on the command line first, then what was chosen in the settings, then the plain
//! default. A setting that is followed is said, because it was not written in the command.
//!
//! Settings are only read here. Ones that cannot be read may forbid what they do not say: then no service is asked.

use std::path::PathBuf;

use app::data::DataDir;
use app::settings::{ListSettings, OnlineChoice, Settings, SettingsError};
use lists::RangeUrl;

use crate::terminal::{Failure, tell, tell_always};

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
        let named = range_url.map(self::range_url).transpose()?;
        let (chosen, offline) = match look(data) {
            Ok(chosen) => {
                let never = chosen.online == OnlineChoice::Never;
                if never && !offline {
                    tell(if named.is_some() {
                        "the settings say never to ask a service; the one after --range-url may be asked all the same, because this command names it."
                    } else {
                        "the settings say never to ask a service, so nothing is asked outside this computer. To ask one in this run alone, name it with --range-url."
                    });
                }
                (chosen, offline || (never && named.is_none()))
            }
            Err(error) => {
                tell_always(&format!(
                    "{error}, so it is not known what was chosen: {}. {}",
                    if named.is_some() {
                        "no list file is asked but what this command names"
                    } else {
                        "nothing is asked outside this computer, and no list file but what this command names"
                    },
                    repair(&error)
                ));
                (ListSettings::default(), offline || named.is_none())
            }
        };
        let lists = match &chosen.file {
            Some(file) if lists.is_empty() => {
                tell(&format!("the list file {} is asked, as chosen in the settings.", file.display()));
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

/// What to do about settings that cannot be read.
fn repair(error: &SettingsError) -> &'static str {
    match error {
        SettingsError::TooNew { .. } => "Get the newest version of Selfcheck.",
        _ => "Correct or remove that file, or choose again in the window.",
    }
}

/// From where a list is fetched if the command does not say it.
pub(crate) fn fetched_from(data: Option<&DataDir>) -> Result<RangeUrl, Failure> {
    look(data).map(|chosen| followed(&chosen)).map_err(|error| {
        Failure::WrongUse(format!(
            "{error}, so it is not known which mirror was chosen. Say where to fetch from with --range-url. {}", repair(&error)
        ))
    })
}

/// An address after `--range-url`.
pub(crate) fn range_url(text: &str) -> Result<RangeUrl, Failure> {
    text.parse().map_err(|_| {
        Failure::WrongUse(
            "the address after --range-url must begin with https:// (http:// only to this computer). Correct it and try again."
                .to_owned(),
        )
    })
}

fn look(data: Option<&DataDir>) -> Result<ListSettings, SettingsError> {
    data.map_or_else(|| Ok(ListSettings::default()), |data| Settings::look(data).map(|chosen| chosen.lists))
}

/// The service of the settings; one that is not the plain default is said.
fn followed(chosen: &ListSettings) -> RangeUrl {
    if let Some(mirror) = &chosen.mirror {
        tell(&format!("the service is {}, the mirror chosen in the settings.", mirror.as_str()));
    }
    chosen.range_url()
}
