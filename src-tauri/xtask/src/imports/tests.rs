use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::*;

/// The imports of a made-up crate, as `from -> to`, each once.
fn pairs(files: &[(&str, &str)]) -> Vec<String> {
    let mut pairs: Vec<String> =
        load(files).imports().iter().map(|import| format!("{} -> {}", import.from, import.to)).collect();
    pairs.dedup();
    pairs
}

fn load(files: &[(&str, &str)]) -> Modules {
    let files: BTreeMap<&Path, &str> = files.iter().map(|(file, text)| (Path::new(*file), *text)).collect();
    Modules::load(Path::new("src/lib.rs"), &|file| {
        let text = files.get(file).ok_or(io::ErrorKind::NotFound)?;
        Ok((*text).to_owned())
    })
    .unwrap()
}

/// The modules of each cycle.
fn rings(files: &[(&str, &str)]) -> Vec<Vec<String>> {
    cycles::cycles(&load(files).imports()).into_iter().map(|cycle| cycle.modules).collect()
}

/// To be lowered with each cycle that is removed, and never raised.
const CYCLES: usize = 3;

#[test]
fn workspace_has_no_more_cycles_of_imports_than_known() {
    let tree = Tree::find().unwrap();
    let crates = examine(&workspace::packages(&tree).unwrap()).unwrap();
    assert!(crates.iter().any(|one| one.name == "app" && one.modules > 50 && one.imports > 100));
    let cycles: usize = crates.iter().map(|one| one.cycles.len()).sum();
    assert_eq!(cycles, CYCLES, "`cargo xtask imports` says:\n{}", text(tree.root(), &crates));
}

#[test]
fn two_modules_that_import_each_other_are_one_cycle() {
    let found = rings(&[
        ("src/lib.rs", "mod a; mod b;"),
        ("src/a.rs", "use crate::b::B; pub struct A;"),
        ("src/b.rs", "pub struct B; fn f() { super::a::A; }"),
    ]);
    assert_eq!(found, [["a", "b"]]);
}

#[test]
fn ring_of_three_is_one_cycle_and_a_chain_is_none() {
    let lib = ("src/lib.rs", "mod a; mod b; mod c;");
    let (a, b) =
        (("src/a.rs", "use crate::b::B; pub struct A;"), ("src/b.rs", "use crate::c::C; pub struct B;"));
    assert_eq!(rings(&[lib, a, b, ("src/c.rs", "use crate::a::A; pub struct C;")]), [["a", "b", "c"]]);
    assert_eq!(rings(&[lib, a, b, ("src/c.rs", "pub struct C;")]), Vec::<Vec<String>>::new());
}

#[test]
fn name_passed_on_by_the_parent_leads_to_the_module_that_defines_it() {
    let found = pairs(&[
        ("src/lib.rs", "mod a; mod b; pub use a::A;"),
        ("src/a.rs", "pub struct A;"),
        ("src/b.rs", "use crate::A;"),
    ]);
    assert_eq!(found, ["b -> a"]);
}

#[test]
fn name_passed_on_by_a_sibling_is_no_import_of_the_sibling() {
    let found = pairs(&[
        ("src/lib.rs", "mod a; mod b; mod c;"),
        ("src/a.rs", "pub struct A;"),
        ("src/b.rs", "pub use crate::a::A; pub use other::Inner;"),
        ("src/c.rs", "use crate::b::{A, Inner};"),
    ]);
    assert_eq!(found, ["c -> a"]);
}

#[test]
fn glob_passed_on_by_the_parent_leads_to_the_module_that_defines_the_name() {
    let found = pairs(&[
        ("src/lib.rs", "mod views; mod b;"),
        ("src/views/mod.rs", "mod a; pub use a::*;"),
        ("src/views/a.rs", "pub struct A;"),
        ("src/b.rs", "use crate::views::A;"),
    ]);
    assert_eq!(found, ["b -> views::a"]);
}

#[test]
fn imports_between_a_module_and_one_below_it_are_not_counted() {
    let found = pairs(&[
        ("src/lib.rs", "mod a; mod ab; fn f() { a::g() } pub struct X;"),
        ("src/a/mod.rs", "mod child; use child::C; pub struct Y; pub fn g() {}"),
        ("src/a/child.rs", "use super::Y; use crate::X; pub struct C;"),
        ("src/ab.rs", "use crate::a::Y;"),
    ]);
    assert_eq!(found, ["ab -> a"]);
}

