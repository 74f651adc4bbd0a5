//! Bitwarden's JSON that its owner locked with a password.
//!
//! The format is public: a key of 32 bytes by PBKDF2-SHA-256 or Argon2id from the password and the salt (the text
//! of the salt itself, for Argon2id its SHA-256), stretched by HKDF to a key for AES-256-CBC and one for
//! HMAC-SHA-256; values are `2.IV|TEXT|CODE`, and the code covers IV and text.

use std::io::Read;

use aes::Aes256;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use password::Password;
use serde_json::value::RawValue;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::documents::Object;
use super::input::Input;
use super::{Cost, Limits, ReadError, Source};

const WRONG: ReadError = ReadError::WrongPassword { format: Source::Bitwarden };
const DAMAGED: ReadError = ReadError::Damaged { format: Source::Bitwarden };

struct Lock {
    salt: String,
    kdf_type: u32,
    kdf_iterations: u32,
    kdf_memory: Option<u32>,
    kdf_parallelism: Option<u32>,
    check: String,
    data: String,
}

impl Lock {
    /// From a document whose other fields may be of any type. A number may be written as a text.
    fn of(document: &RawValue) -> Result<Self, ReadError> {
        let fields = Object::of(document).ok_or(DAMAGED)?;
        let number = |key| fields.number(key).and_then(|number| u32::try_from(number).ok());
        let text = |key| Some(fields.text(key).to_string()).filter(|text| !text.is_empty());
        Ok(Self {
            salt: text("salt").ok_or(DAMAGED)?,
            kdf_type: number("kdfType").ok_or(DAMAGED)?,
            kdf_iterations: number("kdfIterations").ok_or(DAMAGED)?,
            kdf_memory: number("kdfMemory"),
            kdf_parallelism: number("kdfParallelism"),
            check: text("encKeyValidation_DO_NOT_EDIT").ok_or(DAMAGED)?,
            data: text("data").ok_or(DAMAGED)?,
        })
    }
}

/// Opens a locked export and gives the plain one that is in it.
pub(super) fn open<R: Read>(
    document: &RawValue,
    key: &Password,
    limits: Limits,
    input: &mut Input<'_, R>,
) -> Result<Zeroizing<Vec<u8>>, ReadError> {
    let lock = Lock::of(document)?;
    let password = Zeroizing::new(key.expose_for_unlocking().to_vec());
    let opened = input.unlock(move || {
        let key = Keys::new(&lock, &password, limits)?;
        key.decrypt(&lock.check, WRONG)?;
        key.decrypt(&lock.data, DAMAGED)
    })?;
    opened.ok_or(DAMAGED)?
}

struct Keys {
    text: Zeroizing<[u8; 32]>,
    code: Zeroizing<[u8; 32]>,
}

impl Keys {
    fn new(lock: &Lock, password: &[u8], limits: Limits) -> Result<Self, ReadError> {
        let mut key = Zeroizing::new([0; 32]);
        match lock.kdf_type {
            0 => {
                if u64::from(lock.kdf_iterations) > limits.pbkdf2_rounds {
                    return Err(ReadError::TooCostly { what: Cost::Time });
                }
                let rounds = lock.kdf_iterations.max(1);
                pbkdf2::pbkdf2_hmac::<Sha256>(password, lock.salt.as_bytes(), rounds, &mut *key);
            }
            1 => {
                let (memory, lanes) = (lock.kdf_memory.ok_or(DAMAGED)?, lock.kdf_parallelism.ok_or(DAMAGED)?);
                let memory_kib = u64::from(memory) << 10;
                limits.allow_argon2(memory_kib, lock.kdf_iterations.into(), lanes)?;
                let config = argon2::Config {
                    hash_length: 32,
                    lanes,
                    mem_cost: u32::try_from(memory_kib).map_err(|_| DAMAGED)?,
                    thread_mode: argon2::ThreadMode::Parallel,
                    time_cost: lock.kdf_iterations,
                    variant: argon2::Variant::Argon2id,
                    version: argon2::Version::Version13,
                    ad: &[],
                    secret: &[],
                };
                let salt = Sha256::digest(lock.salt.as_bytes());
                let made = argon2::hash_raw(password, &salt, &config).map_err(|_| DAMAGED)?;
                key.copy_from_slice(Zeroizing::new(made).get(..32).ok_or(DAMAGED)?);
            }
            _ => return Err(ReadError::Version { format: Source::Bitwarden }),
        }
        let stretched = Hkdf::<Sha256>::from_prk(&*key).map_err(|_| DAMAGED)?;
        let mut keys = Self { text: Zeroizing::new([0; 32]), code: Zeroizing::new([0; 32]) };
        stretched.expand(b"enc", &mut *keys.text).map_err(|_| DAMAGED)?;
        stretched.expand(b"mac", &mut *keys.code).map_err(|_| DAMAGED)?;
        Ok(keys)
    }

    /// Opens one value; `unlike` is what it means when the code does not fit.
    fn decrypt(&self, value: &str, unlike: ReadError) -> Result<Zeroizing<Vec<u8>>, ReadError> {
        let rest = value.strip_prefix("2.").ok_or(ReadError::Version { format: Source::Bitwarden })?;
        let mut parts = rest.split('|').map(|part| STANDARD.decode(part));
        let mut part = || parts.next().and_then(Result::ok).ok_or(DAMAGED);
        let (iv, mut text, code) = (part()?, Zeroizing::new(part()?), part()?);
        let mut mac = Hmac::<Sha256>::new_from_slice(&*self.code).map_err(|_| DAMAGED)?;
        mac.update(&iv);
        mac.update(&text);
        if mac.verify_slice(&code).is_err() {
            return Err(unlike);
        }
        let cipher = cbc::Decryptor::<Aes256>::new_from_slices(&*self.text, &iv).map_err(|_| DAMAGED)?;
        let length = cipher.decrypt_padded::<Pkcs7>(&mut text).map_err(|_| DAMAGED)?.len();
        text.truncate(length);
        Ok(text)
    }
}
