//! The modules of one crate and which of them imports which.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use crate::tools::Failure;

use super::source::{self, Kind, Name, Scope};

/// Re-exports that are followed before a name counts as unknown; a name that leads to itself ends here.
const MOST_STEPS: usize = 16;

/// All modules of a crate, the root first.
pub(super) struct Modules {
    all: Vec<Module>,
}

struct Module {
    /// Without `crate::`; the root is `crate`.
    path: String,
    file: PathBuf,
    parent: usize,
    /// The module whose file this one is written in.
    home: usize,
    children: BTreeMap<String, usize>,
    scope: Scope,
}

/// One module names what the file of another defines.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Import {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) file: PathBuf,
    pub(super) line: usize,
    pub(super) name: String,
}

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    /// Something that this module's source defines.
    Item(usize),
    Module(usize),
    /// Something that is imported from another crate.
    Elsewhere,
    /// No such name: a local variable, another crate, or made by a macro.
    Unknown,
}

/// What the last name of a path stands for if a module and an item share it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Module,
    Item,
}

impl Modules {
    /// Reads a crate from the file of its root.
    pub(super) fn load(root: &Path, read: &dyn Fn(&Path) -> io::Result<String>) -> Result<Self, Failure> {
        let mut modules = Self { all: Vec::new() };
        let folder = root.parent().unwrap_or(root);
        modules.add_file("crate", root, folder, 0, read)?;
        Ok(modules)
    }

    /// Files that are modules.
    pub(super) fn count(&self) -> usize {
        self.all.iter().enumerate().filter(|(index, module)| *index == module.home).count()
    }

    /// Every import of one file from another that neither contains it nor is contained in it.
    pub(super) fn imports(&self) -> Vec<Import> {
        let mut imports: Vec<Import> = (0..self.all.len())
            .flat_map(|from| {
                let names = self.all[from].scope.names.iter();
                names.filter_map(move |name| self.import(from, name))
            })
            .collect();
        imports.sort();
        imports.dedup();
        imports
    }

    fn add_file(
        &mut self,
        path: &str,
        file: &Path,
        folder: &Path,
        parent: usize,
        read: &dyn Fn(&Path) -> io::Result<String>,
    ) -> Result<usize, Failure> {
        let unreadable = |error: &dyn std::fmt::Display| {
            Failure::new(format!("{} was not read ({error})", file.display()), "make it compile first")
        };
        let text = read(file).map_err(|error| unreadable(&error))?;
        let scope = source::read(&text).map_err(|error| unreadable(&error))?;
        let home = self.all.len();
        self.add(path, file, folder, (parent, home), scope, read)
    }

    fn add(
        &mut self,
        path: &str,
        file: &Path,
        folder: &Path,
        (parent, home): (usize, usize),
        mut scope: Scope,
        read: &dyn Fn(&Path) -> io::Result<String>,
    ) -> Result<usize, Failure> {
        let index = self.all.len();
        let inline = std::mem::take(&mut scope.inline);
        let files = scope.files.clone();
        self.all.push(Module {
            path: path.to_owned(),
            file: file.to_owned(),
            parent,
            home,
            children: BTreeMap::new(),
            scope,
        });
        let below = |name: &str| if index == 0 { name.to_owned() } else { format!("{path}::{name}") };
        for name in files {
            let flat = folder.join(format!("{name}.rs"));
            let nested = folder.join(&name).join("mod.rs");
            let file = if read(&flat).is_ok() { flat } else { nested };
            let child = self.add_file(&below(&name), &file, &folder.join(&name), index, read)?;
            self.all[index].children.insert(name, child);
        }
        for (name, scope) in inline {
            let child = self.add(&below(&name), file, &folder.join(&name), (index, home), scope, read)?;
            self.all[index].children.insert(name, child);
        }
        Ok(index)
    }

