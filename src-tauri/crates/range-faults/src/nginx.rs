//! The web server of the system with the configuration that `lists/HOSTING.md` gives, on loopback.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long it may take until it listens.
const PATIENCE: Duration = Duration::from_secs(20);
/// Requests after which it ends a connection. The usual 1,000 come up in no test; a client must bear the end.
const A_CONNECTION: u32 = 50;

/// A certificate and its key, both as PEM; with them nginx speaks TLS and HTTP/2.
#[derive(Clone, Copy)]
pub struct Tls<'a> {
    /// The certificate, for `localhost`.
    pub certificate: &'a str,
    /// Its key.
    pub key: &'a str,
}

/// Runs until it is dropped.
pub struct Nginx {
    child: Child,
    port: u16,
    place: PathBuf,
}

impl Nginx {
    /// Where its program is.
    ///
    /// # Errors
    /// When it is not installed, with how to install it. A test that needs nginx fails then: it would show nothing.
    pub fn program() -> io::Result<PathBuf> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::env::split_paths(&path).chain([PathBuf::from("/usr/sbin")]);
        folders.map(|folder| folder.join("nginx")).find(|program| program.is_file()).ok_or_else(|| {
            io::Error::new(io::ErrorKind::NotFound, "nginx is not installed (apt-get install nginx-light)")
        })
    }

    /// Serves `site/range/`, keeping its own files in `place`. Its worker is another user, if that can be: both
    /// folders must be open to it.
    ///
    /// # Errors
    /// When it cannot be started, or does not listen.
    pub fn start(program: &Path, site: &Path, place: &Path, tls: Option<Tls<'_>>) -> io::Result<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let (here, site) = (place.display(), site.display());
        let user = if rustix::process::geteuid().is_root() { "user www-data;" } else { "" };
        let listen = match tls {
            None => format!("listen 127.0.0.1:{port};"),
            Some(tls) => {
                fs::write(place.join("certificate.pem"), tls.certificate)?;
                fs::write(place.join("key.pem"), tls.key)?;
                format!(
                    "listen 127.0.0.1:{port} ssl http2; keepalive_requests {A_CONNECTION};
                    ssl_certificate {here}/certificate.pem; ssl_certificate_key {here}/key.pem;"
                )
            }
        };
        let config = format!(
            "{user} daemon off; worker_processes 1; pid {here}/pid; error_log {here}/errors;
            events {{ worker_connections 256; }}
            http {{
                client_body_temp_path {here}/a; proxy_temp_path {here}/b;
                fastcgi_temp_path {here}/c; uwsgi_temp_path {here}/d; scgi_temp_path {here}/e;
                log_format short '$server_protocol $status $connection \"$sent_http_content_encoding\" $uri';
                access_log {here}/requests short;
                server {{
                    {listen}
                    location /range/ {{
                        root {site}; default_type text/plain; gzip_static on;
                        add_header Cache-Control \"public, max-age=86400\";
                    }}
                }}
            }}"
        );
        let file = place.join("nginx.conf");
        fs::write(&file, config)?;
        let log = fs::File::create(place.join("log"))?;
        let child = Command::new(program)
            .arg("-p")
            .arg(place)
            .arg("-c")
            .arg(&file)
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()?;
        let nginx = Self { child, port, place: place.to_owned() };
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if begun.elapsed() > PATIENCE {
                return Err(io::Error::other(fs::read_to_string(place.join("log"))?));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(nginx)
    }

    /// Where it listens.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// A line for each request: protocol, status, the number of its connection, encoding in quotes, path.
    ///
    /// # Errors
    /// When its log cannot be read.
    pub fn requests(&self) -> io::Result<Vec<String>> {
        Ok(fs::read_to_string(self.place.join("requests"))?.lines().map(str::to_owned).collect())
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // The master ends its workers when it is asked to end; killed, it would leave them.
        let _ = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        let _ = self.child.wait();
    }
}
