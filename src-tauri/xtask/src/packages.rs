//! The Debian packages that the window and its tests need, and the programs that cannot be
//! installed from there. Nothing is installed without a yes.

use std::env::consts::OS;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use crate::tools::{Failure, command, is_installed, is_set, output, run, succeeds};

/// What building the program needs: the household's database comes as source and uses the system's OpenSSL.
pub(crate) const PROGRAM: &[&str] = &["build-essential", "pkg-config", "libssl-dev"];

/// What building the window needs.
pub(crate) const BUILD: &[&str] =
    &["build-essential", "pkg-config", "libssl-dev", "libwebkit2gtk-4.1-dev", "xdg-utils"];

/// What testing the program needs besides: a keyring, and what serves and checks a published folder as anybody would.
pub(crate) const TEST: &[&str] = &["dbus", "gnome-keyring", "nginx-light", "minisign"];

/// What testing the window needs besides that.
pub(crate) const TEST_WINDOW: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "desktop-file-utils",
    // A published folder is opened in a browser, and its code read by a camera's program.
    "chromium",
    "chromium-driver",
    "zbar-tools",
];

/// Installs those of the packages that are missing. `yes`, or a set `CI`, is the answer to the
/// question; without it and without a terminal to ask on this fails and says the command to type.
pub(crate) fn install(wanted: &[&str], yes: bool) -> Result<(), Failure> {
    if OS != "linux" {
        return other_system();
    }
    if !is_installed("dpkg-query") || !is_installed("apt-get") {
        println!("      This system has no apt-get; going on. The window needs what these packages hold:");
        println!("      {}", wanted.join(" "));
        return Ok(());
    }
    let missing: Vec<&str> = wanted.iter().copied().filter(|name| !is_there(name)).collect();
    if missing.is_empty() {
        println!("      all {} packages are there", wanted.len());
        return Ok(());
    }
    let root = output(command(Path::new("/"), &["id", "-u"])).is_some_and(|id| id == "0");
    let prefix: &[&str] = if root { &[] } else { &["sudo"] };
    let by_hand = format!(
        "{}apt-get install --no-install-recommends {}",
        if root { "" } else { "sudo " },
        missing.join(" ")
    );
    println!("      missing: {}", missing.join(" "));
    if !(yes || is_set("CI") || agreed()?) {
        return Err(Failure::new(
            "these packages were not installed",
            format!("install them with `{by_hand}`"),
        ));
    }
    let next = format!("read apt-get's message above; by hand it is `{by_hand}`");
    let update = [prefix, &["apt-get", "update", "--quiet"]].concat();
    run(command(Path::new("/"), &update), &next)?;
    let install =
        [prefix, &["apt-get", "install", "--yes", "--quiet", "--no-install-recommends"], &missing].concat();
    let mut install = command(Path::new("/"), &install);
    install.env("DEBIAN_FRONTEND", "noninteractive");
    run(install, &next)
}

/// Fails, with what to install, when Node.js is not there or too old for the front's tools.
pub(crate) fn need_node() -> Result<(), Failure> {
    let next = "install Node.js 20.19 or newer with npm (Debian 13: `apt-get install nodejs npm`; elsewhere: https://nodejs.org/en/download)";
    let version = output(command(Path::new("/"), &["node", "--version"]))
        .ok_or_else(|| Failure::new("Node.js is not installed", next))?;
    if !is_installed("npm") && OS != "windows" {
        return Err(Failure::new("npm is not installed", next));
    }
    if node_is_new_enough(&version) {
        Ok(())
    } else {
        Err(Failure::new(format!("Node.js {version} is too old"), next))
    }
}

fn node_is_new_enough(version: &str) -> bool {
    let mut parts = version.trim_start_matches('v').split('.').map_while(|part| part.parse::<u32>().ok());
    let (major, minor) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    (major, minor) >= (20, 19)
}

fn is_there(name: &str) -> bool {
    output(command(Path::new("/"), &["dpkg-query", "--show", "--showformat=${db:Status-Status}", name]))
        .is_some_and(|status| status == "installed")
}

fn agreed() -> Result<bool, Failure> {
    if !io::stdin().is_terminal() {
        return Ok(false);
    }
    print!("      Install them now? [y/N] ");
    let mut answer = String::new();
    io::stdout()
        .flush()
        .and_then(|()| io::stdin().read_line(&mut answer))
        .map_err(|error| Failure::new(format!("the answer could not be read ({error})"), "use --yes"))?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

#[expect(clippy::unnecessary_wraps, reason = "the same shape as the Debian way, which can fail")]
fn other_system() -> Result<(), Failure> {
    println!("      This is not Linux, so nothing is installed for you. The window needs:");
    if OS == "macos" {
        println!("      the Xcode command line tools: xcode-select --install");
        if !succeeds(command(Path::new("/"), &["xcode-select", "-p"])) {
            println!("      (they are not there yet)");
        }
    } else if OS == "windows" {
        println!("      Microsoft C++ Build Tools (Desktop development with C++)");
        println!("      WebView2 (part of Windows 11 and of an up-to-date Windows 10)");
    }
    println!("      Node.js 20.19 or newer with npm. Going on from there.");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_20_19_is_new_enough_and_18_is_not() {
        assert!(node_is_new_enough("v20.19.0"));
        assert!(node_is_new_enough("v24.1.0"));
        assert!(!node_is_new_enough("v20.9.0"));
        assert!(!node_is_new_enough("v18.20.4"));
        assert!(!node_is_new_enough("nonsense"));
    }
}
