//! Opening a notice: from wherever it is, through its verification, to what is remembered.
//!
//! Not here: the rules of a verification ([`notice::verify`]), where things are kept ([`crate::trust`]).

use jiff::Timestamp;
use notice::verify::{Memory, Outcome, Request, Site, verify};
use notice::{Link, PublicKey};

use crate::fetch::{Address, Fetcher};

/// A notice that is here, and how it came here.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Where it was fetched from.
    pub address: Option<Address>,
    /// The link that led to it.
    pub link: Option<Link>,
    /// A root that counts as pinned for this run.
    pub root: Option<PublicKey>,
}

impl Source {
    /// A file.
    #[must_use]
    pub fn file(bytes: Vec<u8>) -> Self {
        Self { bytes, address: None, link: None, root: None }
    }

    /// Verifies it with what is here.
    #[must_use]
    pub fn verify(&self, site: Site<'_>, now: Timestamp, memory: &Memory) -> Outcome {
        verify(&Request {
            bytes: &self.bytes,
            link: self.link.as_ref(),
            host: self.address.as_ref().map(Address::host),
            site,
            root: self.root,
            now,
            memory,
        })
    }

    /// Verifies it, and asks the publisher's own site for its card where that can tell more.
    pub async fn verify_online(&self, fetcher: &Fetcher, now: Timestamp, memory: &Memory) -> Outcome {
        let alone = self.verify(Site::NotAsked, now, memory);
        let Some(domain) = alone.site_to_ask() else { return alone };
        let published = fetcher.publisher(domain, self.address.as_ref()).await;
        self.verify(published.as_deref().map_or(Site::NotReached, Site::Published), now, memory)
    }
}
