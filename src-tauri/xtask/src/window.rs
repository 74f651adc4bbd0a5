//! What concerns the front and the window: building, generated files, packages, pictures, measures.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::packages;
use crate::stages::{Stages, Wait};
use crate::tools::{Failure, command, is_installed, is_set, run};
use crate::tree::{Room, Tree};

/// As much as a download over a slow line should ask for, in bytes: 30 MB.
const PACKAGE_LIMIT: u64 = 30_000_000;

/// `npm ci`, after a look at Node's version.
pub(crate) fn install_front(front: &Path) -> Result<(), Failure> {
    packages::need_node()?;
    run(
        command(front, &["npm", "ci", "--no-audit", "--no-fund"]),
        "npm needs its registry once; if the lock file is behind, run `npm install` in ui/ and commit it",
    )
}

/// Installs the front's packages and builds it into `ui/dist`.
pub(crate) fn build_front(tree: &Tree) -> Result<(), Failure> {
    install_front(&tree.front())?;
    run(command(&tree.front(), &["npm", "run", "build"]), "read the build's message above")
}

/// Builds the window with its test door and runs package `acceptance` under Xvfb.
pub(crate) fn test(tree: &Tree) -> Result<(), Failure> {
    let root = tree.root();
    let loopback = ["--features", "app/loopback,cli/loopback", "--test", "fetching", "--test", "previous"];
    run(
        command(root, &[&["cargo", "test", "--workspace"][..], &loopback].concat()),
        "they ask a server on this computer; the failing line says which fault was not taken as one",
    )?;
    // The whole workspace each time, so that nothing is built twice with other features.
    let features = ["--workspace", "--bins", "--features", "selfcheck-desktop/window-tests"];
    run(command(root, &[&["cargo", "build"][..], &features].concat()), "read the first error above")?;
    // Building the tests builds the window once more, without its test door: this one is kept aside.
    let window = root.join("target/window-tests/selfcheck-desktop");
    let kept = window.parent().map_or(Ok(()), fs::create_dir_all);
    kept.and_then(|()| fs::copy(root.join("target/debug/selfcheck-desktop"), &window)).map_err(|error| {
        Failure::new(format!("the window for tests was not kept ({error})"), "make room on the disk")
    })?;
    let xvfb = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1280x1024x24", "cargo"];
    let words: &[&str] = if is_installed("cargo-nextest") {
        &["nextest", "run", "--workspace", "-E", "package(acceptance)", "--test-threads", "2"]
    } else {
        &["test", "--package", "acceptance"]
    };
    let mut tests = command(root, &[&xvfb[..], words].concat());
    tests.env("SELFCHECK_DESKTOP", &window);
    run(
        tests,
        "the failing test's name says what should hold; its folder under target/acceptance has the driver's log",
    )
}

/// Writes the TypeScript types anew; the window's own tests fail while they are behind.
pub(crate) fn bindings(tree: &Tree) -> Result<(), Failure> {
    need(tree, Room::Window)?;
    let mut export = command(tree.root(), &["cargo", "test", "--workspace", "export_bindings"]);
    export.env("SELFCHECK_WRITE_BINDINGS", "1");
    run(export, "read the first error above")
}

/// Makes the embedded list anew.
pub(crate) fn embed_list(tree: &Tree, check: bool) -> Result<(), Failure> {
    let mut words =
        vec!["cargo", "run", "--quiet", "--release", "--package", "lists", "--example", "embed_list"];
    if check {
        words.extend(["--", "--check"]);
    }
    run(command(tree.root(), &words), "read the message above; the committed list stays as it is")
}

/// Measures passwords and look-ups, list files, or the window.
pub(crate) fn bench(tree: &Tree, what: Option<&str>, size: Option<u64>) -> Result<(), Failure> {
    let measure = |package: &str, example: &str, more: &[&str]| {
        let words = ["cargo", "run", "--quiet", "--release", "--package", package, "--example", example];
        run(command(tree.root(), &[&words, more].concat()), "read the first error above")
    };
    match what {
        None => {
            measure("password", "key_time", &[])?;
            measure("lists", "lookup_time", &[])
        }
        Some("lists") => {
            let size = size.unwrap_or(100_000_000).to_string();
            measure("lists", "bench_lists", &["--", "--size", &size])
        }
        Some("audit") => {
            let size = size.unwrap_or(100_000).to_string();
            measure("app", "bench_audit", &["--", "--size", &size])
        }
        Some("notice") => measure("notice", "bench_notice", &[]),
        Some("window") => {
            need(tree, Room::Window)?;
            need(tree, Room::Acceptance)?;
            build_front(tree)?;
            // What a window costs at the least. Written into what was built, so that no release has it.
            let page = "<!doctype html><title>Empty</title><h1>Empty</h1>";
            fs::write(tree.front().join("dist/empty.html"), page).map_err(|error| {
                Failure::new(format!("the empty page was not written ({error})"), "try again")
            })?;
            run_acceptance_ignored(tree, "measure_", true)
        }
        Some(other) => Err(Failure::new(
            format!("there is nothing called `{other}` to measure"),
            "leave it out, or say `audit`, `lists`, `notice` or `window`",
        )),
    }
}

