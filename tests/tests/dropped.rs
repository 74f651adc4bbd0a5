//! A file that is really dragged from another window onto ours. Needs `xdotool` and Python's GTK, so it is not run
//! with the others: `cargo test -p acceptance --test dropped -- --ignored`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::process::{Child, Command};
use std::time::Duration;

use acceptance::saved::Export;
use acceptance::{Outcome, until};

/// A window of its own whose one button can be dragged as a file.
const SOURCE: &str = r#"
import gi, sys
gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, Gtk
window = Gtk.Window(title="drag source", type=Gtk.WindowType.POPUP)
button = Gtk.Button(label="file")
button.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
button.drag_source_add_uri_targets()
button.connect("drag-data-get", lambda w, c, data, i, t: data.set_uris(["file://" + path for path in sys.argv[1:]]))
window.add(button)
window.set_default_size(100, 100)
window.move(1100, 100)
window.show_all()
Gtk.main()
"#;

struct Source(Child);

impl Drop for Source {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn mouse(words: &[&str]) {
    assert!(Command::new("xdotool").args(words).status().unwrap().success(), "{words:?}");
    std::thread::sleep(Duration::from_millis(120));
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs xdotool and Python's GTK"]
async fn a_file_that_is_dropped_is_read_and_the_page_never_has_it() -> Outcome {
    let export = Export::chrome()?;
    let window = export.window(&[("SELFCHECK_TEST_PICK_EXPORT", "")]).await?;
    // What the page itself would get of it.
    window
        .run(
            "window.dropped = []; for (const kind of ['dragenter', 'dragover', 'drop']) addEventListener(kind, (event) => {
                 dropped.push(kind + ' ' + event.dataTransfer.files.length); event.preventDefault(); }, true)",
        )
        .await?;
    let mut source = Command::new("/usr/bin/python3");
    source.arg("-c").arg(SOURCE).arg(export.path());
    let _source = Source(source.spawn()?);
    tokio::time::sleep(Duration::from_secs(2)).await;
    mouse(&["mousemove", "1150", "150"]);
    mouse(&["mousedown", "1"]);
    for x in [1140, 1100, 1000, 800, 600, 500, 480, 470, 460] {
        mouse(&["mousemove", &x.to_string(), "300"]);
    }
    until("the page to say that a file hangs over it", || async {
        let text = window.text("drop").await?;
        if text.contains("Let go") { Ok(()) } else { Err(format!("it says {text:?}").into()) }
    })
    .await?;
    mouse(&["mouseup", "1"]);
    window.read("audit-read", "5 logins read").await?;
    let seen = window.run("return window.dropped.join()").await?.to_string();
    println!("the page saw: {seen}");
    assert!(!seen.contains("drop ") && !seen.contains(" 1"), "{seen}");
    Ok(())
}
