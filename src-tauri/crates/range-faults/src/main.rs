//! The server as a program, for tests that are not written in Rust.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
use std::{env, fs, io, thread};

use range_faults::{Fault, List, Server};

const USAGE: &str = "range-faults --port-file FILE [--fault NAME] [--row HASH:COUNT]... [--rows FILE] [--log FILE]
range-faults --names

Writes its port to FILE once it listens, and runs until it is ended. --log gets every request, byte for byte.";

struct Options {
    port_file: PathBuf,
    fault: Fault,
    list: List,
    log: Option<PathBuf>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let mut out = io::stdout();
    if arguments == ["--names"] {
        let names: Vec<&str> = Fault::ALL.iter().map(|fault| fault.name()).collect();
        return match writeln!(out, "{}", names.join("\n")) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    match options(arguments).and_then(|options| run(&options).map_err(|error| error.to_string())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            let _ = writeln!(io::stderr(), "{why}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn options(arguments: Vec<String>) -> Result<Options, String> {
    let (mut port_file, mut fault, mut list, mut log) = (None, Fault::None, List::new(), None);
    let mut arguments = arguments.into_iter();
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{name} needs a value"))?;
        match name.as_str() {
            "--port-file" => port_file = Some(PathBuf::from(value)),
            "--fault" => fault = value.parse().map_err(|error| format!("{error}"))?,
            "--row" => list.add_row(&value).map_err(|error| format!("--row: {error}"))?,
            "--rows" => {
                let rows = fs::read_to_string(&value).map_err(|error| format!("--rows: {error}"))?;
                for row in rows.lines().filter(|row| !row.trim().is_empty()) {
                    list.add_row(row).map_err(|error| format!("--rows: {error}"))?;
                }
            }
            "--log" => log = Some(PathBuf::from(value)),
            _ => return Err(format!("no option is called {name}")),
        }
    }
    let port_file = port_file.ok_or("--port-file is missing")?;
    Ok(Options { port_file, fault, list, log })
}

fn run(options: &Options) -> io::Result<()> {
    let server = Server::start(options.fault, options.list.clone())?;
    // Whole or not at all: whoever waits for the file may read it as soon as it is there.
    let unfinished = options.port_file.with_extension("unfinished");
    fs::write(&unfinished, format!("{}\n", server.address().port()))?;
    fs::rename(&unfinished, &options.port_file)?;
    let mut logged = 0;
    loop {
        thread::sleep(Duration::from_millis(20));
        let Some(log) = &options.log else { continue };
        let requests = server.requests();
        if let Some(new) = requests.get(logged..).filter(|new| !new.is_empty()) {
            let mut file = fs::OpenOptions::new().create(true).append(true).open(log)?;
            for request in new {
                file.write_all(request.bytes())?;
            }
            logged = requests.len();
        }
    }
}
