//! Any bytes as a list file: opened, verified and asked without a panic; what verifies never says "could not check".
#![no_main]

use std::io::Write as _;

use libfuzzer_sys::fuzz_target;
use lists::Answer;
use lists::disk::DiskList;
use password::Digest;

fuzz_target!(|bytes: &[u8]| {
    let Ok(mut file) = tempfile::NamedTempFile::new_in("/dev/shm") else { return };
    if file.write_all(bytes).is_err() {
        return;
    }
    let Ok(list) = DiskList::open(file.path()) else { return };
    let whole = list.verify(|_| true).is_ok();
    let digests: Vec<Digest> = (0..=255_u8).map(|first| Digest::from_bytes([first; 20])).collect();
    let answers = list.lookup_many(&digests);
    for (digest, answer) in digests.iter().zip(answers) {
        assert!(answer == list.lookup(digest));
        assert!(!(whole && matches!(answer, Answer::CouldNotCheck(_))));
    }
});
