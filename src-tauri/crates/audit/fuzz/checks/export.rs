//! Any bytes as an export: an outcome or a reason, never a panic, and never more than the limits.

use std::io::Cursor;
use std::ops::ControlFlow;

use audit::read::{Limits, Options, read};

pub(crate) fn check(bytes: &[u8]) {
    let limits = Limits { row: 4 << 10, cell: 1 << 10, columns: 50, entries: 1_000, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    if let Ok(export) = read(Cursor::new(bytes), &options, &mut |_| ControlFlow::Continue(())) {
        assert!(export.logins.len() + export.skipped.len() <= 1_001);
        assert!(export.logins.windows(2).all(|two| two[0].line <= two[1].line));
    }
}
