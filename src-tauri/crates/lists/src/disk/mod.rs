//! A whole corpus of breached passwords in one file on this computer, about 35.5 bits a hash.
//!
//! The format is described in `FORMAT.md` beside this crate, so that others can read and write it. Here are
//! its parts: [`layout`] (what stands where), [`Writer`] (from a sorted stream), [`DiskList`] (look-up and
//! verification). Not here: reading other people's texts and sorting them ([`crate::build`]).
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "fields of a few bits are cut out of words, and sizes are checked against the file; rates are for people"
)]

mod bits;
mod blocks;
mod class;
mod layout;
mod reader;
mod writer;

pub use class::CountClass;
pub use layout::{Facts, LayoutError, Parameters};
pub use reader::{DiskError, DiskList};
pub use writer::{WriteError, Writer};
