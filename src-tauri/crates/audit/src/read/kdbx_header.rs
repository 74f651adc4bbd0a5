//! The outer header of a KeePass database: what opening it would cost, and whether its fields have their lengths.
//!
//! Both formats are lists of type, length and value: format 3 with lengths of two bytes and a fixed way to the
//! key, format 4 with lengths of four and a dictionary of the key's parameters.

use super::{Cost, Limits, ReadError, Source};

const DAMAGED: ReadError = ReadError::Damaged { format: Source::Kdbx };
const VERSION: ReadError = ReadError::Version { format: Source::Kdbx };

/// What every KeePass database begins with.
pub(super) const MAGIC: &[u8] = &[0x03, 0xd9, 0xa2, 0x9a];
/// … and after that, if it is one of format 3 or 4.
const SECOND: [u8; 4] = [0x67, 0xfb, 0x4b, 0xb5];

/// Looks at the header of a database.
pub(super) fn check(file: &[u8], limits: Limits) -> Result<(), ReadError> {
    let mut bytes = Bytes(file);
    bytes.take(4)?;
    if bytes.take(4)? != SECOND {
        return Err(VERSION);
    }
    bytes.take(2)?;
    let wide = match bytes.number(2)? {
        3 => false,
        4 => true,
        _ => return Err(VERSION),
    };
    loop {
        let field = bytes.number(1)?;
        let length = bytes.number(if wide { 4 } else { 2 })?;
        let mut value = Bytes(bytes.take(usize::try_from(length).map_err(|_| DAMAGED)?)?);
        match (wide, field) {
            (_, 0) => return Ok(()),
            (_, 3) | (false, 10) => {
                value.number(4)?;
            }
            (false, 6) => rounds(value.number(8)?, limits)?,
            (true, 11) => key_parameters(value, limits)?,
            (true, 12) => dictionary(value, |_, _| {})?,
            _ => {}
        }
    }
}

fn rounds(rounds: u64, limits: Limits) -> Result<(), ReadError> {
    if rounds > limits.kdf_rounds { Err(ReadError::TooCostly { what: Cost::Time }) } else { Ok(()) }
}

/// How the key is made.
fn key_parameters(bytes: Bytes<'_>, limits: Limits) -> Result<(), ReadError> {
    let (mut memory, mut passes, mut lanes, mut aes_rounds) = (0, 0, 1, 0);
    dictionary(bytes, |name, value| match name {
        b"M" => memory = value,
        b"I" => passes = value,
        b"P" => lanes = value,
        b"R" => aes_rounds = value,
        _ => {}
    })?;
    rounds(aes_rounds, limits)?;
    limits.allow_argon2(memory / 1024, passes, u32::try_from(lanes).unwrap_or(u32::MAX))
}

/// Walks a dictionary: each value has the length of its type. Hands over the numbers in it.
fn dictionary<'b>(mut bytes: Bytes<'b>, mut number: impl FnMut(&'b [u8], u64)) -> Result<(), ReadError> {
    bytes.take(2)?;
    loop {
        let sort = bytes.number(1)?;
        if sort == 0 {
            return Ok(());
        }
        let name = bytes.counted()?;
        let value = bytes.counted()?;
        let expected = match sort {
            0x04 | 0x0c => Some(4),
            0x05 | 0x0d => Some(8),
            0x08 => Some(1),
            0x18 | 0x42 => None,
            _ => return Err(DAMAGED),
        };
        if let Some(expected) = expected {
            if value.len() != expected {
                return Err(DAMAGED);
            }
            number(name, Bytes(value).number(expected)?);
        }
    }
}

/// Bytes that are taken from the front.
struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn take(&mut self, count: usize) -> Result<&'b [u8], ReadError> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(DAMAGED)?;
        self.0 = rest;
        Ok(taken)
    }

    /// A number of at most eight bytes, the lowest first.
    fn number(&mut self, bytes: usize) -> Result<u64, ReadError> {
        Ok(self.take(bytes)?.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
    }

    fn counted(&mut self) -> Result<&'b [u8], ReadError> {
        let length = usize::try_from(self.number(4)?).map_err(|_| DAMAGED)?;
        self.take(length)
    }
}
