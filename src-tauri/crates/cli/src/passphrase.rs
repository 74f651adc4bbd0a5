//! `selfcheck passphrase`.

use password::passphrase::{self, Language};
use schemars::JsonSchema;
use serde::Serialize;

use crate::args::PassphraseOptions;
use crate::terminal::{Failure, say, say_json, tell};

#[derive(Serialize, JsonSchema)]
pub(crate) struct Json<'a> {
    passphrase: &'a str,
    words: usize,
    entropy_bits: f64,
    language: &'a str,
}

/// One of six English words, as it is made where nothing else is asked for.
pub(crate) fn make_here() -> Result<(), Failure> {
    let made = passphrase::make(6, Language::En, &mut rand::rng()).map_err(|error| {
        Failure::CouldNotCheck(format!("no passphrase could be made: {error}. Try again."))
    })?;
    say(&format!("   {}", made.expose()))
}

pub(crate) fn run(options: &PassphraseOptions, json: bool) -> Result<u8, Failure> {
    let language = Language::from_code(&options.language).ok_or_else(|| {
        Failure::WrongUse(
            "there are words for en, de, es and fr. Use one of these after --language.".to_owned(),
        )
    })?;
    let made = passphrase::make(options.words, language, &mut rand::rng())
        .map_err(|e| Failure::WrongUse(format!("{e}. Choose another number after --words.")))?;
    // One decimal is all that "how many bits" means to anybody.
    let entropy_bits = (made.entropy_bits() * 10.0).round() / 10.0;
    if json {
        say_json(&Json {
            passphrase: made.expose(),
            words: made.words(),
            entropy_bits,
            language: language.code(),
        })?;
    } else {
        say(made.expose())?;
        tell(&format!("{} random words, {entropy_bits} bits.", made.words()));
    }
    Ok(0)
}
