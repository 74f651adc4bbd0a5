//! See `checks/reader.rs`.
#![no_main]

#[path = "../checks/reader.rs"]
mod reader;
#[path = "../checks/folder.rs"]
mod folders;

use folders::folder;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| reader::check(bytes));
