//! Markdown that is known to be costly: what the reader produces grows with the text and not with its square. Nothing
//! here looks at a clock.
#![allow(clippy::unwrap_used, reason = "tests stop at what is wrong")]

use notice::lint::{Surroundings, lint};
use notice::text::{Block, Inline, parse};
use pulldown_cmark::{Event, Options, Parser};

/// Texts that are repeated.
const PATTERNS: [&str; 36] = [
    "http://a ",
    "](",
    "[",
    "]",
    "[a](",
    "[a](b",
    "![a](",
    "[a][b] ",
    "[[a]",
    "*a ",
    "**a ",
    "*a_ ",
    "_a* ",
    "*",
    "_",
    "***a** ",
    "`",
    "`a ",
    "``a` ",
    "~~a ",
    "<",
    "<a ",
    "<a href='",
    "<!-- ",
    "<?a ",
    "&#x2",
    "&amp;",
    "\\[",
    "> ",
    "- ",
    "1. ",
    "# a\n",
    "a\n\n",
    "- a\n",
    "a  \n",
    "a <https://a.example> ",
];

/// The longest text that a field may have, so that the larger of both is read.
const LONGER: usize = 16_000;

fn repeated(pattern: &str, bytes: usize) -> String {
    pattern.repeat(bytes / pattern.len())
}

/// Events of the parser, and bytes of the texts in them.
fn events(text: &str) -> usize {
    let size = |event: Event<'_>| match event {
        Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => 1 + text.len(),
        _ => 1,
    };
    Parser::new_ext(text, Options::empty()).map(size).sum()
}

fn inlines(all: &[Inline]) -> usize {
    let size = |inline: &Inline| match inline {
        Inline::Text(text) | Inline::Code(text) => 1 + text.len(),
        Inline::Strong(inside) | Inline::Emphasis(inside) => 1 + inlines(inside),
        Inline::Link { text, url } => 1 + inlines(text) + url.len(),
    };
    all.iter().map(size).sum()
}

/// Nodes of a text, and bytes of the texts in them.
fn nodes(blocks: &[Block]) -> usize {
    let size = |block: &Block| match block {
        Block::Heading { inlines: inside, .. } | Block::Paragraph(inside) => 1 + inlines(inside),
        Block::List { items, .. } => 1 + items.iter().map(|item| 1 + nodes(item)).sum::<usize>(),
    };
    blocks.iter().map(size).sum()
}

/// Findings of the lint, and bytes of what they repeat.
fn findings(text: &str) -> usize {
    let draft = format!(
        "format = 1\nid = \"forum.example/a\"\nstatus = \"final\"\n[what_happened]\nen = '''\n{text}'''\n"
    );
    let found = lint(draft.as_bytes(), &Surroundings::default()).unwrap();
    found.iter().map(|finding| 1 + finding.field.len() + finding.about.as_ref().map_or(0, String::len)).sum()
}

/// Twice the text may make twice as much, and something for what both begin with.
fn proportionate(half: usize, whole: usize) -> bool {
    whole <= half * 2 + half / 4 + 400
}

#[test]
fn what_is_read_of_a_costly_text_grows_with_the_text() {
    for pattern in PATTERNS {
        let (half, whole) = (repeated(pattern, LONGER / 2), repeated(pattern, LONGER));
        for (what, half, whole) in [
            ("events", events(&half), events(&whole)),
            ("nodes", nodes(&parse(&half)), nodes(&parse(&whole))),
            ("findings", findings(&half), findings(&whole)),
        ] {
            assert!(proportionate(half, whole), "{pattern:?}: {half} {what}, then {whole}");
        }
    }
}
