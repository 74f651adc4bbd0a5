//! What is left of a password in the memory of the program while it waits, and who may look in.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "tests stop at what is wrong")]

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::fs::{FileExt as _, MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};

use range_faults::{Fault, List, Server};

/// Not on the embedded list; long enough to be told from anything else.
const CANARY: &str = "violet-harbour-7731-canary-in-memory";

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(program: &mut Command) -> Running {
    Running(program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap())
}

/// How often the canary is in the memory that the process may write; `None` if it may not be read even by us.
fn copies(process: u32) -> Option<usize> {
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).ok()?;
    let memory = File::open(format!("/proc/{process}/mem")).ok()?;
    let mut copies = 0;
    for line in
        maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|rights| rights.starts_with("rw")))
    {
        let (from, to) = line.split(' ').next().and_then(|range| range.split_once('-')).unwrap();
        let [from, to] = [from, to].map(|text| u64::from_str_radix(text, 16).unwrap());
        let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
        // Some regions of the kernel cannot be read.
        if memory.read_exact_at(&mut bytes, from).is_ok() {
            copies += bytes.windows(CANARY.len()).filter(|part| *part == CANARY.as_bytes()).count();
        }
    }
    Some(copies)
}

fn wait_for_requests(server: &Server, requests: usize) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(server.received(requests));
}

/// `cat` keeps what it was given: the search finds what is there.
#[test]
fn a_program_that_keeps_what_it_read_is_found_out() {
    let mut running = start(&mut Command::new("cat"));
    // Its input stays open, so it waits for more.
    let mut input = running.0.stdin.take().unwrap();
    input.write_all(CANARY.as_bytes()).unwrap();
    let mut output = running.0.stdout.take().unwrap();
    let mut came = vec![0; CANARY.len()];
    output.read_exact(&mut came).unwrap();
    assert_eq!(came, CANARY.as_bytes());
    assert!(copies(running.0.id()).is_none_or(|copies| copies > 0));
}

#[test]
fn a_password_is_not_in_memory_any_more_while_a_service_is_waited_for() {
    let server = Server::start(Fault::Stalled, List::new()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for end in ["", "\n", "\r\n"] {
        let before = server.requests().len();
        let mut program = Command::new(env!("CARGO_BIN_EXE_selfcheck"));
        program.env("LC_ALL", "C.UTF-8");
        program.args(["password", "--range-url", &server.base(), "--data-dir"]).arg(folder.path());
        let mut running = start(&mut program);
        running.0.stdin.take().unwrap().write_all(format!("{CANARY}{end}").as_bytes()).unwrap();
        wait_for_requests(&server, before + 1);
        assert!(copies(running.0.id()).is_none_or(|copies| copies == 0), "{:?}", copies(running.0.id()));
    }
}

#[test]
fn a_line_of_a_look_up_is_not_in_memory_any_more_after_its_answer() {
    let mut running = start(Command::new(env!("CARGO_BIN_EXE_selfcheck")).env("LC_ALL", "C.UTF-8").args([
        "list",
        "lookup",
        "--embedded",
    ]));
    let mut input = running.0.stdin.take().unwrap();
    input.write_all(format!("{CANARY}\n").as_bytes()).unwrap();
    let mut answer = String::new();
    BufReader::new(running.0.stdout.take().unwrap()).read_line(&mut answer).unwrap();
    assert_eq!(answer, "not_on_this_list\n");
    // It waits for the next line.
    assert!(copies(running.0.id()).is_none_or(|copies| copies == 0), "{:?}", copies(running.0.id()));
}

/// Linux gives the memory of a process that may not be looked into to the administrator.
#[test]
fn no_other_program_of_this_user_may_look_into_the_memory() {
    let server = Server::start(Fault::Stalled, List::new()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
    let copy = folder.path().join("selfcheck");
    fs::copy(env!("CARGO_BIN_EXE_selfcheck"), &copy).unwrap();
    let mut program = Command::new(&copy);
    program.args(["password", "--range-url", &server.base(), "--data-dir"]).arg(folder.path().join("data"));
    if fs::metadata("/proc/self").unwrap().uid() == 0 {
        // An administrator owns its processes in any case.
        program.uid(65_534).gid(65_534);
    }
    let mut running = start(&mut program);
    running.0.stdin.take().unwrap().write_all(CANARY.as_bytes()).unwrap();
    wait_for_requests(&server, 1);
    let owner = fs::metadata(format!("/proc/{}/mem", running.0.id())).unwrap().uid();
    assert_eq!(owner, 0, "the memory of the program belongs to its user");
}
