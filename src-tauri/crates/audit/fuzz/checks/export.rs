//! Any bytes as an export: an outcome or a reason, never a panic, never more than the limits, and rows that show no
//! more of an address than its site.

use std::io::Cursor;
use std::ops::ControlFlow;

use audit::Context;
use audit::Examination;
use audit::read::{Export, Limits, Options, read};
use jiff::civil::date;
use sites::Region;

pub(crate) fn check(bytes: &[u8]) {
    let limits = Limits { row: 4 << 10, cell: 1 << 10, columns: 50, entries: 1_000, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    if let Ok(export) = read(Cursor::new(bytes), &options, &mut |_| ControlFlow::Continue(())) {
        assert!(export.logins.len() + export.skipped.len() <= 1_001);
        assert!(export.logins.windows(2).all(|two| two[0].line <= two[1].line));
        look_at_each_row(export);
    }
}

fn look_at_each_row(export: Export) {
    let context = Context {
        today: date(2026, 11, 24),
        catalogue: sites::breaches(),
        region: Region::All,
        incident: None,
    };
    let examination = Examination::new(export, &context);
    for login in 0..examination.len() {
        let row = examination.row(login).expect("a row for each log-in");
        let site = row.site.unwrap_or_default();
        assert!(!site.contains(['@', '?', '#']) && !site.trim_end_matches("://").contains('/'), "{site}");
        assert!(!row.title.contains("://") || row.title.ends_with("://"), "{}", row.title);
    }
}
