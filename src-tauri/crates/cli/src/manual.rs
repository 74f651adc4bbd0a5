//! Shell completions and manual pages, generated from the arguments themselves so that they cannot differ.

use std::path::Path;

use app::own_file::Kind;
use clap::CommandFactory;

use crate::args::Arguments;
use crate::output;
use crate::terminal::{Failure, write_document};

pub(crate) fn completions(shell: clap_complete::Shell) -> Result<u8, Failure> {
    // Into memory first: the generator panics where the reader of a pipe has gone.
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "selfcheck", &mut text);
    write_document(&text)?;
    Ok(0)
}

pub(crate) fn pages(out: Option<&Path>) -> Result<u8, Failure> {
    if let Some(folder) = out {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let page =
                name.to_str().is_some_and(|name| name.starts_with("selfcheck") && name.ends_with(".1"));
            if page {
                output::place(&entry.path(), Kind::Manual, [])?;
            }
        }
        clap_mangen::generate_to(Arguments::command(), folder).map_err(|e| {
            Failure::WrongUse(format!(
                "{} cannot be written: {e}. Make the folder first, or name another.",
                folder.display()
            ))
        })?;
    } else {
        let mut page = Vec::new();
        clap_mangen::Man::new(Arguments::command()).render(&mut page)?;
        write_document(&page)?;
    }
    Ok(0)
}
