//! A real window for a test: a driver, a message bus and a home folder of its own, ended by their process ids.

pub mod browser;
pub mod ranges;
pub mod saved;
mod settling;

use std::collections::HashMap;
use std::error::Error;
use std::fs::File;
use std::io::Write as _;
use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

/// What a step of a test gives; its error says what was waited for.
pub type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

/// For a window of which pictures are taken: drawn plainly, as the program draws where there is no graphics processor,
/// the driver waits for a picture for ever.
pub const FOR_PICTURES: (&str, &str) = ("WEBKIT_DISABLE_DMABUF_RENDERER", "0");

/// How long an event is waited for before a test fails. Far more than a busy machine needs: it never decides what is
/// right, it only ends a test whose event does not come.
const PATIENCE: Duration = Duration::from_secs(120);

/// Ends a whole process group when dropped, by its id.
struct Group(Child);

impl Drop for Group {
    fn drop(&mut self) {
        if let Some(group) = i32::try_from(self.0.id()).ok().and_then(rustix::process::Pid::from_raw) {
            // It may have ended by itself.
            let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        }
        let _ = self.0.wait();
    }
}

/// An open window. Dropping it ends everything that it started.
pub struct Window {
    client: Client,
    home: Arc<Home>,
    driver: Group,
}

/// A home folder with a message bus of its own, which can outlive a window, and may have a keyring.
pub struct Home {
    folder: tempfile::TempDir,
    address: String,
    _bus: Group,
    keyring: Option<Group>,
}

