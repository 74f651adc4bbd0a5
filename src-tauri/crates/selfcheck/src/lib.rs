//! Use cases of Selfcheck, shared by the window and the program.
//!
//! What it is not: a place for wording (the shells render types as text) or for rules of one room
//! (strength, lists, notice grammar and advice live in their own crates).

pub mod audit;
pub mod catalogue;
pub mod check;
pub mod daily;
pub mod data;
pub mod desk;
pub mod everybody;
pub mod fetch;
pub mod hardening;
pub mod household;
pub mod links;
pub mod opening;
pub mod own_file;
pub mod reopening;
pub mod settings;
pub mod shared;
pub mod sheet;
pub mod shown;
pub mod transfer;
pub mod trust;
pub mod verification;
pub mod walk;
