//! Measures an audit from the file to the last finding, offline: on all processors, on one, and beside KeePassXC's
//! `keepassxc-cli analyze` where it is installed.
//!
//! `cargo xtask bench audit [--size N]`. Each measurement is a process of its own, so that its peak memory is its
//! own. The log-ins are made up, the same in every run: two in five reuse a password, some differ from another in
//! a year or a letter, some are on every list, the others are long and random. After these come families, which
//! are the worst that comparing can meet: all passwords nearly equal, short, long, or in their stem.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::too_many_lines,
    reason = "a measurement prints, divides, and stops at what is wrong"
)]

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use app::audit::{Audit, read_export, today};
use app::check::ListFile;
use audit::read::Options;
use audit::{Context, Examination, Kind, Stage};
use lists::build::BuildOptions;
use password::Password;
use rand::rngs::SmallRng;
use rand::{RngExt as _, SeedableRng as _};
use sites::Region;
use zeroize::Zeroizing;

/// Log-ins that are compared with KeePassXC.
const COMPARED: usize = 10_000;
/// Hashes of the file that both look them up in.
const HASHES: usize = 2_000_000;
/// How far into a stage it is stopped.
const UNTIL_STOP: Duration = Duration::from_millis(100);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| arguments.iter().position(|a| a == name).and_then(|at| arguments.get(at + 1));
    match after("--once") {
        Some(file) => {
            once(Path::new(file), after("--list").map(Path::new), after("--stop").map(String::as_str));
        }
        None => all(after("--size").map_or(100_000, |size| size.replace('_', "").parse().unwrap())),
    }
}

fn all(size: usize) {
    let folder = tempfile::tempdir().unwrap();
    let export = folder.path().join("passwords.csv");
    let logins = made_up(size);
    fs::write(&export, table(&logins)).unwrap();
    println!("{size} log-ins, offline, with the embedded list");
    let processors = thread::available_parallelism().map_or(1, usize::from);
    for threads in [processors, 1] {
        println!("on {threads} of {processors} processors");
        measure(&export, threads, None);
    }
    println!("stopped on the way");
    for stage in ["comparing", "rating"] {
        let mut command = Command::new(std::env::current_exe().unwrap());
        assert!(command.arg("--once").arg(&export).arg("--stop").arg(stage).status().unwrap().success());
    }
    for (family, text) in FAMILIES {
        println!("{size} log-ins of one family, {family}, on {processors} processors");
        let logins: Vec<[String; 3]> = (0..size)
            .map(|number| [format!("https://site{number}.example/"), "ann".to_owned(), text(number)])
            .collect();
        fs::write(&export, table(&logins)).unwrap();
        measure(&export, processors, None);
    }
    beside_keepassxc(folder.path(), &logins[..COMPARED.min(size)]);
}

/// How a family is called, and its passwords by their numbers.
type Family = (&'static str, fn(usize) -> String);

const FAMILIES: &[Family] = &[
    ("with another year", |number| format!("lantern{number}!")),
    ("a number in the middle", |number| format!("lantern{number:05}harbour")),
    ("long, with two letters changed", |number| {
        let mut text = "velvet-orchard-skylight-copper-meadow-saffron-thistle-willow".to_owned().into_bytes();
        let letter = |n: usize| b'a' + u8::try_from(n % 26).unwrap();
        let (first, second) = (number / 676 % text.len(), (number / 676 * 7 + 11) % text.len());
        (text[first], text[second]) = (letter(number), letter(number / 26));
        String::from_utf8(text).unwrap()
    }),
];

/// One measurement in a process of its own.
fn measure(export: &Path, threads: usize, list: Option<&Path>) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.env("RAYON_NUM_THREADS", threads.to_string()).arg("--once").arg(export);
    if let Some(list) = list {
        command.arg("--list").arg(list);
    }
    assert!(command.status().unwrap().success());
}

