//! Opens a KeePass database: from its password to the XML document inside.
//!
//! The format is public (keepass.info/help/kb/kdbx.html), and every step is a function of a crate for it: the key by
//! AES or Argon2, integrity by SHA-256 and HMAC, contents by AES-256, Twofish or `ChaCha20`, and single values by a
//! stream cipher whose key is inside. The `keepass` crate does the same, but keeps the key of that stream for its own
//! reader of the document, which refuses what other programs write.

use std::io::Read as _;

use aes::Aes256;
use aes::cipher::{BlockCipherEncrypt as _, KeyInit as _};
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt as _, KeyIvInit as _};
use chacha20::ChaCha20;
use chacha20::cipher::StreamCipher as _;
use flate2::read::GzDecoder;
use hmac::{Hmac, Mac as _};
use salsa20::Salsa20;
use sha2::{Digest as _, Sha256, Sha512};
use twofish::Twofish;
use zeroize::{Zeroize as _, Zeroizing};

use super::kdbx_header::{Bytes, Cipher, DAMAGED, Header, Kdf, VERSION};
use super::wiped::Wiped;
use super::{Limits, ReadError, Source};

const WRONG: ReadError = ReadError::WrongPassword { format: Source::Kdbx };

/// The stream that protects single values: each takes the next bytes of it.
pub(super) enum Stream {
    None,
    Salsa20(Box<Salsa20>),
    ChaCha20(Box<ChaCha20>),
}

impl Stream {
    fn new(sort: u64, key: &[u8]) -> Result<Self, ReadError> {
        match sort {
            0 => Ok(Self::None),
            2 => {
                const NONCE: [u8; 8] = [0xe8, 0x30, 0x09, 0x4b, 0x97, 0x20, 0x5d, 0x2a];
                let key = Zeroizing::new(<[u8; 32]>::from(Sha256::digest(key)));
                let stream = Salsa20::new_from_slices(&*key, &NONCE).map_err(|_| DAMAGED)?;
                Ok(Self::Salsa20(Box::new(stream)))
            }
            3 => {
                let both = Zeroizing::new(<[u8; 64]>::from(Sha512::digest(key)));
                let (key, nonce) = both.split_at(32);
                let nonce = nonce.get(..12).ok_or(DAMAGED)?;
                let stream = ChaCha20::new_from_slices(key, nonce).map_err(|_| DAMAGED)?;
                Ok(Self::ChaCha20(Box::new(stream)))
            }
            _ => Err(VERSION),
        }
    }

    /// Unprotects the next value.
    pub(super) fn apply(&mut self, value: &mut [u8]) -> Result<(), ReadError> {
        match self {
            Self::None => Ok(()),
            Self::Salsa20(stream) => stream.try_apply_keystream(value).map_err(|_| DAMAGED),
            Self::ChaCha20(stream) => stream.try_apply_keystream(value).map_err(|_| DAMAGED),
        }
    }
}

/// What is inside a database.
pub(super) struct Opened {
    bytes: Wiped,
    /// Where in it the document begins.
    document: usize,
    pub(super) stream: Stream,
}

impl Opened {
    /// The document, and what unprotects its values.
    pub(super) fn parts(&mut self) -> (&[u8], &mut Stream) {
        (self.bytes.get(self.document..).unwrap_or_default(), &mut self.stream)
    }
}

/// Opens a database with its password.
pub(super) fn open(
    file: &[u8],
    header: &Header,
    password: &[u8],
    limits: Limits,
) -> Result<Opened, ReadError> {
    let key = transformed(&header.kdf, password)?;
    let mut master = Sha256::new();
    master.update(&header.seed);
    master.update(key.as_slice());
    let master = Zeroizing::new(<[u8; 32]>::from(master.finalize()));
    let contents = match &header.three {
        Some(three) => {
            let encrypted = file.get(header.length..).ok_or(DAMAGED)?;
            // Format 3 tells a wrong password only by contents that make no sense.
            let plain = decrypted(header, &master, encrypted).map_err(|_| WRONG)?;
            let blocks = plain.strip_prefix(three.start.as_slice()).ok_or(WRONG)?;
            hashed_blocks(blocks)?
        }
        None => decrypted(header, &master, &signed_blocks(file, header, &key)?)?,
    };
    let bytes = if header.gzip { unpacked(&contents, limits)? } else { contents };
    if let Some(three) = &header.three {
        let stream = Stream::new(three.stream.into(), &three.stream_key)?;
        return Ok(Opened { bytes, document: 0, stream });
    }
    let (document, stream) = inner_header(&bytes)?;
    Ok(Opened { bytes, document, stream })
}

/// The key that is made slowly from the password.
fn transformed(kdf: &Kdf, password: &[u8]) -> Result<Zeroizing<[u8; 32]>, ReadError> {
    let password = Zeroizing::new(<[u8; 32]>::from(Sha256::digest(password)));
    let composite = Zeroizing::new(<[u8; 32]>::from(Sha256::digest(password.as_slice())));
    let mut key = Zeroizing::new([0; 32]);
    match kdf {
        Kdf::Aes { seed, rounds } => {
            let cipher = Aes256::new_from_slice(seed).map_err(|_| DAMAGED)?;
            let (one, other) = composite.split_at(16);
            let mut blocks = [
                aes::Block::try_from(one).map_err(|_| DAMAGED)?,
                aes::Block::try_from(other).map_err(|_| DAMAGED)?,
            ];
            for _ in 0..*rounds {
                cipher.encrypt_blocks(&mut blocks);
            }
            let mut digest = Sha256::new();
            for block in &blocks {
                digest.update(block);
            }
            key.copy_from_slice(&digest.finalize());
            for block in &mut blocks {
                block.zeroize();
            }
        }
        Kdf::Argon2 { id, version, memory_kib, passes, lanes, salt } => {
            let config = argon2::Config {
                hash_length: 32,
                lanes: *lanes,
                mem_cost: u32::try_from(*memory_kib).map_err(|_| DAMAGED)?,
                thread_mode: argon2::ThreadMode::Parallel,
                time_cost: u32::try_from(*passes).map_err(|_| DAMAGED)?,
                variant: if *id { argon2::Variant::Argon2id } else { argon2::Variant::Argon2d },
                version: match version {
                    0x10 => argon2::Version::Version10,
                    0x13 => argon2::Version::Version13,
                    _ => return Err(VERSION),
                },
                ad: &[],
                secret: &[],
            };
            let made = argon2::hash_raw(&*composite, salt, &config).map_err(|_| DAMAGED)?;
            key.copy_from_slice(Zeroizing::new(made).get(..32).ok_or(DAMAGED)?);
        }
    }
    Ok(key)
}

