//! What one Rust file defines, imports and names. Code that exists only for tests is left out.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{Attribute, Item, Meta, UseTree, Visibility};

/// A module as its source has it.
#[derive(Debug, Default)]
pub(super) struct Scope {
    /// Types, traits and macros.
    pub(super) types: BTreeSet<String>,
    /// Functions, constants and statics: no path goes on behind them.
    pub(super) values: BTreeSet<String>,
    pub(super) names: Vec<Name>,
    /// Modules with a file of their own.
    pub(super) files: Vec<String>,
    /// Modules written in this file.
    pub(super) inline: Vec<(String, Scope)>,
}

/// A path in a `use` declaration or in code.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) segments: Vec<String>,
    pub(super) line: usize,
    pub(super) kind: Kind,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `use a::b` and `use a::b as c`; `local` is the name in this module.
    Use { local: String, passes_on: bool },
    /// `use a::*`.
    Glob { passes_on: bool },
    /// A path in code, in a macro or in an attribute.
    Code,
}

/// Reads the text of a file.
pub(super) fn read(text: &str) -> syn::Result<Scope> {
    Ok(scope(&syn::parse_file(text)?.items))
}

fn scope(items: &[Item]) -> Scope {
    let mut reader = Reader::default();
    for item in items.iter().filter(|item| is_shipped(attributes(item))) {
        if let Some((name, is_value)) = defined(item) {
            let names = if is_value { &mut reader.scope.values } else { &mut reader.scope.types };
            names.insert(name);
        }
        reader.visit_item(item);
    }
    reader.scope
}

#[derive(Default)]
struct Reader {
    scope: Scope,
}

impl Reader {
    fn add(&mut self, segments: Vec<String>, line: usize, kind: Kind) {
        self.scope.names.push(Name { segments, line, kind });
    }

    fn add_use(&mut self, prefix: &[String], tree: &UseTree, passes_on: bool) {
        let line = tree.span().start().line;
        let joined = |name: &str| [prefix, &[name.to_owned()]].concat();
        match tree {
            UseTree::Path(path) => self.add_use(&joined(&path.ident.to_string()), &path.tree, passes_on),
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.add_use(prefix, tree, passes_on));
            }
            UseTree::Glob(_) => self.add(prefix.to_vec(), line, Kind::Glob { passes_on }),
            UseTree::Name(name) => {
                let name = name.ident.to_string();
                self.add_import(prefix, &name, &name, line, passes_on);
            }
            UseTree::Rename(rename) => {
                let local = rename.rename.to_string();
                self.add_import(prefix, &rename.ident.to_string(), &local, line, passes_on);
            }
        }
    }

    /// `use a::{self}` imports `a` itself.
    fn add_import(&mut self, prefix: &[String], name: &str, local: &str, line: usize, passes_on: bool) {
        let is_self = name == "self" && !prefix.is_empty();
        let segments = if is_self { prefix.to_vec() } else { [prefix, &[name.to_owned()]].concat() };
        let local = match (is_self && local == "self", prefix.last()) {
            (true, Some(last)) => last.clone(),
            _ => local.to_owned(),
        };
        self.add(segments, line, Kind::Use { local, passes_on });
    }

    /// Finds paths in tokens that are not parsed: the arguments of macros and attributes.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut found = TokenPath::default();
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    let line = ident.span().start().line;
                    if let Some(ended) = found.push(ident.to_string(), line) {
                        self.add(ended.0, ended.1, Kind::Code);
                    }
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' && found.add_colon() => {}
                TokenTree::Punct(punct) => self.end(&mut found, punct.as_char() == '.'),
                TokenTree::Group(group) => {
                    self.end(&mut found, false);
                    self.add_tokens(group.stream());
                }
                TokenTree::Literal(literal) => {
                    self.end(&mut found, false);
                    self.add_quoted(&literal.to_string(), literal.span().start().line);
                }
            }
        }
        self.end(&mut found, false);
    }

    fn end(&mut self, found: &mut TokenPath, before_a_member: bool) {
        let ended = std::mem::take(found);
        found.is_member = before_a_member;
        if !ended.segments.is_empty() {
            self.add(ended.segments, ended.line, Kind::Code);
        }
    }

    /// Attributes such as `#[serde(with = "crate::dates")]` quote a path.
    fn add_quoted(&mut self, literal: &str, line: usize) {
        let path = literal.trim_matches('"');
        if ["crate::", "self::", "super::"].iter().any(|start| path.starts_with(start)) {
            self.add(path.split("::").map(str::to_owned).collect(), line, Kind::Code);
        }
    }
}

