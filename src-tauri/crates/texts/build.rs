//! Writes one method for each English message of `locales/en/{shared,papers,program}`, with its arguments and their types, and
//! stops when another language lacks a message or a variable, has one more, or calls another function on it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::format_collect,
    clippy::unnecessary_debug_formatting,
    reason = "a build script stops at what is wrong, with its name"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;

/// The folders below a language whose messages Rust says.
const FOLDERS: [&str; 3] = ["shared", "papers", "program"];
const ENGLISH: &str = "en";
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
/// Keywords that are used as names of variables.
const KEYWORDS: [&str; 8] = ["where", "type", "for", "in", "of", "as", "match", "loop"];

/// What a variable is in Rust.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Text,
    Number,
    YesNo,
    Day,
    Moment,
    Minutes,
}

impl Kind {
    fn of_function(name: &str) -> Option<Self> {
        match name {
            "NUMBER" => Some(Self::Number),
            "DAY" => Some(Self::Day),
            "MOMENT" => Some(Self::Moment),
            "MINUTES" => Some(Self::Minutes),
            _ => None,
        }
    }

    fn rust(self) -> &'static str {
        match self {
            Self::Text => "&str",
            Self::Number | Self::Minutes => "u64",
            Self::YesNo => "bool",
            Self::Day => "jiff::civil::Date",
            Self::Moment => "jiff::Timestamp",
        }
    }

    /// The value as the message gets it.
    fn given(self, name: &str) -> String {
        match self {
            Self::Text => format!("FluentValue::from({name})"),
            Self::Number => format!("number({name})"),
            Self::YesNo => format!("FluentValue::from(if {name} {{ \"yes\" }} else {{ \"no\" }})"),
            Self::Day => format!("FluentValue::from(self.day({name}))"),
            Self::Moment => format!("FluentValue::from(self.moment({name}))"),
            Self::Minutes => format!("FluentValue::from(self.minutes({name}))"),
        }
    }
}

struct Message {
    /// In the order in which they come.
    variables: Vec<(String, Kind)>,
    /// The text as it is in the file, for the documentation.
    text: String,
}

impl Message {
    fn sorted(&self) -> BTreeMap<&str, Kind> {
        self.variables.iter().map(|(name, kind)| (name.as_str(), *kind)).collect()
    }
}

fn main() {
    let locales = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap()).join("../../locales");
    println!("cargo::rerun-if-changed={}", locales.display());
    let languages: BTreeSet<String> = names(&locales).into_iter().collect();
    let english = messages(&locales, ENGLISH);
    for language in &languages {
        compare(language, &messages(&locales, language), &english);
    }
    let out = PathBuf::from(env::var("OUT_DIR").unwrap()).join("messages.rs");
    fs::write(out, code(&locales, &languages, &english)).unwrap();
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn files(locales: &Path, language: &str) -> Vec<PathBuf> {
    let folders = FOLDERS.iter().map(|folder| locales.join(language).join(folder));
    let files = folders.flat_map(|folder| names(&folder).into_iter().map(move |name| folder.join(name)));
    files.filter(|path| path.extension().is_some_and(|ending| ending == "ftl")).collect()
}

fn messages(locales: &Path, language: &str) -> BTreeMap<String, Message> {
    let mut found = BTreeMap::new();
    for path in files(locales, language) {
        let text = fs::read_to_string(&path).unwrap();
        let resource = parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{} is not Fluent: {errors:?}", path.display()));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let name = message.id.name.to_owned();
            let pattern = message.value.unwrap_or_else(|| panic!("{}: {name} says nothing", path.display()));
            let mut variables = Vec::new();
            collect(&pattern, &mut variables);
            let message = Message { variables, text: source(&text, &name) };
            assert!(found.insert(name.clone(), message).is_none(), "{language}: {name} is there twice");
        }
    }
    found
}

/// The lines of a message.
fn source(text: &str, name: &str) -> String {
    let start = format!("{name} =");
    let mut lines = text.lines().skip_while(|line| !line.starts_with(&start));
    let mut message = lines.next().unwrap_or_default().to_owned();
    for line in lines.take_while(|line| line.starts_with([' ', '}']) || line.is_empty()) {
        message.push('\n');
        message.push_str(line);
    }
    message.trim_end().to_owned()
}

fn note(variables: &mut Vec<(String, Kind)>, name: &str, kind: Kind) {
    match variables.iter_mut().find(|(known, _)| known == name) {
        // What says more of a variable than its being shown wins.
        Some((_, known)) if kind != Kind::Text => *known = kind,
        Some(_) => {}
        None => variables.push((name.to_owned(), kind)),
    }
}

fn collect(pattern: &Pattern<&str>, variables: &mut Vec<(String, Kind)>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, variables);
        }
    }
}