impl Home {
    /// A new one, without a keyring.
    ///
    /// # Errors
    /// When the bus does not start.
    pub async fn new() -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let mut bus = Command::new("dbus-daemon");
        bus.args(["--session", "--nofork", "--print-address=1"]);
        let address_file = folder.path().join("bus-address");
        bus.stdout(File::create(&address_file)?)
            .stderr(File::create(folder.path().join("bus.log"))?)
            .stdin(Stdio::null())
            .process_group(0);
        // No display: what the bus starts by itself asks nobody anything.
        bus.env_remove("DISPLAY").env("HOME", folder.path()).env("XDG_DATA_HOME", folder.path().join("data"));
        let bus = Group(bus.spawn()?);
        let address = until("the message bus", || async {
            let text = std::fs::read_to_string(&address_file)?;
            if text.contains('\n') { Ok(text.trim().to_owned()) } else { Err("no address yet".into()) }
        })
        .await?;
        Ok(Self { folder, address, _bus: bus, keyring: None })
    }

    /// A new one with an unlocked keyring.
    ///
    /// # Errors
    /// When the bus or the keyring does not start.
    pub async fn with_keyring() -> Outcome<Self> {
        let mut home = Self::new().await?;
        std::fs::create_dir_all(home.folder.path().join("run"))?;
        let mut keyring = Command::new("gnome-keyring-daemon");
        keyring.args(["--unlock", "--components=secrets", "--foreground"]).process_group(0);
        keyring.env("HOME", home.folder.path()).env("DBUS_SESSION_BUS_ADDRESS", &home.address);
        keyring.env("XDG_DATA_HOME", home.folder.path().join("data")).env_remove("DISPLAY");
        keyring.env("XDG_RUNTIME_DIR", home.folder.path().join("run"));
        keyring.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut keyring = keyring.spawn()?;
        keyring.stdin.take().ok_or("no input")?.write_all(b"login passphrase")?;
        home.keyring = Some(Group(keyring));
        let address = home.address.clone();
        until("the keyring", || async {
            let mut ask = Command::new("dbus-send");
            ask.args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"]);
            ask.args(["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]);
            let said = ask.env("DBUS_SESSION_BUS_ADDRESS", &address).output()?;
            if String::from_utf8_lossy(&said.stdout).contains("true") {
                Ok(())
            } else {
                Err("not yet".into())
            }
        })
        .await?;
        Ok(home)
    }

    /// Gives a program the folders of this home in the place of its user's.
    fn move_in(&self, program: &mut Command) -> Outcome {
        program.env("HOME", self.path()).env("DBUS_SESSION_BUS_ADDRESS", &self.address);
        for (variable, folder) in [
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_RUNTIME_DIR", "run"),
        ] {
            let path = self.path().join(folder);
            std::fs::create_dir_all(&path)?;
            program.env(variable, path);
        }
        Ok(())
    }

    /// Starts the window a second time while one is open here, as the system does with a link. It has to end by
    /// itself.
    ///
    /// # Errors
    /// When it does not start, or does not end.
    pub async fn start_again(&self, arguments: &[&str]) -> Outcome {
        let mut second = Command::new(binary()?);
        second.args(arguments).env("NO_AT_BRIDGE", "1").process_group(0);
        second.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        self.move_in(&mut second)?;
        let second = std::cell::RefCell::new(Group(second.spawn()?));
        until("the second start to end", || async {
            match second.borrow_mut().0.try_wait()? {
                Some(_) => Ok(()),
                None => Err("it runs".into()),
            }
        })
        .await
    }

    /// The folder itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Window {
    /// Opens the window with these environment variables besides its own.
    ///
    /// # Errors
    /// When the driver or the window does not start.
    pub async fn open(variables: &[(&str, &str)]) -> Outcome<Self> {
        let window = Self::open_any(variables).await?;
        window.see("door-notice").await?;
        Ok(window)
    }

    /// Opens the window without waiting for a screen of ours.
    ///
    /// # Errors
    /// When the driver or the window does not start.
    pub async fn open_any(variables: &[(&str, &str)]) -> Outcome<Self> {
        Self::open_at(&Arc::new(Home::new().await?), variables).await
    }

    /// Opens the window in a home that was there before, and may be used again after.
    ///
    /// # Errors
    /// When the driver or the window does not start.
    pub async fn open_at(home: &Arc<Home>, variables: &[(&str, &str)]) -> Outcome<Self> {
        Self::open_with(home, &[], variables).await
    }

    /// The same, started with these arguments.
    ///
    /// # Errors
    /// When the driver or the window does not start.
    pub async fn open_with(
        home: &Arc<Home>,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Outcome<Self> {
        let log = |name: &str| File::create(home.path().join(name));
        let port = free_port()?;
        let mut driver = Command::new("WebKitWebDriver");
        driver.arg(format!("--port={port}")).process_group(0);
        driver.stdin(Stdio::null()).stdout(log("driver.log")?).stderr(log("driver-errors.log")?);
        driver.env("NO_AT_BRIDGE", "1");
        // Whatever language this computer speaks, a test chooses its own.
        driver.env("LANG", "C.UTF-8").env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LANGUAGE");
        driver.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
        home.move_in(&mut driver)?;
        driver.envs(variables.iter().copied());
        let driver = Group(driver.spawn()?);

        let mut capabilities = serde_json::Map::new();
        let program = binary()?.to_string_lossy().into_owned();
        capabilities
            .insert("webkitgtk:browserOptions".to_owned(), json!({ "binary": program, "args": arguments }));
        let url = format!("http://127.0.0.1:{port}");
        let client = until("the driver", || async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            Ok(builder.capabilities(capabilities.clone()).connect(&url).await?)
        })
        .await?;
        Ok(Self { client, home: Arc::clone(home), driver })
    }

    /// The folder that the window takes for its user's home.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The driver's own client, for what has no word here.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Waits for the part with this test id.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn see(&self, id: &str) -> Outcome<Element> {
        let css = format!("[data-testid='{id}']");
        until(id, || async { Ok(self.client.find(Locator::Css(&css)).await?) }).await
    }

    /// Whether the part is there now.
    pub async fn has(&self, id: &str) -> bool {
        self.client.find(Locator::Css(&format!("[data-testid='{id}']"))).await.is_ok()
    }

    /// The text of a part, without the isolates around what is put into its sentences.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn text(&self, id: &str) -> Outcome<String> {
        Ok(bare(&self.see(id).await?.text().await?))
    }

    /// Waits until the text of a part holds `words`.
    ///
    /// # Errors
    /// When it does not.
    pub async fn read(&self, id: &str, words: &str) -> Outcome<String> {
        until(&format!("{id} to say {words:?}"), || async {
            let text = self.text(id).await?;
            if text.contains(words) { Ok(text) } else { Err(format!("it says {text:?}").into()) }
        })
        .await
    }

    /// Waits until the text of a part begins with `words`.
    ///
    /// # Errors
    /// When it does not.
    pub async fn see_first(&self, id: &str, words: &str) -> Outcome {
        until(&format!("{id} to begin with {words:?}"), || async {
            let text = self.text(id).await?;
            if text.starts_with(words) { Ok(()) } else { Err(format!("it says {text:?}").into()) }
        })
        .await
    }

    /// Waits until an attribute of a part is `value`.
    ///
    /// # Errors
    /// When it is not.
    pub async fn see_state(&self, id: &str, attribute: &str, value: &str) -> Outcome {
        until(&format!("{attribute} of {id} to be {value:?}"), || async {
            let now = self.see(id).await?.attr(attribute).await?;
            if now.as_deref() == Some(value) { Ok(()) } else { Err(format!("it is {now:?}").into()) }
        })
        .await
    }

    /// Presses the part as a person with a mouse does.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn click(&self, id: &str) -> Outcome {
        // A page that has just changed may put another part in the place of the one that was seen.
        let css = format!("[data-testid='{id}']");
        until(&format!("a click on {id}"), || async {
            self.count_calls().await?;
            self.stands_still(&css).await?;
            Ok(self.client.find(Locator::Css(&css)).await?.click().await?)
        })
        .await
    }

    /// Types into the part.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn write(&self, id: &str, text: &str) -> Outcome {
        Ok(self.see(id).await?.send_keys(text).await?)
    }

    /// Presses one key, wherever the focus is.
    ///
    /// # Errors
    /// When the driver cannot.
    pub async fn press(&self, key: char) -> Outcome {
        Ok(self.client.active_element().await?.send_keys(&key.to_string()).await?)
    }

    /// Goes with the Tab key to the part, as a person without a mouse does.
    ///
    /// # Errors
    /// When Tab does not lead there, or the focus on the way cannot be seen.
    pub async fn tab_to(&self, id: &str) -> Outcome {
        self.see(id).await?;
        // What only takes the focus to be read first, as a heading, needs no frame around it.
        // Without a window manager the page is never the active one and shows no focus: then only the way counts.
        for _ in 0..80 {
            let at = self
                .run("const e = document.activeElement; return [e.dataset.testid ?? '', e.tabIndex < 0 || !document.hasFocus() || getComputedStyle(e).outlineStyle !== 'none'];")
                .await?;
            if at.get(1) == Some(&Value::Bool(false)) {
                return Err(format!("the focus on {at} cannot be seen").into());
            }
            if at.get(0).and_then(Value::as_str) == Some(id) {
                return Ok(());
            }
            self.press('\u{E004}').await?;
        }
        Err(format!("80 times Tab do not lead to {id}").into())
    }

    /// Goes to the part with Tab and presses Enter.
    ///
    /// # Errors
    /// When it cannot be reached.
    pub async fn key_click(&self, id: &str) -> Outcome {
        self.tab_to(id).await?;
        self.press('\u{E007}').await
    }

    /// Begins the steps of the open notice, with the country that is offered.
    ///
    /// # Errors
    /// When there is no way to begin.
    pub async fn start(&self) -> Outcome {
        self.click("start").await?;
        self.settled().await?;
        if self.has("country-next").await { self.click("country-next").await } else { Ok(()) }
    }

    /// The same by keyboard.
    ///
    /// # Errors
    /// When there is no way to begin.
    pub async fn start_by_keyboard(&self) -> Outcome {
        self.key_click("start").await?;
        self.settled().await?;
        if self.has("country-next").await { self.key_click("country-next").await } else { Ok(()) }
    }

    /// Runs a script in the page. Its answer has no isolates, as [`Window::text`].
    ///
    /// # Errors
    /// When it fails.
    pub async fn run(&self, script: &str) -> Outcome<Value> {
        let answer = self.client.execute(script, Vec::new()).await?;
        Ok(serde_json::from_str(&bare(&answer.to_string()))?)
    }

    /// What axe-core has to say of this screen: rule and part of each finding.
    ///
    /// # Errors
    /// When it cannot be run.
    pub async fn axe(&self) -> Outcome<Vec<String>> {
        let source = std::fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js"))?;
        self.client.execute(&source, Vec::new()).await?;
        let script = "const done = arguments[arguments.length - 1];
            axe.run(document).then((r) => done(r.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')))), (e) => done([String(e)]));";
        let said = self.client.execute_async(script, Vec::new()).await?;
        Ok(said.as_array().map(|all| all.iter().map(ToString::to_string).collect()).unwrap_or_default())
    }

    /// A picture of the page, when two in a row are equal: right after a change it may be the one before.
    ///
    /// # Errors
    /// When none can be taken.
    pub async fn picture(&self) -> Outcome<Vec<u8>> {
        let mut before = self.client.screenshot().await?;
        for _ in 0..20 {
            tokio::time::sleep(Duration::from_millis(150)).await;
            let now = self.client.screenshot().await?;
            if now == before {
                return Ok(now);
            }
            before = now;
        }
        Ok(before)
    }

    /// Milliseconds from the start of the window's process to the second frame that shows its page.
    ///
    /// # Errors
    /// When the system or the page does not tell.
    pub async fn start_to_paint(&self) -> Outcome<f64> {
        let pid = self.process()?;
        // WebKitGTK records no paint under Xvfb, so the second frame after the heading is there counts.
        let script = "const done = arguments[0];
            const look = () => document.querySelector('h1')
                ? requestAnimationFrame(() => requestAnimationFrame(() => done(Date.now())))
                : setTimeout(look, 5);
            look();";
        let painted = self.client.execute_async(script, Vec::new()).await?.as_f64().ok_or("no time")?;
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
        // Field 22, counted after the name in brackets, in hundredths of a second since the computer's start.
        let ticks: f64 = stat
            .rsplit(')')
            .next()
            .and_then(|f| f.split_whitespace().nth(19))
            .ok_or("no field 22")?
            .parse()?;
        let uptime = std::fs::read_to_string("/proc/uptime")?;
        let up: f64 = uptime.split(' ').next().ok_or("no uptime")?.parse()?;
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_secs_f64();
        Ok(painted - (now - up + ticks / 100.0) * 1e3)
    }

    /// Mebibytes of all processes of the window, memory that they share counted once (PSS).
    ///
    /// # Errors
    /// When the system does not tell.
    pub fn memory(&self) -> Outcome<f64> {
        let mut sum = 0.0;
        for pid in self.processes()? {
            let text = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup"))?;
            let line = text.lines().find_map(|line| line.strip_prefix("Pss:")).ok_or("no Pss")?;
            sum += line.trim().trim_end_matches(" kB").parse::<f64>()? / 1024.0;
        }
        Ok(sum)
    }

    /// The window's own process.
    ///
    /// # Errors
    /// When the system does not tell.
    pub fn process(&self) -> Outcome<u32> {
        self.processes()?.into_iter().min().ok_or_else(|| "no process".into())
    }

    /// The processes that the driver started: the window's own and those of its web view.
    fn processes(&self) -> Outcome<Vec<u32>> {
        let driver = self.driver.0.id();
        let mut found = Vec::new();
        for entry in std::fs::read_dir("/proc")?.flatten() {
            let Ok(pid) = entry.file_name().to_string_lossy().parse::<u32>() else { continue };
            let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
            let group = stat.rsplit(')').next().and_then(|fields| fields.split_whitespace().nth(2));
            if pid != driver && group == Some(driver.to_string().as_str()) {
                found.push(pid);
            }
        }
        Ok(found)
    }

    /// Ends the window as `kill -9` does, in the middle of whatever it is doing.
    ///
    /// # Errors
    /// When its process is not found.
    pub fn kill(&self) -> Outcome {
        let program = binary()?.canonicalize()?;
        let own = |pid: &u32| std::fs::read_link(format!("/proc/{pid}/exe")).is_ok_and(|exe| exe == program);
        let pid = self.processes()?.into_iter().find(own).ok_or("no process of the window")?;
        let pid = rustix::process::Pid::from_raw(i32::try_from(pid)?).ok_or("no process id")?;
        Ok(rustix::process::kill_process(pid, rustix::process::Signal::KILL)?)
    }

    /// Whether the window has closed by itself.
    pub async fn is_gone(&self) -> bool {
        let gone = || async {
            match self.client.execute("return 1", Vec::new()).await {
                Ok(_) => Err("still there".into()),
                Err(_) => Ok(()),
            }
        };
        until("the window to close", gone).await.is_ok()
    }
}

/// Tries until it works or patience ends; the error says what was waited for and why it did not come.
pub async fn until<T, F>(what: &str, mut attempt: impl FnMut() -> F) -> Outcome<T>
where
    F: Future<Output = Outcome<T>>,
{
    let start = Instant::now();
    loop {
        match attempt().await {
            Ok(value) => return Ok(value),
            Err(error) if start.elapsed() > PATIENCE => {
                return Err(format!("waited in vain for {what}: {error}").into());
            }
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

/// A port for a driver. It is below those that the system hands out by itself, and no other test of this program
/// gets the same one, so that nobody takes it before the driver does.
pub(crate) fn free_port() -> Outcome<u16> {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = u16::try_from(std::process::id() % 9_000)?;
    for _ in 0..1_000 {
        let port = 20_000 + (first + NEXT.fetch_add(1, Ordering::Relaxed)) % 12_000;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return Ok(port);
        }
    }
    Err("no port is free".into())
}

/// A text of the window without the isolates around what is put into its sentences, and with plain blanks.
fn bare(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "").replace('\u{a0}', " ")
}

/// The project's root.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(1).unwrap_or(Path::new(".")).to_path_buf()
}

/// The built window: beside this test's own program, or where `SELFCHECK_DESKTOP` says.
fn binary() -> Outcome<PathBuf> {
    if let Some(path) = std::env::var_os("SELFCHECK_DESKTOP") {
        return Ok(path.into());
    }
    let here = std::env::current_exe()?;
    let folder = here.ancestors().nth(2).ok_or("no target folder")?;
    let path = folder.join("selfcheck-desktop");
    if path.is_file() {
        Ok(path)
    } else {
        Err("the window is not built: cargo build -p selfcheck-desktop --features window-tests".into())
    }
}

/// Every file below a folder with its bytes, for looking for what must not be there.
#[must_use]
pub fn files_below(folder: &Path) -> HashMap<PathBuf, Vec<u8>> {
    let mut files = HashMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(path),
                Ok(kind) if kind.is_file() => {
                    files.insert(path.clone(), std::fs::read(&path).unwrap_or_default());
                }
                _ => {}
            }
        }
    }
    files
}