#[test]
fn modules_of_different_depth_can_be_a_cycle() {
    let found = rings(&[
        ("src/lib.rs", "mod a; mod b;"),
        ("src/a/mod.rs", "pub mod child; pub struct Y;"),
        ("src/a/child.rs", "use crate::b::B; pub struct C;"),
        ("src/b.rs", "use crate::a::child::C; pub struct B;"),
    ]);
    assert_eq!(found, [["a::child", "b"]]);
}

#[test]
fn path_behind_the_name_of_a_function_leads_to_another_crate() {
    let found = pairs(&[
        ("src/lib.rs", "mod a; mod b;"),
        ("src/a.rs", "pub fn plan() {}"),
        ("src/b.rs", "use crate::a::plan; use plan::Country; fn f() { plan::g(); }"),
    ]);
    assert_eq!(found, ["b -> a"]);
    let modules = load(&[
        ("src/lib.rs", "mod a; mod b;"),
        ("src/a.rs", "pub fn plan() {}"),
        ("src/b.rs", "use crate::a::plan; use plan::Country;"),
    ]);
    assert_eq!(modules.imports().len(), 1);
}

#[test]
fn module_that_is_imported_by_name_counts_where_its_items_are_used() {
    let found = pairs(&[
        ("src/lib.rs", "mod a; mod b; mod c;"),
        ("src/a/mod.rs", "pub mod deep; pub fn f() {}"),
        ("src/a/deep.rs", "pub fn g() {}"),
        ("src/b.rs", "use crate::a::{self, deep}; fn f() { deep::g() }"),
        ("src/c.rs", "use crate::a::{self as other}; fn f() { other::f(); }"),
    ]);
    assert_eq!(found, ["b -> a::deep", "c -> a"]);
}

#[test]
fn other_crates_and_local_variables_are_no_imports() {
    let found = pairs(&[
        ("src/lib.rs", "mod plan; mod b; pub use ::other::Outer; pub use other::Inner;"),
        ("src/plan.rs", "pub struct P;"),
        ("src/b.rs", "use ::plan::Other; use crate::{Inner, plan}; fn f(plan: u8) { plan; Inner::new(); }"),
    ]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn inline_module_belongs_to_its_file() {
    let found = pairs(&[
        ("src/lib.rs", "mod a; mod b; mod c;"),
        ("src/a.rs", "pub struct A;"),
        ("src/b.rs", "mod deep { use super::super::a::A; fn g() { crate::c::inner::f() } }"),
        ("src/c.rs", "pub mod inner { use super::own; pub fn f() {} } fn own() {}"),
    ]);
    assert_eq!(found, ["b -> a", "b -> c"]);
}

#[test]
fn item_made_by_a_macro_belongs_to_the_module_that_is_named() {
    let found = pairs(&[
        ("src/lib.rs", "mod a; mod b;"),
        ("src/a.rs", "words! { pub enum Made {} }"),
        ("src/b.rs", "use crate::a::Made;"),
    ]);
    assert_eq!(found, ["b -> a"]);
}

#[test]
fn name_that_leads_to_itself_ends() {
    let found = pairs(&[
        ("src/lib.rs", "mod a; pub use self::x as y; pub use self::y as x;"),
        ("src/a.rs", "use crate::x; use a::a; fn f() { x(); a(); }"),
    ]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn missing_file_of_a_module_is_a_failure() {
    let failure = Modules::load(Path::new("src/lib.rs"), &|file| {
        if file.ends_with("lib.rs") {
            Ok("mod gone;".to_owned())
        } else {
            Err(io::ErrorKind::NotFound.into())
        }
    });
    assert!(failure.err().unwrap().what.contains("src/gone/mod.rs"));
}

#[test]
fn report_names_the_importing_line() {
    let modules = load(&[
        ("src/lib.rs", "mod a; mod b;"),
        ("src/a.rs", "\nuse crate::b::B;\npub struct A;"),
        ("src/b.rs", "pub struct B(crate::a::A);"),
    ]);
    let imports = modules.imports();
    let one = Crate {
        name: "made-up".to_owned(),
        modules: modules.count(),
        imports: imports.len(),
        cycles: cycles::cycles(&imports),
    };
    let expected = "made-up: 3 modules, 2 imports, 1 cycles\n  cycle of 2: a, b\n    a -> b  a.rs:2  crate::b::B\n    \
                    b -> a  b.rs:1  crate::a::A\n";
    assert_eq!(text(Path::new("src"), &[one]), expected);
}
