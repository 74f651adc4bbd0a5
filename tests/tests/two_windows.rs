//! Two windows over one household: each sees what the other keeps, and neither writes into what the other has wiped.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::path::Path;
use std::sync::Arc;

use acceptance::{Home, Outcome, Window, files_below};

const PASSPHRASE: &str = "plum lantern canary";

/// A window on a message bus of its own, so that nothing brings the first one to the front instead.
async fn over(data: &Path) -> Outcome<Window> {
    let home = Arc::new(Home::new().await?);
    let window = Window::open_at(&home, &[("SELFCHECK_DATA_DIR", data.to_str().unwrap())]).await?;
    window.see("who").await?;
    Ok(window)
}

#[tokio::test(flavor = "multi_thread")]
async fn two_windows_share_one_household_until_one_of_them_wipes_it() -> Outcome {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("kept");
    let one = over(&data).await?;
    one.write("name", "Ann").await?;
    one.click("remember").await?;
    one.write("passphrase-field", PASSPHRASE).await?;
    one.write("passphrase-again", PASSPHRASE).await?;
    one.click("remember").await?;
    one.read("who", "You are Ann").await?;
    one.click("door-practice").await?;
    one.see("trust").await?;
    one.click("back").await?;
    one.click("to-household").await?;
    one.click("together").await?;
    one.click("done-Ann").await?;
    one.read("tick-Ann", "Done").await?;

    let two = over(&data).await?;
    two.write("passphrase-field", PASSPHRASE).await?;
    two.click("remember").await?;
    two.click("person-Ann").await?;
    two.read("task-list", "1 of ").await?;
    two.click("to-household").await?;
    two.write("add-name", "Ben").await?;
    two.click("add").await?;
    two.see("rename-Ben").await?;

    one.click("together-next").await?;
    one.click("done-Ann").await?;
    one.read("tick-Ann", "Done").await?;
    one.see("done-Ben").await?;
    two.click("back").await?;
    two.click("to-household").await?;
    let row = two.text("row-Ann").await?;
    assert!(row.contains('2'), "both ticks are there: {row}");

    two.click("wipe").await?;
    two.click("wipe-yes").await?;
    two.see("wiped").await?;
    one.click("undo-Ann").await?;
    one.read("failure", "removed by another program").await?;
    let left: Vec<_> = files_below(&data).into_keys().collect();
    assert!(left.iter().all(|path| path.ends_with("settings.json")), "{left:?}");
    Ok(())
}
