//! Runs the program as a script does.
#![allow(dead_code, reason = "each test program uses a part of it")]
#![allow(unreachable_pub, reason = "shared between test programs")]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

/// What it said.
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {}", self.out))
    }
}

pub fn selfcheck(arguments: &[&str], input: &[u8]) -> Said {
    selfcheck_in(Path::new("."), arguments, input)
}

/// Where it keeps things if nothing else is said: what was chosen at this computer is none of a test's business.
const KEPT: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/kept");

/// The same in a folder of its own.
pub fn selfcheck_in(folder: &Path, arguments: &[&str], input: &[u8]) -> Said {
    selfcheck_with(folder, &[], arguments, input)
}

/// The same with these variables.
pub fn selfcheck_with(folder: &Path, variables: &[(&str, &Path)], arguments: &[&str], input: &[u8]) -> Said {
    let mut child = Command::new(env!("CARGO_BIN_EXE_selfcheck"))
        .env("LC_ALL", "C.UTF-8")
        .args(arguments)
        .current_dir(folder)
        .env("SELFCHECK_DATA_DIR", KEPT)
        .envs(variables.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses its arguments does not read.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