/// The encrypted contents of format 4. The header and each block have a code that only the right key makes.
fn signed_blocks(file: &[u8], header: &Header, key: &[u8; 32]) -> Result<Wiped, ReadError> {
    let (head, rest) = file.split_at_checked(header.length).ok_or(DAMAGED)?;
    let mut rest = Bytes(rest);
    if rest.take(32)? != Sha256::digest(head).as_slice() {
        return Err(DAMAGED);
    }
    let mut base = Sha512::new();
    base.update(&header.seed);
    base.update(key);
    base.update([1]);
    let base = Zeroizing::new(<[u8; 64]>::from(base.finalize()));
    let code = |number: u64| {
        let mut key = Sha512::new();
        key.update(number.to_le_bytes());
        key.update(base.as_slice());
        Hmac::<Sha256>::new_from_slice(&key.finalize()).map_err(|_| DAMAGED)
    };
    let mut of_head = code(u64::MAX)?;
    of_head.update(head);
    of_head.verify_slice(rest.take(32)?).map_err(|_| WRONG)?;
    let mut contents = Wiped::default();
    for number in 0.. {
        let expected = rest.take(32)?;
        let length = rest.0.get(..4).ok_or(DAMAGED)?;
        let block = rest.counted()?;
        let mut of_block = code(number)?;
        of_block.update(&number.to_le_bytes());
        of_block.update(length);
        of_block.update(block);
        of_block.verify_slice(expected).map_err(|_| DAMAGED)?;
        if block.is_empty() {
            break;
        }
        contents.extend(block);
    }
    Ok(contents)
}

/// The contents of format 3, each block after its number, hash and length.
fn hashed_blocks(blocks: &[u8]) -> Result<Wiped, ReadError> {
    let mut blocks = Bytes(blocks);
    let mut contents = Wiped::default();
    loop {
        blocks.take(4)?;
        let hash = blocks.take(32)?;
        let block = blocks.counted()?;
        if block.is_empty() {
            return Ok(contents);
        }
        if hash != Sha256::digest(block).as_slice() {
            return Err(DAMAGED);
        }
        contents.extend(block);
    }
}

fn decrypted(header: &Header, key: &[u8; 32], encrypted: &[u8]) -> Result<Wiped, ReadError> {
    let mut contents = Wiped::default();
    contents.extend(encrypted);
    let length = match header.cipher {
        Cipher::Aes256 => {
            let cipher = cbc::Decryptor::<Aes256>::new_from_slices(key, &header.iv).map_err(|_| DAMAGED)?;
            cipher.decrypt_padded::<Pkcs7>(contents.as_mut()).map_err(|_| DAMAGED)?.len()
        }
        Cipher::Twofish => {
            let cipher = cbc::Decryptor::<Twofish>::new_from_slices(key, &header.iv).map_err(|_| DAMAGED)?;
            cipher.decrypt_padded::<Pkcs7>(contents.as_mut()).map_err(|_| DAMAGED)?.len()
        }
        Cipher::ChaCha20 => {
            let mut cipher = ChaCha20::new_from_slices(key, &header.iv).map_err(|_| DAMAGED)?;
            cipher.try_apply_keystream(contents.as_mut()).map_err(|_| DAMAGED)?;
            encrypted.len()
        }
    };
    contents.shorten_to(length);
    Ok(contents)
}

/// What is packed with gzip, if it is not longer than may be.
fn unpacked(packed: &[u8], limits: Limits) -> Result<Wiped, ReadError> {
    let mut from = GzDecoder::new(packed);
    let mut chunk = Wiped::zeros(64 << 10);
    let mut all = Wiped::default();
    loop {
        let bytes = from.read(chunk.as_mut()).map_err(|_| DAMAGED)?;
        if bytes == 0 {
            return Ok(all);
        }
        all.extend(chunk.get(..bytes).unwrap_or_default());
        if all.len() as u64 > limits.document {
            return Err(ReadError::TooLong { limit: limits.document });
        }
    }
}

/// The header inside format 4: where the document begins, and what unprotects its values. Attached files are passed
/// over.
fn inner_header(contents: &[u8]) -> Result<(usize, Stream), ReadError> {
    let mut bytes = Bytes(contents);
    let (mut sort, mut key) = (None, &[] as &[u8]);
    loop {
        let field = bytes.number(1)?;
        let value = bytes.counted()?;
        match field {
            0 => break,
            1 => sort = Some(Bytes(value).number(4)?),
            2 => key = value,
            _ => {}
        }
    }
    Ok((contents.len() - bytes.0.len(), Stream::new(sort.ok_or(DAMAGED)?, key)?))
}
