//! Any bytes as a text of hashes or of passwords: a list that verifies, or a failure that leaves no file.
//! The first byte chooses how the rest is read.

use std::fs;

use lists::build::{BuildOptions, build};
use lists::disk::DiskList;

pub(crate) fn check(bytes: &[u8]) {
    let Some((first, text)) = bytes.split_first() else { return };
    let folder = super::folder();
    let name = match first % 4 {
        0 => "in.txt",
        1 => "in.gz",
        2 => "in.zst",
        _ => "ABCDE",
    };
    let (input, out) = (folder.path().join(name), folder.path().join("out.list"));
    fs::write(&input, text).expect("the folder takes a file");
    // A folder is read as range files.
    let input = if name == "ABCDE" { folder.path().to_owned() } else { input };
    let options = BuildOptions {
        memory: 1 << 20,
        false_positive_exponent: 8 + u32::from(first >> 3),
        plain: first & 4 != 0,
        source: String::new(),
        as_of: String::new(),
    };
    match build(&[&input], &out, &options, |_| true) {
        Ok(facts) => {
            let list = DiskList::open(&out).expect("what was built opens");
            list.verify(|_| true).expect("what was built is whole");
            assert!(facts == *list.facts());
        }
        Err(_) => assert!(!out.exists()),
    }
}