/// `stop` is the stage in which it is stopped.
fn once(file: &Path, list: Option<&Path>, stop: Option<&str>) {
    let start = Instant::now();
    let said = |what: &str, more: &str| {
        println!("  {what:<18} {:>8.2} s   {more}", start.elapsed().as_secs_f64());
    };
    let export = read_export(file, &Options::default(), &mut |_, _| ControlFlow::Continue(())).unwrap();
    let read = format!("{} log-ins", export.logins.len());
    let shown = stop.is_none();
    if shown {
        said("read", &read);
    }
    let context =
        Context { today: today(), catalogue: sites::breaches(), region: Region::All, incident: None };
    let examination = Examination::new(export, &context);
    let files: Vec<ListFile> = list.into_iter().map(ListFile::open).collect();
    let go_on = &mut |_, _| ControlFlow::Continue(());
    let ControlFlow::Continue(audit) = Audit::begin(examination, &files, go_on) else { return };
    let examination = audit.examination();
    if let Some(stage) = stop {
        let stage = if stage == "rating" { Stage::Rating } else { Stage::Comparing };
        return stopped_in(examination, stage);
    }
    said("lists asked", "");
    let rows = examination.order().into_iter().take(100).filter_map(|login| examination.row(login)).count();
    said("first rows", &format!("{rows} of them"));
    let compared = AtomicBool::new(false);
    let judged = examination.judge(&|stage, _, _| {
        if stage == Stage::Rating && !compared.swap(true, Ordering::Relaxed) {
            said("compared", "");
        }
        ControlFlow::Continue(())
    });
    assert!(judged.is_continue());
    said("rated", "");
    let summary = examination.summary();
    let rows = examination.order().into_iter().filter_map(|login| examination.row(login)).count();
    let (change, alike) = (summary.to_change, summary.of(Kind::Similar));
    let different = summary.distinct_passwords;
    said(
        "all findings",
        &format!("{rows} rows, {change} to change, {alike} alike, {different} different passwords"),
    );
    if let Some(peak) = peak_memory() {
        println!("  peak memory        {peak:>8.0} MB");
    }
}

/// Stops a tenth of a second into the stage, as somebody does who has seen enough; says how long that takes.
fn stopped_in(examination: &Examination, stage: Stage) {
    let begun = OnceLock::new();
    let outcome = examination.judge(&|now, _, _| {
        let begun = (now == stage).then(|| *begun.get_or_init(Instant::now));
        match begun {
            Some(begun) if begun.elapsed() > UNTIL_STOP => ControlFlow::Break(()),
            _ => ControlFlow::Continue(()),
        }
    });
    let late = begun.get().and_then(|begun| begun.elapsed().checked_sub(UNTIL_STOP));
    match (outcome, late) {
        (ControlFlow::Break(()), Some(late)) => {
            println!("  in {stage:<15?} {:>8.1} ms", late.as_secs_f64() * 1e3);
        }
        _ => println!("  in {stage:<15?} over before it could be stopped"),
    }
}

/// The most memory this process had at once, in MB.
fn peak_memory() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<f64>().ok()? / 1024.0)
}

