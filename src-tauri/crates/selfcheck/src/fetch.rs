//! Fetching a notice: https only, from public addresses only, small, soon, and without leaving a trace.
//!
//! No cookies, no redirect to another host, no private address also after names are looked up, ten seconds,
//! 256 KiB after decompression. Not here: any judgement of what came ([`crate::opening`]).

mod address;
mod guard;

use std::time::Duration;

use reqwest::header::{ETAG, HeaderValue, IF_NONE_MATCH, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};

pub use address::{Address, NotAnAddress};
use guard::Guard;

/// For everything: names, connection, redirects, the last byte.
const WHOLE: Duration = Duration::from_secs(10);
/// Redirects on the same host.
const MOST_REDIRECTS: usize = 3;
/// Longest tag that is kept.
const MAX_TAG: usize = 200;

/// Why nothing was fetched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FetchError {
    /// The name leads to an address of this computer or of a private network.
    #[error("the address leads into a private network")]
    Private,
    /// It sends us to another host.
    #[error("sent to another place")]
    Redirected,
    /// Not in time.
    #[error("no answer in time")]
    TimedOut,
    /// More bytes than a notice may have.
    #[error("more than {max} bytes")]
    TooLarge {
        /// The most that is taken.
        max: usize,
    },
    /// Another status than 200.
    #[error("status {status}")]
    Status {
        /// It.
        status: u16,
    },
    /// No connection, or a certificate that is not this host's.
    #[error("no secure connection")]
    NoConnection,
    /// The answer broke off.
    #[error("the answer broke off")]
    Interrupted,
    /// This computer cannot make secure connections.
    #[error("no HTTP client can be set up on this computer")]
    NoClient,
}

impl FetchError {
    /// Whether anybody answered, with whatever.
    #[must_use]
    pub fn reached_somebody(&self) -> bool {
        !matches!(self, Self::TimedOut | Self::NoConnection | Self::Interrupted | Self::NoClient)
    }
}

/// What came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// A file, and the tag under which it can be asked for again.
    File {
        /// Its bytes.
        bytes: Vec<u8>,
        /// Its tag.
        tag: Option<String>,
    },
    /// The one with the tag that was given.
    NotModified,
}

/// Fetches.
pub struct Fetcher {
    client: Client,
}

impl Fetcher {
    /// One that names itself `user_agent`.
    ///
    /// # Errors
    /// When no HTTP client can be set up.
    pub fn new(user_agent: &str) -> Result<Self, FetchError> {
        let client = Client::builder()
            .user_agent(user_agent)
            .redirect(Policy::none())
            .referer(false)
            .https_only(true)
            // A proxy would look up names for us, past the guard.
            .no_proxy()
            .dns_resolver(Guard)
            .connect_timeout(WHOLE)
            .timeout(WHOLE);
        let client = address::with_test_authority(client)?;
        Ok(Self { client: client.build().map_err(|_| FetchError::NoClient)? })
    }

    /// Fetches a file, unless it is still the one with `tag`.
    ///
    /// # Errors
    /// When it is not given as it must be.
    pub async fn get(&self, address: &Address, tag: Option<&str>) -> Result<Fetched, FetchError> {
        tokio::time::timeout(WHOLE, self.follow(address, tag)).await.map_err(|_| FetchError::TimedOut)?
    }

    async fn follow(&self, address: &Address, tag: Option<&str>) -> Result<Fetched, FetchError> {
        let mut address = address.clone();
        for _ in 0..=MOST_REDIRECTS {
            let mut request = self.client.get(address.url());
            if let Some(tag) = tag.and_then(|tag| HeaderValue::from_str(tag).ok()) {
                request = request.header(IF_NONE_MATCH, tag);
            }
            let response = request.send().await.map_err(|error| reason(&error))?;
            let status = response.status();
            if status == StatusCode::NOT_MODIFIED && tag.is_some() {
                return Ok(Fetched::NotModified);
            }
            if status.is_redirection() {
                let to = response.headers().get(LOCATION).and_then(|to| to.to_str().ok());
                address = to.and_then(|to| address.redirected(to)).ok_or(FetchError::Redirected)?;
                continue;
            }
            if status != StatusCode::OK {
                return Err(FetchError::Status { status: status.as_u16() });
            }
            return body(response).await;
        }
        Err(FetchError::Redirected)
    }

    /// What `domain` publishes of itself; `None` if it gives nothing.
    pub async fn publisher(&self, domain: &str, beside: Option<&Address>) -> Option<Vec<u8>> {
        let address = Address::of_publisher(domain, beside)?;
        match self.get(&address, None).await {
            Ok(Fetched::File { bytes, .. }) => Some(bytes),
            _ => None,
        }
    }
}

async fn body(mut response: reqwest::Response) -> Result<Fetched, FetchError> {
    let tag = response.headers().get(ETAG).and_then(|tag| tag.to_str().ok());
    let tag = tag.filter(|tag| tag.len() <= MAX_TAG).map(str::to_owned);
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| reason(&error))? {
        if bytes.len().saturating_add(chunk.len()) > notice::container::MAX_BYTES {
            return Err(FetchError::TooLarge { max: notice::container::MAX_BYTES });
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(Fetched::File { bytes, tag })
}

fn reason(error: &reqwest::Error) -> FetchError {
    let mut source: Option<&dyn std::error::Error> = Some(error);
    while let Some(cause) = source {
        if cause.is::<guard::IsPrivate>() {
            return FetchError::Private;
        }
        source = cause.source();
    }
    if error.is_timeout() {
        FetchError::TimedOut
    } else if error.is_connect() || error.is_request() {
        FetchError::NoConnection
    } else {
        FetchError::Interrupted
    }
}