/// Makes the `.deb` with the bundler that the front's packages bring along.
pub(crate) fn package(tree: &Tree, yes: bool) -> Result<(), Failure> {
    need(tree, Room::Window)?;
    need(tree, Room::Front)?;
    let mut stages = Stages::new(tree);
    stages.plan(4);
    stages.stage("Looking for Debian packages", &Wait::Open("half a minute if any is missing"), || {
        packages::install(&[packages::BUILD, &["desktop-file-utils"]].concat(), yes)
    })?;
    stages.stage("Building the screens", &Wait::Seconds(10), || build_front(tree))?;
    let bundles = tree.root().join("target/release/bundle/deb");
    // What an earlier version left there must not be taken for this one.
    if let Err(error) = fs::remove_dir_all(&bundles)
        && error.kind() != ErrorKind::NotFound
    {
        return Err(Failure::new(format!("{} was not cleared ({error})", bundles.display()), "remove it"));
    }
    stages.stage("Building the package", &Wait::Seconds(400), || {
        run(
            // The bundler looks for its project from the folder it stands in downwards.
            command(
                &tree.root().join("src-tauri"),
                &["../ui/node_modules/.bin/tauri", "build", "--bundles", "deb"],
            ),
            "read the first error above",
        )
    })?;
    let package = stages.stage("Looking at the package", &Wait::Short, || {
        let package = made_package(&bundles)?;
        check_package(&package)?;
        Ok(package)
    })?;
    println!("The package is {}.", package.display());
    Ok(())
}

/// The one `.deb` that the bundler left.
fn made_package(bundles: &Path) -> Result<PathBuf, Failure> {
    let made = fs::read_dir(bundles).ok().and_then(|folder| {
        folder
            .filter_map(|entry| Some(entry.ok()?.path()))
            .find(|path| path.extension().is_some_and(|ending| ending == "deb"))
    });
    made.ok_or_else(|| {
        Failure::new(format!("no .deb is in {}", bundles.display()), "read the bundler's message above")
    })
}

/// A package that is too large, has no valid menu entry or does not register the links is not handed on. The last has
/// happened: a setting that stood twice in the configuration silently lost its first half.
fn check_package(package: &Path) -> Result<(), Failure> {
    let size = fs::metadata(package).map_or(u64::MAX, |facts| facts.len());
    println!("      {size} bytes");
    if size > PACKAGE_LIMIT {
        return Err(Failure::new(
            format!("the package has more than {PACKAGE_LIMIT} bytes"),
            "see what grew",
        ));
    }
    let folder = tempfile::tempdir()
        .map_err(|error| Failure::new(format!("there is no temporary folder ({error})"), "make room"))?;
    let mut unpack = command(Path::new("/"), &["dpkg-deb", "--extract"]);
    unpack.arg(package).arg(folder.path());
    run(unpack, "the package is not whole; build it again")?;
    let entry = folder.path().join("usr/share/applications/Selfcheck.desktop");
    let text = fs::read_to_string(&entry).map_err(|error| {
        Failure::new(format!("the menu entry cannot be read ({error})"), "see the bundler")
    })?;
    for needed in ["MimeType=x-scheme-handler/selfcheck;", "Exec=selfcheck-desktop %u"] {
        if !text.lines().any(|line| line == needed) {
            return Err(Failure::new(
                format!("the menu entry lacks the line `{needed}`"),
                "look at bundle.linux.deb in src-tauri/tauri.conf.json and at src-tauri/selfcheck.desktop",
            ));
        }
    }
    for paper in ["copyright", "NOTICE", "LICENSE-APACHE", "KEYS.md", "HOSTING.md", "MIRROR.md"] {
        if !folder.path().join("usr/share/doc/selfcheck").join(paper).is_file() {
            return Err(Failure::new(
                format!("{paper} is not in the package: a licence, a credit, or a page that staff need"),
                "look at bundle.linux.deb.files in src-tauri/tauri.conf.json",
            ));
        }
    }
    let mut validate = command(Path::new("/"), &["desktop-file-validate"]);
    validate.arg(entry);
    run(validate, "mend src-tauri/selfcheck.desktop")
}

/// Makes the README's pictures with the window tests' own driver.
pub(crate) fn screenshots(tree: &Tree) -> Result<(), Failure> {
    need(tree, Room::Window)?;
    need(tree, Room::Acceptance)?;
    build_front(tree)?;
    run_acceptance_ignored(tree, "picture_", false)
}

fn run_acceptance_ignored(tree: &Tree, name: &str, release: bool) -> Result<(), Failure> {
    let root = tree.root();
    let mut build = vec!["cargo", "build", "--package", "selfcheck-desktop", "--features", "window-tests"];
    if release {
        build.push("--release");
    }
    run(command(root, &build), "read the first error above")?;
    let mut words = Vec::new();
    if !is_set("DISPLAY") {
        words.extend(["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1280x1024x24"]);
    }
    words.extend(["cargo", "test", "--package", "acceptance", "--", "--ignored", "--nocapture", name]);
    let mut tests = command(root, &words);
    if release {
        tests.env("SELFCHECK_DESKTOP", root.join("target/release/selfcheck-desktop"));
    }
    run(tests, "read the message above")
}

fn need(tree: &Tree, room: Room) -> Result<(), Failure> {
    if tree.has(room)? {
        return Ok(());
    }
    Err(Failure::new(format!("{} is not in this checkout yet", room.mark()), "use a checkout that has it"))
}
