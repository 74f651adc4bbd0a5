//! The packages of the workspace, as `cargo metadata` has them.

use std::path::PathBuf;

use serde::Deserialize;

use crate::tools::{Failure, command, output};
use crate::tree::Tree;

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) targets: Vec<Target>,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    /// Absent for an ordinary dependency, else `dev` or `build`.
    kind: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Target {
    kind: Vec<String>,
    pub(crate) src_path: PathBuf,
}

impl Target {
    /// Whether it is a library or a program, and no test, example or build script.
    pub(crate) fn is_shipped(&self) -> bool {
        self.kind.iter().any(|kind| kind == "lib" || kind == "bin")
    }
}

/// The packages of the workspace that the shipped code of `package` depends on, in alphabetical order.
pub(crate) fn shipped_dependencies<'a>(package: &'a Package, all: &[Package]) -> Vec<&'a str> {
    dependencies(package, all, |kind| kind != Some("dev"))
}

fn dependencies<'a>(
    package: &'a Package,
    all: &[Package],
    is_wanted: impl Fn(Option<&str>) -> bool,
) -> Vec<&'a str> {
    let mut names: Vec<&str> = package
        .dependencies
        .iter()
        .filter(|dependency| is_wanted(dependency.kind.as_deref()))
        .map(|dependency| dependency.name.as_str())
        .filter(|name| all.iter().any(|package| package.name == *name))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// All packages of the workspace, without those of others.
pub(crate) fn packages(tree: &Tree) -> Result<Vec<Package>, Failure> {
    let words = ["cargo", "metadata", "--no-deps", "--offline", "--format-version", "1"];
    let unreadable = |why: &str| {
        Failure::new(format!("`{}` {why}", words.join(" ")), "run it by hand and read its message")
    };
    let printed = output(command(tree.root(), &words)).ok_or_else(|| unreadable("did not succeed"))?;
    let metadata: Metadata = serde_json::from_str(&printed)
        .map_err(|error| unreadable(&format!("printed something else than expected ({error})")))?;
    Ok(metadata.packages)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The layers of ARCHITECTURE.md, the lowest first.
    const LAYERS: [&[&str]; 5] = [
        &["password", "sites", "files", "plan", "texts"],
        &["audit", "lists", "notice", "household"],
        &["app"],
        &["cli", "selfcheck-desktop"],
        &["notice-faults", "range-faults", "xtask", "acceptance"],
    ];

    /// Each package, what its shipped code depends on, and what only its tests depend on.
    const DEPENDENCIES: [(&str, &str, &str); 16] = [
        ("acceptance", "lists password range-faults", "app household notice notice-faults"),
        ("app", "audit files household lists notice password plan sites texts", "notice-faults range-faults"),
        ("audit", "password sites", ""),
        (
            "cli",
            "app audit files household lists notice password plan sites texts",
            "app notice-faults range-faults",
        ),
        ("files", "", ""),
        ("household", "files", ""),
        ("lists", "files password", "range-faults"),
        ("notice", "password", "notice-faults"),
        ("notice-faults", "notice", ""),
        ("password", "", ""),
        ("plan", "", ""),
        ("range-faults", "", ""),
        ("selfcheck-desktop", "app lists", ""),
        ("sites", "", ""),
        ("texts", "", ""),
        ("xtask", "plan", ""),
    ];

    #[test]
    fn packages_depend_on_exactly_the_listed_ones() {
        let all = packages(&Tree::find().unwrap()).unwrap();
        let mut found: Vec<(&str, String, String)> = all
            .iter()
            .map(|package| {
                let tests = dependencies(package, &all, |kind| kind == Some("dev"));
                (package.name.as_str(), shipped_dependencies(package, &all).join(" "), tests.join(" "))
            })
            .collect();
        found.sort();
        let listed = DEPENDENCIES.map(|(name, shipped, tests)| (name, shipped.to_owned(), tests.to_owned()));
        assert_eq!(found, listed, "if the new edge is wanted, change this list and ARCHITECTURE.md");
    }

    #[test]
    fn shipped_code_depends_on_lower_layers_only() {
        let all = packages(&Tree::find().unwrap()).unwrap();
        let layer = |name: &str| LAYERS.iter().position(|layer| layer.contains(&name));
        for package in &all {
            let own = layer(&package.name);
            assert!(own.is_some(), "{} is in no layer", package.name);
            if own == Some(LAYERS.len() - 1) {
                continue;
            }
            for dependency in shipped_dependencies(package, &all) {
                assert!(layer(dependency) < own, "{} may not depend on {dependency}", package.name);
            }
        }
    }
}
