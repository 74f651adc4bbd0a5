//! Range services: a list asked by k-anonymity, over HTTP.

mod address;
mod body;
mod client;

pub use address::{RangeUrl, RangeUrlError};
pub use client::{Limits, RangeClient, RangeClientError, RangeResult};