/// A path that is being read from tokens.
#[derive(Default)]
struct TokenPath {
    segments: Vec<String>,
    line: usize,
    colons: usize,
    is_member: bool,
}

impl TokenPath {
    /// Adds an identifier; gives the path before it if that has ended.
    fn push(&mut self, name: String, line: usize) -> Option<(Vec<String>, usize)> {
        if self.colons == 2 && !self.segments.is_empty() {
            self.segments.push(name);
            self.colons = 0;
            return None;
        }
        let is_kept = !std::mem::take(&mut self.is_member) && self.colons != 2;
        let before = (std::mem::take(&mut self.segments), self.line);
        *self = Self { segments: if is_kept { vec![name] } else { Vec::new() }, line, ..Self::default() };
        (!before.0.is_empty()).then_some(before)
    }

    /// Whether the colon may belong to a `::` of this path.
    fn add_colon(&mut self) -> bool {
        self.colons += 1;
        self.colons <= 2
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        if is_shipped(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if item.leading_colon.is_none() {
            let passes_on = !matches!(item.vis, Visibility::Inherited);
            self.add_use(&[], &item.tree, passes_on);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let name = item.ident.to_string();
        match &item.content {
            Some((_, items)) => self.scope.inline.push((name, scope(items))),
            None => self.scope.files.push(name),
        }
    }

    fn visit_impl_item(&mut self, item: &'ast syn::ImplItem) {
        let attributes = match item {
            syn::ImplItem::Const(item) => &item.attrs,
            syn::ImplItem::Fn(item) => &item.attrs,
            syn::ImplItem::Type(item) => &item.attrs,
            syn::ImplItem::Macro(item) => &item.attrs,
            _ => return,
        };
        if is_shipped(attributes) {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        if is_shipped(&local.attrs) {
            visit::visit_local(self, local);
        }
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        if is_shipped(&field.attrs) {
            visit::visit_field(self, field);
        }
    }

    fn visit_field_value(&mut self, field: &'ast syn::FieldValue) {
        if is_shipped(&field.attrs) {
            visit::visit_field_value(self, field);
        }
    }

    fn visit_variant(&mut self, variant: &'ast syn::Variant) {
        if is_shipped(&variant.attrs) {
            visit::visit_variant(self, variant);
        }
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        if is_shipped(&arm.attrs) {
            visit::visit_arm(self, arm);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.leading_colon.is_none() {
            let segments = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            self.add(segments, path.span().start().line, Kind::Code);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.visit_path(&called.path);
        self.add_tokens(called.tokens.clone());
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        match &attribute.meta {
            Meta::List(list) if !list.path.is_ident("cfg") => self.add_tokens(list.tokens.clone()),
            Meta::NameValue(value) => self.visit_expr(&value.value),
            _ => {}
        }
    }

    /// `pub(in a::b)` says who may import, and imports nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}

/// Whether code with these attributes can be in a build that is not for tests.
fn is_shipped(attributes: &[Attribute]) -> bool {
    attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")).all(|attribute| {
        attribute.parse_args::<Meta>().map_or(true, |condition| holds(&condition) != Some(false))
    })
}

/// Whether a condition holds outside of tests, if that alone decides it.
fn holds(condition: &Meta) -> Option<bool> {
    let Meta::List(list) = condition else {
        return condition.path().is_ident("test").then_some(false);
    };
    let parts = list
        .parse_args_with(syn::punctuated::Punctuated::<Meta, syn::Token![,]>::parse_terminated)
        .ok()?
        .iter()
        .map(holds)
        .collect::<Vec<_>>();
    if list.path.is_ident("not") {
        return parts.first().copied().flatten().map(|part| !part);
    }
    let decisive = list.path.is_ident("any");
    if parts.contains(&Some(decisive)) {
        Some(decisive)
    } else {
        parts.iter().all(Option::is_some).then_some(!decisive)
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::ExternCrate(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::ForeignMod(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::TraitAlias(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// The name of an item and whether it is a value.
fn defined(item: &Item) -> Option<(String, bool)> {
    let (ident, is_value) = match item {
        Item::Const(item) => (&item.ident, true),
        Item::Enum(item) => (&item.ident, false),
        Item::Fn(item) => (&item.sig.ident, true),
        Item::Macro(item) => (item.ident.as_ref()?, false),
        Item::Static(item) => (&item.ident, true),
        Item::Struct(item) => (&item.ident, false),
        Item::Trait(item) => (&item.ident, false),
        Item::TraitAlias(item) => (&item.ident, false),
        Item::Type(item) => (&item.ident, false),
        Item::Union(item) => (&item.ident, false),
        _ => return None,
    };
    Some((ident.to_string(), is_value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str) -> Vec<String> {
        read(text).unwrap().names.iter().map(|name| name.segments.join("::")).collect()
    }

    #[test]
    fn use_group_gives_each_name() {
        let scope = read("use crate::a::{self, b as c, d::{e, *}};").unwrap();
        let names: Vec<_> =
            scope.names.iter().map(|name| (name.segments.join("::"), local(&name.kind))).collect();
        let expected = [
            ("crate::a", Some("a")),
            ("crate::a::b", Some("c")),
            ("crate::a::d::e", Some("e")),
            ("crate::a::d", None),
        ];
        assert_eq!(names, expected.map(|(path, local)| (path.to_owned(), local)));
    }

    fn local(kind: &Kind) -> Option<&str> {
        match kind {
            Kind::Use { local, .. } => Some(local),
            _ => None,
        }
    }

    #[test]
    fn public_use_passes_a_name_on() {
        let scope = read("pub(crate) use a::B; use c::D;").unwrap();
        let passed: Vec<bool> =
            scope.names.iter().map(|name| matches!(name.kind, Kind::Use { passes_on: true, .. })).collect();
        assert_eq!(passed, [true, false]);
    }

    #[test]
    fn test_code_is_left_out() {
        for left_out in [
            "#[cfg(test)] mod tests;",
            "#[cfg(all(test, unix))] use crate::a::B;",
            "#[cfg(not(not(test)))] fn f() { crate::a::b() }",
            "#[cfg(any(test, all(test, unix)))] fn f() { crate::a::b() }",
        ] {
            let scope = read(left_out).unwrap();
            assert!(scope.names.is_empty() && scope.files.is_empty(), "{left_out}");
        }
        for kept in [
            "#[cfg(any(test, unix))] fn f() { crate::a::b() }",
            "#[cfg(not(test))] fn f() { crate::a::b() }",
            "#[cfg(unix)] fn f() { crate::a::b() }",
        ] {
            assert_eq!(paths(kept), ["crate::a::b"], "{kept}");
        }
    }

    #[test]
    fn test_method_field_and_statement_are_left_out() {
        assert!(paths("struct S { #[cfg(test)] f: crate::a::B }").is_empty());
        assert_eq!(paths("impl S { #[cfg(test)] fn f() { crate::a::b() } }"), ["S"]);
        assert!(paths("fn f() { #[cfg(test)] let x = crate::a::b(); }").is_empty());
    }

    #[test]
    fn paths_in_macros_and_attributes_are_found() {
        assert_eq!(
            paths(r#"fn f() { println!("{}", $crate::a::b(x.c(), super::d::<u8>(::e::f))) }"#),
            ["println", "crate::a::b", "x", "super::d", "u8"]
        );
        assert_eq!(
            paths(r#"#[serde(with = "crate::dates", rename = "other")] struct S;"#),
            ["with", "crate::dates", "rename"]
        );
        assert_eq!(paths("/// See `crate::a`.\nstruct S;"), Vec::<String>::new());
    }

    #[test]
    fn visibility_is_no_import() {
        assert!(paths("pub(in crate::a) struct S;").is_empty());
    }

    #[test]
    fn line_is_that_of_the_name() {
        let scope = read("\nuse crate::{\n    a::B,\n    c::D,\n};\n").unwrap();
        assert_eq!(scope.names.iter().map(|name| name.line).collect::<Vec<_>>(), [3, 4]);
    }
}
