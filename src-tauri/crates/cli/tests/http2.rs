//! The program and a mirror behind TLS and HTTP/2, as nearly every real one is: nginx of the system, an authority
//! that the system is told to trust, and nginx's own log as the witness.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "tests stop at what is wrong and say what they leave out"
)]

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use password::Prefix;
use range_faults::{Nginx, Tls};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};

const RANGES: u32 = 400;
const JOBS: usize = 16;

/// The authority as PEM, and a certificate of `localhost` with its key.
fn certificates() -> (String, String, String) {
    let mut authority = CertificateParams::new(Vec::<String>::new()).unwrap();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let issuer = CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let names = vec!["localhost".to_owned()];
    let leaf = CertificateParams::new(names).unwrap().signed_by(&key, &issuer).unwrap();
    (issuer.pem(), leaf.pem(), key.serialize_pem())
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_selfcheck"));
    command.env("LC_ALL", "C.UTF-8");
    command.current_dir(folder).args(arguments).stdin(Stdio::null());
    // The authority takes the place of the system's own ones, for this run.
    command.env("SSL_CERT_FILE", folder.join("authority.pem")).env_remove("SSL_CERT_DIR");
    command.env("SELFCHECK_TEST_RANGES", RANGES.to_string()).output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn a_mirror_is_downloaded_and_updated_over_a_few_http_2_connections() {
    let program = Nginx::program().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::set_permissions(here, fs::Permissions::from_mode(0o755)).unwrap();
    let rows = |count: u32| {
        let prefixes = (0..RANGES).filter_map(Prefix::new);
        let rows = prefixes.flat_map(|prefix| {
            let row = move |start| format!("{prefix}{start:06X}{:029}:{count}\n", 9);
            // No real range is empty.
            lists::embedded().expected_suffix_starts(prefix).chain([0x00AB_CDEF]).map(row)
        });
        fs::write(here.join("rows.txt"), rows.collect::<String>()).unwrap();
    };
    rows(5);
    let (authority, certificate, key) = certificates();
    fs::write(here.join("authority.pem"), authority).unwrap();
    fs::create_dir(here.join("nginx")).unwrap();
    let mirrored = run(here, &["list", "mirror", "--gzip", "--out", "site", "rows.txt"]);
    assert!(mirrored.status.success(), "{}", said(&mirrored));
    let tls = Tls { certificate: &certificate, key: &key };
    let nginx = Nginx::start(&program, &here.join("site"), &here.join("nginx"), Some(tls)).unwrap();

    let base = format!("https://localhost:{}/range", nginx.port());
    let jobs = JOBS.to_string();
    let first = run(here, &["list", "download", "--out", "all.list", "--range-url", &base, "--jobs", &jobs]);
    assert!(first.status.success(), "{}", said(&first));
    let fetched = nginx.requests().unwrap();
    let good =
        fetched.iter().filter(|line| line.starts_with("HTTP/2.0 200 ") && line.contains("\"gzip\"")).count();
    assert_eq!(good, fetched.len(), "all by HTTP/2, all compressed already: {fetched:?}");
    let paths: BTreeSet<_> = fetched.iter().filter_map(|line| line.split(' ').nth(4)).collect();
    assert_eq!(paths.len(), RANGES as usize);
    // nginx ends each connection after fifty requests; nothing is asked for anew because of that but what was cut off.
    let connections: BTreeSet<_> = fetched.iter().filter_map(|line| line.split(' ').nth(2)).collect();
    assert!(connections.len() <= RANGES as usize / 50 + JOBS, "{connections:?}");
    assert!(fetched.len() < RANGES as usize + 3 * JOBS, "{} requests", fetched.len());

    let same = run(here, &["list", "update", "all.list", "--jobs", &jobs]);
    assert!(said(&same).contains(&format!(" 0 ranges fetched, {RANGES} unchanged")), "{}", said(&same));
    let updated = nginx.requests().unwrap().split_off(fetched.len());
    assert!(updated.iter().all(|line| line.starts_with("HTTP/2.0 304 ")), "{updated:?}");
}

#[test]
fn a_mirror_that_nobody_vouches_for_is_not_believed() {
    let program = Nginx::program().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::set_permissions(here, fs::Permissions::from_mode(0o755)).unwrap();
    fs::create_dir_all(here.join("site/range")).unwrap();
    fs::create_dir(here.join("nginx")).unwrap();
    let ((stranger, _, _), (_, certificate, key)) = (certificates(), certificates());
    fs::write(here.join("authority.pem"), stranger).unwrap();
    let tls = Tls { certificate: &certificate, key: &key };
    let nginx = Nginx::start(&program, &here.join("site"), &here.join("nginx"), Some(tls)).unwrap();
    let base = format!("https://localhost:{}/range", nginx.port());
    fs::write(here.join("password"), "plum-lantern-4477-canary\n").unwrap();
    let asked = Command::new(env!("CARGO_BIN_EXE_selfcheck"))
        .env("LC_ALL", "C.UTF-8")
        .args(["password", "--json", "--range-url", &base])
        .env("SSL_CERT_FILE", here.join("authority.pem"))
        .env_remove("SSL_CERT_DIR")
        .stdin(fs::File::open(here.join("password")).unwrap())
        .output()
        .unwrap();
    assert_eq!(asked.status.code(), Some(3), "{}", said(&asked));
    assert!(said(&asked).contains("\"verdict\": \"could_not_check\""), "{}", said(&asked));
    assert!(nginx.requests().unwrap().is_empty(), "not even a prefix was sent");
}
