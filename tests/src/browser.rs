//! A real browser that opens a file from the disk, as somebody without the program would.

use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::{Group, Outcome, root, until};

/// Headless Chromium and its driver. Dropping it ends both.
pub struct Browser {
    client: Client,
    _driver: Group,
}

impl Browser {
    /// Starts it, for readers who like it light or dark.
    ///
    /// # Errors
    /// When the browser does not start.
    pub async fn start(dark: bool) -> Outcome<Self> {
        let port = crate::free_port()?;
        let mut driver = Command::new("chromedriver");
        driver.arg(format!("--port={port}")).process_group(0);
        driver.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let driver = Group(driver.spawn()?);
        let scheme = if dark { "--blink-settings=preferredColorScheme=0" } else { "--disable-extensions" };
        let arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=800,900", scheme];
        let mut capabilities = serde_json::Map::new();
        capabilities.insert("goog:chromeOptions".to_owned(), json!({ "args": arguments }));
        let url = format!("http://127.0.0.1:{port}");
        let client = until("the browser", || async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            Ok(builder.capabilities(capabilities.clone()).connect(&url).await?)
        })
        .await?;
        Ok(Self { client, _driver: driver })
    }

    /// A picture of a file as the browser shows it.
    ///
    /// # Errors
    /// When it cannot be shown.
    pub async fn picture(&self, file: &Path) -> Outcome<Vec<u8>> {
        self.client.goto(&format!("file://{}", file.display())).await?;
        Ok(self.client.screenshot().await?)
    }

    /// What axe-core finds on a page, and each picture that is not shown.
    ///
    /// # Errors
    /// When the page cannot be opened.
    pub async fn axe(&self, page: &Path) -> Outcome<Vec<String>> {
        self.client.goto(&format!("file://{}", page.display())).await?;
        let source = std::fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js"))?;
        self.client.execute(&source, Vec::new()).await?;
        let script = "const done = arguments[arguments.length - 1];
            const pictures = [...document.images].filter((i) => i.naturalWidth === 0).map((i) => 'not shown: ' + i.src);
            axe.run(document).then((r) => done(pictures.concat(r.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.html.slice(0, 160))))), (e) => done([String(e)]));";
        let said = self.client.execute_async(script, Vec::new()).await?;
        Ok(said.as_array().map(|all| all.iter().map(ToString::to_string).collect()).unwrap_or_default())
    }
}
