//! See `checks/transfer.rs`.
#![no_main]

#[path = "../checks/transfer.rs"]
mod transfer;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| transfer::check(bytes));
