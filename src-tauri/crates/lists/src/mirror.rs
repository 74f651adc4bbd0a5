//! Writes the static folder `range/ABCDE` that any web server, object store or CDN serves to a whole community.
//!
//! The same bytes come out for the same hashes, whatever the order of the input. Not here: serving it
//! (`HOSTING.md` beside this crate says how).

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read as _, Seek as _, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use password::{Digest, Prefix};
use sha1::Digest as _;

use crate::build::{BuildError, Inputs, Progress, folder_aside, swap_in};
use crate::embedded;

/// How a mirror is written.
#[derive(Debug, Clone)]
pub struct MirrorOptions {
    /// Each line of the input is a password, not a hash.
    pub plain: bool,
    /// Fill every range with rows of count 0 up to so many rows, so that its size says less.
    pub pad_to: usize,
    /// Beside each `ABCDE` an `ABCDE.gz`, for servers that hand those out.
    pub gzip: bool,
    /// Ranges from 0 on; all 1,048,576 but in tests.
    pub ranges: u32,
}

impl Default for MirrorOptions {
    fn default() -> Self {
        Self { plain: false, pad_to: 0, gzip: false, ranges: Prefix::COUNT }
    }
}

/// What a mirror holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MirrorFacts {
    /// Hashes.
    pub entries: u64,
    /// Bytes of all ranges, without the compressed ones.
    pub bytes: u64,
    /// Ranges that have at least one hash.
    pub ranges: u32,
    /// Ranges that Selfcheck would call unreliable: nothing that the public corpus has there is in them.
    pub unreliable: u32,
}

/// Bytes of a record in a heap: a hash and its count.
const RECORD: usize = 28;
/// Hashes are first thrown on so many heaps by their first byte; each is then sorted in memory.
const HEAPS: usize = 256;

type Record = ([u8; 20], u64);

/// Writes `out/range`. It appears whole or not at all; one that stood there before is replaced, and its files that
/// have not changed are taken over.
///
/// # Errors
/// The first line that is not what it should be, or what the disk said.
pub fn mirror(
    inputs: &[impl AsRef<Path>],
    out: &Path,
    options: &MirrorOptions,
    mut progress: impl FnMut(Progress) -> bool,
) -> Result<MirrorFacts, BuildError> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |source| BuildError::Io { path, source }
    };
    let mut inputs = Inputs::open(inputs, options.plain)?;
    fs::create_dir_all(out).map_err(at(out))?;
    let (aside, _held) = folder_aside(out).map_err(at(out))?;
    let mut heaps = Vec::with_capacity(HEAPS);
    for _ in 0..HEAPS {
        heaps.push(BufWriter::new(tempfile::tempfile_in(aside.path()).map_err(at(out))?));
    }
    let mut lines = 0_u64;
    while let Some((_, count)) = inputs.next_record()? {
        let Some(digest) = inputs.digest() else { continue };
        let hash = digest.expose_bytes();
        let heap = hash.first().and_then(|first| heaps.get_mut(usize::from(*first)));
        if let Some(heap) = heap {
            heap.write_all(hash).and_then(|()| heap.write_all(&count.to_le_bytes())).map_err(at(out))?;
        }
        lines += 1;
        if lines.is_multiple_of(1 << 16)
            && !progress(Progress::Reading { done: inputs.read(), total: inputs.total() })
        {
            return Err(BuildError::Cancelled);
        }
    }
    if lines == 0 {
        return Err(BuildError::Empty);
    }
    let folder = aside.path().join("range");
    fs::create_dir(&folder).map_err(at(&folder))?;
    let former = out.join("range");
    let mut facts = MirrorFacts::default();
    for (first, heap) in (0_u32..).zip(heaps) {
        let heap = heap.into_inner().map_err(|error| at(out)(error.into_error()))?;
        let records = sorted(heap).map_err(at(out))?;
        let mut rest = records.as_slice();
        for prefix in (first << 12..((first + 1) << 12).min(options.ranges)).filter_map(Prefix::new) {
            let own = rest.partition_point(|(hash, _)| Digest::from_bytes(*hash).prefix() == prefix);
            let (rows, later) = rest.split_at(own);
            rest = later;
            write(&folder, &former, prefix, rows, options, &mut facts).map_err(at(&folder))?;
        }
        let done = u64::from(first + 1) << 12;
        if !progress(Progress::Writing { done, total: u64::from(Prefix::COUNT) }) {
            return Err(BuildError::Cancelled);
        }
    }
    swap_in(&folder, &former, &aside.path().join("former")).map_err(at(out))?;
    Ok(facts)
}

