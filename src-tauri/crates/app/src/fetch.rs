//! Fetching one file: a notice, from wherever somebody says it is, or what a service that was chosen publishes.
//!
//! Never cookies or a trace of where we come from; so many seconds and so many bytes after decompression, no more.
//! A notice comes by https and from public addresses only, also after names are looked up, and no redirect leads to
//! another host. Not here: any judgement of what came ([`crate::opening`], [`crate::catalogue`]).

mod address;
mod guard;

use std::time::Duration;

use lists::RangeUrl;
use reqwest::header::{ETAG, HeaderValue, IF_NONE_MATCH, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, StatusCode};
use url::Url;

pub use address::{Address, NotAnAddress};
use guard::Guard;

/// For all of a notice: names, connection, redirects, the last byte.
const WHOLE: Duration = Duration::from_secs(10);
/// For what a service publishes, which may be longer.
const WHOLE_OF_SERVICE: Duration = Duration::from_secs(60);
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
    /// More bytes than it may have.
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
    /// The most bytes that are taken.
    most: usize,
    /// For names, connection, redirects and the last byte together.
    whole: Duration,
}

/// What one request gave.
enum Answer {
    Here(Fetched),
    /// It sends us elsewhere.
    Moved {
        status: u16,
        to: Option<String>,
    },
}

fn client(user_agent: &str, whole: Duration) -> ClientBuilder {
    let client = Client::builder().user_agent(user_agent).redirect(Policy::none()).referer(false);
    client.connect_timeout(WHOLE.max(whole)).timeout(whole)
}

impl Fetcher {
    /// One that names itself `user_agent`.
    ///
    /// # Errors
    /// When no HTTP client can be set up.
    pub fn new(user_agent: &str) -> Result<Self, FetchError> {
        Self::within(user_agent, WHOLE)
    }

    /// One that gives up after `whole`: names, connection, redirects and the last byte together.
    ///
    /// # Errors
    /// When no HTTP client can be set up.
    pub fn within(user_agent: &str, whole: Duration) -> Result<Self, FetchError> {
        // A proxy would look up names for us, past the guard.
        let client = client(user_agent, whole).https_only(true).no_proxy().dns_resolver(Guard);
        let client = address::with_test_authority(client)?;
        let client = client.build().map_err(|_| FetchError::NoClient)?;
        Ok(Self { client, most: notice::container::MAX_BYTES, whole })
    }

    /// Fetches at most `most` bytes from a service that the person or we ourselves chose. It may be in their own
    /// network, and on their own computer without https. It may not send us elsewhere.
    ///
    /// # Errors
    /// When it is not given as it must be.
    pub async fn from_service(url: &RangeUrl, user_agent: &str, most: usize) -> Result<Vec<u8>, FetchError> {
        let on_this_computer = url.scheme() == "http";
        let mut client = client(user_agent, WHOLE_OF_SERVICE).https_only(!on_this_computer);
        if on_this_computer {
            // A proxy would be another computer.
            client = client.no_proxy();
        }
        let client = client.build().map_err(|_| FetchError::NoClient)?;
        let url = Url::parse(url.as_str()).map_err(|_| FetchError::NoConnection)?;
        match (Self { client, most, whole: WHOLE_OF_SERVICE }).ask(url, None).await? {
            Answer::Here(Fetched::File { bytes, .. }) => Ok(bytes),
            Answer::Here(Fetched::NotModified) => Err(FetchError::Interrupted),
            Answer::Moved { status, .. } => Err(FetchError::Status { status }),
        }
    }

    /// Fetches a file, unless it is still the one with `tag`.
    ///
    /// # Errors
    /// When it is not given as it must be.
    pub async fn get(&self, address: &Address, tag: Option<&str>) -> Result<Fetched, FetchError> {
        tokio::time::timeout(self.whole, self.follow(address, tag)).await.map_err(|_| FetchError::TimedOut)?
    }

    async fn follow(&self, address: &Address, tag: Option<&str>) -> Result<Fetched, FetchError> {
        let mut address = address.clone();
        for _ in 0..=MOST_REDIRECTS {
            match self.ask(address.url(), tag).await? {
                Answer::Here(fetched) => return Ok(fetched),
                Answer::Moved { to, .. } => {
                    address = to.and_then(|to| address.redirected(&to)).ok_or(FetchError::Redirected)?;
                }
            }
        }
        Err(FetchError::Redirected)
    }

    /// One request.
    async fn ask(&self, url: Url, tag: Option<&str>) -> Result<Answer, FetchError> {
        let mut request = self.client.get(url);
        if let Some(tag) = tag.and_then(|tag| HeaderValue::from_str(tag).ok()) {
            request = request.header(IF_NONE_MATCH, tag);
        }
        let response = request.send().await.map_err(|error| reason(&error))?;
        let status = response.status();
        if status == StatusCode::NOT_MODIFIED && tag.is_some() {
            return Ok(Answer::Here(Fetched::NotModified));
        }
        if status.is_redirection() {
            let to = response.headers().get(LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned);
            return Ok(Answer::Moved { status: status.as_u16(), to });
        }
        if status != StatusCode::OK {
            return Err(FetchError::Status { status: status.as_u16() });
        }
        body(response, self.most).await.map(Answer::Here)
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

async fn body(mut response: reqwest::Response, most: usize) -> Result<Fetched, FetchError> {
    let tag = response.headers().get(ETAG).and_then(|tag| tag.to_str().ok());
    let tag = tag.filter(|tag| tag.len() <= MAX_TAG).map(str::to_owned);
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| reason(&error))? {
        if bytes.len().saturating_add(chunk.len()) > most {
            return Err(FetchError::TooLarge { max: most });
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
