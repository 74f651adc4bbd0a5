//! Any bytes as a list file: opened, verified and asked without a panic, and what verifies is never "could not check".

use std::fs;

use lists::Answer;
use lists::disk::DiskList;
use password::Digest;

const HEADER: usize = 4_096;
const RECORD: usize = 44;

pub(crate) fn check(bytes: &[u8]) {
    ask(bytes);
    // Behind its checksums a reader is never reached by chance.
    let mut mended = bytes.to_vec();
    if mend(&mut mended).is_some() {
        ask(&mended);
    }
}

fn ask(bytes: &[u8]) {
    let folder = super::folder();
    let path = folder.path().join("any.list");
    fs::write(&path, bytes).expect("the folder takes a file");
    let Ok(list) = DiskList::open(&path) else { return };
    let whole = list.verify(|_| true).is_ok();
    let digests: Vec<Digest> = (0..=255_u8).map(|first| Digest::from_bytes([first; 20])).collect();
    let answers = list.lookup_many(&digests);
    for (digest, answer) in digests.iter().zip(answers) {
        assert!(answer == list.lookup(digest));
        assert!(!(whole && matches!(answer, Answer::CouldNotCheck(_))));
    }
}

/// Makes magic, version, lengths and checksums fit what stands there, as `FORMAT.md` says.
fn mend(bytes: &mut [u8]) -> Option<()> {
    let at = |bytes: &[u8], at: usize| bytes.get(at..)?.first_chunk().map(|b| u64::from_le_bytes(*b));
    bytes.get_mut(..12)?.copy_from_slice(b"SELFLIST\x01\0\0\0");
    let exponent = u32::from_le_bytes(*bytes.get(12..)?.first_chunk()?);
    let groups =
        at(bytes, 24)?.div_ceil(64_u64.checked_shl(exponent).filter(|bucket| *bucket > 0)?).div_ceil(8);
    let directory = usize::try_from(groups).ok()?.checked_mul(RECORD)?;
    let data_start = directory.checked_add(HEADER).filter(|start| *start <= bytes.len())?;
    let data = bytes.len().checked_sub(data_start + 8)?;
    bytes.get_mut(32..40)?.copy_from_slice(&(data as u64).to_le_bytes());
    let sum = crc32fast::hash(bytes.get(..HEADER - 4)?);
    bytes.get_mut(HEADER - 4..HEADER)?.copy_from_slice(&sum.to_le_bytes());
    for group in 0..groups {
        let record = HEADER + usize::try_from(group).ok()? * RECORD;
        let start = usize::try_from(at(bytes, record)?).ok()?.checked_add(data_start);
        let length = u32::from_le_bytes(*bytes.get(record + 36..)?.first_chunk()?) as usize;
        let own = start.and_then(|start| bytes.get(start..start.checked_add(length)?));
        let Some(own) = own else { continue };
        let mut sum = crc32fast::Hasher::new();
        sum.update(&group.to_le_bytes());
        sum.update(bytes.get(record..record + 40)?);
        sum.update(own);
        let sum = sum.finalize();
        bytes.get_mut(record + 40..record + RECORD)?.copy_from_slice(&sum.to_le_bytes());
    }
    Some(())
}
