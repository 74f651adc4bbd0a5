//! Any text as a publisher card: what reads is written and read again as the same card.

use notice::Card;

pub(crate) fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(card) = Card::parse(text) {
        let again = Card::parse(&card.to_text());
        assert!(again.as_ref() == Ok(&card), "{card:?} came back as {again:?}");
    }
}
