//! Any bytes as the document inside a KeePass database: an outcome or a reason, never a panic.

use std::io::Cursor;
use std::ops::ControlFlow;

use aes::Aes256;
use aes::cipher::{BlockCipherEncrypt as _, KeyInit as _};
use audit::read::{Limits, Options, ReadError, read};
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeEncrypt as _, KeyIvInit as _};
use password::Password;
use sha2::{Digest as _, Sha256};

const PASSWORD: &[u8] = b"correct horse";

pub(crate) fn check(document: &[u8]) {
    let key = Password::from_bytes(PASSWORD.to_vec().into()).expect("a password");
    let limits = Limits { entries: 1_000, ..Limits::default() };
    let options = Options { limits, password: Some(&key), ..Options::default() };
    let outcome = read(Cursor::new(database(document)), &options, &mut |_| ControlFlow::Continue(()));
    let wrong = matches!(outcome, Err(ReadError::WrongPassword { .. } | ReadError::Version { .. }));
    assert!(!wrong, "the container itself is sound");
}

/// A database of format 3 around a document: one round of AES, no compression, values that no stream protects.
fn database(document: &[u8]) -> Vec<u8> {
    let mut file = b"\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5\x01\0\x03\0".to_vec();
    let aes =
        [0x31, 0xc1, 0xf2, 0xe6, 0xbf, 0x71, 0x43, 0x50, 0xbe, 0x58, 0x05, 0x21, 0x6a, 0xfc, 0x5a, 0xff];
    let (seed, start) = ([1; 32], [2; 32]);
    let fields: [(u8, &[u8]); 10] = [
        (2, &aes),
        (3, &[0; 4]),
        (4, &seed),
        (5, &seed),
        (6, &[1, 0, 0, 0, 0, 0, 0, 0]),
        (7, &[3; 16]),
        (8, &seed),
        (9, &start),
        (10, &[0; 4]),
        (0, &[]),
    ];
    for (field, value) in fields {
        file.push(field);
        file.extend_from_slice(&u16::try_from(value.len()).expect("a short field").to_le_bytes());
        file.extend_from_slice(value);
    }
    let mut composite: [u8; 32] = Sha256::digest(Sha256::digest(PASSWORD)).into();
    let cipher = Aes256::new_from_slice(&seed).expect("a key");
    for half in composite.chunks_exact_mut(16) {
        let mut block = aes::Block::try_from(&*half).expect("a block");
        cipher.encrypt_block(&mut block);
        half.copy_from_slice(&block);
    }
    let key = Sha256::digest([&seed[..], &Sha256::digest(composite)].concat());
    let mut contents = start.to_vec();
    for (number, block) in (0_u32..).zip([document, b""]) {
        contents.extend_from_slice(&number.to_le_bytes());
        contents.extend_from_slice(&if block.is_empty() { [0; 32] } else { Sha256::digest(block).into() });
        contents.extend_from_slice(&u32::try_from(block.len()).expect("a short document").to_le_bytes());
        contents.extend_from_slice(block);
        if block.is_empty() {
            break;
        }
    }
    let cipher = cbc::Encryptor::<Aes256>::new_from_slices(&key, &[3; 16]).expect("a key");
    let length = contents.len();
    contents.resize(length + 16, 0);
    file.extend_from_slice(cipher.encrypt_padded::<Pkcs7>(&mut contents, length).expect("room"));
    file
}
