//! *Saved passwords* in the window: the whole way, by mouse and by keyboard, and what must never leave Rust.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::fmt::Write as _;

use acceptance::ranges::{FRESH, LEAKED, service};
use acceptance::saved::{Export, holds_canary};
use acceptance::{Outcome, Window, until};
use range_faults::Fault;

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_way_from_the_file_to_its_end_gives_no_password_away() -> Outcome {
    let (export, server) = (Export::chrome()?, service(Fault::None)?);
    let window = export.window(&[("SELFCHECK_TEST_RANGE_URL", &server.base())]).await?;
    window.click("pick-export").await?;
    window
        .read("audit-read", "5 logins read, from Chrome, Edge, Brave or Opera. 3 different passwords.")
        .await?;
    window.read("picture", "Used elsewhere too").await?;
    // The password of Club is on the list inside: it is never asked about.
    window.read("online-consent", "2 requests go to 127.0.0.1").await?;
    assert!(server.requests().is_empty(), "nothing leaves before the consent");
    window.click("online-yes").await?;
    window.read("audit-receipt", "the first five characters of 2 hashes").await?;
    assert_eq!(server.requests().len(), 2);
    window.read("bar-breached", "3").await?;
    // The rows follow the counts: breached and reused comes first.
    window.see_first("rows", "willow.example").await?;
    window.click("details").await?;
    window.read("reasons", "seen 42 times").await?;
    window.read("reasons", "shop.example (line 3)").await?;
    window.click("show-group").await?;
    window.read("rows-total", "These 2 share one password.").await?;
    window.click("show-all").await?;
    window.click("mark-changed").await?;
    window.read("row-mark", "You said you changed it.").await?;
    window.read("decided", "1 marked as changed").await?;
    window.click("restore").await?;
    window.see("mark-ignored").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    for (format, ending) in [("report-html", "html"), ("report-csv", "csv"), ("report-json", "json")] {
        window.click(format).await?;
        window.read("report-saved", &format!("report.{ending}")).await?;
    }
    let page = window.run("return document.documentElement.outerHTML").await?.to_string();
    assert!(!page.contains("canary"), "no password is in the page");
    window.click("delete-export").await?;
    window.click("delete-yes").await?;
    window.read("deleted", "is deleted from its folder").await?;
    let end = window.text("end").await?;
    assert!(!end.contains("Delete the export"), "what is done is not asked for again: {end}");
    assert!(!export.path().exists());
    assert_eq!(holds_canary(window.home()), None);
    assert_eq!(holds_canary(export.folder()), None);
    for request in server.requests() {
        assert!(!request.text().contains("canary") && !request.text().contains("willow"));
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_alone_lead_through_it() -> Outcome {
    let export = Export::chrome()?;
    let window = export.window_at_home(&[]).await?;
    window.key_click("door-saved").await?;
    window.key_click("pick-export").await?;
    window.read("audit-read", "5 logins").await?;
    window.key_click("online-no").await?;
    window.see("stayed-offline").await?;
    window.key_click("bar-weak").await?;
    window.read("rows-total", "1 login").await?;
    window.key_click("details").await?;
    window.read("reasons", "easy to guess").await?;
    window.key_click("mark-ignored").await?;
    window.write("ignore-reason", "an old game").await?;
    window.press('\u{E007}').await?;
    window.read("row-mark", "You leave it as it is: an old game").await?;
    window.key_click("report-html").await?;
    window.read("report-saved", "report.html").await?;
    window.key_click("catalogue-update").await?;
    window.key_click("catalogue-no").await?;
    window.key_click("delete-export").await?;
    window.key_click("delete-yes").await?;
    window.read("deleted", "is deleted from its folder").await?;
    assert!(!export.path().exists());
    window.key_click("close-audit").await?;
    window.settled().await?;
    assert!(!window.has("audit").await);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_of_an_unknown_kind_asks_which_column_is_which() -> Outcome {
    let export = Export::of(&format!("Web,Login,Secret\nhttps://willow.example/,ann,{LEAKED}\n"))?;
    let window = export.window(&[]).await?;
    window.click("pick-export").await?;
    window.see("columns").await?;
    assert_eq!(
        window
            .run("return document.querySelector('[data-testid=column-password]').selectedOptions[0].text")
            .await?,
        "Secret"
    );
    assert_eq!(window.axe().await?, Vec::<String>::new());
    window.click("read-columns").await?;
    window.read("audit-read", "1 login read, from a table.").await?;
    window.read("rows", "willow.example").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_export_is_said_and_nothing_else_happens() -> Outcome {
    let export = Export::of("\u{0}\u{1}\u{2}PNG")?;
    let window = export.window(&[]).await?;
    window.click("pick-export").await?;
    window.read("failure", "no export that Selfcheck knows").await?;
    assert!(!window.has("audit").await);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_fails_leaves_the_rest_whole_and_says_what_is_not_known() -> Outcome {
    let (export, server) = (Export::chrome()?, service(Fault::NotFound)?);
    let window = export.window(&[("SELFCHECK_TEST_RANGE_URL", &server.base())]).await?;
    window.click("pick-export").await?;
    window.click("online-yes").await?;
    window.read("gave-up", "could not be looked up").await?;
    window.read("unchecked", "3 logins could not be looked up").await?;
    window.read("bar-breached", "1").await?;
    window.write("search", "garden").await?;
    let garden = window.read("rows", "not known whether its password has leaked").await?;
    assert!(!garden.contains("Nothing was found"), "{garden}");
    // Something left this computer: nobody is told that only a list on it was asked.
    window.click("online-no").await?;
    window.read("stayed-offline", "The rest is not asked.").await?;
    window.read("gave-up", "could not be looked up").await?;
    window.run("document.querySelector('[data-testid=stayed-offline] button').click()").await?;
    server.set_fault(Fault::None);
    window.click("online-yes").await?;
    window.read("bar-breached", "3").await?;
    assert!(!window.has("unchecked").await);
    Ok(())
}

/// Lines of the rows in their order.
async fn lines(window: &Window) -> Outcome<String> {
    let lines =
        "return [...document.querySelectorAll('[data-testid=row]')].map((row) => row.dataset.line).join()";
    Ok(window.run(lines).await?.as_str().unwrap_or_default().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_sorted_and_picked_lead_to_their_page_and_the_new_password_is_checked_beside_them() -> Outcome
{
    let opened = tempfile::tempdir()?;
    let opened = opened.path().join("opened");
    let strong = "marble+thicket+quarry+dune";
    let export = Export::of(&format!(
        "name,url,username,password,note\n\
         Z,https://zebra.example/,ann,{strong},\n\
         G,https://github.com/,bob,{LEAKED},\n\
         A,https://apple-tree.example/,cat,{LEAKED},\n"
    ))?;
    let window = export.window(&[("SELFCHECK_TEST_OPENED", opened.to_str().unwrap())]).await?;
    window.click("pick-export").await?;
    window.read("bar-reused", "2").await?;
    window.see("sort").await?.select_by_value("site").await?;
    window.see_first("rows", "apple-tree.example").await?;
    assert_eq!(lines(&window).await?, "4,3,2");
    window.see("sort").await?.select_by_value("line").await?;
    window.see_first("rows", "zebra.example").await?;
    window.see("filter").await?.select_by_value("reused").await?;
    window.read("rows-total", "2 logins").await?;
    window.see_first("rows", "github.com").await?;
    assert_eq!(lines(&window).await?, "3,4");
    // A page that is on record is opened; for any other site the common address is a try.
    window.click("details").await?;
    window.click("change-page").await?;
    until("the browser", || async {
        let url = std::fs::read_to_string(&opened)?;
        if url.starts_with("https://github.com/") { Ok(()) } else { Err(url.into()) }
    })
    .await?;
    window.run("document.querySelectorAll('[data-testid=details]')[1].click()").await?;
    window.run("document.querySelectorAll('[data-testid=change-page]')[1].click()").await?;
    until("the browser", || async {
        let url = std::fs::read_to_string(&opened)?;
        let tried = url == "https://apple-tree.example/.well-known/change-password";
        if tried { Ok(()) } else { Err(url.into()) }
    })
    .await?;
    window.run("document.querySelector('[data-testid=check-new] summary').click()").await?;
    window.write("password", LEAKED).await?;
    // What is said of it as it is typed moves the button.
    window.see("strength").await?;
    window.click("check").await?;
    window.click("offline").await?;
    window.see("result").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_ruled_out_to_ask_online_is_told_that_the_rest_was_not_asked() -> Outcome {
    let export = Export::of(&format!(
        "name,url,username,password,note\nGarden,https://garden.example/,ann,{FRESH},\n"
    ))?;
    let window = export.window_at_home(&[]).await?;
    window.click("settings").await?;
    window.click("online-never").await?;
    window.click("back").await?;
    window.click("door-saved").await?;
    window.click("pick-export").await?;
    window.read("picture", "Nothing was found that asks for a change").await?;
    window.read("ruled-out", "the larger list is not asked about the rest").await?;
    assert!(!window.has("online-consent").await);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn thousands_stay_fluid_and_can_be_stopped_at_once() -> Outcome {
    // The window of tests is not optimised; at 100,000 it would be measured, not the real one.
    let mut text = String::from("name,url,username,password,note\n");
    for number in 0..10_000_u64 {
        let secret = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        writeln!(text, "s,https://site{number}.example/,ann{number},{secret:016x}-canary,").unwrap();
    }
    let export = Export::of(&text)?;
    let window = export.window(&[]).await?;
    window.click("pick-export").await?;
    window.see("row").await?;
    window.see("audit-pause").await?;
    window.click("audit-pause").await?;
    window.see("audit-resume").await?;
    // What is not known yet does not read as if there were nothing.
    let picture = window.text("picture").await?;
    assert!(picture.contains("not known yet") || picture.contains("so far"), "{picture}");
    window.read("rows", "This one is not judged yet.").await?;
    window.see("report-later").await?;
    window.see_state("report-html", "disabled", "true").await?;
    let save = "const done = arguments[0]; window.__TAURI_INTERNALS__.invoke('save_report', { format: 'html' }).then(() => done('saved'), (e) => done(e.code));";
    assert_eq!(window.client().execute_async(save, Vec::new()).await?, "report_too_early");
    let rows = window.run("return document.querySelectorAll('[data-testid=row]').length").await?;
    assert!(rows.as_u64().unwrap() < 100, "only those in sight: {rows}");
    // A row is measured when it comes into sight, so that the end may move away once or twice.
    until("the last row", || async {
        window.run("document.querySelector('[data-testid=rows] > div').scrollTop = 1e9").await?;
        let rows = window.text("rows").await?;
        if rows.contains("ann9999") { Ok(()) } else { Err("not in sight".into()) }
    })
    .await?;
    window.write("search", "ann7777").await?;
    window.read("rows-total", "1 login").await?;
    window.read("rows", "site7777.example").await?;
    Ok(())
}

/// From Home to the step of the practice notice that asks where else a password is used.
async fn to_the_step(window: &Window) -> Outcome {
    window.click("door-practice").await?;
    window.start().await?;
    window.answer_all().await?;
    for _ in 0..30 {
        window.see("progress").await?;
        window.settled().await?;
        if window.has("pick-export").await || window.has("audit-read").await {
            break;
        }
        window.click("later").await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_step_of_the_walk_opens_it_in_place_and_is_ticked_as_checked() -> Outcome {
    let export = Export::of(&format!(
        "name,url,username,password,note\nGarden,https://garden.example/,ann,{FRESH},\n"
    ))?;
    let window = export.window_at_home(&[]).await?;
    to_the_step(&window).await?;
    window.click("pick-export").await?;
    window.read("audit-read", "1 login").await?;
    window.read("picture", "Nothing was found that asks for a change").await?;
    window.click("done").await?;
    window.settled().await?;
    window.click("back").await?;
    window.read("mark", "checked").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_says_they_changed_is_their_word_and_not_ours() -> Outcome {
    let export = Export::of(&format!(
        "name,url,username,password,note\n\
         Willow,https://willow.example/,ann,{FRESH},\n\
         Garden,https://garden.example/,ann,{FRESH},\n"
    ))?;
    // The export is looked at first, and the notice comes after: its site and its password are found all the same.
    let window = export.window(&[]).await?;
    window.click("pick-export").await?;
    window.read("bar-reused", "2").await?;
    assert!(!window.has("bar-incident_site").await, "no notice is open");
    window.click("back").await?;
    to_the_step(&window).await?;
    window.read("bar-incident_site", "At the site of the notice").await?;
    window.read("bar-incident_password", "1").await?;
    for row in 0..2 {
        let details = format!("document.querySelectorAll('[data-testid=details]')[{row}].click()");
        window.run(&details).await?;
        window.click("mark-changed").await?;
        window.see("restore").await?;
        window.run(&details).await?;
        window.read("decided", &format!("{} marked as changed", row + 1)).await?;
    }
    window.click("done").await?;
    window.settled().await?;
    window.click("back").await?;
    window.read("mark", "You told us that this is done.").await?;
    Ok(())
}