/// The same log-ins and the same file of hashes for KeePassXC and for us.
fn beside_keepassxc(folder: &Path, logins: &[[String; 3]]) {
    if Command::new("keepassxc-cli").arg("--version").stdout(Stdio::null()).status().is_err() {
        println!("keepassxc-cli is not installed: nothing to compare with");
        return;
    }
    let hashes = folder.join("hashes.txt");
    let known = write_hashes(&hashes, logins);
    let (xml, database) = (folder.join("logins.xml"), folder.join("logins.kdbx"));
    fs::write(&xml, document(logins)).unwrap();
    let cli = |words: &[&str], files: &[&Path], lines: &str| {
        let mut command = Command::new("keepassxc-cli");
        command.args(words).args(files).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    let made = cli(&["import", "-q", "--set-password", "-t", "100"], &[&xml, &database], "bench\nbench\n");
    if !made.status.success() {
        println!("keepassxc-cli could not make its database: nothing to compare with");
        return;
    }
    println!("{} log-ins against {HASHES} hashes, {known} log-ins of them known", logins.len());
    let start = Instant::now();
    let hibp = hashes.to_string_lossy();
    let found = cli(&["analyze", "-q", "--hibp", &hibp], &[&database], "bench\n");
    let lines = String::from_utf8_lossy(&found.stdout).lines().count();
    println!("  keepassxc-cli analyze --hibp {:>8.2} s   {lines} found", start.elapsed().as_secs_f64());
    let list = folder.join("hashes.list");
    let start = Instant::now();
    let options = BuildOptions {
        memory: 256 << 20,
        false_positive_exponent: 30,
        plain: false,
        source: "bench".to_owned(),
        as_of: String::new(),
    };
    lists::build::build(&[&hashes], &list, &options, |_| true).unwrap();
    println!("  a list made of it, once      {:>8.2} s", start.elapsed().as_secs_f64());
    let export = folder.join("compared.csv");
    fs::write(&export, table(logins)).unwrap();
    measure(&export, thread::available_parallelism().map_or(1, usize::from), Some(&list));
}

/// A file of hashes in order, as it is published: every tenth different password, the rest random. Says how many
/// log-ins have one of these.
fn write_hashes(path: &Path, logins: &[[String; 3]]) -> usize {
    let mut random = SmallRng::seed_from_u64(7);
    let mut chosen: Vec<&str> = logins.iter().map(|login| login[2].as_str()).collect();
    chosen.sort_unstable();
    chosen.dedup();
    let chosen: std::collections::HashSet<&str> = chosen.into_iter().step_by(10).collect();
    let mut all: Vec<[u8; 20]> = (0..HASHES).map(|_| random.random()).collect();
    all.extend(chosen.iter().map(|text| *secret(text).digest().expose_bytes()));
    all.sort_unstable();
    let mut file = BufWriter::new(File::create(path).unwrap());
    for hash in &all {
        for byte in hash {
            write!(file, "{byte:02X}").unwrap();
        }
        file.write_all(b":3\r\n").unwrap();
    }
    file.flush().unwrap();
    logins.iter().filter(|login| chosen.contains(login[2].as_str())).count()
}

fn secret(text: &str) -> Password {
    Password::from_bytes(Zeroizing::new(text.as_bytes().to_vec())).ok().unwrap()
}

/// Site, user name, password.
fn made_up(size: usize) -> Vec<[String; 3]> {
    const WORDS: &[&str] =
        &["lantern", "harbour", "pebble", "willow", "copper", "meadow", "saffron", "thistle"];
    const COMMON: &[&str] = &["password1", "qwerty123", "iloveyou", "letmein", "dragon", "monkey123"];
    let mut random = SmallRng::seed_from_u64(42);
    let mut logins: Vec<[String; 3]> = Vec::with_capacity(size);
    for number in 0..size {
        let word = WORDS[random.random_range(0..WORDS.len())];
        let password = match random.random_range(0..10) {
            0..4 if number > 0 => logins[random.random_range(0..number)][2].clone(),
            4 => COMMON[random.random_range(0..COMMON.len())].to_owned(),
            5 => format!("{word}{}", random.random_range(1950..2026)),
            6 => format!(
                "{word}-{}{}!",
                WORDS[random.random_range(0..WORDS.len())],
                random.random_range(0..1000)
            ),
            _ => (0..random.random_range(12..24))
                .map(|_| char::from(random.random_range(33..127_u8)))
                .collect(),
        };
        let address = format!("https://site{}.example{}.com/login", number % 7, number / 3);
        logins.push([address, format!("person{}@mail.example", random.random_range(0..20)), password]);
    }
    logins
}

fn table(logins: &[[String; 3]]) -> Vec<u8> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["name", "url", "username", "password", "note"]).unwrap();
    for [site, user, password] in logins {
        table.write_record([site.as_str(), site, user, password, ""]).unwrap();
    }
    table.into_inner().unwrap()
}

fn document(logins: &[[String; 3]]) -> String {
    let plain = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><KeePassFile><Meta/><Root><Group>\
        <UUID>AAAAAAAAAAAAAAAAAAAAAQ==</UUID><Name>Root</Name>"
        .to_owned();
    for (number, [site, user, password]) in logins.iter().enumerate() {
        let id = base64_id(number);
        write!(xml, "<Entry><UUID>{id}</UUID>").unwrap();
        for (key, value) in [("Title", site), ("UserName", user), ("Password", password), ("URL", site)] {
            write!(xml, "<String><Key>{key}</Key><Value>{}</Value></String>", plain(value)).unwrap();
        }
        xml.push_str("</Entry>");
    }
    xml + "</Group></Root></KeePassFile>"
}

/// Sixteen bytes, the number in the first of them, as the format writes an id.
fn base64_id(number: usize) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digit = |shift: usize| char::from(DIGITS[(number >> shift) & 63]);
    format!("B{}{}{}AAAAAAAAAAAAAAAAAA==", digit(0), digit(6), digit(12))
}