    fn import(&self, from: usize, name: &Name) -> Option<Import> {
        let last = match name.kind {
            Kind::Use { passes_on: true, .. } | Kind::Glob { passes_on: true } => return None,
            Kind::Use { .. } | Kind::Glob { .. } => Last::Module,
            Kind::Code if self.is_imported(from, name) => return None,
            Kind::Code => Last::Item,
        };
        let to = match (self.find(from, &name.segments, last, MOST_STEPS), &name.kind) {
            (Target::Item(to), _) | (Target::Module(to), Kind::Glob { .. }) => self.home(to),
            _ => return None,
        };
        let from = self.home(from);
        (!from.contains(to) && !to.contains(from)).then(|| Import {
            from: from.path.clone(),
            to: to.path.clone(),
            file: from.file.clone(),
            line: name.line,
            name: name.segments.join("::"),
        })
    }

    /// Whether the path begins with an item that a `use` of this module has imported; that `use` is the import.
    fn is_imported(&self, from: usize, name: &Name) -> bool {
        let scope = &self.all[from].scope;
        name.segments
            .first()
            .and_then(|first| scope.import(first))
            .filter(|import| matches!(import.kind, Kind::Use { passes_on: false, .. }))
            .is_some_and(|import| {
                matches!(self.find(from, &import.segments, Last::Module, MOST_STEPS), Target::Item(_))
            })
    }

    fn home(&self, module: usize) -> &Module {
        &self.all[self.all[module].home]
    }

    /// Follows a path as it is written in module `from`.
    fn find(&self, from: usize, segments: &[String], last: Last, steps: usize) -> Target {
        let mut start = from;
        let mut rest = segments;
        let mut is_anchored = false;
        while let [first, others @ ..] = rest {
            match first.as_str() {
                "crate" => start = 0,
                "self" => {}
                "super" => start = self.all[start].parent,
                _ => break,
            }
            is_anchored = true;
            rest = others;
        }
        match self.walk(start, rest, last, steps) {
            // What a macro defines is not in the source; a path that begins with `crate` names it all the same.
            Target::Unknown if is_anchored && !rest.is_empty() => Target::Item(start),
            target => target,
        }
    }

    fn walk(&self, module: usize, segments: &[String], last: Last, steps: usize) -> Target {
        let Some((first, rest)) = segments.split_first() else { return Target::Module(module) };
        let Some(steps) = steps.checked_sub(1) else { return Target::Elsewhere };
        let here = &self.all[module];
        let is_value = here.scope.values.contains(first);
        let is_item = here.scope.types.contains(first) || (is_value && rest.is_empty());
        let prefers_item = rest.is_empty() && last == Last::Item;
        if is_item && prefers_item {
            return Target::Item(module);
        }
        let imported = || {
            let path = [&here.scope.import(first)?.segments, rest].concat();
            Some(match self.find(module, &path, last, steps) {
                Target::Unknown => Target::Elsewhere,
                target => target,
            })
        };
        if prefers_item && let Some(target) = imported() {
            return target;
        }
        if let Some(&child) = here.children.get(first) {
            return match self.walk(child, rest, last, steps) {
                Target::Unknown => Target::Item(child),
                target => target,
            };
        }
        if is_item {
            return Target::Item(module);
        }
        if let Some(target) = imported() {
            return target;
        }
        if is_value {
            return Target::Elsewhere;
        }
        here.scope
            .globs()
            .filter_map(|glob| match self.find(module, glob, Last::Module, steps) {
                Target::Module(from) if from != module => Some(self.walk(from, segments, last, steps)),
                _ => None,
            })
            .find(|target| *target != Target::Unknown)
            .unwrap_or(Target::Unknown)
    }
}

impl Module {
    /// Whether the other is this module or below it.
    fn contains(&self, other: &Self) -> bool {
        let below = other.path.strip_prefix(&self.path);
        self.path == "crate" || below.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    }
}

impl Scope {
    /// The `use` that brings this name in.
    fn import(&self, local_name: &str) -> Option<&Name> {
        self.names.iter().find(|name| matches!(&name.kind, Kind::Use { local, .. } if local == local_name))
    }

    fn globs(&self) -> impl Iterator<Item = &[String]> {
        self.names
            .iter()
            .filter(|name| matches!(name.kind, Kind::Glob { .. }))
            .map(|name| name.segments.as_slice())
    }
}
