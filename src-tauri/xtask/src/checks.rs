//! `cargo xtask test`: every check there is, in the order in which a mistake shows up soonest.

use std::path::Path;

use crate::packages;
use crate::stages::Stages;
use crate::tools::{Failure, command, is_installed, run};
use crate::tree::{Room, Tree};
use crate::window;

/// Formatting, front, lints, tests, licences, window. Stops at the first failure.
pub(crate) fn test(tree: &Tree, stages: &mut Stages, fast: bool, yes: bool) -> Result<(), Failure> {
    let root = tree.root();
    let front = tree.has(Room::Front)?;
    let window = tree.has(Room::Window)?;
    let acceptance = tree.has(Room::Acceptance)?;
    stages.plan(8);

    stages.stage("Formatting", "", || {
        run(
            command(root, &["cargo", "fmt", "--all", "--check"]),
            "run `cargo fmt --all` and look at what it changed",
        )
    })?;

    if fast {
        stages.leave_out("Debian packages", "--fast");
        stages.leave_out("Front", "--fast");
    } else {
        if window {
            let wanted = [packages::BUILD, packages::TEST].concat();
            stages.stage("Debian packages", "half a minute if any is missing", || {
                packages::install(&wanted, yes)
            })?;
        } else {
            stages.leave_out("Debian packages", not_there(Room::Window));
        }
        if front {
            stages.stage("Front", "types and build, about 15 seconds", || check_front(&tree.front()))?;
        } else {
            stages.leave_out("Front", not_there(Room::Front));
        }
    }

    let mut leave = Vec::new();
    if fast && window {
        leave.extend(["--exclude", "selfcheck-desktop"]);
    }
    if acceptance && (fast || !window) {
        leave.extend(["--exclude", "acceptance"]);
    }
    stages.stage("Lints", "some minutes the first time", || {
        let words =
            [&["cargo", "clippy", "--workspace", "--all-targets"][..], &leave, &["--", "-D", "warnings"]]
                .concat();
        run(command(root, &words), "mend what clippy names above; an `expect` needs a reason")
    })?;

    if acceptance && !leave.contains(&"acceptance") {
        leave.extend(["--exclude", "acceptance"]);
    }
    stages.stage("Tests", "some minutes the first time", || {
        let runner: &[&str] = if is_installed("cargo-nextest") {
            &["cargo", "nextest", "run"]
        } else {
            &["cargo", "test", "--all-targets"]
        };
        let words = [runner, &["--workspace"], &leave].concat();
        run(
            command(root, &words),
            "the failing test's name says what should hold; run it alone with `cargo test -p CRATE NAME`",
        )
    })?;
    stages.stage("Examples in the documentation", "", || {
        let words = [&["cargo", "test", "--doc", "--quiet", "--workspace"][..], &leave].concat();
        run(command(root, &words), "mend the example named above")
    })?;

    licences(root, stages, fast)?;
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
        stages
            .stage("Window", "the real window under Xvfb, some minutes the first time", || window::test(tree))
    }
}

fn check_front(front: &Path) -> Result<(), Failure> {
    window::install_front(front)?;
    run(command(front, &["npm", "run", "build"]), "read the build's message above")?;
    run(command(front, &["npm", "run", "check"]), "mend the types that svelte-check names above")
}

fn licences(root: &Path, stages: &mut Stages, fast: bool) -> Result<(), Failure> {
    let there = is_installed("cargo-deny");
    if fast && !there {
        stages.leave_out("Licences", "--fast, and cargo-deny is not installed");
        return Ok(());
    }
    let expects = if there { "" } else { "installing cargo-deny takes about 4 minutes, once" };
    stages.stage("Licences", expects, || {
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

fn not_there(room: Room) -> String {
    format!("{} is not in the tree yet", room.mark())
}
