//! A newer catalogue of breaches, fetched when somebody asks for it and kept with its date. The one inside the
//! program stays: it is used where none was fetched, or where the kept one cannot be read or is older.
//!
//! Not here: what a catalogue has to look like (crate `sites`). Nothing is ever fetched by itself.

use std::fs::File;
use std::io::{self, Read as _, Write as _};

use jiff::civil::Date;
use lists::RangeUrl;
use serde::Deserialize;
use serde_json::value::RawValue;
use sites::{Catalogue, CatalogueError};

use crate::data::DataDir;
use crate::fetch::{FetchError, Fetcher};

/// Where the public catalogue is.
pub const DEFAULT_URL: &str = "https://haveibeenpwned.com/api/v3/breaches";
/// The file's name in the folder of what is kept.
pub const FILE: &str = "breach-catalogue.json";

/// Beside the catalogue itself: its date and host.
const ENVELOPE: usize = 1 << 10;

/// Why no newer catalogue was taken. What was kept before is as it was.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UpdateError {
    /// No connection can be set up on this computer.
    #[error("no secure connection can be set up")]
    Client,
    /// The service was not reached, or broke off.
    #[error("{host} was not reached")]
    Unreachable {
        /// Which host.
        host: String,
    },
    /// It took too long.
    #[error("{host} took too long")]
    TimedOut {
        /// Which host.
        host: String,
    },
    /// It answered, but not with a catalogue. A redirect is none either.
    #[error("{host} answered with status {status}")]
    Status {
        /// Which host.
        host: String,
        /// What it said.
        status: u16,
    },
    /// Its answer is longer than any catalogue.
    #[error("{host} sent more than {limit} bytes")]
    TooLong {
        /// Which host.
        host: String,
        /// How many there may be.
        limit: usize,
    },
    /// What it sent is no catalogue.
    #[error("{host} sent no catalogue: {source}")]
    NotACatalogue {
        /// Which host.
        host: String,
        /// What is wrong with it.
        source: CatalogueError,
    },
    /// It could not be kept.
    #[error("the catalogue was not written: {0}")]
    Write(#[source] io::Error),
}

impl UpdateError {
    fn of(error: &FetchError, host: &str) -> Self {
        let host = host.to_owned();
        match error {
            FetchError::NoClient => Self::Client,
            FetchError::TimedOut => Self::TimedOut { host },
            FetchError::Status { status } => Self::Status { host, status: *status },
            FetchError::TooLarge { max } => Self::TooLong { host, limit: *max },
            _ => Self::Unreachable { host },
        }
    }
}

/// Which catalogue is in use.
pub struct Current {
    catalogue: Option<Catalogue>,
    /// From which host it was fetched; `None` for the one inside the program.
    pub from: Option<String>,
    /// Whether one is kept that cannot be read, so that the one inside the program stands in for it.
    pub kept_is_damaged: bool,
}

impl Current {
    /// The catalogue.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        self.catalogue.as_ref().unwrap_or_else(|| sites::breaches())
    }

    /// The newer one of what is kept and what is inside the program.
    #[must_use]
    pub fn load(data: Option<&DataDir>) -> Self {
        let shipped = |kept_is_damaged| Self { catalogue: None, from: None, kept_is_damaged };
        match data.map(kept) {
            None | Some(Ok(None)) => shipped(false),
            Some(Err(NotReadable)) => shipped(true),
            Some(Ok(Some((catalogue, _)))) if catalogue.as_of() < sites::breaches().as_of() => shipped(false),
            Some(Ok(Some((catalogue, host)))) => {
                Self { catalogue: Some(catalogue), from: Some(host), kept_is_damaged: false }
            }
        }
    }
}

/// How a catalogue is kept: as it came, with its day and host.
#[derive(Deserialize)]
struct Kept<'a> {
    as_of: Date,
    host: String,
    #[serde(borrow)]
    breaches: &'a RawValue,
}

/// There is something, and it is no catalogue of ours.
struct NotReadable;

fn kept(data: &DataDir) -> Result<Option<(Catalogue, String)>, NotReadable> {
    let file = match files::open(&data.file(FILE)) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(_) => return Err(NotReadable),
    };
    let mut bytes = Vec::new();
    let most = (Catalogue::MAX_BYTES + ENVELOPE) as u64;
    file.take(most).read_to_end(&mut bytes).map_err(|_| NotReadable)?;
    let kept: Kept<'_> = serde_json::from_slice(&bytes).map_err(|_| NotReadable)?;
    let catalogue = Catalogue::read(kept.breaches.get().as_bytes(), kept.as_of).map_err(|_| NotReadable)?;
    Ok(Some((catalogue, kept.host)))
}

/// Fetches the catalogue and keeps it as of `today`. Gives its number of breaches.
///
/// # Errors
/// When it was not reached, is none, or could not be kept; the one before stays then.
pub async fn update(
    url: &RangeUrl,
    user_agent: &str,
    data: &DataDir,
    today: Date,
) -> Result<usize, UpdateError> {
    let host = url.host_label();
    let fetched = Fetcher::from_service(url, user_agent, Catalogue::MAX_BYTES).await;
    let bytes = fetched.map_err(|error| UpdateError::of(&error, &host))?;
    let catalogue = Catalogue::read(&bytes, today)
        .map_err(|source| UpdateError::NotACatalogue { host: host.clone(), source })?;
    keep(&bytes, &host, data, today).map_err(UpdateError::Write)?;
    Ok(catalogue.all().len())
}

/// Writes it aside, then gives it its name, so that it is there whole or not at all.
fn keep(bytes: &[u8], host: &str, data: &DataDir, today: Date) -> io::Result<()> {
    data.create()?;
    let mut part = tempfile::Builder::new().prefix(".catalogue-").suffix(".part").tempfile_in(data.path())?;
    let host = serde_json::to_string(host)?;
    write!(part, "{{\"as_of\":\"{today}\",\"host\":{host},\"breaches\":")?;
    part.write_all(bytes)?;
    part.write_all(b"}\n")?;
    part.as_file().sync_all()?;
    part.persist(data.file(FILE)).map_err(|error| error.error)?;
    // So that the new name survives a loss of power; a system that cannot sync a folder does it by itself.
    let _ = File::open(data.path()).and_then(|folder| folder.sync_all());
    Ok(())
}