/// One heap in order, counts of equal hashes added up.
fn sorted(mut heap: File) -> io::Result<Vec<Record>> {
    heap.rewind()?;
    let mut heap = BufReader::with_capacity(1 << 18, heap);
    let mut records: Vec<Record> = Vec::new();
    let mut bytes = [0; RECORD];
    loop {
        match heap.read_exact(&mut bytes) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => break,
            Err(error) => return Err(error),
        }
        if let (Some(hash), Some(count)) = (bytes.first_chunk(), bytes.last_chunk()) {
            records.push((*hash, u64::from_le_bytes(*count)));
        }
    }
    records.sort_unstable();
    records.dedup_by(|later, first| {
        let same = later.0 == first.0;
        if same {
            first.1 = first.1.saturating_add(later.1);
        }
        same
    });
    Ok(records)
}

/// One range as the public service writes it: CRLF between rows, none after the last one.
fn write(
    folder: &Path,
    former: &Path,
    prefix: Prefix,
    rows: &[Record],
    options: &MirrorOptions,
    facts: &mut MirrorFacts,
) -> io::Result<()> {
    // A hash without a count was seen at least once; 0 would read as padding.
    let mut lines: Vec<String> = rows
        .iter()
        .map(|(hash, count)| {
            format!("{}:{}", Digest::from_bytes(*hash).suffix_hex().as_str(), (*count).max(1))
        })
        .collect();
    let mut number = 0_u32;
    while lines.len() < options.pad_to {
        // Padding must look like a hash, and be the same each time.
        let made_up = sha1::Sha1::digest(format!("padding {prefix} {number}"));
        lines.push(format!("{}:0", Digest::from_bytes(made_up.into()).suffix_hex().as_str()));
        number += 1;
    }
    lines.sort_unstable();
    let text = lines.join("\r\n");
    let expected: Vec<u32> = embedded().expected_suffix_starts(prefix).collect();
    let start = |hash: &[u8; 20]| match hash {
        [_, _, c, d, e, f, ..] => {
            (u32::from(*c) & 15) << 20 | u32::from(*d) << 12 | u32::from(*e) << 4 | u32::from(*f) >> 4
        }
    };
    let known = rows.iter().any(|(hash, _)| expected.contains(&start(hash)));
    facts.entries += rows.len() as u64;
    facts.bytes += text.len() as u64;
    facts.ranges += u32::from(!rows.is_empty());
    facts.unreliable += u32::from(rows.is_empty() || (expected.len() >= 2 && !known));
    put(folder, former, &prefix.to_string(), text.as_bytes())?;
    if options.gzip {
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        packed.write_all(text.as_bytes())?;
        put(folder, former, &format!("{prefix}.gz"), &packed.finish()?)?;
    }
    Ok(())
}

/// Writes one file. A web server makes its `ETag` from a file's time, so what has not changed stays the same file as
/// in the former mirror: an update of the list asks for nothing in vain.
fn put(folder: &Path, former: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let (new, old) = (folder.join(name), former.join(name));
    let is_long = |facts: fs::Metadata| facts.is_file() && facts.len() == bytes.len() as u64;
    let same = fs::metadata(&old).is_ok_and(is_long) && fs::read(&old).is_ok_and(|there| there == bytes);
    if same && fs::hard_link(&old, &new).is_ok() {
        return Ok(());
    }
    fs::write(&new, bytes)
}
