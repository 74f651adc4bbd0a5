//! A TLS server on loopback with a certificate of its own authority.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tokio::io::{
    AsyncBufReadExt as _, AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, BufReader,
};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

/// One way to fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// None.
    None,
    /// A redirect to this address.
    Redirect(String),
    /// Nothing comes after the request until the client goes away.
    Stall,
    /// The body comes a byte a second.
    Drip,
    /// A few kilobytes that unpack to 4 MiB: 16 times what a reader accepts.
    Bomb,
    /// A body that is as long as it is, and too long.
    TooLong,
    /// A body shorter than announced.
    CutOff,
    /// This status, with a body.
    Status(u16),
}

/// What is served at a path.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The body.
    pub body: Vec<u8>,
    /// Its `ETag`.
    pub etag: Option<String>,
}

/// Runs until it is dropped.
pub struct Server {
    address: SocketAddr,
    authority: String,
    shared: Arc<Shared>,
    runtime: Option<Runtime>,
}

struct Shared {
    fault: Mutex<Fault>,
    files: Mutex<BTreeMap<String, Reply>>,
    seen: Mutex<Vec<String>>,
}

impl Server {
    /// Starts a server on a free port of `127.0.0.1` whose certificate is for `names`.
    ///
    /// # Errors
    /// When no port or no certificate can be had.
    pub fn start(names: &[&str]) -> io::Result<Self> {
        let (authority, config) = certificate(names).map_err(io::Error::other)?;
        let shared = Arc::new(Shared {
            fault: Mutex::new(Fault::None),
            files: Mutex::default(),
            seen: Mutex::default(),
        });
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))?;
        let address = listener.local_addr()?;
        let accepting = Arc::clone(&shared);
        let acceptor = TlsAcceptor::from(Arc::new(config));
        runtime.spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, acceptor.clone(), Arc::clone(&accepting)));
            }
        });
        Ok(Self { address, authority, shared, runtime: Some(runtime) })
    }

    /// Its port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The certificate of its authority, as PEM.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// Serves `body` at `path` from the next request on.
    pub fn put(&self, path: &str, body: impl Into<Vec<u8>>, etag: Option<&str>) {
        let reply = Reply { body: body.into(), etag: etag.map(str::to_owned) };
        self.shared.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), reply);
    }

    /// Fails in this way from the next request on.
    pub fn set_fault(&self, fault: Fault) {
        *self.shared.fault.lock().unwrap_or_else(PoisonError::into_inner) = fault;
    }

    /// The head of every request so far.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.shared.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn certificate(names: &[&str]) -> Result<(String, ServerConfig), Box<dyn std::error::Error + Send + Sync>> {
    let mut authority = CertificateParams::new(Vec::<String>::new())?;
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let issuer = CertifiedIssuer::self_signed(authority, KeyPair::generate()?)?;
    let key = KeyPair::generate()?;
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let leaf = CertificateParams::new(names)?.signed_by(&key, &issuer)?;
    let secret = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config =
        ServerConfig::builder().with_no_client_auth().with_single_cert(vec![leaf.der().clone()], secret)?;
    Ok((issuer.pem(), config))
}

async fn converse(stream: TcpStream, acceptor: TlsAcceptor, shared: Arc<Shared>) {
    let Ok(stream) = acceptor.accept(stream).await else { return };
    // A client that goes away in the middle is what some tests are about.
    let _ = answer(stream, &shared).await;
}

async fn answer(stream: impl AsyncRead + AsyncWrite + Unpin, shared: &Shared) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if stream.read_line(&mut head).await? == 0 {
            return Ok(());
        }
    }
    shared.seen.lock().unwrap_or_else(PoisonError::into_inner).push(head.clone());
    let fault = shared.fault.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    let file = shared.files.lock().unwrap_or_else(PoisonError::into_inner).get(&path).cloned();
    let mut stream = stream.into_inner();
    let plain = |status: &str, extra: &str, length: usize| {
        format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{extra}\r\n")
            .into_bytes()
    };
    match fault {
        Fault::None => {
            let Some(file) = file else { return stream.write_all(&plain("404 Not Found", "", 0)).await };
            let tag = file.etag.as_deref();
            let asked = head
                .lines()
                .find_map(|line| line.to_lowercase().strip_prefix("if-none-match: ").map(str::to_owned));
            if tag.is_some() && asked.as_deref() == tag {
                return stream.write_all(&plain("304 Not Modified", "", 0)).await;
            }
            let tag = tag.map(|tag| format!("ETag: {tag}\r\n")).unwrap_or_default();
            let cookie = "Set-Cookie: seen=1\r\n";
            stream.write_all(&plain("200 OK", &format!("{tag}{cookie}"), file.body.len())).await?;
            stream.write_all(&file.body).await?;
        }
        Fault::Redirect(to) => {
            stream.write_all(&plain("302 Found", &format!("Location: {to}\r\n"), 0)).await?;
        }
        Fault::Stall => {
            let mut nothing = [0];
            while matches!(stream.read(&mut nothing).await, Ok(1..)) {}
        }
        Fault::Drip => {
            stream.write_all(&plain("200 OK", "", 1_000)).await?;
            for _ in 0..1_000 {
                stream.write_all(b"#").await?;
                stream.flush().await?;
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
        Fault::Bomb => {
            let packed = bomb()?;
            stream.write_all(&plain("200 OK", "Content-Encoding: gzip\r\n", packed.len())).await?;
            stream.write_all(&packed).await?;
        }
        Fault::TooLong => {
            stream.write_all(&plain("200 OK", "", 1 << 20)).await?;
            stream.write_all(&vec![b'#'; 1 << 20]).await?;
        }
        Fault::CutOff => {
            stream.write_all(&plain("200 OK", "", 10_000)).await?;
            stream.write_all(b"format = 1\n").await?;
        }
        Fault::Status(status) => {
            stream.write_all(&plain(&format!("{status} Status"), "", 11)).await?;
            stream.write_all(b"format = 1\n").await?;
        }
    }
    stream.shutdown().await
}

fn bomb() -> io::Result<Vec<u8>> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(&vec![b'#'; 4 << 20])?;
    packer.finish()
}
