//! See `checks/export.rs`.
#![no_main]

#[path = "../checks/export.rs"]
mod export;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| export::check(bytes));
