//! What goes over to the screens and back: plain values, and the TypeScript made from them.

#![allow(missing_docs, reason = "fields of values are named as the screens know them")]

mod args;
mod audit;
mod contract;
mod desk;
mod desk_change;
mod desk_keys;
mod desk_parts;
mod error;
mod error_code;
mod household;
mod notice;
mod password;
mod settings;
mod walk;
mod words;

pub use args::*;
pub use audit::*;
pub use desk::*;
pub use desk_change::*;
pub use desk_keys::*;
pub use desk_parts::*;
pub use error::*;
pub use error_code::*;
pub use household::*;
pub use notice::*;
pub use password::*;
pub use settings::*;
pub use walk::*;
pub use words::*;

pub(crate) use audit::small;
