//! The Markdown subset of a notice as nodes: paragraphs, headings, lists, emphasis, code, links.
//!
//! No HTML, no images, nothing that loads: whatever else Markdown knows comes out as its text.

use pulldown_cmark::{Event, Options, Parser, Tag};

/// Deeper nesting than any reader can follow is flattened.
const MAX_DEPTH: usize = 6;

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its text.
        inlines: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain.
    Text(String),
    /// Strong.
    Strong(Vec<Inline>),
    /// Emphasised.
    Emphasis(Vec<Inline>),
    /// Code.
    Code(String),
    /// A link; whether it may be opened is not decided here.
    Link {
        /// What is shown.
        text: Vec<Inline>,
        /// Where it leads.
        url: String,
    },
}

/// An open node of the tree being built.
enum Open {
    Root(Vec<Block>),
    Heading(u8, Vec<Inline>),
    Paragraph(Vec<Inline>),
    List(bool, Vec<Vec<Block>>),
    Item(Vec<Block>, Vec<Inline>),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Link(String, Vec<Inline>),
    /// Known to Markdown, not to us: its text goes where it stands.
    Through,
}

/// Reads a text of a notice.
#[must_use]
pub fn parse(text: &str) -> Vec<Block> {
    let mut stack = vec![Open::Root(Vec::new())];
    for event in Parser::new_ext(text, Options::empty()) {
        match event {
            Event::Start(tag) => {
                let deep = stack.len() > MAX_DEPTH * 2;
                stack.push(open(tag, deep));
            }
            Event::End(_) => close(&mut stack),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                put(&mut stack, Inline::Text(text.into_string()));
            }
            Event::Code(text) => put(&mut stack, Inline::Code(text.into_string())),
            Event::SoftBreak | Event::HardBreak => put(&mut stack, Inline::Text(" ".to_owned())),
            _ => {}
        }
    }
    while stack.len() > 1 {
        close(&mut stack);
    }
    match stack.pop() {
        Some(Open::Root(blocks)) => blocks,
        _ => Vec::new(),
    }
}

fn open(tag: Tag<'_>, deep: bool) -> Open {
    match tag {
        _ if deep => Open::Through,
        Tag::Heading { level, .. } => Open::Heading(level as u8, Vec::new()),
        Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock => Open::Paragraph(Vec::new()),
        Tag::List(start) => Open::List(start.is_some(), Vec::new()),
        Tag::Item => Open::Item(Vec::new(), Vec::new()),
        Tag::Strong => Open::Strong(Vec::new()),
        Tag::Emphasis => Open::Emphasis(Vec::new()),
        Tag::Link { dest_url, .. } => Open::Link(dest_url.into_string(), Vec::new()),
        _ => Open::Through,
    }
}

fn close(stack: &mut Vec<Open>) {
    match stack.pop() {
        Some(Open::Heading(level, inlines)) => put_block(stack, Block::Heading { level, inlines }),
        Some(Open::Paragraph(inlines)) => put_block(stack, Block::Paragraph(inlines)),
        Some(Open::List(ordered, items)) => put_block(stack, Block::List { ordered, items }),
        Some(Open::Item(mut blocks, inlines)) => {
            if !inlines.is_empty() {
                blocks.push(Block::Paragraph(inlines));
            }
            if let Some(Open::List(_, items)) = stack.last_mut() {
                items.push(blocks);
            }
        }
        Some(Open::Strong(inlines)) => put(stack, Inline::Strong(inlines)),
        Some(Open::Emphasis(inlines)) => put(stack, Inline::Emphasis(inlines)),
        Some(Open::Link(url, text)) => put(stack, Inline::Link { text, url }),
        Some(root @ Open::Root(_)) => stack.push(root),
        Some(Open::Through) | None => {}
    }
}

fn put(stack: &mut [Open], inline: Inline) {
    for open in stack.iter_mut().rev() {
        let inlines = match open {
            Open::Heading(_, inlines)
            | Open::Paragraph(inlines)
            | Open::Item(_, inlines)
            | Open::Strong(inlines)
            | Open::Emphasis(inlines)
            | Open::Link(_, inlines) => inlines,
            Open::Root(blocks) => {
                blocks.push(Block::Paragraph(vec![inline]));
                return;
            }
            Open::List(..) | Open::Through => continue,
        };
        match (inlines.last_mut(), inline) {
            (Some(Inline::Text(before)), Inline::Text(more)) => before.push_str(&more),
            (_, inline) => inlines.push(inline),
        }
        return;
    }
}

fn put_block(stack: &mut [Open], block: Block) {
    for open in stack.iter_mut().rev() {
        match open {
            Open::Root(blocks) => {
                blocks.push(block);
                return;
            }
            Open::Item(blocks, inlines) => {
                if !inlines.is_empty() {
                    blocks.push(Block::Paragraph(std::mem::take(inlines)));
                }
                blocks.push(block);
                return;
            }
            _ => {}
        }
    }
}

/// The text alone: a line for each paragraph and item, links as `text (address)`.
#[must_use]
pub fn plain(blocks: &[Block]) -> String {
    plain_with(blocks, &mut address)
}

/// What stands in brackets after the words of a link.
type Beside<'a> = dyn FnMut(&str, &str) -> String + 'a;

fn address(_words: &str, url: &str) -> String {
    url.to_owned()
}

fn plain_with(blocks: &[Block], beside: &mut Beside<'_>) -> String {
    let mut lines = Vec::new();
    gather(blocks, "", &mut lines, beside);
    lines.join("\n")
}

