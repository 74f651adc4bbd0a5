//! The outer header of a KeePass database: how it is encrypted, and what opening it would cost.
//!
//! Both formats are lists of type, length and value: format 3 with lengths of two bytes and a fixed way to the
//! key, format 4 with lengths of four and a dictionary of the key's parameters. A field of an unknown type is passed
//! over, as KeePass does.

use super::{Cost, Limits, ReadError, Source};

pub(super) const DAMAGED: ReadError = ReadError::Damaged { format: Source::Kdbx };
pub(super) const VERSION: ReadError = ReadError::Version { format: Source::Kdbx };

/// What every KeePass database begins with.
pub(super) const MAGIC: &[u8] = &[0x03, 0xd9, 0xa2, 0x9a];
/// … and after that, if it is one of format 3 or 4.
const SECOND: [u8; 4] = [0x67, 0xfb, 0x4b, 0xb5];

const AES256: [u8; 16] = 0x31c1_f2e6_bf71_4350_be58_0521_6afc_5aff_u128.to_be_bytes();
const TWOFISH: [u8; 16] = 0xad68_f29f_576f_4bb9_a36a_d47a_f965_346c_u128.to_be_bytes();
const CHACHA20: [u8; 16] = 0xd603_8a2b_8b6f_4cb5_a524_339a_31db_b59a_u128.to_be_bytes();
const KDF_AES: [u8; 16] = 0xc9d9_f39a_628a_4460_bf74_0d08_c18a_4fea_u128.to_be_bytes();
const KDF_AES_4: [u8; 16] = 0x7c02_bb82_79a7_4ac0_927d_114a_0064_8238_u128.to_be_bytes();
const KDF_ARGON2D: [u8; 16] = 0xef63_6ddf_8c29_444b_91f7_a9a4_03e3_0a0c_u128.to_be_bytes();
const KDF_ARGON2ID: [u8; 16] = 0x9e29_8b19_56db_4773_b23d_fc3e_c6f0_a1e6_u128.to_be_bytes();

/// How the contents are encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cipher {
    Aes256,
    Twofish,
    ChaCha20,
}

/// How the key is made from the password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kdf {
    Aes { seed: Vec<u8>, rounds: u64 },
    Argon2 { id: bool, version: u32, memory_kib: u64, passes: u64, lanes: u32, salt: Vec<u8> },
}

/// What only format 3 has in its outer header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Three {
    /// What the decrypted contents begin with.
    pub(super) start: Vec<u8>,
    /// Which stream protects single values, and its key.
    pub(super) stream: u32,
    pub(super) stream_key: Vec<u8>,
}

/// The header of a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    /// How many bytes it has.
    pub(super) length: usize,
    pub(super) cipher: Cipher,
    pub(super) gzip: bool,
    pub(super) seed: Vec<u8>,
    pub(super) iv: Vec<u8>,
    pub(super) kdf: Kdf,
    /// `None` in format 4.
    pub(super) three: Option<Three>,
}

/// Reads the header of a database. One that would take too much to open is an error.
pub(super) fn read(file: &[u8], limits: Limits) -> Result<Header, ReadError> {
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
    let (mut cipher, mut gzip, mut seed, mut iv) = (None, None, None, None);
    let (mut aes_seed, mut aes_rounds, mut kdf) = (None, None, None);
    let (mut start, mut stream, mut stream_key) = (None, None, None);
    loop {
        let field = bytes.number(1)?;
        let length = bytes.number(if wide { 4 } else { 2 })?;
        let value = bytes.take(usize::try_from(length).map_err(|_| DAMAGED)?)?;
        match (wide, field) {
            (_, 0) => break,
            (_, 2) => cipher = Some(cipher_of(value)?),
            (_, 3) => {
                gzip = Some(match Bytes(value).number(4)? {
                    0 => false,
                    1 => true,
                    _ => return Err(VERSION),
                });
            }
            (_, 4) => seed = Some(value.to_vec()),
            (false, 5) => aes_seed = Some(value.to_vec()),
            (false, 6) => aes_rounds = Some(allowed(Bytes(value).number(8)?, limits)?),
            (_, 7) => iv = Some(value.to_vec()),
            (false, 8) => stream_key = Some(value.to_vec()),
            (false, 9) => start = Some(value.to_vec()),
            (false, 10) => stream = Some(u32::try_from(Bytes(value).number(4)?).map_err(|_| DAMAGED)?),
            (true, 11) => kdf = Some(key_parameters(Bytes(value), limits)?),
            (true, 12) => dictionary(Bytes(value), |_, _| {})?,
            _ => {}
        }
    }
    let (kdf, three) = if wide {
        (kdf, None)
    } else {
        let three = match (start, stream, stream_key) {
            (Some(start), Some(stream), Some(stream_key)) => Three { start, stream, stream_key },
            _ => return Err(DAMAGED),
        };
        (aes_seed.zip(aes_rounds).map(|(seed, rounds)| Kdf::Aes { seed, rounds }), Some(three))
    };
    Ok(Header {
        length: file.len() - bytes.0.len(),
        cipher: cipher.ok_or(DAMAGED)?,
        gzip: gzip.ok_or(DAMAGED)?,
        seed: seed.ok_or(DAMAGED)?,
        iv: iv.ok_or(DAMAGED)?,
        kdf: kdf.ok_or(DAMAGED)?,
        three,
    })
}

