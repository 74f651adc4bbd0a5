//! `selfcheck passphrase`.

use password::passphrase::{self, Language, PassphraseError};
use schemars::JsonSchema;
use serde::Serialize;
use texts::Texts;

use crate::args::PassphraseOptions;
use crate::terminal::{Failure, say, say_json, tell, texts};
use crate::wording::number;

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
        let texts = texts();
        Failure::CouldNotCheck(texts.pw_passphrase_failed(&problem(texts, &error)))
    })?;
    say(&format!("   {}", made.expose()))
}

pub(crate) fn run(options: &PassphraseOptions, json: bool) -> Result<u8, Failure> {
    let texts = texts();
    let language = Language::from_code(&options.language)
        .ok_or_else(|| Failure::WrongUse(texts.pw_passphrase_language()))?;
    let made = passphrase::make(options.words, language, &mut rand::rng())
        .map_err(|error| Failure::WrongUse(texts.pw_passphrase_other_number(&problem(texts, &error))))?;
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
        tell(&texts.pw_passphrase_made(number(made.words()), &decimal(texts, entropy_bits)));
    }
    Ok(0)
}

fn problem(texts: &Texts, error: &PassphraseError) -> String {
    texts.pw_passphrase_number(&error.words.to_string(), number(error.min), number(error.max))
}

/// A number of one decimal or none, as the language writes it.
fn decimal(texts: &Texts, number: f64) -> String {
    let plain = number.to_string();
    match plain.split_once('.') {
        Some((whole, part)) => texts.prog_decimal(whole, part),
        None => plain,
    }
}
