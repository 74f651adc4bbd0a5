//! See `checks/database.rs`.
#![no_main]

#[path = "../checks/database.rs"]
mod database;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| database::check(bytes));
