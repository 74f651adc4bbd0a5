//! `cargo xtask test`: every check there is, in the order in which a mistake shows up soonest.

use std::path::Path;
use std::process::Stdio;

use crate::packages;
use crate::stages::{Stages, Wait};
use crate::tools::{Failure, command, is_installed, run};
use crate::tree::{Room, Tree};
use crate::window;

/// Formatting, front, lints, tests, licences, window. Stops at the first failure.
pub(crate) fn test(tree: &Tree, stages: &mut Stages, fast: bool, yes: bool) -> Result<(), Failure> {
    let root = tree.root();
    let front = tree.has(Room::Front)?;
    let window = tree.has(Room::Window)?;
    let acceptance = tree.has(Room::Acceptance)?;
    stages.plan(9);

    stages.stage("Formatting", &Wait::Short, || {
        run(
            command(root, &["cargo", "fmt", "--all", "--check"]),
            "run `cargo fmt --all` and look at what it changed",
        )
    })?;

    let wanted = if fast || !window {
        [packages::PROGRAM, packages::TEST].concat()
    } else {
        [packages::BUILD, packages::TEST, packages::TEST_WINDOW].concat()
    };
    stages.stage("Debian packages", &Wait::Open("half a minute if any is missing"), || {
        packages::install(&wanted, yes)
    })?;
    if fast {
        stages.leave_out("Front", "--fast");
    } else if front {
        stages.stage("Front", &Wait::Seconds(15), || check_front(&tree.front()))?;
    } else {
        stages.leave_out("Front", not_there(Room::Front));
    }

    let mut leave = Vec::new();
    if fast && window {
        leave.extend(["--exclude", "selfcheck-desktop"]);
    }
    if acceptance && (fast || !window) {
        leave.extend(["--exclude", "acceptance"]);
    }
    stages.stage("Lints", &Wait::Seconds(240), || {
        let words =
            [&["cargo", "clippy", "--workspace", "--all-targets"][..], &leave, &["--", "-D", "warnings"]]
                .concat();
        run(command(root, &words), "mend what clippy names above; an `expect` needs a reason")
    })?;

    stages.stage("Tests", &Wait::Seconds(420), || {
        // The whole workspace is built, and the window's tests are left out by name: leaving their package out would
        // choose other features of the dependencies, and build most of them once more.
        let mut words = vec!["cargo"];
        if is_installed("cargo-nextest") {
            words.extend(["nextest", "run", "--workspace"]);
            words.extend(&leave);
            words.extend(["-E", "not package(acceptance)"]);
        } else {
            words.extend(["test", "--all-targets", "--workspace"]);
            words.extend(&leave);
            if acceptance && !leave.contains(&"acceptance") {
                words.extend(["--exclude", "acceptance"]);
            }
        }
        run(
            command(root, &words),
            "the failing test's name says what should hold; run it alone with `cargo test -p CRATE NAME`",
        )
    })?;
    stages.stage("Examples in the documentation", &Wait::Seconds(20), || {
        let words = [&["cargo", "test", "--doc", "--quiet", "--workspace"][..], &leave].concat();
        run(command(root, &words), "mend the example named above")
    })?;

    licences(root, stages, fast)?;
    advisories(root, stages, fast)?;
    if fast {
        stages.leave_out("Window", "--fast");
        Ok(())
    } else if !window {
        stages.leave_out("Window", not_there(Room::Window));
        Ok(())
    } else if !acceptance {
        stages.leave_out("Window", not_there(Room::Acceptance));
        Ok(())
    } else {
        stages.stage("Window", &Wait::Seconds(300), || window::test(tree))
    }
}

fn check_front(front: &Path) -> Result<(), Failure> {
    window::install_front(front)?;
    run(command(front, &["npm", "run", "build"]), "read the build's message above")?;
    run(command(front, &["npm", "run", "check"]), "mend the types that svelte-check names above")?;
    run(command(front, &["npm", "run", "format:check"]), "run `npm run format` in ui/")?;
    run(command(front, &["npm", "run", "lint"]), "mend what ESLint names above")?;
    run(command(front, &["npm", "run", "imports"]), "break the cycle of imports that is named above")?;
    run(command(front, &["npm", "test"]), "the failing test's name says what should hold")
}

fn licences(root: &Path, stages: &mut Stages, fast: bool) -> Result<(), Failure> {
    let there = is_installed("cargo-deny");
    if fast && !there {
        stages.leave_out("Licences", "--fast, and cargo-deny is not installed");
        return Ok(());
    }
    // Installing cargo-deny takes about 4 minutes, once.
    let wait = Wait::Seconds(if there { 5 } else { 250 });
    stages.stage("Licences", &wait, || {
        if !there {
            run(
                command(root, &["cargo", "install", "cargo-deny", "--locked", "--quiet"]),
                "install cargo-deny by hand: `cargo install cargo-deny --locked`",
            )?;
        }
        run(
            command(root, &["cargo", "deny", "--log-level", "error", "check", "bans", "licenses", "sources"]),
            "see which dependency is named above; a new licence goes into deny.toml only after reading it",
        )
    })
}

/// Known weaknesses of what we depend on. Their database is asked for over the network; where it cannot be had, that
/// is said, and the run goes on: it says nothing about the code.
fn advisories(root: &Path, stages: &mut Stages, fast: bool) -> Result<(), Failure> {
    if fast {
        stages.leave_out("Advisories", "--fast");
        return Ok(());
    }
    let outcome = command(root, &["cargo", "deny", "check", "advisories"]).stdin(Stdio::null()).output();
    let output = outcome.map_err(|error| {
        Failure::new(format!("`cargo deny` could not be started ({error})"), "install cargo-deny again")
    })?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() && said.contains("advisory database") && said.contains("fetch") {
        stages.leave_out("Advisories", "the advisory database could not be reached");
        return Ok(());
    }
    stages.stage("Advisories", &Wait::Short, || {
        if output.status.success() {
            return Ok(());
        }
        println!("{said}");
        Err(Failure::new(
            "`cargo deny check advisories` found something",
            "update the crate that is named above, or replace it",
        ))
    })
}

fn not_there(room: Room) -> String {
    format!("{} is not in the tree yet", room.mark())
}
