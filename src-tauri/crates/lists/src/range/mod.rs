//! Range services: a list asked by k-anonymity, over HTTP.

mod address;
mod body;
mod client;

pub use address::{RangeUrl, RangeUrlError};
pub(crate) use body::Range;
pub(crate) use client::{Ask, Reply};
pub use client::{Limits, RangeClient, RangeClientError, RangeResult};
