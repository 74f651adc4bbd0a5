//! The program `selfcheck`.
fn main() {}
