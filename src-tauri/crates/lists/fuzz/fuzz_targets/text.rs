//! See `checks/text.rs`.
#![no_main]

#[path = "../checks/text.rs"]
mod text;
#[path = "../checks/folder.rs"]
mod folders;

use folders::folder;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| text::check(bytes));
