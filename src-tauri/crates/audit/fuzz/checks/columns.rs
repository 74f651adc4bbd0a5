//! Any text as the columns of a table: what is read can be used on any header.

use std::io::Cursor;
use std::ops::ControlFlow;

use audit::read::{Options, read};

pub(crate) fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(columns) = text.parse() {
        let options = Options { columns: Some(columns), ..Options::default() };
        let table = b"Web,Login,Secret\nhttps://forum.example,ann,pw\n";
        let _ = read(Cursor::new(table), &options, &mut |_| ControlFlow::Continue(()));
    }
}
