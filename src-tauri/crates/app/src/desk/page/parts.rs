//! Texts of a notice as elements: paragraphs, lists, headings that skip no level, and links that are live or not.

use askama::Template;
use notice::text::{self, Block, Inline};

pub(super) enum Piece {
    Text(String),
    Code(String),
    Strong(Inlines),
    Emphasis(Inlines),
    Live { text: String, url: String, host: String },
    Dead { text: String, url: String },
}

#[derive(Template)]
#[template(path = "notice/inlines.html")]
pub(super) struct Inlines {
    pieces: Vec<Piece>,
}

pub(super) enum Part {
    Heading {
        level: u8,
        inlines: Inlines,
    },
    Paragraph(Inlines),
    /// The only paragraph of a list item.
    Bare(Inlines),
    List {
        ordered: bool,
        items: Vec<Blocks>,
    },
}

#[derive(Template)]
#[template(path = "notice/blocks.html")]
pub(super) struct Blocks {
    pub(super) parts: Vec<Part>,
}

/// Nodes with headings that begin at `top` and skip no level.
pub(super) fn parts(blocks: &[Block], top: u8, live: &impl Fn(&str) -> Option<String>) -> Vec<Part> {
    let highest = blocks.iter().filter_map(|block| match block {
        Block::Heading { level, .. } => Some(*level),
        _ => None,
    });
    let highest = highest.min().unwrap_or(1);
    let mut before = top - 1;
    let mut parts = Vec::new();
    for block in blocks {
        parts.push(match block {
            Block::Heading { level, inlines } => {
                before = (top + (level - highest)).min(before + 1).min(6);
                Part::Heading { level: before, inlines: pieces(inlines, live) }
            }
            Block::Paragraph(inlines) => Part::Paragraph(pieces(inlines, live)),
            Block::List { ordered, items } => {
                let below = (before + 1).min(6);
                let item = |item: &Vec<Block>| match item.as_slice() {
                    [Block::Paragraph(inlines)] => Blocks { parts: vec![Part::Bare(pieces(inlines, live))] },
                    several => Blocks { parts: parts_of_item(several, below, live) },
                };
                Part::List { ordered: *ordered, items: items.iter().map(item).collect() }
            }
        });
    }
    parts
}

fn parts_of_item(blocks: &[Block], top: u8, live: &impl Fn(&str) -> Option<String>) -> Vec<Part> {
    parts(blocks, top, live)
}

fn pieces(inlines: &[Inline], live: &impl Fn(&str) -> Option<String>) -> Inlines {
    let piece = |inline: &Inline| match inline {
        Inline::Text(words) => Piece::Text(words.clone()),
        Inline::Code(words) => Piece::Code(words.clone()),
        Inline::Strong(inner) => Piece::Strong(pieces(inner, live)),
        Inline::Emphasis(inner) => Piece::Emphasis(pieces(inner, live)),
        Inline::Link { text, url } => {
            let shown = text::plain(&[Block::Paragraph(text.clone())]);
            match live(url) {
                Some(host) => Piece::Live { text: shown, url: url.clone(), host },
                None => Piece::Dead { text: shown, url: url.clone() },
            }
        }
    };
    Inlines { pieces: inlines.iter().map(piece).collect() }
}
