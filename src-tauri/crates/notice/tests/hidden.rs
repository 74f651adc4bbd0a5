//! Hidden characters and line breaks in every field of a body and a card, in every way of writing them.
#![allow(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

use notice::{Card, read};

/// Each field that a body has; `@` is where the hostile text goes. The second value tells whether it means one line.
const FIELDS: &[(&str, bool)] = &[
    ("affects = \"@\"", true),
    ("affects_in.de = \"@\"", true),
    ("previous = \"@\"", true),
    ("origin = \"@\"", true),
    ("language = \"@\"", true),
    ("never_asks = [\"a\", \"@\"]", true),
    ("never_asks_in.de = [\"a\", \"@\"]", true),
    ("kinds = [\"@\"]", true),
    ("countries = [\"@\"]", true),
    ("get_program = \"@\"", true),
    ("[apology]\nen = \"@\"", false),
    ("[[reported]]\nauthority = \"@\"", true),
    ("[[reported]]\nauthority = \"a\"\nreference = \"@\"", true),
    ("[[offer]]\nwhat.en = \"@\"", true),
    ("[[offer]]\nwhat.en = \"a\"\nhow.en = \"@\"", false),
    ("[[offer]]\nwhat.en = \"a\"\nurl = \"@\"", true),
    ("[[elsewhere]]\nurl = \"@\"", true),
    ("[dpo]\nname = \"@\"\nemail = \"@\"", true),
    ("[contact]\nphone = \"@\"", true),
    ("[contact]\nhours.en = \"@\"", true),
    ("[contact]\npost = \"@\"", true),
    ("unknown = \"@\"", false),
    ("[title]\nen = \"@\"", true),
    ("[title]\n\"@\" = \"a\"", true),
    ("[unknown]\na.b = [{ c = \"@\" }]", false),
    ("[what_happened]\nen = \"@\"", false),
    ("[what_we_do]\nen = \"@\"", false),
    ("[consequences]\nen = \"@\"", false),
    ("[not_exposed]\nxx = \"@\"", false),
    ("[not_known]\nde = \"@\"", false),
    ("[[exposed]]\nclass = \"@\"\ncertainty = \"possible\"", true),
    ("[[exposed]]\nclass = \"a\"\ncertainty = \"possible\"\nprotection = \"@\"", true),
    ("[[exposed]]\nclass = \"a\"\ncertainty = \"possible\"\nnote.en = \"@\"", false),
    ("[[question]]\nid = \"@\"", true),
    ("[[question]]\nid = \"a\"\ntext.en = \"@\"", true),
    ("[[question]]\nid = \"a\"\nwhy.en = \"@\"", false),
    ("[[question]]\nid = \"a\"\nsteps = [\"@\"]", true),
    ("[[step]]\nid = \"@\"", true),
    ("[[step]]\nid = \"a\"\nkind = \"@\"", true),
    ("[[step]]\nid = \"a\"\nurgency = \"@\"", true),
    ("[[step]]\nid = \"a\"\nlink = \"@\"", true),
    ("[[step]]\nid = \"a\"\nbecause = [\"@\"]", true),
    ("[[step]]\nid = \"a\"\ntitle.en = \"@\"", true),
    ("[[step]]\nid = \"a\"\nwhy.en = \"@\"", false),
    ("[[step]]\nid = \"a\"\ntext.en = \"@\"", false),
    ("[[step]]\nid = \"a\"\nwithdrawn.en = \"@\"", false),
    ("[[history]]\nrevision = 1\nsummary.en = \"@\"", true),
    ("[contact]\nname = \"@\"", true),
    ("[contact]\nurl = \"@\"", true),
    ("[contact]\nemail = \"@\"", true),
    ("[contact]\nelsewhere = \"@\"", true),
    ("[contact]\nelsewhere_in.de = \"@\"", true),
];

const HIDDEN: &[u32] = &[
    0x01, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x180E,
    0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2064, 0x2066, 0x2069,
    0x206A, 0x206F, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFB, 0x1D173, 0xE0001, 0xE0041,
    0xE007F, 0xE0100,
];

fn body(field: &str, text: &str) -> String {
    format!(
        "format = 1\nid = \"forum.example/a\"\nrevision = 1\nstatus = \"final\"\n{}\n",
        field.replace('@', text)
    )
}