/// The text of inlines alone, links as `text (address)`.
#[must_use]
pub fn words(inlines: &[Inline]) -> String {
    inline_text(inlines, &mut address)
}

/// Every link of a text: its words and its address.
#[must_use]
pub fn links(blocks: &[Block]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    plain_with(blocks, &mut |words, url| {
        found.push((words.to_owned(), url.to_owned()));
        String::new()
    });
    found
}

fn gather(blocks: &[Block], mark: &str, lines: &mut Vec<String>, beside: &mut Beside<'_>) {
    for block in blocks {
        match block {
            Block::Heading { inlines, .. } | Block::Paragraph(inlines) => {
                let text = inline_text(inlines, beside);
                if !text.is_empty() {
                    lines.push(format!("{mark}{text}"));
                }
            }
            Block::List { ordered, items } => {
                for (item, number) in items.iter().zip(1_u32..) {
                    let mark = if *ordered { format!("{number}. ") } else { "- ".to_owned() };
                    gather(item, &mark, lines, beside);
                }
            }
        }
    }
}

fn inline_text(inlines: &[Inline], beside: &mut Beside<'_>) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Strong(inner) | Inline::Emphasis(inner) => text.push_str(&inline_text(inner, beside)),
            Inline::Link { text: shown, url } => {
                let shown = inline_text(shown, beside);
                let real = beside(&shown, url);
                text.push_str(&shown);
                if shown != real {
                    text.push_str(" (");
                    text.push_str(&real);
                    text.push(')');
                }
            }
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// More than this many things at once is too much for one step.
const MOST: usize = 6;

/// What a step asks to do, 1 to 6 of them: its list items, else each paragraph. Plain text.
#[must_use]
pub fn actions(text: &str) -> Vec<String> {
    actions_with(text, &mut address)
}

/// The same, with `beside` saying what stands in brackets after the words of a link, from these and its address.
#[must_use]
pub fn actions_with(text: &str, beside: &mut Beside<'_>) -> Vec<String> {
    let blocks = parse(text);
    let items: Vec<String> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::List { items, .. } => Some(items),
            _ => None,
        })
        .flatten()
        .map(|item| plain_with(item, beside).replace('\n', " "))
        .collect();
    let mut actions = items;
    if actions.is_empty() {
        actions = blocks.iter().map(|block| plain_with(std::slice::from_ref(block), beside)).collect();
    }
    actions.retain(|action| !action.is_empty());
    actions.truncate(MOST);
    actions
}

/// How many paragraphs, headings and list items of a step's text are none of its actions.
#[must_use]
pub fn beside_actions(text: &str) -> usize {
    let said = |blocks: &[Block]| usize::from(!plain(blocks).is_empty());
    let all: usize = parse(text)
        .iter()
        .map(|block| match block {
            Block::List { items, .. } => items.iter().map(|item| said(item)).sum(),
            single => said(std::slice::from_ref(single)),
        })
        .sum();
    all.saturating_sub(actions(text).len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn paragraphs_emphasis_lists_and_links_are_nodes() {
        let blocks = parse("## Now\nA **b** _c_ `d` [e](https://f.example).\n\n- one\n- two\n");
        assert!(matches!(blocks.first(), Some(Block::Heading { level: 2, .. })));
        assert_eq!(plain(&blocks), "Now\nA b c d e (https://f.example).\n- one\n- two");
    }

    #[test]
    fn html_and_images_come_out_as_text_and_load_nothing() {
        let blocks = parse("<script>alert(1)</script>\n\nlook ![cat](https://evil.example/c.png) <b>x</b>");
        let text = plain(&blocks);
        assert!(text.contains("<script>alert(1)</script>"));
        assert!(text.contains("look cat <b>x</b>"));
        assert!(!text.contains("evil.example"));
    }

    #[test]
    fn the_real_address_is_always_printed() {
        let text = plain(&parse("[https://bank.example](https://evil.example)"));
        assert_eq!(text, "https://bank.example (https://evil.example)");
    }

    #[test]
    fn links_are_found_at_any_depth_with_their_words() {
        let found = links(&parse("# [a](https://a.example)\n- **x [b *c*](https://b.example)**\n"));
        let expected = [("a", "https://a.example"), ("b c", "https://b.example")];
        assert_eq!(found, expected.map(|(words, url)| (words.to_owned(), url.to_owned())));
        let said = actions_with("- see [b](https://b.example/x)", &mut |_, _| "b.example".to_owned());
        assert_eq!(said, ["see b (b.example)"]);
    }

    #[test]
    fn actions_are_list_items_else_paragraphs_and_at_most_six() {
        assert_eq!(actions("Do this:\n\n1. first\n2. second"), ["first", "second"]);
        assert_eq!(actions("first\n\nsecond\nline"), ["first", "second line"]);
        assert_eq!(actions(&"- a\n".repeat(9)).len(), 6);
        assert!(actions("").is_empty());
    }

    proptest! {
        #[test]
        fn any_text_parses(text in "\\PC{0,200}") {
            let _ = plain(&parse(&text));
            prop_assert!(actions(&text).len() <= 6);
        }

        #[test]
        fn markup_of_any_depth_parses(depth in 0_usize..3_000) {
            let _ = plain(&parse(&"> - *".repeat(depth)));
            let _ = plain(&parse(&"[".repeat(depth)));
        }
    }
}
