//! The application layer of Selfcheck: use cases, and the state and decisions of the window, without Tauri and without
//! clap. The window calls [`App`], one method per command; the program in the terminal calls the use cases.
//!
//! Rules of one domain (strength, lists, the notice format, advice) are in the crates below.

pub mod audit;
pub mod catalogue;
pub mod check;
mod choices;
mod commands;
mod current_person;
pub mod daily;
pub mod data;
pub mod desk;
mod desk_session;
pub mod drops;
pub mod everybody;
pub mod facts;
pub mod fetch;
pub mod hardening;
pub mod household;
pub mod links;
pub mod locale;
mod lock;
pub mod news;
mod open_audit;
mod open_notice;
pub mod opening;
pub mod own_file;
pub mod passphrase;
pub mod platform;
mod reading;
pub mod reopening;
pub mod settings;
pub mod shared;
pub mod sheet;
pub mod shown;
mod state;
#[macro_use]
mod table;
pub mod transfer;
pub mod trust;
pub mod verification;
pub mod views;
pub mod walk;

pub use choices::Choices;
pub use commands::PAGE_SCHEME;
pub use state::App;