fn spellings(code: u32) -> Vec<String> {
    let mut all = vec![
        format!("\\u{code:04X}"),
        format!("\\U{code:08x}"),
        format!("&#{code};"),
        format!("&#x{code:X};"),
        format!("&#X000{code:x};"),
    ];
    if code > 0xFFFF {
        all.remove(0);
    }
    let raw = char::from_u32(code).unwrap();
    // TOML itself refuses raw controls.
    if !raw.is_control() || code > 0x7F {
        all.push(raw.to_string());
    }
    all
}

#[test]
fn hidden_character_in_any_field_and_any_spelling_is_refused_with_its_place() {
    for (field, _) in FIELDS {
        for code in HIDDEN {
            for spelling in spellings(*code) {
                let text = body(field, &format!("pass{spelling}word"));
                let error = read(text.as_bytes()).unwrap_err();
                assert_eq!(error.code(), "bidi_control", "U+{code:04X} as {spelling:?} in {field}");
                let (line, column) = error.place().unwrap();
                let at = text.lines().nth(line as usize - 1).unwrap();
                let at: String = at.chars().skip(column as usize - 1).collect();
                assert!(at.starts_with(&spelling), "U+{code:04X} as {spelling:?} in {field}: {at}");
            }
        }
    }
}

#[test]
fn named_entity_of_a_hidden_character_is_refused() {
    for name in [
        "rlm",
        "lrm",
        "shy",
        "zwj",
        "zwnj",
        "ZeroWidthSpace",
        "NegativeThinSpace",
        "NoBreak",
        "af",
        "it",
        "ic",
    ] {
        let text = body("[what_happened]\nen = \"@\"", &format!("a&{name};b"));
        assert_eq!(read(text.as_bytes()).unwrap_err().code(), "bidi_control", "{name}");
    }
}

#[test]
fn line_break_is_refused_where_one_line_is_meant_and_kept_elsewhere() {
    for (field, one_line) in FIELDS {
        for spelling in ["\\n", "\\r\\n", "\\t", "\\u000A", "&#10;", "&#xA;", "&NewLine;", "&Tab;"] {
            let read = read(body(field, &format!("a{spelling}Verified: b")).as_bytes());
            match read {
                Err(error) => assert!(*one_line && error.code() == "wrong_type", "{field}: {error}"),
                Ok(_) => assert!(!one_line, "{spelling} in {field}"),
            }
        }
    }
}

#[test]
fn text_that_needs_joiners_and_selectors_is_read() {
    for text in [
        "می\u{200C}خواهم",
        "क्\u{200D}ष",
        "क\u{94D}\u{200C}ष",
        "ശ്രീ, ന്\u{200D}",
        "שלום עולם",
        "مرحبا بكم",
        "👨\u{200D}👩\u{200D}👧",
        "❤\u{FE0F}\u{200D}🔥",
        "👩🏽\u{200D}💻",
        "🏳\u{FE0F}\u{200D}🌈",
        "1\u{FE0F}\u{20E3} ⚠\u{FE0F} ✔\u{FE0E} ℹ\u{FE0F} ©\u{FE0F}",
        "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
        "葛\u{E0100}飾",
        "AT&T &amp; R&D; &eacute; &#8364; &copy",
        "e\u{301} Ⅷ ﬁ",
    ] {
        for (field, _) in FIELDS {
            // A key of a table is a text as well, but not one of these.
            let text = body(field, text);
            assert!(read(text.as_bytes()).is_ok(), "{text}: {:?}", read(text.as_bytes()));
        }
    }
}

#[test]
fn card_with_a_hidden_character_or_a_line_break_is_refused() {
    let key = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
    let card = |name: &str, unknown: &str| {
        format!(
            "format = 1\nserial = 1\nname = \"{name}\"\ndomains = [\"forum.example\"]\ndesk_keys = [\"{key}\"]\n\
             roots = [\"{key}\"]\nissued = 2026-03-01T00:00:00Z\nexpires = 2026-05-30T00:00:00Z\nunknown = \"{unknown}\"\n"
        )
    };
    assert!(Card::parse(&card("Forum", "a")).is_ok());
    for code in HIDDEN {
        for spelling in spellings(*code) {
            for text in [card(&format!("a{spelling}b"), "a"), card("a", &format!("a{spelling}b"))] {
                assert_eq!(Card::parse(&text).unwrap_err().code(), "bidi_control", "{spelling:?}");
            }
        }
    }
    assert_eq!(Card::parse(&card("Bank\\nVerified: b", "a")).unwrap_err().code(), "wrong_type");
}
