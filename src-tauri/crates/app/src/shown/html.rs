//! Values in pages: hidden characters become marks, then what HTML needs is escaped. `askama.toml` names this for every
//! template, so that no template can go round it but by `safe`.

use std::fmt;

use askama::filters::{self, Escaper};

/// The escaper of every template.
#[derive(Debug, Clone, Copy, Default)]
pub struct Html;

impl Escaper for Html {
    fn write_escaped_str<W: fmt::Write>(&self, to: W, text: &str) -> fmt::Result {
        filters::Html.write_escaped_str(to, &super::text(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_in_a_page_is_escaped_and_hides_nothing() {
        let mut page = String::new();
        let value = "<b onclick='x'>\u{1b}[2J\u{202e}\u{200b}\u{9b}\u{2028}\0 & Zoë 👩\u{200d}👧\nnext";
        Html.write_escaped_str(&mut page, value).unwrap();
        assert_eq!(
            page,
            "&#60;b onclick=&#39;x&#39;&#62;‹U+001B›[2J‹U+202E›‹U+200B›‹U+009B›‹U+2028›‹U+0000› &#38; Zoë 👩\u{200d}👧\nnext"
        );
    }
}
