//! The written form of what is remembered.

use std::io;

use jiff::Timestamp;
use notice::Card;
use notice::verify::{Asked, Memory, Seen, SeenKey};
use serde::{Deserialize, Serialize};

/// The newest form that is understood.
const FORMAT: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Whole {
    format: u32,
    pins: Vec<PinLine>,
    cards: Vec<CardLine>,
    seen: Vec<SeenLine>,
    /// An older version wrote none.
    #[serde(default)]
    asked: Vec<AskedLine>,
}

#[derive(Serialize, Deserialize)]
struct PinLine {
    domain: String,
    root: String,
    since: String,
}

#[derive(Serialize, Deserialize)]
struct CardLine {
    root: String,
    card: String,
}

#[derive(Serialize, Deserialize)]
struct SeenLine {
    root: String,
    id: String,
    desk_key: String,
    revision: u32,
    body: String,
}

#[derive(Serialize, Deserialize)]
struct AskedLine {
    id: String,
    at: String,
    answered: bool,
}

pub(super) fn text(memory: &Memory) -> io::Result<Vec<u8>> {
    let whole = Whole {
        format: FORMAT,
        pins: memory
            .pins
            .iter()
            .map(|pin| PinLine {
                domain: pin.domain.clone(),
                root: pin.root.to_string(),
                since: pin.since.to_string(),
            })
            .collect(),
        cards: memory
            .accepted
            .iter()
            .map(|(root, card)| CardLine { root: root.to_string(), card: card.to_text() })
            .collect(),
        seen: memory
            .seen
            .iter()
            .map(|(key, seen)| SeenLine {
                root: key.root.to_string(),
                id: key.id.to_string(),
                desk_key: key.desk_key.to_string(),
                revision: seen.revision,
                body: seen.body.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat(),
            })
            .collect(),
        asked: memory
            .asked
            .iter()
            .map(|(id, asked)| AskedLine {
                id: id.to_string(),
                at: asked.at.to_string(),
                answered: asked.answered,
            })
            .collect(),
    };
    let mut text = serde_json::to_vec_pretty(&whole).map_err(io::Error::other)?;
    text.push(b'\n');
    Ok(text)
}

/// What a file is.
pub(super) enum Parsed {
    Memory(Box<Memory>),
    /// It says that it is of a newer form, whatever else is in it.
    TooNew {
        format: u64,
    },
    /// Anything else that is not wholly understood.
    Damaged,
}

pub(super) fn parse(bytes: &[u8]) -> Parsed {
    #[derive(Deserialize)]
    struct Format {
        format: u64,
    }
    match serde_json::from_slice::<Format>(bytes) {
        Ok(Format { format }) if format > u64::from(FORMAT) => return Parsed::TooNew { format },
        _ => {}
    }
    memory(bytes).map_or(Parsed::Damaged, |memory| Parsed::Memory(Box::new(memory)))
}

fn memory(bytes: &[u8]) -> Option<Memory> {
    let whole: Whole = serde_json::from_slice(bytes).ok()?;
    if whole.format != FORMAT {
        return None;
    }
    let mut memory = Memory::default();
    for pin in whole.pins {
        memory.pin(&pin.domain, pin.root.parse().ok()?, pin.since.parse::<Timestamp>().ok()?);
    }
    for line in whole.cards {
        memory.accepted.insert(line.root.parse().ok()?, Card::parse(&line.card).ok()?);
    }
    for line in whole.seen {
        let key = SeenKey {
            root: line.root.parse().ok()?,
            id: line.id.parse().ok()?,
            desk_key: line.desk_key.parse().ok()?,
        };
        memory.seen.insert(key, Seen { revision: line.revision, body: hash(&line.body)? });
    }
    for line in whole.asked {
        let asked = Asked { at: line.at.parse().ok()?, answered: line.answered };
        memory.asked.insert(line.id.parse().ok()?, asked);
    }
    Some(memory)
}

fn hash(text: &str) -> Option<[u8; 32]> {
    let digits: Vec<u32> = text.chars().map(|digit| digit.to_digit(16)).collect::<Option<_>>()?;
    let bytes: Vec<u8> = digits
        .chunks(2)
        .map(|pair| u8::try_from(pair.first()? * 16 + pair.get(1)?).ok())
        .collect::<Option<_>>()?;
    bytes.try_into().ok()
}
