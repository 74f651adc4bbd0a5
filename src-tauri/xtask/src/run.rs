//! `cargo xtask run`: from a fresh checkout to the open window.

use std::env::consts::OS;

use crate::packages;
use crate::stages::{Stages, Wait};
use crate::tools::{Failure, command, is_set, run as call};
use crate::tree::{Room, Tree};
use crate::window;

/// Installs, builds, opens. Without a display, or without a window in this checkout, the practice
/// notice is walked in the terminal.
pub(crate) fn run(tree: &Tree, yes: bool) -> Result<(), Failure> {
    let root = tree.root();
    let mut stages = Stages::new(tree);
    if !(tree.has(Room::Window)? && tree.has(Room::Front)?) {
        println!("This checkout has no window yet ({} is missing).", Room::Window.mark());
        return walk_in_terminal(tree, &mut stages, yes);
    }
    let display = OS != "linux" || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
    if !display {
        println!(
            "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open."
        );
        return walk_in_terminal(tree, &mut stages, yes);
    }
    stages.plan(4);
    stages.stage("Looking for Debian packages", &Wait::Open("half a minute if any is missing"), || {
        packages::install(packages::BUILD, yes)
    })?;
    stages.stage("Building the screens", &Wait::Seconds(10), || window::build_front(tree))?;
    stages.stage("Building the app", &Wait::Seconds(240), || {
        call(
            command(root, &["cargo", "build", "--package", "selfcheck-desktop"]),
            "read the first error above; a missing library is a missing package of the first stage",
        )
    })?;
    stages.stage("Opening the window", &Wait::Open("close it to end this"), || {
        call(
            command(root, &["cargo", "run", "--quiet", "--package", "selfcheck-desktop"]),
            "read the message above; `cargo run -p cli -- notice walk --practice` works without a window",
        )
    })
}

fn walk_in_terminal(tree: &Tree, stages: &mut Stages, yes: bool) -> Result<(), Failure> {
    println!("The practice notice is walked in the terminal instead.");
    stages.plan(3);
    stages.stage("Looking for Debian packages", &Wait::Open("half a minute if any is missing"), || {
        packages::install(packages::PROGRAM, yes)
    })?;
    stages.stage("Building the program", &Wait::Seconds(150), || {
        call(command(tree.root(), &["cargo", "build", "--package", "cli"]), "read the first error above")
    })?;
    stages.stage("Walking the practice notice", &Wait::Open("Ctrl-C ends it at any time"), || {
        call(
            command(
                tree.root(),
                &["cargo", "run", "--quiet", "--package", "cli", "--", "notice", "walk", "--practice"],
            ),
            "read the message above",
        )
    })
}