fn in_expression(expression: &Expression<&str>, variables: &mut Vec<(String, Kind)>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, variables),
        Expression::Select { selector, variants } => {
            let keys: Vec<&str> = variants
                .iter()
                .map(|variant| match variant.key {
                    VariantKey::Identifier { name } => name,
                    VariantKey::NumberLiteral { .. } => "0",
                })
                .collect();
            match selector {
                InlineExpression::VariableReference { id } => note(variables, id.name, choice(&keys)),
                other => in_inline(other, variables),
            }
            for variant in variants {
                collect(&variant.value, variables);
            }
        }
    }
}

/// What decides between variants: yes or no, a count, or a word.
fn choice(keys: &[&str]) -> Kind {
    if keys.iter().all(|key| ["yes", "no"].contains(key)) {
        Kind::YesNo
    } else if keys.len() > 1 && keys.iter().all(|key| *key == "0" || PLURALS.contains(key)) {
        Kind::Number
    } else {
        Kind::Text
    }
}

fn in_inline(inline: &InlineExpression<&str>, variables: &mut Vec<(String, Kind)>) {
    match inline {
        InlineExpression::VariableReference { id } => note(variables, id.name, Kind::Text),
        InlineExpression::FunctionReference { id, arguments: CallArguments { positional, .. } } => {
            let kind = Kind::of_function(id.name)
                .unwrap_or_else(|| panic!("there is no function {} in Rust", id.name));
            for given in positional {
                match given {
                    InlineExpression::VariableReference { id } => note(variables, id.name, kind),
                    other => in_inline(other, variables),
                }
            }
        }
        InlineExpression::Placeable { expression } => in_expression(expression, variables),
        _ => {}
    }
}

fn compare(language: &str, own: &BTreeMap<String, Message>, english: &BTreeMap<String, Message>) {
    let mut faults = Vec::new();
    for (name, message) in english {
        match own.get(name) {
            None => faults.push(format!("{name} is missing")),
            Some(other) if !fits(&other.sorted(), &message.sorted()) => {
                faults.push(format!("{name} has {:?}, English has {:?}", other.sorted(), message.sorted()));
            }
            Some(_) => {}
        }
    }
    faults.extend(
        own.keys()
            .filter(|name| !english.contains_key(*name))
            .map(|name| format!("{name} is not in English")),
    );
    assert!(faults.is_empty(), "src-tauri/locales/{language}: {}", faults.join("; "));
}

/// The same variables, each of the kind that it has in English, or only shown.
fn fits(own: &BTreeMap<&str, Kind>, english: &BTreeMap<&str, Kind>) -> bool {
    own.len() == english.len()
        && own
            .iter()
            .all(|(name, kind)| english.get(name).is_some_and(|known| kind == known || *kind == Kind::Text))
}

fn identifier(name: &str) -> String {
    let name = name.replace('-', "_");
    if KEYWORDS.contains(&name.as_str()) { format!("{name}_") } else { name }
}

fn code(locales: &Path, languages: &BTreeSet<String>, english: &BTreeMap<String, Message>) -> String {
    let mut code = String::from(
        "/// The languages that have every message, English among them.\npub const LANGUAGES: &[&str] = &[",
    );
    for language in languages {
        write!(code, "{language:?}, ").unwrap();
    }
    code.push_str("];\n\n");
    let list = |language: &str| -> String {
        let include = |file: PathBuf| format!("include_str!({:?}), ", file.canonicalize().unwrap());
        files(locales, language).into_iter().map(include).collect()
    };
    writeln!(code, "const ENGLISH_FILES: &[&str] = &[{}];\n", list(ENGLISH)).unwrap();
    code.push_str("const OTHER_FILES: &[(&str, &[&str])] = &[\n");
    for language in languages.iter().filter(|language| *language != ENGLISH) {
        writeln!(code, "    ({language:?}, &[{}]),", list(language)).unwrap();
    }
    code.push_str("];\n\nimpl Texts {\n");
    let mut methods = BTreeSet::new();
    for (name, message) in english {
        let method = identifier(name);
        assert!(methods.insert(method.clone()), "two messages would be called {method}");
        writeln!(code, "    /// ```text").unwrap();
        for line in message.text.lines() {
            writeln!(code, "    /// {line}").unwrap();
        }
        writeln!(code, "    /// ```\n    #[must_use]").unwrap();
        let arguments: String = message
            .variables
            .iter()
            .map(|(name, kind)| format!(", {}: {}", identifier(name), kind.rust()))
            .collect();
        let given: Vec<String> = message
            .variables
            .iter()
            .map(|(name, kind)| format!("({name:?}, {})", kind.given(&identifier(name))))
            .collect();
        writeln!(code, "    pub fn {method}(&self{arguments}) -> String {{").unwrap();
        writeln!(code, "        self.say({name:?}, [{}])\n    }}\n", given.join(", ")).unwrap();
    }
    code.push_str("}\n");
    code
}
