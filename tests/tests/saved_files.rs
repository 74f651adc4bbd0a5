//! *Saved passwords* in the window: files that are locked or take long, earlier reports, newer catalogues, and rows
//! that stay where they are.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at what is wrong")]

use std::io::{Read as _, Write as _};
use std::net::TcpListener;

use acceptance::ranges::{FRESH, LEAKED, service, service_for};
use acceptance::saved::{Export, holds_canary};
use acceptance::{Outcome, Window, root, until};
use range_faults::Fault;

const KEY: &str = "correct horse";

fn made(name: &str) -> Outcome<Vec<u8>> {
    Ok(std::fs::read(root().join("src-tauri/crates/audit/tests/exports").join(name))?)
}

/// A table of so many logins, each with a password of its own, and the passwords.
fn many(count: u64) -> (String, Vec<String>) {
    let secret = |number: u64| format!("{:016x}-canary", (number + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let secrets: Vec<String> = (0..count).map(secret).collect();
    let row = |(number, secret): (usize, &String)| format!("s,https://site{number}.example/,ann,{secret},\n");
    let rows: String = secrets.iter().enumerate().map(row).collect();
    (format!("name,url,username,password,note\n{rows}"), secrets)
}

async fn unlock(window: &Window, key: &str) -> Outcome {
    window.write("export-password", key).await?;
    window.key_click("unlock").await
}

#[tokio::test(flavor = "multi_thread")]
async fn locked_files_open_with_their_password_only() -> Outcome {
    for (name, source) in [("keepass.kdbx", "KeePass"), ("bitwarden-argon2id.json", "Bitwarden")] {
        let export = Export::named(name, &made(name)?)?;
        let window = export.window(&[]).await?;
        window.click("pick-export").await?;
        window.read("locked", &format!("{name} is locked")).await?;
        assert_eq!(window.axe().await?, Vec::<String>::new());
        unlock(&window, "wrong horse").await?;
        window.read("locked", "That password does not open it.").await?;
        unlock(&window, KEY).await?;
        window.read("audit-read", &format!("read, from {source}.")).await?;
        assert!(!window.has("locked").await);
        if source == "KeePass" {
            window.read("keep-it", "This is your password database: keep it.").await?;
            assert!(!window.has("delete-export").await);
            let delete = "const done = arguments[0]; window.__TAURI_INTERNALS__.invoke('delete_export').then(() => done('deleted'), (e) => done(e.code));";
            let said = window.client().execute_async(delete, Vec::new()).await?;
            assert_eq!(said, "export_is_database");
            assert!(export.path().exists());
        } else {
            let end = window.read("end", "Delete the export").await?;
            assert!(!end.contains("readable for anybody"), "{end}");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_takes_long_to_open_can_be_left_and_another_be_read() -> Outcome {
    let slow = "{\"encrypted\":true,\"passwordProtected\":true,\"salt\":\"AAAA\",\"kdfType\":0,\
        \"kdfIterations\":10000000,\"encKeyValidation_DO_NOT_EDIT\":\"2.a|b|c\",\"data\":\"2.a|b|c\"}";
    let export = Export::named("export.json", slow.as_bytes())?;
    let window = export.window(&[]).await?;
    window.click("pick-export").await?;
    window.see("locked").await?;
    unlock(&window, KEY).await?;
    window.read("reading-what", "Opening the locked file.").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    window.click("stop-reading").await?;
    window.see("pick-export").await?;
    window.settled().await?;
    assert!(!window.has("failure").await && !window.has("audit").await);
    window.see("locked").await?;
    std::fs::write(
        export.path(),
        format!("name,url,username,password,note\nS,https://s.example/,a,{FRESH},\n"),
    )?;
    window.click("pick-export").await?;
    window.read("audit-read", "1 login read").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn look_ups_that_hang_are_paused_and_go_on_where_they_were() -> Outcome {
    let (text, secrets) = many(80);
    let export = Export::of(&format!("{text}s,https://willow.example/,ann,{LEAKED},\n"))?;
    let all: Vec<&str> = secrets.iter().map(String::as_str).chain([LEAKED]).collect();
    let server = service_for(Fault::None, &all)?;
    server.set_fault(Fault::Stalled);
    let window = export.window(&[("SELFCHECK_TEST_RANGE_URL", &server.base())]).await?;
    window.click("pick-export").await?;
    window.click("online-yes").await?;
    window.read("audit-progress", "Looking up").await?;
    until("a request", || async { if server.requests().is_empty() { Err("none".into()) } else { Ok(()) } })
        .await?;
    window.click("audit-pause").await?;
    window.see("online-consent").await?;
    assert!(!window.has("unchecked").await, "what was not asked is not called unknown");
    server.set_fault(Fault::None);
    window.click("online-yes").await?;
    window.read("bar-breached", "1").await?;
    window.see_first("rows", "willow.example").await?;
    assert!(!window.has("online-consent").await);
    for request in server.requests() {
        assert!(!request.text().contains("canary"));
    }
    assert_eq!(holds_canary(window.home()), None);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_that_is_open_puts_its_site_first_and_its_password_next() -> Outcome {
    let strong = "marble+thicket+quarry+dune";
    let export = Export::of(&format!(
        "name,url,username,password,note\n\
         A,https://a.example/,ann,password1,\n\
         B,https://b.example/,ann,{strong},\n\
         C,https://willow.example/,ann,{strong},\n"
    ))?;
    let window = export.window_at_home(&[]).await?;
    window.click("door-practice").await?;
    window.see("trust").await?;
    window.click("back").await?;
    window.click("door-saved").await?;
    window.click("pick-export").await?;
    window.see("row").await?;
    window.read("bar-incident_site", "At the site of the notice").await?;
    window.read("bar-incident_password", "1").await?;
    let lines =
        "return [...document.querySelectorAll('[data-testid=row]')].map((row) => row.dataset.line).join()";
    assert_eq!(window.run(lines).await?, "3,4,2");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_under_somebody_who_is_at_the_rows() -> Outcome {
    let (text, secrets) = many(12);
    let export = Export::of(&format!("{text}s,https://willow.example/,ann,{LEAKED},\n"))?;
    let all: Vec<&str> = secrets.iter().map(String::as_str).chain([LEAKED]).collect();
    let server = service_for(Fault::None, &all)?;
    let window = export.window(&[("SELFCHECK_TEST_RANGE_URL", &server.base())]).await?;
    window.click("pick-export").await?;
    window.see("online-consent").await?;
    window.click("details").await?;
    window.see_first("rows", "site0.example").await?;
    // Pressed without the pointer, which stays on the first row.
    window.run("document.querySelector('[data-testid=online-yes]').click()").await?;
    window.read("bar-breached", "1").await?;
    window.see("sort-again").await?;
    window.see_first("rows", "site0.example").await?;
    window.click("sort-again").await?;
    window.see_first("rows", "willow.example").await?;
    assert!(!window.has("sort-again").await);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_report_says_what_is_fixed_and_what_is_new() -> Outcome {
    let export = Export::chrome()?;
    let report = export.folder().join("report.json");
    let variables = [("SELFCHECK_TEST_PICK_REPORT", report.to_str().unwrap())];
    let window = export.window(&variables).await?;
    window.click("pick-export").await?;
    window.see("online-consent").await?;
    std::fs::write(&report, "line,site\n")?;
    window.click("compare-pick").await?;
    window.read("failure", "no report of Selfcheck").await?;
    // A file of another kind would not be replaced.
    std::fs::remove_file(&report)?;
    window.click("report-json").await?;
    window.read("report-saved", "report.json").await?;
    // Club has a better password since then; Garden took it too.
    let strong = "marble+thicket+quarry+dune";
    std::fs::write(
        export.path(),
        format!(
            "name,url,username,password,note\n\
             Willow,https://willow.example/,ann,{LEAKED},\n\
             Shop,https://shop.example/,ann,{LEAKED},\n\
             Club,https://club.example/,ann,{strong},\n\
             Garden,https://garden.example/,ann,{strong},\n"
        ),
    )?;
    window.click("pick-export").await?;
    window.read("audit-read", "4 logins").await?;
    assert!(!window.has("compared-fixed").await, "another file begins anew");
    assert_eq!(window.text("report-saved").await?, "", "its report is not saved yet");
    window.see("online-consent").await?;
    window.click("compare-pick").await?;
    window.read("compared-fixed", "1 account has something fixed").await?;
    window.read("compared-fixed", "club.example").await?;
    window.read("compared-new", "2 accounts have something new").await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    window.click("report-html").await?;
    window.read("report-saved", "report.html").await?;
    assert!(std::fs::read_to_string(export.folder().join("report.html"))?.contains("club.example"));
    std::fs::remove_file(export.path())?;
    assert_eq!(holds_canary(export.folder()), None);
    Ok(())
}

/// Serves one file again and again. Ends with the test's program.
fn serve(body: Vec<u8>) -> Outcome<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}/breaches", listener.local_addr()?);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut request = [0; 4096];
            let _ = stream.read(&mut request);
            let head =
                format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
        }
    });
    Ok(url)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_catalogue_is_fetched_when_somebody_agrees_and_is_used_at_once() -> Outcome {
    let shipped = std::fs::read_to_string(root().join("src-tauri/crates/sites/data/breach-catalogue.json"))?;
    // As if what happened at Adobe had been at the garden.
    let url = serve(shipped.replace("\"adobe.com\"", "\"garden.example\"").into_bytes())?;
    let host = url.trim_start_matches("http://").trim_end_matches("/breaches").to_owned();
    let export = Export::chrome()?;
    let window = export.window(&[("SELFCHECK_TEST_CATALOGUE_URL", &url)]).await?;
    window.click("pick-export").await?;
    window.read("catalogue-day", "inside Selfcheck").await?;
    assert!(!window.has("bar-site_breached_change_unknown").await);
    window.click("catalogue-update").await?;
    window.read("catalogue-ask", &host).await?;
    assert_eq!(window.axe().await?, Vec::<String>::new());
    window.click("catalogue-yes").await?;
    window.read("catalogue-day", &format!("The catalogue of {host}, fetched on")).await?;
    window.read("bar-site_breached_change_unknown", "1").await?;
    // It is there for the next file too.
    window.click("pick-export").await?;
    window.read("catalogue-day", &host).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_catalogue_leaves_the_one_from_before_in_use() -> Outcome {
    let url = serve(b"<html>log in</html>".to_vec())?;
    let (export, server) = (Export::chrome()?, service(Fault::None)?);
    let variables =
        [("SELFCHECK_TEST_CATALOGUE_URL", url.as_str()), ("SELFCHECK_TEST_RANGE_URL", &server.base())];
    let window = export.window(&variables).await?;
    window.click("pick-export").await?;
    window.click("catalogue-update").await?;
    window.click("catalogue-yes").await?;
    window.read("failure", "What came was no catalogue").await?;
    window.read("catalogue-day", "inside Selfcheck").await?;
    assert!(server.requests().is_empty());
    Ok(())
}
