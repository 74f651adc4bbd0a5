//! `cargo xtask imports`: the cycles of imports between the modules of each crate.
//!
//! A module is a file; a module that is written inside a file belongs to it. A module imports another one if its code
//! names something that the other's file defines. `pub use` passes a name on and imports nothing: the user of the name
//! imports the module that defines it. A module and the modules below it belong together, so imports between them are
//! not counted. Code for tests alone is left out. A macro that is called by its bare name is not seen.

mod cycles;
mod modules;
mod source;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::tools::Failure;
use crate::tree::Tree;
use crate::workspace::{self, Package};

use cycles::Cycle;
use modules::Modules;

/// Prints what each crate depends on, how many modules and imports it has, and each cycle with its imports. A cycle is
/// a failure.
pub(crate) fn report(tree: &Tree) -> Result<(), Failure> {
    let packages = workspace::packages(tree)?;
    let crates = examine(&packages)?;
    for package in &packages {
        println!("{} -> {}", package.name, workspace::shipped_dependencies(package, &packages).join(", "));
    }
    print!("\n{}", text(tree.root(), &crates));
    match crates.iter().map(|one| one.cycles.len()).sum::<usize>() {
        0 => Ok(()),
        count => Err(Failure::new(
            format!("{count} cycles of imports"),
            "move what both sides need into a module that imports neither",
        )),
    }
}

/// A library or program of the workspace.
struct Crate {
    name: String,
    modules: usize,
    imports: usize,
    cycles: Vec<Cycle>,
}

fn examine(packages: &[Package]) -> Result<Vec<Crate>, Failure> {
    let targets = packages.iter().flat_map(|package| {
        let shipped = package.targets.iter().filter(|target| target.is_shipped());
        shipped.map(|target| (package.name.clone(), &target.src_path))
    });
    targets.map(|(name, root)| examine_target(name, root)).collect()
}

fn examine_target(name: String, root: &Path) -> Result<Crate, Failure> {
    let modules = Modules::load(root, &|file| fs::read_to_string(file))?;
    let imports = modules.imports();
    let mut pairs: Vec<_> = imports.iter().map(|import| (&import.from, &import.to)).collect();
    pairs.dedup();
    Ok(Crate { name, modules: modules.count(), imports: pairs.len(), cycles: cycles::cycles(&imports) })
}

fn text(root: &Path, crates: &[Crate]) -> String {
    let mut out = String::new();
    for one in crates {
        // Writing into a string cannot fail.
        let _ = writeln!(
            out,
            "{}: {} modules, {} imports, {} cycles",
            one.name,
            one.modules,
            one.imports,
            one.cycles.len()
        );
        for cycle in &one.cycles {
            let _ = writeln!(out, "  cycle of {}: {}", cycle.modules.len(), cycle.modules.join(", "));
            for import in &cycle.imports {
                let file = import.file.strip_prefix(root).unwrap_or(&import.file);
                let _ = writeln!(
                    out,
                    "    {} -> {}  {}:{}  {}",
                    import.from,
                    import.to,
                    file.display(),
                    import.line,
                    import.name
                );
            }
        }
    }
    out
}

#[cfg(test)]
mod tests;