fn cipher_of(id: &[u8]) -> Result<Cipher, ReadError> {
    match id {
        id if id == AES256 => Ok(Cipher::Aes256),
        id if id == TWOFISH => Ok(Cipher::Twofish),
        id if id == CHACHA20 => Ok(Cipher::ChaCha20),
        id if id.len() == 16 => Err(VERSION),
        _ => Err(DAMAGED),
    }
}

fn allowed(rounds: u64, limits: Limits) -> Result<u64, ReadError> {
    if rounds > limits.kdf_rounds { Err(ReadError::TooCostly { what: Cost::Time }) } else { Ok(rounds) }
}

/// How the key is made.
fn key_parameters(bytes: Bytes<'_>, limits: Limits) -> Result<Kdf, ReadError> {
    let (mut memory, mut passes, mut lanes, mut version, mut rounds) = (0, 0, 1, 0x13, 0);
    let (mut kind, mut salt) = (Vec::new(), Vec::new());
    dictionary(bytes, |name, value| match (name, value) {
        (b"M", Value::Number(value)) => memory = value,
        (b"I", Value::Number(value)) => passes = value,
        (b"P", Value::Number(value)) => lanes = value,
        (b"V", Value::Number(value)) => version = value,
        (b"R", Value::Number(value)) => rounds = value,
        (b"$UUID", Value::Bytes(value)) => kind = value.to_vec(),
        (b"S", Value::Bytes(value)) => salt = value.to_vec(),
        _ => {}
    })?;
    let lanes = u32::try_from(lanes).unwrap_or(u32::MAX);
    allowed(rounds, limits)?;
    limits.allow_argon2(memory / 1024, passes, lanes)?;
    let version = u32::try_from(version).map_err(|_| VERSION)?;
    let argon2 = |id, salt| Kdf::Argon2 { id, version, memory_kib: memory / 1024, passes, lanes, salt };
    match kind {
        kind if kind == KDF_AES || kind == KDF_AES_4 => Ok(Kdf::Aes { seed: salt, rounds }),
        kind if kind == KDF_ARGON2D => Ok(argon2(false, salt)),
        kind if kind == KDF_ARGON2ID => Ok(argon2(true, salt)),
        kind if kind.len() == 16 => Err(VERSION),
        _ => Err(DAMAGED),
    }
}

enum Value<'b> {
    Number(u64),
    Bytes(&'b [u8]),
}

/// Walks a dictionary: each value has the length of its type.
fn dictionary<'b>(mut bytes: Bytes<'b>, mut found: impl FnMut(&'b [u8], Value<'b>)) -> Result<(), ReadError> {
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
        match expected {
            Some(expected) if value.len() != expected => return Err(DAMAGED),
            Some(expected) => found(name, Value::Number(Bytes(value).number(expected)?)),
            None => found(name, Value::Bytes(value)),
        }
    }
}

/// Bytes that are taken from the front.
pub(super) struct Bytes<'b>(pub(super) &'b [u8]);

impl<'b> Bytes<'b> {
    pub(super) fn take(&mut self, count: usize) -> Result<&'b [u8], ReadError> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(DAMAGED)?;
        self.0 = rest;
        Ok(taken)
    }

    /// A number of at most eight bytes, the lowest first.
    pub(super) fn number(&mut self, bytes: usize) -> Result<u64, ReadError> {
        Ok(self.take(bytes)?.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
    }

    pub(super) fn counted(&mut self) -> Result<&'b [u8], ReadError> {
        let length = usize::try_from(self.number(4)?).map_err(|_| DAMAGED)?;
        self.take(length)
    }
}
