//! Lists of breached passwords, each with the same four answers.
//!
//! Not here: the order in which lists are asked (crate `app`) and sentences for people (the shells).

mod answer;
pub mod build;
pub mod disk;
pub mod download;
mod embedded;
pub mod mirror;
mod range;

pub use answer::{Answer, Count, Rank, Reason};
pub use embedded::{Embedded, embedded};
pub use range::{Limits, RangeClient, RangeClientError, RangeResult, RangeUrl, RangeUrlError};
